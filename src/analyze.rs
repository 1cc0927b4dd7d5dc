//! The only file that calls the stages, in their order.

use crate::{
    Article, Entity, Error, Model, Notice, NoticeCode, Options, Quote, Report, SCHEMA, Span, Stage, SummaryLength,
    TimelineEntry,
    entities::{self as entity_stage, Entities},
    mentions::{self, Memory},
    progress::Progress,
    quotes as quote_stage, structure,
    summary::{self as summary_stage, Summary},
    timeline::{self, publication},
    tokens::{self, Reading, Tokens},
};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Reads articles. Making one is cheap; one may be shared between threads. It reads faster what has words of texts before:
/// hashes of some thousand words are remembered, with what the model says of them.
///
/// ```
/// use nutgraf::{Analyzer, Options};
/// let report = Analyzer::new().analyze("Ana Lowe said no.", &Options::new());
/// assert_eq!(report.sentences.len(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Analyzer {
    model: Model,
    memories: Arc<Memories>,
}

impl Analyzer {
    /// An analyzer with the model that is built in.
    pub fn new() -> Analyzer {
        static BUILT_IN: OnceLock<Analyzer> = OnceLock::new();
        BUILT_IN.get_or_init(|| Analyzer::with_model(Model::built_in())).clone()
    }

    /// An analyzer with another model.
    pub fn with_model(model: Model) -> Analyzer {
        Analyzer { model, memories: Arc::default() }
    }

    /// An analyzer with the model in these bytes.
    ///
    /// # Errors
    /// As [`Model::from_bytes`].
    pub fn from_model_bytes(bytes: Vec<u8>) -> Result<Analyzer, Error> {
        Model::from_bytes(bytes).map(Analyzer::with_model)
    }

    /// Reads a text of any kind and length. It never fails: what is odd becomes a [`Notice`]. Offsets are in bytes.
    ///
    /// Time and memory grow linearly with the text.
    pub fn analyze(&self, text: &str, options: &Options) -> Report {
        self.read(text, options, Progress::SILENT)
    }

    /// The same, and tells `listener` meanwhile which stage runs and which share of the whole work is done, 0 to 1 and
    /// never falling. It is called for every stage and many times within the long ones: whoever draws a bar draws it
    /// less often.
    ///
    /// ```
    /// use nutgraf::{Analyzer, Options, Stage};
    /// let stages = std::cell::RefCell::new(Vec::new());
    /// let listener = |stage: Stage, _share: f32| stages.borrow_mut().push(stage);
    /// Analyzer::new().analyze_with_progress("Ana Lowe said no.", &Options::new(), &listener);
    /// assert_eq!(stages.borrow().last(), Some(&Stage::Summary));
    /// ```
    pub fn analyze_with_progress(&self, text: &str, options: &Options, listener: &dyn Fn(Stage, f32)) -> Report {
        self.read(text, options, Progress::to(listener))
    }

    /// Runs the stages up to the one that weighs what they found.
    pub(crate) fn find<'t>(&self, text: &'t str, options: &Options, progress: Progress) -> Findings<'t> {
        let mut memory = self.memories.take();
        let found = find(text, options, &self.model, &mut memory, progress);
        self.memories.put_back(memory);
        found
    }

    #[expect(deprecated, reason = "the former name of the nut graf is written for one more version")]
    fn read(&self, text: &str, options: &Options, progress: Progress) -> Report {
        let (text, cut) = limited(text, options.max_chars);
        let found = self.find(text, options, progress);
        progress.begin(Stage::Summary);
        let summary =
            summary_stage::rank(found.reading(text, &self.model), &found.entities, &found.quotes, &found.timeline);
        let Findings { article, counts, tokens, entities, quotes, timeline } = found;
        let notices = cut.into_iter().chain(structure::notices(text, &article, &counts, options, &self.model));
        let notices = notices.chain(without_summary(&article, &summary)).collect();
        Report {
            schema: SCHEMA,
            model: self.model.name().to_owned(),
            sentences: tokens.to_report(),
            tokens: options.tokens.then(|| tokens.tokens.iter().map(|t| (t.span.start, t.span.end)).collect()),
            entities: entities.list,
            quotes,
            timeline,
            summary: summary.ranking,
            nut_graf: summary.nut_graf,
            nut_line: summary.nut_graf,
            key_facts: summary.key_facts,
            notices,
            article,
            ..Report::default()
        }
    }
}

/// What was worked out for words in earlier texts: as many memories as texts were ever read at once.
#[derive(Debug, Default)]
struct Memories(Mutex<Vec<Memory>>);

impl Memories {
    /// One that nobody else has.
    fn take(&self) -> Memory {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }

    fn put_back(&self, memory: Memory) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
    }
}

/// That there is no sentence to choose, unless there is no text at all.
fn without_summary(article: &Article, summary: &Summary) -> Option<Notice> {
    let message = "No sentence of a story was found, so there is neither a nut graf nor a summary.".to_owned();
    let silent = summary.nut_graf.is_none() && !article.blocks.is_empty();
    silent.then_some(Notice { code: NoticeCode::NoSummary, message, span: None })
}

fn find<'t>(text: &'t str, options: &Options, model: &Model, memory: &mut Memory, progress: Progress) -> Findings<'t> {
    progress.begin(Stage::Structure);
    let (mut article, counts) = structure::read_counted(text, options, model);
    progress.begin(Stage::Tokens);
    let mut tokens = tokens::tokenize(text, &article, model);
    progress.begin(Stage::Mentions);
    let mentions = mentions::find(Reading { text, article: &article, tokens: &tokens, model }, memory, progress);
    tokens.tag_names(mentions.proper_nouns());
    let reading = Reading { text, article: &article, tokens: &tokens, model };
    // Only now are there the dates from which the year of "Nov 26" follows.
    if article.published.is_none()
        && !options.undated
        && let Some(publication) = publication::find(reading, &mentions.dates, options.today)
    {
        publication.complete(&mut article);
    }
    let reading = Reading { text, article: &article, tokens: &tokens, model };
    progress.begin(Stage::Entities);
    let entities = entity_stage::resolve(reading, mentions.list);
    progress.begin(Stage::Quotes);
    let quotes = quote_stage::extract(reading, &entities);
    progress.begin(Stage::Timeline);
    let timeline = timeline::resolve(reading, &mentions.dates, &entities);
    Findings { article, counts, tokens, entities, quotes, timeline }
}

/// What was found in a text before it is weighed.
pub(crate) struct Findings<'t> {
    article: Article,
    counts: Vec<structure::Count>,
    tokens: Tokens<'t>,
    pub(crate) entities: Entities,
    pub(crate) quotes: Vec<Quote>,
    timeline: Vec<TimelineEntry>,
}

impl Findings<'_> {
    pub(crate) fn reading<'a>(&'a self, text: &'a str, model: &'a Model) -> Reading<'a> {
        Reading { text, article: &self.article, tokens: &self.tokens, model }
    }
}

impl Default for Analyzer {
    fn default() -> Analyzer {
        Analyzer::new()
    }
}

/// Reads a text with the built-in model: see [`Analyzer::analyze`].
pub fn analyze(text: &str, options: &Options) -> Report {
    Analyzer::new().analyze(text, options)
}

/// The real-world things that a text mentions, in order of their first mention. Offsets are in bytes.
///
/// ```
/// let text = "Ana Lowe resigned.";
/// for entity in nutgraf::entities(text) {
///     println!("{} is mentioned {} times", entity.name, entity.mentions.len());
/// }
/// ```
pub fn entities(text: &str) -> Vec<Entity> {
    analyze(text, &Options::new()).entities
}

/// What is reported to have been said, in text order. Offsets are in bytes.
///
/// ```
/// let text = "\"I am tired,\" Ana Lowe said.";
/// for quote in nutgraf::quotes(text) {
///     println!("{}", quote.parts[0].of(text));
/// }
/// ```
pub fn quotes(text: &str) -> Vec<Quote> {
    analyze(text, &Options::new()).quotes
}

/// The places of the sentences that say best what the text comes down to, in text order, in bytes.
///
/// ```
/// use nutgraf::{SummaryLength, summary};
/// let text = "The bridge closed on Sunday. Nobody was hurt.";
/// assert_eq!(summary(text, SummaryLength::Sentences(1))[0].of(text), "The bridge closed on Sunday.");
/// ```
pub fn summary(text: &str, length: SummaryLength) -> Vec<Span> {
    analyze(text, &Options::new()).select_summary(length, text)
}

/// The text up to the limit, and a notice if that left something out.
fn limited(text: &str, max_chars: usize) -> (&str, Option<Notice>) {
    if text.len() <= max_chars {
        return (text, None);
    }
    match text.char_indices().nth(max_chars) {
        None => (text, None),
        Some((at, _)) => {
            let message = format!("Only the first {max_chars} characters were read; raise the limit to read more.");
            let span = Some(Span::new(at as u32, at as u32));
            (&text[..at], Some(Notice { code: NoticeCode::Truncated, message, span }))
        }
    }
}
