//! Quoted words with an attribution in their own sentence.

use super::{Attribution, Attributor, UNKNOWN, parts};
use crate::{
    model::{Class, Frame},
    quotes::{
        adjuncts, apposition, clause_opening,
        evidence::Evidence,
        indirect::{self, Content},
        noun_phrases::{self, NounPhrase},
    },
    report::EntityKind,
    tokens::{self, Quotation, Tag},
};
use std::ops::Range;

/// Attributes a quotation by its matrix sentence, given by its index.
type Rule = fn(&Attributor, usize, usize) -> Option<Attribution>;

/// In order of precedence: the first rule that applies decides. Each has cases under its name in
/// `tests/quotes/attribution.txt`.
const RULES: &[(&str, Rule)] = &[
    ("a participle that opens the sentence", |attributor, quotation, sentence| {
        attributor.in_opening_participle(quotation, sentence)
    }),
    ("a cue after the words", |attributor, quotation, sentence| {
        attributor.cue_after(quotation, attributor.cues_of(sentence))
    }),
    ("a cue before the words", |attributor, quotation, sentence| attributor.cue_before(quotation, sentence)),
    ("a verb of another sort after the words", |attributor, quotation, sentence| {
        attributor.closed_by_verb(quotation, sentence)
    }),
    ("a colon before the words", |attributor, quotation, sentence| attributor.after_colon(quotation, sentence)),
    ("\"according to\"", |attributor, _, sentence| attributor.according_to(sentence)),
    ("a dash and a name after the words", |attributor, quotation, sentence| {
        attributor.before_dash(quotation, sentence)
    }),
    ("whose words they are", |attributor, quotation, sentence| attributor.in_words_of(quotation, sentence)),
    ("the verb stands among the words", |attributor, quotation, _| attributor.around_verb(quotation)),
    ("words in the object of the verb", |attributor, quotation, sentence| attributor.in_object(quotation, sentence)),
    ("joined to the words before", |attributor, quotation, sentence| attributor.joined(quotation, sentence)),
];

impl Attributor<'_, '_> {
    pub(super) fn attribute_by_cues(&mut self) {
        for (cue, content) in self.contents.iter().enumerate() {
            // `Lowe said work would begin "at once"`: a thing in what somebody says speaks no words of its own.
            let speaks = self.cues[cue].speaker.is_none() || self.may_lead_on(cue);
            if let Some(Content::Quotation(quotation)) = content.as_ref().filter(|_| speaks) {
                let paused =
                    self.view.quotations[*quotation].inner.end.checked_sub(1).is_some_and(|i| self.view.is_comma(i));
                let cues = self.cues_of(self.cues[cue].sentence);
                let own_clause = paused && self.is_embedded(cue);
                let after = if own_clause { self.cue_after(*quotation, cues) } else { None };
                self.attributions[*quotation] = after.or_else(|| Some(self.by_cue(cue, Evidence::SubjectBefore)));
            }
        }
        for index in 0..self.view.sentences.len() {
            let sentence = &self.view.sentences[index];
            for quotation in self.view.quotations_in(&sentence.tokens) {
                if !self.covered[quotation] && self.attributions[quotation].is_none() {
                    self.attributions[quotation] = self.in_sentence(quotation, index);
                }
            }
        }
    }

    /// `After what Kim said, "We go," Lowe said.`: a cue that depends on another clause leads to no words of its own; in
    /// `Kim said, "We go," the police said` it does.
    fn is_embedded(&self, cue: usize) -> bool {
        let (view, cue) = (self.view, &self.cues[cue]);
        let link = cue.clause().start.checked_sub(1);
        let depends = |i: usize| {
            matches!(view.tag(i), Some(Tag::Subordinator | Tag::Wh | Tag::Preposition)) || view.is(i, &["as", "that"])
        };
        cue.speaker.is_none() || cue.is_gerund() || link.is_some_and(depends)
    }

    /// The attribution of a quotation by what stands in its own sentence.
    fn in_sentence(&self, quotation: usize, index: usize) -> Option<Attribution> {
        let single_in_heading = self.view.is_heading(self.view.sentences[index].block) && self.words(quotation) < 2;
        let open = self.view.quotations[quotation].open.start;
        let named = self.is_term(quotation) && self.view.sentences[index].tokens.start < open;
        if single_in_heading
            || named
            || noun_phrases::is_nickname(self.view, open)
            || self.is_part_of_subject(quotation, index)
            || self.is_title_after_preposition(quotation)
            || self.is_in_source(quotation, index)
        {
            return None;
        }
        if self.is_chanted(quotation) {
            return Some(UNKNOWN);
        }
        RULES.iter().find_map(|(_, rule)| rule(self, quotation, index))
    }

    /// `According to one of its "Storm Riders", it was over`
    fn is_in_source(&self, quotation: usize, index: usize) -> bool {
        let open = self.view.quotations[quotation].open.start;
        self.cues_of(index).any(|c| {
            let content = self.contents[c].as_ref().and_then(|content| parts(content).first());
            self.cues[c].verb.is_none() && (self.cues[c].tokens.start..content.map_or(0, |it| it.start)).contains(&open)
        })
    }

    /// `she said to chants of "Shame!"`: the words of a crowd, whoever speaks meanwhile.
    pub(super) fn is_chanted(&self, quotation: usize) -> bool {
        const SOUNDS: &[&str] = &["chants", "shouts", "cries", "calls", "jeers", "cheers"];
        let open = self.view.quotations[quotation].open.start;
        open > 1 && self.view.is(open - 1, &["of"]) && self.view.is(open - 2, SOUNDS)
    }

    /// `The "History" section of the site explains`: the marks stand inside a noun phrase, and not of one that somebody demands.
    fn is_part_of_subject(&self, quotation: usize, index: usize) -> bool {
        let open = self.view.quotations[quotation].open.start;
        if self.cues_of(index).any(|c| self.cues[c].tokens.end + 1 == open && self.cues[c].takes(Frame::Object)) {
            return false;
        }
        let (view, quotation) = (self.view, &self.view.quotations[quotation]);
        let (before, after) = (quotation.open.start.checked_sub(1), quotation.tokens().end);
        let opened = before.is_some_and(|i| view.opens_phrase(i));
        let paused = quotation.inner.end.checked_sub(1).is_some_and(|i| view.is_mark(i));
        opened && !paused && view.tag(after) == Some(Tag::Noun) && quotation.inner.len() <= 3
    }

    /// `Calling it a "farce", Lowe said`: words inside the object of a participle belong to it, not to the verb after them.
    fn in_opening_participle(&self, quotation: usize, index: usize) -> Option<Attribution> {
        const LONGEST: usize = 12;
        let view = self.view;
        let (first, open) = (self.view.sentences[index].tokens.start, view.quotations[quotation].open.start);
        let cue = self.cues_of(index).next()?;
        let found = &self.cues[cue];
        let opens = found.is_gerund() && found.tokens.start == first && found.speaker.is_some();
        let names = found.takes(Frame::Predicate) || found.takes(Frame::Object);
        let inside = found.tokens.end < open && open - first <= LONGEST;
        let plain = || (found.tokens.end..open).all(|i| !view.is_mark(i));
        (opens && names && inside && plain()).then(|| self.by_cue(cue, Evidence::Shared))
    }

    /// `"We are done," Lowe said`, `"We are done," said Lowe`
    fn cue_after(&self, quotation: usize, cues: Range<usize>) -> Option<Attribution> {
        let end = self.view.quotations[quotation].tokens().end;
        let cue = cues.into_iter().find(|&c| self.cues[c].clause_with_source().start >= end)?;
        let found = &self.cues[cue];
        let between = end..found.clause_with_source().start;
        let joins =
            |i: usize| self.view.is_mark(i) && self.view.word(i) != Some(";") || self.view.tag(i) == Some(Tag::Adverb);
        let adjacent = between.len() <= 3 && between.clone().all(joins);
        // "Kenya 'Facebook bandit' pleads not guilty"
        let is_subject = found.speaker.is_none() && between.is_empty() && !self.is_paused(quotation);
        // `"We are done," Lowe is quoted as saying by the Herald`
        let says = found.takes(Frame::Quote) || found.takes(Frame::Quotes);
        // `'A scandal': water firm accused of leak`
        let is_label = self.view.word(end) == Some(":") && !found.takes(Frame::That);
        (adjacent && says && !found.is_gerund() && !is_subject && !is_label)
            .then(|| self.by_cue(cue, Evidence::SubjectAfter))
    }

    /// `"Let nobody leave," the judge directed`, `"Never again," thundered the bishop`: words with a pause that open the sentence
    /// are said by the subject of the verb after them, whatever verb that is.
    fn closed_by_verb(&self, quotation: usize, index: usize) -> Option<Attribution> {
        let (view, sentence) = (self.view, &self.view.sentences[index].tokens);
        let Quotation { open, .. } = &view.quotations[quotation];
        let (end, opens) = (view.quotations[quotation].tokens().end, open.start == sentence.start);
        // `"We found it there" – she paused – "and in the boots."`
        let (end, is_paused) = if view.is_dash(end) { (end + 1, true) } else { (end, self.is_paused(quotation)) };
        let acts = |i: usize| {
            matches!(view.tag(i), Some(Tag::VerbPast | Tag::VerbPresent)) && !tokens::is_auxiliary(view.cursor, i)
        };
        let before = |phrase: &NounPhrase| acts(phrase.tokens.end) || acts(phrase.tokens.end + 1);
        let subject = if acts(end) { noun_phrases::starting_at(view, end + 1, sentence.end) } else { None };
        let subject = subject.or_else(|| noun_phrases::starting_at(view, end, sentence.end).filter(before));
        let speaker = subject.filter(|it| opens && noun_phrases::is_somebody(view, it.head()));
        let says = is_paused && self.words(quotation) > 2 && !indirect::is_title(view, quotation);
        Some(Attribution {
            cue: None,
            speaker: Some(speaker.filter(|_| says)?),
            evidence: Evidence::SubjectAfter,
            follows: None,
        })
    }

    /// `She called it "cheap" and "good for nobody"`, `"Never," the judge thundered, "will it be"`: words joined to others of
    /// somebody, or parted from them by a verb of another sort.
    fn joined(&self, quotation: usize, index: usize) -> Option<Attribution> {
        let (view, open) = (self.view, self.view.quotations[quotation].open.start);
        let link = open.checked_sub(2)?;
        if view.is_comma(link + 1) || view.is_dash(link + 1) {
            let first = view.quotations_in(&view.sentences[index].tokens).next()?;
            let is_closed = |it: &Attribution| it.cue.is_none() && it.evidence == Evidence::SubjectAfter;
            return self.follow(first, Evidence::SubjectAfter).filter(is_closed);
        }
        let before = view.quotation_at(link - usize::from(view.is_comma(link)))?;
        self.attributions[before].clone().filter(|_| view.is(link + 1, &["and", "or", "but"]))
    }

    /// Whether quoted words end in a mark of punctuation.
    fn is_paused(&self, quotation: usize) -> bool {
        self.view.quotations[quotation].inner.end.checked_sub(1).is_some_and(|i| self.view.is_mark(i))
    }

    /// `Lowe said, after a pause, "We are done."` and the second part of `"Talks," Lowe said, "go on."`
    fn cue_before(&self, quotation: usize, index: usize) -> Option<Attribution> {
        let start = self.view.quotations[quotation].open.start;
        let until = self.before_insertion(start, index);
        let leads_on = |c: usize| self.cues[c].speaker.is_none() || self.may_lead_on(c);
        let cue = self.cues_of(index).rev().find(|&c| self.cues[c].tokens.end <= until && leads_on(c))?;
        let found = &self.cues[cue];
        let is_song = found.base() == "sing" && indirect::is_title(self.view, quotation);
        if !found.takes(Frame::Quote) || is_song {
            return None;
        }
        let pause = start.checked_sub(1)?;
        let sentence = &self.view.sentences[index];
        let opened = adjuncts::opening(self.view, found, sentence.tokens.end);
        let adjacent = opened == start || opened + 1 == start && self.view.is_mark(opened);
        let after_pause = self.view.is_comma(pause) || self.view.word(pause) == Some(":") || until < start;
        let free = self.contents[cue].is_none() || matches!(self.contents[cue], Some(Content::Quotation(_)));
        (adjacent || after_pause && free).then(|| self.by_cue(cue, Evidence::SubjectBefore))
    }

    /// `Lowe spoke – which the Gazette found unusual – "We go."`: where an insertion before a quotation opens, if one does.
    fn before_insertion(&self, start: usize, index: usize) -> usize {
        let (view, first) = (self.view, self.view.sentences[index].tokens.start);
        let close = start.checked_sub(1).filter(|&i| i > first && view.is_dash(i));
        let open = close.and_then(|close| {
            (first..close).rev().find(|&i| view.is_dash(i)).filter(|&i| view.is(i + 1, &["which", "who", "as"]))
        });
        open.unwrap_or(start)
    }

    /// `Lowe said on "Morning Norr."`
    fn is_title_after_preposition(&self, quotation: usize) -> bool {
        let view = self.view;
        let Quotation { open, inner, .. } = &view.quotations[quotation];
        let mut words = inner.clone().filter(|&i| !view.is_mark(i));
        open.start.checked_sub(1).is_some_and(|before| view.is(before, &["on", "in", "at"]))
            && words.all(|i| view.is_capitalised(i))
    }

    /// `"Maybe a third" were found, according to Huron`
    fn according_to(&self, index: usize) -> Option<Attribution> {
        let cue = self.cues_of(index).find(|&c| self.cues[c].verb.is_none())?;
        Some(self.by_cue(cue, Evidence::AccordingTo))
    }

    /// `Lozovyi denied any rivalry: "We share a sea."`
    fn after_colon(&self, quotation: usize, index: usize) -> Option<Attribution> {
        let start = self.view.quotations[quotation].open.start;
        let colon = start.checked_sub(1).filter(|&i| matches!(self.view.word(i), Some(":" | ";")))?;
        let sentence = &self.view.sentences[index];
        let end = self.view.quotations[quotation].tokens().end;
        let ends = (end..sentence.tokens.end).all(|i| self.view.is_mark(i) || self.view.quotation_at(i).is_some());
        if !ends && self.words(quotation) < 4 {
            return None;
        }
        let cue = self.cues_of(index).rev().find(|&c| self.cues[c].tokens.end <= start && self.may_lead_on(c));
        if let Some(cue) = cue {
            let told = self.person_told_of(cue, colon).map(|speaker| Attribution {
                cue: None,
                speaker: Some(speaker),
                evidence: Evidence::Colon,
                follows: None,
            });
            return told.or_else(|| Some(self.by_cue(cue, Evidence::Colon)));
        }
        let speaker = clause_opening::of_clause(self.view, sentence.tokens.start, colon);
        // `"We go," Lowe said. Then, after a pause: "We stay."`
        let is_verb = |i: usize| self.view.is_verb(i) || self.view.quotation_at(i).is_some();
        if speaker.is_none() && !sentence.opens_block && !(sentence.tokens.start..colon).any(is_verb) {
            return self.by_sentence_before(index);
        }
        let speaker = speaker.map(|speaker| apposition::renamed_after(self.view, self.owner_of_words(speaker)));
        let speaker = speaker.filter(|speaker| !self.view.is_heading(sentence.block) || self.may_speak(speaker));
        speaker.map(|speaker| Attribution {
            cue: None,
            speaker: Some(speaker),
            evidence: Evidence::Colon,
            follows: None,
        })
    }

    /// Whether the words after a colon may be those of a cue's speaker. In `Lowe said the tests show lead: "It is old."`
    /// they are not those of the tests.
    fn may_lead_on(&self, cue: usize) -> bool {
        let (view, found) = (self.view, &self.cues[cue]);
        let Some(speaker) = &found.speaker else { return false };
        let covers = |part: &Range<usize>| part.contains(&found.tokens.start);
        let mut clauses = self.cues_of(found.sentence).filter_map(|c| self.contents[c].as_ref());
        noun_phrases::is_somebody(view, speaker.head()) || !clauses.any(|content| parts(content).iter().any(covers))
    }

    /// `According to the Gazette, Lowe was angry: "I quit."`: the subject of what "according to" reports.
    fn person_told_of(&self, cue: usize, colon: usize) -> Option<NounPhrase> {
        let content = self.contents[cue].as_ref().filter(|_| self.cues[cue].verb.is_none())?;
        let clause = parts(content).first().filter(|clause| clause.start > self.cues[cue].tokens.start)?;
        let subject = clause_opening::named_subject(self.view, clause.start, colon)?;
        let person =
            apposition::is_named_person(self.view, &subject) || self.view.has(subject.head(), Class::PersonNoun);
        person.then_some(subject)
    }

    /// Whether what stands before the colon of a headline is somebody, not what the article is about or how it is made:
    /// `Watch: "We share a sea"`, `Gaza: "We have nothing left"`.
    fn may_speak(&self, label: &NounPhrase) -> bool {
        const SPEAKERS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Group];
        match self.view.entities.at_token(label.head()) {
            Some(place) => SPEAKERS.contains(&self.view.entities.list[place.entity.0 as usize].kind),
            None if self.view.has(label.head(), Class::Occasion) => false,
            None => {
                let is_name = self.view.tag(label.head()) == Some(Tag::ProperNoun);
                is_name || noun_phrases::is_somebody(self.view, label.head())
            }
        }
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

    /// `In Lowe's words, it was "a farce"`, `It was, in the words of Lowe, "a farce"`
    fn in_words_of(&self, quotation: usize, index: usize) -> Option<Attribution> {
        const LONGEST_OWNER: usize = 8;
        /// How far back the words are looked for: a text may be one single sentence.
        const FARTHEST: usize = 100;
        let (view, start) = (self.view, self.view.quotations[quotation].open.start);
        let mut before = (self.view.sentences[index].tokens.start + 2..start).rev().take(FARTHEST);
        let words = before.find(|&i| view.is(i, &["words"]))?;
        let owner = if view.is(words + 1, &["of"]) {
            noun_phrases::starting_at(view, words + 2, start)
        } else {
            let mark = Some(words - 1).filter(|&i| view.tag(i) == Some(Tag::PossessiveMark));
            mark.and_then(|mark| noun_phrases::core_ending_at(view, mark, mark.saturating_sub(LONGEST_OWNER)))
                .map(NounPhrase::plain)
        };
        let owner = owner.filter(|owner| {
            let first = owner.tokens.start.min(words);
            let before = if first == words { words - 1 } else { first };
            view.is(before.saturating_sub(1), &["in"])
        })?;
        let speaker = Some(apposition::renamed_after(view, owner));
        Some(Attribution { cue: None, speaker, evidence: Evidence::InWords, follows: None })
    }

    /// `something she "absolutely denies"`: the subject stands before the marks, its verb of saying closes the words.
    fn around_verb(&self, quotation: usize) -> Option<Attribution> {
        const LONGEST: usize = 5;
        let (view, inner) = (self.view, self.view.quotations[quotation].inner.clone());
        let last = inner.clone().rev().find(|&i| !view.is_mark(i))?;
        let says = inner.len() <= LONGEST && view.cue_verb(last).is_some_and(|(verb, _)| verb.takes(Frame::That));
        let start = view.quotations[quotation].open.start;
        let subject = noun_phrases::core_ending_at(view, start, start.saturating_sub(LONGEST)).filter(|_| says)?;
        let speaker = Some(NounPhrase::plain(subject.clone()));
        let is_person =
            view.tag(subject.end - 1) == Some(Tag::Pronoun) || view.entities.at_token(subject.end - 1).is_some();
        is_person.then_some(Attribution { cue: None, speaker, evidence: Evidence::InWords, follows: None })
    }

    /// `demanded their "immediate" release`
    fn in_object(&self, quotation: usize, index: usize) -> Option<Attribution> {
        const FARTHEST: usize = 24;
        let start = self.view.quotations[quotation].open.start;
        let cue = self.cues_of(index).rev().find(|&c| self.cues[c].tokens.end <= start)?;
        let found = &self.cues[cue];
        let near = start - found.tokens.end <= FARTHEST;
        let free = !matches!(self.contents[cue], Some(Content::Clause(_)));
        let fits = found.takes(Frame::Object) || found.takes(Frame::That) && free;
        let term = indirect::is_title(self.view, quotation) || self.is_term(quotation);
        // "The storm underlined the "need" for a dam"
        let speaks = |speaker: &NounPhrase| {
            let head = noun_phrases::counted_head(self.view, speaker);
            let is_thing = found.takes(Frame::Animate) || self.view.is_lower_case(head) && found.is_gerund();
            !is_thing || noun_phrases::is_somebody(self.view, head) || self.view.has(head, Class::Document)
        };
        (near && fits && found.speaker.as_ref().is_some_and(speaks) && !term)
            .then(|| self.by_cue(cue, Evidence::InObject))
    }

    /// A term rather than words of somebody: after "so-called", or a single word that is no verdict.
    fn is_term(&self, quotation: usize) -> bool {
        let open = self.view.quotations[quotation].open.start;
        (1..=2).filter_map(|back| open.checked_sub(back)).any(|i| self.view.has(i, Class::Naming))
    }

    /// `"We are done" – Lowe`
    fn before_dash(&self, quotation: usize, index: usize) -> Option<Attribution> {
        let dash = self.view.quotations[quotation].tokens().end;
        let end = self.view.sentences[index].tokens.end;
        let name = self.view.is_dash(dash).then(|| noun_phrases::starting_at(self.view, dash + 1, end)).flatten()?;
        let place = self.view.entities.at_token(name.head());
        let person = place.is_none_or(|p| self.view.entities.list[p.entity.0 as usize].kind == EntityKind::Person);
        let end = end - usize::from(self.view.is_stop(end - 1));
        let is_part = |i: usize| self.view.is_capitalised(i) || self.view.has(i, Class::PersonNoun);
        let whole = name.tokens.end == end && name.core.clone().all(is_part);
        (whole && person).then_some(Attribution {
            cue: None,
            speaker: Some(name),
            evidence: Evidence::Label,
            follows: None,
        })
    }
}
