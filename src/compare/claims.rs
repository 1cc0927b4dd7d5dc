//! What a story tells that can be right or wrong: a date or an amount with its place.

use super::{
    comparison::{StatementKind, StatementRelation},
    story::Story,
};
use crate::{
    Span,
    model::{ValueKind, Values, phrase_hash},
};
use std::ops::Range;

/// A date or an amount of a story.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    pub(super) span: Span,
    /// Its words among those of the text.
    pub(super) words: Range<usize>,
    /// Its sentence, by its place in the story.
    pub(super) sentence: usize,
    pub(super) measure: Measure,
    /// The least and the greatest that is meant; of dates days since 1970.
    pub(super) from: f64,
    pub(super) to: f64,
    /// The stems of what is counted.
    pub(super) unit: Vec<u32>,
    pub(super) leeway: Option<Leeway>,
}

/// What is measured. Only the same can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    Date,
    /// A date that lies on no day of the calendar, by its words.
    UnplacedDate(u32),
    /// Money, with its currency if that is known.
    Money(Option<u32>),
    Percent,
    Age,
    /// A stretch of time, in days.
    Time,
    Count,
}

/// On which side of a number the true one lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leeway {
    About,
    Over,
    Under,
}

/// Numbers that differ by no more are one that was rounded, if it has fewer digits.
const ROUNDED: f64 = 0.05;
/// How far from the true number one may be that is called inexact.
const INEXACT: f64 = 0.1;
/// How far above "more than 40" the true number may be, and still tell the same.
const BEYOND: f64 = 0.5;
/// Numbers of which one is so many times the other are hardly of one thing.
const UNLIKE: f64 = 20.0;
/// The same of stretches of time: a survey of 26 months is not the decade that it looks back on.
const UNLIKE_TIMES: f64 = 3.0;

impl Claim {
    pub(super) fn kind(&self) -> StatementKind {
        match self.measure {
            Measure::Date | Measure::UnplacedDate(_) => StatementKind::Date,
            _ => StatementKind::Amount,
        }
    }

    /// Whether both can be true, if they are of one thing; nothing where they cannot be compared.
    pub(super) fn relation(&self, other: &Claim) -> Option<StatementRelation> {
        match (self.measure, other.measure) {
            (Measure::UnplacedDate(a), Measure::UnplacedDate(b)) => (a == b).then_some(StatementRelation::Agree),
            (Measure::Date, Measure::Date) => self.date_relation(other),
            (Measure::Money(Some(a)), Measure::Money(Some(b))) if a != b => None,
            (Measure::Money(_), Measure::Money(_)) => self.amount_relation(other),
            (a, b) => {
                if a == b {
                    self.amount_relation(other)
                } else {
                    None
                }
            }
        }
    }

    /// Days that are as exact conflict; of a day and its month neither is wrong.
    fn date_relation(&self, other: &Claim) -> Option<StatementRelation> {
        let overlap = self.from <= other.to && other.from <= self.to;
        let is_as_exact = self.to - self.from < 1.5 * (1.0 + other.to - other.from)
            && other.to - other.from < 1.5 * (1.0 + self.to - self.from);
        match (overlap, is_as_exact) {
            (true, _) => Some(StatementRelation::Agree),
            (false, true) => Some(StatementRelation::Conflict),
            (false, false) => None,
        }
    }

    fn amount_relation(&self, other: &Claim) -> Option<StatementRelation> {
        if self.is_near(other) {
            return Some(StatementRelation::Agree);
        }
        let (low, high) = (self.from.min(other.from), self.to.max(other.to));
        let open = |a: &Claim, b: &Claim| match a.leeway {
            Some(Leeway::Over) => b.from > a.from,
            Some(Leeway::Under) => b.to < a.to,
            _ => false,
        };
        let unlike = if self.measure == Measure::Time { UNLIKE_TIMES } else { UNLIKE };
        let is_comparable = low > 0.0 && high < unlike * low && !open(self, other) && !open(other, self);
        is_comparable.then_some(StatementRelation::Conflict)
    }

    fn is_near(&self, other: &Claim) -> bool {
        let reach = |claim: &Claim| match claim.leeway {
            Some(Leeway::About) => (claim.from * (1.0 - INEXACT), claim.to * (1.0 + INEXACT)),
            Some(Leeway::Over) => (claim.from, claim.to * (1.0 + BEYOND)),
            Some(Leeway::Under) => (claim.from / (1.0 + BEYOND), claim.to),
            None => (claim.from, claim.to),
        };
        let ((low, high), (other_low, other_high)) = (reach(self), reach(other));
        low <= other_high && other_low <= high || self.is_rounded(other) || other.is_rounded(self)
    }

    /// Whether this is the other number with fewer digits.
    fn is_rounded(&self, exact: &Claim) -> bool {
        let mut step = 1.0;
        while self.from % (10.0 * step) == 0.0 && step < self.from {
            step *= 10.0;
        }
        let difference = (self.from - exact.from).abs();
        step > 1.0 && difference <= step / 2.0 && difference <= ROUNDED * exact.from
    }

    /// Whether it is a date of a whole year.
    fn is_year(&self) -> bool {
        self.measure == Measure::Date && self.to - self.from >= 364.0
    }

    /// Whether two numbers of more than a few are less than twice each other.
    pub(super) fn is_of_size(&self, other: &Claim) -> bool {
        const FEW: f64 = 100.0;
        let (low, high) = (self.from.min(other.from), self.to.max(other.to));
        low >= FEW && high < 2.0 * low
    }

    /// How much it tells that another text has the very same: little of a day or of a few things, much of an odd number.
    pub(super) fn telling(&self) -> f32 {
        match (self.kind(), self.digits()) {
            (StatementKind::Date, _) if self.is_year() => 0.3,
            (StatementKind::Date, _) => 0.2,
            (_, 0 | 1) => 0.0,
            (_, 2) if !matches!(self.measure, Measure::Money(_)) => 0.3,
            _ => 0.5,
        }
    }

    /// How many digits it has that are no zeros at its end.
    pub(super) fn digits(&self) -> u32 {
        let mut number = self.from;
        while number >= 10.0 && number % 10.0 == 0.0 {
            number /= 10.0;
        }
        let mut digits = 0;
        while number >= 1.0 && digits < 4 {
            (number, digits) = (number / 10.0, digits + 1);
        }
        digits
    }
}

impl Leeway {
    /// As the words right before a word tell.
    pub(super) fn before(story: &Story, word: usize, values: Values) -> Option<Leeway> {
        const LONGEST: usize = 4;
        let told = |length: usize| {
            let words = &story.words[word.checked_sub(length)?..word];
            values.get(ValueKind::Approximation, phrase_hash(words.iter().map(|word| word.spelling)))
        };
        Some(match (1..=LONGEST).rev().find_map(told)? {
            "over" => Leeway::Over,
            "under" => Leeway::Under,
            _ => Leeway::About,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(days: f64) -> Claim {
        let (span, words, unit) = (Span::default(), 0..1, Vec::new());
        Claim { span, words, sentence: 0, measure: Measure::Time, from: days, to: days, unit, leeway: None }
    }

    #[test]
    fn stretches_of_time_conflict_if_they_are_of_one_size() {
        let relation = |a: f64, b: f64| stretch(a).relation(&stretch(b));
        assert_eq!(relation(22.0 * 30.0, 26.0 * 30.0), Some(StatementRelation::Conflict));
        assert_eq!(relation(3650.0, 26.0 * 30.0), None);
        assert_eq!(relation(14.0, 14.0), Some(StatementRelation::Agree));
    }
}
