//! From the words that name a speaker to the entity of the report.

use super::{nouns::NounPhrase, view::View};
use crate::{
    Span,
    report::{Attribution, EntityId},
};

/// Who said it, as far as it is known.
pub(super) struct Speaker {
    pub(super) entity: Option<EntityId>,
    pub(super) span: Option<Span>,
    pub(super) attribution: Attribution,
}

/// The entity that a noun phrase names.
pub(super) fn resolve(view: &View, phrase: Option<&NounPhrase>) -> Speaker {
    let Some(phrase) = phrase else {
        return Speaker { entity: None, span: None, attribution: Attribution::Unresolved };
    };
    let entity = view.entities.at_token(phrase.head()).map(|place| place.entity);
    let attribution = if entity.is_some() { Attribution::Named } else { Attribution::Unnamed };
    Speaker { entity, span: Some(span(view, phrase)), attribution }
}

/// The words shown as the speaker: what follows the head only as far as no relative clause begins.
fn span(view: &View, phrase: &NounPhrase) -> Span {
    let relative = (phrase.core.end..phrase.tokens.end)
        .find(|&i| view.is(i, &["who", "which", "that", "whose", "where"]) || matches!(view.word(i), "," | "("));
    let end = relative.unwrap_or(phrase.tokens.end);
    view.span(&(phrase.tokens.start..end))
}
