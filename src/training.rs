//! What the trainer shares with the reader: the same features, the same layout of weights. Not part of the public API.
#![doc(hidden)]

/// The purpose of every paragraph.
pub mod blocks {
    pub use crate::structure::training::{ALL, KINDS, count, paragraphs, walk};
}

/// Part-of-speech tags.
pub mod tags {
    pub use crate::tokens::tags::{
        HISTORY_ROWS, PLACES, Position, TAGS, Tag, features, history_index, place_index, write,
    };
}

/// Pronouns and what they refer to.
pub mod pronouns {
    pub use crate::entities::training::{PronounCase as Case, cases, weights, write};
}
