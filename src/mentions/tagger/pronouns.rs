//! Pronouns that tell people from things.

use crate::model::hash_lower;

/// Pronouns that stand for things.
const THINGS: [&str; 4] = ["its", "it", "which", "itself"];
/// Pronouns that stand for people.
const PEOPLE: [&str; 7] = ["he", "she", "his", "her", "who", "him", "himself"];

/// What a pronoun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Referent {
    Thing = 1,
    Person,
}

/// The pronouns that tell people from things.
pub(super) struct Pronouns {
    things: [u32; 4],
    people: [u32; 7],
}

impl Pronouns {
    pub(super) fn new() -> Pronouns {
        Pronouns { things: THINGS.map(hash_lower), people: PEOPLE.map(hash_lower) }
    }

    /// What a word stands for, by its hash, if it is one of them.
    pub(super) fn referent(&self, lower: u32) -> Option<Referent> {
        if self.things.contains(&lower) {
            Some(Referent::Thing)
        } else {
            self.people.contains(&lower).then_some(Referent::Person)
        }
    }
}
