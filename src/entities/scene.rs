//! What stands where: sentences, quotations and the part that a mention plays in its sentence.

use crate::{
    model::Class,
    text::chars::{is_closing_quote, is_double_quote, is_opening_quote},
    tokens::{Reading, Tag},
};
use std::ops::Range;

/// A text with what coreference asks of every token.
pub(super) struct Scene<'a> {
    pub(super) reading: Reading<'a>,
    sentences: Vec<u32>,
    /// The number of the quotation in which a token stands, 0 outside.
    quotations: Vec<u32>,
}

/// The part that a mention plays in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The subject of a verb of saying.
    Speaker,
    /// The subject of another verb.
    Subject,
    /// "Lowe's"
    Possessor,
    /// After a preposition.
    Oblique,
    /// Anything else: an object, an apposition, a label.
    Other,
}

impl<'a> Scene<'a> {
    pub(super) fn new(reading: Reading<'a>) -> Scene<'a> {
        let mut sentences = Vec::with_capacity(reading.tokens.tokens.len());
        for (number, sentence) in reading.tokens.sentences.iter().enumerate() {
            sentences.extend(sentence.tokens.clone().map(|_| number as u32));
        }
        Scene { reading, sentences, quotations: quotations(reading) }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.sentences.len()
    }

    pub(super) fn sentence(&self, token: usize) -> usize {
        self.sentences[token] as usize
    }

    pub(super) fn sentence_tokens(&self, token: usize) -> Range<usize> {
        self.reading.tokens.sentences[self.sentence(token)].tokens.clone()
    }

    /// Whether a token stands in a dateline or a run-in head: nothing refers back to what they name.
    pub(super) fn is_lead(&self, token: usize) -> bool {
        self.reading.tokens.sentences[self.sentence(token)].lead
    }

    pub(super) fn block(&self, token: usize) -> usize {
        self.reading.tokens.sentences[self.sentence(token)].block
    }

    pub(super) fn quotation(&self, token: usize) -> u32 {
        self.quotations[token]
    }

    pub(super) fn word(&self, token: usize) -> &'a str {
        self.reading.word(token)
    }

    /// The word at a token; nothing behind the last.
    pub(super) fn word_at(&self, token: usize) -> &'a str {
        if token < self.len() { self.word(token) } else { "" }
    }

    /// The tag of a token of the same sentence as `near`; none beyond it.
    pub(super) fn tag(&self, token: usize, near: usize) -> Option<Tag> {
        (token < self.len() && self.sentence(token) == self.sentence(near)).then(|| self.reading.tokens.tag(token))
    }

    pub(super) fn has(&self, token: usize, class: Class) -> bool {
        token < self.len() && self.reading.tokens.classes(token).has(class)
    }

    /// The part that the mention at these tokens plays.
    pub(super) fn part(&self, tokens: &Range<usize>) -> Part {
        let next = self.skip_aside(tokens.end, tokens.start);
        let before = self.before_phrase(tokens.start);
        let inverted = before.is_some_and(|t| self.has(t, Class::Saying) && self.reading.tokens.tag(t).is_verb())
            && self.tag(tokens.end, tokens.start).is_none_or(|tag| tag == Tag::Punctuation || tag == Tag::Preposition);
        let oblique = before.is_some_and(|t| self.reading.tokens.tag(t) == Tag::Preposition);
        match self.tag(tokens.end, tokens.start) {
            Some(Tag::PossessiveMark) => Part::Possessor,
            _ if inverted => Part::Speaker,
            _ if oblique => Part::Oblique,
            _ => self.subject_of(next, tokens.start),
        }
    }

    /// The part of a mention whose verb, if any, is looked for at `at`.
    fn subject_of(&self, at: usize, near: usize) -> Part {
        const ADVERBS: usize = 3;
        for token in at..at + ADVERBS {
            match self.tag(token, near) {
                Some(Tag::Adverb) => {}
                Some(Tag::Modal) => return Part::Subject,
                Some(tag) if tag.is_verb() && tag != Tag::VerbGerund => {
                    return if self.has(token, Class::Saying) { Part::Speaker } else { Part::Subject };
                }
                _ => break,
            }
        }
        Part::Other
    }

    /// The token after an apposition or relative clause between commas, or `at`.
    fn skip_aside(&self, at: usize, near: usize) -> usize {
        const LONGEST: usize = 25;
        if self.tag(at, near).is_none() || self.word(at) != "," {
            return at;
        }
        let end = (at + 1..at + LONGEST).take_while(|&t| self.tag(t, near).is_some()).find(|&t| self.word(t) == ",");
        end.map_or(at, |comma| comma + 1)
    }

    /// The token before the noun phrase that ends in a name: before its titles, adjectives and articles.
    fn before_phrase(&self, start: usize) -> Option<usize> {
        const LONGEST: usize = 6;
        let part_of_phrase = |tag: Tag| {
            matches!(
                tag,
                Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::PossessiveMark
            )
        };
        let mut before = (start.saturating_sub(LONGEST)..start).rev();
        before
            .find(|&t| self.tag(t, start).is_none_or(|tag| !part_of_phrase(tag)))
            .filter(|&t| self.tag(t, start).is_some())
    }
}

/// Numbers the quotations of a text. A quotation that is not closed ends with its paragraph.
fn quotations(reading: Reading) -> Vec<u32> {
    let mut numbers = vec![0; reading.tokens.tokens.len()];
    let mut count = 0;
    let mut open = None;
    let mut block = usize::MAX;
    for sentence in &reading.tokens.sentences {
        if sentence.block != block {
            (open, block) = (None, sentence.block);
        }
        for token in sentence.tokens.clone() {
            match (open, quote_mark(reading.word(token))) {
                (None, Some(mark)) if !is_closing_quote(mark) => {
                    count += 1;
                    open = Some(mark);
                }
                (Some(opening), Some(mark)) if closes(opening, mark) => open = None,
                (Some(_), _) => numbers[token] = count,
                _ => {}
            }
        }
    }
    numbers
}

fn quote_mark(word: &str) -> Option<char> {
    word.chars().next().filter(|&c| is_double_quote(c) || c == '‘' || word == "''")
}

fn closes(opening: char, mark: char) -> bool {
    if is_opening_quote(opening) { is_closing_quote(mark) } else { opening == mark }
}
