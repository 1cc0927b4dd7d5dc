//! The best sequence of labels, and how far behind the next best one is.

use super::labels::{KINDS, LABELS, begin, inside};
use crate::model::{STATES, Scores};
use std::ops::Range;

/// The score of what must not happen; low enough, and still exact in arithmetic with ordinary scores.
pub const IMPOSSIBLE: f32 = -1e6;
/// In transitions, the state before the first word and after the last one.
pub const EDGE: usize = STATES - 1;

/// How likely each kind of name is, in shares of one.
pub(crate) type KindProbabilities = [f32; KINDS.len()];

/// The best label of every word and its margin: the score of the best sequence less that of the best sequence with
/// another label there.
pub(super) fn best_labels(emissions: &[Scores], transitions: &[Scores; STATES]) -> Vec<(usize, f32)> {
    if emissions.is_empty() {
        return Vec::new();
    }
    let ahead = forward(emissions, transitions);
    let mut found = vec![(0, 0.0); emissions.len()];
    let mut back: Scores = std::array::from_fn(|label| transitions[label][EDGE]);
    let mut label = best(&sum(&ahead[emissions.len() - 1], &back));
    for at in (0..emissions.len()).rev() {
        found[at] = (label, margin(&sum(&ahead[at], &back), label));
        if at > 0 {
            label = best_before(&ahead[at - 1], transitions, label);
            back = backward(&sum(&back, &emissions[at]), transitions);
        }
    }
    found
}

/// How likely each kind is for the words of a name, between the labels around it.
pub(super) fn kind_probabilities(
    emissions: &[Scores],
    transitions: &[Scores; STATES],
    labels: &[(usize, f32)],
    words: &Range<usize>,
) -> KindProbabilities {
    let before = words.start.checked_sub(1).map_or(EDGE, |at| labels[at].0);
    let after = labels.get(words.end).map_or(EDGE, |&(label, _)| label);
    let scores: KindProbabilities = std::array::from_fn(|kind| {
        let as_kind = words.clone().map(|at| if at == words.start { begin(kind) } else { inside(kind) });
        let (score, last) = words.clone().zip(as_kind).fold((0.0, before), |(score, last), (at, label)| {
            (score + transitions[last][label] + emissions[at][label], label)
        });
        score + transitions[last][after]
    });
    let best = scores.iter().copied().fold(IMPOSSIBLE, f32::max);
    let weights = scores.map(|score| falling(best - score));
    let total: f32 = weights.iter().sum();
    weights.map(|weight| weight / total)
}

/// Falls with the square of the gap. A softmax falls faster, but its last bit differs from machine to machine.
fn falling(gap: f32) -> f32 {
    1.0 / (1.0 + gap + gap * gap / 2.0)
}

/// The score of the best sequence from the beginning up to every label of every word.
fn forward(emissions: &[Scores], transitions: &[Scores; STATES]) -> Vec<Scores> {
    let mut last = sum(&transitions[EDGE], &emissions[0]);
    let mut all = Vec::with_capacity(emissions.len());
    all.push(last);
    for emission in &emissions[1..] {
        last = sum(&step(&last, transitions), emission);
        all.push(last);
    }
    all
}

fn step(scores: &Scores, transitions: &[Scores; STATES]) -> Scores {
    let mut next = [IMPOSSIBLE; STATES];
    for (score, row) in scores.iter().zip(transitions).take(LABELS) {
        for (best, transition) in next.iter_mut().zip(row) {
            let through = score + transition;
            *best = if through > *best { through } else { *best };
        }
    }
    next
}

/// The score of the best sequence from every label on, without the label's own emission.
fn backward(after: &Scores, transitions: &[Scores; STATES]) -> Scores {
    std::array::from_fn(|label| {
        let through = sum(after, &transitions[label]);
        through[..LABELS].iter().fold(IMPOSSIBLE, |best, &score| if score > best { score } else { best })
    })
}

fn best_before(before: &Scores, transitions: &[Scores; STATES], label: usize) -> usize {
    best(&std::array::from_fn(|other| before[other] + transitions[other][label]))
}

fn best(scores: &Scores) -> usize {
    (1..LABELS).fold(0, |best, label| if scores[label] > scores[best] { label } else { best })
}

fn margin(scores: &Scores, label: usize) -> f32 {
    let others = (0..LABELS).filter(|&other| other != label).map(|other| scores[other]);
    scores[label] - others.fold(IMPOSSIBLE, f32::max)
}

fn sum(a: &Scores, b: &Scores) -> Scores {
    std::array::from_fn(|label| a[label] + b[label])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(pairs: &[(usize, f32)]) -> Scores {
        let mut all = [0.0; STATES];
        pairs.iter().for_each(|&(label, score)| all[label] = score);
        all
    }

    #[test]
    fn without_transitions_every_word_decides_alone() {
        let words = [scores(&[(3, 2.0), (1, 1.5)]), scores(&[(0, 1.0)])];
        assert_eq!(best_labels(&words, &[[0.0; STATES]; STATES]), [(3, 0.5), (0, 1.0)]);
        assert!(best_labels(&[], &[[0.0; STATES]; STATES]).is_empty());
    }

    #[test]
    fn the_best_kind_is_believed_most_and_others_by_how_close_they_come() {
        let words = [scores(&[(begin(1), 3.0), (begin(2), 2.5)]), scores(&[(inside(1), 1.0), (inside(2), 1.0)])];
        let transitions = [[0.0; STATES]; STATES];
        let labels = best_labels(&words, &transitions);
        let kind_probabilities = kind_probabilities(&words, &transitions, &labels, &(0..2));
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
        assert_eq!(best_labels(&words, &transitions), [(1, 0.5), (0, 0.5)]);
    }
}
