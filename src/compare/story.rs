//! A text as comparing sees it: its words, and which of them are whose sentence's.

use super::given::Given;
use crate::{
    Model, Sentence, Span,
    model::{Class, Classes, ValueKind, hash_lower},
    text::{chars::is_apostrophe, fold, stem},
};
use std::ops::Range;

/// A text with the part of its report that is compared.
pub(super) struct Story<'t> {
    pub(super) text: &'t str,
    pub(super) given: Given,
    pub(super) words: Vec<Word>,
    /// The sentences of the story, in text order.
    pub(super) sentences: Vec<StorySentence>,
}

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    /// Equal for words that are the same but for case, accents and apostrophes.
    pub(super) spelling: u32,
    /// Equal for the forms of a word.
    pub(super) stem: u32,
    pub(super) classes: Classes,
    pub(super) has_digit: bool,
}

/// A sentence of the story.
#[derive(Clone, Debug)]
pub(super) struct StorySentence {
    /// Its index in the report.
    pub(super) index: u32,
    pub(super) span: Span,
    /// Its words.
    pub(super) words: Range<usize>,
}

impl<'t> Story<'t> {
    /// `given` must be [`fitted`](Given::fitted).
    pub(super) fn read(text: &'t str, given: Given, model: &Model) -> Story<'t> {
        let words = words(text, model);
        let told = given.sentences.iter().zip(0..).filter(|(sentence, _)| given.is_told(sentence));
        let sentence = |(sentence, index): (&Sentence, u32)| {
            let span = sentence.span;
            StorySentence { index, span, words: within(&words, span) }
        };
        let sentences = told.map(sentence).collect();
        Story { text, given, sentences, words }
    }

    /// The words of a span.
    pub(super) fn words_of(&self, span: Span) -> &[Word] {
        &self.words[within(&self.words, span)]
    }

    /// The place of the first word that begins at a place of the text or after it.
    pub(super) fn word_at(&self, place: u32) -> usize {
        self.words.partition_point(|word| word.span.start < place)
    }

    /// Whether a sentence of the text begins behind `before` and up to `at`.
    pub(super) fn opens_sentence(&self, before: u32, at: u32) -> bool {
        let after = self.given.sentences.partition_point(|sentence| sentence.span.start <= at);
        after.checked_sub(1).is_some_and(|last| self.given.sentences[last].span.start >= before)
    }

    /// The place of the sentence of the story that a span begins in.
    pub(super) fn sentence_at(&self, span: Span) -> Option<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        self.sentences.get(at).filter(|sentence| sentence.span.start <= span.start).map(|_| at)
    }
}

impl Word {
    /// Whether it says what the text is about rather than how words belong together or that somebody speaks.
    pub(super) fn tells(&self) -> bool {
        !self.classes.has(Class::Function) && !self.classes.has(Class::Saying)
    }
}

fn within(words: &[Word], span: Span) -> Range<usize> {
    let first = words.partition_point(|word| word.span.start < span.start);
    let end = words.partition_point(|word| word.span.start < span.end);
    first..end.max(first)
}

fn words(text: &str, model: &Model) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    let mut before = ' ';
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map_or(' ', |(_, c)| *c);
        let goes_on = c.is_alphanumeric() || start.is_some() && joins(before, c, next);
        match start {
            None if goes_on => start = Some(at),
            Some(first) if !goes_on => {
                words.push(word(text, Span::new(first as u32, at as u32), model));
                start = None;
            }
            _ => {}
        }
        before = c;
    }
    words.extend(start.map(|first| word(text, Span::new(first as u32, text.len() as u32), model)));
    words
}

/// Whether a mark stands inside a word: "don't", "U.S", "1,200".
fn joins(before: char, mark: char, next: char) -> bool {
    let between = |is: fn(char) -> bool| is(before) && is(next);
    match mark {
        '.' => between(|c| c.is_ascii_digit()) || between(|c| c.is_ascii_uppercase()),
        ',' => between(|c| c.is_ascii_digit()),
        _ => is_apostrophe(mark) && between(char::is_alphanumeric),
    }
}

fn word(text: &str, span: Span, model: &Model) -> Word {
    let written = span.of(text);
    let owner = written.strip_suffix(['s', 'S']).and_then(|word| word.strip_suffix(is_apostrophe)).unwrap_or(written);
    let folded = fold(owner);
    Word {
        span,
        spelling: hash_lower(&fold(written)),
        stem: hash_lower(&root(&folded, model)),
        classes: model.lexicon().classes(hash_lower(owner)),
        has_digit: written.contains(|c: char| c.is_ascii_digit()),
    }
}

/// What is left of a folded word without its endings, in one spelling for British and American texts: "kilometres" and
/// "kilometers", "neighbour" and "neighbor", "inspection" and "inspected" have one root, which need not be a word. What
/// was done to people is told in many words: they count as one.
fn root(folded: &str, model: &Model) -> String {
    const SHORTEST: usize = 4;
    if let Some(harm) = model.values().get(ValueKind::Harm, hash_lower(folded)) {
        return harm.to_owned();
    }
    let stem = stem(folded);
    let verb = stem.strip_suffix("ion").filter(|verb| verb.len() > SHORTEST).unwrap_or(stem);
    let root = verb.replace("our", "or").replace('z', "s");
    let cut = [("isat", "is"), ("tr", "ter")].iter().find_map(|(end, new)| Some((root.strip_suffix(end)?, new)));
    cut.map(|(start, new)| format!("{start}{new}")).unwrap_or(root)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_is_that_of_all_forms_and_spellings() {
        let model = Model::built_in();
        for group in [
            "kilometre kilometres kilometers",
            "neighbour neighbors",
            "organise organized organisation",
            "inspect inspected inspection",
            "investigate investigation",
            "vaccine vaccines",
            "killed dead deaths died killing",
            "injured hurt wounded injuries",
        ] {
            let mut roots: Vec<_> = group.split(' ').map(|word| root(word, &model)).collect();
            roots.dedup();
            assert_eq!(roots.len(), 1, "{group}: {roots:?}");
        }
        assert_ne!(root("nation", &model), root("nat", &model));
    }
}
