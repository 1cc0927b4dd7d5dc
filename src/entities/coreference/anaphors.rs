//! Words that point back: pronouns and descriptions.

use crate::{
    entities::scene::{Part, Scene},
    model::{Class, Gender},
    report::EntityKind,
    tokens::Tag,
};
use std::ops::Range;

/// A word that may refer to something named.
#[derive(Clone, Debug)]
pub(super) struct Anaphor {
    pub(super) tokens: Range<usize>,
    pub(super) class: PronounClass,
    pub(super) case: Case,
    /// The part that it plays in its sentence.
    pub(super) part: Part,
    /// How many years old it says that somebody is.
    pub(super) age: Option<u8>,
}

impl Anaphor {
    #[cfg(feature = "training")]
    pub(super) const GROUPS: usize = PronounClass::COUNT + 1;

    /// The number under which weights are filed; "he said" has its own, since speakers go on speaking.
    pub(super) fn group(&self) -> usize {
        let speaks = self.part == Part::Speaker && matches!(self.class, PronounClass::Human(_));
        if speaks { PronounClass::COUNT } else { self.class.index() }
    }
}

/// What a pronoun may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PronounClass {
    /// he, she
    Human(Gender),
    /// it
    Thing,
    /// they
    Plural,
    /// "the minister", "the company", "the town"
    Described(EntityKind),
}

impl PronounClass {
    pub(super) const COUNT: usize = 6;

    /// The number under which weights are filed; both sexes share them.
    pub(super) const fn index(self) -> usize {
        match self {
            PronounClass::Human(_) => 0,
            PronounClass::Thing => 1,
            PronounClass::Plural => 2,
            PronounClass::Described(EntityKind::Person) => 3,
            PronounClass::Described(EntityKind::Organisation) => 4,
            PronounClass::Described(_) => 5,
        }
    }
}

/// The form of a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Subject,
    Object,
    Possessive,
    Reflexive,
}

/// The pronoun or description that begins at a token, if there is one. The next name begins at `limit`.
pub(super) fn at(scene: &Scene, token: usize, limit: usize) -> Option<Anaphor> {
    if matches!(scene.word(token), "the" | "The") {
        return aged(scene, token, limit).or_else(|| description(scene, token, limit));
    }
    let (class, case) = pronoun(scene.word(token))?;
    let tokens = token..token + 1;
    let case = settle(scene, token, case);
    Some(Anaphor { part: scene.part(&tokens), tokens, class, case, age: None })
}

/// "the" with at most a few modifiers and a noun that says which sort of thing is meant, and no name behind it.
fn description(scene: &Scene, token: usize, limit: usize) -> Option<Anaphor> {
    const LONGEST: usize = 4;
    let inside = |t: &usize| {
        *t < limit && matches!(scene.tag(*t, token), Some(Tag::Noun | Tag::Adjective | Tag::Number | Tag::ProperNoun))
    };
    let last = (token + 1..token + 1 + LONGEST).take_while(inside).last()?;
    let kind = sort_of(scene, last).filter(|_| !goes_on(scene, last, limit))?;
    let tokens = token..last + 1;
    let class = PronounClass::Described(kind);
    Some(Anaphor { part: scene.part(&tokens), tokens, class, case: Case::Subject, age: None })
}

/// "the 56-year-old"
fn aged(scene: &Scene, token: usize, limit: usize) -> Option<Anaphor> {
    let words = [2, 3, 4, 5].map(|ahead| scene.word_at(token + ahead));
    let tokens = token..token + 6;
    let ends = tokens.end < limit && !scene.tag(tokens.end, token).is_some_and(Tag::is_noun);
    let age = scene.word_at(token + 1).parse().ok().filter(|_| words == ["-", "year", "-", "old"] && ends)?;
    let class = PronounClass::Described(EntityKind::Person);
    Some(Anaphor { part: scene.part(&tokens), tokens, class, case: Case::Subject, age: Some(age) })
}

/// Whether the phrase does not end with the noun at `last`: "the minister Ana Lowe", "the minister, Ana Lowe", "the
/// minister of trade".
fn goes_on(scene: &Scene, last: usize, limit: usize) -> bool {
    let next = scene.word_at(last + 1);
    let names = last + 1 == limit || (next == "," && last + 2 == limit);
    names || matches!(next, "-" | "of") || scene.tag(last + 1, last).is_some_and(Tag::is_noun)
}

/// The kind of thing that a noun describes.
fn sort_of(scene: &Scene, head: usize) -> Option<EntityKind> {
    let has = |class| scene.has(head, class);
    if has(Class::PersonNoun) || has(Class::Male) || has(Class::Female) {
        Some(EntityKind::Person)
    } else if has(Class::OrgNoun) {
        Some(EntityKind::Organisation)
    } else {
        has(Class::PlaceNoun).then_some(EntityKind::Place)
    }
}

fn pronoun(word: &str) -> Option<(PronounClass, Case)> {
    const LONGEST: usize = 10;
    use Case::{Object, Possessive, Reflexive, Subject};
    let (he, she) = (PronounClass::Human(Gender::Male), PronounClass::Human(Gender::Female));
    if word.len() > LONGEST {
        return None;
    }
    Some(match word.to_ascii_lowercase().as_str() {
        "he" => (he, Subject),
        "him" => (he, Object),
        "his" => (he, Possessive),
        "himself" => (he, Reflexive),
        "she" => (she, Subject),
        "her" => (she, Possessive),
        "hers" => (she, Possessive),
        "herself" => (she, Reflexive),
        "it" => (PronounClass::Thing, Subject),
        "its" => (PronounClass::Thing, Possessive),
        "itself" => (PronounClass::Thing, Reflexive),
        "they" => (PronounClass::Plural, Subject),
        "them" => (PronounClass::Plural, Object),
        "their" | "theirs" => (PronounClass::Plural, Possessive),
        "themselves" => (PronounClass::Plural, Reflexive),
        _ => return None,
    })
}

/// "her" and "it" do not show their case: the words around them do.
fn settle(scene: &Scene, token: usize, case: Case) -> Case {
    let word = scene.word(token);
    let next = scene.tag(token + 1, token);
    if word.eq_ignore_ascii_case("her") {
        let before_noun = matches!(next, Some(Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::Number));
        return if before_noun { Case::Possessive } else { Case::Object };
    }
    let verb_follows = next.is_some_and(|tag| tag == Tag::Modal || tag == Tag::Adverb || tag.is_verb());
    if word.eq_ignore_ascii_case("it") && !verb_follows { Case::Object } else { case }
}
