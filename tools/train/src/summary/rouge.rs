//! How much of a reference summary a text covers: ROUGE-1 and ROUGE-2 as F1.

use nutgraf::training::model::{hash_lower, phrase_hash};
use nutgraf::training::summary::stem;

/// The words and pairs of words of a text, as ascending hashes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grams {
    ones: Vec<u32>,
    twos: Vec<u32>,
}

impl Grams {
    /// The grams of one sentence or several; pairs may cross from one to the next, as in the usual scorers.
    pub(crate) fn of(text: &str) -> Grams {
        let words: Vec<u32> = text
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| hash_lower(stem(word)))
            .collect();
        let twos = words.windows(2).map(|pair| phrase_hash(pair.iter().copied())).collect();
        let mut grams = Grams { ones: words, twos };
        grams.ones.sort_unstable();
        grams.twos.sort_unstable();
        grams
    }

    /// ROUGE-1 and ROUGE-2 of these grams against a reference.
    pub(crate) fn against(&self, reference: &Grams) -> [f32; 2] {
        [f1(&self.ones, &reference.ones), f1(&self.twos, &reference.twos)]
    }
}

fn f1(found: &[u32], reference: &[u32]) -> f32 {
    let (mut at, mut hits) = (0, 0);
    for gram in reference {
        at += found[at..].partition_point(|g| g < gram);
        if found.get(at) == Some(gram) {
            (at, hits) = (at + 1, hits + 1);
        }
    }
    2.0 * hits as f32 / (found.len() + reference.len()).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f1_counts_common_words_and_pairs() {
        let reference = Grams::of("The bridge closed on Sunday");
        for (text, ones, twos) in [
            ("the bridge closed on sunday", 1.0, 1.0),
            ("Bridges closing", 2.0 * 2.0 / 7.0, 2.0 / 5.0),
            ("Nobody knows", 0.0, 0.0),
        ] {
            assert_eq!(Grams::of(text).against(&reference), [ones, twos], "{text}");
        }
    }
}
