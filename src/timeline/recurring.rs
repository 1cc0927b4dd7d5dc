//! What comes round every year: days, months, quarters, seasons and holidays, with or without their year.

use super::{
    calendar::{self, DateRange},
    day_month_order::DayOrder,
    resolve::{Context, IN_TOLD_YEAR, Placed, WRITTEN_OUT},
    tense::Tense,
};
use crate::{
    Date, Precision,
    dates::{Season, YearOf},
};

/// Gives what comes once a year for a year. It is called, not inlined: there would be a copy of all this for each sort.
pub(super) type Yearly<'a> = &'a dyn Fn(i32) -> Option<DateRange>;

impl Context {
    /// "Friday, April 3": without a year, that of the nearest such day on such a weekday.
    pub(super) fn weekday_and_day(&self, weekday: Option<u8>, month: u8, day: u8, year: YearOf) -> Option<Placed> {
        let nearest = weekday.filter(|_| year == YearOf::Open).and_then(|weekday| {
            let published = self.published?;
            let in_year = |year| Date::new(year, month, day).map(DateRange::day);
            let days = candidates(published, &in_year);
            days.filter(|day| day.from.weekday() == weekday).min_by_key(|&day| self.distance(day))
        });
        match (nearest, self.published) {
            (Some(day), Some(published)) => {
                let basis = format!("such a weekday and day nearest to publication on {published}");
                Some(Placed::new(day, Precision::Day, basis))
            }
            _ => self.day(month, day, year),
        }
    }

    pub(super) fn day(&self, month: u8, day: u8, year: YearOf) -> Option<Placed> {
        self.recurring(year, Precision::Day, "such day", &|year| Date::new(year, month, day).map(DateRange::day))
    }

    pub(super) fn month(&self, month: u8, year: YearOf) -> Option<Placed> {
        self.recurring(year, Precision::Month, "such month", &|year| Some(calendar::month(year, month)))
    }

    pub(super) fn quarter(&self, quarter: u8, year: YearOf) -> Option<Placed> {
        let placed =
            self.recurring(year, Precision::Quarter, "such quarter", &|year| Some(calendar::quarter(year, quarter)));
        // Without a year it may be a quarter of a company's own year, or of a game.
        placed.map(|placed| placed.ambiguous_if(year == YearOf::Open))
    }

    pub(super) fn season(&self, season: Season, year: YearOf) -> Option<Placed> {
        // A winter runs across the turn of the year: which one "this winter" is depends on the tense.
        let year = if season == Season::Winter && year == YearOf::Shift(0) { YearOf::Open } else { year };
        self.recurring(year, Precision::Season, "such season", &|year| Some(calendar::season(year, season)))
    }

    /// "2016", "last year".
    pub(super) fn whole_year(&self, year: YearOf) -> Option<Placed> {
        self.recurring(year, Precision::Year, "year", &|year| Some(calendar::years(year, year)))
    }

    /// "6/7/2025": the order that the article shows, else the reading nearer to publication, which is then a guess.
    pub(super) fn numeric(&self, first: u8, second: u8, year: Option<i32>) -> Option<Placed> {
        let year = year.map_or(YearOf::Open, YearOf::Is);
        let day_first = self.day(second, first, year);
        let month_first = self.day(first, second, year);
        match (self.order, day_first, month_first) {
            (_, Some(only), None) | (_, None, Some(only)) => Some(only),
            (DayOrder::DayFirst, Some(placed), _) | (DayOrder::MonthFirst, _, Some(placed)) => {
                Some(Placed { basis: "in the order of day and month of the article's other dates".into(), ..placed })
            }
            (_, day_first, month_first) => {
                let both = [day_first?, month_first?];
                let same = both[0].range == both[1].range;
                let nearest = both.into_iter().min_by_key(|placed| self.distance(placed.range))?;
                let basis =
                    if same { WRITTEN_OUT } else { "day and month in the order that lies nearer to publication" };
                Some(Placed { basis: basis.into(), ..nearest }.ambiguous_if(!same))
            }
        }
    }

    /// "the 19th": of the month before, of or after publication, by tense.
    pub(super) fn day_of_month(&self, day: u8, weekday: Option<u8>) -> Option<Placed> {
        let published = self.published?;
        // A weekday falls on the same day of the month again within a year or so; without one the next months do.
        let reach = if weekday.is_some() { 14 } else { 2 };
        let candidates = (-reach..=reach).filter_map(|months| {
            let month = calendar::unit(published, crate::dates::Unit::Month, months).from;
            Date::new(month.year(), month.month(), day)
        });
        let candidates = candidates.filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday));
        let fits =
            |date: &Date| !(self.tense.is_past() && *date > published || self.tense.is_future() && *date < published);
        let nearest = candidates.filter(fits).min_by_key(|date| self.distance(DateRange::day(*date)))?;
        let basis = format!("such a day of the month nearest to publication on {published}");
        Some(Placed::new(DateRange::day(nearest), Precision::Day, basis).ambiguous_if(self.tense == Tense::Open))
    }

    /// Places what comes once a year; `make` gives it for a year.
    pub(super) fn recurring(&self, year: YearOf, precision: Precision, name: &str, make: Yearly) -> Option<Placed> {
        let published = self.published;
        let (range, basis, ambiguous) = match year {
            YearOf::Is(year) => (make(year)?, WRITTEN_OUT.to_owned(), false),
            YearOf::Shift(years) => {
                let year = published?.year() + years;
                (make(year)?, format!("{} publication on {}", shifted(years), published?), false)
            }
            YearOf::Same => (make(self.previous_year()?)?, IN_TOLD_YEAR.to_owned(), false),
            YearOf::Next => {
                let next = first_after(published?, make)?;
                (next, format!("the first {name} after publication on {}", published?), false)
            }
            YearOf::Last => {
                let last = last_before(published?, make)?;
                (last, format!("the last {name} before publication on {}", published?), false)
            }
            YearOf::Open => return self.without_year(precision, name, make),
        };
        Some(Placed::new(range, precision, basis).ambiguous_if(ambiguous))
    }

    fn previous_year(&self) -> Option<i32> {
        self.previous.as_ref().map(|previous| previous.range.from.year())
    }

    /// How many days lie between a range and publication.
    fn distance(&self, range: DateRange) -> i64 {
        let Some(published) = self.published else { return 0 };
        (range.from.days() - published.days()).max(published.days() - range.to.days()).max(0)
    }

    /// The one before or after publication, by tense; where a tale is told, the one of its year.
    fn without_year(&self, precision: Precision, name: &str, make: Yearly) -> Option<Placed> {
        if let Some(told) = self.told(make) {
            return Some(Placed::new(told, precision, IN_TOLD_YEAR));
        }
        let published = self.published?;
        let past = last_up_to(published, make)?;
        let future = first_from(published, make)?;
        if past == future {
            // "the first such day after publication", but "the day of publication".
            let name = name.strip_prefix("such ").unwrap_or(name);
            return Some(Placed::new(past, precision, format!("the {name} of publication on {published}")));
        }
        let (ahead, ambiguous) = self.lies_ahead(past, future);
        let (range, side) = if ahead { (future, "first") } else { (past, "last") };
        let basis = format!("the {side} {name} {} publication on {published}", if ahead { "after" } else { "before" });
        Some(Placed::new(range, precision, basis).ambiguous_if(ambiguous))
    }

    /// Whether the later of two is meant, and whether that is a guess. A date many months off is named with its year, so a
    /// far nearer one wins against the tense.
    fn lies_ahead(&self, past: DateRange, future: DateRange) -> (bool, bool) {
        const FAR: i64 = 270;
        const NEAR: i64 = 45;
        let (back, ahead) = (self.distance(past), self.distance(future));
        match self.tense {
            Tense::Over => (false, false),
            Tense::Ahead => (true, false),
            Tense::Past => (back > FAR && ahead < NEAR, back > FAR && ahead < NEAR),
            Tense::Future => (!(ahead > FAR && back < NEAR), ahead > FAR && back < NEAR),
            Tense::Open => (ahead < back, (ahead - back).abs() < 120),
        }
    }

    /// Goes on from the last date, if that was a day or month of an earlier year and the tale is still told.
    fn told(&self, make: Yearly) -> Option<DateRange> {
        let previous = self.previous.as_ref().filter(|previous| previous.with_year && !self.tense.is_future())?;
        let near = previous.block == self.block && self.sentence - previous.sentence <= 2;
        let exact = matches!(previous.precision, Precision::Day | Precision::Month);
        let year = previous.range.from.year();
        let recent = self.published.is_some_and(|published| published.year() - year <= 1);
        make(year).filter(|told| near && exact && !recent && told.to >= previous.range.from)
    }
}

fn shifted(years: i32) -> &'static str {
    match years {
        0 => "in the year of",
        -1 => "in the year before",
        _ => "in the year after",
    }
}

fn candidates(published: Date, make: Yearly<'_>) -> impl DoubleEndedIterator<Item = DateRange> {
    // Five years on either side reach the nearest 29th of February (but for the turn of most centuries).
    (published.year() - 5..=published.year() + 5).filter_map(make)
}

fn last_up_to(published: Date, make: Yearly) -> Option<DateRange> {
    candidates(published, make).rev().find(|range| range.from <= published)
}

fn first_from(published: Date, make: Yearly) -> Option<DateRange> {
    candidates(published, make).find(|range| range.to >= published)
}

fn last_before(published: Date, make: Yearly) -> Option<DateRange> {
    candidates(published, make).rev().find(|range| range.to < published)
}

fn first_after(published: Date, make: Yearly) -> Option<DateRange> {
    candidates(published, make).find(|range| range.from > published)
}
