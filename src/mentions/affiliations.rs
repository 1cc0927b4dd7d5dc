//! The party in brackets behind a member of a parliament: "MP Jonas Berg (Ny Samling)".

use super::Mention;
use crate::{
    model::{Gazetteer, hash_lower},
    report::{EntityKind, Source},
    sort,
    tokens::Reading,
};
use std::ops::Range;

/// How sure a party is that only the brackets tell.
const CONFIDENCE: f32 = 0.8;
/// The longest name of a party that is looked for, in words.
const LONGEST: usize = 5;

/// The names with such parties, whatever the tagger took them for; what it did not see is one, too.
pub(super) fn put_right(reading: Reading, mut names: Vec<Mention>) -> Vec<Mention> {
    let parties: Vec<_> = names.iter().filter_map(|name| party_behind(reading, name)).collect();
    let mut missed = Vec::new();
    for party in parties {
        match names.iter_mut().find(|name| name.tokens.start < party.end && party.start < name.tokens.end) {
            Some(name) if name.tokens == party => {
                name.kind = EntityKind::Organisation;
                name.kind_probabilities = None;
            }
            Some(_) => {}
            None => missed.push(Mention {
                span: reading.tokens.span(party.clone()),
                tokens: party,
                kind: EntityKind::Organisation,
                source: Source::Pattern,
                confidence: CONFIDENCE,
                kind_probabilities: None,
                value: None,
            }),
        }
    }
    names.extend(missed);
    sort::by_key(&mut names, |name| sort::span(name.span));
    names
}

/// The capitalised words in brackets behind somebody who is called a member of a parliament.
fn party_behind(reading: Reading, name: &Mention) -> Option<Range<usize>> {
    const MEMBERS: [&str; 8] = ["MP", "MK", "MEP", "Senator", "Sen", "Rep", "lawmaker", "Deputy"];
    let word = |token: usize| if token < reading.tokens.tokens.len() { reading.word(token) } else { "" };
    let Range { start, end } = name.tokens;
    let title = word(start.checked_sub(1)?).trim_end_matches('.');
    if name.kind != EntityKind::Person || word(end) != "(" || !MEMBERS.contains(&title) {
        return None;
    }
    let close = (end + 1..=end + 1 + LONGEST).find(|&token| word(token) == ")")?;
    let party = end + 1..close;
    let is_name = !party.is_empty()
        && party.clone().all(|token| {
            let shape = reading.tokens.form(token).shape;
            shape.is_capitalised() || matches!(word(token), "of" | "the" | "and" | "for")
        });
    (is_name && !is_place(reading, &party)).then_some(party)
}

/// Where somebody comes from may stand in brackets, too.
fn is_place(reading: Reading, tokens: &Range<usize>) -> bool {
    let written = reading.tokens.span(tokens.clone()).of(reading.text);
    let facts = reading.model.word_clusters().get(hash_lower(written));
    [Gazetteer::City, Gazetteer::Country, Gazetteer::State].iter().any(|&list| facts.is_in(list))
}
