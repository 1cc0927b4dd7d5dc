//! Times of day: "3:15 p.m. ET", "14:22", "20.14 GMT", "9am", "noon", "1600 GMT".

use super::super::words::{Meaning, Words, plain_digits};

/// The token after the time of day that begins at `at`.
pub(super) fn parse(words: &Words, at: usize) -> Option<usize> {
    match words.meaning(at) {
        Meaning::ClockWord => Some(at + 1),
        Meaning::Digits => digits(words, at),
        _ => None,
    }
}

/// Whether the time is only digits, like "21.00", which may as well be a number.
pub(super) fn is_bare(words: &Words, at: usize, end: usize) -> bool {
    end == at + 1 && words.word(at).bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

fn digits(words: &Words, at: usize) -> Option<usize> {
    let (clock, half) = split_half(words.word(at));
    let after_half = if half { at + 1 } else { half_of_day(words, at + 1) };
    let end = zone(words, after_half);
    let marked = half || after_half > at + 1;
    let (hours, minutes) = match clock.split_once([':', '.']) {
        Some((hours, minutes)) => (plain_digits(hours)?, two_digits(minutes.split(':').next()?)?),
        None if marked => (plain_digits(clock)?, 0),
        None => (four_digits(clock).filter(|_| end > at + 1 || words.is(at + 1, "hours"))?, 0),
    };
    let known = marked || clock.contains(':') || end > at + 1 || two_digits(clock.split('.').next()?).is_some();
    (known && hours < 25 && minutes < 60).then_some(end)
}

/// "9am" is the clock "9" and its half of the day.
fn split_half(word: &str) -> (&str, bool) {
    let at = word.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(word.len());
    let (clock, half) = word.split_at(at);
    (clock, is_half(half))
}

fn is_half(word: &str) -> bool {
    ["am", "pm", "a.m.", "p.m.", "a.m", "p.m"].iter().any(|half| word.eq_ignore_ascii_case(half))
}

fn half_of_day(words: &Words, at: usize) -> usize {
    let spelled = words.any(at, &["o'clock", "o’clock"]);
    at + usize::from(is_half(words.word(at)) || spelled)
}

fn two_digits(word: &str) -> Option<u32> {
    plain_digits(word).filter(|_| word.len() == 2)
}

/// "1600" is 16 hours.
fn four_digits(word: &str) -> Option<u32> {
    plain_digits(word).filter(|n| word.len() == 4 && n % 100 < 60).map(|n| n / 100)
}

const ZONES: &[&str] = &[
    "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "AKST", "HST", "AST", "ADT", "NST",
    "GMT", "UTC", "BST", "WET", "CET", "CEST", "EET", "EEST", "MSK", "TRT", "IST", "PKT", "NPT", "ICT", "WIB", "SGT",
    "HKT", "PHT", "JST", "KST", "AWST", "ACST", "AEST", "AEDT", "NZST", "NZDT", "FJT", "EAT", "CAT", "WAT", "SAST",
    "BRT", "ART", "CLT", "COT", "PET", "VET", "GST", "Z",
];

/// The token after a zone, or `at`.
fn zone(words: &Words, at: usize) -> usize {
    if ZONES.contains(&words.word(at)) {
        let offset = words.any(at + 1, &["+", "-", "−"]) && words.meaning(at + 2) == Meaning::Digits;
        return if offset && !words.spaced(at + 1) { at + 3 } else { at + 1 };
    }
    let named = ["local", "Eastern", "Central", "Mountain", "Pacific", "Atlantic", "Greenwich", "Moscow", "Beijing"];
    let time = (at + 1..at + 3).find(|&next| words.is(next, "time"));
    match time.filter(|_| words.any(at, &named)) {
        Some(time) => time + 1,
        None => at,
    }
}
