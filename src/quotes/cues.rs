//! Where something is reported: the verb, who its subject is, and what the clause claims.

use super::{
    apposition,
    cue::Cue,
    handed_on,
    noun_phrases::{self, NounPhrase},
    subject::{self, Side},
    times, verbs,
    view::{MatrixSentence, View},
};
use crate::{
    model::{Class, CueVerb, Frame, VerbForm},
    report::QuoteStatus,
    tokens::{self, Modality, Polarity, Tag, VerbGroup, Voice},
};
use std::ops::Range;

/// Every cue outside quotation marks, in text order.
pub(super) fn find<'a>(view: &View<'a>) -> Vec<Cue<'a>> {
    let mut cues = Vec::new();
    for (index, sentence) in view.sentences.iter().enumerate() {
        if !view.reading.article.blocks[sentence.block].kind.is_read() {
            continue;
        }
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let found = if view.quotation_at(at).is_none() { cue_at(view, at, index, sentence) } else { None };
            at += 1;
            let Some(mut cue) = found else { continue };
            share_speaker(view, &mut cue, &cues);
            if is_said_by_nobody(view, &cue) {
                cue.status = QuoteStatus::Negated;
            }
            at = cue.end().max(at);
            cues.push(cue);
        }
    }
    cues
}

/// "Lowe said the fund was empty, adding that ...": a later verb without a subject of its own takes that of the verb
/// before.
///
/// Somebody goes on rather than a thing that shows something: "Lowe said the tests found lead, and said".
fn share_speaker(view: &View, cue: &mut Cue, earlier: &[Cue]) {
    let shares = |before: &Cue| before.sentence == cue.sentence && before.speaker.is_some() && before.verb.is_some();
    let speaks = |before: &&Cue| before.speaker.as_ref().is_some_and(|it| noun_phrases::is_somebody(view, it.head()));
    let same_sentence = earlier.last().filter(|before| shares(before) && cue.side == Side::Shared);
    let Some(before) = same_sentence else { return };
    let previous = cue.tokens.start.saturating_sub(1);
    let mut speaking = earlier.iter().rev().take_while(|before| shares(before)).filter(speaks);
    // "Lowe said he knew whom they asked, and argued": after a comma the sentence goes on as it began
    let is_parted = view.is(previous, &["and", "but"]) && view.is_comma(previous - 1);
    let before = if is_parted { speaking.last() } else { speaking.next() }.unwrap_or(before);
    let follows =
        view.is_comma(previous) || view.is(previous, &["before", "after"]) || view.quotation_at(previous).is_some();
    let links = view.is(previous, &["and", "but"]);
    // "Officials say relatives saw the bodies and claimed to know nothing"
    if links && !view.is_comma(previous - 1) && before.side == Side::Before && before.changes_tense(cue) {
        cue.speaker = None;
    } else if cue.is_gerund() && follows || links {
        cue.speaker = before.speaker.clone();
    }
}

/// "Neither Lowe nor Kim said it was over", "Nobody said so"; but "No 10 said so".
fn is_said_by_nobody(view: &View, cue: &Cue) -> bool {
    const NOBODY: &[&str] = &["neither", "nobody", "none", "no"];
    let begins = |speaker: &NounPhrase| {
        view.is(speaker.tokens.start, NOBODY) && view.entities.at_token(speaker.tokens.start).is_none()
    };
    cue.speaker.as_ref().is_some_and(begins)
}

fn cue_at<'a>(view: &View<'a>, at: usize, index: usize, sentence: &MatrixSentence) -> Option<Cue<'a>> {
    let is_according = view.word(at).is_some_and(|word| word.eq_ignore_ascii_case("according"));
    if is_according && view.is(at + 1, &["to"]) && !view.is(at + 2, &["which", "whom"]) {
        return Some(according_to(view, at, index, sentence));
    }
    if verbs::is_never_verb(view, at) {
        return None;
    }
    let (verb, width) = view.cue_verb(at)?;
    if verbs::is_in_name(view, at, sentence) {
        return None;
    }
    if verb.takes(Frame::Quotes)
        && let Some(cue) = handed_on::cue(view, at, verb, index, sentence)
    {
        return Some(cue);
    }
    if !verbs::is_verb_here(view, at, &verb, sentence) || is_reduced(view, at, sentence) {
        return None;
    }
    let group = VerbGroup::of(view.cursor, at..at + width, sentence.tokens.start)?;
    let is_told = verb.takes(Frame::Hears) || is_headline_passive(view, &group.tokens(), &verb, sentence);
    let is_described = verb.takes(Frame::Predicate) && view.is(group.head.end, &["by"]);
    if is_told || is_described || group.voice == Voice::Passive && verb.form != VerbForm::Gerund {
        return passive(view, &group, verb, index, sentence);
    }
    active(view, &group, verb, index, sentence)
}

/// "Lowe said", "said Lowe", "..., saying": the subject of the verb speaks.
fn active<'a>(
    view: &View<'a>,
    group: &VerbGroup,
    verb: CueVerb<'a>,
    index: usize,
    sentence: &MatrixSentence,
) -> Option<Cue<'a>> {
    let tokens = group.tokens();
    let (speaker, side) = speaker(view, &tokens, &verb, sentence);
    let clause = speaker.as_ref().map_or(tokens.start, |speaker| speaker.tokens.start.min(tokens.start));
    let adjoins = |speaker: &&NounPhrase| group.head == tokens && speaker.tokens.end == tokens.start;
    let is_no_subject = speaker.as_ref().filter(adjoins).is_some_and(|it| {
        is_reduced_relative(view, it, &verb) || side == Side::Before && is_compound(view, it, &verb, sentence)
    });
    let is_idiom = verb.base == "go" && !speaker.as_ref().is_some_and(|speaker| is_pronoun_or_name(view, speaker));
    if is_no_subject || is_idiom || is_demanded(view, group, clause) {
        return None;
    }
    let status = status(view, group, &verb, sentence.tokens.start..clause);
    Some(Cue { tokens, verb: Some(verb), speaker, side, hearer: None, via: None, status, sentence: index })
}

/// "Iran denies Western charges that", "They oppose a court ruling that": what looks like a subject and its verb is the object
/// of another verb.
fn is_compound(view: &View, subject: &NounPhrase, verb: &CueVerb, sentence: &MatrixSentence) -> bool {
    let is_plural = verb.form == VerbForm::Present && !verb.takes(Frame::Verbal);
    let may_be_noun = is_plural || verb.is_gerund_of("rule");
    let governor = subject.tokens.start.checked_sub(1).filter(|&i| i > sentence.tokens.start);
    let takes_object = |&i: &usize| {
        let reports = view.cue_verb(i).is_some_and(|(cue, _)| cue.takes(Frame::Zero) && !cue.takes(Frame::Denies));
        view.is_verb(i) && view.quotation_at(i).is_none() && !reports && !tokens::is_auxiliary(view.cursor, i)
    };
    may_be_noun && governor.filter(takes_object).is_some()
}

/// "In a message posted to members, Lowe thanked them": a document after a preposition is the subject of no verb, nor is a
/// thing after a verb or a preposition: `She found a pattern called a "glider"`.
fn is_reduced_relative(view: &View, subject: &NounPhrase, verb: &CueVerb) -> bool {
    let before = subject.core.end.checked_sub(subject.core.len() + 1);
    let governed = before.is_some_and(|i| view.is(i, &["in", "on", "by", "from", "to", "of", "with"]));
    let is_document = view.has(subject.head(), Class::Document) || view.has(subject.head(), Class::Occasion);
    let is_named = verb.takes(Frame::Predicate)
        && before.is_some_and(|i| view.is_verb(i) || view.tag(i) == Some(Tag::Preposition))
        && before.is_some_and(|i| view.tag(i) != Some(Tag::VerbGerund))
        && !is_document
        && !noun_phrases::is_somebody(view, subject.head());
    (governed && is_document || is_named) && matches!(verb.form, VerbForm::Past | VerbForm::Participle)
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
        // "Lowe, when asked whether it was over, said"
        let at = at - usize::from(at > 2 && view.is(at - 1, &["when"]));
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
        // `"Go home!" the crowd was told by police.`
        let follows_words = hearer.tokens.start.checked_sub(1).is_some_and(|i| view.quotation_at(i).is_some());
        let by_somebody = speaker.as_ref().is_some_and(|by| noun_phrases::is_somebody(view, by.head()));
        let fits =
            if speaker.is_some() { by_somebody && follows_words } else { view.has(hearer.head(), Class::Tribunal) };
        tells && hearer.tokens.end <= tokens.start && fits
    });
    // "It was reported that it was over": nobody is named
    let it =
        tokens.start.checked_sub(1).filter(|&i| view.is(i, &["it"]) && verb.takes(Frame::That) && speaker.is_none());
    let hearer = hearer.or_else(|| it.map(|it| NounPhrase::plain(it..it + 1)));
    let calls = verb.takes(Frame::Predicate) && speaker.is_some();
    let tells = verb.takes(Frame::Addressee) && verb.takes(Frame::Quote);
    let reports = hearer.is_some() || (calls || tells) && leads_on;
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
        .map(|speaker| with_document(view, speaker))
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

/// "according to the latest WHO report": a document that looks like a verb.
fn with_document(view: &View, speaker: NounPhrase) -> NounPhrase {
    let end = speaker.core.end;
    let names = speaker.tokens.end == end && view.is_verb(end) && view.has(end, Class::Document);
    if names { NounPhrase::plain(speaker.core.start..end + 1) } else { speaker }
}

/// What a clause claims of the words, by the group of its verb and what stands `before` the clause in its sentence.
fn status(view: &View, group: &VerbGroup, verb: &CueVerb, before: Range<usize>) -> QuoteStatus {
    let neither = group.start > 0 && view.is(group.start - 1, &["neither", "nor"]);
    let conditional = is_conditional(view, before, group.start);
    match group.modality {
        _ if group.polarity == Polarity::Negative || neither => QuoteStatus::Negated,
        // "would only say"
        // "would say only"
        Modality::Possible if (group.start..group.head.end + 1).any(|i| view.is(i, &["only"])) => QuoteStatus::Asserted,
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
    let inside = (before.end..verb).rev().take(FARTHEST).take_while(|&i| !view.is_comma(i)).any(opens);
    inside || before.rev().take(FARTHEST).take_while(|&i| !view.is_comma(i)).any(opens)
}

fn speaker(view: &View, group: &Range<usize>, verb: &CueVerb, sentence: &MatrixSentence) -> (Option<NounPhrase>, Side) {
    let finite = verb.form != VerbForm::Gerund || group.len() > 1;
    let before =
        issuer(view, group, finite, sentence).unwrap_or_else(|| subject::before(view, group.start, sentence, finite));
    if !finite && before.0.is_none() && group.start == sentence.tokens.start {
        return (subject::of_main_clause(view, group.end, sentence.tokens.end), Side::Shared);
    }
    // "We won," she said, further noting, "It was hard": whoever spoke before the words.
    let closes = |i: usize| view.quotation_at(i).is_some_and(|m| view.quotations[m].tokens().end == i + 1);
    if !finite && before.0.is_none() && group.start.checked_sub(1).is_some_and(closes) {
        return (None, Side::Shared);
    }
    let after_mark = group.start > 0 && view.quotation_at(group.start - 1).is_some();
    let inverts = finite && verb.takes(Frame::After) && (after_mark || !verb.takes(Frame::Addressee));
    let own = before.0.as_ref().filter(|_| before.1 == Side::Before);
    let is_of_thing = own.is_some_and(|subject| is_thing_before_pause(view, group, subject));
    let may_follow = |after: &NounPhrase| {
        let is_object = is_imperative(view, verb, after)
            || is_bare_object(view, after)
            || before.0.is_some() && is_thing_in_headline(view, sentence, after);
        (after_mark || !is_object) && (!is_of_thing || apposition::is_named_person(view, after))
    };
    if inverts
        && (before.0.is_none() || before.1 == Side::Shared || is_of_thing)
        && let Some(after) = inverted_subject(view, group, sentence).filter(may_follow)
    {
        return (Some(apposition::renamed_after(view, after)), Side::After);
    }
    before
}

/// "The union issued a statement saying", "... which said": who issued it speaks, the subject of the verb whose object it is.
fn issuer(
    view: &View,
    group: &Range<usize>,
    finite: bool,
    sentence: &MatrixSentence,
) -> Option<(Option<NounPhrase>, Side)> {
    let link = group.start.checked_sub(1).filter(|&i| view.is(i, &["which", "that"]));
    let end = if finite { link? } else { group.start };
    // "a message on Facebook on Friday announcing"
    let end = subject::over_adverbs(view, end, sentence.tokens.start);
    let document = noun_phrases::ending_at(view, end, sentence.tokens.start)?;
    let is_document = view.has(document.head(), Class::Document) || view.has(document.head(), Class::Occasion);
    let verb = document.tokens.start.checked_sub(1)?;
    // "In a message announcing that it was over, Lowe thanked": whoever acts in the main clause.
    if is_document && !finite && verb == sentence.tokens.start && view.tag(verb) == Some(Tag::Preposition) {
        return Some((subject::of_main_clause(view, group.end, sentence.tokens.end), Side::Shared));
    }
    if verb <= sentence.tokens.start {
        return None;
    }
    let issued = view.is(document.tokens.start, &["a", "an"]) && view.has(verb, Class::Issuing);
    let verb = VerbGroup::of(view.cursor, verb..verb + 1, sentence.tokens.start)
        .filter(|verb| is_document && issued && verb.voice == Voice::Active)?;
    let (issuer, side) = subject::before(view, verb.start, sentence, true);
    Some((issuer.filter(|_| side == Side::Before), Side::Shared))
}

/// "If it is wrong for you, find the right one": a base form that governs what follows it, which is nobody.
fn is_imperative(view: &View, verb: &CueVerb, phrase: &NounPhrase) -> bool {
    let opens = view.opens_phrase(phrase.tokens.start);
    verb.form == VerbForm::Base && opens && !noun_phrases::is_somebody(view, phrase.head())
}

/// "Results point to a parasite, which thrives in warm water, said Lowe": a thing and a comma before the verb.
fn is_thing_before_pause(view: &View, group: &Range<usize>, subject: &NounPhrase) -> bool {
    let speaks = noun_phrases::is_somebody(view, subject.head())
        || view.has(subject.head(), Class::Document)
        || view.is_capitalised(subject.head());
    group.start.checked_sub(1).is_some_and(|i| view.is_comma(i)) && !speaks
}

/// "His wife, Ana Lowe, urged calm": a noun without an article that names or describes nobody is no subject after its verb.
fn is_bare_object(view: &View, phrase: &NounPhrase) -> bool {
    let is_bare = phrase.core.len() == 1 && view.is_lower_case(phrase.head());
    is_bare && view.tag(phrase.head()) == Some(Tag::Noun) && !noun_phrases::is_somebody(view, phrase.head())
}

/// "Bank holds rate, says growth is slow": what follows the second verb of a headline is the subject of the report.
fn is_thing_in_headline(view: &View, sentence: &MatrixSentence, phrase: &NounPhrase) -> bool {
    let is_plural = view.word(phrase.head()).is_some_and(|word| word.ends_with('s'));
    // "Judge tosses suit, says plaintiffs 'came too late'"
    let leads_on = view.quotation_at(phrase.tokens.end).is_some();
    view.is_heading(sentence.block) && (leads_on || !is_plural && !noun_phrases::is_somebody(view, phrase.head()))
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
