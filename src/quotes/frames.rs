//! Which clause a verb of saying takes: each sort with how it opens, where its words begin, and whose it may be.

use super::{
    adjuncts::is_measure,
    cue::Cue,
    handed_on,
    indirect::ClauseReader,
    noun_phrases::{self, NounPhrase},
    subject::Side,
    view::View,
};
use crate::{
    model::{Class, Frame},
    tokens::Tag,
};
use std::ops::Range;

/// Whether a sort of clause opens at a token after a cue.
type Opens = fn(&ClauseReader, &Cue, usize) -> bool;
/// Where its words begin, if the cue may report it.
type Begins = fn(&ClauseReader, &Cue, usize) -> Option<usize>;

/// The sorts of clause after a cue: the first that opens decides. Each has cases under its name in
/// `tests/quotes/indirect.txt`.
const CLAUSES: &[(&str, Opens, Begins)] = &[
    (
        "a clause with \"that\"",
        |reader, cue, start| reader.view.is(start, &["that"]) && cue.takes(Frame::That),
        |reader, cue, start| reader.that_clause(cue, start),
    ),
    (
        "a reported question",
        |reader, _, start| reader.view.has(start, Class::ReportedQuestion),
        |reader, cue, start| reader.question(cue, start),
    ),
    (
        "an infinitive",
        |reader, _, start| reader.view.tag(start) == Some(Tag::To),
        |reader, cue, start| (cue.takes(Frame::To) && reader.has_will(cue)).then_some(start),
    ),
    (
        "a gerund",
        |reader, cue, start| reader.gerund(cue, start).is_some(),
        |reader, cue, start| reader.gerund(cue, start),
    ),
    ("a clause without \"that\"", |_, _, _| true, |reader, cue, start| reader.zero(cue, start)),
];

impl ClauseReader<'_, '_> {
    /// Where the reported clause begins, if a clause of a frame of the verb begins at `start`.
    pub(super) fn clause_begin(&self, cue: &Cue, start: usize) -> Option<usize> {
        let (_, _, begin) = CLAUSES.iter().find(|(_, opens, _)| opens(self, cue, start))?;
        begin(self, cue, start).filter(|_| self.fits_subject(cue))
    }

    fn that_clause(&self, cue: &Cue, start: usize) -> Option<usize> {
        // "said of the text that ended her career"
        if start > cue.tokens.end && self.view.is(cue.tokens.end, &["of"]) && self.is_finite(start + 1) {
            return None;
        }
        let is_conjunction = self.view.tag(start) == Some(Tag::Subordinator) || self.has_clause(start + 1);
        if is_conjunction { Some(start + 1) } else { self.zero(cue, start) }
    }

    fn question(&self, cue: &Cue, start: usize) -> Option<usize> {
        let view = self.view;
        // "said, among them the captain, who was held"
        let follows = |i: usize| view.is_comma(start - 1) || view.is(i, &["of"]);
        // "tells the story of a girl who"
        let is_aside = view.is(start, &["who", "which"]) && (cue.tokens.end..start).any(follows);
        (!is_aside && (cue.takes(Frame::Wh) || cue.base() == "say")).then_some(start)
    }

    /// "denied leaving", "confessed to leaving"
    fn gerund(&self, cue: &Cue, start: usize) -> Option<usize> {
        let begin = start + usize::from(self.view.is(start, &["to"]));
        (cue.takes(Frame::Ing) && self.view.tag(begin) == Some(Tag::VerbGerund)).then_some(begin)
    }

    /// Whether the subject may promise or threaten: not "a fire that threatened to spread". Who "captors" and "troops" are is
    /// in no list, but few things in the plural promise anything.
    fn has_will(&self, cue: &Cue) -> bool {
        let view = self.view;
        cue.speaker.as_ref().map(NounPhrase::head).is_none_or(|head| {
            let is_thing = view.is_lower_case(head) && view.word(head).is_some_and(|word| !word.ends_with('s'));
            !is_thing || view.has(head, Class::Document) || noun_phrases::is_somebody(view, head)
        })
    }

    fn zero(&self, cue: &Cue, start: usize) -> Option<usize> {
        let view = self.view;
        if self.fills_gap(cue, start) {
            return Some(start);
        }
        let opens = !view.is_mark(start) || view.quotation_at(start).is_some() || view.tag(start) == Some(Tag::Symbol);
        let fits = if cue.base() == "say" || cue.base() == "tell" && self.may_tell(cue, start) {
            let nothing = view.is(start, &["nothing", "little", "something", "sorry", "farewell", "goodbye"]);
            // "said both sides had left"
            let joins = view.tag(start) == Some(Tag::Conjunction) && !view.is(start, &["both", "either", "neither"]);
            self.end().saturating_sub(start) > 3 && !joins && (!nothing || self.has_clause(start))
        } else {
            let measures = is_measure(view, start);
            let joins = matches!(view.tag(start), Some(Tag::Preposition | Tag::Conjunction)) && !measures;
            // "a flood warning covering the coast", "a notice posted online to the members"
            let gerunds = cue.is_gerund() && view.tag(start) == Some(Tag::VerbGerund);
            let circumstance =
                !measures && view.tag(start) == Some(Tag::Adjective) && view.tag(start + 1) == Some(Tag::Preposition);
            let has_clause = self.has_clause(start) || self.is_held_to_be(start) || self.has_verb_in_marks(start);
            !joins && !gerunds && !circumstance && !self.issues(cue, start) && has_clause
        };
        // "denied anybody was hurt", not "denied government reports that it was over"
        let denied = !cue.takes(Frame::Denies)
            || view.tag(start) == Some(Tag::Pronoun)
            || view.is(start, &["there", "anybody", "anyone", "anything", "nobody"])
            || self.has_auxiliary(start);
        (cue.takes(Frame::Zero) && opens && fits && denied && !self.lends_its_verb(cue, start)).then_some(start)
    }

    /// "denied the road was closed", not "denied the report published on Monday", "denied reports officials had left"
    fn has_auxiliary(&self, start: usize) -> bool {
        const AUXILIARIES: &[&str] = &["had", "has", "have", "did", "does", "do"];
        const CLAIMS: &[&str] = &["claims", "allegations", "accusations", "rumours", "rumors", "suggestions"];
        let view = self.view;
        let Some(subject) = noun_phrases::core_starting_at(view, start, self.end()) else { return false };
        let verb = subject.end;
        let is_report = |i: usize| view.has(i, Class::Document) || view.is(i, CLAIMS);
        let is_auxiliary =
            view.has(verb, Class::Be) || view.tag(verb) == Some(Tag::Modal) || view.is(verb, AUXILIARIES);
        is_auxiliary && !subject.into_iter().any(is_report)
    }

    /// `suggested people "think about" it`: the marks after the subject open with its verb.
    fn has_verb_in_marks(&self, start: usize) -> bool {
        let view = self.view;
        let subject = noun_phrases::core_starting_at(view, start, self.end());
        let marks = subject.and_then(|subject| view.quotation_at(subject.end)).map(|m| &view.quotations[m].inner);
        marks.is_some_and(|inner| {
            self.is_finite(inner.start) || matches!(view.tag(inner.start), Some(Tag::VerbBase | Tag::Modal))
        })
    }

    /// "reported Lowe to be dead", "claimed them to have left"
    fn is_held_to_be(&self, start: usize) -> bool {
        let view = self.view;
        let to = noun_phrases::core_starting_at(view, start, self.end()).map_or(start + 1, |core| core.end);
        let is_somebody = view.tag(start) == Some(Tag::Pronoun) || noun_phrases::is_somebody(view, to - 1);
        is_somebody && view.tag(to) == Some(Tag::To) && view.is(to + 1, &["be", "have"])
    }

    /// "the vote, which they say was rigged": the relative pronoun before the subject is that of the reported clause.
    fn fills_gap(&self, cue: &Cue, start: usize) -> bool {
        let view = self.view;
        let link = cue.clause().start.checked_sub(1).filter(|&i| i >= self.sentence.tokens.start);
        let links = link.is_some_and(|i| view.is(i, &["which", "that", "who", "what"]));
        let says = cue.side == Side::Before && cue.has_source() && cue.takes(Frame::Zero) && !cue.takes(Frame::Quotes);
        links && says && self.is_finite(start) && self.end() > start + 1
    }

    /// "posted a message announcing that he was ill": what is issued is no clause.
    fn issues(&self, cue: &Cue, start: usize) -> bool {
        let view = self.view;
        let core = || noun_phrases::core_starting_at(view, start, self.end());
        let reports = |at: usize| view.tag(at) == Some(Tag::VerbGerund) && view.cue_verb(at).is_some();
        let is_document = |core: Range<usize>| {
            let is_new = view.is(start, &["a", "an"]) && view.has(core.end - 1, Class::Document);
            !self.is_finite(core.end) && (is_new || reports(core.end))
        };
        view.has(cue.tokens.end - 1, Class::Issuing) && core().is_some_and(is_document)
    }

    /// Whether what a hearer is told may be a clause, though none is recognised: not "more about the work".
    fn may_tell(&self, cue: &Cue, start: usize) -> bool {
        let view = self.view;
        let opens = match view.tag(start) {
            Some(Tag::Preposition | Tag::Adverb) => is_measure(view, start),
            Some(Tag::Adjective) => view.is_noun(start + 1),
            _ => true,
        };
        let mut words = (start + 1..self.end()).take_while(|&i| view.quotation_at(i).is_none());
        let relative = view.is(start, &["that"]) && view.is_verb(start + 1);
        opens && !relative && words.any(|i| view.is_verb(i)) && self.later_that(cue, start).is_none()
    }

    /// A verb that documents govern needs a document for its subject, one of persons and bodies one of those, and one of quoting
    /// "as saying".
    pub(super) fn fits_subject(&self, cue: &Cue) -> bool {
        let view = self.view;
        let heads = |fits: fn(&View, usize) -> bool| {
            cue.speaker.as_ref().is_some_and(|speaker| fits(view, noun_phrases::counted_head(view, speaker)))
        };
        let is_document = |view: &View, head: usize| view.has(head, Class::Document);
        let hands_on = view.is(cue.tokens.end - 1, handed_on::SAYING);
        let (document, animate) = (cue.takes(Frame::Document), cue.takes(Frame::Animate));
        (!document && !animate || document && heads(is_document) || animate && heads(noun_phrases::is_somebody))
            && (!cue.takes(Frame::Quotes) || hands_on)
    }
}
