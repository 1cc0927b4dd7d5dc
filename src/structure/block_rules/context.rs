//! A paragraph as the rules see it: its words, its place, its neighbours.

use super::super::paragraph::Paragraph;
use crate::{model::ParagraphWords, report::BlockKind};

/// How many paragraphs may stand above the story.
pub(super) const TOP: usize = 16;

/// A paragraph in its place.
#[derive(Clone, Copy)]
pub(super) struct Context<'a, 't> {
    pub(super) paragraph: &'a Paragraph<'t>,
    pub(super) lists: &'a ParagraphWords<'a>,
    /// Its place among the paragraphs.
    pub(super) at: usize,
    pub(super) paragraphs: &'a [Paragraph<'t>],
    /// What the own words of every paragraph say.
    pub(super) signs: &'a [Option<BlockKind>],
    /// What the paragraph before was taken for.
    pub(super) before: Option<BlockKind>,
}

/// A paragraph beside the one in question.
#[derive(Clone, Copy)]
pub(super) struct Neighbour<'a, 't> {
    pub(super) paragraph: &'a Paragraph<'t>,
    pub(super) sign: Option<BlockKind>,
}

impl<'a, 't> Context<'a, 't> {
    /// A paragraph alone, of which only the words count.
    pub(super) const fn of_words(paragraph: &'a Paragraph<'t>, lists: &'a ParagraphWords<'a>) -> Context<'a, 't> {
        Context { paragraph, lists, at: 0, paragraphs: &[], signs: &[], before: None }
    }

    pub(super) fn sign(&self) -> Option<BlockKind> {
        self.signs.get(self.at).copied().flatten()
    }

    pub(super) fn previous(&self) -> Option<Neighbour<'a, 't>> {
        self.neighbour(self.at.checked_sub(1)?)
    }

    pub(super) fn next(&self) -> Option<Neighbour<'a, 't>> {
        self.neighbour(self.at + 1)
    }

    /// Those of the paragraphs before it that may belong to the top of the same article, each in its place.
    pub(super) fn top(&self) -> impl Iterator<Item = Context<'a, 't>> + use<'_, 'a, 't> {
        let first = self.at.saturating_sub(2 * TOP);
        (first..self.at).map(|at| Context { paragraph: &self.paragraphs[at], at, before: None, ..*self })
    }

    fn neighbour(&self, at: usize) -> Option<Neighbour<'a, 't>> {
        Some(Neighbour { paragraph: self.paragraphs.get(at)?, sign: *self.signs.get(at)? })
    }
}
