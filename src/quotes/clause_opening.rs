//! The subject of a clause seen from where the clause opens: the first noun phrase after what introduces it.

use super::{
    apposition::renamed_after,
    noun_phrases::{self, NounPhrase},
    view::View,
};
use crate::{
    model::Class,
    report::{EntityKind, Form},
    tokens::Tag,
};

/// The subject of the clause that begins at `start`: the first noun phrase after what introduces it.
pub(super) fn of_clause(view: &View, start: usize, end: usize) -> Option<NounPhrase> {
    const MOST_INTRODUCTIONS: usize = 4;
    let mut at = start;
    for _ in 0..MOST_INTRODUCTIONS {
        at = over_openers(view, at, end);
        if let Some(after) = after_period(view, at, end) {
            at = after;
            continue;
        }
        if introduces(view, at) {
            let after = (at..end).find(|&i| view.is_comma(i)).map(|comma| comma + 1).filter(|&after| after < end);
            match after {
                Some(after) => at = after,
                None => return before_first_verb(view, at, end),
            }
            continue;
        }
        let phrase = noun_phrases::starting_at(view, at, end)?;
        if !is_when(view, &phrase) {
            return Some(phrase);
        }
        at = phrase.tokens.end;
    }
    None
}

/// "In the filing itself Lowe also made this point": the name before the first verb, where no comma ends what introduces it.
fn before_first_verb(view: &View, start: usize, end: usize) -> Option<NounPhrase> {
    let is_finite = |&i: &usize| view.tag(i).is_some_and(Tag::is_finite) && view.quotation_at(i).is_none();
    let verb = (start + 1..end).find(is_finite)?;
    let at = (start + 1..verb).rev().find(|&i| view.tag(i) != Some(Tag::Adverb))? + 1;
    let core = noun_phrases::core_ending_at(view, at, start + 1)?;
    let name = view.entities.at_token(core.end - 1).filter(|place| matches!(place.form, Form::Name | Form::Short))?;
    // "About 60 members of the club have left"
    let is_governed = view.tag(name.tokens.start - 1) == Some(Tag::Preposition);
    let is_named = view.named_kind(core.end - 1).is_some_and(EntityKind::is_named);
    let starts = name.tokens.start > start + 1 && is_named && !is_governed;
    starts.then(|| NounPhrase::plain(name.tokens.clone()))
}

/// The subject of a clause, by its name if one stands in apposition.
pub(super) fn named_subject(view: &View, start: usize, end: usize) -> Option<NounPhrase> {
    of_clause(view, start, end).map(|phrase| renamed_after(view, phrase))
}

/// "Germany bans Mahan Air, citing", "Novelist returns prize, says": the verb of a headline looks like a noun after the name or
/// the office that is its subject.
pub(super) fn before_headline_verb(view: &View, subject: NounPhrase) -> NounPhrase {
    let ends_name = |i: usize| view.entities.at_token(i).is_some_and(|place| place.tokens.end == i + 1);
    let is_verb = |&i: &usize| {
        let inflected = view.is_lower_case(i) && view.word(i).is_some_and(|word| word.ends_with('s'));
        inflected && view.entities.at_token(i).is_none() && (ends_name(i - 1) || view.has(i - 1, Class::PersonNoun))
    };
    match (subject.core.start + 1..subject.core.end.saturating_sub(1)).find(is_verb) {
        Some(verb) => NounPhrase::plain(subject.core.start..verb),
        None => subject,
    }
}

/// "In recent weeks opponents had": the place of the subject that follows a period without a comma.
fn after_period(view: &View, start: usize, end: usize) -> Option<usize> {
    let opens = view.tag(start) == Some(Tag::Preposition);
    let core = opens.then(|| noun_phrases::core_starting_at(view, start + 1, end)).flatten()?;
    let period = core.clone().find(|&i| view.has(i, Class::Period) || view.has(i, Class::Duration))?;
    let follows = period + 1 < core.end && view.is_noun(period + 1) || opens_subject(view, period + 1);
    follows.then_some(period + 1)
}

/// Tells when, and is no subject: "Forty minutes later,", "That same day".
fn is_when(view: &View, phrase: &NounPhrase) -> bool {
    let next = phrase.tokens.end;
    let is_period = view.has(phrase.head(), Class::Period) && view.is_comma(next);
    // "Forty minutes later, on the same field,"
    let is_late = view.is_time(phrase.head()) && view.is_comma(next);
    is_period
        || is_late
        || view.has(phrase.head(), Class::Duration)
            && (view.is_comma(next) || view.is_time(next) || opens_subject(view, next))
}

fn opens_subject(view: &View, token: usize) -> bool {
    matches!(view.tag(token), Some(Tag::Determiner | Tag::Pronoun | Tag::ProperNoun | Tag::Possessive))
}

pub(super) fn over_openers(view: &View, start: usize, end: usize) -> usize {
    let skips = |i: usize| {
        view.tag(i) == Some(Tag::Conjunction) || view.tag(i) == Some(Tag::Adverb) || view.is_mark(i) || view.is_time(i)
    };
    (start..end).find(|&i| !skips(i)).unwrap_or(end)
}

/// Whether a phrase begins at `token` that comes before the subject: "In Oslo,", "Speaking to reporters,".
pub(super) fn introduces(view: &View, token: usize) -> bool {
    // "WHO chief"
    !noun_phrases::is_acronym(view, token)
        && matches!(
            view.tag(token),
            Some(
                Tag::Preposition
                    | Tag::Subordinator
                    | Tag::To
                    | Tag::Wh
                    | Tag::VerbGerund
                    | Tag::VerbParticiple
                    | Tag::VerbPast
            )
        )
}
