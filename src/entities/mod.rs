//! Layer 5: `Mentions -> Entities`: which mentions are one thing, what it is, and how much it matters.

mod across_texts;
mod organisation_names;
mod coreference;
mod abbreviations;
mod aliases;
mod last_words;
mod merge;
mod name_index;
mod names;
mod namesakes;
mod person_names;
mod linked_entities;
mod propagate;
mod assemble;
mod roles;
mod salience;
mod spelling;
mod syntax;
mod teams;
mod told_kinds;
#[cfg(feature = "training")]
pub(crate) mod training;
#[cfg(test)]
mod tests;
mod values;

use crate::{
    Span,
    mentions::Mention,
    report::{BlockKind, Entity, EntityId, Form},
    tokens::Reading,
};
pub(crate) use across_texts::{NamedThing, groups};
pub(crate) use coreference::{ASKING, PUT_TO};
use std::ops::Range;

/// The entities of a text, and where each is mentioned.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    pub(crate) list: Vec<Entity>,
    /// Every mention of every entity, in text order, not overlapping.
    pub(crate) places: Vec<Place>,
    /// For every token how many of them end before it.
    ended: Vec<u32>,
}

/// One mention with its entity.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) span: Span,
    pub(crate) tokens: Range<usize>,
    pub(crate) entity: EntityId,
    pub(crate) form: Form,
}

impl Entities {
    /// The entities of a text of so many tokens, with their places in text order.
    fn new(list: Vec<Entity>, places: Vec<Place>, tokens: usize) -> Entities {
        let mut ended = Vec::with_capacity(tokens);
        for (place, number) in places.iter().zip(0..) {
            ended.resize(place.tokens.end, number);
        }
        ended.resize(tokens, places.len() as u32);
        Entities { list, places, ended }
    }

    /// The mention that covers a token.
    pub(crate) fn at_token(&self, token: usize) -> Option<&Place> {
        self.next(token).filter(|place| place.tokens.start <= token)
    }

    /// The first mention that ends behind a token.
    fn next(&self, token: usize) -> Option<&Place> {
        self.places.get(*self.ended.get(token)? as usize)
    }

    /// The mentions that begin inside a range of tokens.
    pub(crate) fn within(&self, tokens: Range<usize>) -> &[Place] {
        let begun = |token: usize| {
            let ended = self.ended.get(token).map_or(self.places.len(), |&ended| ended as usize);
            ended + usize::from(self.places.get(ended).is_some_and(|place| place.tokens.start < token))
        };
        let first = begun(tokens.start);
        &self.places[first..begun(tokens.end).max(first)]
    }
}

/// Whether a token is part of the story, not of a line on authors, photographers and editors.
fn is_of_story(syntax: &syntax::Syntax, token: usize) -> bool {
    let kind = syntax.block_kind(token);
    kind.is_read() && !matches!(kind, BlockKind::Byline | BlockKind::Credit)
}

/// Pairs of names of which the text says that they are names of one thing.
fn defined(reading: Reading, mentions: &[Mention], names: &names::NameTable) -> Vec<(names::NameId, names::NameId)> {
    [abbreviations::pairs(reading, mentions, names), aliases::pairs(reading, mentions, names)].concat()
}

/// Merges mentions into entities, adds pronouns and descriptions, and weighs the result.
#[inline(never)]
pub(crate) fn resolve(reading: Reading, mut mentions: Vec<Mention>) -> Entities {
    propagate::add(reading, &mut mentions);
    abbreviations::add_missed(reading, &mut mentions);
    let names = names::NameTable::collect(reading, &mentions);
    let defined = defined(reading, &mentions, &names);
    let syntax = syntax::Syntax::new(reading);
    let roles = roles::Roles::of(&syntax, &mentions);
    let mut clusters = merge::merge(&syntax, &mentions, &names, &roles, &defined);
    last_words::mark(reading, &names, &mut clusters);
    teams::mark(&syntax, &mentions, &mut clusters);
    told_kinds::mark(&syntax, &mentions, &names, &mut clusters);
    for cluster in &mut clusters {
        let is_read = |id: &names::MentionId| syntax.block_kind(mentions[id.index()].tokens.start).is_read();
        cluster.role = roles.best(cluster.mentions.iter().map(|m| m.mention).filter(is_read)).cloned();
    }
    let mut scorer = coreference::LinearScorer::new(reading.model);
    coreference::resolve(&syntax, &mut mentions, &names, &roles, &mut clusters, &mut scorer);
    drop(roles);
    clusters.extend(values::group(reading, &mentions));
    let mut entities = assemble::assemble(&syntax, &mentions, &names, clusters);
    linked_entities::find(reading, &mut entities);
    salience::weigh(&syntax, &mut entities);
    entities
}
