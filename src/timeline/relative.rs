//! Weekdays, distances from another date, and ranges.

use super::{
    calendar::{self, DateRange},
    day_month_order::DayOrder,
    resolve::{Context, Placed, Previous},
    tense::Tense,
};
use crate::{
    Date, Precision,
    dates::{End, Origin, Unit, When, YearOf},
};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl Context {
    /// "Sunday": the last one, or the coming one where the sentence looks ahead; on that very day, the day itself.
    pub(super) fn weekday(&self, weekday: u8) -> Option<Placed> {
        let published = self.published?;
        let name = WEEKDAYS[usize::from(weekday)];
        let (day, basis) = if published.weekday() == weekday {
            (published, format!("the {name} of publication, {published}"))
        } else if self.tense.is_future() {
            (calendar::next_weekday(published, weekday), format!("the {name} after publication on {published}"))
        } else {
            (calendar::last_weekday(published, weekday), format!("the {name} before publication on {published}"))
        };
        Some(Placed::new(DateRange::day(day), Precision::Day, basis))
    }

    /// "last Friday", "Saturday next week". Where the week of publication has such a day on the same side too, some
    /// writers mean that one.
    pub(super) fn weekday_of(&self, weekday: u8, weeks: i32, from: Origin) -> Option<Placed> {
        let name = WEEKDAYS[usize::from(weekday)];
        let told = from == Origin::Previous && self.tense.is_past();
        if let Some(previous) = self.previous.as_ref().filter(|_| told) {
            let day = calendar::next_weekday(previous.range.to.plus_days(1), weekday);
            return Some(Placed::new(
                DateRange::day(day),
                Precision::Day,
                format!("the {name} after the date before it"),
            ));
        }
        let published = self.published?;
        let this_week = calendar::weekday_of_week(published, weekday, 0);
        let other = weeks == -1 && this_week < published || weeks == 1 && this_week > published;
        self.weekday_in_week(weekday, weeks).map(|placed| placed.ambiguous_if(other))
    }

    /// "Saturday next week".
    pub(super) fn weekday_in_week(&self, weekday: u8, weeks: i32) -> Option<Placed> {
        let published = self.published?;
        let day = calendar::weekday_of_week(published, weekday, weeks);
        let name = WEEKDAYS[usize::from(weekday)];
        let basis = format!("the {name} of {} publication on {published}", week_name(weeks));
        Some(Placed::new(DateRange::day(day), Precision::Day, basis))
    }

    pub(super) fn offset(&self, count: i32, unit: Unit, from: Origin) -> Option<Placed> {
        match from {
            Origin::Publication => self.near_publication(count, unit),
            Origin::Previous => self.after_previous(count, unit),
        }
    }

    fn near_publication(&self, count: i32, unit: Unit) -> Option<Placed> {
        let published = self.published?;
        if let Some(spoken) = self.day_of_speech().filter(|_| unit == Unit::Day) {
            let basis = format!("{} the day on which the words were said, {spoken}", distance(count, unit, false));
            return Some(Placed::new(calendar::unit(spoken, unit, count), Precision::Day, basis).ambiguous_if(true));
        }
        let gone = unit == Unit::Weekend && count == 0 && self.tense.is_past() && published.weekday() < 5;
        let range = calendar::unit(published, unit, if gone { -1 } else { count });
        let basis = format!("{} publication on {published}", distance(count, unit, gone));
        Some(Placed::new(range, calendar::precision(unit), basis))
    }

    /// In quotation marks "today" is the day on which the words were said: the last recent day before it.
    fn day_of_speech(&self) -> Option<Date> {
        const REACH: usize = 12;
        let (day, block) = self.recent_day.filter(|_| self.quoted)?;
        (self.block <= block + REACH).then_some(day)
    }

    /// "the next day", "two years later", "that year": counted from the date before in the text.
    fn after_previous(&self, count: i32, unit: Unit) -> Option<Placed> {
        const REACH: usize = 6;
        let near =
            |previous: &&Previous| self.sentence - previous.sentence <= REACH && self.block <= previous.block + 2;
        let told = self.previous.as_ref().filter(|previous| !self.lies_beyond_the_tale(previous));
        let told = told.or(self.previous_told.as_ref());
        let Some(previous) = told.filter(near) else { return self.instead_of_previous(count, unit) };
        let exact = length(previous.precision) <= length(calendar::precision(unit));
        if !exact && unit == Unit::Day {
            return None;
        }
        let anchor = if count > 0 { previous.range.to } else { previous.range.from };
        let counted_out =
            count != 0 && previous.precision == Precision::Day && matches!(unit, Unit::Week | Unit::Fortnight);
        let range = if counted_out {
            DateRange::day(calendar::moved(anchor, unit, count))
        } else {
            calendar::unit(anchor, unit, count)
        };
        let basis = format!("{} the date before it, {}", distance(count, unit, false), shown(previous.range));
        Some(Placed::new(range, calendar::precision(unit), basis))
    }

    /// Whether a date lies ahead of a tale that is told of what is past.
    fn lies_beyond_the_tale(&self, previous: &Previous) -> bool {
        self.tense.is_past() && self.published.is_some_and(|published| previous.range.from > published)
    }

    /// With no date before it, "a year earlier" or "the following week" is read from publication, which is a guess; a day is
    /// left alone.
    fn instead_of_previous(&self, count: i32, unit: Unit) -> Option<Placed> {
        // "Two decades later they met" lies before publication, whatever it is counted from.
        let known = count != 0 && !matches!(unit, Unit::Day | Unit::Weekend) && !(count > 1 && self.tense.is_past());
        let counted = unit == Unit::Fortnight || count.abs() > 1 && matches!(unit, Unit::Week | Unit::Month);
        let near = || if counted { self.away(count, unit) } else { self.near_publication(count, unit) };
        known.then(near).flatten().map(|placed| placed.ambiguous_if(true))
    }

    /// "the past three years": up to publication; "the next two weeks": from publication on.
    pub(super) fn window(&self, count: i32, unit: Unit) -> Option<Placed> {
        let published = self.published?;
        let other = calendar::moved(published, unit, count);
        let whole = matches!(unit, Unit::Quarter | Unit::Decade | Unit::Century);
        let (range, side) = if whole {
            let (first, last) = if count < 0 { (count, -1) } else { (1, count) };
            let of = |count| calendar::unit(published, unit, count);
            (DateRange::new(of(first).from, of(last).to), if count < 0 { "before" } else { "after" })
        } else if count < 0 {
            (DateRange::new(other, published.plus_days(-1)), "up to")
        } else {
            (DateRange::new(published.plus_days(1), other), "from")
        };
        Some(Placed::new(
            range,
            Precision::Range,
            format!("{} {side} publication on {published}", counted(count, unit)),
        ))
    }

    /// "the end of the week": Friday to Sunday; of a month or year: its last day.
    pub(super) fn end_of(&self, unit: Unit) -> Option<Placed> {
        let published = self.published?;
        let whole = calendar::unit(published, unit, 0);
        let (range, precision) = match unit {
            Unit::Week => (DateRange::new(whole.to.plus_days(-2), whole.to), Precision::Range),
            Unit::Day | Unit::Weekend | Unit::Fortnight => (whole, calendar::precision(unit)),
            Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century => {
                (DateRange::day(whole.to), Precision::Day)
            }
        };
        let basis = format!("the end of the {} of publication on {published}", unit.name());
        Some(Placed::new(range, precision, basis))
    }

    /// The night before publication, or the coming one.
    pub(super) fn overnight(&self) -> Option<Placed> {
        let published = self.published?;
        let (from, basis) = if self.tense.is_future() {
            (published, format!("the night after publication on {published}"))
        } else {
            (published.plus_days(-1), format!("the night before publication on {published}"))
        };
        Some(Placed::new(DateRange::new(from, from.plus_days(1)), Precision::Range, basis))
    }

    /// "November 20 to December 11": from the first day of the one to the last day of the other.
    pub(super) fn range(&self, first: &End, last: &End) -> Option<Placed> {
        let (start, end) =
            self.around_publication(first, last).or_else(|| self.of_digits(first, last)).or_else(|| {
                let start = self.place(&first.when)?;
                let end = self.place_after(start.range.from, &last.when)?;
                Some((start, end))
            })?;
        if end.range.to < start.range.from {
            return None;
        }
        let range = DateRange::new(start.range.from, end.range.to);
        let basis =
            if start.basis == end.basis { start.basis.clone() } else { format!("{}, to {}", start.basis, end.basis) };
        let ambiguous = start.ambiguous || end.ambiguous;
        let ends = [(first, start), (last, end)].into_iter().filter(|(end, _)| end.complete);
        let ends = ends.map(|(end, placed)| (end.tokens.clone(), placed)).collect();
        Some(Placed { ends, ..Placed::new(range, Precision::Range, basis).ambiguous_if(ambiguous) })
    }

    /// "5/1-5/7/2020": of the two orders of day and month the one that gives the shorter range, if the article does not
    /// show the order.
    fn of_digits(&self, first: &End, last: &End) -> Option<(Placed, Placed)> {
        let digits = |end: &End| matches!(end.when, When::Numeric { .. });
        if self.order != DayOrder::Open || !digits(first) || !digits(last) {
            return None;
        }
        let in_order = |order| {
            let told = Context { order, previous: None, ..*self };
            let start = told.place(&first.when)?;
            let end = told.place_after(start.range.from, &last.when)?;
            (start.range.from < end.range.to).then_some((start, end))
        };
        let length = |(start, end): &(Placed, Placed)| end.range.to.days() - start.range.from.days();
        [DayOrder::MonthFirst, DayOrder::DayFirst].into_iter().filter_map(in_order).min_by_key(length)
    }

    /// "from May to September", said in June: months without a year between which publication lies.
    fn around_publication(&self, first: &End, last: &End) -> Option<(Placed, Placed)> {
        let published = self.published?;
        let months =
            [&first.when, &last.when].iter().all(|when| matches!(when, When::Month { year: YearOf::Open, .. }));
        let told = Context { tense: Tense::Over, previous: None, ..*self };
        let start = months.then(|| told.place(&first.when)).flatten()?;
        let later = Context { published: Some(start.range.from), tense: Tense::Ahead, previous: None, ..*self };
        let end = later.place(&last.when)?;
        (published <= end.range.to).then_some((start, end))
    }

    /// A date that cannot lie before `start`, the first end of its range.
    fn place_after(&self, start: Date, when: &When) -> Option<Placed> {
        let placed = self.place(when)?;
        if placed.range.to >= start && !matches!(when, When::EndOf(_)) {
            return Some(placed);
        }
        let later = Context { published: Some(start), tense: Tense::Ahead, previous: None, ..*self };
        later.place(when).map(|later| Placed { basis: placed.basis, ..later })
    }
}

/// Longer stretches have higher numbers.
const fn length(precision: Precision) -> u8 {
    match precision {
        Precision::Day => 0,
        Precision::Week => 1,
        Precision::Month => 2,
        Precision::Quarter => 3,
        Precision::Season => 4,
        Precision::Year => 5,
        Precision::Decade => 6,
        Precision::Century => 7,
        Precision::Range => 1,
    }
}

fn shown(range: DateRange) -> String {
    if range.from == range.to { range.from.to_string() } else { format!("{} to {}", range.from, range.to) }
}

fn week_name(weeks: i32) -> &'static str {
    match weeks {
        0 => "the week of",
        ..=-2 => "the week before the last one before",
        -1 => "the week before",
        1 => "the week after",
        2.. => "the week after the next one after",
    }
}

/// "the week before", "3 years after", "the day of".
fn distance(count: i32, unit: Unit, gone: bool) -> String {
    match count {
        0 if gone => format!("the {} before", unit.name()),
        0 => format!("the {} of", unit.name()),
        -1 => format!("the {} before", unit.name()),
        1 => format!("the {} after", unit.name()),
        _ => format!("{} {}", counted(count, unit), if count < 0 { "before" } else { "after" }),
    }
}

fn counted(count: i32, unit: Unit) -> String {
    format!("{} {}s", count.unsigned_abs(), unit.name()).replace("centurys", "centuries")
}
