//! The words of a block as the rules of dates and amounts look at them.

use super::{
    Meanings, RuleSet,
    lexical_class::{LexicalClass, plain_digits},
};
use crate::{
    model::{Class, PHRASE_START, ValueKind, Values, phrase_step},
    text::{ShapeSet, WordShape, chars::is_dash},
    tokens::{self, Reading, Shape, Tag},
};
use std::ops::Range;

/// A spelling, as rules are asked whether it may open them.
#[derive(Clone, Copy)]
pub(crate) struct Spelling<'t> {
    pub(crate) word: &'t str,
    /// The hash of the word in small letters.
    pub(crate) lower: u32,
    pub(crate) class: LexicalClass,
    /// Whether it may begin a date or a time of day, and whether a number.
    pub(crate) opens_date: bool,
    pub(crate) opens_number: bool,
    pub(crate) shape: Shape,
    pub(crate) shapes: ShapeSet,
    pub(crate) values: Values<'t>,
    /// What stands before and behind its first hyphen.
    pub(crate) parts: Option<(&'t str, &'t str)>,
}

/// The words of one block, with what they mean. Nothing is read beyond its ends.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    tokens: tokens::Cursor<'a>,
    values: Values<'a>,
    meanings: &'a Meanings,
}

impl<'a> Cursor<'a> {
    /// The tokens of a range.
    pub(crate) fn new(reading: Reading<'a>, meanings: &'a Meanings, range: Range<usize>) -> Cursor<'a> {
        Cursor { tokens: tokens::Cursor::new(reading).within(range), values: reading.model.values(), meanings }
    }

    /// The first token.
    pub(crate) const fn start(&self) -> usize {
        self.tokens.range().start
    }

    /// The token after the last one.
    pub(crate) const fn end(&self) -> usize {
        self.tokens.end()
    }

    /// The tokens of the sentence that a token stands in.
    pub(crate) fn sentence(&self, at: usize) -> Range<usize> {
        let tokens = self.tokens.reading.tokens;
        tokens.sentences[tokens.sentence_of(at)].tokens.clone()
    }

    /// The values of the lists.
    pub(crate) const fn values(&self) -> Values<'a> {
        self.values
    }

    pub(crate) fn class(&self, at: usize) -> LexicalClass {
        self.tokens.token(at).map_or(LexicalClass::None, |token| self.meanings.class(token.form))
    }

    /// The rules that the word at a token may open.
    pub(super) fn rules(&self, at: usize) -> RuleSet {
        self.tokens.token(at).map_or(RuleSet::default(), |token| self.meanings.rules[token.form as usize])
    }

    /// The word at a token, or nothing outside the block.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens.word(at).unwrap_or("")
    }

    /// The part of speech of the word at a token.
    pub(crate) fn tag(&self, at: usize) -> Option<Tag> {
        self.tokens.tag(at)
    }

    /// Whether the word at a token is of a class of the lexicon.
    pub(crate) fn has(&self, at: usize, class: Class) -> bool {
        self.tokens.has(at, class)
    }

    /// The shapes of the word at a token; none outside the block.
    pub(crate) fn shapes(&self, at: usize) -> ShapeSet {
        self.tokens.form(at).map_or_else(ShapeSet::default, |form| form.shapes)
    }

    /// What a list says of the word at a token.
    pub(crate) fn value(&self, kind: ValueKind, at: usize) -> Option<&'a str> {
        self.tokens.form(at).and_then(|form| self.values().get(kind, form.lower))
    }

    /// What a list says of the phrase that begins at a token, and the token after it; of two phrases the longer one.
    pub(crate) fn phrase_value(&self, kind: ValueKind, at: usize) -> Option<(&'a str, usize)> {
        let (values, mut phrase, mut found) = (self.values(), PHRASE_START, None);
        for (next, form) in (at..self.end()).map_while(|next| Some((next, self.tokens.form(next)?))) {
            phrase = phrase_step(phrase, form.lower);
            if !values.begins(kind, phrase) {
                break;
            }
            found = values.get(kind, phrase).map(|value| (value, next + 1)).or(found);
        }
        found
    }

    /// Whether the word before `at` lets what stands there be a date of some sort: see `date_context.txt`.
    pub(crate) fn is_cued(&self, at: usize, role: &str) -> bool {
        at.checked_sub(1).is_some_and(|before| self.has_role(before, role))
    }

    /// Whether the list of words before dates gives the word at a token a role.
    pub(crate) fn has_role(&self, at: usize, role: &str) -> bool {
        self.value(ValueKind::DateContext, at).is_some_and(|roles| roles.split(' ').any(|other| other == role))
    }

    /// The text of tokens that no space parts, as one word: "9984.T", "6/30/2025".
    pub(crate) fn joined(&self, tokens: Range<usize>) -> Option<&'a str> {
        let inside = tokens.start >= self.start() && tokens.end <= self.end() && !tokens.is_empty();
        let tight = inside && !tokens.clone().skip(1).any(|token| self.spaced(token));
        tight.then(|| self.tokens.reading.tokens.span(tokens).of(self.tokens.reading.text))
    }

    /// Whether tokens that no space parts have a shape together.
    pub(crate) fn joined_is(&self, shape: WordShape, tokens: Range<usize>) -> bool {
        self.joined(tokens).is_some_and(|word| shape.fits(word))
    }

    /// The hash of the word in small letters.
    pub(crate) fn lower(&self, at: usize) -> Option<u32> {
        self.tokens.form(at).map(|form| form.lower)
    }

    /// The word `back` tokens before `at`.
    pub(crate) fn before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.is(at, &[word])
    }

    pub(crate) fn any(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.is(at, words)
    }

    /// Whether any of the words stands directly before `at`.
    pub(crate) fn any_before(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.any(before, words))
    }

    /// A dash or hyphen of any sort, with or without white space.
    pub(crate) fn is_dash(&self, at: usize) -> bool {
        let mut marks = self.word(at).chars();
        marks.next().is_some_and(is_dash) && (marks.as_str().is_empty() || self.word(at) == "--")
    }

    /// Whether white space stands before a token.
    pub(crate) fn spaced(&self, at: usize) -> bool {
        self.tokens.token(at).is_some_and(|token| token.spaced)
    }

    /// `at + 1` if the word there is one of `words`, else `at`.
    pub(crate) fn skip(&self, at: usize, words: &[&str]) -> usize {
        at + usize::from(self.any(at, words))
    }

    /// `at + 1` if "night" or the like stands there, which belongs to the day before it, else `at`.
    pub(crate) fn skip_day_part(&self, at: usize) -> usize {
        at + usize::from(self.class(at) == LexicalClass::DayPart)
    }

    /// Whether a unit stands in the singular.
    pub(crate) fn is_one(&self, at: usize) -> bool {
        !self.word(at).ends_with(['s', 'S'])
    }

    /// The plain digits at a token, without separators.
    pub(crate) fn digits(&self, at: usize) -> Option<u32> {
        plain_digits(self.word(at))
    }

    /// A whole number in digits or words: "12", "twelve", "a".
    pub(crate) fn count(&self, at: usize) -> Option<u32> {
        match self.class(at) {
            LexicalClass::Number(number) => Some(number),
            LexicalClass::Digits => self.digits(at).filter(|&n| n <= 10_000),
            _ if self.any(at, &["a", "an"]) => Some(1),
            _ => None,
        }
    }
}
