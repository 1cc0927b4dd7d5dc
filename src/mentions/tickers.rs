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
    let written = with_exchange(cursor, at).or_else(|| next_of_exchange(cursor, at));
    written.or_else(|| cashtag(cursor, at)).or_else(|| instrument_code(cursor, at)).or_else(|| in_brackets(cursor, at))
}

/// Whether a word may begin a ticker.
pub(super) fn opens(spelling: &Spelling) -> bool {
    let capital = spelling.word.starts_with(|c: char| c.is_ascii_uppercase());
    spelling.word == "$"
        || spelling.class == LexicalClass::Digits
        || spelling.shapes.has_any(&[WordShape::Capitals, WordShape::CodeStem, WordShape::ExchangeCode])
        || capital && spelling.values.begins(ValueKind::Exchange, spelling.lower)
}

/// "NYSE: NBK", "NYSE American: NBK", "TSX-V:NBK".
fn with_exchange(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let exchange = cursor.value(ValueKind::Exchange, at)?;
    let colon = (at + 1..at + 4).find(|&next| cursor.is(next, ":"))?;
    let symbol_at = cursor.skip(colon + 1, &["["]);
    let end = symbol_end(cursor, symbol_at)?;
    let middle = (at + 1..colon).map(|token| cursor.word(token)).collect::<Vec<_>>();
    let exchange = std::iter::once(exchange).chain(middle).collect::<Vec<_>>().join(" ");
    // In Markdown the symbol stands in brackets, before the address that it leads to.
    let written = if symbol_at > colon + 1 { symbol_at..end } else { at..end };
    Some(ticker(written.start, end, cursor.joined(symbol_at..end)?, Some(exchange)))
}

/// The token after a symbol, perhaps with a class of shares: "HLB", "HLB.PR", "BRK.B".
fn symbol_end(cursor: &Cursor, at: usize) -> Option<usize> {
    let parted = cursor.is(at + 1, ".") && cursor.joined_is(WordShape::ListedSymbol, at..at + 3);
    let whole = cursor.shapes(at).has(WordShape::ListedSymbol);
    if parted { Some(at + 3) } else { whole.then_some(at + 1) }
}

/// The "HLB.PR" of "(NYSE: HLB, HLB.PR)": a further symbol behind the first one.
fn next_of_exchange(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    const REACH: usize = 12;
    if !cursor.any_before(at, &[",", ";", "and", "/"]) {
        return None;
    }
    let first = at.saturating_sub(REACH).max(cursor.start() + 1);
    let mut inside = (first..at).rev().take_while(|&before| !cursor.any(before, &["(", ")"]));
    let colon = inside.find(|&before| cursor.is(before, ":"))?;
    let exchange = cursor.value(ValueKind::Exchange, colon - 1)?;
    let end = symbol_end(cursor, at).filter(|&end| cursor.any(end, &[",", ";", "and", "/", ")"]))?;
    Some(ticker(at, end, cursor.joined(at..end)?, Some(exchange.to_owned())))
}

/// The "AAPL" of "Apple Inc. (AAPL)", the "GOOG" of "Alphabet (GOOGL, GOOG)", and the "9984" of "SoftCore (9984)".
fn in_brackets(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    if !cursor.any_before(at, &["(", ",", ";", "/"]) {
        return None;
    }
    let end = symbol_end(cursor, at).filter(|&end| cursor.any(end, &[")", ",", ";", "/"]))?;
    let open = bracket_before(cursor, at)?;
    let name_end = open.checked_sub(1).filter(|&name_end| name_end >= cursor.start())?;
    let symbol = cursor.joined(at..end)?;
    let named = cursor.word(name_end).starts_with(char::is_uppercase);
    let alone = at == open + 1 && cursor.is(end, ")");
    let digits = alone && cursor.digits(at).is_some_and(|number| number > 2200 && cursor.word(at).len() == 4);
    let letters = cursor.shapes(at).has(WordShape::Capitals) && !is_of_initials(cursor, cursor.word(at), name_end);
    let company = cursor.has(name_end, Class::CompanySuffix)
        || named && (end > at + 1 || has_kin(cursor, open, at) || alone && is_of_market(cursor, symbol, name_end));
    (letters && company || digits && named).then(|| ticker(at, end, symbol, None))
}

/// The bracket before a token, with nothing but symbols between.
fn bracket_before(cursor: &Cursor, at: usize) -> Option<usize> {
    const REACH: usize = 12;
    let first = at.saturating_sub(REACH).max(cursor.start());
    let symbol = |before: &usize| {
        cursor.any(*before, &[",", ";", "/", "."]) || cursor.shapes(*before).has(WordShape::ListedSymbol)
    };
    let inside = (first..at).rev().take_while(symbol).last().unwrap_or(at);
    inside.checked_sub(1).filter(|&open| cursor.is(open, "("))
}

/// Whether another symbol in a bracket begins as the one at a token does: shares of two classes, "(GOOGL, GOOG)".
fn has_kin(cursor: &Cursor, open: usize, at: usize) -> bool {
    const REACH: usize = 12;
    let Some(stem) = cursor.word(at).get(..3) else { return false };
    let inside = (open + 1..open + REACH).take_while(|&other| !cursor.is(other, ")"));
    let mut symbols = inside.filter(|&other| cursor.shapes(other).has(WordShape::ListedSymbol));
    symbols.any(|other| other != at && cursor.word(other).starts_with(stem))
}

/// Whether a sentence that moves a market tells that letters in brackets are a symbol: any after a name of one word if it
/// speaks of shares, those that shorten the name if it gives a percentage. "France (FRA)" and "Labour (LAB)" are no shares.
/// After a longer name shares must be spoken of right there: "shares of Wells Fargo (WFC)".
fn is_of_market(cursor: &Cursor, symbol: &str, name_end: usize) -> bool {
    let name = cursor.word(name_end).to_ascii_uppercase();
    if symbol.len() < 3 || name.starts_with(symbol) {
        return false;
    }
    let one_word = name_end == cursor.start() || !cursor.word(name_end - 1).starts_with(char::is_uppercase);
    if !one_word {
        return has_shares(cursor, name_end);
    }
    let says = |words: &[&str]| cursor.sentence(name_end).any(|at| cursor.any(at, words));
    let mut letters = name.chars();
    let shortens =
        name.get(..1) == symbol.get(..1) && symbol.chars().all(|letter| letters.any(|other| other == letter));
    says(&SHARES) || says(&["nasdaq"]) || shortens && says(&["%", "percent"])
}

/// What a symbol stands for.
const SHARES: [&str; 4] = ["share", "shares", "stock", "stocks"];

/// "shares of Wells Fargo (WFC)", "Wells Fargo (WFC) shares".
fn has_shares(cursor: &Cursor, name_end: usize) -> bool {
    const LONGEST: usize = 4;
    let first = name_end.saturating_sub(LONGEST).max(cursor.start());
    let name = (first..name_end).rev().take_while(|&at| cursor.word(at).starts_with(char::is_uppercase)).last();
    let start = name.unwrap_or(name_end);
    let before = start >= cursor.start() + 2 && cursor.any(start - 1, &["of", "in"]) && cursor.any(start - 2, &SHARES);
    let bracket = (name_end + 1..name_end + LONGEST).find(|&at| cursor.is(at, ")"));
    before || bracket.is_some_and(|end| cursor.any(end + 1, &SHARES))
}

/// Whether letters are those that the words of a name begin with, with or without its legal form: "National Bank Ltd (NBL)".
fn is_of_initials(cursor: &Cursor, letters: &str, name_end: usize) -> bool {
    const LONGEST: usize = 8;
    let all = (cursor.start()..=name_end).rev().take(LONGEST).map(|at| cursor.word(at));
    // "Bank of Ghana (BOG)"
    let every =
        all.clone().take(letters.len()).filter_map(|word| word.chars().next()).map(|first| first.to_ascii_uppercase());
    if letters.chars().rev().eq(every) {
        return true;
    }
    let words = all.filter(|word| !matches!(*word, "and" | "of" | "the" | "for" | "&"));
    let initials: Vec<_> = words.map_while(|word| word.chars().next().filter(|first| first.is_uppercase())).collect();
    let begins = |initials: &[char]| letters.chars().rev().eq(initials.iter().copied().take(letters.len()));
    begins(&initials) || initials.get(1..).is_some_and(begins)
}

/// "$NBK": the sign directly before capitals.
fn cashtag(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let found = cursor.is(at, "$") && cursor.joined_is(WordShape::Cashtag, at..at + 2);
    found.then(|| ticker(at, at + 2, cursor.word(at + 1), None))
}

/// "7299.T", "NBK.N": a symbol with the short name of its exchange, which stand apart as tokens unless a line joins its
/// letters.
fn instrument_code(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    if cursor.shapes(at).has(WordShape::ExchangeCode) {
        let (symbol, code) = cursor.word(at).split_once('.')?;
        let exchange = cursor.values().get(ValueKind::ExchangeCode, hash_lower(code))?;
        return Some(ticker(at, at + 1, symbol, Some(exchange.to_owned())));
    }
    if !(cursor.is(at + 1, ".") && cursor.joined_is(WordShape::ExchangeCode, at..at + 3)) {
        return None;
    }
    let exchange = cursor.value(ValueKind::ExchangeCode, at + 2)?;
    Some(ticker(at, at + 3, cursor.word(at), Some(exchange.to_owned())))
}

/// The names without the symbols of securities inside them: a name ends before one, and what only holds them is none.
pub(super) fn outside(reading: Reading, names: Vec<Mention>, patterns: &[Mention]) -> Vec<Mention> {
    let symbols: Vec<_> = patterns.iter().filter(|pattern| pattern.kind == EntityKind::Ticker).collect();
    let first_inside = |name: &Mention| {
        let next = symbols.partition_point(|symbol| symbol.tokens.end <= name.tokens.start);
        symbols.get(next).map(|symbol| symbol.tokens.start).filter(|&start| start < name.tokens.end)
    };
    let cut = |mut name: Mention| {
        let Some(symbol) = first_inside(&name) else { return Some(name) };
        let word = |token: &usize| !reading.tokens.form(*token).shape.is_mark();
        let last = (name.tokens.start..symbol).rev().find(word)?;
        name.tokens.end = last + 1;
        name.span = reading.tokens.span(name.tokens.clone());
        Some(name)
    };
    names.into_iter().filter_map(cut).collect()
}

/// The mentions with the symbols that stand bare after a company's name: "Acme Corporation ACME". The legal form tells
/// where the name ends, so that a symbol inside the name's own span is cut off.
pub(super) fn with_bare(reading: Reading, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut all = Vec::with_capacity(mentions.len());
    let mut taken = 0;
    let mut mentions = mentions.into_iter().peekable();
    while let Some(mut mention) = mentions.next() {
        // Another mention may have claimed the symbol.
        if mention.tokens.start < taken {
            continue;
        }
        let company = Some(&mention).filter(|m| m.kind == EntityKind::Organisation);
        let with_exchange =
            mentions.peek().filter(|next| next.kind == EntityKind::Ticker).map(|next| next.tokens.start);
        let symbol = company.and_then(|m| bare_symbol(reading, m)).filter(|&symbol| with_exchange != Some(symbol));
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
        value: Some(Box::new(value)),
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
