//! Every different spelling of a text, looked up once.

use crate::{
    model::{Classes, Lexicon, Model, hash_beginnings, hash_ends, hash_lower},
    text::ShapeSet,
};

/// The longest beginning and end of a word that is looked at, in characters.
pub(crate) const AFFIX: usize = 5;

/// One spelling.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// Hash of the word in lower case with straight apostrophes.
    pub(crate) lower: u32,
    /// The first form that differs from it in nothing but case, or itself.
    pub(crate) like: u32,
    /// Hashes of its beginnings and ends of one to five characters, in lower case; 0 where the word is shorter.
    pub(crate) beginnings: [u32; AFFIX],
    pub(crate) ends: [u32; AFFIX],
    pub(crate) shape: Shape,
    pub(crate) shapes: ShapeSet,
    /// What the lexicon says of the word by itself.
    pub(crate) classes: Classes,
    /// How often it occurs.
    pub(crate) count: u32,
    /// Where it occurs first, in bytes.
    first: (u32, u32),
}

impl Form {
    /// The word itself, from the text it was found in.
    pub(crate) fn spelling<'t>(&self, text: &'t str) -> &'t str {
        &text[self.first.0 as usize..self.first.1 as usize]
    }
}

/// What a spelling looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape(u8);

impl Shape {
    const ALPHABETIC: u8 = 1;
    const DIGIT: u8 = 2;
    const FIRST_UPPER: u8 = 4;
    const LOWER: u8 = 8;
    const UPPER: u8 = 16;
    const FULL_STOP: u8 = 32;

    pub(super) fn of(word: &str) -> Shape {
        let last = if word.ends_with('.') { Shape::FULL_STOP } else { 0 };
        let first = if word.starts_with(char::is_uppercase) { Shape::FIRST_UPPER } else { 0 };
        let letters = match word.is_ascii() {
            true => word.bytes().fold(0, |bits, byte| bits | Shape::of_ascii(byte)),
            false => word.chars().fold(0, |bits, c| bits | Shape::of_char(c)),
        };
        Shape(letters | first | last)
    }

    const fn of_ascii(byte: u8) -> u8 {
        match byte {
            b'a'..=b'z' => Shape::ALPHABETIC | Shape::LOWER,
            b'A'..=b'Z' => Shape::ALPHABETIC | Shape::UPPER,
            b'0'..=b'9' => Shape::DIGIT,
            _ => 0,
        }
    }

    fn of_char(c: char) -> u8 {
        match c {
            _ if c.is_ascii() => Shape::of_ascii(c as u8),
            _ if c.is_uppercase() => Shape::ALPHABETIC | Shape::UPPER,
            _ if c.is_lowercase() => Shape::ALPHABETIC | Shape::LOWER,
            _ if c.is_alphabetic() => Shape::ALPHABETIC,
            _ if c.is_numeric() => Shape::DIGIT,
            _ => 0,
        }
    }

    const fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }

    /// Holds a letter.
    pub(crate) const fn is_word(self) -> bool {
        self.has(Shape::ALPHABETIC)
    }

    /// Holds a digit.
    pub(crate) const fn has_digit(self) -> bool {
        self.has(Shape::DIGIT)
    }

    /// Begins with a capital letter.
    pub(crate) const fn is_capitalised(self) -> bool {
        self.has(Shape::FIRST_UPPER)
    }

    /// Holds capital letters and no small ones.
    pub(crate) const fn is_all_caps(self) -> bool {
        self.has(Shape::UPPER) && !self.has(Shape::LOWER)
    }

    /// Holds small letters and no capital ones.
    pub(crate) const fn is_lower_case(self) -> bool {
        self.has(Shape::LOWER) && !self.has(Shape::UPPER)
    }

    /// Ends with a full stop, or is one.
    pub(crate) const fn ends_with_stop(self) -> bool {
        self.has(Shape::FULL_STOP)
    }

    /// Holds neither letter nor digit.
    pub(crate) const fn is_mark(self) -> bool {
        !self.has(Shape::ALPHABETIC | Shape::DIGIT)
    }
}

/// Files spellings: equal words get equal numbers.
pub(super) struct Forms<'m> {
    pub(super) list: Vec<Form>,
    lexicon: Lexicon<'m>,
    /// Open addressing; an entry is a number of a form plus one, or 0.
    slots: Vec<u32>,
}

/// Words made to collide must not make filing slow: after so many steps a spelling is filed anew.
const MAX_PROBES: usize = 32;

impl<'m> Forms<'m> {
    pub(super) fn new(model: &'m Model) -> Forms<'m> {
        const SLOTS: usize = 1024;
        Forms { list: Vec::with_capacity(SLOTS / 2), lexicon: model.lexicon(), slots: vec![0; SLOTS] }
    }

    /// The number of the spelling `text[start..end]`, whose hash in small letters is given.
    pub(super) fn file(&mut self, text: &str, start: usize, end: usize, lower: u32) -> u32 {
        let word = &text.as_bytes()[start..end];
        let mask = self.slots.len() - 1;
        let home = lower as usize & mask;
        let mut like = None;
        for probe in 0..MAX_PROBES {
            let slot = (home + probe) & mask;
            let Some(number) = self.slots[slot].checked_sub(1) else {
                return self.add(slot, text, (start as u32, end as u32), lower, like);
            };
            let form = &mut self.list[number as usize];
            if form.lower == lower {
                if &text.as_bytes()[form.first.0 as usize..form.first.1 as usize] == word {
                    form.count += 1;
                    return number;
                }
                like = Some(form.like);
            }
        }
        self.add(home, text, (start as u32, end as u32), lower, like)
    }

    /// What the lexicon says of a word, with and without a full stop at its end.
    pub(super) fn classes_of(&self, word: &str) -> Classes {
        self.classes_of_hashed(word, hash_lower(word))
    }

    fn classes_of_hashed(&self, word: &str, hash: u32) -> Classes {
        let whole = self.lexicon.classes(hash);
        let stem = word.strip_suffix('.').filter(|stem| !stem.is_empty());
        Classes(whole.0 | stem.map_or(0, |stem| self.lexicon.classes(hash_lower(stem)).0))
    }

    fn add(&mut self, slot: usize, text: &str, first: (u32, u32), lower: u32, like: Option<u32>) -> u32 {
        let word = &text[first.0 as usize..first.1 as usize];
        let number = self.list.len() as u32;
        let classes = self.classes_of_hashed(word, lower);
        let (shape, shapes) = (Shape::of(word), ShapeSet::of(word));
        let (beginnings, ends) = (hash_beginnings(word), hash_ends(word));
        let like = like.unwrap_or(number);
        self.list.push(Form { lower, like, beginnings, ends, shape, shapes, classes, count: 1, first });
        self.slots[slot] = number + 1;
        if self.list.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        self.slots = vec![0; mask + 1];
        for (number, form) in self.list.iter().enumerate() {
            let home = form.lower as usize & mask;
            let free = (0..MAX_PROBES).map(|probe| (home + probe) & mask).find(|&slot| self.slots[slot] == 0);
            self.slots[free.unwrap_or(home)] = number as u32 + 1;
        }
    }
}
