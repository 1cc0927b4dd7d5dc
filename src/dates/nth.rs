//! What is counted within a period: "the first Monday of May", "the last week of 2021"; and the unit around a date: "the
//! week of July 14".

use super::{
    cursor::Cursor,
    days, holidays,
    lexical_class::LexicalClass,
    periods, relative,
    value::{End, NthUnit, Parsed, Shift, Unit, When, YearOf},
    years::year_after,
};
use std::ops::Range;

/// "the first Monday of May", "the last week of this month", "the first two weeks of 2021", "the 15th day of next month".
pub(super) fn read(cursor: &Cursor, at: usize) -> Parsed {
    let at = cursor.skip(at, &["the"]);
    let nth = match cursor.class(at) {
        LexicalClass::Ordinal(nth @ 1..=366) => nth as i32,
        LexicalClass::Shift(Shift::Last) if cursor.is(at, "last") => -1,
        _ => return None,
    };
    let counted = cursor.count(at + 1).filter(|_| matches!(cursor.class(at + 2), LexicalClass::Unit(_)));
    let (count, unit_at) = counted.map_or((1, at + 1), |count| (count as i32, at + 2));
    let of = match cursor.class(unit_at) {
        LexicalClass::Weekday(weekday) if count == 1 => NthUnit::Weekday(weekday),
        LexicalClass::Unit(Unit::Quarter) if nth == -1 && count == 1 => NthUnit::Unit(Unit::Quarter),
        // "the last days of May" are not counted.
        LexicalClass::Unit(unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month))
            if count > 1 || cursor.is_one(unit_at) =>
        {
            NthUnit::Unit(unit)
        }
        _ => return None,
    };
    let after = cursor.skip_day_part(unit_at + 1);
    let period_at = cursor.skip(after, &["of", "in"]);
    let (period, end) = period(cursor, period_at).filter(|_| period_at > after)?;
    let period = Box::new(End { tokens: period_at..end, when: period, complete: false });
    Some((When::Nth { nth, count, of, period }, end))
}

/// "the 2nd of this month", "the 15th of next month".
pub(super) fn day_of_month(cursor: &Cursor, at: usize) -> Parsed {
    let at = cursor.skip(at, &["the"]);
    let LexicalClass::Ordinal(day @ 1..=31) = cursor.class(at) else { return None };
    let joined = cursor.is(at + 1, "of");
    let (when, end) = joined.then(|| period(cursor, at + 2)).flatten()?;
    let When::Offset { unit: Unit::Month, .. } = when else { return None };
    let period = Box::new(End { tokens: at + 2..end, when, complete: false });
    Some((When::Nth { nth: day as i32, count: 1, of: NthUnit::Unit(Unit::Day), period }, end))
}

/// "week 3 of 2027", "the week 31", "quarter 3 of 2027"; by itself the number may be that of a season or a tale: "week 7".
pub(super) fn numbered(cursor: &Cursor, at: usize) -> Parsed {
    let number = cursor.digits(at + 1).filter(|number| (1..=53).contains(number))? as u8;
    let (year, end) = match year_after(cursor, at + 2) {
        (YearOf::Open, _) => {
            let counts = cursor.word(at + 2).starts_with(char::is_alphanumeric);
            let weekday = at >= 2 && matches!(cursor.class(at - 2), LexicalClass::Weekday(_));
            let meant = cursor.any_before(at, &["the", "calendar"]) || weekday && cursor.any_before(at, &[","]);
            let meant = meant && !counts;
            (YearOf::Shift(0), meant.then_some(at + 2)?)
        }
        found => found,
    };
    match cursor.class(at) {
        LexicalClass::Unit(Unit::Week) => Some((When::WeekNumber { week: number, year }, end)),
        LexicalClass::Unit(Unit::Quarter) if number <= 4 => Some((When::Quarter { quarter: number, year }, end)),
        _ => None,
    }
}

/// The "3 and 12 of this month" after "between".
pub(super) fn days_of_period(cursor: &Cursor, at: usize) -> Parsed {
    let first = days::day_number(cursor, at)?;
    let second_at = days::joined_to(cursor, at)?;
    let second = days::day_number(cursor, second_at).filter(|&second| second > first)?;
    let joined = cursor.any(second_at + 1, &["of", "in"]);
    let (month, end) = joined.then(|| period(cursor, second_at + 2)).flatten()?;
    let When::Offset { unit: Unit::Month, .. } = month else { return None };
    let period = End { tokens: second_at + 2..end, when: month, complete: false };
    Some((days_of(first, second, period, at..end), end))
}

/// "this month from 4th to 23rd": two days behind their month.
pub(super) fn month_and_days(cursor: &Cursor, at: usize) -> Parsed {
    let (month, month_end) = relative::shifted(cursor, at)?;
    let When::Offset { unit: Unit::Month, .. } = month else { return None };
    let first_at = cursor.skip(month_end + 1, &["the"]);
    let ordinal = matches!(cursor.class(first_at), LexicalClass::Ordinal(_));
    let begins = ordinal && cursor.any(month_end, &["from", "between"]);
    let first = days::day_number(cursor, first_at).filter(|_| begins)?;
    let joined = cursor.is_dash(first_at + 1) || cursor.any(first_at + 1, &["to", "till", "until", "through", "and"]);
    let second_at = cursor.skip(first_at + 2, &["the"]);
    let second = days::day_number(cursor, second_at).filter(|&second| joined && second > first)?;
    let open = !cursor.word(second_at + 1).starts_with(char::is_alphanumeric);
    let end = second_at + 1;
    let period = End { tokens: at..month_end, when: month, complete: false };
    open.then(|| (days_of(first, second, period, at..end), end))
}

/// From one day of a month to another.
fn days_of(first: u8, second: u8, month: End, tokens: Range<usize>) -> When {
    let day = |day: u8| {
        let of = NthUnit::Unit(Unit::Day);
        let when = When::Nth { nth: i32::from(day), count: 1, of, period: Box::new(month.clone()) };
        Box::new(End { tokens: tokens.clone(), when, complete: false })
    };
    When::Range(day(first), day(second))
}

/// A month or year by name or by its distance.
fn period(cursor: &Cursor, at: usize) -> Parsed {
    let found = match cursor.class(at) {
        LexicalClass::Month(_) => days::month_first(cursor, at),
        LexicalClass::Digits => periods::year(cursor, at),
        LexicalClass::Shift(_) => relative::shifted(cursor, at),
        LexicalClass::The => relative::with_article(cursor, at).or_else(|| relative::current_unit(cursor, at + 1)),
        _ => None,
    };
    found.filter(|(when, _)| {
        let named = matches!(when, When::Month { .. } | When::Year(YearOf::Is(_) | YearOf::Shift(_)));
        named || matches!(when, When::Offset { unit: Unit::Month | Unit::Year | Unit::Quarter, .. })
    })
}

/// "the week of July 14", "the week starting on February 4", "the weekend of 3 May".
pub(super) fn holding(cursor: &Cursor, at: usize) -> Parsed {
    let at = cursor.skip(at, &["the"]);
    let LexicalClass::Unit(unit @ (Unit::Week | Unit::Weekend)) = cursor.class(at) else { return None };
    let short = cursor.joined(at..at + 3) == Some("w/c");
    let joined =
        short || cursor.any(at + 1, &["of", "starting", "beginning", "ending", "commencing"]) && cursor.is_one(at);
    let date_at = if short { at + 3 } else { at + 2 };
    let date_at = cursor.skip(cursor.skip(date_at, &["on"]), &["the"]);
    let date = match cursor.class(date_at) {
        LexicalClass::Month(_) => days::month_first(cursor, date_at),
        LexicalClass::Digits | LexicalClass::Ordinal(_) => days::day_first(cursor, date_at),
        LexicalClass::Holiday if unit == Unit::Weekend => holidays::parse(cursor, date_at),
        _ => None,
    };
    let (when, end) = date.filter(|(when, _)| joined && matches!(when, When::Day { .. } | When::Holiday { .. }))?;
    let date = Box::new(End { tokens: date_at..end, when, complete: false });
    Some((When::Holding { unit, date }, end))
}
