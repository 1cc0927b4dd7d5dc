//! Pronouns and descriptions, and what they refer to.

pub use crate::entities::training::{PronounCase, cases, weights, write};
