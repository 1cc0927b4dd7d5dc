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

/// How much of a margin is believed where two entities fit: in articles that were not learned from 0.8 to 1.05 of it
/// was right, in pairs from an encyclopedia 0.7 to 0.8.
const RIVALRY: f32 = 0.85;

impl<'m> LinearScorer<'m> {
    pub(crate) fn new(model: &'m Model) -> LinearScorer<'m> {
        LinearScorer::with_weights(model.section(Section::Coreference))
    }

    /// A scorer with these weights, a signed byte each.
    pub(crate) fn with_weights(weights: &'m [u8]) -> LinearScorer<'m> {
        LinearScorer { weights }
    }

    fn score(&self, weights: &[u16]) -> i32 {
        weights.iter().map(|&f| self.weights.get(usize::from(f)).map_or(0, |&w| i32::from(w as i8))).sum()
    }
}

impl AntecedentScorer for LinearScorer<'_> {
    fn choose(&mut self, _anaphor: &Mention, choices: &Choices) -> (usize, f32) {
        let scores: Vec<_> = choices.features.of_choices().map(|weights| self.score(weights)).collect();
        let first = usize::from(choices.answers && scores.len() > 1);
        let best = (first..scores.len()).fold(first, |best, i| if scores[i] > scores[best] { i } else { best });
        let others = (0..scores.len()).filter(|&i| i != best);
        let margin = others.max_by_key(|&i| scores[i]).map_or(f32::MAX, |second| {
            let doubt = if best > 0 && second > 0 { RIVALRY } else { 1.0 };
            (scores[best] - scores[second]) as f32 * STEP * doubt
        });
        (best, confidence(margin))
    }
}

/// About 1 / (1 + e^-margin), without an exponential: the same on every machine.
fn confidence(margin: f32) -> f32 {
    let margin = margin.clamp(0.0, 8.0);
    let e = 1.0 + margin + margin * margin / 2.0 + margin * margin * margin / 6.0;
    e / (1.0 + e)
}
