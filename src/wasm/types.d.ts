/**
 * What a report holds, and the options it is made with. Written by `cargo xtask contract` from src/report.rs and
 * src/wasm/options.rs.
 */

/**
 * Everything that was found in one article.
 *
 * `Report.offsets` says what spans count: in Rust UTF-8 bytes of the text that was analysed, until
 * `Report.with_offsets` turns them into other units; in JavaScript UTF-16 code units.
 *
 * Lists are empty where nothing was found; a text without a word gives a report with one notice.
 */
export interface Report {
  /** The version of the form of this report: `SCHEMA`. */
  schema: number;
  /** The name and version of the model that was used. */
  model: string;
  /** What the offsets count. */
  offsets: Units;
  /** How the text is built. */
  article: Article;
  /** Every sentence of every block, in text order; other parts of the report name them by their index. */
  sentences: Sentence[];
  /** Token spans in text order; only with `Options.tokens`. */
  tokens?: [number, number][];
  /** Every real-world thing that is mentioned; `EntityId` is the index into this list. */
  entities: Entity[];
  /** Everything that somebody is reported to have said, in text order; `QuoteId` is the index into this list. */
  quotes: Quote[];
  /** Every expression of a date or time that could be placed on the calendar, in text order. */
  timeline: TimelineEntry[];
  /**
   * The sentences of the story's paragraphs, best first: the first `n` are the summary of `n` sentences. Left out are
   * words to the reader ("Scroll down for video"), lines that are no sentences, items of lists and quoted matter.
   */
  summary: Ranked[];
  /** The one sentence (index into `sentences`) that carries the story; none where no sentence of a story was found. */
  nut_graf: number | null;
  /** The former name of `nut_graf`, with the same value; it is gone from the next version of the form on. */
  nut_line: number | null;
  /** Who, what was said, when, how much: the few facts to know, each with its place. */
  key_facts: KeyFact[];
  /** What the reader should know about this analysis. */
  notices: Notice[];
}

/** The index of an entity in `Report.entities`. */
export type EntityId = number;

/** The index of a quote in `Report.quotes`. */
export type QuoteId = number;

/** How the text is built: its blocks, and what they say about the article itself. */
export interface Article {
  /**
   * The day of publication: from the options, else as the text states it. Where the text states it without its year
   * ("WASHINGTON, Nov 26 (Reuters) -"), the year follows from other dates of the text, else from the day of reading;
   * see `published_basis`.
   */
  published: string | null;
  /** What the day of publication rests on; there is one wherever there is a day. */
  published_basis: PublishedBasis | null;
  /** The month and day that the text states without a year, whether or not the year could be told. */
  published_day: MonthDay | null;
  /** Where the text states it. */
  published_span: Span | null;
  /** The headline. */
  headline: Span | null;
  /** The names in the byline, in order. */
  byline: Span[];
  /** Blocks in text order; they do not overlap, and only white space lies between them. */
  blocks: Block[];
  /** Openings inside paragraphs: run-in heads and datelines. */
  leads: Lead[];
}

/** What the day of publication rests on. */
export type PublishedBasis = 'given' | 'stated' | 'inferred' | 'assumed';

/** A paragraph or line with one purpose. */
export interface Block extends Span {
  /** Its purpose. */
  kind: BlockKind;
}

/** The purpose of a block. */
export type BlockKind = 'headline' | 'deck' | 'byline' | 'date' | 'dateline' | 'heading' | 'body' | 'quote' | 'list' | 'caption' | 'credit' | 'note' | 'disclaimer' | 'ai_notice' | 'related' | 'furniture';

/**
 * Words that open a paragraph without being part of its first sentence; a sentence of their own in
 * `Report.sentences`.
 */
export interface Lead extends Span {
  /** Which sort of opening. */
  kind: LeadKind;
}

/** Sorts of opening. */
export type LeadKind = 'runin' | 'dateline';

/** A sentence. */
export interface Sentence extends Span {
  /** The index of its block in `Article.blocks`. */
  block: number;
}

/** One real-world thing with all its mentions: a person, a body, a place; also an amount or a date. */
export interface Entity {
  /** Its index in `Report.entities`. */
  id: EntityId;
  /** What it is. */
  kind: EntityKind;
  /** The fullest name in the text. */
  name: string;
  /** The other names in the text, in order of appearance. */
  aliases: string[];
  /** What the text says it is: "head of Russia's Foreign Intelligence Service". */
  role: string | null;
  /** Where the text says so. */
  role_span: Span | null;
  /** The value of an amount, a date or a ticker. */
  value?: Value;
  /** How much the article is about it, 0 to 1. */
  salience: number;
  /** Related entities: the country of an adjective, the company of a ticker. */
  related?: EntityId[];
  /** Where it is mentioned, in text order; never empty. */
  mentions: Mention[];
}

/** What an entity is. */
export type EntityKind = 'person' | 'organisation' | 'place' | 'group' | 'event' | 'work' | 'product' | 'date' | 'time' | 'money' | 'percent' | 'quantity' | 'age' | 'ticker' | 'email' | 'url';

/** One place where an entity is mentioned. */
export interface Mention extends Span {
  /** Which form the mention takes. */
  form: Form;
  /** How it was found. */
  source: Source;
  /** Why it belongs to its entity. */
  link: Link;
  /** How sure it is that this names a thing of the entity's kind, and this very entity, 0 to 1. */
  confidence: number;
  /**
   * What its block is for, where that stands beside the story: a link, a notice, debris. Such a mention counts nothing
   * for salience and key facts. Absent in the story.
   */
  beside?: BlockKind;
}

/** Which form a mention takes. */
export type Form = 'name' | 'short' | 'description' | 'pronoun';

/** How a mention was found. */
export type Source = 'tagger' | 'pattern' | 'repeat' | 'definition' | 'coreference';

/** Why a mention belongs to its entity. */
export type Link = 'own' | 'same' | 'variant' | 'part_of_name' | 'acronym' | 'defined' | 'known_alias' | 'short_form' | 'nickname' | 'pronoun' | 'description';

/**
 * Something that somebody is reported to have said, written or announced.
 *
 * Who spoke is told three times over, from the surest to the most useful: `attribution` says
 * whether it is known, `speaker_span` holds the words that name the speaker, and
 * `speaker` the entity. "Officials said" has words and no entity.
 */
export interface Quote {
  /** Its index in `Report.quotes`. */
  id: QuoteId;
  /** Whose words they are. */
  kind: QuoteKind;
  /** The reported words, without quotation marks; several where the attribution stands between. */
  parts: Span[];
  /**
   * Quotes with the same number are one utterance that runs on, as over paragraphs that each open with a mark. The
   * numbers mean nothing else; absent where the quote stands alone.
   */
  group: number | null;
  /** The quote that this one stands inside: "He said she had told him no" holds a second one. */
  inside: QuoteId | null;
  /** The words that report it: "said", "according to". */
  cue: Span | null;
  /** The cue in its base form: "say". */
  verb: string | null;
  /** Who said it, if that is an entity of the report. */
  speaker: EntityId | null;
  /** The words that name the speaker. */
  speaker_span: Span | null;
  /** Whether the speaker is known. */
  attribution: Attribution;
  /** The outlet or document that passed it on: "was quoted as saying by". */
  via: Span | null;
  /** What the reporting clause claims. */
  status: QuoteStatus;
  /** How sure it is that this is the speaker, 0 to 1. */
  confidence: number;
  /**
   * Whether the named speaker is less sure than the rest: show it as "probably X" with `because`. Never set where
   * `Quote.speaker` is none.
   */
  probable: boolean;
  /** How we know, in plain words. */
  because: string;
}

/** Whose words a quote holds. */
export type QuoteKind = 'direct' | 'indirect' | 'mixed';

/** Whether the speaker is known. */
export type Attribution = 'named' | 'unnamed' | 'unresolved';

/** What the reporting clause claims. */
export type QuoteStatus = 'asserted' | 'denied' | 'negated' | 'hypothetical' | 'future';

/**
 * A date or time expression on the calendar.
 *
 * An expression that cannot be placed ("last week" in a text without a date) has no entry; its words are still an entity.
 */
export interface TimelineEntry extends Span {
  /** The first day meant. */
  from: string;
  /** The last day meant. */
  to: string;
  /** How exact the words are. */
  precision: Precision;
  /** The time of day as written, with its zone. */
  time?: Span;
  /** How the date was worked out, in plain words. */
  basis: string;
  /** Whether another reading is as likely. */
  ambiguous: boolean;
  /**
   * Whether it stands in what a page has beside the story (teasers, sign-ups, source lines, legal matter), so that it
   * belongs to no timeline of the story. Absent if not.
   */
  beside_story?: boolean;
  /**
   * The entry, by its index in `Report.timeline`, of the range that this date begins or ends, or of the date that is
   * counted from it ("three days after Friday").
   */
  range?: number;
  /** The sentence it stands in. */
  sentence: number | null;
  /** The named entities of that sentence. */
  entities: EntityId[];
}

/** How exact a date expression is. */
export type Precision = 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'decade' | 'century' | 'range';

/** A sentence of the story in the ranking. */
export interface Ranked {
  /** The index of the sentence in `Report.sentences`. */
  sentence: number;
  /** How much it carries, 0 to 1. */
  score: number;
  /** Why it stands here, strongest first. */
  reasons: Reason[];
  /**
   * The index of the sentence without which it is hard to understand, such as the one that names who "she" is. That
   * one stands earlier in the ranking.
   */
  needs: number | null;
}

/** Why a sentence ranks where it does. */
export type Reason = 'opens' | 'near_top' | 'central' | 'headline' | 'protagonists' | 'first_mention' | 'quotes' | 'numbers' | 'dates' | 'new' | 'substantial';

/** One fact to know, with its place. Facts stand in the order of `FactKind`, the weightier first within a kind. */
export interface KeyFact extends Span {
  /** Which question it answers. */
  kind: FactKind;
  /** The sentence they stand in. */
  sentence: number | null;
  /** The entity it is about. */
  entity: EntityId | null;
  /** The quote it is. */
  quote: QuoteId | null;
}

/** Which question a fact answers. */
export type FactKind = 'who' | 'said' | 'when' | 'where' | 'how_much';

/**
 * What an amount, an age, a recurring date or a ticker is worth; fields that do not apply are absent.
 *
 * | kind | fields |
 * |---|---|
 * | money | `amount`, `amount_to` in a range, `currency`; `per`, `approximate` |
 * | percent | `amount` (12 for "12 per cent"), `amount_to` in a range; `unit` of points, `per`, `approximate` |
 * | quantity | `amount`, `amount_to` in a range, `unit`; `per`, `approximate` |
 * | age | `amount`, `amount_to` in a range, `unit` |
 * | date | `every`, with `amount`, if it comes round: "every two weeks" |
 * | ticker | `symbol`, `exchange` where it is written |
 *
 * Dates that lie on a day have no value here: see `Report.timeline`.
 */
export interface Value {
  /** The number, with its magnitude multiplied in: 4.5 billion is 4500000000. */
  amount?: number;
  /** The upper end where a range is given. */
  amount_to?: number;
  /** The ISO 4217 code of the currency; a bare "$" is USD unless the text says otherwise. */
  currency?: string;
  /** The unit as written, singular: "mile", "kg", "people". */
  unit?: string;
  /** What it is counted per: the "hour" of "$15 an hour", the "h" of "156 km/h". */
  per?: string;
  /**
   * How often a date comes round that lies on no day of its own: the "week" of "every Tuesday". `amount` counts
   * them where it is more than one: 2 for "every two weeks".
   */
  every?: string;
  /** How exact it is, by the words beside its first mention: "about", "more than", "nearly". */
  approximate?: Approximation;
  /** The symbol of a security. */
  symbol?: string;
  /** The exchange, where it is written. */
  exchange?: string;
}

/** On which side of a stated amount the true one lies. */
export type Approximation = 'about' | 'over' | 'under';

/**
 * Something the reader should know about this analysis. A notice never means that reading failed: the rest of the report
 * holds what could be found.
 */
export interface Notice {
  /** What it is about, for programs. */
  code: NoticeCode;
  /** The same in plain words. */
  message: string;
  /** The words concerned. */
  span: Span | null;
}

/** What a notice is about. */
export type NoticeCode = 'empty' | 'truncated' | 'not_english' | 'mixed_language' | 'short' | 'not_prose' | 'no_date' | 'year_assumed' | 'date_conflict' | 'ai_generated' | 'invisible_characters' | 'no_summary';

/** A day of any year. */
export interface MonthDay {
  /** 1 (January) to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

/**
 * A half-open range `start..end` of a text.
 *
 * In Rust the unit is the UTF-8 byte and both ends lie on character boundaries, so `&text[span.range()]` is what was
 * found, until `Report.with_offsets` turns a whole report into other
 * `Units` at once. In JavaScript it is the UTF-16 code unit: `text.slice(start, end)` is what was found.
 */
export interface Span {
  /** The first offset inside. */
  start: number;
  /** The first offset after `start` that is not inside. */
  end: number;
}

/** What the offsets of a report count. */
export type Units = 'utf8' | 'utf16' | 'codepoint';

/**
 * What two to five articles have in common, and in what they differ.
 *
 * A text is named by its index in what was given; `Comparison.offsets` says what its spans count.
 */
export interface Comparison {
  /** The version of the form of this comparison; it rises when a field changes its meaning or goes. */
  schema: number;
  /** What the offsets count. */
  offsets: Units;
  /** Each text, in the order given. */
  texts: ComparedText[];
  /** Every named thing of the stories: those in most texts first, then the more salient. */
  entities: SharedEntity[];
  /** Who is quoted where: those in most texts first, then who gets most words; nobody known comes last. */
  speakers: SharedSpeaker[];
  /** Words in quotation marks that stand in more than one text, in the order of the first text that has them. */
  quotations: SharedQuotation[];
  /** Dates and amounts that two texts tell of the same thing. */
  statements: SharedStatement[];
  /** Sentences of two stories that tell the same. */
  pairs: Counterpart[];
  /** Sentences of a story that have no counterpart in any other, in text order. */
  alone: LoneSentence[];
}

/** How long a text is. */
export interface ComparedText {
  /** The words of its story: runs without white space that hold a letter or a digit. */
  words: number;
  /** How many of them are somebody's, reported in his own words or in the writer's. */
  quoted_words: number;
}

/** A named thing and the texts that have it. */
export interface SharedEntity {
  /** What it is. */
  kind: EntityKind;
  /** The fullest of its names. */
  name: string;
  /** Where it is, in the order of the texts; one place if it is in one text alone. */
  in: EntityPlace[];
}

/** What stands for a thing in one text. */
export interface EntityPlace {
  /** The index of the text. */
  text: number;
  /** The index in the list of entities of its report. */
  entity: number;
  /** How often its story mentions it. */
  mentions: number;
  /** How much the text is about it, 0 to 1. */
  salience: number;
}

/** Somebody whose words are reported. */
export interface SharedSpeaker {
  /** The index in `Comparison.entities`; none for a name that a reader typed, and where nobody is known. */
  entity: number | null;
  /** The name; none where nobody is known. */
  name: string | null;
  /** What is reported of him, in the order of the texts. */
  in: SpeakerPlace[];
}

/** What one text reports of somebody. */
export interface SpeakerPlace {
  /** The index of the text. */
  text: number;
  /** The quotes, by their index in its report. */
  quotes: number[];
  /** How many words these have, but for those that are only probably his. */
  words: number;
  /** How many words are only probably his. */
  probable_words: number;
}

/** Words in quotation marks that stand in two texts or more. */
export interface SharedQuotation {
  /** How they differ. */
  relation: QuotationRelation;
  /** Where they are, in the order of the texts; a quotation that is interrupted has several places in one text. */
  places: QuotationPlace[];
  /** The words that both texts have and those that one has alone, in order; empty where they are the same. */
  difference: DifferenceStep[];
}

/** How the words of quotations differ, apart from marks, case and what stands in brackets. */
export type QuotationRelation = 'same' | 'shorter' | 'different';

/** A quotation or a part of one. */
export interface QuotationPlace extends Span {
  /** The index of the text. */
  text: number;
  /** The index of the quote in its report; none for words in marks of which the report does not say whose they are. */
  quote: number | null;
  /** The index of the part of the quote. */
  part: number;
}

/** A run of words of a difference. */
export interface DifferenceStep extends Span {
  /** Whether the other text has these words, too. Such a run comes twice, first as it stands in the earlier text. */
  op: DifferenceOp;
  /** The index of the text. */
  text: number;
}

/** Whose words these are. */
export type DifferenceOp = 'equal' | 'only';

/** A date or an amount that two texts tell of the same thing. */
export interface SharedStatement {
  /** What is told. */
  kind: StatementKind;
  /** Whether the texts say the same. */
  relation: StatementRelation;
  /** Words that both use of it, as the first writes them. */
  about: string[];
  /** Where each tells it. */
  places: StatementPlace[];
}

/** What a statement tells. */
export type StatementKind = 'date' | 'amount';

/** Whether texts say the same. */
export type StatementRelation = 'agree' | 'conflict';

/** The words of a date or an amount with their sentence. */
export interface StatementPlace extends Span {
  /** The index of the text. */
  text: number;
  /** The sentence they stand in. */
  sentence: number;
}

/** Two sentences that tell the same. */
export interface Counterpart {
  /** The indices of the two texts, the smaller first. */
  texts: [number, number];
  /** The sentence of each, by its index in the report. */
  sentences: [number, number];
  /** How much of what they tell is in both, 0 to 1. */
  score: number;
}

/** A sentence without counterpart. */
export interface LoneSentence {
  /** The index of the text. */
  text: number;
  /** The index of the sentence in its report. */
  sentence: number;
  /** The texts that do not tell it. */
  against: number[];
}

/** A stage of the analysis. Stages run one after the other, in this order. */
export type Stage = 'structure' | 'tokens' | 'mentions' | 'entities' | 'quotes' | 'timeline' | 'summary';

/** Told which stage runs, and the share of the whole work that is done, 0 to 1. */
export type ProgressListener = (stage: Stage, share: number) => void;

/** What the source says about a stretch of the text, for example the elements of a page. */
export interface Hint {
  /** The purpose of the block. */
  kind: BlockKind;
  /** The first offset inside, in UTF-16 code units. */
  start: number;
  /** The first offset after `start` that is not inside. */
  end: number;
}

/**
 * How to read a text. An unknown key or a wrong type is a `TypeError`, an impossible value a `RangeError`;
 * `null` counts as absent.
 */
export interface AnalyzeOptions {
  /**
   * The day of publication as YYYY-MM-DD, against which "Sunday" and "last week" are read. It wins over a date in the
   * text. An empty string is none.
   */
  date?: string | null;
  /**
   * The day on which the text is read, as YYYY-MM-DD: a text that is dated without a year ("WASHINGTON, Nov 26 (Reuters)
   * -") is taken to be of the last such day up to it. An empty string is none.
   */
  today?: string | null;
  /**
   * Whether the day of publication is to stay unknown although the text states one. A day that is given counts all the
   * same.
   */
  undated?: boolean | null;
  /** How many characters are read at most; 10,000,000 unless set. The rest is left out, with a notice. */
  maxChars?: number | null;
  /** Whether the report lists the tokens. */
  tokens?: boolean | null;
  /** What the source says about its own blocks; followed where they fall on whole lines. */
  hints?: Hint[] | null;
  /**
   * Called while a text is read, at once and then at most every 50 milliseconds. What it throws is thrown when the
   * text is read.
   */
  onProgress?: ProgressListener | null;
  /** Whether each stage leaves a measure "nutgraf:STAGE" in the browser's performance tools. */
  trace?: boolean | null;
}

/** How long a summary is; the first of these that is given counts. Three sentences if none is. */
export interface SummaryLength {
  /** At most this many words, and at least one sentence. */
  words?: number | null;
  /** This share of the ranked sentences, 0 to 1. */
  share?: number | null;
  /** This many sentences. */
  sentences?: number | null;
}

/** How to sum up a text. */
export interface SummaryOptions extends AnalyzeOptions, SummaryLength {}

/** A sentence of a summary. */
export interface SummaryPart extends Span {
  /** The words. */
  text: string;
}
