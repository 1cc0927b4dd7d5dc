//! What is known of words and phrases from large collections: which words are used alike, and lists of names.
//!
//! Layout: clusters of the middle level by those of the fine level (1,024 bytes), coarse by middle (256 bytes), an
//! [`Index`], then for every row four bytes in planes: cluster low, cluster high, lists low, lists high.

use super::{index::Index, table_enum::table_enum};
use crate::Error;

/// The number of clusters at the fine level; 0 stands for an unknown word, so numbers go from 1.
pub const FINE: usize = 1024;
/// The number of clusters at the middle level.
pub const MIDDLE: usize = 256;

table_enum! {
    /// A list of names that a word or phrase may stand in, with its name in the gazetteer.
    pub enum Gazetteer: &str {
        /// The phrase goes on: it begins a longer one.
        Prefix = "prefix",
        /// A country.
        Country = "country",
        /// A larger city.
        City = "city",
        /// A known event.
        Event = "event",
        /// A state or province.
        State = "state",
        /// A first name.
        First = "first",
        /// A surname.
        Last = "last",
        /// A word that organisations have in their names: "inc", "ministry".
        OrganisationWord = "orgw",
        /// A title before a person's name.
        Title = "title",
        /// A word that places have in their names: "river", "street".
        PlaceWord = "locw",
        /// A known work: book, film, law, award.
        Work = "work",
        /// The word is mostly written in small letters.
        Small = "small",
        /// The word is mostly written with a capital.
        Capital = "capital",
        /// A known organisation: company, medium, club, party, armed group.
        Organisation = "organisation",
        /// A known product: vehicle, weapon, medicine, program.
        Product = "product",
        /// A known people or group.
        Group = "group",
    }
}

/// What is known of a word or phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordFacts {
    /// Its clusters, from fine to coarse; 0 if it has none.
    pub(crate) clusters: [u16; 3],
    /// The lists it stands in, one bit each.
    pub(crate) lists: u16,
}

impl WordFacts {
    pub(crate) const fn is_in(self, list: Gazetteer) -> bool {
        self.lists >> list as u8 & 1 == 1
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct WordClusters<'m> {
    middle: &'m [u8],
    coarse: &'m [u8],
    index: Index<'m>,
    planes: &'m [u8],
}

impl<'m> WordClusters<'m> {
    /// The words in these bytes; none if there are none or they do not fit together.
    pub(super) fn read(bytes: &'m [u8]) -> WordClusters<'m> {
        WordClusters::try_read(bytes).unwrap_or(WordClusters {
            middle: &[],
            coarse: &[],
            index: Index::EMPTY,
            planes: &[],
        })
    }

    fn try_read(bytes: &'m [u8]) -> Option<WordClusters<'m>> {
        let (middle, rest) = bytes.split_at_checked(FINE)?;
        let (coarse, rest) = rest.split_at_checked(MIDDLE)?;
        let (index, planes) = Index::split(rest)?;
        (planes.len() == 4 * index.rows()).then_some(WordClusters { middle, coarse, index, planes })
    }

    pub(super) fn check(bytes: &[u8]) -> Result<(), Error> {
        match bytes.is_empty() || WordClusters::try_read(bytes).is_some_and(|words| words.index.is_sound()) {
            true => Ok(()),
            false => Err(Error::model("its words do not fit together")),
        }
    }

    /// What is known of a word or phrase, by its hash.
    pub(crate) fn get(&self, hash: u32) -> WordFacts {
        self.index.get(hash).map(|row| self.known(row)).unwrap_or_default()
    }

    fn known(&self, row: usize) -> WordFacts {
        let plane = |n: usize| self.planes.get(n * self.index.rows() + row).copied().unwrap_or(0);
        WordFacts {
            clusters: self.clusters(u16::from_le_bytes([plane(0), plane(1)])),
            lists: u16::from_le_bytes([plane(2), plane(3)]),
        }
    }

    fn clusters(&self, fine: u16) -> [u16; 3] {
        let Some(at) = usize::from(fine).checked_sub(1) else { return [0; 3] };
        let middle = self.middle.get(at).copied().unwrap_or(0);
        let coarse = self.coarse.get(usize::from(middle)).copied().unwrap_or(0);
        [fine, u16::from(middle) + 1, u16::from(coarse) + 1]
    }
}
