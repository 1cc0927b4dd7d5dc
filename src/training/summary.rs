//! The sentences of a summary: what is known of their words, and how they are chosen one after the other.

pub use crate::summary::training::{Candidates, Evidence, FACTORS, Property, Words, early, factor, pack, stem};
use crate::{Analyzer, Model, Options, progress::Progress};

/// The sentences of a text among which a summary is chosen, read with the built-in model.
pub fn candidates(text: &str, options: &Options) -> Candidates {
    let model = Model::built_in();
    let found = Analyzer::new().find(text, options, Progress::SILENT);
    Candidates::gather(found.reading(text, &model), &found.entities, &found.quotes).0
}

/// The terms of a text, read with the built-in model.
pub fn words(text: &str) -> Words {
    let model = Model::built_in();
    let found = Analyzer::new().find(text, &Options::new(), Progress::SILENT);
    Words::read(found.reading(text, &model))
}
