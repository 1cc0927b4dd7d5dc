//! Runs of capitalised words, and the pronouns that refer back to them.

use super::{pronouns::Referent, word_features::Spelling};
use crate::{model::hash_lower, tokens::Tokens};
use std::ops::Range;

/// Words and marks that may stand between the capitalised words of one name.
const JOINTS: [&str; 7] = ["of", "for", "&", "-", "de", "al", "bin"];
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

/// What the first pronoun among the next words stands for; none behind another capitalised word.
pub(super) fn next_referent<'s>(behind: impl Iterator<Item = &'s Spelling>) -> Option<Referent> {
    behind.take(REACH).take_while(|spelling| !spelling.capitalised).find_map(|spelling| spelling.referent)
}
