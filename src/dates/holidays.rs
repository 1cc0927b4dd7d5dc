//! Holidays by their names: "Christmas Eve", "New Year's Day 2026".

use super::{
    cursor::Cursor,
    value::{End, Parsed, Rule, Unit, When, YearOf},
    years::year_after,
};
use crate::model::{PHRASE_START, ValueKind, hash_lower, phrase_step};
use std::ops::Range;

/// The holiday that begins at a token, with the year after it; of two names that fit, the longer one.
pub(super) fn parse(cursor: &Cursor, at: usize) -> Parsed {
    let values = cursor.values();
    let (mut name, mut next, mut found) = (PHRASE_START, at, None);
    while let Some((word, end)) = name_word(cursor, next) {
        (name, next) = (phrase_step(name, word), end);
        if !values.begins(ValueKind::Holiday, name) {
            break;
        }
        found = values.get(ValueKind::Holiday, name).map(|rule| (rule, next)).or(found);
    }
    let (rule, end) = found?;
    let (year, after) = year_after(cursor, end);
    // "small" marks names that are written without capitals, too.
    let written = is_capitalised(cursor, at..end) || year != YearOf::Open || rule.ends_with(" small");
    let when = When::Holiday { rule: Rule::written(rule)?, year };
    written.then(|| weekend(cursor, &when, at..after).unwrap_or((when, after)))
}

/// "Labor Day weekend", "Halloween weekend 2021".
fn weekend(cursor: &Cursor, holiday: &When, name: Range<usize>) -> Parsed {
    if !cursor.is(name.end, "weekend") {
        return None;
    }
    let &When::Holiday { rule, year } = holiday else { return None };
    let (later, end) = year_after(cursor, name.end + 1);
    let (year, end) = if later == YearOf::Open { (year, name.end + 1) } else { (later, end) };
    let date = Box::new(End { tokens: name, when: When::Holiday { rule, year }, complete: false });
    Some((When::Holding { unit: Unit::Weekend, date }, end))
}

/// Whether all words of a name have capitals but those that may be small: "the Fourth of July", "Boxing day".
fn is_capitalised(cursor: &Cursor, mut name: Range<usize>) -> bool {
    name.all(|at| {
        let word = cursor.word(at);
        let small = cursor.any(at, &["the", "of", "day", "years", "al", "eve"]);
        small
            || word.starts_with(['\'', '’'])
            || word.contains(|c: char| c.is_ascii_uppercase())
            || !word.contains(char::is_alphabetic)
    })
}

/// The hash of a word of a holiday's name, and the token after it; its apostrophe is left out.
fn name_word(cursor: &Cursor, at: usize) -> Option<(u32, usize)> {
    let possessive = cursor.any(at + 1, &["'s", "’s"]);
    let hash = if possessive { hash_lower(&format!("{}s", cursor.word(at))) } else { cursor.lower(at)? };
    Some((hash, cursor.skip(at + 1, &["'s", "’s", "'", "’"])))
}
