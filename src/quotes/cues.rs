//! Where something is reported: the verb, who its subject is, and what the clause claims.

use super::{
    apposition,
    noun_phrases::{self, NounPhrase},
    subject::{self, Side},
    times,
    view::{MatrixSentence, View},
};
use crate::{
    model::{Class, CueVerb, Frame, VerbForm},
    report::QuoteStatus,
    tokens::{self, Modality, Polarity, Tag, VerbGroup, Voice},
};
use std::ops::Range;

/// A reporting verb, or "according to", in its place.
#[derive(Clone, Debug)]
pub(super) struct Cue<'a> {
    /// The verb with its auxiliaries.
    pub(super) tokens: Range<usize>,
    /// The verb; none for "according to".
    pub(super) verb: Option<CueVerb<'a>>,
    pub(super) speaker: Option<NounPhrase>,
    pub(super) side: Side,
    /// Who was told, if the clause says only that: "The jury was told that".
    pub(super) hearer: Option<NounPhrase>,
    /// Who or what passed it on: "was quoted by TASS as saying".
    pub(super) via: Option<NounPhrase>,
    pub(super) status: QuoteStatus,
    /// The matrix sentence that holds it.
    pub(super) sentence: usize,
}

impl Cue<'_> {
    pub(super) fn takes(&self, frame: Frame) -> bool {
        self.verb.is_some_and(|verb| verb.takes(frame))
    }

    pub(super) fn is_gerund(&self) -> bool {
        self.verb.is_some_and(|verb| verb.form == VerbForm::Gerund)
    }

    /// Whether a later verb stands in another tense, so that it has hardly the same subject.
    pub(super) fn changes_tense(&self, next: &Cue) -> bool {
        let is_past = |cue: &Cue| {
            let form = cue.verb.filter(|_| cue.tokens.len() == 1).map(|verb| verb.form)?;
            matches!(form, VerbForm::Past | VerbForm::Present | VerbForm::Base).then_some(form == VerbForm::Past)
        };
        is_past(self).zip(is_past(next)).is_some_and(|(before, after)| before != after)
    }

    /// The base form of the verb, or "according to".
    pub(super) fn base(&self) -> &str {
        self.verb.map_or("according to", |verb| verb.base)
    }

    /// The tokens of the verb and, where it stands beside it, the speaker.
    pub(super) fn clause(&self) -> Range<usize> {
        match (&self.speaker, self.side) {
            (Some(speaker), Side::Before | Side::After) => {
                self.tokens.start.min(speaker.tokens.start)..self.tokens.end.max(speaker.tokens.end)
            }
            _ => self.hearer.as_ref().map_or(self.tokens.start, |hearer| hearer.tokens.start)..self.tokens.end,
        }
    }

    /// Whether somebody speaks: somebody named or described, or a party whom a court hears.
    pub(super) fn has_source(&self) -> bool {
        self.speaker.is_some() || self.hearer.is_some()
    }

    /// The clause of the cue with who passed it on, if that stands before: "TASS quoted Lowe as saying".
    pub(super) fn clause_with_source(&self) -> Range<usize> {
        let clause = self.clause();
        self.via.as_ref().map_or(clause.start, |via| via.tokens.start.min(clause.start))..clause.end
    }
}

/// Every cue outside quotation marks, in text order.
pub(super) fn find<'a>(view: &View<'a>) -> Vec<Cue<'a>> {
    let mut cues = Vec::new();
    for (index, sentence) in view.sentences.iter().enumerate() {
        if !view.reading.article.blocks[sentence.block].kind.is_read() {
            continue;
        }
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let mut cue = if view.quotation_at(at).is_none() { cue_at(view, at, index, sentence) } else { None };
            if let Some(cue) = &mut cue {
                share_speaker(view, cue, cues.last());
            }
            at = cue.as_ref().map_or(at + 1, |cue| cue.tokens.end.max(at + 1));
            cues.extend(cue);
        }
    }
    cues
}

/// "Lowe said the fund was empty, adding that ...": a later verb without a subject of its own takes that of the verb
/// before.
fn share_speaker(view: &View, cue: &mut Cue, before: Option<&Cue>) {
    let shares = |before: &&Cue| before.sentence == cue.sentence && before.speaker.is_some() && before.verb.is_some();
    let same_sentence = before.filter(shares);
    let Some(before) = same_sentence.filter(|_| cue.side == Side::Shared) else { return };
    let previous = cue.tokens.start.saturating_sub(1);
    let follows = view.is_comma(previous) || view.is(previous, &["before", "after"]);
    let links = view.is(previous, &["and", "but"]);
    // "Officials say relatives saw the bodies and claimed to know nothing"
    if links && !view.is_comma(previous - 1) && before.side == Side::Before && before.changes_tense(cue) {
        cue.speaker = None;
    } else if cue.is_gerund() && follows || links {
        cue.speaker = before.speaker.clone();
    }
}

fn cue_at<'a>(view: &View<'a>, at: usize, index: usize, sentence: &MatrixSentence) -> Option<Cue<'a>> {
    if view.is(at, &["according"]) && view.is(at + 1, &["to"]) {
        return Some(according_to(view, at, index, sentence));
    }
    let (verb, width) = view.cue_verb(at)?;
    if is_in_name(view, at, sentence) || !is_verb_here(view, at, &verb) {
        return None;
    }
    if verb.takes(Frame::Quotes)
        && let Some(cue) = quoted_as_saying(view, at, verb, index, sentence)
    {
        return Some(cue);
    }
    let group = VerbGroup::of(view.cursor, at..at + width, sentence.tokens.start)?;
    if is_reduced(view, at, sentence) {
        return None;
    }
    let tokens = group.tokens();
    let is_told = verb.takes(Frame::Hears) || is_headline_passive(view, &tokens, &verb, sentence);
    if is_told || group.voice == Voice::Passive && verb.form != VerbForm::Gerund {
        return passive(view, &group, verb, index, sentence);
    }
    let (speaker, side) = speaker(view, &tokens, &verb, sentence);
    let clause = speaker.as_ref().map_or(tokens.start, |speaker| speaker.tokens.start.min(tokens.start));
    if is_demanded(view, &group, clause) {
        return None;
    }
    let status = status(view, &group, &verb, sentence.tokens.start..clause);
    if verb.base == "go" && !speaker.as_ref().is_some_and(|speaker| is_pronoun_or_name(view, speaker)) {
        return None;
    }
    Some(Cue { tokens, verb: Some(verb), speaker, side, hearer: None, via: None, status, sentence: index })
}

/// "Asked whether it was over, he laughed", "Lowe, asked whether it was over, said": a participle that opens its clause or
/// is inserted after its subject reports nothing of that subject.
fn is_reduced(view: &View, at: usize, sentence: &MatrixSentence) -> bool {
    const LONGEST: usize = 40;
    let opens = at == sentence.tokens.start || at == sentence.tokens.start + 1 && view.is(at - 1, &["when"]);
    let closes = |&i: &usize| view.is_comma(i) && view.quotation_at(i).is_none();
    let says = |comma: usize| {
        let verb = if view.tag(comma + 1) == Some(Tag::Adverb) { comma + 2 } else { comma + 1 };
        view.cue_verb(verb).is_some_and(|(verb, _)| verb.form == VerbForm::Past || verb.form == VerbForm::Present)
    };
    let is_inserted = || {
        let mut close = (at + 1..sentence.tokens.end.min(at + LONGEST)).filter(closes);
        at > 1 && view.is_comma(at - 1) && view.is_noun(at - 2) && close.any(says)
    };
    view.is(at, &["asked", "told"]) && (opens || is_inserted())
}

/// "Driver fell asleep, jury told": a verb of telling that names nobody who is told tells its subject.
fn is_headline_passive(view: &View, tokens: &Range<usize>, verb: &CueVerb, sentence: &MatrixSentence) -> bool {
    let ends = tokens.end >= sentence.tokens.end || view.is_stop(tokens.end);
    let is_tribunal = tokens.start > sentence.tokens.start && view.has(tokens.start - 1, Class::Tribunal);
    verb.base == "tell" && verb.form != VerbForm::Gerund && ends && is_tribunal
}

/// "We were told, 'Tomorrow'", "I was told by the industry, 'Give us time'": the speaker, if any, stands after "by". What a
/// court was told is said without a speaker, too.
fn passive<'a>(
    view: &View<'a>,
    group: &VerbGroup,
    verb: CueVerb<'a>,
    index: usize,
    sentence: &MatrixSentence,
) -> Option<Cue<'a>> {
    const FARTHEST: usize = 8;
    let tokens = group.tokens();
    let mut after = tokens.end..sentence.tokens.end.min(tokens.end + FARTHEST);
    let leads_on = after.any(|i| view.quotation_at(i).is_some());
    let by = view.is(tokens.end, &["by"]).then(|| noun_phrases::starting_at(view, tokens.end + 1, sentence.tokens.end));
    let (speaker, status) = (by.flatten(), status(view, group, &verb, sentence.tokens.start..tokens.start));
    let hearer = subject::before(view, tokens.start, sentence, true).0.filter(|hearer| {
        let tells = verb.takes(Frame::Hears) || verb.base == "tell";
        tells && speaker.is_none() && hearer.tokens.end <= tokens.start && view.has(hearer.head(), Class::Tribunal)
    });
    let reports = hearer.is_some() || verb.takes(Frame::Addressee) && verb.takes(Frame::Quote) && leads_on;
    reports.then_some(Cue {
        tokens,
        verb: Some(verb),
        speaker,
        side: Side::Before,
        hearer,
        via: None,
        status,
        sentence: index,
    })
}

/// "She goes" may introduce words, "the saying goes" names no speaker.
fn is_pronoun_or_name(view: &View, speaker: &NounPhrase) -> bool {
    matches!(view.tag(speaker.head()), Some(Tag::Pronoun | Tag::ProperNoun))
}

fn according_to<'a>(view: &View<'a>, at: usize, sentence: usize, outer: &MatrixSentence) -> Cue<'a> {
    let speaker = noun_phrases::starting_at(view, at + 2, outer.tokens.end)
        .or_else(|| noun_phrases::starting_at(view, at + 3, outer.tokens.end))
        .map(|speaker| apposition::renamed_after(view, speaker))
        .map(|speaker| apposition::author(view, &speaker).unwrap_or(speaker));
    Cue {
        tokens: at..at + 2,
        verb: None,
        speaker,
        side: Side::After,
        hearer: None,
        via: None,
        status: QuoteStatus::Asserted,
        sentence,
    }
}

/// "Qaboos bin Said, the Sultan,": a word with a capital inside a sentence that is written small is part of a name, whatever
/// verb it looks like.
fn is_in_name(view: &View, at: usize, sentence: &MatrixSentence) -> bool {
    let is_titled = view.word(at).is_some_and(|word| word.chars().skip(1).any(char::is_lowercase));
    let is_name = view.is_capitalised(at) && is_titled && at > sentence.tokens.start;
    // `"It is over." Said Lowe`: the mark before it closes a sentence.
    let opens =
        at > 1 && view.is_mark(at - 1) && view.is_stop(at - 2) || view.word(at - usize::from(at > 0)) == Some(":");
    let is_small = |i: usize| view.is_lower_case(i) && (view.is_noun(i) || view.is_verb(i));
    is_name && !opens && sentence.tokens.clone().any(is_small)
}

/// Whether the word is used as a reporting verb: "the report says", not "the reports of claims" or "read by her lawyer".
fn is_verb_here(view: &View, at: usize, verb: &CueVerb) -> bool {
    let before = at.saturating_sub(1);
    let governed = tokens::is_auxiliary(view.cursor, before) || view.tag(before) == Some(Tag::Adverb);
    match view.tag(at) {
        _ if !view.is_verb(at) => is_mistagged_verb(view, at, verb),
        Some(Tag::VerbGerund) => {
            let nominal = matches!(view.tag(before), Some(Tag::Determiner | Tag::Possessive | Tag::Adjective));
            !nominal
                && (view.tag(before) != Some(Tag::Preposition) || view.is(before, &["with", "by", "before", "after"]))
        }
        _ if view.is(at + 1, &["by"]) && !is_medium(view, at + 2) && verb.base != "tell" => false,
        Some(Tag::VerbParticiple) => {
            governed
                || verb.takes(Frame::Zero) && view.tag(at + 1) != Some(Tag::Preposition)
                || ends_attribution(view, at, verb)
                || inverts(view, at, verb)
        }
        _ => true,
    }
}

/// What carries words: "said by phone", "wrote by satellite text".
fn is_medium(view: &View, token: usize) -> bool {
    (token..token + 3).take_while(|&i| !view.is_mark(i) && view.is_lower_case(i)).any(|i| view.has(i, Class::Medium))
}

/// Verbs that look like nouns to the tagger: "the Herald reports that", `the post read.`
fn is_mistagged_verb(view: &View, at: usize, verb: &CueVerb) -> bool {
    let finite = matches!(verb.form, VerbForm::Past | VerbForm::Present) || verb.base == "read";
    let opens_mark = |i: usize| view.quotation_at(i).is_some_and(|m| view.quotations[m].open.start == i);
    let next = if view.is_time(at + 1) { at + 2 } else { at + 1 };
    let leads_on = view.is(next, &["that"])
        || opens_mark(at + 1)
        || opens_mark(at + 2) && view.is_mark(at + 1)
        || verb.base != "read" && matches!(view.tag(at + 1), Some(Tag::Pronoun | Tag::Determiner));
    let after_noun = at > 0 && view.is_noun(at - 1);
    finite
        && (matches!(verb.base, "say" | "tell" | "tweet" | "add")
            || after_noun && leads_on
            || inverts(view, at, verb)
            || ends_attribution(view, at, verb))
}

/// `"It is early," cautions Ana Lowe`: a pause inside the marks before the verb, a name or a noun phrase after it.
fn inverts(view: &View, at: usize, verb: &CueVerb) -> bool {
    let quotation = at.checked_sub(1).and_then(|before| view.quotation_at(before)).map(|m| &view.quotations[m]);
    let pause = quotation.and_then(|quotation| quotation.inner.end.checked_sub(1));
    let paused = pause.is_some_and(|i| matches!(view.word(i), Some("," | "?" | "!")));
    // "chimed in Ana Lowe"
    let next = at + verb.base.split(' ').count();
    let named = view.tag(next) == Some(Tag::ProperNoun) || view.is(next, &["the", "a", "an", "his", "her"]);
    verb.takes(Frame::Quote) && paused && named
}

/// `"Resign!" the crowd chanted.`, `"We regret it," the statement read in part.`
fn ends_attribution(view: &View, at: usize, verb: &CueVerb) -> bool {
    let ends = view.is_stop(at + 1) || view.is_comma(at + 1) || view.tag(at + 1) == Some(Tag::Preposition);
    let after_subject =
        at > 0 && (view.is_noun(at - 1) || matches!(view.tag(at - 1), Some(Tag::Number)) || view.is_comma(at - 1));
    verb.takes(Frame::Quote) && ends && after_subject && follows_mark(view, at)
}

/// Whether quoted words end a few words before: `"Resign!" the crowd chanted.`
fn follows_mark(view: &View, at: usize) -> bool {
    const LONGEST_SPEAKER: usize = 6;
    (1..=LONGEST_SPEAKER).filter_map(|back| at.checked_sub(back)).any(|i| view.quotation_at(i).is_some())
}

/// What a clause claims of the words, by the group of its verb and what stands `before` the clause in its sentence.
fn status(view: &View, group: &VerbGroup, verb: &CueVerb, before: Range<usize>) -> QuoteStatus {
    let neither = group.start > 0 && view.is(group.start - 1, &["neither", "nor"]);
    let conditional = is_conditional(view, before, group.start);
    match group.modality {
        _ if group.polarity == Polarity::Negative || neither => QuoteStatus::Negated,
        Modality::Possible => QuoteStatus::Hypothetical,
        _ if conditional => QuoteStatus::Hypothetical,
        Modality::Future => QuoteStatus::Future,
        Modality::None if verb.takes(Frame::Denies) => QuoteStatus::Denied,
        Modality::None => QuoteStatus::Asserted,
    }
}

/// "demanded that the ministry explain why": a base form after "that" tells what should be said.
fn is_demanded(view: &View, group: &VerbGroup, clause: usize) -> bool {
    let that = clause.checked_sub(1).filter(|&that| view.is(that, &["that"]) && clause < group.start);
    that.is_some() && group.start == group.head.start && view.tag(group.start) == Some(Tag::VerbBase)
}

/// Whether "if" opens the clause of a verb; a comma before its subject ends another clause: "Asked
/// if it was over, Lowe said".
fn is_conditional(view: &View, before: Range<usize>, verb: usize) -> bool {
    const FARTHEST: usize = 6;
    let opens = |i: usize| view.is(i, &["if", "unless"]);
    let inside = (before.end..verb).rev().take(FARTHEST).any(opens);
    inside || before.rev().take(FARTHEST).take_while(|&i| !view.is_comma(i)).any(opens)
}

fn speaker(view: &View, group: &Range<usize>, verb: &CueVerb, sentence: &MatrixSentence) -> (Option<NounPhrase>, Side) {
    let finite = verb.form != VerbForm::Gerund || group.len() > 1;
    let before =
        issuer(view, group, finite, sentence).unwrap_or_else(|| subject::before(view, group.start, sentence, finite));
    let after_mark = group.start > 0 && view.quotation_at(group.start - 1).is_some();
    let inverts = finite && verb.takes(Frame::After) && (after_mark || !verb.takes(Frame::Addressee));
    if inverts
        && (before.0.is_none() || before.1 == Side::Shared)
        && let Some(after) = inverted_subject(view, group, sentence)
    {
        return (Some(apposition::renamed_after(view, after)), Side::After);
    }
    before
}

/// "The union issued a statement saying": who issued it speaks, the subject of the verb whose object it is.
fn issuer(
    view: &View,
    group: &Range<usize>,
    finite: bool,
    sentence: &MatrixSentence,
) -> Option<(Option<NounPhrase>, Side)> {
    let document = noun_phrases::ending_at(view, group.start, sentence.tokens.start).filter(|_| !finite)?;
    let is_document = view.has(document.head(), Class::Document) || view.has(document.head(), Class::Occasion);
    let verb = document.tokens.start.checked_sub(1).filter(|&verb| verb > sentence.tokens.start)?;
    let issued = view.is(document.tokens.start, &["a", "an"]) && view.has(verb, Class::Issuing);
    let verb = VerbGroup::of(view.cursor, verb..verb + 1, sentence.tokens.start)
        .filter(|verb| is_document && issued && verb.voice == Voice::Active)?;
    let (issuer, side) = subject::before(view, verb.start, sentence, true);
    Some((issuer.filter(|_| side == Side::Before), Side::Shared))
}

/// The subject after its verb: `"We are done," said Lowe.`
fn inverted_subject(view: &View, group: &Range<usize>, sentence: &MatrixSentence) -> Option<NounPhrase> {
    let before = group.start.checked_sub(1).filter(|before| *before >= sentence.tokens.start);
    let detached = before.is_none_or(|i| view.quotation_at(i).is_some() || view.is_comma(i) || view.is_dash(i));
    if !detached {
        return None;
    }
    // "said late on Sunday the mayor"
    let start = times::over_times(view, group.end, sentence.tokens.end);
    let phrase = noun_phrases::starting_at(view, start, sentence.tokens.end)
        .filter(|phrase| !times::tells_when(view, phrase))?;
    if view.tag(start) == Some(Tag::Pronoun) && !view.is(start, &["he", "she", "they", "i", "we"]) {
        return None;
    }
    let next = view.tag(phrase.tokens.end);
    let goes_on = matches!(next, Some(Tag::Modal | Tag::VerbPast | Tag::VerbPresent | Tag::VerbBase));
    (!goes_on).then_some(phrase)
}

/// "Lowe was quoted by TASS as saying", "TASS quoted Lowe as saying".
fn quoted_as_saying<'a>(
    view: &View<'a>,
    at: usize,
    verb: CueVerb<'a>,
    index: usize,
    sentence: &MatrixSentence,
) -> Option<Cue<'a>> {
    const FARTHEST: usize = 24;
    let limit = sentence.tokens.end.min(at + FARTHEST);
    let saying = (at + 1..limit).find(|&i| view.is(i, &["as"]) && view.is(i + 1, &["saying", "telling"]))?;
    let group = VerbGroup::of(view.cursor, at..at + 1, sentence.tokens.start)?;
    let (subject, _) = subject::before(view, group.start, sentence, true);
    let (speaker, via) = if group.voice == Voice::Passive {
        let by = (at + 1..saying).find(|&i| view.is(i, &["by", "in"]));
        (subject, by.and_then(|by| noun_phrases::starting_at(view, by + 1, saying)))
    } else {
        (noun_phrases::starting_at(view, at + 1, saying), subject)
    };
    let (tokens, status) = (group.start..saying + 2, QuoteStatus::Asserted);
    Some(Cue { tokens, verb: Some(verb), speaker, side: Side::Before, hearer: None, via, status, sentence: index })
}
