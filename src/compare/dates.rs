//! The dates of a story.

use super::{
    claims::{Claim, Measure},
    story::Story,
};
use crate::{EntityKind, Span, model::phrase_hash};

/// Dates in text order, those that say how long something took aside.
pub(super) fn of(story: &Story) -> Vec<Claim> {
    let dates = story.given.entities.iter().filter(|entity| entity.kind == EntityKind::Date && entity.value.is_none());
    let mentions = dates.flat_map(|entity| &entity.mentions).filter(|mention| mention.is_of_story);
    mentions.filter_map(|mention| claim(story, mention.span)).collect()
}

fn claim(story: &Story, span: Span) -> Option<Claim> {
    let sentence = story.sentence_at(span)?;
    let words = story.word_at(span.start)..story.word_at(span.end);
    let at = story.given.timeline.partition_point(|dated| dated.span.start < span.start);
    let placed = story.given.timeline.get(at).filter(|dated| dated.span.start == span.start);
    let (measure, from, to) = match placed {
        Some(dated) => (Measure::Date, dated.from.days() as f64, dated.to.days() as f64),
        None => {
            let spelling = phrase_hash(story.words[words.clone()].iter().map(|word| word.spelling));
            (Measure::UnplacedDate(spelling), 0.0, 0.0)
        }
    };
    Some(Claim { span, words, sentence, measure, from, to, unit: Vec::new(), leeway: None })
}
