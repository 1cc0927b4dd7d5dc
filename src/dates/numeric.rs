//! Dates in digits: "2025-06-30", "30.6.2025", "6/7/2025", "9/11".

use super::{
    cursor::Cursor,
    lexical_class::{LexicalClass, plain_digits},
    value::{Parsed, When, YearOf},
    years::{of_two_digits, year_after},
};
use crate::text::{
    ShapeSet,
    WordShape::{FullStopDate, YearFirstDate, YearLastDate},
};

/// "2025-06-30", "2025/06/30", "30.6.2025", "6/7/2025", "22/1", "9/11".
pub(super) fn read(cursor: &Cursor, at: usize) -> Parsed {
    if let Some(when) = in_digits(cursor.word(at), cursor.shapes(at)) {
        return Some((when, at + 1));
    }
    let mark = cursor.word(at + 1);
    if !matches!(mark, "/" | "-") {
        return None;
    }
    let third = cursor.is(at + 3, mark) && !cursor.spaced(at + 3) && !cursor.spaced(at + 4);
    if third {
        let written = cursor.joined(at..at + 5)?;
        return in_digits(written, cursor.shapes_of(written)).map(|when| (when, at + 5));
    }
    if mark == "/" { without_year(cursor, at) } else { None }
}

/// "9/11", and "22/01" after "on".
fn without_year(cursor: &Cursor, at: usize) -> Parsed {
    let written = cursor.joined(at..at + 3)?;
    if written == "9/11" {
        return Some((When::Day { weekday: None, month: 9, day: 11, year: YearOf::Is(2001) }, at + 3));
    }
    let padded = cursor.word(at).len() == 2 || cursor.word(at + 2).len() == 2;
    let cued = cursor.is_cued(at, "day");
    let [first, second, _] = numbers_of(written)?;
    let dated = cursor.any_before(at, &["on", "from", "until", "to", "by", "-"]) && !is_fraction(first, second);
    let known = (padded && cued || dated) && day_and_month(first, second);
    let weekday = at > cursor.start() && matches!(cursor.class(at - 1), LexicalClass::Weekday(_));
    let (year, end) = match year_after(cursor, at + 3) {
        (YearOf::Is(year), end) => (Some(year), end),
        _ => (None, at + 3),
    };
    let known = known || weekday && day_and_month(first, second);
    known.then_some((When::Numeric { first: first as u8, second: second as u8, year }, end))
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
