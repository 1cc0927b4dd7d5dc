//! The questions that this stage asks about the words of a text.

use super::marks::{self, Marked};
use crate::{
    Span,
    entities::Entities,
    model::{Class, CueVerb, phrase_hash},
    sort,
    tokens::{Reading, Tag},
};
use std::ops::Range;

/// A text with its quotation marks paired, as it looks from one level: from outside all marks, or from inside a
/// marked stretch.
pub(super) struct View<'a> {
    pub(super) reading: Reading<'a>,
    pub(super) entities: &'a Entities,
    pub(super) marked: &'a [Marked],
    /// For every token the innermost stretch that holds it or has it as a mark, plus one; or 0.
    innermost: &'a [u32],
    /// The stretch from inside which this view looks.
    level: Option<usize>,
    /// The sentences of this level.
    pub(super) sentences: Vec<Outer>,
}

/// The marked stretches of a text, and where they lie.
pub(super) struct Marks {
    /// In the order in which they open.
    stretches: Vec<Marked>,
    innermost: Vec<u32>,
}

impl Marks {
    pub(super) fn new(reading: Reading) -> Marks {
        let stretches = marks::pair(reading);
        let mut innermost = vec![0; reading.tokens.tokens.len()];
        for (index, stretch) in stretches.iter().enumerate() {
            innermost[stretch.tokens()].fill(index as u32 + 1);
        }
        Marks { stretches, innermost }
    }

    /// The stretches that hold others.
    pub(super) fn parents(&self) -> Vec<usize> {
        let mut parents: Vec<_> = self.stretches.iter().filter_map(|m| m.parent).collect();
        parents.dedup();
        sort::by_key(&mut parents, |&stretch| stretch as u64);
        parents.dedup();
        parents
    }
}

/// A sentence that is not cut inside quotation marks: `"It is late. Go home," she said.` is one.
#[derive(Clone, Debug)]
pub(super) struct Outer {
    pub(super) tokens: Range<usize>,
    /// The index of its block.
    pub(super) block: usize,
    /// Whether it opens its block, datelines and run-in heads aside.
    pub(super) opens_block: bool,
}

impl<'a> View<'a> {
    /// The text from outside all marks.
    pub(super) fn new(reading: Reading<'a>, entities: &'a Entities, marks: &'a Marks) -> View<'a> {
        View::at_level(reading, entities, marks, None)
    }

    /// What stands inside a marked stretch.
    pub(super) fn inside(&self, marks: &'a Marks, stretch: usize) -> View<'a> {
        View::at_level(self.reading, self.entities, marks, Some(stretch))
    }

    fn at_level(reading: Reading<'a>, entities: &'a Entities, marks: &'a Marks, level: Option<usize>) -> View<'a> {
        let (marked, innermost) = (marks.stretches.as_slice(), marks.innermost.as_slice());
        let mut view = View { reading, entities, marked, innermost, level, sentences: Vec::new() };
        let range = level.map_or(0..view.len(), |level| marked[level].inner.clone());
        view.sentences = view.outer_sentences(range);
        view
    }

    pub(super) fn len(&self) -> usize {
        self.reading.tokens.tokens.len()
    }

    pub(super) fn word(&self, token: usize) -> &'a str {
        if token < self.len() { self.reading.word(token) } else { "" }
    }

    /// Whether the token is one of these words, in any case.
    pub(super) fn is(&self, token: usize, words: &[&str]) -> bool {
        let word = self.word(token);
        words.iter().any(|w| w.eq_ignore_ascii_case(word))
    }

    pub(super) fn tag(&self, token: usize) -> Tag {
        if token < self.len() { self.reading.tokens.tag(token) } else { Tag::Punctuation }
    }

    pub(super) fn has(&self, token: usize, class: Class) -> bool {
        token < self.len() && self.reading.tokens.classes(token).has(class)
    }

    /// Whether white space stands before the token, or nothing at all.
    pub(super) fn spaced(&self, token: usize) -> bool {
        self.reading.tokens.tokens.get(token).is_none_or(|t| t.spaced)
    }

    pub(super) fn is_capitalised(&self, token: usize) -> bool {
        token < self.len() && self.reading.tokens.form(token).shape.is_capitalised()
    }

    pub(super) fn is_lower_case(&self, token: usize) -> bool {
        token < self.len() && self.reading.tokens.form(token).shape.is_lower_case()
    }

    /// Letters after a name, or a ticker: "KC", "MP", "7299.T".
    pub(super) fn is_code(&self, token: usize) -> bool {
        const LONGEST: usize = 6;
        let word = self.word(token);
        (2..=LONGEST).contains(&word.len()) && !word.bytes().any(|b| b.is_ascii_lowercase() || !b.is_ascii())
    }

    /// Holds neither letter nor digit.
    pub(super) fn is_mark(&self, token: usize) -> bool {
        token >= self.len() || self.reading.tokens.form(token).shape.is_mark()
    }

    pub(super) fn is_comma(&self, token: usize) -> bool {
        self.word(token) == ","
    }

    pub(super) fn is_dash(&self, token: usize) -> bool {
        matches!(self.word(token), "—" | "–" | "--" | "---") || self.word(token) == "-" && self.spaced(token)
    }

    /// Ends a sentence: full stop, question or exclamation mark, dots.
    pub(super) fn is_stop(&self, token: usize) -> bool {
        matches!(self.word(token), "." | "!" | "?" | "…") || self.word(token).starts_with("..")
    }

    /// A day, month or adverb of time, which may stand between a subject and its verb.
    pub(super) fn is_time(&self, token: usize) -> bool {
        const TIMES: &[&str] =
            &["today", "yesterday", "tomorrow", "tonight", "later", "earlier", "recently", "afterward", "afterwards"];
        self.has(token, Class::Weekday) && self.is_capitalised(token) || self.is(token, TIMES)
    }

    /// The reporting verb at a token, and how many tokens it takes with its particle.
    pub(super) fn cue_verb(&self, token: usize) -> Option<(CueVerb<'a>, usize)> {
        let lower = |at: usize| self.reading.tokens.form(at).lower;
        let cues = self.reading.model.cues();
        let with_particle = (token + 1 < self.len())
            .then(|| cues.get(phrase_hash([lower(token), lower(token + 1)])))
            .flatten()
            .map(|verb| (verb, 2));
        with_particle.or_else(|| cues.get(lower(token)).map(|verb| (verb, 1)))
    }

    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        self.reading.tokens.span(tokens.clone())
    }

    /// The range without marks of punctuation at its edges; brackets that open or close inside it stay.
    pub(super) fn trimmed(&self, mut tokens: Range<usize>) -> Range<usize> {
        let edge = |at: usize| matches!(self.word(at), "," | ";" | ":" | "." | "—" | "–" | "--" | "-");
        while tokens.start < tokens.end && edge(tokens.start) {
            tokens.start += 1;
        }
        while tokens.start < tokens.end && edge(tokens.end - 1) {
            tokens.end -= 1;
        }
        tokens
    }

    /// The marked stretch of this level that holds a token or has it as a mark.
    pub(super) fn marked_at(&self, token: usize) -> Option<usize> {
        let mut index = self.innermost.get(token)?.checked_sub(1)? as usize;
        loop {
            if Some(index) == self.level {
                return None;
            }
            match self.marked[index].parent {
                parent if parent == self.level => return Some(index),
                Some(parent) => index = parent,
                None => return None,
            }
        }
    }

    /// Whether a block stands apart from the run of the story: a heading, caption or the like.
    pub(super) fn is_heading(&self, block: usize) -> bool {
        !self.reading.article.blocks[block].kind.is_story()
    }

    /// Whether a marked stretch belongs to this level.
    pub(super) fn is_top(&self, marked: usize) -> bool {
        self.marked[marked].parent == self.level
    }

    /// The marked stretches of this level that begin in a range of tokens.
    pub(super) fn marked_in(&self, tokens: &Range<usize>) -> impl Iterator<Item = usize> + '_ + use<'_, 'a> {
        let range = tokens.clone();
        let first = self.marked.partition_point(|m| m.open.start < range.start);
        (first..self.marked.len())
            .take_while(move |&m| self.marked[m].open.start < range.end)
            .filter(|&m| self.is_top(m))
    }

    /// The sentences of a range of tokens, joined where their boundary lies inside quotation marks.
    fn outer_sentences(&self, range: Range<usize>) -> Vec<Outer> {
        let mut sentences: Vec<Outer> = Vec::new();
        let mut opened = usize::MAX;
        let all = &self.reading.tokens.sentences;
        let first = all.partition_point(|s| s.tokens.end <= range.start);
        for sentence in all[first..].iter().take_while(|s| s.tokens.start < range.end) {
            let tokens = sentence.tokens.start.max(range.start)..sentence.tokens.end.min(range.end);
            let inside = self.marked_at(tokens.start).is_some_and(|m| self.marked[m].open.start < tokens.start);
            match sentences.last_mut() {
                Some(last) if inside && last.block == sentence.block => last.tokens.end = tokens.end,
                _ => sentences.push(Outer { tokens, block: sentence.block, opens_block: opened != sentence.block }),
            }
            if !sentence.lead {
                opened = sentence.block;
            }
        }
        sentences
    }
}
