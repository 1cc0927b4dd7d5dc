//! What is known of summaries before anything is learned: a term counts for the number of sentences that hold it, ten at
//! most; a function word for half of that, a number for more.

use super::Weights;
use nutgraf::training::summary::{FACTORS, Property, factor};

/// The weights to begin with.
pub(super) fn weights() -> Weights {
    let mut weights = [0.0; FACTORS];
    let mut set = |property: Property, values: &[f32]| {
        values.iter().enumerate().for_each(|(value, &times)| weights[factor(property, value)] = times.ln());
    };
    set(Property::Word, &[0.15]);
    set(Property::Pair, &[0.15]);
    // Content, number, function, saying.
    set(Property::Kind, &[1.0, 1.6, 0.5, 1.0]);
    let spreads = [1.0, 2.0, 3.0, 4.0, 5.0, 7.0, 10.0];
    set(Property::Spread, &spreads);
    set(Property::FunctionSpread, &spreads);
    set(Property::PairSpread, &[1.0, 2.0, 3.0, 4.0, 6.0]);
    weights
}

/// How strongly a weight is drawn to its beginning; that of being a term at all, or a pair, is free.
pub(super) fn pull(at: usize, pull: f32) -> f32 {
    if [factor(Property::Word, 0), factor(Property::Pair, 0)].contains(&at) { 0.0 } else { pull }
}

/// Prints the weights, property by property.
pub(super) fn print(weights: &Weights) {
    for &(property, values) in Property::ALL {
        let first = factor(property, 0);
        println!("{property:?}: {:.2?}", &weights[first..first + values]);
    }
}
