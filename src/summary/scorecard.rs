//! How many points every bin of every feature is worth, as learned.

use super::features::{Bins, Feature};
use crate::model::{Model, Section};

/// Points are stored as whole hundredths.
const STEP: f32 = 0.01;

/// The points of every bin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scorecard<'m> {
    /// Two bytes a bin, feature after feature.
    bytes: &'m [u8],
}

impl<'m> Scorecard<'m> {
    /// One that gives no points.
    #[cfg(test)]
    pub(super) const NONE: Scorecard<'static> = Scorecard { bytes: &[] };

    /// The scorecard of a model; one without points if the model was made for other features.
    pub(super) fn of(model: &'m Model) -> Scorecard<'m> {
        let bytes = model.section(Section::Summary);
        Scorecard { bytes: if bytes.len() == LENGTH { bytes } else { &[] } }
    }

    /// The card in these bytes.
    #[cfg(test)]
    pub(super) const fn in_bytes(bytes: &'m [u8]) -> Scorecard<'m> {
        Scorecard { bytes }
    }

    /// The points of one bin; 0 if the model has none.
    pub(super) fn points(self, feature: Feature, bin: u8) -> f32 {
        let at = 2 * (first_bin(feature) + usize::from(bin));
        self.bytes.get(at..at + 2).map_or(0.0, |b| f32::from(i16::from_le_bytes([b[0], b[1]])) * STEP)
    }

    /// The points of the features of a range, added up.
    pub(super) fn total(self, bins: &Bins, features: std::ops::Range<usize>) -> f32 {
        features.map(|f| self.points(Feature::ALL[f].0, bins[f])).sum()
    }
}

/// The bytes of a whole scorecard.
const LENGTH: usize = {
    let (mut bins, mut feature) = (0, 0);
    while feature < Feature::COUNT {
        bins += Feature::ALL[feature].0.edges().len() + 1;
        feature += 1;
    }
    2 * bins
};

/// Where the bins of a feature begin.
fn first_bin(feature: Feature) -> usize {
    Feature::ALL[..feature as usize].iter().map(|(_, (_, edges))| edges.len() + 1).sum()
}

/// The bytes of a scorecard with these points, feature after feature.
#[cfg(any(test, feature = "training"))]
pub(super) fn pack(points: &[Vec<f32>]) -> Vec<u8> {
    points.iter().flatten().flat_map(|&p| ((p / STEP).round() as i16).to_le_bytes()).collect()
}

/// The bytes of a scorecard with these points for bins and none for the others.
#[cfg(test)]
pub(super) fn bytes_of(points: &[(Feature, u8, f32)]) -> Vec<u8> {
    let mut all: Vec<Vec<f32>> = Feature::ALL.iter().map(|(_, (_, edges))| vec![0.0; edges.len() + 1]).collect();
    points.iter().for_each(|&(feature, bin, value)| all[feature as usize][usize::from(bin)] = value);
    pack(&all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_model_has_points_for_these_features() {
        assert_eq!(Model::built_in().section(Section::Summary).len(), LENGTH, "run: cargo run -p train -- summary");
    }

    #[test]
    fn what_is_packed_is_found_bin_by_bin() {
        let points: Vec<Vec<f32>> = Feature::ALL.iter().map(|(_, (_, edges))| vec![1.25; edges.len() + 1]).collect();
        let bytes = pack(&points);
        let card = Scorecard { bytes: &bytes };
        assert!(Feature::ALL.iter().all(|(f, (_, edges))| card.points(*f, edges.len() as u8) == 1.25));
        assert_eq!(Scorecard::NONE.points(Feature::Length, 3), 0.0);
    }
}
