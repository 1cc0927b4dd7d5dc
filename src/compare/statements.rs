//! Dates and amounts of which two texts tell, and whether they agree.
//!
//! Two are of one thing if they stand near the same words, the rarer the better. What agrees is taken first: what is left
//! may conflict, where the texts plainly speak of the same and count the same.

use super::{
    amounts,
    claims::{Claim, Measure},
    comparison::{Counterpart, SharedStatement, StatementKind, StatementPlace, StatementRelation},
    dates,
    story::Story,
    terms::{TermPlace, Terms},
};
use crate::{Model, sort};

/// How near the same words two claims stand at least that agree, and that conflict.
const AGREE: f32 = 0.5;
const CONFLICT: f32 = 0.6;
/// How near a word stands to both, at least, by which they conflict.
const NEAR: f32 = 0.33;
/// The same without regard to how rare the word is: some words away, not at the other end of the sentence.
const BESIDE: f32 = 0.4;
/// How much two sentences share, at least, that tell the same.
const PAIRED: f32 = 0.25;
/// At so many words' distance a word tells half as much of an amount as right beside it.
const HALF: f32 = 5.0;
/// How rare a word is, at least, by which sentences are found that may tell the same.
const TELLING: f32 = 0.2;
/// At most so many words are told of what a statement is about.
const MOST_WORDS: usize = 4;

pub(super) fn find(stories: &[Story], terms: &Terms, pairs: &[Counterpart], model: &Model) -> Vec<SharedStatement> {
    let claims: Vec<Vec<Claim>> = stories.iter().map(|story| claims(story, model)).collect();
    let of_text = |(claims, text): (&Vec<Claim>, usize)| -> Vec<Vec<Near>> {
        claims.iter().map(|claim| nearest(claim, &terms.sentence(text, claim.sentence).places)).collect()
    };
    let nearest: Vec<Vec<Vec<Near>>> = claims.iter().zip(0..).map(of_text).collect();
    let mut found = Vec::new();
    for second in 1..stories.len() {
        for first in 0..second {
            let scores = pairs.iter().filter(|pair| pair.texts == (first as u32, second as u32));
            let scores = scores.map(|pair| (pair.sentences, pair.score)).collect();
            let texts = [first, second];
            let claims = texts.map(|text| claims[text].as_slice());
            let nearest = texts.map(|text| nearest[text].as_slice());
            found.extend(Pair { texts, stories, terms, claims, nearest, scores }.statements());
        }
    }
    found
}

fn claims(story: &Story, model: &Model) -> Vec<Claim> {
    let amounts = amounts::of(story, model);
    // "Within ten days" tells how long rather than when.
    let is_time =
        |date: &Claim| amounts.iter().any(|amount| amount.measure == Measure::Time && amount.span.overlaps(date.span));
    let mut claims = dates::of(story);
    claims.retain(|date| !is_time(date));
    claims.extend(amounts);
    sort::by_key(&mut claims, |claim| sort::span(claim.span));
    claims
}

/// Two texts whose claims are compared.
struct Pair<'a> {
    texts: [usize; 2],
    stories: &'a [Story<'a>],
    terms: &'a Terms,
    claims: [&'a [Claim]; 2],
    /// For every claim what its sentence tells.
    nearest: [&'a [Vec<Near>]; 2],
    /// How much sentences that are counterparts share, by their indices.
    scores: Vec<((u32, u32), f32)>,
}

/// A claim of each text, by their places among those of the text.
#[derive(Clone, Copy, Debug)]
struct Match {
    claims: [usize; 2],
    relation: StatementRelation,
    score: f32,
}

impl Pair<'_> {
    fn statements(&self) -> Vec<SharedStatement> {
        let mut matches = self.matches();
        sort::by_key(&mut matches, |found| {
            let first = if found.relation == StatementRelation::Agree { 0 } else { 1 };
            sort::pair(first, sort::greatest_first(found.score))
        });
        let mut done = self.claims.map(|claims| vec![false; claims.len()]);
        let mut kept: Vec<Match> = Vec::new();
        for found in matches {
            let [a, b] = found.claims;
            if !done[0][a] && !done[1][b] {
                (done[0][a], done[1][b]) = (true, true);
                kept.push(found);
            }
        }
        sort::by_key(&mut kept, |found| found.claims[0] as u64);
        kept.iter().map(|found| self.statement(found)).collect()
    }

    /// Every two claims that are of one thing.
    fn matches(&self) -> Vec<Match> {
        let mut matches = Vec::new();
        for (at, claim) in self.claims[0].iter().enumerate() {
            for sentence in self.near(claim) {
                let first = self.claims[1].partition_point(|other| other.sentence < sentence);
                let of_sentence = self.claims[1].iter().enumerate().skip(first);
                for (other, told) in of_sentence.take_while(|(_, other)| other.sentence == sentence) {
                    let found = self.compare(claim, told, shared(&self.nearest[0][at], &self.nearest[1][other]));
                    matches.extend(found.map(|(relation, score)| Match { claims: [at, other], relation, score }));
                }
            }
        }
        matches
    }

    /// The sentences of the second text, by their places in it, that share something with that of a claim of the first.
    fn near(&self, claim: &Claim) -> Vec<usize> {
        let [first, second] = self.texts;
        let terms = &self.terms.sentence(first, claim.sentence).terms;
        let telling = terms.iter().filter(|&&term| self.terms.weight(term) >= TELLING);
        let holders = telling.flat_map(|&term| self.terms.holders(term)).map(|at| at as u32);
        let near = sort::distinct(holders.collect());
        near.into_iter().filter_map(|at| self.terms.place_in(second, at as usize)).collect()
    }

    fn compare<'n>(
        &self,
        a: &Claim,
        b: &Claim,
        shared: impl Iterator<Item = (&'n Near, &'n Near)>,
    ) -> Option<(StatementRelation, f32)> {
        let relation = a.relation(b)?;
        let sentences = [a, b].map(|claim| claim.sentence);
        let [first, second] = [0, 1].map(|side| self.terms.sentence(self.texts[side], sentences[side]));
        let paired = self.scores.binary_search_by_key(&(first.index, second.index), |(sentences, _)| *sentences);
        let whole = paired.map_or(0.0, |at| self.scores[at].1);
        let counted = a.unit.iter().find(|stem| b.unit.contains(stem));
        let other_unit = counted.is_none() && !a.unit.is_empty() && !b.unit.is_empty();
        let (mut score, mut nearest_word) = (0.3 * whole, 0.0_f32);
        for (place, other) in shared {
            let weight = self.terms.weight(place.0) * (place.1 * other.1).sqrt();
            score += weight;
            if !place.2 && Some(&place.0) != counted && place.1.min(other.1) >= BESIDE {
                nearest_word = nearest_word.max(weight);
            }
        }
        let is_date = a.kind() == StatementKind::Date;
        let digits = a.digits().min(b.digits());
        let enough = match relation {
            StatementRelation::Agree => {
                score += if a.from == b.from { a.telling() } else { 0.0 };
                let is_vague = digits < 2 && counted.is_none() && !is_date;
                score >= AGREE && !(is_vague && (other_unit || nearest_word < 0.2))
            }
            // Other days are told of other things more often than of the same.
            StatementRelation::Conflict if is_date => score >= CONFLICT && nearest_word >= NEAR && whole >= PAIRED,
            // What is counted only once in each text is the same if the sentences are, or if the numbers are great and near.
            StatementRelation::Conflict => {
                let is_counted_once = counted.is_some_and(|&unit| self.terms.weight(unit) > 0.9);
                let is_one = is_counted_once && (whole >= PAIRED || digits > 1 && a.is_of_size(b));
                score >= CONFLICT && (nearest_word >= NEAR || is_one) && !other_unit
            }
        };
        enough.then_some((relation, score))
    }

    fn statement(&self, found: &Match) -> SharedStatement {
        let both = [0, 1].map(|side| &self.claims[side][found.claims[side]]);
        let sentences = [0, 1].map(|side| self.terms.sentence(self.texts[side], both[side].sentence));
        let place = |side: usize| StatementPlace {
            text: self.texts[side] as u32,
            span: both[side].span,
            sentence: sentences[side].index,
        };
        SharedStatement {
            kind: both[0].kind(),
            relation: found.relation,
            about: self.about(both[0], sentences[0].places.as_slice(), &sentences[1].terms),
            places: vec![place(0), place(1)],
        }
    }

    /// The words that both sentences share, as the first writes them, those nearest to the claim, in text order.
    fn about(&self, claim: &Claim, places: &[TermPlace], other: &[u32]) -> Vec<String> {
        let story = &self.stories[self.texts[0]];
        let is_shared =
            |place: &&TermPlace| other.binary_search(&place.term).is_ok() && !claim.words.contains(&place.word);
        let mut words: Vec<u32> = places.iter().filter(is_shared).map(|place| place.word as u32).collect();
        sort::by_key(&mut words, |&word| distance(claim, word as usize) as u64);
        words.truncate(MOST_WORDS);
        let word = |word: u32| story.words[word as usize].span.of(story.text).to_owned();
        sort::distinct(words).into_iter().map(word).collect()
    }
}

/// A term with how near its nearest place is to a claim, up to 1, and whether it is a named thing.
type Near = (u32, f32, bool);

/// The terms of a sentence by how near they stand to a claim, each once, in ascending order; of its own words only what
/// is counted.
fn nearest(claim: &Claim, places: &[TermPlace]) -> Vec<Near> {
    let is_number = |place: &TermPlace| claim.words.contains(&place.word) && !claim.unit.contains(&place.term);
    let own = places.iter().filter(|place| !is_number(place));
    let near = |place: &TermPlace| (place.term, HALF / (HALF + distance(claim, place.word) as f32), place.is_thing);
    let mut all: Vec<Near> = own.map(near).collect();
    sort::by_key(&mut all, |near| sort::pair(near.0, sort::greatest_first(near.1)));
    all.dedup_by_key(|near| near.0);
    all
}

/// The terms that both have.
fn shared<'n>(a: &'n [Near], b: &'n [Near]) -> impl Iterator<Item = (&'n Near, &'n Near)> {
    a.iter().filter_map(|near| Some((near, &b[b.binary_search_by_key(&near.0, |other| other.0).ok()?])))
}

/// How many words stand between a claim and a word.
fn distance(claim: &Claim, word: usize) -> usize {
    claim.words.start.saturating_sub(word) + (word + 1).saturating_sub(claim.words.end)
}
