//! Articles in the shapes in which people paste them, and what each paragraph is for.

use nutgraf::{NoticeCode, Options, Report, analyze};

const STORY: &str = "The council closed the old bridge on Monday after engineers found cracks in two of its piers, and said that \
                     it would stay closed until the summer.";
const MORE: &str = "\"We have no choice,\" said the mayor, Ana Lowe, who had asked for the report in March. She said the work \
                    would cost $4 million.";
const LAST: &str = "Nobody was hurt. The last tram crossed at 6 a.m. on Sunday, an hour before the cracks were seen from a boat, \
                    the council said.";

fn read(lines: &[&str]) -> (String, Report) {
    let text = lines.join("\n\n").replace("STORY", STORY).replace("MORE", MORE).replace("LAST", LAST);
    let report = analyze(&text, &Options::new());
    (text, report)
}

/// Each row is a paragraph with its kind before it; STORY, MORE and LAST stand for paragraphs of prose.
fn check(rows: &[&str]) {
    let (kinds, lines): (Vec<_>, Vec<_>) = rows.iter().map(|row| row.split_once(": ").unwrap()).unzip();
    let (text, report) = read(&lines);
    let kind = |block: &nutgraf::Block| format!("{:?}", block.kind).to_lowercase();
    let found: Vec<_> = report.article.blocks.iter().map(|b| (kind(b), b.span.of(&text))).collect();
    assert_eq!(found.iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>(), kinds, "{found:#?}");
}

#[test]
fn results_below_a_report() {
    check(&[
        "headline: Old bridge rowers win on the river",
        "byline: By Bo Reed",
        "body: STORY",
        "body: MORE",
        "body: LAST",
        "heading: Weekend results",
        "list: Freiburg 2 Augsburg 0",
        "list: Ireland 31-17 Australia",
        "list: 1. Elias Sandgren (Sweden), Mercedes, 1hr 24min 6.2sec",
        "list: 2. Kenta Moriyama (Japan), Racing Bulls, +9.8",
    ]);
}

#[test]
fn a_newspaper() {
    check(&[
        "furniture: Home > News > Local",
        "headline: Old bridge closed until summer after cracks are found",
        "byline: By Bo Reed",
        "date: Updated 3:15 p.m. ET, June 30, 2025",
        "body: STORY",
        "body: MORE",
        "heading: A long wait",
        "body: LAST",
        "related: Read more: The bridges that nobody checks",
        "furniture: Sign up for our free newsletter.",
        "furniture: © 2025 The Oslo Courier. All rights reserved.",
    ]);
}

#[test]
fn a_wire_report() {
    check(&[
        "headline: Oslo closes bridge after cracks are found",
        "byline: By Bo Reed",
        "date: June 30, 2025 6:41 PM GMT Updated 2 hours ago",
        "body: OSLO, June 30 (Reuters) - STORY",
        "body: MORE",
        "body: LAST",
        "disclaimer: (Reporting by Bo Reed in Oslo; Editing by Cy Tan)",
    ]);
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

#[test]
fn a_story_alone_is_all_body() {
    check(&["body: STORY", "body: MORE", "body: LAST", "body: STORY", "body: MORE", "body: LAST"]);
    check(&["body: The bridge closed on Sunday. Nobody was hurt."]);
}
