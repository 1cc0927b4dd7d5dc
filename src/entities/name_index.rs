//! Where to look a name up while names are merged.

use super::names::NameId;
use std::{collections::BTreeMap, iter};

/// At most so many things are considered for one name.
const MAX_MATCHES: usize = 16;

/// Names by the hashes of their words and acronyms, and by known numbers, with the cluster that they belong to.
#[derive(Default)]
pub(super) struct NameIndex {
    by_word: BTreeMap<u32, Filed>,
    entries: Vec<Entry>,
    pub(super) by_known: BTreeMap<(u16, bool), usize>,
    pub(super) owner: BTreeMap<NameId, usize>,
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
    /// The entries of a word, by its hash.
    pub(super) fn of_word(&self, hash: u32) -> Option<Filed> {
        self.by_word.get(&hash).copied()
    }

    /// The names of a word, each with its cluster, from the last one on, as far as they are considered.
    pub(super) fn names(&self, filed: Filed) -> impl Iterator<Item = (NameId, usize)> {
        let entry = |place: u32| &self.entries[place as usize];
        let entries = iter::successors(filed.last.map(entry), move |last| last.before.map(entry));
        entries.take(MAX_MATCHES).map(|entry| (entry.name, entry.cluster))
    }

    /// Files a name under the hash of a word.
    pub(super) fn file(&mut self, hash: u32, name: NameId, cluster: usize) {
        let filed = self.by_word.entry(hash).or_default();
        let before = filed.last.replace(self.entries.len() as u32);
        filed.count += 1;
        self.entries.push(Entry { name, cluster, before });
    }
}
