//! A quote on its way into the report.

use super::{evidence::Evidence, noun_phrases::NounPhrase};
use crate::report::QuoteKind;
use std::ops::Range;

/// A quote before it is written into the report; ranges are of tokens.
#[derive(Clone, Debug)]
pub(super) struct QuoteDraft {
    pub(super) kind: QuoteKind,
    pub(super) parts: Vec<Range<usize>>,
    /// The index of its cue.
    pub(super) cue: Option<usize>,
    pub(super) speaker: Option<NounPhrase>,
    pub(super) evidence: Evidence,
    pub(super) group: Option<u32>,
}
