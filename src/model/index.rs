//! Which of many rows belongs to a hash, in some twelve bits a row.
//!
//! A hash has a bucket (its upper bits) and a print (its lowest eight bits). A bucket holds up to three rows; the number
//! of rows in each is written in two bits, 32 buckets to a word. How many rows lie before a word would not shrink when packed:
//! that is counted when a model is made ([`Index::ranks`]).
//! A hash that was never filed is taken for a filed one about twice in a thousand times: the trainer trains with that.
//!
//! Layout: bucket bits (u8), 0, 0, 0, number of rows (u32), for every word the numbers of rows (u64), for every row its print
//! (u8). All little-endian.

const HEADER: usize = 8;
/// How many buckets share a word, as a power of two.
const WORD_BITS: u32 = 5;
const WORD: usize = 1 << WORD_BITS;
/// The fewest bits that number a bucket of such an index.
#[cfg(any(test, feature = "training"))]
const FEWEST_BITS: u32 = 8;
#[cfg(any(test, feature = "training"))]
const MOST_IN_BUCKET: usize = 3;

/// An index that is read in place.
#[derive(Clone, Copy, Debug)]
pub struct Index<'m> {
    bits: u32,
    counts: &'m [[u8; 8]],
    prints: &'m [u8],
}

impl<'m> Index<'m> {
    /// Finds nothing.
    pub(super) const EMPTY: Index<'static> = Index { bits: WORD_BITS, counts: &[[0; 8]], prints: &[] };

    /// The index at the beginning of these bytes, and the bytes after it.
    pub fn split(bytes: &'m [u8]) -> Option<(Index<'m>, &'m [u8])> {
        let (header, rest) = bytes.split_at_checked(HEADER)?;
        let bits = u32::from(header[0]);
        if !(WORD_BITS..=22).contains(&bits) {
            return None;
        }
        let rows = u32::from_le_bytes([header[4], header[5], header[6], header[7]]) as usize;
        let (counts, rest) = rest.split_at_checked((8usize << bits) / WORD)?;
        let (prints, rest) = rest.split_at_checked(rows)?;
        Some((Index { bits, counts: counts.as_chunks().0, prints }, rest))
    }

    /// For every word the rows before it, if all rows are told of: with these a row is found.
    pub fn ranks(&self) -> Option<Vec<u32>> {
        let (mut rows, mut ranks) = (0, Vec::with_capacity(self.counts.len()));
        for &counts in self.counts {
            ranks.push(rows as u32);
            rows += total(u64::from_le_bytes(counts));
        }
        (rows == self.prints.len()).then_some(ranks)
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

    /// How many rows each bucket has, word after word.
    #[cfg(any(test, feature = "training"))]
    fn counts(&self) -> impl Iterator<Item = [u8; WORD]> + '_ {
        self.counts.iter().map(|counts| std::array::from_fn(|at| counts[at / 4] >> (2 * (at % 4)) & 3))
    }

    /// The buckets that have rows, in order, and how many.
    pub(super) fn filled(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        (0..self.counts.len()).flat_map(|word| {
            let counts = self.word(word);
            let next = move |&left: &u64| {
                let shift = left.trailing_zeros() & !1;
                Some(left & !(3 << shift)).filter(|&left| left != 0)
            };
            let filled = std::iter::successors(Some(counts).filter(|&counts| counts != 0), next);
            filled.map(move |left| {
                let shift = left.trailing_zeros() & !1;
                (word * WORD + shift as usize / 2, (left >> shift & 3) as usize)
            })
        })
    }

    /// The row of a hash, by the [ranks](Index::ranks) of this index.
    #[inline]
    pub fn get(&self, hash: u32, ranks: &[u32]) -> Option<usize> {
        let bucket = (hash >> (32 - self.bits)) as usize;
        let (word, shift) = (bucket / WORD, 2 * (bucket % WORD));
        let counts = self.word(word);
        let here = (counts >> shift & 3) as usize;
        if here == 0 {
            return None;
        }
        let start = *ranks.get(word)? as usize + total(counts & ((1 << shift) - 1));
        let prints = self.prints.get(start..start + here)?;
        prints.iter().position(|&print| print == hash as u8).map(|at| start + at)
    }

    /// The bytes of an index of those rows that are kept, in the order in which they were.
    #[cfg(feature = "training")]
    pub fn with_rows(&self, kept: &[bool]) -> Vec<u8> {
        let mut row = 0;
        let words = self.counts().map(|word| {
            word.map(|count| {
                let rows = row..row + usize::from(count);
                row = rows.end;
                rows.filter(|&row| kept[row]).count()
            })
        });
        let mut bytes = written_counts(self.bits, &words.collect::<Vec<_>>());
        let prints = self.prints.iter().zip(kept).filter(|(_, kept)| **kept).map(|(&print, _)| print);
        bytes.extend(prints);
        bytes
    }

    #[inline]
    fn word(&self, word: usize) -> u64 {
        self.counts.get(word).map_or(0, |bytes| u64::from_le_bytes(*bytes))
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

/// What stands before the prints, by how many rows each bucket has.
#[cfg(any(test, feature = "training"))]
fn written_counts(bits: u32, words: &[[usize; WORD]]) -> Vec<u8> {
    let mut bytes = vec![bits as u8, 0, 0, 0];
    bytes.extend((words.as_flattened().iter().sum::<usize>() as u32).to_le_bytes());
    for word in words {
        let counts = word.iter().rev().fold(0, |counts, &rows| counts << 2 | rows as u64);
        bytes.extend(counts.to_le_bytes());
    }
    bytes
}

/// Writes an index of these hashes, most important first, in about `load` rows a bucket; gives its bytes and for every
/// row the place of its hash in `hashes`. What finds its bucket full, or its print taken, is left out.
#[cfg(any(test, feature = "training"))]
pub fn write_index(hashes: &[u32], load: f32) -> (Vec<u8>, Vec<usize>) {
    let bits = (FEWEST_BITS..22).find(|bits| hashes.len() as f32 <= load * (1u32 << bits) as f32).unwrap_or(22);
    let mut buckets: Vec<Vec<usize>> = vec![Vec::new(); 1 << bits];
    for (place, &hash) in hashes.iter().enumerate() {
        let bucket = &mut buckets[(hash >> (32 - bits)) as usize];
        let taken = bucket.iter().any(|&other| hashes[other] as u8 == hash as u8);
        if !taken && bucket.len() < MOST_IN_BUCKET {
            bucket.push(place);
        }
    }
    let rows: Vec<usize> = buckets.iter().flatten().copied().collect();
    let counts: Vec<usize> = buckets.iter().map(Vec::len).collect();
    let mut bytes = written_counts(bits, counts.as_chunks().0);
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
        let ranks = index.ranks().unwrap();
        assert!(rows.iter().enumerate().all(|(row, &place)| index.get(filed[place], &ranks) == Some(row)));
        let wrong = hashes("other", 100_000).into_iter().filter(|&hash| index.get(hash, &ranks).is_some()).count();
        assert!(wrong < 300, "{wrong} of 100000 taken for others");
    }

    #[test]
    fn filled_buckets_are_told_with_their_rows() {
        let (bytes, _) = write_index(&hashes("word", 200), 0.5);
        let (index, _) = Index::split(&bytes).unwrap();
        let counts = index.counts().flatten().map(usize::from).enumerate();
        assert!(index.filled().eq(counts.filter(|(_, count)| *count > 0)));
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        let (mut bytes, _) = write_index(&hashes("word", 100), 0.5);
        assert!(Index::split(&bytes[..bytes.len() - 1]).is_none());
        assert!(Index::split(&[]).is_none());
        assert!(Index::split(&bytes).unwrap().0.ranks().is_some());
        bytes[HEADER + 4] ^= 1;
        assert!(Index::split(&bytes).unwrap().0.ranks().is_none());
    }

    #[test]
    fn the_empty_index_finds_nothing() {
        assert!(hashes("word", 100).into_iter().all(|hash| Index::EMPTY.get(hash, &[0]).is_none()));
    }
}
