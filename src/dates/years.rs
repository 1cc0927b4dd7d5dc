//! The years that stand beside days, months and parts of a year.

use super::{cursor::Cursor, lexical_class::plain_digits, value::YearOf, year_words};
use crate::model::ValueKind;

/// The year after a day or month: "2015", ", 2015", "last year", "the same year"; and the token after it, or `at` itself.
pub(super) fn year_after(cursor: &Cursor, at: usize) -> (YearOf, usize) {
    let number_at = cursor.skip(cursor.skip(at, &[","]), &["of", "in"]);
    if let Some(year) = year_number(cursor, number_at) {
        return (YearOf::Is(year), number_at + 1);
    }
    if let Some((year, end)) = year_words::year(cursor, number_at) {
        return (YearOf::Is(year), end);
    }
    if let Some(found) = short_year(cursor, at) {
        return found;
    }
    let phrase = cursor.phrase_value(ValueKind::YearPhrase, at);
    phrase.and_then(|(value, end)| Some((named_year(value)?, end))).unwrap_or((YearOf::Open, at))
}

/// "'98", "of 87".
fn short_year(cursor: &Cursor, at: usize) -> Option<(YearOf, usize)> {
    let marked = cursor.any(at, &["'", "’", "‘"]) && !cursor.spaced(at + 1) || cursor.is(at, "of");
    let year = cursor.digits(at + 1).filter(|_| marked && cursor.word(at + 1).len() == 2)?;
    let counted = cursor.word(at + 2).starts_with(char::is_alphabetic) && cursor.is(at, "of");
    (!counted).then_some((YearOf::Is(of_two_digits(year)), at + 2))
}

/// The year that a phrase of the list names: "-1", "same".
fn named_year(value: &str) -> Option<YearOf> {
    if value == "same" { Some(YearOf::Same) } else { value.parse().ok().map(YearOf::Shift) }
}

/// A number that can be a year wherever it stands: 1000 to 2199.
pub(super) fn year_number(cursor: &Cursor, at: usize) -> Option<i32> {
    let word = cursor.word(at);
    plain_digits(word).filter(|n| word.len() == 4 && (1000..2200).contains(n)).map(|n| n as i32)
}

/// Two digits of a year within a lifetime of today's readers: 40 to 99 are of the 20th century.
pub(super) fn of_two_digits(number: u32) -> i32 {
    number as i32 + if number < 40 { 2000 } else { 1900 }
}
