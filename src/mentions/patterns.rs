//! Everything that patterns find, in one pass from left to right.

use super::{
    Mention, PatternMatch, addresses, ages, money,
    numbers::{self, Opening},
    quantities, surroundings, tickers,
};
use crate::{
    dates::{self, Cursor, DateMention, Every, Meanings, Spelling},
    report::{EntityKind, Source},
    tokens::{Reading, SentenceTokens},
    value::Value,
};
use std::ops::Range;

/// A kind of expression.
struct Pattern {
    /// Whether a word may begin it, asked once for every spelling.
    opens: fn(&Spelling) -> bool,
    /// The expression that begins at a token.
    parse: fn(&Opening) -> Option<Found>,
}

/// Every kind of expression; of two that begin at a token, the earlier one is meant.
const PATTERNS: &[Pattern] = &[
    Pattern { opens: |spelling| spelling.opens_date, parse: |o| dates::parse(o.cursor, o.at).map(Found::Date) },
    Pattern { opens: money::opens, parse: |o| money::parse(o).map(|found| measured(o.cursor, found)) },
    Pattern { opens: tickers::opens, parse: |o| tickers::parse(o.cursor, o.at).map(Found::Match) },
    Pattern { opens: ages::opens, parse: |o| ages::parse(o).map(Found::Match) },
    Pattern { opens: quantities::opens, parse: |o| quantities::parse(o).map(|found| measured(o.cursor, found)) },
    Pattern { opens: addresses::opens, parse: |o| addresses::parse(o.cursor, o.at).map(Found::Match) },
];

/// What is known of a date that comes round.
fn recurring(every: Every) -> Value {
    let amount = (every.count > 1).then_some(f64::from(every.count));
    Value { amount, every: Some(every.unit.name().to_owned()), ..Value::default() }
}

/// An amount with what stands around it.
fn measured(cursor: &Cursor, found: PatternMatch) -> Found {
    Found::Match(surroundings::completed(cursor, found))
}

enum Found {
    Date(DateMention),
    Match(PatternMatch),
}

/// Amounts, dates and addresses in text order, not overlapping; and the dates of every block as they were read.
#[inline(never)]
pub(super) fn find(reading: Reading) -> (Vec<Mention>, Vec<DateMention>) {
    let forms = &reading.tokens.forms;
    let meanings = Meanings::of(reading);
    let values = reading.model.values();
    let opened = forms.iter().zip(0..).map(|(form, number)| {
        let (word, class) = (form.word, meanings.class(number));
        opened_by(&Spelling {
            word,
            lower: form.lower,
            class,
            opens_date: meanings.opens_date(number),
            opens_number: numbers::opens(word, class),
            shape: form.shape,
            shapes: form.shapes,
            values,
            parts: form.shape.is_hyphenated().then(|| word.split_once('-')).flatten(),
        })
    });
    let opened: Vec<_> = opened.collect();
    let (mut mentions, mut dates) = (Vec::new(), Vec::new());
    for block in reading.tokens.sentences.chunk_by(|a, b| a.block == b.block) {
        let cursor = Cursor::new(reading, &meanings, block[0].tokens.start..end_of(block));
        let read = reading.article.blocks[block[0].block].kind.is_read();
        let mut at = cursor.start();
        while at < cursor.end() {
            let found = found_at(&cursor, at, opened[reading.tokens.tokens[at].form as usize]);
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

/// The patterns that a spelling may open, one bit each.
fn opened_by(spelling: &Spelling) -> u8 {
    if spelling.word.len() > dates::LONGEST_WORD {
        return 0;
    }
    let opened = PATTERNS.iter().enumerate().filter(|(_, pattern)| (pattern.opens)(spelling));
    opened.fold(0, |bits, (at, _)| bits | 1 << at)
}

fn found_at(cursor: &Cursor, at: usize, opened: u8) -> Option<Found> {
    if opened == 0 {
        return None;
    }
    let opening = Opening::new(cursor, at);
    let mut patterns = PATTERNS.iter().enumerate().filter(|(bit, _)| opened >> bit & 1 == 1);
    patterns.find_map(|(_, pattern)| (pattern.parse)(&opening))
}

fn end_of(block: &[SentenceTokens]) -> usize {
    block.last().map_or(0, |sentence| sentence.tokens.end)
}

impl Found {
    fn tokens(&self) -> Range<usize> {
        match self {
            Found::Date(date) => date.tokens.clone(),
            Found::Match(found) => found.tokens.clone(),
        }
    }

    fn mention(&self, reading: Reading) -> Mention {
        let (kind, value) = match self {
            Found::Date(date) => {
                (if date.is_time() { EntityKind::Time } else { EntityKind::Date }, date.every.map(recurring))
            }
            Found::Match(found) => (found.kind, found.value.clone()),
        };
        let span = reading.tokens.span(self.tokens());
        Mention {
            span,
            tokens: self.tokens(),
            kind,
            source: Source::Pattern,
            confidence: 1.0,
            kind_probabilities: None,
            value: value.map(Box::new),
        }
    }
}
