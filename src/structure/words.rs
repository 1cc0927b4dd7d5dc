//! The words of a text as the rules look at them: cut at white space, in small letters, without the marks around them.

use super::date_word::DateWord;
use crate::{
    Span,
    model::{ParagraphClass, ParagraphClasses, ParagraphWords, WordHash, hash_lower},
    text::{Sorts, WordShape, chars::is_alphanumeric},
};
use std::{borrow::Cow, ops::Range};

/// Words at the beginning of a paragraph that are looked at one by one.
pub(super) const HEAD: usize = 64;

/// A text, and the same with its ASCII letters small, from which the words borrow.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'t> {
    pub(super) text: &'t str,
    /// As long as the text: what stands at a place of one stands there in the other.
    small: &'t str,
}

impl<'t> Source<'t> {
    /// `small` is `text.to_ascii_lowercase()`.
    pub(super) fn of(text: &'t str, small: &'t str) -> Source<'t> {
        assert_eq!(text.len(), small.len(), "the same text");
        Source { text, small }
    }

    /// A text of a test.
    #[cfg(test)]
    pub(super) fn leaked(text: &'t str) -> Source<'t> {
        Source::of(text, text.to_ascii_lowercase().leak())
    }

    /// The first words of the text.
    pub(super) fn head_words(self, lists: &ParagraphWords) -> Vec<Word<'t>> {
        let words = self.words(Span::new(0, self.text.len() as u32)).take(HEAD);
        words.map(|word| Word::read(word, lists)).collect()
    }

    /// The words of a part of the text.
    pub(super) const fn words(self, part: Span) -> WrittenWords<'t> {
        WrittenWords { source: self, at: part.start as usize, end: part.end as usize }
    }
}

/// Sorts that count at the edges of a word, too.
const ANYWHERE: Sorts = Sorts::SIGN.and(Sorts::AT).and(Sorts::WIDE);

/// A word as it is written.
#[derive(Debug)]
pub(super) struct WrittenWord<'t> {
    text: &'t str,
    pub(super) span: Span,
    /// The part without the marks around it; nothing if it is all marks.
    inside: Span,
    /// That in lower case, with straight apostrophes.
    lower: Cow<'t, str>,
    /// The hash of `lower`, under which the word lists have it.
    pub(super) hash: u32,
    /// What it holds, marks at its edges aside unless they are [`ANYWHERE`].
    pub(super) has: Sorts,
    /// How its first character is written.
    pub(super) capital: bool,
    pub(super) small: bool,
}

impl<'t> WrittenWord<'t> {
    /// The word with the marks around it.
    pub(super) fn written(&self) -> &'t str {
        self.span.of(self.text)
    }

    /// The word without them; empty if it is all marks.
    pub(super) fn inner(&self) -> &'t str {
        self.inside.of(self.text)
    }

    pub(super) const fn is_all_marks(&self) -> bool {
        self.inside.is_empty()
    }

    /// Written small and not joined from parts: a language has it, or has it not.
    pub(super) fn is_plain(&self) -> bool {
        const JOINING: Sorts = Sorts::of_all(b"./@-");
        self.small && !(self.has.any(JOINING) && self.inner().contains(['.', '/', '@', '-']))
    }
}

/// Cuts words out of a text, most of them in one pass over their bytes.
#[derive(Debug)]
pub(super) struct WrittenWords<'t> {
    source: Source<'t>,
    at: usize,
    end: usize,
}

impl<'t> Iterator for WrittenWords<'t> {
    type Item = WrittenWord<'t>;

    // Inlined where words are counted: a word that is handed from function to function is copied each time.
    #[inline(always)]
    fn next(&mut self) -> Option<WrittenWord<'t>> {
        self.skip_blanks();
        let start = self.at;
        let bytes = &self.source.small.as_bytes()[start..self.end];
        let mut pass = Pass::over_letters(bytes);
        for &byte in &bytes[pass.length..] {
            match Sorts::of(byte) {
                sort if sort.any(Sorts::BLANK) => break,
                sort if sort.any(Sorts::WIDE) => return Some(self.wide_word()),
                sort => pass.take(byte, sort),
            }
        }
        self.at += pass.length;
        let inside = Span::new((start + pass.inner.start) as u32, (start + pass.inner.end) as u32);
        let first =
            self.source.text.as_bytes().get(start + pass.inner.start).map_or(Sorts::NONE, |&byte| Sorts::of(byte));
        (pass.length > 0).then(|| WrittenWord {
            text: self.source.text,
            span: Span::new(start as u32, self.at as u32),
            inside,
            lower: Cow::Borrowed(inside.of(self.source.small)),
            hash: pass.inner_hash.finish(),
            has: pass.has,
            capital: first.any(Sorts::CAPITAL),
            small: first.any(Sorts::SMALL),
        })
    }
}

/// What one pass over the bytes of a word finds.
struct Pass {
    length: usize,
    /// From the first letter or digit to the last.
    inner: Range<usize>,
    /// The hash of that.
    inner_hash: WordHash,
    /// The same with the marks that follow.
    hash: WordHash,
    has: Sorts,
    /// The marks behind the last letter or digit, which may still turn out to stand inside.
    behind: Sorts,
}

impl Pass {
    /// Up to the first byte that is no letter or digit: most words end there.
    fn over_letters(bytes: &[u8]) -> Pass {
        let (mut length, mut hash) = (0, WordHash::START);
        for &byte in bytes.iter().take_while(|&&byte| Sorts::of(byte).any(Sorts::ALPHANUMERIC)) {
            hash = hash.and(byte);
            length += 1;
        }
        Pass { length, inner: 0..length, inner_hash: hash, hash, has: Sorts::NONE, behind: Sorts::NONE }
    }

    #[inline]
    fn take(&mut self, byte: u8, sort: Sorts) {
        let opened = self.inner.end > 0;
        if sort.any(Sorts::ALPHANUMERIC) {
            if !opened {
                self.inner.start = self.length;
            }
            self.hash = self.hash.and(byte);
            self.inner_hash = self.hash;
            self.inner.end = self.length + 1;
            self.has = self.has.and(self.behind);
            self.behind = Sorts::NONE;
        } else {
            self.has = self.has.and(sort.among(ANYWHERE));
            if opened {
                self.hash = self.hash.and(byte);
                self.behind = self.behind.and(sort);
            }
        }
        self.length += 1;
    }
}

impl<'t> WrittenWords<'t> {
    // Inlined like the one that calls it: most of its time goes to a single blank.
    #[inline(always)]
    fn skip_blanks(&mut self) {
        let bytes = &self.source.text.as_bytes()[..self.end];
        while bytes.get(self.at).is_some_and(|&byte| Sorts::of(byte).any(Sorts::BLANK)) {
            self.at += 1;
        }
        if bytes.get(self.at).is_some_and(|byte| !byte.is_ascii()) {
            self.skip_wide_blanks();
        }
    }

    /// Skips blanks, the first of which may be one that is not ASCII.
    fn skip_wide_blanks(&mut self) {
        let rest = &self.source.text[self.at..self.end];
        self.at += rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
    }

    /// The next word, which is not all ASCII.
    fn wide_word(&mut self) -> WrittenWord<'t> {
        let (start, rest) = (self.at, &self.source.text[self.at..self.end]);
        let word = &rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())];
        self.at += word.len();
        let inside = inside(word, start as u32);
        let inner = inside.of(self.source.text);
        let lower =
            if inner.is_ascii() { Cow::Borrowed(inside.of(self.source.small)) } else { Cow::Owned(lower(inner)) };
        let sorts = |part: &str| Sorts::of_all(part.as_bytes());
        WrittenWord {
            text: self.source.text,
            span: Span::new(start as u32, self.at as u32),
            inside,
            hash: hash_lower(&lower),
            lower,
            has: sorts(word).among(ANYWHERE).and(sorts(inner)),
            capital: inner.starts_with(char::is_uppercase),
            small: inner.starts_with(char::is_lowercase),
        }
    }
}

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
    /// See [`WrittenWord::is_plain`].
    pub(super) is_plain: bool,
    /// "2-1": the numbers of two sides.
    pub(super) is_score: bool,
    /// What it can be in a date.
    pub(super) date: DateWord,
}

impl<'t> Word<'t> {
    pub(super) fn read(word: WrittenWord<'t>, lists: &ParagraphWords) -> Word<'t> {
        let classes = lists.classes(word.hash);
        Word::of_classes(word, classes, lists)
    }

    /// The same where the classes of the word are known. Inlined like what cuts words.
    #[inline(always)]
    pub(super) fn of_classes(word: WrittenWord<'t>, classes: ParagraphClasses, lists: &ParagraphWords) -> Word<'t> {
        const OF_SCORES: Sorts = Sorts::HYPHEN.and(Sorts::WIDE);
        let is_score = word.has.any(OF_SCORES) && WordShape::Score.fits(word.inner());
        let date = DateWord::of(|| word.inner(), &word.lower, classes, lists);
        let is_plain = word.is_plain();
        let WrittenWord { span, lower, hash, capital, .. } = word;
        Word { lower, span, capital, hash, classes, is_plain, is_score, date }
    }

    pub(super) fn is(&self, class: ParagraphClass) -> bool {
        self.classes.has(class)
    }
}

/// Where a word that begins at `start` stands without the marks around it.
fn inside(word: &str, start: u32) -> Span {
    let rest = word.trim_start_matches(|c: char| !is_alphanumeric(c));
    let inner = rest.trim_end_matches(|c: char| !is_alphanumeric(c));
    let first = start + (word.len() - rest.len()) as u32;
    Span::new(first, first + inner.len() as u32)
}

/// A word that is not all ASCII in lower case, with straight apostrophes; most have nothing else that is not ASCII.
fn lower(word: &str) -> String {
    let mut word = word.replace('’', "'");
    if !word.is_ascii() {
        return word.to_lowercase();
    }
    word.make_ascii_lowercase();
    word
}
