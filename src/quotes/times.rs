//! Words that tell when something was said: "late on Sunday", "last week".

use super::{noun_phrases::NounPhrase, view::View};
use crate::{entities::Place, model::Class, report::EntityKind, tokens::Tag};

/// Steps over what tells only when: "late on Sunday", "last week".
pub(super) fn over_times(view: &View, start: usize, end: usize) -> usize {
    const MOST: usize = 3;
    let mut at = start;
    for _ in 0..MOST {
        let is_time = |after: &usize| (at..*after).any(|i| view.is_time(i) || view.has(i, Class::Period));
        // "late on Sunday"
        let from = if view.tag(at) == Some(Tag::Adverb) && view.has(at + 1, Class::Circumstance) { at + 1 } else { at };
        let patterns = [period, preposition_and_time, adverb];
        match patterns.iter().find_map(|pattern| pattern(view, from, end).filter(is_time)) {
            Some(after) if after <= end => at = after,
            _ => break,
        }
    }
    at
}

/// "Sunday", "later", "quietly", "out".
pub(super) fn adverb(view: &View, at: usize, _: usize) -> Option<usize> {
    match view.tag(at) {
        _ if view.is_time(at) => Some(time_end(view, at)),
        Some(Tag::Adverb | Tag::Particle) => Some(at + 1),
        // "wondered aloud whether"
        _ if view.is(at, &["aloud"]) => Some(at + 1),
        _ => None,
    }
}

/// Where "Sunday", "Sunday morning" ends; not in "Sunday morning's vote", "Sunday night games".
fn time_end(view: &View, at: usize) -> usize {
    let next = view.tag(at + 2);
    // "on Monday afternoon police would"
    let is_free = !view.is_noun(at + 2) || at > 0 && view.is(at - 1, &["on"]);
    let in_two = view.has(at + 1, Class::Period) && is_free && next != Some(Tag::PossessiveMark);
    at + 1 + usize::from(in_two)
}

/// "last week", "this morning".
pub(super) fn period(view: &View, at: usize, _: usize) -> Option<usize> {
    (view.is(at, &["last", "this", "next"]) && view.has(at + 1, Class::Period)).then_some(at + 2)
}

/// "on Sunday", "late on Sunday".
pub(super) fn preposition_and_time(view: &View, at: usize, _: usize) -> Option<usize> {
    let at = at + usize::from(view.is(at, &["late", "early"]) && !view.is_time(at + 1));
    (view.has(at, Class::Circumstance) && view.is_time(at + 1)).then(|| time_end(view, at + 1))
}

/// "last November", "this week": no subject, whatever verb stands before.
pub(super) fn tells_when(view: &View, phrase: &NounPhrase) -> bool {
    let head = phrase.head();
    // "Late on Sunday"
    let is_late = view.is(head, &["late", "early"]) && head == phrase.core.start;
    let is_period = is_late || view.is_time(head) || view.has(head, Class::Period) || view.has(head, Class::Duration);
    let kind = |place: &Place| view.entities.list[place.entity.0 as usize].kind;
    let is_date = |kind: EntityKind| matches!(kind, EntityKind::Date | EntityKind::Time);
    // "Two people" is a quantity, as "two years" is
    let tells = |place: &Place| is_date(kind(place)) || is_period && !kind(place).is_named();
    view.entities.at_token(head).map_or(is_period, tells)
}
