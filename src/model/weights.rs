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

/// The weights of the tagger, ready to be added up.
pub(crate) struct Weights<'m> {
    /// What each byte of a row stands for.
    pairs: Box<[[f32; 2]; 256]>,
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
    pub(crate) fn add(&self, feature: u32, scores: &mut Scores) {
        let Some(codes) = self.index.get(feature).and_then(|row| self.rows.get(row)) else { return };
        for (pair, &code) in scores.chunks_exact_mut(2).zip(codes) {
            let [even, odd] = self.pairs[usize::from(code)];
            pair[0] += even;
            pair[1] += odd;
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

fn pairs(codes: &[f32; LEVELS]) -> Box<[[f32; 2]; 256]> {
    Box::new(std::array::from_fn(|byte| [codes[byte % LEVELS], codes[byte / LEVELS]]))
}
