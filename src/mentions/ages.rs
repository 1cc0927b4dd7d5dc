//! Ages: "38-year-old", "38 years old", "aged 25", "in his 40s", "Lowe, 25, won".

use super::{
    PatternMatch,
    numbers::{Interval, Opening},
};
use crate::{
    dates::{Cursor, LexicalClass, Spelling, Unit, class_of_part},
    report::EntityKind,
    value::Value,
};

/// Whether a word may begin an age: a number, or "aged".
pub(super) fn opens(spelling: &Spelling) -> bool {
    let is_old = |rest: &str| matches!(rest.rsplit('-').next(), Some("old" | "olds"));
    spelling.opens_number || spelling.parts.is_some_and(|(_, rest)| is_old(rest))
}

/// The age that begins at a token.
pub(super) fn parse(opening: &Opening) -> Option<PatternMatch> {
    let (cursor, at) = (opening.cursor, opening.at);
    let found = in_one_word(cursor, at).or_else(|| with_unit(opening)).or_else(|| after_label(opening));
    found.or_else(|| in_tens(cursor, at)).or_else(|| between_commas(cursor, at))
}

/// The "25" of "Lowe, 25, won", but not the "12" of "Leeds, 12, York, 8".
fn between_commas(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let commas = cursor.is(at + 1, ",") && cursor.any_before(at, &[","]) && at >= cursor.start() + 2;
    let years = cursor.digits(at).filter(|&years| commas && cursor.word(at).len() == 2 && years >= 10)?;
    let name = cursor.class(at - 2) == LexicalClass::None && cursor.word(at - 2).starts_with(char::is_uppercase);
    let goes_on = cursor.word(at + 2).starts_with(char::is_lowercase);
    let years = Interval { from: f64::from(years), to: None, suffix: "", end: at + 1 };
    (name && goes_on).then(|| age(at, years, Unit::Year))
}

/// "six-month-old", which stands as one word.
fn in_one_word(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let stem = cursor.word(at).strip_suffix("-old").or_else(|| cursor.word(at).strip_suffix("-olds"))?;
    let (number, unit) = stem.rsplit_once('-')?;
    let LexicalClass::Number(count) = class_of_part(number, cursor.values()) else { return None };
    let LexicalClass::Unit(unit) = class_of_part(unit, cursor.values()) else { return None };
    Some(age(at, Interval { from: f64::from(count), to: None, suffix: "", end: at + 1 }, unit))
}

/// "38-year-old", "38 year old", "38 years old", "38 years of age".
fn with_unit(opening: &Opening) -> Option<PatternMatch> {
    let (cursor, at) = (opening.cursor, opening.at);
    let number = opening.number().filter(|number| number.suffix.is_empty())?;
    let unit_at = past_hyphen(cursor, number.end);
    let LexicalClass::Unit(unit) = cursor.class(unit_at) else { return None };
    let old_at = past_hyphen(cursor, unit_at + 1);
    let end = if cursor.any(old_at, &["old", "olds"]) {
        old_at + 1
    } else {
        (cursor.is(old_at, "of") && cursor.is(old_at + 1, "age")).then_some(old_at + 2)?
    };
    Some(age(at, Interval { end, ..number }, unit))
}

fn past_hyphen(cursor: &Cursor, at: usize) -> usize {
    at + usize::from(cursor.is_dash(at) && !cursor.spaced(at) && !cursor.spaced(at + 1))
}

/// The oldest that anybody gets.
const OLDEST: f64 = 125.0;

/// "aged 25", "age 7", "aged between 5 and 12".
fn after_label(opening: &Opening) -> Option<PatternMatch> {
    let (cursor, at) = (opening.cursor, opening.at);
    let between = usize::from(cursor.any_before(at, &["between", "from"]));
    let labelled = cursor.any_before(at - between.min(at), &["aged", "age", "ages"]);
    let number = labelled.then(|| opening.number()).flatten()?;
    let alone = number.suffix.is_empty() && !cursor.is(number.end, "%") && number.to.unwrap_or(number.from) <= OLDEST;
    let unit_at = number.end;
    match cursor.class(unit_at) {
        LexicalClass::Unit(unit) => Some(age(at, Interval { end: unit_at + 1, ..number }, unit)),
        _ => alone.then(|| age(at, number, Unit::Year)),
    }
}

/// "in his 40s", "in her early 20s".
fn in_tens(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let tens = cursor.word(at).strip_suffix('s')?.parse::<u8>().ok().filter(|tens| tens % 10 == 0 && *tens >= 10)?;
    let part = usize::from(cursor.any_before(at, &["early", "mid", "late", "-"]));
    let part = if cursor.before(at, 1) == "-" { 2 } else { part };
    let owned = at >= part && cursor.any_before(at - part, &["his", "her", "their", "my", "your", "our"]);
    let years = Interval { from: f64::from(tens), to: Some(f64::from(tens) + 9.0), suffix: "", end: at + 1 };
    owned.then(|| age(at, years, Unit::Year))
}

fn age(start: usize, years: Interval, unit: Unit) -> PatternMatch {
    let unit = Some(unit.name().to_owned());
    let value = Value { amount: Some(years.from), amount_to: years.to, unit, ..Value::default() };
    PatternMatch { tokens: start..years.end, kind: EntityKind::Age, value: Some(value) }
}
