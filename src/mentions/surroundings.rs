//! What stands around an amount: a minus before it, words that make it approximate, and what it is counted per.

use super::{PatternMatch, quantities};
use crate::{
    dates::{Cursor, LexicalClass},
    model::ValueKind,
    report::EntityKind,
    value::{Approximation, Value},
};
use std::ops::Range;

/// The amount with what its neighbours say of it; what is no amount stays as it is.
pub(super) fn completed(cursor: &Cursor, found: PatternMatch) -> PatternMatch {
    let measures = matches!(found.kind, EntityKind::Money | EntityKind::Percent | EntityKind::Quantity);
    let PatternMatch { tokens: Range { start, end }, kind, value: Some(mut value) } = found.clone() else {
        return found;
    };
    if !measures {
        return found;
    }
    let minus = has_minus(cursor, start, kind);
    if minus {
        value.amount = value.amount.map(|amount| -amount);
    }
    let start = start - usize::from(minus);
    let divisor = divisor(cursor, end, &value);
    let end = divisor.map_or(end, |(_, end)| end);
    value.per = divisor.map(|(per, _)| per.to_owned());
    value.approximate = approximation(cursor, start..end);
    PatternMatch { tokens: start..end, kind, value: Some(value) }
}

/// "-4.5%", "minus 12 degrees"; a dash with blanks around it, or between two numbers, is none.
fn has_minus(cursor: &Cursor, start: usize, kind: EntityKind) -> bool {
    if cursor.any_before(start, &["minus", "negative"]) {
        return cursor.class(start.wrapping_sub(2)) != LexicalClass::Digits;
    }
    let long = kind == EntityKind::Percent && cursor.any_before(start, &["–"]);
    let sign = cursor.any_before(start, &["-", "−"]) || long;
    let apart = start < cursor.start() + 2 || cursor.spaced(start - 1) || matches!(cursor.before(start, 2), "(" | "[");
    sign && apart && !cursor.spaced(start)
}

/// What an amount is counted per, and the token after it: "an hour", "per gallon", "/kg".
fn divisor<'c>(cursor: &Cursor<'c>, end: usize, value: &Value) -> Option<(&'c str, usize)> {
    if cursor.is(end, "per") {
        // "per capita", "per student": whatever it is.
        let word = cursor.word(end + 1);
        let other =
            || word.bytes().all(|byte| byte.is_ascii_alphabetic()).then_some(word).filter(|word| !word.is_empty());
        let unit = quantities::unit_at(cursor, end + 1).or_else(other);
        return unit.map(|unit| (unit, end + 2));
    }
    if cursor.any(end, &["/"]) && !cursor.spaced(end) && !cursor.spaced(end + 1) {
        let short = cursor.any(end + 1, &["h", "s", "l"]).then(|| cursor.word(end + 1));
        return quantities::unit_at(cursor, end + 1).or(short).map(|unit| (unit, end + 2));
    }
    // "$15-an-hour"
    if cursor.is_dash(end) && cursor.any(end + 1, &["a", "an"]) && cursor.is_dash(end + 2) && !cursor.spaced(end + 2) {
        return quantities::unit_at(cursor, end + 3).map(|unit| (unit, end + 4));
    }
    if !cursor.any(end, &["a", "an", "each", "every"]) {
        return None;
    }
    // "three days a week after": the week belongs to what follows.
    let goes_on = cursor.any(end + 2, &["ago", "after", "before", "later", "earlier", "from", "away", "long"]);
    let of_calendar =
        matches!(cursor.class(end + 1), LexicalClass::Unit(_)) || cursor.any(end + 1, &["hour", "minute", "second"]);
    let unit = if of_calendar { quantities::unit_at(cursor, end + 1) } else { named_divisor(cursor, end + 1) };
    // "10 minutes a second later" is none, and "an hour" after a length of time only says how often.
    unit.filter(|unit| !goes_on && cursor.is_one(end + 1) && value.unit.as_deref() != Some(*unit))
        .map(|unit| (unit, end + 2))
}

/// What prices are given for after "a": "a share", "a barrel".
fn named_divisor<'c>(cursor: &Cursor<'c>, at: usize) -> Option<&'c str> {
    let known = cursor.any(at, &["share", "barrel", "gallon", "pound", "tonne", "ton", "head", "person"]);
    (known || cursor.any(at, &["litre", "liter", "ounce", "kilo", "ticket", "vehicle"])).then(|| cursor.word(at))
}

/// The longest phrase of the list has so many words: "in the region of".
const LONGEST: usize = 4;

/// What the words before an amount make of it, or those after it: "about", "more than", "or so".
fn approximation(cursor: &Cursor, amount: Range<usize>) -> Option<Approximation> {
    let Range { start, end } = amount;
    let before = (1..=LONGEST.min(start)).rev().find_map(|back| {
        let (value, after) = cursor.phrase_value(ValueKind::Approximation, start - back)?;
        (after == start).then_some(value)
    });
    let after = || cursor.is(end, "or").then(|| cursor.phrase_value(ValueKind::Approximation, end)).flatten();
    match before.or_else(|| after().map(|(value, _)| value))? {
        "about" => Some(Approximation::About),
        "over" => Some(Approximation::Over),
        _ => Some(Approximation::Under),
    }
}
