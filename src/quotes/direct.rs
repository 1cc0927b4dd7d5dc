//! Words in quotation marks: which of them are speech, and whose.

use super::{
    Found,
    clauses::{self, Content},
    cues::{Cue, Side},
    nouns::{self, NounPhrase},
    reasons::How,
    subject,
    view::{Outer, View},
};
use crate::{
    model::{Class, Frame},
    report::{EntityKind, Form, QuoteKind},
    tokens::Tag,
};
use std::ops::Range;

/// The marked words that are speech, with their speakers.
pub(super) fn attribute(view: &View, cues: &[Cue], contents: &[Option<Content>]) -> Vec<Found> {
    let mut scene = Scene::new(view, cues, contents);
    scene.attribute_by_cues();
    scene.attribute_by_context();
    scene.found()
}

/// Who said a marked stretch, and how that is known.
#[derive(Clone, Debug)]
struct Attribution {
    cue: Option<usize>,
    speaker: Option<NounPhrase>,
    how: How,
    /// The stretch whose utterance it continues.
    follows: Option<usize>,
}

struct Scene<'v, 'a> {
    view: &'v View<'a>,
    cues: &'v [Cue<'a>],
    contents: &'v [Option<Content>],
    /// By the index of the stretch; none for those inside clauses, or without speaker, or no speech.
    attributions: Vec<Option<Attribution>>,
    /// Whether the stretch stands inside a reported clause.
    covered: Vec<bool>,
}

impl<'v, 'a> Scene<'v, 'a> {
    fn new(view: &'v View<'a>, cues: &'v [Cue<'a>], contents: &'v [Option<Content>]) -> Scene<'v, 'a> {
        let mut covered = vec![false; view.marked.len()];
        for part in contents.iter().flatten().flat_map(parts) {
            view.marked_in(part).for_each(|m| covered[m] = true);
        }
        Scene { view, cues, contents, attributions: vec![None; view.marked.len()], covered }
    }

    /// The cues of an outer sentence, with the index of the first.
    fn cues_of(&self, sentence: usize) -> Range<usize> {
        let first = self.cues.partition_point(|cue| cue.sentence < sentence);
        first..self.cues.partition_point(|cue| cue.sentence <= sentence)
    }

    fn attribute_by_cues(&mut self) {
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

    fn by_cue(&self, cue: usize, how: How) -> Attribution {
        let how = match self.cues[cue].side {
            _ if self.cues[cue].verb.is_none() => How::Accordance,
            Side::After => How::Inverted,
            Side::Shared => How::Shared,
            Side::Before => how,
        };
        Attribution { cue: Some(cue), speaker: self.cues[cue].speaker.clone(), how, follows: None }
    }

    /// How many words stand between the marks.
    fn words(&self, marked: usize) -> usize {
        self.view.marked[marked].inner.clone().filter(|&i| !self.view.is_mark(i)).count()
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
        let opened = before.is_some_and(|i| matches!(view.tag(i), Tag::Determiner | Tag::Possessive));
        let paused = stretch.inner.end.checked_sub(1).is_some_and(|i| view.is_mark(i));
        opened && !paused && view.tag(after) == Tag::Noun && stretch.inner.len() <= 3
    }

    /// `"We are done," Lowe said`, `"We are done," said Lowe`
    fn cue_after(&self, marked: usize, cues: Range<usize>) -> Option<Attribution> {
        let end = self.view.marked[marked].tokens().end;
        let cue = cues.into_iter().find(|&c| self.cues[c].clause().start >= end)?;
        let found = &self.cues[cue];
        let between = end..found.clause().start;
        let adjacent =
            between.clone().all(|i| self.view.is_mark(i) || self.view.tag(i) == Tag::Adverb) && between.len() <= 3;
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
        let opened = clauses::opening(self.view, found, sentence.tokens.end);
        let adjacent = opened == start || opened + 1 == start && self.view.is_mark(opened);
        let after_pause = self.view.is_comma(pause) || self.view.word(pause) == ":";
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
        let colon = start.checked_sub(1).filter(|&i| self.view.word(i) == ":")?;
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
        if view.tag(core.start) == Tag::Possessive {
            return NounPhrase::plain(core.start..core.start + 1);
        }
        match core.clone().find(|&i| view.tag(i) == Tag::PossessiveMark) {
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

    /// Speakers for what no cue claims, in text order; headings come last, since they take their speaker from the story.
    fn attribute_by_context(&mut self) {
        let (headings, story): (Vec<_>, Vec<_>) =
            (0..self.view.sentences.len()).partition(|&index| self.view.is_heading(self.view.sentences[index].block));
        for index in story.into_iter().chain(headings) {
            let stretches: Vec<_> = self.view.marked_in(&self.view.sentences[index].tokens).collect();
            for marked in stretches {
                if !self.covered[marked] && self.attributions[marked].is_none() && !self.waits(marked) {
                    self.attributions[marked] = self.by_context(marked, index);
                }
                self.pass_back(marked);
            }
        }
    }

    /// Whether the speaker of a stretch that runs on into the next paragraph will be named there.
    fn waits(&self, marked: usize) -> bool {
        let next = (marked + 1..self.attributions.len()).take(8).find(|&m| self.view.is_top(m));
        self.view.marked[marked].runs_on
            && next.is_some_and(|next| self.attributions[next].is_some() || self.view.marked[next].runs_on)
    }

    /// Gives the speaker of a stretch to those before it that run on into it.
    fn pass_back(&mut self, marked: usize) {
        let Some(found) = self.attributions[marked].clone().filter(|a| a.speaker.is_some()) else { return };
        let mut at = marked;
        while let Some(before) = self.top_level_before(at).filter(|&m| self.view.marked[m].runs_on) {
            if self.attributions[before].as_ref().is_some_and(|a| a.speaker.is_some()) {
                break;
            }
            self.attributions[before] = Some(Attribution { how: How::RunsOn, follows: None, ..found.clone() });
            if let Some(later) = &mut self.attributions[at] {
                later.follows = Some(before);
            }
            at = before;
        }
    }

    fn top_level_before(&self, marked: usize) -> Option<usize> {
        (0..marked).rev().take(8).find(|&m| self.view.is_top(m))
    }

    fn by_context(&self, marked: usize, index: usize) -> Option<Attribution> {
        let sentence = &self.view.sentences[index];
        let alone = self.stands_alone(sentence);
        if self.view.is_heading(sentence.block) {
            return self.repeated(marked).or_else(|| self.in_headline(marked, sentence));
        }
        if !alone {
            return None;
        }
        let before = self.top_level_before(marked);
        if let Some(open) = before.filter(|&m| self.view.marked[m].runs_on) {
            let found = self.follow(open, How::RunsOn).or_else(|| self.by_head_of_chain(open));
            return Some(found.unwrap_or(UNKNOWN));
        }
        if !sentence.opens_block {
            return self.by_sentence_before(index);
        }
        let found = self.by_words_after(index).or_else(|| self.by_block_before(index));
        Some(found.or_else(|| self.by_sentence_after(index)).unwrap_or(UNKNOWN))
    }

    /// A quotation that runs on over paragraphs and is attributed in none of them takes the speaker before or after it.
    fn by_head_of_chain(&self, open: usize) -> Option<Attribution> {
        const LONGEST_CHAIN: usize = 40;
        let mut head = open;
        for _ in 0..LONGEST_CHAIN {
            match self.top_level_before(head).filter(|&m| self.view.marked[m].runs_on) {
                Some(before) => head = before,
                None => break,
            }
        }
        let start = self.view.marked[head].open.start;
        let index = self.view.sentences.partition_point(|s| s.tokens.end <= start);
        let opens_block = self.view.sentences[index].opens_block && self.view.sentences[index].tokens.start == start;
        if opens_block { self.by_block_before(index) } else { self.by_sentence_before(index) }
    }

    /// Whether marked words have a verb: "Nobody else is coming", not "Old stories".
    fn is_clause(&self, marked: usize) -> bool {
        let verb = |i: usize| self.view.tag(i).is_verb() || self.view.tag(i) == Tag::Modal;
        self.view.marked[marked].inner.clone().any(verb)
    }

    /// The speaker of the same words elsewhere in the text.
    fn repeated(&self, marked: usize) -> Option<Attribution> {
        let wanted = self.view.marked[marked].inner.clone();
        let key = |i: usize| self.view.reading.tokens.form(i).lower;
        let words: Vec<u32> = wanted.filter(|&i| !self.view.is_mark(i)).map(key).collect();
        if !self.is_clause(marked) {
            return None;
        }
        let holds = |tokens: Range<usize>| {
            let all: Vec<u32> = tokens.filter(|&i| !self.view.is_mark(i)).map(key).collect();
            words.len() > 1 && all.windows(words.len()).any(|window| window == words)
        };
        let quoted = self.attributions.iter().enumerate().find_map(|(m, found)| {
            found
                .as_ref()
                .filter(|found| m != marked && found.speaker.is_some() && holds(self.view.marked[m].inner.clone()))
        });
        let speaker = quoted.and_then(|found| found.speaker.clone()).or_else(|| {
            let mut clauses = self.contents.iter().enumerate().filter_map(|(c, content)| Some((c, content.as_ref()?)));
            clauses
                .find(|(_, content)| parts(content).iter().any(|part| holds(part.clone())))
                .and_then(|(c, _)| self.cues[c].speaker.clone())
        });
        Some(Attribution { cue: None, speaker: Some(speaker?), how: How::Repeats, follows: None })
    }

    /// `'The river does not read our reports': Ana Lowe on floods`
    fn in_headline(&self, marked: usize, sentence: &Outer) -> Option<Attribution> {
        let after = self.view.marked[marked].tokens().end;
        let opens = self.view.marked[marked].open.start == sentence.tokens.start && self.view.word(after) == ":";
        let rest = Outer { tokens: after + 1..sentence.tokens.end, ..sentence.clone() };
        let speaker = self.named_person(&rest).filter(|_| opens && self.words(marked) > 2)?;
        Some(Attribution { cue: None, speaker: Some(speaker), how: How::Colon, follows: None })
    }

    /// `"What does it sound like?"¶She laughs.`
    fn by_sentence_after(&self, index: usize) -> Option<Attribution> {
        let next = self.view.sentences.get(index + 1).filter(|next| !self.view.is_heading(next.block))?;
        let speaker = Some(self.person_in(next)?);
        Some(Attribution { cue: None, speaker, how: How::SentenceAfter, follows: None })
    }

    /// The person whom a sentence is about: its subject, else the first "he" or "she".
    fn person_in(&self, sentence: &Outer) -> Option<NounPhrase> {
        let subject = subject::of_clause(self.view, sentence.tokens.start, sentence.tokens.end);
        let pronoun =
            || sentence.tokens.clone().find(|&i| self.view.is(i, &["he", "she"]) && self.view.marked_at(i).is_none());
        subject
            .filter(|subject| self.is_person(subject))
            .or_else(|| self.named_person(sentence))
            .or_else(|| pronoun().map(|i| NounPhrase::plain(i..i + 1)))
    }

    /// The last person whom a sentence names outside quotation marks.
    fn named_person(&self, sentence: &Outer) -> Option<NounPhrase> {
        let entities = self.view.entities;
        let places = entities.within(sentence.tokens.clone()).iter().rev();
        let mut people = places.filter(|place| {
            let named = matches!(place.form, Form::Name | Form::Short);
            named
                && entities.list[place.entity.0 as usize].kind == EntityKind::Person
                && self.view.marked_at(place.tokens.start).is_none()
        });
        people.next().map(|place| NounPhrase::plain(place.tokens.clone()))
    }

    /// Whether a phrase may name a person: a name, "he" or "she".
    fn is_person(&self, phrase: &NounPhrase) -> bool {
        let head = phrase.head();
        self.view.is(head, &["he", "she"]) || self.view.tag(head) == Tag::ProperNoun
    }

    /// Whether a sentence holds nothing but marked words.
    fn stands_alone(&self, sentence: &Outer) -> bool {
        let mut brackets = 0;
        sentence.tokens.clone().all(|i| {
            match self.view.word(i) {
                "(" | "[" => brackets += 1,
                ")" | "]" => brackets -= 1,
                _ => {}
            }
            brackets > 0 || self.view.marked_at(i).is_some() || self.view.is_mark(i)
        })
    }

    fn follow(&self, before: usize, how: How) -> Option<Attribution> {
        let found = self.attributions[before].clone()?;
        Some(Attribution { how, follows: Some(before), ..found })
    }

    /// Same paragraph: goes on from the words before, or from the speaker whom the sentence before names.
    fn by_sentence_before(&self, index: usize) -> Option<Attribution> {
        let before = &self.view.sentences[index.checked_sub(1)?];
        let last = self.view.marked_in(&before.tokens).filter(|&m| self.attributions[m].is_some()).last();
        if let Some(last) = last {
            return self.follow(last, How::Continues);
        }
        let cue = self.cues_of(index - 1).find(|&c| self.cues[c].speaker.is_some() && self.contents[c].is_some());
        if let Some(cue) = cue {
            return Some(Attribution { cue: None, how: How::Continues, ..self.by_cue(cue, How::Continues) });
        }
        let Some(subject) = self.person_in(before) else { return Some(UNKNOWN) };
        Some(Attribution { cue: None, speaker: Some(subject), how: How::SentenceBefore, follows: None })
    }

    /// `"A." "B," Lowe said.`
    fn by_words_after(&self, index: usize) -> Option<Attribution> {
        let (here, next) = (&self.view.sentences[index], self.view.sentences.get(index + 1)?);
        let first = self.view.marked_in(&next.tokens).next().filter(|_| next.block == here.block)?;
        let opens = self.view.marked[first].open.start == next.tokens.start;
        let found = self.attributions[first].clone().filter(|_| opens)?;
        Some(Attribution { how: How::WordsAfter, ..found })
    }

    /// The paragraph before: it ends in a colon, or in words of somebody who goes on.
    fn by_block_before(&self, index: usize) -> Option<Attribution> {
        const MOST_HEADINGS: usize = 3;
        let index =
            (0..index).rev().take(MOST_HEADINGS).find(|&i| !self.view.is_heading(self.view.sentences[i].block))?;
        let before = &self.view.sentences[index];
        let last = self.view.marked_in(&before.tokens).filter(|&m| self.attributions[m].is_some()).last();
        if let Some(last) = last {
            return self.in_turn(last).or_else(|| self.follow(last, How::ParagraphBefore));
        }
        let how = if self.view.word(before.tokens.end - 1) == ":" { How::Colon } else { How::ParagraphBefore };
        let reports = |&c: &usize| self.cues[c].speaker.is_some() && (how == How::Colon || self.contents[c].is_some());
        if let Some(cue) = self.cues_of(index).find(reports) {
            return Some(Attribution { cue: None, how, ..self.by_cue(cue, how) });
        }
        let person = self.person_in(before).map(|person| subject::renamed_after(self.view, person));
        if person.is_none() && how == How::ParagraphBefore {
            return self.by_report_above(index);
        }
        let speaker = Some(person?);
        let how = if how == How::Colon { how } else { How::SentenceBefore };
        Some(Attribution { cue: None, speaker, how, follows: None })
    }

    /// The speaker of a report further up in the paragraph before, where its last sentence names nobody.
    fn by_report_above(&self, index: usize) -> Option<Attribution> {
        const MOST_SENTENCES: usize = 3;
        let block = self.view.sentences[index].block;
        let above = (0..index).rev().take(MOST_SENTENCES).take_while(|&i| self.view.sentences[i].block == block);
        let mut cues = above.flat_map(|i| self.cues_of(i).rev());
        let cue = cues.find(|&c| self.cues[c].speaker.is_some() && self.contents[c].is_some())?;
        Some(Attribution { cue: None, how: How::ParagraphBefore, ..self.by_cue(cue, How::ParagraphBefore) })
    }

    /// `"Is it over?" Ray asked Kim.¶"Not yet."¶"When?"`: hearer and speaker take turns.
    fn in_turn(&self, before: usize) -> Option<Attribution> {
        let found = self.attributions[before].as_ref()?;
        let asked = self.view.word(self.view.marked[before].inner.end.checked_sub(1)?) == "?";
        let speaker = match found.cue {
            Some(cue) if asked => clauses::hearer(self.view, &self.cues[cue]),
            None if found.how == How::Alternates => {
                let earlier = self.top_level_before(before)?;
                self.attributions[earlier].as_ref()?.speaker.clone()
            }
            Some(cue) if self.replies(cue) => {
                let earlier = self.top_level_before(before)?;
                let asks = |found: &&Attribution| found.cue.is_none_or(|asked| !self.replies(asked));
                self.attributions[earlier].as_ref().filter(asks)?.speaker.clone()
            }
            _ => None,
        };
        Some(Attribution { cue: None, speaker: Some(speaker?), how: How::Alternates, follows: None })
    }

    /// `"It was a joke," he replied.`
    fn replies(&self, cue: usize) -> bool {
        matches!(self.cues[cue].base(), "reply" | "answer" | "respond" | "retort")
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

    /// The quotes: stretches under one cue are parts of one quote, stretches that go on from others share a group.
    fn found(&self) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut groups = Groups { of: vec![None; self.view.marked.len()], count: 0 };
        let mut last = None;
        for (marked, attribution) in self.attributions.iter().enumerate() {
            let Some((attribution, inner)) = attribution.as_ref().zip(self.inner(marked)) else { continue };
            match last.filter(|before| self.share_cue(*before, attribution)).zip(found.last_mut()) {
                Some((before, quote)) => {
                    quote.parts.push(inner);
                    groups.of[marked] = groups.of[before];
                }
                None => found.push(Found {
                    kind: QuoteKind::Direct,
                    parts: vec![inner],
                    cue: attribution.cue,
                    speaker: attribution.speaker.clone(),
                    how: attribution.how,
                    group: attribution.follows.map(|before| groups.join(marked, before)),
                }),
            }
            last = Some(marked);
        }
        found
    }

    /// Whether a stretch stands under the same cue as the one before it.
    fn share_cue(&self, before: usize, attribution: &Attribution) -> bool {
        let cue = self.attributions[before].as_ref().and_then(|before| before.cue);
        attribution.cue.is_some() && cue == attribution.cue && attribution.follows.is_none()
    }

    /// The words of a stretch without the comma that belongs to the attribution.
    fn inner(&self, marked: usize) -> Option<Range<usize>> {
        let inner = self.view.marked[marked].inner.clone();
        let last = inner.end.checked_sub(1).filter(|last| inner.contains(last))?;
        let inner = inner.start..inner.end - usize::from(self.view.is_comma(last));
        (!inner.is_empty()).then_some(inner)
    }
}

/// Numbers for utterances that run over several quotes.
struct Groups {
    /// By the index of the stretch.
    of: Vec<Option<u32>>,
    count: u32,
}

impl Groups {
    /// The group of a stretch that goes on from `before`, which joins it if it was alone.
    fn join(&mut self, marked: usize, before: usize) -> u32 {
        let group = self.of[before].unwrap_or_else(|| {
            self.count += 1;
            self.count - 1
        });
        (self.of[before], self.of[marked]) = (Some(group), Some(group));
        group
    }
}

const UNKNOWN: Attribution = Attribution { cue: None, speaker: None, how: How::Unknown, follows: None };

fn parts(content: &Content) -> &[Range<usize>] {
    match content {
        Content::Clause(parts) => parts,
        Content::Marked(_) => &[],
    }
}
