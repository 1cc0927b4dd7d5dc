//! Why a sentence ranks where it does, in the words of the report.

use super::{
    features::{Bins, Feature},
    scorecard::Scorecard,
    select::Choice,
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

#[cfg(test)]
mod tests {
    use super::{super::scorecard::bytes_of, *};

    /// The bins of a sentence that has these values.
    fn bins(values: &[(Feature, f32)]) -> Bins {
        let mut bins: Bins = std::array::from_fn(|feature| Feature::ALL[feature].0.bin(0.0));
        values.iter().for_each(|&(feature, value)| bins[feature as usize] = feature.bin(value));
        bins
    }

    /// What is seen in a sentence, whether it opens the story, and the reasons.
    type Row<'a> = (&'a [(Feature, f32)], bool, &'a [Reason]);

    /// The average sentence is worth 0 here.
    #[test]
    fn what_is_worth_more_than_the_average_is_told_strongest_first() {
        let high = |feature: Feature, points: f32| (feature, feature.bin(900.0), points);
        let bytes = bytes_of(&[
            (Feature::Position, 0, 0.3),
            high(Feature::Numbers, 0.2),
            high(Feature::Dates, 0.4),
            high(Feature::Salience, 0.5),
            high(Feature::Length, 0.05),
            high(Feature::Quoted, -0.5),
        ]);
        let card = Scorecard::in_bytes(&bytes);
        let far = (Feature::Position, 9.0);
        let rows: &[Row] = &[
            (&[], true, &[Reason::Opens]),
            (&[], false, &[Reason::NearTop]),
            (&[far], false, &[]),
            (&[far, (Feature::Numbers, 900.0), (Feature::Dates, 900.0)], false, &[Reason::Dates, Reason::Numbers]),
            (
                &[(Feature::Numbers, 900.0), (Feature::Dates, 900.0), (Feature::Salience, 900.0)],
                true,
                &[Reason::Protagonists, Reason::Dates, Reason::Opens],
            ),
            // Worth too little, or speaking against it.
            (&[far, (Feature::Length, 900.0), (Feature::Quoted, 900.0)], false, &[]),
        ];
        for (values, first, expected) in rows {
            let choice = Choice { candidate: 0, bins: bins(values), points: 0.0 };
            assert_eq!(of(&choice, *first, card, &Average([0.0; Feature::COUNT])), *expected, "{values:?}");
        }
    }

    #[test]
    fn what_every_sentence_has_is_no_reason() {
        let bytes = bytes_of(&[(Feature::Numbers, Feature::Numbers.bin(2.0), 0.4)]);
        let card = Scorecard::in_bytes(&bytes);
        let with = |numbers: f32| Choice { candidate: 0, bins: bins(&[(Feature::Numbers, numbers)]), points: 0.0 };
        let reasons = |choices: &[Choice]| of(&choices[0], false, card, &Average::of(choices, card));
        assert_eq!(reasons(&[with(2.0), with(2.0)]), []);
        assert_eq!(reasons(&[with(2.0), with(0.0)]), [Reason::Numbers]);
    }
}
