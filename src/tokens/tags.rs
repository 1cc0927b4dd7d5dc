//! Part-of-speech tags: a linear model, read greedily from left to right.
//!
//! The score of a tag is a sum of rows: one for the spelling itself, one for the spelling before it, one for the spelling
//! after it, one for the two tags before it, and one for its shape and place. The rows of a spelling are added up once
//! per text, so that a token costs a few vector additions.

use super::{AFFIX, Form, Shape, Token, Tokens};
#[cfg(feature = "training")]
use crate::model::training::{KeyWidth, table_order, write_table};
use crate::model::{Model, RowSum, Section, Table, UNREAD, add_row, best_with, hash_lower, table_enum};
#[cfg(feature = "training")]
use crate::model::{hash_beginnings, hash_ends};

table_enum! {
    /// A part of speech, with its name in training files.
    #[derive(Default)]
    pub enum Tag: &str {
        /// house, houses
        #[default]
        Noun = "noun",
        /// Lowe, London
        ProperNoun = "proper",
        /// said, was
        VerbPast = "past",
        /// says, say, is
        VerbPresent = "present",
        /// (to) say
        VerbBase = "base",
        /// saying
        VerbGerund = "gerund",
        /// (has) said
        VerbParticiple = "participle",
        /// will, could
        Modal = "modal",
        /// new, newer
        Adjective = "adjective",
        /// quickly, not
        Adverb = "adverb",
        /// she, it, there
        Pronoun = "pronoun",
        /// her (house)
        Possessive = "possessive",
        /// the, this, all
        Determiner = "determiner",
        /// in, of
        Preposition = "preposition",
        /// that, because
        Subordinator = "subordinator",
        /// to
        To = "to",
        /// and, but
        Conjunction = "conjunction",
        /// who, which, when
        Wh = "wh",
        /// two, 2025
        Number = "number",
        /// 's
        PossessiveMark = "mark",
        /// (give) up
        Particle = "particle",
        /// . , " (
        Punctuation = "punctuation",
        /// $
        Symbol = "symbol",
        /// oh, etc.
        Other = "other",
    }
}

impl Tag {
    /// Any form of a verb, modals aside.
    pub(crate) const fn is_verb(self) -> bool {
        matches!(self, Tag::VerbPast | Tag::VerbPresent | Tag::VerbBase | Tag::VerbGerund | Tag::VerbParticiple)
    }

    /// A form that a sentence has for its verb.
    pub(crate) const fn is_finite(self) -> bool {
        matches!(self, Tag::VerbPast | Tag::VerbPresent | Tag::Modal)
    }

    /// A common or proper noun.
    pub(crate) const fn is_noun(self) -> bool {
        matches!(self, Tag::Noun | Tag::ProperNoun)
    }
}

/// How many tags there are.
pub const TAGS: usize = Tag::ALL.len();
/// Tags and, for a place before the sentence, one more.
const HISTORIES: usize = TAGS + 1;
const SHAPES: usize = 8;
const OUTSIDE: usize = TAGS;

/// Where a spelling stands, seen from the token to be tagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// At the token.
    Here,
    /// Just before it.
    Before,
    /// Just after it.
    After,
}

impl Position {
    const ALL: [Position; 3] = [Position::Here, Position::Before, Position::After];

    const fn salt(self) -> u32 {
        match self {
            Position::Here => 0x9E37_79B9,
            Position::Before => 0x85EB_CA77,
            Position::After => 0xC2B2_AE3D,
        }
    }
}

/// The features of a spelling at a position: calls `visit` with the hash of each.
#[cfg(feature = "training")]
pub fn features(word: &str, position: Position, mut visit: impl FnMut(u32)) {
    let (beginnings, ends) = (hash_beginnings(word), hash_ends(word));
    let parts = Parts::of(word, Shape::of(word), hash_lower(word), &beginnings, &ends);
    parts.features(position, &mut visit);
    visit(shape_feature(parts.class, position));
}

/// The longest end of a word that is looked at, in characters.
const LONGEST_END: usize = 4;
/// How many characters of its beginning are.
const BEGINNING: usize = 3;

/// What is looked at of a word and of its neighbours: the whole, its ends by their length, its beginning.
const PARTS: usize = LONGEST_END + 2;
const HERE: [usize; PARTS] = [0, 1, 2, 3, 4, 5];
const BESIDE: [usize; 3] = [0, 2, 3];

/// Hashes of a word and of its parts, the same at every position; 0 for those that it is too short for.
struct Parts {
    hashes: [u32; PARTS],
    class: usize,
}

impl Parts {
    fn of(word: &str, shape: Shape, whole: u32, beginnings: &[u32; AFFIX], ends: &[u32; AFFIX]) -> Parts {
        // Where the next longer part is absent, this one is the whole word.
        let part = |parts: &[u32; AFFIX], length: usize| if parts[length] == 0 { 0 } else { parts[length - 1] };
        let end = |length| part(ends, length);
        let hashes = [whole, end(1), end(2), end(3), end(LONGEST_END), part(beginnings, BEGINNING)];
        Parts { hashes, class: shape_class(shape, word) }
    }

    fn features(&self, position: Position, mut visit: impl FnMut(u32)) {
        let parts = if position == Position::Here { &HERE[..] } else { &BESIDE };
        for &part in parts {
            if self.hashes[part] != 0 {
                visit(feature(part as u32, self.hashes[part], position));
            }
        }
    }
}

const fn feature(kind: u32, hash: u32, position: Position) -> u32 {
    (hash ^ position.salt()).wrapping_add(kind.wrapping_mul(0x27D4_EB2F))
}

/// The feature of a class of looks.
fn shape_feature(class: usize, position: Position) -> u32 {
    feature(6, hash_lower(char::from(b'0' + class as u8).encode_utf8(&mut [0; 4])), position)
}

/// A coarse class of the look of a spelling, below [`SHAPES`].
fn shape_class(shape: Shape, word: &str) -> usize {
    match () {
        () if shape.is_mark() => 0,
        () if shape.has_digit() && !shape.is_word() => 1,
        () if shape.has_digit() => 2,
        () if shape.is_all_caps() && word.chars().nth(1).is_some() => 3,
        () if shape.is_capitalised() => 4,
        () if shape.is_hyphenated() => 5,
        () => 6,
    }
}

/// The row of the shape of a token and of whether it opens its sentence.
#[cfg(feature = "training")]
pub fn place_index(word: &str, opens: bool) -> usize {
    place_of(shape_class(Shape::of(word), word), opens)
}

fn place_of(class: usize, opens: bool) -> usize {
    class * 2 + usize::from(opens)
}

/// How many rows [`place_index`] tells apart.
pub const PLACES: usize = 2 * SHAPES;

/// The row of two tags before a token; `None` stands for a place before the sentence.
pub fn history_index(last: Option<Tag>, last_but_one: Option<Tag>) -> usize {
    let number = |tag: Option<Tag>| tag.map_or(OUTSIDE, |tag| tag as usize);
    number(last_but_one) * HISTORIES + number(last)
}

/// How many rows [`history_index`] tells apart.
pub const HISTORY_ROWS: usize = HISTORIES * HISTORIES;

/// The learned rows, read in place: a table of features, place rows, history rows, and the rows of the features in their order.
struct Weights<'m> {
    places: &'m [StoredRow],
    histories: &'m [StoredRow],
    index: Table<'m>,
    rows: &'m [StoredRow],
}

/// A row as the model stores it.
type StoredRow = [u8; TAGS];

impl<'m> Weights<'m> {
    fn read(bytes: &'m [u8]) -> Option<Weights<'m>> {
        let (index, rest) = Table::try_split(bytes.get(UNREAD..)?)?;
        let (places, rest) = rest.split_at_checked(PLACES * TAGS)?;
        let (histories, rows) = rest.split_at_checked(HISTORY_ROWS * TAGS)?;
        let [places, histories, rows] = [places, histories, rows].map(|rows| rows.as_chunks().0);
        Some(Weights { places, histories, index, rows })
    }

    /// The row of a feature added, if it has one.
    fn add_feature(&self, feature: u32, sum: &mut RowSum) {
        if let Some(row) = self.index.position(feature).and_then(|at| self.rows.get(at)) {
            add_row(sum, row);
        }
    }

    /// The rows of every class of looks.
    fn of_shapes(&self) -> [OfShape; SHAPES] {
        std::array::from_fn(|class| {
            let mut rows = [RowSum::default(); 3];
            for (position, row) in Position::ALL.into_iter().zip(&mut rows) {
                self.add_feature(shape_feature(class, position), row);
            }
            let [inside, opening] = [false, true].map(|opens| &self.places[place_of(class, opens)]);
            add_row(&mut rows[Position::Here as usize], inside);
            let difference = |tag| i16::from(opening[tag] as i8) - i16::from(inside[tag] as i8);
            let opening = std::array::from_fn(|tag| if tag < TAGS { difference(tag) } else { 0 });
            OfShape { rows, opening }
        })
    }
}

/// The rows of a class of looks.
struct OfShape {
    /// For each position; that of the token itself holds the row of its place, inside of a sentence.
    rows: [RowSum; 3],
    /// What is to be added where the token opens its sentence.
    opening: RowSum,
}

/// Writes the section from trained rows.
///
/// # Errors
/// The first feature that collides with another one.
#[cfg(feature = "training")]
pub fn write(places: &[i8], histories: &[i8], features: &[(u32, [i8; TAGS])]) -> Result<Vec<u8>, u32> {
    let order = table_order(KeyWidth::Two, features.len());
    let mut features = features.to_vec();
    features.sort_by_key(|(hash, _)| order(*hash));
    let entries: Vec<_> = features.iter().map(|(hash, _)| (*hash, 0)).collect();
    let index = write_table(&entries, KeyWidth::Two, 0)?;
    let bytes = |rows: &[i8]| rows.iter().map(|&weight| weight as u8).collect::<Vec<u8>>();
    let rows: Vec<u8> = features.iter().flat_map(|(_, row)| bytes(row)).collect();
    Ok([vec![0; UNREAD], index, bytes(places), bytes(histories), rows].concat())
}

/// The tag of every token; nouns throughout if the model has no tags.
pub(super) fn tag(tokens: &Tokens, model: &Model) -> Vec<Tag> {
    let Some(weights) = Weights::read(model.section(Section::Tags)) else {
        return vec![Tag::Noun; tokens.tokens.len()];
    };
    let shapes = weights.of_shapes();
    let forms: Vec<_> = tokens.forms.iter().map(|form| Scored::of(form, &weights, &shapes)).collect();
    let mut tags = Vec::with_capacity(tokens.tokens.len());
    for sentence in &tokens.sentences {
        tag_sentence(&tokens.tokens[sentence.tokens.clone()], &forms, &weights, &mut tags);
    }
    tags
}

/// One spelling.
struct Scored<'s> {
    /// Its rows added up, for each position.
    rows: [RowSum; 3],
    shape: &'s OfShape,
}

impl<'s> Scored<'s> {
    fn of(form: &Form, weights: &Weights, shapes: &'s [OfShape; SHAPES]) -> Scored<'s> {
        let parts = Parts::of(form.word, form.shape, form.lower, &form.beginnings, &form.ends);
        let shape = &shapes[parts.class];
        let mut scored = Scored { rows: shape.rows, shape };
        for (position, row) in Position::ALL.into_iter().zip(&mut scored.rows) {
            parts.features(position, |feature| weights.add_feature(feature, row));
        }
        scored
    }
}

fn tag_sentence(tokens: &[Token], forms: &[Scored], weights: &Weights, tags: &mut Vec<Tag>) {
    let (mut last, mut last_but_one) = (None, None);
    let form_at = |at: usize| tokens.get(at).map(|token| &forms[token.form as usize]);
    for (at, token) in tokens.iter().enumerate() {
        let form = &forms[token.form as usize];
        let mut sum = form.rows[Position::Here as usize];
        match at.checked_sub(1).and_then(form_at) {
            Some(before) => add(&mut sum, &before.rows[Position::Before as usize]),
            None => add(&mut sum, &form.shape.opening),
        }
        if let Some(after) = form_at(at + 1) {
            add(&mut sum, &after.rows[Position::After as usize]);
        }
        let best = best_with(&mut sum, &weights.histories[history_index(last, last_but_one)]);
        let tag = Tag::ALL[best].0;
        tags.push(tag);
        (last_but_one, last) = (last, Some(tag));
    }
}

/// Adds a row to a sum. Not inlined: kept in memory, they are added eight scores at a time.
#[inline(never)]
fn add(sum: &mut RowSum, row: &RowSum) {
    sum.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
}

#[cfg(test)]
mod tests {
    use crate::{Model, Options, structure, tokens::tokenize};

    /// One row each: words with their tags as in training files.
    const CASES: &[&str] = &[
        "Ana/proper Lowe/proper said/past the/determiner bridge/noun was/past safe/adjective ./punctuation",
        "She/pronoun has/present told/participle reporters/noun that/subordinator it/pronoun will/modal close/base ./punctuation",
        "The/determiner report/noun says/present prices/noun are/present rising/gerund quickly/adverb ./punctuation",
        "He/pronoun plans/present to/to report/base two/number cases/noun in/preposition London/proper ./punctuation",
    ];

    #[test]
    fn plain_sentences() {
        for case in CASES {
            let pairs: Vec<_> = case.split(' ').map(|pair| pair.split_once('/').unwrap()).collect();
            let text = pairs.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ");
            let model = Model::built_in();
            let article = structure::read(&text, &Options::new(), &model);
            let tokens = tokenize(&text, &article, &model);
            let found = tokens.tokens.iter().zip(&tokens.tags).map(|(token, tag)| {
                let name = super::Tag::ALL[*tag as usize].1;
                format!("{}/{name}", token.span.of(&text))
            });
            assert_eq!(found.collect::<Vec<_>>().join(" "), *case);
        }
    }
}
