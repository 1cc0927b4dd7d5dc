//! What the words of a text mean in an amount or a date, by their spelling alone.

use super::dates::{
    holiday_list,
    value::{Season, Shift, Unit},
};

/// What a word can mean in an amount or a date.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum LexicalClass {
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
    /// "Christmas", "Boxing": begins the name of a holiday.
    Holiday,
    /// "the".
    The,
    /// Opens an expression only together with what follows: "a", "today", "fiscal", "Q3".
    Opener,
}

/// The longest word that means anything here is shorter than this.
pub(super) const LONGEST_WORD: usize = 24;

/// What a word means by its spelling.
pub(super) fn of(word: &str) -> LexicalClass {
    if word.len() > LONGEST_WORD {
        return LexicalClass::None;
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return ordinal_digits(word).map_or(LexicalClass::Digits, LexicalClass::Ordinal);
    }
    let lower = word.to_lowercase();
    let lower = if lower.len() > 1 { lower.strip_suffix('.').unwrap_or(&lower) } else { &lower };
    calendar_word(word, lower)
        .or_else(|| unit(lower).map(LexicalClass::Unit))
        .or_else(|| shift(lower).map(LexicalClass::Shift))
        .or_else(|| number_word(lower))
        .or_else(|| ordinal_word(lower).map(LexicalClass::Ordinal))
        .or_else(|| other_word(lower))
        .unwrap_or_default()
}

fn calendar_word(word: &str, lower: &str) -> Option<LexicalClass> {
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    let verb_too = matches!(lower, "may" | "march" | "mar" | "sun" | "sat" | "wed" | "dec" | "sep" | "jan" | "mon");
    if verb_too && !capital {
        return None;
    }
    month(lower).map(LexicalClass::Month).or_else(|| weekday(lower).map(LexicalClass::Weekday))
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

fn other_word(lower: &str) -> Option<LexicalClass> {
    Some(match lower {
        "spring" => LexicalClass::Season(Season::Spring),
        "summer" => LexicalClass::Season(Season::Summer),
        "autumn" | "fall" => LexicalClass::Season(Season::Autumn),
        "winter" => LexicalClass::Season(Season::Winter),
        "morning" | "afternoon" | "evening" | "night" => LexicalClass::DayPart,
        "noon" | "midnight" | "midday" => LexicalClass::ClockWord,
        "twenties" => LexicalClass::Decade(20),
        "thirties" => LexicalClass::Decade(30),
        "forties" => LexicalClass::Decade(40),
        "fifties" => LexicalClass::Decade(50),
        "sixties" => LexicalClass::Decade(60),
        "seventies" => LexicalClass::Decade(70),
        "eighties" => LexicalClass::Decade(80),
        "nineties" => LexicalClass::Decade(90),
        "the" => LexicalClass::The,
        "a" | "an" | "half" | "today" | "tonight" | "yesterday" | "tomorrow" | "overnight" | "fiscal" => {
            LexicalClass::Opener
        }
        "'" | "’" | "‘" => LexicalClass::Opener,
        _ if holiday_list::begins(lower) => LexicalClass::Holiday,
        _ => return half_or_quarter(lower),
    })
}

/// "Q3", "H1", "FY26", and the words for halves of decades: "mid-1980s" stands as one word.
fn half_or_quarter(lower: &str) -> Option<LexicalClass> {
    let rest = lower.strip_prefix(['q', 'h']).or_else(|| lower.strip_prefix("fy"))?;
    (!rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit())).then_some(LexicalClass::Opener)
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

/// What a number word means by itself, in lower case.
fn number_word(lower: &str) -> Option<LexicalClass> {
    small(lower).map(LexicalClass::Number).or_else(|| magnitude(lower).map(LexicalClass::Magnitude)).or_else(|| {
        let (tens, ones) = lower.split_once('-')?;
        let (tens, ones) =
            (small(tens).filter(|n| (20..100).contains(n))?, small(ones).filter(|n| (1..10).contains(n))?);
        Some(LexicalClass::Number(tens + ones))
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

/// How many a magnitude means, in lower case.
pub(super) fn magnitude(lower: &str) -> Option<u64> {
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

/// The number that up to nine plain digits stand for.
pub(super) fn plain_digits(word: &str) -> Option<u32> {
    let plain = (1..=9).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| word.parse().ok()).flatten()
}
