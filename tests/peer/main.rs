//! Where a text of news means another day than the test cases of a peer, which are commands to an assistant: each such case
//! stands in `news_wins.tsv` with the reason, and is read as news means it.

use nutgraf::{Options, TimelineEntry, analyze};

const CASES: &str = include_str!("news_wins.tsv");

/// How many cases the peer has, so that exceptions stay few.
const CASES_OF_THE_PEER: usize = 716;

fn shown(text: &str, entry: &TimelineEntry) -> String {
    let to = if entry.from == entry.to { String::new() } else { format!(" {}", entry.to) };
    format!("{} = {}{to}", entry.span.of(text), entry.from)
}

#[test]
fn news_wins_where_it_says_so() {
    let lines: Vec<_> = CASES.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() * 20 <= CASES_OF_THE_PEER, "more than 5 % are exceptions");
    for line in lines {
        let fields: Vec<_> = line.split('\t').collect();
        let [published, text, ours, theirs, reason] = fields[..] else { panic!("five fields: {line}") };
        let options = Options::new().date(published.parse().unwrap());
        let entries = analyze(text, &options).timeline;
        let found: Vec<_> = entries.iter().map(|entry| shown(text, entry)).collect();
        assert_eq!(if found.is_empty() { "-".to_owned() } else { found.join("; ") }, ours, "{text}: {reason}");
        assert!(!ours.ends_with(&format!("= {theirs}")), "{text} is no exception");
    }
}
