export { countWords, selectSummary } from './summarize.js';
