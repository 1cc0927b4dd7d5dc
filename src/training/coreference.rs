//! Pronouns and descriptions, and what they refer to.

pub use crate::entities::training::{Lesson, PronounCase, cases, weights, write};
