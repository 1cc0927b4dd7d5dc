//! How much the article is about each entity.

use super::{
    Entities, Place,
    syntax::{GrammaticalRole, Syntax},
};
use crate::report::{BlockKind, EntityKind, Form};

/// What an entity gathers over the text.
#[derive(Clone, Default)]
struct Tally {
    mentions: f32,
    /// Paragraphs in which it is mentioned.
    paragraphs: f32,
    /// Mentions as the subject of a clause.
    subjects: f32,
    in_headline: bool,
    in_lead: bool,
    last_block: Option<usize>,
}

/// A dateline tells where the reporter was and for whom, not what the story is about.
const IN_DATELINE: f32 = 0.25;

/// Sets the salience of every entity: 1 for the first protagonist, nearly 0 for what is mentioned in passing.
pub(super) fn weigh(syntax: &Syntax, entities: &mut Entities) {
    let mut tallies = vec![Tally::default(); entities.list.len()];
    let lead = lead_block(syntax);
    for place in &entities.places {
        count(syntax, lead, place, &mut tallies[place.entity.0 as usize]);
    }
    let scores: Vec<_> = tallies.iter().zip(&entities.list).map(|(tally, e)| score(tally) * share(e.kind)).collect();
    let highest = scores.iter().copied().fold(1.0, f32::max);
    entities.list.iter_mut().zip(scores).for_each(|(entity, score)| entity.salience = score / highest);
}

/// The first paragraph of the story.
fn lead_block(syntax: &Syntax) -> Option<usize> {
    syntax.reading.article.blocks.iter().position(|b| b.kind.is_story())
}

fn count(syntax: &Syntax, lead: Option<usize>, place: &Place, tally: &mut Tally) {
    let block = syntax.block(place.tokens.start);
    match syntax.reading.article.blocks[block].kind {
        BlockKind::Byline | BlockKind::Credit => return,
        kind if !kind.is_read() => return,
        BlockKind::Headline | BlockKind::Deck => tally.in_headline = true,
        _ => {}
    }
    if syntax.is_lead(place.tokens.start) {
        tally.mentions += IN_DATELINE;
        return;
    }
    tally.in_lead |= Some(block) == lead;
    tally.mentions += if place.form == Form::Pronoun { 0.5 } else { 1.0 };
    tally.paragraphs += if tally.last_block == Some(block) { 0.0 } else { 1.0 };
    tally.last_block = Some(block);
    let subject = matches!(syntax.grammatical_role(&place.tokens), GrammaticalRole::Subject | GrammaticalRole::Speaker);
    tally.subjects += if subject { 1.0 } else { 0.0 };
}

fn score(tally: &Tally) -> f32 {
    let place = if tally.in_headline { 3.0 } else { 0.0 } + if tally.in_lead { 2.0 } else { 0.0 };
    place + tally.mentions.sqrt() * 2.0 + tally.paragraphs.sqrt() + tally.subjects.sqrt()
}

/// How readily things of a kind are what a story is about; dates and amounts are not.
fn share(kind: EntityKind) -> f32 {
    match kind {
        EntityKind::Person | EntityKind::Organisation => 1.0,
        EntityKind::Event | EntityKind::Work | EntityKind::Product => 0.9,
        EntityKind::Place => 0.8,
        EntityKind::Group => 0.6,
        _ => 0.1,
    }
}
