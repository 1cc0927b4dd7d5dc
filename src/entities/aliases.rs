//! Other names that a text gives for a thing in so many words: "the Institute of Mountain Studies, or IBEM", "Ah-Bui,
//! whose real name is Ou Hsin-bei".

use super::names::{MentionId, NameId, NameTable};
use crate::{
    mentions::Mention,
    model::Class,
    report::EntityKind,
    tokens::{Reading, Tag},
};
use std::ops::Range;

/// The pairs of names of which the second is said to be another name of the first.
pub(super) fn pairs(reading: Reading, mentions: &[Mention], names: &NameTable) -> Vec<(NameId, NameId)> {
    let of = |mention: usize| names.of(MentionId::at(mention));
    let told = (1..mentions.len()).filter_map(|second| {
        let name = of(second)?;
        let stated = named_before(reading, mentions, second);
        let first = stated
            .filter(|&first| may_be_one(&mentions[first], &mentions[second]))
            .or_else(|| person_known_as(reading, mentions, second))?;
        let pair = (of(first)?, name);
        (pair.0 != pair.1).then_some(pair)
    });
    told.collect()
}

/// The person who is "nicknamed the Tank" or, further on in the sentence, "is known to everyone as Auntie Lote": whatever the
/// name was taken for. Nobody else may be named in between, and no thing may be what is known: "a trick known as the Panenka".
fn person_known_as(reading: Reading, mentions: &[Mention], second: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let name = &mentions[second];
    let first = name.tokens.start.saturating_sub(LONGEST);
    let is_mark = |t: &usize| matches!(reading.word(*t), "\"" | "“" | "‘" | "'" | "the" | "``");
    let last = (first..name.tokens.start).rev().find(|t| !is_mark(t))?;
    if !matches!(reading.word(last), "nicknamed" | "dubbed" | "as") {
        return None;
    }
    let sentence = reading.tokens.sentences[reading.tokens.sentence_of(name.tokens.start)].tokens.clone();
    let floor = sentence.start.max(first);
    let verb = match reading.word(last) {
        _ if last < floor => return None,
        "nicknamed" | "dubbed" => last,
        "as" => (floor..last).rev().find(|&t| reading.word(t) == "known")?,
        _ => return None,
    };
    let first =
        (0..second).rev().find(|&m| mentions[m].tokens.end <= verb && mentions[m].kind == EntityKind::Person)?;
    let person = &mentions[first].tokens;
    let is_named_so = name.kind == EntityKind::Person || reading.word(last) != "as" || last + 1 < name.tokens.start;
    let fits = person.start >= sentence.start && says_who_is_known(reading, person.end..verb);
    (fits && is_named_so && !matches!(name.kind, EntityKind::Place | EntityKind::Event)).then_some(first)
}

/// Whether the words between a person and "known" leave no doubt that the person is: "Lowe, better", "Lowe, a retired clerk",
/// "Lowe, who runs the shelter and is", but not "Lowe led the inquiry,".
fn says_who_is_known(reading: Reading, between: Range<usize>) -> bool {
    let is_adverb = |t: &usize| matches!(reading.word(*t), "better" | "also" | "widely" | "popularly" | "commonly");
    let Some(last) = between.clone().rev().find(|t| !is_adverb(t)) else { return true };
    match reading.word(last) {
        "," | "(" => last == between.start,
        "is" | "was" => last == between.start || between.clone().any(|t| reading.word(t) == "who"),
        _ => reading.tokens.classes(last).has(Class::PersonNoun),
    }
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
        // "better known as", "is known as", but not "the U.N. mission, known as"
        Some(_) => second == Some("known") && last == Some("as") && !names_a_thing(reading, between),
        None => false,
    }
}

/// Whether a noun stands among words, so that it is what they are about.
fn names_a_thing(reading: Reading, mut words: Range<usize>) -> bool {
    words.any(|token| matches!(reading.tokens.tag(token), Tag::Noun | Tag::ProperNoun))
}

/// Whether a short name in capitals stands as an aside: "or IBEM in Spanish", "or SEMIN, approved".
fn is_short(reading: Reading, word: usize) -> bool {
    let is_aside = word + 1 < reading.tokens.tokens.len() && matches!(reading.word(word + 1), "," | "." | ")" | "in");
    reading.tokens.form(word).shape.is_all_caps() && is_aside
}
