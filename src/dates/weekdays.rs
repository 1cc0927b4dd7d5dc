//! Weekdays and what is said beside them: "Sunday night", "Monday, May 18", "Saturday next week".

use super::{
    cursor::Cursor,
    days,
    lexical_class::LexicalClass,
    mixed, numeric, relative,
    value::{Origin, Parsed, Unit, When},
};

/// "Monday, May 18", "Friday 26th", "Saturday next week", "Friday last", "Sunday night".
pub(super) fn read(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Weekday(weekday) = cursor.class(at) else { return None };
    if let Some((when, end)) = date_beside(cursor, at + 1) {
        return Some((on_weekday(when, weekday), end));
    }
    if is_short(cursor.word(at)) && !cursor.any_before(at, &["on", "next", "last", "this", "until"]) {
        return None;
    }
    if let Some((When::Offset { count, unit: Unit::Week, from: Origin::Publication }, end)) =
        relative::shifted(cursor, cursor.skip(at + 1, &["of"]))
    {
        return Some((When::WeekdayInWeek { weekday, weeks: count }, end));
    }
    if cursor.is(at + 1, "last") && !cursor.is(at + 2, "week") {
        return Some((When::WeekdayOf { weekday, weeks: -1, from: Origin::Publication }, at + 2));
    }
    // "Tuesday week" is the Tuesday after the next one.
    if cursor.is(at + 1, "week") && !cursor.word(at + 2).starts_with(char::is_alphabetic) {
        return Some((When::WeekdayOf { weekday, weeks: 1, from: Origin::Publication }, at + 2));
    }
    Some((When::Weekday(weekday), cursor.skip_day_part(at + 1)))
}

/// "next Friday 5/12", "this Friday, June 15": the date says which one.
pub(super) fn shifted_with_date(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Weekday(weekday) = cursor.class(at + 1) else { return None };
    date_beside(cursor, at + 2).map(|(when, end)| (on_weekday(when, weekday), end))
}

/// The date after a weekday, perhaps in brackets or behind a dash: ", May 18", "(Nov. 8)", "-Jun-15".
fn date_beside(cursor: &Cursor, at: usize) -> Parsed {
    if cursor.is(at, "(") {
        let (when, end) = date_of_weekday(cursor, at + 1)?;
        return cursor.is(end, ")").then_some((when, end + 1));
    }
    if cursor.is_dash(at) {
        let month = matches!(cursor.class(at + 1), LexicalClass::Month(_));
        let found = date_of_weekday(cursor, at + 1);
        return found.filter(|(when, _)| month && matches!(when, When::Day { .. }));
    }
    date_of_weekday(cursor, cursor.skip(at, &[","]))
}

fn on_weekday(when: When, weekday: u8) -> When {
    match when {
        When::Day { month, day, year, .. } => When::Day { weekday: Some(weekday), month, day, year },
        When::DayOfMonth { day, .. } => When::DayOfMonth { day, weekday: Some(weekday) },
        other => other,
    }
}

/// The date that says again what the weekday before it says.
fn date_of_weekday(cursor: &Cursor, at: usize) -> Parsed {
    let at = cursor.skip(at, &["the"]);
    let found = match cursor.class(at) {
        LexicalClass::Month(_) => mixed::month_day(cursor, at)
            .or_else(|| days::month_first(cursor, at).filter(|(when, _)| matches!(when, When::Day { .. }))),
        LexicalClass::SmallMonth(_) => days::small_month(cursor, at),
        LexicalClass::Digits | LexicalClass::Ordinal(_) => {
            numeric::read(cursor, at).or_else(|| days::day_first(cursor, at))
        }
        _ => None,
    };
    found.or_else(|| match cursor.class(at) {
        LexicalClass::Ordinal(day @ 1..=31) if cursor.word(at).starts_with(|c: char| c.is_ascii_digit()) => {
            Some((When::DayOfMonth { day: day as u8, weekday: None }, at + 1))
        }
        LexicalClass::Digits => day_in_digits(cursor, at),
        LexicalClass::Number(_) | LexicalClass::Ordinal(_) if cursor.any_before(at, &["the"]) => {
            days::day_words(cursor, at).map(|(day, end)| (When::DayOfMonth { day, weekday: None }, end))
        }
        _ => None,
    })
}

/// The "31" of "Sunday 31", if nothing follows that it may count.
fn day_in_digits(cursor: &Cursor, at: usize) -> Parsed {
    let day = cursor.digits(at).filter(|day| (1..=31).contains(day) && cursor.spaced(at))?;
    let next = cursor.word(at + 1);
    let open = !next.starts_with(char::is_alphanumeric) || cursor.any(at + 1, &["at", "and", "between"]);
    let marked = matches!(next, ":" | "-" | "–" | "%" | "/" | "$");
    (open && !marked).then_some((When::DayOfMonth { day: day as u8, weekday: None }, at + 1))
}

/// "Sun" and "Sat" are words of other kinds too, so they want a date after them.
fn is_short(word: &str) -> bool {
    word.trim_end_matches('.').len() <= 5
}
