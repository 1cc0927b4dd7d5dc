//! What the words of a text mean in an amount or a date, looked up once for each spelling.

use super::{addresses, dates::holidays, money, numbers, tickers};
use crate::{
    text::{ShapeSet, WordShape, chars::is_dash},
    tokens::Reading,
};
use std::ops::Range;

/// What a word can mean in an amount or a date.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Meaning {
    #[default]
    None,
    /// Begins with a digit.
    Digits,
    /// "two", "twenty-five".
    Number(u32),
    /// "hundred", "million": what the number before it is multiplied by.
    Magnitude(u64),
    /// "first" to "thirty-first" and "1st" to "31st", and on to "99th".
    Ordinal(u32),
    /// 1 is January.
    Month(u8),
    /// 0 is Monday.
    Weekday(u8),
    Unit(Unit),
    Season(Season),
    /// "morning", "night".
    DayPart,
    /// "noon", "midnight".
    ClockWord,
    /// "last", "this", "next".
    Shift(Shift),
    /// "the fifties": the first year within a century.
    Decade(u8),
    /// A sign or name that may open or close a sum of money, a ticker or an address.
    Sign,
    /// Opens an expression only together with what follows: "the", "a", "today", "Christmas".
    Opener,
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A word that moves a unit away from where it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shift {
    /// "last", "past".
    Last,
    /// "this", "current".
    This,
    /// "next", "coming".
    Next,
    /// "same", "that": seen from a date before it in the text.
    Same,
    /// "following": seen from a date before it in the text.
    Following,
    /// "previous", "preceding": seen from a date before it in the text.
    Previous,
}

/// The words of one block, with what they mean.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) reading: Reading<'a>,
    /// One entry for every spelling of the text.
    pub(super) meanings: &'a [Meaning],
    /// The tokens of the block end before this one; nothing is read beyond it.
    pub(super) end: usize,
    /// And begin here.
    pub(super) start: usize,
}

impl<'a> Words<'a> {
    pub(super) fn meaning(&self, at: usize) -> Meaning {
        if !(self.start..self.end).contains(&at) {
            return Meaning::None;
        }
        self.meanings[self.reading.tokens.tokens[at].form as usize]
    }

    /// The word at a token, or nothing outside the block.
    pub(super) fn word(&self, at: usize) -> &'a str {
        if (self.start..self.end).contains(&at) { self.reading.word(at) } else { "" }
    }

    /// The shapes of the word at a token; none outside the block.
    pub(super) fn shapes(&self, at: usize) -> ShapeSet {
        if (self.start..self.end).contains(&at) { self.reading.tokens.shapes(at) } else { ShapeSet::default() }
    }

    /// The text of tokens that no space parts, as one word: "9984.T", "6/30/2025".
    pub(super) fn joined(&self, tokens: Range<usize>) -> Option<&'a str> {
        let tight = tokens.start >= self.start && tokens.end <= self.end && !tokens.is_empty();
        let tight = tight && !tokens.clone().skip(1).any(|token| self.spaced(token));
        tight.then(|| self.reading.tokens.span(tokens).of(self.reading.text))
    }

    /// Whether tokens that no space parts have a shape together.
    pub(super) fn joined_is(&self, shape: WordShape, tokens: Range<usize>) -> bool {
        self.joined(tokens).is_some_and(|word| self.reading.model.shapes().is(shape, word))
    }

    /// The shapes of several tokens that were joined.
    pub(super) fn shapes_of(&self, joined: &str) -> ShapeSet {
        self.reading.model.shapes().of(joined)
    }

    /// The word `back` tokens before `at`.
    pub(super) fn before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    pub(super) fn any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    /// Whether any of the words stands directly before `at`.
    pub(super) fn any_before(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.any(before, words))
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        let word = self.word(at);
        word == "--" || word.chars().next().is_some_and(is_dash) && word.chars().count() == 1
    }

    /// Whether white space stands before a token.
    pub(super) fn spaced(&self, at: usize) -> bool {
        (self.start..self.end).contains(&at) && self.reading.tokens.tokens[at].spaced
    }

    /// `at + 1` if the word there is one of `words`, else `at`.
    pub(super) fn skip(&self, at: usize, words: &[&str]) -> usize {
        at + usize::from(self.any(at, words))
    }

    /// Whether a unit stands in the singular.
    pub(super) fn is_one(&self, at: usize) -> bool {
        !self.word(at).ends_with(['s', 'S'])
    }

    /// The plain digits at a token, without separators.
    pub(super) fn digits(&self, at: usize) -> Option<u32> {
        plain_digits(self.word(at))
    }

    /// A whole number in digits or words: "12", "twelve", "a".
    pub(super) fn count(&self, at: usize) -> Option<u32> {
        match self.meaning(at) {
            Meaning::Number(number) => Some(number),
            Meaning::Digits => self.digits(at).filter(|&n| n <= 10_000),
            _ if self.any(at, &["a", "an"]) => Some(1),
            _ => None,
        }
    }
}

pub(super) fn plain_digits(word: &str) -> Option<u32> {
    let plain = (1..=9).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| word.parse().ok()).flatten()
}

/// What every spelling of the text means.
pub(super) fn meanings(reading: Reading) -> Vec<Meaning> {
    let forms = reading.tokens.forms.iter();
    forms.map(|form| meaning_of(form.spelling(reading.text), form.shapes)).collect()
}

/// The longest word that means anything here is shorter than this.
const LONGEST_WORD: usize = 24;

fn meaning_of(word: &str, shapes: ShapeSet) -> Meaning {
    if word.len() > LONGEST_WORD {
        return Meaning::None;
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return ordinal_digits(word).map_or(Meaning::Digits, Meaning::Ordinal);
    }
    let lower = word.to_lowercase();
    let lower = if lower.len() > 1 { lower.strip_suffix('.').unwrap_or(&lower) } else { &lower };
    calendar_word(word, lower)
        .or_else(|| unit(lower).map(Meaning::Unit))
        .or_else(|| shift(lower).map(Meaning::Shift))
        .or_else(|| numbers::word(lower))
        .or_else(|| ordinal_word(lower).map(Meaning::Ordinal))
        .or_else(|| other_word(lower))
        .or_else(|| is_sign(word, shapes).then_some(Meaning::Sign))
        .unwrap_or_default()
}

fn calendar_word(word: &str, lower: &str) -> Option<Meaning> {
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    let verb_too = matches!(lower, "may" | "march" | "mar" | "sun" | "sat" | "wed" | "dec" | "sep" | "jan" | "mon");
    if verb_too && !capital {
        return None;
    }
    month(lower).map(Meaning::Month).or_else(|| weekday(lower).map(Meaning::Weekday))
}

fn month(lower: &str) -> Option<u8> {
    Some(match lower {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

fn weekday(lower: &str) -> Option<u8> {
    Some(match lower {
        "monday" | "mon" => 0,
        "tuesday" | "tue" | "tues" => 1,
        "wednesday" | "wed" => 2,
        "thursday" | "thu" | "thur" | "thurs" => 3,
        "friday" | "fri" => 4,
        "saturday" | "sat" => 5,
        "sunday" | "sun" => 6,
        _ => return None,
    })
}

fn unit(lower: &str) -> Option<Unit> {
    Some(match lower {
        "day" | "days" => Unit::Day,
        "week" | "weeks" => Unit::Week,
        "weekend" | "weekends" => Unit::Weekend,
        "fortnight" | "fortnights" => Unit::Fortnight,
        "month" | "months" => Unit::Month,
        "quarter" | "quarters" => Unit::Quarter,
        "year" | "years" => Unit::Year,
        "decade" | "decades" => Unit::Decade,
        "century" | "centuries" => Unit::Century,
        _ => return None,
    })
}

fn shift(lower: &str) -> Option<Shift> {
    Some(match lower {
        "last" | "past" => Shift::Last,
        "this" | "current" => Shift::This,
        "next" | "coming" | "upcoming" => Shift::Next,
        "same" | "that" => Shift::Same,
        "following" => Shift::Following,
        "previous" | "preceding" | "prior" => Shift::Previous,
        _ => return None,
    })
}

fn other_word(lower: &str) -> Option<Meaning> {
    Some(match lower {
        "spring" => Meaning::Season(Season::Spring),
        "summer" => Meaning::Season(Season::Summer),
        "autumn" | "fall" => Meaning::Season(Season::Autumn),
        "winter" => Meaning::Season(Season::Winter),
        "morning" | "afternoon" | "evening" | "night" => Meaning::DayPart,
        "noon" | "midnight" | "midday" => Meaning::ClockWord,
        "twenties" => Meaning::Decade(20),
        "thirties" => Meaning::Decade(30),
        "forties" => Meaning::Decade(40),
        "fifties" => Meaning::Decade(50),
        "sixties" => Meaning::Decade(60),
        "seventies" => Meaning::Decade(70),
        "eighties" => Meaning::Decade(80),
        "nineties" => Meaning::Decade(90),
        "the" | "a" | "an" | "half" | "today" | "tonight" | "yesterday" | "tomorrow" | "overnight" | "fiscal" => {
            Meaning::Opener
        }
        "'" | "’" | "‘" => Meaning::Opener,
        _ if holidays::opens(lower) => Meaning::Opener,
        _ => return half_or_quarter(lower),
    })
}

fn is_sign(word: &str, shapes: ShapeSet) -> bool {
    money::opens(word) || tickers::opens(word, shapes) || addresses::opens(shapes)
}

/// "Q3", "H1", "FY26", and the words for halves of decades: "mid-1980s" stands as one word.
fn half_or_quarter(lower: &str) -> Option<Meaning> {
    let rest = lower.strip_prefix(['q', 'h']).or_else(|| lower.strip_prefix("fy"))?;
    (!rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit())).then_some(Meaning::Opener)
}

/// "1st", "22nd", "30th".
fn ordinal_digits(word: &str) -> Option<u32> {
    let stem = ["st", "nd", "rd", "th"].iter().find_map(|end| {
        let at = word.len().checked_sub(2)?;
        word.get(at..)?.eq_ignore_ascii_case(end).then(|| &word[..at])
    })?;
    plain_digits(stem).filter(|&n| n < 1000)
}

const ORDINALS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// "first" to "thirty-first".
fn ordinal_word(lower: &str) -> Option<u32> {
    let (tens, rest) = match lower.split_once('-') {
        Some(("twenty", rest)) => (20, rest),
        Some(("thirty", rest)) => (30, rest),
        _ if lower == "thirtieth" => return Some(30),
        _ => (0, lower),
    };
    ORDINALS.iter().position(|&ordinal| ordinal == rest).map(|at| tens + at as u32 + 1)
}
