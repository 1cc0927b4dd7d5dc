//! Nutgraf reads a news article and says who is in it, who said what, when, and what it comes down to.
//!
//! ```
//! use nutgraf::{Options, analyze};
//!
//! let text = "Mayor Ana Lowe resigned on Sunday. \"I am tired,\" Lowe said.";
//! let report = analyze(text, &Options::new().date("2025-06-30".parse()?));
//! assert_eq!(report.sentences.len(), 2);
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! # Where to begin
//!
//! - [`analyze()`] gives a [`Report`] of everything; [`entities()`], [`quotes()`] and [`summary()`] give one part of it.
//! - [`Options`] tell when the article was published, how much of it is read, and what is known of its paragraphs.
//! - [`Analyzer`] takes another [`Model`], and tells meanwhile how far it has come.
//! - [`Report::with_offsets`] counts as JavaScript or Python do; [`Report::select_summary`] gives a summary of any length.
//!
//! # The flow
//!
//! ```text
//! text -> structure -> tokens -> mentions -> entities -> quotes -> timeline -> summary -> Report
//!                                        (a model is read by every stage)
//! ```
//!
//! Every stage is a pure function of the results before it; [`Analyzer::analyze`] calls them in order. Reading a text
//! never fails and never alters it: every result points into it with a [`Span`], and what is odd becomes a [`Notice`].

// What the module `training` hands out is `pub` where it stands; without the module nothing leads there.
#![cfg_attr(not(feature = "training"), allow(unreachable_pub))]

mod error;
mod date;
mod text;
mod sort;
mod hash_numbers;
mod filed;
mod notice;
mod value;
mod report;
mod options;
mod progress;
mod select;
mod model;
mod tokens;
mod dates;
mod structure;
mod mentions;
mod entities;
mod quotes;
mod timeline;
mod summary;
mod analyze;
mod compare;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
#[cfg(feature = "training")]
pub mod training;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analyze::{Analyzer, analyze, entities, quotes, summary};
pub use compare::{
    ComparedText, Comparison, Counterpart, DifferenceOp, DifferenceStep, EntityPlace, LoneSentence, QuotationPlace,
    QuotationRelation, SharedEntity, SharedQuotation, SharedSpeaker, SharedStatement, SpeakerPlace, StatementKind,
    StatementPlace, StatementRelation, compare,
};
pub use date::{Date, MonthDay};
pub use error::Error;
pub use model::Model;
pub use notice::{Notice, NoticeCode};
pub use options::{Hint, Options};
pub use progress::Stage;
pub use report::*;
pub use select::SummaryLength;
pub use text::{Span, Units};
pub use value::{Approximation, Value};
