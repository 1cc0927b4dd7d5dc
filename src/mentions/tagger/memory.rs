//! Sums of features that few things decide, which come again and again: each is added up once and remembered for a while.

use super::{
    context::Context,
    features::{self, Listed, Manner, Shapes, Sink, Surroundings},
    phrases::Match,
};
use crate::model::{Sums, Weights, feature_hash};

/// What the surroundings of a word say, as far as it was added up before.
#[derive(Default)]
pub(super) struct Memory {
    shapes: Remembered<Shapes>,
    lists: Remembered<Listed>,
    manners: Remembered<Manner>,
}

impl Memory {
    /// Adds what the surroundings of a word say of it.
    pub(super) fn add(&mut self, s: &Surroundings, context: &Context, weights: &Weights, sums: &mut Sums) {
        let (shapes, lists, manner) = (Shapes::of(s), Listed::of(s), Manner::of(s, context));
        let place = number(shapes.0);
        sums.add(self.shapes.of(shapes, place, || added(weights, |sink| shapes.features(sink))));
        let place = number(lists.0.map(Match::value));
        sums.add(self.lists.of(lists, place, || added(weights, |sink| lists.features(sink))));
        let place = number([manner.shape, manner.list.value(), manner.facts << 1 | u32::from(manner.heading)]);
        sums.add(self.manners.of(manner, place, || added(weights, |sink| manner.features(sink))));
        features::of_clusters(s, manner.facts, &mut |feature| weights.add(feature, sums));
    }
}

/// A number that tells most keys apart.
fn number<const N: usize>(parts: [u32; N]) -> u32 {
    parts.into_iter().fold(0, |number, part| number.wrapping_mul(31) ^ part)
}

/// Adds up what features say.
pub(super) struct Adder<'w> {
    weights: &'w Weights,
    sums: Sums,
}

impl Sink for Adder<'_> {
    fn add(&mut self, feature: u32) {
        self.weights.add(feature, &mut self.sums);
    }
}

/// What some features say together.
pub(super) fn added(weights: &Weights, features: impl FnOnce(&mut Adder)) -> Sums {
    let mut adder = Adder { weights, sums: Sums::default() };
    features(&mut adder);
    adder.sums
}

/// The last sums by what decides them; each has one place, from which the next one that belongs there drives it out.
struct Remembered<K>(Vec<Option<(K, Sums)>>);

impl<K> Default for Remembered<K> {
    fn default() -> Remembered<K> {
        Remembered((0..PLACES).map(|_| None).collect())
    }
}

/// How many sums are remembered.
const PLACES: u32 = 512;

impl<K: PartialEq> Remembered<K> {
    /// The sums of a key, whose place follows from a number.
    fn of(&mut self, key: K, number: u32, add_up: impl FnOnce() -> Sums) -> &Sums {
        let place = &mut self.0[(feature_hash(0, number) % PLACES) as usize];
        if place.as_ref().is_some_and(|(known, _)| *known != key) {
            *place = None;
        }
        &place.get_or_insert_with(|| (key, add_up())).1
    }
}
