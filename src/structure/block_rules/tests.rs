//! The rules on the cases of `tests/structure/*.txt`, where anybody may add one.
//!
//! A case is a text, a line for each of its paragraphs; an empty line ends it. `STORY`, `MORE` and `LAST` stand for
//! paragraphs of prose. Two forms of line say what the rules alone should make of a paragraph, before anything learned:
//!
//! ```text
//! byline [by a name]: By Ana Lowe
//! not [by a name]: By Monday, Ana Lowe had closed the bridge.
//! ```
//!
//! The first must be of that kind by that rule; on the second that rule must not decide. `#` opens a comment.

use super::{
    super::{read_paragraphs, words::Source},
    *,
};
use crate::Model;
use std::{fs, path::Path};

const PROSE: [(&str, &str); 3] = [
    (
        "STORY",
        "The council closed the old bridge on Monday after engineers found cracks in two of its piers, and said that it \
         would stay closed until the summer.",
    ),
    (
        "MORE",
        "\"We have no choice,\" said the mayor, Ana Lowe, who had asked for the report in March. She said the work would \
         cost $4 million.",
    ),
    (
        "LAST",
        "Nobody was hurt. The last tram crossed at 6 a.m. on Sunday, an hour before the cracks were seen from a boat.",
    ),
];

struct Case {
    /// Its file and line.
    place: String,
    paragraphs: Vec<(Option<Check>, String)>,
}

struct Check {
    /// None for `not`.
    kind: Option<String>,
    rule: String,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/structure");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files.iter().flat_map(|file| read(file)).collect()
}

fn read(file: &Path) -> Vec<Case> {
    let content = fs::read_to_string(file).unwrap();
    let mut cases: Vec<Case> = Vec::new();
    let mut open = false;
    for (number, line) in content.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        if !line.is_empty() && !open {
            let name = file.file_name().unwrap().to_string_lossy();
            cases.push(Case { place: format!("{name}:{}", number + 1), paragraphs: Vec::new() });
        }
        open = !line.is_empty();
        if let Some(case) = cases.last_mut().filter(|_| open) {
            case.paragraphs.push(paragraph(line));
        }
    }
    cases
}

fn paragraph(line: &str) -> (Option<Check>, String) {
    let checked = line.split_once("]: ").and_then(|(check, text)| Some((check.split_once(" [")?, text)));
    let Some(((kind, rule), text)) = checked else {
        let prose = PROSE.iter().find(|(name, _)| *name == line);
        return (None, prose.map_or(line, |(_, prose)| prose).to_owned());
    };
    let kind = Some(kind.to_owned()).filter(|kind| kind != "not");
    (Some(Check { kind, rule: rule.to_owned() }), text.to_owned())
}

impl Case {
    fn checks(&self) -> impl Iterator<Item = &Check> {
        self.paragraphs.iter().filter_map(|(check, _)| check.as_ref())
    }

    /// The name of the rule that decides on each paragraph, and the kind.
    fn verdicts(&self) -> Vec<(&'static str, String)> {
        let lines: Vec<&str> = self.paragraphs.iter().map(|(_, line)| &**line).collect();
        let text = lines.join("\n\n");
        let model = Model::built_in();
        let lists = model.paragraph_words();
        let mut verdicts = Vec::new();
        walk(&read_paragraphs(Source::leaked(&text), &[], &lists), &lists, |rule, kind| {
            let name = serde_json::to_value(kind).unwrap().as_str().unwrap().replace("furniture", "boilerplate");
            verdicts.push((rule.map_or("", |rule| rule.name), name));
        });
        verdicts
    }
}

#[test]
fn every_rule_decides_as_its_cases_say() {
    for case in cases() {
        let verdicts = case.verdicts();
        assert_eq!(verdicts.len(), case.paragraphs.len(), "{}: a line is not a paragraph", case.place);
        for ((check, text), (rule, kind)) in case.paragraphs.iter().zip(verdicts) {
            let Some(check) = check else { continue };
            let holds = match &check.kind {
                Some(wanted) => rule == check.rule && kind == *wanted,
                None => rule != check.rule,
            };
            assert!(holds, "{}: rule [{}]: \"{text}\" is {kind} by [{rule}]", case.place, check.rule);
        }
    }
}

#[test]
fn every_rule_has_a_case_for_and_one_against() {
    let cases = cases();
    let has = |rule: &str, positive: bool| {
        cases.iter().flat_map(Case::checks).any(|check| check.rule == rule && check.kind.is_some() == positive)
    };
    // A rule that gives no sign decides on nothing.
    let decides = |rule: &&Rule| !matches!(rule.verdict, Verdict::NoSign);
    let names = || RULES.iter().filter(decides).map(|rule| rule.name);
    let without: Vec<_> = names().filter(|rule| !has(rule, true) || !has(rule, false)).collect();
    assert!(without.is_empty(), "no case for or none against {without:?}");
    let unknown = cases.iter().flat_map(Case::checks).find(|check| RULES.iter().all(|rule| rule.name != check.rule));
    assert!(unknown.is_none(), "no rule is called {:?}", unknown.map(|check| &check.rule));
}
