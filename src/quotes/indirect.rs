//! What a cue reports in the writer's words: where the reported clause begins and where it stops.

use super::{
    adjuncts::{addressee_end, is_measure, opening},
    cue::Cue,
    noun_phrases::{self, NounPhrase},
    subject::Side,
    times,
    view::{MatrixSentence, View},
};
use crate::{
    model::{Class, Frame},
    report::QuoteStatus,
    tokens::Tag,
};
use std::ops::Range;

/// What a cue reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// A clause of the writer's, perhaps in two parts.
    Clause(Vec<Range<usize>>),
    /// The cue leads to the quotation with this number.
    Quotation(usize),
}

/// What each cue reports, in the order of the cues; the cues are those of one sentence.
pub(super) fn contents(view: &View, sentence: &MatrixSentence, cues: &[Cue]) -> Vec<Option<Content>> {
    let reader = ClauseReader { view, sentence, cues };
    let mut found: Vec<Option<Content>> = Vec::with_capacity(cues.len());
    for (c, cue) in cues.iter().enumerate() {
        let covered = || found.iter().flatten().any(|other| reader.covers(other, cue.tokens.start));
        let inside = reader.is_prepositional(cue) && covered();
        found.push(if inside { None } else { reader.content_after(c) });
    }
    for c in 0..cues.len() {
        if found[c].is_none() {
            let taken = found.iter().flatten().any(|other| reader.covers(other, cues[c].clause().start));
            found[c] = if taken { None } else { reader.content_before(c) };
        }
    }
    found
}

pub(super) struct ClauseReader<'v, 'a> {
    pub(super) view: &'v View<'a>,
    pub(super) sentence: &'v MatrixSentence,
    pub(super) cues: &'v [Cue<'a>],
}

impl ClauseReader<'_, '_> {
    fn covers(&self, content: &Content, token: usize) -> bool {
        match content {
            Content::Clause(parts) => parts.iter().any(|part| part.contains(&token)),
            Content::Quotation(_) => false,
        }
    }

    /// "after arguing that", inside the clause of another cue, tells what its subject did there.
    fn is_prepositional(&self, cue: &Cue) -> bool {
        cue.is_gerund() && self.view.is(cue.tokens.start.saturating_sub(1), &["after", "before", "by"])
    }

    pub(super) fn end(&self) -> usize {
        self.sentence.tokens.end
    }

    fn content_after(&self, c: usize) -> Option<Content> {
        let (view, cue) = (self.view, &self.cues[c]);
        if cue.verb.is_none() {
            return self.content_after_according_to(c);
        }
        if cue.side == Side::After {
            return None;
        }
        let start = opening(view, cue, self.end());
        if let Some(content) = self.quotation_content(start) {
            return Some(content);
        }
        if let Some(quotation) = self.quotation_after_setting(start) {
            return Some(Content::Quotation(quotation));
        }
        // "said on Monday, that it was over"
        let is_parted = view.is_comma(start) && view.is(start + 1, &["that"]) && cue.takes(Frame::That);
        let start = start + usize::from(is_parted && start > cue.tokens.end);
        let says_that = view.is(start, &["that"]);
        if self.follows_quotation(cue) && !says_that && !cue.is_gerund()
            || !cue.has_source()
            || matches!(cue.status, QuoteStatus::Negated | QuoteStatus::Hypothetical)
        {
            return None;
        }
        let begin = self.clause_begin(cue, start);
        let begin = begin.or_else(|| self.after_adjunct(cue, start)).or_else(|| self.later_that(cue, start))?;
        let end = self.clause_end(c, begin);
        let part = view.trimmed(begin..end);
        // "said on condition of anonymity"
        let is_circumstance = view.tag(begin) == Some(Tag::Preposition) && self.is_unmarked(&part);
        if is_circumstance && !self.has_finite_verb(&part) && !is_measure(view, begin) {
            return None;
        }
        // "He said it in the queue"
        let is_taken_up =
            view.is(begin, &["it", "this", "so"]) && !self.has_finite_verb(&part) && self.is_unmarked(&part);
        if self.is_object(c, begin) || is_taken_up {
            return None;
        }
        // "Lowe, who conceded shortly after midnight, said"
        let cut_short = self.end_of_relative(cue, begin, self.end()).is_some() && !self.has_finite_verb(&part);
        (part.len() > 1 && !cut_short).then(|| self.clause(vec![part]))
    }

    /// `Lowe tweeted her reasons saying "It is late"`: what stands before a participle of the same speaker and has no verb.
    fn is_object(&self, c: usize, begin: usize) -> bool {
        let next = self.cues.get(c + 1).filter(|next| next.is_gerund() && next.speaker == self.cues[c].speaker);
        let adjoins = |at: usize| noun_phrases::ending_at(self.view, at, begin).is_some();
        next.is_some_and(|next| adjoins(next.tokens.start) && !self.has_finite_verb(&(begin..next.tokens.start)))
    }

    /// `"We are done," Lowe said`: the cue has its words before it.
    fn follows_quotation(&self, cue: &Cue) -> bool {
        let view = self.view;
        let before = |back: usize| cue.clause().start.checked_sub(back).filter(|&i| i >= self.sentence.tokens.start);
        let comma_outside = before(1).is_some_and(|i| view.is_comma(i));
        let quotation = before(1 + usize::from(comma_outside)).and_then(|i| view.quotation_at(i));
        let ends_in_pause = |inner: &Range<usize>| {
            inner.end.checked_sub(1).is_some_and(|i| matches!(view.word(i), Some("," | "?" | "!" | "—" | "…")))
        };
        // `Calling it a "farce", Lowe said it was over`: the words are those of the participle.
        let first = &self.cues[0];
        let in_opener =
            first.is_gerund() && first.tokens.start == self.sentence.tokens.start && first.takes(Frame::Predicate);
        !in_opener && quotation.is_some_and(|m| comma_outside || ends_in_pause(&view.quotations[m].inner))
    }

    /// What looks like a circumstance of the saying, where a comma and a subject follow: "He says in connection with that
    /// request, the rebels will propose" belongs to the clause, the day of "He told jurors on Thursday, the case" does not.
    fn after_adjunct(&self, cue: &Cue, start: usize) -> Option<usize> {
        let view = self.view;
        let setting = addressee_end(view, cue, self.end());
        // "Lowe, reporting from Oslo, said"
        let pauses = cue.takes(Frame::Zero) && !cue.is_gerund() && view.is_comma(start) && self.has_clause(start + 1);
        // "told the Herald, neighbours had tried to help"
        if pauses && setting == start && cue.takes(Frame::Addressee) && start > cue.tokens.end {
            let opens = view.is_noun(start + 1)
                || matches!(
                    view.tag(start + 1),
                    Some(Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Adjective)
                );
            return opens.then_some(start + 1);
        }
        let fits = pauses && setting < start;
        // "said in its report, the coast was safe"
        let is_occasion = view.tag(setting) == Some(Tag::Preposition)
            && noun_phrases::core_starting_at(view, setting + 1, start)
                .is_some_and(|core| core.end == start && view.has(core.end - 1, Class::Occasion));
        let is_day = is_occasion
            || view.is_time(setting) && view.tag(setting) != Some(Tag::Adverb)
            || times::preposition_and_time(view, setting, start) == Some(start);
        match view.tag(setting) {
            _ if !fits => None,
            _ if is_day => Some(start + 1),
            Some(Tag::Preposition | Tag::Adverb) => Some(setting),
            _ => None,
        }
    }

    /// "told the daily Iran Nightly that it was over", "wrote to the members in May that it was over": a clause with "that"
    /// after a hearer or a circumstance of a sort that no rule knows.
    pub(super) fn later_that(&self, cue: &Cue, start: usize) -> Option<usize> {
        const FARTHEST: usize = 16;
        let view = self.view;
        let opens = cue.takes(Frame::Addressee) || matches!(view.tag(start), Some(Tag::Preposition | Tag::To));
        let that = (start..self.end().min(start + FARTHEST)).find(|&i| view.is(i, &["that"]))?;
        let is_plain = |i: usize| {
            // "member states" looks like a verb
            let verb = matches!(view.tag(i), Some(Tag::Modal | Tag::VerbPast));
            !verb && !view.is_comma(i) && view.quotation_at(i).is_none() && view.word(i) != Some(":")
        };
        let fits = opens && cue.takes(Frame::That) && (start..that).all(is_plain);
        (fits && self.fits_subject(cue) && self.has_clause(that + 1)).then_some(that + 1)
    }

    /// A quotation that begins at `start`, after a comma or a colon perhaps, and is no mere opening of a clause.
    fn quotation_content(&self, start: usize) -> Option<Content> {
        let view = self.view;
        let pause = view.is_comma(start) || view.word(start) == Some(":") || view.is(start, &["that"]);
        let at = if pause { start + 1 } else { start };
        // `What they are saying: "It is over," Lowe said`: a run-in head leads to no words
        let quotation = view.quotation_at(at).filter(|_| at < self.end())?;
        if !pause && is_title(view, quotation) {
            return None;
        }
        let after = view.quotations[quotation].tokens().end;
        let goes_on = view.is_verb(after) || view.tag(after) == Some(Tag::Modal);
        (view.quotations[quotation].open.start == at && (view.word(start) == Some(":") || !goes_on))
            .then_some(Content::Quotation(quotation))
    }

    /// `said early in the day before the call for Ray, "We won"`: the words after circumstances without a verb.
    fn quotation_after_setting(&self, start: usize) -> Option<usize> {
        const FARTHEST: usize = 12;
        let view = self.view;
        let opens = |&i: &usize| view.is_comma(i) && view.quotation_at(i + 1).is_some();
        let comma = (start..self.end().min(start + FARTHEST)).find(opens)?;
        let is_setting = view.tag(start) == Some(Tag::Preposition) && !self.has_finite_verb(&(start..comma));
        view.quotation_at(comma + 1).filter(|_| is_setting && self.is_unmarked(&(start..comma)))
    }

    /// A clause that is one quotation from end to end is that quotation.
    pub(super) fn clause(&self, parts: Vec<Range<usize>>) -> Content {
        if let [part] = parts.as_slice()
            && let Some(quotation) = self.view.quotation_at(part.start)
            && self.view.quotations[quotation].open.start == part.start
            && self.view.quotations[quotation].tokens().end >= part.end
        {
            return Content::Quotation(quotation);
        }
        Content::Clause(parts)
    }

    /// "According to Lowe, the fund was empty."
    fn content_after_according_to(&self, c: usize) -> Option<Content> {
        let (view, cue) = (self.view, &self.cues[c]);
        let first = cue.tokens.start;
        let opens = (self.sentence.tokens.start..first)
            .all(|i| matches!(view.tag(i), Some(Tag::Conjunction | Tag::Adverb)) || view.is_mark(i));
        // "It gave no cause, but, according to Lowe, the fund was empty"
        let goes_on = first > self.sentence.tokens.start + 2
            && view.is_comma(first - 1)
            && view.is(first - 2, &["but", "and"])
            && view.is_comma(first - 3);
        let is_parted = first > 0 && view.word(first - 1) == Some(";");
        if !opens && !goes_on && !is_parted {
            return None;
        }
        let after = cue.speaker.as_ref()?.tokens.end;
        let comma = self.comma_after(after)?;
        let comma = self.end_of_apposition(comma).unwrap_or(comma);
        let part = view.trimmed(comma + 1..self.clause_end(c, comma + 1));
        // "Not so fast, according to Lowe, a shareholder"
        let says = self.has_clause(part.start) || self.is_finite(part.start) || first == self.sentence.tokens.start;
        (part.len() > 1 && says).then(|| self.clause(vec![part]))
    }

    /// The next comma outside marks.
    pub(super) fn comma_after(&self, start: usize) -> Option<usize> {
        const FARTHEST: usize = 25;
        let mut tokens = start..self.end().min(start + FARTHEST);
        tokens.find(|&i| self.view.is_comma(i) && self.view.quotation_at(i).is_none())
    }

    /// The comma that closes what stands between commas after a name: ", a neighbour,", ", who lives there,".
    fn end_of_apposition(&self, comma: usize) -> Option<usize> {
        let (view, start) = (self.view, comma + 1);
        let relative = view.is(start, &["who", "which", "whose", "where"]);
        // "formerly the director"
        let start = if view.tag(start) == Some(Tag::Adverb) { start + 1 } else { start };
        let close = self.comma_after(start).filter(|&close| self.has_clause(close + 1))?;
        let description = noun_phrases::starting_at(view, start, close)
            .filter(|phrase| phrase.tokens.end == close && !self.has_finite_verb(&phrase.tokens))
            .filter(|phrase| may_describe(view, phrase));
        (relative || description.is_some()).then_some(close)
    }

    pub(super) fn is_unmarked(&self, part: &Range<usize>) -> bool {
        part.clone().all(|i| self.view.quotation_at(i).is_none())
    }
}

/// "a neighbour", "director of the fund", not the first of several things: "skulls with spikes, grooves or ridges".
fn may_describe(view: &View, phrase: &NounPhrase) -> bool {
    let opens = view.opens_phrase(phrase.core.start);
    opens || view.is_capitalised(phrase.head()) || view.has(phrase.head(), Class::PersonNoun)
}

/// Whether quoted words look like a title, a name or a term: capitalised throughout and without an end of their own.
pub(super) fn is_title(view: &View, quotation: usize) -> bool {
    let inner = &view.quotations[quotation].inner;
    let words = inner.clone().filter(|&i| !view.is_mark(i));
    let capitals = words.clone().filter(|&i| view.is_capitalised(i)).count();
    let large = words.filter(|&i| view.reading.tokens.tokens[i].span.len() > 3 || view.is_capitalised(i)).count();
    let ends = inner.is_empty() || view.is_stop(inner.end - 1);
    capitals > 0 && capitals == large && !ends
}
