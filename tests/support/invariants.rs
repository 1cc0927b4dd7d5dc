//! What must hold for the report of any text.

use nutgraf::{Report, Span};
use serde_json::Value;

/// Checks a report in bytes against its text; panics with what is wrong.
pub(crate) fn check(text: &str, report: &Report) {
    each_span(&serde_json::to_value(report).unwrap(), &mut |span| {
        assert!(span.start <= span.end, "{span:?} runs backwards");
        assert!(text.get(span.range()).is_some(), "{span:?} is no slice of the text");
    });
    blocks(text, report);
    sentences(report);
    identifiers(report);
    ranking(report);
    shares(report);
}

/// Every object with a `start` and an `end`, however deep.
fn each_span(value: &Value, visit: &mut dyn FnMut(Span)) {
    if let (Some(start), Some(end)) = (offset(value, "start"), offset(value, "end")) {
        visit(Span::new(start, end));
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| each_span(item, visit)),
        Value::Object(fields) => fields.values().for_each(|field| each_span(field, visit)),
        _ => {}
    }
}

fn offset(value: &Value, field: &str) -> Option<u32> {
    u32::try_from(value.get(field)?.as_u64()?).ok()
}

/// Blocks are in text order and nothing that can be seen lies between them.
fn blocks(text: &str, report: &Report) {
    let mut end = 0;
    for block in &report.article.blocks {
        assert!(block.span.start >= end, "{block:?} overlaps the block before");
        let between = Span::new(end, block.span.start).of(text);
        assert!(!between.contains(is_seen), "{between:?} stands between blocks, before {block:?}");
        end = block.span.end;
    }
}

/// Whether a character surely has ink: a letter, a digit, a common mark.
fn is_seen(c: char) -> bool {
    c.is_alphanumeric() || c.is_ascii_punctuation()
}

fn sentences(report: &Report) {
    for pair in report.sentences.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{pair:?} overlap or are out of order");
    }
    assert!(report.sentences.iter().all(|sentence| !sentence.span.is_empty()), "an empty sentence");
}

/// An identifier is the index into its list, wherever it stands.
fn identifiers(report: &Report) {
    let (entities, quotes, sentences) = (report.entities.len(), report.quotes.len(), report.sentences.len());
    for (index, entity) in report.entities.iter().enumerate() {
        assert_eq!(entity.id.0 as usize, index);
        assert!(!entity.mentions.is_empty(), "{entity:?} is not mentioned");
        assert!(entity.mentions.is_sorted_by_key(|mention| mention.span), "{entity:?} is out of order");
        assert!(entity.related.iter().all(|id| (id.0 as usize) < entities));
    }
    for (index, quote) in report.quotes.iter().enumerate() {
        assert_eq!(quote.id.0 as usize, index);
        assert!(!quote.parts.is_empty(), "{quote:?} has no words");
        assert!(quote.speaker.is_none_or(|id| (id.0 as usize) < entities));
        assert!(quote.inside.is_none_or(|id| (id.0 as usize) < quotes && id != quote.id));
    }
    for entry in &report.timeline {
        assert!(entry.from <= entry.to, "{entry:?} ends before it begins");
        assert!(entry.sentence.is_none_or(|s| (s as usize) < sentences));
        assert!(entry.entities.iter().all(|id| (id.0 as usize) < entities));
    }
    for fact in &report.key_facts {
        assert!(fact.sentence.is_none_or(|s| (s as usize) < sentences));
        assert!(fact.entity.is_none_or(|id| (id.0 as usize) < entities));
        assert!(fact.quote.is_none_or(|id| (id.0 as usize) < quotes));
    }
    assert!(report.nut_graf.is_none_or(|s| (s as usize) < sentences));
}

/// No sentence is ranked twice, and what a sentence leans on is ranked before it.
fn ranking(report: &Report) {
    let mut seen = vec![false; report.sentences.len()];
    for ranked in &report.summary {
        assert!(!std::mem::replace(&mut seen[ranked.sentence as usize], true), "{ranked:?} is ranked twice");
        assert!(ranked.needs.is_none_or(|s| seen[s as usize]), "{ranked:?} stands before what it needs");
    }
}

/// Shares and probabilities lie between 0 and 1.
fn shares(report: &Report) {
    let salience = report.entities.iter().map(|e| e.salience);
    let mentions = report.entities.iter().flat_map(|e| &e.mentions).map(|m| m.confidence);
    let quotes = report.quotes.iter().map(|q| q.confidence);
    let scores = report.summary.iter().map(|r| r.score);
    for share in salience.chain(mentions).chain(quotes).chain(scores) {
        assert!((0.0..=1.0).contains(&share), "{share}");
    }
}
