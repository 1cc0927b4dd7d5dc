//! Other names that a text gives for a thing in so many words: "the Institute of Mountain Studies, or IBEM", "Ah-Bui,
//! whose real name is Ou Hsin-bei".

use super::names::{MentionId, NameId, NameTable};
use crate::{mentions::Mention, report::EntityKind, tokens::Reading};
use std::ops::Range;

/// The pairs of names of which the second is said to be another name of the first.
pub(super) fn pairs(reading: Reading, mentions: &[Mention], names: &NameTable) -> Vec<(NameId, NameId)> {
    let of = |mention: usize| names.of(MentionId::at(mention));
    let told = (1..mentions.len()).filter_map(|second| {
        let first = named_before(reading, mentions, second)?;
        let pair = (of(first)?, of(second)?);
        (pair.0 != pair.1 && may_be_one(&mentions[first], &mentions[second])).then_some(pair)
    });
    told.collect()
}

/// People have names of people; what else a thing is, its short name may not show.
fn may_be_one(first: &Mention, second: &Mention) -> bool {
    let is_person = |mention: &Mention| mention.kind == EntityKind::Person;
    is_person(first) == is_person(second) && first.kind.is_named() && second.kind.is_named()
}

/// The mention of which a later one is said to be another name. A name may stand between: "known to Albanians as Ujman".
fn named_before(reading: Reading, mentions: &[Mention], second: usize) -> Option<usize> {
    const NEAR: usize = 2;
    let before = second.saturating_sub(NEAR)..second;
    before.rev().find(|&first| leads(reading, mentions[first].tokens.end..mentions[second].tokens.start))
}

/// Whether the words between two names say that they are names of one thing.
fn leads(reading: Reading, between: Range<usize>) -> bool {
    const LONGEST: usize = 8;
    if !(2..=LONGEST).contains(&between.len()) {
        return false;
    }
    let is_mark = |word: &str| matches!(word, "," | "(" | "\"" | "“" | "‘" | "'");
    let mut words = between.clone().map(|token| reading.word(token)).filter(|word| !is_mark(word) && *word != "the");
    let opens = matches!(reading.word(between.start), "," | "(");
    let (first, second, last) = (words.next(), words.next(), words.next_back());
    match first {
        Some("or") => second.is_none() && opens && is_short(reading, between.end),
        Some("nicknamed") => second.is_none(),
        Some("whose") => second == Some("real") && last == Some("is"),
        Some("known") => second == Some("as") && last.is_none() || second != Some("for") && last == Some("as"),
        // "better known as", "formerly known as"
        Some(_) => second == Some("known") && last == Some("as"),
        None => false,
    }
}

/// Whether a short name in capitals stands as an aside: "or IBEM in Spanish", "or SEMIN, approved".
fn is_short(reading: Reading, word: usize) -> bool {
    let is_aside = word + 1 < reading.tokens.tokens.len() && matches!(reading.word(word + 1), "," | "." | ")" | "in");
    reading.tokens.form(word).shape.is_all_caps() && is_aside
}
