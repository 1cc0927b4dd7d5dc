//! Holidays by their names: "Christmas Eve", "New Year's Day 2026".

use super::{
    cursor::Cursor,
    value::{Parsed, Rule, When},
    years::year_after,
};
use crate::model::{PHRASE_START, ValueKind, hash_lower, phrase_step};

/// The holiday that begins at a token, with the year after it; of two names that fit, the longer one.
pub(super) fn parse(cursor: &Cursor, at: usize) -> Parsed {
    let (mut name, mut next, mut found) = (PHRASE_START, at, None);
    while let Some((word, end)) = name_word(cursor, next) {
        (name, next) = (phrase_step(name, word), end);
        if !cursor.values().begins(ValueKind::Holiday, name) {
            break;
        }
        found = cursor.values().get(ValueKind::Holiday, name).map(|rule| (rule, next)).or(found);
    }
    let (rule, end) = found?;
    let (year, end) = year_after(cursor, end);
    Some((When::Holiday { rule: Rule::written(rule)?, year }, end))
}

/// The hash of a word of a holiday's name, and the token after it: it has a capital; its apostrophe is left out.
fn name_word(cursor: &Cursor, at: usize) -> Option<(u32, usize)> {
    let word = cursor.word(at);
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    if !capital && !cursor.any(at, &["the", "of", "day", "years"]) {
        return None;
    }
    let possessive = cursor.any(at + 1, &["'s", "’s"]);
    let hash = if possessive { hash_lower(&format!("{word}s")) } else { hash_lower(word) };
    Some((hash, cursor.skip(at + 1, &["'s", "’s", "'", "’"])))
}
