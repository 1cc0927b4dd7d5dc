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
    numbers::opens(spelling)
}

/// The percentage or quantity that begins at a token.
pub(super) fn parse(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
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
    if cursor.any(at, &["%", "percent", "pct", "pct."]) {
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
    let (number, unit, end) = clinging_unit(cursor, number).or_else(|| unit_after(cursor, number))?;
    let value = Value { amount: Some(number.from), amount_to: number.to, unit: Some(unit), ..Value::default() };
    Some(PatternMatch { tokens: at..end, kind: EntityKind::Quantity, value: Some(value) })
}

/// A number with its unit and the token after both.
type Measured<'a> = (Interval<'a>, String, usize);

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
    Some((number, unit.to_owned(), at + 1))
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
