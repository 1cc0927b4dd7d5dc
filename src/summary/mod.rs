//! Layer 6: which sentences carry the story, and the few facts to know.
//!
//! Every sentence gets points for what is seen in it (`features`, `scorecard`); then the sentences are chosen one after
//! the other, each for what it adds (`choose`), so that the best n + 1 always contain the best n.

mod candidates;
mod choose;
mod facts;
mod features;
mod leaning;
mod reasons;
mod scorecard;
mod terms;

pub mod build;

use crate::{
    entities::Entities,
    report::{KeyFact, Quote, Ranked, TimelineEntry},
    tokens::Reading,
};
pub(crate) use candidates::Candidates;
use choose::Choice;
use scorecard::Scorecard;

/// The ranking of the body sentences and what is drawn from it.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    /// Every body sentence once, best first.
    pub(crate) ranking: Vec<Ranked>,
    /// The index of the sentence that carries the story.
    pub(crate) nut_line: Option<u32>,
    pub(crate) key_facts: Vec<KeyFact>,
}

/// Ranks the sentences of the story and draws the facts from the best of them.
pub(crate) fn rank(reading: Reading, entities: &Entities, quotes: &[Quote], timeline: &[TimelineEntry]) -> Summary {
    let candidates = Candidates::gather(reading, entities, quotes);
    let card = Scorecard::of(reading.model);
    let order = choose::order(&candidates, card);
    let ranking = ranked(&candidates, &order, card);
    let key_facts = facts::draw(reading, entities, quotes, timeline, &ranking);
    Summary { nut_line: ranking.first().map(|r| r.sentence), key_facts, ranking }
}

fn ranked(candidates: &Candidates, order: &[Choice], card: Scorecard) -> Vec<Ranked> {
    let average = reasons::Average::of(order, card);
    let mut least = 1.0;
    let rank = |choice: &Choice| {
        let candidate = &candidates.list[choice.candidate];
        least = score(choice.points).min(least);
        Ranked {
            sentence: candidate.sentence,
            score: least,
            reasons: reasons::of(choice, choice.candidate == 0, card, &average),
            needs: candidate.needs.map(|on| candidates.list[on].sentence),
        }
    };
    order.iter().map(rank).collect()
}

/// Points as a number between 0 and 1, without functions that differ between platforms.
fn score(points: f32) -> f32 {
    0.5 + 0.5 * points / (1.0 + points.abs())
}
