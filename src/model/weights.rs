//! The weights of the names tagger: a row of small codes for every feature, and the weights of transitions.
//!
//! Layout: codebook (16 f32), transitions (`STATES` x `STATES` f32, from row to column), confidence by margin
//! (`CONFIDENCES` bytes, in 255ths), an [`Index`], then half a byte for every state of every row, even states in the lower
//! half: first the bytes of all rows for the first two states, then those for the next two. What two states weigh is much
//! alike in all rows, so that this packs better. All little-endian.

use super::index::Index;

/// The labels of the tagger, with room to spare so that rows are whole bytes.
pub const STATES: usize = 16;
/// The levels of a quantised weight.
pub const LEVELS: usize = 16;
/// The steps of margin at which confidence was measured.
pub const CONFIDENCES: usize = 32;
const ROW: usize = STATES / 2;

/// One score for every label.
pub type Scores = [f32; STATES];

/// Scores while they are added up, in whole steps.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums([i16; STATES]);

/// How many steps make one.
pub(crate) const STEPS: f32 = 512.0;

impl Sums {
    /// Less than anything.
    pub(crate) const LEAST: Sums = Sums([i16::MIN; STATES]);

    /// Adds others, label by label; what 16 bits do not hold is cut to what they do.
    #[inline]
    pub(crate) fn add(&mut self, more: &Sums) {
        self.0.iter_mut().zip(&more.0).for_each(|(sum, step)| *sum = sum.saturating_add(*step));
    }

    /// Scores in whole steps; what 16 bits do not hold is cut to what they do.
    pub(crate) fn of(scores: &Scores) -> Sums {
        Sums(scores.map(|score| (score * STEPS).round() as i16))
    }

    /// To every label what each of the others says of it.
    pub(crate) fn transposed(rows: &[Sums; STATES]) -> [Sums; STATES] {
        std::array::from_fn(|label| Sums(rows.map(|row| row.0[label])))
    }

    /// The steps of a label.
    pub(crate) const fn at(&self, label: usize) -> i16 {
        self.0[label]
    }

    /// The sums of both, label by label.
    #[inline]
    pub(crate) fn plus(&self, more: &Sums) -> Sums {
        let mut sums = *self;
        sums.add(more);
        sums
    }

    /// Raises every label to what a row gives it with so many steps added, where that is more.
    #[inline]
    pub(crate) fn raise_to(&mut self, row: &Sums, steps: i16) {
        for (sum, &other) in self.0.iter_mut().zip(&row.0) {
            *sum = (*sum).max(other.saturating_add(steps));
        }
    }

    /// By how much every label is behind the best one.
    #[inline]
    pub(crate) fn below_best(&self) -> Sums {
        let best = self.largest();
        Sums(self.0.map(|sum| sum.saturating_sub(best)))
    }

    /// Which of so many labels has the largest sum: the first of equals.
    pub(crate) fn best(&self, labels: usize) -> usize {
        let largest = self.of_first(labels).largest();
        self.0.iter().position(|&sum| sum == largest).unwrap_or_default()
    }

    /// By how many steps a label leads the best of the others, of which so many count.
    pub(crate) fn lead(&self, label: usize, labels: usize) -> i32 {
        let mut others = self.of_first(labels);
        others.0[label] = i16::MIN;
        i32::from(self.at(label)) - i32::from(others.largest())
    }

    /// Those of so many labels; the others have the least.
    #[inline]
    fn of_first(&self, labels: usize) -> Sums {
        let mut sums = *self;
        sums.0[labels..].fill(i16::MIN);
        sums
    }

    /// The largest sum, found by halves: eight, four, two comparisons are one each.
    #[inline]
    fn largest(&self) -> i16 {
        let mut sums = self.0;
        let mut half = STATES / 2;
        while half > 0 {
            for at in 0..half {
                sums[at] = sums[at].max(sums[at + half]);
            }
            half /= 2;
        }
        sums[0]
    }
}

/// The weights of the tagger, unpacked so that they are quickly added up: the bucket of a feature tells its row, or that it
/// has none.
#[derive(Debug)]
pub(crate) struct Weights {
    /// From every label to the others.
    pub(crate) transitions: [Sums; STATES],
    confidences: [u8; CONFIDENCES],
    buckets: Vec<Bucket>,
    /// By how many bits a hash is shifted to give its bucket.
    shift: u32,
    rows: Vec<Sums>,
}

/// The rows that hashes with the same upper bits may have.
#[derive(Clone, Debug)]
struct Bucket {
    /// The number of its first row; that of no row if it has none.
    first: u32,
    /// The prints of its rows; in places without a row that of the first.
    prints: [u8; 3],
}

impl Bucket {
    const EMPTY: Bucket = Bucket { first: u32::MAX, prints: [0; 3] };

    /// The bucket whose rows, from the first on, have these prints.
    fn of(first: usize, prints: &[u8]) -> Bucket {
        let prints = match *prints {
            [a] => [a, a, a],
            [a, b] => [a, b, a],
            [a, b, c, ..] => [a, b, c],
            [] => return Bucket::EMPTY,
        };
        Bucket { first: first as u32, prints }
    }

    /// The row of a hash, if it has one.
    fn row(&self, hash: u32) -> Option<usize> {
        let print = hash as u8;
        let at = self.prints.iter().position(|&other| other == print)?;
        Some(self.first as usize + at)
    }
}

impl Weights {
    /// The weights in these bytes, if they fit together.
    pub(super) fn read(bytes: &[u8]) -> Option<Weights> {
        let (codes, rest) = bytes.split_at_checked(4 * LEVELS)?;
        let (transitions, rest) = rest.split_at_checked(4 * STATES * STATES)?;
        let (confidences, rest) = rest.split_first_chunk()?;
        let (index, rest) = Index::split(rest)?;
        if rest.len() != ROW * index.rows() {
            return None;
        }
        index.ranks()?;
        let pairs = pairs(&numbers(codes)?);
        let rows = unpacked(rest, index.rows(), &pairs);
        let mut buckets = vec![Bucket::EMPTY; 1 << index.bits()];
        let mut first = 0;
        for (bucket, count) in index.filled() {
            buckets[bucket] = Bucket::of(first, index.prints().get(first..first + count)?);
            first += count;
        }
        let transitions = square(transitions)?;
        Some(Weights { transitions, confidences: *confidences, buckets, shift: 32 - index.bits(), rows })
    }

    /// Adds the weights of a feature, if it has any. Not inlined: the row is then known to lie apart from the sums, and is
    /// added eight weights at a time.
    #[inline(never)]
    pub(crate) fn add(&self, feature: u32, sums: &mut Sums) {
        let Some(bucket) = self.buckets.get((feature >> self.shift) as usize) else { return };
        if let Some(row) = bucket.row(feature).and_then(|row| self.rows.get(row)) {
            sums.add(row);
        }
    }

    /// How often labels with this margin over the next best ones were right, 0 to 1. A step is a quarter.
    pub(crate) fn confidence(&self, margin: f32) -> f32 {
        let step = ((margin.max(0.0) * 4.0) as usize).min(CONFIDENCES - 1);
        f32::from(self.confidences[step]) / 255.0
    }
}

/// The rows of so many features.
fn unpacked(codes: &[u8], count: usize, pairs: &[[i16; 2]; 256]) -> Vec<Sums> {
    let mut rows = vec![Sums::default(); count];
    for (pair, codes) in codes.chunks_exact(count.max(1)).enumerate() {
        for (row, &code) in rows.iter_mut().zip(codes) {
            row.0.as_chunks_mut().0[pair] = pairs[usize::from(code)];
        }
    }
    rows
}

fn numbers<const N: usize>(bytes: &[u8]) -> Option<[f32; N]> {
    let mut found = [0.0; N];
    for (number, four) in found.iter_mut().zip(bytes.chunks_exact(4)) {
        *number = f32::from_le_bytes(four.try_into().ok()?);
        if !number.is_finite() {
            return None;
        }
    }
    Some(found)
}

fn square(bytes: &[u8]) -> Option<[Sums; STATES]> {
    let mut rows = [Sums::default(); STATES];
    for (row, bytes) in rows.iter_mut().zip(bytes.chunks_exact(4 * STATES)) {
        *row = Sums::of(&numbers(bytes)?);
    }
    Some(rows)
}

/// What each byte of a row stands for: the weights of two labels.
fn pairs(codes: &[f32; LEVELS]) -> [[i16; 2]; 256] {
    let steps = codes.map(|code| (code * STEPS).round() as i16);
    std::array::from_fn(|byte| [steps[byte % LEVELS], steps[byte / LEVELS]])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sums of the first labels; the others have the least.
    fn sums<const N: usize>(first: [i16; N]) -> Sums {
        let mut sums = Sums::LEAST;
        sums.0[..N].copy_from_slice(&first);
        sums
    }

    #[test]
    fn scores_become_whole_steps_and_stay_within_16_bits() {
        let mut scores = [0.0; STATES];
        scores[..4].copy_from_slice(&[1.0, -0.5, 1e6, -1e6]);
        let steps = Sums::of(&scores);
        assert_eq!([0, 1, 2, 3].map(|label| steps.at(label)), [512, -256, i16::MAX, i16::MIN]);
        assert_eq!([0, 2, 3].map(|label| steps.plus(&steps).at(label)), [1024, i16::MAX, i16::MIN]);
    }

    #[test]
    fn labels_are_raised_where_a_row_gives_more() {
        let mut raised = sums([5, 5, 5]);
        raised.raise_to(&sums([1, 3, i16::MAX]), 3);
        assert_eq!([0, 1, 2].map(|label| raised.at(label)), [5, 6, i16::MAX]);
        raised.raise_to(&Sums::LEAST, -1);
        assert_eq!([0, 3].map(|label| raised.at(label)), [5, i16::MIN + 3], "the least and three steps");
    }

    #[test]
    fn the_best_label_is_the_first_of_the_largest_that_count() {
        let five = sums([-9, 4, 4, 7, 8]);
        assert_eq!([1, 2, 3, 4, STATES].map(|labels| five.best(labels)), [0, 1, 1, 3, 4]);
        assert_eq!(Sums::LEAST.best(STATES), 0);
        let behind = five.below_best();
        assert_eq!([0, 1, 4, 5].map(|label| behind.at(label)), [-17, -4, 0, i16::MIN]);
    }

    #[test]
    fn a_label_leads_the_others_or_is_behind_the_best_of_them() {
        let three = sums([2, 9, -1, 100]);
        assert_eq!([0, 1, 2].map(|label| three.lead(label, 3)), [-7, 7, -10]);
        let far = sums([i16::MAX, i16::MIN]);
        assert_eq!(far.lead(0, 2), i32::from(u16::MAX), "more than 16 bits hold");
    }

    #[test]
    fn a_bucket_tells_the_row_of_each_of_its_prints() {
        for prints in [&[7][..], &[7, 9], &[7, 9, 0]] {
            let bucket = Bucket::of(40, prints);
            for (at, &print) in prints.iter().enumerate() {
                assert_eq!(bucket.row(0xABC_D000 | u32::from(print)), Some(40 + at));
            }
            assert_eq!(bucket.row(8), None);
        }
        let none = Bucket::of(40, &[]);
        assert!((0..=255).filter_map(|hash| none.row(hash)).all(|row| row >= u32::MAX as usize), "no row is there");
    }
}
