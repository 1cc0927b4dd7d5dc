//! Years and decades in words: "nineteen ninety six", "two thousand and fifteen", "nineteen hundred ninety three", "the
//! nineteen seventies".

use super::{
    cursor::Cursor,
    lexical_class::LexicalClass,
    value::{Parsed, When, YearOf},
};

/// A year in words where a word before it speaks for one and nothing follows that it may count.
pub(super) fn read(cursor: &Cursor, at: usize) -> Parsed {
    if let (LexicalClass::Number(hundreds @ 15..=19), LexicalClass::Decade(tens)) =
        (cursor.class(at), cursor.class(at + 1))
    {
        return Some((When::Decade(100 * hundreds as i32 + i32::from(tens)), at + 2));
    }
    let cued = cursor.any_before(at, &["in", "since", "until", "year", "of"]);
    let (year, end) = year(cursor, at).filter(|_| cued)?;
    let next = cursor.word(end);
    let closed = !next.starts_with(char::is_alphanumeric) && !cursor.is_dash(end);
    let joined = cursor.any(end, &["and", "but", "as", "when", "after", "before", "to"]);
    (closed || joined).then_some((When::Year(YearOf::Is(year)), end))
}

/// The year in the words at a token, and the token after it.
pub(super) fn year(cursor: &Cursor, at: usize) -> Option<(i32, usize)> {
    let LexicalClass::Number(first) = cursor.class(at) else { return None };
    let (base, rest_at) = match cursor.class(at + 1) {
        LexicalClass::Magnitude(1000) if first == 2 => (2000, cursor.skip(at + 2, &["and"])),
        LexicalClass::Magnitude(100) if (16..=20).contains(&first) => (100 * first, cursor.skip(at + 2, &["and"])),
        LexicalClass::Number(10..=99) if (16..=20).contains(&first) => (100 * first, at + 1),
        _ => return None,
    };
    match below_hundred(cursor, rest_at) {
        Some((rest, end)) => Some(((base + rest) as i32, end)),
        None => Some((base as i32, at + 2)),
    }
}

/// "fifteen", "ninety six", "ninety-six".
fn below_hundred(cursor: &Cursor, at: usize) -> Option<(u32, usize)> {
    let LexicalClass::Number(number @ 1..=99) = cursor.class(at) else { return None };
    match cursor.class(at + 1) {
        LexicalClass::Number(ones @ 1..=9) if number >= 20 && number % 10 == 0 => Some((number + ones, at + 2)),
        _ => Some((number, at + 1)),
    }
}
