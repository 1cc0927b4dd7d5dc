//! What is known of words and phrases from large collections: which words are used alike, and lists of names.
//!
//! Layout: clusters of the middle level by those of the fine level (1,024 bytes), coarse by middle (256 bytes), an
//! [`Index`], how many kinds of rows there are and how many rows are of a rare kind (u16, u16), the kinds, most frequent first
//! (lists u16, whether such rows have a cluster u8), for every row its kind (u8; 255 if it is rare), for those of a rare kind
//! its number (u16), for every row with a cluster the lower byte of its number, then the two upper bits, four to a byte. All
//! little-endian. Half of the rows have no cluster and most stand in one list or none: so they are packed, and unpacked once.

use super::{index::Index, table_enum::table_enum};

/// The number of clusters at the fine level; 0 stands for an unknown word, so numbers go from 1.
pub const FINE: usize = 1024;
/// The number of clusters at the middle level.
pub const MIDDLE: usize = 256;

table_enum! {
    /// A list of names that a word or phrase may stand in, with its name in the gazetteer.
    pub enum Gazetteer: &str {
        /// The phrase goes on: it begins a longer one.
        Prefix = "prefix",
        /// A country.
        Country = "country",
        /// A larger city.
        City = "city",
        /// A known event.
        Event = "event",
        /// A state or province.
        State = "state",
        /// A first name.
        First = "first",
        /// A surname.
        Last = "last",
        /// A word that organisations have in their names: "inc", "ministry".
        OrganisationWord = "orgw",
        /// A title before a person's name.
        Title = "title",
        /// A word that places have in their names: "river", "street".
        PlaceWord = "locw",
        /// A known work: book, film, law, award.
        Work = "work",
        /// The word is mostly written in small letters.
        Small = "small",
        /// The word is mostly written with a capital.
        Capital = "capital",
        /// A known organisation: company, medium, club, party, armed group.
        Organisation = "organisation",
        /// A known product: vehicle, weapon, medicine, program.
        Product = "product",
        /// A known people or group.
        Group = "group",
    }
}

/// What is known of a word or phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordFacts {
    /// Its clusters, from fine to coarse; 0 if it has none.
    pub(crate) clusters: [u16; 3],
    /// The lists it stands in, one bit each.
    pub(crate) lists: u16,
}

impl WordFacts {
    pub(crate) const fn is_in(self, list: Gazetteer) -> bool {
        self.lists >> list as u8 & 1 == 1
    }
}

/// A word or phrase as it is filed: its fine cluster, from 1 (0 where it has none), and its lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordRow {
    /// The number of the cluster.
    pub cluster: u16,
    /// The lists, one bit each.
    pub lists: u16,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct WordClusters<'m> {
    middle: &'m [u8],
    coarse: &'m [u8],
    index: Index<'m>,
    unpacked: &'m Unpacked,
}

/// What of the section is unpacked when a model is made.
#[derive(Debug, Default)]
pub(super) struct Unpacked {
    pub(super) rows: Vec<WordRow>,
    /// The ranks of the index.
    ranks: Vec<u32>,
}

impl<'m> WordClusters<'m> {
    /// Knows nothing.
    pub(super) const EMPTY: WordClusters<'static> = WordClusters {
        middle: &[],
        coarse: &[],
        index: Index::EMPTY,
        unpacked: &Unpacked { rows: Vec::new(), ranks: Vec::new() },
    };

    /// The words in these bytes with what [`unpack`] found there.
    pub(super) fn read(bytes: &'m [u8], unpacked: &'m Unpacked) -> WordClusters<'m> {
        match Packed::split(bytes) {
            Some(Packed { middle, coarse, index, .. }) => WordClusters { middle, coarse, index, unpacked },
            None => WordClusters::EMPTY,
        }
    }

    /// What is known of a word or phrase, by its hash.
    pub(crate) fn get(&self, hash: u32) -> WordFacts {
        let row = self.index.get(hash, &self.unpacked.ranks).and_then(|row| self.unpacked.rows.get(row));
        row.map(|row| WordFacts { clusters: self.clusters(row.cluster), lists: row.lists }).unwrap_or_default()
    }

    fn clusters(&self, fine: u16) -> [u16; 3] {
        let Some(at) = usize::from(fine).checked_sub(1) else { return [0; 3] };
        let middle = self.middle.get(at).copied().unwrap_or(0);
        let coarse = self.coarse.get(usize::from(middle)).copied().unwrap_or(0);
        [fine, u16::from(middle) + 1, u16::from(coarse) + 1]
    }
}

/// The section as it is packed.
struct Packed<'m> {
    middle: &'m [u8],
    coarse: &'m [u8],
    index: Index<'m>,
    /// The lists of every kind of row, and whether it has a cluster.
    kinds: &'m [[u8; 3]],
    kind_of_row: &'m [u8],
    rare: &'m [[u8; 2]],
    clusters: &'m [u8],
}

/// So many clusters share a byte for the upper bits of their numbers.
const IN_BYTE: usize = 4;
/// Stands for a kind whose number does not fit into a byte.
const RARE: u8 = u8::MAX;

impl<'m> Packed<'m> {
    fn split(bytes: &'m [u8]) -> Option<Packed<'m>> {
        let (middle, rest) = bytes.split_at_checked(FINE)?;
        let (coarse, rest) = rest.split_at_checked(MIDDLE)?;
        let (index, rest) = Index::split(rest)?;
        let (&[a, b, c, d], rest) = rest.split_first_chunk()?;
        let [kinds, rare] = [[a, b], [c, d]].map(|number| usize::from(u16::from_le_bytes(number)));
        let (kinds, rest) = rest.split_at_checked(3 * kinds)?;
        let (kind_of_row, rest) = rest.split_at_checked(index.rows())?;
        let (rare, clusters) = rest.split_at_checked(2 * rare)?;
        let (kinds, rare) = (kinds.as_chunks().0, rare.as_chunks().0);
        Some(Packed { middle, coarse, index, kinds, kind_of_row, rare, clusters })
    }

    /// The cluster of every row that has one.
    fn clusters(&self) -> Option<Vec<u16>> {
        // Every so many clusters have a byte more.
        let count = self.clusters.len() * IN_BYTE / (IN_BYTE + 1);
        let (low, high) = self.clusters.split_at_checked(count)?;
        if high.len() != count.div_ceil(IN_BYTE) {
            return None;
        }
        let mut clusters = vec![0; count];
        for ((clusters, low), &high) in clusters.chunks_mut(IN_BYTE).zip(low.chunks(IN_BYTE)).zip(high) {
            for (at, (cluster, &low)) in clusters.iter_mut().zip(low).enumerate() {
                *cluster = 1 + u16::from_le_bytes([low, high >> (2 * at) & 3]);
            }
        }
        Some(clusters)
    }
}

/// The rows in the bytes of the section; none if they do not fit together.
pub(super) fn unpack(bytes: &[u8]) -> Option<Unpacked> {
    let packed = Packed::split(bytes)?;
    let (mut rare, mut clusters) = (packed.rare.iter(), packed.clusters()?.into_iter());
    let mut rows = Vec::with_capacity(packed.index.rows());
    for &kind in packed.kind_of_row {
        let number = if kind == RARE { u16::from_le_bytes(*rare.next()?) } else { u16::from(kind) };
        let &[low, high, clustered] = packed.kinds.get(usize::from(number))?;
        let cluster = if clustered == 1 { clusters.next()? } else { 0 };
        rows.push(WordRow { cluster, lists: u16::from_le_bytes([low, high]) });
    }
    let ranks = packed.index.ranks()?;
    clusters.as_slice().is_empty().then_some(Unpacked { rows, ranks })
}

/// The bytes of the section.
#[cfg(any(test, feature = "training"))]
pub fn write_words(middle: &[u8], coarse: &[u8], index: &[u8], rows: &[WordRow]) -> Vec<u8> {
    let kinds = kinds(rows);
    let number =
        |row: &WordRow| kinds.iter().position(|&kind| kind == kind_of(row)).expect("every kind is listed") as u16;
    let numbers: Vec<u16> = rows.iter().map(number).collect();
    let is_rare = |number: u16| number >= u16::from(RARE);
    let rare: Vec<[u8; 2]> =
        numbers.iter().filter(|&&number| is_rare(number)).map(|number| number.to_le_bytes()).collect();
    let clusters = rows.iter().filter_map(|row| row.cluster.checked_sub(1)).map(u16::to_le_bytes);
    let clusters: Vec<[u8; 2]> = clusters.collect();
    let upper_bits = |four: &[[u8; 2]]| four.iter().rev().fold(0, |all, cluster| all << 2 | cluster[1]);
    let mut bytes = [middle, coarse, index].concat();
    bytes.extend([kinds.len(), rare.len()].map(|number| number as u16).into_iter().flat_map(u16::to_le_bytes));
    for &(lists, clustered) in &kinds {
        let [low, high] = lists.to_le_bytes();
        bytes.extend([low, high, u8::from(clustered)]);
    }
    bytes.extend(numbers.iter().map(|&number| if is_rare(number) { RARE } else { number as u8 }));
    bytes.extend(rare.as_flattened());
    bytes.extend(clusters.iter().map(|cluster| cluster[0]));
    bytes.extend(clusters.chunks(IN_BYTE).map(upper_bits));
    bytes
}

#[cfg(any(test, feature = "training"))]
const fn kind_of(row: &WordRow) -> (u16, bool) {
    (row.lists, row.cluster > 0)
}

/// Every kind of row, the most frequent first.
#[cfg(any(test, feature = "training"))]
fn kinds(rows: &[WordRow]) -> Vec<(u16, bool)> {
    let mut counts = std::collections::BTreeMap::new();
    rows.iter().for_each(|row| *counts.entry(kind_of(row)).or_insert(0) += 1);
    let mut kinds: Vec<_> = counts.into_iter().collect();
    kinds.sort_by_key(|&(kind, count)| (std::cmp::Reverse(count), kind));
    kinds.into_iter().map(|(kind, _)| kind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::index::write_index;

    /// The section of these rows, each under its number as a hash, and the rows in the order of the index.
    fn section(rows: &[WordRow]) -> (Vec<u8>, Vec<WordRow>) {
        let hashes: Vec<u32> = (0..rows.len() as u32).map(|n| n.wrapping_mul(0x9E37_79B9)).collect();
        let (index, places) = write_index(&hashes, 0.5);
        let rows: Vec<WordRow> = places.iter().map(|&place| rows[place]).collect();
        (write_words(&[0; FINE], &[0; MIDDLE], &index, &rows), rows)
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        // More kinds than a byte can number.
        let row = |n: u16| WordRow { cluster: if n.is_multiple_of(3) { 0 } else { n }, lists: n % 300 };
        let (bytes, rows) = section(&(0..1024).map(row).collect::<Vec<_>>());
        let unpacked = unpack(&bytes).unwrap();
        assert_eq!(unpacked.rows, rows);
        let words = WordClusters::read(&bytes, &unpacked);
        assert_eq!(words.get(7u32.wrapping_mul(0x9E37_79B9)), WordFacts { clusters: [7, 1, 1], lists: 7 });
        assert_eq!(WordClusters::EMPTY.get(7), WordFacts::default());
    }

    #[test]
    fn bytes_that_do_not_fit_together_are_refused() {
        let (bytes, _) = section(&[WordRow { cluster: 9, lists: 3 }, WordRow { cluster: 0, lists: 1 }]);
        assert!(unpack(&bytes).is_some() && unpack(&[]).is_none());
        assert!(unpack(&bytes[..bytes.len() - 1]).is_none() && unpack(&[bytes.clone(), vec![0]].concat()).is_none());
    }
}
