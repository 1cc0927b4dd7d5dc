//! What the reader of a report should know about it.

use crate::Span;
use serde::Serialize;

/// Something the reader should know about this analysis. A notice never means that reading failed: the rest of the report
/// holds what could be found.
///
/// # Examples
///
/// ```
/// use nutgraf::{NoticeCode, Options, analyze};
/// let report = analyze("The bridge closes on Sunday.", &Options::new());
/// assert!(report.notices.iter().any(|notice| notice.code == NoticeCode::NoDate));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Notice {
    /// What it is about, for programs.
    pub code: NoticeCode,
    /// The same in plain words.
    pub message: String,
    /// The words concerned.
    pub span: Option<Span>,
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoticeCode {
    /// There is no text.
    Empty,
    /// The text was cut at the limit of the options.
    Truncated,
    /// The text does not look like English.
    NotEnglish,
    /// Part of the text does not look like English.
    MixedLanguage,
    /// The text is too short to rank or to merge much.
    Short,
    /// The text does not look like an article: a list, code, verse.
    NotProse,
    /// No date of publication was found or given: relative dates stay unresolved.
    NoDate,
    /// The text is dated without a year, which was assumed: that of the last such day up to the day of reading.
    YearAssumed,
    /// The date in the text and the date given differ.
    DateConflict,
    /// The text says that software wrote or helped to write it.
    AiGenerated,
    /// Invisible or direction-changing characters stand in the text.
    InvisibleCharacters,
    /// No sentence of a story was found, so there is neither a nut graf nor a summary.
    NoSummary,
}
