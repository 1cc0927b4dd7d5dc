//! Dates that are counted out from another one or within a period: "in two weeks", "three days after Friday", "the first Monday
//! of May".

use super::{
    calendar::{self, DateRange},
    resolve::{Context, Placed, Previous},
};
use crate::{
    Date, Precision,
    dates::{End, NthUnit, Origin, Unit},
};

impl Context {
    /// "the coming Thursday", "this past Wednesday": never the day of publication itself.
    pub(super) fn weekday_beside(&self, weekday: u8, ahead: bool) -> Option<Placed> {
        let published = self.published?;
        let (day, side) = if ahead {
            (calendar::next_weekday(published.plus_days(1), weekday), "after")
        } else {
            (calendar::last_weekday(published.plus_days(-1), weekday), "before")
        };
        let basis = format!("the first such weekday {side} publication on {published}");
        Some(Placed::new(DateRange::day(day), Precision::Day, basis))
    }

    /// "within nine months", where the sentence looks ahead.
    pub(super) fn within(&self, count: i32, unit: Unit) -> Option<Placed> {
        let published = self.published.filter(|_| self.tense.is_future())?;
        let range = DateRange::new(published, calendar::moved(published, unit, count));
        let basis = format!("from publication on {published} on");
        Some(Placed::new(range, Precision::Range, basis))
    }

    /// "in two weeks", where the sentence looks ahead; elsewhere it says how long something took.
    pub(super) fn ahead(&self, count: i32, unit: Unit) -> Option<Placed> {
        self.tense.is_future().then(|| self.away(count, unit)).flatten()
    }

    /// "two weeks ago", "six weeks from now".
    pub(super) fn away(&self, count: i32, unit: Unit) -> Option<Placed> {
        let published = self.published?;
        let day = calendar::moved(published, unit, count);
        let basis = format!("so far {} publication on {published}", if count < 0 { "before" } else { "after" });
        Some(Placed::new(DateRange::day(day), calendar::precision(unit), basis))
    }

    /// "the next four business days": Monday to Friday, the day of publication left out.
    pub(super) fn business_days(&self, count: i32) -> Option<Placed> {
        // No text counts them by the year.
        const MOST: i32 = 260;
        let published = self.published.filter(|_| count != 0 && count.abs() <= MOST)?;
        let step = i64::from(count.signum());
        let days = (1..).map(|days| published.plus_days(step * days)).filter(|day| day.weekday() < 5);
        let days: Vec<_> = days.take(count.unsigned_abs() as usize).collect();
        let (first, last) = (*days.first()?, *days.last()?);
        let basis = format!("business days {} publication on {published}", if count < 0 { "before" } else { "after" });
        Some(Placed::new(DateRange::new(first.min(last), first.max(last)), Precision::Range, basis))
    }

    /// "in the past 24 hours", "30 minutes later": so many days as the hours fill; less is on the same day, if nothing
    /// lies between.
    pub(super) fn hours(&self, count: i32, from: Origin) -> Option<Placed> {
        let (day, known) = match from {
            Origin::Publication => (self.published?, "publication on "),
            Origin::Previous => match self.day_before_in_text() {
                Some(day) => (day, "the date before it, "),
                None => (self.published.filter(|_| self.previous.is_none())?, "publication on "),
            },
        };
        let other = day.plus_days(i64::from(count / 24));
        let range = DateRange::new(day.min(other), day.max(other));
        let precision = if other == day { Precision::Day } else { Precision::Range };
        let basis = format!("so many hours from {known}{day}");
        Some(Placed::new(range, precision, basis).ambiguous_if(from == Origin::Previous))
    }

    /// The day that hours are counted from in a tale.
    fn day_before_in_text(&self) -> Option<Date> {
        const REACH: usize = 4;
        let near = |previous: &&Previous| self.sentence - previous.sentence <= REACH;
        let previous = self.previous.as_ref().filter(near)?;
        (previous.precision == Precision::Day).then_some(previous.range.to)
    }

    /// "for two weeks starting May 20".
    pub(super) fn starting(&self, count: i32, unit: Unit, date: &End) -> Option<Placed> {
        let start = self.place(&date.when)?;
        let first = start.range.from;
        let range = DateRange::new(first, calendar::moved(first, unit, count).plus_days(-1));
        let basis = format!("counted from {first}, {}", start.basis);
        let ambiguous = start.ambiguous;
        let placed = Placed::new(range, Precision::Range, basis).ambiguous_if(ambiguous);
        Some(Placed { ends: vec![(date.tokens.clone(), start)], ..placed })
    }

    /// "three days after Friday": the date from which is counted stands in the timeline, too.
    pub(super) fn away_from(&self, count: i32, unit: Unit, from: &End) -> Option<Placed> {
        self.counted_from(from, calendar::precision(unit), |start| {
            let anchor = if count > 0 { start.to } else { start.from };
            calendar::moved(anchor, unit, count)
        })
    }

    /// "the Monday after Easter", "Sunday three weeks before Christmas".
    pub(super) fn weekday_from(&self, weekday: u8, count: i32, from: &End) -> Option<Placed> {
        self.counted_from(from, Precision::Day, |start| {
            let first = match count {
                1.. => calendar::next_weekday(start.to.plus_days(1), weekday),
                _ => calendar::last_weekday(start.from.plus_days(-1), weekday),
            };
            first.plus_days(7 * i64::from(count - count.signum()))
        })
    }

    fn counted_from(&self, from: &End, precision: Precision, day: impl Fn(DateRange) -> Date) -> Option<Placed> {
        let start = self.place(&from.when)?;
        let basis = format!("counted from {}, {}", start.range.from, start.basis);
        let ambiguous = start.ambiguous;
        let placed = Placed::new(DateRange::day(day(start.range)), precision, basis).ambiguous_if(ambiguous);
        let ends = if from.complete { vec![(from.tokens.clone(), start)] } else { Vec::new() };
        Some(Placed { ends, ..placed })
    }

    /// "earlier this year": up to publication; "later this week": from publication on.
    pub(super) fn part_of(&self, later: bool, unit: Unit) -> Option<Placed> {
        let published = self.published?;
        let whole = calendar::unit(published, unit, 0);
        let (range, side) = if later {
            (DateRange::new(published, whole.to), "after")
        } else {
            (DateRange::new(whole.from, published), "before")
        };
        let basis = format!("the part of the {} {side} publication on {published}", unit.name());
        Some(Placed::new(range, Precision::Range, basis))
    }

    /// "the week of July 14".
    pub(super) fn holding(&self, unit: Unit, date: &End) -> Option<Placed> {
        let day = self.place(&date.when)?;
        let range = match unit {
            Unit::Weekend => weekend_with(day.range.from),
            _ => calendar::unit(day.range.from, unit, 0),
        };
        let basis = format!("the {} of {}", unit.name(), day.range.from);
        Some(Placed::new(range, calendar::precision(unit), basis).ambiguous_if(day.ambiguous))
    }

    /// "the first Monday of May", "the last week of 2021".
    pub(super) fn nth(&self, nth: i32, count: i32, of: NthUnit, period: &End) -> Option<Placed> {
        let whole = self.place(&period.when)?;
        let range = match of {
            NthUnit::Weekday(weekday) => nth_weekday(whole.range, weekday, nth),
            NthUnit::Unit(unit) => nth_unit(whole.range, unit, nth, count),
        };
        let range = range.filter(|range| range.from <= whole.range.to && range.to >= whole.range.from)?;
        let precision = match of {
            NthUnit::Unit(unit) if count == 1 => calendar::precision(unit),
            NthUnit::Weekday(_) => Precision::Day,
            NthUnit::Unit(_) => Precision::Range,
        };
        let basis = format!("counted within {} to {}", whole.range.from, whole.range.to);
        Some(Placed::new(range, precision, basis).ambiguous_if(whole.ambiguous))
    }
}

/// The weekend that a day lies in or lengthens: from a Thursday or Friday on, up to a Monday or Tuesday.
fn weekend_with(day: Date) -> DateRange {
    let weekend = calendar::weekend(day);
    match day.weekday() {
        0 | 1 => DateRange::new(calendar::last_weekday(day, 5), day),
        3 | 4 => DateRange::new(day, weekend.to),
        _ => weekend,
    }
}

fn nth_weekday(whole: DateRange, weekday: u8, nth: i32) -> Option<DateRange> {
    let weeks = 7 * i64::from(nth - 1);
    let day = match nth {
        -1 => calendar::last_weekday(whole.to, weekday),
        1.. => calendar::next_weekday(whole.from, weekday).plus_days(weeks),
        _ => return None,
    };
    Some(DateRange::day(day))
}

/// The first and the last week are those that lie in the period for the most part.
fn nth_unit(whole: DateRange, unit: Unit, nth: i32, count: i32) -> Option<DateRange> {
    if nth == -1 {
        let holding = calendar::unit(whole.to, unit, 0);
        let outside = unit == Unit::Week && holding.from.plus_days(3) > whole.to;
        let last = if outside { calendar::unit(whole.to, unit, -1) } else { holding };
        let whole = DateRange::new(whole.from, last.to.min(whole.to));
        return Some(DateRange::new(calendar::unit(whole.to, unit, 1 - count).from, last.to));
    }
    let begins_inside = |range: DateRange| range.from.plus_days(3) >= whole.from;
    let first = calendar::unit(whole.from, unit, 0);
    let skipped = i32::from(unit == Unit::Week && !begins_inside(first));
    let from = calendar::unit(whole.from, unit, nth - 1 + skipped);
    let to = calendar::unit(whole.from, unit, nth + count - 2 + skipped);
    Some(DateRange::new(from.from, to.to))
}
