//! Why a sentence ranks where it does, in the words of the report.

use super::{
    choose::Choice,
    features::{Bins, Feature},
    scorecard::Scorecard,
};
use crate::{report::Reason, sort};

/// How many reasons are given at most.
const MOST: usize = 3;
/// How many points a reason must be worth beyond the average sentence's.
const WORTH_SAYING: f32 = 0.1;

/// The features behind every reason; at least one of them must be there at all.
const GROUNDS: &[(Reason, &[Feature])] = &[
    (Reason::NearTop, &[Feature::Position]),
    (Reason::Central, &[Feature::Central, Feature::Recurring, Feature::LikeFirst, Feature::Leads]),
    (Reason::Headline, &[Feature::Headline]),
    (Reason::Protagonists, &[Feature::Salience]),
    (Reason::FirstMention, &[Feature::FirstNames]),
    (Reason::Quotes, &[Feature::Quoted, Feature::Reports]),
    (Reason::Numbers, &[Feature::Numbers]),
    (Reason::Dates, &[Feature::Dates]),
    (Reason::Substantial, &[Feature::Length]),
    (Reason::New, &[Feature::New, Feature::Repeats]),
];

/// The points of the average sentence.
pub(super) struct Average([f32; Feature::COUNT]);

impl Average {
    pub(super) fn of(choices: &[Choice], card: Scorecard) -> Average {
        let mut sums = [0.0; Feature::COUNT];
        for choice in choices {
            (0..Feature::COUNT).for_each(|f| sums[f] += points(card, &choice.bins, Feature::ALL[f].0));
        }
        Average(sums.map(|sum| sum / choices.len().max(1) as f32))
    }
}

fn points(card: Scorecard, bins: &Bins, feature: Feature) -> f32 {
    card.points(feature, bins[feature as usize])
}

/// The strongest reasons for a choice, strongest first; `first` says that it opens the story.
pub(super) fn of(choice: &Choice, first: bool, card: Scorecard, average: &Average) -> Vec<Reason> {
    let worth = |features: &[Feature]| {
        features.iter().map(|&f| points(card, &choice.bins, f) - average.0[f as usize]).sum::<f32>()
    };
    let is_so = |reason: Reason, features: &[Feature]| {
        matches!(reason, Reason::NearTop) || features.iter().any(|&f| choice.bins[f as usize] > absent(f))
    };
    let so = GROUNDS.iter().filter(|(reason, features)| is_so(*reason, features));
    let mut found: Vec<_> = so.map(|(reason, features)| (*reason, worth(features))).collect();
    found.retain(|(_, worth)| *worth >= WORTH_SAYING);
    sort::by_key(&mut found, |&(_, worth)| sort::greatest_first(worth).into());
    found.truncate(MOST);
    found
        .into_iter()
        .map(|(reason, _)| if first && reason == Reason::NearTop { Reason::Opens } else { reason })
        .collect()
}

/// The highest bin of a feature that means that there is nothing of it.
fn absent(feature: Feature) -> u8 {
    feature.bin(0.0)
}
