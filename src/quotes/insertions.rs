//! Subjects before an insertion between brackets, dashes or commas: "Ana Lowe, who has led the union since 2011, said".

use super::{
    apposition::{is_capitalised_name, is_description, is_named_person, is_place, renamed_after},
    clause_opening::{introduces, over_openers},
    noun_phrases::{self, NounPhrase},
    times,
    view::View,
};
use crate::{
    model::{Class, Frame},
    tokens::Tag,
};

/// How far before its end an insertion is looked for, in tokens.
const FARTHEST: usize = 60;
/// How many commas may stand between a subject and its verb.
const MOST_COMMAS: usize = 6;

/// "The Football Association (AFA) confirmed"
pub(super) fn before_brackets(view: &View, close: usize, floor: usize) -> Option<NounPhrase> {
    const LONGEST: usize = 20;
    if view.word(close) != Some(")") {
        return None;
    }
    let open = (floor.max(close.saturating_sub(LONGEST))..close).rev().find(|&i| view.word(i) == Some("("))?;
    let phrase = noun_phrases::ending_at(view, open, floor)?;
    Some(NounPhrase { tokens: phrase.tokens.start..close + 1, core: phrase.core })
}

/// "a Muslim group — the French Council of the Muslim Faith — said"
pub(super) fn before_dashes(view: &View, close: usize, floor: usize) -> Option<NounPhrase> {
    let floor = floor.max(close.saturating_sub(FARTHEST));
    let open = (floor..close).rev().find(|&i| view.is_dash(i))?;
    let phrase = noun_phrases::ending_at(view, open, floor)?;
    // "Several clubs - including Ajax - said"
    let name = noun_phrases::core_starting_at(view, open + 1, close)
        .filter(|name| is_capitalised_name(view, name) && view.tag(name.start) != Some(Tag::VerbGerund));
    match name.filter(|_| is_description(view, &phrase)) {
        Some(core) => Some(NounPhrase { tokens: phrase.tokens.start..close, core }),
        None => Some(phrase),
    }
}

/// The subject before an insertion that ends with the comma at `close`: "Ana Lowe, who has led the union since 2011, said".
pub(super) fn before_insertion(view: &View, close: usize, floor: usize) -> Option<NounPhrase> {
    if let Some(subject) = after_clause(view, close, floor) {
        return Some(subject);
    }
    let opener = end_of_opener(view, floor, close);
    let is_pause = |i: usize| view.is_comma(i) && view.quotation_at(i).is_none() && opener != Some(i);
    let commas = (floor..close).rev().filter(|&i| is_pause(i));
    let mut found = None;
    for comma in commas.take(MOST_COMMAS) {
        let phrase = before_brackets(view, comma - 1, floor).or_else(|| noun_phrases::ending_at(view, comma, floor));
        // "Harriers president Ana Lowe, who sat in the front row, said"
        let is_told_of = |phrase: &NounPhrase| view.is(comma + 1, &["who", "whose"]) && is_named_person(view, phrase);
        let fits = |phrase: &NounPhrase| may_be_subject(view, phrase, floor) && !times::tells_when(view, phrase);
        if let Some(phrase) = phrase.filter(|phrase| fits(phrase) || is_told_of(phrase)) {
            found = Some(renamed_after(view, phrase));
        }
        if found.is_some() && ends_insertion(view, comma, floor) {
            break;
        }
    }
    found.or_else(|| named_last(view, close, floor))
}

/// "Three people died, the mayor, Ana Lowe, said", "..., Ana Lowe, a clerk at the court, said": a name and a description between
/// commas, after a clause with a verb of its own.
fn after_clause(view: &View, close: usize, floor: usize) -> Option<NounPhrase> {
    let comma_before = |end: usize| {
        (floor.max(end.saturating_sub(FARTHEST))..end)
            .rev()
            .find(|&i| view.is_comma(i) && view.quotation_at(i).is_none())
    };
    let (second, first) = comma_before(close).and_then(|second| Some((second, comma_before(second)?)))?;
    let whole =
        |start: usize, end: usize| noun_phrases::starting_at(view, start, end).filter(|it| it.tokens.end == end);
    let (one, other) = (whole(first + 1, second)?, whole(second + 1, close)?);
    let names = |phrase: &NounPhrase| is_capitalised_name(view, &phrase.core) && !is_description(view, phrase);
    let describes = |phrase: &NounPhrase| {
        let is_age = view.tag(phrase.head()) == Some(Tag::Number);
        is_age || is_description(view, phrase) && noun_phrases::is_somebody(view, phrase.head())
    };
    let core = if names(&one) && describes(&other) {
        one.core
    } else {
        Some(other.core.clone()).filter(|_| describes(&one) && names(&other))?
    };
    let is_clause = (floor..first).any(|i| view.tag(i).is_some_and(Tag::is_finite));
    is_clause.then_some(NounPhrase { tokens: first + 1..close, core })
}

/// "A geologist who surveyed the road for the bank, Ana Lowe, said": the name before the last comma, where the clause opens
/// with a description of somebody.
fn named_last(view: &View, close: usize, floor: usize) -> Option<NounPhrase> {
    let name = noun_phrases::core_ending_at(view, close, floor)?;
    let person = NounPhrase::plain(name.clone());
    let parted = name.start > floor + 1 && view.is_comma(name.start - 1) && is_named_person(view, &person);
    let described = noun_phrases::starting_at(view, floor, name.start).filter(|_| parted)?;
    let is_person = view.has(described.head(), Class::PersonNoun) && is_description(view, &described);
    let tells = view.is(described.tokens.end, &["who"])
        || matches!(view.tag(described.tokens.end), Some(Tag::VerbPast | Tag::VerbParticiple | Tag::VerbGerund));
    (is_person && tells).then_some(NounPhrase { tokens: floor..name.end, core: name })
}

/// The comma after a phrase that opens the clause and holds no subject: "Speaking on the Today programme,".
fn end_of_opener(view: &View, floor: usize, end: usize) -> Option<usize> {
    let opens = view.tag(floor) == Some(Tag::VerbGerund) && view.entities.at_token(floor).is_none();
    (floor..end).find(|&i| view.is_comma(i)).filter(|_| opens)
}

/// Whether what stands before the comma cannot be an apposition to something further left.
fn ends_insertion(view: &View, comma: usize, floor: usize) -> bool {
    noun_phrases::ending_at(view, comma, floor)
        .is_some_and(|phrase| phrase.tokens.start == floor || !view.is_comma(phrase.tokens.start - 1))
}

/// "the centre in Boulder, Colorado,": a place after a comma after a place.
fn is_region(view: &View, phrase: &NounPhrase) -> bool {
    let start = phrase.core.start;
    let located = |i: usize| is_place(view, i) || view.is_capitalised(i) && view.tag(i - 1) == Some(Tag::Preposition);
    is_place(view, phrase.head()) && start > 2 && view.is_comma(start - 1) && located(start - 2)
}

/// Whether a phrase stands where a subject may: at the beginning of a clause.
fn may_be_subject(view: &View, phrase: &NounPhrase, floor: usize) -> bool {
    let Some(before) = phrase.tokens.start.checked_sub(1).filter(|before| *before >= floor) else { return true };
    let head_is_number = view.tag(phrase.head()) == Some(Tag::Number);
    // "NDTV reported officials, after a search, said"
    let is_reported = || view.is_verb(before) && view.cue_verb(before).is_some_and(|(verb, _)| verb.takes(Frame::Zero));
    let introduced = || {
        let opener = over_openers(view, floor, before);
        let is_when = || noun_phrases::starting_at(view, opener, before).is_some_and(|it| times::tells_when(view, &it));
        introduces(view, opener) || is_when()
    };
    !head_is_number
        && !is_region(view, phrase)
        && (view.quotation_at(before).is_some()
            || view.is_comma(before) && introduced()
            || matches!(view.tag(before), Some(Tag::Conjunction | Tag::Subordinator | Tag::Adverb | Tag::Wh))
            || view.is_time(before)
            || is_reported())
}
