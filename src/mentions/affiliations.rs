//! What stands behind a member of a parliament: a party in brackets, "MP Jonas Berg (Ny Samling)", or the letter of a party and a
//! constituency, "Ana Lowe, D-Calif.,".

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

/// The names with such parties and constituencies, whatever the tagger took them for; what it did not see is one, too.
pub(super) fn put_right(reading: Reading, mut names: Vec<Mention>) -> Vec<Mention> {
    let parties: Vec<_> = names.iter().filter_map(|name| party_behind(reading, name)).collect();
    let constituencies: Vec<_> = names.iter().filter_map(|name| constituency_behind(reading, name)).collect();
    let overlaps =
        |name: &Mention, tokens: &Range<usize>| name.tokens.start < tokens.end && tokens.start < name.tokens.end;
    let mut missed = Vec::new();
    for party in parties {
        match names.iter_mut().find(|name| overlaps(name, &party)) {
            Some(name) if name.tokens == party => {
                name.kind = EntityKind::Organisation;
                name.kind_probabilities = None;
            }
            Some(_) => {}
            None => missed.push(told(reading, party, EntityKind::Organisation)),
        }
    }
    for constituency in constituencies {
        let with_letter = constituency.start - 2..constituency.end;
        names.retain(|name| !overlaps(name, &with_letter));
        missed.push(told(reading, constituency, EntityKind::Place));
    }
    names.extend(missed);
    sort::by_key(&mut names, |name| sort::span(name.span));
    names
}

/// A name of which its surroundings tell the kind.
fn told(reading: Reading, tokens: Range<usize>, kind: EntityKind) -> Mention {
    Mention {
        span: reading.tokens.span(tokens.clone()),
        tokens,
        kind,
        source: Source::Pattern,
        confidence: CONFIDENCE,
        kind_probabilities: None,
        value: None,
    }
}

/// The place behind the letter of a party: "Ana Lowe, D-Calif.,", "Ana Lowe (R-Ky.)".
fn constituency_behind(reading: Reading, name: &Mention) -> Option<Range<usize>> {
    let word = |token: usize| if token < reading.tokens.tokens.len() { reading.word(token) } else { "" };
    let letter = name.tokens.end + 1;
    let place = letter + 2;
    let is_told = name.kind == EntityKind::Person
        && matches!(word(letter - 1), "," | "(")
        && matches!(word(letter), "D" | "R" | "I")
        && word(letter + 1) == "-"
        && word(place).starts_with(char::is_uppercase);
    // "Calif.," may be read as two words.
    let end = if word(place + 1) == "." && matches!(word(place + 2), "," | ")") { place + 2 } else { place + 1 };
    (is_told && matches!(word(end), "," | ")" | "." | "")).then_some(place..end)
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
