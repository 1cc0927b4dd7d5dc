//! Stretches of days: weeks from Monday to Sunday, months, quarters, seasons, years, decades, centuries, holidays.

use crate::{
    Date, Precision,
    date::days_in_month,
    dates::{FIRST_OF_TABLE, Rule, Season, Unit},
};

/// The first and the last day of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateRange {
    pub(super) from: Date,
    pub(super) to: Date,
}

impl DateRange {
    pub(super) const fn new(from: Date, to: Date) -> DateRange {
        DateRange { from, to }
    }

    pub(super) const fn day(day: Date) -> DateRange {
        DateRange { from: day, to: day }
    }
}

/// The day that is written, held inside the calendar: the last day of the month where there is no such day, years 1 to
/// 9999.
fn clamped(year: i32, month: u8, day: u8) -> Date {
    let year = year.clamp(1, 9999);
    let last = days_in_month(year, month);
    // Year, month and day are in range, so there is such a day.
    Date::new(year, month, day.clamp(1, last)).unwrap_or(Date::from_days(0))
}

/// Months from `month` of `year`, counted on or back; 1 is January.
fn month_offset(year: i32, month: u8, months: i32) -> (i32, u8) {
    let index = year * 12 + i32::from(month) - 1 + months;
    (index.div_euclid(12), index.rem_euclid(12) as u8 + 1)
}

/// From the first day of a month to the last day of the month `months` later.
fn months(year: i32, month: u8, months: i32) -> DateRange {
    let (last_year, last_month) = month_offset(year, month, months - 1);
    DateRange::new(clamped(year, month, 1), clamped(last_year, last_month, 31))
}

pub(super) fn month(year: i32, month: u8) -> DateRange {
    months(year, month, 1)
}

pub(super) fn quarter(year: i32, quarter: u8) -> DateRange {
    months(year, quarter * 3 - 2, 3)
}

pub(super) fn half(year: i32, half: u8) -> DateRange {
    months(year, half * 6 - 5, 6)
}

/// Three whole months, as in weather records; winter ends in the year after the one it begins in.
pub(super) fn season(year: i32, season: Season) -> DateRange {
    let first = match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    };
    months(year, first, 3)
}

pub(super) fn years(first: i32, last: i32) -> DateRange {
    DateRange::new(clamped(first, 1, 1), clamped(last, 12, 31))
}

/// The 19th century is 1800 to 1899, as it is commonly used.
pub(super) fn century(number: i32) -> DateRange {
    years(number * 100 - 100, number * 100 - 1)
}

/// From the Monday to the Sunday of the week that holds a day.
fn week(day: Date) -> DateRange {
    let monday = day.plus_days(-i64::from(day.weekday()));
    DateRange::new(monday, monday.plus_days(6))
}

/// The day of a weekday (0 is Monday) in the week `weeks` after that of `day`.
pub(super) fn weekday_of_week(day: Date, weekday: u8, weeks: i32) -> Date {
    week(day).from.plus_days(i64::from(weekday) + 7 * i64::from(weeks))
}

/// The last such weekday up to and including `day`.
pub(super) fn last_weekday(day: Date, weekday: u8) -> Date {
    day.plus_days(-i64::from((7 + day.weekday() - weekday) % 7))
}

/// The next such weekday from `day` on, `day` included.
pub(super) fn next_weekday(day: Date, weekday: u8) -> Date {
    day.plus_days(i64::from((7 + weekday - day.weekday()) % 7))
}

/// The unit that holds `day`, moved by `count` units.
pub(super) fn unit(day: Date, unit: Unit, count: i32) -> DateRange {
    let days = i64::from(count);
    let (year, month_now) = (day.year(), day.month());
    match unit {
        Unit::Day => DateRange::day(day.plus_days(days)),
        Unit::Week => week(day.plus_days(7 * days)),
        Unit::Fortnight => fortnight(day, count),
        Unit::Weekend => weekend(day.plus_days(7 * days)),
        Unit::Month => {
            let (year, month) = month_offset(year, month_now, count);
            months(year, month, 1)
        }
        Unit::Quarter => {
            let (year, month) = month_offset(year, (month_now - 1) / 3 * 3 + 1, 3 * count);
            months(year, month, 3)
        }
        Unit::Year => years(year + count, year + count),
        Unit::Decade => years((year / 10 + count) * 10, (year / 10 + count) * 10 + 9),
        Unit::Century => years((year / 100 + count) * 100, (year / 100 + count) * 100 + 99),
    }
}

/// The two weeks before the one of a day, those after it, or from it on.
fn fortnight(day: Date, count: i32) -> DateRange {
    let first = week(day).from.plus_days(i64::from(14 * count) + if count > 0 { -7 } else { 0 });
    DateRange::new(first, first.plus_days(13))
}

/// A week by its number: the first one of a year holds its 4th of January (ISO 8601).
pub(super) fn numbered_week(year: i32, number: u8) -> DateRange {
    week(clamped(year, 1, 4).plus_days(7 * (i64::from(number) - 1)))
}

/// Saturday and Sunday of the week that holds a day.
pub(super) fn weekend(day: Date) -> DateRange {
    let sunday = week(day).to;
    DateRange::new(sunday.plus_days(-1), sunday)
}

/// The day `count` units from `day`: two months from the 31st of December is the 28th or 29th of February.
pub(super) fn moved(day: Date, unit: Unit, count: i32) -> Date {
    let in_months = |months: i32| {
        let (year, month) = month_offset(day.year(), day.month(), months);
        clamped(year, month, day.day())
    };
    match unit {
        Unit::Day => day.plus_days(i64::from(count)),
        Unit::Week | Unit::Weekend => day.plus_days(7 * i64::from(count)),
        Unit::Fortnight => day.plus_days(14 * i64::from(count)),
        Unit::Month => in_months(count),
        Unit::Quarter => in_months(3 * count),
        Unit::Year => in_months(12 * count),
        Unit::Decade => in_months(120 * count),
        Unit::Century => in_months(1200 * count),
    }
}

/// How exact a unit is.
pub(super) const fn precision(unit: Unit) -> Precision {
    match unit {
        Unit::Day => Precision::Day,
        Unit::Week | Unit::Weekend | Unit::Fortnight => Precision::Week,
        Unit::Month => Precision::Month,
        Unit::Quarter => Precision::Quarter,
        Unit::Year => Precision::Year,
        Unit::Decade => Precision::Decade,
        Unit::Century => Precision::Century,
    }
}

/// The day of a holiday in a year.
pub(super) fn holiday(rule: Rule, year: i32) -> Date {
    match rule {
        Rule::Fixed(month, day) => clamped(year, month, day),
        Rule::Nth(month, weekday, nth) => {
            next_weekday(clamped(year, month, 1), weekday).plus_days(7 * (i64::from(nth) - 1))
        }
        Rule::Last(month, weekday) => last_weekday(clamped(year, month, 31), weekday),
        Rule::Easter(days) => easter(year).plus_days(i64::from(days)),
        Rule::AfterThanksgiving(days) => holiday(Rule::Nth(11, 3, 4), year).plus_days(i64::from(days)),
        Rule::Table(days) => {
            let place = (year - FIRST_OF_TABLE).clamp(0, days.len() as i32 - 1) as usize;
            clamped(year, (days[place] / 100) as u8, (days[place] % 100) as u8)
        }
        Rule::Election => next_weekday(clamped(year, 11, 1), 0).plus_days(1),
    }
}

/// Easter Sunday of the Gregorian calendar (Meeus, "Astronomical Algorithms", chapter 8).
fn easter(year: i32) -> Date {
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let (leaps, leap_rest) = (century / 4, century % 4);
    let correction = (century + 8) / 25;
    let moon = (century - correction + 1) / 3;
    let epact = (19 * golden + century - leaps - moon + 15) % 30;
    let weekday = (32 + 2 * leap_rest + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    clamped(year, (days / 31) as u8, (days % 31 + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn holidays_fall_on_their_days() {
        for (rule, expected) in [
            (Rule::Easter(0), "2024-03-31"),
            (Rule::Easter(0), "2025-04-20"),
            (Rule::Easter(-2), "2026-04-03"),
            (Rule::AfterThanksgiving(0), "2025-11-27"),
            (Rule::AfterThanksgiving(1), "2024-11-29"),
            (Rule::Last(5, 0), "2025-05-26"),
            (Rule::Nth(9, 0, 1), "2025-09-01"),
            (Rule::Election, "2024-11-05"),
            (Rule::Fixed(2, 29), "2025-02-28"),
        ] {
            let expected = date(expected);
            assert_eq!(holiday(rule, expected.year()), expected, "{rule:?}");
        }
    }

    #[test]
    fn units_around_a_monday() {
        let monday = date("2025-06-30");
        for (kind, count, from, to) in [
            (Unit::Week, 0, "2025-06-30", "2025-07-06"),
            (Unit::Week, -1, "2025-06-23", "2025-06-29"),
            (Unit::Weekend, -1, "2025-06-28", "2025-06-29"),
            (Unit::Month, -6, "2024-12-01", "2024-12-31"),
            (Unit::Quarter, 1, "2025-07-01", "2025-09-30"),
            (Unit::Fortnight, -1, "2025-06-16", "2025-06-29"),
            (Unit::Fortnight, 1, "2025-07-07", "2025-07-20"),
            (Unit::Decade, 0, "2020-01-01", "2029-12-31"),
            (Unit::Century, -1, "1900-01-01", "1999-12-31"),
        ] {
            assert_eq!(unit(monday, kind, count), DateRange::new(date(from), date(to)), "{kind:?} {count}");
        }
    }

    #[test]
    fn weeks_have_numbers() {
        assert_eq!(numbered_week(2027, 3), DateRange::new(date("2027-01-18"), date("2027-01-24")));
        assert_eq!(numbered_week(2025, 1), DateRange::new(date("2024-12-30"), date("2025-01-05")));
    }

    #[test]
    fn the_calendar_ends_at_its_ends() {
        assert_eq!(years(-40, 12_000), DateRange::new(date("0001-01-01"), date("9999-12-31")));
        assert_eq!(moved(date("2024-12-31"), Unit::Month, 2), date("2025-02-28"));
    }
}
