export { trustedScript } from './trusted-types.js';
