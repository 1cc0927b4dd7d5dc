//! Sixteen levels for all weights, and the bytes of the tagger's section.

use super::crf::Learned;
use nutgraf::training::model::{CONFIDENCES, LEVELS, STATES, Scores};

/// The place of zero among the levels.
const ZERO: usize = 7;

/// Learned weights with their levels.
pub(crate) struct Quantised {
    pub(crate) learned: Learned,
    levels: [f32; LEVELS],
}

/// Rounds every weight to the nearest of the levels that suit them best.
pub(crate) fn quantise(mut learned: Learned) -> Quantised {
    let mut sorted: Vec<f32> = learned.rows.iter().flatten().copied().collect();
    sorted.sort_unstable_by(f32::total_cmp);
    let levels = levels(&sorted);
    learned.rows.iter_mut().flatten().for_each(|weight| *weight = levels[nearest(&levels, *weight)]);
    Quantised { learned, levels }
}

/// Lloyd's algorithm on a line; one level stays zero.
fn levels(sorted: &[f32]) -> [f32; LEVELS] {
    let reach = |share: f32| sorted[(((sorted.len() - 1) as f32) * share) as usize].abs();
    let widest = reach(0.0005).max(reach(0.9995));
    let mut levels: [f32; LEVELS] = std::array::from_fn(|at| (at as f32 - ZERO as f32) / 8.0 * widest);
    for _ in 0..40 {
        let mut sums = [(0.0f64, 0u32); LEVELS];
        for &weight in sorted {
            let sum = &mut sums[nearest(&levels, weight)];
            *sum = (sum.0 + f64::from(weight), sum.1 + 1);
        }
        for (level, (sum, count)) in levels.iter_mut().zip(sums) {
            if *level != 0.0 && count > 0 {
                *level = (sum / f64::from(count)) as f32;
            }
        }
    }
    levels
}

fn nearest(levels: &[f32; LEVELS], weight: f32) -> usize {
    let distance = |at: &usize| (levels[*at] - weight).abs();
    (0..LEVELS).min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or(0)
}

impl Quantised {
    /// The bytes of the section.
    pub(crate) fn bytes(&self, confidences: &[u8; CONFIDENCES]) -> Vec<u8> {
        let levels = (0..LEVELS).map(|code| &self.levels[(code + ZERO) % LEVELS]);
        let numbers = levels.chain(self.learned.transitions.iter().flatten());
        let mut bytes: Vec<u8> = numbers.flat_map(|number| number.to_le_bytes()).collect();
        bytes.extend(confidences);
        bytes.extend(&self.learned.index);
        let rows: Vec<_> = self.learned.rows.iter().map(|row| self.row(row)).collect();
        (0..STATES / 2).for_each(|pair| bytes.extend(rows.iter().map(|row| row[pair])));
        bytes
    }

    fn row(&self, row: &Scores) -> [u8; STATES / 2] {
        // Zero has the code 0, so that rows are mostly zero bytes.
        let code = |weight: f32| (nearest(&self.levels, weight) as u8).wrapping_sub(ZERO as u8) & 15;
        std::array::from_fn(|pair| code(row[2 * pair]) | code(row[2 * pair + 1]) << 4)
    }
}
