//! The linear model that chooses antecedents.

use super::{AntecedentScorer, Choices};
use crate::{
    mentions::Mention,
    model::{Model, Section},
};

/// Reads its weights from the model: one signed byte each.
pub(crate) struct LinearScorer<'m> {
    weights: &'m [u8],
}

/// One unit of a weight, as a part of the score in which one is a factor of e in the odds.
pub(crate) const STEP: f32 = 1.0 / 16.0;

impl<'m> LinearScorer<'m> {
    pub(crate) fn new(model: &'m Model) -> LinearScorer<'m> {
        LinearScorer { weights: model.section(Section::Coreference) }
    }

    fn score(&self, features: &[u16]) -> i32 {
        features.iter().map(|&f| self.weights.get(usize::from(f)).map_or(0, |&w| i32::from(w as i8))).sum()
    }
}

impl AntecedentScorer for LinearScorer<'_> {
    fn choose(&mut self, _anaphor: &Mention, choices: &Choices) -> (usize, f32) {
        let scores: Vec<_> = choices.features.iter().map(|f| self.score(f)).collect();
        let best = (0..scores.len()).fold(0, |best, i| if scores[i] > scores[best] { i } else { best });
        let second = (0..scores.len()).filter(|&i| i != best).map(|i| scores[i]).max();
        let margin = second.map_or(f32::MAX, |second| (scores[best] - second) as f32 * STEP);
        (best, confidence(margin))
    }
}

/// About 1 / (1 + e^-margin), without an exponential: the same on every machine.
fn confidence(margin: f32) -> f32 {
    let margin = margin.min(8.0);
    let e = 1.0 + margin + margin * margin / 2.0 + margin * margin * margin / 6.0;
    e / (1.0 + e)
}
