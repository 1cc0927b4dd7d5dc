//! Dates seen from another date: "today", "last week", "two years ago", "the next day", "the past three years".

use super::{
    cursor::Cursor,
    days, holidays,
    lexical_class::LexicalClass,
    value::{End, Origin, Parsed, Shift, Unit, When, YearOf},
};
use std::ops::Range;

/// "today", "tonight", "yesterday evening".
pub(super) fn day_word(cursor: &Cursor, at: usize) -> Parsed {
    let count = match () {
        () if cursor.any(at, &["today", "tonight", "tonite"]) => 0,
        () if cursor.is(at, "yesterday") => -1,
        () if cursor.any(at, &["tomorrow", "tmrw"]) => 1,
        () => return None,
    };
    Some((day_offset(count, Origin::Publication), cursor.skip_day_part(at + 1)))
}

/// "now" as the end of a range.
pub(super) fn now(cursor: &Cursor, at: usize) -> Parsed {
    cursor.is(at, "now").then_some((day_offset(0, Origin::Publication), at + 1))
}

/// "now" as its beginning: "between now and May 3".
pub(super) fn from_now(cursor: &Cursor, at: usize) -> Parsed {
    let begins = cursor.any_before(at, &["between", "from"]);
    now(cursor, at).filter(|_| begins && cursor.any(at + 1, &["and", "to", "until", "till", "through"]))
}

/// "by year-end", "by year's end", "by the end of the year" without its articles.
pub(super) fn end_of_unit(cursor: &Cursor, at: usize) -> Parsed {
    let cued = cursor.any_before(at, &["by", "until", "till", "before", "at", "through"]);
    let (unit, end) = match cursor.class(at) {
        LexicalClass::Unit(unit) if cued => {
            let next = cursor.skip(at + 1, &["'s", "’s"]);
            (unit, cursor.is(next, "end").then_some(next + 1)?)
        }
        _ if cursor.is(at, "end") && cursor.is(at + 1, "of") => match cursor.class(at + 2) {
            LexicalClass::Unit(unit) => (unit, at + 3),
            _ => return None,
        },
        _ => {
            let unit = cursor.word(at).strip_suffix("-end").filter(|_| cued)?;
            (Unit::named(unit)?, at + 1)
        }
    };
    let known = matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year);
    known.then_some((When::EndOf(unit), end))
}

/// "overnight", but not "an overnight success".
pub(super) fn overnight(cursor: &Cursor, at: usize) -> Parsed {
    let meant = cursor.is(at, "overnight") && !cursor.any_before(at, &["a", "an", "for"]);
    meant.then_some((When::Overnight, at + 1))
}

/// "the day after tomorrow", "the day before yesterday".
pub(super) fn two_days_off(cursor: &Cursor, at: usize) -> Parsed {
    let day = cursor.skip(at, &["the"]);
    let count = match () {
        () if !cursor.is(day, "day") => return None,
        () if cursor.is(day + 1, "after") && cursor.is(day + 2, "tomorrow") => 2,
        () if cursor.is(day + 1, "before") && cursor.is(day + 2, "yesterday") => -2,
        () => return None,
    };
    Some((day_offset(count, Origin::Publication), cursor.skip_day_part(day + 3)))
}

/// "the week before last", "the year after next", "the Thursday before last".
pub(super) fn one_over(cursor: &Cursor, at: usize) -> Parsed {
    let unit_at = cursor.skip(at, &["the"]);
    let count = match () {
        () if cursor.is(unit_at + 1, "before") && cursor.is(unit_at + 2, "last") => -2,
        () if cursor.is(unit_at + 1, "after") && cursor.is(unit_at + 2, "next") => 2,
        () => return None,
    };
    let when = match cursor.class(unit_at) {
        LexicalClass::Unit(unit) => When::Offset { count, unit, from: Origin::Publication },
        LexicalClass::Weekday(weekday) => When::WeekdayOf { weekday, weeks: count, from: Origin::Publication },
        LexicalClass::DayPart if cursor.is(unit_at, "night") => day_offset(count, Origin::Publication),
        _ => return None,
    };
    Some((when, unit_at + 3))
}

/// "year to date", "week to date".
pub(super) fn to_date(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Unit(unit @ (Unit::Year | Unit::Quarter | Unit::Month | Unit::Week)) = cursor.class(at) else {
        return None;
    };
    let dash = |at: usize| at + usize::from(cursor.is_dash(at));
    let to = dash(at + 1);
    let date = dash(to + 1);
    let known = cursor.is(to, "to") && cursor.is(date, "date");
    known.then_some((When::PartOf { later: false, unit }, date + 1))
}

const fn day_offset(count: i32, from: Origin) -> When {
    When::Offset { count, unit: Unit::Day, from }
}

/// "the last week", "the same day", "the day before", "the end of the year", "the weekend".
pub(super) fn with_article(cursor: &Cursor, at: usize) -> Parsed {
    match cursor.class(at + 1) {
        LexicalClass::Shift(_) => shifted(cursor, at + 1),
        LexicalClass::Unit(unit) => beside(cursor, at + 1, unit).or_else(|| current(cursor, at, unit)),
        LexicalClass::DayPart => beside(cursor, at + 1, Unit::Day),
        _ if cursor.is(at + 1, "end") && cursor.is(at + 2, "of") && cursor.any(at + 3, &["the", "this"]) => {
            match cursor.class(at + 4) {
                LexicalClass::Unit(unit) if cursor.is_one(at + 4) => Some((When::EndOf(unit), at + 5)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// "the day before", "the week after", "the year earlier".
pub(super) fn beside(cursor: &Cursor, at: usize, unit: Unit) -> Parsed {
    let count = direction(cursor, at + 1)?;
    // "the day before the vote" counts from the vote, which is not known.
    let goes_on =
        cursor.word(at + 2).starts_with(char::is_alphanumeric) && !cursor.any(at + 2, &["and", "but", "or", "in"]);
    let open = cursor.any(at + 1, &["before", "after"]) && goes_on;
    (!open).then_some((When::Offset { count, unit, from: Origin::Previous }, at + 2))
}

fn direction(cursor: &Cursor, at: usize) -> Option<i32> {
    match cursor.word(at).to_ascii_lowercase().as_str() {
        "before" | "earlier" | "previously" => Some(-1),
        "after" | "later" => Some(1),
        _ => None,
    }
}

/// Whether "the rest of" stands before a token.
fn is_rest(cursor: &Cursor, at: usize) -> bool {
    cursor.any_before(at, &["of"]) && cursor.before(at, 2) == "rest"
}

/// "the weekend", and "the year" where words before it cut a part from it: "later in the year", "the middle of the month".
fn current(cursor: &Cursor, at: usize, unit: Unit) -> Parsed {
    if is_rest(cursor, at) && matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year) {
        return Some((When::PartOf { later: true, unit }, at + 2));
    }
    let part_of = cursor.any_before(at, &["of"]) && cursor.is_cued(at - 1, "part");
    let within = cursor.any_before(at, &["in"])
        && ["later", "earlier", "late", "early"].iter().any(|w| cursor.before(at, 2) == *w);
    let spent = cursor.any_before(at, &["began", "begin", "start", "started", "ended", "end"]) && unit == Unit::Year;
    let weekend =
        unit == Unit::Weekend && cursor.any_before(at, &["over", "at", "during", "throughout", "for", "through"]);
    let named = matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century);
    let known = weekend || named && (part_of || within || spent);
    (known && cursor.is_one(at + 1)).then_some((When::Offset { count: 0, unit, from: Origin::Publication }, at + 2))
}

/// What follows "last", "this", "next", "same", "following", "previous".
pub(super) fn shifted(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Shift(shift) = cursor.class(at) else { return None };
    // "the coming week", but not "is coming Friday".
    if cursor.is(at, "coming") && cursor.any_before(at, &["is", "are", "was", "were", "be", "been", "not"]) {
        return None;
    }
    if let Some(found) = weekday_beside(cursor, at) {
        return Some(found);
    }
    let next = if shift == Shift::Same { cursor.skip(at + 1, &["same", "very"]) } else { at + 1 };
    // "this past week" is the last one.
    if shift == Shift::This && cursor.any(next, &["past", "coming"]) {
        return shifted(cursor, next);
    }
    let next = cursor.skip(next, &["calendar", "academic", "full"]);
    if cursor.any(next, &["working", "business"]) && cursor.is(next + 1, "week") {
        return working_week(shifted_unit(cursor, at, shift, Unit::Week)?, at..next + 2);
    }
    match cursor.class(next) {
        // "this years" is a slip for "this year's".
        LexicalClass::Unit(unit) if cursor.is_one(next) || cursor.is(at, "this") => {
            let when = shifted_unit(cursor, at, shift, unit)?;
            Some(weekday_in(cursor, &when, next + 1).unwrap_or((when, next + 1)))
        }
        LexicalClass::DayPart => Some((shifted_day_part(cursor, next, shift)?, next + 1)),
        LexicalClass::Weekday(weekday) => {
            Some((weekday_of(cursor, at, weekday, shift)?, cursor.skip_day_part(next + 1)))
        }
        LexicalClass::Month(month) => {
            let found = days::month_first(cursor, next)?;
            let year = year_of(shift)?;
            Some(match found {
                (When::Day { day, year: YearOf::Open, .. }, end) => {
                    (When::Day { weekday: None, month, day, year }, end)
                }
                (_, _) => (When::Month { month, year }, next + 1),
            })
        }
        LexicalClass::Season(season) => Some((When::Season { season, year: year_of(shift)? }, next + 1)),
        LexicalClass::Number(_) | LexicalClass::Digits => window(cursor, next, shift),
        _ if cursor.is(next, "couple") => window(cursor, next, shift),
        LexicalClass::Holiday | LexicalClass::The => holidays::parse(cursor, next).and_then(|(when, end)| match when {
            When::Holiday { rule, .. } => Some((When::Holiday { rule, year: year_of(shift)? }, end)),
            _ => None,
        }),
        _ => None,
    }
}

/// "this working week": Monday to Friday.
fn working_week(week: When, tokens: Range<usize>) -> Parsed {
    let When::Offset { count: weeks, from: Origin::Publication, .. } = week else { return None };
    let end = tokens.end;
    let day = |weekday| {
        let when = When::WeekdayInWeek { weekday, weeks };
        Box::new(End { tokens: tokens.clone(), when, complete: false })
    };
    Some((When::Range(day(0), day(4)), end))
}

/// "next week on Tuesday", "previous week - Monday".
fn weekday_in(cursor: &Cursor, week: &When, at: usize) -> Parsed {
    let &When::Offset { count: weeks, unit: Unit::Week, .. } = week else { return None };
    let next = if cursor.is_dash(at) { at + 1 } else { cursor.skip(at, &["on"]) };
    let LexicalClass::Weekday(weekday) = cursor.class(next) else { return None };
    Some((When::WeekdayInWeek { weekday, weeks }, cursor.skip_day_part(next + 1)))
}

/// "the coming Thursday", "this past Wednesday", "past Wednesday".
fn weekday_beside(cursor: &Cursor, at: usize) -> Parsed {
    let at = cursor.skip(at, &["this"]);
    let LexicalClass::Weekday(weekday) = cursor.class(at + 1) else { return None };
    let ahead = cursor.any(at, &["coming", "upcoming"]);
    let known = ahead || cursor.is(at, "past");
    known.then(|| (When::WeekdayBeside { weekday, ahead }, cursor.skip_day_part(at + 2)))
}

fn shifted_unit(cursor: &Cursor, at: usize, shift: Shift, unit: Unit) -> Option<When> {
    let (count, from) = match shift {
        Shift::Last => (-1, Origin::Publication),
        Shift::This => (0, Origin::Publication),
        // "the next day" in a tale is the one after the last; "next day" and "next week" count from now.
        Shift::Next if unit == Unit::Day || cursor.any_before(at, &["the"]) => (1, Origin::Previous),
        Shift::Next => (1, Origin::Publication),
        Shift::Same => (0, Origin::Previous),
        Shift::Following => (1, Origin::Previous),
        Shift::Previous => (-1, Origin::Previous),
    };
    let long = matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year);
    let so_far = cursor.any_before(at, &["far"]) && cursor.before(at, 2).eq_ignore_ascii_case("so");
    let later = cursor.any_before(at, &["later"]) || is_rest(cursor, at);
    if shift == Shift::This && long && (so_far || later || cursor.any_before(at, &["earlier"])) {
        return Some(When::PartOf { later, unit });
    }
    // "within the next year": the twelve months from publication on.
    if shift == Shift::Next && cursor.any_before(at, &["the"]) && cursor.before(at, 2) == "within" {
        return Some(When::Window { count: 1, unit });
    }
    let vague = matches!((shift, unit), (Shift::Last | Shift::This, Unit::Day));
    (!vague).then_some(When::Offset { count, unit, from })
}

/// "this morning", "last night", "that evening", "the following morning".
fn shifted_day_part(cursor: &Cursor, at: usize, shift: Shift) -> Option<When> {
    let night = cursor.is(at, "night");
    let told = cursor.any_before(at - 1, &["the"]);
    match shift {
        Shift::Next if !told => Some(day_offset(1, Origin::Publication)),
        Shift::This => Some(day_offset(0, Origin::Publication)),
        Shift::Last if night || cursor.is(at, "evening") => Some(day_offset(-1, Origin::Publication)),
        Shift::Same => Some(day_offset(0, Origin::Previous)),
        Shift::Next | Shift::Following => Some(day_offset(1, Origin::Previous)),
        Shift::Previous => Some(day_offset(-1, Origin::Previous)),
        Shift::Last => (!told).then_some(day_offset(-1, Origin::Publication)),
    }
}

fn weekday_of(cursor: &Cursor, at: usize, weekday: u8, shift: Shift) -> Option<When> {
    let told = cursor.any_before(at, &["the"]);
    let (weeks, from) = match shift {
        Shift::Last => (-1, Origin::Publication),
        Shift::This => (0, Origin::Publication),
        Shift::Next if !told || cursor.any(at, &["coming"]) => (1, Origin::Publication),
        Shift::Next | Shift::Following => (1, Origin::Previous),
        Shift::Previous => (-1, Origin::Publication),
        Shift::Same => return None,
    };
    Some(When::WeekdayOf { weekday, weeks, from })
}

fn year_of(shift: Shift) -> Option<YearOf> {
    match shift {
        Shift::Last => Some(YearOf::Last),
        Shift::This => Some(YearOf::Shift(0)),
        Shift::Next => Some(YearOf::Next),
        Shift::Same => Some(YearOf::Same),
        Shift::Following | Shift::Previous => None,
    }
}

/// "will last three days", "did not last nine days".
fn is_verb(cursor: &Cursor, at: usize) -> bool {
    cursor.any_before(at, &["not", "n't", "n’t", "to", "will", "would", "could", "may"])
}

/// "the past three years", "the next five days", "the next couple of weeks".
fn window(cursor: &Cursor, at: usize, shift: Shift) -> Parsed {
    if cursor.is(at - 1, "last") && is_verb(cursor, at - 1) {
        return None;
    }
    let pair = cursor.is(at, "couple");
    let count = if pair { 2 } else { cursor.count(at)? as i32 };
    let unit_at = if pair { cursor.skip(at + 1, &["of"]) } else { at + 1 };
    if let Some(found) = hours(cursor, at, unit_at, shift) {
        return Some(found);
    }
    if cursor.any(unit_at, &["business", "working", "trading"]) && cursor.is(unit_at + 1, "days") {
        let ahead = matches!(shift, Shift::Next | Shift::Following);
        return Some((When::BusinessDays(if ahead { count } else { -count }), unit_at + 2));
    }
    let LexicalClass::Unit(unit) = cursor.class(unit_at) else { return None };
    if shift == Shift::Next && cursor.any_before(at - 1, &["within"]) {
        return Some((When::Within { count, unit }, unit_at + 1));
    }
    let count = match shift {
        Shift::Last | Shift::Previous => -count,
        Shift::Next | Shift::Following => count,
        Shift::This | Shift::Same => return None,
    };
    Some((When::Window { count, unit }, unit_at + 1))
}

/// "the past 24 hours", "the next few minutes".
fn hours(cursor: &Cursor, at: usize, unit_at: usize, shift: Shift) -> Parsed {
    let per_hour = hours_in(cursor, unit_at)?;
    let count = (cursor.count(at)? as f32 * per_hour) as i32;
    let back = match shift {
        Shift::Last | Shift::Previous => true,
        Shift::Next | Shift::Following => false,
        Shift::This | Shift::Same => return None,
    };
    let count = if back { -count } else { count };
    Some((When::Hours { count, from: Origin::Publication }, unit_at + 1))
}

/// How many hours a unit of the clock has.
pub(super) fn hours_in(cursor: &Cursor, at: usize) -> Option<f32> {
    if cursor.any(at, &["hour", "hours", "hrs", "hr"]) {
        return Some(1.0);
    }
    cursor.any(at, &["minute", "minutes", "min", "mins", "second", "seconds"]).then_some(0.0)
}

/// "the month" after "the first week of": that of publication.
pub(super) fn current_unit(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Unit(unit) = cursor.class(at) else { return None };
    cursor.is_one(at).then_some((When::Offset { count: 0, unit, from: Origin::Publication }, at + 1))
}
