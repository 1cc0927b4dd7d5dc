//! Model files, whole and altered: each is refused with an error, or reads texts without breaking.
#![no_main]

#[path = "../../tests/support/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;
use nutgraf::{
    Analyzer, Model, Options,
    training::model::{ModelBuilder, Section},
};
use std::sync::OnceLock;

const BUILT_IN: &[u8] = include_bytes!("../../src/model/data/en.bin");
/// Bytes.
const LARGE: usize = 50_000;
const TEXT: &str =
    "LISBON, June 3 (Reuters) - “We lost $4.5 billion,” Ana Lowe of the Central Bank (CB) said on Sunday. She left.";

fuzz_target!(|data: &[u8]| {
    let _ = Model::from_bytes(data.to_vec());
    if let Ok(model) = Model::from_bytes(altered(data)) {
        invariants::check(TEXT, &Analyzer::with_model(model).analyze(TEXT, &Options::new().tokens(true)));
    }
});

/// The built-in model with some bytes of one section set anew, under a checksum that fits. Large sections are left out but
/// for that one, so that many files are tried in a second.
fn altered(data: &[u8]) -> Vec<u8> {
    static WHOLE: OnceLock<ModelBuilder> = OnceLock::new();
    let whole = WHOLE.get_or_init(|| ModelBuilder::from_bytes(BUILT_IN).expect("the model of this release"));
    let Some((&choice, edits)) = data.split_first() else { return BUILT_IN.to_vec() };
    let chosen = Section::ALL[usize::from(choice) % Section::ALL.len()];
    let mut builder = ModelBuilder::new();
    for &section in Section::ALL {
        let bytes = whole.get(section).unwrap_or_default();
        if section == chosen {
            builder.set(section, edited(bytes.to_vec(), edits));
        } else if bytes.len() <= LARGE {
            builder.set(section, bytes.to_vec());
        }
    }
    builder.build()
}

/// Five bytes make an edit: a place, and what is written there; or the rest of the section is cut off.
fn edited(mut bytes: Vec<u8>, edits: &[u8]) -> Vec<u8> {
    for edit in edits.chunks_exact(5) {
        let number = u32::from_le_bytes([edit[0], edit[1], edit[2], edit[3]]) as usize;
        match number.checked_rem(bytes.len()) {
            Some(place) if number >= 1 << 31 && edit[4] == 0 => bytes.truncate(place),
            Some(place) => {
                // The beginning holds the sizes of the rest: every second edit goes there.
                let place = if number >= 1 << 31 { place % 64 } else { place };
                bytes[place] = edit[4];
            }
            None => bytes.push(edit[4]),
        }
    }
    bytes
}
