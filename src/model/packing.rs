//! Tables as they lie in a file: of every bucket only how many entries it has, and by how much each key exceeds the one
//! before it in its bucket, byte by byte. Both pack better; a [`Table`](super::Table) is read from what is
//! unpacked once, when a model is made.
//!
//! Layout: the header of the table, for every bucket how many entries it has (u8), the lowest bytes of all steps from key to
//! key, then the next ones, then what follows the keys.

use super::table::Bucket;

const HEADER: usize = 8;

/// The width of the keys of a table, how many there are, and how many buckets.
fn shape(header: &[u8]) -> Option<(usize, usize, usize)> {
    let (&[bits, width, _, _], count) = header.split_first_chunk()?;
    let entries = u32::from_le_bytes(*count.first_chunk()?) as usize;
    (bits <= 20 && (2..=4).contains(&width)).then_some((usize::from(width), entries, 1 << bits))
}

/// The bytes of a section with its table as it is read; none if they do not fit together.
pub(super) fn unpacked(bytes: &[u8], table: usize) -> Option<Vec<u8>> {
    let (front, rest) = bytes.split_at_checked(table + HEADER)?;
    let (width, entries, buckets) = shape(&front[table..])?;
    let (counts, rest) = rest.split_at_checked(buckets)?;
    let (steps, rest) = rest.split_at_checked(entries.checked_mul(width)?)?;
    if counts.iter().map(|&count| usize::from(count)).sum::<usize>() != entries {
        return None;
    }
    let mut all = front.to_vec();
    all.resize(front.len() + Bucket::BYTES * (buckets + 1), 0);
    let mut entry = 0;
    for (number, &count) in counts.iter().chain([&0]).enumerate() {
        let (mut bucket, mut key) = (Bucket::after(entry), 0_u32);
        for _ in 0..count {
            let step = (0..width).rev().fold(0, |step, byte| step << 8 | u32::from(steps[byte * entries + entry]));
            key = key.wrapping_add(step);
            bucket.add(key);
            all.extend(&key.to_le_bytes()[..width]);
            entry += 1;
        }
        all[front.len()..].as_chunks_mut().0[number] = bucket.to_bytes();
    }
    all.extend(rest);
    Some(all)
}

/// The bytes of a section with its table as it lies in a file; none if they do not fit together.
#[cfg(feature = "training")]
pub(super) fn packed(bytes: &[u8], table: usize) -> Option<Vec<u8>> {
    let (front, rest) = bytes.split_at_checked(table + HEADER)?;
    let (width, entries, buckets) = shape(&front[table..])?;
    let (starts, rest) = rest.split_at_checked(Bucket::BYTES * (buckets + 1))?;
    let (keys, rest) = rest.split_at_checked(entries.checked_mul(width)?)?;
    let starts: Vec<usize> = starts.as_chunks().0.iter().map(|&bytes| Bucket::of_bytes(bytes).start()).collect();
    let key = |entry: usize| (0..width).rev().fold(0, |key, byte| key << 8 | u32::from(keys[entry * width + byte]));
    let (mut all, mut steps) = (front.to_vec(), Vec::new());
    for bucket in starts.windows(2) {
        all.push(u8::try_from(bucket[1].checked_sub(bucket[0])?).ok()?);
        let before = |entry: usize| if entry > bucket[0] { key(entry - 1) } else { 0 };
        steps.extend((bucket[0]..bucket[1]).map(|entry| key(entry).wrapping_sub(before(entry))));
    }
    (0..width).for_each(|byte| all.extend(steps.iter().map(|step| step.to_le_bytes()[byte])));
    all.extend(rest);
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_and_keys_are_added_up() {
        // Two buckets with two entries and one, keys of two bytes, a value of one byte each.
        let file = [7, 1, 2, 1, 0, 3, 0, 0, 0, 2, 1, 4, 1, 9, 0, 1, 0, b'a', b'b', b'c'];
        let first = [0, 0, 0, 0, 1 << 4 | 1 << 5, 0, 0, 0];
        let (second, end) = ([2, 0, 0, 0, 0, 1 << 1, 0, 0], [3, 0, 0, 0, 0, 0, 0, 0]);
        let read = [&[7, 1, 2, 1, 0, 3, 0, 0, 0][..], &first, &second, &end, &[4, 0, 5, 1, 9, 0], b"abc"];
        assert_eq!(unpacked(&file, 1), Some(read.concat()));
        #[cfg(feature = "training")]
        assert_eq!(packed(&read.concat(), 1), Some(file.to_vec()));
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        let file = [1, 2, 1, 0, 3, 0, 0, 0, 2, 1, 4, 1, 9, 0, 1, 0];
        assert!(unpacked(&file, 0).is_some() && unpacked(&[], 0).is_none() && unpacked(&file[..12], 0).is_none());
        for (at, byte) in [(0, 21), (1, 5), (4, 4), (8, 3)] {
            let mut broken = file;
            broken[at] = byte;
            assert!(unpacked(&broken, 0).is_none(), "{at}");
        }
    }
}
