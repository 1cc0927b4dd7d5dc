//! Symbols of listed securities: "(NYSE: NBK)", "NASDAQ:HLDN", "7299.T", "$NBK".

use super::{Mention, PatternMatch};
use crate::{
    dates::{Cursor, LexicalClass, Spelling},
    model::{Class, ValueKind, hash_lower},
    report::{EntityKind, Source},
    text::WordShape,
    tokens::Reading,
    value::Value,
};

/// The ticker that begins at a token; brackets stay outside.
pub(super) fn parse(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let first = cursor.word(at).chars().next()?;
    if !(first.is_ascii_uppercase() || first.is_ascii_digit() || first == '$') {
        return None;
    }
    with_exchange(cursor, at).or_else(|| cashtag(cursor, at)).or_else(|| instrument_code(cursor, at))
}

/// Whether a word may begin a ticker.
pub(super) fn opens(spelling: &Spelling) -> bool {
    let capital = spelling.word.starts_with(|c: char| c.is_ascii_uppercase());
    spelling.word == "$"
        || spelling.class == LexicalClass::Digits
        || spelling.shapes.has(WordShape::Capitals)
        || capital && spelling.values.begins(ValueKind::Exchange, hash_lower(spelling.word))
}

/// "NYSE: NBK", "NYSE American: NBK", "TSX-V:NBK".
fn with_exchange(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let exchange = cursor.value(ValueKind::Exchange, at)?;
    let colon = (at + 1..at + 4).find(|&next| cursor.is(next, ":"))?;
    if !cursor.shapes(colon + 1).has(WordShape::ListedSymbol) {
        return None;
    }
    let middle = (at + 1..colon).map(|token| cursor.word(token)).collect::<Vec<_>>();
    let exchange = std::iter::once(exchange).chain(middle).collect::<Vec<_>>().join(" ");
    Some(ticker(at, colon + 2, cursor.word(colon + 1), Some(exchange)))
}

/// "$NBK": the sign directly before capitals.
fn cashtag(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let found = cursor.is(at, "$") && cursor.joined_is(WordShape::Cashtag, at..at + 2);
    found.then(|| ticker(at, at + 2, cursor.word(at + 1), None))
}

/// "7299.T", "NBK.N": a symbol with the short name of its exchange, which stand apart as tokens.
fn instrument_code(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    if !(cursor.is(at + 1, ".") && cursor.joined_is(WordShape::ExchangeCode, at..at + 3)) {
        return None;
    }
    let exchange = cursor.value(ValueKind::ExchangeCode, at + 2)?;
    Some(ticker(at, at + 3, cursor.word(at), Some(exchange.to_owned())))
}

/// The mentions with the symbols that stand bare after a company's name: "Acme Corporation ACME". The legal form tells where the
/// name ends, so that a symbol inside the name's own span is cut off.
pub(super) fn with_bare(reading: Reading, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut all = Vec::with_capacity(mentions.len());
    let mut taken = 0;
    for mut mention in mentions {
        // Another mention may have claimed the symbol.
        if mention.tokens.start < taken {
            continue;
        }
        let symbol =
            Some(&mention).filter(|m| m.kind == EntityKind::Organisation).and_then(|m| bare_symbol(reading, m));
        if let Some(symbol) = symbol {
            mention.tokens.end = mention.tokens.end.min(symbol);
            mention.span = reading.tokens.span(mention.tokens.clone());
            taken = symbol + 1;
        }
        all.push(mention);
        all.extend(symbol.map(|symbol| bare(reading, symbol)));
    }
    all
}

fn bare(reading: Reading, symbol: usize) -> Mention {
    let tokens = symbol..symbol + 1;
    let value = Value { symbol: Some(reading.word(symbol).to_owned()), ..Value::default() };
    Mention {
        span: reading.tokens.span(tokens.clone()),
        tokens,
        kind: EntityKind::Ticker,
        source: Source::Pattern,
        confidence: BARE,
        kind_probabilities: None,
        value: Some(value),
    }
}

/// How sure a symbol is that nothing but its place marks.
const BARE: f32 = 0.9;

/// The token of the symbol that ends a company's name or follows it.
fn bare_symbol(reading: Reading, company: &Mention) -> Option<usize> {
    let legal_form =
        |token: usize| token > company.tokens.start && reading.tokens.classes(token).has(Class::CompanySuffix);
    let candidates = [company.tokens.end - 1, company.tokens.end];
    candidates.into_iter().find(|&token| {
        let in_sentence = reading.tokens.sentence_of(token) == reading.tokens.sentence_of(company.tokens.start);
        let plain =
            token < reading.tokens.tokens.len() && in_sentence && reading.tokens.shapes(token).has(WordShape::Capitals);
        plain
            && token > company.tokens.start
            && legal_form(token - 1)
            && !legal_form(token)
            && !reading.tokens.form(token - 1).shape.is_all_caps()
    })
}

fn ticker(start: usize, end: usize, symbol: &str, exchange: Option<String>) -> PatternMatch {
    let value = Value { symbol: Some(symbol.to_owned()), exchange, ..Value::default() };
    PatternMatch { tokens: start..end, kind: EntityKind::Ticker, value: Some(value) }
}
