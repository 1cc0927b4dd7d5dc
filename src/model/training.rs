//! What the trainer writes and the model reads, so that both sides agree on every byte.

pub use super::cues::{CueEntry, Frame, VerbForm, write_cues};
pub use super::file::{ModelBuilder, Section};
pub use super::hash::{PHRASE_START, hash_lower, phrase_hash, phrase_step};
pub use super::index::{Index, write_index};
pub use super::lexicon::{Class, Classes};
pub use super::names::{Gender, KnownName, write_first_names};
pub use super::paragraph_words::{ParagraphClass, ParagraphClasses, PhraseGroup, write as write_paragraph_words};
pub use super::table::{KeyWidth, order as table_order, write as write_table};
pub use super::values::{ValueEntry, ValueKind, write_values};
pub use super::weights::{CONFIDENCES, LEVELS, STATES, Scores};
pub use super::word_clusters::{FINE, Gazetteer, MIDDLE, WordRow, write_words};
pub use crate::text::fold;
