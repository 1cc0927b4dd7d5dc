//! The group of a verb: its auxiliaries, negations and adverbs, and what they make of it.

use super::view::View;
use crate::tokens::Tag;
use std::ops::Range;

/// A verb with what belongs to it on its left: "has not yet been told".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct VerbGroup {
    /// Its first token.
    pub(super) start: usize,
    /// The verb, with its particle.
    pub(super) head: Range<usize>,
    pub(super) voice: Voice,
    /// Holds "not" or "never".
    pub(super) negated: bool,
    pub(super) modality: Modality,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    Active,
    /// "was told"
    Passive,
}

/// Whether what the verb tells has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Modality {
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
    pub(super) fn of(view: &View, head: Range<usize>, floor: usize) -> Option<VerbGroup> {
        let mut start = head.start;
        let mut voice = Voice::Active;
        let mut governed = false;
        let floor = floor.max(start.saturating_sub(LONGEST));
        while start > floor {
            let before = start - 1;
            if view.tag(before) == Some(Tag::To) {
                start = infinitive_governor(view, before)?;
                governed = true;
                continue;
            }
            if !(is_auxiliary(view, before) || view.tag(before) == Some(Tag::Modal) || is_inner_adverb(view, before)) {
                break;
            }
            if view.is(before, BE) && !governed {
                voice = Voice::Passive;
            }
            start = before;
        }
        let any = |words: &[&str]| (start..head.end).any(|i| view.is(i, words));
        let negated = any(&["not", "n't", "n’t", "never"]);
        let modality = match () {
            () if any(&["would", "could", "might", "may", "should", "can", "must"]) => Modality::Possible,
            () if any(&["will", "'ll", "shall", "expected", "due", "going", "set"]) => Modality::Future,
            () => Modality::None,
        };
        Some(VerbGroup { start, head, voice, negated, modality })
    }

    /// From the first auxiliary to the particle.
    pub(super) fn tokens(&self) -> Range<usize> {
        self.start..self.head.end
    }
}

/// Whether the token is a form of "be", "have", "do" or "will", or negates.
pub(super) fn is_auxiliary(view: &View, token: usize) -> bool {
    view.is(token, BE) || view.is(token, AUXILIARIES)
}

const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m"];
const AUXILIARIES: &[&str] =
    &["has", "have", "had", "'ve", "'d", "do", "does", "did", "will", "would", "'ll", "not", "n't", "n’t", "never"];

fn is_inner_adverb(view: &View, token: usize) -> bool {
    let since = view.is(token, &["since"]) && token > 0 && view.is(token - 1, &["has", "have", "had"]);
    since || view.tag(token) == Some(Tag::Adverb) && !view.is_time(token) && !view.is(token, &["here", "there"])
}

/// Where the verb group begins that governs an infinitive: "went on to say", "is expected to say".
fn infinitive_governor(view: &View, to: usize) -> Option<usize> {
    let verb = to.checked_sub(1)?;
    if view.is(verb, &["on"]) && view.is(verb.checked_sub(1)?, &["went", "goes", "go"]) {
        return Some(verb - 1);
    }
    view.is(verb, GOVERNORS).then_some(verb)
}

/// What may stand before an infinitive that reports: "used to say", "is supposed to have said", "liked to say".
const GOVERNORS: &[&str] = &[
    "expected",
    "set",
    "due",
    "going",
    "continued",
    "continues",
    "used",
    "supposed",
    "reported",
    "alleged",
    "understood",
    "liked",
    "likes",
];
