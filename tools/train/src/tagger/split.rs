//! Which documents are learned from: the same split as tools/eval/split.py makes.

use crate::learn::bucket;

/// What a document is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Train,
    /// Confidence is measured here, and settings are chosen.
    HeldOut,
    /// Never read by the trainer.
    Test,
}

/// What the document of a file is for.
pub(crate) fn part(file: &str, id: &str) -> Part {
    match file {
        "voa/voa_gold.jsonl" => match bucket(id, 10) {
            8 => Part::HeldOut,
            9 => Part::Test,
            _ => Part::Train,
        },
        "articles/written.jsonl" => match bucket(id, 10) {
            0 | 5 => Part::Test,
            1 => Part::HeldOut,
            _ => Part::Train,
        },
        _ => Part::Train,
    }
}
