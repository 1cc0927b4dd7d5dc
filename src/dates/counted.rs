//! So many units from another date: "two years ago", "in two weeks", "three days after Friday", "within nine months".

use super::{
    cursor::Cursor,
    days, holidays,
    lexical_class::LexicalClass,
    numeric, relative,
    value::{End, Origin, Parsed, Unit, When},
    weekdays,
};

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
const READERS: &[Reader] = &[ago, from_now, away_from, beside, within, ahead];

/// "two years ago", "a week later", "five days before", "six weeks from now", "the 2 upcoming months".
pub(super) fn read(cursor: &Cursor, at: usize) -> Parsed {
    match counted(cursor, at) {
        Some(counted) => READERS.iter().find_map(|read| read(cursor, at, &counted)),
        None => window(cursor, at),
    }
}

fn counted(cursor: &Cursor, at: usize) -> Option<Counted> {
    let count = cursor.count(at)? as i32;
    // A word that an editor put in: "[Ten] years ago".
    let unit_at = cursor.skip(at + 1, &["]"]);
    let LexicalClass::Unit(unit) = cursor.class(unit_at) else { return None };
    Some(Counted { count, unit, unit_at, end: unit_at + 1 })
}

/// "the 5 past years", "the 2 upcoming months".
fn window(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Shift(_) = cursor.class(at + 1) else { return None };
    let LexicalClass::Unit(unit) = cursor.class(at + 2) else { return None };
    let count = cursor.count(at)? as i32;
    let back = cursor.any(at + 1, &["past", "previous", "last"]);
    let known = back || cursor.any(at + 1, &["next", "coming", "upcoming", "following"]);
    let count = if back { -count } else { count };
    (known && !cursor.is_one(at + 2)).then_some((When::Window { count, unit }, at + 3))
}

fn ago(cursor: &Cursor, _: usize, counted: &Counted) -> Parsed {
    let &Counted { count, unit, end, .. } = counted;
    let offset = When::Offset { count: -count, unit, from: Origin::Publication };
    cursor.is(end, "ago").then_some((offset, end + 1))
}

fn from_now(cursor: &Cursor, _: usize, counted: &Counted) -> Parsed {
    let &Counted { count, unit, end, .. } = counted;
    let now = cursor.any(end, &["from", "after"]) && cursor.any(end + 1, &["now", "today"]);
    now.then_some((When::Offset { count, unit, from: Origin::Publication }, end + 2))
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
        return Some((When::Offset { count, unit, from: Origin::Publication }, time_at + 1));
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
