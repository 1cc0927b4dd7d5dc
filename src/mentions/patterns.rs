//! Everything that patterns find, in one pass from left to right.

use super::{
    Amount, DateMention, Mention, addresses, dates, money, quantities, tickers,
    words::{self, Meaning, Words},
};
use crate::{
    report::{EntityKind, Source},
    tokens::{Reading, SentenceTokens},
};
use std::ops::Range;

/// Amounts, dates and addresses in text order, not overlapping; and the dates of every block as they were read.
pub(super) fn find(reading: Reading) -> (Vec<Mention>, Vec<DateMention>) {
    let meanings = words::meanings(reading);
    let (mut mentions, mut dates) = (Vec::new(), Vec::new());
    for block in reading.tokens.sentences.chunk_by(|a, b| a.block == b.block) {
        let words = Words { reading, meanings: &meanings, start: block[0].tokens.start, end: end_of(block) };
        let read = reading.article.blocks[block[0].block].kind.is_read();
        let mut at = words.start;
        while at < words.end {
            let found = found_at(&words, at);
            at = found.as_ref().map_or(at + 1, |found| found.tokens().end);
            let Some(found) = found else { continue };
            if read {
                mentions.push(found.mention(reading));
            }
            if let Found::Date(date) = found {
                dates.push(date);
            }
        }
    }
    (mentions, dates)
}

fn end_of(block: &[SentenceTokens]) -> usize {
    block.last().map_or(0, |sentence| sentence.tokens.end)
}

enum Found {
    Date(DateMention),
    Amount(Amount),
}

fn found_at(words: &Words, at: usize) -> Option<Found> {
    if words.meaning(at) == Meaning::None {
        return None;
    }
    if let Some(date) = dates::parse(words, at) {
        return Some(Found::Date(date));
    }
    money::parse(words, at)
        .or_else(|| tickers::parse(words, at))
        .or_else(|| quantities::parse(words, at))
        .or_else(|| addresses::parse(words, at))
        .map(Found::Amount)
}

impl Found {
    fn tokens(&self) -> Range<usize> {
        match self {
            Found::Date(date) => date.tokens.clone(),
            Found::Amount(amount) => amount.tokens.clone(),
        }
    }

    fn mention(&self, reading: Reading) -> Mention {
        let (kind, value) = match self {
            Found::Date(date) => (if date.is_time() { EntityKind::Time } else { EntityKind::Date }, None),
            Found::Amount(amount) => (amount.kind, amount.value.clone()),
        };
        let span = reading.tokens.span(self.tokens());
        Mention { span, tokens: self.tokens(), kind, source: Source::Pattern, confidence: 1.0, beliefs: None, value }
    }
}
