//! The first words of a paragraph, as the rules look at them.

use super::date_word::DateWord;
use crate::{
    Span,
    model::{ParagraphClass, ParagraphClasses, ParagraphWords, hash_lower},
    text::WordShape,
};
use std::borrow::Cow;

/// Words at the beginning of a paragraph that are looked at one by one.
const HEAD: usize = 64;

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

impl Word<'_> {
    pub(super) fn is(&self, class: ParagraphClass) -> bool {
        self.classes.has(class)
    }
}

/// The first words of a text that begins at `start`.
pub(super) fn head_words<'t>(text: &'t str, start: u32, lists: &ParagraphWords) -> Vec<Word<'t>> {
    // With the blank behind it.
    const SHORT_WORD: usize = 4;
    let base = text.as_ptr() as usize;
    let mut found = Vec::with_capacity(HEAD.min(text.len() / SHORT_WORD));
    for word in text.split_whitespace().take(HEAD) {
        let at = start + (word.as_ptr() as usize - base) as u32;
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = lower(inner);
        let hash = hash_lower(&lower);
        let classes = lists.classes(hash);
        found.push(Word {
            date: DateWord::of(inner, &lower, classes, lists),
            lower,
            span: Span::new(at, at + word.len() as u32),
            capital: inner.starts_with(char::is_uppercase),
            hash,
            classes,
            is_score: WordShape::Score.fits(inner),
        });
    }
    found
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
