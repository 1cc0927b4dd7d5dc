//! The first words of a paragraph, as the rules look at them.

use super::date_word::DateWord;
use crate::{
    Span,
    model::{ParagraphClass, ParagraphClasses, ParagraphWords, hash_lower},
    text::WordShape,
};
use std::borrow::Cow;

/// Words at the beginning of a paragraph that are looked at one by one.
pub(super) const HEAD: usize = 64;

/// A word of a paragraph in lower case, without the marks around it.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    /// Lower case, straight apostrophes; empty if it is all marks.
    pub(super) lower: Cow<'t, str>,
    /// The word with the marks around it.
    pub(super) span: Span,
    pub(super) capital: bool,
    /// The hash of `lower`, under which the word lists have it.
    pub(super) hash: u32,
    pub(super) classes: ParagraphClasses,
    /// "2-1": the numbers of two sides.
    pub(super) is_score: bool,
    /// What it can be in a date.
    pub(super) date: DateWord,
}

impl<'t> Word<'t> {
    /// Reads a word of a text that begins at `start`; `inner` is the word without the marks around it.
    pub(super) fn read(word: &'t str, inner: &'t str, text: &'t str, start: u32, lists: &ParagraphWords) -> Word<'t> {
        let at = start + (word.as_ptr() as usize - text.as_ptr() as usize) as u32;
        let lower = lower(inner);
        let hash = hash_lower(&lower);
        let classes = lists.classes(hash);
        Word {
            date: DateWord::of(inner, &lower, classes, lists),
            lower,
            span: Span::new(at, at + word.len() as u32),
            capital: inner.starts_with(char::is_uppercase),
            hash,
            classes,
            is_score: WordShape::Score.fits(inner),
        }
    }

    pub(super) fn is(&self, class: ParagraphClass) -> bool {
        self.classes.has(class)
    }
}

/// The first words of a text that begins at `start`.
pub(super) fn head_words<'t>(text: &'t str, start: u32, lists: &ParagraphWords) -> Vec<Word<'t>> {
    text.split_whitespace().take(HEAD).map(|word| Word::read(word, inner(word), text, start, lists)).collect()
}

/// A word without the marks around it.
pub(super) fn inner(word: &str) -> &str {
    // Most words have none.
    if let [first, .., last] = word.as_bytes()
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
    {
        return word;
    }
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// A word in lower case with straight apostrophes; most are so already.
fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else if word.is_ascii() {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Owned(word.replace('’', "'").to_lowercase())
    }
}
