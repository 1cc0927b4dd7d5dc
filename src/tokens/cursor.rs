//! Questions about the token at a place, with one answer at the edges.

use super::{Form, Reading, Tag, Token};
use crate::model::Class;
use std::ops::Range;

/// A stretch of the tokens of a text, seen through their places in the whole text.
///
/// Outside of the stretch there is nothing: what a token *has* (a word, a tag) is `None` there, and what a token *is*
/// is `false`. It is small and is passed by value.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    pub(crate) reading: Reading<'a>,
    start: usize,
    end: usize,
}

impl<'a> Cursor<'a> {
    /// All tokens of a text.
    pub(crate) fn new(reading: Reading<'a>) -> Cursor<'a> {
        Cursor { reading, start: 0, end: reading.tokens.tokens.len() }
    }

    /// The part of this stretch that lies in a range of tokens.
    pub(crate) fn within(self, range: Range<usize>) -> Cursor<'a> {
        let start = range.start.clamp(self.start, self.end);
        Cursor { start, end: range.end.clamp(start, self.end), ..self }
    }

    /// The places of the stretch.
    pub(crate) const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The place behind the last token.
    pub(crate) const fn end(self) -> usize {
        self.end
    }

    pub(crate) fn token(self, at: usize) -> Option<&'a Token> {
        if self.range().contains(&at) { self.reading.tokens.tokens.get(at) } else { None }
    }

    pub(crate) fn word(self, at: usize) -> Option<&'a str> {
        self.form(at).map(|form| form.word)
    }

    pub(crate) fn form(self, at: usize) -> Option<&'a Form<'a>> {
        self.token(at).map(|token| &self.reading.tokens.forms[token.form as usize])
    }

    pub(crate) fn tag(self, at: usize) -> Option<Tag> {
        self.range().contains(&at).then(|| self.reading.tokens.tags[at])
    }

    /// Whether the token is one of these words, in any case.
    pub(crate) fn is(self, at: usize, words: &[&str]) -> bool {
        let Some(token) = self.token(at) else { return false };
        let own = &self.reading.text.as_bytes()[token.span.range()];
        // Nearly all differ in their first letters: that is told sooner than whole words are compared.
        let alike = |(a, b): (&u8, &u8)| a.eq_ignore_ascii_case(b);
        words.iter().any(|word| word.len() == own.len() && word.as_bytes().iter().zip(own).all(alike))
    }

    pub(crate) fn has(self, at: usize, class: Class) -> bool {
        self.form(at).is_some_and(|form| form.classes.has(class))
    }

    /// Any form of a verb, modals aside.
    pub(crate) fn is_verb(self, at: usize) -> bool {
        self.tag(at).is_some_and(Tag::is_verb)
    }

    /// A common or proper noun.
    pub(crate) fn is_noun(self, at: usize) -> bool {
        self.tag(at).is_some_and(Tag::is_noun)
    }

    /// Holds a letter or a digit.
    pub(crate) fn is_word(self, at: usize) -> bool {
        self.form(at).is_some_and(|form| !form.shape.is_mark())
    }

    /// Holds neither letter nor digit.
    pub(crate) fn is_mark(self, at: usize) -> bool {
        self.form(at).is_some_and(|form| form.shape.is_mark())
    }

    pub(crate) fn is_capitalised(self, at: usize) -> bool {
        self.form(at).is_some_and(|form| form.shape.is_capitalised())
    }

    pub(crate) fn is_lower_case(self, at: usize) -> bool {
        self.form(at).is_some_and(|form| form.shape.is_lower_case())
    }

    /// A day of the week or an adverb of time, which may stand between a subject and its verb.
    pub(crate) fn is_time(self, at: usize) -> bool {
        self.has(at, Class::Weekday) && self.is_capitalised(at) || self.has(at, Class::TimeAdverb)
    }

    /// Stands behind another token without white space between them.
    pub(crate) fn is_attached(self, at: usize) -> bool {
        self.token(at).is_some_and(|token| !token.spaced)
    }

    pub(crate) fn is_comma(self, at: usize) -> bool {
        self.word(at) == Some(",")
    }

    /// A dash between words; a hyphen counts behind white space.
    pub(crate) fn is_dash(self, at: usize) -> bool {
        matches!(self.word(at), Some("—" | "–" | "--" | "---")) || self.word(at) == Some("-") && !self.is_attached(at)
    }

    /// Ends a sentence: full stop, question or exclamation mark, dots.
    pub(crate) fn is_stop(self, at: usize) -> bool {
        let is_stop = |word| matches!(word, "." | "!" | "?" | "…") || word.starts_with("..");
        self.is_mark(at) && self.word(at).is_some_and(is_stop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Model, Options, structure, tokens::tokenize};

    /// Reads a text and hands its cursor to a test.
    fn read(text: &str, test: impl FnOnce(Cursor)) {
        let model = Model::built_in();
        let article = structure::read(text, &Options::new(), &model);
        let tokens = tokenize(text, &article, &model);
        test(Cursor::new(Reading { text, article: &article, tokens: &tokens, model: &model }));
    }

    #[test]
    fn answers_inside_the_stretch() {
        read("Lowe said, “No.”", |all| {
            assert_eq!(all.range(), 0..7);
            assert_eq!(all.word(0), Some("Lowe"));
            assert_eq!(all.tag(1), Some(Tag::VerbPast));
            assert!(all.is_capitalised(0) && all.is_lower_case(1) && all.is_verb(1) && all.is_noun(0));
            assert!(all.is(1, &["SAID"]) && all.is_word(1) && !all.is_mark(1) && !all.is_attached(1));
            assert!(all.is_comma(2) && all.is_mark(2) && all.is_attached(2) && !all.is_word(2));
            assert!(all.is_stop(5) && !all.is_stop(6));
        });
    }

    #[test]
    fn there_is_nothing_outside_the_stretch() {
        read("Lowe said, “No.”", |all| {
            let verb = all.within(1..2);
            for at in [0, 2, usize::MAX] {
                assert_eq!((verb.word(at), verb.tag(at)), (None, None), "{at}");
                assert!(!(verb.is_word(at) || verb.is_mark(at) || verb.is_attached(at) || verb.is_comma(at)), "{at}");
            }
            assert_eq!(verb.within(0..9).range(), 1..2, "a part does not reach beyond the whole");
        });
    }

    #[test]
    fn a_hyphen_between_words_is_no_dash() {
        read("A well-known rule - or law", |all| {
            let dashes: Vec<_> = all.range().filter(|&at| all.is_dash(at)).filter_map(|at| all.word(at + 1)).collect();
            assert_eq!(dashes, ["or"]);
        });
    }
}
