//! Decides on the purpose of every paragraph by adding up what speaks for each.
//!
//! The rules alone go wrong where a paragraph's form fits two purposes (a caption or a heading, a byline or a deck); the
//! weights know how paragraphs follow each other. One pass, each decision seen by the next.

use super::block_features::{self as features, History, KINDS, Outline};
use crate::{
    Model,
    model::{RowSum, Section, add_row, best_with},
    report::BlockKind,
};

/// The weights of the section: one row of [`KINDS`] signed bytes for every feature.
pub(super) struct Weights<'m>(&'m [[u8; KINDS]]);

impl<'m> Weights<'m> {
    /// The weights of a model, if it has any.
    pub(super) fn of(model: &'m Model) -> Option<Weights<'m>> {
        let (rows, rest) = model.section(Section::Structure).as_chunks();
        (rows.len() == features::count() && rest.is_empty()).then_some(Weights(rows))
    }

    fn best(&self, features: &[u16]) -> BlockKind {
        let Some((&last, others)) = features.split_last() else { return BlockKind::Body };
        let mut scores = RowSum::default();
        others.iter().for_each(|&feature| add_row(&mut scores, &self.0[usize::from(feature)]));
        BlockKind::ALL[best_with(&mut scores, &self.0[usize::from(last)])]
    }
}

/// The kind of every paragraph by its weights; hints stand.
pub(super) fn classify(outline: &Outline, weights: &Weights) -> Vec<BlockKind> {
    walk(outline, |_, features| weights.best(features))
}

/// Goes through the paragraphs that bear no hint and asks for the kind of each.
pub(super) fn walk(outline: &Outline, mut choose: impl FnMut(usize, &[u16]) -> BlockKind) -> Vec<BlockKind> {
    let mut history = History::default();
    let decide = |at: usize| {
        let hint = outline.paragraphs[at].hint;
        let kind = hint.unwrap_or_else(|| choose(at, &features::of(outline, at, history)));
        history.add(kind);
        kind
    };
    (0..outline.paragraphs.len()).map(decide).collect()
}
