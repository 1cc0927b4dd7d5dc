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
    /// See [`Options::max_chars`].
    pub max_chars: usize,
    /// See [`Options::tokens`].
    pub tokens: bool,
    /// See [`Options::hints`].
    pub hints: Vec<Hint>,
}

impl Options {
    /// The defaults: no date, 10,000,000 characters, no tokens, no hints.
    pub fn new() -> Options {
        Options { date: None, max_chars: 10_000_000, tokens: false, hints: Vec::new() }
    }

    /// The day of publication, against which "Sunday" and "last week" are read. It wins over a date in the text.
    pub fn date(mut self, date: Date) -> Options {
        self.date = Some(date);
        self
    }

    /// How many characters are read at most; the rest is left out, with a notice.
    pub fn max_chars(mut self, max_chars: usize) -> Options {
        self.max_chars = max_chars;
        self
    }

    /// Whether the report lists the tokens.
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

/// What the source says about a stretch of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The purpose of the block.
    pub kind: BlockKind,
    /// Its place, in bytes.
    pub span: Span,
}
