//! Two names that the tagger takes for one, "the Biden-Xi summit", and one that it takes for two, "Franco-German".

use super::Mention;
use crate::{
    model::{Class, Gazetteer, hash_lower},
    report::EntityKind,
    tokens::{Reading, Tag},
};
use std::{collections::BTreeSet, ops::Range};

/// The names with pairs apart and joined peoples together, in text order.
pub(super) fn put_right(reading: Reading, names: Vec<Mention>) -> Vec<Mention> {
    let text = Names::new(reading, &names);
    if !(0..names.len()).any(|at| text.has_joint(at)) {
        return names;
    }
    let mut right: Vec<Mention> = Vec::with_capacity(names.len() + 1);
    for (at, name) in names.iter().enumerate() {
        if right.last().is_some_and(|last| last.tokens.end > name.tokens.start) {
            continue;
        }
        match text.parts(at) {
            _ if text.is_joined_people(at) => right.push(text.people(name)),
            Some(parts) => right.extend(parts.map(|(kind, tokens)| of_kind(reading, name, tokens, kind))),
            None => right.push(name.clone()),
        }
    }
    right
}

/// The names of a text.
struct Names<'a> {
    reading: Reading<'a>,
    names: &'a [Mention],
    /// Words that are a name, or the last word of somebody's.
    alone: BTreeSet<u32>,
    /// What somebody's longer name ends in: the words on both sides of a hyphen.
    double: BTreeSet<(u32, u32)>,
}

impl<'a> Names<'a> {
    fn new(reading: Reading<'a>, names: &'a [Mention]) -> Names<'a> {
        let mut text = Names { reading, names, alone: BTreeSet::new(), double: BTreeSet::new() };
        if (0..names.len()).any(|at| text.has_joint(at)) {
            let lower = |token: usize| reading.tokens.form(token).lower;
            for Range { start, end } in names.iter().map(|name| name.tokens.clone()) {
                if end > start + 3 && reading.word(end - 2) == "-" {
                    text.double.insert((lower(end - 3), lower(end - 1)));
                } else if end == start + 1 || reading.word(end - 2) != "-" {
                    text.alone.insert(lower(end - 1));
                }
            }
        }
        text
    }

    /// Whether a name may be two, or a part of one.
    fn has_joint(&self, at: usize) -> bool {
        let Range { start, end } = self.names[at].tokens;
        (start + 1..=end).any(|token| self.word(token) == "-" || is_joint(self.word(token)))
            || start > 0 && self.word(start - 1) == "-"
    }

    fn word(&self, token: usize) -> &'a str {
        if token < self.reading.tokens.tokens.len() { self.reading.word(token) } else { "" }
    }

    /// The two names that a name is made of, each with its kind.
    fn parts(&self, at: usize) -> Option<[(EntityKind, Range<usize>); 2]> {
        let name = &self.names[at];
        let Range { start, end } = name.tokens;
        if end < start + 3 {
            return None;
        }
        (start + 1..end - 1).find_map(|token| self.parts_at(name, token))
    }

    /// The same, if they are joined by the word at a token.
    fn parts_at(&self, name: &Mention, joint: usize) -> Option<[(EntityKind, Range<usize>); 2]> {
        let Range { start, end } = name.tokens;
        let parts = [start..joint, joint + 1..end];
        let kinds = match (self.word(joint), name.kind) {
            ("v" | "vs", EntityKind::Organisation | EntityKind::Place | EntityKind::Event) => {
                [EntityKind::Organisation; 2]
            }
            ("/", EntityKind::Person) => [name.kind; 2],
            // "the Matis and Korubo"
            ("and", EntityKind::Group) if end == start + 3 => [name.kind; 2],
            // "Birgitta Klercker of Chalmers"
            ("of", EntityKind::Person) if self.is_full_name(&parts[0]) && self.is_capitalised(joint + 1) => {
                let is_place = self.is_listed(parts[1].clone());
                [name.kind, if is_place { EntityKind::Place } else { EntityKind::Organisation }]
            }
            ("-" | "–", kind) if end == start + 3 && self.is_pair(name, &parts) => [kind; 2],
            _ => return None,
        };
        let [first, second] = parts;
        Some([(kinds[0], first), (kinds[1], second)])
    }

    /// "Birgitta Klercker", but not "Prince" or "Duchess" of somewhere.
    fn is_full_name(&self, tokens: &Range<usize>) -> bool {
        let is_title = self.reading.tokens.classes(tokens.start).has(Class::Title);
        tokens.len() > 1 && !is_title && self.is_capitalised(tokens.end - 1)
    }

    fn is_capitalised(&self, token: usize) -> bool {
        self.reading.tokens.form(token).shape.is_capitalised()
    }

    /// Whether a hyphen stands between two names: where both stand alone elsewhere, or what follows is between the two,
    /// "the Biden-Xi summit". The whole must be no name of its own.
    fn is_pair(&self, name: &Mention, parts: &[Range<usize>; 2]) -> bool {
        if !parts.iter().all(|part| self.is_capitalised(part.start)) || self.is_listed(name.tokens.clone()) {
            return false;
        }
        let lower = |part: &Range<usize>| self.reading.tokens.form(part.start).lower;
        let alone = |part: &Range<usize>| self.alone.contains(&lower(part));
        if self.double.contains(&(lower(&parts[0]), lower(&parts[1]))) {
            return false;
        }
        let known = |part: &Range<usize>| alone(part) || self.is_listed(part.clone());
        parts.iter().all(alone)
            || self.is_attribute(&name.tokens)
                && match name.kind {
                    EntityKind::Person => true,
                    EntityKind::Place => parts.iter().all(known),
                    _ => false,
                }
    }

    /// "the Biden-Xi summit": between an article or the like and a noun in small letters that names no family.
    fn is_attribute(&self, tokens: &Range<usize>) -> bool {
        const FAMILIES: [&str; 5] = ["family", "families", "household", "couple", "siblings"];
        let Some(before) = tokens.start.checked_sub(1) else { return false };
        let noun = self.word(tokens.end);
        let small = noun.starts_with(char::is_lowercase);
        let opens = matches!(self.reading.tokens.tag(before), Tag::Determiner | Tag::PossessiveMark | Tag::Adjective);
        opens && small && self.reading.tokens.tag(tokens.end).is_noun() && !FAMILIES.contains(&noun)
    }

    /// Whether the words stand in a list of names: the hash is that of the whole, hyphen and all.
    fn is_listed(&self, tokens: Range<usize>) -> bool {
        use Gazetteer::{City, Country, State};
        let written = self.reading.tokens.span(tokens).of(self.reading.text);
        let facts = self.reading.model.word_clusters().get(hash_lower(written));
        [City, Country, State].iter().any(|&list| facts.is_in(list))
    }

    /// Whether a name is the first or the only one of "Franco-German".
    fn is_joined_people(&self, at: usize) -> bool {
        const FIRST: [&str; 8] = ["Franco", "Anglo", "Sino", "Russo", "Indo", "Italo", "Afro", "Turko"];
        let (first, end) = self.joined(&self.names[at]);
        let people = self.names[at..].iter().take(2).find(|name| name.tokens.end == end);
        FIRST.contains(&self.word(first))
            && self.word(first + 1) == "-"
            && end == first + 3
            && people.is_some_and(|people| people.tokens.start == first || people.kind == EntityKind::Group)
    }

    /// The first word and the end of what a hyphen joins to a name of one word, or to its second part.
    fn joined(&self, name: &Mention) -> (usize, usize) {
        let Range { start, end } = name.tokens;
        let before = start.checked_sub(2).filter(|_| self.word(start - 1) == "-");
        match before {
            Some(first) => (first, end),
            None if end == start + 1 && self.word(end) == "-" => (start, end + 2),
            None => (start, end),
        }
    }

    fn people(&self, name: &Mention) -> Mention {
        let (first, end) = self.joined(name);
        of_kind(self.reading, name, first..end, EntityKind::Group)
    }
}

/// What may stand between two names that the tagger takes for one.
fn is_joint(word: &str) -> bool {
    matches!(word, "-" | "–" | "/" | "v" | "vs" | "and" | "of")
}

fn of_kind(reading: Reading, name: &Mention, tokens: Range<usize>, kind: EntityKind) -> Mention {
    let span = reading.tokens.span(tokens.clone());
    let kind_probabilities = name.kind_probabilities.filter(|_| kind == name.kind);
    Mention { span, tokens, kind, kind_probabilities, ..name.clone() }
}
