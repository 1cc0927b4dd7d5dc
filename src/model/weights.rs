//! The weights of the names tagger: a row of small codes for every feature, and the weights of transitions.
//!
//! Layout: codebook (16 f32), transitions (`STATES` x `STATES` f32, from row to column), confidence by margin
//! (`CONFIDENCES` bytes, in 255ths), an [`Index`], then for every row half a byte for every state, even states in the
//! lower half. All little-endian.

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
const STEPS: f32 = 512.0;

impl Sums {
    #[inline]
    pub(crate) fn add(&mut self, more: &Sums) {
        self.0.iter_mut().zip(&more.0).for_each(|(sum, step)| *sum = sum.saturating_add(*step));
    }

    /// Unpacks a row.
    fn set(&mut self, codes: &[u8; ROW], pairs: &[[i16; 2]; 256]) {
        for (two, &code) in self.0.as_chunks_mut().0.iter_mut().zip(codes) {
            *two = pairs[usize::from(code)];
        }
    }

    pub(crate) fn scores(&self) -> Scores {
        self.0.map(|sum| f32::from(sum) / STEPS)
    }
}

/// The weights of the tagger, unpacked so that they are quickly added up: the rows of a bucket stand side by side, each with
/// its print.
#[derive(Debug)]
pub(crate) struct Weights {
    pub(crate) transitions: [Scores; STATES],
    confidences: [u8; CONFIDENCES],
    /// The first row of every bucket, or [`NO_ROW`].
    firsts: Vec<u32>,
    /// By how many bits a hash is shifted to give its bucket.
    shift: u32,
    rows: Vec<Row>,
}

const NO_ROW: u32 = u32::MAX;

/// The weights of a feature.
#[derive(Clone, Debug, Default)]
struct Row {
    print: u8,
    /// Whether no other row of its bucket follows.
    ends_bucket: bool,
    weights: Sums,
}

impl Weights {
    /// The weights in these bytes, if they fit together.
    pub(super) fn read(bytes: &[u8]) -> Option<Weights> {
        let (codes, rest) = bytes.split_at_checked(4 * LEVELS)?;
        let (transitions, rest) = rest.split_at_checked(4 * STATES * STATES)?;
        let (confidences, rest) = rest.split_first_chunk()?;
        let (index, rest) = Index::split(rest)?;
        let (codes_of_rows, rest) = rest.as_chunks();
        if codes_of_rows.len() != index.rows() || !rest.is_empty() || !index.is_sound() {
            return None;
        }
        let pairs = pairs(&numbers(codes)?);
        let mut rows = vec![Row::default(); index.rows()];
        for ((row, &print), codes) in rows.iter_mut().zip(index.prints()).zip(codes_of_rows) {
            row.print = print;
            row.weights.set(codes, &pairs);
        }
        let mut firsts = Vec::with_capacity(1 << index.bits());
        let mut next = 0;
        for counts in index.counts() {
            for count in counts.map(usize::from) {
                firsts.push(if count == 0 { NO_ROW } else { next as u32 });
                next += count;
                if count > 0 {
                    rows[next - 1].ends_bucket = true;
                }
            }
        }
        let transitions = square(transitions)?;
        Some(Weights { transitions, confidences: *confidences, firsts, shift: 32 - index.bits(), rows })
    }

    /// Adds the weights of a feature, if it has any. Not inlined: the row is then known to lie apart from the sums, and is
    /// added eight weights at a time.
    #[inline(never)]
    pub(crate) fn add(&self, feature: u32, sums: &mut Sums) {
        let first = self.firsts.get((feature >> self.shift) as usize).copied().unwrap_or(NO_ROW);
        let mut at = first as usize;
        while let Some(row) = self.rows.get(at) {
            if row.print == feature as u8 {
                return sums.add(&row.weights);
            }
            if row.ends_bucket {
                return;
            }
            at += 1;
        }
    }

    /// How often labels with this margin over the next best ones were right, 0 to 1. A step is a quarter.
    pub(crate) fn confidence(&self, margin: f32) -> f32 {
        let step = ((margin.max(0.0) * 4.0) as usize).min(CONFIDENCES - 1);
        f32::from(self.confidences[step]) / 255.0
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

/// What each byte of a row stands for: the weights of two labels.
fn pairs(codes: &[f32; LEVELS]) -> [[i16; 2]; 256] {
    let steps = codes.map(|code| (code * STEPS).round() as i16);
    std::array::from_fn(|byte| [steps[byte % LEVELS], steps[byte / LEVELS]])
}
