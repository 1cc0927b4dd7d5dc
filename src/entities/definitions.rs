//! Acronyms and other names that are explained in brackets: "Foreign Intelligence Service (SVR)".

use super::names::Name;
use crate::{
    mentions::Mention,
    report::{EntityKind, Source},
    sort,
    text::fold,
    tokens::Reading,
};
use std::{collections::BTreeMap, ops::Range};

/// Adds the acronyms in brackets behind a name that no mention covers.
pub(super) fn add_missed(reading: Reading, mentions: &mut Vec<Mention>) {
    let missed: Vec<_> = (0..mentions.len()).filter_map(|m| missed(reading, mentions, m)).collect();
    if !missed.is_empty() {
        mentions.extend(missed);
        sort::by_key(mentions, |m| sort::span(m.span));
    }
}

/// The acronym in brackets right behind a mention, if nothing covers it.
fn missed(reading: Reading, mentions: &[Mention], index: usize) -> Option<Mention> {
    let long = &mentions[index];
    let at = long.tokens.end + 1;
    let in_brackets =
        long.tokens.end + 2 < reading.tokens.tokens.len() && reading.word(at - 1) == "(" && reading.word(at + 1) == ")";
    let covered = mentions.get(index + 1).is_some_and(|next| next.tokens.start <= at);
    let is_body = long.kind.is_named() && !matches!(long.kind, EntityKind::Person | EntityKind::Place);
    let fits = in_brackets && !covered && is_body && long.tokens.len() > 1;
    (fits && is_acronym_of(reading, at, long)).then(|| Mention {
        span: reading.tokens.tokens[at].span,
        tokens: at..at + 1,
        kind: long.kind,
        source: Source::Definition,
        confidence: long.confidence,
        kind_probabilities: None,
        value: None,
    })
}

/// Whether a word in capitals has the first letter of one of the name's words.
fn is_acronym_of(reading: Reading, token: usize, long: &Mention) -> bool {
    const LONGEST: usize = 10;
    let shape = reading.tokens.form(token).shape;
    let word = reading.word(token);
    let first = word.chars().next();
    shape.is_all_caps()
        && (2..=LONGEST).contains(&word.len())
        && long.tokens.clone().any(|t| reading.word(t).chars().next() == first)
}

/// Pairs of names of which one stands for the other: a name and its acronym, a company and its symbol.
pub(super) fn pairs(
    reading: Reading,
    mentions: &[Mention],
    names: &[Name],
    of_mention: &[Option<usize>],
) -> Vec<(usize, usize)> {
    let mut found = acronyms(reading, mentions, names, of_mention);
    found.extend(appositions(reading, mentions, names, of_mention));
    found.extend(symbols(reading, mentions, names, of_mention));
    found
}

/// "long (SHORT)", "SHORT (long)"
fn acronyms(
    reading: Reading,
    mentions: &[Mention],
    names: &[Name],
    of_mention: &[Option<usize>],
) -> Vec<(usize, usize)> {
    let neighbours = mentions.windows(2).zip(of_mention.windows(2));
    let bracketed = neighbours.filter(|(pair, _)| brackets(reading, &pair[0], &pair[1]));
    let named = bracketed.filter_map(|(_, names)| Some((names[0]?, names[1]?)));
    named.filter(|&(a, b)| a != b && explains(&names[a], &names[b])).collect()
}

/// "the SVR, Russia's Foreign Intelligence Service,"
fn appositions(
    reading: Reading,
    mentions: &[Mention],
    names: &[Name],
    of_mention: &[Option<usize>],
) -> Vec<(usize, usize)> {
    let three = mentions.windows(3).zip(of_mention.windows(3)).enumerate();
    let goes_on = |at: usize, end: usize| mentions.get(at + 3).is_some_and(|next| next.tokens.start == end + 1);
    let stated = three.filter(|(at, (three, _))| {
        is_stated(reading, &three[0].tokens, &three[1].tokens, &three[2].tokens) && !goes_on(*at, three[2].tokens.end)
    });
    let named = stated.filter_map(|(_, (_, names))| Some((names[0]?, names[2]?)));
    let are_bodies = |&(short, long): &(usize, usize)| {
        let is_body = |name: usize| names[name].kind() == EntityKind::Organisation;
        is_body(short) && is_body(long) && names[short].acronym && !names[long].is_single()
    };
    named.filter(are_bodies).collect()
}

/// Whether a name stands between commas, with its owner, right behind another one, and no "and" follows.
fn is_stated(reading: Reading, first: &Range<usize>, owner: &Range<usize>, second: &Range<usize>) -> bool {
    let word = |token: usize| if token < reading.tokens.tokens.len() { reading.word(token) } else { "" };
    word(first.end) == ","
        && owner.start == first.end + 1
        && matches!(word(owner.end), "'s" | "’s")
        && second.start == owner.end + 1
        && matches!(word(second.end), "," | "." | ";" | "")
        && !matches!(word(second.end + 1), "and" | "or")
}

/// "Nordvolt (NYSE: NVT)" and a bare "NVT" elsewhere
fn symbols(
    reading: Reading,
    mentions: &[Mention],
    names: &[Name],
    of_mention: &[Option<usize>],
) -> Vec<(usize, usize)> {
    let neighbours = mentions.windows(2).zip(of_mention);
    let is_company = |name: usize| names[name].kind() == EntityKind::Organisation;
    let listed = neighbours.filter_map(|(pair, name)| {
        let company = name.filter(|&name| is_company(name) && adjoin(reading, &pair[0].tokens, &pair[1].tokens))?;
        Some((fold(pair[1].value.as_ref()?.symbol.as_deref()?), company))
    });
    let company_of: BTreeMap<String, usize> = listed.collect();
    let bare = names.iter().enumerate().filter(|(_, name)| name.acronym);
    bare.filter_map(|(at, name)| Some((*company_of.get(&name.key)?, at)))
        .filter(|(company, at)| company != at)
        .collect()
}

/// Whether no more than marks and the name of an exchange stand between a company and its symbol.
pub(super) fn adjoin(reading: Reading, company: &Range<usize>, symbol: &Range<usize>) -> bool {
    const LONGEST: usize = 4;
    let between = company.end..symbol.start;
    between.len() <= LONGEST && between.into_iter().all(|t| !reading.tokens.form(t).shape.is_lower_case())
}

fn brackets(reading: Reading, first: &Mention, second: &Mention) -> bool {
    let open = first.tokens.end;
    open + 1 == second.tokens.start
        && reading.word(open) == "("
        && second.tokens.end < reading.tokens.tokens.len()
        && reading.word(second.tokens.end) == ")"
}

/// Whether one of two names is an acronym and the other may be what it stands for.
fn explains(a: &Name, b: &Name) -> bool {
    let (short, long) = if a.acronym { (a, b) } else { (b, a) };
    let excluded = |name: &Name| name.kind() == EntityKind::Person;
    let fits =
        short.kind() == long.kind() || long.words.iter().any(|w| short.key.chars().next() == w.text.chars().next());
    short.acronym && !long.is_single() && !excluded(short) && !excluded(long) && fits
}
