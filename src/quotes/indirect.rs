//! What a cue reports in the writer's words: where the reported clause begins and where it stops.

use super::{
    adjuncts::{addressee_end, is_measure, opening},
    cues::Cue,
    noun_phrases,
    subject::Side,
    view::{MatrixSentence, View},
};
use crate::{
    model::{Class, Frame},
    report::QuoteStatus,
    tokens::{self, Tag},
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
        |_, cue, start| cue.takes(Frame::To).then_some(start),
    ),
    (
        "a gerund",
        |reader, cue, start| reader.view.tag(start) == Some(Tag::VerbGerund) && cue.takes(Frame::Ing),
        |_, _, start| Some(start),
    ),
    ("a clause without \"that\"", |_, _, _| true, |reader, cue, start| reader.zero(cue, start)),
];

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
        let says_that = view.is(start, &["that"]);
        if self.follows_quotation(cue) && !says_that
            || cue.speaker.is_none()
            || matches!(cue.status, QuoteStatus::Negated | QuoteStatus::Hypothetical)
        {
            return None;
        }
        let begin = self.clause_begin(cue, start).or_else(|| self.after_adjunct(cue, start))?;
        let end = self.clause_end(c, begin);
        let part = view.trimmed(begin..end);
        // "Lowe, who conceded shortly after midnight, said"
        let cut_short = self.end_of_relative(cue, begin, self.end()).is_some() && !self.has_finite_verb(&part);
        (part.len() > 1 && !cut_short).then(|| self.clause(vec![part]))
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
        quotation.is_some_and(|m| comma_outside || ends_in_pause(&view.quotations[m].inner))
    }

    /// What looks like a circumstance of the saying, where a comma and a subject follow: "He says in connection with that
    /// request, the rebels will propose" belongs to the clause, the day of "He told jurors Thursday, the case" does not.
    fn after_adjunct(&self, cue: &Cue, start: usize) -> Option<usize> {
        let view = self.view;
        let setting = addressee_end(view, cue, self.end());
        let fits = cue.takes(Frame::Zero) && view.is_comma(start) && self.has_clause(start + 1) && setting < start;
        match view.tag(setting) {
            _ if !fits => None,
            Some(Tag::Preposition | Tag::Adverb) => Some(setting),
            _ => view.is_time(setting).then_some(start + 1),
        }
    }

    /// A quotation that begins at `start`, after a comma or a colon perhaps, and is no mere opening of a clause.
    fn quotation_content(&self, start: usize) -> Option<Content> {
        let view = self.view;
        let pause = view.is_comma(start) || view.word(start) == Some(":") || view.is(start, &["that"]);
        let at = if pause { start + 1 } else { start };
        let quotation = view.quotation_at(at)?;
        if !pause && is_title(view, quotation) {
            return None;
        }
        let after = view.quotations[quotation].tokens().end;
        let goes_on = view.is_verb(after) || view.tag(after) == Some(Tag::Modal);
        (view.quotations[quotation].open.start == at && (view.word(start) == Some(":") || !goes_on))
            .then_some(Content::Quotation(quotation))
    }

    /// A clause that is one quotation from end to end is that quotation.
    fn clause(&self, parts: Vec<Range<usize>>) -> Content {
        if let [part] = parts.as_slice()
            && let Some(quotation) = self.view.quotation_at(part.start)
            && self.view.quotations[quotation].open.start == part.start
            && self.view.quotations[quotation].tokens().end >= part.end
        {
            return Content::Quotation(quotation);
        }
        Content::Clause(parts)
    }

    /// Where the reported clause begins, if a clause of a frame of the verb begins at `start`.
    fn clause_begin(&self, cue: &Cue, start: usize) -> Option<usize> {
        let (_, _, begin) = CLAUSES.iter().find(|(_, opens, _)| opens(self, cue, start))?;
        begin(self, cue, start).filter(|_| self.fits_subject(cue))
    }

    fn that_clause(&self, cue: &Cue, start: usize) -> Option<usize> {
        let is_conjunction = self.view.tag(start) == Some(Tag::Subordinator) || self.has_clause(start + 1);
        if is_conjunction { Some(start + 1) } else { self.zero(cue, start) }
    }

    fn question(&self, cue: &Cue, start: usize) -> Option<usize> {
        let view = self.view;
        // "said, among them the captain, who was held"
        let is_aside = view.is(start, &["who", "which"]) && start > cue.tokens.end && view.is_comma(start - 1);
        (!is_aside && (cue.takes(Frame::Wh) || cue.base() == "say")).then_some(start)
    }

    fn zero(&self, cue: &Cue, start: usize) -> Option<usize> {
        let view = self.view;
        let opens = !view.is_mark(start) || view.quotation_at(start).is_some() || view.tag(start) == Some(Tag::Symbol);
        let fits = if matches!(cue.base(), "say" | "tell") {
            let nothing = view.is(start, &["nothing", "little", "something"]);
            self.end().saturating_sub(start) > 3
                && view.tag(start) != Some(Tag::Conjunction)
                && (!nothing || self.has_clause(start))
        } else {
            let joins =
                matches!(view.tag(start), Some(Tag::Preposition | Tag::Conjunction)) && !is_measure(view, start);
            !joins && self.has_clause(start)
        };
        (cue.takes(Frame::Zero) && opens && fits).then_some(start)
    }

    /// A verb that documents govern needs a document for its subject.
    fn fits_subject(&self, cue: &Cue) -> bool {
        !cue.takes(Frame::Document)
            || cue.speaker.as_ref().is_some_and(|speaker| self.view.has(speaker.head(), Class::Document))
    }

    /// Whether a noun phrase with a finite verb begins at `start`.
    pub(super) fn has_clause(&self, start: usize) -> bool {
        const FARTHEST_VERB: usize = 40;
        let view = self.view;
        let end = self.end().min(start + FARTHEST_VERB);
        let mut links = 0;
        let mut commas = 0;
        for i in start..end {
            match view.tag(i) {
                Some(Tag::Conjunction | Tag::Subordinator) if i > start && view.is_comma(i - 1) => return false,
                Some(Tag::Conjunction)
                    if links == 0 && matches!(view.tag(i + 1), Some(Tag::VerbPast | Tag::VerbPresent)) =>
                {
                    return false;
                }
                Some(Tag::Wh | Tag::Subordinator) => links += 1,
                Some(Tag::Preposition) if view.is(i, &["after", "before", "since", "until", "as"]) => links += 1,
                Some(Tag::Modal | Tag::VerbPast | Tag::VerbPresent) if i > start => {
                    if links == 0 {
                        return commas != 1 || !view.is_comma(i - 1);
                    }
                    links -= 1;
                }
                _ if view.is_comma(i) => commas += 1,
                _ if view.is(i, &["that"]) && i > start && view.is_noun(i - 1) => links += 1,
                _ => {}
            }
        }
        false
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
        if !opens && !goes_on {
            return None;
        }
        let after = cue.speaker.as_ref()?.tokens.end;
        let comma = self.comma_after(after)?;
        let comma = self.end_of_apposition(comma).unwrap_or(comma);
        let part = view.trimmed(comma + 1..self.clause_end(c, comma + 1));
        (part.len() > 1).then(|| self.clause(vec![part]))
    }

    /// The next comma outside marks.
    fn comma_after(&self, start: usize) -> Option<usize> {
        const FARTHEST: usize = 25;
        let mut tokens = start..self.end().min(start + FARTHEST);
        tokens.find(|&i| self.view.is_comma(i) && self.view.quotation_at(i).is_none())
    }

    /// The comma that closes what stands between commas after a name: ", a neighbour,", ", who lives there,".
    fn end_of_apposition(&self, comma: usize) -> Option<usize> {
        let (view, start) = (self.view, comma + 1);
        let relative = view.is(start, &["who", "which", "whose", "where"]);
        let close = self.comma_after(start).filter(|&close| self.has_clause(close + 1))?;
        let description = noun_phrases::starting_at(view, start, close)
            .filter(|phrase| phrase.tokens.end == close && !self.has_finite_verb(&phrase.tokens));
        (relative || description.is_some()).then_some(close)
    }

    /// "The fund was empty, Lowe said." and "The fund, Lowe said, was empty."
    fn content_before(&self, c: usize) -> Option<Content> {
        let (view, cue) = (self.view, &self.cues[c]);
        let may_follow = cue.verb.is_none() || cue.takes(Frame::After);
        if !may_follow || cue.is_gerund() || cue.side == Side::Shared || cue.speaker.is_none() {
            return None;
        }
        let clause = cue.clause();
        let pause = clause.start.checked_sub(1).filter(|pause| *pause > self.sentence.tokens.start)?;
        let closes_mark = view.quotation_at(pause).is_some_and(|m| view.is_comma(view.quotations[m].inner.end - 1));
        if !(view.is_comma(pause) || view.is_dash(pause) || closes_mark || cue.verb.is_none()) {
            return None;
        }
        let start = self.content_floor(c);
        let before = view.trimmed(start..if closes_mark { pause + 1 } else { pause });
        let (before, after_end) = (self.without_opener(before), opening(view, cue, self.end()));
        if NO_CONTENT.iter().any(|(_, holds)| holds(self, &before)) {
            return None;
        }
        let rest = self.rest_after(after_end);
        if self.has_finite_verb(&before) {
            let ends_here = after_end >= self.end()
                || view.is_stop(after_end)
                || view.is_comma(after_end)
                || view.is_comma(clause.end)
                || cue.verb.is_none();
            let second = self.second_predicate(clause.end);
            return ends_here.then(|| match second {
                Some(second) => Content::Clause(vec![before, second]),
                None => self.clause(vec![before]),
            });
        }
        rest.map(|rest| Content::Clause(vec![before, rest]))
    }

    /// "The plan could work, Lowe said, and would cost little": an auxiliary after "and" goes on with the reported clause.
    fn second_predicate(&self, comma: usize) -> Option<Range<usize>> {
        let view = self.view;
        let goes_on = view.is_comma(comma)
            && view.is(comma + 1, &["and", "but", "or"])
            && (view.tag(comma + 2) == Some(Tag::Modal) || tokens::is_auxiliary(view.cursor, comma + 2));
        goes_on.then(|| view.trimmed(comma + 1..self.end())).filter(|rest| self.is_unmarked(rest))
    }

    fn is_unmarked(&self, part: &Range<usize>) -> bool {
        part.clone().all(|i| self.view.quotation_at(i).is_none())
    }

    /// "Speaking in Munich, Lowe said ...", "Asked whether it was over, he laughed": what comes before belongs to the speaker.
    fn is_adjunct_clause(&self, part: &Range<usize>) -> bool {
        let opens = |i: usize| matches!(self.view.tag(i), Some(Tag::VerbGerund | Tag::VerbParticiple | Tag::VerbPast));
        opens(part.start)
            && !matches!(self.view.tag(part.start + 1), Some(Tag::VerbPresent | Tag::VerbPast | Tag::Modal))
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
        self.cues[..c].iter().map(|cue| cue.clause().end).filter(|end| *end < self.cues[c].clause().start).fold(
            sentence,
            |floor, end| {
                if self.view.is_comma(end) { end } else { floor }
            },
        )
    }

    fn without_opener(&self, mut part: Range<usize>) -> Range<usize> {
        while part.start < part.end && self.view.is(part.start, &["but", "and"]) {
            part.start += 1;
        }
        part
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
        before.is_some_and(|i| view.word(i) == Some(":") || view.is_stop(i))
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

    pub(super) fn has_finite_verb(&self, part: &Range<usize>) -> bool {
        part.clone()
            .any(|i| matches!(self.view.tag(i), Some(Tag::Modal | Tag::VerbPast | Tag::VerbPresent | Tag::VerbBase)))
    }
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
