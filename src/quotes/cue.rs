//! A place where something is reported, with who speaks.

use super::{noun_phrases::NounPhrase, subject::Side};
use crate::{
    model::{CueVerb, Frame, VerbForm},
    report::QuoteStatus,
};
use std::ops::Range;

/// A reporting verb, or "according to", in its place.
#[derive(Clone, Debug)]
pub(super) struct Cue<'a> {
    /// The verb with its auxiliaries.
    pub(super) tokens: Range<usize>,
    /// The verb; none for "according to".
    pub(super) verb: Option<CueVerb<'a>>,
    pub(super) speaker: Option<NounPhrase>,
    pub(super) side: Side,
    /// Who was told, where that is the subject: "The jury was told that".
    pub(super) hearer: Option<NounPhrase>,
    /// Who or what passed it on: "was quoted by TASS as saying".
    pub(super) via: Option<NounPhrase>,
    pub(super) status: QuoteStatus,
    /// The matrix sentence that holds it.
    pub(super) sentence: usize,
}

impl Cue<'_> {
    pub(super) fn takes(&self, frame: Frame) -> bool {
        self.verb.is_some_and(|verb| verb.takes(frame))
    }

    /// Whether it is a participle by itself: "saying", not "is saying".
    pub(super) fn is_gerund(&self) -> bool {
        self.verb.is_some_and(|verb| verb.form == VerbForm::Gerund)
            && self.tokens.len() <= self.base().split(' ').count()
    }

    /// Whether a later verb stands in another tense, so that it has hardly the same subject.
    pub(super) fn changes_tense(&self, next: &Cue) -> bool {
        let is_past = |cue: &Cue| {
            let form = cue.verb.filter(|_| cue.tokens.len() == 1).map(|verb| verb.form)?;
            matches!(form, VerbForm::Past | VerbForm::Present | VerbForm::Base).then_some(form == VerbForm::Past)
        };
        is_past(self).zip(is_past(next)).is_some_and(|(before, after)| before != after)
    }

    /// The token after the cue and, for "according to", whom it names.
    pub(super) fn end(&self) -> usize {
        let speaker = self.speaker.as_ref().filter(|_| self.verb.is_none());
        speaker.map_or(self.tokens.end, |speaker| speaker.tokens.end)
    }

    /// The base form of the verb, or "according to".
    pub(super) fn base(&self) -> &str {
        self.verb.map_or("according to", |verb| verb.base)
    }

    /// `"It was a joke," he replied.`
    pub(super) fn replies(&self) -> bool {
        matches!(self.base(), "reply" | "answer" | "respond" | "retort")
    }

    /// "Lowe asked the minister why"
    pub(super) fn asks(&self) -> bool {
        matches!(self.base(), "ask" | "press" | "question" | "put")
    }

    /// The tokens of the verb and, where it stands beside it, the speaker.
    pub(super) fn clause(&self) -> Range<usize> {
        let start = self.hearer.as_ref().map_or(self.tokens.start, |hearer| hearer.tokens.start);
        match (&self.speaker, self.side) {
            (Some(speaker), Side::Before | Side::After) => {
                start.min(speaker.tokens.start)..self.tokens.end.max(speaker.tokens.end)
            }
            _ => start..self.tokens.end,
        }
    }

    /// Whether somebody speaks: somebody named or described, or a party whom a court hears.
    pub(super) fn has_source(&self) -> bool {
        self.speaker.is_some() || self.hearer.is_some()
    }

    /// The clause of the cue with who passed it on, if that stands before: "TASS quoted Lowe as saying".
    pub(super) fn clause_with_source(&self) -> Range<usize> {
        let clause = self.clause();
        self.via.as_ref().map_or(clause.start, |via| via.tokens.start.min(clause.start))..clause.end
    }
}
