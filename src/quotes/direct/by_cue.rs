//! Marked words with an attribution in their own sentence.

use super::{Attribution, Scene};
use crate::{
    model::{Class, Frame},
    quotes::{
        clauses::{self, Content},
        nouns::{self, NounPhrase},
        reasons::How,
        settings, subject,
    },
    report::EntityKind,
    tokens::Tag,
};
use std::ops::Range;

impl Scene<'_, '_> {
    pub(super) fn attribute_by_cues(&mut self) {
        for (cue, content) in self.contents.iter().enumerate() {
            if let Some(Content::Marked(marked)) = content {
                let paused = self.view.marked[*marked].inner.end.checked_sub(1).is_some_and(|i| self.view.is_comma(i));
                let cues = self.cues_of(self.cues[cue].sentence);
                let after = if paused { self.cue_after(*marked, cues) } else { None };
                self.attributions[*marked] = after.or_else(|| Some(self.by_cue(cue, How::SubjectBefore)));
            }
        }
        for index in 0..self.view.sentences.len() {
            let sentence = &self.view.sentences[index];
            for marked in self.view.marked_in(&sentence.tokens) {
                if !self.covered[marked] && self.attributions[marked].is_none() {
                    self.attributions[marked] = self.in_sentence(marked, index);
                }
            }
        }
    }

    /// The attribution of a stretch by what stands in its own sentence.
    fn in_sentence(&self, marked: usize, index: usize) -> Option<Attribution> {
        let single_in_heading = self.view.is_heading(self.view.sentences[index].block) && self.words(marked) < 2;
        let open = self.view.marked[marked].open.start;
        let named = self.is_term(marked) && self.view.sentences[index].tokens.start < open;
        if single_in_heading || named || nouns::is_nickname(self.view, open) || self.is_part_of_subject(marked) {
            return None;
        }
        let cues = self.cues_of(index);
        self.cue_after(marked, cues.clone())
            .or_else(|| self.cue_before(marked, index, cues.clone()))
            .or_else(|| self.accordance(cues.clone()))
            .or_else(|| self.after_colon(marked, index))
            .or_else(|| self.before_dash(marked, index))
            .or_else(|| self.in_object(marked, cues))
    }

    /// `The "History" section of the site explains`: the marks stand inside a noun phrase.
    fn is_part_of_subject(&self, marked: usize) -> bool {
        let (view, stretch) = (self.view, &self.view.marked[marked]);
        let (before, after) = (stretch.open.start.checked_sub(1), stretch.tokens().end);
        let opened = before.is_some_and(|i| matches!(view.tag(i), Some(Tag::Determiner | Tag::Possessive)));
        let paused = stretch.inner.end.checked_sub(1).is_some_and(|i| view.is_mark(i));
        opened && !paused && view.tag(after) == Some(Tag::Noun) && stretch.inner.len() <= 3
    }

    /// `"We are done," Lowe said`, `"We are done," said Lowe`
    fn cue_after(&self, marked: usize, cues: Range<usize>) -> Option<Attribution> {
        let end = self.view.marked[marked].tokens().end;
        let cue = cues.into_iter().find(|&c| self.cues[c].clause().start >= end)?;
        let found = &self.cues[cue];
        let between = end..found.clause().start;
        let adjacent = between.clone().all(|i| self.view.is_mark(i) || self.view.tag(i) == Some(Tag::Adverb))
            && between.len() <= 3;
        (adjacent && found.takes(Frame::Quote) && !found.is_gerund()).then(|| self.by_cue(cue, How::SubjectAfter))
    }

    /// `Lowe said, after a pause, "We are done."` and the second part of `"Talks," Lowe said, "go on."`
    fn cue_before(&self, marked: usize, index: usize, cues: Range<usize>) -> Option<Attribution> {
        let start = self.view.marked[marked].open.start;
        let cue = cues.into_iter().rev().find(|&c| self.cues[c].tokens.end <= start)?;
        let found = &self.cues[cue];
        if !found.takes(Frame::Quote) {
            return None;
        }
        let pause = start.checked_sub(1)?;
        let sentence = &self.view.sentences[index];
        let opened = settings::opening(self.view, found, sentence.tokens.end);
        let adjacent = opened == start || opened + 1 == start && self.view.is_mark(opened);
        let after_pause = self.view.is_comma(pause) || self.view.word(pause) == Some(":");
        let free = self.contents[cue].is_none() || matches!(self.contents[cue], Some(Content::Marked(_)));
        (adjacent || after_pause && free).then(|| self.by_cue(cue, How::SubjectBefore))
    }

    /// `"Maybe a third" were found, according to Huron`
    fn accordance(&self, mut cues: Range<usize>) -> Option<Attribution> {
        let cue = cues.find(|&c| self.cues[c].verb.is_none())?;
        Some(self.by_cue(cue, How::Accordance))
    }

    /// `Lozovyi denied any rivalry: "We share a sea."`
    fn after_colon(&self, marked: usize, index: usize) -> Option<Attribution> {
        let start = self.view.marked[marked].open.start;
        let colon = start.checked_sub(1).filter(|&i| self.view.word(i) == Some(":"))?;
        let sentence = &self.view.sentences[index];
        let end = self.view.marked[marked].tokens().end;
        let ends = (end..sentence.tokens.end).all(|i| self.view.is_mark(i) || self.view.marked_at(i).is_some());
        if !ends && self.words(marked) < 4 {
            return None;
        }
        let cue =
            self.cues_of(index).rev().find(|&c| self.cues[c].tokens.end <= start && self.cues[c].speaker.is_some());
        if let Some(cue) = cue {
            return Some(self.by_cue(cue, How::Colon));
        }
        let speaker = subject::of_clause(self.view, sentence.tokens.start, colon);
        let speaker = speaker.map(|speaker| subject::renamed_after(self.view, self.owner_of_words(speaker)));
        speaker.map(|speaker| Attribution { cue: None, speaker: Some(speaker), how: How::Colon, follows: None })
    }

    /// `His words: "We share a sea."`: the owner of what is not a person speaks.
    fn owner_of_words(&self, subject: NounPhrase) -> NounPhrase {
        let (view, core) = (self.view, &subject.core);
        let speaks = view.has(subject.head(), Class::PersonNoun) || view.entities.at_token(subject.head()).is_some();
        if speaks {
            return subject;
        }
        if view.tag(core.start) == Some(Tag::Possessive) {
            return NounPhrase::plain(core.start..core.start + 1);
        }
        match core.clone().find(|&i| view.tag(i) == Some(Tag::PossessiveMark)) {
            Some(mark) if mark > core.start => NounPhrase::plain(core.start..mark),
            _ => subject,
        }
    }

    /// `demanded their "immediate" release`
    fn in_object(&self, marked: usize, cues: Range<usize>) -> Option<Attribution> {
        const FARTHEST: usize = 24;
        let start = self.view.marked[marked].open.start;
        let cue = cues.into_iter().rev().find(|&c| self.cues[c].tokens.end <= start)?;
        let found = &self.cues[cue];
        let near = start - found.tokens.end <= FARTHEST;
        let free = !matches!(self.contents[cue], Some(Content::Clause(_)));
        let fits = found.takes(Frame::Object) || found.takes(Frame::That) && free;
        let term = clauses::is_title(self.view, marked) || self.is_term(marked);
        (near && fits && found.speaker.is_some() && !term).then(|| self.by_cue(cue, How::InObject))
    }

    /// A term rather than words of somebody: after "so-called", or a single word that is no verdict.
    fn is_term(&self, marked: usize) -> bool {
        const NAMING: &[&str] =
            &["so-called", "known", "named", "titled", "entitled", "nicknamed", "dubbed", "name", "word", "phrase"];
        let open = self.view.marked[marked].open.start;
        (1..=2).filter_map(|back| open.checked_sub(back)).any(|i| self.view.is(i, NAMING))
    }

    /// `"We are done" – Lowe`
    fn before_dash(&self, marked: usize, index: usize) -> Option<Attribution> {
        let dash = self.view.marked[marked].tokens().end;
        let end = self.view.sentences[index].tokens.end;
        let name = self.view.is_dash(dash).then(|| nouns::starting_at(self.view, dash + 1, end)).flatten()?;
        let place = self.view.entities.at_token(name.head());
        let person = place.is_none_or(|p| self.view.entities.list[p.entity.0 as usize].kind == EntityKind::Person);
        let whole = name.tokens.end == end && name.core.clone().all(|i| self.view.is_capitalised(i));
        (whole && person).then_some(Attribution { cue: None, speaker: Some(name), how: How::Label, follows: None })
    }
}
