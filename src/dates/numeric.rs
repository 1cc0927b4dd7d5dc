//! Dates in digits: "2025-06-30", "30.6.2025", "6/7/2025", "9/11".

use super::{
    cursor::Cursor,
    lexical_class::{LexicalClass, plain_digits},
    value::{Parsed, When, YearOf},
    years::{of_two_digits, year_after, year_number},
};
use crate::model::ValueKind;
use crate::text::{
    ShapeSet,
    WordShape::{FullStopDate, YearFirstDate, YearLastDate},
};

/// "2025-06-30", "2025/06/30", "30.6.2025", "6/7/2025", "22/1", "9/11".
pub(super) fn read(cursor: &Cursor, at: usize) -> Parsed {
    if let Some(when) = in_digits(cursor.word(at), cursor.shapes(at)) {
        return Some((when, at + 1));
    }
    if let Some(day) = compact(cursor, at) {
        return Some((day, at + 1));
    }
    let mark = cursor.word(at + 1);
    if !matches!(mark, "/" | "-") || continues(cursor, at) {
        return None;
    }
    let third = cursor.is(at + 3, mark) && !cursor.spaced(at + 3) && !cursor.spaced(at + 4);
    if third {
        let written = cursor.joined(at..at + 5)?;
        return in_digits(written, ShapeSet::of(written)).map(|when| (when, at + 5));
    }
    if mark == "/" { without_year(cursor, at) } else { None }
}

/// "9/11", and "22/01" after "on".
fn without_year(cursor: &Cursor, at: usize) -> Parsed {
    let written = cursor.joined(at..at + 3)?;
    if written == "9/11" {
        return Some((When::Day { weekday: None, month: 9, day: 11, year: YearOf::Is(2001) }, at + 3));
    }
    if cursor.is(at + 3, "/") && !cursor.spaced(at + 3) {
        return None;
    }
    let padded = cursor.word(at).len() == 2 || cursor.word(at + 2).len() == 2;
    let cued = cursor.is_cued(at, "day");
    let [first, second, _] = numbers_of(written)?;
    let cued_by = cued || cursor.any_before(at, &["-", "this", "next", "between"]);
    // The whole line is a date.
    let alone = at == cursor.start() && at + 3 == cursor.end();
    let cued_by = cued_by || alone || follows_another(cursor, at) || begins_list(cursor, at);
    let dated = cued_by && !is_fraction(first, second);
    let known = (padded && cued || dated) && day_and_month(first, second);
    let weekday = at > cursor.start() && matches!(cursor.class(at - 1), LexicalClass::Weekday(_));
    let (year, end) = match year_after(cursor, at + 3) {
        (YearOf::Is(year), end) => (Some(year), end),
        _ => (None, at + 3),
    };
    let known = known || weekday && day_and_month(first, second);
    known.then_some((When::Numeric { first: first as u8, second: second as u8, year }, end))
}

/// Whether it goes on a longer number: the "03-03-2020" of "133-03-03-2020".
fn continues(cursor: &Cursor, at: usize) -> bool {
    let glued = at >= 2 && !cursor.spaced(at) && cursor.any_before(at, &["-", "/"]) && !cursor.spaced(at - 1);
    // "10/1-11/2/2017" is a range.
    let whole = at >= 6 && year_number(cursor, at - 2).is_some() && cursor.any(at - 3, &["-", "/"]);
    let range = (cursor.is(at + 1, "/") || whole) && cursor.any_before(at, &["-"]);
    glued && !range && cursor.class(at - 2) == LexicalClass::Digits
}

/// Whether another day and month stands before it: the "11/22" of "11/20, 11/22 or 11/25".
fn follows_another(cursor: &Cursor, at: usize) -> bool {
    let joined = cursor.any_before(at, &[",", "and", "or", "&"]) && at >= cursor.start() + 4;
    let other = joined.then(|| cursor.joined(at - 4..at - 1)).flatten();
    let other = other.filter(|_| cursor.is(at - 3, "/")).and_then(numbers_of);
    other.is_some_and(|[first, second, _]| day_and_month(first, second) && !is_fraction(first, second))
}

/// Whether it is the first of several, or the beginning of a range that has its year: "11/20, 11/22", "10/1-11/2/2017".
fn begins_list(cursor: &Cursor, at: usize) -> bool {
    let next = at + 4;
    let joined = cursor.any(at + 3, &[",", "and", "or", "&"]) || cursor.is_dash(at + 3);
    let slash = cursor.is(next + 1, "/") && !cursor.spaced(next + 1) && !cursor.spaced(next + 2);
    let padded = cursor.word(next).len() + cursor.word(next + 2).len() >= 3;
    joined && slash && padded && cursor.class(next) == LexicalClass::Digits
}

/// "20161016", which may be any other number, too, where a word before it says what it numbers.
fn compact(cursor: &Cursor, at: usize) -> Option<When> {
    let word = cursor.word(at);
    let number = cursor.digits(at).filter(|_| word.len() == 8)?;
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    let known = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let before = at.checked_sub(1).and_then(|before| cursor.value(ValueKind::NumberContext, before));
    let alone = cursor.spaced(at) || at == cursor.start();
    (known && alone && before != Some("numbers")).then(|| dated(year, month, day))
}

/// "2015-3", "2015/12", "05/2015"; "2011-12" is two years, and "2005-10" a range of them.
pub(super) fn month(cursor: &Cursor, at: usize) -> Parsed {
    let mark = cursor.word(at + 1);
    let tight = matches!(mark, "/" | "-") && !cursor.spaced(at + 1) && !cursor.spaced(at + 2);
    let more = |at: usize| cursor.any(at, &["/", "-"]) && !cursor.spaced(at) && !cursor.spaced(at + 1);
    if !tight || more(at + 3) || continues(cursor, at) {
        return None;
    }
    let small = |at: usize| cursor.digits(at).filter(|month| (1..=12).contains(month) && cursor.word(at).len() <= 2);
    let (year, month) = match (year_number(cursor, at), year_number(cursor, at + 2)) {
        (Some(year), None) => (year, small(at + 2)?),
        (None, Some(year)) if cursor.word(at).len() == 2 => (year, small(at)?),
        _ => return None,
    };
    // A year of two digits that comes later.
    let later = cursor.word(at + 2).len() == 2 && !cursor.word(at + 2).starts_with('0') && month as i32 > year % 100;
    (!later).then_some((When::Month { month: month as u8, year: YearOf::Is(year) }, at + 3))
}

/// A date in digits with its year.
pub(crate) fn in_digits(written: &str, shapes: ShapeSet) -> Option<When> {
    let numbers = || numbers_of(written);
    if shapes.has(YearFirstDate) {
        let [year, month, day] = numbers()?;
        let known = (1..=12).contains(&month) && (1..=31).contains(&day);
        return known.then(|| dated(year, month, day));
    }
    let [first, second, year] = numbers().filter(|_| shapes.has_any(&[FullStopDate, YearLastDate]))?;
    let year = if written.rsplit(is_mark).next()?.len() == 2 { of_two_digits(year) as u32 } else { year };
    if !day_and_month(first, second) || year < 1000 {
        return None;
    }
    if shapes.has(FullStopDate) {
        // The day stands first, unless no month has that number.
        let (day, month) = if second <= 12 { (first, second) } else { (second, first) };
        return Some(dated(year, month, day));
    }
    Some(When::Numeric { first: first as u8, second: second as u8, year: Some(year as i32) })
}

fn dated(year: u32, month: u32, day: u32) -> When {
    When::Day { weekday: None, month: month as u8, day: day as u8, year: YearOf::Is(year as i32) }
}

fn is_mark(c: char) -> bool {
    matches!(c, '/' | '-' | '.')
}

/// The two or three numbers of a date in digits; nothing for the third if there are two.
fn numbers_of(written: &str) -> Option<[u32; 3]> {
    let mut numbers = written.split(is_mark).map(plain_digits);
    Some([numbers.next()??, numbers.next()??, numbers.next().unwrap_or(Some(0))?])
}

/// "1/2", "3/4".
fn is_fraction(above: u32, below: u32) -> bool {
    above < below && matches!(below, 2..=5 | 8 | 10 | 16)
}

fn day_and_month(first: u32, second: u32) -> bool {
    (1..=31).contains(&first) && (1..=31).contains(&second) && (first <= 12 || second <= 12)
}
