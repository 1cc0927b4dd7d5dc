//! Times of day: "3:15 p.m. ET", "14:22", "20.14 GMT", "9am", "noon", "1600 GMT".

use super::super::words::{Meaning, Words};
use crate::text::WordShape::{ColonTime, FourDigitTime, FullStopTime, HalfDayTime, Hour, ShortFullStopTime};

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

/// A time by its shape alone, or by the half of the day or the zone after it.
fn digits(words: &Words, at: usize) -> Option<usize> {
    let shapes = words.shapes(at);
    let with_half = if shapes.has(HalfDayTime) { at + 1 } else { half_of_day(words, at + 1) };
    let end = zone(words, with_half);
    let halved = shapes.has(HalfDayTime) || with_half > at + 1;
    let zoned = end > with_half;
    let known = shapes.has_any(&[ColonTime, HalfDayTime, FullStopTime])
        || (halved || zoned) && shapes.has(ShortFullStopTime)
        || halved && shapes.has(Hour)
        || !halved && zoned && shapes.has(FourDigitTime);
    known.then_some(end)
}

/// The token after "a.m." or "o'clock", or `at`.
fn half_of_day(words: &Words, at: usize) -> usize {
    words.skip(at, &["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "o’clock"])
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
