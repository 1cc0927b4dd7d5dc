//! Numbers in digits and words: "4.5bn", "1,000.50", "two hundred and fifty", "half a billion", "two dozen".

use super::words::{Meaning, Words};

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number<'a> {
    /// With its magnitude multiplied in.
    pub(super) value: f64,
    /// The magnitude: 1 if there is none.
    pub(super) scale: f64,
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

/// The number that begins at a token, with the upper end if a range is written: "4-5 billion", "two to three".
pub(super) fn interval<'a>(words: &Words<'a>, at: usize) -> Option<Interval<'a>> {
    parse(words, at).map(|number| extended(words, number))
}

/// A number with the upper end that may follow it; the lower end takes the magnitude of the upper one.
pub(super) fn extended<'a>(words: &Words<'a>, lower: Number<'a>) -> Interval<'a> {
    let alone = Interval { from: lower.value, to: None, suffix: lower.suffix, end: lower.end };
    let joined = words.is_dash(lower.end) && words.spaced(lower.end) == words.spaced(lower.end + 1);
    if !(joined || words.is(lower.end, "to")) {
        return alone;
    }
    let Some(upper) = parse(words, lower.end + 1) else { return alone };
    let from = if lower.scale == 1.0 && lower.value < 1_000.0 { lower.value * upper.scale } else { lower.value };
    let fits = from < upper.value && (lower.suffix.is_empty() || lower.suffix == upper.suffix);
    if fits { Interval { from, to: Some(upper.value), suffix: upper.suffix, end: upper.end } } else { alone }
}

/// What a number word means by itself, in lower case.
pub(super) fn word(lower: &str) -> Option<Meaning> {
    small(lower).map(Meaning::Number).or_else(|| magnitude(lower).map(Meaning::Magnitude)).or_else(|| {
        let (tens, ones) = lower.split_once('-')?;
        let (tens, ones) =
            (small(tens).filter(|n| (20..100).contains(n))?, small(ones).filter(|n| (1..10).contains(n))?);
        Some(Meaning::Number(tens + ones))
    })
}

fn small(lower: &str) -> Option<u32> {
    Some(match lower {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

fn magnitude(lower: &str) -> Option<u64> {
    Some(match lower {
        "dozen" => 12,
        "hundred" => 100,
        "thousand" => 1_000,
        "lakh" | "lakhs" => 100_000,
        "million" | "mln" | "mn" | "mil" => 1_000_000,
        "crore" | "crores" => 10_000_000,
        "billion" | "bn" | "bln" => 1_000_000_000,
        "trillion" | "trn" | "tn" | "trln" => 1_000_000_000_000,
        _ => return None,
    })
}

/// The number that begins at a token.
pub(super) fn parse<'a>(words: &Words<'a>, at: usize) -> Option<Number<'a>> {
    match words.meaning(at) {
        Meaning::Digits => in_digits(words, at),
        Meaning::Number(_) => in_words(words, at),
        _ => indefinite(words, at),
    }
}

fn in_digits<'a>(words: &Words<'a>, at: usize) -> Option<Number<'a>> {
    clinging(words, words.word(at), at)
}

/// The number in `digits`, which end with the token at `at`, with the magnitudes after it.
pub(super) fn clinging<'a>(words: &Words<'a>, text: &'a str, at: usize) -> Option<Number<'a>> {
    let (value, suffix) = digits(text)?;
    let clinging = magnitude(&suffix.to_ascii_lowercase()).map(|times| times as f64);
    if clinging.is_none() && !suffix.is_empty() {
        return Some(Number { value, scale: 1.0, suffix, end: at + 1 });
    }
    let (scale, end) = magnitudes(words, at + 1);
    let scale = scale * clinging.unwrap_or(1.0);
    Some(Number { value: value * scale, scale, suffix: "", end })
}

/// The magnitudes that follow, multiplied: "3 hundred thousand". A hyphen may stand before each: "5-million".
fn magnitudes(words: &Words, mut at: usize) -> (f64, usize) {
    let mut scale = 1.0;
    for _ in 0..2 {
        let next = at + usize::from(words.is_dash(at) && !words.spaced(at));
        let Meaning::Magnitude(times) = words.meaning(next) else { break };
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
    let last_group = number.rsplit(',').next().unwrap_or("");
    let decimal_comma = number.matches(',').count() == 1 && !number.contains('.') && last_group.len() != 3;
    let plain = if decimal_comma { number.replace(',', ".") } else { number.replace(',', "") };
    let value: f64 = plain.parse().ok()?;
    let (fraction, rest) = fraction(rest);
    Some((value + fraction, rest))
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
fn in_words<'a>(words: &Words<'a>, start: usize) -> Option<Number<'a>> {
    let (mut total, mut group, mut at) = (0.0, 0.0, start);
    while at < start + LONGEST {
        let next = at + usize::from(at > start && joins(words, at));
        match words.meaning(next) {
            Meaning::Number(n) if at == start || may_add(group, n) => group += n as f64,
            Meaning::Magnitude(100 | 12) if group < 100.0 && next == at => {
                group *= if words.is(next, "dozen") { 12.0 } else { 100.0 };
            }
            Meaning::Magnitude(times) if group > 0.0 && next == at => {
                total += group * times as f64;
                group = 0.0;
            }
            _ => break,
        }
        at = next + 1;
    }
    let (value, end) = match and_a_half(words, at) {
        Some(end) => (total + group + 0.5, end),
        None => (total + group, at),
    };
    let (scale, end) = magnitudes(words, end);
    Some(Number { value: value * scale, scale, suffix: "", end })
}

/// "two hundred and fifty", "Twenty-five": what may stand between the words of a number.
fn joins(words: &Words, at: usize) -> bool {
    let after_magnitude = matches!(words.meaning(at - 1), Meaning::Magnitude(times) if times != 12);
    words.is(at, "and") && after_magnitude || words.is_dash(at) && !words.spaced(at)
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

fn and_a_half(words: &Words, at: usize) -> Option<usize> {
    (words.is(at, "and") && words.is(at + 1, "a") && words.is(at + 2, "half")).then_some(at + 3)
}

/// "a million", "half a billion", "a quarter of a million", "a dozen", "half a dozen".
fn indefinite<'a>(words: &Words<'a>, at: usize) -> Option<Number<'a>> {
    let (share, next) = if words.is(at, "half") {
        (0.5, at + 1)
    } else if words.is(at, "a") && words.is(at + 1, "quarter") && words.is(at + 2, "of") {
        (0.25, at + 3)
    } else {
        (1.0, at)
    };
    let article = words.any(next, &["a", "an"]);
    let (scale, end) = magnitudes(words, next + 1);
    (article && end > next + 1).then_some(Number { value: share * scale, scale, suffix: "", end })
}
