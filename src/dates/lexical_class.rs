//! What the words of a text mean in an amount or a date, by their spelling alone.

use super::value::{Season, Shift, Unit};
use crate::{
    model::{Class, ValueKind, Values, hash_lower},
    tokens::{Form, Reading},
};

/// What a word can mean in an amount or a date.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum LexicalClass {
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
    /// "jan", "may": other words without a capital, which want a day or year beside them.
    SmallMonth(u8),
    /// 0 is Monday.
    Weekday(u8),
    /// "Mondays", "weekdays": days that come round every week.
    Weekdays,
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
    /// "a", "an": opens what counts one of something, and nothing else that an [`Opener`](LexicalClass::Opener) may open. It
    /// is so frequent that it is told apart.
    A,
    /// Opens an expression only together with what follows: "half", "today", "fiscal", "Q3".
    Opener,
}

/// The longest word that means anything here is shorter than this.
pub(crate) const LONGEST_WORD: usize = 24;

/// What every spelling of a text means.
pub(super) fn classes(reading: Reading) -> Vec<LexicalClass> {
    let forms = reading.tokens.forms.iter();
    let values = reading.model.values();
    forms.map(|form| of(form.word, form, values)).collect()
}

/// What a word means by its spelling.
fn of(word: &str, form: &Form, values: Values) -> LexicalClass {
    if word.len() > LONGEST_WORD {
        return LexicalClass::None;
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return ordinal_digits(word).map_or(LexicalClass::Digits, LexicalClass::Ordinal);
    }
    if form.shape.is_mark() {
        return if matches!(word, "'" | "’" | "‘") { LexicalClass::Opener } else { LexicalClass::None };
    }
    let stem = word.strip_suffix('.').filter(|stem| !stem.is_empty());
    let (stem, hash) = stem.map_or((word, form.lower), |stem| (stem, hash_lower(stem)));
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    let listed = values.get(ValueKind::AmountWord, hash);
    let in_capitals = capital || listed != Some("with capital");
    calendar_word(hash, form, values)
        .and_then(|class| if in_capitals { Some(class) } else { in_small_letters(class) })
        .or_else(|| listed.and_then(class_of).map(|class| if is_article(stem) { LexicalClass::A } else { class }))
        .or_else(|| is_plural_of_weekday(stem, values).then_some(LexicalClass::Weekdays))
        .or_else(|| form.shape.is_hyphenated().then(|| compound(stem, values)).flatten())
        .or_else(|| values.begins(ValueKind::Holiday, hash).then_some(LexicalClass::Holiday))
        .or_else(|| form.shape.has_digit().then(|| with_digits(stem, values)).flatten())
        .unwrap_or_default()
}

/// "Q3", "Dec31".
fn with_digits(word: &str, values: Values) -> Option<LexicalClass> {
    half_or_quarter(word).or_else(|| month_and_day(word, values).map(|_| LexicalClass::Opener))
}

/// "a", "an", which the list has among what opens an expression.
fn is_article(word: &str) -> bool {
    word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an")
}

/// What the list says of a word.
fn listed<'m>(word: &str, values: Values<'m>) -> Option<&'m str> {
    values.get(ValueKind::AmountWord, hash_lower(word))
}

fn calendar_word(hash: u32, form: &Form, values: Values) -> Option<LexicalClass> {
    let number = |kind| values.number(kind, hash).map(|number| number as u8);
    if form.classes.has(Class::Month) {
        number(ValueKind::Month).map(LexicalClass::Month)
    } else if form.classes.has(Class::Weekday) {
        number(ValueKind::Weekday).map(LexicalClass::Weekday)
    } else {
        None
    }
}

/// What the name of a month or day may still be without its capital.
const fn in_small_letters(class: LexicalClass) -> Option<LexicalClass> {
    if let LexicalClass::Month(month) = class { Some(LexicalClass::SmallMonth(month)) } else { None }
}

/// "Dec31", "Jan5".
pub(super) fn month_and_day(word: &str, values: Values) -> Option<(u8, u8)> {
    let digits = word.bytes().rev().take(2).take_while(u8::is_ascii_digit).count();
    let (month, day) =
        word.split_at_checked(word.len() - digits).filter(|(month, _)| digits > 0 && month.len() >= 3)?;
    let month = values.number(ValueKind::Month, hash_lower(month)).filter(|_| word.starts_with(char::is_uppercase))?;
    plain_digits(day).filter(|day| (1..=31).contains(day)).map(|day| (month as u8, day as u8))
}

/// "Mondays"; small letters are no weekday's.
fn is_plural_of_weekday(word: &str, values: Values) -> bool {
    let day = word.strip_suffix('s').filter(|day| day.ends_with("day") && day.starts_with(char::is_uppercase));
    day.is_some_and(|day| values.number(ValueKind::Weekday, hash_lower(day)).is_some())
}

/// The class that a value of the list stands for.
fn class_of(value: &str) -> Option<LexicalClass> {
    match value.split_once(' ') {
        Some((name, rest)) => named_class(name, rest).or_else(|| numbered_class(name, rest.parse().ok()?)),
        None => plain_class(value),
    }
}

fn plain_class(name: &str) -> Option<LexicalClass> {
    Some(match name {
        "the" => LexicalClass::The,
        "opener" => LexicalClass::Opener,
        "weekly" => LexicalClass::Weekdays,
        "clock" => LexicalClass::ClockWord,
        "daypart" => LexicalClass::DayPart,
        _ => return None,
    })
}

fn named_class(name: &str, value: &str) -> Option<LexicalClass> {
    match name {
        "unit" => Unit::named(value).map(LexicalClass::Unit),
        "shift" => Shift::named(value).map(LexicalClass::Shift),
        "season" => Season::named(value).map(LexicalClass::Season),
        _ => None,
    }
}

fn numbered_class(name: &str, number: u64) -> Option<LexicalClass> {
    let small = || u32::try_from(number).ok();
    match name {
        "number" => small().map(LexicalClass::Number),
        "magnitude" => Some(LexicalClass::Magnitude(number)),
        "ordinal" => small().map(LexicalClass::Ordinal),
        "decade" => u8::try_from(number).ok().map(LexicalClass::Decade),
        _ => None,
    }
}

/// "twenty-five", "thirty-first".
fn compound(word: &str, values: Values) -> Option<LexicalClass> {
    let (tens, ones) = word.split_once('-')?;
    let LexicalClass::Number(tens @ 20..100) = listed(tens, values).and_then(class_of)? else { return None };
    match listed(ones, values).and_then(class_of)? {
        LexicalClass::Number(ones @ 1..10) => Some(LexicalClass::Number(tens + ones)),
        LexicalClass::Ordinal(ones @ 1..10) if tens <= 30 => Some(LexicalClass::Ordinal(tens + ones)),
        _ => None,
    }
}

/// What part of a word with hyphens means: the "six" and the "month" of "six-month-old".
pub(crate) fn class_of_part(part: &str, values: Values) -> LexicalClass {
    listed(part, values).and_then(class_of).unwrap_or_default()
}

/// How many a word such as "million" or "bn" means.
pub(crate) fn magnitude(word: &str, values: Values) -> Option<u64> {
    match listed(word, values).and_then(class_of)? {
        LexicalClass::Magnitude(times) => Some(times),
        _ => None,
    }
}

/// "Q3", "H1", "FY26", and the words for halves of decades: "mid-1980s" stands as one word.
fn half_or_quarter(word: &str) -> Option<LexicalClass> {
    let rest = word.strip_prefix(['Q', 'H', 'q', 'h']);
    let rest = rest.or_else(|| word.strip_prefix(['F', 'C', 'f', 'c'])?.strip_prefix(['Y', 'y']))?;
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

/// The number that up to nine plain digits stand for.
pub(crate) fn plain_digits(word: &str) -> Option<u32> {
    let plain = (1..=9).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| word.parse().ok()).flatten()
}
