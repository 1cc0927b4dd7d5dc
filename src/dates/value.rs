//! What the words of a date say, before anything is placed on the calendar.

use crate::model::table_enum;
use std::ops::Range;

/// A date or time expression and its words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DateMention {
    pub(crate) tokens: Range<usize>,
    /// The date that the words give; none for a time of day by itself.
    pub(crate) when: Option<When>,
    /// The time of day with its zone.
    pub(crate) time: Option<Range<usize>>,
    /// How often it comes round; then it lies on no day of its own.
    pub(crate) every: Option<Every>,
}

/// "every second Friday": 2 weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Every {
    pub(crate) count: u32,
    pub(crate) unit: Unit,
}

impl DateMention {
    /// Whether it is a time of day without a date.
    pub(crate) fn is_time(&self) -> bool {
        self.when.is_none() && self.every.is_none()
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
    DayOfMonth { day: u8, weekday: Option<u8> },
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
    /// "the coming Thursday", "this past Wednesday": the first such day after or before publication.
    WeekdayBeside { weekday: u8, ahead: bool },
    /// "Saturday next week" (1): the words name the week.
    WeekdayInWeek { weekday: u8, weeks: i32 },
    /// "today" (0 days), "last week" (-1 week), "two years ago" (-2 years), "the next day" (1 day from a date before it).
    Offset { count: i32, unit: Unit, from: Origin },
    /// "the next four business days" (4), the "two working days ago" (-2).
    BusinessDays(i32),
    /// "in the past 24 hours" (-24), "within two hours" (2), "30 minutes later" (0): up to or from the origin.
    Hours { count: i32, from: Origin },
    /// "for two weeks starting May 20".
    Starting { count: i32, unit: Unit, date: Box<End> },
    /// "week 3 of 2027", by ISO 8601.
    WeekNumber { week: u8, year: YearOf },
    /// "the past three years" (-3), "the next two weeks" (2): up to or from the origin.
    Window { count: i32, unit: Unit },
    /// "within nine months": from the origin on.
    Within { count: i32, unit: Unit },
    /// "in two weeks", where the sentence looks ahead: so far from publication.
    Ahead { count: i32, unit: Unit },
    /// "two weeks ago" (-2), "a month from now" (1): so far from publication.
    Away { count: i32, unit: Unit },
    /// "three days after Friday" (3): so far from another date.
    AwayFrom { count: i32, unit: Unit, from: Box<End> },
    /// "the Monday after Easter" (1), "Sunday three weeks before Christmas" (-3): that many such days from another date.
    WeekdayFrom { weekday: u8, count: i32, from: Box<End> },
    /// "earlier this year", "later this week": the part of the unit before or after publication.
    PartOf { later: bool, unit: Unit },
    /// "the week of July 14": the unit that holds a date.
    Holding { unit: Unit, date: Box<End> },
    /// "the first Monday of May" (1), "the last week of 2021" (-1), "the first two weeks of May".
    Nth { nth: i32, count: i32, of: NthUnit, period: Box<End> },
    /// "the end of the year".
    EndOf(Unit),
    /// "overnight": last night and this morning.
    Overnight,
    /// "Christmas Day".
    Holiday { rule: Rule, year: YearOf },
    /// "November 20 to December 11".
    Range(Box<End>, Box<End>),
}

/// What is counted within a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NthUnit {
    /// 0 is Monday.
    Weekday(u8),
    Unit(Unit),
}

/// One end of a range, or the date that another one is counted from.
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

table_enum! {
    /// A unit of the calendar, with its name in the list of words.
    pub(crate) enum Unit: &str {
        Day = "day",
        Week = "week",
        Weekend = "weekend",
        Fortnight = "fortnight",
        Month = "month",
        Quarter = "quarter",
        Year = "year",
        Decade = "decade",
        Century = "century",
    }
}

impl Unit {
    /// By its name in the list of words.
    pub(super) fn named(name: &str) -> Option<Unit> {
        row_named(Unit::ALL, name)
    }

    /// Its name in the singular.
    pub(crate) const fn name(self) -> &'static str {
        Unit::ALL[self as usize].1
    }
}

table_enum! {
    /// A season of the northern year, with its name in the list of words.
    pub(crate) enum Season: &str {
        Spring = "spring",
        Summer = "summer",
        Autumn = "autumn",
        Winter = "winter",
    }
}

impl Season {
    /// By its name in the list of words.
    pub(super) fn named(name: &str) -> Option<Season> {
        row_named(Season::ALL, name)
    }
}

table_enum! {
    /// A word that moves a unit away from where it is counted, with its name in the list of words.
    pub(crate) enum Shift: &str {
        /// "last", "past".
        Last = "last",
        /// "this", "current".
        This = "this",
        /// "next", "coming".
        Next = "next",
        /// "same", "that": seen from a date before it in the text.
        Same = "same",
        /// "following": seen from a date before it in the text.
        Following = "following",
        /// "previous", "preceding": seen from a date before it in the text.
        Previous = "previous",
    }
}

impl Shift {
    /// By its name in the list of words.
    pub(super) fn named(name: &str) -> Option<Shift> {
        row_named(Shift::ALL, name)
    }
}

fn row_named<T: Copy>(rows: &[(T, &str)], name: &str) -> Option<T> {
    rows.iter().find(|(_, row)| *row == name).map(|(value, _)| *value)
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
    /// Month and day in each year from [`FIRST_OF_TABLE`] on, for feasts of a moon that is sighted or computed elsewhere.
    Table([u16; YEARS_OF_TABLE]),
}

/// The first year of a table of holidays.
pub(crate) const FIRST_OF_TABLE: i32 = 2010;
/// How many years it has.
pub(crate) const YEARS_OF_TABLE: usize = 21;

impl Rule {
    /// The rule as the list of holidays writes it: "fixed 12 25".
    pub(super) fn written(text: &str) -> Option<Rule> {
        let mut words = text.split(' ');
        let name = words.next()?;
        let mut number = || words.next()?.parse::<i16>().ok();
        Some(match name {
            "fixed" => Rule::Fixed(number()? as u8, number()? as u8),
            "nth" => Rule::Nth(number()? as u8, number()? as u8, number()? as u8),
            "last" => Rule::Last(number()? as u8, number()? as u8),
            "easter" => Rule::Easter(number()?),
            "thanksgiving" => Rule::AfterThanksgiving(number()? as u8),
            "election" => Rule::Election,
            "table" => {
                let mut days = [0; YEARS_OF_TABLE];
                for day in &mut days {
                    *day = number()? as u16;
                }
                Rule::Table(days)
            }
            _ => return None,
        })
    }
}
