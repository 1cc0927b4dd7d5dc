//! Dates with a day, month or weekday: "Monday, May 18, 2015", "30th of June", "2025-06-30", "6/7/2025", "in May".

use super::{
    super::words::{Meaning, Unit, Words, plain_digits},
    End, Origin, Parsed, When, YearOf, periods,
};
use crate::text::{
    ShapeSet,
    WordShape::{FullStopDate, YearFirstDate, YearLastDate},
};

/// The date that begins at a token with a weekday, month or number.
pub(super) fn parse(words: &Words, at: usize) -> Parsed {
    match words.meaning(at) {
        Meaning::Weekday(weekday) => after_weekday(words, at, weekday),
        Meaning::Month(month) => after_month(words, at, month),
        Meaning::Digits => numeric(words, at).or_else(|| day_first(words, at)).or_else(|| day_in_list(words, at)),
        Meaning::Ordinal(_) => day_first(words, at),
        Meaning::Opener if words.is(at, "the") => with_article(words, at),
        _ => None,
    }
}

/// "Monday, May 18", "Friday 26th", "Saturday next week", "Friday last", "Sunday night".
fn after_weekday(words: &Words, at: usize, weekday: u8) -> Parsed {
    let next = words.skip(at + 1, &[","]);
    if let Some((when, end)) = date_of_weekday(words, next) {
        return Some((on_weekday(when, weekday), end));
    }
    if is_short(words.word(at)) {
        return None;
    }
    if let Some((When::Offset { count, unit: Unit::Week, from: Origin::Publication }, end)) =
        super::relative::parse(words, words.skip(at + 1, &["of"]))
    {
        return Some((When::WeekdayInWeek { weekday, weeks: count }, end));
    }
    if words.is(at + 1, "last") && !words.is(at + 2, "week") {
        return Some((When::WeekdayOf { weekday, weeks: -1, from: Origin::Publication }, at + 2));
    }
    Some((When::Weekday(weekday), skip_day_part(words, at + 1)))
}

fn on_weekday(when: When, weekday: u8) -> When {
    match when {
        When::Day { month, day, year, .. } => When::Day { weekday: Some(weekday), month, day, year },
        other => other,
    }
}

/// The date that says again what the weekday before it says.
fn date_of_weekday(words: &Words, at: usize) -> Parsed {
    let at = words.skip(at, &["the"]);
    let found = match words.meaning(at) {
        Meaning::Month(month) => after_month(words, at, month).filter(|(when, _)| matches!(when, When::Day { .. })),
        Meaning::Digits | Meaning::Ordinal(_) => numeric(words, at).or_else(|| day_first(words, at)),
        _ => None,
    };
    found.or_else(|| match words.meaning(at) {
        Meaning::Ordinal(day @ 1..=31) if words.word(at).starts_with(|c: char| c.is_ascii_digit()) => {
            Some((When::DayOfMonth { day: day as u8 }, at + 1))
        }
        _ => None,
    })
}

/// "Sun" and "Sat" are words of other kinds too, so they want a date after them.
fn is_short(word: &str) -> bool {
    word.trim_end_matches('.').len() <= 5
}

/// "night" after "Sunday" belongs to the same expression.
pub(super) fn skip_day_part(words: &Words, at: usize) -> usize {
    at + usize::from(words.meaning(at) == Meaning::DayPart)
}

/// "May 18, 2015", "Jul - 25 - 2025", "December the 3rd", "March 2025", "October last year", "in May".
fn after_month(words: &Words, at: usize, month: u8) -> Parsed {
    let dashed = words.is_dash(at + 1) && words.is_dash(at + 3);
    let day_at = if dashed { at + 2 } else { words.skip(at + 1, &["the"]) };
    if let Some(day) = day_number(words, day_at) {
        let (year, end) = year_after(words, day_at + 1 + usize::from(dashed));
        return Some((When::Day { weekday: None, month, day, year }, end));
    }
    let (year, end) = year_after(words, words.skip(at + 1, &["of"]));
    if year == YearOf::Open {
        return is_bare_month(words, at, month).then_some((When::Month { month, year }, at + 1));
    }
    Some((When::Month { month, year }, end))
}

/// A number from 1 to 31 that stands for a day rather than a count of something.
fn day_number(words: &Words, at: usize) -> Option<u8> {
    let day = match words.meaning(at) {
        Meaning::Ordinal(day) => day,
        Meaning::Digits => words.digits(at).filter(|_| words.word(at).len() <= 2)?,
        _ => return None,
    };
    let counted = words.is(at + 1, "%") || words.any(at + 1, &["percent", "million", "billion", "people"]);
    ((1..=31).contains(&day) && !counted).then_some(day as u8)
}

/// The year after a day or month: "2015", ", 2015", "last year", "the same year"; and the token after it, or `at` itself.
pub(super) fn year_after(words: &Words, at: usize) -> (YearOf, usize) {
    let number_at = words.skip(words.skip(at, &[","]), &["of", "in"]);
    if let Some(year) = periods::year_number(words, number_at) {
        return (YearOf::Is(year), number_at + 1);
    }
    let named = |phrase: &[&str]| phrase.iter().enumerate().all(|(i, word)| words.is(at + i, word));
    let phrases: [(&[&str], YearOf); 9] = [
        (&["last", "year"], YearOf::Shift(-1)),
        (&["of", "last", "year"], YearOf::Shift(-1)),
        (&["this", "year"], YearOf::Shift(0)),
        (&["of", "this", "year"], YearOf::Shift(0)),
        (&["next", "year"], YearOf::Shift(1)),
        (&["of", "next", "year"], YearOf::Shift(1)),
        (&["the", "same", "year"], YearOf::Same),
        (&["of", "that", "year"], YearOf::Same),
        (&["that", "year"], YearOf::Same),
    ];
    let found = phrases.iter().find(|(phrase, _)| named(phrase));
    found.map_or((YearOf::Open, at), |(phrase, year)| (*year, at + phrase.len()))
}

/// Months whose names are words or names of people besides.
const OTHER_WORDS: [u8; 5] = [3, 4, 5, 6, 8];

/// Whether a month by itself means the month, not a person, a verb or a walk.
fn is_bare_month(words: &Words, at: usize, month: u8) -> bool {
    let word = words.word(at);
    if word.trim_end_matches('.').len() == 3 && month != 5 {
        return words.any_before(at, &["in", "since", "by", "until", "last", "next", "of"]);
    }
    if !OTHER_WORDS.contains(&month) || words.any_before(at, MONTH_CUES) {
        return true;
    }
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let before = words.before(at, 1);
    let begins = before.is_empty() || before.ends_with(['.', '"', '“', '?', '!', ':']);
    let named = capital(before) || before.starts_with(['\'', '’']) || capital(words.word(at + 1));
    capital(word) && !begins && !named
}

const MONTH_CUES: &[&str] = &[
    "in", "since", "by", "until", "till", "from", "to", "through", "of", "during", "before", "after", "last", "next",
    "this", "early", "late", "mid", "between", "ending", "ended", "for", "than", "come",
];

/// "30 June 2025", "30th of June", "1st day of February".
fn day_first(words: &Words, at: usize) -> Parsed {
    let day = day_number(words, at)?;
    let month_at = words.skip(if words.is(at + 1, "day") { at + 2 } else { at + 1 }, &["of"]);
    let Meaning::Month(month) = words.meaning(month_at) else { return None };
    let (year, end) = year_after(words, month_at + 1);
    Some((When::Day { weekday: None, month, day, year }, end))
}

/// The "21" of "21 and 22 January".
fn day_in_list(words: &Words, at: usize) -> Parsed {
    let day = day_number(words, at).filter(|_| words.any(at + 1, &["and", "or", "&"]))?;
    match day_first(words, at + 2)? {
        (When::Day { month, year, .. }, _) => Some((When::Day { weekday: None, month, day, year }, at + 1)),
        _ => None,
    }
}

/// "the 30th of June", "the 19th".
fn with_article(words: &Words, at: usize) -> Parsed {
    if let Some(found) = day_first(words, at + 1) {
        return Some(found);
    }
    let Meaning::Ordinal(day @ 1..=31) = words.meaning(at + 1) else { return None };
    let in_digits = words.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
    let alone = !words.word(at + 2).starts_with(char::is_alphanumeric) && !words.is_dash(at + 2);
    let cued = words.any_before(at, &["on", "until", "by", "from", "to", "before", "after", "since"]);
    (in_digits && alone && cued).then_some((When::DayOfMonth { day: day as u8 }, at + 2))
}

/// "2025-06-30", "2025/06/30", "30.6.2025", "6/7/2025", "22/1", "9/11".
fn numeric(words: &Words, at: usize) -> Parsed {
    if let Some(when) = numeric_date(words.word(at), words.shapes(at)) {
        return Some((when, at + 1));
    }
    let mark = words.word(at + 1);
    if !matches!(mark, "/" | "-") {
        return None;
    }
    let third = words.is(at + 3, mark) && !words.spaced(at + 3) && !words.spaced(at + 4);
    if third {
        let written = words.joined(at..at + 5)?;
        return numeric_date(written, words.shapes_of(written)).map(|when| (when, at + 5));
    }
    if mark == "/" { without_year(words, at).map(|when| (when, at + 3)) } else { None }
}

/// "9/11", and "22/01" after "on".
fn without_year(words: &Words, at: usize) -> Option<When> {
    let written = words.joined(at..at + 3)?;
    if written == "9/11" {
        return Some(When::Day { weekday: None, month: 9, day: 11, year: YearOf::Is(2001) });
    }
    let padded = words.word(at).len() == 2 || words.word(at + 2).len() == 2;
    let cued = words.any_before(at, &["on", "until", "by", "from", "to", "since", "before", "after", "dated"]);
    let [first, second, _] = numbers_of(written)?;
    let known = padded && cued && day_and_month(first, second);
    known.then_some(When::Numeric { first: first as u8, second: second as u8, year: None })
}

/// A date in digits with its year.
fn numeric_date(written: &str, shapes: ShapeSet) -> Option<When> {
    let numbers = || numbers_of(written);
    if shapes.has(YearFirstDate) {
        let [year, month, day] = numbers()?;
        let known = (1..=12).contains(&month) && (1..=31).contains(&day);
        return known.then(|| dated(year, month, day));
    }
    let [first, second, year] = numbers().filter(|_| shapes.has_any(&[FullStopDate, YearLastDate]))?;
    let year = if written.rsplit(is_mark).next()?.len() == 2 { periods::of_two_digits(year) as u32 } else { year };
    if !day_and_month(first, second) || year < 1000 {
        return None;
    }
    if shapes.has(FullStopDate) {
        return (second <= 12).then(|| dated(year, second, first));
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

fn day_and_month(first: u32, second: u32) -> bool {
    (1..=31).contains(&first) && (1..=31).contains(&second) && (first <= 12 || second <= 12)
}

/// "5-6 September 2019", "4 to 12 December": two days before their month.
pub(super) fn days_of_one_month(words: &Words, at: usize) -> Parsed {
    let first = day_number(words, at)?;
    let between = words.any_before(at, &["between"]) && words.is(at + 1, "and");
    if !(words.is_dash(at + 1) || words.is(at + 1, "to") || between) {
        return None;
    }
    let (second, end) = day_first(words, at + 2)?;
    let When::Day { month, day, year, .. } = second else { return None };
    let start = End { tokens: at..at + 1, when: When::Day { weekday: None, month, day: first, year }, complete: false };
    let last = End { tokens: at + 2..end, when: second, complete: true };
    (first < day).then(|| (When::Range(Box::new(start), Box::new(last)), end))
}

/// The "3" of "June 1-3" or "June 1 and 3", and the year after it.
pub(super) fn same_month(words: &Words, first: &When, at: usize) -> Parsed {
    let &When::Day { month, day, year: YearOf::Open, .. } = first else { return None };
    let last = day_number(words, at).filter(|&last| last > day)?;
    if matches!(words.meaning(at + 1), Meaning::Month(_)) || words.is(at + 1, "of") {
        return None;
    }
    let (year, end) = year_after(words, at + 1);
    Some((When::Day { weekday: None, month, day: last, year }, end))
}
