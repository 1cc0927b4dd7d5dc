//! From the words that name a speaker to the entity of the report.

use super::{named_later, noun_phrases::NounPhrase, view::View};
use crate::{
    Span,
    entities::Place,
    model::Class,
    report::{Attribution, EntityId, EntityKind, Form},
    text::fold,
    tokens::Tag,
};
use std::ops::Range;

/// Who said it, as far as it is known.
pub(super) struct Speaker {
    pub(super) entity: Option<EntityId>,
    pub(super) span: Option<Span>,
    pub(super) attribution: Attribution,
    /// How sure it is that the words mean this speaker, 0 to 1.
    pub(super) certainty: f32,
}

/// How sure it must be whom "he" or "the company" means. Of those below, half were somebody else (16 of 31 in
/// the articles for development), of those above one in fifty.
const LEAST: f32 = 0.6;

/// How sure it is that somebody is meant who is only described where they speak and named later.
const LATER: f32 = 0.8;

/// The share of descriptions without an entity that were annotated as the speaker where they were found.
const DESCRIPTION: f32 = 0.88;

/// The entity that a noun phrase names which speaks the words of a quote, unless these are about it.
pub(super) fn resolve(view: &View, phrase: Option<&NounPhrase>, reported: Option<&Range<usize>>) -> Speaker {
    let Some(phrase) = phrase else {
        return Speaker { entity: None, span: None, attribution: Attribution::Unresolved, certainty: 0.0 };
    };
    let is_other = reported.is_some_and(|clause| is_told_of(view, phrase, clause));
    let place = place(view, phrase).filter(|place| !is_other && !is_doubtful(view, place));
    let is_open = place.is_none() && view.entities.at_token(phrase.head()).is_none();
    let later = is_open.then(|| named_later::find(view, phrase)).flatten();
    let entity = place.map(|place| place.entity).or(later.map(|entity| entity.id));
    Speaker {
        entity,
        span: Some(span(view, phrase)),
        attribution: if entity.is_some() { Attribution::Named } else { Attribution::Unnamed },
        certainty: place.map_or(if later.is_some() { LATER } else { DESCRIPTION }, |place| certainty(view, place)),
    }
}

/// Whether it is left open whom "he" or a description means: a guess puts words into somebody's mouth.
fn is_doubtful(view: &View, place: &Place) -> bool {
    let is_person = view.entities.list[place.entity.0 as usize].kind == EntityKind::Person;
    (is_person || place.form == Form::Description) && certainty(view, place) < LEAST
}

/// The mention of a named entity that a phrase holds as its head.
pub(super) fn place<'a>(view: &View<'a>, phrase: &NounPhrase) -> Option<&'a Place> {
    let is_named = |place: &Place| view.entities.list[place.entity.0 as usize].kind.is_named();
    let named = |place: &&Place| is_named(place) && !is_one_of_several(view, phrase, place);
    let head = phrase.head();
    // "Joseph Sunshine KC"
    let letters_follow = head > phrase.core.start && view.is_code(head);
    let at = |token: usize| view.entities.at_token(token).filter(|place| is_named(place));
    let body = || at(before_sort(view, phrase)).filter(|place| is_body(view, place));
    let place = at(head).or_else(|| at(head - usize::from(letters_follow))).or_else(body);
    place.filter(named).filter(|place| !is_of_a_people(view, place) && !is_first_of_several(view, place))
}

/// "said Ana Lowe and Kim Poe", "said Ana Lowe, Kim Poe and Tom Ray": other people follow before and behind "and".
fn is_first_of_several(view: &View, place: &Place) -> bool {
    const MOST: usize = 5;
    let is_person = |place: &Place| view.entities.list[place.entity.0 as usize].kind == EntityKind::Person;
    let mut end = place.tokens.end;
    for _ in 0..MOST {
        let next = view.entities.at_token(end + 1).filter(|next| next.tokens.start == end + 1 && is_person(next));
        let Some(next) = next.filter(|next| is_person(place) && next.entity != place.entity) else { return false };
        if view.is(end, &["and", "or"]) {
            return true;
        }
        if !view.is_comma(end) {
            return false;
        }
        end = next.tokens.end;
    }
    false
}

/// The last token of a name before a noun that says what sort of body it is: "the Food Workers union", "the Xinhua news agency",
/// "the New York Times newspaper"; the newspaper of an army is another body.
fn before_sort(view: &View, phrase: &NounPhrase) -> usize {
    let head = phrase.head();
    let is_news = view.is(head, &["agency", "service", "website", "channel"]) && view.is(head - 1, &["news"]);
    let name = (head - usize::from(is_news)).saturating_sub(1).max(phrase.core.start);
    let is_press = view.is(head, &["newspaper", "daily", "magazine", "network"]) && view.has(name, Class::NewsOutlet);
    let is_sort = is_news || is_press || view.is(head, &["union", "party", "club", "group"]);
    if is_sort && view.is_lower_case(head) { name } else { head }
}

/// "The company said Orbis had left": whoever is named as the subject of the words is not described before them, and nobody who
/// is named in them is "he" or "she" before them.
pub(super) fn is_told_of(view: &View, phrase: &NounPhrase, clause: &Range<usize>) -> bool {
    let Some(place) = place(view, phrase).filter(|_| phrase.tokens.end <= clause.start) else { return false };
    let is_person = view.is(phrase.head(), &["he", "she"]);
    // "He claimed to have bought it with money that Lowe received"
    if view.tag(clause.start) == Some(Tag::To) {
        return false;
    }
    let until = match place.form {
        Form::Description => clause.end.min(clause.start + 1),
        Form::Pronoun if is_person => clause.end,
        _ => return false,
    };
    let named = view.entities.within(clause.start..until);
    named.iter().any(|it| it.entity == place.entity && matches!(it.form, Form::Name | Form::Short))
}

fn is_body(view: &View, place: &Place) -> bool {
    view.entities.list[place.entity.0 as usize].kind == EntityKind::Organisation
}

/// "The Spaniard", "a Democrat": a word for the people of a country or a party describes one of them and names nobody.
fn is_of_a_people(view: &View, place: &Place) -> bool {
    let entity = &view.entities.list[place.entity.0 as usize];
    let known = || view.reading.model.known_names().get(&fold(&entity.name));
    let last = place.tokens.end - 1;
    let plural = view.word(last).is_some_and(|word| word.ends_with('s'));
    let is_one = || view.has(last, Class::PersonNoun) || known().is_some_and(|known| known.adjective);
    entity.kind == EntityKind::Group && !plural && is_one()
}

/// "Lowe and Kim", "many Democrats": a phrase that names somebody else before "and" means no one of them, and some of those
/// of a name are not its bearer.
fn is_one_of_several(view: &View, phrase: &NounPhrase, place: &Place) -> bool {
    let kind = |place: &Place| view.entities.list[place.entity.0 as usize].kind;
    let first = phrase.core.start;
    let quantified = view.has(first, Class::Quantifier) && first < place.tokens.start;
    let link = (first..place.tokens.start).rev().find(|&i| view.is(i, &["and", "or"]));
    let link = link.filter(|&link| view.entities.at_token(link).is_none());
    let Some(before) = link.and_then(|link| link.checked_sub(1)) else { return quantified };
    let other = view.entities.at_token(before).filter(|other| other.entity != place.entity);
    let same = other.is_some_and(|other| kind(other) == kind(place));
    let plural = view.is_lower_case(before) && view.word(before).is_some_and(|word| word.ends_with('s'));
    let body = kind(place) != EntityKind::Person && view.is_noun(before);
    let pair = view.is_capitalised(before) && view.is_noun(before) && before + 2 == place.tokens.start;
    quantified || same || plural || body || pair
}

/// How sure it is that a mention means its entity. The name of a person says who spoke, whatever else is in doubt; of a body's
/// name and of a short name half of the doubt counts, of a pronoun or a description all.
pub(super) fn certainty(view: &View, place: &Place) -> f32 {
    let entity = &view.entities.list[place.entity.0 as usize];
    let counted = match place.form {
        Form::Name if entity.kind == EntityKind::Person => 0.0,
        Form::Name | Form::Short => 0.5,
        _ => 1.0,
    };
    let at = entity.mentions.partition_point(|mention| mention.span.start < place.span.start);
    let known = entity.mentions.get(at).filter(|mention| mention.span == place.span);
    known.map_or(1.0, |mention| 1.0 - counted * (1.0 - mention.confidence))
}

/// The words shown as the speaker: what follows the head only as far as no relative clause or apposition begins, and of
/// "its manager, Birthe Kalvø" the name alone.
fn span(view: &View, phrase: &NounPhrase) -> Span {
    let Range { start, end } = phrase.tokens.clone();
    let more = (phrase.core.end..end).find(|&i| {
        view.is(i, &["who", "which", "that", "whose", "where"])
            || view.is(i, &[",", "("])
            || view.tag(i) == Some(Tag::VerbGerund)
    });
    let renamed = (start..phrase.core.start).any(|i| view.is_comma(i));
    let first = if renamed { phrase.core.start } else { start };
    view.span(&(first..more.unwrap_or(end).max(phrase.core.end)))
}
