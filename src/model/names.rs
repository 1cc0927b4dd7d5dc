//! What is known of names before a text is read: the names of countries and bodies, and first names.

use super::{hash::hash_lower, index::Index, table::Table};
#[cfg(feature = "training")]
use super::{index::write_index, table::KeyWidth};
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
        self.by_hash(hash_lower(folded))
    }

    /// The same by the hash of the folded name.
    pub(crate) fn by_hash(&self, folded: u32) -> Option<KnownName> {
        self.0.get(folded).map(KnownName::unpack)
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

/// First names with the sex of those who bear them, and which are forms of one.
///
/// Layout: an [`Index`] of the names, the sexes of its rows in two bits each, a [`Table`] of forms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FirstNames<'m> {
    index: Index<'m>,
    ranks: &'m [u32],
    genders: &'m [u8],
    forms: Table<'m>,
}

/// How many names share a byte of sexes.
pub(super) const GENDERS_IN_BYTE: usize = 4;

impl<'m> FirstNames<'m> {
    /// The ranks of the index in these bytes; none if they do not fit together.
    pub(super) fn ranks(bytes: &[u8]) -> Option<Vec<u32>> {
        Index::split(bytes)?.0.ranks()
    }

    /// The names in these bytes, whose ranks are given; none if they do not fit together.
    pub(super) fn read(bytes: &'m [u8], ranks: &'m [u32]) -> FirstNames<'m> {
        let (index, rest) = Index::split(bytes).unwrap_or((Index::EMPTY, &[]));
        let (genders, rest) = rest.split_at_checked(index.rows().div_ceil(GENDERS_IN_BYTE)).unwrap_or_default();
        FirstNames { index, ranks, genders, forms: Table::read(rest) }
    }

    /// Who bears a [folded](fold) first name, if nearly always one sex does, all over the world.
    pub(crate) fn gender(&self, folded: &str) -> Option<Gender> {
        let row = self.index.get(hash_lower(folded), self.ranks)?;
        match self.genders.get(row / GENDERS_IN_BYTE)? >> (2 * (row % GENDERS_IN_BYTE)) & 3 {
            1 => Some(Gender::Male),
            2 => Some(Gender::Female),
            _ => None,
        }
    }

    /// Whether two folded first names are used for one: "Bill" and "William".
    pub(crate) fn are_forms_of_one(&self, a: &str, b: &str) -> bool {
        let form = |name| self.forms.get(hash_lower(name));
        form(a).is_some_and(|a| Some(a) == form(b))
    }
}

/// The bytes of the first names: hashes with a sex, and hashes with the number of the name that they are a form of.
///
/// # Errors
/// The first hash of a form that collides with another one.
#[cfg(feature = "training")]
pub fn write_first_names(genders: &[(u32, Gender)], forms: &[(u32, u64)]) -> Result<Vec<u8>, u32> {
    const LOAD: f32 = 0.8;
    let hashes: Vec<u32> = genders.iter().map(|&(hash, _)| hash).collect();
    let (mut bytes, rows) = write_index(&hashes, LOAD);
    bytes.extend(rows.chunks(GENDERS_IN_BYTE).map(|rows| {
        let gender = |row: &usize| genders[*row].1 as u8;
        rows.iter().rev().fold(0, |all, row| all << 2 | gender(row))
    }));
    bytes.extend(super::table::write(forms, KeyWidth::Exact, 2)?);
    Ok(bytes)
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
