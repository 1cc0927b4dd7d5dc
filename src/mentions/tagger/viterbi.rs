//! The best sequence of labels, and how far behind the next best one is.

use super::labels::{KINDS, LABELS, OUTSIDE, begin, inside};
use crate::model::{STATES, STEPS, Sums};
use std::ops::Range;

/// The score of what must not happen; low enough, and still exact in arithmetic with ordinary scores.
#[cfg(any(test, feature = "training"))]
pub const IMPOSSIBLE: f32 = -1e6;
/// In transitions, the state before the first word and after the last one.
pub const EDGE: usize = STATES - 1;

/// How likely each kind of name is, in shares of one.
pub(crate) type KindProbabilities = [f32; KINDS.len()];

/// The weights of one label following another.
pub(super) struct Transitions {
    /// From every label to the others.
    from: [Sums; STATES],
    /// To every label from the others.
    to: [Sums; STATES],
}

impl Transitions {
    pub(super) fn new(from: &[Sums; STATES]) -> Transitions {
        Transitions { from: *from, to: Sums::transposed(from) }
    }
}

/// Adds the best label of every word and its margin to `labels`: the score of the best sequence less that of the best
/// sequence with another label there. Before and after the words stand the labels of `edges`. Without a name nobody asks
/// for margins. `ahead` is room for the scores on the way there.
pub(super) fn best_labels(
    emissions: &[Sums],
    edges: (usize, usize),
    transitions: &Transitions,
    ahead: &mut Vec<Sums>,
    labels: &mut Vec<(usize, f32)>,
) {
    forward(emissions, edges.0, transitions, ahead);
    let first = labels.len();
    labels.resize(first + emissions.len(), (OUTSIDE, 0.0));
    let found = &mut labels[first..];
    let mut before = &transitions.to[edges.1];
    for (found, ahead) in found.iter_mut().zip(&*ahead).rev() {
        found.0 = ahead.plus(before).best(LABELS);
        before = &transitions.to[found.0];
    }
    if found.iter().any(|&(label, _)| label != OUTSIDE) {
        let mut back = transitions.to[edges.1];
        for ((found, ahead), emission) in found.iter_mut().zip(&*ahead).zip(emissions).rev() {
            found.1 = ahead.plus(&back).lead(found.0, LABELS) as f32 / STEPS;
            back = step(&back.plus(emission).below_best(), &transitions.to);
        }
    }
}

/// How likely each kind is for the words of a name, between the labels around it.
pub(super) fn kind_probabilities(
    emissions: &[Sums],
    transitions: &Transitions,
    labels: &[(usize, f32)],
    words: &Range<usize>,
) -> KindProbabilities {
    let transitions = &transitions.from;
    let before = words.start.checked_sub(1).map_or(EDGE, |at| labels[at].0);
    let after = labels.get(words.end).map_or(EDGE, |&(label, _)| label);
    let scores: KindProbabilities = std::array::from_fn(|kind| {
        let as_kind = words.clone().map(|at| if at == words.start { begin(kind) } else { inside(kind) });
        let (steps, last) = words.clone().zip(as_kind).fold((0, before), |(steps, last), (at, label)| {
            (steps + i32::from(transitions[last].at(label)) + i32::from(emissions[at].at(label)), label)
        });
        (steps + i32::from(transitions[last].at(after))) as f32 / STEPS
    });
    let best = scores.iter().copied().fold(f32::MIN, f32::max);
    let weights = scores.map(|score| falling(best - score));
    let total: f32 = weights.iter().sum();
    weights.map(|weight| weight / total)
}

/// Falls with the square of the gap. A softmax falls faster, but its last bit differs from machine to machine.
fn falling(gap: f32) -> f32 {
    1.0 / (1.0 + gap + gap * gap / 2.0)
}

/// The score of the best sequence from the beginning up to every label of every word, less that of the best label: only
/// what lies between labels counts, and it stays small however long the sequence grows.
fn forward(emissions: &[Sums], edge: usize, transitions: &Transitions, ahead: &mut Vec<Sums>) {
    ahead.clear();
    for emission in emissions {
        let so_far = ahead.last().map_or(transitions.from[edge], |last| step(last, &transitions.from));
        ahead.push(so_far.plus(emission).below_best());
    }
}

/// The best scores one word further on, or back, by the weights of the labels that may follow, or come before.
fn step(scores: &Sums, transitions: &[Sums; STATES]) -> Sums {
    let mut next = Sums::LEAST;
    for (label, row) in transitions.iter().enumerate().take(LABELS) {
        next.raise_to(row, scores.at(label));
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Scores;

    fn scores(pairs: &[(usize, f32)]) -> Sums {
        let mut all = [0.0; STATES];
        pairs.iter().for_each(|&(label, score)| all[label] = score);
        Sums::of(&all)
    }

    fn weighed(transitions: &[Scores; STATES]) -> Transitions {
        Transitions::new(&transitions.map(|row| Sums::of(&row)))
    }

    fn labels(words: &[Sums], transitions: &[Scores; STATES]) -> Vec<(usize, f32)> {
        let mut labels = Vec::new();
        best_labels(words, (EDGE, EDGE), &weighed(transitions), &mut Vec::new(), &mut labels);
        labels
    }

    #[test]
    fn without_transitions_every_word_decides_alone() {
        let words = [scores(&[(3, 2.0), (1, 1.5)]), scores(&[(0, 1.0)])];
        assert_eq!(labels(&words, &[[0.0; STATES]; STATES]), [(3, 0.5), (0, 1.0)]);
        assert!(labels(&[], &[[0.0; STATES]; STATES]).is_empty());
    }

    #[test]
    fn the_best_kind_is_believed_most_and_others_by_how_close_they_come() {
        let words = [scores(&[(begin(1), 3.0), (begin(2), 2.5)]), scores(&[(inside(1), 1.0), (inside(2), 1.0)])];
        let transitions = [[0.0; STATES]; STATES];
        let labels = labels(&words, &transitions);
        let kind_probabilities = kind_probabilities(&words, &weighed(&transitions), &labels, &(0..2));
        assert!(
            kind_probabilities[1] > kind_probabilities[2] && kind_probabilities[2] > 4.0 * kind_probabilities[0],
            "{kind_probabilities:?}"
        );
        assert!((kind_probabilities.iter().sum::<f32>() - 1.0).abs() < 1e-5);
    }

    #[test]
    fn transitions_change_the_best_sequence() {
        let mut transitions = [[0.0; STATES]; STATES];
        transitions[3][0] = IMPOSSIBLE;
        let words = [scores(&[(3, 2.0), (1, 1.5)]), scores(&[(0, 1.0)])];
        assert_eq!(labels(&words, &transitions), [(1, 0.5), (0, 0.5)]);
    }
}
