//! What is known of names before a text is read: the names of countries and bodies, and first names.

use super::{hash::hash_lower, table::Table};
#[cfg(doc)]
use crate::text::fold;

/// What is known of a name beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownName {
    /// Names with the same number are one thing, or its adjectives.
    pub number: u16,
    /// Whether it is the adjective of a country or a word for its people.
    pub adjective: bool,
}

impl KnownName {
    /// The value under which it is filed.
    #[cfg(feature = "training")]
    pub const fn pack(self) -> u64 {
        (self.number as u64) << 1 | self.adjective as u64
    }

    const fn unpack(value: u64) -> KnownName {
        KnownName { number: (value >> 1) as u16, adjective: value & 1 == 1 }
    }
}

/// Names that are known to belong together: "U.S." and "United States".
#[derive(Clone, Copy, Debug)]
pub(crate) struct KnownNames<'m>(pub(super) Table<'m>);

impl KnownNames<'_> {
    /// What is known of a name that is [folded](fold), its words joined.
    pub(crate) fn get(&self, folded: &str) -> Option<KnownName> {
        self.0.get(hash_lower(folded)).map(KnownName::unpack)
    }
}

/// The sex of a person, as far as the text or a first name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Gender {
    /// He.
    Male = 1,
    /// She.
    Female = 2,
}

/// First names, the sex of those who bear them (the lowest two bits), and which are forms of one (the other bits).
#[derive(Clone, Copy, Debug)]
pub(crate) struct FirstNames<'m>(pub(super) Table<'m>);

impl FirstNames<'_> {
    /// Who bears a [folded](fold) first name, if mostly one sex does.
    pub(crate) fn gender(&self, folded: &str) -> Option<Gender> {
        match self.0.get(hash_lower(folded))? & 3 {
            1 => Some(Gender::Male),
            2 => Some(Gender::Female),
            _ => None,
        }
    }

    /// Whether two folded first names are used for one: "Bill" and "William".
    pub(crate) fn are_forms_of_one(&self, a: &str, b: &str) -> bool {
        let family = |name| self.0.get(hash_lower(name)).map(|value| value >> 2).filter(|&family| family > 0);
        family(a).is_some_and(|a| Some(a) == family(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Model, text::fold};

    #[test]
    fn names_of_one_country_have_one_number() {
        let model = Model::built_in();
        let number = |name: &str| model.known_names().get(&fold(name)).map(|k| k.number);
        assert_eq!(number("U.S."), number("United States of America"));
        assert_eq!(number("UK"), number("British"));
        assert_ne!(number("North Korea"), number("South Korea"));
        assert_eq!(number("Atlantis"), None);
    }

    #[test]
    fn short_first_names_are_known() {
        let model = Model::built_in();
        assert!(model.first_names().are_forms_of_one("bill", "william"));
        assert!(!model.first_names().are_forms_of_one("bill", "robert"));
        assert!(!model.first_names().are_forms_of_one("naryshkin", "ratcliffe"));
    }

    #[test]
    fn first_names_tell_the_sex_where_they_can() {
        let model = Model::built_in();
        for (name, gender) in
            [("maria", Some(Gender::Female)), ("john", Some(Gender::Male)), ("jamie", None), ("nutgraf", None)]
        {
            assert_eq!(model.first_names().gender(name), gender, "{name}");
        }
    }
}
