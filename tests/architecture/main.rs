//! The rules of the architecture that a compiler does not know: which layer may look at which, and what the core does without.
#![cfg(not(target_arch = "wasm32"))]

mod circles;
mod sources;
mod words;

use sources::{Source, root, sources};
use std::fs;

/// The longest a source file may be, in lines of code: neither comments nor unit tests count.
const LONGEST: usize = 400;
/// The longest a list of words in code may be.
const LONGEST_LIST: usize = 8;

/// Circles that are known and must go. What is mended is taken from the list.
const KNOWN_CIRCLES: &[&str] = &[];
/// Files that are known to be too long, because lists of words stand in them.
const KNOWN_LONG_FILES: &[&str] = &[];
/// Files that are known to hold lists of words, and how many words those lists have together.
const KNOWN_LISTS: &[(&str, usize)] = &[];

/// The modules in the order in which `src/lib.rs` names them: from the ground up.
fn layers() -> Vec<String> {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let names = lib.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

#[test]
fn a_layer_looks_only_at_the_layers_before_it() {
    let layers = layers();
    let sources = sources();
    let homes = homes(&sources);
    let height = |name: &str| layers.iter().position(|layer| layer == name);
    for source in sources.iter().filter(|source| source.path != "lib.rs") {
        let own = height(source.layer()).unwrap_or_else(|| panic!("{} is not in lib.rs", source.path));
        for path in source.references().iter().filter(|path| !path.is_empty()) {
            let handed_on = homes.iter().find(|(name, _)| *name == path[0]).map(|(_, module)| module);
            // A module comes before a function of its name that `lib.rs` hands on.
            let home = handed_on.filter(|_| height(&path[0]).is_none()).unwrap_or(&path[0]);
            let other = height(home).unwrap_or_else(|| panic!("{} uses `{}`, which is nowhere", source.path, path[0]));
            assert!(other <= own, "{} looks up at `{}` in `{home}`", source.path, path.join("::"));
        }
    }
}

/// The names that `lib.rs` hands on, each with the layer in which it is defined.
fn homes(sources: &[Source]) -> Vec<(String, String)> {
    let lib = sources.iter().find(|source| source.path == "lib.rs").unwrap();
    let mut homes = lib.handed_on();
    let whole = lib.code().filter_map(|line| line.strip_prefix("pub use ")?.strip_suffix("::*;"));
    for module in whole {
        let source = sources.iter().find(|source| source.module() == [module]).unwrap();
        homes.extend(source.items().into_iter().map(|item| (item, module.to_owned())));
    }
    homes
}

#[test]
fn no_files_of_a_folder_use_each_other() {
    assert_eq!(circles::circles(&sources()), KNOWN_CIRCLES, "found, and known");
}

#[test]
fn lists_of_words_are_data() {
    let counted = sources().into_iter().map(|source| {
        let code = source.code().collect::<Vec<_>>().join("\n");
        (words::words_in_lists(&code, LONGEST_LIST), source.path)
    });
    let found: Vec<_> = counted.filter(|(words, _)| *words > 0).map(|(words, path)| (path, words)).collect();
    let found: Vec<_> = found.iter().map(|(path, words)| (path.as_str(), *words)).collect();
    assert_eq!(found, KNOWN_LISTS, "found, and known");
}

#[test]
fn only_the_edge_knows_javascript() {
    for source in sources().iter().filter(|source| source.layer() != "wasm") {
        refuse(
            source,
            &["wasm_bindgen", "js_sys", "web_sys", "serde_json", "serde_wasm_bindgen"],
            "belongs to src/wasm",
        );
    }
}

/// Where serde may be spoken of besides the edge: the types of the report and of the options, and what they hold.
const SERIALIZED: &[&str] =
    &["compare/comparison.rs", "date.rs", "notice.rs", "report.rs", "text/span.rs", "text/units.rs", "value.rs"];

#[test]
fn only_what_crosses_the_edge_is_serialized() {
    let shipped = |source: &&Source| source.layer() != "wasm" && !source.path.ends_with("tests.rs");
    for source in sources().iter().filter(shipped) {
        let speaks = source.code().any(|line| line.contains("serde"));
        assert_eq!(speaks, SERIALIZED.contains(&source.path.as_str()), "{} speaks of serde, or no longer", source.path);
    }
}

#[test]
fn the_core_is_a_pure_function_of_the_text_and_the_model() {
    const IMPURE: &[&str] =
        &["std::time", "std::env", "std::fs", "std::net", "std::thread", "thread_local!", "static mut"];
    const UNORDERED: &[&str] = &["HashMap", "HashSet", "RandomState"];
    // These may differ in the last bit from machine to machine; + - * / and square roots do not.
    const INEXACT: &[&str] = &[
        ".sin(",
        ".cos(",
        ".tan(",
        ".exp(",
        ".exp2(",
        ".ln(",
        ".log2(",
        ".log10(",
        ".powf(",
        ".powi(",
        ".tanh(",
        ".mul_add(",
    ];
    for source in &sources() {
        refuse(source, IMPURE, "is not pure");
        refuse(source, UNORDERED, "has no order");
        refuse(source, INEXACT, "is not the same on every machine");
        refuse(source, &["unsafe "], "is not needed");
        refuse(source, &["todo!", "unimplemented!", "dbg!", "println!"], "is not finished");
    }
}

fn refuse(source: &Source, words: &[&str], why: &str) {
    for line in source.code() {
        if let Some(word) = words.iter().find(|word| line.contains(*word)) {
            panic!("{}: `{word}` {why}:\n{line}", source.path);
        }
    }
}

#[test]
fn every_file_says_what_it_is() {
    for source in sources() {
        assert!(source.text.starts_with("//!"), "{} does not begin with what it is for", source.path);
    }
}

#[test]
fn every_file_is_short() {
    let lines = |source: &Source| source.code().filter(|line| !line.is_empty()).count();
    let long: Vec<_> = sources().into_iter().filter(|s| lines(s) > LONGEST).map(|source| source.path).collect();
    assert_eq!(long, KNOWN_LONG_FILES, "found, and known");
}

#[test]
fn nothing_else_is_shipped() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    for (section, expected) in [
        ("[dependencies]", &["serde"][..]),
        // No default: the WebAssembly module is built without what the trainer alone needs.
        ("[features]", &["panic-on-request", "parity", "training"]),
        (
            "[target.'cfg(target_arch = \"wasm32\")'.dependencies]",
            &["serde-wasm-bindgen", "serde_json", "js-sys", "wasm-bindgen", "web-sys"],
        ),
    ] {
        assert_eq!(section_keys(&manifest, section), expected, "{section}");
    }
}

/// The keys of one section of a TOML file, up to the next section.
fn section_keys(toml: &str, section: &str) -> Vec<String> {
    let lines = toml.lines().skip_while(|line| *line != section).skip(1).take_while(|line| !line.starts_with('['));
    let keys = lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "));
    keys.map(|(key, _)| key.to_owned()).collect()
}
