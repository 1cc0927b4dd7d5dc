//! Which verb is that of a reported clause, and which that of the clause around it.

use super::{cue::Cue, indirect::ClauseReader, noun_phrases, subject};
use crate::{
    model::{Class, Frame},
    tokens::Tag,
};
use std::ops::Range;

/// What a word tells of the clause in whose beginning it stands.
enum Step {
    /// Another clause begins, whose verb comes first: "who", "after".
    Opens,
    /// A verb of the clause that is open.
    Verb,
    Comma,
    /// "and" between nouns.
    Joins,
    /// The noun phrase has no verb.
    Ends,
    Nothing,
}

impl ClauseReader<'_, '_> {
    /// Whether a noun phrase with a finite verb begins at `start`.
    pub(super) fn has_clause(&self, start: usize) -> bool {
        const FARTHEST_VERB: usize = 40;
        let view = self.view;
        let fronted = view.is_time(start)
            || matches!(view.tag(start), Some(Tag::Preposition | Tag::Subordinator | Tag::Adverb | Tag::Wh));
        let (mut inner, mut commas, mut listed, mut joined) = (0, 0, false, false);
        for i in start..self.end().min(start + FARTHEST_VERB) {
            match self.step(start, i, inner > 0) {
                Step::Opens => inner += 1,
                Step::Verb if inner > 0 => inner -= 1,
                // "announced his resignation in May, and left": one comma parts a subject from no verb of its own
                // "pledged funds and Syria is taxing exports", "reported a fall and its chairman apologised"
                Step::Verb if joined && (view.is(i, &["is", "was", "has"]) || self.changes_sort(start, i)) => {
                    return false;
                }
                Step::Verb => return commas != 1 || !view.is_comma(i - 1) && (fronted || listed),
                Step::Comma => commas += 1,
                Step::Joins => (listed, joined) = (listed || commas == 1, true),
                Step::Ends => return false,
                Step::Nothing => {}
            }
        }
        false
    }

    /// Whether the noun before a verb is somebody, and the first of those joined to it is not.
    fn changes_sort(&self, start: usize, verb: usize) -> bool {
        let view = self.view;
        let acts = noun_phrases::is_somebody(view, subject::over_adverbs(view, verb, start) - 1);
        let first = noun_phrases::core_starting_at(view, start, verb);
        acts && first.is_some_and(|first| !noun_phrases::is_somebody(view, first.end - 1))
    }

    /// What the token `i` tells of the clause that begins at `start`; `is_inner` inside another one.
    fn step(&self, start: usize, i: usize, is_inner: bool) -> Step {
        const OPENERS: &[&str] = &["after", "before", "since", "until", "as"];
        let (view, later) = (self.view, i > start);
        match view.tag(i) {
            Some(Tag::Conjunction | Tag::Subordinator) if later && view.is_comma(i - 1) => Step::Ends,
            Some(Tag::Conjunction) if !is_inner && self.is_finite(i + 1) => Step::Ends,
            Some(Tag::Conjunction) => Step::Joins,
            Some(Tag::Wh | Tag::Subordinator) => Step::Opens,
            Some(Tag::Preposition) if view.is(i, OPENERS) => Step::Opens,
            // "declared a holiday so she could rest"
            Some(Tag::Adverb) if later && view.is(i, &["so"]) => Step::Opens,
            Some(tag) if later && tag.is_finite() => Step::Verb,
            // "the driver lost control": no participle without an auxiliary has an object
            Some(Tag::VerbParticiple) if later && !is_inner && self.has_object(i) => Step::Verb,
            // "four flats collapsed": no participle of what happens by itself describes a noun
            Some(Tag::VerbParticiple) if later && view.has(i, Class::Happening) => Step::Verb,
            _ if view.is_comma(i) && view.quotation_at(i).is_none() => Step::Comma,
            _ if matches!(view.word(i), Some(":" | ";")) => Step::Ends,
            _ if view.is(i, &["that"]) && later && view.is_noun(i - 1) => Step::Opens,
            _ => Step::Nothing,
        }
    }

    /// Whether what looks like a participle governs a noun phrase: "lost control", not "known as", "called the Barge".
    fn has_object(&self, verb: usize) -> bool {
        let view = self.view;
        let names =
            view.has(verb, Class::Naming) || view.cue_verb(verb).is_some_and(|(it, _)| it.takes(Frame::Predicate));
        let opens =
            view.opens_phrase(verb + 1) || view.tag(verb + 1) == Some(Tag::Noun) && view.is_lower_case(verb + 1);
        opens && !names && view.is_noun(verb - 1) && !view.tells_time(verb + 1)
    }

    /// "The only person who mentioned the moon was a poet": the one verb after the cue is that of the subject before it.
    pub(super) fn lends_its_verb(&self, cue: &Cue, start: usize) -> bool {
        let mut verbs = (start..self.end()).filter(|&i| self.is_finite(i) && self.view.quotation_at(i).is_none());
        self.waits_for_verb(cue) && verbs.next().is_some() && verbs.next().is_none()
    }

    /// Whether the cue restricts the subject of the sentence, whose own verb comes later: "The man who said", "A letter saying".
    fn waits_for_verb(&self, cue: &Cue) -> bool {
        let (view, first) = (self.view, self.sentence.tokens.start);
        let before = subject::over_adverbs(view, cue.tokens.start, first);
        let Some(speaker) = cue.speaker.as_ref().filter(|speaker| speaker.tokens.start == first) else { return false };
        let is_relative = |i: usize| view.is(i, &["who", "that", "which"]) && !noun_phrases::is_acronym(view, i);
        let links = before > first + 1 && is_relative(before - 1) && !view.is_comma(before - 2);
        links || cue.is_gerund() && speaker.tokens.end == cue.tokens.start
    }

    /// "The man who said the fund was empty left", "A person claiming to be ill called": the verb of the subject that the cue
    /// restricts, without its adverbs.
    pub(super) fn verb_of_subject(&self, cue: &Cue, start: usize) -> Option<usize> {
        let view = self.view;
        if !self.waits_for_verb(cue) {
            return None;
        }
        let mut open = usize::from(view.tag(start) != Some(Tag::To));
        for i in (start..self.end()).filter(|&i| view.quotation_at(i).is_none()) {
            match view.tag(i) {
                Some(Tag::Wh | Tag::Subordinator) if i > start => open += 1,
                _ if !self.is_finite(i) || view.tag(i - 1) == Some(Tag::Conjunction) => {}
                _ if open == 0 => return Some(subject::over_adverbs(view, i, start)),
                _ => open -= 1,
            }
        }
        None
    }

    pub(super) fn is_finite(&self, token: usize) -> bool {
        self.view.tag(token).is_some_and(Tag::is_finite)
    }

    pub(super) fn has_finite_verb(&self, part: &Range<usize>) -> bool {
        part.clone().any(|i| self.is_finite(i) || self.view.tag(i) == Some(Tag::VerbBase))
    }
}
