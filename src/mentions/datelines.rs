//! Where the reporter was: the place that opens a dateline, "KOROR, Palau, Nov. 18 (AP) —", which no sentence shows to be one.

use super::Mention;
use crate::{
    model::Class,
    report::{EntityKind, LeadKind, Source},
    sort,
    tokens::Reading,
};
use std::ops::Range;

/// How sure a place is that only its dateline tells.
const CONFIDENCE: f32 = 0.9;

/// The names with the place that opens each dateline: one in capitals is none but a place, and one that the tagger did not
/// see is a name.
pub(super) fn with_places(reading: Reading, mut names: Vec<Mention>) -> Vec<Mention> {
    let datelines = reading.article.leads.iter().filter(|lead| lead.kind == LeadKind::Dateline);
    let places = datelines.filter_map(|lead| place(reading, lead.span.start, lead.span.end));
    let missed: Vec<_> = places.filter_map(|place| put_right(reading, place, &mut names)).collect();
    if !missed.is_empty() {
        names.extend(missed);
        sort::by_key(&mut names, |name| sort::span(name.span));
    }
    names
}

/// The capitalised words that open the stretch of text, up to a mark or a date. Where small letters do not follow, in a text
/// all in capitals, they tell nothing: "WHAT HAPPENED: THE REEF OPENED".
fn place(reading: Reading, start: u32, end: u32) -> Option<Range<usize>> {
    const REACH: usize = 12;
    let tokens = reading.tokens.token_at(start)..reading.tokens.token_at(end);
    let behind = tokens.end..reading.tokens.tokens.len().min(tokens.end + REACH);
    if !behind.into_iter().any(|token| reading.tokens.form(token).shape.is_lower_case()) {
        return None;
    }
    let is_dated = |token: usize| {
        let classes = reading.tokens.classes(token);
        classes.has(Class::Month) || classes.has(Class::Weekday)
    };
    let goes_on = |&token: &usize| reading.tokens.form(token).shape.is_capitalised() && !is_dated(token);
    let length = tokens.clone().take_while(goes_on).count();
    (length > 0).then(|| tokens.start..tokens.start + length)
}

/// Makes a name that stands where the place does a place; the place itself where no name stands.
fn put_right(reading: Reading, place: Range<usize>, names: &mut [Mention]) -> Option<Mention> {
    let is_outlet = |token: usize| reading.tokens.classes(token).has(Class::NewsOutlet);
    if place.clone().any(is_outlet) {
        return None;
    }
    let Some(name) = names.iter_mut().find(|name| name.tokens.start < place.end && place.start < name.tokens.end)
    else {
        return Some(Mention {
            span: reading.tokens.span(place.clone()),
            tokens: place,
            kind: EntityKind::Place,
            source: Source::Pattern,
            confidence: CONFIDENCE,
            kind_probabilities: None,
            value: None,
        });
    };
    let is_shouted = place.clone().all(|token| reading.tokens.form(token).shape.is_all_caps());
    if is_shouted && name.tokens == place && name.kind != EntityKind::Place {
        name.kind = EntityKind::Place;
        name.kind_probabilities = None;
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::{EntityKind, Options, analyze};

    fn kind_of(text: &str, name: &str) -> Option<EntityKind> {
        analyze(text, &Options::new()).entities.iter().find(|entity| entity.name == name).map(|entity| entity.kind)
    }

    #[test]
    fn a_dateline_opens_with_a_place() {
        for (text, place) in [
            ("KOROR, Palau, November 18, 2026 — The reef opened on Monday.", "KOROR"),
            ("GITEGA, Burundi, Nov. 3, 2026 /PRNewswire/ -- The reef opened on Monday.", "GITEGA"),
            ("MBABANE (Reuters) - The king opened a school on Monday.", "MBABANE"),
            ("PORT VILA, Nov 3 (AFP) - The reef opened on Monday.", "PORT VILA"),
        ] {
            assert_eq!(kind_of(text, place), Some(EntityKind::Place), "{text}");
        }
    }

    #[test]
    fn in_a_text_in_capitals_the_words_before_a_mark_tell_nothing() {
        let text =
            "REEF OPENED\n\nWHAT HAPPENED: THE REEF OPENED ON MONDAY, SAID ANA LOWE.\n\nPRICE ACTION: SHARES FELL.";
        let places = analyze(text, &Options::new()).entities;
        assert!(places.iter().all(|entity| entity.kind != EntityKind::Place), "{places:?}");
    }

    #[test]
    fn an_outlet_opens_it_at_times() {
        let text = "NBC NEWS, Nov 3 - The king opened a school on Monday.";
        assert_ne!(kind_of(text, "NBC NEWS"), Some(EntityKind::Place));
    }
}
