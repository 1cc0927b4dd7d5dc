//! What the words of a date say, before anything is placed on the calendar.

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
pub(in super::super) type Parsed = Option<(When, usize)>;

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

impl Unit {
    /// By its name in the list of words.
    pub(in super::super) fn named(name: &str) -> Option<Unit> {
        Some(match name {
            "day" => Unit::Day,
            "week" => Unit::Week,
            "weekend" => Unit::Weekend,
            "fortnight" => Unit::Fortnight,
            "month" => Unit::Month,
            "quarter" => Unit::Quarter,
            "year" => Unit::Year,
            "decade" => Unit::Decade,
            "century" => Unit::Century,
            _ => return None,
        })
    }
}

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// By its name in the list of words.
    pub(in super::super) fn named(name: &str) -> Option<Season> {
        Some(match name {
            "spring" => Season::Spring,
            "summer" => Season::Summer,
            "autumn" => Season::Autumn,
            "winter" => Season::Winter,
            _ => return None,
        })
    }
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

impl Shift {
    /// By its name in the list of words.
    pub(in super::super) fn named(name: &str) -> Option<Shift> {
        Some(match name {
            "last" => Shift::Last,
            "this" => Shift::This,
            "next" => Shift::Next,
            "same" => Shift::Same,
            "following" => Shift::Following,
            "previous" => Shift::Previous,
            _ => return None,
        })
    }
}

/// A holiday by its name.
#[derive(Debug, PartialEq)]
pub(crate) struct Holiday {
    /// The words of its name in lower case, without apostrophes.
    pub(crate) name: &'static [&'static str],
    pub(crate) rule: Rule,
}

/// How a holiday's day follows from the year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Rule {
    /// Month and day.
    Fixed(u8, u8),
    /// Month, weekday (0 is Monday) and which of them.
    Nth(u8, u8, u8),
    /// Month and weekday, the last of them.
    Last(u8, u8),
    /// Days after Easter Sunday of the western churches.
    Easter(i16),
    /// Days after the fourth Thursday in November.
    AfterThanksgiving(u8),
    /// The Tuesday after the first Monday in November.
    Election,
}
