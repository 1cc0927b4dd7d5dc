//! What the trainer shares with the reader: the same paragraphs, the same features, the same walk.

pub use super::block_features::{KINDS, count};
use super::{block_classifier, block_rules::Rules, page, read_paragraphs, words::Source};
use crate::{Model, Span, report::BlockKind};

/// Every kind, in the order of the weights.
pub const ALL: [BlockKind; KINDS] = BlockKind::ALL;

/// The places of the paragraphs of a text, those around an article on a page aside.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let model = Model::built_in();
    let lists = model.paragraph_words();
    let small = text.to_ascii_lowercase();
    let mut paragraphs = read_paragraphs(Source::of(text, &small), &[], &lists);
    let article = page::find(&mut paragraphs, &lists);
    paragraphs[article.range].iter().map(|paragraph| paragraph.span).collect()
}

/// Goes through the same paragraphs in order and asks for the kind of each, giving the numbers of the features that speak.
pub fn walk(text: &str, choose: impl FnMut(usize, &[u16]) -> BlockKind) {
    let model = Model::built_in();
    let lists = model.paragraph_words();
    let small = text.to_ascii_lowercase();
    let mut paragraphs = read_paragraphs(Source::of(text, &small), &[], &lists);
    let article = page::find(&mut paragraphs, &lists);
    let paragraphs = &paragraphs[article.range];
    let rules = Rules::of(paragraphs, &lists);
    block_classifier::walk(&rules.outline(paragraphs, &lists), choose);
}
