//! The content words of every sentence, as far as they tell what the article is about.

use crate::{
    model::{Class, hash_lower},
    tokens::{Reading, SentenceTokens},
};
use std::ops::Range;

/// The content words of some sentences. A term is a word without its ending: "resign" and "resigned" are one.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// For every sentence its terms, each once, in ascending order.
    pub(super) of: Vec<Vec<u32>>,
    /// For every term how many of the sentences hold it.
    pub(super) holders: Vec<u32>,
    /// For every term the first of the sentences that holds it.
    pub(super) first: Vec<u32>,
    /// The terms of the headline.
    pub(super) headline: Vec<u32>,
}

impl Terms {
    /// Reads the terms of sentences, given in text order, and of the headline.
    pub(super) fn read(reading: Reading, sentences: &[&SentenceTokens]) -> Terms {
        let vocabulary = Vocabulary::of(reading);
        let of: Vec<Vec<u32>> = sentences.iter().map(|s| vocabulary.terms(reading, s.tokens.clone())).collect();
        let mut holders = vec![0; vocabulary.size];
        let mut first = vec![0; vocabulary.size];
        for (at, terms) in of.iter().enumerate() {
            for &term in terms {
                if holders[term as usize] == 0 {
                    first[term as usize] = at as u32;
                }
                holders[term as usize] += 1;
            }
        }
        let headline = headline_tokens(reading).map_or(Vec::new(), |tokens| vocabulary.terms(reading, tokens));
        Terms { of, holders, first, headline }
    }
}

/// How many terms two ascending lists share.
pub(super) fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        count += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    count
}

fn headline_tokens(reading: Reading) -> Option<Range<usize>> {
    let headline = reading.article.headline?;
    Some(reading.tokens.token_at(headline.start)..reading.tokens.token_at(headline.end))
}

/// The number of every term, filed by spelling.
struct Vocabulary {
    /// For every form its term, or `NONE`.
    term: Vec<u32>,
    size: usize,
}

const NONE: u32 = u32::MAX;

impl Vocabulary {
    fn of(reading: Reading) -> Vocabulary {
        let tokens = reading.tokens;
        let mut stems = vec![None; tokens.forms.len()];
        for (at, token) in tokens.tokens.iter().enumerate() {
            let form = token.form as usize;
            if stems[form].is_none() && is_content(reading, at) {
                stems[form] = Some(hash_lower(stem(reading.word(at))));
            }
        }
        let mut known: Vec<u32> = stems.iter().flatten().copied().collect();
        known.sort_unstable();
        known.dedup();
        let number = |stem: Option<u32>| stem.and_then(|s| known.binary_search(&s).ok()).map_or(NONE, |n| n as u32);
        Vocabulary { term: stems.into_iter().map(number).collect(), size: known.len() }
    }

    fn terms(&self, reading: Reading, tokens: Range<usize>) -> Vec<u32> {
        let term = |token: usize| self.term[reading.tokens.tokens[token].form as usize];
        let mut found: Vec<u32> = tokens.map(term).filter(|&term| term != NONE).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Whether a word says what a text is about, rather than how it is put or who reports it.
fn is_content(reading: Reading, token: usize) -> bool {
    let form = reading.tokens.form(token);
    !form.shape.is_mark() && !form.classes.has(Class::Function) && !form.classes.has(Class::Saying)
}

/// A word without the ending that grammar gives it. It need not be a word: "mov" stands for "move" and "moving".
pub fn stem(word: &str) -> &str {
    const SHORTEST: usize = 4;
    const GENITIVE: [&str; 2] = ["'s", "’s"];
    const INFLECTION: [&str; 7] = ["ing", "edly", "ed", "ies", "es", "s", "ly"];
    const VOWEL: [&str; 3] = ["e", "y", "i"];
    if !word.is_ascii() {
        return word;
    }
    let shorter = |word: &'_ str, ending: &str| {
        let cut = word.len().checked_sub(ending.len()).filter(|&cut| cut + 1 >= SHORTEST)?;
        (word[cut..].eq_ignore_ascii_case(ending) && !word.ends_with("ss")).then_some(cut)
    };
    let mut endings = GENITIVE.iter().chain(&INFLECTION).chain(&VOWEL);
    let once = endings.find_map(|ending| shorter(word, ending)).map_or(word, |cut| &word[..cut]);
    let twice = VOWEL.iter().find_map(|ending| shorter(once, ending)).map_or(once, |cut| &once[..cut]);
    undoubled(twice)
}

/// "stopp" as "stop".
fn undoubled(stem: &str) -> &str {
    match stem.as_bytes() {
        [.., a, b] if a == b && stem.len() > 4 && !matches!(b, b'l' | b's') => &stem[..stem.len() - 1],
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_their_stem() {
        for group in [
            "resign resigns resigned resigning",
            "move moves moved moving",
            "city cities",
            "stop stopped stopping stops",
            "class classes",
            "Paris",
            "US",
            "Köln",
        ] {
            let mut stems: Vec<_> = group.split(' ').map(stem).collect();
            stems.dedup();
            assert_eq!(stems.len(), 1, "{group}: {stems:?}");
        }
    }

    #[test]
    fn shared_terms_are_counted_once_each() {
        assert_eq!(shared(&[1, 3, 5, 9], &[3, 4, 9]), 2);
        assert_eq!(shared(&[], &[3]), 0);
    }
}
