//! Numbers filed under numbers, and things joined to groups: every look-up of the comparison is one of these two, which
//! keeps the module small.

use crate::sort;

/// Numbers filed under other numbers, in one sorted list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filed(Vec<(u32, u32)>);

impl Filed {
    /// Pairs of a key and what is filed under it; the same pair twice counts once.
    pub(crate) fn new(mut pairs: Vec<(u32, u32)>) -> Filed {
        sort::by_key(&mut pairs, |&(key, value)| sort::pair(key, value));
        pairs.dedup();
        Filed(pairs)
    }

    /// The pairs of a key, in ascending order of what is filed.
    pub(crate) fn get(&self, key: u32) -> &[(u32, u32)] {
        let first = self.0.partition_point(|pair| pair.0 < key);
        let count = self.0[first..].partition_point(|pair| pair.0 == key);
        &self.0[first..first + count]
    }

    /// The pairs of every key, in ascending order of the keys.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &[(u32, u32)]> {
        self.0.chunk_by(|a, b| a.0 == b.0)
    }
}

/// Things that are joined to groups, each named by its first.
#[derive(Clone, Debug)]
pub(crate) struct Groups {
    first: Vec<u32>,
    /// What the things of a group have, a bit each. No two of a group may have the same.
    marks: Vec<u32>,
}

impl Groups {
    /// Every thing by itself, with what it has.
    pub(crate) fn alone(marks: Vec<u32>) -> Groups {
        Groups { first: (0..marks.len() as u32).collect(), marks }
    }

    /// The group of a thing.
    pub(crate) fn of(&self, mut at: u32) -> u32 {
        while self.first[at as usize] != at {
            at = self.first[at as usize];
        }
        at
    }

    /// Makes one group of two, unless things of both have the same.
    pub(crate) fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.of(a), self.of(b));
        let (first, second) = (a.min(b), a.max(b));
        if first != second && self.marks[first as usize] & self.marks[second as usize] == 0 {
            self.first[second as usize] = first;
            self.marks[first as usize] |= self.marks[second as usize];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_under_their_keys() {
        let filed = Filed::new(vec![(7, 2), (1, 5), (7, 1), (7, 2), (9, 0)]);
        assert_eq!(filed.get(7), [(7, 1), (7, 2)]);
        assert_eq!(filed.get(8), []);
        assert_eq!(filed.groups().map(<[_]>::len).collect::<Vec<_>>(), [1, 2, 1]);
    }

    #[test]
    fn things_of_one_mark_stay_apart() {
        let mut groups = Groups::alone(vec![1, 2, 1, 0]);
        groups.join(1, 0);
        groups.join(2, 1);
        groups.join(3, 2);
        assert_eq!([0, 1, 2, 3].map(|at| groups.of(at)), [0, 0, 2, 2]);
    }
}
