//! What the tagger knows of one spelling, wherever it stands.

use super::pronouns::{Pronouns, Referent};
use crate::{
    model::{Class, WordClusters, WordFacts, hash_exact, hash_lower},
    tokens::{AFFIX, Form},
};

/// Longer words are cut: their end tells no more.
const LONGEST_SHAPE: usize = 12;

/// One spelling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spelling {
    pub(super) lower: u32,
    pub(super) exact: u32,
    /// Which sort of character each one is: "Xxxx", "X.X.", "dd".
    pub(super) shape: u32,
    /// The same with runs drawn together: "Xx", "X.X.", "d".
    pub(super) short_shape: u32,
    /// Beginnings and ends of one to five characters, in lower case; 0 where the word is shorter.
    pub(super) prefixes: [u32; AFFIX],
    pub(super) suffixes: [u32; AFFIX],
    /// Hash of its letters if it may be an acronym.
    pub(super) letters: Option<u32>,
    pub(super) known: WordFacts,
    /// What the word lists say that bears on names, one bit each.
    pub(super) classes: u32,
    /// What it stands for as a pronoun.
    pub(super) referent: Option<Referent>,
    pub(super) capitalised: bool,
    pub(super) all_caps: bool,
    pub(super) word: bool,
    /// It stands for one in capitals, in a sentence of capitals.
    pub(super) without_capitals: bool,
}

impl Spelling {
    pub(super) fn new(word: &str, form: &Form, words: WordClusters, pronouns: &Pronouns) -> Spelling {
        let (shape, short_shape) = shapes(word);
        Spelling {
            lower: form.lower,
            exact: hash_exact(word),
            shape,
            short_shape,
            prefixes: form.beginnings,
            suffixes: form.ends,
            letters: form.shape.is_all_caps().then(|| acronym_hash(word)).flatten(),
            known: words.get(form.lower),
            classes: classes(form),
            referent: pronouns.referent(form.lower),
            capitalised: form.shape.is_capitalised(),
            all_caps: form.shape.is_all_caps(),
            word: form.shape.is_word(),
            without_capitals: false,
        }
    }

    /// An edge of a sentence, where no word is.
    pub(super) fn edge() -> Spelling {
        Spelling { short_shape: shapes("").1, ..Spelling::default() }
    }

    /// The same for the word in small letters.
    pub(super) fn in_small_letters(&self, word: &str) -> Spelling {
        let small = word.to_lowercase();
        let (shape, short_shape) = shapes(&small);
        Spelling {
            exact: hash_exact(&small),
            shape,
            short_shape,
            letters: None,
            capitalised: false,
            all_caps: false,
            without_capitals: true,
            ..self.clone()
        }
    }
}

/// Which of the classes that bear on names a word has.
fn classes(form: &Form) -> u32 {
    const CLASSES: [Class; 10] = [
        Class::Title,
        Class::Saying,
        Class::Month,
        Class::Weekday,
        Class::Particle,
        Class::NameSuffix,
        Class::CompanySuffix,
        Class::OrgNoun,
        Class::PlaceNoun,
        Class::PersonNoun,
    ];
    CLASSES.iter().enumerate().fold(0, |bits, (at, &class)| bits | u32::from(form.classes.has(class)) << at)
}

/// The hash of the initials of a run of words, from the hash of each initial.
pub(super) fn initials_hash(initials: impl Iterator<Item = u32>) -> u32 {
    initials.fold(0, |hash, initial| hash.rotate_left(7) ^ initial)
}

/// The same for the letters of an acronym, which has two to seven.
fn acronym_hash(word: &str) -> Option<u32> {
    let letters = || word.char_indices().filter(|(_, c)| c.is_alphabetic());
    let hashes = letters().map(|(at, c)| hash_lower(&word[at..at + c.len_utf8()]));
    (2..=7).contains(&letters().take(8).count()).then(|| initials_hash(hashes))
}

/// Hashes of the shape and of the short shape.
fn shapes(word: &str) -> (u32, u32) {
    let (mut shape, mut short, mut last) = (1u32, 1u32, '\0');
    for c in word.chars().take(LONGEST_SHAPE).map(sort) {
        shape = shape.wrapping_mul(31).wrapping_add(c as u32);
        if c != last {
            short = short.wrapping_mul(31).wrapping_add(c as u32);
        }
        last = c;
    }
    (shape, short)
}

/// A letter that stands for characters of a sort.
fn sort(c: char) -> char {
    match c {
        'a'..='z' => 'x',
        'A'..='Z' => 'X',
        '0'..='9' => 'd',
        _ if c.is_uppercase() => 'X',
        _ if c.is_alphabetic() => 'x',
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_forget_letters() {
        for (a, b, same, same_short) in [
            ("Lowe", "Nima", true, true),
            ("Lowe", "Lowell", false, true),
            ("Lowe", "LOWE", false, false),
            ("U.S.", "U.N.", true, true),
            ("1999", "20", false, true),
            ("Ümit", "Ahmet", false, true),
        ] {
            assert_eq!((shapes(a).0 == shapes(b).0, shapes(a).1 == shapes(b).1), (same, same_short), "{a} {b}");
        }
    }
}
