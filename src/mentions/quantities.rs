//! Percentages and numbers with a unit: "4.75%", "12 to 15 percent", "200m", "1.2m people", "30 miles".

use super::{
    PatternMatch,
    numbers::{self, Interval, Opening},
};
use crate::{
    dates::{Cursor, LexicalClass, Spelling, class_of_part},
    model::{ValueKind, Values, hash_lower},
    report::EntityKind,
    value::Value,
};
use std::ops::Range;

/// Whether a word may begin a percentage or quantity.
pub(super) fn opens(spelling: &Spelling) -> bool {
    let compound = || spelling.parts.is_some_and(|(_, unit)| noun(unit, spelling.values).is_some());
    spelling.opens_number || is_percent(spelling.word) || compound()
}

/// The percentage or quantity that begins at a token.
pub(super) fn parse(opening: &Opening) -> Option<PatternMatch> {
    let (cursor, at) = (opening.cursor, opening.at);
    if let Some(found) = compound(cursor, at) {
        return Some(found);
    }
    if let Some(found) = percent_before(cursor, at) {
        return Some(found);
    }
    let number = opening.number()?;
    let found = percent(cursor, at, number).or_else(|| quantity(cursor, at, number))?;
    (!is_ratio(cursor, at)).then_some(found)
}

/// The "five men" of "one in five men", the "three voters" of "two out of three voters".
fn is_ratio(cursor: &Cursor, at: usize) -> bool {
    let out = cursor.any_before(at, &["of"]) && cursor.before(at, 2) == "out";
    let joint = at.checked_sub(if out { 2 } else { 1 }).filter(|&joint| out || cursor.is(joint, "in"));
    let first = joint.and_then(|joint| joint.checked_sub(1)).map(|first| cursor.class(first));
    let time = |at: usize| matches!(cursor.class(at), LexicalClass::Unit(_)) || cursor.any(at, &["minutes", "hours"]);
    matches!(first, Some(LexicalClass::Number(_) | LexicalClass::Digits)) && !time(at + 1)
}

fn percent(cursor: &Cursor, at: usize, number: Interval) -> Option<PatternMatch> {
    if let Some(end) = basis_points(cursor, number.end) {
        return Some(share(at..end, number, Some("basis point")));
    }
    // "12.5pc"
    if number.suffix == "pc" {
        return Some(share(at..number.end, number, None));
    }
    let number = after_first_sign(cursor, at, number);
    let end = percent_sign(cursor, number.end)?;
    let points = cursor.any(end, &["point", "points"]);
    Some(share(at..end + usize::from(points), number, points.then_some("percentage point")))
}

fn share(tokens: Range<usize>, number: Interval, unit: Option<&str>) -> PatternMatch {
    let unit = unit.map(str::to_owned);
    let value = Value { amount: Some(number.from), amount_to: number.to, unit, ..Value::default() };
    PatternMatch { tokens, kind: EntityKind::Percent, value: Some(value) }
}

/// Whether a word begins "percent of 10".
fn is_percent(word: &str) -> bool {
    ["per", "percent", "percents"].iter().any(|name| word.eq_ignore_ascii_case(name))
}

/// "percent of 10" by itself, as tables put it.
fn percent_before(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let end = percent_sign(cursor, at).filter(|_| at == cursor.start())?;
    let number = numbers::interval(cursor, end + 1).filter(|_| cursor.is(end, "of"))?;
    (number.end == cursor.end()).then(|| share(at..number.end, number, None))
}

/// The token after "basis points" or "bps".
fn basis_points(cursor: &Cursor, at: usize) -> Option<usize> {
    let at = at + usize::from(cursor.is_dash(at));
    if cursor.any(at, &["bp", "bps"]) {
        return Some(at + 1);
    }
    (cursor.is(at, "basis") && cursor.any(at + 1, &["point", "points"])).then_some(at + 2)
}

/// The token after "%", "percent", "per cent", "pct" or "percentage"; a hyphen may stand before it.
fn percent_sign(cursor: &Cursor, at: usize) -> Option<usize> {
    let at = at + usize::from(cursor.is_dash(at) && !cursor.spaced(at) && !cursor.spaced(at + 1));
    if cursor.any(at, &["%", "percent", "percents", "pct", "pct.", "٪", "％"]) {
        return Some(at + 1);
    }
    if cursor.is(at, "per") && cursor.any(at + 1, &["cent", "cents"]) {
        return Some(at + 2);
    }
    cursor.any(at, &["percentage", "percentages", "percentile"]).then_some(at + 1)
}

/// "3% to 5%": the sign may stand after the lower end too.
fn after_first_sign<'a>(cursor: &Cursor<'a>, at: usize, lower: Interval<'a>) -> Interval<'a> {
    let Some(next) = percent_sign(cursor, lower.end).filter(|_| lower.to.is_none()) else { return lower };
    let joined = numbers::joins_range(cursor, at, next) || cursor.is(next, "to") || cursor.is_dash(next);
    if !joined {
        return lower;
    }
    let upper =
        numbers::parse(cursor, next + 1).filter(|n| n.value > lower.from && percent_sign(cursor, n.end).is_some());
    upper.map_or(lower, |n| Interval { to: Some(n.value), end: n.end, ..lower })
}

fn quantity(cursor: &Cursor, at: usize, number: Interval) -> Option<PatternMatch> {
    let measured = clinging_unit(cursor, number).or_else(|| unit_after(cursor, number))?;
    let (number, unit, end) = with_inches(cursor, measured);
    let value = Value { amount: Some(number.from), amount_to: number.to, unit: Some(unit), ..Value::default() };
    Some(PatternMatch { tokens: at..end, kind: EntityKind::Quantity, value: Some(value) })
}

/// A number with its unit and the token after both.
type Measured<'a> = (Interval<'a>, String, usize);

/// "5 feet 2 inches", "12 ft 2 in".
fn with_inches<'a>(cursor: &Cursor<'a>, feet: Measured<'a>) -> Measured<'a> {
    let (number, unit, end) = feet;
    let inches = matches!(&*unit, "foot" | "ft").then(|| numbers::parse(cursor, cursor.skip(end, &["and"]))).flatten();
    let inches = inches.filter(|n| number.to.is_none() && n.value < 12.0 && n.scale == 1.0 && n.suffix.is_empty());
    match inches.filter(|n| cursor.any(n.end, &["inch", "inches", "in"])) {
        Some(inches) => (Interval { from: number.from + inches.value / 12.0, ..number }, unit, inches.end + 1),
        None => (number, unit, end),
    }
}

/// "5km", "200m": metres, unless a noun that is counted follows, as in "1.2m people".
fn clinging_unit<'a>(cursor: &Cursor<'a>, number: Interval<'a>) -> Option<Measured<'a>> {
    let millions = matches!(number.suffix, "m" | "M") && noun(cursor.word(number.end), cursor.values()).is_some();
    let unit = symbol(number.suffix, cursor.values()).filter(|_| !millions)?;
    Some((number, unit.to_owned(), number.end))
}

/// "30 miles", "12-mile", "1.2m people", "3 million barrels", "5 square kilometres".
fn unit_after<'a>(cursor: &Cursor<'a>, number: Interval<'a>) -> Option<Measured<'a>> {
    let number = match number.suffix {
        "" => number,
        "m" | "M" => number.times(1e6),
        "k" | "K" => number.times(1e3),
        _ => return None,
    };
    let at = number.end + usize::from(cursor.is_dash(number.end) && !cursor.spaced(number.end));
    if cursor.any(at, &["square", "cubic", "metric", "nautical", "sq", "sq.", "cu", "cu."]) {
        let (written, unit) = (cursor.word(at).to_lowercase(), unit_at(cursor, at + 1)?);
        let kind = if written.starts_with("sq") {
            "square"
        } else if written.starts_with("cu") {
            "cubic"
        } else {
            &written
        };
        return Some((number, format!("{kind} {unit}"), at + 2));
    }
    // "20 °C", "68°F"
    let written = cursor.is(at, "°").then(|| cursor.joined(at..at + 2)).flatten();
    if let Some(unit) = written.and_then(|unit| symbol(unit.trim_end_matches('.'), cursor.values())) {
        return Some((number, unit.to_owned(), at + 2));
    }
    if let Some(unit) = in_brackets(cursor, at) {
        return Some((number, unit.to_owned(), at + 3));
    }
    let unit = unit_at(cursor, at)?;
    let scale = cursor.word(at + 1);
    let scaled = unit == "degree" && cursor.any(at + 1, &["celsius", "fahrenheit", "centigrade", "C", "F"]);
    Some(if scaled { (number, format!("degree {scale}"), at + 2) } else { (number, unit.to_owned(), at + 1) })
}

/// The unit at a token, by its name or symbol.
pub(super) fn unit_at<'a>(cursor: &Cursor<'a>, at: usize) -> Option<&'a str> {
    let word = cursor.word(at);
    symbol(word, cursor.values()).or_else(|| noun(word, cursor.values()))
}

/// "20 [kg]", "20 (kg)": the symbol of a unit in brackets.
fn in_brackets<'a>(cursor: &Cursor<'a>, at: usize) -> Option<&'a str> {
    let brackets = matches!((cursor.word(at), cursor.word(at + 2)), ("(", ")") | ("[", "]") | ("{", "}") | ("<", ">"));
    brackets.then(|| symbol(cursor.word(at + 1), cursor.values())).flatten()
}

/// "four-mile", "16-bit" as a single token.
fn compound(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let (number, unit) = cursor.word(at).split_once('-')?;
    let unit = noun(unit, cursor.values())?;
    let amount = match class_of_part(number, cursor.values()) {
        LexicalClass::Number(number) => f64::from(number),
        _ => numbers::digits(number).filter(|(_, rest)| rest.is_empty())?.0,
    };
    let value = Value { amount: Some(amount), unit: Some(unit.to_owned()), ..Value::default() };
    Some(PatternMatch { tokens: at..at + 1, kind: EntityKind::Quantity, value: Some(value) })
}

/// The unit that a symbol stands for, if it is one: "MW", not "mw", but "mb" as well as "MB".
fn symbol<'m>(word: &str, values: Values<'m>) -> Option<&'m str> {
    let bytes = |symbol: &str| symbol.len() == 2 && symbol.ends_with('B') && symbol.eq_ignore_ascii_case(word);
    values.get(ValueKind::UnitSymbol, hash_lower(word)).filter(|symbol| *symbol == word || bytes(symbol))
}

/// The singular of a noun that is counted or measured in.
fn noun<'m>(word: &str, values: Values<'m>) -> Option<&'m str> {
    let listed = |word: &str| values.get(ValueKind::Unit, hash_lower(word));
    listed(word).or_else(|| listed(word.strip_suffix(['s', 'S'])?))
}
