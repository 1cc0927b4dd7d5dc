//! Addresses of pages and mailboxes, each a single token.

use super::{Amount, words::Words};
use crate::{
    report::EntityKind,
    text::{ShapeSet, WordShape},
};

/// The address at a token.
pub(super) fn parse(words: &Words, at: usize) -> Option<Amount> {
    let kind = kind(words.shapes(at))?;
    Some(Amount { tokens: at..at + 1, kind, value: None })
}

/// Whether a word is an address.
pub(super) fn opens(shapes: ShapeSet) -> bool {
    kind(shapes).is_some()
}

fn kind(shapes: ShapeSet) -> Option<EntityKind> {
    if shapes.has(WordShape::MailAddress) {
        Some(EntityKind::Email)
    } else {
        shapes.has_any(&[WordShape::WebAddress, WordShape::Host]).then_some(EntityKind::Url)
    }
}
