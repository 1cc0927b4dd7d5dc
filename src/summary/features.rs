//! What is looked at in a sentence, and in how coarse steps.

use crate::model::table_enum;

const SHARES: [f32; 7] = [0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9];
const COUNTS: [f32; 4] = [1.0, 2.0, 3.0, 5.0];
const YES: [f32; 1] = [0.5];

table_enum! {
    /// Something that speaks for or against a sentence, with its name and the values at which the next bin begins, in
    /// ascending order. Its value falls into one of these bins, each with points.
    #[derive(PartialOrd, Ord)]
    pub enum Feature: (&str, &[f32]) {
        /// How many sentences of the story stand before it.
        Position = ("position", &[1.0, 2.0, 3.0, 4.0, 5.0, 7.0, 10.0, 15.0, 25.0, 50.0]),
        /// How many sentences stand before it in its paragraph; -1 where the text has no paragraphs.
        InParagraph = ("in paragraph", &[-0.5, 1.0, 2.0, 4.0]),
        /// Its words, numbers included.
        Length = ("length", &[5.0, 8.0, 11.0, 14.0, 17.0, 20.0, 24.0, 28.0, 33.0, 40.0, 50.0]),
        /// How close its terms are to those of the whole story, beside the closest sentence's 1.
        Central = ("central", &[0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99]),
        /// The share of its terms that stand in other sentences too.
        Recurring = ("recurring", &[0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9]),
        /// How many of the terms it brings up come back later.
        Leads = ("leads", &[1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 11.0]),
        /// The share of the headline's terms that it holds; -1 without a headline.
        Headline = ("headline", &[-0.5, 0.05, 0.15, 0.25, 0.35, 0.5, 0.7]),
        /// The share of its terms that the first sentence holds.
        LikeFirst = ("like the first", &SHARES),
        /// The share of its words in quotation marks.
        Quoted = ("quoted", &[0.02, 0.2, 0.4, 0.6, 0.8, 0.95]),
        /// Whether somebody is reported to say it.
        Reports = ("reports", &YES),
        /// Its numbers.
        Numbers = ("numbers", &COUNTS),
        /// Its months and days of the week.
        Dates = ("dates", &COUNTS),
        /// Whether it asks or exclaims.
        Asks = ("asks", &YES),
        /// Words of the first and second person outside quotation marks.
        Personal = ("personal", &COUNTS),
        /// How it depends on another sentence: not, by a connective, by a reference, as a quotation without a speaker.
        Dependence = ("dependence", &[0.5, 1.5, 2.5]),
        /// Whether it is an item of a list or a paragraph of quoted matter.
        SetOff = ("set off", &YES),
        /// The salience of the names in it, beside the most that one sentence has.
        Salience = ("salience", &[-0.5, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95]),
        /// How many salient people and bodies it is the first to name.
        FirstNames = ("first to name", &COUNTS),
        /// The terms that the chosen sentences lack, as a share of its terms.
        New = ("new", &[0.1, 0.3, 0.45, 0.6, 0.7, 0.8, 0.9, 0.97]),
        /// The terms that it shares with the chosen sentence most like it, as a share of the shorter one's terms.
        Repeats = ("repeats", &[0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7]),
        /// How many people it calls by a short name whom neither it nor a chosen sentence has introduced.
        Unknown = ("unknown people", &COUNTS),
    }
}

impl Feature {
    /// How many features there are.
    pub const COUNT: usize = Feature::ALL.len();
    /// How many of them, the first ones, do not depend on what has been chosen.
    pub const FIXED: usize = Feature::New as usize;

    /// The bin of a value.
    pub fn bin(self, value: f32) -> u8 {
        self.edges().iter().filter(|&&edge| edge <= value).count() as u8
    }

    /// The values at which its second and later bins begin, in ascending order.
    pub const fn edges(self) -> &'static [f32] {
        Feature::ALL[self as usize].1.1
    }
}

/// The bin of every feature, in the order of [`Feature::ALL`].
pub type Bins = [u8; Feature::COUNT];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edges_of_bins_ascend() {
        for (_, (name, edges)) in Feature::ALL {
            assert!(edges.windows(2).all(|pair| pair[0] < pair[1]), "{name}");
        }
    }

    #[test]
    fn a_value_falls_into_the_bin_whose_edge_it_reaches() {
        for (value, bin) in [(0.0, 0), (1.0, 1), (6.9, 5), (7.0, 6), (900.0, 10)] {
            assert_eq!(Feature::Position.bin(value), bin);
        }
    }
}
