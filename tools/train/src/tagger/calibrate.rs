//! How often names were right, by the margin of their labels.

use super::{
    crf::Learned,
    document::{Labels, Sentence},
};
use crate::{kinds, learn::pooled};
use nutgraf::{
    training::model::CONFIDENCES,
    training::names::{self, begin, inside},
};
use std::ops::Range;

/// The steps of margin in one unit of score.
const STEPS: f32 = 4.0;

/// Confidence for every step of margin, in 255ths, from sentences that were not learned from. It never falls.
pub(crate) fn confidences(learned: &Learned, held_out: &[Sentence]) -> [u8; CONFIDENCES] {
    let mut steps = vec![(0.0f32, 0.0f32); CONFIDENCES];
    for sentence in held_out {
        for (words, kind, margin) in names::decode(&learned.emissions(&sentence.features), &learned.transitions) {
            let number = kinds::number(kind).unwrap_or(0);
            let step = ((margin.max(0.0) * STEPS) as usize).min(CONFIDENCES - 1);
            steps[step].0 += f32::from(u8::from(is_right(&sentence.labels, words, number)));
            steps[step].1 += 1.0;
        }
    }
    let rising = rising(&steps);
    std::array::from_fn(|step| (rising[step] * 255.0).round() as u8)
}

fn is_right(labels: &[Labels], words: Range<usize>, kind: usize) -> bool {
    let goes_on = |at: usize| labels.get(at).is_some_and(|l| l >> inside(kind) & 1 == 1);
    labels[words.start] >> begin(kind) & 1 == 1 && (words.start + 1..words.end).all(goes_on) && !goes_on(words.end)
}

/// The best rising approximation: steps that fall are put together with those before them.
fn rising(steps: &[(f32, f32)]) -> Vec<f32> {
    let share = |pool: &(f32, f32)| (pool.0 + 0.5) / (pool.1 + 1.0);
    let pools = pooled(steps.iter().copied(), |a, b| share(a) < share(b), |a, b| (a.0 + b.0, a.1 + b.1));
    pools.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_never_falls() {
        let found = rising(&[(1.0, 4.0), (9.0, 10.0), (5.0, 10.0), (99.0, 100.0)]);
        assert!(found.is_sorted() && found[1] == found[2] && found[0] < found[1]);
    }
}
