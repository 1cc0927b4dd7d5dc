//! Dates seen from another date: "today", "last week", "two years ago", "the next day", "the past three years".

use super::{
    super::words::{Meaning, Shift, Unit, Words},
    Origin, Parsed, When, YearOf, full, holidays,
};

/// The relative date that begins at a token.
pub(super) fn parse(words: &Words, at: usize) -> Parsed {
    match words.meaning(at) {
        Meaning::Shift(shift) => after_shift(words, at, shift),
        Meaning::Number(_) | Meaning::Digits => counted(words, at),
        Meaning::Opener if words.is(at, "the") => with_article(words, at),
        Meaning::Opener => counted(words, at).or_else(|| word(words, at)),
        _ => None,
    }
}

/// "today", "tonight", "yesterday evening", "overnight".
fn word(words: &Words, at: usize) -> Parsed {
    let count = match words.word(at).to_ascii_lowercase().as_str() {
        "today" | "tonight" => 0,
        "yesterday" => -1,
        "tomorrow" => 1,
        "overnight" if words.any_before(at, &["a", "an", "for"]) => return None,
        "overnight" => return Some((When::Overnight, at + 1)),
        _ => return None,
    };
    Some((days(count, Origin::Publication), full::skip_day_part(words, at + 1)))
}

const fn days(count: i32, from: Origin) -> When {
    When::Offset { count, unit: Unit::Day, from }
}

/// "the last week", "the same day", "the day before", "the end of the year", "the weekend".
fn with_article(words: &Words, at: usize) -> Parsed {
    match words.meaning(at + 1) {
        Meaning::Shift(shift) => after_shift(words, at + 1, shift),
        Meaning::Unit(unit) => beside(words, at + 1, unit).or_else(|| current(words, at, unit)),
        Meaning::DayPart => beside(words, at + 1, Unit::Day),
        _ if words.is(at + 1, "end") && words.is(at + 2, "of") && words.is(at + 3, "the") => {
            match words.meaning(at + 4) {
                Meaning::Unit(unit) if words.is_one(at + 4) => Some((When::EndOf(unit), at + 5)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// "the day before", "the week after", "the year earlier".
fn beside(words: &Words, at: usize, unit: Unit) -> Parsed {
    let count = direction(words, at + 1)?;
    // "the day before the vote" counts from the vote, which is not known.
    let goes_on =
        words.word(at + 2).starts_with(char::is_alphanumeric) && !words.any(at + 2, &["and", "but", "or", "in"]);
    let open = words.any(at + 1, &["before", "after"]) && goes_on;
    (!open).then_some((When::Offset { count, unit, from: Origin::Previous }, at + 2))
}

fn direction(words: &Words, at: usize) -> Option<i32> {
    match words.word(at).to_ascii_lowercase().as_str() {
        "before" | "earlier" | "previously" => Some(-1),
        "after" | "later" => Some(1),
        _ => None,
    }
}

/// "the weekend", and "the year" where words before it cut a part from it: "later in the year", "the middle of the month".
fn current(words: &Words, at: usize, unit: Unit) -> Parsed {
    let part_of = words.any_before(at, &["of"])
        && ["end", "start", "beginning", "middle", "rest", "half", "part", "turn", "close", "course"]
            .iter()
            .any(|part| words.before(at, 2).eq_ignore_ascii_case(part));
    let within = words.any_before(at, &["in"])
        && ["later", "earlier", "late", "early"].iter().any(|w| words.before(at, 2) == *w);
    let spent = words.any_before(at, &["began", "begin", "start", "started", "ended", "end"]) && unit == Unit::Year;
    let weekend =
        unit == Unit::Weekend && words.any_before(at, &["over", "at", "during", "throughout", "for", "through"]);
    let named = matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century);
    let known = weekend || named && (part_of || within || spent);
    (known && words.is_one(at + 1)).then_some((When::Offset { count: 0, unit, from: Origin::Publication }, at + 2))
}

/// What follows "last", "this", "next", "same", "following", "previous".
fn after_shift(words: &Words, at: usize, shift: Shift) -> Parsed {
    // "the coming week", but not "is coming Friday".
    if words.is(at, "coming") && !words.any_before(at, &["the", "this", "these"]) {
        return None;
    }
    let next = if shift == Shift::Same { words.skip(at + 1, &["same", "very"]) } else { at + 1 };
    let next = words.skip(next, &["calendar", "academic", "full"]);
    match words.meaning(next) {
        // "this years" is a slip for "this year's".
        Meaning::Unit(unit) if words.is_one(next) || words.is(at, "this") => {
            Some((shifted_unit(words, at, shift, unit)?, next + 1))
        }
        Meaning::DayPart => Some((shifted_day_part(words, next, shift)?, next + 1)),
        Meaning::Weekday(weekday) => {
            Some((weekday_of(words, at, weekday, shift)?, full::skip_day_part(words, next + 1)))
        }
        Meaning::Month(month) => {
            let found = full::parse(words, next)?;
            let year = year_of(shift)?;
            Some(match found {
                (When::Day { day, year: YearOf::Open, .. }, end) => {
                    (When::Day { weekday: None, month, day, year }, end)
                }
                (_, _) => (When::Month { month, year }, next + 1),
            })
        }
        Meaning::Season(season) => Some((When::Season { season, year: year_of(shift)? }, next + 1)),
        Meaning::Number(_) | Meaning::Digits => window(words, next, shift),
        Meaning::Opener => holidays::parse(words, next).and_then(|(when, end)| match when {
            When::Holiday { holiday, .. } => Some((When::Holiday { holiday, year: year_of(shift)? }, end)),
            _ => None,
        }),
        _ => None,
    }
}

fn shifted_unit(words: &Words, at: usize, shift: Shift, unit: Unit) -> Option<When> {
    let (count, from) = match shift {
        Shift::Last => (-1, Origin::Publication),
        Shift::This => (0, Origin::Publication),
        // "the next day" in a tale is the one after the last; "next day" and "next week" count from now.
        Shift::Next if unit == Unit::Day || words.any_before(at, &["the"]) => (1, Origin::Previous),
        Shift::Next => (1, Origin::Publication),
        Shift::Same => (0, Origin::Previous),
        Shift::Following => (1, Origin::Previous),
        Shift::Previous => (-1, Origin::Previous),
    };
    let vague = matches!((shift, unit), (Shift::Last | Shift::This, Unit::Day));
    (!vague).then_some(When::Offset { count, unit, from })
}

/// "this morning", "last night", "that evening", "the following morning".
fn shifted_day_part(words: &Words, at: usize, shift: Shift) -> Option<When> {
    let night = words.is(at, "night");
    match shift {
        Shift::This => Some(days(0, Origin::Publication)),
        Shift::Last if night || words.is(at, "evening") => Some(days(-1, Origin::Publication)),
        Shift::Same => Some(days(0, Origin::Previous)),
        Shift::Next | Shift::Following => Some(days(1, Origin::Previous)),
        Shift::Previous => Some(days(-1, Origin::Previous)),
        Shift::Last => None,
    }
}

fn weekday_of(words: &Words, at: usize, weekday: u8, shift: Shift) -> Option<When> {
    let told = words.any_before(at, &["the"]);
    let (weeks, from) = match shift {
        Shift::Last => (-1, Origin::Publication),
        Shift::This => (0, Origin::Publication),
        Shift::Next if !told || words.any(at, &["coming"]) => (1, Origin::Publication),
        Shift::Next | Shift::Following => (1, Origin::Previous),
        Shift::Same | Shift::Previous => return None,
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

/// "the past three years", "the next five days".
fn window(words: &Words, at: usize, shift: Shift) -> Parsed {
    let count = words.count(at)? as i32;
    let Meaning::Unit(unit) = words.meaning(at + 1) else { return None };
    let count = match shift {
        Shift::Last | Shift::Previous => -count,
        Shift::Next | Shift::Following => count,
        Shift::This | Shift::Same => return None,
    };
    Some((When::Window { count, unit }, at + 2))
}

/// "two years ago", "a week later", "five days before", "six weeks from now".
fn counted(words: &Words, at: usize) -> Parsed {
    let count = words.count(at)? as i32;
    // A word that an editor put in: "[Ten] years ago".
    let unit_at = words.skip(at + 1, &["]"]);
    let Meaning::Unit(unit) = words.meaning(unit_at) else { return None };
    let after = unit_at + 1;
    if words.is(after, "ago") {
        return Some((When::Offset { count: -count, unit, from: Origin::Publication }, after + 1));
    }
    if words.is(after, "from") && words.any(after + 1, &["now", "today"]) {
        return Some((When::Offset { count, unit, from: Origin::Publication }, after + 2));
    }
    let (when, end) = beside(words, unit_at, unit)?;
    match when {
        When::Offset { count: sign, unit, from } => Some((When::Offset { count: sign * count, unit, from }, end)),
        _ => None,
    }
}
