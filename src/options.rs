//! How to read a text.

use crate::{BlockKind, Date, Span};

/// How to read a text. The defaults suit a pasted article.
///
/// ```
/// use nutgraf::Options;
/// let options = Options::new().date("2025-06-30".parse()?).max_chars(200_000);
/// # Ok::<(), nutgraf::Error>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// See [`Options::date`].
    pub date: Option<Date>,
    /// See [`Options::today`].
    pub today: Option<Date>,
    /// See [`Options::undated`].
    pub undated: bool,
    /// See [`Options::max_chars`].
    pub max_chars: usize,
    /// See [`Options::tokens`].
    pub tokens: bool,
    /// See [`Options::hints`].
    pub hints: Vec<Hint>,
}

impl Options {
    /// The defaults: no dates, 10,000,000 characters, no tokens, no hints.
    pub fn new() -> Options {
        Options { date: None, today: None, undated: false, max_chars: 10_000_000, tokens: false, hints: Vec::new() }
    }

    /// The day of publication, against which "Sunday" and "last week" are read. It wins over a date in the text; where the
    /// two differ, a notice says so.
    ///
    /// # Examples
    ///
    /// ```
    /// use nutgraf::{Options, analyze};
    /// let options = Options::new().date("2025-06-30".parse()?);
    /// let report = analyze("The bridge closed on Sunday.", &options);
    /// assert_eq!(report.timeline[0].from.to_string(), "2025-06-29");
    /// # Ok::<(), nutgraf::Error>(())
    /// ```
    pub fn date(mut self, date: Date) -> Options {
        self.date = Some(date);
        self
    }

    /// The day on which the text is read, for a text that is dated without a year ("WASHINGTON, Nov 26 (Reuters) -"): the
    /// last such day up to it is assumed. Without one, such a text has a year only if its other dates show it. The
    /// reader has no clock of its own.
    ///
    /// # Examples
    ///
    /// ```
    /// use nutgraf::{Options, PublishedBasis, analyze};
    ///
    /// let text = "OSLO, Nov 26 (Reuters) - The old bridge closed on Sunday.";
    /// let article = analyze(text, &Options::new().today("2026-12-02".parse()?)).article;
    /// assert_eq!(article.published, Some("2026-11-26".parse()?));
    /// assert_eq!(article.published_basis, Some(PublishedBasis::Assumed));
    /// assert_eq!(analyze(text, &Options::new()).article.published, None);
    /// # Ok::<(), nutgraf::Error>(())
    /// ```
    pub fn today(mut self, today: Date) -> Options {
        self.today = Some(today);
        self
    }

    /// Whether the day of publication is to stay unknown although the text states one: it may be that of something else.
    /// A day that is given counts all the same.
    ///
    /// # Examples
    ///
    /// ```
    /// use nutgraf::{Options, analyze};
    /// let text = "Mayor resigns\n\n30 June 2025\n\nThe mayor of the town resigned on Sunday after a long vote.";
    /// assert!(analyze(text, &Options::new()).article.published.is_some());
    /// assert!(analyze(text, &Options::new().undated(true)).article.published.is_none());
    /// ```
    pub fn undated(mut self, undated: bool) -> Options {
        self.undated = undated;
        self
    }

    /// How many characters (Unicode scalar values) are read at most; the rest is left out, with a notice.
    ///
    /// # Examples
    ///
    /// ```
    /// use nutgraf::{NoticeCode, Options, analyze};
    /// let report = analyze("The bridge closed. It rained.", &Options::new().max_chars(18));
    /// assert_eq!(report.sentences.len(), 1);
    /// assert!(report.notices.iter().any(|notice| notice.code == NoticeCode::Truncated));
    /// ```
    pub fn max_chars(mut self, max_chars: usize) -> Options {
        self.max_chars = max_chars;
        self
    }

    /// Whether the report lists the tokens.
    ///
    /// # Examples
    ///
    /// ```
    /// use nutgraf::{Options, analyze};
    /// let tokens = analyze("It rained.", &Options::new().tokens(true)).tokens;
    /// assert_eq!(tokens, Some(vec![(0, 2), (3, 9), (9, 10)]));
    /// ```
    pub fn tokens(mut self, tokens: bool) -> Options {
        self.tokens = tokens;
        self
    }

    /// What the source says about its own blocks, for example the elements of a page. Hints are followed where they
    /// fall on whole lines, and ignored elsewhere.
    pub fn hints(mut self, hints: Vec<Hint>) -> Options {
        self.hints = hints;
        self
    }
}

impl Default for Options {
    fn default() -> Options {
        Options::new()
    }
}

/// What the source says about a stretch of the text, for example the element of the page it came from.
///
/// # Examples
///
/// ```
/// use nutgraf::{BlockKind, Hint, Options, Span, analyze};
/// let text = "Rain\nIt rained all day in Leeds, and nobody minded.";
/// let hint = Hint { kind: BlockKind::Heading, span: Span::new(0, 4) };
/// let report = analyze(text, &Options::new().hints(vec![hint]));
/// assert_eq!(report.article.blocks[0].kind, BlockKind::Heading);
///
/// // A hint that does not cover whole lines is not followed.
/// let half = Hint { span: Span::new(0, 2), ..hint };
/// let report = analyze(text, &Options::new().hints(vec![half]));
/// assert_ne!(report.article.blocks[0].kind, BlockKind::Heading);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The purpose of the block.
    pub kind: BlockKind,
    /// Its place, in bytes.
    pub span: Span,
}
