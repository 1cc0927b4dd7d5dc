//! What the trainer shares with the reader: the same paragraphs, the same features, the same walk.

pub use super::features::{KINDS, count};
use super::{classify::Rules, looks, weigh};
use crate::{Span, report::BlockKind};

/// Every kind, in the order of the weights.
pub const ALL: [BlockKind; KINDS] = BlockKind::ALL;

/// The places of the paragraphs of a text.
pub fn paragraphs(text: &str) -> Vec<Span> {
    looks(text, &[]).iter().map(|look| look.span).collect()
}

/// Goes through the paragraphs in order and asks for the kind of each, giving the numbers of the features that speak.
pub fn walk(text: &str, choose: impl FnMut(usize, &[u16]) -> BlockKind) {
    let looks = looks(text, &[]);
    let rules = Rules::of(&looks);
    weigh::walk(&rules.outline(&looks), choose);
}
