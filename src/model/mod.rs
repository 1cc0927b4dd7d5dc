//! Layer 0: what was learned and listed beforehand, in one binary that is read in place.

mod built_in;
mod container;
mod cues;
mod hash;
mod index;
mod lexicon;
mod names;
mod table;
mod table_enum;
mod values;
mod weights;
mod words;

pub use container::Model;
pub(crate) use container::Section;
pub(crate) use cues::{CueVerb, Frame, VerbForm};
pub(crate) use hash::{PHRASE_START, feature_hash, hash_exact, hash_lower, phrase_hash, phrase_step};
pub(crate) use lexicon::{Class, Classes, Lexicon};
pub(crate) use names::{FirstNames, Gender, Known, KnownNames};
pub(crate) use table::Table;
pub(crate) use table_enum::table_enum;
pub(crate) use values::{ValueKind, Values};
pub(crate) use weights::{STATES, Scores, Weights};
pub(crate) use words::{List, WordFacts, Words};

/// What the trainer shares with the reader of the model, so that both sides agree on every byte.
#[doc(hidden)]
pub mod build {
    pub use super::container::{Builder, Section};
    pub use super::cues::{CueEntry, Frame, VerbForm, write_cues};
    pub use super::hash::{PHRASE_START, hash_lower, phrase_hash, phrase_step};
    pub use super::index::{Index, write_index};
    pub use super::lexicon::{Class, Classes};
    pub use super::names::{Gender, Known};
    pub use super::table::{KeyWidth, write as write_table};
    pub use super::values::{ValueEntry, ValueKind, write_values};
    pub use super::weights::{CONFIDENCES, LEVELS, STATES, Scores};
    pub use super::words::{FINE, List, MIDDLE};
    pub use crate::text::fold;
}
