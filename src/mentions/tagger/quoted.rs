//! Short stretches in quotation marks: titles of works stand there, names that somebody gives, and scraps of speech.

use super::word_features::Spelling;
use crate::model::hash_lower;

/// Longer stretches are no titles, in words and marks.
const LONGEST: usize = 10;
const MARKS: [&str; 3] = ["\"", "“", "”"];

/// A stretch that a word stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Quoted {
    /// The place of its first word in the sentence, behind the mark.
    pub(super) start: usize,
    /// How it is written: its length and its capitals.
    pub(super) manner: u32,
}

/// The hashes of the marks.
#[derive(Clone, Copy)]
pub(super) struct Marks([u32; MARKS.len()]);

impl Marks {
    pub(super) fn new() -> Marks {
        Marks(MARKS.map(hash_lower))
    }
}

/// Puts the stretch of every word of a sentence into `found`.
pub(super) fn find(sentence: &[&Spelling], marks: Marks, found: &mut Vec<Option<Quoted>>) {
    let is_mark = |spelling: &Spelling| marks.0.contains(&spelling.lower);
    found.clear();
    found.resize(sentence.len(), None);
    let mut at = 0;
    while let Some(start) = (at..sentence.len()).find(|&at| is_mark(sentence[at])).map(|mark| mark + 1) {
        let Some(end) = (start..sentence.len()).find(|&at| is_mark(sentence[at])) else { break };
        if (1..=LONGEST).contains(&(end - start)) {
            found[start..end].fill(Some(Quoted { start, manner: manner(&sentence[start..end]) }));
        }
        at = end + 1;
    }
}

/// Tells stretches apart by how many words they have, how many of these are small, and whether the first and last are.
fn manner(stretch: &[&Spelling]) -> u32 {
    let words = || stretch.iter().filter(|spelling| spelling.word);
    let is_small = |spelling: Option<&&Spelling>| u32::from(spelling.is_none_or(|spelling| !spelling.capitalised));
    let small = words().filter(|spelling| !spelling.capitalised).count();
    let ends_in_mark = u32::from(stretch.last().is_some_and(|last| !last.word));
    let counts = words().count().min(6) as u32 | (small.min(3) as u32) << 3;
    counts | is_small(words().next()) << 5 | is_small(words().next_back()) << 6 | ends_in_mark << 7
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelling(word: &str) -> Spelling {
        let is_word = word.chars().all(char::is_alphabetic);
        let capitalised = word.starts_with(char::is_uppercase);
        Spelling { lower: hash_lower(word), word: is_word, capitalised, ..Spelling::default() }
    }

    fn stretches(words: &str) -> Vec<Option<Quoted>> {
        let spellings: Vec<Spelling> = words.split(' ').map(spelling).collect();
        let mut found = Vec::new();
        find(&spellings.iter().collect::<Vec<_>>(), Marks::new(), &mut found);
        found
    }

    #[test]
    fn short_stretches_are_told_by_their_capitals() {
        let found = stretches("Her song “ Rain over Oslo ” and “ rain , ” she said “ no");
        let starts: Vec<_> = found.iter().map(|quoted| quoted.map_or(0, |quoted| quoted.start)).collect();
        assert_eq!(starts, [0, 0, 0, 3, 3, 3, 0, 0, 0, 9, 9, 0, 0, 0, 0, 0]);
        let manners: Vec<u32> = [3, 9].into_iter().filter_map(|at| found[at]).map(|quoted| quoted.manner).collect();
        assert_eq!(manners, [3 | 1 << 3, 1 | 1 << 3 | 1 << 5 | 1 << 6 | 1 << 7]);
    }

    #[test]
    fn long_stretches_are_speech() {
        let words = format!("“ {} ”", ["Rain"; LONGEST + 1].join(" "));
        assert!(stretches(&words).iter().all(Option::is_none));
        assert!(stretches("“ ”").iter().all(Option::is_none));
    }
}
