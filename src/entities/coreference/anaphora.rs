//! Words that point back: pronouns.

use crate::{entities::scene::Scene, model::Gender, tokens::Tag};
use std::ops::Range;

/// A word that may refer to something named.
#[derive(Clone, Debug)]
pub(super) struct Anaphor {
    pub(super) tokens: Range<usize>,
    pub(super) sort: Sort,
    pub(super) case: Case,
}

/// What a pronoun may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// he, she
    Human(Gender),
    /// it
    Thing,
    /// they
    Plural,
}

impl Sort {
    pub(super) const COUNT: usize = 3;

    /// The number under which weights are filed; both sexes share them.
    pub(super) const fn index(self) -> usize {
        match self {
            Sort::Human(_) => 0,
            Sort::Thing => 1,
            Sort::Plural => 2,
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

/// The pronoun at a token, if there is one.
pub(super) fn at(scene: &Scene, token: usize) -> Option<Anaphor> {
    let (sort, case) = pronoun(scene.word(token))?;
    Some(Anaphor { tokens: token..token + 1, sort, case: settle(scene, token, case) })
}

fn pronoun(word: &str) -> Option<(Sort, Case)> {
    const LONGEST: usize = 10;
    use Case::{Object, Possessive, Reflexive, Subject};
    let (he, she) = (Sort::Human(Gender::Male), Sort::Human(Gender::Female));
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
        "it" => (Sort::Thing, Subject),
        "its" => (Sort::Thing, Possessive),
        "itself" => (Sort::Thing, Reflexive),
        "they" => (Sort::Plural, Subject),
        "them" => (Sort::Plural, Object),
        "their" | "theirs" => (Sort::Plural, Possessive),
        "themselves" => (Sort::Plural, Reflexive),
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
