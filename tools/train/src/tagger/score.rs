//! Scores while training: exact names, before and after quantising.

use super::{
    crf::Learned,
    document::{Labels, Sentence},
};
use crate::kinds;
use nutgraf::training::names::{self, KINDS, begin, inside};
use std::ops::Range;

/// The kinds that are added up, from the first on: people, organisations and places.
const ADDED_UP: usize = 3;

/// F1 of one kind after another, and of people, organisations and places together, in hundredths.
pub(crate) fn f1(learned: &Learned, sentences: &[Sentence]) -> Vec<f32> {
    let mut counts = [(0, 0, 0); KINDS.len()];
    for sentence in sentences {
        let gold = gold(&sentence.labels);
        let found = names::decode(&learned.emissions(&sentence.features), &learned.transitions);
        let found: Vec<_> = found.into_iter().map(|(words, kind, _)| (words, kinds::number(kind))).collect();
        for (kind, count) in counts.iter_mut().enumerate() {
            count.0 +=
                found.iter().filter(|(words, k)| *k == Some(kind) && gold.contains(&(words.clone(), kind))).count();
            count.1 += found.iter().filter(|(_, k)| *k == Some(kind)).count();
            count.2 += gold.iter().filter(|(_, k)| *k == kind).count();
        }
    }
    let all = counts[..ADDED_UP].iter().fold((0, 0, 0), |sum, c| (sum.0 + c.0, sum.1 + c.1, sum.2 + c.2));
    counts
        .iter()
        .chain([&all])
        .map(|&(right, found, gold)| 200.0 * right as f32 / (found + gold).max(1) as f32)
        .collect()
}

fn gold(labels: &[Labels]) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    for (start, label) in labels.iter().enumerate() {
        let Some(kind) = (0..KINDS.len()).find(|&kind| *label == 1 << begin(kind)) else { continue };
        let more = labels[start + 1..].iter().take_while(|l| **l == 1 << inside(kind)).count();
        found.push((start..start + 1 + more, kind));
    }
    found
}
