//! Days of a month: "May 18, 2015", "30th of June", "the 19th", "5-6 September 2019"; and months: "in May".

use super::{
    cursor::Cursor,
    lexical_class::{LexicalClass, month_and_day as in_one_word, plain_digits},
    value::{End, Parsed, When, YearOf},
    years::year_after,
};

/// "May 18, 2015", "Jul - 25 - 2025", "December the 3rd", "March 2025", "October last year", "in May".
pub(super) fn month_first(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Month(month) = cursor.class(at) else { return None };
    let dashed = cursor.is_dash(at + 1) && cursor.is_dash(at + 3);
    let comma = cursor.is(at + 1, ",") && in_digits(cursor, at + 2);
    let day_at = if dashed || comma { at + 2 } else { cursor.skip(at + 1, &["the"]) };
    if let Some((day, year)) = joined_day_and_year(cursor.word(day_at)) {
        return Some((When::Day { weekday: None, month, day, year: YearOf::Is(year) }, day_at + 1));
    }
    if let Some((day, day_end)) = day_words(cursor, day_at) {
        let (year, end) = year_after(cursor, day_end + usize::from(dashed));
        return Some((When::Day { weekday: None, month, day, year }, end));
    }
    let (year, end) = month_year(cursor, at + 1);
    if year == YearOf::Open {
        return is_bare_month(cursor, at, month).then_some((When::Month { month, year }, at + 1));
    }
    Some((When::Month { month, year }, end))
}

/// "jan 12th", "may 3, 2025", "friday march fifteenth", "may 2025": a month without its capital may be another word, so it
/// wants a day that can be nothing else, a year, or a word before it that tells.
pub(super) fn small_month(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::SmallMonth(month) = cursor.class(at) else { return None };
    let Some((day, day_end)) = day_words(cursor, cursor.skip(at + 1, &["the"])) else {
        let (year, end) = month_year(cursor, at + 1);
        let placed = matches!(year, YearOf::Is(_)) && !cursor.word(end).starts_with(char::is_alphanumeric);
        return placed.then_some((When::Month { month, year }, end));
    };
    let (year, end) = year_after(cursor, day_end);
    let weekday = at > cursor.start() && matches!(cursor.class(at - 1), LexicalClass::Weekday(_));
    let cued = weekday || cursor.any_before(at, &["on", "until", "till", "by", "since", "from"]);
    let sure = matches!(year, YearOf::Is(_)) || cued || in_digits(cursor, at + 1) || is_abbreviated(cursor, at);
    sure.then_some((When::Day { weekday: None, month, day, year }, end))
}

/// Whether a month in small letters is no word of another kind before a number: "jan", but not "may".
fn is_abbreviated(cursor: &Cursor, at: usize) -> bool {
    cursor.word(at).trim_end_matches('.').len() == 3 && !cursor.is(at, "may")
}

/// The month at a token after a day; in small letters it wants "of" before it, or a year behind it.
fn month_behind_day(cursor: &Cursor, at: usize) -> Option<u8> {
    match cursor.class(at) {
        LexicalClass::Month(month) => Some(month),
        LexicalClass::SmallMonth(month) => {
            let placed = matches!(year_after(cursor, at + 1), (YearOf::Is(_), _));
            (placed || cursor.any_before(at, &["of"]) || is_abbreviated(cursor, at)).then_some(month)
        }
        _ => None,
    }
}

/// "Dec31, 1994", "Jan5".
pub(super) fn month_and_day(cursor: &Cursor, at: usize) -> Parsed {
    let (month, day) = in_one_word(cursor.word(at), cursor.values())?;
    let (year, end) = year_after(cursor, at + 1);
    Some((When::Day { weekday: None, month, day, year }, end))
}

/// The year after a month: "2025", "of 2025", "of 87".
fn month_year(cursor: &Cursor, at: usize) -> (YearOf, usize) {
    let (year, end) = year_after(cursor, at);
    if year == YearOf::Open { year_after(cursor, cursor.skip(at, &["of"])) } else { (year, end) }
}

/// Whether an ordinal in digits stands at a token: "1st".
fn in_digits(cursor: &Cursor, at: usize) -> bool {
    matches!(cursor.class(at), LexicalClass::Ordinal(_)) && cursor.word(at).starts_with(|c: char| c.is_ascii_digit())
}

/// "3,2024": a day and its year without a blank between.
fn joined_day_and_year(word: &str) -> Option<(u8, i32)> {
    let (day, year) = word.split_once(',')?;
    let year = plain_digits(year).filter(|year| (1000..2200).contains(year))?;
    let day = plain_digits(day).filter(|day| (1..=31).contains(day))?;
    Some((day as u8, year as i32))
}

/// A number from 1 to 31 that stands for a day rather than a count of something.
pub(super) fn day_number(cursor: &Cursor, at: usize) -> Option<u8> {
    day_words(cursor, at).filter(|(_, end)| *end == at + 1).map(|(day, _)| day)
}

/// The same, perhaps in two words, and the token after it: "twenty second".
pub(super) fn day_words(cursor: &Cursor, at: usize) -> Option<(u8, usize)> {
    let (day, end) = match cursor.class(at) {
        LexicalClass::Number(tens @ (20 | 30)) => match cursor.class(at + 1) {
            LexicalClass::Ordinal(ones @ 1..=9) => (tens + ones, at + 2),
            _ => return None,
        },
        LexicalClass::Ordinal(day) => (day, at + 1),
        LexicalClass::Digits if cursor.word(at).len() <= 2 => (cursor.digits(at)?, at + 1),
        _ => return None,
    };
    let counted = cursor.any(end, &["%", "percent", "million", "billion", "people"]);
    ((1..=31).contains(&day) && !counted).then_some((day as u8, end))
}

/// Months whose names are words or names of people besides.
const OTHER_WORDS: [u8; 5] = [3, 4, 5, 6, 8];

/// Whether a month by itself means the month, not a person, a verb or a walk.
fn is_bare_month(cursor: &Cursor, at: usize, month: u8) -> bool {
    let word = cursor.word(at);
    let joined = cursor.is_dash(at + 1) || cursor.any(at + 1, &["to", "through", "and", "or"]);
    if joined && matches!(cursor.class(at + 2), LexicalClass::Month(_)) {
        return true;
    }
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
    let (day, day_end) = day_words(cursor, at)?;
    let month_at = cursor.skip(cursor.skip(day_end, &["day"]), &["of"]);
    let month = month_behind_day(cursor, month_at)?;
    let (year, end) = year_after(cursor, month_at + 1);
    Some((When::Day { weekday: None, month, day, year }, end))
}

/// "twenty five January", "nineteenth of May".
pub(super) fn day_in_words(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Number(first @ 1..=31) = cursor.class(at) else { return None };
    let (day, end) = match cursor.class(at + 1) {
        LexicalClass::Number(ones @ 1..=9) if first == 20 || first == 30 => (first + ones, at + 2),
        _ => (first, at + 1),
    };
    let LexicalClass::Month(month) = cursor.class(end) else { return None };
    let (year, end) = year_after(cursor, end + 1);
    let meant = year != YearOf::Open || cursor.any_before(at, &["on", "until", "till", "by"]);
    (meant && day <= 31).then_some((When::Day { weekday: None, month, day: day as u8, year }, end))
}

/// The "21" of "21 and 22 January".
pub(super) fn day_in_list(cursor: &Cursor, at: usize) -> Parsed {
    let day = day_number(cursor, at).filter(|_| cursor.any(at + 1, &["and", "or", "&"]))?;
    match day_first(cursor, at + 2)? {
        (When::Day { month, year, .. }, _) => Some((When::Day { weekday: None, month, day, year }, at + 1)),
        _ => None,
    }
}

/// "the 30th of June", "the 19th", "on 19th".
pub(super) fn the_day(cursor: &Cursor, at: usize) -> Parsed {
    let day_at = cursor.skip(at, &["the"]);
    if let Some(found) = day_first(cursor, day_at).filter(|_| day_at > at) {
        return Some(found);
    }
    let LexicalClass::Ordinal(day @ 1..=31) = cursor.class(day_at) else { return None };
    let alone = !cursor.word(day_at + 1).starts_with(char::is_alphanumeric) && !cursor.is_dash(day_at + 1);
    let cued = if day_at > at { cursor.is_cued(at, "day") } else { cursor.any_before(at, &["on"]) };
    let known = in_digits(cursor, day_at) && alone && cued;
    known.then_some((When::DayOfMonth { day: day as u8, weekday: None }, day_at + 1))
}

/// "5-6 September 2019", "4 to 12 December": two days before their month.
pub(super) fn days_of_one_month(cursor: &Cursor, at: usize) -> Parsed {
    let first = day_number(cursor, at)?;
    let second_at = joined_to(cursor, at)?;
    let (second, end) = day_first(cursor, second_at)?;
    let When::Day { month, day, year, .. } = second else { return None };
    let start = End { tokens: at..at + 1, when: When::Day { weekday: None, month, day: first, year }, complete: false };
    let last = End { tokens: second_at..end, when: second, complete: true };
    (first < day).then(|| (When::Range(Box::new(start), Box::new(last)), end))
}

/// The token of the second of two days of a month, the first of which stands at `at`.
pub(super) fn joined_to(cursor: &Cursor, at: usize) -> Option<usize> {
    let first_at = if cursor.any_before(at, &["the"]) { at - 1 } else { at };
    let between = cursor.any_before(first_at, &["between"]) && cursor.is(at + 1, "and");
    // "the night of 3/4 May"
    let slash = cursor.is(at + 1, "/") && !cursor.spaced(at + 1) && !cursor.spaced(at + 2);
    let joined = between || slash || cursor.is_dash(at + 1);
    (joined || cursor.any(at + 1, &["to", "till", "until", "through"])).then(|| cursor.skip(at + 2, &["the"]))
}

/// The "3" of "June 1-3" or "June 1 and 3", and the year after it.
pub(super) fn same_month(cursor: &Cursor, first: &When, at: usize) -> Parsed {
    let &When::Day { month, day, year: YearOf::Open, .. } = first else { return None };
    let at = cursor.skip(at, &["the"]);
    let last = day_number(cursor, at).filter(|&last| last > day)?;
    if matches!(cursor.class(at + 1), LexicalClass::Month(_)) || cursor.is(at + 1, "of") {
        return None;
    }
    let (year, end) = year_after(cursor, at + 1);
    Some((When::Day { weekday: None, month, day: last, year }, end))
}
