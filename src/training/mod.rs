//! Layer 9: what the trainer shares with the reader, so that both compute the same features and agree on every byte.
//!
//! The only door for `tools/train`, open with the feature `training`; not part of the public API. Each module hands out
//! what one part of the model is trained with; the code stands beside the code of the reader that it repeats.

pub mod blocks;
pub mod coreference;
pub mod model;
pub mod names;
pub mod summary;
pub mod tags;
