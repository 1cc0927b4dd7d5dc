//! People without a name whom "he" or "she" may mean: "A deckhand said the boat leaked. “Nobody listened,” she said."

use super::{anaphors::Anaphor, evidence::Candidate, no_antecedent::is_unnamed, story::Story};
use crate::{entities::syntax::Syntax, model::Class, report::EntityKind, tokens::Tag};
use std::{iter::successors, ops::Range};

impl Story<'_> {
    /// Whether somebody without a name spoke last before "he" or "she", after everybody who has one.
    pub(super) fn follows_unnamed_speaker(
        &self,
        anaphor: &Anaphor,
        next: usize,
        fitting: &[(usize, &Candidate)],
    ) -> bool {
        const FARTHEST: usize = 100;
        const SENTENCES: usize = 3;
        let at = anaphor.tokens.start;
        let Some(other_sex) = anaphor.class.other_sex() else { return false };
        let floor = at.saturating_sub(FARTHEST).max(self.discourse.speaker.map_or(0, |speaker| speaker.token + 1));
        let is_near = |&t: &usize| self.syntax.sentence(at) - self.syntax.sentence(t) < SENTENCES;
        let says = |&t: &usize| {
            self.syntax.has(t, Class::Saying)
                && self.syntax.reading.tokens.tag(t).is_verb()
                && self.syntax.quotation(t) == 0
        };
        let mut verbs = (floor..at).rev().take_while(is_near).filter(says);
        // "His brother said that the family had stopped asking": the family is nobody who may be "he".
        let may_be_meant = |speaker: &Subject| speaker.is_new || speaker.is_person(self.syntax);
        let speaker = verbs.find_map(|verb| unnamed_subject(self.syntax, verb).filter(may_be_meant));
        speaker.is_some_and(|speaker| {
            !speaker.has(self.syntax, other_sex)
                && (speaker.is_new || !is_known_of(self.syntax, speaker.tokens.end - 1, fitting))
                && !self.is_named_since(&speaker, next)
        })
    }

    /// "A jeweller in the bazaar was not surprised. “Everyone knew,” he said": whether somebody new opens the paragraph of "he" or
    /// "she", and nobody is named in it since.
    pub(super) fn follows_new_subject(&self, anaphor: &Anaphor) -> bool {
        const SENTENCES: usize = 4;
        let syntax = self.syntax;
        let Some(other_sex) = anaphor.class.other_sex() else { return false };
        let here = syntax.sentence_tokens(anaphor.tokens.start);
        let before = |sentence: &Range<usize>| {
            let last = sentence.start.checked_sub(1).filter(|&last| syntax.block(last) == syntax.block(here.start));
            last.map(|last| syntax.sentence_tokens(last))
        };
        let Some(sentence) = successors(before(&here), before).take(SENTENCES).last() else { return false };
        let Some(somebody) = described_from(syntax, sentence.start).or_else(|| one_of(syntax, sentence.start)) else {
            return false;
        };
        let from = self.steps.partition_point(|step| step.mention.tokens.start < sentence.start);
        let mut named = self.steps[from..].iter().take_while(|step| step.mention.tokens.start < anaphor.tokens.start);
        somebody.is_new
            && (somebody.is_person(syntax)
                || somebody.is_one_of(syntax)
                || sentence.clone().any(|t| syntax.word(t) == "who"))
            && !somebody.has(syntax, other_sex)
            && !named.any(|step| self.known[step.cluster].kind == EntityKind::Person)
    }

    /// Whether a speaker is named, as a title or an apposition tells, or a name is the subject of a later sentence.
    fn is_named_since(&self, speaker: &Subject, next: usize) -> bool {
        let start = speaker.tokens.start;
        let after = self.syntax.sentence(start);
        let mut since = self.steps[..next].iter().rev().take_while(|step| step.mention.tokens.start >= start);
        since.any(|step| {
            // "The Syrian leader" is known, "an official in Syria" is not.
            (!speaker.is_new || self.known[step.cluster].kind == EntityKind::Person)
                && speaker.is_called(self.syntax, step.mention.tokens.start)
        }) || self.discourse.subjects[0].is_some_and(|(sentence, _)| sentence > after)
    }
}

/// Whether somebody without a name who may be of the sex of a pronoun, and is none of those whom it may mean, stands before it,
/// in its sentence or the one before.
pub(super) fn is_person_near(syntax: &Syntax, anaphor: &Anaphor, fitting: &[(usize, &Candidate)]) -> bool {
    const FARTHEST: usize = 60;
    let Some(other_sex) = anaphor.class.other_sex() else { return false };
    let at = anaphor.tokens.start;
    let here = syntax.sentence_tokens(at).start;
    let floor = here.checked_sub(1).map_or(0, |before| syntax.sentence_tokens(before).start);
    let mut near = floor.max(at.saturating_sub(FARTHEST))..at;
    near.any(|t| is_unnamed(syntax, t, anaphor.class) && !syntax.has(t, other_sex) && !is_known_of(syntax, t, fitting))
}

/// Whether the text says of one of these that it is what a word means: "the director" of "its director, Ana Lowe,".
fn is_known_of(syntax: &Syntax, token: usize, fitting: &[(usize, &Candidate)]) -> bool {
    let word = syntax.reading.tokens.form(token).lower;
    fitting.iter().any(|(_, candidate)| candidate.known.words.contains(&word))
}

/// The words for somebody without a name.
struct Subject {
    tokens: Range<usize>,
    /// Where the phrase ends, with what is said of its noun.
    end: usize,
    /// Whether they introduce somebody: "a deckhand".
    is_new: bool,
}

impl Subject {
    fn has(&self, syntax: &Syntax, class: Class) -> bool {
        syntax.has(self.tokens.end - 1, class)
    }

    fn is_person(&self, syntax: &Syntax) -> bool {
        [Class::PersonNoun, Class::Male, Class::Female].iter().any(|&class| self.has(syntax, class))
    }

    fn is_one_of(&self, syntax: &Syntax) -> bool {
        syntax.word_at(self.tokens.start + 1) == "of"
    }

    /// Whether a name is that of the person: "the nurse Ana Lowe", "a friend of hers, Ana Lowe,", but not "a friend of Ana Lowe".
    fn is_called(&self, syntax: &Syntax, name: usize) -> bool {
        let head = self.tokens.end - 1;
        name <= head + 1 || name < self.end && (head + 1..name).any(|t| syntax.word(t) == ",")
    }
}

/// The subject of a verb of saying, if it is one that is described: "A deckhand on the boat said", "said the driver".
fn unnamed_subject(syntax: &Syntax, verb: usize) -> Option<Subject> {
    const LONGEST: usize = 10;
    let end = before_aside(syntax, verb);
    let floor = syntax.sentence_tokens(verb).start.max(end.saturating_sub(LONGEST));
    let is_stop = |t: usize| matches!(syntax.reading.tokens.tag(t), Tag::Punctuation | Tag::Subordinator);
    let phrase = (floor..end).rev().take_while(|&t| !is_stop(t)).last().map_or(end..end, |start| start..end);
    // "Lowe, the president, who had left, said"
    let is_apposed = end < verb && phrase.start > floor && syntax.word(phrase.start - 1) == ",";
    let start =
        phrase.start + usize::from(syntax.tag(phrase.start, verb) == Some(Tag::Conjunction) && !phrase.is_empty());
    let phrase = start.min(phrase.end)..phrase.end;
    let phrase = if is_apposed || phrase.clone().any(|t| is_finite(syntax, t)) { end..end } else { phrase };
    let opens = |&t: &usize| syntax.tag(t, verb).is_some() && opening(syntax, t).is_some();
    let before = Some(phrase.start).filter(opens).or_else(|| owned(syntax, phrase));
    let start = before.or_else(|| Some(verb + 1).filter(opens))?;
    let subject = described_from(syntax, start)?;
    let end = if start < verb { verb } else { end_of_apposition(syntax, subject.end) };
    let head = subject.tokens.end - 1;
    let is_thing = [Class::OrgNoun, Class::PlaceNoun, Class::Document, Class::Occasion]
        .iter()
        .any(|&class| syntax.has(head, class));
    (subject.is_person(syntax) || !is_thing).then_some(Subject { end, ..subject })
}

/// The description of somebody that opens at a token, as far as its noun.
fn described_from(syntax: &Syntax, start: usize) -> Option<Subject> {
    const LONGEST: usize = 10;
    let is_new = opening(syntax, start) == Some(true);
    let is_part = |&t: &usize| match syntax.tag(t, start) {
        Some(Tag::ProperNoun) => is_new,
        tag => matches!(tag, Some(Tag::Adjective | Tag::Noun | Tag::Number)),
    };
    let is_noun = |&t: &usize| syntax.reading.tokens.tag(t) == Tag::Noun;
    let head = (start + 1..start + LONGEST).take_while(is_part).filter(is_noun).last()?;
    let is_one = !syntax.word(head).ends_with('s') || syntax.word(head).ends_with("ss");
    is_one.then_some(Subject { tokens: start..head + 1, end: head + 1, is_new })
}

/// "One of the victims": somebody new among several.
fn one_of(syntax: &Syntax, start: usize) -> Option<Subject> {
    const LONGEST: usize = 6;
    let is_one = syntax.word(start).eq_ignore_ascii_case("one") && syntax.word_at(start + 1) == "of";
    let is_part = |&t: &usize| {
        syntax.tag(t, start).is_some_and(|tag| {
            matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Noun | Tag::Number)
        })
    };
    let head = (start + 2..start + LONGEST).take_while(is_part).last().filter(|_| is_one)?;
    let is_person = syntax.reading.tokens.tag(head) == Tag::Noun && syntax.word(head).ends_with('s');
    is_person.then_some(Subject { tokens: start..head + 1, end: head + 1, is_new: true })
}

/// The end of the subject of a verb: before an aside between commas, "A nurse, who asked not to be named, said".
fn before_aside(syntax: &Syntax, verb: usize) -> usize {
    const LONGEST: usize = 15;
    let first = syntax.sentence_tokens(verb).start;
    let Some(close) = verb.checked_sub(1).filter(|&t| t > first && syntax.word(t) == ",") else { return verb };
    let mut inside = (first.max(close.saturating_sub(LONGEST))..close).rev();
    let open = inside.find(|&t| syntax.word(t) == ",");
    open.filter(|&open| !is_finite(syntax, open + 1)).unwrap_or(verb)
}

fn is_finite(syntax: &Syntax, token: usize) -> bool {
    syntax.reading.tokens.tag(token).is_finite()
}

/// The end of the phrase whose noun ends at a token: "said her brother, the baker Tom Hale".
fn end_of_apposition(syntax: &Syntax, end: usize) -> usize {
    const LONGEST: usize = 8;
    if syntax.word_at(end) == "," { end + LONGEST } else { end }
}

/// How a token opens a description, if it does: with somebody new ("a", "another") or not ("the", "her", "Lowe's").
fn opening(syntax: &Syntax, token: usize) -> Option<bool> {
    let is = |word: &str| syntax.word(token).eq_ignore_ascii_case(word);
    let is_new = ["a", "an", "one", "another"].into_iter().any(is);
    let is_owner = matches!(syntax.reading.tokens.tag(token), Tag::Possessive | Tag::PossessiveMark);
    (is_new || is_owner || is("the")).then_some(is_new)
}

/// The mark of whoever has what the phrase describes: "Lowe's lawyer".
fn owned(syntax: &Syntax, phrase: Range<usize>) -> Option<usize> {
    phrase.rev().find(|&t| syntax.reading.tokens.tag(t) == Tag::PossessiveMark)
}
