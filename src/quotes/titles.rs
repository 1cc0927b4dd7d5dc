//! Titles before a name: whose name a phrase with a title ends in.

use super::view::View;
use crate::{
    model::Class,
    report::{EntityKind, Form},
};
use std::ops::Range;

/// "Minister of Police Ngaire Cudby", "Minister for Health Ana Lowe", "speaker of the parliament Ana Lowe": the words before "of"
/// are a title, and the name after it is the head; not so "brother of mayor Ana Lowe", "Spokesman for Mayor Ana Lowe".
pub(super) fn is_title_of(view: &View, owner: &Range<usize>, core: &Range<usize>) -> bool {
    let Some(name) = named_person(view, core).filter(|&name| name > core.start) else { return false };
    let title_before = view.has(name - 1, Class::PersonNoun) || view.has(name - 1, Class::Title);
    let is_office = view.has(owner.end - 1, Class::PersonNoun) && !title_before;
    let is_title = match view.word(owner.end) {
        Some("of" | "to") => is_office || view.is_capitalised(owner.start),
        Some("for") => is_office,
        _ => false,
    };
    is_title && !view.opens_phrase(owner.start)
}

/// "study co-author and fellow Ana Lowe": two titles of one person, whose name follows the second.
pub(super) fn shares_name(view: &View, first: &Range<usize>, second: &Range<usize>) -> bool {
    let names = |range: Range<usize>| view.entities.within(range).iter().any(|place| place.form == Form::Name);
    let titles =
        view.has(first.end - 1, Class::PersonNoun) && !names(first.clone()) && !view.opens_phrase(second.start);
    titles && named_person(view, second).is_some_and(|name| name > second.start)
}

/// Where the name of a person begins with which a phrase ends.
pub(super) fn named_person(view: &View, core: &Range<usize>) -> Option<usize> {
    let place = view.entities.at_token(core.end - 1).filter(|place| place.form != Form::Pronoun)?;
    let is_person = view.entities.list[place.entity.0 as usize].kind == EntityKind::Person;
    is_person.then_some(place.tokens.start)
}
