//! Digits and names of months in an order of their own: "22/Jan/2019", "30-Jun-2025", "2019-Aug-1", "2017 April", "2019 Q1".

use super::{
    cursor::Cursor,
    lexical_class::{LexicalClass, plain_digits},
    periods,
    value::{Parsed, When, YearOf},
    years::{of_two_digits, year_number},
};
use crate::model::{ValueKind, Values, hash_lower};

/// "22/Jan/2019", "30-Jun-2025", "22/Jan".
pub(super) fn day_first(cursor: &Cursor, at: usize) -> Parsed {
    let (day, mark_at) = (small(cursor, at, 31)?, at + 1);
    let month = month(cursor, tight(cursor, mark_at)?)?;
    let year = tight(cursor, at + 3).and_then(|at| year_number(cursor, at));
    match year {
        Some(year) => Some((dated(YearOf::Is(year), month, day), at + 5)),
        None => cursor.is(mark_at, "/").then(|| (dated(YearOf::Open, month, day), at + 3)),
    }
}

/// "Jan/22/2019", "Nov/2", "Dec/2018".
pub(super) fn month_first(cursor: &Cursor, at: usize) -> Parsed {
    let month = month(cursor, at)?;
    let second = tight(cursor, at + 1)?;
    if let Some(year) = year_number(cursor, second) {
        return Some((When::Month { month, year: YearOf::Is(year) }, at + 3));
    }
    let day = small(cursor, second, 31)?;
    let year = tight(cursor, at + 3).and_then(|at| year_number(cursor, at));
    let end = if year.is_some() { at + 5 } else { at + 3 };
    let known = year.is_some() || cursor.is(at + 1, "/");
    known.then(|| (dated(year.map_or(YearOf::Open, YearOf::Is), month, day), end))
}

/// "Jun-15", where a weekday before it shows that it is a day.
pub(super) fn month_day(cursor: &Cursor, at: usize) -> Parsed {
    let (month, day_at) = (month(cursor, at)?, tight(cursor, at + 1)?);
    let day = small(cursor, day_at, 31)?;
    Some((dated(YearOf::Open, month, day), day_at + 1))
}

/// "2019-Aug-1", "2020/Sep/23", "2017 April", "2019 Q1", "2019-H2".
pub(super) fn year_first(cursor: &Cursor, at: usize) -> Parsed {
    if let Some(when) = quarter_first(cursor.word(at)) {
        return Some((when, at + 1));
    }
    let year = year_number(cursor, at)?;
    let joined = tight(cursor, at + 1);
    let next = joined.unwrap_or(at + 1);
    if let Some((when, end)) = periods::lettered(cursor, next) {
        return periods::with_year(when, year).map(|when| (when, end));
    }
    let month = month(cursor, next)?;
    let day_at = joined.and_then(|_| tight(cursor, next + 1));
    if let Some((day, day_at)) = day_at.and_then(|at| Some((small(cursor, at, 31)?, at))) {
        return Some((dated(YearOf::Is(year), month, day), day_at + 1));
    }
    let followed = matches!(cursor.class(next + 1), LexicalClass::Digits | LexicalClass::Ordinal(_));
    let named = cursor.word(next + 1).starts_with(char::is_uppercase);
    (!followed && !named).then_some((When::Month { month, year: YearOf::Is(year) }, next + 1))
}

/// "1Q26", "3Q2025".
fn quarter_first(word: &str) -> Option<When> {
    let (quarter, year) = word.split_once('Q')?;
    let quarter = plain_digits(quarter).filter(|quarter| (1..=4).contains(quarter))? as u8;
    let number = plain_digits(year)?;
    let year = match year.len() {
        2 => of_two_digits(number),
        4 => number as i32,
        _ => return None,
    };
    Some(When::Quarter { quarter, year: YearOf::Is(year) })
}

/// "September-2020-23", "2020/23/Sep", "23-2020-September": a month by name, a year and a day in any order.
pub(super) fn any_order(cursor: &Cursor, at: usize) -> Parsed {
    tight(cursor, tight(cursor, at + 1)? + 1)?;
    Some((in_one_word(cursor.joined(at..at + 5)?.trim_end_matches('.'), cursor.values())?, at + 5))
}

/// The same written without blanks: "3-Nov-2025", "3/November/2025".
pub(crate) fn in_one_word(written: &str, values: Values) -> Option<When> {
    let mark = written.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let mut parts = written.split(mark);
    let (Some(first), Some(second), Some(third), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    let parts = [first, second, third];
    let month = parts.iter().find_map(|part| values.number(ValueKind::Month, hash_lower(part)))? as u8;
    let number = |least: u32, most: u32, length: std::ops::RangeInclusive<usize>| {
        let of_length = parts.iter().filter(move |part| length.contains(&part.len()));
        of_length.filter_map(|part| plain_digits(part)).find(|number| (least..=most).contains(number))
    };
    let (year, day) = (number(1000, 2199, 4..=4)?, number(1, 31, 1..=2)?);
    Some(dated(YearOf::Is(year as i32), month, day as u8))
}

const fn dated(year: YearOf, month: u8, day: u8) -> When {
    When::Day { weekday: None, month, day, year }
}

/// The token after a mark without white space around it.
fn tight(cursor: &Cursor, at: usize) -> Option<usize> {
    let mark = matches!(cursor.word(at), "/" | "-");
    (mark && !cursor.spaced(at) && !cursor.spaced(at + 1)).then_some(at + 1)
}

fn month(cursor: &Cursor, at: usize) -> Option<u8> {
    match cursor.class(at) {
        LexicalClass::Month(month) => Some(month),
        _ => None,
    }
}

fn small(cursor: &Cursor, at: usize, most: u32) -> Option<u8> {
    cursor.digits(at).filter(|number| (1..=most).contains(number)).map(|number| number as u8)
}
