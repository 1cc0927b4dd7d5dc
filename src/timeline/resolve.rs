//! What the words of a date say, placed on the calendar the way news means it.

use super::{
    calendar::{self, DateRange},
    day_month_order::DayOrder,
    tense::{self, Tense},
};
use crate::{
    Date, Precision,
    dates::{When, YearOf},
    tokens::Reading,
};
use std::ops::Range;

/// A date on the calendar.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) range: DateRange,
    pub(super) precision: Precision,
    /// How it was worked out, in plain words.
    pub(super) basis: String,
    /// Whether another reading is as likely.
    pub(super) ambiguous: bool,
    /// The ends of a range that are dates by themselves, with their tokens.
    pub(super) ends: Vec<(Range<usize>, Placed)>,
}

impl Placed {
    pub(super) fn new(range: DateRange, precision: Precision, basis: impl Into<String>) -> Placed {
        Placed { range, precision, basis: basis.into(), ambiguous: false, ends: Vec::new() }
    }

    pub(super) fn ambiguous_if(self, ambiguous: bool) -> Placed {
        Placed { ambiguous: self.ambiguous || ambiguous, ..self }
    }
}

/// What a date is read against.
pub(super) struct Context {
    pub(super) published: Option<Date>,
    pub(super) order: DayOrder,
    /// The tense of the clause that is being read.
    pub(super) tense: Tense,
    /// The block that is being read.
    pub(super) block: usize,
    pub(super) sentence: usize,
    pub(super) previous: Option<Previous>,
    /// The last date that does not lie ahead.
    pub(super) previous_told: Option<Previous>,
    /// The last day within the week before publication, and its block.
    pub(super) recent_day: Option<(Date, usize)>,
    /// Whether it stands between quotation marks.
    pub(super) quoted: bool,
}

/// The date before in the text.
#[derive(Clone, Copy)]
pub(super) struct Previous {
    pub(super) range: DateRange,
    pub(super) precision: Precision,
    /// Whether the words gave the year.
    pub(super) with_year: bool,
    pub(super) block: usize,
    pub(super) sentence: usize,
}

impl Context {
    pub(super) fn new(published: Option<Date>, order: DayOrder) -> Context {
        Context {
            published,
            order,
            tense: Tense::Open,
            block: 0,
            sentence: 0,
            previous: None,
            previous_told: None,
            recent_day: None,
            quoted: false,
        }
    }

    /// Turns to the date at these tokens.
    pub(super) fn enter(&mut self, reading: Reading, tokens: &Range<usize>) {
        self.sentence = reading.tokens.sentence_of(tokens.start);
        self.block = reading.tokens.sentences[self.sentence].block;
        self.tense = tense::around(reading, tokens);
        self.quoted = reading.tokens.quotations.outermost_at(tokens.start).is_some();
    }

    /// Keeps a date for those after it that are counted from it.
    pub(super) fn remember(&mut self, when: &When, placed: Placed) {
        const RECENT: i64 = 7;
        let with_year = has_year(when) || placed.basis == IN_TOLD_YEAR;
        let Placed { range, precision, .. } = placed;
        let previous = Previous { range, precision, with_year, block: self.block, sentence: self.sentence };
        self.previous = Some(previous);
        let age = self.published.map(|published| published.days() - range.from.days());
        if age.is_none_or(|age| age >= 0) {
            self.previous_told = Some(previous);
        }
        if precision == Precision::Day && age.is_some_and(|age| (0..=RECENT).contains(&age)) {
            self.recent_day = Some((range.from, self.block));
        }
    }

    /// The date on the calendar, unless what it is counted from is not known.
    pub(super) fn place(&self, when: &When) -> Option<Placed> {
        match when {
            &When::Day { weekday, month, day, year } => self.weekday_and_day(weekday, month, day, year),
            &When::Numeric { first, second, year } => self.numeric(first, second, year),
            &When::DayOfMonth { day, weekday } => self.day_of_month(day, weekday),
            &When::Month { month, year } => self.month(month, year),
            &When::Quarter { quarter, year } => self.quarter(quarter, year),
            &When::Half { half, year } => {
                self.recurring(year, Precision::Season, "such half-year", &|year| Some(calendar::half(year, half)))
            }
            &When::Season { season, year } => self.season(season, year),
            &When::Year(year) => self.whole_year(year),
            &When::TwinYear(first) => {
                Some(Placed::new(calendar::years(first, first + 1), Precision::Range, WRITTEN_OUT))
            }
            &When::FiscalYear(year) => {
                let basis = format!("fiscal {year}, taken as the calendar year");
                Some(Placed::new(calendar::years(year, year), Precision::Year, basis).ambiguous_if(true))
            }
            &When::Decade(first) => {
                Some(Placed::new(calendar::years(first, first + 9), Precision::Decade, WRITTEN_OUT))
            }
            &When::Century(number) => Some(Placed::new(calendar::century(number), Precision::Century, WRITTEN_OUT)),
            &When::Weekday(weekday) => self.weekday(weekday),
            &When::WeekdayOf { weekday, weeks, from } => self.weekday_of(weekday, weeks, from),
            &When::WeekdayInWeek { weekday, weeks } => self.weekday_in_week(weekday, weeks),
            &When::Offset { count, unit, from } => self.offset(count, unit, from),
            &When::BusinessDays(count) => self.business_days(count),
            &When::Hours { count, from } => self.hours(count, from),
            When::Starting { count, unit, date } => self.starting(*count, *unit, date),
            &When::WeekNumber { week, year } => {
                self.recurring(year, Precision::Week, "such week", &|year| Some(calendar::numbered_week(year, week)))
            }
            &When::Window { count, unit } => self.window(count, unit),
            &When::WeekdayBeside { weekday, ahead } => self.weekday_beside(weekday, ahead),
            &When::Within { count, unit } => self.within(count, unit),
            &When::Ahead { count, unit } => self.ahead(count, unit),
            &When::Away { count, unit } => self.away(count, unit),
            When::WeekdayFrom { weekday, count, from } => self.weekday_from(*weekday, *count, from),
            When::AwayFrom { count, unit, from } => self.away_from(*count, *unit, from),
            &When::PartOf { later, unit } => self.part_of(later, unit),
            When::Holding { unit, date } => self.holding(*unit, date),
            When::Nth { nth, count, of, period } => self.nth(*nth, *count, *of, period),
            &When::EndOf(unit) => self.end_of(unit),
            When::Overnight => self.overnight(),
            &When::Holiday { rule, year } => self.recurring(year, Precision::Day, "such day", &|year| {
                Some(DateRange::day(calendar::holiday(rule, year)))
            }),
            When::Range(first, last) => self.range(first, last),
        }
    }
}

pub(super) const IN_TOLD_YEAR: &str = "in the year of the date before it";
pub(super) const WRITTEN_OUT: &str = "written out";

/// Whether the words of a date give its year.
fn has_year(when: &When) -> bool {
    match when {
        When::Day { year, .. } | When::Month { year, .. } | When::Year(year) => matches!(year, YearOf::Is(_)),
        When::Numeric { year, .. } => year.is_some(),
        When::Range(_, last) => has_year(&last.when),
        _ => false,
    }
}
