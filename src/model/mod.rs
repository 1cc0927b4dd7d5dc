//! Layer 0: what was learned and listed beforehand, in one binary that is read in place.

mod cues;
mod embedded;
mod file;
mod hash;
mod index;
mod lexicon;
mod names;
mod packing;
mod paragraph_words;
mod rows;
mod table;
mod table_enum;
#[cfg(feature = "training")]
pub(crate) mod training;
mod values;
mod weights;
mod word_clusters;

use crate::Error;
pub(crate) use cues::{CueList, CueVerb, Frame, VerbForm};
use file::ModelFile;
pub(crate) use file::Section;
pub(crate) use hash::{
    PHRASE_START, WordHash, feature_hash, hash_beginnings, hash_ends, hash_exact, hash_lower, phrase_hash, phrase_step,
};
pub(crate) use lexicon::{Class, Classes, Lexicon};
pub(crate) use names::{FirstNames, Gender, KnownName, KnownNames};
pub(crate) use paragraph_words::{ParagraphClass, ParagraphClasses, ParagraphWords};
pub(crate) use rows::{RowSum, add_row, best_with};
use std::{
    borrow::Cow,
    sync::{Arc, OnceLock},
};
pub(crate) use table::{Table, UNREAD};
pub(crate) use table_enum::table_enum;
pub(crate) use values::{ValueKind, Values};
#[cfg(any(test, feature = "training"))]
pub(crate) use weights::Scores;
pub(crate) use weights::{STATES, STEPS, Sums, Weights};
pub(crate) use word_clusters::{Gazetteer, WordClusters, WordFacts};

/// What was learned and listed beforehand. One is built in; see [`Analyzer::with_model`](crate::Analyzer::with_model)
/// for others.
///
/// A model is a file of sections, each read in place by one of the readers below. Only the weights of the names tagger,
/// which are added up more often than anything else, the rows of words and the tables, which are packed for room, and the ranks
/// by which rows are found are unpacked when a model is made; those of the built-in one once.
#[derive(Clone, Debug)]
pub struct Model {
    file: ModelFile,
    tagger: Option<Arc<Weights>>,
    words: Arc<word_clusters::Unpacked>,
    first_name_ranks: Arc<[u32]>,
}

impl Model {
    /// The model that this version was released with.
    pub fn built_in() -> Model {
        static BUILT_IN: OnceLock<Model> = OnceLock::new();
        BUILT_IN.get_or_init(|| Model::of(ModelFile::embedded())).clone()
    }

    /// A model from the bytes of a file.
    ///
    /// # Errors
    /// An [`Error`] with [`is_model`](Error::is_model) if the bytes are not a model, of another version, cut off or altered.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Model, Error> {
        let model = Model::of(ModelFile::from_bytes(Cow::Owned(bytes))?);
        Lexicon::check(model.section(Section::Lexicon))?;
        if model.words.rows.is_empty() && !model.section(Section::Words).is_empty() {
            return Err(Error::model("its words do not fit together"));
        }
        if model.tagger.is_none() && !model.section(Section::Tagger).is_empty() {
            return Err(Error::model("its tagger does not fit together"));
        }
        ParagraphWords::check(model.section(Section::ParagraphWords))?;
        Ok(model)
    }

    fn of(file: ModelFile) -> Model {
        let tagger = Weights::read(file.section(Section::Tagger)).map(Arc::new);
        let words = Arc::new(word_clusters::unpack(file.section(Section::Words)).unwrap_or_default());
        let first_name_ranks = FirstNames::ranks(file.section(Section::FirstNames)).unwrap_or_default().into();
        Model { file, tagger, words, first_name_ranks }
    }

    /// The name and date of the model.
    pub fn name(&self) -> &str {
        std::str::from_utf8(self.section(Section::Name)).unwrap_or("unnamed")
    }

    /// The bytes of a section; none if it is absent.
    pub(crate) fn section(&self, section: Section) -> &[u8] {
        self.file.section(section)
    }

    pub(crate) fn lexicon(&self) -> Lexicon<'_> {
        Lexicon(Table::read(self.section(Section::Lexicon)))
    }

    pub(crate) fn values(&self) -> Values<'_> {
        Values::read(self.section(Section::Values))
    }

    pub(crate) fn cues(&self) -> CueList<'_> {
        CueList::read(self.section(Section::Cues))
    }

    pub(crate) fn known_names(&self) -> KnownNames<'_> {
        KnownNames(Table::read(self.section(Section::KnownNames)))
    }

    pub(crate) fn first_names(&self) -> FirstNames<'_> {
        FirstNames::read(self.section(Section::FirstNames), &self.first_name_ranks)
    }

    pub(crate) fn word_clusters(&self) -> WordClusters<'_> {
        WordClusters::read(self.section(Section::Words), &self.words)
    }

    pub(crate) fn paragraph_words(&self) -> ParagraphWords<'_> {
        ParagraphWords::read(self.section(Section::ParagraphWords), self.values(), self.word_clusters())
    }

    /// The weights of the names tagger, if the model has any.
    pub(crate) fn tagger(&self) -> Option<&Weights> {
        self.tagger.as_deref()
    }
}
