//! What comes back: plain data, every result tied to the words it came from.

use crate::{Date, MonthDay, Notice, Span, Units, Value, text::OffsetMap};
use serde::{Deserialize, Serialize, Serializer};

/// The version of the report's JSON form; it rises when a field changes its meaning or goes.
pub const SCHEMA: u32 = 1;

/// Everything that was found in one article.
///
/// [`Report::offsets`] says what spans count: in Rust UTF-8 bytes of the text that was analysed, until
/// [`Report::with_offsets`] turns them into other units; in JavaScript UTF-16 code units.
///
/// Lists are empty where nothing was found; a text without a word gives a report with one notice.
///
/// # Examples
///
/// ```
/// use nutgraf::{Options, analyze};
/// let text = "Mayor Ana Lowe resigned on Sunday. \"I am tired,\" Lowe said.";
/// let report = analyze(text, &Options::new());
/// let quote = &report.quotes[0];
/// let speaker = &report.entities[quote.speaker.unwrap().0 as usize];
/// assert_eq!((quote.parts[0].of(text), speaker.name.as_str()), ("I am tired", "Ana Lowe"));
///
/// let report = analyze("", &Options::new());
/// assert!(report.sentences.is_empty() && report.notices.len() == 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// The version of the form of this report: [`SCHEMA`].
    pub schema: u32,
    /// The name and version of the model that was used.
    pub model: String,
    /// What the offsets count.
    pub offsets: Units,
    /// How the text is built.
    pub article: Article,
    /// Every sentence of every block, in text order; other parts of the report name them by their index.
    pub sentences: Vec<Sentence>,
    /// Token spans in text order; only with [`Options::tokens`](crate::Options::tokens).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<(u32, u32)>>,
    /// Every real-world thing that is mentioned; [`EntityId`] is the index into this list.
    pub entities: Vec<Entity>,
    /// Everything that somebody is reported to have said, in text order; [`QuoteId`] is the index into this list.
    pub quotes: Vec<Quote>,
    /// Every expression of a date or time that could be placed on the calendar, in text order.
    pub timeline: Vec<TimelineEntry>,
    /// The sentences of the story's paragraphs, best first: the first `n` are the summary of `n` sentences. Left out are
    /// words to the reader ("Scroll down for video"), lines that are no sentences, items of lists and quoted matter.
    pub summary: Vec<Ranked>,
    /// The one sentence (index into `sentences`) that carries the story; none where no sentence of a story was found.
    pub nut_graf: Option<u32>,
    /// The former name of `nut_graf`, with the same value; it is gone from the next version of the form on.
    #[deprecated(note = "read `nut_graf`")]
    pub nut_line: Option<u32>,
    /// Who, what was said, when, how much: the few facts to know, each with its place.
    pub key_facts: Vec<KeyFact>,
    /// What the reader should know about this analysis.
    pub notices: Vec<Notice>,
}

/// The index of an entity in [`Report::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct EntityId(pub u32);

/// The index of a quote in [`Report::quotes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct QuoteId(pub u32);

/// How the text is built: its blocks, and what they say about the article itself.
///
/// # Examples
///
/// ```
/// use nutgraf::{BlockKind, Options, analyze};
/// let text = "Bridge closed for repairs\n\nBy Ana Lowe\n\nMarch 4, 2026\n\nThe old bridge was closed on Monday.";
/// let article = analyze(text, &Options::new()).article;
/// assert_eq!(article.headline.unwrap().of(text), "Bridge closed for repairs");
/// assert_eq!(article.byline[0].of(text), "Ana Lowe");
/// assert_eq!(article.published.unwrap().to_string(), "2026-03-04");
/// assert_eq!(article.blocks.last().unwrap().kind, BlockKind::Body);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Article {
    /// The day of publication: from the options, else as the text states it. Where the text states it without its year
    /// ("WASHINGTON, Nov 26 (Reuters) -"), the year follows from other dates of the text, else from the day of reading;
    /// see `published_basis`.
    pub published: Option<Date>,
    /// What the day of publication rests on; there is one wherever there is a day.
    pub published_basis: Option<PublishedBasis>,
    /// The month and day that the text states without a year, whether or not the year could be told.
    pub published_day: Option<MonthDay>,
    /// Where the text states it.
    pub published_span: Option<Span>,
    /// The headline.
    pub headline: Option<Span>,
    /// The names in the byline, in order.
    pub byline: Vec<Span>,
    /// Blocks in text order; they do not overlap, and only white space lies between them.
    pub blocks: Vec<Block>,
    /// Openings inside paragraphs: run-in heads and datelines.
    pub leads: Vec<Lead>,
}

/// What the day of publication rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PublishedBasis {
    /// The options give it.
    Given,
    /// The text states it with its year.
    Stated,
    /// The text states it without its year, which other dates or a copyright line of the text show.
    Inferred,
    /// The text states it without its year, which is a guess: that of the last such day up to the day of reading.
    Assumed,
}

/// A paragraph or line with one purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Block {
    /// Its purpose.
    pub kind: BlockKind,
    /// Its place.
    #[serde(flatten)]
    pub span: Span,
}

/// The purpose of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BlockKind {
    /// The title of the article.
    Headline,
    /// The line under the headline; standfirst, subtitle.
    Deck,
    /// Who wrote it.
    Byline,
    /// When it was published or updated.
    Date,
    /// Where it was written, on a line of its own.
    Dateline,
    /// A heading of a section.
    Heading,
    /// A paragraph of the story.
    Body,
    /// A paragraph that is set off as quoted matter.
    Quote,
    /// An item of a list.
    List,
    /// Words under a picture.
    Caption,
    /// Whose picture or text it is.
    Credit,
    /// An editor's note or a correction.
    Note,
    /// A legal or editorial disclaimer, and who reported or edited besides: "(Reporting by Ana Lowe; editing by Bo Reed)".
    Disclaimer,
    /// A statement that software wrote or helped to write the text.
    AiNotice,
    /// A pointer to another article.
    Related,
    /// Navigation, sign-ups, social links, copyright, contacts and other debris. In JSON it is called `furniture` as long
    /// as [`SCHEMA`] is 1; a hint may call it `boilerplate`, too.
    #[serde(rename = "furniture", alias = "boilerplate")]
    Boilerplate,
}

impl BlockKind {
    /// Every kind, in the order in which they are numbered.
    pub(crate) const ALL: [BlockKind; 16] = [
        BlockKind::Headline,
        BlockKind::Deck,
        BlockKind::Byline,
        BlockKind::Date,
        BlockKind::Dateline,
        BlockKind::Heading,
        BlockKind::Body,
        BlockKind::Quote,
        BlockKind::List,
        BlockKind::Caption,
        BlockKind::Credit,
        BlockKind::Note,
        BlockKind::Disclaimer,
        BlockKind::AiNotice,
        BlockKind::Related,
        BlockKind::Boilerplate,
    ];

    /// Whether the story is told here: body, quote or list.
    pub const fn is_story(self) -> bool {
        matches!(self, BlockKind::Body | BlockKind::Quote | BlockKind::List)
    }

    /// Whether quotes, dates and amounts are looked for here, and whether names here count for the story: all but navigation,
    /// legal matter and other debris.
    pub const fn is_read(self) -> bool {
        !matches!(self, Self::Date | Self::Disclaimer | Self::AiNotice | Self::Related | Self::Boilerplate)
    }
}

/// Words that open a paragraph without being part of its first sentence; a sentence of their own in
/// [`Report::sentences`].
///
/// # Examples
///
/// ```
/// use nutgraf::{LeadKind, Options, analyze};
/// let text = "LONDON, March 4 (Reuters) - The bridge was closed on Monday.";
/// let lead = analyze(text, &Options::new()).article.leads[0];
/// assert_eq!((lead.kind, lead.span.of(text)), (LeadKind::Dateline, "LONDON, March 4 (Reuters) -"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Lead {
    /// Which sort of opening.
    pub kind: LeadKind,
    /// Its place, inside a block.
    #[serde(flatten)]
    pub span: Span,
}

/// Sorts of opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LeadKind {
    /// "What Happened:"
    Runin,
    /// "LONDON (Reuters) -"
    Dateline,
}

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Sentence {
    /// Its place, without white space at the edges.
    #[serde(flatten)]
    pub span: Span,
    /// The index of its block in [`Article::blocks`].
    pub block: u32,
}

/// One real-world thing with all its mentions: a person, a body, a place; also an amount or a date.
///
/// # Examples
///
/// ```
/// use nutgraf::{EntityKind, Options, analyze};
/// let text = "Ana Lowe, the mayor of Leeds, resigned. Lowe was tired.";
/// let entities = analyze(text, &Options::new()).entities;
/// let lowe = entities.iter().find(|entity| entity.kind == EntityKind::Person).unwrap();
/// assert_eq!((lowe.name.as_str(), lowe.mentions.len()), ("Ana Lowe", 2));
/// assert_eq!(lowe.role.as_deref(), Some("mayor of Leeds"));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Entity {
    /// Its index in [`Report::entities`].
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name in the text.
    pub name: String,
    /// The other names in the text, in order of appearance.
    pub aliases: Vec<String>,
    /// What the text says it is: "head of Russia's Foreign Intelligence Service".
    pub role: Option<String>,
    /// Where the text says so.
    pub role_span: Option<Span>,
    /// The value of an amount, a date or a ticker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// How much the article is about it, 0 to 1.
    #[serde(serialize_with = "four_decimals")]
    pub salience: f32,
    /// Related entities: the country of an adjective, the company of a ticker.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<EntityId>,
    /// Where it is mentioned, in text order; never empty.
    pub mentions: Vec<Mention>,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, agency, party, team, court, medium.
    Organisation,
    /// A country, city, region, water, building.
    Place,
    /// A nationality, people, religion or political group.
    Group,
    /// A war, storm, election, tournament with a name.
    Event,
    /// A book, film, law, treaty, prize.
    Work,
    /// A vehicle, weapon, drug, device, software.
    Product,
    /// A day, month, year or stretch of days.
    Date,
    /// A time of day.
    Time,
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
    /// A number with a unit or of things.
    Quantity,
    /// How old somebody or something is.
    Age,
    /// The symbol of a listed security.
    Ticker,
    /// An e-mail address.
    Email,
    /// The address of a web page.
    Url,
}

impl EntityKind {
    /// Whether it is a thing with a proper name rather than an expression with a value.
    pub const fn is_named(self) -> bool {
        (self as u8) <= EntityKind::Product as u8
    }
}

/// One place where an entity is mentioned.
///
/// # Examples
///
/// ```
/// use nutgraf::{Form, Link, Options, analyze};
/// let text = "Dr. Ana Lowe resigned. She was tired.";
/// let mentions = &analyze(text, &Options::new()).entities[0].mentions;
/// assert_eq!((mentions[0].span.of(text), mentions[0].form), ("Ana Lowe", Form::Name));
/// assert_eq!((mentions[1].span.of(text), mentions[1].link), ("She", Link::Pronoun));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Mention {
    /// Its place: the name without article, title or possessive.
    #[serde(flatten)]
    pub span: Span,
    /// Which form the mention takes.
    pub form: Form,
    /// How it was found.
    pub source: Source,
    /// Why it belongs to its entity.
    pub link: Link,
    /// How sure it is that this names a thing of the entity's kind, and this very entity, 0 to 1.
    #[serde(serialize_with = "four_decimals")]
    pub confidence: f32,
    /// What its block is for, where that stands beside the story: a link, a notice, debris. Such a mention counts nothing
    /// for salience and key facts. Absent in the story.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<BlockKind>,
}

/// Which form a mention takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Form {
    /// A full name or value.
    Name,
    /// A shorter name: surname, acronym, nickname.
    Short,
    /// "the spy chief"
    Description,
    /// "he"
    Pronoun,
}

/// How a mention was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Source {
    /// The trained tagger read it in its sentence.
    Tagger,
    /// A written pattern: amounts, dates, tickers, addresses.
    Pattern,
    /// The same name was found elsewhere in the article.
    Repeat,
    /// A name in brackets after or before its long form.
    Definition,
    /// Coreference: a pronoun or description and what it refers to.
    Coreference,
}

/// Why a mention belongs to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Link {
    /// It is the entity's first or fullest name.
    Own,
    /// The same words.
    Same,
    /// The same name written otherwise: case, accents, hyphens, full stops, "the".
    Variant,
    /// Part of a person's name: surname, first name, with or without a title.
    PartOfName,
    /// Initials or acronym of the full name.
    Acronym,
    /// Defined in brackets: "Foreign Intelligence Service (SVR)".
    Defined,
    /// A known other name: "U.S." and "United States".
    KnownAlias,
    /// A short form of an organisation, work or event: "Nordbank" for "Nordbank AG".
    ShortForm,
    /// A nickname given beside the name.
    Nickname,
    /// A pronoun that agrees with the last fitting entity.
    Pronoun,
    /// A description that fits the entity's role or kind.
    Description,
}

/// Something that somebody is reported to have said, written or announced.
///
/// Who spoke is told three times over, from the surest to the most useful: [`attribution`](Quote::attribution) says
/// whether it is known, [`speaker_span`](Quote::speaker_span) holds the words that name the speaker, and
/// [`speaker`](Quote::speaker) the entity. "Officials said" has words and no entity.
///
/// # Examples
///
/// ```
/// use nutgraf::{Attribution, Options, QuoteKind, QuoteStatus, analyze};
/// let text = "\"We lost,\" Ana Lowe said, \"but we learned.\" Officials denied that the match was fixed.";
/// let quotes = analyze(text, &Options::new()).quotes;
///
/// assert_eq!(quotes[0].kind, QuoteKind::Direct);
/// assert_eq!(quotes[0].verb.as_deref(), Some("say"));
/// assert_eq!(quotes[0].attribution, Attribution::Named);
///
/// let denial = quotes.last().unwrap();
/// assert_eq!((denial.kind, denial.status), (QuoteKind::Indirect, QuoteStatus::Denied));
/// assert_eq!(denial.attribution, Attribution::Unnamed);
/// assert_eq!((denial.speaker, denial.speaker_span.unwrap().of(text)), (None, "Officials"));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Quote {
    /// Its index in [`Report::quotes`].
    pub id: QuoteId,
    /// Whose words they are.
    pub kind: QuoteKind,
    /// The reported words, without quotation marks; several where the attribution stands between.
    pub parts: Vec<Span>,
    /// Quotes with the same number are one utterance that runs on, as over paragraphs that each open with a mark. The
    /// numbers mean nothing else; absent where the quote stands alone.
    pub group: Option<u32>,
    /// The quote that this one stands inside: "He said she had told him no" holds a second one.
    pub inside: Option<QuoteId>,
    /// The words that report it: "said", "according to".
    pub cue: Option<Span>,
    /// The cue in its base form: "say".
    pub verb: Option<String>,
    /// Who said it, if that is an entity of the report.
    pub speaker: Option<EntityId>,
    /// The words that name the speaker.
    pub speaker_span: Option<Span>,
    /// Whether the speaker is known.
    pub attribution: Attribution,
    /// The outlet or document that passed it on: "was quoted as saying by".
    pub via: Option<Span>,
    /// What the reporting clause claims.
    pub status: QuoteStatus,
    /// How sure it is that this is the speaker, 0 to 1.
    #[serde(serialize_with = "four_decimals")]
    pub confidence: f32,
    /// Whether the named speaker is less sure than the rest: show it as "probably X" with `because`. Never set where
    /// [`Quote::speaker`] is none.
    pub probable: bool,
    /// How we know, in plain words.
    pub because: String,
}

/// Whose words a quote holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuoteKind {
    /// The speaker's, all in quotation marks.
    Direct,
    /// The writer's: a reported clause.
    Indirect,
    /// A reported clause with some of the speaker's words in quotation marks.
    Mixed,
}

/// Whether the speaker is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Attribution {
    /// An entity of the report.
    Named,
    /// Words that name no entity: "officials", "the report".
    Unnamed,
    /// Nobody could be made out.
    Unresolved,
}

/// What the reporting clause claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuoteStatus {
    /// It was said.
    Asserted,
    /// The speaker says it is not so: "denied that".
    Denied,
    /// It was not said: "did not say that".
    Negated,
    /// It may be said: "would say", "if she says".
    Hypothetical,
    /// It is to be said: "will tell the court".
    Future,
}

/// A date or time expression on the calendar.
///
/// An expression that cannot be placed ("last week" in a text without a date) has no entry; its words are still an entity.
///
/// # Examples
///
/// ```
/// use nutgraf::{Options, Precision, analyze};
/// let text = "The bridge closed on Sunday and opens again in July.";
/// let options = Options::new().date("2025-07-01".parse()?);
/// let timeline = analyze(text, &options).timeline;
/// assert_eq!((timeline[0].from, timeline[0].precision), ("2025-06-29".parse()?, Precision::Day));
/// assert!(analyze(text, &Options::new()).timeline.is_empty());
/// # Ok::<(), nutgraf::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TimelineEntry {
    /// The words.
    #[serde(flatten)]
    pub span: Span,
    /// The first day meant.
    pub from: Date,
    /// The last day meant.
    pub to: Date,
    /// How exact the words are.
    pub precision: Precision,
    /// The time of day as written, with its zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Span>,
    /// How the date was worked out, in plain words.
    pub basis: String,
    /// Whether another reading is as likely.
    pub ambiguous: bool,
    /// Whether it stands in what a page has beside the story (teasers, sign-ups, source lines, legal matter), so that it
    /// belongs to no timeline of the story. Absent if not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub beside_story: bool,
    /// The entry, by its index in [`Report::timeline`], of the range that this date begins or ends, or of the date that is
    /// counted from it ("three days after Friday").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<u32>,
    /// The sentence it stands in.
    pub sentence: Option<u32>,
    /// The named entities of that sentence.
    pub entities: Vec<EntityId>,
}

/// How exact a date expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Precision {
    /// One day or a part of it.
    Day,
    /// One week or weekend.
    Week,
    /// One month.
    Month,
    /// One quarter.
    Quarter,
    /// One season or half of a year.
    Season,
    /// One year.
    Year,
    /// One decade.
    Decade,
    /// One century.
    Century,
    /// From one date to another.
    Range,
}

/// A sentence of the story in the ranking.
///
/// # Examples
///
/// ```
/// use nutgraf::{Options, Reason, analyze};
/// let text = "The old bridge was closed on Monday. Birds sang.";
/// let report = analyze(text, &Options::new());
/// let best = &report.summary[0];
/// assert_eq!(report.nut_graf, Some(best.sentence));
/// assert!(best.reasons.contains(&Reason::Opens));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Ranked {
    /// The index of the sentence in [`Report::sentences`].
    pub sentence: u32,
    /// How much it carries, 0 to 1.
    #[serde(serialize_with = "four_decimals")]
    pub score: f32,
    /// Why it stands here, strongest first.
    pub reasons: Vec<Reason>,
    /// The index of the sentence without which it is hard to understand, such as the one that names who "she" is. That
    /// one stands earlier in the ranking.
    pub needs: Option<u32>,
}

/// Why a sentence ranks where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// It opens the story.
    Opens,
    /// It stands near the top.
    NearTop,
    /// Its words recur across the article.
    Central,
    /// It shares the headline's words.
    Headline,
    /// It names the people and bodies that the article is about.
    Protagonists,
    /// It is the first to name a protagonist.
    FirstMention,
    /// It says what a protagonist said.
    Quotes,
    /// It gives the numbers.
    Numbers,
    /// It says when.
    Dates,
    /// It adds what the sentences before it do not say.
    New,
    /// It tells more than most sentences do.
    Substantial,
}

/// One fact to know, with its place. Facts stand in the order of [`FactKind`], the weightier first within a kind.
///
/// # Examples
///
/// ```
/// use nutgraf::{FactKind, Options, analyze};
/// let text = "Ana Lowe resigned as mayor of Leeds. The post pays £90,000.";
/// let facts = analyze(text, &Options::new()).key_facts;
/// let told: Vec<_> = facts.iter().map(|fact| (fact.kind, fact.span.of(text))).collect();
/// assert!(told.contains(&(FactKind::Who, "Ana Lowe")));
/// assert!(told.contains(&(FactKind::HowMuch, "£90,000")));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KeyFact {
    /// Which question it answers.
    pub kind: FactKind,
    /// The words.
    #[serde(flatten)]
    pub span: Span,
    /// The sentence they stand in.
    pub sentence: Option<u32>,
    /// The entity it is about.
    pub entity: Option<EntityId>,
    /// The quote it is.
    pub quote: Option<QuoteId>,
}

/// Which question a fact answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FactKind {
    /// A protagonist.
    Who,
    /// The words of a protagonist.
    Said,
    /// The main date.
    When,
    /// A main place.
    Where,
    /// An amount.
    HowMuch,
}

impl Report {
    /// The same report with every offset in `units`. The report must still be in bytes of `text`.
    ///
    /// ```
    /// use nutgraf::{analyze, Options, Units};
    /// let text = "Café owner Ana Lowe said no.";
    /// let report = analyze(text, &Options::new()).with_offsets(text, Units::CodePoint);
    /// assert_eq!(report.sentences[0].span.end as usize, text.chars().count());
    /// ```
    pub fn with_offsets(mut self, text: &str, units: Units) -> Report {
        debug_assert_eq!(self.offsets, Units::Utf8, "offsets are converted once");
        let map = OffsetMap::new(text, units);
        self.offsets = units;
        self.each_span(&mut |span| *span = Span::new(map.convert(span.start), map.convert(span.end)));
        self.tokens.iter_mut().flatten().for_each(|(s, e)| (*s, *e) = (map.convert(*s), map.convert(*e)));
        self
    }

    /// Calls `visit` with every span of the report, token spans aside.
    fn each_span(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        let article = &mut self.article;
        article.published_span.iter_mut().chain(&mut article.headline).chain(&mut article.byline).for_each(&mut *visit);
        article.blocks.iter_mut().for_each(|b| visit(&mut b.span));
        article.leads.iter_mut().for_each(|l| visit(&mut l.span));
        self.sentences.iter_mut().for_each(|s| visit(&mut s.span));
        for entity in &mut self.entities {
            entity.role_span.iter_mut().for_each(&mut *visit);
            entity.mentions.iter_mut().for_each(|m| visit(&mut m.span));
        }
        for quote in &mut self.quotes {
            let others = quote.cue.iter_mut().chain(&mut quote.speaker_span).chain(&mut quote.via);
            quote.parts.iter_mut().chain(others).for_each(&mut *visit);
        }
        for entry in &mut self.timeline {
            visit(&mut entry.span);
            entry.time.iter_mut().for_each(&mut *visit);
        }
        self.key_facts.iter_mut().for_each(|f| visit(&mut f.span));
        self.notices.iter_mut().filter_map(|n| n.span.as_mut()).for_each(visit);
    }
}

/// Shares and scores leave with four decimals: more would say nothing, and the number that JavaScript builds from an
/// `f32` directly is then the one it reads from JSON.
pub(crate) fn four_decimals<S: Serializer>(value: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((f64::from(*value) * 1e4).round() / 1e4)
}
