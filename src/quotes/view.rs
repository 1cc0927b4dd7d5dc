//! The text from one level of its quotations, and the questions that this stage asks about it.

use crate::{
    Span,
    entities::Entities,
    model::{CueList, CueVerb, phrase_hash},
    report::{EntityKind, Form},
    tokens::{Cursor, Quotation, Reading, Tag},
};
use std::ops::{Deref, Range};

/// A text as it looks from one level: from outside all quotation marks, or from inside a quotation. Its tokens are asked
/// through the [`Cursor`] over all of them.
pub(super) struct View<'a> {
    pub(super) cursor: Cursor<'a>,
    pub(super) entities: &'a Entities,
    /// In the order in which they open.
    pub(super) quotations: &'a [Quotation],
    /// The quotation from inside which this view looks.
    level: Option<usize>,
    cues: CueList<'a>,
    /// The sentences of this level.
    pub(super) sentences: Vec<MatrixSentence>,
}

impl<'a> Deref for View<'a> {
    type Target = Cursor<'a>;

    fn deref(&self) -> &Cursor<'a> {
        &self.cursor
    }
}

/// A sentence that is not cut inside quotation marks: `"It is late. Go home," she said.` is one.
#[derive(Clone, Debug)]
pub(super) struct MatrixSentence {
    pub(super) tokens: Range<usize>,
    /// The index of its block.
    pub(super) block: usize,
    /// Whether it opens its block, datelines and run-in heads aside.
    pub(super) opens_block: bool,
}

/// From how many tokens on a sentence is not joined with the next one.
const LONGEST: usize = 600;

impl<'a> View<'a> {
    /// The text from outside all marks.
    pub(super) fn new(reading: Reading<'a>, entities: &'a Entities) -> View<'a> {
        View::at_level(reading, entities, None)
    }

    /// What stands inside a quotation.
    pub(super) fn inside(&self, quotation: usize) -> View<'a> {
        View::at_level(self.reading, self.entities, Some(quotation))
    }

    fn at_level(reading: Reading<'a>, entities: &'a Entities, level: Option<usize>) -> View<'a> {
        let (cursor, quotations) = (Cursor::new(reading), reading.tokens.quotations.list.as_slice());
        let cues = reading.model.cues();
        let mut view = View { cursor, entities, quotations, level, cues, sentences: Vec::new() };
        let range = level.map_or(cursor.range(), |level| quotations[level].inner.clone());
        view.sentences = view.outer_sentences(range);
        view
    }

    /// What is named at a token, pronouns aside.
    pub(super) fn named_kind(&self, token: usize) -> Option<EntityKind> {
        let place = self.entities.at_token(token).filter(|place| place.form != Form::Pronoun)?;
        Some(self.entities.list[place.entity.0 as usize].kind)
    }

    /// Whether a noun phrase opens: "the", "her".
    pub(super) fn opens_phrase(&self, token: usize) -> bool {
        matches!(self.tag(token), Some(Tag::Determiner | Tag::Possessive))
    }

    /// A day or a word of time that is no part of a name: not "The Lintz Sun", "USA Today".
    pub(super) fn tells_time(&self, token: usize) -> bool {
        self.is_time(token) && !self.named_kind(token).is_some_and(EntityKind::is_named)
    }

    /// Letters after a name, or a ticker: "KC", "MP", "7299.T".
    pub(super) fn is_code(&self, token: usize) -> bool {
        const LONGEST: usize = 6;
        let is_code = |word: &str| !word.bytes().any(|b| b.is_ascii_lowercase() || !b.is_ascii());
        self.word(token).is_some_and(|word| (2..=LONGEST).contains(&word.len()) && is_code(word))
    }

    /// The reporting verb at a token, and how many tokens it takes with its particle.
    pub(super) fn cue_verb(&self, token: usize) -> Option<(CueVerb<'a>, usize)> {
        let (cues, word) = (&self.cues, self.form(token)?.lower);
        let next = self.form(token + 1).filter(|next| !next.shape.is_mark());
        let with_particle = next.and_then(|particle| cues.get(phrase_hash([word, particle.lower])));
        with_particle.map(|verb| (verb, 2)).or_else(|| cues.get(word).map(|verb| (verb, 1)))
    }

    /// Whether a comma or marks that end in one stand at a token: `"empty," he said`.
    pub(super) fn is_pause(&self, token: usize) -> bool {
        let closed = self.quotation_at(token).map(|m| &self.quotations[m]).filter(|m| m.tokens().end == token + 1);
        self.is_comma(token) || closed.is_some_and(|m| !m.inner.is_empty() && self.is_comma(m.inner.end - 1))
    }

    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        self.reading.tokens.span(tokens.clone())
    }

    /// The range without marks of punctuation at its edges; brackets that open or close inside it stay.
    pub(super) fn trimmed(&self, mut tokens: Range<usize>) -> Range<usize> {
        let edge = |at: usize| matches!(self.word(at), Some("," | ";" | ":" | "." | "—" | "–" | "--" | "-"));
        while tokens.start < tokens.end && edge(tokens.start) {
            tokens.start += 1;
        }
        while tokens.start < tokens.end && edge(tokens.end - 1) {
            tokens.end -= 1;
        }
        tokens
    }

    /// The quotation of this level that holds a token or has it as a mark.
    pub(super) fn quotation_at(&self, token: usize) -> Option<usize> {
        self.reading.tokens.quotations.child_of(self.level, token)
    }

    /// Whether a block stands apart from the run of the story: a heading, caption or the like.
    pub(super) fn is_heading(&self, block: usize) -> bool {
        !self.reading.article.blocks[block].kind.is_story()
    }

    /// Whether a quotation belongs to this level.
    pub(super) fn is_top(&self, quotation: usize) -> bool {
        self.quotations[quotation].parent == self.level
    }

    /// The quotations of this level that begin in a range of tokens.
    pub(super) fn quotations_in(&self, tokens: &Range<usize>) -> impl Iterator<Item = usize> + '_ + use<'_, 'a> {
        let range = tokens.clone();
        let first = self.quotations.partition_point(|m| m.open.start < range.start);
        (first..self.quotations.len())
            .take_while(move |&m| self.quotations[m].open.start < range.end)
            .filter(|&m| self.is_top(m))
    }

    /// The sentences of a range of tokens, joined where their boundary lies inside quotation marks.
    fn outer_sentences(&self, range: Range<usize>) -> Vec<MatrixSentence> {
        let mut opened = None;
        let all = &self.reading.tokens.sentences;
        let first = all.partition_point(|s| s.tokens.end <= range.start);
        let after = all.partition_point(|s| s.tokens.start < range.end);
        let mut sentences: Vec<MatrixSentence> = Vec::with_capacity(after - first);
        for sentence in &all[first..after] {
            let tokens = sentence.tokens.start.max(range.start)..sentence.tokens.end.min(range.end);
            let inside = self.quotation_at(tokens.start).is_some_and(|m| self.quotations[m].open.start < tokens.start);
            match sentences.last_mut() {
                Some(last) if inside && last.block == sentence.block && last.tokens.len() < LONGEST => {
                    last.tokens.end = tokens.end;
                }
                _ => sentences.push(MatrixSentence {
                    tokens,
                    block: sentence.block,
                    opens_block: opened != Some(sentence.block),
                }),
            }
            if !sentence.lead {
                opened = Some(sentence.block);
            }
        }
        sentences
    }
}
