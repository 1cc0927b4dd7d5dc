//! Articles in the shapes in which people paste them, and what each paragraph is for.

use nutgraf::{NoticeCode, Options, Report, analyze};
use std::{fs, path::Path};

const STORY: &str = "The council closed the old bridge on Monday after engineers found cracks in two of its piers, and said that \
                     it would stay closed until the summer.";
const MORE: &str = "\"We have no choice,\" said the mayor, Ana Lowe, who had asked for the report in March. She said the work \
                    would cost $4 million.";
const LAST: &str = "Nobody was hurt. The last tram crossed at 6 a.m. on Sunday, an hour before the cracks were seen from a boat, \
                    the council said.";

fn with_prose(line: &str) -> String {
    line.replace("STORY", STORY).replace("MORE", MORE).replace("LAST", LAST)
}

fn read(lines: &[&str]) -> (String, Report) {
    let text = with_prose(&lines.join("\n\n"));
    let report = analyze(&text, &Options::new());
    (text, report)
}

/// A whole article: the kind and the text of every paragraph.
struct Case {
    name: String,
    rows: Vec<(String, String)>,
}

/// The articles of `tests/structure/articles`.
fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/structure/articles");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut cases: Vec<Case> = Vec::new();
    for content in files.iter().map(|file| fs::read_to_string(file).unwrap()) {
        for line in content.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match (line.strip_prefix("== "), line.split_once(": ")) {
                (Some(name), _) => cases.push(Case { name: name.to_owned(), rows: Vec::new() }),
                (None, Some((kind, text))) => {
                    cases.last_mut().expect("a name first").rows.push((kind.to_owned(), text.to_owned()));
                }
                _ => panic!("no kind before {line:?}"),
            }
        }
    }
    cases
}

#[test]
fn every_paragraph_is_taken_for_what_it_is() {
    for Case { name, rows } in cases() {
        let lines: Vec<_> = rows.iter().map(|(_, text)| text.as_str()).collect();
        let (text, report) = read(&lines);
        let kind = |block: &nutgraf::Block| {
            let words = format!("{:?}", block.kind).chars().fold(String::new(), |name, c| match c.is_uppercase() {
                true if !name.is_empty() => format!("{name}_{}", c.to_lowercase()),
                _ => format!("{name}{}", c.to_lowercase()),
            });
            format!("{words}: {}", block.span.of(&text))
        };
        let found: Vec<_> = report.article.blocks.iter().map(kind).collect();
        let expected: Vec<_> =
            rows.iter().zip(lines).map(|((kind, _), line)| format!("{kind}: {}", with_prose(line))).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_date_pasted_before_the_first_sentence() {
    let (text, report) = read(&[
        " date 2025-06-30 STORY",
        "What Happened: MORE",
        "LAST",
        "Image via Shutterstock",
        "Disclaimer: This content was partially produced with the help of AI tools and was reviewed by editors.",
    ]);
    assert_eq!(report.article.published, "2025-06-30".parse().ok());
    assert!(report.sentences.iter().any(|s| s.span.of(&text) == STORY));
    assert_eq!(report.article.leads[0].span.of(&text), "What Happened:");
    let kinds: Vec<_> = report.article.blocks.iter().map(|b| format!("{:?}", b.kind)).collect();
    assert_eq!(kinds, ["Date", "Body", "Body", "Body", "Credit", "AiNotice"]);
    assert!(report.notices.iter().any(|n| n.code == NoticeCode::AiGenerated));
}

#[test]
fn lines_broken_by_a_mail_program() {
    let wrapped = "The council closed the old bridge on Monday after\nengineers found cracks in two of its piers, and\nsaid that it would stay closed.";
    let (text, report) = read(&[wrapped, "LAST"]);
    let found: Vec<_> = report.sentences.iter().map(|s| s.span.of(&text)).collect();
    assert_eq!(found[0], wrapped);
    assert_eq!(report.article.blocks.len(), 2);
}
