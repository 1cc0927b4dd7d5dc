//! Whether "6/7/2025" is written day first or month first, by the other dates of the article and the zones of its clocks.

use crate::{
    dates::{DateMention, When},
    model::{PHRASE_START, ValueKind, phrase_step},
    tokens::Reading,
};

/// In which order a numeric date names day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOrder {
    DayFirst,
    MonthFirst,
    /// Nothing in the article tells.
    Open,
}

/// The order that the numeric dates with a number above 12 show; where they show none, that of the country in which the
/// zone of a time of day is kept: "10:30 BST".
pub(super) fn of(reading: Reading, dates: &[DateMention]) -> DayOrder {
    let votes: i32 = dates.iter().filter_map(|date| date.when.as_ref()).map(vote).sum();
    let votes = if votes == 0 { dates.iter().map(|date| vote_of_zone(reading, date)).sum() } else { votes };
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
        When::Range(first, last) => vote(&first.when) + vote(&last.when),
        _ => 0,
    }
}

/// The zone stands at the end of a time of day.
fn vote_of_zone(reading: Reading, date: &DateMention) -> i32 {
    const LONGEST: usize = 4;
    let Some(time) = &date.time else { return 0 };
    let phrases = (time.end.saturating_sub(LONGEST).max(time.start + 1)..time.end).map(|start| start..time.end);
    let zone =
        phrases.map(|tokens| tokens.fold(PHRASE_START, |hash, at| phrase_step(hash, reading.tokens.form(at).lower)));
    match zone.filter_map(|hash| reading.model.values().get(ValueKind::Zone, hash)).next() {
        Some("day first") => 1,
        Some("month first") => -1,
        _ => 0,
    }
}
