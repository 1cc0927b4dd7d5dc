//! What every paragraph is for.

pub use crate::structure::training::{ALL, KINDS, count, paragraphs, walk};
