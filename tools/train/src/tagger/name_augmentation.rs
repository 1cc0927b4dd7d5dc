//! Documents once more with other names, so that the tagger learns to read names it has never seen.
//!
//! Inside annotated names, every word that is not an ordinary one ("University", "of", "Bank") is replaced throughout the
//! document: by a word from names of the same kind, by an invented one, or, in names other than people's and places', by an
//! ordinary word with a capital.

use super::{document::Document, random::Random, words::world_names};
use crate::kinds;
use nutgraf::{EntityKind, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Where new words come from.
pub(crate) struct Vocabulary {
    /// Words of the names of people, places and all others.
    names: [Vec<String>; 3],
    /// Words that are written small.
    ordinary: Vec<String>,
    small: BTreeSet<String>,
}

/// The pool of a type of name.
fn pool(kind: &str) -> Option<usize> {
    match kinds::of_name(kind) {
        Some(EntityKind::Person) => Some(0),
        Some(EntityKind::Place) => Some(1),
        Some(EntityKind::Group) => None,
        Some(_) => Some(2),
        None => (kind == kinds::MISCELLANEOUS).then_some(2),
    }
}

impl Vocabulary {
    /// Gathers the words of these documents.
    pub(crate) fn gather(documents: &[Document]) -> Vocabulary {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for (_, word) in documents.iter().flat_map(|d| words(&d.text)) {
            if word.chars().all(char::is_lowercase) {
                *counts.entry(word).or_default() += 1;
            }
        }
        let mut names: [BTreeSet<&str>; 3] = Default::default();
        for document in documents {
            for (span, kind) in &document.names {
                let Some(pool) = pool(kind) else { continue };
                let found = words(span.of(&document.text)).map(|(_, word)| word);
                names[pool]
                    .extend(found.filter(|word| is_plain(word) && !counts.contains_key(word.to_lowercase().as_str())));
            }
        }
        let world: Vec<_> =
            world_names().filter(|(_, lists)| lists.contains("first") || lists.contains("last")).collect();
        let world: Vec<String> =
            world.into_iter().map(|(name, _)| capitalised(name)).filter(|name| is_plain(name)).collect();
        names[0].extend(world.iter().map(String::as_str));
        let ordinary = counts.iter().filter(|(word, n)| **n >= 3 && word.len() >= 4).map(|(word, _)| capitalised(word));
        Vocabulary {
            ordinary: ordinary.collect(),
            names: names.map(|pool| pool.into_iter().map(str::to_owned).collect()),
            small: counts.into_keys().map(str::to_owned).collect(),
        }
    }

    fn replacement(&self, word: &str, pool: usize, random: &mut Random) -> Option<String> {
        if word.len() >= 2 && word.chars().all(char::is_uppercase) {
            return Some(word.chars().map(|_| (b'A' + random.below(26) as u8) as char).collect());
        }
        if !is_plain(word) || self.small.contains(&word.to_lowercase()) {
            return None;
        }
        let names = &self.names[pool];
        let share = random.unit();
        Some(match () {
            () if pool == 2 && share < 0.35 => pick(&self.ordinary, random).to_owned(),
            () if share < 0.6 => pick(names, random).to_owned(),
            () => spliced(pick(names, random), pick(names, random)),
        })
    }
}

fn pick<'v>(words: &'v [String], random: &mut Random) -> &'v str {
    &words[random.below(words.len())]
}

/// The first half of one word with the second half of another.
fn spliced(head: &str, tail: &str) -> String {
    let half = |word: &str| word.char_indices().nth(word.chars().count() / 2).map_or(0, |(at, _)| at);
    format!("{}{}", &head[..half(head)], &tail[half(tail)..].to_lowercase())
}

/// A capital and small letters, three at least.
fn is_plain(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && word.chars().count() >= 3 && letters.all(char::is_lowercase)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The runs of letters of a text, with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|c: char| !c.is_alphabetic()).filter_map(move |word| {
        let start = at + text[at..].find(word)?;
        at = start + word.len();
        (!word.is_empty()).then_some((start, word))
    })
}

/// The document with other names; none if nothing in it can be replaced.
pub(crate) fn swapped(document: &Document, vocabulary: &Vocabulary, random: &mut Random) -> Option<Document> {
    let mut by_word: BTreeMap<&str, Option<String>> = BTreeMap::new();
    for (span, kind) in &document.names {
        let Some(pool) = pool(kind) else { continue };
        for (_, word) in words(span.of(&document.text)) {
            by_word.entry(word).or_insert_with(|| vocabulary.replacement(word, pool, random));
        }
    }
    if by_word.values().all(Option::is_none) {
        return None;
    }
    let mut text = String::with_capacity(document.text.len());
    let mut moved = Vec::new();
    let mut from = 0;
    for (at, word) in words(&document.text) {
        if let Some(Some(new)) = by_word.get(word) {
            text.push_str(&document.text[from..at]);
            moved.push((at, at + word.len(), text.len(), text.len() + new.len()));
            text.push_str(new);
            from = at + word.len();
        }
    }
    text.push_str(&document.text[from..]);
    let place = |at: u32| new_place(&moved, at as usize) as u32;
    let span = |span: &Span| Span::new(place(span.start), place(span.end));
    Some(Document {
        id: document.id.clone(),
        names: document.names.iter().map(|(s, kind)| (span(s), kind.clone())).collect(),
        open: document.open.iter().map(span).collect(),
        skipped: document.skipped.iter().map(span).collect(),
        text,
    })
}

/// Where a place of the old text lies in the new one, after replacements (old start, old end, new start, new end).
fn new_place(moved: &[(usize, usize, usize, usize)], at: usize) -> usize {
    let after = moved.partition_point(|m| m.0 < at);
    match after.checked_sub(1).map(|i| moved[i]) {
        None => at,
        Some((_, old_end, _, new_end)) if at >= old_end => new_end + (at - old_end),
        // Inside a replaced word: no edge of a name should be there; its end will do.
        Some((.., new_end)) => new_end,
    }
}
