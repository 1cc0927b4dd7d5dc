//! Runs of capitalised words, and the pronouns that refer back to them.

use super::word_features::Spelling;
use crate::{model::hash_lower, tokens::Tokens};
use std::ops::Range;

/// Words and marks that may stand between the capitalised words of one name.
const JOINTS: [&str; 7] = ["of", "for", "&", "-", "de", "al", "bin"];
/// Pronouns that stand for things.
const THINGS: [&str; 4] = ["its", "it", "which", "itself"];
/// Pronouns that stand for people.
const PEOPLE: [&str; 7] = ["he", "she", "his", "her", "who", "him", "himself"];
/// How far behind a name a pronoun is looked for, in words.
const REACH: usize = 10;

/// The runs of capitalised words, in text order, none across the edge of a sentence.
pub(super) fn find(tokens: &Tokens, spellings: &[Spelling]) -> Vec<Range<usize>> {
    let joints = JOINTS.map(hash_lower);
    let spelling = |token: usize| &spellings[tokens.tokens[token].form as usize];
    let mut runs: Vec<Range<usize>> = Vec::new();
    for sentence in &tokens.sentences {
        for token in sentence.tokens.clone().filter(|&token| spelling(token).capitalised) {
            match runs.last_mut().filter(|run| run.start >= sentence.tokens.start) {
                Some(run) if run.end == token => run.end = token + 1,
                Some(run) if run.end + 1 == token && joints.contains(&spelling(run.end).lower) => run.end = token + 1,
                _ => runs.push(token..token + 1),
            }
        }
    }
    runs
}

/// What a pronoun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Referent {
    Thing = 1,
    Person,
}

/// The pronouns that tell people from things.
#[derive(Clone, Copy)]
pub(super) struct Pronouns {
    things: [u32; 4],
    people: [u32; 7],
}

impl Pronouns {
    pub(super) fn new() -> Pronouns {
        Pronouns { things: THINGS.map(hash_lower), people: PEOPLE.map(hash_lower) }
    }

    /// What the first pronoun among the next words stands for; none behind another capitalised word.
    pub(super) fn next<'s>(&self, behind: impl Iterator<Item = &'s Spelling>) -> Option<Referent> {
        let near = behind.take(REACH).take_while(|spelling| !spelling.capitalised);
        near.map(|spelling| self.referent(spelling.lower)).find(Option::is_some).flatten()
    }

    fn referent(&self, lower: u32) -> Option<Referent> {
        if self.things.contains(&lower) {
            Some(Referent::Thing)
        } else {
            self.people.contains(&lower).then_some(Referent::Person)
        }
    }
}
