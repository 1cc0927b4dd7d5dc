//! Part-of-speech tags.

pub use crate::tokens::tags::{HISTORY_ROWS, PLACES, Position, TAGS, Tag, features, history_index, place_index, write};
