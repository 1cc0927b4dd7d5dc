//! The best sequence of labels, and how far behind the next best one is.

use super::labels::LABELS;
use crate::model::{STATES, Scores};

/// The score of what must not happen; low enough, and still exact in arithmetic with ordinary scores.
pub const IMPOSSIBLE: f32 = -1e6;
/// In transitions, the state before the first word and after the last one.
pub const EDGE: usize = STATES - 1;

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
    fn transitions_change_the_best_sequence() {
        let mut transitions = [[0.0; STATES]; STATES];
        transitions[3][0] = IMPOSSIBLE;
        let words = [scores(&[(3, 2.0), (1, 1.5)]), scores(&[(0, 1.0)])];
        assert_eq!(best_labels(&words, &transitions), [(1, 0.5), (0, 0.5)]);
    }
}
