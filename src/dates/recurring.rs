//! What comes round: "every Tuesday", "each spring", "every two weeks", "on Mondays".

use super::{
    cursor::Cursor,
    days, holidays,
    lexical_class::LexicalClass,
    value::{Every, Unit},
};

/// How often something comes round, and the token after the words.
pub(super) fn read(cursor: &Cursor, at: usize) -> Option<(Every, usize)> {
    if let LexicalClass::Weekdays = cursor.class(at) {
        return Some((Every { count: 1, unit: Unit::Week }, at + 1));
    }
    if !cursor.any(at, &["every", "each"]) {
        return None;
    }
    if let Some((_, end)) = days::day_first(cursor, at + 1) {
        return Some((Every { count: 1, unit: Unit::Year }, end));
    }
    let (count, next) = match cursor.class(at + 1) {
        LexicalClass::Number(count @ 1..) => (count, at + 2),
        LexicalClass::Digits => (cursor.digits(at + 1).filter(|count| (1..1000).contains(count))?, at + 2),
        // "every second Friday", but not "every third man" nor "each first Monday of the month".
        LexicalClass::Ordinal(count @ 2..=12) => (count, at + 2),
        _ if cursor.is(at + 1, "other") => (2, at + 2),
        _ => (1, cursor.skip(at + 1, &["single"])),
    };
    let (unit, end) = round(cursor, next)?;
    Some((Every { count, unit }, end))
}

/// After what time a word of the calendar comes round again.
fn round(cursor: &Cursor, at: usize) -> Option<(Unit, usize)> {
    match cursor.class(at) {
        LexicalClass::Unit(unit) => Some((unit, at + 1)),
        LexicalClass::DayPart => Some((Unit::Day, at + 1)),
        LexicalClass::Weekday(_) => Some((Unit::Week, cursor.skip_day_part(at + 1))),
        LexicalClass::Month(_) => {
            let day = days::month_first(cursor, at);
            Some((Unit::Year, day.map_or(at + 1, |(_, end)| end)))
        }
        LexicalClass::Season(_) => Some((Unit::Year, at + 1)),
        LexicalClass::Holiday => holidays::parse(cursor, at).map(|(_, end)| (Unit::Year, end)),
        _ => None,
    }
}
