//! Whether paragraphs are English prose, by the small words that no other language shares.

use super::paragraph::unspaced_words;
use crate::model::{ParagraphClass, ParagraphWords, hash_lower};

/// What a stretch of text counts.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    pub(super) words: usize,
    /// Words that are frequent in English and rare elsewhere.
    pub(super) english: usize,
    /// Words that begin with a capital letter or hold no letter.
    pub(super) names: usize,
    /// Braces, semicolons, equals signs and the like.
    pub(super) signs: usize,
}

impl Count {
    pub(super) fn of(text: &str, lists: &ParagraphWords) -> Count {
        let mut count = Count { words: unspaced_words(text), ..Count::default() };
        let is_english = |word: &str| lists.classes(hash_lower(word)).has(ParagraphClass::English);
        for word in text.split_whitespace() {
            let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
            let stem = inner.split(['\'', '’']).next().unwrap_or("");
            count.words += usize::from(!inner.is_empty());
            count.english += usize::from(is_english(stem));
            count.names += usize::from(!inner.is_empty() && !inner.starts_with(char::is_lowercase));
            count.signs += word.bytes().filter(|b| b"{};=<>|\\_".contains(b)).count();
        }
        count
    }

    pub(super) fn add(&mut self, other: Count) {
        self.words += other.words;
        self.english += other.english;
        self.names += other.names;
        self.signs += other.signs;
    }

    /// Long enough to tell, and with hardly any English word, in sentences rather than names.
    pub(super) fn is_foreign(self) -> bool {
        self.words >= 8 && self.english * 12 < self.words && self.names * 10 < self.words * 7 && !self.is_code()
            || self.words >= 8 && self.english == 0 && self.names * 10 < self.words * 7 && !self.is_code()
    }

    /// Almost nothing but names and numbers.
    pub(super) fn is_names(self) -> bool {
        self.words >= 8 && self.names * 10 >= self.words * 8 && self.english * 8 < self.words
    }

    /// More than one sign of programs for every three words.
    pub(super) fn is_code(self) -> bool {
        self.signs * 3 > self.words
    }
}
