//! The file of the model: its sections, its word lists, its tables.

pub use crate::model::training::*;
