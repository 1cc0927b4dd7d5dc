//! Layer 6: dates and times on the calendar.

mod calendar;
mod counted;
mod day_month_order;
pub(crate) mod publication;
mod relative;
mod resolve;
mod tense;
#[cfg(test)]
mod tests;
mod recurring;

use crate::{
    dates::{DateMention, When},
    entities::Entities,
    report::{BlockKind, EntityId, EntityKind, TimelineEntry},
    tokens::Reading,
};
use resolve::{Context, Placed};
use std::ops::Range;

/// Every date expression that can be placed on the calendar, in text order; a range comes before its ends. What a page has
/// beside its story is marked, and no other date is counted from it.
#[inline(never)]
pub(crate) fn resolve(reading: Reading, dates: &[DateMention], entities: &Entities) -> Vec<TimelineEntry> {
    let mut context = Context::new(reading.article.published, day_month_order::of(reading, dates));
    let mut timeline = Vec::new();
    for date in dates {
        let Some(when) = date.when.as_ref().filter(|when| !is_part_of_name(date, when, entities)) else {
            continue;
        };
        context.enter(reading, &date.tokens);
        let Some(placed) = context.place(when) else { continue };
        add(&mut timeline, reading, entities, date, &placed);
        if !is_beside_story(reading, &date.tokens) {
            context.remember(when, placed);
        }
    }
    timeline
}

/// Whether a date stands among what a page has beside its story.
fn is_beside_story(reading: Reading, date: &Range<usize>) -> bool {
    matches!(
        reading.block_kind(date.start),
        BlockKind::Related | BlockKind::Boilerplate | BlockKind::Disclaimer | BlockKind::AiNotice
    )
}

/// "April" in "April Lowe" and "Sunday" in "Sunday Times" are no dates; the year in "Expo 2016" is one.
fn is_part_of_name(date: &DateMention, when: &When, entities: &Entities) -> bool {
    let bare = matches!(when, When::Month { .. } | When::Weekday(_) | When::Season { .. } | When::Offset { .. });
    // The year of a model: "a Peugeot 2008".
    let year = matches!(when, When::Year(_));
    let inside = entities.at_token(date.tokens.start).filter(|place| place.tokens.len() > date.tokens.len());
    inside
        .map(|place| entities.list[place.entity.0 as usize].kind)
        .is_some_and(|kind| bare && kind.is_named() || year && kind == EntityKind::Product)
}

fn add(timeline: &mut Vec<TimelineEntry>, reading: Reading, entities: &Entities, date: &DateMention, placed: &Placed) {
    let whole = timeline.len() as u32;
    let time = date.time.clone().map(|time| reading.tokens.span(time));
    timeline.push(TimelineEntry { time, ..entry(reading, entities, &date.tokens, placed) });
    for (tokens, end) in &placed.ends {
        timeline.push(TimelineEntry { range: Some(whole), ..entry(reading, entities, tokens, end) });
    }
}

fn entry(reading: Reading, entities: &Entities, tokens: &Range<usize>, placed: &Placed) -> TimelineEntry {
    let sentence = reading.tokens.sentence_of(tokens.start);
    TimelineEntry {
        span: reading.tokens.span(tokens.clone()),
        from: placed.range.from,
        to: placed.range.to,
        precision: placed.precision,
        time: None,
        basis: placed.basis.clone(),
        ambiguous: placed.ambiguous,
        beside_story: is_beside_story(reading, tokens),
        range: None,
        sentence: Some(sentence as u32),
        entities: named_near(reading, entities, tokens, sentence),
    }
}

/// How many tokens on either side of a date its sentence is searched for names, so that no sentence is too long.
const REACH: usize = 80;

/// The named entities of the sentence around a date, each once, in order.
fn named_near(reading: Reading, entities: &Entities, date: &Range<usize>, sentence: usize) -> Vec<EntityId> {
    let sentence = &reading.tokens.sentences[sentence].tokens;
    let first = sentence.start.max(date.start.saturating_sub(REACH));
    let after = sentence.end.min(date.end + REACH);
    let mut named = Vec::new();
    for place in entities.within(first..after) {
        if entities.list[place.entity.0 as usize].kind.is_named() && !named.contains(&place.entity) {
            named.push(place.entity);
        }
    }
    named
}
