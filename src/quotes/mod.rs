//! Layer 5: reported speech: its words, its speaker, and how we know.

use crate::{entities::Entities, report::Quote, tokens::Reading};

/// Everything that somebody is reported to have said, in text order.
pub(crate) fn extract(_reading: Reading, _entities: &Entities) -> Vec<Quote> {
    Vec::new()
}
