//! Why a sentence ranks where it does, in the words of the report.
//!
//! All grounds are measured in the same coin: the chances of the words behind them.

use super::{
    odds::Chances,
    terms::{NO_TERM, Terms},
};
use crate::{
    Span,
    entities::{Entities, Place},
    model::{Class, table_enum},
    report::{EntityId, Form, Quote, Reason},
    tokens::{Reading, SentenceTokens},
};

/// How many reasons are given at most.
const MOST: usize = 3;
/// How much a ground must exceed the average sentence's.
const WORTH_SAYING: f32 = 0.15;
/// What standing among the first sentences is worth as a reason, and how many those are.
const NEAR_TOP: f32 = 1.0;
const TOP: usize = 5;
/// How much each point beyond half of a sentence counts that is new.
const NEW: f32 = 0.3;
/// From this salience on, an entity is what the article is about.
const SALIENT: f32 = 0.3;

table_enum! {
    /// What can speak for a sentence, with the reason that says so and how much each point of it counts: much of every
    /// sentence recurs or is reported, little of it names somebody first.
    enum Ground: (Reason, f32) {
        /// Words that other sentences take up.
        Recurring = (Reason::Central, 0.4),
        /// Words of the headline.
        Headline = (Reason::Headline, 0.7),
        /// Names of people and bodies that the article is about.
        Protagonists = (Reason::Protagonists, 0.7),
        /// The first of those names.
        FirstNames = (Reason::FirstMention, 1.0),
        /// Words that a protagonist says.
        Said = (Reason::Quotes, 0.5),
        /// Numbers.
        Numbers = (Reason::Numbers, 1.0),
        /// Months and days of the week.
        Dates = (Reason::Dates, 1.0),
        /// All its words.
        All = (Reason::Substantial, 0.15),
    }
}

/// For every ground the chances of the words behind it, added up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Grounds([f32; Ground::ALL.len()]);

impl Grounds {
    /// The grounds of every sentence.
    pub(super) fn of_all(
        reading: Reading,
        entities: &Entities,
        quotes: &[Quote],
        sentences: &[&SentenceTokens],
        terms: &Terms,
        chances: &Chances,
    ) -> Vec<Grounds> {
        let mut view = View { reading, entities, quotes, terms, chances, is_named: vec![false; entities.list.len()] };
        sentences.iter().map(|sentence| view.grounds(sentence)).collect()
    }

    /// The mean of the grounds of some sentences.
    pub(super) fn average<'a>(all: impl ExactSizeIterator<Item = &'a Grounds>) -> Grounds {
        let count = all.len().max(1) as f32;
        let mut sums = Grounds::default();
        all.for_each(|grounds| sums.0.iter_mut().zip(grounds.0).for_each(|(sum, ground)| *sum += ground));
        Grounds(sums.0.map(|sum| sum / count))
    }
}

struct View<'a> {
    reading: Reading<'a>,
    entities: &'a Entities,
    quotes: &'a [Quote],
    terms: &'a Terms,
    chances: &'a Chances,
    /// For every entity whether a sentence so far names it.
    is_named: Vec<bool>,
}

impl View<'_> {
    fn grounds(&mut self, sentence: &SentenceTokens) -> Grounds {
        let mut grounds = Grounds::default();
        let mut add = |ground: Ground, chance: f32| grounds.0[ground as usize] += chance;
        for token in sentence.tokens.clone() {
            let Some(term) = self.term(token) else { continue };
            let (chance, kind) = (self.chances.words[term], self.terms.kinds[term]);
            add(Ground::All, chance);
            let grounds = [
                (Ground::Recurring, kind.tells() && self.terms.words.holders.row(term).len() > 1),
                (Ground::Headline, kind.tells() && self.is_in_headline(term)),
                (Ground::Numbers, self.reading.tokens.form(token).shape.has_digit()),
                (Ground::Dates, self.is_date(token)),
            ];
            grounds.iter().filter(|(_, applies)| *applies).for_each(|(ground, _)| add(*ground, chance));
        }
        let entities = self.entities;
        for place in entities.within(sentence.tokens.clone()).iter().filter(|p| is_protagonist(entities, p.entity)) {
            let chance = self.chance_of_name(place);
            add(Ground::Protagonists, chance);
            if place.form == Form::Name && !std::mem::replace(&mut self.is_named[place.entity.0 as usize], true) {
                add(Ground::FirstNames, chance);
            }
        }
        add(Ground::Said, self.said(sentence));
        grounds
    }

    fn term(&self, token: usize) -> Option<usize> {
        let term = self.terms.of_form[self.reading.tokens.tokens[token].form as usize];
        (term != NO_TERM).then_some(term as usize)
    }

    fn is_in_headline(&self, term: usize) -> bool {
        self.terms.headline.as_ref().is_some_and(|headline| headline.words[term])
    }

    fn is_date(&self, token: usize) -> bool {
        let classes = self.reading.tokens.classes(token);
        classes.has(Class::Month) || classes.has(Class::Weekday)
    }

    /// The chances of the words of a name; pronouns and descriptions name nobody.
    fn chance_of_name(&self, place: &Place) -> f32 {
        match place.form {
            Form::Name | Form::Short => self.chance_of(place.tokens.clone()),
            _ => 0.0,
        }
    }

    /// The chances of the words of a sentence that a protagonist says.
    fn said(&self, sentence: &SentenceTokens) -> f32 {
        let after = self.quotes.partition_point(|q| q.parts.last().is_none_or(|p| p.end <= sentence.span.start));
        let is_here = |quote: &&Quote| quote.parts.iter().any(|part| part.overlaps(sentence.span));
        let Some(quote) = self.quotes[after..].first().filter(is_here) else { return 0.0 };
        if !quote.speaker.is_some_and(|id| is_protagonist(self.entities, id)) {
            return 0.0;
        }
        let is_said = |span: Span| quote.parts.iter().any(|part| part.overlaps(span));
        self.chance_of(sentence.tokens.clone().filter(|&token| is_said(self.reading.tokens.tokens[token].span)))
    }

    /// The chances of the words among some tokens, added up.
    fn chance_of(&self, tokens: impl Iterator<Item = usize>) -> f32 {
        tokens.filter_map(|token| self.term(token)).map(|term| self.chances.words[term]).sum()
    }
}

fn is_protagonist(entities: &Entities, id: EntityId) -> bool {
    let entity = &entities.list[id.0 as usize];
    entity.kind.is_named() && entity.salience >= SALIENT
}

/// A sentence that has been chosen, as far as the reasons look at it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chosen<'a> {
    /// How many sentences of the story stand before it.
    pub(super) before: usize,
    /// How many are chosen before it.
    pub(super) rank: usize,
    /// The share of its words that those lack, by their chances.
    pub(super) fresh: f32,
    pub(super) grounds: &'a Grounds,
}

/// The strongest reasons for a choice, strongest first; that it opens the story comes before all others.
pub(super) fn of(chosen: Chosen, average: &Grounds) -> Vec<Reason> {
    let excess = |&(ground, (reason, weight)): &(Ground, (Reason, f32))| {
        let (here, average) = (chosen.grounds.0[ground as usize], average.0[ground as usize]);
        (reason, if here > 0.0 { weight * (here - average) } else { 0.0 })
    };
    let all = chosen.grounds.0[Ground::All as usize];
    let new = (chosen.rank > 0).then_some((Reason::New, NEW * all * (chosen.fresh - 0.5)));
    let place = match chosen.before {
        0 => Some((Reason::Opens, f32::MAX)),
        before => (before < TOP).then_some((Reason::NearTop, NEAR_TOP)),
    };
    let found = Ground::ALL.iter().map(excess).chain(new).chain(place);
    strongest(found.filter(|(_, worth)| *worth >= WORTH_SAYING).collect())
}

/// The reasons that are worth most, strongest first; of equal ones the earlier one comes first.
fn strongest(mut found: Vec<(Reason, f32)>) -> Vec<Reason> {
    let mut strongest = Vec::with_capacity(MOST);
    while strongest.len() < MOST && !found.is_empty() {
        let best = (1..found.len()).fold(0, |best, at| if found[at].1 > found[best].1 { at } else { best });
        strongest.push(found.remove(best).0);
    }
    strongest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grounds(values: &[(Ground, f32)]) -> Grounds {
        let mut grounds = Grounds::default();
        values.iter().for_each(|&(ground, value)| grounds.0[ground as usize] = value);
        grounds
    }

    /// How many sentences stand before one, what speaks for it, how many are chosen before, and the reasons.
    type Row<'a> = (usize, &'a [(Ground, f32)], usize, &'a [Reason]);

    #[test]
    fn what_exceeds_the_average_is_told_strongest_first() {
        use Ground::*;
        let rows: &[Row] = &[
            (0, &[], 0, &[Reason::Opens]),
            (3, &[], 2, &[Reason::NearTop]),
            (9, &[], 2, &[]),
            (9, &[(Numbers, 1.0), (Dates, 2.0)], 2, &[Reason::Dates, Reason::Numbers]),
            (
                0,
                &[(Numbers, 1.0), (Dates, 2.0), (FirstNames, 3.0)],
                0,
                &[Reason::Opens, Reason::FirstMention, Reason::Dates],
            ),
            // Too little, or what every sentence has.
            (9, &[(Numbers, 0.1), (Recurring, 4.0)], 2, &[]),
            // Something new, unless it stands alone.
            (9, &[(All, 4.0)], 2, &[Reason::New]),
            (9, &[(All, 4.0)], 0, &[]),
        ];
        let average = grounds(&[(Recurring, 4.0), (All, 4.0)]);
        for (before, values, rank, expected) in rows {
            let chosen = Chosen { before: *before, rank: *rank, fresh: 1.0, grounds: &grounds(values) };
            assert_eq!(of(chosen, &average), *expected, "{values:?}");
        }
    }
}
