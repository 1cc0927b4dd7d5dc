//! Layer 4: `Tokens -> Mentions`: names, amounts, dates, addresses.

mod affiliations;
mod edges;
mod datelines;
mod groups;
mod pairs;
mod sheets;
mod unnamed;
mod numbers;
mod money;
mod quantities;
mod ages;
mod surroundings;
mod tickers;
mod addresses;
mod patterns;
pub(crate) mod tagger;
#[cfg(test)]
mod tests;

pub(crate) use tagger::{KINDS as NAMED_KINDS, KindProbabilities, Memory};

use crate::{
    Span,
    dates::DateMention,
    progress::Progress,
    report::{EntityKind, Source},
    sort,
    tokens::Reading,
    value::Value,
};
use std::ops::Range;

/// A stretch of words that names or measures something, before it is known which thing.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub(crate) span: Span,
    /// The tokens it covers.
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: EntityKind,
    pub(crate) source: Source,
    /// How sure it is, 0 to 1.
    pub(crate) confidence: f32,
    /// How likely each named kind is, in shares of one, where the tagger weighed them.
    pub(crate) kind_probabilities: Option<KindProbabilities>,
    /// What it is worth, if it is an amount or a ticker. Boxed: few mentions have a value, and it is large.
    pub(crate) value: Option<Box<Value>>,
}

/// What a text mentions.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    /// Every name, amount, date and address, in text order, not overlapping.
    pub(crate) list: Vec<Mention>,
    /// Every date expression as it was read, in text order: those inside names ("Expo 2016") and in blocks that are not
    /// read for names (date lines) as well.
    pub(crate) dates: Vec<DateMention>,
}

impl Mentions {
    /// The tokens of the names whose words are nouns: a work or an event may be called "Let It Be".
    pub(crate) fn proper_nouns(&self) -> impl Iterator<Item = Range<usize>> {
        const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];
        self.list.iter().filter(|mention| KINDS.contains(&mention.kind)).map(|mention| mention.tokens.clone())
    }
}

/// An expression with a value, found by pattern.
#[derive(Clone, Debug, PartialEq)]
struct PatternMatch {
    tokens: Range<usize>,
    kind: EntityKind,
    value: Option<Value>,
}

/// Every name, amount, date and address. What is worked out for words is remembered for the next text.
pub(crate) fn find(reading: Reading, memory: &mut Memory, progress: Progress) -> Mentions {
    let (patterns, dates) = patterns::find(reading);
    let names = tickers::outside(reading, tagger::names(reading, memory, progress), &patterns);
    let names = unnamed::put_right(reading, pairs::put_right(reading, names));
    let names = groups::put_right(reading, edges::put_right(reading, names));
    let names = affiliations::put_right(reading, names);
    let names = sheets::read(reading, datelines::with_places(reading, names));
    let list = tickers::with_bare(reading, merged(names, patterns));
    Mentions { list, dates }
}

/// Names and patterns in text order; of two that overlap the longer one stays, of two equal ones the sum
/// of money, else the name.
fn merged(names: Vec<Mention>, patterns: Vec<Mention>) -> Vec<Mention> {
    let mut all = names;
    all.extend(patterns);
    sort::by_key(&mut all, |mention| mention.tokens.start as u64);
    let mut kept: Vec<Mention> = Vec::with_capacity(all.len());
    for mention in all {
        match kept.last_mut() {
            Some(last) if last.tokens.end > mention.tokens.start => {
                let sum = mention.kind == EntityKind::Money && mention.tokens.len() == last.tokens.len();
                if mention.tokens.len() > last.tokens.len() || sum {
                    *last = mention;
                }
            }
            _ => kept.push(mention),
        }
    }
    kept
}
