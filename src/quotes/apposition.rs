//! What stands beside a noun phrase and says who is meant: names in apposition, brackets, the author of a document.

use super::{
    noun_phrases::{self, NounPhrase},
    view::View,
};
use crate::{
    model::Class,
    report::{EntityKind, Form},
    tokens::Tag,
};
use std::ops::Range;

/// "a tweet on Monday by Ana Lowe", "Ana Lowe's statement": the person whose words a document holds.
pub(super) fn author(view: &View, document: &NounPhrase) -> Option<NounPhrase> {
    const FARTHEST: usize = 3;
    let is_document = view.has(document.head(), Class::Document) || view.has(document.head(), Class::Occasion);
    let mark = document.core.clone().find(|&i| view.tag(i) == Some(Tag::PossessiveMark));
    let owner =
        mark.filter(|&mark| mark > document.core.start).map(|mark| NounPhrase::plain(document.core.start..mark));
    let after = document.core.end..view.end().min(document.core.end + FARTHEST);
    let by = || after.clone().find(|&i| view.is(i, &["by", "from"]));
    let plain = |by: &usize| (document.core.end..*by).all(|i| view.is_time(i) || view.is(i, &["on"]));
    let writer = || by().filter(plain).and_then(|by| noun_phrases::starting_at(view, by + 1, view.end()));
    owner.or_else(writer).filter(|author| is_document && is_named_person(view, author))
}

/// "its manager, Birthe Kalvø, said": the name in apposition to a description speaks for it.
pub(super) fn renamed_after(view: &View, phrase: NounPhrase) -> NounPhrase {
    const LONGEST_NAME: usize = 12;
    let comma = over_brackets(view, phrase.tokens.end);
    // "Three groups, Hamas, Fatah and the PFLP,"
    let counted = view.tag(phrase.tokens.start) == Some(Tag::Number) && !view.is(phrase.tokens.start, &["one"]);
    if counted || !is_description(view, &phrase) {
        return phrase;
    }
    let named = named_within(view, phrase.core.end).or_else(|| named_within(view, phrase.tokens.end));
    if let Some(core) = named {
        return NounPhrase { tokens: phrase.tokens.start..core.end.max(phrase.tokens.end), core };
    }
    if !view.is_comma(comma) {
        return phrase;
    }
    let name = noun_phrases::core_starting_at(view, comma + 1, view.end().min(comma + LONGEST_NAME))
        .filter(|name| is_capitalised_name(view, name) && !view.is_noun(name.end));
    // "a clerk at the trademark office, Indecopi,": the nearest noun bears the name of a body.
    let owns_name = view.has(phrase.head(), Class::PersonNoun) && phrase.tokens.end > phrase.core.end;
    let named = name.filter(|name| {
        // "the centre in Boulder, Colorado"
        let is_region = phrase.tokens.end > phrase.core.end && is_place(view, name.end - 1);
        let of_trailing = is_region || owns_name && is_place_or_body(view, name.end - 1);
        let known = name.clone().any(|i| view.named_kind(i).is_some());
        let closed = !view.is_word(name.end) || view.is(name.end, &["of", "who", "for"]);
        // "The governor, a Democrat, said"
        let is_sort = view.is(comma + 1, &["a", "an"]) || view.named_kind(name.end - 1) == Some(EntityKind::Group);
        closed && !of_trailing && !is_sort && (known || view.tag(name.end - 1) == Some(Tag::ProperNoun))
    });
    match named {
        Some(name) => NounPhrase { tokens: phrase.tokens.start..name.end, core: name },
        None => phrase,
    }
}

/// "Malaysia's Prime Minister, Najib Razak said": a description that opens the clause belongs to the name after it.
pub(super) fn described_before(view: &View, name: NounPhrase, floor: usize) -> NounPhrase {
    let comma =
        name.tokens.start.checked_sub(1).filter(|&i| i > floor && view.is_comma(i) && view.is_capitalised(i + 1));
    let description = comma.and_then(|comma| noun_phrases::ending_at(view, comma, floor));
    let describes = |phrase: &NounPhrase| {
        let opens = phrase.tokens.start == floor || view.is_comma(phrase.tokens.start - 1);
        opens && view.has(phrase.head(), Class::PersonNoun)
    };
    match description.filter(describes) {
        Some(description) => NounPhrase {
            tokens: description.tokens.start..name.tokens.end,
            core: description.tokens.start..name.core.end,
        },
        None => name,
    }
}

/// "one marcher, who gave her name only as Manana", "a group called Keep Our Doors Open": the name that a description is
/// given in the words after it.
fn named_within(view: &View, start: usize) -> Option<Range<usize>> {
    const FARTHEST: usize = 10;
    const NAMING: &[&str] = &["name", "surname", "called", "named", "known"];
    const LINKS: &[&str] = &["only", "as", "is", "was", ","];
    let opens = view.is_comma(start) || view.is(start, &["who", "which", "called", "named", "known"]);
    let until = view.end().min(start + FARTHEST);
    let word = (start..until).find(|&i| view.is(i, NAMING)).filter(|_| opens)?;
    let name = (word + 1..until).find(|&i| !view.is(i, LINKS))?;
    let stops =
        (start + 1..word).any(|i| view.is_comma(i) && !view.is(word, &["surname"]) || view.quotation_at(i).is_some());
    noun_phrases::core_starting_at(view, name, view.end())
        .filter(|core| !stops && core.clone().all(|i| view.is_capitalised(i)))
}

/// The token after a group in brackets that opens at `at`: "the CEI (Italian Episcopal Conference), Nunzio Galantino".
fn over_brackets(view: &View, at: usize) -> usize {
    const LONGEST: usize = 10;
    let close =
        (view.word(at) == Some("(")).then(|| (at + 1..at + LONGEST).find(|&i| view.word(i) == Some(")"))).flatten();
    close.map_or(at, |close| close + 1)
}

/// A phrase that describes somebody without naming them: "its manager", "The Minister of State".
pub(super) fn is_description(view: &View, phrase: &NounPhrase) -> bool {
    let named = view.entities.at_token(phrase.head()).is_some_and(|place| {
        matches!(place.form, Form::Name | Form::Short)
            && view.entities.list[place.entity.0 as usize].kind == EntityKind::Person
    });
    let opens = view.opens_phrase(phrase.tokens.start);
    // "Ana Lowe, MP", not "NPR"
    let is_code = || view.is_code(phrase.head()) && !is_place_or_body(view, phrase.head());
    let office = || phrase.core.clone().any(|i| view.has(i, Class::PersonNoun)) || is_code();
    !named && (opens || view.is_lower_case(phrase.head()) || view.is(phrase.tokens.start, &["one"]) || office())
}

/// Whether the last word of a phrase is capitalised or hangs on a capitalised one: "Gil Dong-wook".
pub(super) fn is_capitalised_name(view: &View, name: &Range<usize>) -> bool {
    view.is_capitalised(name.end - 1)
        || name.len() > 2 && view.word(name.end - 2) == Some("-") && view.is_capitalised(name.end - 3)
}

/// Whether a phrase is the name of a person.
pub(super) fn is_named_person(view: &View, phrase: &NounPhrase) -> bool {
    view.named_kind(phrase.head()) == Some(EntityKind::Person)
}

/// Whether a name stands for what is no person.
pub(super) fn is_place_or_body(view: &View, token: usize) -> bool {
    view.named_kind(token).is_some_and(|kind| kind != EntityKind::Person)
}

/// Whether a name is that of a place.
pub(super) fn is_place(view: &View, token: usize) -> bool {
    view.named_kind(token) == Some(EntityKind::Place)
}
