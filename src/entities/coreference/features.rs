//! What speaks for and against an antecedent.
//!
//! Every template gives one of a few values; the weight of a value is filed under the class of pronoun, the template and
//! the value.

use super::anaphors::{Anaphor, PronounClass};
use crate::{
    entities::{
        roles::is_role_noun,
        scene::{Part, Scene},
    },
    model::{Class, Classes, Gender},
    report::{BlockKind, EntityKind, Form},
    tokens::Tag,
};
use std::ops::Range;

/// What is known of an entity when a pronoun is read.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) kind: EntityKind,
    /// As titles and the first name tell.
    pub(super) gender: Option<Gender>,
    /// As the pronouns that refer to it tell.
    pub(super) called: Option<Gender>,
    /// How often it is named in the whole text.
    pub(super) named: usize,
    /// Hashes of the words that its roles and its names hold.
    pub(super) words: Vec<u32>,
    /// The classes of the words of its names, all together.
    pub(super) classes: Classes,
    /// Its mentions so far.
    pub(super) count: usize,
    /// Its last mention.
    pub(super) last: Occurrence,
}

/// A mention as coreference sees it.
#[derive(Clone, Debug)]
pub(super) struct Occurrence {
    pub(super) tokens: Range<usize>,
    pub(super) form: Form,
    pub(super) part: Part,
}

/// A pronoun and an entity that it may refer to.
pub(super) struct Pair<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) anaphor: &'a Anaphor,
    pub(super) candidate: &'a Candidate,
    /// How many fitting entities were mentioned after it.
    pub(super) rank: usize,
    /// Whether the last pronoun of this class referred to it.
    pub(super) continues: bool,
    /// How well a description fits its roles and names.
    pub(super) fit: usize,
    /// Whether it is the speaker of the quotation in which the pronoun stands.
    pub(super) speaks: bool,
}

/// A pronoun that may refer to nothing named.
pub(super) struct NoAntecedent<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) anaphor: &'a Anaphor,
    /// How many entities fit.
    pub(super) rivals: usize,
    /// How well a description fits the best of them.
    pub(super) fit: usize,
}

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
    (5, |p| p.candidate.last.part as usize),
    (20, |p| p.candidate.last.part as usize * 4 + p.anaphor.case as usize),
    (15, |p| p.candidate.last.part as usize * 3 + sentences_back(p).min(2)),
    (6, |p| gender(p)),
    (12, |p| gender(p) * 2 + usize::from(p.rank == 0)),
    (8, |p| p.candidate.kind as usize),
    (5, |p| p.candidate.count.min(5) - 1),
    (6, |p| p.candidate.named.min(5)),
    (2, |p| usize::from(p.continues)),
    (8, |p| usize::from(p.continues) * 4 + sentences_back(p).min(3)),
    (8, |p| quotation(p)),
    (24, |p| quotation(p) * 3 + sentences_back(p).min(2)),
    (2, |p| usize::from(p.speaks)),
    (2, |p| usize::from(opens_sentence(p))),
    (10, |p| usize::from(opens_sentence(p)) * 5 + p.anaphor.case as usize),
    (2, |p| usize::from(is_coordinated(p))),
    (4, |p| place(p)),
    (6, |p| tokens_back(p)),
    (24, |p| same_clause(p) * 4 + p.anaphor.case as usize),
    (FITS, |p| p.fit),
    (2 * FITS, |p| p.fit * 2 + usize::from(p.rank == 0)),
    (4 * FITS, |p| p.fit * 4 + p.candidate.count.min(4) - 1),
    (6, |p| described_gender(p)),
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
    (6, |a| unnamed(a)),
    (30, |a| unnamed(a) * 5 + a.rivals.min(4)),
    (2, |a| usize::from(opens(a.scene, a.anaphor))),
    (12, |a| usize::from(opens(a.scene, a.anaphor)) * 6 + unnamed(a)),
    (8, |a| dummy(a)),
    (FITS, |a| a.fit),
    (5 * FITS, |a| a.fit * 5 + a.rivals.min(4)),
    (5, |a| a.anaphor.tokens.len() - 1),
];

/// How many weights there are.
#[cfg(feature = "training")]
pub(crate) fn weights() -> usize {
    PronounClass::COUNT * per_class()
}

fn per_class() -> usize {
    pair_sizes() + NO_ANTECEDENT.iter().map(|t| t.0).sum::<usize>()
}

fn pair_sizes() -> usize {
    ANTECEDENT.iter().map(|t| t.0).sum()
}

/// The weights that speak on an antecedent.
pub(super) fn of_pair(pair: &Pair) -> Vec<u16> {
    let start = pair.anaphor.class.index() * per_class();
    file(start, ANTECEDENT.iter().map(|(size, value)| (*size, value(pair))))
}

/// The weights that speak on there being none.
pub(super) fn of_no_antecedent(none: &NoAntecedent) -> Vec<u16> {
    let start = none.anaphor.class.index() * per_class() + pair_sizes();
    file(start, NO_ANTECEDENT.iter().map(|(size, value)| (*size, value(none))))
}

fn file(mut start: usize, values: impl Iterator<Item = (usize, usize)>) -> Vec<u16> {
    let place = |(size, value): (usize, usize)| {
        debug_assert!(value < size, "value {value} of a template of {size}");
        start += size;
        (start - size + value.min(size - 1)) as u16
    };
    values.map(place).collect()
}

/// 0 to 5 or more; 6 for a name that follows the pronoun.
fn sentences_back(pair: &Pair) -> usize {
    let (last, here) = (pair.candidate.last.tokens.start, pair.anaphor.tokens.start);
    if last > here { 6 } else { (pair.scene.sentence(here) - pair.scene.sentence(last)).min(5) }
}

fn blocks_back(pair: &Pair) -> usize {
    let block = |tokens: &Range<usize>| pair.scene.block(tokens.start);
    block(&pair.anaphor.tokens).saturating_sub(block(&pair.candidate.last.tokens))
}

/// In steps of about 4, 8, 16, 32 words.
fn tokens_back(pair: &Pair) -> usize {
    let distance = pair.anaphor.tokens.start.saturating_sub(pair.candidate.last.tokens.end);
    [3, 7, 15, 31, 63].iter().filter(|&&step| distance > step).count()
}

fn form(form: Form) -> usize {
    match form {
        Form::Name | Form::Short => 0,
        Form::Pronoun => 1,
        Form::Description => 2,
    }
}

/// Unknown, told or guessed from the first name, called so before; the same with the other sex.
fn gender(pair: &Pair) -> usize {
    let PronounClass::Human(wanted) = pair.anaphor.class else { return 0 };
    match (pair.candidate.called, pair.candidate.gender) {
        (Some(called), _) if called == wanted => 2,
        (Some(_), _) => 4,
        (None, Some(told)) if told == wanted => 1,
        (None, Some(_)) => 3,
        (None, None) => 0,
    }
}

/// How well the words of a description fit what is known of an entity: not, a modifier only, its head, both.
pub(super) fn fit(scene: &Scene, anaphor: &Anaphor, candidate: &Candidate) -> usize {
    if !matches!(anaphor.class, PronounClass::Described(_)) {
        return 0;
    }
    let last = anaphor.tokens.end - 1;
    let known = |token: usize| candidate.words.contains(&scene.reading.tokens.form(token).lower);
    let more = (anaphor.tokens.start + 1..last).any(known);
    match (known(last), more) {
        (true, true) => 3,
        (true, false) => 2,
        (false, true) => 1,
        (false, false) => 0,
    }
}

/// Whether a description that is said of one sex only fits a person.
fn described_gender(pair: &Pair) -> usize {
    let head = pair.anaphor.tokens.end - 1;
    let wanted = match (pair.scene.has(head, Class::Male), pair.scene.has(head, Class::Female)) {
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        _ => return 0,
    };
    match pair.candidate.called.or(pair.candidate.gender) {
        Some(gender) => {
            if gender == wanted {
                1
            } else {
                2
            }
        }
        None => 3,
    }
}

/// Which of the two stand in a quotation, and whether in the same one.
fn quotation(pair: &Pair) -> usize {
    let of = |tokens: &Range<usize>| pair.scene.quotation(tokens.start);
    match (of(&pair.candidate.last.tokens), of(&pair.anaphor.tokens)) {
        (0, 0) => 0,
        (0, _) => 1 + usize::from(pair.speaks),
        (_, 0) => 3,
        (a, b) if a == b => 4,
        _ => 5 + usize::from(pair.speaks),
    }
}

/// Whether the last mention is the first of its sentence.
fn opens_sentence(pair: &Pair) -> bool {
    const LEADING: usize = 6;
    let start = pair.candidate.last.tokens.start;
    start - pair.scene.sentence_tokens(start).start < LEADING
}

/// "X and Y"
fn is_coordinated(pair: &Pair) -> bool {
    let tokens = &pair.candidate.last.tokens;
    let tag = |at: usize| pair.scene.tag(at, tokens.start);
    tag(tokens.end) == Some(Tag::Conjunction) || tokens.start > 0 && tag(tokens.start - 1) == Some(Tag::Conjunction)
}

/// The story, a headline, a byline, anything else.
fn place(pair: &Pair) -> usize {
    match pair.scene.reading.block_kind(pair.candidate.last.tokens.start) {
        kind if kind.is_story() => 0,
        BlockKind::Headline | BlockKind::Deck => 1,
        BlockKind::Byline => 2,
        _ => 3,
    }
}

/// For a mention in the same sentence: its part, and whether a verb of saying or a new clause lies between.
fn same_clause(pair: &Pair) -> usize {
    let (from, to) = (pair.candidate.last.tokens.end, pair.anaphor.tokens.start);
    if from > to || pair.scene.sentence(from.saturating_sub(1)) != pair.scene.sentence(to) {
        return 0;
    }
    let subject = matches!(pair.candidate.last.part, Part::Subject | Part::Speaker);
    let saying = (from..to).any(|t| pair.scene.has(t, Class::Saying));
    let clause = (from..to).any(|t| is_clause_start(pair.scene, t));
    match (subject, saying, clause) {
        (true, true, _) => 1,
        (true, false, true) => 2,
        (true, false, false) => 3,
        (false, _, true) => 4,
        (false, _, false) => 5,
    }
}

fn is_clause_start(scene: &Scene, token: usize) -> bool {
    matches!(scene.reading.tokens.tag(token), Tag::Subordinator | Tag::Conjunction | Tag::Wh)
        || scene.word(token) == ","
}

fn quoted(none: &NoAntecedent) -> bool {
    none.scene.quotation(none.anaphor.tokens.start) > 0
}

fn next_tag(none: &NoAntecedent, ahead: usize) -> usize {
    let at = none.anaphor.tokens.end - 1;
    none.scene.tag(at + ahead, at).map_or(Tag::ALL.len() - 1, |tag| tag as usize)
}

fn tag_before(none: &NoAntecedent) -> usize {
    let at = none.anaphor.tokens.start;
    at.checked_sub(1).and_then(|before| none.scene.tag(before, at)).map_or(Tag::ALL.len() - 1, |tag| tag as usize)
}

fn opens(scene: &Scene, anaphor: &Anaphor) -> bool {
    scene.sentence_tokens(anaphor.tokens.start).start == anaphor.tokens.start
}

/// How near the last common noun is that the pronoun may stand for: none, or in the sentence before (as its first
/// noun or not) or in the same one (likewise).
fn unnamed(none: &NoAntecedent) -> usize {
    let at = none.anaphor.tokens.start;
    let here = none.scene.sentence_tokens(at);
    let before = here.start.checked_sub(1).map(|t| none.scene.sentence_tokens(t));
    let fits = |t: &usize| is_unnamed(none.scene, *t, none.anaphor.class);
    if let Some(found) = (here.start..at).find(fits) {
        return if found < here.start + 6 { 1 } else { 2 };
    }
    match before.and_then(|mut sentence| sentence.find(fits).map(|found| (found, sentence))) {
        Some((found, _)) if none.scene.sentence_tokens(found).start + 6 > found => 3,
        Some(_) => 4,
        None => 0,
    }
}

/// Whether a token is the head of a noun phrase for something that this class of pronoun may stand for.
fn is_unnamed(scene: &Scene, token: usize, class: PronounClass) -> bool {
    let noun = scene.reading.tokens.tag(token) == Tag::Noun
        && scene.tag(token + 1, token).is_none_or(|tag| !tag.is_noun() && tag != Tag::PossessiveMark);
    noun && match class {
        PronounClass::Human(_) => [Class::PersonNoun, Class::Male, Class::Female].iter().any(|&c| scene.has(token, c)),
        PronounClass::Thing => scene.has(token, Class::OrgNoun) || !scene.word(token).ends_with('s'),
        PronounClass::Plural => scene.word(token).ends_with('s') || scene.word(token) == "people",
        PronounClass::Described(kind) => is_role_noun(scene, token, kind),
    }
}

/// "it" that stands for nothing: "it is clear that", "it was not until", "it took".
fn dummy(none: &NoAntecedent) -> usize {
    const LOOK_AHEAD: usize = 8;
    if none.anaphor.class != PronounClass::Thing {
        return 0;
    }
    let at = none.anaphor.tokens.start;
    let ahead = || (at + 1..at + LOOK_AHEAD).map_while(|t| none.scene.tag(t, at).map(|tag| (t, tag)));
    let be = ahead()
        .next()
        .is_some_and(|(t, _)| matches!(none.scene.word(t), "is" | "was" | "'s" | "’s" | "will" | "would"));
    let adjective = ahead().any(|(_, tag)| tag == Tag::Adjective);
    let clause = ahead().any(|(_, tag)| matches!(tag, Tag::Subordinator | Tag::To));
    usize::from(be) * 4 + usize::from(adjective) * 2 + usize::from(clause)
}
