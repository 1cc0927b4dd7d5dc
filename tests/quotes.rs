//! Hard cases of news quotation: what is reported in each text, and who said it.
//!
//! The cases stand in `tests/quotes/*.txt`, where anybody may add one:
//!
//! ```text
//! == the rule that the cases below it specify
//!
//! -- the name of a case
//! Its text; an empty line parts paragraphs.
//! => D Ana Lowe: the words of a quote
//! => nothing
//! ```
//!
//! `D`, `I` and `M` stand for direct, indirect and mixed. After them comes the speaker, `?` if nobody could be made out,
//! with `~` if not sure (confidence below 0.8); parts of one quote are joined by ` / `; a status other than asserted
//! follows in brackets. `=> nothing` says that the text reports nothing. A line that begins with `#` is a comment.

use nutgraf::{Options, Quote, QuoteKind, QuoteStatus, Report, analyze};
use std::{collections::BTreeSet, fs, path::Path};

/// The file whose cases must fail.
const KNOWN_FAILURES: &str = "known_failures.txt";

/// One text with what should be found in it.
#[derive(Default)]
struct Case {
    file: String,
    rule: String,
    name: String,
    text: String,
    /// One line for each quote.
    expected: Vec<String>,
}

/// Every case, in the order of the files' names.
fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quotes");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .flat_map(|file| read(file.file_name().unwrap().to_str().unwrap(), &fs::read_to_string(file).unwrap()))
        .collect()
}

/// The cases of one file.
fn read(file: &str, content: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut rule = String::new();
    for line in content.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix("== ") {
            rule = name.to_owned();
        } else if let Some(name) = line.strip_prefix("-- ") {
            cases.push(Case { file: file.to_owned(), rule: rule.clone(), name: name.to_owned(), ..Case::default() });
        } else if let Some(case) = cases.last_mut() {
            match line.strip_prefix("=> ") {
                Some(quote) => case.expected.push(quote.to_owned()),
                None => case.text = format!("{}\n{line}", case.text),
            }
        }
    }
    for case in &mut cases {
        case.text = case.text.trim().to_owned();
        assert!(!case.expected.is_empty(), "{file}: case \"{}\" expects neither a quote nor `nothing`", case.name);
        assert!(!case.rule.is_empty(), "{file}: case \"{}\" stands under no rule", case.name);
    }
    cases
}

#[test]
fn hard_cases() {
    let cases: Vec<_> = cases().into_iter().filter(|case| case.file != KNOWN_FAILURES).collect();
    let failures: Vec<_> = cases.iter().filter_map(failure).collect();
    assert!(failures.is_empty(), "{} of {} fail\n\n{}", failures.len(), cases.len(), failures.join("\n\n"));
}

/// Each must go on failing; one that passes belongs into the file of its rule.
#[test]
fn known_failures() {
    let cases: Vec<_> = cases().into_iter().filter(|case| case.file == KNOWN_FAILURES).collect();
    assert!(!cases.is_empty(), "{KNOWN_FAILURES} holds no case");
    let fixed: Vec<_> = cases.iter().filter(|case| failure(case).is_none()).map(|case| &case.name).collect();
    assert!(fixed.is_empty(), "now found, move them out of {KNOWN_FAILURES}: {fixed:?}");
}

/// A rule stands in a table `RULES`, `CLAUSES` or `NO_CONTENT` of `src/quotes`, with its name first.
#[test]
fn every_rule_has_cases() {
    let rules = rules(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/quotes"));
    assert!(rules.len() > 30, "found only {rules:?}");
    let tested: BTreeSet<_> = cases().into_iter().map(|case| case.rule).collect();
    let untested: Vec<_> = rules.iter().filter(|rule| !tested.contains(*rule)).collect();
    assert!(untested.is_empty(), "no case stands under the name of {untested:#?}");
}

/// The names of the rules of a folder.
fn rules(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for path in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            names.extend(rules(&path));
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        for table in ["const RULES:", "const CLAUSES:", "const NO_CONTENT:"] {
            let rows = source.split_once(table).map_or("", |(_, after)| after.split("\n];").next().unwrap());
            let rows = rows.lines().map(str::trim).filter_map(|row| row.trim_start_matches('(').strip_prefix('"'));
            names.extend(rows.map(|row| {
                let end = row.match_indices('"').find(|(at, _)| !row[..*at].ends_with('\\')).unwrap().0;
                row[..end].replace('\\', "")
            }));
        }
    }
    names
}

#[test]
fn names_tell_cases_apart() {
    let mut names: Vec<_> = cases().into_iter().map(|case| (case.file, case.name)).collect();
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all, "two cases of a file have one name");
}

#[test]
fn quotes_of_one_utterance_share_a_group() {
    let text = "\"We won,\" Lowe said. \"Now we rest. The season was long.\"\n\n\"It is over,\" Kim said.";
    let groups: Vec<_> = analyze(text, &Options::new()).quotes.iter().map(|quote| quote.group).collect();
    assert_eq!(groups, [Some(0), Some(0), None]);
}

/// What differs, if anything does.
fn failure(case: &Case) -> Option<String> {
    let report = analyze(&case.text, &Options::new());
    let mut found: Vec<_> = report.quotes.iter().map(|quote| line(&case.text, &report, quote)).collect();
    if found.is_empty() {
        found.push("nothing".to_owned());
    }
    let lines = |quotes: &[String]| quotes.join("\n            ");
    (found != case.expected).then(|| {
        format!(
            "{}: {}: {}\n  {}\n  expected: {}\n  found:    {}",
            case.file,
            case.rule,
            case.name,
            case.text,
            lines(&case.expected),
            lines(&found)
        )
    })
}

fn line(text: &str, report: &Report, quote: &Quote) -> String {
    let kind = match quote.kind {
        QuoteKind::Direct => "D",
        QuoteKind::Indirect => "I",
        _ => "M",
    };
    let words: Vec<_> = quote.parts.iter().map(|part| part.of(text)).collect();
    let entity = quote.speaker.map(|id| report.entities[id.0 as usize].name.clone());
    let speaker = entity.or(quote.speaker_span.map(|span| span.of(text).to_owned())).unwrap_or("?".to_owned());
    let status = match quote.status {
        QuoteStatus::Asserted => String::new(),
        other => format!(" [{}]", format!("{other:?}").to_lowercase()),
    };
    let unsure = if quote.speaker.is_some() && quote.confidence < 0.8 { "~" } else { "" };
    format!("{kind} {speaker}{unsure}: {}{status}", words.join(" / "))
}
