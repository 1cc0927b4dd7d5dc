//! What a cue reports that stands before it, whole or around its attribution: "The fund, Lowe said, was empty."

use super::{
    adjuncts::opening,
    cue::Cue,
    indirect::{ClauseReader, Content},
    noun_phrases::{self, NounPhrase},
    subject::Side,
    times,
};
use crate::{
    model::{Frame, VerbForm},
    report::QuoteStatus,
    tokens::{self, Tag},
};
use std::ops::Range;

/// Whether what stands before an attribution is not what it reports.
type Refuses = fn(&ClauseReader, &Range<usize>) -> bool;

/// What stands before an attribution and is not what it reports. Each has cases under its name in
/// `tests/quotes/indirect.txt`.
const NO_CONTENT: &[(&str, Refuses)] = &[
    ("nothing stands before it", |_, part| part.is_empty()),
    ("nothing but quoted words", |reader, part| reader.is_quoted(part)),
    ("quoted words with an attribution of their own", |reader, part| reader.opens_with_quotation(part)),
    ("the writer's words before quoted ones", |reader, part| reader.leads_to_quotation(part)),
    ("a conjunction without its clause", |reader, part| reader.ends_in_link(part)),
    ("a participle of the speaker", |reader, part| reader.is_adjunct_clause(part)),
];

impl ClauseReader<'_, '_> {
    /// "The fund was empty, Lowe said." and "The fund, Lowe said, was empty."
    pub(super) fn content_before(&self, c: usize) -> Option<Content> {
        let (view, cue) = (self.view, &self.cues[c]);
        if !self.may_follow(cue) || !self.is_parted(cue) {
            return None;
        }
        let until = cue.clause().start - usize::from(self.is_compared(cue));
        let before = self.without_opener(view.trimmed(self.content_floor(c)..until));
        let after = self.over_relative(cue, opening(view, cue, self.end()));
        let rest = self.rest_after(after);
        // "killed 62, including, according to the police, four children", "postponed because, Lowe said, few had come": only what
        // follows is the source's
        let last = before.end.saturating_sub(1);
        let links = matches!(view.tag(last), Some(Tag::Preposition | Tag::Subordinator));
        let is_open = self.has_finite_verb(&before) && (links || view.is(last, &["including", "because"]));
        if let Some(rest) = rest.clone().filter(|_| is_open && view.is_comma(until - 1)) {
            return Some(Content::Clause(vec![rest]));
        }
        if self.has_own_object(cue, after) || NO_CONTENT.iter().any(|(_, holds)| holds(self, &before)) {
            return None;
        }
        // "Quake in Peru kills four, officials say": the verb of a headline may look like a noun
        if view.is_heading(self.sentence.block) && after >= self.end() && before.len() > 2 {
            return Some(self.clause(vec![before]));
        }
        match rest.as_ref().and_then(|rest| self.interrupted(&before, rest).or_else(|| self.closed(&before, rest))) {
            Some(content) => Some(content),
            None if self.has_finite_verb(&before) => self.whole(c, before, after, rest),
            None => self.begun(cue, before, rest),
        }
    }

    /// "The road, according to a study which the ministry published, is full", "according to records seen by the Herald, ...":
    /// the comma that closes what is told of the source.
    fn over_relative(&self, cue: &Cue, after: usize) -> usize {
        let view = self.view;
        let is_participle = matches!(view.tag(after), Some(Tag::VerbGerund | Tag::VerbParticiple));
        let tells = cue.verb.is_none() && (is_participle || view.is(after, &["which", "that", "who"]));
        self.comma_after(after).filter(|_| tells).unwrap_or(after)
    }

    /// Whether the cue is one that may stand after its words, and says who speaks.
    fn may_follow(&self, cue: &Cue) -> bool {
        let is_placed = cue.verb.is_none() || cue.takes(Frame::After);
        // "With more questions in June, doubts about Lowe continued": a verb that is none of saying needs somebody to say it
        let says = cue.takes(Frame::That) || cue.takes(Frame::Zero) || cue.verb.is_none();
        let speaks = |speaker: &NounPhrase| noun_phrases::is_somebody(self.view, speaker.head());
        is_placed
            && cue.status != QuoteStatus::Negated
            && !cue.is_gerund()
            && cue.side != Side::Shared
            && cue.has_source()
            && (says || cue.speaker.as_ref().is_some_and(speaks))
    }

    /// Whether a comma, a dash or a closing mark parts the attribution from what stands before it; "according to" needs none.
    fn is_parted(&self, cue: &Cue) -> bool {
        let view = self.view;
        let until = cue.clause().start - usize::from(self.is_compared(cue));
        let pause = until.checked_sub(1).filter(|pause| *pause > self.sentence.tokens.start);
        pause.is_some_and(|pause| {
            let closes = view.quotation_at(pause).is_some_and(|m| view.is_comma(view.quotations[m].inner.end - 1));
            view.is_comma(pause) || view.is_dash(pause) || closes || cue.verb.is_none()
        })
    }

    /// "The plan, as Lowe said, was a mistake", "..., as Lowe put it": a comma before "as", another or a stop after the verb.
    fn is_compared(&self, cue: &Cue) -> bool {
        let (view, link) = (self.view, cue.clause().start.saturating_sub(1));
        let opens = link > self.sentence.tokens.start && view.is(link, &["as"]) && view.is_comma(link - 1);
        // not "..., as Ana Lowe reports from Oslo."
        let is_past = cue.verb.is_some_and(|verb| verb.form == VerbForm::Past);
        let closes = |after: usize| view.is_comma(after) || is_past && view.is_stop(after);
        opens && closes(opening(view, cue, self.end()))
    }

    /// "The plan was, Lowe said, a mistake": what stands before the attribution waits for what stands after it.
    fn closed(&self, before: &Range<usize>, rest: &Range<usize>) -> Option<Content> {
        let last = before.end - 1;
        let is_open = self.is_finite(last) || tokens::is_auxiliary(self.view.cursor, last);
        (is_open || self.is_completed(before, rest)).then(|| Content::Clause(vec![before.clone(), rest.clone()]))
    }

    /// "The fund was empty, Lowe said": a whole clause before the attribution, which may go on after it.
    fn whole(&self, c: usize, before: Range<usize>, after: usize, rest: Option<Range<usize>>) -> Option<Content> {
        let (view, cue) = (self.view, &self.cues[c]);
        let ends_here = after >= self.end()
            || view.is_stop(after)
            || view.is_comma(after)
            || view.is_dash(after) && self.is_unmarked(&(after..self.end()))
            || view.is_comma(cue.clause().end)
            || cue.verb.is_none();
        let second = self.second_predicate(c).or_else(|| self.subordinate_rest(c, rest));
        ends_here.then(|| match second {
            Some(second) => Content::Clause(vec![before, second]),
            None => self.clause(vec![before]),
        })
    }

    /// "The fund, Lowe said, was empty": what stands before the attribution has no verb, and the rest brings it.
    fn begun(&self, cue: &Cue, before: Range<usize>, rest: Option<Range<usize>>) -> Option<Content> {
        let completes =
            |rest: &Range<usize>| self.has_clause(rest.start) || self.has_finite_verb(rest) && !self.is_aside(rest);
        match rest.filter(completes) {
            Some(rest) => Some(Content::Clause(vec![before, rest])),
            None if cue.verb.is_none() => Some(self.clause(vec![before])),
            None => None,
        }
    }

    /// "They asked the council, wrote many letters": the verb has an object of its own and reports nothing before it.
    fn has_own_object(&self, cue: &Cue, after: usize) -> bool {
        let view = self.view;
        let opens = || matches!(view.tag(after), Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Noun));
        let object = || noun_phrases::starting_at(view, after, self.end());
        let is_object =
            |phrase: NounPhrase| !times::tells_when(view, &phrase) && !view.is_comma(phrase.tokens.start - 1);
        cue.verb.is_some()
            && cue.side == Side::Before
            && !cue.takes(Frame::Addressee)
            && opens()
            && object().is_some_and(is_object)
    }

    /// "The plan could work, Lowe said, and would cost little", "..., Lowe said, and nobody would pay": an auxiliary or a clause
    /// after "and" goes on with the reported clause.
    fn second_predicate(&self, c: usize) -> Option<Range<usize>> {
        let (view, comma) = (self.view, self.cues[c].clause().end);
        let goes_on = view.is_comma(comma)
            && view.is(comma + 1, &["and", "but", "or"])
            && (view.tag(comma + 2) == Some(Tag::Modal)
                || tokens::is_auxiliary(view.cursor, comma + 2)
                || view.is(comma + 1, &["and"]) && self.has_clause(comma + 2));
        goes_on.then(|| view.trimmed(comma + 1..self.clause_end(c, comma + 1))).filter(|rest| self.is_unmarked(rest))
    }

    /// "The road is dry and the bridge, Lowe said, holds", "one of whom, Lowe said, left": the verb after the attribution
    /// goes with the subject before it, not with the clause before that.
    fn interrupted(&self, before: &Range<usize>, rest: &Range<usize>) -> Option<Content> {
        let view = self.view;
        let verb = if view.tag(rest.start) == Some(Tag::Adverb) { rest.start + 1 } else { rest.start };
        let link = |i: usize| matches!(view.tag(i), Some(Tag::Conjunction | Tag::Wh | Tag::Subordinator));
        let opens = |i: usize| (view.is_comma(i) || link(i)) && view.quotation_at(i).is_none();
        let last = before.clone().rev().find(|&i| opens(i)).filter(|&i| i > before.start)?;
        let subject = last + 1..before.end;
        // "the estate of Lowe, who, his family said, wrote it", "He read the names and then, Lowe said, he asked for help"
        let is_link = subject.is_empty() && view.tag(last) == Some(Tag::Wh) && !view.is(last, &["that"]);
        let is_adverb = view.is(last, &["and", "but"]) && subject.clone().all(|i| view.tag(i) == Some(Tag::Adverb));
        if is_link || is_adverb && self.has_clause(rest.start) {
            return Some(Content::Clause(vec![rest.clone()]));
        }
        let whole = !subject.is_empty() && !self.has_finite_verb(&subject) && view.is_noun(subject.end - 1);
        (self.is_finite(verb) && whole && self.has_finite_verb(&(before.start..last)))
            .then(|| Content::Clause(vec![subject, rest.clone()]))
    }

    /// "Taps that leak, Lowe said, waste water", "Because only the council pays, Lowe said, the road is closed": a subject with
    /// a relative clause, or a clause of reason, that waits for its main verb.
    fn is_completed(&self, before: &Range<usize>, rest: &Range<usize>) -> bool {
        let view = self.view;
        let single = !before.clone().any(|i| view.is_comma(i)) && self.is_unmarked(rest);
        let depends = view.tag(before.start) == Some(Tag::Subordinator) && !view.is(before.start, &["that"])
            || view.is(before.start, &["because", "if", "when", "while", "although", "since"]);
        single && (self.is_finite(rest.start) && self.is_aside(before) || depends && self.has_clause(rest.start))
    }

    /// "He was let go, Lowe said, because he lied": a clause of reason, time or condition after the attribution belongs to what
    /// was said.
    fn subordinate_rest(&self, c: usize, rest: Option<Range<usize>>) -> Option<Range<usize>> {
        let (view, rest) = (self.view, rest?);
        let links = view.is(rest.start, &["because", "after", "before", "until", "unless", "whether", "if"])
            && self.has_finite_verb(&(rest.start + 1..rest.end));
        let infinitive = view.tag(rest.start) == Some(Tag::To) && self.cues[c].base() == "say";
        (links || infinitive).then(|| view.trimmed(rest.start..self.clause_end(c, rest.start)))
    }

    /// "a shareholder who is not related": a noun phrase with a relative clause says nothing by itself.
    fn is_aside(&self, part: &Range<usize>) -> bool {
        let phrase = noun_phrases::starting_at(self.view, part.start, part.end);
        phrase.is_some_and(|phrase| self.view.is(phrase.tokens.end, &["who", "which", "that", "whose"]))
    }

    /// "Speaking in Munich, Lowe said ...", "Asked whether it was over, he laughed": what comes before belongs to the speaker.
    fn is_adjunct_clause(&self, part: &Range<usize>) -> bool {
        let opens = |i: usize| matches!(self.view.tag(i), Some(Tag::VerbGerund | Tag::VerbParticiple | Tag::VerbPast));
        // "Seen from the air, the dam looks finished"
        let comma = part.clone().find(|&i| self.view.is_comma(i));
        let is_whole = comma.is_some_and(|i| self.has_clause(i + 1) && self.has_finite_verb(&(i + 1..part.end)));
        opens(part.start) && !is_whole && !self.is_finite(part.start + 1)
    }

    /// The part of a reported clause that goes on after the attribution.
    fn rest_after(&self, start: usize) -> Option<Range<usize>> {
        let view = self.view;
        let rest = view.trimmed(start..self.end());
        (view.is_comma(start) && rest.len() > 1).then_some(rest)
    }

    /// Where what a cue reports may begin at the earliest: after the clause of the cue before it.
    fn content_floor(&self, c: usize) -> usize {
        let sentence = self.sentence.tokens.start;
        let clause = self.cues[c].clause().start;
        let earlier = self.cues[..c].iter().map(|cue| cue.clause().end).filter(|end| *end < clause);
        earlier.fold(sentence, |floor, end| {
            // "Lowe said it was over; nobody, she added, had asked"
            let parts = |&i: &usize| self.view.word(i) == Some(";") && self.view.quotation_at(i).is_none();
            if self.view.is_comma(end) { end } else { (end..clause).rev().find(parts).unwrap_or(floor) }
        })
    }

    fn without_opener(&self, mut part: Range<usize>) -> Range<usize> {
        while part.start < part.end && self.view.is(part.start, &["but", "and"]) {
            part.start += 1;
        }
        self.view.trimmed(part)
    }

    /// Whether the part opens with words in marks that end with a comma, so that their own attribution follows.
    fn opens_with_quotation(&self, part: &Range<usize>) -> bool {
        let view = self.view;
        let opening = view.quotation_at(part.start).map(|m| &view.quotations[m]);
        opening.is_some_and(|m| {
            !m.inner.is_empty() && m.tokens().end < part.end && {
                view.is_comma(m.inner.end - 1) || view.is_stop(m.inner.end - 1) || view.is_comma(m.tokens().end)
            }
        })
    }

    /// `Lowe shook his head: "It is over,"`: the writer's own words stop before the marks with which the part ends.
    fn leads_to_quotation(&self, part: &Range<usize>) -> bool {
        let view = self.view;
        let last = part.end.checked_sub(1).and_then(|last| view.quotation_at(last));
        let before = last.and_then(|m| view.quotations[m].open.start.checked_sub(1)).filter(|i| part.contains(i));
        // `Speaking in Oslo, "It is over," Lowe said`
        let is_setting = |i: usize| view.is_comma(i) && view.tag(part.start) == Some(Tag::VerbGerund);
        before.is_some_and(|i| view.word(i) == Some(":") || view.is_stop(i) || is_setting(i))
    }

    /// "It was edited, when, in fact": a conjunction without a verb after it belongs to the clause of the cue.
    fn ends_in_link(&self, part: &Range<usize>) -> bool {
        let view = self.view;
        let link = part.clone().rev().find(|&i| view.is(i, &["when", "while", "because", "although"]));
        link.is_some_and(|link| link > part.start && !self.has_finite_verb(&(link + 1..part.end)))
    }

    /// Whether the part is nothing but quotations.
    fn is_quoted(&self, part: &Range<usize>) -> bool {
        part.clone().all(|i| self.view.quotation_at(i).is_some() || self.view.is_mark(i))
    }
}
