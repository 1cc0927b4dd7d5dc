//! The weights of the names tagger: a row of small codes for every feature, and the weights of transitions.
//!
//! Layout: codebook (16 f32), transitions (`STATES` x `STATES` f32, from row to column), confidence by margin
//! (`CONFIDENCES` bytes, in 255ths), an [`Index`], then for every row half a byte for every state, even states in the
//! lower half. All little-endian.

use super::index::Index;
use crate::Error;

/// The labels of the tagger, with room to spare so that rows are whole bytes.
pub const STATES: usize = 16;
/// The levels of a quantised weight.
pub const LEVELS: usize = 16;
/// The steps of margin at which confidence was measured.
pub const CONFIDENCES: usize = 32;
const ROW: usize = STATES / 2;

/// One score for every label.
pub type Scores = [f32; STATES];

/// Scores while they are added up, in whole steps: those of two labels share a number, the odd one in its upper half.
///
/// Sums of such numbers are the numbers of the sums: what the lower half borrows from the upper one, reading gives back.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums([i64; STATES / 2]);

/// How many steps make one.
const STEPS: f32 = 65_536.0;

impl Sums {
    pub(crate) fn add(&mut self, more: &Sums) {
        self.0.iter_mut().zip(&more.0).for_each(|(sum, pair)| *sum = sum.wrapping_add(*pair));
    }

    pub(crate) fn scores(&self) -> Scores {
        let mut scores = Scores::default();
        for (two, &pair) in scores.as_chunks_mut().0.iter_mut().zip(&self.0) {
            let (even, odd) = (pair as i32, (pair.wrapping_add(1 << 31) >> 32) as i32);
            *two = [even as f32 / STEPS, odd as f32 / STEPS];
        }
        scores
    }
}

/// The weights of the tagger, ready to be added up.
pub(crate) struct Weights<'m> {
    /// What each byte of a row stands for.
    pairs: Box<[i64; 256]>,
    pub(crate) transitions: [Scores; STATES],
    confidences: &'m [u8],
    index: Index<'m>,
    rows: &'m [[u8; ROW]],
}

impl<'m> Weights<'m> {
    pub(super) fn read(bytes: &'m [u8]) -> Option<Weights<'m>> {
        let (codes, rest) = bytes.split_at_checked(4 * LEVELS)?;
        let (transitions, rest) = rest.split_at_checked(4 * STATES * STATES)?;
        let (confidences, rest) = rest.split_at_checked(CONFIDENCES)?;
        let (index, rows) = Index::split(rest)?;
        let pairs = pairs(&numbers(codes)?);
        let transitions = square(transitions)?;
        let (rows, rest) = rows.as_chunks();
        let fits = rows.len() == index.rows() && rest.is_empty();
        fits.then_some(Weights { pairs, transitions, confidences, index, rows })
    }

    pub(super) fn check(bytes: &[u8]) -> Result<(), Error> {
        match bytes.is_empty() || Weights::read(bytes).is_some_and(|weights| weights.index.is_sound()) {
            true => Ok(()),
            false => Err(Error::model("its tagger does not fit together")),
        }
    }

    /// Adds the weights of a feature, if it has any.
    #[inline]
    pub(crate) fn add(&self, feature: u32, sums: &mut Sums) {
        let Some(codes) = self.index.get(feature).and_then(|row| self.rows.get(row)) else { return };
        for (sum, &code) in sums.0.iter_mut().zip(codes) {
            *sum = sum.wrapping_add(self.pairs[usize::from(code)]);
        }
    }

    /// How often labels with this margin over the next best ones were right, 0 to 1. A step is a quarter.
    pub(crate) fn confidence(&self, margin: f32) -> f32 {
        let step = ((margin.max(0.0) * 4.0) as usize).min(CONFIDENCES - 1);
        f32::from(self.confidences.get(step).copied().unwrap_or(0)) / 255.0
    }
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

fn square(bytes: &[u8]) -> Option<[Scores; STATES]> {
    let mut rows = [[0.0; STATES]; STATES];
    for (row, bytes) in rows.iter_mut().zip(bytes.chunks_exact(4 * STATES)) {
        *row = numbers(bytes)?;
    }
    Some(rows)
}

fn pairs(codes: &[f32; LEVELS]) -> Box<[i64; 256]> {
    let steps = codes.map(|code| i64::from((code * STEPS).round() as i32));
    Box::new(std::array::from_fn(|byte| (steps[byte / LEVELS] << 32).wrapping_add(steps[byte % LEVELS])))
}
