//! Acronyms and other names that are explained in brackets: "Foreign Intelligence Service (SVR)".

use super::names::{MentionId, Name, NameId, NameTable};
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
pub(super) fn pairs(reading: Reading, mentions: &[Mention], names: &NameTable) -> Vec<(NameId, NameId)> {
    let text = NamedText { reading, mentions, names };
    [text.acronyms(), text.appositions(), text.symbols()].concat()
}

/// A text with its mentions and their names.
struct NamedText<'a> {
    reading: Reading<'a>,
    mentions: &'a [Mention],
    names: &'a NameTable,
}

impl NamedText<'_> {
    fn name(&self, mention: usize) -> Option<NameId> {
        self.names.of(MentionId::at(mention))
    }

    fn is_organisation(&self, name: NameId) -> bool {
        self.names[name].kind() == EntityKind::Organisation
    }

    /// "long (SHORT)", "SHORT (long)"
    fn acronyms(&self) -> Vec<(NameId, NameId)> {
        let neighbours = self.mentions.windows(2).enumerate();
        let bracketed = neighbours.filter(|(_, pair)| brackets(self.reading, &pair[0], &pair[1]));
        let named = bracketed.filter_map(|(at, _)| Some((self.name(at)?, self.name(at + 1)?)));
        let is_pair = |a: &Name, b: &Name| explains(a, b) || is_contraction(b, a);
        named.filter(|&(a, b)| a != b && is_pair(&self.names[a], &self.names[b])).collect()
    }

    /// "the SVR, Russia's Foreign Intelligence Service,"
    fn appositions(&self) -> Vec<(NameId, NameId)> {
        let three = self.mentions.windows(3).enumerate();
        let goes_on =
            |at: usize, end: usize| self.mentions.get(at + 3).is_some_and(|next| next.tokens.start == end + 1);
        let stated = three.filter(|(at, three)| {
            is_stated(self.reading, &three[0].tokens, &three[1].tokens, &three[2].tokens)
                && !goes_on(*at, three[2].tokens.end)
        });
        let named = stated.filter_map(|(at, _)| Some((self.name(at)?, self.name(at + 2)?)));
        let are_organisations = |&(short, long): &(NameId, NameId)| {
            let is_explained = self.names[short].acronym && !self.names[long].is_single();
            is_explained && self.is_organisation(short) && self.is_organisation(long)
        };
        named.filter(are_organisations).collect()
    }

    /// "Nordvolt (NYSE: NVT)" and a bare "NVT" elsewhere
    fn symbols(&self) -> Vec<(NameId, NameId)> {
        let listed = self.mentions.windows(2).enumerate().filter_map(|(at, pair)| {
            let company = self.name(at).filter(|&name| self.is_organisation(name))?;
            let symbol = pair[1].value.as_ref()?.symbol.as_deref()?;
            adjoin(self.reading, &pair[0].tokens, &pair[1].tokens).then(|| (fold(symbol), company))
        });
        let mut company_of = BTreeMap::new();
        listed.for_each(|(symbol, company)| {
            company_of.insert(symbol, company);
        });
        let bare = self.names.ids().filter(|&name| self.names[name].acronym);
        bare.filter_map(|name| Some((*company_of.get(&self.names[name].key)?, name)))
            .filter(|(company, name)| company != name)
            .collect()
    }
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

/// Whether a name written small is made of another's letters in their order: "Sebi" of "Securities and Exchange Board
/// of India", "Ofcom" of "Office of Communications".
fn is_contraction(short: &Name, long: &Name) -> bool {
    const SHORTEST: usize = 3;
    let are_bodies = [short, long].iter().all(|name| name.kind() == EntityKind::Organisation);
    let mut letters = long.words.iter().flat_map(|word| word.text.chars());
    let opens = short.key.chars().next() == long.key.chars().next();
    let is_short = short.is_single() && !long.is_single() && short.key.len() >= SHORTEST;
    are_bodies && is_short && opens && short.key.chars().all(|letter| letters.any(|other| other == letter))
}

/// Whether one of two names is an acronym and the other may be what it stands for.
fn explains(a: &Name, b: &Name) -> bool {
    let (short, long) = if a.acronym { (a, b) } else { (b, a) };
    let excluded = |name: &Name| name.kind() == EntityKind::Person;
    let fits =
        short.kind() == long.kind() || long.words.iter().any(|w| short.key.chars().next() == w.text.chars().next());
    short.acronym && !long.is_single() && !excluded(short) && !excluded(long) && fits
}
