//! Percentages and numbers with a unit: "4.75%", "12 to 15 percent", "200m", "1.2m people", "30 miles".

use super::{
    PatternMatch,
    numbers::{self, Interval},
};
use crate::{
    dates::{Cursor, Spelling},
    model::{ValueKind, Values, hash_lower},
    report::{EntityKind, Value},
};

/// Whether a word may begin a percentage or quantity.
pub(super) fn opens(spelling: &Spelling) -> bool {
    let compound = || spelling.word.split_once('-').is_some_and(|(_, unit)| noun(unit, spelling.values).is_some());
    numbers::opens(spelling) || compound()
}

/// The percentage or quantity that begins at a token.
pub(super) fn parse(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    if let Some(found) = compound(cursor, at) {
        return Some(found);
    }
    let number = numbers::interval(cursor, at)?;
    percent(cursor, at, number).or_else(|| quantity(cursor, at, number))
}

fn percent(cursor: &Cursor, at: usize, number: Interval) -> Option<PatternMatch> {
    let number = after_first_sign(cursor, number);
    let end = percent_sign(cursor, number.end)?;
    let points = cursor.any(end, &["point", "points"]);
    let unit = points.then(|| "percentage point".to_owned());
    let value = Value { amount: Some(number.from), amount_to: number.to, unit, ..Value::default() };
    Some(PatternMatch { tokens: at..end + usize::from(points), kind: EntityKind::Percent, value: Some(value) })
}

/// The token after "%", "percent", "per cent", "pct" or "percentage" before "points".
fn percent_sign(cursor: &Cursor, at: usize) -> Option<usize> {
    if cursor.any(at, &["%", "percent", "percents", "pct", "pct.", "٪", "％"]) {
        return Some(at + 1);
    }
    if cursor.is(at, "per") && cursor.is(at + 1, "cent") {
        return Some(at + 2);
    }
    let points = cursor.is(at, "percentage") && cursor.any(at + 1, &["point", "points"]);
    points.then_some(at + 1)
}

/// "3% to 5%": the sign may stand after the lower end too.
fn after_first_sign<'a>(cursor: &Cursor<'a>, lower: Interval<'a>) -> Interval<'a> {
    let Some(next) = percent_sign(cursor, lower.end).filter(|_| lower.to.is_none()) else { return lower };
    if !(cursor.is(next, "to") || cursor.is_dash(next)) {
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
    if cursor.any(at, &["square", "cubic", "metric", "nautical"]) {
        let unit = noun(cursor.word(at + 1), cursor.values())?;
        return Some((number, format!("{} {unit}", cursor.word(at).to_lowercase()), at + 2));
    }
    let unit = symbol(cursor.word(at), cursor.values()).or_else(|| noun(cursor.word(at), cursor.values()))?;
    Some(per_unit(cursor, number, unit, at + 1))
}

/// "km/h", "mg/kg": what the unit is counted per.
fn per_unit<'a>(cursor: &Cursor<'a>, number: Interval<'a>, unit: &str, end: usize) -> Measured<'a> {
    let tight = cursor.is(end, "/") && !cursor.spaced(end) && !cursor.spaced(end + 1);
    let other = cursor.word(end + 1);
    let known = matches!(other, "h" | "s") || symbol(other, cursor.values()).is_some();
    if tight && known { (number, format!("{unit}/{other}"), end + 2) } else { (number, unit.to_owned(), end) }
}

/// "four-mile", "16-bit" as a single token.
fn compound(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let (number, unit) = cursor.word(at).split_once('-')?;
    let unit = noun(unit, cursor.values())?;
    let amount = match number_word(number, cursor.values()) {
        Some(number) => f64::from(number),
        None => numbers::digits(number).filter(|(_, rest)| rest.is_empty())?.0,
    };
    let value = Value { amount: Some(amount), unit: Some(unit.to_owned()), ..Value::default() };
    Some(PatternMatch { tokens: at..at + 1, kind: EntityKind::Quantity, value: Some(value) })
}

/// The number that a word stands for.
fn number_word(word: &str, values: Values) -> Option<u32> {
    values.get(ValueKind::AmountWord, hash_lower(word))?.strip_prefix("number ")?.parse().ok()
}

/// The unit that a symbol stands for, if it is one: "MW", not "mw".
fn symbol<'m>(word: &str, values: Values<'m>) -> Option<&'m str> {
    values.get(ValueKind::UnitSymbol, hash_lower(word)).filter(|symbol| *symbol == word)
}

/// The singular of a noun that is counted or measured in.
fn noun<'m>(word: &str, values: Values<'m>) -> Option<&'m str> {
    let listed = |word: &str| values.get(ValueKind::Unit, hash_lower(word));
    listed(word).or_else(|| listed(word.strip_suffix(['s', 'S'])?))
}
