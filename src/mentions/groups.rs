//! Groups that are none: a language, "in French and English", and parties that share a noun, "the Green and Liberal Parties";
//! one that the tagger sees half of, "American Samoans"; and one that it takes for a body, "the South Carolina Republican".

use super::Mention;
use crate::{
    model::{Class, Gazetteer, hash_lower, phrase_hash},
    report::EntityKind,
    tokens::Reading,
};
use std::ops::Range;

/// The names without languages, with such parties as the organisations they are, and with peoples whole.
pub(super) fn put_right(reading: Reading, names: Vec<Mention>) -> Vec<Mention> {
    let starts: Vec<usize> = names.iter().map(|name| name.tokens.start).collect();
    let mut kept: Vec<Mention> = Vec::with_capacity(names.len());
    let mut language_end = None;
    for mut name in names {
        let group = Group { reading, name: &name };
        let is_member = name.kind == EntityKind::Organisation && group.is_member();
        if name.kind == EntityKind::Group && name.tokens.len() == 1 {
            if group.is_language(language_end) {
                language_end = Some(name.tokens.end);
                continue;
            }
            if group.is_party() {
                name.kind = EntityKind::Organisation;
                name.kind_probabilities = None;
            } else if group.is_half() && !starts.contains(&name.tokens.end) {
                name.tokens.end += 1;
                name.span = reading.tokens.span(name.tokens.clone());
            }
        }
        if is_member {
            let (place, member) = (name.tokens.start..name.tokens.end - 1, name.tokens.end - 1..name.tokens.end);
            let part = |tokens: Range<usize>, kind| Mention {
                span: reading.tokens.span(tokens.clone()),
                tokens,
                kind,
                kind_probabilities: None,
                ..name.clone()
            };
            kept.extend([part(place, EntityKind::Place), part(member, EntityKind::Group)]);
            continue;
        }
        kept.push(name);
    }
    kept
}

struct Group<'a> {
    reading: Reading<'a>,
    name: &'a Mention,
}

impl<'a> Group<'a> {
    /// The word so many places behind the name.
    fn behind(&self, places: usize) -> &'a str {
        let at = self.name.tokens.end + places;
        if at < self.reading.tokens.tokens.len() { self.reading.word(at) } else { "" }
    }

    /// The word so many places before the name, 1 for the one beside it.
    fn before(&self, places: usize) -> &'a str {
        self.name.tokens.start.checked_sub(places).map_or("", |at| self.reading.word(at))
    }

    /// "the French language", "spoke in French and English", "translated from Russian": nothing follows that would be French.
    /// `language_end` is where the language before it ends.
    fn is_language(&self, language_end: Option<usize>) -> bool {
        let goes_on = is_and(self.before(1)) && language_end == Some(self.name.tokens.start.saturating_sub(1));
        let is_spoken = self.before(1) == "in" && self.before(2) != "interest";
        let is_translated =
            matches!(self.before(1), "from" | "into") && self.before(2).eq_ignore_ascii_case("translated");
        let ends = matches!(self.behind(0), "." | ")" | ";" | ":" | "" | "\"" | "”" | "with");
        let another = is_and(self.behind(0)) && self.behind(1).starts_with(char::is_uppercase) && {
            matches!(self.behind(2), "." | ")" | ";" | ":" | "")
        };
        self.behind(0) == "language" || (is_spoken || is_translated || goes_on) && (ends || another)
    }

    /// "American" of "American Samoans": a listed people follows.
    fn is_half(&self) -> bool {
        let people = self.behind(0);
        let is_listed = || self.reading.model.word_clusters().get(hash_lower(people)).is_in(Gazetteer::Group);
        people.starts_with(char::is_uppercase) && people.ends_with('s') && is_listed()
    }

    /// "the South Carolina Republican", "one Ohio Democrat": somebody of a party and of a place.
    fn is_member(&self) -> bool {
        let Range { start, end } = self.name.tokens;
        let last = end - 1;
        let is_one = matches!(self.before(1), "the" | "The" | "a" | "one" | "another");
        let is_person = || self.reading.tokens.classes(last).has(Class::PersonNoun);
        last > start
            && is_one
            && is_person()
            && self.is_listed(last..end, Gazetteer::Group)
            && self.is_listed(start..last, Gazetteer::State)
    }

    fn is_listed(&self, tokens: Range<usize>, list: Gazetteer) -> bool {
        let phrase = phrase_hash(tokens.map(|token| self.reading.tokens.form(token).lower));
        self.reading.model.word_clusters().get(phrase).is_in(list)
    }

    /// "the Green and Liberal Parties", "the Green and Liberal party's": each of the two is one.
    fn is_party(&self) -> bool {
        let shares =
            is_and(self.behind(0)) && self.behind(1).starts_with(char::is_uppercase) && is_party(self.behind(2));
        let is_last = is_and(self.before(1)) && is_party(self.behind(0));
        shares || is_last
    }
}

fn is_and(word: &str) -> bool {
    matches!(word, "and" | "or")
}

fn is_party(word: &str) -> bool {
    matches!(word, "Parties" | "parties" | "Party" | "party")
}
