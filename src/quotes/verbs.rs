//! Whether a word that may be a verb of saying is one where it stands.

use super::{
    noun_phrases,
    view::{MatrixSentence, View},
};
use crate::{
    model::{Class, CueVerb, Frame, VerbForm},
    tokens::{self, Tag},
};

/// "Qaboos bin Said, the Sultan,": a word with a capital inside a sentence that is written small is part of a name, whatever
/// verb it looks like.
pub(super) fn is_in_name(view: &View, at: usize, sentence: &MatrixSentence) -> bool {
    let is_titled = view.word(at).is_some_and(|word| word.chars().skip(1).any(char::is_lowercase));
    let is_name = view.is_capitalised(at) && is_titled && at > sentence.tokens.start;
    // `"It is over." Said Lowe`: the mark before it closes a sentence.
    let opens =
        at > 1 && view.is_mark(at - 1) && view.is_stop(at - 2) || view.word(at - usize::from(at > 0)) == Some(":");
    let is_small = |i: usize| view.is_lower_case(i) && (view.is_noun(i) || view.is_verb(i));
    is_name && !opens && sentence.tokens.clone().any(is_small)
}

/// Whether the tagger holds the word for one that it hardly takes a verb for; most words are such.
pub(super) fn is_never_verb(view: &View, at: usize) -> bool {
    matches!(
        view.tag(at),
        Some(Tag::Punctuation | Tag::Determiner | Tag::Preposition | Tag::Pronoun | Tag::Possessive | Tag::Conjunction)
    )
}

/// Whether the word is used as a reporting verb: "the report says", not "the reports of claims" or "read by her lawyer".
pub(super) fn is_verb_here(view: &View, at: usize, verb: &CueVerb, sentence: &MatrixSentence) -> bool {
    let before = at.saturating_sub(1);
    let governed = tokens::is_auxiliary(view.cursor, before) || view.tag(before) == Some(Tag::Adverb);
    match view.tag(at) {
        _ if !view.is_verb(at) => is_mistagged_verb(view, at, verb),
        _ if noun_phrases::is_counted_attribute(view, at) || is_attribute(view, at, verb) => false,
        _ if is_after_number(view, at, verb) || view.is(at + 1, &["below", "above"]) => false,
        Some(Tag::VerbGerund) if view.is(before, &["despite", "without"]) => false,
        Some(Tag::VerbGerund) => {
            // "the opposition and ruling parties", "its forecasting and warning centre"
            let is_pair = before > 0 && view.word(before - 1).is_some_and(|word| word.ends_with("ing"));
            let joins = view.tag(before) == Some(Tag::Conjunction) && (verb.is_gerund_of("rule") || is_pair);
            let opens = matches!(view.tag(before), Some(Tag::Determiner | Tag::Possessive | Tag::Adjective));
            let nominal = joins || opens && !verb.takes(Frame::Quotes);
            // "accused Kim of previously saying"
            let link = if view.tag(before) == Some(Tag::Adverb) { before.saturating_sub(1) } else { before };
            !nominal && (view.tag(link) != Some(Tag::Preposition) || view.is(link, &["with", "by", "before", "after"]))
        }
        // "described by Lowe as "a farce"", not "read by her lawyer"
        _ if view.is(at + 1, &["by"]) && verb.takes(Frame::Predicate) => true,
        _ if view.is(at + 1, &["by"]) && !is_medium(view, at + 2) && verb.base != "tell" => false,
        Some(Tag::VerbParticiple) => {
            governed
                || verb.takes(Frame::Zero) && view.tag(at + 1) != Some(Tag::Preposition)
                || ends_attribution(view, at, verb)
                || inverts(view, at, verb)
                || leads_to_marks(view, at, verb)
                || closes_insertion(view, at, verb, sentence)
                || verb.takes(Frame::Predicate) && is_contact_clause(view, at, sentence)
        }
        _ => true,
    }
}

/// "ten states", "five questions": after a number that is part of no name stands a noun, whatever verb it looks like.
fn is_after_number(view: &View, at: usize, verb: &CueVerb) -> bool {
    let number = at.checked_sub(1).filter(|&i| view.tag(i) == Some(Tag::Number) && !view.is(i, &["one"]));
    let is_plain = number.is_some_and(|i| view.named_kind(i).is_none_or(|kind| !kind.is_named()));
    is_plain && verb.form == VerbForm::Present && !matches!(verb.base, "say" | "tell")
}

/// "the number of confirmed deaths", "a quake with reported magnitude 6", "several alleged thieves": a participle between a
/// preposition or determiner and its noun.
fn is_attribute(view: &View, at: usize, verb: &CueVerb) -> bool {
    let governed = at > 0 && view.tag(at - 1) == Some(Tag::Preposition) && !view.is(at - 1, &["as", "than"]);
    let is_plural = view.word(at + 1).is_some_and(|word| word.ends_with('s')) && view.is_lower_case(at + 1);
    let counted = at > 0 && view.tag(at - 1) == Some(Tag::Determiner) && is_plural;
    (governed || counted) && matches!(verb.form, VerbForm::Past | VerbForm::Participle) && view.is_noun(at + 1)
}

/// What carries words: "said by phone", "wrote by satellite text".
fn is_medium(view: &View, token: usize) -> bool {
    (token..token + 3).take_while(|&i| !view.is_mark(i) && view.is_lower_case(i)).any(|i| view.has(i, Class::Medium))
}

/// Verbs that look like nouns to the tagger: "the Herald reports that", `the post read.`
fn is_mistagged_verb(view: &View, at: usize, verb: &CueVerb) -> bool {
    let has_many = at > 0 && noun_phrases::is_many(view, at - 1);
    let agrees = verb.form == VerbForm::Base && has_many;
    let finite = matches!(verb.form, VerbForm::Past | VerbForm::Present) || agrees || verb.base == "read";
    let opens_mark = |i: usize| view.quotation_at(i).is_some_and(|m| view.quotations[m].open.start == i);
    let next = if view.is_time(at + 1) { at + 2 } else { at + 1 };
    let leads_on = view.is(next, &["that"])
        || agrees && (view.is_comma(at + 1) || view.is_stop(at + 1))
        || opens_mark(at + 1)
        || opens_mark(at + 2) && (view.is_mark(at + 1) || view.is(at + 1, &["as"]))
        || verb.base != "read" && matches!(view.tag(at + 1), Some(Tag::Pronoun | Tag::Determiner));
    // "the U.S. military reports that"
    let is_body = |i: usize| view.is_noun(i) || view.has(i, Class::Institution);
    let after_comma = at > 0 && view.is_comma(at - 1);
    let says_that = after_comma && view.is(at + 1, &["that"]);
    let after_noun = has_many || at > 0 && is_body(at - 1) || after_comma && opens_mark(at + 1) || says_that;
    verb.form == VerbForm::Gerund && says_that
        || finite
            && (verb.takes(Frame::Verbal)
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
    let closes = |next: usize| view.is_stop(next) || view.is_comma(next) || view.tag(next) == Some(Tag::Preposition);
    // "shoots back when told of this"
    let next = at + verb.base.split(' ').count();
    let ends = closes(at + 1) || closes(next) || view.is(next, &["when", "as", "after"]);
    let after_subject =
        at > 0 && (view.is_noun(at - 1) || matches!(view.tag(at - 1), Some(Tag::Number)) || view.is_comma(at - 1));
    verb.takes(Frame::Quote) && ends && after_subject && follows_mark(view, at)
}

/// "The ruling, released on Sunday, read in part, "It is void."": a comma or colon and marks a few words after a past that looks
/// like a participle.
fn leads_to_marks(view: &View, at: usize, verb: &CueVerb) -> bool {
    const FARTHEST: usize = 4;
    let pause = (at + 1..at + 1 + FARTHEST).find(|&i| view.is_comma(i) || view.word(i) == Some(":"));
    let opens = |i: usize| view.quotation_at(i).is_some_and(|m| view.quotations[m].open.start == i);
    let after_subject = at > 0 && (view.is_noun(at - 1) || view.is_comma(at - 1));
    verb.form == VerbForm::Past && after_subject && pause.is_some_and(|pause| opens(pause + 1))
}

/// "Ana Lowe, a cousin of the mayor, accused Kim of": a past that looks like a participle after an insertion between commas, where
/// the sentence has no verb before it.
fn closes_insertion(view: &View, at: usize, verb: &CueVerb, sentence: &MatrixSentence) -> bool {
    let before = sentence.tokens.start..at.saturating_sub(1);
    // "The mayor, when asked about it, blamed"
    let is_reduced = |i: usize| i > 0 && view.is(i - 1, &["when"]);
    let is_verb =
        |i: usize| view.tag(i).is_some_and(Tag::is_finite) && !is_reduced(i) || view.quotation_at(i).is_some();
    let is_inserted = at > before.start && view.is_comma(at - 1) && before.clone().any(|i| view.is_comma(i));
    let governs = view.is(at + 1, &["on"])
        || view.quotation_at(at + 1).is_some()
        || view.is_noun(at + 1)
        || matches!(view.tag(at + 1), Some(Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Adjective));
    verb.form == VerbForm::Past && is_inserted && governs && !before.into_iter().any(is_verb)
}

/// "a move the minister described as": a noun phrase of its own right after a noun.
fn is_contact_clause(view: &View, at: usize, sentence: &MatrixSentence) -> bool {
    let subject = noun_phrases::core_ending_at(view, at, sentence.tokens.start);
    subject.is_some_and(|subject| {
        let opens = view.opens_phrase(subject.start);
        opens && subject.start > sentence.tokens.start && view.is_noun(subject.start - 1)
    })
}

/// Whether quoted words end a few words before: `"Resign!" the crowd chanted.`
fn follows_mark(view: &View, at: usize) -> bool {
    const LONGEST_SPEAKER: usize = 6;
    (1..=LONGEST_SPEAKER).filter_map(|back| at.checked_sub(back)).any(|i| view.quotation_at(i).is_some())
}
