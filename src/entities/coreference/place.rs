//! Where in its sentence a mention stands, finer than its grammatical role.

use crate::{
    entities::syntax::{GrammaticalRole, Syntax},
    tokens::Tag,
};
use std::ops::Range;

/// Where a mention stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Speaker,
    Subject,
    Possessor,
    /// "of Lowe"
    Of,
    /// "by Lowe", "with Lowe"
    Agent,
    /// After another preposition.
    Oblique,
    /// Right behind a verb.
    Object,
    /// "(Lowe)"
    Bracketed,
    /// Right behind a comma, and no subject.
    Aside,
    Other,
}

/// Where the mention at these tokens stands.
pub(super) fn of(syntax: &Syntax, tokens: &Range<usize>, role: GrammaticalRole) -> Place {
    let before = syntax.before_phrase(tokens.start);
    let word = before.map_or("", |t| syntax.word(t));
    match role {
        _ if matches!(word, "(" | "[") => Place::Bracketed,
        GrammaticalRole::Speaker => Place::Speaker,
        GrammaticalRole::Subject => Place::Subject,
        GrammaticalRole::Possessor => Place::Possessor,
        GrammaticalRole::Oblique if word == "of" => Place::Of,
        GrammaticalRole::Oblique if matches!(word, "by" | "with") => Place::Agent,
        GrammaticalRole::Oblique => Place::Oblique,
        GrammaticalRole::Other if before.is_some_and(|t| syntax.reading.tokens.tag(t).is_verb()) => Place::Object,
        GrammaticalRole::Other if before.is_some_and(|t| syntax.reading.tokens.tag(t) == Tag::To) => Place::Oblique,
        GrammaticalRole::Other if word == "," => Place::Aside,
        GrammaticalRole::Other => Place::Other,
    }
}

/// "was welcomed by Lowe"
pub(super) fn is_agent(syntax: &Syntax, tokens: &Range<usize>) -> bool {
    const NEAR: usize = 8;
    let by = syntax.before_phrase(tokens.start).filter(|&t| syntax.word(t) == "by");
    let near = by.map_or(0..0, |by| by.saturating_sub(NEAR)..by);
    let verb = near.rev().find(|&t| syntax.tag(t, tokens.start).is_some_and(Tag::is_verb));
    verb.is_some_and(|verb| syntax.reading.tokens.tag(verb) == Tag::VerbParticiple)
}
