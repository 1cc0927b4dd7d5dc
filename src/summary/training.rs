//! What the trainer shares with the ranking: the same features, the same way of choosing.

pub use super::candidates::Candidates;
pub use super::features::{Bins, Feature};
pub use super::terms::stem;
use super::{scorecard, select::Progress};
use crate::Span;

/// The sentences of one text, being chosen one after the other.
#[derive(Debug)]
pub struct Study<'a> {
    candidates: &'a Candidates,
    progress: Progress<'a>,
}

impl<'a> Study<'a> {
    /// A study in which nothing is chosen yet.
    pub fn new(candidates: &'a Candidates) -> Study<'a> {
        Study { candidates, progress: Progress::new(candidates) }
    }

    /// How many sentences there are to choose from.
    pub fn count(&self) -> usize {
        self.candidates.list.len()
    }

    /// The place of a candidate in the text, in bytes.
    pub fn span(&self, candidate: usize) -> Span {
        self.candidates.list[candidate].span
    }

    /// Whether a candidate may be chosen now.
    pub fn is_open(&self, candidate: usize) -> bool {
        self.progress.is_open(candidate)
    }

    /// The bins of a candidate as things stand.
    pub fn bins(&self, candidate: usize) -> Bins {
        self.progress.bins(candidate)
    }

    /// Chooses a candidate.
    pub fn take(&mut self, candidate: usize) {
        self.progress.take(candidate);
    }
}

/// The bytes of the section: the points of every bin, feature after feature.
pub fn pack(points: &[Vec<f32>]) -> Vec<u8> {
    scorecard::pack(points)
}
