//! The words of a block as the patterns look at them.

use super::lexical_class::{LexicalClass, plain_digits};
use crate::{
    text::{ShapeSet, WordShape, chars::is_dash},
    tokens::Reading,
};
use std::ops::Range;

/// A spelling, as patterns ask whether it may open them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling<'t> {
    pub(super) word: &'t str,
    pub(super) class: LexicalClass,
    pub(super) shapes: ShapeSet,
}

/// The words of one block, with what they mean.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) reading: Reading<'a>,
    /// One entry for every spelling of the text.
    pub(super) classes: &'a [LexicalClass],
    /// The tokens of the block end before this one; nothing is read beyond it.
    pub(super) end: usize,
    /// And begin here.
    pub(super) start: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn class(&self, at: usize) -> LexicalClass {
        if !(self.start..self.end).contains(&at) {
            return LexicalClass::None;
        }
        self.classes[self.reading.tokens.tokens[at].form as usize]
    }

    /// The word at a token, or nothing outside the block.
    pub(super) fn word(&self, at: usize) -> &'a str {
        if (self.start..self.end).contains(&at) { self.reading.word(at) } else { "" }
    }

    /// The shapes of the word at a token; none outside the block.
    pub(super) fn shapes(&self, at: usize) -> ShapeSet {
        if (self.start..self.end).contains(&at) { self.reading.tokens.shapes(at) } else { ShapeSet::default() }
    }

    /// The text of tokens that no space parts, as one word: "9984.T", "6/30/2025".
    pub(super) fn joined(&self, tokens: Range<usize>) -> Option<&'a str> {
        let tight = tokens.start >= self.start && tokens.end <= self.end && !tokens.is_empty();
        let tight = tight && !tokens.clone().skip(1).any(|token| self.spaced(token));
        tight.then(|| self.reading.tokens.span(tokens).of(self.reading.text))
    }

    /// Whether tokens that no space parts have a shape together.
    pub(super) fn joined_is(&self, shape: WordShape, tokens: Range<usize>) -> bool {
        self.joined(tokens).is_some_and(|word| self.reading.model.shapes().is(shape, word))
    }

    /// The shapes of several tokens that were joined.
    pub(super) fn shapes_of(&self, joined: &str) -> ShapeSet {
        self.reading.model.shapes().of(joined)
    }

    /// The word `back` tokens before `at`.
    pub(super) fn before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    pub(super) fn any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    /// Whether any of the words stands directly before `at`.
    pub(super) fn any_before(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.any(before, words))
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        let word = self.word(at);
        word == "--" || word.chars().next().is_some_and(is_dash) && word.chars().count() == 1
    }

    /// Whether white space stands before a token.
    pub(super) fn spaced(&self, at: usize) -> bool {
        (self.start..self.end).contains(&at) && self.reading.tokens.tokens[at].spaced
    }

    /// `at + 1` if the word there is one of `words`, else `at`.
    pub(super) fn skip(&self, at: usize, words: &[&str]) -> usize {
        at + usize::from(self.any(at, words))
    }

    /// `at + 1` if "night" or the like stands there, which belongs to the day before it, else `at`.
    pub(super) fn skip_day_part(&self, at: usize) -> usize {
        at + usize::from(self.class(at) == LexicalClass::DayPart)
    }

    /// Whether a unit stands in the singular.
    pub(super) fn is_one(&self, at: usize) -> bool {
        !self.word(at).ends_with(['s', 'S'])
    }

    /// The plain digits at a token, without separators.
    pub(super) fn digits(&self, at: usize) -> Option<u32> {
        plain_digits(self.word(at))
    }

    /// A whole number in digits or words: "12", "twelve", "a".
    pub(super) fn count(&self, at: usize) -> Option<u32> {
        match self.class(at) {
            LexicalClass::Number(number) => Some(number),
            LexicalClass::Digits => self.digits(at).filter(|&n| n <= 10_000),
            _ if self.any(at, &["a", "an"]) => Some(1),
            _ => None,
        }
    }
}
