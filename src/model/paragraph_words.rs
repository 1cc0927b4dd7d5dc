//! Words and phrases that say what a paragraph is for.
//!
//! Layout: number of groups (u8), four bytes for every group ([`PhraseGroup`]), then a [`Table`] from the hash of a word
//! or phrase to its classes and groups ([`ParagraphClasses`]).

#[cfg(any(test, feature = "training"))]
use super::table::{KeyWidth, write as write_table};
use super::{
    table::Table,
    table_enum::table_enum,
    values::Values,
    word_clusters::{WordClusters, WordFacts},
};
use crate::{Error, report::BlockKind};

table_enum! {
    /// A class of words; the lists are `tools/train/lists/paragraphs/words.txt`.
    pub enum ParagraphClass: &str {
        /// The word begins a longer phrase.
        Prefix = "prefix",
        /// "photo", "images".
        PictureNoun = "picture_noun",
        /// Labels a picture without being one: "credit".
        PictureLabel = "picture_label",
        /// An agency that sells pictures.
        Agency = "agency",
        /// Stands before the names of a byline: "by".
        BylineLabel = "byline_label",
        /// Stands there too, but alone makes no byline: "from".
        BylineOpening = "byline_opening",
        /// A post in a newsroom: "editor".
        Newsroom = "newsroom",
        /// Part of an outlet's name or of a post: "herald".
        Outlet = "outlet",
        /// A small word inside a name: "van".
        Particle = "particle",
        /// Opens a question.
        Asking = "asking",
        /// Opens a sentence rather than a run-in head: "his".
        NoHead = "no_head",
        /// A month, a weekday or a zone of the clock, by the lists of values.
        Calendar = "calendar",
        /// Stands before a date of publication: "updated".
        DateLabel = "date_label",
        /// Stands beside one: "at".
        BesideDate = "beside_date",
        /// Frequent in English and rare elsewhere.
        English = "english",
        /// Frequent in another language and no English word: "nicht".
        Foreign = "foreign",
        /// Heads what readers say: "comments".
        Comments = "comments",
        /// Stands before or after that: "view".
        CommentsOpening = "comments_opening",
        /// Read by the block classifier: "by".
        FeatureWriter = "feature_writer",
        /// Read by the block classifier: "why".
        FeatureQuestion = "feature_question",
        /// Read by the block classifier: "these".
        FeatureDeterminer = "feature_determiner",
        /// Read by the block classifier: "she".
        FeaturePronoun = "feature_pronoun",
        /// Read by the block classifier: "pictured".
        FeaturePicture = "feature_picture",
        /// Read by the block classifier: "related".
        FeaturePointer = "feature_pointer",
        /// Read by the block classifier: "takeaways".
        FeatureSummary = "feature_summary",
        /// Read by the block classifier: "columnist".
        FeatureNewsroom = "feature_newsroom",
        /// Read by the block classifier: "subscribe".
        FeatureAppeal = "feature_appeal",
        /// Read by the block classifier: "after".
        FeatureJoining = "feature_joining",
    }
}

/// The classes of a word in the lower 32 bits, the groups of phrases that end with it in the upper 32.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ParagraphClasses(pub u64);

impl ParagraphClasses {
    const GROUPS: u32 = 32;

    /// Whether the word is of this class.
    pub const fn has(self, class: ParagraphClass) -> bool {
        self.0 >> class as u8 & 1 == 1
    }

    /// Puts the word into a class.
    #[cfg(any(test, feature = "training"))]
    pub const fn add(&mut self, class: ParagraphClass) {
        self.0 |= 1 << class as u8;
    }

    /// Puts the phrase into a group, by its number.
    #[cfg(any(test, feature = "training"))]
    pub const fn add_group(&mut self, group: usize) {
        self.0 |= 1 << (ParagraphClasses::GROUPS as usize + group);
    }

    /// The groups of the phrase: a bit for each, the lowest for the first.
    pub(crate) const fn groups(self) -> u32 {
        (self.0 >> ParagraphClasses::GROUPS) as u32
    }
}

/// What a group of phrases says of a paragraph, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhraseGroup {
    /// What the paragraph is for.
    pub kind: BlockKind,
    /// Whether a phrase counts anywhere among the first words, or only where it opens the paragraph.
    pub inside: bool,
    /// The most words that the paragraph may have.
    pub most_words: u8,
}

impl PhraseGroup {
    #[cfg(any(test, feature = "training"))]
    const fn pack(self) -> [u8; 4] {
        [self.kind as u8, self.inside as u8, self.most_words, 0]
    }

    fn unpack(bytes: [u8; 4]) -> Option<PhraseGroup> {
        let kind = *BlockKind::ALL.get(usize::from(bytes[0]))?;
        Some(PhraseGroup { kind, inside: bytes[1] == 1, most_words: bytes[2] })
    }
}

/// The words and phrases that say what a paragraph is for, with the values of words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ParagraphWords<'m> {
    groups: &'m [[u8; 4]],
    table: Table<'m>,
    /// What words of the calendar mean.
    pub(crate) values: Values<'m>,
    names: WordClusters<'m>,
}

impl<'m> ParagraphWords<'m> {
    /// What these bytes hold; nothing if there are none or they do not fit together.
    pub(super) fn read(bytes: &'m [u8], values: Values<'m>, names: WordClusters<'m>) -> ParagraphWords<'m> {
        let (groups, table) = ParagraphWords::split(bytes).unwrap_or((&[], Table::read(&[])));
        ParagraphWords { groups, table, values, names }
    }

    fn split(bytes: &'m [u8]) -> Option<(&'m [[u8; 4]], Table<'m>)> {
        let (&count, rest) = bytes.split_first()?;
        let (groups, rest) = rest.split_at_checked(4 * usize::from(count))?;
        let groups = groups.as_chunks().0;
        let sound = groups.len() <= 32 && groups.iter().all(|group| PhraseGroup::unpack(*group).is_some());
        sound.then(|| Some((groups, Table::try_read(rest)?)))?
    }

    pub(super) fn check(bytes: &[u8]) -> Result<(), Error> {
        let sound = bytes.is_empty() || ParagraphWords::split(bytes).is_some();
        sound.then_some(()).ok_or_else(|| Error::model("its words of paragraphs do not fit together"))
    }

    /// The classes and groups of a word or phrase, by its hash.
    pub(crate) fn classes(&self, hash: u32) -> ParagraphClasses {
        ParagraphClasses(self.table.get(hash).unwrap_or(0))
    }

    /// In which lists of names a word or phrase stands, by its hash.
    pub(crate) fn facts(&self, hash: u32) -> WordFacts {
        self.names.get(hash)
    }

    /// Whether the word is known at all.
    pub(crate) fn is_known(&self, hash: u32) -> bool {
        let facts = self.facts(hash);
        facts.clusters[0] > 0 || facts.lists > 0
    }

    /// Every group with its bit, in order of precedence.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (u32, PhraseGroup)> + '_ {
        let numbered = self.groups.iter().enumerate();
        numbered.filter_map(|(at, bytes)| Some((1 << at, PhraseGroup::unpack(*bytes)?)))
    }
}

/// The bytes of the section.
///
/// # Errors
/// The first hash that collides with another one.
#[cfg(any(test, feature = "training"))]
pub fn write(groups: &[PhraseGroup], entries: &[(u32, ParagraphClasses)]) -> Result<Vec<u8>, u32> {
    let entries: Vec<_> = entries.iter().map(|&(hash, classes)| (hash, classes.0)).collect();
    let width = (ParagraphClasses::GROUPS as usize + groups.len()).div_ceil(8);
    let mut bytes = vec![groups.len() as u8];
    bytes.extend(groups.iter().flat_map(|group| group.pack()));
    bytes.extend(write_table(&entries, KeyWidth::Exact, width)?);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUP: PhraseGroup = PhraseGroup { kind: BlockKind::Note, inside: true, most_words: 40 };

    #[test]
    fn what_was_written_is_read() {
        let mut classes = ParagraphClasses::default();
        classes.add(ParagraphClass::Agency);
        classes.add_group(0);
        let bytes = write(&[GROUP], &[(7, classes)]).unwrap();
        let words = ParagraphWords::read(&bytes, Values::read(&[]), WordClusters::EMPTY);
        assert_eq!(words.classes(7), classes);
        assert!(words.classes(7).has(ParagraphClass::Agency) && !words.classes(7).has(ParagraphClass::Newsroom));
        assert_eq!(words.classes(7).groups(), 1);
        assert_eq!(words.classes(8), ParagraphClasses::default());
        assert_eq!(words.groups().collect::<Vec<_>>(), [(1, GROUP)]);
    }

    #[test]
    fn bytes_that_do_not_fit_together_are_refused() {
        let mut bytes = write(&[GROUP], &[]).unwrap();
        assert!(ParagraphWords::check(&bytes).is_ok());
        assert!(ParagraphWords::check(&bytes[..bytes.len() - 1]).is_err());
        bytes[1] = 99;
        assert!(ParagraphWords::check(&bytes).is_err());
    }
}
