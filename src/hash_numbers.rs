//! Hashes numbered in the order in which they come: what is known of each can then stand in a list.

/// The numbers of some hashes of words. Open addressing: a slot holds a hash and its number plus one, or 0.
pub(crate) struct HashNumbers {
    slots: Vec<[u32; 2]>,
    count: u32,
}

/// Hashes made to collide must not make filing slow: after so many steps a hash is numbered anew.
const MAX_PROBES: usize = 32;

impl HashNumbers {
    pub(crate) fn new() -> HashNumbers {
        const SLOTS: usize = 256;
        HashNumbers { slots: vec![[0; 2]; SLOTS], count: 0 }
    }

    /// The number of a hash that has one.
    pub(crate) fn get(&self, hash: u32) -> Option<u32> {
        self.slots[self.slot(hash)?][1].checked_sub(1)
    }

    /// The number of a hash, perhaps a new one.
    pub(crate) fn number(&mut self, hash: u32) -> u32 {
        self.get(hash).unwrap_or_else(|| self.number_anew(hash))
    }

    /// A new number for a hash, in place of the one that it has, if any.
    pub(crate) fn number_anew(&mut self, hash: u32) -> u32 {
        // Half of the slots stay free, so that most hashes stand at home.
        if self.count as usize * 2 >= self.slots.len() {
            let filed = std::mem::take(&mut self.slots);
            self.slots = vec![[0; 2]; filed.len() * 2];
            filed.into_iter().filter(|[_, number]| *number > 0).for_each(|slot| self.place(slot));
        }
        self.count += 1;
        self.place([hash, self.count]);
        self.count - 1
    }

    /// Files a hash with its number, in place of the one at its home if there is no room nearby.
    fn place(&mut self, slot: [u32; 2]) {
        let at = self.slot(slot[0]).unwrap_or(slot[0] as usize & (self.slots.len() - 1));
        self.slots[at] = slot;
    }

    /// The slot that holds a hash, or the free one for it.
    fn slot(&self, hash: u32) -> Option<usize> {
        let mask = self.slots.len() - 1;
        let mut near = (0..MAX_PROBES).map(|probe| (hash as usize + probe) & mask);
        near.find(|&slot| self.slots[slot][0] == hash || self.slots[slot][1] == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_keep_their_numbers() {
        let hash = |number: u32| number.wrapping_mul(0x9E37_79B9);
        let mut numbers = HashNumbers::new();
        for number in 0..1000 {
            assert_eq!(numbers.get(hash(number)), None);
            assert_eq!(numbers.number(hash(number)), number);
        }
        assert!((0..1000).all(|number| numbers.number(hash(number)) == number));
    }

    #[test]
    fn a_hash_may_be_nothing() {
        let mut numbers = HashNumbers::new();
        assert_eq!((numbers.get(0), numbers.get(256)), (None, None));
        assert_eq!((numbers.number(256), numbers.number(0), numbers.number(256)), (0, 1, 0));
        assert_eq!((numbers.get(0), numbers.get(512)), (Some(1), None));
    }

    #[test]
    fn a_new_number_takes_the_place_of_the_old_one() {
        let mut numbers = HashNumbers::new();
        assert_eq!((numbers.number(5), numbers.number_anew(5), numbers.number(5), numbers.number(6)), (0, 1, 1, 2));
        (3..1000).for_each(|number| assert_eq!(numbers.number_anew(5), number));
        assert_eq!((numbers.get(5), numbers.get(6)), (Some(999), Some(2)), "also after it grew");
    }

    #[test]
    fn hashes_that_collide_are_numbered_anew() {
        let mut numbers = HashNumbers::new();
        (0..1000).for_each(|high| assert_eq!(numbers.number(high << 16), high));
        assert_eq!(numbers.number(999 << 16), 999, "the last one is found at its home");
    }
}
