//! Where to look a name up while names are merged.

use super::names::NameId;
use crate::hash_numbers::HashNumbers;
use std::{collections::BTreeMap, iter};

/// At most so many things are considered for one name.
const MAX_MATCHES: usize = 16;

/// Names by the hashes of their words and acronyms, and by known numbers, with the cluster that they belong to.
pub(super) struct NameIndex {
    words: HashNumbers,
    /// The entries of every word, by its number.
    by_word: Vec<Filed>,
    entries: Vec<Entry>,
    pub(super) by_known: BTreeMap<(u16, bool), usize>,
    /// The first cluster of every name that is placed.
    pub(super) owner: Vec<Option<usize>>,
}

/// The entries of one word: how many there are, and the place of the last one.
#[derive(Clone, Copy, Default)]
pub(super) struct Filed {
    pub(super) count: u32,
    last: Option<u32>,
}

/// A name that has a word, its cluster, and the place of the entry of that word before.
struct Entry {
    name: NameId,
    cluster: usize,
    before: Option<u32>,
}

impl NameIndex {
    /// An index for so many names.
    pub(super) fn of(names: usize) -> NameIndex {
        let (by_word, entries, by_known, owner) = (Vec::new(), Vec::new(), BTreeMap::new(), vec![None; names]);
        NameIndex { words: HashNumbers::new(), by_word, entries, by_known, owner }
    }

    /// The entries of a word, by its hash.
    pub(super) fn of_word(&self, hash: u32) -> Option<Filed> {
        Some(self.by_word[self.words.get(hash)? as usize])
    }

    /// The names of a word, each with its cluster, from the last one on, as far as they are considered.
    pub(super) fn names(&self, filed: Filed) -> impl Iterator<Item = (NameId, usize)> {
        let entry = |place: u32| &self.entries[place as usize];
        let entries = iter::successors(filed.last.map(entry), move |last| last.before.map(entry));
        entries.take(MAX_MATCHES).map(|entry| (entry.name, entry.cluster))
    }

    /// Files a name under the hash of a word.
    pub(super) fn file(&mut self, hash: u32, name: NameId, cluster: usize) {
        let number = self.words.number(hash) as usize;
        if number == self.by_word.len() {
            self.by_word.push(Filed::default());
        }
        let filed = &mut self.by_word[number];
        let before = filed.last.replace(self.entries.len() as u32);
        filed.count += 1;
        self.entries.push(Entry { name, cluster, before });
    }
}
