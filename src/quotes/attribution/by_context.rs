//! Quoted words without an attribution of their own: whose they are by what stands around them.

use super::{Attribution, Attributor, UNKNOWN, parts};
use crate::{
    model::Class,
    quotes::{
        adjuncts, apposition, clause_opening, dialogue,
        evidence::Evidence,
        noun_phrases::{self, NounPhrase},
        view::MatrixSentence,
    },
    report::{EntityKind, Form},
    tokens::{Tag, Tokens},
};
use std::ops::Range;

/// Where a quotation without a cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In a heading or caption.
    Heading,
    /// After a paragraph whose quotation was left open.
    AfterOpen,
    /// Alone in its sentence, after others of its paragraph.
    InParagraph,
    /// Alone in the sentence that opens a paragraph.
    NewParagraph,
}

/// Attributes a quotation by the sentence in which it stands, given by its index.
type Rule = fn(&Attributor, usize, usize) -> Option<Attribution>;

/// The rules for each place, in order of precedence. Each has cases under its name in `tests/quotes/attribution.txt`.
const RULES: &[(&str, Place, Rule)] = &[
    ("repeat of a quotation", Place::Heading, |attributor, quotation, _| attributor.repeated(quotation)),
    ("a name after the words and a colon", Place::Heading, |attributor, quotation, sentence| {
        attributor.in_headline(quotation, sentence)
    }),
    ("the quotation runs on", Place::AfterOpen, |attributor, quotation, _| {
        attributor.by_quotation_left_open(quotation)
    }),
    ("a chain of paragraphs", Place::AfterOpen, |attributor, quotation, _| attributor.by_head_of_chain(quotation)),
    ("continue the paragraph", Place::InParagraph, |attributor, _, sentence| attributor.by_sentence_before(sentence)),
    ("signed below", Place::NewParagraph, |attributor, _, sentence| attributor.by_signature(sentence)),
    ("words after it in the paragraph", Place::NewParagraph, |attributor, _, sentence| {
        attributor.by_words_after(sentence)
    }),
    ("the paragraph before", Place::NewParagraph, |attributor, _, sentence| attributor.by_block_before(sentence)),
    ("the sentence after", Place::NewParagraph, |attributor, _, sentence| attributor.by_sentence_after(sentence)),
];

impl Attributor<'_, '_> {
    /// Speakers for what no cue claims, in text order; headings come last, since they take their speaker from the story.
    pub(super) fn attribute_by_context(&mut self) {
        let (headings, story): (Vec<_>, Vec<_>) =
            (0..self.view.sentences.len()).partition(|&index| self.view.is_heading(self.view.sentences[index].block));
        for index in story.into_iter().chain(headings) {
            let sentence = &self.view.sentences[index];
            let quotations: Vec<_> = self.view.quotations_in(&sentence.tokens).collect();
            let is_alone = !quotations.is_empty() && self.stands_alone(sentence);
            for quotation in quotations {
                if !self.covered[quotation] && self.attributions[quotation].is_none() && !self.waits(quotation) {
                    self.attributions[quotation] = self.by_context(quotation, index, is_alone);
                }
                self.pass_back(quotation);
            }
        }
    }

    /// Whether the speaker of a quotation that runs on into the next paragraph will be named there.
    fn waits(&self, quotation: usize) -> bool {
        let next = (quotation + 1..self.attributions.len()).take(8).find(|&m| self.view.is_top(m));
        self.view.quotations[quotation].runs_on
            && next.is_some_and(|next| self.attributions[next].is_some() || self.view.quotations[next].runs_on)
    }

    /// Gives the speaker of a quotation to those before it that run on into it.
    fn pass_back(&mut self, quotation: usize) {
        let Some(found) = self.attributions[quotation].clone().filter(|a| a.speaker.is_some()) else { return };
        let mut at = quotation;
        while let Some(before) = self.top_level_before(at).filter(|&m| self.view.quotations[m].runs_on) {
            if self.attributions[before].as_ref().is_some_and(|a| a.speaker.is_some()) {
                break;
            }
            self.attributions[before] =
                Some(Attribution { evidence: Evidence::RunsOn, follows: None, ..found.clone() });
            if let Some(later) = &mut self.attributions[at] {
                later.follows = Some(before);
            }
            at = before;
        }
    }

    /// The first rule for the place of a quotation that finds a speaker; in the story, nobody where none does.
    fn by_context(&self, quotation: usize, index: usize, is_alone: bool) -> Option<Attribution> {
        let place = self.place(quotation, index, is_alone)?;
        let mut rules = RULES.iter().filter(|(_, of, _)| *of == place);
        let found = rules.find_map(|(_, _, rule)| rule(self, quotation, index));
        found.or_else(|| (place != Place::Heading).then_some(UNKNOWN))
    }

    /// Where a quotation stands; none if it is part of a sentence of the story, where others stand beside the quoted words.
    fn place(&self, quotation: usize, index: usize, is_alone: bool) -> Option<Place> {
        let sentence = &self.view.sentences[index];
        match () {
            () if self.view.is_heading(sentence.block) => Some(Place::Heading),
            () if !is_alone => None,
            () if self.left_open_before(quotation).is_some() => Some(Place::AfterOpen),
            () if sentence.opens_block => Some(Place::NewParagraph),
            () => Some(Place::InParagraph),
        }
    }

    /// The quotation before, if its paragraph ends without a closing mark.
    fn left_open_before(&self, quotation: usize) -> Option<usize> {
        self.top_level_before(quotation).filter(|&m| self.view.quotations[m].runs_on)
    }

    fn by_quotation_left_open(&self, quotation: usize) -> Option<Attribution> {
        self.follow(self.left_open_before(quotation)?, Evidence::RunsOn)
    }

    /// A quotation that runs on over paragraphs and is attributed in none of them takes the speaker before or after it.
    fn by_head_of_chain(&self, quotation: usize) -> Option<Attribution> {
        const LONGEST_CHAIN: usize = 40;
        let mut head = self.left_open_before(quotation)?;
        for _ in 0..LONGEST_CHAIN {
            match self.top_level_before(head).filter(|&m| self.view.quotations[m].runs_on) {
                Some(before) => head = before,
                None => break,
            }
        }
        let start = self.view.quotations[head].open.start;
        let index = self.view.sentences.partition_point(|s| s.tokens.end <= start);
        let opens_block = self.view.sentences[index].opens_block && self.view.sentences[index].tokens.start == start;
        if opens_block { self.by_block_before(index) } else { self.by_sentence_before(index) }
    }

    /// Whether quoted words have a verb: "Nobody else is coming", not "Old stories".
    fn is_clause(&self, quotation: usize) -> bool {
        let verb = |i: usize| self.view.is_verb(i) || self.view.tag(i) == Some(Tag::Modal);
        self.view.quotations[quotation].inner.clone().any(verb)
    }

    /// The speaker of the same words elsewhere in the text.
    fn repeated(&self, quotation: usize) -> Option<Attribution> {
        const TELLING: usize = 4;
        let wanted = self.view.quotations[quotation].inner.clone();
        let Tokens { tokens, forms, .. } = self.view.reading.tokens;
        let forms_in = |range: Range<usize>| tokens[range].iter().map(|token| &forms[token.form as usize]);
        let words_in = |range| forms_in(range).filter(|form| !form.shape.is_mark()).map(|form| form.lower);
        let words: Vec<u32> = words_in(wanted).collect();
        if words.len() < 2 || !self.is_clause(quotation) && words.len() < TELLING {
            return None;
        }
        let holds = |tokens: Range<usize>| {
            // Few hold the first of the words.
            forms_in(tokens.clone()).any(|form| form.lower == words[0]) && {
                let all: Vec<u32> = words_in(tokens).collect();
                all.windows(words.len()).any(|window| window == words)
            }
        };
        let quoted = self.attributions.iter().enumerate().find_map(|(m, found)| {
            found.as_ref().filter(|found| {
                m != quotation && found.speaker.is_some() && holds(self.view.quotations[m].inner.clone())
            })
        });
        let speaker = quoted.and_then(|found| found.speaker.clone()).or_else(|| {
            let mut clauses = self.contents.iter().enumerate().filter_map(|(c, content)| Some((c, content.as_ref()?)));
            clauses
                .find(|(_, content)| parts(content).iter().any(|part| holds(part.clone())))
                .and_then(|(c, _)| self.cues[c].speaker.clone())
        });
        Some(Attribution { cue: None, speaker: Some(speaker?), evidence: Evidence::Repeats, follows: None })
    }

    /// `'The river does not read our reports': Ana Lowe on floods`
    fn in_headline(&self, quotation: usize, index: usize) -> Option<Attribution> {
        let sentence = &self.view.sentences[index];
        let after = self.view.quotations[quotation].tokens().end;
        let opens =
            self.view.quotations[quotation].open.start == sentence.tokens.start && self.view.word(after) == Some(":");
        let rest = MatrixSentence { tokens: after + 1..sentence.tokens.end, ..sentence.clone() };
        let speaker = self.named_person(&rest).filter(|_| opens && self.words(quotation) > 2)?;
        Some(Attribution { cue: None, speaker: Some(speaker), evidence: Evidence::Colon, follows: None })
    }

    /// A post in marks, with the line "— Ana Lowe (@analowe)" below it.
    fn by_signature(&self, index: usize) -> Option<Attribution> {
        let next = self.view.sentences.get(index + 1)?;
        let speaker = dialogue::signature(self.view, &next.tokens).filter(|_| next.opens_block)?;
        Some(Attribution { cue: None, speaker: Some(speaker), evidence: Evidence::SetApart, follows: None })
    }

    /// `"What does it sound like?"¶She laughs.`
    fn by_sentence_after(&self, index: usize) -> Option<Attribution> {
        let next = self.view.sentences.get(index + 1).filter(|next| !self.view.is_heading(next.block))?;
        let speaker = Some(self.person_in(next)?);
        Some(Attribution { cue: None, speaker, evidence: Evidence::SentenceAfter, follows: None })
    }

    /// The person whom a sentence is about: its subject, else the first "he" or "she".
    fn person_in(&self, sentence: &MatrixSentence) -> Option<NounPhrase> {
        self.subject_in(sentence)
            .or_else(|| self.owner_of_message(sentence))
            .or_else(|| self.named_person(sentence))
            .or_else(|| self.pronoun_in(sentence))
    }

    /// The subject of a sentence, if it is a person.
    fn subject_in(&self, sentence: &MatrixSentence) -> Option<NounPhrase> {
        let subject = clause_opening::of_clause(self.view, sentence.tokens.start, sentence.tokens.end);
        subject.filter(|subject| self.is_person(subject))
    }

    /// The first "he" or "she" of a sentence, outside quotation marks.
    fn pronoun_in(&self, sentence: &MatrixSentence) -> Option<NounPhrase> {
        let stands = |&i: &usize| self.view.is(i, &["he", "she"]) && self.view.quotation_at(i).is_none();
        sentence.tokens.clone().find(stands).map(|i| NounPhrase::plain(i..i + 1))
    }

    /// "That was her message to Kim.", "Lowe's answer to the board?": whose message it is, not who gets it.
    fn owner_of_message(&self, sentence: &MatrixSentence) -> Option<NounPhrase> {
        let view = self.view;
        let carries = |i: usize| view.has(i, Class::Medium) || view.is(i, &["answer", "reply", "verdict", "advice"]);
        let noun = sentence.tokens.clone().find(|&i| carries(i) && view.quotation_at(i).is_none())?;
        let mark = noun.checked_sub(1).filter(|&mark| mark >= sentence.tokens.start)?;
        match view.tag(mark) {
            Some(Tag::Possessive) if view.is(mark, &["his", "her"]) => Some(NounPhrase::plain(mark..mark + 1)),
            Some(Tag::PossessiveMark) => {
                noun_phrases::core_ending_at(view, mark, sentence.tokens.start).map(NounPhrase::plain)
            }
            _ => None,
        }
    }

    /// The last person whom a sentence names outside quotation marks.
    fn named_person(&self, sentence: &MatrixSentence) -> Option<NounPhrase> {
        let entities = self.view.entities;
        let places = entities.within(sentence.tokens.clone()).iter().rev();
        let mut people = places.filter(|place| {
            let named = matches!(place.form, Form::Name | Form::Short);
            named
                && entities.list[place.entity.0 as usize].kind == EntityKind::Person
                && self.view.quotation_at(place.tokens.start).is_none()
        });
        people.next().map(|place| NounPhrase::plain(place.tokens.clone()))
    }

    /// Whether a phrase may name a person: a name, "he" or "she".
    fn is_person(&self, phrase: &NounPhrase) -> bool {
        let head = phrase.head();
        self.view.is(head, &["he", "she"]) || self.view.tag(head) == Some(Tag::ProperNoun)
    }

    /// Whether a sentence holds nothing but quoted words.
    fn stands_alone(&self, sentence: &MatrixSentence) -> bool {
        let mut brackets = 0;
        sentence.tokens.clone().all(|i| {
            match self.view.word(i) {
                Some("(" | "[") => brackets += 1,
                Some(")" | "]") => brackets -= 1,
                _ => {}
            }
            brackets > 0 || self.view.quotation_at(i).is_some() || self.view.is_mark(i)
        })
    }

    pub(super) fn follow(&self, before: usize, evidence: Evidence) -> Option<Attribution> {
        let found = self.attributions[before].clone()?;
        Some(Attribution { evidence, follows: Some(before), ..found })
    }

    /// Same paragraph: goes on from the words before, or from the speaker whom the sentence before names.
    pub(super) fn by_sentence_before(&self, index: usize) -> Option<Attribution> {
        let before = &self.view.sentences[index.checked_sub(1)?];
        let last = self.view.quotations_in(&before.tokens).filter(|&m| self.attributions[m].is_some()).last();
        if let Some(last) = last {
            return self.follow(last, Evidence::Continues);
        }
        let cue = self.cues_of(index - 1).find(|&c| self.cues[c].speaker.is_some() && self.contents[c].is_some());
        if let Some(cue) = cue {
            return Some(Attribution {
                cue: None,
                evidence: Evidence::Continues,
                ..self.by_cue(cue, Evidence::Continues)
            });
        }
        // "Her message to Kim?" is answered by whose it is, and by nobody else whom it names.
        let is_verbless = !before.tokens.clone().any(|i| self.view.is_verb(i) || self.view.tag(i) == Some(Tag::Modal));
        let asks = is_verbless && self.view.word(before.tokens.end - 1) == Some("?");
        // "“I asked them to” send it to Lowe's office": whoever says so goes on, not who else is named.
        let is_spoken = self.view.quotations_in(&before.tokens).any(|quotation| self.is_clause(quotation));
        let subject = match () {
            () if asks => self.owner_of_message(before),
            () if is_spoken => self.subject_in(before).or_else(|| self.pronoun_in(before)),
            () => self.person_in(before),
        };
        let Some(subject) = subject else { return Some(UNKNOWN) };
        Some(Attribution { cue: None, speaker: Some(subject), evidence: Evidence::SentenceBefore, follows: None })
    }

    /// `"A." "B," Lowe said.`
    fn by_words_after(&self, index: usize) -> Option<Attribution> {
        let (here, next) = (&self.view.sentences[index], self.view.sentences.get(index + 1)?);
        let first = self.view.quotations_in(&next.tokens).next().filter(|_| next.block == here.block)?;
        let opens = self.view.quotations[first].open.start == next.tokens.start;
        let found = self.attributions[first].clone().filter(|_| opens)?;
        Some(Attribution { evidence: Evidence::WordsAfter, ..found })
    }

    /// The paragraph before: it ends in a colon, or in words of somebody who goes on.
    fn by_block_before(&self, index: usize) -> Option<Attribution> {
        const MOST_HEADINGS: usize = 3;
        // "And from Ana Lowe:" looks like a heading
        let announces = |i: usize| i + 1 == index && self.view.word(self.view.sentences[i].tokens.end - 1) == Some(":");
        let reads = |&i: &usize| announces(i) || !self.view.is_heading(self.view.sentences[i].block);
        let here = index;
        let index = (0..index).rev().take(MOST_HEADINGS).find(reads)?;
        let before = &self.view.sentences[index];
        let told = |&m: &usize| self.attributions[m].is_some() && !self.is_chanted(m);
        let last = self.view.quotations_in(&before.tokens).filter(told).last();
        if let Some(last) = last {
            let asks_on = || self.asks_on(last, &self.view.sentences[here]);
            return self.in_turn(last).or_else(asks_on).or_else(|| self.follow(last, Evidence::ParagraphBefore));
        }
        let evidence = if self.view.word(before.tokens.end - 1) == Some(":") {
            Evidence::Colon
        } else {
            Evidence::ParagraphBefore
        };
        let reports =
            |&c: &usize| self.cues[c].speaker.is_some() && (evidence == Evidence::Colon || self.contents[c].is_some());
        if let Some(cue) = self.cues_of(index).find(reports) {
            return Some(Attribution { cue: None, evidence, ..self.by_cue(cue, evidence) });
        }
        let person = self.person_in(before).map(|person| apposition::renamed_after(self.view, person));
        if person.is_none() && evidence == Evidence::ParagraphBefore {
            return self.by_report_above(index);
        }
        let speaker = Some(person?);
        let evidence = if evidence == Evidence::Colon { evidence } else { Evidence::SentenceBefore };
        Some(Attribution { cue: None, speaker, evidence, follows: None })
    }

    /// The speaker of a report further up in the paragraph before, where its last sentence names nobody.
    fn by_report_above(&self, index: usize) -> Option<Attribution> {
        const MOST_SENTENCES: usize = 3;
        let block = self.view.sentences[index].block;
        let above = (0..index).rev().take(MOST_SENTENCES).take_while(|&i| self.view.sentences[i].block == block);
        let mut cues = above.flat_map(|i| self.cues_of(i).rev());
        let cue = cues.find(|&c| self.cues[c].speaker.is_some() && self.contents[c].is_some())?;
        Some(Attribution {
            cue: None,
            evidence: Evidence::ParagraphBefore,
            ..self.by_cue(cue, Evidence::ParagraphBefore)
        })
    }

    /// `"Is it over?" Ray asked Kim.¶"Not yet."¶"When?"`: addressee and speaker take turns.
    fn in_turn(&self, before: usize) -> Option<Attribution> {
        let found = self.attributions[before].as_ref()?;
        let speaker = match found.cue {
            Some(cue) if self.is_question(before) => adjuncts::addressee(self.view, &self.cues[cue]),
            None if found.evidence == Evidence::Alternates => {
                let earlier = self.top_level_before(before)?;
                self.attributions[earlier].as_ref()?.speaker.clone()
            }
            Some(cue) if self.cues[cue].replies() => {
                let earlier = self.top_level_before(before)?;
                let asks = |found: &&Attribution| found.cue.is_none_or(|asked| !self.cues[asked].replies());
                self.attributions[earlier].as_ref().filter(asks)?.speaker.clone()
            }
            _ => None,
        };
        Some(Attribution { cue: None, speaker: Some(speaker?), evidence: Evidence::Alternates, follows: None })
    }

    fn is_question(&self, quotation: usize) -> bool {
        self.view.quotations[quotation].inner.end.checked_sub(1).is_some_and(|i| self.view.word(i) == Some("?"))
    }

    /// `"Did you see it?" Lowe asked.¶"No," said Kim.¶"Not once?"`: whoever asked before, asks again.
    fn asks_on(&self, answer: usize, sentence: &MatrixSentence) -> Option<Attribution> {
        let asked = self.top_level_before(answer).filter(|&asked| self.is_question(asked))?;
        let speaker = self.attributions[asked].as_ref()?.speaker.clone()?;
        let asks = self.view.quotations_in(&sentence.tokens).last().is_some_and(|it| self.is_question(it));
        let is_answered = self.attributions[answer].as_ref()?.speaker.as_ref().is_some_and(|it| *it != speaker);
        (asks && is_answered && !self.is_question(answer)).then_some(Attribution {
            cue: None,
            speaker: Some(speaker),
            evidence: Evidence::Alternates,
            follows: None,
        })
    }
}
