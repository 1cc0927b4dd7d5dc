//! How much of a reference summary a text covers: ROUGE-1 and ROUGE-2 as F1.

use nutgraf::training::model::{hash_lower, phrase_hash};
use nutgraf::training::summary::stem;

/// The words and pairs of words of a text, as ascending hashes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grams {
    ones: Vec<u32>,
    twos: Vec<u32>,
    pub(crate) words: u32,
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
        let mut grams = Grams { words: words.len() as u32, ..Grams::default() };
        grams.twos = words.windows(2).map(|pair| phrase_hash(pair.iter().copied())).collect();
        grams.ones = words;
        grams.sort();
        grams
    }

    /// Adds the grams of another text.
    pub(crate) fn add(&mut self, other: &Grams) {
        self.ones.extend(&other.ones);
        self.twos.extend(&other.twos);
        self.words += other.words;
        self.sort();
    }

    fn sort(&mut self) {
        self.ones.sort_unstable();
        self.twos.sort_unstable();
    }

    /// ROUGE-1 and ROUGE-2 of these grams and more of them together against a reference.
    pub(crate) fn with(&self, more: &Grams, reference: &Grams) -> [f32; 2] {
        [f1(&self.ones, &more.ones, &reference.ones), f1(&self.twos, &more.twos, &reference.twos)]
    }
}

fn f1(a: &[u32], b: &[u32], reference: &[u32]) -> f32 {
    let (mut i, mut j, mut hits) = (0, 0, 0);
    for gram in reference {
        i += a[i..].partition_point(|g| g < gram);
        j += b[j..].partition_point(|g| g < gram);
        if a.get(i) == Some(gram) {
            (i, hits) = (i + 1, hits + 1);
        } else if b.get(j) == Some(gram) {
            (j, hits) = (j + 1, hits + 1);
        }
    }
    2.0 * hits as f32 / (a.len() + b.len() + reference.len()).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f1_counts_common_words_and_pairs() {
        let reference = Grams::of("The bridge closed on Sunday");
        let none = Grams::default();
        for (text, ones, twos) in [
            ("the bridge closed on sunday", 1.0, 1.0),
            ("Bridges closing", 2.0 * 2.0 / 7.0, 2.0 / 5.0),
            ("Nobody knows", 0.0, 0.0),
        ] {
            assert_eq!(none.with(&Grams::of(text), &reference), [ones, twos], "{text}");
        }
    }
}
