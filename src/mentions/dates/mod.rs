//! Dates and times as they are written: what the words say, before anything is placed on the calendar.
//!
//! [`parse`] reads the expression that begins at a token: a single date ([`single`]), a time of day before or after it
//! ([`clock`]), and a second date that makes it a range.

mod clock;
mod full;
pub(super) mod holidays;
mod periods;
mod relative;

pub(crate) use holidays::{Holiday, Rule};

use super::words::{Meaning, Season, Unit, Words};
use std::ops::Range;

/// A date or time expression and its words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DateMention {
    pub(crate) tokens: Range<usize>,
    /// The date that the words give; none for a time of day by itself.
    pub(crate) when: Option<When>,
    /// The time of day with its zone.
    pub(crate) time: Option<Range<usize>>,
}

impl DateMention {
    /// Whether it is a time of day without a date.
    pub(crate) fn is_time(&self) -> bool {
        self.when.is_none()
    }
}

/// What the words of a date say.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum When {
    /// "Monday, May 18, 2015", "30 June", "2025-06-30".
    Day { weekday: Option<u8>, month: u8, day: u8, year: YearOf },
    /// "6/7/2025", whose order is open.
    Numeric { first: u8, second: u8, year: Option<i32> },
    /// "the 19th", "Friday 26th".
    DayOfMonth { day: u8 },
    /// "March 2025", "in May".
    Month { month: u8, year: YearOf },
    /// "the third quarter of 2025"; 1 to 4.
    Quarter { quarter: u8, year: YearOf },
    /// "the first half of 2024"; 1 or 2.
    Half { half: u8, year: YearOf },
    /// "spring", "the summer of 2012".
    Season { season: Season, year: YearOf },
    /// "2016", "last year".
    Year(YearOf),
    /// "2026-27": two years that follow each other, as of a school, a budget or a league.
    TwinYear(i32),
    /// "fiscal 2026".
    FiscalYear(i32),
    /// "the 1990s": its first year.
    Decade(i32),
    /// "the 19th century": 19.
    Century(i32),
    /// "Sunday"; 0 is Monday.
    Weekday(u8),
    /// "last Friday" (-1), "the following Tuesday" (1).
    WeekdayOf { weekday: u8, weeks: i32, from: Origin },
    /// "Saturday next week" (1): the words name the week.
    WeekdayInWeek { weekday: u8, weeks: i32 },
    /// "today" (0 days), "last week" (-1 week), "two years ago" (-2 years), "the next day" (1 day from a date before it).
    Offset { count: i32, unit: Unit, from: Origin },
    /// "the past three years" (-3), "the next two weeks" (2): up to or from the origin.
    Window { count: i32, unit: Unit },
    /// "the end of the year".
    EndOf(Unit),
    /// "overnight": last night and this morning.
    Overnight,
    /// "Christmas Day".
    Holiday { holiday: &'static Holiday, year: YearOf },
    /// "November 20 to December 11".
    Range(Box<End>, Box<End>),
}

/// One end of a range.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct End {
    pub(crate) tokens: Range<usize>,
    pub(crate) when: When,
    /// Whether its own words say which date it is: "June 1" but not the "3" of "June 1-3".
    pub(crate) complete: bool,
}

/// Which year a date names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearOf {
    /// None.
    Open,
    /// "2016"
    Is(i32),
    /// "last year" (-1), "this year" (0), "next year" (1).
    Shift(i32),
    /// "the same year", "that year".
    Same,
    /// "next June": the first after publication.
    Next,
    /// "last June": the last before publication.
    Last,
}

/// What a distance is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The day of publication.
    Publication,
    /// The date before it in the text.
    Previous,
}

/// A single date and the token after it.
pub(super) type Parsed = Option<(When, usize)>;

/// The date or time expression that begins at a token.
pub(super) fn parse(words: &Words, at: usize) -> Option<DateMention> {
    if words.meaning(at) == Meaning::None || is_recurring(words, at) {
        return None;
    }
    time_first(words, at).or_else(|| date_first(words, at))
}

/// "every Monday", "each spring", "on a normal Thursday", "the first Saturday": no date.
fn is_recurring(words: &Words, at: usize) -> bool {
    let counted = matches!(words.before(at, 1), "other" | "single")
        || at > words.start && matches!(words.meaning(at - 1), Meaning::Ordinal(_));
    let back = 1 + usize::from(counted);
    let usual = ["normal", "typical", "usual", "regular", "average"].contains(&words.before(at, 1));
    if matches!(words.meaning(at), Meaning::Weekday(_)) && (usual || counted) {
        return true;
    }
    ["every", "each"].iter().any(|word| words.before(at, back).eq_ignore_ascii_case(word))
}

/// "3:15 p.m. ET", "at 11:40 p.m. on Monday".
fn time_first(words: &Words, at: usize) -> Option<DateMention> {
    let time_end = clock::parse(words, at)?;
    let next = words.skip(words.skip(time_end, &[","]), &["on"]);
    let date = single(words, next).filter(|(when, _)| !matches!(when, When::Year(_)));
    let bare_clock = words.word(at).contains('.') && clock::is_bare(words, at, time_end);
    match date {
        Some((when, end)) => Some(DateMention { tokens: at..end, when: Some(when), time: Some(at..time_end) }),
        None if bare_clock => None,
        None => Some(DateMention { tokens: at..time_end, when: None, time: Some(at..time_end) }),
    }
}

/// "Sunday", "March 24, 2026 11:52 AM", "November 20 to December 11".
fn date_first(words: &Words, at: usize) -> Option<DateMention> {
    let (when, end) = range(words, at).or_else(|| single(words, at))?;
    let time_at = words.skip(words.skip(end, &[",", "-", "–", "·", "|"]), &["at"]);
    let time_end = clock::parse(words, time_at).filter(|_| is_day(&when));
    let time = time_end.map(|time_end| time_at..time_end);
    Some(DateMention { tokens: at..time_end.unwrap_or(end), when: Some(when), time })
}

fn is_day(when: &When) -> bool {
    matches!(
        when,
        When::Day { .. }
            | When::Numeric { .. }
            | When::Weekday(_)
            | When::WeekdayOf { .. }
            | When::WeekdayInWeek { .. }
            | When::Offset { unit: Unit::Day, .. }
    )
}

/// One date without a time of day.
fn single(words: &Words, at: usize) -> Parsed {
    full::parse(words, at)
        .or_else(|| holidays::parse(words, at))
        .or_else(|| periods::parse(words, at))
        .or_else(|| relative::parse(words, at))
}

/// "November 20 to December 11", "2015-2023", "5-6 September 2019", "between May and June", "June 1-3".
fn range(words: &Words, at: usize) -> Parsed {
    full::days_of_one_month(words, at).or_else(|| two_dates(words, at))
}

fn two_dates(words: &Words, at: usize) -> Parsed {
    let (first, first_end) = single(words, at)?;
    let second_at = joined(words, at, first_end)?;
    if let Some((second, end)) = full::same_month(words, &first, second_at) {
        return range_of((first, at..first_end, true), (second, second_at..end, false));
    }
    let (second, end) = single(words, second_at).or_else(|| periods::short_year(words, &first, second_at))?;
    let first = with_year_of(first, &second);
    range_of((first, at..first_end, true), (second, second_at..end, true))
}

/// The token after what joins two dates into a range.
fn joined(words: &Words, start: usize, at: usize) -> Option<usize> {
    let between = words.any_before(start, &["between"]);
    let dash = words.is_dash(at) && words.spaced(at) == words.spaced(at + 1);
    let to = words.any(at, &["to", "through", "until", "till"]);
    (dash || to || between && words.is(at, "and")).then_some(at + 1)
}

/// "March to August 2011": the first month is of the same year.
fn with_year_of(first: When, second: &When) -> When {
    let year = match second {
        When::Day { year: YearOf::Is(year), .. } | When::Month { year: YearOf::Is(year), .. } => YearOf::Is(*year),
        _ => return first,
    };
    match first {
        When::Day { weekday, month, day, year: YearOf::Open } => When::Day { weekday, month, day, year },
        When::Month { month, year: YearOf::Open } => When::Month { month, year },
        other => other,
    }
}

fn range_of(first: (When, Range<usize>, bool), second: (When, Range<usize>, bool)) -> Parsed {
    if !can_bound(&first.0, &second.0) {
        return None;
    }
    let after = second.1.end;
    let end = |(when, tokens, complete)| Box::new(End { tokens, when, complete });
    Some((When::Range(end(first), end(second)), after))
}

/// Whether two dates are of sorts that bound a range together.
fn can_bound(first: &When, second: &When) -> bool {
    match (first, second) {
        (When::Year(YearOf::Is(a)), When::Year(YearOf::Is(b))) => a < b,
        (When::Range(..), _) | (_, When::Range(..)) => false,
        _ => true,
    }
}
