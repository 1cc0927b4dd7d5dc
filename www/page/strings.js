/**
 * Every word that the page's programs say. What stands still is in index.html.
 */
export const PAGE = {
  tabs: { text: 'Text', summary: 'Summary', entities: 'Names', quotes: 'Quotes', timeline: 'Timeline', facts: 'Facts' },
  labels: 'Labels',
  paragraphs: 'Correct paragraphs',
  close: 'Close',
  loading: 'Loading the reader: {share}',
  settled: 'Read {words} in {ms} ms: {found}.',
  settledBare: 'Read {words} in {ms} ms.',
  corrected: 'Corrected: {what}. {n} in all.',
  undone: 'The last correction was undone.',
  cleared: 'Ready for another article. Undo brings the last one back.',
  broughtBack: 'The article before this one is back.',
  leftOut: '{words} of the page are left out: menus, links and the like.',
  showWhole: 'Show the whole page',
  wholeShown: 'The whole page is shown, with menus, links and the like.',
  showArticle: 'Show the article alone',
  wordsMissing: 'Type the name as it stands in the text.',
  speakerMissing: 'Choose a speaker or type a name first.',
  corrections: {
    merge: 'merged',
    split: 'split off',
    retype: 'kind changed',
    remove: 'removed',
    remove_mention: 'mark removed',
    speaker: 'speaker changed',
    add_mention: 'name added',
    drop_sentence: 'sentence left out of the summary',
    block: 'paragraph changed',
    date: 'date set',
  },
  noReader: 'The reader could not be loaded.',
  failed: 'This text could not be read.',
  retry: 'Try again',
  fileTooLarge: 'That file is larger than 8 MB. Open a smaller one.',
  fileUnreadable:
    'That file cannot be read as text. Open it in its own program, copy the article there, and paste it here.',
  fileEmpty: 'That file holds no words. Open another one, or paste the article.',
  onlyAddress:
    'That is only an address, and this page opens none. Open it in your browser, copy the article there, and paste it here.',
  samplesMissing: 'The samples could not be loaded.',
  linkBroken: 'The link holds no readable article. Ask for it again, or paste the text.',
  shareWarning:
    'The link holds the whole text, packed, with your corrections and the date. Whoever has the link can read it; no server ever does.',
  shareTooLong: 'Links hold 8,000 characters at most; this text has {n}. Export a file instead.',
  copied: 'Copied.',
  exports: {
    markdown: ['Markdown', 'a report to read'],
    json: ['JSON', 'everything, for programs'],
    'csv-entities': ['CSV: names', 'for spreadsheets'],
    'csv-quotes': ['CSV: quotes', 'for spreadsheets'],
    'csv-timeline': ['CSV: dates', 'for spreadsheets'],
    jsonld: ['JSON-LD', 'schema.org, for search engines'],
    annotations: ['Web Annotation', 'W3C, for archives and tools'],
  },
  print: ['Print', 'text and findings'],
  comparing: {
    kept: '“{title}” is kept. Bring the other article to compare it with.',
    stop: 'Stop comparing',
    stopped: 'The other article was put away.',
    settled: 'Compared. Names in both: {names}. Quotations in both: {quotations}. At odds: {conflicts}.',
    texts: ['Article A', 'Article B'],
    showIn: 'Show in',
    onlyIn: ['only in A', 'only in B'],
    panes: { found: 'Findings', 0: 'Article A', 1: 'Article B' },
    show: 'Shown',
    found: 'What was found',
    linked: 'Scroll the texts together',
    aloneKey: 'told in one alone',
    swap: 'Swap',
    exportIt: 'Export',
    exports: {
      markdown: ['Markdown', 'a report to read'],
      json: ['JSON', 'everything, for programs'],
      csv: ['CSV', 'for spreadsheets'],
    },
    read: 'Read and correct',
    unlike: 'No name and no quotation is in both articles. They seem to be about different things.',
    conflict: 'At odds',
    noConflict: 'No date or amount was found to be at odds.',
    agree: 'Told alike',
    quotations: 'Quotations in both',
    noQuotations: 'No quotation stands in both.',
    relations: { same: 'same words', shorter: 'cut shorter', different: 'different words' },
    speakers: 'Who is quoted',
    nobodyKnown: 'Speaker unnamed or not found',
    notQuoted: 'not quoted',
    probableWords: '{words} probably theirs',
    inBoth: 'Named in both',
    nobodyInBoth: 'No name stands in both.',
    inOne: ['Named in A alone', 'Named in B alone'],
    alone: ['Told in A alone', 'Told in B alone'],
    pairs: 'Sentences that tell the same',
  },
};

/**
 * A sentence with its gaps filled.
 *
 * @param {string} template
 * @param {Record<string, string | number>} values
 */
export function say(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}
