//! Civil dates of the proleptic Gregorian calendar.

use crate::Error;
use serde::{Serialize, Serializer};
use std::{fmt, str::FromStr};

/// A day of the calendar, written `YYYY-MM-DD`.
///
/// ```
/// let date: nutgraf::Date = "2025-06-30".parse()?;
/// assert_eq!(date.to_string(), "2025-06-30");
/// assert!("2025-02-30".parse::<nutgraf::Date>().unwrap_err().is_date());
/// # Ok::<(), nutgraf::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if there is one: years 1 to 9999, months 1 to 12.
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        Some(Date { year, month, day })
    }

    /// 1 to 9999.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// 1 (January) to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// 0 (Monday) to 6 (Sunday).
    pub const fn weekday(self) -> u8 {
        (self.days() + 3).rem_euclid(7) as u8
    }

    /// The date `days` later, or earlier if negative; the first or last day that can be written where it runs out.
    pub const fn plus_days(self, days: i64) -> Date {
        Date::from_days(self.days().saturating_add(days))
    }

    /// Days since 1970-01-01. Howard Hinnant, "chrono-compatible low-level date algorithms".
    pub(crate) const fn days(self) -> i64 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year } as i64;
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let shifted_month = (self.month as i64 + 9) % 12;
        let day_of_year = (153 * shifted_month + 2) / 5 + self.day as i64 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    pub(crate) const fn from_days(days: i64) -> Date {
        let (first, last) = (-719_162, 2_932_896);
        let days = if days < first {
            first
        } else if days > last {
            last
        } else {
            days
        } + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u8;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 } as u8;
        let year = (year_of_era + era * 400 + (month <= 2) as i64) as i32;
        Date { year, month, day }
    }
}

/// Days in a month of a year, leap years counted.
pub(crate) const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Date, Error> {
        let number = |range: std::ops::Range<usize>| {
            let digits = text.get(range).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
            digits.parse::<u16>().ok()
        };
        let dashes = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
        let parts = (number(0..4), number(5..7), number(8..10));
        match parts {
            (Some(year), Some(month), Some(day)) if dashes => Date::new(year.into(), month as u8, day as u8),
            _ => None,
        }
        .ok_or_else(|| Error::date(text))
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Date { year, month, day } = *self;
        let digit = |number: i32, unit: i32| b'0' + (number / unit % 10) as u8;
        let (month, day) = (i32::from(month), i32::from(day));
        let text = [
            [digit(year, 1000), digit(year, 100), digit(year, 10), digit(year, 1), b'-'],
            [digit(month, 10), digit(month, 1), b'-', digit(day, 10), digit(day, 1)],
        ];
        match str::from_utf8(text.as_flattened()) {
            Ok(text) if (0..10_000).contains(&year) => serializer.serialize_str(text),
            _ => serializer.collect_str(self),
        }
    }
}

/// A day of any year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct MonthDay {
    /// 1 (January) to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        for (text, days, weekday) in [
            ("1970-01-01", 0, 3),
            ("2025-06-29", 20_268, 6),
            ("2000-02-29", 11_016, 1),
            ("0001-01-01", -719_162, 0),
            ("9999-12-31", 2_932_896, 4),
        ] {
            let date: Date = text.parse().unwrap();
            assert_eq!((date.days(), date.weekday()), (days, weekday), "{text}");
            assert_eq!(Date::from_days(days), date, "{text}");
        }
    }

    #[test]
    fn a_date_is_serialized_as_it_is_shown() {
        for date in ["0001-01-01", "2025-06-29", "9999-12-31"] {
            assert_eq!(serde_json::to_value(date.parse::<Date>().unwrap()).unwrap(), *date);
        }
    }

    #[test]
    fn every_day_of_eight_centuries_comes_back() {
        for days in -200_000..100_000 {
            assert_eq!(Date::from_days(days).days(), days);
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in ["", "2025-13-01", "2025-02-29", "25-01-01", "2025/01/01", "2025-1-01", "+025-01-01", "2025-01-0é"]
        {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }
}
