//! So many units from another date: "two years ago", "in two weeks", "three days after Friday", "within nine months".

use super::{
    cursor::Cursor,
    days, holidays,
    lexical_class::LexicalClass,
    numeric, relative,
    value::{End, Origin, Parsed, Unit, When},
    weekdays,
};
use crate::model::{ValueKind, hash_lower};

/// A number of units.
struct Counted {
    count: i32,
    unit: Unit,
    unit_at: usize,
    /// The token after the unit.
    end: usize,
}

/// A way to say from what a number of units is counted.
type Reader = fn(&Cursor, usize, &Counted) -> Parsed;

/// Every way, in the order in which they are tried.
const READERS: &[Reader] = &[starting, ago, from_now, away_from, beside, within, ahead];

/// "two years ago", "a week later", "five days before", "six weeks from now", "the 2 upcoming months".
pub(super) fn read(cursor: &Cursor, at: usize) -> Parsed {
    match counted(cursor, at) {
        Some(counted) => READERS.iter().find_map(|read| read(cursor, at, &counted)),
        None => window(cursor, at).or_else(|| weekdays_away(cursor, at)),
    }
}

fn counted(cursor: &Cursor, at: usize) -> Option<Counted> {
    let count = cursor.count(at);
    // "half a year", "a couple of years"
    if count.is_none_or(|count| count == 1) {
        let half = cursor.is(at, "half") && cursor.any(at + 1, &["a", "an"]);
        let couple = cursor.is(at + 1, "couple") && cursor.is(at + 2, "of");
        if half || couple {
            let unit_at = if half { at + 2 } else { at + 3 };
            let LexicalClass::Unit(unit) = cursor.class(unit_at) else { return None };
            let (count, unit) = if half { in_parts(0, true, unit)? } else { (2, unit) };
            return Some(Counted { count, unit, unit_at, end: unit_at + 1 });
        }
    }
    // A word that an editor put in: "[Ten] years ago".
    let next = cursor.skip(at + 1, &["]"]);
    let half = and_a_half(cursor, next);
    let unit_at = half.unwrap_or(next);
    let LexicalClass::Unit(unit) = cursor.class(unit_at) else { return None };
    with_parts(cursor, Counted { count: count? as i32, unit, unit_at, end: unit_at + 1 }, half.is_some())
}

/// The token after "and a half".
fn and_a_half(cursor: &Cursor, at: usize) -> Option<usize> {
    (cursor.is(at, "and") && cursor.is(at + 1, "a") && cursor.is(at + 2, "half")).then_some(at + 3)
}

/// "a year and a half", "two years and three months", "2 weeks and 2 days": all in the smaller unit.
fn with_parts(cursor: &Cursor, whole: Counted, halved: bool) -> Option<Counted> {
    let Counted { count, unit, unit_at, end } = whole;
    let half_end = and_a_half(cursor, end);
    if halved || half_end.is_some() {
        let (count, unit) = in_parts(count, true, unit)?;
        return Some(Counted { count, unit, unit_at, end: half_end.unwrap_or(end) });
    }
    let more_at = cursor.skip(end, &["and"]);
    let parts = in_parts(count, false, unit).filter(|(_, part)| cursor.class(more_at + 1) == LexicalClass::Unit(*part));
    match (parts, cursor.count(more_at)) {
        (Some((count, unit)), Some(more)) => {
            Some(Counted { count: count + more as i32, unit, unit_at, end: more_at + 2 })
        }
        _ => Some(whole),
    }
}

/// So many of a unit, perhaps half a one more, in the unit that it is made of.
fn in_parts(count: i32, half: bool, unit: Unit) -> Option<(i32, Unit)> {
    let (parts, unit) = match unit {
        Unit::Week => (7, Unit::Day),
        Unit::Year => (12, Unit::Month),
        Unit::Decade => (10, Unit::Year),
        Unit::Century => (100, Unit::Year),
        _ => return None,
    };
    Some((count * parts + if half { parts / 2 } else { 0 }, unit))
}

/// "the 5 past years", "the 2 upcoming months".
fn window(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Shift(_) = cursor.class(at + 1) else { return None };
    let back = cursor.any(at + 1, &["past", "previous", "last"]);
    let known = back || cursor.any(at + 1, &["next", "coming", "upcoming", "following"]);
    if !known || cursor.is_one(at + 2) {
        return None;
    }
    let count = cursor.count(at)? as i32 * if back { -1 } else { 1 };
    if let Some(per_hour) = relative::hours_in(cursor, at + 2) {
        return Some((When::Hours { count: (count as f32 * per_hour) as i32, from: Origin::Publication }, at + 3));
    }
    let LexicalClass::Unit(unit) = cursor.class(at + 2) else { return None };
    Some((When::Window { count, unit }, at + 3))
}

/// "the Monday after Easter", "the day before Thanksgiving", "Sunday three weeks after January 15".
pub(super) fn day_beside_date(cursor: &Cursor, at: usize) -> Parsed {
    let day_at = cursor.skip(at, &["the"]);
    let next = day_at + 1;
    let weeks = counted(cursor, next).filter(|weeks| weeks.unit == Unit::Week);
    let joint = weeks.as_ref().map_or(next, |weeks| weeks.end);
    let sign = if cursor.is(joint, "before") { -1 } else { 1 };
    let count = sign * weeks.map_or(1, |weeks| weeks.count);
    if !cursor.any(joint, &["before", "after"]) {
        return None;
    }
    let (when, after) = anchor(cursor, joint + 1)?;
    let from = Box::new(End { tokens: joint + 1..after, when, complete: true });
    let when = match cursor.class(day_at) {
        LexicalClass::Weekday(weekday) => When::WeekdayFrom { weekday, count, from },
        // "the day after tomorrow" is read by itself.
        LexicalClass::Unit(Unit::Day)
            if joint == next && !matches!(cursor.class(joint + 1), LexicalClass::A | LexicalClass::Opener) =>
        {
            When::AwayFrom { count, unit: Unit::Day, from }
        }
        _ => return None,
    };
    Some((when, after))
}

/// "two Sundays from now", "three Fridays ago": the first such day is not the day of publication.
fn weekdays_away(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Weekdays = cursor.class(at + 1) else { return None };
    let end = at + 2;
    let ago = cursor.is(end, "ago");
    let known = ago || cursor.is(end, "from") && cursor.is(end + 1, "now");
    let day = cursor.word(at + 1).strip_suffix('s').filter(|_| known)?;
    let weekday = cursor.values().number(ValueKind::Weekday, hash_lower(day))? as u8;
    let count = cursor.count(at).filter(|&count| count > 0)? as i32 - 1;
    let first = When::WeekdayBeside { weekday, ahead: !ago };
    let from = Box::new(End { tokens: at + 1..end, when: first, complete: false });
    let count = if ago { -count } else { count };
    Some((When::AwayFrom { count, unit: Unit::Week, from }, if ago { end + 1 } else { end + 2 }))
}

/// "for two weeks starting May 20", "for three days from Friday".
fn starting(cursor: &Cursor, at: usize, counted: &Counted) -> Parsed {
    let &Counted { count, unit, end, .. } = counted;
    let start_at = cursor.skip(end, &[","]);
    let lasting = cursor.any_before(at, &["for"]) && cursor.is(start_at, "from");
    let starting = lasting || cursor.any(start_at, &["starting", "beginning", "commencing"]);
    let date_at = cursor.skip(start_at + 1, &["on", "from"]);
    let (when, after) = starting.then(|| anchor(cursor, date_at)).flatten()?;
    let date = Box::new(End { tokens: date_at..after, when, complete: true });
    Some((When::Starting { count, unit, date }, after))
}

/// "two hours ago", "30 minutes later", "within 24 hours", "3 minutes from now", "half an hour later".
pub(super) fn hours(cursor: &Cursor, at: usize) -> Parsed {
    let half = cursor.is(at, "half") && cursor.any(at + 1, &["an"]);
    let unit_at = if half { at + 2 } else { at + 1 };
    let per_hour = relative::hours_in(cursor, unit_at)?;
    let count = if half { 0 } else { (cursor.count(at)? as f32 * per_hour) as i32 };
    let end = unit_at + 1;
    let hours = |count: i32, from: Origin, end: usize| Some((When::Hours { count, from }, end));
    if cursor.is(end, "ago") {
        return hours(-count, Origin::Publication, end + 1);
    }
    if cursor.any(end, &["from", "after"]) && cursor.is(end + 1, "now") {
        return hours(count, Origin::Publication, end + 2);
    }
    if cursor.any(end, &["later", "earlier"]) {
        return hours(if cursor.is(end, "later") { count } else { -count }, Origin::Previous, end + 1);
    }
    let open = cursor.any(end, &["of", "after", "before", "from", "or", "and", "since"]) || cursor.is_dash(end);
    if cursor.any_before(at, &["in"]) && !open && !is_ranked(cursor, at) {
        // Where the sentence looks ahead; else it says how long something took.
        return Some((When::Ahead { count: count / 24, unit: Unit::Day }, end));
    }
    (cursor.any_before(at, &["within"]) && !open).then(|| hours(count, Origin::Publication, end)).flatten()
}

fn ago(cursor: &Cursor, _: usize, counted: &Counted) -> Parsed {
    let &Counted { count, unit, end, .. } = counted;
    cursor.is(end, "ago").then(|| (from_publication(-count, unit), end + 1))
}

fn from_now(cursor: &Cursor, _: usize, counted: &Counted) -> Parsed {
    let &Counted { count, unit, end, .. } = counted;
    let now = cursor.any(end, &["from", "after"]) && cursor.any(end + 1, &["now", "today"]);
    now.then(|| (from_publication(count, unit), end + 2))
}

/// Weeks and months are counted by the day, years by the calendar.
fn from_publication(count: i32, unit: Unit) -> When {
    match unit {
        Unit::Week | Unit::Fortnight | Unit::Month => When::Away { count, unit },
        _ => When::Offset { count, unit, from: Origin::Publication },
    }
}

/// "three days after Friday", "two weeks from tomorrow", "a month before Christmas".
fn away_from(cursor: &Cursor, _: usize, counted: &Counted) -> Parsed {
    let &Counted { count, unit, end, .. } = counted;
    let sign = if cursor.is(end, "before") { -1 } else { 1 };
    let joined = cursor.any(end, &["after", "from", "before"]);
    let (when, after) = joined.then(|| anchor(cursor, end + 1)).flatten()?;
    let from = Box::new(End { tokens: end + 1..after, when, complete: true });
    Some((When::AwayFrom { count: sign * count, unit, from }, after))
}

/// A date from which others are counted; none of these is counted itself, so that reading ends.
fn anchor(cursor: &Cursor, at: usize) -> Parsed {
    match cursor.class(at) {
        LexicalClass::Weekday(_) => weekdays::read(cursor, at),
        LexicalClass::Month(_) => days::month_first(cursor, at).filter(|(when, _)| matches!(when, When::Day { .. })),
        LexicalClass::Digits => numeric::read(cursor, at).or_else(|| days::day_first(cursor, at)),
        LexicalClass::Opener => relative::day_word(cursor, at),
        LexicalClass::Holiday => holidays::parse(cursor, at),
        LexicalClass::Shift(_) if matches!(cursor.class(at + 1), LexicalClass::Weekday(_)) => {
            relative::shifted(cursor, at)
        }
        _ => None,
    }
}

/// "a week later", "five days before".
fn beside(cursor: &Cursor, _: usize, counted: &Counted) -> Parsed {
    match relative::beside(cursor, counted.unit_at, counted.unit)? {
        (When::Offset { count: sign, unit, from }, end) => {
            Some((When::Offset { count: sign * counted.count, unit, from }, end))
        }
        _ => None,
    }
}

/// "within nine months".
fn within(cursor: &Cursor, at: usize, counted: &Counted) -> Parsed {
    let &Counted { count, unit, end, .. } = counted;
    let goes_on = cursor.any(end, &["of", "after", "before", "from"]);
    (cursor.any_before(at, &["within"]) && !goes_on).then_some((When::Within { count, unit }, end))
}

/// "in two weeks", "in a fortnight's time", but not "the worst in ten years" or "twice in two weeks".
fn ahead(cursor: &Cursor, at: usize, counted: &Counted) -> Parsed {
    let &Counted { count, unit, end, .. } = counted;
    let time_at = cursor.skip(end, &["'", "’", "'s", "’s"]);
    if cursor.is(time_at, "time") && cursor.any_before(at, &["in"]) {
        return Some((from_publication(count, unit), time_at + 1));
    }
    let goes_on = cursor.any(end, &["of", "or", "and", "after", "before", "since"]) || cursor.is_dash(end);
    let meant = cursor.any_before(at, &["in"]) && !goes_on && !is_ranked(cursor, at);
    meant.then_some((When::Ahead { count, unit }, end))
}

/// Whether words before it rank or count something over a stretch: "the first in", "the worst flood in", "twice in".
fn is_ranked(cursor: &Cursor, at: usize) -> bool {
    const REACH: usize = 6;
    (2..=REACH.min(at)).any(|back| {
        let word = cursor.before(at, back);
        let ordinal = matches!(cursor.class(at - back), LexicalClass::Ordinal(_));
        let most = word.len() > 4 && word.ends_with("est") || matches!(word, "most" | "least" | "worst" | "best");
        ordinal || most || matches!(word, "time" | "times" | "once" | "twice" | "only" | "more" | "than")
    })
}
