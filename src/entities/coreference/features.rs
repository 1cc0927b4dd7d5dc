//! What speaks for and against an antecedent, and where its weight is filed.
//!
//! Every template gives one of a few values; the weight of a value is filed under the group of the pronoun, the template and
//! the value.

use super::{
    anaphors::{Anaphor, PronounClass},
    evidence::{
        Pair, between, block_subject, blocks_back, company, described_gender, form, gender, gender_rivals, in_block,
        is_coordinated, is_embedded, last_named, last_subject, local_subject, opens_sentence, precedes_verb,
        prominence, quotation, same_clause, sentence_subject, sentences_back, speaks_on, tokens_back,
    },
    no_antecedent::{NoAntecedent, dummy, next_tag, opens, quoted, tag_before},
};
type PairTemplate = (usize, fn(&Pair<'_>) -> usize);
type NoAntecedentTemplate = (usize, fn(&NoAntecedent<'_>) -> usize);

/// How many values [`fit`] has.
const FITS: usize = 4;

const ANTECEDENT: &[PairTemplate] = &[
    (1, |_| 0),
    (7, |p| sentences_back(p)),
    (4, |p| blocks_back(p).min(3)),
    (5, |p| p.rank.min(4)),
    (20, |p| p.rank.min(3) * 5 + sentences_back(p).min(4)),
    (3, |p| form(p.candidate.last.form)),
    (5, |p| p.candidate.last.grammatical_role as usize),
    (20, |p| p.candidate.last.grammatical_role as usize * 4 + p.anaphor.case as usize),
    (15, |p| p.candidate.last.grammatical_role as usize * 3 + sentences_back(p).min(2)),
    (4, |p| gender(p)),
    (8, |p| p.candidate.known.kind as usize),
    (5, |p| p.candidate.count.min(5) - 1),
    (6, |p| p.candidate.known.named.min(5)),
    (2, |p| usize::from(p.continues)),
    (8, |p| usize::from(p.continues) * 4 + sentences_back(p).min(3)),
    (8, |p| quotation(p)),
    (24, |p| quotation(p) * 3 + sentences_back(p).min(2)),
    (2, |p| usize::from(p.speaks)),
    (2, |p| usize::from(opens_sentence(p))),
    (10, |p| usize::from(opens_sentence(p)) * 5 + p.anaphor.case as usize),
    (2, |p| usize::from(is_coordinated(p))),
    (6, |p| tokens_back(p)),
    (24, |p| same_clause(p) * 4 + p.anaphor.case as usize),
    (FITS, |p| p.fit),
    (2 * FITS, |p| p.fit * 2 + usize::from(p.rank == 0)),
    (4 * FITS, |p| p.fit * 4 + p.candidate.count.min(4) - 1),
    (6, |p| described_gender(p)),
    (16, |p| speaks_on(p)),
    (16, |p| sentence_subject(p) * 4 + p.anaphor.case as usize),
    (8, |p| block_subject(p)),
    (8, |p| in_block(p).min(3) * 2 + usize::from(p.rank == 0)),
    (9, |p| prominence(p) * 3 + p.rank.min(2)),
    (16, |p| usize::from(is_embedded(p)) * 8 + usize::from(sentences_back(p) == 0) * 4 + p.anaphor.case as usize),
    (5, |p| p.candidate.order.min(4)),
    (25, |p| p.candidate.last.grammatical_role as usize * 5 + p.anaphor.grammatical_role as usize),
    (60, |p| (p.anaphor.grammatical_role as usize * 4 + sentences_back(p).min(3)) * 3 + p.rank.min(2)),
    (80, |p| (p.candidate.last.grammatical_role as usize * 4 + sentences_back(p).min(3)) * 4 + p.rank.min(3)),
    (30, |p| {
        (form(p.candidate.last.form) * 5 + p.candidate.last.grammatical_role as usize) * 2 + usize::from(p.rank == 0)
    }),
    (36, |p| (sentence_subject(p) * 3 + sentences_back(p).min(2)) * 3 + p.rank.min(2)),
    (4, |p| gender_rivals(p)),
    (45, |p| (in_block(p).min(2) * 3 + p.rank.min(2)) * 5 + p.candidate.last.grammatical_role as usize),
    (18, |p| (in_block(p).min(2) * 3 + p.rank.min(2)) * 2 + usize::from(p.candidate.count == 1)),
    (12, |p| last_named(p) * 3 + p.rank.min(2)),
];

/// What speaks only on whom "he" and "she" stand for, whether they speak or not.
const PERSON: &[PairTemplate] = &[
    (3, |p| p.leads),
    (2, |p| usize::from(precedes_verb(p))),
    (6, |p| last_subject(p)),
    (10 * 5, |p| p.candidate.last.place as usize * 5 + p.anaphor.grammatical_role as usize),
    (10 * 4, |p| p.candidate.last.place as usize * 4 + p.anaphor.case as usize),
    (10 * 2, |p| p.candidate.last.place as usize * 2 + usize::from(opens_sentence(p))),
    (3 * 4, |p| local_subject(p) * 4 + p.anaphor.case as usize),
    (2 * 4, |p| usize::from(p.ahead) * 4 + p.anaphor.case as usize),
    (8 * 4, |p| p.last * 4 + p.anaphor.case as usize),
    (5 * 5, |p| {
        let (clauses, verbs) = between(p);
        clauses * 5 + verbs
    }),
    (6 * 3 * 2, |p| (p.rank.min(5) * 3 + local_subject(p)) * 2 + usize::from(precedes_verb(p))),
];

/// What speaks only on whom or what descriptions stand for.
const DESCRIBED: &[PairTemplate] = &[
    (2 * FITS * 2, |p| (p.fit * 2 + usize::from(!p.candidate.known.roles.is_empty())) * 2 + usize::from(p.rank == 0)),
    (4 * 4, |p| company(p) * 4 + p.rank.min(3)),
    (6, |p| last_subject(p)),
];

const NO_ANTECEDENT: &[NoAntecedentTemplate] = &[
    (1, |_| 0),
    (5, |a| a.rivals.min(4)),
    (2, |a| usize::from(quoted(a))),
    (4, |a| a.anaphor.case as usize),
    (8, |a| a.anaphor.case as usize * 2 + usize::from(quoted(a))),
    (24, |a| next_tag(a, 1)),
    (24, |a| next_tag(a, 2)),
    (24, |a| tag_before(a)),
    (6, |a| a.unnamed),
    (30, |a| a.unnamed * 5 + a.rivals.min(4)),
    (2, |a| usize::from(opens(a.syntax, a.anaphor))),
    (12, |a| usize::from(opens(a.syntax, a.anaphor)) * 6 + a.unnamed),
    (8, |a| dummy(a)),
    (FITS, |a| a.fit),
    (5 * FITS, |a| a.fit * 5 + a.rivals.min(4)),
    (5, |a| a.anaphor.tokens.len().min(5) - 1),
    (4, |a| a.last),
];

/// How many weights there are.
#[cfg(feature = "training")]
pub(crate) fn weights() -> usize {
    person_start() + sizes(PERSON) + sizes(DESCRIBED)
}

/// Where the weights of [`PERSON`] are filed: behind those of all groups; those of [`DESCRIBED`] follow.
fn person_start() -> usize {
    Anaphor::GROUPS * per_class()
}

fn per_class() -> usize {
    sizes(ANTECEDENT) + sizes(NO_ANTECEDENT)
}

fn sizes<T>(templates: &[(usize, T)]) -> usize {
    templates.iter().map(|t| t.0).sum()
}

/// The weights that speak on an antecedent.
pub(super) fn of_pair(pair: &Pair) -> Vec<u16> {
    let start = pair.anaphor.group() * per_class();
    let mut weights = Vec::with_capacity(ANTECEDENT.len() + PERSON.len());
    file(&mut weights, start, ANTECEDENT.iter().map(|(size, value)| (*size, value(pair))));
    let (start, more) = match pair.anaphor.class {
        PronounClass::Human(_) => (person_start(), PERSON),
        PronounClass::Described(_) => (person_start() + sizes(PERSON), DESCRIBED),
        PronounClass::Thing | PronounClass::Plural => return weights,
    };
    file(&mut weights, start, more.iter().map(|(size, value)| (*size, value(pair))));
    weights
}

/// The weights that speak on there being none.
pub(super) fn of_no_antecedent(none: &NoAntecedent) -> Vec<u16> {
    let start = none.anaphor.group() * per_class() + sizes(ANTECEDENT);
    let mut weights = Vec::with_capacity(NO_ANTECEDENT.len());
    file(&mut weights, start, NO_ANTECEDENT.iter().map(|(size, value)| (*size, value(none))));
    weights
}

fn file(weights: &mut Vec<u16>, mut start: usize, values: impl Iterator<Item = (usize, usize)>) {
    let place = |(size, value): (usize, usize)| {
        debug_assert!(value < size, "value {value} of a template of {size}");
        start += size;
        (start - size + value.min(size - 1)) as u16
    };
    weights.extend(values.map(place));
}
