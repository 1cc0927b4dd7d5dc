//! Amounts, dates and addresses: one entity for each different value.

use super::merge::{Draft, Member};
use crate::{mentions::Mention, report::Link, text::fold, tokens::Reading};
use std::collections::BTreeMap;

/// Drafts of the mentions that measure something rather than name it.
pub(super) fn group(reading: Reading, mentions: &[Mention]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut filed = BTreeMap::new();
    for (index, mention) in mentions.iter().enumerate().filter(|(_, m)| !m.kind.is_named()) {
        let draft = *filed.entry((mention.kind, key(reading, mention))).or_insert(drafts.len());
        let link = if draft == drafts.len() { Link::Own } else { Link::Same };
        if draft == drafts.len() {
            drafts.push(Draft { kind: Some(mention.kind), ..Draft::default() });
        }
        drafts[draft].mentions.push(Member { mention: index, link, confidence: 1.0 });
    }
    drafts
}

/// What equal mentions have in common: the value, or the words where there is none.
fn key(reading: Reading, mention: &Mention) -> (Option<u64>, Option<u64>, String) {
    let Some(value) = &mention.value else { return (None, None, fold(mention.span.of(reading.text))) };
    let words = [&value.currency, &value.unit, &value.symbol, &value.exchange];
    let words = words.map(|word| word.as_deref().unwrap_or_default()).join("\n");
    (value.amount.map(f64::to_bits), value.amount_to.map(f64::to_bits), words)
}
