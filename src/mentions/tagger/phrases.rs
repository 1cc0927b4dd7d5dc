//! Phrases of several words that stand in the lists of names.

use super::word_features::Spelling;
use crate::model::{Gazetteer, PHRASE_START, WordClusters, phrase_step};

/// The longest phrase that is looked for, in words.
const LONGEST: usize = 6;

/// How a word stands in the longest listed phrase that covers it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Match {
    lists: u16,
    part: Part,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
enum Part {
    #[default]
    None,
    Whole,
    First,
    Middle,
    Last,
}

impl Match {
    /// Tells matches apart; 0 where there is none.
    pub(super) const fn value(self) -> u32 {
        self.lists as u32 | (self.part as u32) << 16
    }

    /// The same for each of its lists by itself.
    pub(super) fn values(self) -> impl Iterator<Item = u32> {
        let without_lowest = |&lists: &u16| Some(lists & (lists - 1)).filter(|&lists| lists != 0);
        let rests = std::iter::successors(Some(self.lists).filter(|&lists| lists != 0), without_lowest);
        rests.map(move |rest| Match { lists: rest & rest.wrapping_neg(), ..self }.value())
    }
}

/// Puts the match of every word of a sentence into `found`; the longest phrase from the left wins.
pub(super) fn find(sentence: &[&Spelling], words: WordClusters, found: &mut Vec<Match>) {
    found.clear();
    let mut at = 0;
    while at < sentence.len() {
        let (length, lists) = longest(&sentence[at..], words);
        found.extend((0..length).map(|offset| Match { lists, part: part(offset, length, lists) }));
        at += length;
    }
}

/// The length of the longest phrase at the beginning of these words and its lists; a word by itself if there is none.
fn longest(words_ahead: &[&Spelling], words: WordClusters) -> (usize, u16) {
    let first = words_ahead[0].known;
    let mut best = (1, first.lists & !(1 << Gazetteer::Prefix as u16));
    let mut known = first;
    let mut hash = phrase_step(PHRASE_START, words_ahead[0].lower);
    for (at, spelling) in words_ahead.iter().enumerate().take(LONGEST).skip(1) {
        if !known.is_in(Gazetteer::Prefix) {
            break;
        }
        hash = phrase_step(hash, spelling.lower);
        known = words.get(hash);
        let lists = known.lists & !(1 << Gazetteer::Prefix as u16);
        if lists != 0 {
            best = (at + 1, lists);
        }
    }
    best
}

const fn part(offset: usize, length: usize, lists: u16) -> Part {
    match (offset, length) {
        _ if lists == 0 => Part::None,
        (0, 1) => Part::Whole,
        (0, _) => Part::First,
        _ if offset + 1 == length => Part::Last,
        _ => Part::Middle,
    }
}
