//! Whom pronouns and descriptions stand for: the cases are text files that anybody can add to.

use nutgraf::{Options, analyze};
use std::fs;

/// A text with the words that are asked for, and the names of what they stand for.
struct Case<'a> {
    name: &'a str,
    text: String,
    /// Where each word begins and ends, in bytes.
    words: Vec<(u32, u32)>,
    expected: Vec<&'a str>,
}

#[test]
fn every_case_is_resolved() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/coreference");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    let failures: Vec<_> = files.iter().flat_map(|file| failures(&fs::read_to_string(file).unwrap())).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn failures(file: &str) -> Vec<String> {
    let cases = file.split("\n= ").skip(1).map(read);
    cases.filter_map(|case| failure(&case)).collect()
}

fn read(case: &str) -> Case<'_> {
    let mut lines = case.lines().filter(|line| !line.is_empty());
    let (name, marked) = (lines.next().unwrap(), lines.next().unwrap());
    let expected: Vec<_> = lines.filter_map(|line| line.strip_prefix("> ")).collect();
    let (mut text, mut words) = (String::new(), Vec::new());
    for (index, piece) in marked.replace('¶', "\n\n").split(['[', ']']).enumerate() {
        let start = text.len() as u32;
        text.push_str(piece);
        if index % 2 == 1 {
            words.push((start, text.len() as u32));
        }
    }
    assert!(!words.is_empty() && words.len() == expected.len(), "{name}: one answer for each word in brackets");
    Case { name, text, words, expected }
}

fn failure(case: &Case) -> Option<String> {
    let report = analyze(&case.text, &Options::new());
    let holder = |&(start, end): &(u32, u32)| {
        let holds =
            |entity: &&nutgraf::Entity| entity.mentions.iter().any(|m| (m.span.start, m.span.end) == (start, end));
        report.entities.iter().find(holds).map_or("-", |entity| entity.name.as_str())
    };
    let found: Vec<_> = case.words.iter().map(holder).collect();
    (found != case.expected).then(|| format!("{}: expected {:?}, found {found:?}", case.name, case.expected))
}
