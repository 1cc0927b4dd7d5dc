//! What the trainer shares with the reader: the same paragraphs, the same features, the same walk.

pub use super::block_features::{KINDS, count};
use super::{block_classifier, block_rules::Rules, read_paragraphs};
use crate::{Model, Span, report::BlockKind};

/// Every kind, in the order of the weights.
pub const ALL: [BlockKind; KINDS] = BlockKind::ALL;

/// The places of the paragraphs of a text.
pub fn paragraphs(text: &str) -> Vec<Span> {
    read_paragraphs(text, &[], &Model::built_in().paragraph_words()).iter().map(|paragraph| paragraph.span).collect()
}

/// Goes through the paragraphs in order and asks for the kind of each, giving the numbers of the features that speak.
pub fn walk(text: &str, choose: impl FnMut(usize, &[u16]) -> BlockKind) {
    let model = Model::built_in();
    let lists = model.paragraph_words();
    let paragraphs = read_paragraphs(text, &[], &lists);
    let rules = Rules::of(&paragraphs, &lists);
    block_classifier::walk(&rules.outline(&paragraphs), choose);
}
