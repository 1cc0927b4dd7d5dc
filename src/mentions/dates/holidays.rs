//! Holidays by their names: "Christmas Eve", "New Year's Day 2026".

use super::{
    super::cursor::Cursor,
    holiday_list::{HOLIDAYS, matches},
    value::{Parsed, When},
    years::year_after,
};

/// The holiday that begins at a token, with the year after it.
pub(super) fn parse(cursor: &Cursor, at: usize) -> Parsed {
    let initial = cursor.word(at).as_bytes().first()?.to_ascii_lowercase();
    let mut likely = HOLIDAYS.iter().filter(|holiday| holiday.name[0].as_bytes()[0] == initial);
    let (holiday, end) = likely.find_map(|holiday| Some((holiday, name_end(cursor, at, holiday.name)?)))?;
    let (year, end) = year_after(cursor, end);
    Some((When::Holiday { holiday, year }, end))
}

/// The token after a holiday's name, written with capitals and with or without apostrophes.
fn name_end(cursor: &Cursor, at: usize, name: &[&str]) -> Option<usize> {
    let mut next = at;
    for part in name {
        let word = cursor.word(next);
        let capital =
            word.starts_with(|c: char| c.is_ascii_uppercase()) || matches!(*part, "the" | "of" | "day" | "years");
        if !capital || !matches(word, part) {
            return None;
        }
        next = cursor.skip(next + 1, &["'s", "’s", "'", "’"]);
    }
    Some(next)
}
