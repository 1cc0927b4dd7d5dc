//! What a word can be in a written date, by the lists of the calendar and the grammar of dates in digits.

use crate::{
    Date,
    dates::{self, When, YearOf},
    model::{ParagraphClass, ParagraphClasses, ParagraphWords, ValueKind, hash_lower},
    text::{
        ShapeSet,
        WordShape::{
            self, ColonTime, FullStopDate, FullStopTime, HalfDayTime, ShortFullStopTime, YearFirstDate, YearLastDate,
        },
    },
};

/// The shapes that are asked for here: times of day, and these with dates.
const CLOCKS: &[WordShape] = &[ColonTime, HalfDayTime, FullStopTime, ShortFullStopTime];
const SHAPES: &[WordShape] =
    &[ColonTime, HalfDayTime, FullStopTime, ShortFullStopTime, FullStopDate, YearFirstDate, YearLastDate];

/// What a word can be in a line that says when an article was published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DateWord {
    #[default]
    None,
    /// A whole date: "2025-06-30", "3-Nov-2025".
    Date(Date),
    /// A year, also with a time of day that clings to it: "202511:42".
    Year(i32),
    /// A number that may be a day of a month: "3", "03", "3rd".
    Day(u8),
    /// 1 is January.
    Month(u8),
    Weekday,
    /// A time of day: "3:15", "7pm".
    Clock,
    /// A label before a date: "updated".
    Label,
    /// What else stands beside a date: "at", "GMT".
    Beside,
}

impl DateWord {
    /// What a word can be, as it is written, which few are asked for, and in lower case.
    pub(super) fn of<'t>(
        word: impl FnOnce() -> &'t str,
        lower: &str,
        classes: ParagraphClasses,
        lists: &ParagraphWords,
    ) -> DateWord {
        if lower.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            return number(word(), lower, lists).unwrap_or_default();
        }
        let offset = || lower.starts_with("gmt") || lower.starts_with("utc");
        match () {
            () if classes.has(ParagraphClass::Calendar) => of_calendar(word(), lower, lists),
            () if classes.has(ParagraphClass::DateLabel) => DateWord::Label,
            () if classes.has(ParagraphClass::BesideDate) || offset() => DateWord::Beside,
            () => DateWord::None,
        }
    }

    /// Whether it belongs to a date or time, but is none by itself.
    pub(super) const fn goes_with_date(self) -> bool {
        matches!(self, DateWord::Label | DateWord::Beside)
    }
}

/// The name of a month or weekday, or a zone of the clock, whose short names want capitals.
#[inline(never)]
fn of_calendar(word: &str, lower: &str, lists: &ParagraphWords) -> DateWord {
    let number = |kind| lists.values.number(kind, hash_lower(lower));
    if let Some(month) = number(ValueKind::Month) {
        return DateWord::Month(month as u8);
    }
    match number(ValueKind::Weekday) {
        Some(_) => DateWord::Weekday,
        None if word.contains(char::is_lowercase) => DateWord::None,
        None => DateWord::Beside,
    }
}

/// What begins with a digit: few words do.
#[inline(never)]
fn number(word: &str, lower: &str, lists: &ParagraphWords) -> Option<DateWord> {
    let part = || year(word, lower).map(DateWord::Year).or_else(|| day(lower).map(DateWord::Day));
    // Digits alone are no date and no time of day.
    if lower.bytes().all(|byte| byte.is_ascii_digit()) {
        return part();
    }
    let shapes = ShapeSet::among(SHAPES, word);
    let date = || in_digits(lower, shapes).or_else(|| with_month(lower, lists)).map(DateWord::Date);
    let clock = || is_clock(shapes).then_some(DateWord::Clock);
    date().or_else(part).or_else(clock)
}

/// "2025-06-30", "2025-06-30T10:00Z", "30.6.2025", "6/30/2025". Where both orders are possible, the month stands first
/// between slashes.
fn in_digits(word: &str, shapes: ShapeSet) -> Option<Date> {
    let before_time = word.split_once('t').map(|(day, _)| (day, ShapeSet::among(SHAPES, day)));
    let (written, shapes) = before_time.unwrap_or((word, shapes));
    match dates::in_digits(written, shapes)? {
        When::Day { month, day, year: YearOf::Is(year), .. } => Date::new(year, month, day),
        When::Numeric { first, second, year: Some(year) } => {
            let (day_first, month_first) = (Date::new(year, second, first), Date::new(year, first, second));
            if written.contains('/') { month_first.or(day_first) } else { day_first.or(month_first) }
        }
        _ => None,
    }
}

/// "3-Nov-2025", "3/November/2025".
fn with_month(word: &str, lists: &ParagraphWords) -> Option<Date> {
    match dates::in_one_word(word, lists.values)? {
        When::Day { month, day, year: YearOf::Is(year), .. } => Date::new(year, month, day),
        _ => None,
    }
}

/// "2025", also with a time of day or a word glued to it: "202511:42", "2025Updated".
fn year(word: &str, lower: &str) -> Option<i32> {
    let (digits, rest) = lower.split_at_checked(4)?;
    let is_word =
        |rest: &str| rest.len() > 2 && rest.starts_with(char::is_uppercase) && !rest.contains(char::is_numeric);
    let is_year = rest.is_empty()
        || rest.contains(':') && is_clock(ShapeSet::among(CLOCKS, rest))
        || word.get(4..).is_some_and(is_word);
    let number = is_year.then(|| digits.parse::<i32>().ok())??;
    (1700..=2200).contains(&number).then_some(number)
}

/// "3", "03", "3rd".
fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = &word[digits.len()..];
    let is_day = digits.len() <= 2 && matches!(ending, "" | "st" | "nd" | "rd" | "th");
    is_day.then(|| digits.parse().ok())?
}

fn is_clock(shapes: ShapeSet) -> bool {
    shapes.has_any(CLOCKS)
}
