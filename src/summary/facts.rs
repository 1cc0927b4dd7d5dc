//! Who, what was said, when, where, how much: the few facts to know, each with its place.

use crate::{
    Span,
    entities::Entities,
    report::{
        Attribution, Entity, EntityKind, FactKind, Form, KeyFact, Quote, QuoteKind, QuoteStatus, Ranked, TimelineEntry,
    },
    sort,
    tokens::Reading,
};

/// How many protagonists, quotes, dates, places and amounts are given at most.
const MOST: [usize; 5] = [3, 2, 1, 1, 3];
/// From this salience on an entity is a protagonist; the most salient one always is.
const PROTAGONIST: f32 = 0.3;
/// Amounts and dates count as facts in so many of the best sentences.
const BEST: usize = 5;
/// The length in bytes from which a quote says something, and up to which it can be repeated whole.
const TELLING: std::ops::RangeInclusive<u32> = 25..=240;

/// The key facts, in the order of [`FactKind`].
pub(super) fn draw(
    reading: Reading,
    entities: &Entities,
    quotes: &[Quote],
    timeline: &[TimelineEntry],
    ranking: &[Ranked],
) -> Vec<KeyFact> {
    let mut rank = vec![None; reading.tokens.sentences.len()];
    ranking.iter().enumerate().for_each(|(at, ranked)| rank[ranked.sentence as usize] = Some(at));
    let view = View { reading, entities, rank };
    let facts =
        [view.who(), view.said(quotes), view.when(timeline), view.place(), view.amounts()].into_iter().zip(MOST);
    facts.flat_map(|(facts, most)| facts.into_iter().take(most)).collect()
}

struct View<'a> {
    reading: Reading<'a>,
    entities: &'a Entities,
    /// For every sentence its place in the ranking, if it has one.
    rank: Vec<Option<usize>>,
}

impl View<'_> {
    fn who(&self) -> Vec<KeyFact> {
        let acts = |e: &&Entity| matches!(e.kind, EntityKind::Person | EntityKind::Organisation);
        let mut actors: Vec<&Entity> = self.entities.list.iter().filter(acts).collect();
        sort::by_key(&mut actors, |actor| sort::greatest_first(actor.salience).into());
        let is_main = |(at, entity): &(usize, &Entity)| *at == 0 || entity.salience >= PROTAGONIST;
        // An agency that only a dateline names takes no part.
        actors.retain(|actor| actor.mentions.iter().any(|mention| self.is_in_story(mention.span)));
        let named = actors.into_iter().enumerate().filter(is_main);
        named.filter_map(|(_, entity)| self.of_entity(FactKind::Who, entity)).collect()
    }

    /// The quotes of protagonists, those in the best sentences first.
    fn said(&self, quotes: &[Quote]) -> Vec<KeyFact> {
        let mut told: Vec<(f32, &Quote, Span)> = quotes.iter().filter_map(|q| self.telling(q)).collect();
        sort::by_key(&mut told, |told| sort::greatest_first(told.0).into());
        let fact = |(_, quote, span): (f32, &Quote, Span)| KeyFact {
            entity: quote.speaker,
            quote: Some(quote.id),
            ..self.fact(FactKind::Said, span)
        };
        told.into_iter().map(fact).collect()
    }

    /// How well a quote is worth repeating, if it is at all, and its words.
    fn telling<'q>(&self, quote: &'q Quote) -> Option<(f32, &'q Quote, Span)> {
        let span = *quote.parts.first()?;
        let is_sure =
            quote.status == QuoteStatus::Asserted && quote.attribution == Attribution::Named && !quote.probable;
        let speaker = &self.entities.list[quote.speaker?.0 as usize];
        let rank = self.rank[self.sentence(span)?]?;
        let in_own_words = f32::from(u8::from(quote.kind != QuoteKind::Indirect));
        let worth = speaker.salience + 0.5 * in_own_words + 1.0 / (2.0 + rank as f32);
        (is_sure && TELLING.contains(&span.len())).then_some((worth, quote, span))
    }

    /// The dates of the best sentences.
    fn when(&self, timeline: &[TimelineEntry]) -> Vec<KeyFact> {
        let dates = timeline.iter().filter(|entry| !entry.beside_story).map(|entry| entry.span);
        self.in_best_sentences(dates).into_iter().map(|span| self.fact(FactKind::When, span)).collect()
    }

    /// The most salient place that a best sentence names.
    fn place(&self) -> Vec<KeyFact> {
        let places = self.entities.list.iter().filter(|e| e.kind == EntityKind::Place && e.salience > 0.0);
        let main = places.reduce(|a, b| if b.salience > a.salience { b } else { a });
        main.and_then(|entity| self.of_entity(FactKind::Where, entity)).into_iter().collect()
    }

    fn amounts(&self) -> Vec<KeyFact> {
        let measures = |e: &&Entity| matches!(e.kind, EntityKind::Money | EntityKind::Percent | EntityKind::Quantity);
        let found = self.entities.list.iter().filter(measures);
        let spans =
            found.flat_map(|e| e.mentions.iter().map(|m| m.span).filter(move |span| !self.is_of_a_sort(e, *span)));
        let best = self.in_best_sentences(spans);
        let entity = |span: Span| self.entities.at_token(self.reading.tokens.token_at(span.start)).map(|p| p.entity);
        best.into_iter().map(|s| KeyFact { entity: entity(s), ..self.fact(FactKind::HowMuch, s) }).collect()
    }

    /// The spans that stand in the best sentences, those of the very best first.
    fn in_best_sentences(&self, spans: impl Iterator<Item = Span>) -> Vec<Span> {
        let ranked = spans.filter_map(|span| Some((self.rank[self.sentence(span)?]?, span)));
        let mut best: Vec<(usize, Span)> = ranked.filter(|(rank, _)| *rank < BEST).collect();
        sort::by_key(&mut best, |&(_, span)| sort::span(span));
        sort::by_key(&mut best, |&(rank, _)| rank as u64);
        best.dedup();
        best.into_iter().map(|(_, span)| span).collect()
    }

    /// The fact that is an entity, at the place of the story where it is first named in full.
    fn of_entity(&self, kind: FactKind, entity: &Entity) -> Option<KeyFact> {
        let names = || entity.mentions.iter().filter(|m| matches!(m.form, Form::Name | Form::Short));
        let full = names().find(|m| m.form == Form::Name && self.is_in_story(m.span));
        let mention = full.or_else(|| names().find(|m| self.is_in_story(m.span))).or_else(|| names().next())?;
        Some(KeyFact { entity: Some(entity.id), ..self.fact(kind, mention.span) })
    }

    /// Whether a quantity says of what sort something is, not how much there is: "14-year", but not "30-40 miles".
    fn is_of_a_sort(&self, entity: &Entity, span: Span) -> bool {
        let unit = span.of(self.reading.text).rsplit_once('-');
        entity.kind == EntityKind::Quantity && unit.is_some_and(|(_, unit)| unit.chars().all(char::is_alphabetic))
    }

    fn is_in_story(&self, span: Span) -> bool {
        self.sentence(span).is_some_and(|sentence| {
            let sentence = &self.reading.tokens.sentences[sentence];
            !sentence.lead && self.reading.article.blocks[sentence.block].kind.is_story()
        })
    }

    fn fact(&self, kind: FactKind, span: Span) -> KeyFact {
        let sentence = self.sentence(span).map(|sentence| sentence as u32);
        KeyFact { kind, span, sentence, entity: None, quote: None }
    }

    fn sentence(&self, span: Span) -> Option<usize> {
        let sentence = self.reading.tokens.sentence_of(self.reading.tokens.token_at(span.start));
        (sentence < self.reading.tokens.sentences.len()).then_some(sentence)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze, report::FactKind};

    const STORY: &str = "The bridge in Oslo was closed on Sunday after engineers found 12 cracks in two of its pillars. \
        \"We had no choice but to close the bridge,\" said Mayor Ana Lowe. Lowe said the work would cost $4 million. \
        Omar Reyes, who lives beside the bridge, heard it from a neighbour.";

    /// One row each: a kind, a text, its facts of that kind.
    #[test]
    fn the_few_facts_to_know() {
        let rows: &[(FactKind, &str, &[&str])] = &[
            (FactKind::Who, STORY, &["Ana Lowe", "Omar Reyes"]),
            (FactKind::Said, STORY, &["We had no choice but to close the bridge", "the work would cost $4 million"]),
            (FactKind::Where, STORY, &["Oslo"]),
            (FactKind::HowMuch, "The 14-year project cost $4 million.", &["$4 million"]),
            // Too short to say anything, or said by nobody with a name.
            (FactKind::Said, "Ana Lowe closed the bridge. \"No,\" Lowe said.", &[]),
            (FactKind::Said, "\"We had no choice but to close the bridge,\" a spokesman said.", &[]),
            (FactKind::Where, "Ana Lowe closed the bridge.", &[]),
        ];
        for (kind, text, expected) in rows {
            let facts = analyze(text, &Options::new()).key_facts;
            let found = facts.iter().filter(|fact| fact.kind == *kind).map(|fact| fact.span.of(text));
            assert_eq!(found.collect::<Vec<_>>(), *expected, "{kind:?}: {text}");
        }
    }

    #[test]
    fn every_fact_names_its_sentence() {
        let report = analyze(STORY, &Options::new());
        assert!(!report.key_facts.is_empty());
        for fact in &report.key_facts {
            let sentence = report.sentences[fact.sentence.unwrap() as usize].span;
            assert!(sentence.start <= fact.span.start && fact.span.end <= sentence.end, "{fact:?}");
        }
    }
}
