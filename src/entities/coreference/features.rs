//! What speaks for and against an antecedent, and where its weight is filed.
//!
//! Every template gives one of a few values; the weight of a value is filed under the group of the pronoun, the template and
//! the value.

use super::{
    anaphors::{Anaphor, PronounClass},
    evidence::{
        Pair, between, block_subject, blocks_back, company, described_gender, form, gender, gender_rivals,
        is_coordinated, is_embedded, last_named, last_subject, local_subject, precedes_verb, prominence, same_clause,
        speaks_on, tokens_back,
    },
    no_antecedent::{NoAntecedent, dummy, next_tag, opens, quoted, tag_before},
};
use std::iter;

/// How many values [`fit`](super::evidence::fit) has.
const FITS: usize = 4;

/// Declares templates once: how many values each has, and which one it gives.
macro_rules! templates {
    ($(#[$doc:meta])* $values:ident: $templates:ident($of:ident: $thing:ty) { $($size:expr => $value:expr,)* }) => {
        const $templates: Templates<{ [$($size),*].len() }> = Templates::of([$($size),*]);

        $(#[$doc])*
        fn $values($of: $thing) -> [u16; $templates.sizes.len()] {
            [$($value as u16),*]
        }
    };
}

templates! {
    /// What speaks on an antecedent.
    of_antecedent: ANTECEDENT(p: &Pair) {
        1 => 0,
        7 => p.sentences_back,
        4 => blocks_back(p).min(3),
        5 => p.rank.min(4),
        20 => p.rank.min(3) * 5 + p.sentences_back.min(4),
        3 => form(p.candidate.last.form),
        5 => p.candidate.last.grammatical_role as usize,
        20 => p.candidate.last.grammatical_role as usize * 4 + p.anaphor.case as usize,
        15 => p.candidate.last.grammatical_role as usize * 3 + p.sentences_back.min(2),
        4 => gender(p),
        8 => p.candidate.known.kind as usize,
        5 => p.candidate.count.min(5) - 1,
        6 => p.candidate.known.named.min(5),
        2 => usize::from(p.continues),
        8 => usize::from(p.continues) * 4 + p.sentences_back.min(3),
        8 => p.quotation,
        24 => p.quotation * 3 + p.sentences_back.min(2),
        2 => usize::from(p.speaks),
        2 => usize::from(p.opens_sentence),
        10 => usize::from(p.opens_sentence) * 5 + p.anaphor.case as usize,
        2 => usize::from(is_coordinated(p)),
        6 => tokens_back(p),
        24 => same_clause(p) * 4 + p.anaphor.case as usize,
        FITS => p.fit,
        2 * FITS => p.fit * 2 + usize::from(p.rank == 0),
        4 * FITS => p.fit * 4 + p.candidate.count.min(4) - 1,
        6 => described_gender(p),
        16 => speaks_on(p),
        16 => p.sentence_subject * 4 + p.anaphor.case as usize,
        8 => block_subject(p),
        8 => p.in_block.min(3) * 2 + usize::from(p.rank == 0),
        9 => prominence(p) * 3 + p.rank.min(2),
        16 => usize::from(is_embedded(p)) * 8 + usize::from(p.sentences_back == 0) * 4 + p.anaphor.case as usize,
        5 => p.candidate.order.min(4),
        25 => p.candidate.last.grammatical_role as usize * 5 + p.anaphor.grammatical_role as usize,
        60 => (p.anaphor.grammatical_role as usize * 4 + p.sentences_back.min(3)) * 3 + p.rank.min(2),
        80 => (p.candidate.last.grammatical_role as usize * 4 + p.sentences_back.min(3)) * 4 + p.rank.min(3),
        30 => (form(p.candidate.last.form) * 5 + p.candidate.last.grammatical_role as usize) * 2
            + usize::from(p.rank == 0),
        36 => (p.sentence_subject * 3 + p.sentences_back.min(2)) * 3 + p.rank.min(2),
        4 => gender_rivals(p),
        45 => (p.in_block.min(2) * 3 + p.rank.min(2)) * 5 + p.candidate.last.grammatical_role as usize,
        18 => (p.in_block.min(2) * 3 + p.rank.min(2)) * 2 + usize::from(p.candidate.count == 1),
        12 => last_named(p) * 3 + p.rank.min(2),
    }
}

templates! {
    /// What speaks only on whom "he" and "she" stand for, whether they speak or not.
    of_person: PERSON(p: &Pair) {
        3 => p.leads,
        2 => usize::from(precedes_verb(p)),
        6 => last_subject(p),
        10 * 5 => p.candidate.last.place as usize * 5 + p.anaphor.grammatical_role as usize,
        10 * 4 => p.candidate.last.place as usize * 4 + p.anaphor.case as usize,
        10 * 2 => p.candidate.last.place as usize * 2 + usize::from(p.opens_sentence),
        3 * 4 => local_subject(p) * 4 + p.anaphor.case as usize,
        2 * 4 => usize::from(p.ahead) * 4 + p.anaphor.case as usize,
        8 * 4 => p.last * 4 + p.anaphor.case as usize,
        5 * 5 => {
            let (clauses, verbs) = between(p);
            clauses * 5 + verbs
        },
        6 * 3 * 2 => (p.rank.min(5) * 3 + local_subject(p)) * 2 + usize::from(precedes_verb(p)),
    }
}

templates! {
    /// What speaks only on whom or what descriptions stand for.
    of_described: DESCRIBED(p: &Pair) {
        2 * FITS * 2 => (p.fit * 2 + usize::from(!p.candidate.known.roles.is_empty())) * 2 + usize::from(p.rank == 0),
        4 * 4 => company(p) * 4 + p.rank.min(3),
        6 => last_subject(p),
    }
}

templates! {
    /// What speaks on there being none.
    of_none: NO_ANTECEDENT(a: &NoAntecedent) {
        1 => 0,
        5 => a.rivals.min(4),
        2 => usize::from(quoted(a)),
        4 => a.anaphor.case as usize,
        8 => a.anaphor.case as usize * 2 + usize::from(quoted(a)),
        24 => next_tag(a, 1),
        24 => next_tag(a, 2),
        24 => tag_before(a),
        6 => a.unnamed,
        30 => a.unnamed * 5 + a.rivals.min(4),
        2 => usize::from(opens(a.syntax, a.anaphor)),
        12 => usize::from(opens(a.syntax, a.anaphor)) * 6 + a.unnamed,
        8 => dummy(a),
        FITS => a.fit,
        5 * FITS => a.fit * 5 + a.rivals.min(4),
        5 => a.anaphor.tokens.len().min(5) - 1,
        4 => a.last,
    }
}

/// How many weights there are.
#[cfg(feature = "training")]
pub(crate) fn weights() -> usize {
    DESCRIBED_START + DESCRIBED.weights()
}

/// Where the weights of [`PERSON`] are filed: behind those of all groups; those of [`DESCRIBED`] follow.
const PERSON_START: usize = Anaphor::GROUPS * PER_GROUP;
const DESCRIBED_START: usize = PERSON_START + PERSON.weights();
const PER_GROUP: usize = ANTECEDENT.weights() + NO_ANTECEDENT.weights();

/// Weights are numbered in 16 bits.
const _: () = assert!(DESCRIBED_START + DESCRIBED.weights() <= u16::MAX as usize);

/// Templates, whose weights are filed one template behind the other.
struct Templates<const N: usize> {
    /// How many values each has.
    sizes: [u16; N],
    /// How many weights stand before its own.
    starts: [u16; N],
}

impl<const N: usize> Templates<N> {
    /// Templates with so many values each.
    const fn of(sizes: [usize; N]) -> Templates<N> {
        let mut templates = Templates { sizes: [0; N], starts: [0; N] };
        let (mut sum, mut at) = (0, 0);
        while at < N {
            (templates.sizes[at], templates.starts[at]) = (sizes[at] as u16, sum as u16);
            sum += sizes[at];
            at += 1;
        }
        assert!(sum <= u16::MAX as usize);
        templates
    }

    /// How many weights they have together.
    const fn weights(&self) -> usize {
        (self.starts[N - 1] + self.sizes[N - 1]) as usize
    }

    /// The weights of these values, where those of all are filed from `start` on.
    fn filed(&self, start: usize, values: [u16; N]) -> [u16; N] {
        std::array::from_fn(|at| {
            let (size, value) = (self.sizes[at], values[at]);
            debug_assert!(value < size, "value {value} of a template of {size}");
            start as u16 + self.starts[at] + value.min(size - 1)
        })
    }
}

/// The weights that speak on each choice at a pronoun, one choice behind the other.
#[derive(Debug)]
pub(crate) struct Features {
    weights: Vec<u16>,
    /// How many speak on each antecedent: as many as there are templates for the class of the pronoun.
    of_antecedent: usize,
}

impl Features {
    /// Those of the first choice, that there is no antecedent, with room for so many others.
    pub(super) fn of_none(none: &NoAntecedent, others: usize) -> Features {
        let of_class = match none.anaphor.class {
            PronounClass::Human(_) => PERSON.sizes.len(),
            PronounClass::Described(_) => DESCRIBED.sizes.len(),
            PronounClass::Thing | PronounClass::Plural => 0,
        };
        let of_antecedent = ANTECEDENT.sizes.len() + of_class;
        let mut weights = Vec::with_capacity(NO_ANTECEDENT.sizes.len() + others * of_antecedent);
        let start = none.anaphor.group() * PER_GROUP + ANTECEDENT.weights();
        weights.extend(NO_ANTECEDENT.filed(start, of_none(none)));
        Features { weights, of_antecedent }
    }

    /// Adds those of an antecedent.
    pub(super) fn add(&mut self, pair: &Pair) {
        self.weights.extend(ANTECEDENT.filed(pair.anaphor.group() * PER_GROUP, of_antecedent(pair)));
        match pair.anaphor.class {
            PronounClass::Human(_) => self.weights.extend(PERSON.filed(PERSON_START, of_person(pair))),
            PronounClass::Described(_) => self.weights.extend(DESCRIBED.filed(DESCRIBED_START, of_described(pair))),
            PronounClass::Thing | PronounClass::Plural => {}
        }
    }

    /// The weights of each choice.
    pub(crate) fn of_choices(&self) -> impl Iterator<Item = &[u16]> {
        let (of_none, others) = self.weights.split_at(NO_ANTECEDENT.sizes.len());
        iter::once(of_none).chain(others.chunks_exact(self.of_antecedent))
    }
}
