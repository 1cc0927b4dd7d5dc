//! Which sentences of two stories tell the same, by the things, stems and numbers that they share.

use super::{
    comparison::{Counterpart, LoneSentence},
    terms::{Terms, TermsOfSentence},
};
use crate::sort;

/// How much of what two sentences tell is in both, at least, of 1.
const LEAST: f32 = 0.18;
/// The same of a sentence that is a counterpart although another one is a better one.
const CLEAR: f32 = 0.35;

/// What the sentences of all texts have in common.
#[derive(Debug, Default)]
pub(super) struct Counterparts {
    pub(super) pairs: Vec<Counterpart>,
    pub(super) alone: Vec<LoneSentence>,
}

/// Two sentences, by their places among those of all texts, with what they share.
type Pair = (usize, usize, f32);

pub(super) fn find(terms: &Terms, texts: usize) -> Counterparts {
    let pairs = best(&pairs(terms), &terms.sentences, texts);
    let alone = alone(&pairs, &terms.sentences, texts);
    let pair = |(a, b, score): Pair| {
        let (a, b) = (&terms.sentences[a], &terms.sentences[b]);
        Counterpart { texts: (a.text, b.text), sentences: (a.index, b.index), score }
    };
    Counterparts { alone, pairs: pairs.into_iter().map(pair).collect() }
}

/// All sentences of two texts that share enough, by their places. What is shared is seen against what each tells, and
/// against one term more: a single word says little, also of a sentence that has no other.
fn pairs(terms: &Terms) -> Vec<Pair> {
    let told = &terms.sentences;
    let weights: Vec<f32> = told.iter().map(|one| one.terms.iter().map(|&term| terms.weight(term)).sum()).collect();
    let mut pairs = Vec::new();
    let mut shared = vec![0.0; told.len()];
    for (at, sentence) in told.iter().enumerate() {
        let mut near = Vec::new();
        for &term in &sentence.terms {
            let weight = terms.weight(term);
            for other in terms.holders(term).filter(|&other| told[other].text > sentence.text) {
                if shared[other] == 0.0 {
                    near.push(other as u32);
                }
                shared[other] += weight;
            }
        }
        for other in sort::distinct(near) {
            let other = other as usize;
            let score: f32 = shared[other] / ((1.0 + weights[at]) * (1.0 + weights[other])).sqrt();
            shared[other] = 0.0;
            if score >= LEAST {
                pairs.push((at, other, score.min(1.0)));
            }
        }
    }
    pairs
}

/// The pairs that are the best for both sentences, or clearly good and the best for one.
fn best(pairs: &[Pair], told: &[TermsOfSentence], texts: usize) -> Vec<Pair> {
    let mut best = vec![0.0_f32; told.len() * texts];
    let place = |of: usize, other: usize| of * texts + told[other].text as usize;
    for &(a, b, score) in pairs {
        for at in [place(a, b), place(b, a)] {
            best[at] = best[at].max(score);
        }
    }
    let is_best = |&&(a, b, score): &&Pair| {
        let (of_a, of_b) = (score >= best[place(a, b)], score >= best[place(b, a)]);
        of_a && of_b || score >= CLEAR && (of_a || of_b)
    };
    pairs.iter().filter(is_best).copied().collect()
}

fn alone(pairs: &[Pair], told: &[TermsOfSentence], texts: usize) -> Vec<LoneSentence> {
    let mut paired = vec![false; told.len()];
    pairs.iter().for_each(|&(a, b, _)| (paired[a], paired[b]) = (true, true));
    let lone = told.iter().zip(paired).filter(|(_, paired)| !paired).map(|(sentence, _)| {
        let against = (0..texts as u32).filter(|&text| text != sentence.text).collect();
        LoneSentence { text: sentence.text, sentence: sentence.index, against }
    });
    lone.collect()
}
