//! Layer 6: which sentences carry the story.

use crate::{
    entities::Entities,
    report::{KeyFact, Quote, Ranked, TimelineEntry},
    tokens::Reading,
};

/// The ranking of the body sentences and what is drawn from it.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    /// Every body sentence once, best first.
    pub(crate) ranking: Vec<Ranked>,
    /// The index of the sentence that carries the story.
    pub(crate) nut_line: Option<u32>,
    pub(crate) key_facts: Vec<KeyFact>,
}

/// Ranks the body sentences.
pub(crate) fn rank(reading: Reading, _entities: &Entities, _quotes: &[Quote], _timeline: &[TimelineEntry]) -> Summary {
    let body = |s: &crate::tokens::SentenceTokens| !s.lead && reading.article.blocks[s.block].kind.is_story();
    let sentences = reading.tokens.sentences.iter().enumerate().filter(|(_, s)| body(s));
    let ranking: Vec<_> = sentences
        .enumerate()
        .map(|(rank, (sentence, _))| Ranked {
            sentence: sentence as u32,
            score: 1.0 / (rank + 1) as f32,
            reasons: Vec::new(),
            needs: None,
        })
        .collect();
    Summary { nut_line: ranking.first().map(|r| r.sentence), ranking, key_facts: Vec::new() }
}
