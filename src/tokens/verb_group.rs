//! The group of a verb: its auxiliaries, negations and adverbs, and what they make of it.

use super::{Cursor, Tag};
use crate::model::Class;
use std::ops::Range;

/// A verb with what belongs to it on its left: "has not yet been told".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct VerbGroup {
    /// Its first token.
    pub(crate) start: usize,
    /// The verb, with its particle.
    pub(crate) head: Range<usize>,
    pub(crate) voice: Voice,
    pub(crate) polarity: Polarity,
    pub(crate) modality: Modality,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    Active,
    /// "was told"
    Passive,
}

/// Whether the group says or denies that it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Polarity {
    Positive,
    /// Holds "not" or "never".
    Negative,
}

/// Whether what the verb tells has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Modality {
    /// It has, or nothing says otherwise.
    None,
    /// "would say", "must say"
    Possible,
    /// "will say", "is expected to say"
    Future,
}

/// How many tokens stand before the verb at most.
const LONGEST: usize = 6;

impl VerbGroup {
    /// The group of the verb at these tokens, not before `floor`; none for an infinitive of which nothing says that it
    /// happens ("declined to say").
    pub(crate) fn of(tokens: Cursor, head: Range<usize>, floor: usize) -> Option<VerbGroup> {
        let mut start = head.start;
        let mut voice = Voice::Active;
        let mut governed = false;
        let floor = floor.max(start.saturating_sub(LONGEST));
        while start > floor {
            let before = start - 1;
            if tokens.tag(before) == Some(Tag::To) {
                start = infinitive_governor(tokens, before)?;
                governed = true;
                continue;
            }
            if !(is_auxiliary(tokens, before)
                || tokens.tag(before) == Some(Tag::Modal)
                || is_inner_adverb(tokens, before))
            {
                break;
            }
            if tokens.has(before, Class::Be) && !governed {
                voice = Voice::Passive;
            }
            start = before;
        }
        let any = |class| (start..head.end).any(|i| tokens.has(i, class));
        let negates = |i| tokens.is(i, &["not", "n't", "n’t", "never"]);
        let polarity = if (start..head.end).any(negates) { Polarity::Negative } else { Polarity::Positive };
        let modality = match () {
            () if any(Class::Possible) => Modality::Possible,
            () if any(Class::Foreseen) => Modality::Future,
            () => Modality::None,
        };
        Some(VerbGroup { start, head, voice, polarity, modality })
    }

    /// From the first auxiliary to the particle.
    pub(crate) fn tokens(&self) -> Range<usize> {
        self.start..self.head.end
    }
}

/// Whether the token is a form of "be", "have", "do" or "will", or negates.
pub(crate) fn is_auxiliary(tokens: Cursor, token: usize) -> bool {
    tokens.has(token, Class::Be) || tokens.has(token, Class::Auxiliary)
}

fn is_inner_adverb(tokens: Cursor, token: usize) -> bool {
    let since = tokens.is(token, &["since"]) && token > 0 && tokens.is(token - 1, &["has", "have", "had"]);
    // "the Rovers forward said"
    let is_somebody = tokens.has(token, Class::PersonNoun);
    let is_adverb = tokens.tag(token) == Some(Tag::Adverb) && !is_somebody && !tokens.is_time(token);
    since || is_adverb && !tokens.is(token, &["here", "there"])
}

/// Where the verb group begins that governs an infinitive: "went on to say", "is expected to say".
fn infinitive_governor(tokens: Cursor, to: usize) -> Option<usize> {
    let verb = to.checked_sub(1)?;
    if tokens.is(verb, &["on"]) && tokens.is(verb.checked_sub(1)?, &["went", "goes", "go"]) {
        return Some(verb - 1);
    }
    tokens.has(verb, Class::ReportGovernor).then_some(verb)
}
