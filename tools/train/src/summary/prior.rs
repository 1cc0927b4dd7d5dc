//! What is known of news before anything is learned: the story is told from its most important part on, long sentences
//! and those about what the rest is about say more, and what has been said need not be said again.

use super::Points;
use crate::learn::pooled;
use nutgraf::training::summary::Feature;

/// The way in which the points of a feature must not turn back from bin to bin.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Rising,
    Falling,
    /// Any way.
    Free,
}

fn shape_of(feature: Feature) -> Shape {
    use Feature::*;
    match feature {
        Central | Recurring | Leads | Headline | Salience | FirstNames | New => Shape::Rising,
        Position | Quoted | Asks | Personal | SetOff | Repeats | Unknown => Shape::Falling,
        _ => Shape::Free,
    }
}

/// The points to begin with.
pub(super) fn points() -> Points {
    Feature::ALL.iter().map(|(feature, (_, edges))| beginning(*feature, edges.len() + 1)).collect()
}

fn beginning(feature: Feature, bins: usize) -> Vec<f32> {
    match feature {
        Feature::Position => vec![2.25, 1.95, 1.65, 1.1, 0.7, 0.15, -0.45, -1.2, -1.95, -2.7, -3.3],
        Feature::Length => vec![-1.0, -0.8, -0.6, -0.4, -0.2, 0.0, 0.1, 0.3, 0.4, 0.4, 0.4, 0.3],
        Feature::Central => vec![-0.5, -0.4, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4, 0.5],
        Feature::Headline => vec![0.0, -0.3, -0.2, 0.0, 0.1, 0.3, 0.4, 0.4],
        _ => vec![0.0; bins],
    }
}

/// Whether the points of a feature are kept as known. Invented articles cannot teach in what order news is told.
pub(super) fn is_settled(feature: Feature) -> bool {
    matches!(feature, Feature::Position)
}

/// Brings the points of every feature into its shape: where neighbours stand the wrong way round, both get their mean.
pub(super) fn shape(points: &mut Points) {
    for (feature, bins) in points.iter_mut().enumerate() {
        // A bin for values below 0 means that the feature does not apply.
        let first = usize::from(Feature::ALL[feature].0.edges()[0] < 0.0);
        match shape_of(Feature::ALL[feature].0) {
            Shape::Rising => rise(&mut bins[first..]),
            Shape::Falling => {
                bins[first..].reverse();
                rise(&mut bins[first..]);
                bins[first..].reverse();
            }
            Shape::Free => {}
        }
    }
}

/// The rising sequence nearest to the given one, by pooling neighbours.
fn rise(values: &mut [f32]) {
    let mean = |(a, n): (f32, usize), (b, m): (f32, usize)| ((a * n as f32 + b * m as f32) / (n + m) as f32, n + m);
    let pools = pooled(values.iter().map(|&value| (value, 1)), |a, b| a.0 <= b.0, mean);
    let spread = pools.into_iter().map(|(value, _)| value);
    values.iter_mut().zip(spread).for_each(|(place, value)| *place = value);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_in_the_wrong_order_are_pooled() {
        for (given, wanted) in [
            (vec![1.0, 2.0, 3.0], vec![1.0, 2.0, 3.0]),
            (vec![3.0, 1.0, 2.0], vec![2.0, 2.0, 2.0]),
            (vec![1.0, 3.0, 2.0, 5.0], vec![1.0, 2.5, 2.5, 5.0]),
        ] {
            let mut values = given.clone();
            rise(&mut values);
            assert_eq!(values, wanted, "{given:?}");
        }
    }

    #[test]
    fn there_is_a_point_for_every_bin() {
        for (known, (_, (name, edges))) in points().iter().zip(Feature::ALL) {
            assert_eq!(known.len(), edges.len() + 1, "{name}");
        }
    }
}
