/**
 * Every word that the extension says beside those of the page.
 */
export const EXTENSION = {
  press: 'Press the button of Nutgraf{shortcut} to read the article of the open tab.',
  shortcut: ' or {keys}',
  reading: 'Reading the page…',
  forbidden: 'The browser lets no extension read this page. Go to an article and press the button there.',
  noArticle: 'No article was found on this page.',
  readAll: 'Read all of its words',
  left: 'The tab no longer shows this article. Its text is under “Text”.',
  mark: 'Mark in the page',
  cannotMark: 'This browser cannot mark words in a page. The marks are under “Text”.',
};
