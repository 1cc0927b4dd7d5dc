//! Which documents are learned from: the same split as tools/eval/split.py makes.

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

fn bucket(id: &str, buckets: u32) -> u32 {
    let hash = id.bytes().fold(0x811C_9DC5u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 15) % buckets
}
