//! Addresses of pages and mailboxes, each a single token.

use super::PatternMatch;
use crate::{
    dates::{Cursor, Spelling},
    report::EntityKind,
    text::{ShapeSet, WordShape},
};

/// The address at a token.
pub(super) fn parse(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let kind = kind(cursor.shapes(at))?;
    Some(PatternMatch { tokens: at..at + 1, kind, value: None })
}

/// Whether a word is an address.
pub(super) fn opens(spelling: &Spelling) -> bool {
    kind(spelling.shapes).is_some()
}

fn kind(shapes: ShapeSet) -> Option<EntityKind> {
    if shapes.has(WordShape::MailAddress) {
        Some(EntityKind::Email)
    } else {
        shapes.has_any(&[WordShape::WebAddress, WordShape::Host]).then_some(EntityKind::Url)
    }
}
