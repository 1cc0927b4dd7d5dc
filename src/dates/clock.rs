//! Times of day: "3:15 p.m. ET", "14:22", "20.14 GMT", "9am", "noon", "1600 GMT".

use super::{cursor::Cursor, lexical_class::LexicalClass};
use crate::model::ValueKind;
use crate::text::WordShape::{ColonTime, FourDigitTime, FullStopTime, HalfDayTime, Hour, ShortFullStopTime};

/// Whether a word of a class may begin a time of day.
pub(super) fn opens(class: LexicalClass) -> bool {
    matches!(class, LexicalClass::ClockWord | LexicalClass::Digits)
}

/// The token after the time of day that begins at `at`.
pub(super) fn parse(cursor: &Cursor, at: usize) -> Option<usize> {
    match cursor.class(at) {
        LexicalClass::ClockWord => Some(at + 1),
        LexicalClass::Digits => digits(cursor, at),
        _ => None,
    }
}

/// Whether the time is only digits, like "21.00", which may as well be a number.
pub(super) fn is_bare(cursor: &Cursor, at: usize, end: usize) -> bool {
    end == at + 1 && cursor.word(at).bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// A time by its shape alone, or by the half of the day or the zone after it.
fn digits(cursor: &Cursor, at: usize) -> Option<usize> {
    let shapes = cursor.shapes(at);
    let with_half = if shapes.has(HalfDayTime) { at + 1 } else { half_of_day(cursor, at + 1) };
    let end = zone(cursor, with_half);
    let halved = shapes.has(HalfDayTime) || with_half > at + 1;
    let zoned = end > with_half;
    let known = shapes.has_any(&[ColonTime, HalfDayTime, FullStopTime])
        || (halved || zoned) && shapes.has(ShortFullStopTime)
        || halved && shapes.has(Hour)
        || !halved && zoned && shapes.has(FourDigitTime);
    known.then_some(end).or_else(|| military(cursor, at))
}

/// "0600 hours", "at 1830 hrs".
fn military(cursor: &Cursor, at: usize) -> Option<usize> {
    let written = cursor.shapes(at).has(FourDigitTime) && cursor.any(at + 1, &["hours", "hrs"]);
    let meant = cursor.word(at).starts_with('0') || cursor.any_before(at, &["at", "by", "until", "from", "around"]);
    (written && meant).then_some(at + 2)
}

/// The token after "a.m." or "o'clock", or `at`.
fn half_of_day(cursor: &Cursor, at: usize) -> usize {
    cursor.skip(at, &["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "o’clock"])
}

/// The token after a zone, or `at`.
fn zone(cursor: &Cursor, at: usize) -> usize {
    let Some((_, end)) = cursor.phrase_value(ValueKind::Zone, at) else { return at };
    if end > at + 1 {
        return end;
    }
    // A short name wants capitals: "ET", not "et".
    if cursor.word(at).contains(|c: char| c.is_ascii_lowercase()) {
        return at;
    }
    let offset = cursor.any(at + 1, &["+", "-", "−"]) && cursor.class(at + 2) == LexicalClass::Digits;
    if offset && !cursor.spaced(at + 1) { at + 3 } else { at + 1 }
}
