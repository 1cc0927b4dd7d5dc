//! Lists of numbers in one piece: which sentences hold which things.

/// Lists of numbers, one after the other.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// For every list the end of its items.
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Rows {
    /// With room for so many items.
    pub(super) fn with_capacity(items: usize) -> Rows {
        Rows { ends: Vec::new(), items: Vec::with_capacity(items) }
    }

    /// Appends a list of numbers that ascend, each once.
    pub(super) fn push_distinct(&mut self, items: impl IntoIterator<Item = u32>) {
        let mut last = None;
        for item in items {
            if last.replace(item) != Some(item) {
                self.items.push(item);
            }
        }
        self.ends.push(self.items.len() as u32);
    }

    /// How many lists there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The list at a place; empty behind the last one.
    pub(super) fn row(&self, at: usize) -> &[u32] {
        let Some(&end) = self.ends.get(at) else { return &[] };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[start as usize..end as usize]
    }

    /// All lists in their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        let mut rest = self.items.as_slice();
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let (row, others) = rest.split_at((end - start) as usize);
            (rest, start) = (others, end);
            row
        })
    }

    /// For every number below `size` the places of the lists that hold it, in ascending order.
    pub(super) fn transposed(&self, size: usize) -> Rows {
        let mut ends = starts(self.items.iter().copied(), size);
        let mut items = vec![0; self.items.len()];
        for (at, row) in (0..).zip(self.iter()) {
            row.iter().for_each(|&item| items[advance(&mut ends, item)] = at);
        }
        Rows { ends, items }
    }
}

/// Items in the order of their numbers, which are below `size`; of equal ones the first comes first.
pub(super) fn ordered<T: Copy + Default>(items: &[T], size: usize, number: impl Fn(&T) -> u32) -> Vec<T> {
    let mut next = starts(items.iter().map(&number), size);
    let mut ordered = vec![T::default(); items.len()];
    items.iter().for_each(|item| ordered[advance(&mut next, number(item))] = *item);
    ordered
}

/// For every number below `size` where the items with it begin once they are put in order.
fn starts(numbers: impl Iterator<Item = u32>, size: usize) -> Vec<u32> {
    let mut counts = vec![0; size];
    numbers.for_each(|number| counts[number as usize] += 1);
    let mut sum = 0;
    for count in &mut counts {
        (*count, sum) = (sum, sum + *count);
    }
    counts
}

/// The place of the next item with a number; those that follow stand behind it.
fn advance(next: &mut [u32], number: u32) -> usize {
    let place = &mut next[number as usize];
    *place += 1;
    *place as usize - 1
}

#[cfg(test)]
impl<const N: usize> From<[&[u32]; N]> for Rows {
    fn from(lists: [&[u32]; N]) -> Rows {
        let mut rows = Rows::default();
        for list in lists {
            rows.items.extend(list);
            rows.ends.push(rows.items.len() as u32);
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_stand_where_they_were_put() {
        let rows = Rows::from([&[3, 1][..], &[], &[2]]);
        assert_eq!(rows.len(), 3);
        assert_eq!([rows.row(0), rows.row(1), rows.row(2), rows.row(3)], [&[3, 1][..], &[], &[2], &[]]);
    }

    #[test]
    fn numbers_are_put_in_order_and_equal_ones_stay() {
        let items = [(3, 'a'), (0, 'b'), (3, 'c'), (1, 'd')];
        assert_eq!(ordered(&items, 4, |item| item.0), [(0, 'b'), (1, 'd'), (3, 'a'), (3, 'c')]);
        let mut rows = Rows::default();
        rows.push_distinct([1, 1, 4, 4, 5]);
        assert_eq!(rows.row(0), [1, 4, 5]);
    }

    #[test]
    fn transposed_lists_say_who_holds_a_number() {
        let holders = Rows::from([&[0, 2][..], &[2], &[]]).transposed(3);
        assert_eq!([holders.row(0), holders.row(1), holders.row(2)], [&[0][..], &[], &[0, 1]]);
    }
}
