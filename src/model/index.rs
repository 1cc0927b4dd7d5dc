//! Which of many rows belongs to a hash, in some twelve bits a row.
//!
//! A hash has a bucket (its upper bits) and a print (its lowest eight bits). A bucket holds up to three rows; the number
//! of rows in each is written in two bits, 32 buckets to a group, and every group says how many rows lie before it.
//! A hash that was never filed is taken for a filed one about twice in a thousand times: the trainer trains with that.
//!
//! Layout: bucket bits (u8), 0, 0, 0, number of rows (u32), for every group rows before (u32), for every group the
//! numbers of rows (u64), for every row its print (u8). All little-endian.

const HEADER: usize = 8;
const GROUP: usize = 32;
#[cfg(any(test, feature = "training"))]
const MOST_IN_BUCKET: usize = 3;

/// An index that is read in place.
#[derive(Clone, Copy, Debug)]
pub struct Index<'m> {
    bits: u32,
    before: &'m [[u8; 4]],
    counts: &'m [[u8; 8]],
    prints: &'m [u8],
}

impl<'m> Index<'m> {
    /// Finds nothing.
    pub(super) const EMPTY: Index<'static> = Index { bits: 5, before: &[[0; 4]], counts: &[[0; 8]], prints: &[] };

    /// The index at the beginning of these bytes, and the bytes after it.
    pub fn split(bytes: &'m [u8]) -> Option<(Index<'m>, &'m [u8])> {
        let (header, rest) = bytes.split_at_checked(HEADER)?;
        let bits = u32::from(header[0]);
        if !(5..=22).contains(&bits) {
            return None;
        }
        let groups = (1usize << bits) / GROUP;
        let rows = u32::from_le_bytes([header[4], header[5], header[6], header[7]]) as usize;
        let (before, rest) = rest.split_at_checked(4 * groups)?;
        let (counts, rest) = rest.split_at_checked(8 * groups)?;
        let (prints, rest) = rest.split_at_checked(rows)?;
        let (before, counts) = (before.as_chunks().0, counts.as_chunks().0);
        Some((Index { bits, before, counts, prints }, rest))
    }

    /// Whether the numbers of rows add up; one that does not finds wrong rows, or none.
    pub(super) fn is_sound(&self) -> bool {
        let groups = self.before.len();
        let end = (0..groups).try_fold(0, |rows, group| {
            (self.rows_before(group) == rows).then(|| rows + total(self.group_counts(group)))
        });
        end == Some(self.prints.len())
    }

    /// How many rows there are.
    pub const fn rows(&self) -> usize {
        self.prints.len()
    }

    /// The prints of all rows.
    pub(super) const fn prints(&self) -> &'m [u8] {
        self.prints
    }

    /// How many of the upper bits of a hash number its bucket.
    pub(super) const fn bits(&self) -> u32 {
        self.bits
    }

    /// How many rows each bucket has, group after group.
    pub(super) fn counts(&self) -> impl Iterator<Item = [u8; GROUP]> + '_ {
        self.counts.iter().map(|counts| std::array::from_fn(|at| counts[at / 4] >> (2 * (at % 4)) & 3))
    }

    /// The row of a hash.
    #[inline]
    pub fn get(&self, hash: u32) -> Option<usize> {
        let bucket = (hash >> (32 - self.bits)) as usize;
        let (group, shift) = (bucket / GROUP, 2 * (bucket % GROUP));
        let counts = self.group_counts(group);
        let here = (counts >> shift & 3) as usize;
        if here == 0 {
            return None;
        }
        let start = self.rows_before(group) + total(counts & ((1 << shift) - 1));
        let prints = self.prints.get(start..start + here)?;
        prints.iter().position(|&print| print == hash as u8).map(|at| start + at)
    }

    /// The bytes of an index of those rows that are kept, in the order in which they were.
    #[cfg(any(test, feature = "training"))]
    pub fn with_rows(&self, kept: &[bool]) -> Vec<u8> {
        let mut row = 0;
        let mut before = 0u32;
        let (mut befores, mut counts) = (Vec::new(), Vec::new());
        for group in self.counts() {
            befores.extend(before.to_le_bytes());
            let left = group.map(|count| {
                let rows = row..row + usize::from(count);
                row = rows.end;
                rows.filter(|&row| kept[row]).count() as u64
            });
            counts.extend(left.iter().rev().fold(0u64, |counts, &count| counts << 2 | count).to_le_bytes());
            before += left.iter().sum::<u64>() as u32;
        }
        let prints = self.prints.iter().zip(kept).filter(|(_, kept)| **kept).map(|(&print, _)| print);
        let header = [self.bits as u8, 0, 0, 0].into_iter().chain(before.to_le_bytes());
        header.chain(befores).chain(counts).chain(prints).collect()
    }

    #[inline]
    fn group_counts(&self, group: usize) -> u64 {
        self.counts.get(group).map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }

    #[inline]
    fn rows_before(&self, group: usize) -> usize {
        self.before.get(group).map_or(0, |bytes| u32::from_le_bytes(*bytes)) as usize
    }
}

/// The sum of 32 numbers of two bits: neighbours are added up in ever wider fields, then all fields by a product.
#[inline]
const fn total(counts: u64) -> usize {
    const TWO_OF_FOUR: u64 = 0x3333_3333_3333_3333;
    const FOUR_OF_EIGHT: u64 = 0x0F0F_0F0F_0F0F_0F0F;
    let fours = (counts & TWO_OF_FOUR) + (counts >> 2 & TWO_OF_FOUR);
    let eights = (fours + (fours >> 4)) & FOUR_OF_EIGHT;
    (eights.wrapping_mul(0x0101_0101_0101_0101) >> 56) as usize
}

/// Writes an index of these hashes, most important first, in about `load` rows a bucket; gives its bytes and for every
/// row the place of its hash in `hashes`. What finds its bucket full, or its print taken, is left out.
#[cfg(any(test, feature = "training"))]
pub fn write_index(hashes: &[u32], load: f32) -> (Vec<u8>, Vec<usize>) {
    let bits = (5..22).find(|bits| hashes.len() as f32 <= load * (1u32 << bits) as f32).unwrap_or(22);
    let mut buckets: Vec<Vec<usize>> = vec![Vec::new(); 1 << bits];
    for (place, &hash) in hashes.iter().enumerate() {
        let bucket = &mut buckets[(hash >> (32 - bits)) as usize];
        let taken = bucket.iter().any(|&other| hashes[other] as u8 == hash as u8);
        if !taken && bucket.len() < MOST_IN_BUCKET {
            bucket.push(place);
        }
    }
    let rows: Vec<usize> = buckets.iter().flatten().copied().collect();
    let mut bytes = vec![bits as u8, 0, 0, 0];
    bytes.extend((rows.len() as u32).to_le_bytes());
    let mut before = 0u32;
    for group in buckets.chunks(GROUP) {
        bytes.extend(before.to_le_bytes());
        before += group.iter().map(|bucket| bucket.len() as u32).sum::<u32>();
    }
    for group in buckets.chunks(GROUP) {
        let counts = group.iter().rev().fold(0u64, |counts, bucket| counts << 2 | bucket.len() as u64);
        bytes.extend(counts.to_le_bytes());
    }
    bytes.extend(rows.iter().map(|&place| hashes[place] as u8));
    (bytes, rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::hash_lower;

    fn hashes(word: &str, n: usize) -> Vec<u32> {
        (0..n).map(|i| hash_lower(&format!("{word}{i}"))).collect()
    }

    #[test]
    fn what_was_filed_is_found_and_little_else() {
        let filed = hashes("word", 10_000);
        let (bytes, rows) = write_index(&filed, 0.5);
        let (index, rest) = Index::split(&bytes).unwrap();
        assert!(rest.is_empty() && index.rows() == rows.len());
        assert!(rows.len() > 9_900, "{} of 10000 found room", rows.len());
        assert!(rows.iter().enumerate().all(|(row, &place)| index.get(filed[place]) == Some(row)));
        let wrong = hashes("other", 100_000).into_iter().filter(|&hash| index.get(hash).is_some()).count();
        assert!(wrong < 300, "{wrong} of 100000 taken for others");
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        let (mut bytes, _) = write_index(&hashes("word", 100), 0.5);
        assert!(Index::split(&bytes[..bytes.len() - 1]).is_none());
        assert!(Index::split(&[]).is_none());
        assert!(Index::split(&bytes).unwrap().0.is_sound());
        bytes[HEADER + 4] ^= 1;
        assert!(!Index::split(&bytes).unwrap().0.is_sound());
    }

    #[test]
    fn the_empty_index_finds_nothing() {
        assert!(hashes("word", 100).into_iter().all(|hash| Index::EMPTY.get(hash).is_none()));
    }
}
