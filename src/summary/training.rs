//! What the trainer shares with the ranking: what is known of every term, and the same way of choosing.

pub use super::candidates::Candidates;
pub use super::odds::{Evidence, FACTORS, Property, early, factor, pack};
use super::{odds::Chances, select, terms::Terms};
pub use crate::text::stem;
use crate::{Span, tokens::Reading};

impl Candidates {
    /// The places of the sentences in the text, in bytes.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.list.iter().map(|candidate| candidate.span)
    }

    /// For every term, and for every pair of terms, what is known of it.
    pub fn evidence(&self) -> [Vec<Evidence>; 2] {
        [self.terms.word_evidence().collect(), self.terms.pair_evidence().collect()]
    }

    /// For every term, and for every pair, whether another text holds it, too.
    pub fn held_by(&self, other: &Words) -> [Vec<bool>; 2] {
        let has = |stem: u32| other.0.stems.binary_search(&stem).ok().map(|term| term as u32);
        let both = |[a, b]: [u32; 2]| Some([has(self.terms.stems[a as usize])?, has(self.terms.stems[b as usize])?]);
        let words = self.terms.stems.iter().map(|&stem| has(stem).is_some());
        let pairs =
            self.terms.parts.iter().map(|&pair| both(pair).is_some_and(|p| other.0.parts.binary_search(&p).is_ok()));
        [words.collect(), pairs.collect()]
    }

    /// The order in which the sentences are chosen with some factors.
    pub fn order(&self, factors: &[f32; FACTORS]) -> Vec<usize> {
        let chances = Chances::by(&self.terms, &factors.map(f32::to_le_bytes));
        select::order(self, &chances).iter().map(|choice| choice.candidate).collect()
    }
}

/// The terms and pairs of a text.
#[derive(Debug)]
pub struct Words(Terms);

impl Words {
    pub(crate) fn read(reading: Reading) -> Words {
        Words(Terms::read(reading, &reading.tokens.sentences.iter().collect::<Vec<_>>()))
    }
}
