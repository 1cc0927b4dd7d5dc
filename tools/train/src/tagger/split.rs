//! Which documents are learned from: the same split as tools/eval/split.py makes.

use super::{corpus::WIKINEWS, standoff};
use crate::learn::bucket;

/// Into so many folds the Wikinews articles are parted.
const FOLDS: u32 = 5;

/// What a document is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Train,
    /// Confidence is measured here, and settings are chosen.
    HeldOut,
    /// Never read by the trainer.
    Test,
}

/// What the document of a file is for; a fold of the Wikinews articles that are learned from may be held out instead.
pub(crate) fn part(file: &str, id: &str, fold: Option<u32>) -> Part {
    let of_fold = || match fold {
        Some(fold) if bucket(id, FOLDS) == fold => Part::HeldOut,
        _ => Part::Train,
    };
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
        WIKINEWS if bucket(id, 3) == 0 => Part::Test,
        standoff::NAMES if bucket(id, 4) == 1 => Part::Test,
        standoff::MORE if bucket(id, 8) == 1 => Part::HeldOut,
        WIKINEWS | standoff::NAMES | standoff::ITEMS => of_fold(),
        _ => Part::Train,
    }
}
