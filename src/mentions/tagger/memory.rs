//! Sums of features that few things decide, which come again and again, in one text and in the next: each is added up once
//! and remembered for a while. Nothing of a text is kept but hashes of its words.

use super::{
    context::Context,
    features::{self, Listed, Manner, Shapes, Sink, Surroundings},
    phrases::Match,
    spelling_features::{self, Look, PLACES, PlaceSink, Usage},
    word_features::Spelling,
};
use crate::model::{Sums, Weights, feature_hash};

/// What spellings, and the surroundings of a word, say under the weights of one model, as far as it was added up before.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    spellings: Remembered<Spelling, PlaceSums, 4096>,
    shared: Shared,
    shapes: Remembered<Shapes, Sums, 512>,
    lists: Remembered<Listed, Sums, 512>,
    manners: Remembered<Manner, Sums, 512>,
}

impl Memory {
    /// What a spelling says of the words around it, wherever it occurs.
    pub(super) fn of_spelling(&mut self, spelling: &Spelling, weights: &Weights) -> PlaceSums {
        let Memory { spellings, shared, .. } = self;
        match spelling.known.clusters {
            // What the model does not know will hardly come again.
            [0, ..] => shared.of_spelling(spelling, weights),
            _ => *spellings.of(spelling, spelling.exact, || shared.of_spelling(spelling, weights)),
        }
    }

    /// Adds what the surroundings of a word say of it.
    pub(super) fn add(&mut self, s: &Surroundings, context: &Context, weights: &Weights, sums: &mut Sums) {
        let (shapes, lists, manner) = (Shapes::of(s), Listed::of(s), Manner::of(s, context));
        let slot = number(shapes.0);
        sums.add(self.shapes.of(&shapes, slot, || added(weights, |sink| shapes.features(sink))));
        let slot = number(lists.0.map(Match::value));
        sums.add(self.lists.of(&lists, slot, || added(weights, |sink| lists.features(sink))));
        let slot = number([manner.shape, manner.list.value(), manner.facts << 1 | u32::from(manner.heading)]);
        sums.add(self.manners.of(&manner, slot, || added(weights, |sink| manner.features(sink))));
        features::of_clusters(s, manner.facts, &mut |feature| weights.add(feature, sums));
    }
}

/// What something says of the word at every place around it.
pub(super) type PlaceSums = [Sums; PLACES];

/// What spellings have in common.
#[derive(Debug, Default)]
struct Shared {
    usages: Remembered<Usage, PlaceSums, 1024>,
    looks: Remembered<Look, PlaceSums, 256>,
}

impl Shared {
    fn of_spelling(&mut self, spelling: &Spelling, weights: &Weights) -> PlaceSums {
        let (usage, look) = (Usage::of(spelling), Look::of(spelling));
        let mut adder = PlaceAdder { weights, sums: PlaceSums::default() };
        spelling_features::of_letters(spelling, &mut adder);
        let slot = number([usage.clusters[0].into(), usage.short_shape]);
        adder.add_all(self.usages.of(&usage, slot, || PlaceAdder::added(weights, |sink| usage.features(sink))));
        let slot = number([look.lists.into(), look.classes, look.short_shape]);
        adder.add_all(self.looks.of(&look, slot, || PlaceAdder::added(weights, |sink| look.features(sink))));
        adder.sums
    }
}

/// Adds up what features say that are seen from the places around a word.
struct PlaceAdder<'w> {
    weights: &'w Weights,
    sums: PlaceSums,
}

impl<'w> PlaceAdder<'w> {
    /// What some features say together.
    fn added(weights: &'w Weights, features: impl FnOnce(&mut PlaceAdder)) -> PlaceSums {
        let mut adder = PlaceAdder { weights, sums: PlaceSums::default() };
        features(&mut adder);
        adder.sums
    }

    fn add_all(&mut self, more: &PlaceSums) {
        self.sums.iter_mut().zip(more).for_each(|(sums, more)| sums.add(more));
    }
}

impl PlaceSink for PlaceAdder<'_> {
    fn add(&mut self, place: usize, template: u32, value: u32) {
        self.weights.add(spelling_features::place_feature(place, template, value), &mut self.sums[place]);
    }
}

/// A number that tells most keys apart.
fn number<const N: usize>(parts: [u32; N]) -> u32 {
    parts.into_iter().fold(0, |number, part| number.wrapping_mul(31) ^ part)
}

/// Adds up what features say.
struct Adder<'w> {
    weights: &'w Weights,
    sums: Sums,
}

impl Sink for Adder<'_> {
    fn add(&mut self, feature: u32) {
        self.weights.add(feature, &mut self.sums);
    }
}

/// What some features say together.
fn added(weights: &Weights, features: impl FnOnce(&mut Adder)) -> Sums {
    let mut adder = Adder { weights, sums: Sums::default() };
    features(&mut adder);
    adder.sums
}

/// The last values by what decides them; each has one of so many slots, from which the next one that belongs there drives
/// it out.
#[derive(Debug)]
struct Remembered<K, V, const SLOTS: usize> {
    /// For every slot one more than the number of what stands there; 0 where nothing does.
    slots: Vec<u16>,
    known: Vec<(K, V)>,
}

impl<K, V, const SLOTS: usize> Default for Remembered<K, V, SLOTS> {
    fn default() -> Remembered<K, V, SLOTS> {
        Remembered { slots: vec![0; SLOTS], known: Vec::with_capacity(SLOTS) }
    }
}

impl<K: Clone + PartialEq, V, const SLOTS: usize> Remembered<K, V, SLOTS> {
    /// The value of a key, whose slot follows from a number.
    fn of(&mut self, key: &K, number: u32, work_out: impl FnOnce() -> V) -> &V {
        let slot = &mut self.slots[feature_hash(0, number) as usize % SLOTS];
        let at = match slot.checked_sub(1) {
            Some(at) => usize::from(at),
            None => {
                self.known.push((key.clone(), work_out()));
                *slot = self.known.len() as u16;
                return &self.known[self.known.len() - 1].1;
            }
        };
        let known = &mut self.known[at];
        if known.0 != *key {
            *known = (key.clone(), work_out());
        }
        &known.1
    }
}
