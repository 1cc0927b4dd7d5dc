//! A hash table that is read in place: buckets by the upper bits of the key, the lower bits stored.
//!
//! Layout: bucket bits (u8), key width in bytes (u8), value width in bytes (u8), 0, number of entries (u32),
//! 2^bits + 1 buckets (for each the number of keys before it and a bit for every end that its keys have, u32 each), keys,
//! values. All little-endian.

/// How much of a key is stored.
#[cfg(any(test, feature = "training"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyWidth {
    /// 16 bits: for features that bear a little noise. One unknown key in some 20,000 is taken for a known one.
    Two,
    /// All that the bucket does not tell: for lists that must not err.
    Exact,
}

#[cfg(any(test, feature = "training"))]
impl KeyWidth {
    /// In bytes, where the bucket tells so many of the upper bits.
    const fn bytes(self, bits: u32) -> usize {
        match self {
            KeyWidth::Two => 2,
            KeyWidth::Exact => (u32::BITS - bits).div_ceil(8) as usize,
        }
    }
}

/// So many bytes stand before the table of some sections and are not read: the format has room for a length there, which a
/// table tells itself.
pub(crate) const UNREAD: usize = 4;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<'m> {
    bits: u32,
    buckets: &'m [[u8; Bucket::BYTES]],
    keys: Keys<'m>,
    value_width: usize,
    values: &'m [u8],
}

/// The keys with the same upper bits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bucket {
    /// How many keys stand in the buckets before it.
    start: u32,
    /// Bit `n` is set if a key ends in the five bits that make `n`. Most words that are asked for are in no list, and nearly
    /// all of those are told by that.
    ends: u32,
}

impl Bucket {
    pub(super) const BYTES: usize = 8;

    /// A bucket without keys, behind so many.
    pub(super) const fn after(start: usize) -> Bucket {
        Bucket { start: start as u32, ends: 0 }
    }

    /// Takes a key, of which the upper bits may be left out.
    pub(super) const fn add(&mut self, key: u32) {
        self.ends |= 1 << (key % u32::BITS);
    }

    /// Whether a key, as far as its end tells, was added.
    #[inline]
    const fn may_hold(self, key: u32) -> bool {
        self.ends >> (key % u32::BITS) & 1 == 1
    }

    /// How many keys stand in the buckets before it.
    #[inline]
    pub(super) const fn start(self) -> usize {
        self.start as usize
    }

    pub(super) const fn to_bytes(self) -> [u8; Bucket::BYTES] {
        ((self.ends as u64) << u32::BITS | self.start as u64).to_le_bytes()
    }

    #[inline]
    pub(super) const fn of_bytes(bytes: [u8; Bucket::BYTES]) -> Bucket {
        let both = u64::from_le_bytes(bytes);
        Bucket { start: both as u32, ends: (both >> u32::BITS) as u32 }
    }
}

/// What is stored of the keys.
#[derive(Clone, Copy, Debug)]
enum Keys<'m> {
    Two(&'m [[u8; 2]]),
    Three(&'m [[u8; 3]]),
    Four(&'m [[u8; 4]]),
}

impl<'m> Table<'m> {
    const HEADER: usize = 8;

    /// Finds nothing.
    const EMPTY: Table<'static> =
        Table { bits: 0, buckets: &[[0; Bucket::BYTES]; 2], keys: Keys::Four(&[]), value_width: 0, values: &[] };

    /// The table in these bytes; an empty one if there are none or they do not fit together.
    pub(crate) fn read(bytes: &'m [u8]) -> Table<'m> {
        Table::try_read(bytes).unwrap_or(Table::EMPTY)
    }

    /// The table that these bytes are, if they fit together.
    pub(crate) fn try_read(bytes: &'m [u8]) -> Option<Table<'m>> {
        Table::try_split(bytes).filter(|(_, rest)| rest.is_empty()).map(|(table, _)| table)
    }

    /// The table at the beginning of these bytes, and the bytes after it; an empty one and none if they do not fit together.
    pub(super) fn split(bytes: &'m [u8]) -> (Table<'m>, &'m [u8]) {
        Table::try_split(bytes).unwrap_or((Table::EMPTY, &[]))
    }

    /// The same; nothing if they do not fit together.
    pub(crate) fn try_split(bytes: &'m [u8]) -> Option<(Table<'m>, &'m [u8])> {
        let (header, rest) = bytes.split_at_checked(Table::HEADER)?;
        let (bits, key_width, value_width) = (u32::from(header[0]), usize::from(header[1]), usize::from(header[2]));
        if bits > 20 || !matches!(key_width, 2..=4) || value_width > 8 {
            return None;
        }
        let count = number(&header[4..8]) as usize;
        let (buckets, rest) = rest.split_at_checked(Bucket::BYTES * ((1 << bits) + 1))?;
        let (keys, rest) = rest.split_at_checked(count.checked_mul(key_width)?)?;
        let (values, rest) = rest.split_at_checked(count.checked_mul(value_width)?)?;
        let keys = match key_width {
            2 => Keys::Two(keys.as_chunks().0),
            3 => Keys::Three(keys.as_chunks().0),
            _ => Keys::Four(keys.as_chunks().0),
        };
        Some((Table { bits, buckets: buckets.as_chunks().0, keys, value_width, values }, rest))
    }

    /// The value filed under a hash.
    #[inline]
    pub(crate) fn get(&self, hash: u32) -> Option<u64> {
        if self.may_hold(hash) { self.value(hash) } else { None }
    }

    /// Whether something is filed under a hash.
    #[inline]
    pub(super) fn has(&self, hash: u32) -> bool {
        self.may_hold(hash) && self.position(hash).is_some()
    }

    #[inline]
    fn may_hold(&self, hash: u32) -> bool {
        let bucket = self.buckets.get(bucket(hash, self.bits));
        bucket.is_some_and(|&bucket| Bucket::of_bytes(bucket).may_hold(hash))
    }

    /// The value of a hash that may be filed. Not inlined: the look before it is, and nearly always is enough.
    #[inline(never)]
    fn value(&self, hash: u32) -> Option<u64> {
        let value = self.values.get(self.position(hash)? * self.value_width..)?;
        Some(match value.first_chunk() {
            Some(eight) => {
                u64::from_le_bytes(*eight) & u64::MAX.checked_shr(64 - 8 * self.value_width as u32).unwrap_or(0)
            }
            None => value[..self.value_width].iter().rev().fold(0, |all, &byte| all << 8 | u64::from(byte)),
        })
    }

    /// The place of an entry among all: see [`order`].
    #[inline]
    pub(crate) fn position(&self, hash: u32) -> Option<usize> {
        let bucket = bucket(hash, self.bits);
        let &[here, next] = self.buckets.get(bucket..bucket + 2)?.as_array()?;
        let (start, end) = (Bucket::of_bytes(here).start(), Bucket::of_bytes(next).start());
        // Starts that are out of order, as only a broken file has them, find nothing.
        let found = match self.keys {
            Keys::Two(keys) => place_of(hash as u16, keys.get(start..end)?, u16::from_le_bytes),
            Keys::Three(keys) => {
                place_of(hash & 0xFF_FFFF, keys.get(start..end)?, |[a, b, c]| u32::from_le_bytes([a, b, c, 0]))
            }
            Keys::Four(keys) => place_of(hash, keys.get(start..end)?, u32::from_le_bytes),
        };
        Some(start + found?)
    }
}

/// The place of a key among those of a bucket, which stand in order.
fn place_of<const N: usize, K: Ord>(key: K, keys: &[[u8; N]], number: fn([u8; N]) -> K) -> Option<usize> {
    let at = keys.iter().position(|&other| number(other) >= key)?;
    (number(keys[at]) == key).then_some(at)
}

/// Writes a table. Hashes that would be taken for each other are an error, given back.
///
/// # Errors
/// The first hash that collides with another one.
#[cfg(any(test, feature = "training"))]
pub fn write(entries: &[(u32, u64)], key_width: KeyWidth, value_width: usize) -> Result<Vec<u8>, u32> {
    let bits = bits_for(entries.len());
    let width = key_width.bytes(bits);
    let order = order(key_width, entries.len());
    let mut sorted: Vec<_> = entries.iter().map(|&(hash, value)| (order(hash).0, order(hash).1, hash, value)).collect();
    sorted.sort_unstable();
    if let Some(pair) = sorted.windows(2).find(|pair| pair[0].0 == pair[1].0 && pair[0].1 == pair[1].1) {
        return Err(pair[0].2);
    }
    let mut bytes = vec![bits as u8, width as u8, value_width as u8, 0];
    bytes.extend((sorted.len() as u32).to_le_bytes());
    for b in 0..=1usize << bits {
        let start = sorted.partition_point(|entry| entry.0 < b);
        let mut bucket = Bucket::after(start);
        sorted[start..].iter().take_while(|entry| entry.0 == b).for_each(|entry| bucket.add(entry.1));
        bytes.extend(bucket.to_bytes());
    }
    sorted.iter().for_each(|entry| bytes.extend(&entry.1.to_le_bytes()[..width]));
    sorted.iter().for_each(|entry| bytes.extend(&entry.3.to_le_bytes()[..value_width]));
    Ok(bytes)
}

/// By what the entries of a table of this size are sorted.
#[cfg(any(test, feature = "training"))]
pub fn order(key_width: KeyWidth, entries: usize) -> impl Fn(u32) -> (usize, u32) {
    let bits = bits_for(entries);
    let width = key_width.bytes(bits);
    move |hash| (bucket(hash, bits), stored(hash, width))
}

/// Some four entries a bucket; with 8 bits told, three bytes of an exact key are left.
#[cfg(any(test, feature = "training"))]
fn bits_for(entries: usize) -> u32 {
    (entries.max(4) / 4).ilog2().max(8)
}

fn bucket(hash: u32, bits: u32) -> usize {
    (u64::from(hash) << bits >> 32) as usize
}

/// The part of a hash that is stored: the lower bits, which the bucket does not tell.
#[cfg(any(test, feature = "training"))]
const fn stored(hash: u32, width: usize) -> u32 {
    hash & (u32::MAX >> (32 - 8 * width))
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |all, &byte| all << 8 | u32::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::hash_lower;

    #[test]
    fn what_was_written_is_found_and_nothing_else() {
        let entries: Vec<_> = (0..5_000).map(|i| (hash_lower(&format!("word{i}")), i)).collect();
        let bytes = write(&entries, KeyWidth::Exact, 3).unwrap();
        let table = Table::try_read(&bytes).unwrap();
        assert!(entries.iter().all(|&(hash, value)| table.get(hash) == Some(value)));
        assert!((0..5_000).all(|i| table.get(hash_lower(&format!("other{i}"))).is_none()));
    }

    #[test]
    fn a_bucket_tells_ends_that_no_key_has() {
        let mut bucket = Bucket::after(7);
        assert!((0..u32::BITS).all(|end| !bucket.may_hold(end)));
        bucket.add(3);
        bucket.add(0xAB_0000 | 40);
        assert!([3, 35, 8, 40, 0xAB_0028].into_iter().all(|key| bucket.may_hold(key)), "five bits are looked at");
        assert!([0, 4, 7, 31].into_iter().all(|key| !bucket.may_hold(key)));
        let read = Bucket::of_bytes(bucket.to_bytes());
        assert_eq!((read.start(), read.ends), (7, 1 << 3 | 1 << 8));
    }

    #[test]
    fn collisions_are_refused() {
        assert_eq!(write(&[(7, 1), (7, 2)], KeyWidth::Exact, 1), Err(7));
    }

    #[test]
    fn bytes_that_do_not_fit_together_are_refused() {
        let bytes = write(&[(7, 1), (8, 2)], KeyWidth::Two, 1).unwrap();
        assert!(Table::try_read(&bytes[..bytes.len() - 1]).is_none());
        assert!(Table::try_read(&[]).is_none());
        assert!(Table::read(&[1, 2, 3]).get(7).is_none());
    }
}
