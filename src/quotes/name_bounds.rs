//! Where a name ends, and the phrase that begins with one.

use super::view::View;
use crate::{
    entities::Place,
    model::Class,
    report::{EntityKind, Form},
    tokens::Tag,
};

/// Whether a token is the last of a name.
pub(super) fn ends_name(view: &View, token: usize) -> bool {
    let named = |place: &Place| matches!(place.form, Form::Name | Form::Short) && place.tokens.end == token + 1;
    view.entities.at_token(token).is_some_and(named) && view.named_kind(token).is_some_and(EntityKind::is_named)
}

/// "University of Norr, Lintz's chancellor": the end of a phrase that begins with the name of a body and the place of its seat.
pub(super) fn over_seat(view: &View, head: usize, limit: usize) -> Option<usize> {
    let is_seated = view.is_comma(head + 1) && view.named_kind(head) == Some(EntityKind::Organisation);
    let place = view.entities.at_token(head + 2).filter(|_| is_seated && head + 2 < limit)?;
    let owns = view.named_kind(head + 2) == Some(EntityKind::Place)
        && view.tag(place.tokens.end) == Some(Tag::PossessiveMark)
        && view.has(place.tokens.end + 1, Class::PersonNoun);
    owns.then_some(place.tokens.end + 2)
}

/// The end of the name that goes on at `end`: "Cosimo de’ Ferraris".
pub(super) fn name_end(view: &View, end: usize, limit: usize) -> usize {
    match view.entities.at_token(end - 1) {
        Some(place) if place.form == Form::Name => place.tokens.end.max(end).min(limit),
        _ => end,
    }
}
