//! Numbers in digits and words: "4.5bn", "1,000.50", "two hundred and fifty", "half a billion", "two dozen".

use crate::{
    dates::{Cursor, LexicalClass, magnitude},
    model::ValueKind,
};
use std::cell::OnceCell;

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number<'a> {
    /// With its magnitude multiplied in.
    pub(super) value: f64,
    /// The magnitude: 1 if there is none.
    pub(super) scale: f64,
    /// Whether a comma stands before its thousands.
    pub(super) grouped: bool,
    /// Letters that cling to the digits and are no magnitude beyond doubt: "m", "km", "C".
    pub(super) suffix: &'a str,
    /// The token after it.
    pub(super) end: usize,
}

/// One number, or the lower and upper end of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Interval<'a> {
    pub(super) from: f64,
    pub(super) to: Option<f64>,
    /// As [`Number::suffix`], of the last number.
    pub(super) suffix: &'a str,
    /// The token after it.
    pub(super) end: usize,
}

impl<'a> Interval<'a> {
    /// The same in hundredths, thousands and so on.
    pub(super) fn times(self, factor: f64) -> Interval<'a> {
        Interval { from: self.from * factor, to: self.to.map(|to| to * factor), ..self }
    }
}

/// A token at which several patterns look for a number.
pub(super) struct Opening<'c, 'a> {
    pub(super) cursor: &'c Cursor<'a>,
    pub(super) at: usize,
    number: OnceCell<Option<Interval<'a>>>,
}

impl<'c, 'a> Opening<'c, 'a> {
    pub(super) fn new(cursor: &'c Cursor<'a>, at: usize) -> Opening<'c, 'a> {
        Opening { cursor, at, number: OnceCell::new() }
    }

    /// The number that begins there, read once.
    pub(super) fn number(&self) -> Option<Interval<'a>> {
        *self.number.get_or_init(|| interval(self.cursor, self.at))
    }
}

/// Whether a word may begin a number.
pub(super) fn opens(word: &str, class: LexicalClass) -> bool {
    match class {
        LexicalClass::None => false,
        LexicalClass::Digits | LexicalClass::Number(_) => true,
        _ => ["a", "an", "half", "quarter"].iter().any(|opener| word.eq_ignore_ascii_case(opener)),
    }
}

/// The number that begins at a token, with the upper end if a range is written: "4-5 billion", "two to three".
pub(super) fn interval<'a>(cursor: &Cursor<'a>, at: usize) -> Option<Interval<'a>> {
    parse(cursor, at).map(|number| extended(cursor, at, number))
}

/// A number that begins at `at`, with the upper end that may follow it; the lower end takes the magnitude of the upper one.
pub(super) fn extended<'a>(cursor: &Cursor<'a>, at: usize, lower: Number<'a>) -> Interval<'a> {
    let alone = Interval { from: lower.value, to: None, suffix: lower.suffix, end: lower.end };
    if !joins_range(cursor, at, lower.end) {
        return alone;
    }
    let Some(upper) = parse(cursor, lower.end + 1) else { return alone };
    let from = in_magnitude(lower, upper);
    let fits = from < upper.value && (lower.suffix.is_empty() || lower.suffix == upper.suffix);
    if fits { Interval { from, to: Some(upper.value), suffix: upper.suffix, end: upper.end } } else { alone }
}

/// Whether the token at `joint` leads from the lower end of a range, which begins at `start`, to the upper one.
pub(super) fn joins_range(cursor: &Cursor, start: usize, joint: usize) -> bool {
    if cursor.is_dash(joint) {
        return cursor.spaced(joint) == cursor.spaced(joint + 1);
    }
    let between = || cursor.any_before(start, &["between"]);
    cursor.is(joint, "to") && !is_change(cursor, start) || cursor.is(joint, "and") && between()
}

/// Whether an amount says by how much something changed: "fell $38m to $402m", "up more than 5 feet to 12 feet".
fn is_change(cursor: &Cursor, amount: usize) -> bool {
    const REACH: usize = 3;
    let near = (1..=REACH.min(amount)).map(|back| amount - back);
    // Only words that make the amount inexact may stand between.
    let inexact = |at: usize| {
        cursor.value(ValueKind::Approximation, at).is_some() || cursor.any(at, &["than", "more", "less", "another"])
    };
    let mut near = near.take_while(|&at| at + 1 == amount || inexact(at + 1));
    near.any(|at| cursor.value(ValueKind::Change, at).is_some())
}

/// The lower end of a range in the magnitude of the upper one: "2.48-2.52 billion", "5-8,000".
pub(super) fn in_magnitude(lower: Number, upper: Number) -> f64 {
    if lower.scale != 1.0 || lower.value >= 1_000.0 {
        return lower.value;
    }
    let grouped = upper.scale == 1.0 && upper.grouped && lower.value * 1_000.0 < upper.value;
    lower.value * if grouped { 1_000.0 } else { upper.scale }
}

/// The number that begins at a token.
pub(super) fn parse<'a>(cursor: &Cursor<'a>, at: usize) -> Option<Number<'a>> {
    match cursor.class(at) {
        LexicalClass::Digits => in_digits(cursor, at),
        LexicalClass::Number(_) => shares(cursor, at).or_else(|| in_words(cursor, at)),
        _ => indefinite(cursor, at),
    }
}

fn in_digits<'a>(cursor: &Cursor<'a>, at: usize) -> Option<Number<'a>> {
    if let Some(found) = written_fraction(cursor, at).or_else(|| in_groups(cursor, at)) {
        return Some(found);
    }
    clinging(cursor, cursor.word(at), at)
}

/// "1 000 000", "5 000": thousands behind blanks; of "12 100 metres" each number may be one by itself.
fn in_groups<'a>(cursor: &Cursor<'a>, at: usize) -> Option<Number<'a>> {
    let group = |at: usize| cursor.digits(at).filter(|_| cursor.word(at).len() == 3);
    let mut value = f64::from(cursor.digits(at).filter(|&first| first < 1_000)?);
    group(at + 1).filter(|&second| second == 0 || group(at + 2).is_some())?;
    let mut next = at + 1;
    while let Some(digits) = group(next).filter(|_| next < at + LONGEST) {
        (value, next) = (value * 1_000.0 + f64::from(digits), next + 1);
    }
    let (scale, end) = magnitudes(cursor, next);
    Some(Number { value: value * scale, scale, grouped: true, suffix: "", end })
}

/// "1/4", "5 1/2".
fn written_fraction<'a>(cursor: &Cursor<'a>, at: usize) -> Option<Number<'a>> {
    if let Some(value) = fraction_at(cursor, at) {
        return Some(Number { value, scale: 1.0, grouped: false, suffix: "", end: at + 3 });
    }
    let whole = cursor.digits(at).filter(|_| cursor.class(at + 1) == LexicalClass::Digits)?;
    let value = f64::from(whole) + fraction_at(cursor, at + 1)?;
    Some(Number { value, scale: 1.0, grouped: false, suffix: "", end: at + 4 })
}

/// A fraction of three tokens: a half, a third, and what else is measured in.
fn fraction_at(cursor: &Cursor, at: usize) -> Option<f64> {
    let tight = cursor.is(at + 1, "/") && !cursor.spaced(at + 1) && !cursor.spaced(at + 2);
    let (above, below) = tight.then(|| Some((cursor.digits(at)?, cursor.digits(at + 2)?)))??;
    let usual = matches!(below, 2 | 3 | 4 | 5 | 8 | 10 | 16 | 32);
    (above > 0 && above < below && usual).then(|| f64::from(above) / f64::from(below))
}

/// The number in `digits`, which end with the token at `at`, with the magnitudes after it.
pub(super) fn clinging<'a>(cursor: &Cursor<'a>, text: &'a str, at: usize) -> Option<Number<'a>> {
    let (value, suffix) = digits(text)?;
    let clinging = if suffix.is_empty() { None } else { magnitude(suffix, cursor.values()) }.map(|times| times as f64);
    if clinging.is_none() && !suffix.is_empty() {
        return Some(Number { value, scale: 1.0, grouped: false, suffix, end: at + 1 });
    }
    let (scale, end) = magnitudes(cursor, at + 1);
    let scale = scale * clinging.unwrap_or(1.0);
    Some(Number { value: value * scale, scale, grouped: text.contains(','), suffix: "", end })
}

/// The magnitudes that follow, multiplied: "3 hundred thousand". A hyphen may stand before each: "5-million".
pub(super) fn magnitudes(cursor: &Cursor, mut at: usize) -> (f64, usize) {
    let mut scale = 1.0;
    for _ in 0..2 {
        let next = at + usize::from(cursor.is_dash(at) && !cursor.spaced(at));
        let LexicalClass::Magnitude(times) = cursor.class(next) else { break };
        scale *= times as f64;
        at = next + 1;
    }
    (scale, at)
}

/// The number at the beginning of a word, and the letters after it.
pub(super) fn digits(word: &str) -> Option<(f64, &str)> {
    let length = word.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(word.len());
    let (number, rest) = word.split_at(length);
    let number = number.trim_end_matches(['.', ',']);
    let value: f64 = match number.contains(',') {
        true => without_groups(number).parse().ok()?,
        false => number.parse().ok()?,
    };
    let (fraction, rest) = fraction(rest);
    Some((value + fraction, rest))
}

/// A number with commas as programs write it: "1,234.5", "1.234,56", "2,5".
fn without_groups(number: &str) -> String {
    let last_group = number.rsplit(',').next().unwrap_or("");
    let decimal_comma = number.matches(',').count() == 1 && !number.contains('.') && last_group.len() != 3;
    let european = number.find('.').zip(number.find(',')).is_some_and(|(stop, comma)| stop < comma);
    let plain = if european { number.replace('.', "") } else { number.to_owned() };
    plain.replace(',', if decimal_comma || european { "." } else { "" })
}

fn fraction(rest: &str) -> (f64, &str) {
    let value = match rest.chars().next() {
        Some('½') => 0.5,
        Some('¼') => 0.25,
        Some('¾') => 0.75,
        _ => return (0.0, rest),
    };
    (value, &rest['½'.len_utf8()..])
}

/// The longest number in words takes this many tokens: "two hundred and twenty five thousand".
const LONGEST: usize = 10;

/// "two hundred and fifty", "twenty-five thousand", "two and a half million".
fn in_words<'a>(cursor: &Cursor<'a>, start: usize) -> Option<Number<'a>> {
    let (mut total, mut group, mut at) = (0.0, 0.0, start);
    while at < start + LONGEST {
        let next = at + usize::from(at > start && joins(cursor, at));
        match cursor.class(next) {
            LexicalClass::Number(n) if at == start || may_add(group, n) => group += n as f64,
            LexicalClass::Magnitude(100 | 12) if group < 100.0 && next == at => {
                group *= if cursor.is(next, "dozen") { 12.0 } else { 100.0 };
            }
            LexicalClass::Magnitude(times) if group > 0.0 && next == at => {
                total += group * times as f64;
                group = 0.0;
            }
            _ => break,
        }
        at = next + 1;
    }
    let (value, end) = match and_a_half(cursor, at) {
        Some(end) => (total + group + 0.5, end),
        None => (total + group, at),
    };
    let (scale, end) = magnitudes(cursor, end);
    Some(Number { value: value * scale, scale, grouped: false, suffix: "", end })
}

/// "two hundred and fifty", "Twenty-five": what may stand between the words of a number.
fn joins(cursor: &Cursor, at: usize) -> bool {
    let after_magnitude = matches!(cursor.class(at - 1), LexicalClass::Magnitude(times) if times != 12);
    cursor.is(at, "and") && after_magnitude || cursor.is_dash(at) && !cursor.spaced(at)
}

fn may_add(group: f64, next: u32) -> bool {
    let room = if group % 100.0 == 0.0 {
        100
    } else if group % 10.0 == 0.0 && group % 100.0 >= 20.0 {
        10
    } else {
        0
    };
    next < room
}

fn and_a_half(cursor: &Cursor, at: usize) -> Option<usize> {
    (cursor.is(at, "and") && cursor.is(at + 1, "a") && cursor.is(at + 2, "half")).then_some(at + 3)
}

/// "three quarters of a billion", "two thirds of a million".
fn shares<'a>(cursor: &Cursor<'a>, at: usize) -> Option<Number<'a>> {
    let LexicalClass::Number(count @ 2..=9) = cursor.class(at) else { return None };
    let part_at = at + 1 + usize::from(cursor.is_dash(at + 1));
    let whole = part_of_whole(cursor, part_at)?;
    share_of(cursor, f64::from(count) / whole, part_at + 1)
}

/// How many parts make a whole: 4 for "quarters".
fn part_of_whole(cursor: &Cursor, at: usize) -> Option<f64> {
    let parts = [("thirds", 3.0), ("quarters", 4.0), ("fifths", 5.0), ("eighths", 8.0), ("tenths", 10.0)];
    parts.into_iter().find(|(word, _)| cursor.is(at, word)).map(|(_, whole)| whole)
}

/// A share of the magnitude in "of a billion".
fn share_of<'a>(cursor: &Cursor<'a>, share: f64, of: usize) -> Option<Number<'a>> {
    let one = cursor.is(of, "of") && cursor.any(of + 1, &["a", "an", "one"]);
    let (scale, end) = magnitudes(cursor, of + 2);
    (one && scale >= 1_000.0).then_some(Number { value: share * scale, scale, grouped: false, suffix: "", end })
}

/// "half million", "a quarter million".
fn share<'a>(cursor: &Cursor<'a>, share: f64, at: usize) -> Option<Number<'a>> {
    let (scale, end) = magnitudes(cursor, at);
    (scale >= 1_000.0).then_some(Number { value: share * scale, scale, grouped: false, suffix: "", end })
}

/// "a million", "half a billion", "a quarter of a million", "a dozen", "half a dozen".
fn indefinite<'a>(cursor: &Cursor<'a>, at: usize) -> Option<Number<'a>> {
    // The last words that may lead to one are "a quarter of a".
    const REACH: usize = 5;
    if !(at + 1..=at + REACH).any(|at| matches!(cursor.class(at), LexicalClass::Magnitude(_))) {
        return None;
    }
    let quarter = cursor.skip(at, &["a"]);
    if cursor.is(quarter, "quarter") && !cursor.is(quarter + 1, "of") {
        return share(cursor, 0.25, quarter + 1);
    }
    if cursor.is(at, "half") && !cursor.any(at + 1, &["a", "an"]) {
        return share(cursor, 0.5, at + 1);
    }
    let (share, next) = if cursor.is(at, "half") {
        (0.5, at + 1)
    } else if cursor.is(at, "a") && cursor.is(at + 1, "quarter") && cursor.is(at + 2, "of") {
        (0.25, at + 3)
    } else {
        (1.0, at)
    };
    let article = cursor.any(next, &["a", "an"]);
    let (scale, end) = magnitudes(cursor, next + 1);
    (article && end > next + 1).then_some(Number { value: share * scale, scale, grouped: false, suffix: "", end })
}
