//! Amounts, dates and addresses: one entity for each different value.

use super::{
    merge::{Cluster, Member},
    names::MentionId,
};
use crate::{
    mentions::Mention,
    report::{EntityKind, Link},
    text::fold,
    tokens::Reading,
};
use std::collections::BTreeMap;

/// Clusters of the mentions that measure something rather than name it.
pub(super) fn group(reading: Reading, mentions: &[Mention]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut filed = BTreeMap::new();
    for (index, mention) in mentions.iter().enumerate().filter(|(_, m)| !m.kind.is_named()) {
        let cluster = *filed.entry((mention.kind, key(reading, mention))).or_insert(clusters.len());
        let link = if cluster == clusters.len() { Link::Own } else { Link::Same };
        if cluster == clusters.len() {
            clusters.push(Cluster::of(mention.kind));
        }
        clusters[cluster].mentions.push(Member { mention: MentionId::at(index), link, confidence: 1.0 });
    }
    clusters
}

/// What equal mentions have in common: the value, or the words where there is none.
fn key(reading: Reading, mention: &Mention) -> (Option<u64>, Option<u64>, String) {
    let value = mention.value.as_ref().filter(|_| mention.kind != EntityKind::Date);
    let Some(value) = value else { return (None, None, fold(mention.span.of(reading.text))) };
    let words = [&value.currency, &value.unit, &value.symbol, &value.exchange];
    let words = words.map(|word| word.as_deref().unwrap_or_default()).join("\n");
    (value.amount.map(f64::to_bits), value.amount_to.map(f64::to_bits), words)
}
