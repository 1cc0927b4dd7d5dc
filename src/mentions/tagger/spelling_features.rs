//! The features that a spelling gives to the words around it, wherever it occurs, by what decides them: its letters, or what
//! it shares with many others.

use super::word_features::Spelling;
use crate::{
    model::{feature_hash, phrase_step},
    tokens::AFFIX,
};
use std::ops::RangeInclusive;

/// The places around a word whose spellings are looked at, from two before it to two after it.
pub(super) const PLACES: usize = 5;
/// The place of the word itself.
pub(super) const HERE: usize = 2;
/// Nearer places are looked at more closely.
const NEAR: RangeInclusive<usize> = HERE - 1..=HERE + 1;

/// Templates for one place are numbered from a multiple of this.
const TEMPLATES_OF_PLACE: u32 = 64;
/// The first template behind those of all places.
pub(super) const BEHIND_PLACES: u32 = TEMPLATES_OF_PLACE * PLACES as u32;

/// The templates of a place.
mod template {
    use super::{AFFIX, TEMPLATES_OF_PLACE};

    pub(super) const LOWER: u32 = 0;
    pub(super) const SHORT_SHAPE: u32 = 1;
    pub(super) const MIDDLE: u32 = 2;
    pub(super) const FINE: u32 = 3;
    pub(super) const COARSE: u32 = 4;
    pub(super) const LISTS: u32 = 5;
    pub(super) const CLASSES: u32 = 6;
    pub(super) const ENDING: u32 = 7;
    pub(super) const SHAPE_AND_MIDDLE: u32 = 8;
    pub(super) const EXACT: u32 = 9;
    pub(super) const SHAPE: u32 = 10;
    pub(super) const PREFIXES: u32 = 11;
    pub(super) const SUFFIXES: u32 = PREFIXES + AFFIX as u32;
    pub(super) const SHAPE_AND_ENDING: u32 = SUFFIXES + AFFIX as u32;
    pub(super) const SHAPE_AND_LISTS: u32 = SHAPE_AND_ENDING + 1;
    pub(super) const EACH_LIST: u32 = SHAPE_AND_LISTS + 1;
    pub(super) const EDGE: u32 = TEMPLATES_OF_PLACE - 1;
}

/// Takes features: the place of the word from which they are seen, their template, and what it saw.
pub(super) trait PlaceSink {
    fn add(&mut self, place: usize, template: u32, value: u32);

    /// The same value seen from every place.
    fn add_everywhere(&mut self, template: u32, value: u32) {
        (0..PLACES).for_each(|place| self.add(place, template, value));
    }

    /// The same value, if there is any, seen from every place.
    fn add_some_everywhere(&mut self, template: u32, value: u32) {
        if value != 0 {
            self.add_everywhere(template, value);
        }
    }

    /// The same value seen from the nearer places.
    fn add_near(&mut self, template: u32, value: u32) {
        NEAR.for_each(|place| self.add(place, template, value));
    }

    /// The same value, if there is any, seen from the nearer places.
    fn add_some_near(&mut self, template: u32, value: u32) {
        if value != 0 {
            self.add_near(template, value);
        }
    }

    /// Values, those that there are, each seen by its own template from the place itself.
    fn add_some_here(&mut self, first: u32, values: &[u32]) {
        for (template, &value) in (first..).zip(values).filter(|(_, value)| **value != 0) {
            self.add(HERE, template, value);
        }
    }
}

impl<F: FnMut(usize, u32, u32)> PlaceSink for F {
    fn add(&mut self, place: usize, template: u32, value: u32) {
        self(place, template, value);
    }
}

/// The hash of a feature that is seen from a place.
pub(super) const fn place_feature(place: usize, template: u32, value: u32) -> u32 {
    feature_hash(TEMPLATES_OF_PLACE * place as u32 + template, value)
}

/// The feature of a place outside of the sentence.
pub(super) const fn edge_feature(place: usize) -> u32 {
    place_feature(place, template::EDGE, 0)
}

/// Several things that a template saw, as one.
pub(super) fn join(values: impl IntoIterator<Item = u32>) -> u32 {
    values.into_iter().fold(0x0B5E_55ED, and)
}

/// One thing, as it begins what is joined.
pub(super) fn alone(value: u32) -> u32 {
    join([value])
}

/// The things joined so far, and one more.
pub(super) fn and(joined: u32, value: u32) -> u32 {
    phrase_step(joined, value.wrapping_add(0x9E37_79B9))
}

/// What only the letters of a spelling decide.
pub(super) fn of_letters(spelling: &Spelling, sink: &mut impl PlaceSink) {
    let ending = spelling.suffixes[2];
    sink.add_everywhere(template::LOWER, spelling.lower);
    sink.add_some_near(template::ENDING, ending);
    sink.add(HERE, template::EXACT, spelling.exact);
    sink.add(HERE, template::SHAPE, spelling.shape);
    sink.add_some_here(template::PREFIXES, &spelling.prefixes);
    sink.add_some_here(template::SUFFIXES, &spelling.suffixes);
    sink.add(HERE, template::SHAPE_AND_ENDING, join([spelling.short_shape, ending]));
}

/// How a word is used, and how it is written: its clusters and its short shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Usage {
    pub(super) clusters: [u16; 3],
    pub(super) short_shape: u32,
}

impl Usage {
    pub(super) const fn of(spelling: &Spelling) -> Usage {
        Usage { clusters: spelling.known.clusters, short_shape: spelling.short_shape }
    }

    pub(super) fn features(self, sink: &mut impl PlaceSink) {
        let [fine, middle, coarse] = self.clusters.map(u32::from);
        sink.add_some_everywhere(template::MIDDLE, middle);
        sink.add_some_near(template::FINE, fine);
        sink.add_some_near(template::COARSE, coarse);
        sink.add_near(template::SHAPE_AND_MIDDLE, join([self.short_shape, middle]));
    }
}

/// How a word is written, and in which lists it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) short_shape: u32,
    pub(super) lists: u16,
    pub(super) classes: u32,
}

impl Look {
    pub(super) const fn of(spelling: &Spelling) -> Look {
        Look { short_shape: spelling.short_shape, lists: spelling.known.lists, classes: spelling.classes }
    }

    pub(super) fn features(self, sink: &mut impl PlaceSink) {
        let lists = u32::from(self.lists);
        sink.add_everywhere(template::SHORT_SHAPE, self.short_shape);
        sink.add_some_near(template::LISTS, lists);
        sink.add_some_near(template::CLASSES, self.classes);
        sink.add(HERE, template::SHAPE_AND_LISTS, join([self.short_shape, lists]));
        let each: [u32; u16::BITS as usize] = std::array::from_fn(|list| lists & 1 << list);
        sink.add_some_here(template::EACH_LIST, &each);
    }
}

/// The features that a spelling gives to the word `place - HERE` places before it, in the order of their templates.
#[cfg(feature = "training")]
pub(super) fn at_place(spelling: &Spelling, place: usize) -> Vec<u32> {
    let mut found = Vec::new();
    let mut sink = |from, template, value| {
        if from == place {
            found.push((template, place_feature(place, template, value)));
        }
    };
    of_letters(spelling, &mut sink);
    Usage::of(spelling).features(&mut sink);
    Look::of(spelling).features(&mut sink);
    found.sort_unstable();
    found.into_iter().map(|(_, feature)| feature).collect()
}
