//! The source files of the crate, and the paths that they name.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A source file of the crate.
pub(crate) struct Source {
    /// Its path below `src`, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    /// The layer it belongs to: its folder, or its own name.
    pub(crate) fn layer(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap()
    }

    /// The module that it holds, from the root: `a/b.rs` and `a/b/mod.rs` hold `a`, `b`; `lib.rs` holds the root.
    pub(crate) fn module(&self) -> Vec<&str> {
        let path = self.path.strip_suffix(".rs").unwrap();
        path.split('/').filter(|part| !matches!(*part, "mod" | "lib")).collect()
    }

    /// The lines that ship: neither comments nor unit tests.
    pub(crate) fn code(&self) -> impl Iterator<Item = &str> {
        let shipped = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        shipped.lines().map(str::trim_start).filter(|line| !line.starts_with("//"))
    }

    /// What it names by a path from the root or from a folder above, as a path from the root.
    pub(crate) fn references(&self) -> Vec<Vec<String>> {
        let code = self.code().collect::<Vec<_>>().join("\n");
        let from_root = code.split("crate::").skip(1).map(|rest| (Vec::new(), rest));
        let from_above = above(&code).into_iter().filter_map(|(levels, rest)| {
            let module = self.module();
            Some((module[..module.len().checked_sub(levels)?].to_vec(), rest))
        });
        from_root.chain(from_above).flat_map(|(start, rest)| continued(&start, rest)).collect()
    }

    /// The names that it hands on from modules below it, each with that module: `pub use a::B` and `use a::B` give B, a.
    pub(crate) fn handed_on(&self) -> Vec<(String, String)> {
        let code = self.code().collect::<Vec<_>>().join("\n");
        let uses = code.split("use ").skip(1).flat_map(|rest| continued(&[], rest));
        uses.filter(|path| path.len() > 1).map(|path| (path[path.len() - 1].clone(), path[0].clone())).collect()
    }

    /// The names of the items that it defines for others.
    pub(crate) fn items(&self) -> Vec<String> {
        let after = |line: &str| {
            let line = line.strip_prefix("pub ")?;
            let line =
                ["struct ", "enum ", "const ", "type ", "fn "].iter().find_map(|kind| line.strip_prefix(kind))?;
            Some(identifier(line).to_owned())
        };
        self.code().filter_map(after).collect()
    }
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file of the crate, files of unit tests aside.
pub(crate) fn sources() -> Vec<Source> {
    let folder = root().join("src");
    let mut files = Vec::new();
    walk(&folder, &mut files);
    files.sort();
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

/// What follows every run of `super::`, with the length of the run.
fn above(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some((_, mut after)) = rest.split_once("super::") {
        let mut levels = 1;
        while let Some(more) = after.strip_prefix("super::") {
            (levels, after) = (levels + 1, more);
        }
        found.push((levels, after));
        rest = after;
    }
    found
}

/// The paths that begin with `start` and go on with what the code says: `a::{b::c, d}` gives `a b c` and `a d`.
fn continued(start: &[&str], code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    expand(&start.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>(), code, &mut paths);
    paths
}

/// Collects the paths at the beginning of the code; gives what follows them.
fn expand<'c>(start: &[String], code: &'c str, paths: &mut Vec<Vec<String>>) -> &'c str {
    let code = code.trim_start();
    if let Some(mut rest) = code.strip_prefix('{') {
        while !rest.trim_start().starts_with('}') && !rest.is_empty() {
            rest = expand(start, rest, paths);
            rest = rest.trim_start().strip_prefix(',').unwrap_or(rest);
            // What no path can begin with ends the group: this was no list of imports.
            if !rest.trim_start().starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '}' | '{' | '*')) {
                return "";
            }
        }
        return rest.trim_start().strip_prefix('}').unwrap_or(rest);
    }
    let name = identifier(code);
    let after = &code[name.len()..];
    let path: Vec<String> = start.iter().cloned().chain((!name.is_empty()).then(|| name.to_owned())).collect();
    match after.strip_prefix("::") {
        Some(rest) if !name.is_empty() && !rest.starts_with('<') => expand(&path, rest, paths),
        _ => {
            paths.push(path);
            let after = after.strip_prefix('*').unwrap_or(after);
            after.trim_start().strip_prefix("as ").map_or(after, |alias| &alias[identifier(alias).len()..])
        }
    }
}

fn identifier(code: &str) -> &str {
    let end = code.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(code.len());
    &code[..end]
}

#[test]
fn paths_are_understood() {
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    for (text, expected) in [
        ("use crate::Span;", vec!["Span"]),
        ("use crate::{a::{b, c}, d as e,\n f};", vec!["a b", "a c", "d", "f"]),
        ("let x = crate::text::fold(y);", vec!["text fold"]),
        ("use super::{b::C, d};", vec!["a b C", "a d"]),
        ("super::super::e::F", vec!["e F"]),
        ("use crate::report::*;", vec!["report"]),
        ("// use crate::text;", vec![]),
        ("#[cfg(test)]\nmod tests { use super::*; }", vec![]),
    ] {
        let found: Vec<_> = source("a/x.rs", text).references().iter().map(|path| path.join(" ")).collect();
        assert_eq!(found, expected, "{text}");
    }
    let root = source("lib.rs", "pub use a::{B, c::D};\nuse std::fmt;");
    let handed: Vec<_> = root.handed_on().into_iter().map(|(name, module)| format!("{name} {module}")).collect();
    assert_eq!(handed, ["B a", "D a", "fmt std"]);
    assert_eq!(source("a/b/mod.rs", "").module(), ["a", "b"]);
}
