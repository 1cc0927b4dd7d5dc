//! Days of a month: "May 18, 2015", "30th of June", "the 19th", "5-6 September 2019"; and months: "in May".

use super::{
    cursor::Cursor,
    lexical_class::LexicalClass,
    value::{End, Parsed, When, YearOf},
    years::year_after,
};

/// "May 18, 2015", "Jul - 25 - 2025", "December the 3rd", "March 2025", "October last year", "in May".
pub(super) fn month_first(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Month(month) = cursor.class(at) else { return None };
    let dashed = cursor.is_dash(at + 1) && cursor.is_dash(at + 3);
    let day_at = if dashed { at + 2 } else { cursor.skip(at + 1, &["the"]) };
    if let Some(day) = day_number(cursor, day_at) {
        let (year, end) = year_after(cursor, day_at + 1 + usize::from(dashed));
        return Some((When::Day { weekday: None, month, day, year }, end));
    }
    let (year, end) = year_after(cursor, cursor.skip(at + 1, &["of"]));
    if year == YearOf::Open {
        return is_bare_month(cursor, at, month).then_some((When::Month { month, year }, at + 1));
    }
    Some((When::Month { month, year }, end))
}

/// A number from 1 to 31 that stands for a day rather than a count of something.
fn day_number(cursor: &Cursor, at: usize) -> Option<u8> {
    let day = match cursor.class(at) {
        LexicalClass::Ordinal(day) => day,
        LexicalClass::Digits => cursor.digits(at).filter(|_| cursor.word(at).len() <= 2)?,
        _ => return None,
    };
    let counted = cursor.is(at + 1, "%") || cursor.any(at + 1, &["percent", "million", "billion", "people"]);
    ((1..=31).contains(&day) && !counted).then_some(day as u8)
}

/// Months whose names are words or names of people besides.
const OTHER_WORDS: [u8; 5] = [3, 4, 5, 6, 8];

/// Whether a month by itself means the month, not a person, a verb or a walk.
fn is_bare_month(cursor: &Cursor, at: usize, month: u8) -> bool {
    let word = cursor.word(at);
    if word.trim_end_matches('.').len() == 3 && month != 5 {
        return cursor.is_cued(at, "short_month");
    }
    if !OTHER_WORDS.contains(&month) || cursor.is_cued(at, "month") {
        return true;
    }
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let before = cursor.before(at, 1);
    let begins = before.is_empty() || before.ends_with(['.', '"', '“', '?', '!', ':']);
    let named = capital(before) || before.starts_with(['\'', '’']) || capital(cursor.word(at + 1));
    capital(word) && !begins && !named
}

/// "30 June 2025", "30th of June", "1st day of February".
pub(super) fn day_first(cursor: &Cursor, at: usize) -> Parsed {
    let day = day_number(cursor, at)?;
    let month_at = cursor.skip(if cursor.is(at + 1, "day") { at + 2 } else { at + 1 }, &["of"]);
    let LexicalClass::Month(month) = cursor.class(month_at) else { return None };
    let (year, end) = year_after(cursor, month_at + 1);
    Some((When::Day { weekday: None, month, day, year }, end))
}

/// The "21" of "21 and 22 January".
pub(super) fn day_in_list(cursor: &Cursor, at: usize) -> Parsed {
    let day = day_number(cursor, at).filter(|_| cursor.any(at + 1, &["and", "or", "&"]))?;
    match day_first(cursor, at + 2)? {
        (When::Day { month, year, .. }, _) => Some((When::Day { weekday: None, month, day, year }, at + 1)),
        _ => None,
    }
}

/// "the 30th of June", "the 19th".
pub(super) fn the_day(cursor: &Cursor, at: usize) -> Parsed {
    if let Some(found) = day_first(cursor, at + 1) {
        return Some(found);
    }
    let LexicalClass::Ordinal(day @ 1..=31) = cursor.class(at + 1) else { return None };
    let in_digits = cursor.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
    let alone = !cursor.word(at + 2).starts_with(char::is_alphanumeric) && !cursor.is_dash(at + 2);
    let cued = cursor.is_cued(at, "day");
    (in_digits && alone && cued).then_some((When::DayOfMonth { day: day as u8 }, at + 2))
}

/// "5-6 September 2019", "4 to 12 December": two days before their month.
pub(super) fn days_of_one_month(cursor: &Cursor, at: usize) -> Parsed {
    let first = day_number(cursor, at)?;
    let between = cursor.any_before(at, &["between"]) && cursor.is(at + 1, "and");
    if !(cursor.is_dash(at + 1) || cursor.is(at + 1, "to") || between) {
        return None;
    }
    let (second, end) = day_first(cursor, at + 2)?;
    let When::Day { month, day, year, .. } = second else { return None };
    let start = End { tokens: at..at + 1, when: When::Day { weekday: None, month, day: first, year }, complete: false };
    let last = End { tokens: at + 2..end, when: second, complete: true };
    (first < day).then(|| (When::Range(Box::new(start), Box::new(last)), end))
}

/// The "3" of "June 1-3" or "June 1 and 3", and the year after it.
pub(super) fn same_month(cursor: &Cursor, first: &When, at: usize) -> Parsed {
    let &When::Day { month, day, year: YearOf::Open, .. } = first else { return None };
    let last = day_number(cursor, at).filter(|&last| last > day)?;
    if matches!(cursor.class(at + 1), LexicalClass::Month(_)) || cursor.is(at + 1, "of") {
        return None;
    }
    let (year, end) = year_after(cursor, at + 1);
    Some((When::Day { weekday: None, month, day: last, year }, end))
}
