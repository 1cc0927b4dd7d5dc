//! Lists of numbers in one piece: which sentences hold which things.

/// Lists of numbers, one after the other.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// For every list the end of its items.
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Rows {
    /// Appends a list.
    pub(super) fn push(&mut self, items: impl IntoIterator<Item = u32>) {
        self.items.extend(items);
        self.ends.push(self.items.len() as u32);
    }

    /// Appends a list of numbers that ascend, each once.
    pub(super) fn push_distinct(&mut self, items: impl IntoIterator<Item = u32>) {
        let mut last = None;
        self.push(items.into_iter().filter(|&item| last.replace(item) != Some(item)));
    }

    /// How many lists there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The list at a place; empty behind the last one.
    pub(super) fn row(&self, at: usize) -> &[u32] {
        let Some(&end) = self.ends.get(at) else { return &[] };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[start as usize..end as usize]
    }

    /// For every number below `size` the places of the lists that hold it, in ascending order.
    pub(super) fn transposed(&self, size: usize) -> Rows {
        let mut ends = vec![0; size];
        self.items.iter().for_each(|&item| ends[item as usize] += 1);
        let mut sum = 0;
        for end in &mut ends {
            // For now where the list begins; filling it moves that to its end.
            (*end, sum) = (sum, sum + *end);
        }
        let mut items = vec![0; self.items.len()];
        for at in 0..self.len() {
            for &item in self.row(at) {
                let place = &mut ends[item as usize];
                items[*place as usize] = at as u32;
                *place += 1;
            }
        }
        Rows { ends, items }
    }
}

/// The places of numbers below `size` in the order of the numbers; of equal ones the first comes first.
pub(super) fn order(numbers: Vec<u32>, size: usize) -> Vec<u32> {
    Rows { ends: (1..=numbers.len() as u32).collect(), items: numbers }.transposed(size).items
}

#[cfg(test)]
impl<const N: usize> From<[&[u32]; N]> for Rows {
    fn from(lists: [&[u32]; N]) -> Rows {
        let mut rows = Rows::default();
        lists.iter().for_each(|list| rows.push(list.iter().copied()));
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
        assert_eq!(order(vec![3, 0, 3, 1], 4), [1, 3, 0, 2]);
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
