//! Whether "6/7/2025" is written day first or month first, by the other dates of the article.

use crate::dates::{DateMention, When};

/// In which order a numeric date names day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOrder {
    DayFirst,
    MonthFirst,
    /// Nothing in the article tells.
    Open,
}

/// The order that the numeric dates with a number above 12 show.
pub(super) fn of_days(dates: &[DateMention]) -> DayOrder {
    let votes: i32 = dates.iter().filter_map(|date| date.when.as_ref()).map(vote).sum();
    match votes {
        0 => DayOrder::Open,
        1.. => DayOrder::DayFirst,
        _ => DayOrder::MonthFirst,
    }
}

fn vote(when: &When) -> i32 {
    match when {
        When::Numeric { first: 13.., .. } => 1,
        When::Numeric { second: 13.., .. } => -1,
        _ => 0,
    }
}
