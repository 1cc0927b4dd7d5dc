//! Where the story is told.

use super::{
    super::{paragraph::Paragraph, run_in},
    context::TOP,
};
use crate::report::BlockKind::{self, *};
use std::ops::Range;

/// The range of paragraphs in which the story is told.
pub(super) fn story(paragraphs: &[Paragraph], signs: &[Option<BlockKind>]) -> Range<usize> {
    let tells = |at: &usize| {
        signs[*at].is_none() && (paragraphs[*at].is_prose() || run_in::dateline_length(&paragraphs[*at]).is_some())
    };
    let Some(first) = (0..paragraphs.len()).find(tells) else { return without_prose(signs) };
    let last = (first..paragraphs.len()).rev().find(tells).unwrap_or(first);
    let deck_above =
        |at: &usize| *at > first && matches!(signs[*at], Some(Byline | Date)) && (first + 1..*at).all(|i| !tells(&i));
    let after_top = (first + 1..paragraphs.len().min(TOP)).rev().find(deck_above).filter(|_| first > 0);
    after_top.map_or(first, |at| at + 1)..last + 1
}

/// Without prose: everything that shows no other purpose, after one line for a headline.
fn without_prose(signs: &[Option<BlockKind>]) -> Range<usize> {
    let plain = || (0..signs.len()).filter(|&at| signs[at].is_none());
    let (first, second, last) = (plain().next(), plain().nth(1), plain().next_back());
    let start = match (first, second) {
        (Some(_), Some(second)) => second,
        (Some(first), None) => first,
        _ => signs.len(),
    };
    start..last.map_or(signs.len(), |at| at + 1)
}
