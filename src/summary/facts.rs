//! Who, what was said, when, where, how much: the few facts to know.

use crate::{
    entities::Entities,
    report::{KeyFact, Quote, Ranked, TimelineEntry},
    tokens::Reading,
};

/// The key facts, in the order of their questions.
pub(super) fn draw(
    _reading: Reading,
    _entities: &Entities,
    _quotes: &[Quote],
    _timeline: &[TimelineEntry],
    _ranking: &[Ranked],
) -> Vec<KeyFact> {
    Vec::new()
}
