//! How much of a reference summary a text covers: ROUGE-1 and ROUGE-2 as F1.

use nutgraf::summary::build::stem;
use std::collections::BTreeMap;

/// The words and pairs of words of a text, counted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grams {
    ones: BTreeMap<String, u32>,
    twos: BTreeMap<String, u32>,
    pub(crate) words: u32,
}

impl Grams {
    /// The grams of one sentence or several; pairs may cross from one to the next, as in the usual scorers.
    pub(crate) fn of(text: &str) -> Grams {
        let words: Vec<String> = text
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| stem(word).to_owned())
            .collect();
        let mut grams = Grams { words: words.len() as u32, ..Grams::default() };
        words.iter().for_each(|word| *grams.ones.entry(word.clone()).or_default() += 1);
        words.windows(2).for_each(|pair| *grams.twos.entry(pair.join(" ")).or_default() += 1);
        grams
    }

    /// Adds the grams of another text.
    pub(crate) fn add(&mut self, other: &Grams) {
        other.ones.iter().for_each(|(gram, n)| *self.ones.entry(gram.clone()).or_default() += n);
        other.twos.iter().for_each(|(gram, n)| *self.twos.entry(gram.clone()).or_default() += n);
        self.words += other.words;
    }

    /// ROUGE-1 and ROUGE-2 of these grams and more of them together against a reference.
    pub(crate) fn with(&self, more: &Grams, reference: &Grams) -> [f32; 2] {
        [f1(&self.ones, &more.ones, &reference.ones), f1(&self.twos, &more.twos, &reference.twos)]
    }
}

fn f1(a: &BTreeMap<String, u32>, b: &BTreeMap<String, u32>, reference: &BTreeMap<String, u32>) -> f32 {
    let count = |grams: &BTreeMap<String, u32>| grams.values().sum::<u32>();
    let of = |grams: &BTreeMap<String, u32>, gram: &String| grams.get(gram).copied().unwrap_or(0);
    let hits: u32 = reference.iter().map(|(gram, n)| (of(a, gram) + of(b, gram)).min(*n)).sum();
    2.0 * hits as f32 / (count(a) + count(b) + count(reference)).max(1) as f32
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
