//! Layer 3: `Tokens -> Mentions`: names, amounts, dates, addresses.

pub(crate) mod tagger;

use crate::{
    Span,
    report::{EntityKind, Source, Value},
    tokens::Reading,
};
use std::ops::Range;

/// A stretch of words that names or measures something, before it is known which thing.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub(crate) span: Span,
    /// The tokens it covers.
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: EntityKind,
    pub(crate) source: Source,
    /// How sure it is, 0 to 1.
    pub(crate) confidence: f32,
    /// What it is worth, if it is an amount or a ticker.
    pub(crate) value: Option<Value>,
}

/// Every name, amount, date and address, in text order, not overlapping.
pub(crate) fn find(reading: Reading) -> Vec<Mention> {
    tagger::names(reading)
}
