//! Layer 1: `text -> Article`: blocks and what they are for.

use crate::{
    Notice, Options, Span,
    report::{Article, Block, BlockKind},
};

/// Splits a text into blocks and says what each is for.
pub(crate) fn read(text: &str, options: &Options) -> Article {
    Article { published: options.date, blocks: paragraphs(text), ..Article::default() }
}

/// What is odd about a text.
pub(crate) fn notices(_text: &str, _article: &Article, _options: &Options) -> Vec<Notice> {
    Vec::new()
}

fn paragraphs(text: &str) -> Vec<Block> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        start += line.len() as u32;
        Span::new(start - line.len() as u32, start).trimmed(text)
    });
    lines.filter(|span| !span.is_empty()).map(|span| Block { kind: BlockKind::Body, span }).collect()
}
