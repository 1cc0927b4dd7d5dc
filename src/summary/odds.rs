//! How likely a summary by an editor holds a word of the article, or two words side by side, as learned.
//!
//! The odds of a term are a product: one factor for each property, and 1 / sqrt(1 + n) for the n sentences before the
//! first that holds it, which is set by hand: invented articles cannot teach in what order news is told.

use super::terms::{Terms, WordKind};
use crate::model::{Model, Section, table_enum};

/// The numbers of sentences at which the next bin of a spread begins.
const WORD_SPREADS: [usize; 6] = [2, 3, 4, 5, 7, 10];
const PAIR_SPREADS: [usize; 4] = [2, 3, 4, 6];

table_enum! {
    /// A property of a term or pair, with the number of values that it can have; each value has a factor.
    pub enum Property: usize {
        /// That it is a term of an article at all.
        Word = 1,
        /// What sort of word it is.
        Kind = WordKind::COUNT,
        /// How many sentences hold it, in bins.
        Spread = WORD_SPREADS.len() + 1,
        /// The same for function words.
        FunctionSpread = WORD_SPREADS.len() + 1,
        /// Whether the headline, if there is one, lacks or holds it.
        Headline = 2,
        /// The same for function words.
        FunctionHeadline = 2,
        /// That it is a pair at all.
        Pair = 1,
        /// What sorts of words its two terms are.
        PairKinds = WordKind::COUNT * WordKind::COUNT,
        /// How many sentences hold it, in bins.
        PairSpread = PAIR_SPREADS.len() + 1,
        /// The spread of that of its terms that fewer sentences hold.
        PairRarerSpread = WORD_SPREADS.len() + 1,
        /// Whether the headline, if there is one, lacks or holds it.
        PairHeadline = 2,
    }
}

/// How many factors there are.
pub const FACTORS: usize = place(Property::ALL.len());

/// Where the factors of a property begin.
const fn place(property: usize) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < property {
        sum += Property::ALL[at].1;
        at += 1;
    }
    sum
}

/// Where the factors of every property begin.
const PLACES: [usize; Property::ALL.len()] = {
    let (mut places, mut at) = ([0; Property::ALL.len()], 0);
    while at < places.len() {
        places[at] = place(at);
        at += 1;
    }
    places
};

/// The place of the factor of a value of a property.
pub const fn factor(property: Property, value: usize) -> usize {
    PLACES[property as usize] + value
}

/// What is known of a term or pair: the places of its factors, and the sentences before the first that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    factors: [Option<u8>; MOST_FACTORS],
    /// How many sentences stand before the first that holds it.
    pub before: u32,
}

/// How many properties of one term or pair are looked at.
const MOST_FACTORS: usize = 5;

impl Evidence {
    /// The places of its factors.
    pub fn factors(&self) -> impl Iterator<Item = usize> {
        self.factors.iter().flatten().map(|&place| usize::from(place))
    }

    fn new(values: [Option<(Property, usize)>; MOST_FACTORS], holders: &[u32]) -> Evidence {
        let factors = values.map(|value| value.map(|(property, value)| factor(property, value) as u8));
        Evidence { factors, before: holders.first().copied().unwrap_or(0) }
    }
}

impl Terms {
    /// What is known of every term.
    pub(super) fn word_evidence(&self) -> impl Iterator<Item = Evidence> {
        self.words.holders.iter().enumerate().map(|(term, holders)| {
            let kind = self.kinds[term];
            let (spread, headline) = match kind {
                WordKind::Function => (Property::FunctionSpread, Property::FunctionHeadline),
                _ => (Property::Spread, Property::Headline),
            };
            let held = self.headline.as_ref().map(|h| h.words[term]);
            let values = [
                Some((Property::Word, 0)),
                Some((Property::Kind, kind as usize)),
                Some((spread, bin(&WORD_SPREADS, holders.len()))),
                held.map(|held| (headline, usize::from(held))),
                None,
            ];
            Evidence::new(values, holders)
        })
    }

    /// What is known of every pair.
    pub(super) fn pair_evidence(&self) -> impl Iterator<Item = Evidence> {
        let spreads: Vec<usize> = self.words.holders.iter().map(|holders| bin(&WORD_SPREADS, holders.len())).collect();
        self.parts.iter().zip(self.pairs.holders.iter()).enumerate().map(move |(pair, (parts, holders))| {
            let [first, second] = parts.map(|term| self.kinds[term as usize] as usize);
            let [a, b] = parts.map(|term| spreads[term as usize]);
            let held = self.headline.as_ref().map(|h| h.pairs[pair]);
            let values = [
                Some((Property::Pair, 0)),
                Some((Property::PairKinds, WordKind::COUNT * first + second)),
                Some((Property::PairSpread, bin(&PAIR_SPREADS, holders.len()))),
                Some((Property::PairRarerSpread, a.min(b))),
                held.map(|held| (Property::PairHeadline, usize::from(held))),
            ];
            Evidence::new(values, holders)
        })
    }
}

fn bin(edges: &[usize], value: usize) -> usize {
    edges.iter().take_while(|&&edge| edge <= value).count()
}

/// The chances that an editor's summary holds what the article holds, 0 to 1.
#[derive(Debug, Default)]
pub(crate) struct Chances {
    /// For every term.
    pub(super) words: Vec<f32>,
    /// For every pair.
    pub(super) pairs: Vec<f32>,
}

impl Chances {
    /// The chances by the factors of a model; without factors if the model was made for other properties.
    pub(super) fn of(terms: &Terms, model: &Model) -> Chances {
        let (factors, rest) = model.section(Section::Summary).as_chunks();
        Chances::by(terms, if factors.len() == FACTORS && rest.is_empty() { factors } else { &[] })
    }

    /// The chances by some factors.
    pub(super) fn by(terms: &Terms, factors: &[[u8; 4]]) -> Chances {
        Chances {
            words: terms.word_evidence().map(|evidence| chance(factors, &evidence)).collect(),
            pairs: terms.pair_evidence().map(|evidence| chance(factors, &evidence)).collect(),
        }
    }
}

fn chance(factors: &[[u8; 4]], evidence: &Evidence) -> f32 {
    let learned = evidence.factors().filter_map(|place| factors.get(place));
    let odds: f32 = learned.map(|&bytes| f32::from_le_bytes(bytes)).product();
    let odds = odds * early(evidence.before);
    odds / (1.0 + odds)
}

/// What the place of its first sentence does to the odds of a term.
pub fn early(before: u32) -> f32 {
    1.0 / (1.0 + before as f32).sqrt()
}

/// The bytes of the section: every factor.
#[cfg(feature = "training")]
pub fn pack(factors: &[f32; FACTORS]) -> Vec<u8> {
    factors.iter().flat_map(|factor| factor.to_le_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_model_has_factors_for_these_properties() {
        assert_eq!(
            Model::built_in().section(Section::Summary).len(),
            4 * FACTORS,
            "run: cargo run -p train -- summary"
        );
    }

    #[test]
    fn every_value_of_every_property_has_a_place_of_its_own() {
        let places = Property::ALL.iter().flat_map(|&(property, values)| (0..values).map(move |v| factor(property, v)));
        assert!(places.eq(0..FACTORS));
    }

    #[test]
    fn the_odds_are_the_product_of_the_factors() {
        let mut factors = [[0; 4]; FACTORS];
        factors[factor(Property::Word, 0)] = 0.5f32.to_le_bytes();
        factors[factor(Property::Kind, 1)] = 6.0f32.to_le_bytes();
        let values = [Some((Property::Word, 0)), Some((Property::Kind, 1)), None, None, None];
        for (holders, chance_) in [(&[0, 4][..], 3.0 / 4.0), (&[3], 1.5 / 2.5)] {
            assert_eq!(chance(&factors, &Evidence::new(values, holders)), chance_);
        }
        assert_eq!(chance(&[], &Evidence::new(values, &[0])), 0.5);
    }
}
