//! The rules of the house that a compiler does not know: which layer may look at which, and what the core does without.
#![cfg(not(target_arch = "wasm32"))]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The longest a source file may be, in lines of code: comments, unit tests and the words of lists do not count.
const LONGEST: usize = 400;

/// A source file of the crate.
struct Source {
    /// Its path below `src`, with `/`.
    path: String,
    text: String,
}

impl Source {
    /// The layer it belongs to: its folder, or its own name.
    fn layer(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap()
    }

    /// The lines that ship: neither comments nor unit tests.
    fn code(&self) -> impl Iterator<Item = &str> {
        let shipped = self.text.split("#[cfg(test)]").next().unwrap();
        shipped.lines().map(str::trim_start).filter(|line| !line.starts_with("//"))
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file of the crate, files of unit tests aside.
fn sources() -> Vec<Source> {
    let folder = root().join("src");
    let mut files = Vec::new();
    walk(&folder, &mut files);
    let read = |file: PathBuf| Source {
        path: file.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/"),
        text: fs::read_to_string(&file).unwrap(),
    };
    files
        .into_iter()
        .filter(|file| file.extension().is_some_and(|e| e == "rs") && !file.ends_with("tests.rs"))
        .map(read)
        .collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in folder.read_dir().unwrap().flatten() {
        if entry.path().is_dir() { walk(&entry.path(), files) } else { files.push(entry.path()) }
    }
}

/// The modules in the order in which `src/lib.rs` names them: from the ground up.
fn layers() -> Vec<String> {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let names = lib.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

#[test]
fn a_layer_looks_only_at_the_layers_before_it() {
    let layers = layers();
    let height = |name: &str| layers.iter().position(|layer| layer == name);
    for source in sources().iter().filter(|source| source.path != "lib.rs") {
        let own = height(source.layer()).unwrap_or_else(|| panic!("{} is not in lib.rs", source.path));
        let code: Vec<_> = source.code().collect();
        for name in names_from_root(&code.join("\n")) {
            let other = height(&name).unwrap_or(0);
            assert!(other <= own, "{} looks up at `{name}`", source.path);
        }
    }
}

/// What follows `crate::`, one name or a group in braces.
fn names_from_root(code: &str) -> Vec<String> {
    code.split("crate::").skip(1).flat_map(first_names).collect()
}

/// `a::b` gives `a`; `{a::{b, c}, d as e}` gives `a` and `d`.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                names.push(name(&group[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    names
}

#[test]
fn names_after_crate_are_understood() {
    for (code, expected) in [
        ("use crate::Span;", vec!["Span"]),
        ("use crate::{a::{b, c}, d as e,\n f};", vec!["a", "d", "f"]),
        ("crate::text::Span", vec!["text"]),
    ] {
        let mut names = names_from_root(code);
        names.retain(|name| !name.is_empty());
        assert_eq!(names, expected, "{code}");
    }
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
fn every_file_says_what_it_is_and_is_short() {
    for source in sources() {
        assert!(source.text.starts_with("//!"), "{} does not begin with what it is for", source.path);
        let lines = source.code().filter(|line| !line.is_empty() && !line.starts_with('"')).count();
        assert!(lines <= LONGEST, "{} has {lines} lines of code", source.path);
    }
}

#[test]
fn nothing_else_is_shipped() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    for (section, expected) in [
        ("[dependencies]", &["serde"][..]),
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
