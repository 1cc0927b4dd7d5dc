//! Every different spelling of a text, looked up once.

use crate::{
    model::{Classes, Lexicon, Model, hash_beginnings, hash_ends, hash_lower},
    text::{ShapeSet, Sorts},
};

/// The longest beginning and end of a word that is looked at, in characters.
pub(crate) const AFFIX: usize = 5;

/// One spelling.
#[derive(Clone, Debug)]
pub(crate) struct Form<'t> {
    /// The word itself.
    pub(crate) word: &'t str,
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
    const HYPHEN: u8 = 64;

    #[cfg(feature = "training")]
    pub(super) fn of(word: &str) -> Shape {
        Shape::of_sorted(word, Sorts::of_all(word.as_bytes()))
    }

    /// The same where the sorts of its bytes are known.
    fn of_sorted(word: &str, sorts: Sorts) -> Shape {
        let bit = |bit: u8, set: bool| if set { bit } else { 0 };
        let wide = sorts.any(Sorts::WIDE);
        let first = if wide {
            word.starts_with(char::is_uppercase)
        } else {
            word.starts_with(|c: char| c.is_ascii_uppercase())
        };
        let beyond = if wide { word.chars().fold(0, |bits, c| bits | Shape::of_wide(c)) } else { 0 };
        Shape(
            bit(Shape::ALPHABETIC, sorts.any(Sorts::LETTER))
                | bit(Shape::LOWER, sorts.any(Sorts::SMALL))
                | bit(Shape::UPPER, sorts.any(Sorts::CAPITAL))
                | bit(Shape::DIGIT, sorts.any(Sorts::DIGIT))
                | bit(Shape::HYPHEN, sorts.any(Sorts::HYPHEN))
                | bit(Shape::FULL_STOP, word.ends_with('.'))
                | bit(Shape::FIRST_UPPER, first)
                | beyond,
        )
    }

    /// What a character beyond ASCII adds.
    fn of_wide(c: char) -> u8 {
        match c {
            _ if c.is_ascii() => 0,
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

    /// Holds a hyphen.
    pub(crate) const fn is_hyphenated(self) -> bool {
        self.has(Shape::HYPHEN)
    }

    /// Holds neither letter nor digit.
    pub(crate) const fn is_mark(self) -> bool {
        !self.has(Shape::ALPHABETIC | Shape::DIGIT)
    }
}

/// Files spellings: equal words get equal numbers.
pub(super) struct Forms<'t, 'm> {
    pub(super) list: Vec<Form<'t>>,
    lexicon: Lexicon<'m>,
    /// Open addressing; an entry is a number of a form plus one, or 0.
    slots: Vec<u32>,
}

/// Words made to collide must not make filing slow: after so many steps a spelling is filed anew.
const MAX_PROBES: usize = 32;

impl<'t, 'm> Forms<'t, 'm> {
    pub(super) fn new(model: &'m Model) -> Forms<'t, 'm> {
        const SLOTS: usize = 1024;
        Forms { list: Vec::with_capacity(SLOTS / 2), lexicon: model.lexicon(), slots: vec![0; SLOTS] }
    }

    /// The number of a spelling whose hash in small letters is given.
    pub(super) fn file(&mut self, word: &'t str, lower: u32) -> u32 {
        let mask = self.slots.len() - 1;
        let home = lower as usize & mask;
        let mut like = None;
        for probe in 0..MAX_PROBES {
            let slot = (home + probe) & mask;
            let Some(number) = self.slots[slot].checked_sub(1) else {
                return self.add(slot, word, lower, like);
            };
            let form = &mut self.list[number as usize];
            if form.lower == lower {
                if form.word == word {
                    form.count += 1;
                    return number;
                }
                like = Some(form.like);
            }
        }
        self.add(home, word, lower, like)
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

    fn add(&mut self, slot: usize, word: &'t str, lower: u32, like: Option<u32>) -> u32 {
        let number = self.list.len() as u32;
        let classes = self.classes_of_hashed(word, lower);
        let sorts = Sorts::of_all(word.as_bytes());
        let (shape, shapes) = (Shape::of_sorted(word, sorts), ShapeSet::of_sorted(word, sorts));
        let (beginnings, ends) = (hash_beginnings(word), hash_ends(word));
        let like = like.unwrap_or(number);
        self.list.push(Form { word, lower, like, beginnings, ends, shape, shapes, classes, count: 1 });
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
