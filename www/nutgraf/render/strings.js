/**
 * Every word that the views show. Another language is another table of this shape.
 */

export const STRINGS = {
  article: 'The article',
  copyHint: 'Left and right arrows, or n and p, move between names. Enter opens the card.',
  groups: {
    people: 'People', organisations: 'Organisations', places: 'Places', groups: 'Groups', events: 'Events',
    works: 'Works & products', dates: 'Dates', amounts: 'Numbers', links: 'Addresses', quotes: 'Quotes',
  },
  kinds: {
    person: 'person', organisation: 'organisation', place: 'place', group: 'group', event: 'event', work: 'work',
    product: 'product', date: 'date', time: 'time', money: 'money', percent: 'percent', quantity: 'quantity',
    ticker: 'ticker', email: 'e-mail', url: 'address',
  },
  blocks: {
    headline: 'headline', deck: 'standfirst', byline: 'byline', date: 'date', dateline: 'dateline', heading: 'heading',
    body: 'paragraph', quote: 'quotation', list: 'list', caption: 'caption', credit: 'credit', note: 'editor’s note',
    disclaimer: 'disclaimer', ai_notice: 'AI notice', related: 'related', furniture: 'not part of the story',
  },
  links: {
    own: 'full name', same: 'same words', variant: 'same name, written otherwise', part_of_name: 'part of the name',
    acronym: 'acronym', defined: 'defined in brackets', known_alias: 'known other name', short_form: 'short form',
    nickname: 'nickname', pronoun: 'pronoun', description: 'description',
  },
  reasons: {
    opens: 'opens the story', near_top: 'near the top', central: 'its words recur', headline: 'echoes the headline',
    protagonists: 'names the main figures', first_mention: 'introduces someone', quotes: 'says what someone said',
    numbers: 'gives numbers', dates: 'says when', new: 'adds something new', substantial: 'tells much',
  },
  facts: { who: 'Who', said: 'Said', when: 'When', where: 'Where', how_much: 'How much' },
  quoteKinds: { direct: 'direct', indirect: 'reported', mixed: 'partly quoted' },
  quoteKindHelp: {
    direct: 'The speaker’s own words, in quotation marks.',
    indirect: 'The writer’s words for what was said.',
    mixed: 'The writer’s words with some of the speaker’s in quotation marks.',
  },
  statuses: { asserted: '', denied: 'denied', negated: 'not said', hypothetical: 'not yet said', future: 'to be said' },
  precisions: {
    day: 'day', week: 'week', month: 'month', quarter: 'quarter', season: 'season or half-year', year: 'year',
    decade: 'decade', century: 'century', range: 'range',
  },
  notices: {
    empty: 'There is no text.', truncated: 'Cut', not_english: 'Not English', mixed_language: 'More than one language',
    short: 'Short text', not_prose: 'Not an article', no_date: 'No date', date_conflict: 'Two dates',
    ai_generated: 'AI notice in the text', invisible_characters: 'Hidden characters',
  },
  names: 'Names',
  timeline: 'Timeline',
  aboutArticle: 'About the article',
  nutLine: 'The nut graf',
  nutLineHelp: 'The one sentence that says why this story matters.',
  noSummary: 'There is too little text for a summary.',
  keyFacts: 'At a glance',
  summary: 'Summary',
  shorter: 'Shorter summary',
  longer: 'Longer summary',
  summaryLength: 'Length of the summary',
  goToSentence: 'Show in the text',
  filter: 'Filter names',
  noEntities: 'No names were found.',
  noMatch: 'No name matches.',
  alsoCalled: 'Also',
  pronouns: 'Referred to as',
  relatedTo: 'Related to',
  mentions: 'Mentions',
  previousMention: 'Previous mention',
  nextMention: 'Next mention',
  uncertain: 'uncertain',
  correct: 'Correct this',
  mergeInto: 'Merge into',
  choose: 'choose…',
  kindIs: 'Kind',
  split: 'Split off this mention',
  removeMention: 'Remove this mark',
  removeEntity: 'Not a name: remove all',
  noQuotes: 'Nobody is quoted.',
  unnamed: 'Unnamed speakers',
  unresolved: 'Speaker not found',
  howWeKnow: 'How we know',
  via: 'as reported by',
  noTimeline: 'No dates that can be placed on the calendar.',
  countedFrom: 'Dates are counted from',
  notCountedFrom: 'There is no date of publication. Give one to place “Sunday” or “last week”.',
  written: 'In the text',
  ambiguous: 'could mean another date',
  publishedMark: 'published',
  factsTable: {
    headline: 'Headline', published: 'Published', byline: 'By', dateline: 'Dateline', deck: 'Standfirst', length: 'Length',
    tickers: 'Securities', credit: 'Credits', caption: 'Captions', note: 'Editor’s notes', ai_notice: 'AI notice, as it stands',
    disclaimer: 'Disclaimers', related: 'Related', model: 'Read by',
  },
  notStated: 'not stated',
  counts: {
    mention: { one: '{n} mention', other: '{n} mentions' },
    quote: { one: '{n} quote', other: '{n} quotes' },
    sentence: { one: '{n} sentence', other: '{n} sentences' },
    word: { one: '{n} word', other: '{n} words' },
    minute: { one: '{n} min read', other: '{n} min read' },
    person: { one: '{n} person', other: '{n} people' },
    organisation: { one: '{n} organisation', other: '{n} organisations' },
    date: { one: '{n} date', other: '{n} dates' },
  },
  ofQuotedWords: '{share} of the words quoted',
};

const numbers = new Intl.NumberFormat('en');
const percents = new Intl.NumberFormat('en', { style: 'percent' });
const plurals = new Intl.PluralRules('en');
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** @param {number} n */
export function number(n) {
  return numbers.format(n);
}

/** @param {number} part a share, 0 to 1 */
export function percent(part) {
  return percents.format(part);
}

/**
 * "1 quote", "3 quotes".
 *
 * @param {keyof typeof STRINGS.counts} what
 * @param {number} n
 */
export function counted(what, n) {
  const forms = STRINGS.counts[what];
  return (plurals.select(n) === 'one' ? forms.one : forms.other).replace('{n}', number(n));
}

/**
 * "29 June 2025".
 *
 * @param {string} date a day as YYYY-MM-DD
 */
export function day(date) {
  return days.format(utc(date));
}

/** @param {string} date */
export function weekday(date) {
  return weekdays.format(utc(date));
}

/**
 * A stretch of days as exactly as the words were: "29 June 2025", "March 2025", "2025".
 *
 * @param {{ from: string, to: string, precision: string }} when
 */
export function stretch({ from, to, precision }) {
  if (from === to) return day(from);
  if (precision === 'month') return months.format(utc(from));
  if (precision === 'year' || precision === 'decade' || precision === 'century') {
    const [first, last] = [from, to].map(date => String(Number(date.slice(0, 4))));
    return first === last ? first : `${first} – ${last}`;
  }
  return days.formatRange(utc(from), utc(to));
}

/** @param {string} date */
function utc(date) {
  return new Date(`${date}T00:00:00Z`);
}
