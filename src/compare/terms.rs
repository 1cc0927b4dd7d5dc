//! What the sentences of all texts tell: their things and the stems of their words, the rarer the better.

use super::{
    names::Names,
    story::{Story, StorySentence, Word},
};
use crate::{
    Span,
    filed::Filed,
    model::{hash_lower, phrase_hash},
    sort,
};

/// What more sentences than these tell says nothing about any of them.
const MOST_HOLDERS: usize = 48;

/// The terms of every sentence, and which sentences hold which.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// The sentences of all stories, those of a story one after the other.
    pub(super) sentences: Vec<TermsOfSentence>,
    /// For every term the sentences that hold it.
    holders: Filed,
    /// For every story the place of its first sentence.
    first: Vec<usize>,
}

/// What a sentence tells.
#[derive(Clone, Debug)]
pub(super) struct TermsOfSentence {
    pub(super) text: u32,
    /// Its index in the report.
    pub(super) index: u32,
    /// Its things and stems, each once, in ascending order.
    pub(super) terms: Vec<u32>,
    /// The same where they stand: a term and the place of its word among the words of the text.
    pub(super) places: Vec<TermPlace>,
}

/// A term at its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct TermPlace {
    pub(super) term: u32,
    /// The place of its word among the words of the text.
    pub(super) word: usize,
    /// Whether it is a named thing.
    pub(super) is_thing: bool,
}

impl Terms {
    pub(super) fn read(stories: &[Story], names: &Names) -> Terms {
        let mut terms = Terms::default();
        for (story, text) in stories.iter().zip(0..) {
            terms.first.push(terms.sentences.len());
            terms.sentences.extend(of_story(text, story, names));
        }
        let held = |(sentence, at): (&TermsOfSentence, u32)| -> Vec<(u32, u32)> {
            sentence.terms.iter().map(|&term| (term, at)).collect()
        };
        terms.holders = Filed::new(terms.sentences.iter().zip(0..).flat_map(held).collect());
        terms
    }

    /// The sentences that hold a term, in ascending order; none if they are too many to tell.
    pub(super) fn holders(&self, term: u32) -> impl Iterator<Item = usize> {
        let holders = self.holders.get(term);
        let telling = if holders.len() <= MOST_HOLDERS { holders } else { &[] };
        telling.iter().map(|&(_, at)| at as usize)
    }

    /// How much a term tells, up to 1.
    pub(super) fn weight(&self, term: u32) -> f32 {
        match self.holders.get(term).len() {
            count if count == 0 || count > MOST_HOLDERS => 0.0,
            count => 1.0 / (count.max(2) as f32 - 1.0).sqrt(),
        }
    }

    /// The place in a story of one of all sentences, if it is of this story.
    pub(super) fn place_in(&self, text: usize, at: usize) -> Option<usize> {
        let place = at.checked_sub(self.first[text])?;
        (self.sentences[at].text as usize == text).then_some(place)
    }

    /// A sentence of a story, by its place among those of the story.
    pub(super) fn sentence(&self, text: usize, place: usize) -> &TermsOfSentence {
        &self.sentences[self.first[text] + place]
    }
}

/// The sentences of a story with what they tell.
fn of_story(text: u32, story: &Story, names: &Names) -> Vec<TermsOfSentence> {
    let mut places: Vec<Vec<TermPlace>> = vec![Vec::new(); story.sentences.len()];
    let mut named: Vec<Span> = Vec::new();
    for (entity, at) in story.given.entities.iter().zip(0..) {
        let Some(thing) = names.of(text as usize, at) else { continue };
        for span in entity.mentions.iter().map(|mention| mention.span) {
            named.push(span);
            if let Some(sentence) = story.sentence_at(span) {
                let term = hash_lower(&format!("#{thing}"));
                places[sentence].push(TermPlace { term, word: story.word_at(span.start), is_thing: true });
            }
        }
    }
    sort::by_key(&mut named, |span| sort::span(*span));
    let told = |(sentence, mut places): (&StorySentence, Vec<TermPlace>)| {
        let words = sentence.words.clone().map(|at| (at, &story.words[at]));
        let stems = words.filter(|(_, word)| word.tells() && !is_in(&named, word));
        places.extend(stems.map(|(at, word)| TermPlace { term: word.stem, word: at, is_thing: false }));
        // Sentences of the same words are counterparts, whatever the words are.
        let whole = phrase_hash(story.words[sentence.words.clone()].iter().map(|word| word.spelling));
        let terms = sort::distinct(places.iter().map(|place| place.term).chain([!whole]).collect());
        TermsOfSentence { text, index: sentence.index, terms, places }
    };
    story.sentences.iter().zip(places).map(told).collect()
}

/// Whether a word belongs to a mention, whose thing counts instead of its words.
fn is_in(named: &[Span], word: &Word) -> bool {
    let after = named.partition_point(|span| span.end <= word.span.start);
    named.get(after).is_some_and(|span| span.contains(word.span))
}
