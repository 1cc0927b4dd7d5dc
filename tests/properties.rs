//! What holds for every text, however strange.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use nutgraf::{Analyzer, BlockKind, Hint, Model, Options, Report, Span, Units, analyze};
use proptest::{prelude::*, test_runner::RngSeed};
use std::fs;
use support::{families, invariants};

/// Pieces that stages look for, so that random texts reach into them.
const PIECES: &[&str] = &[
    "Ana Lowe",
    "Lowe",
    "the Central Bank (CB)",
    "U.S.",
    "Mr. O'Neil-Smith",
    "said",
    "told reporters that",
    "according to",
    "\"",
    "“",
    "”",
    "'",
    "’",
    "(",
    ")",
    ",",
    ".",
    "!",
    "...",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "By Jo Day",
    "LONDON (Reuters) -",
    "Monday",
    "June 3, 2024",
    "last week",
    "2025-06-30",
    "$4.5 billion",
    "12%",
    "NYSE: MSFT",
    "he",
    "she",
    "they",
    "his",
    "é",
    "e\u{301}",
    "👩\u{200d}🚀",
    "\u{202e}",
    "\u{0}",
    "\u{feff}",
    "中文",
    "丸丸丸",
    "Éabç",
    "İstanbul",
    "ẞß",
    "ﬁ",
    "٣٤",
    "ǅ",
    "한국 says",
    "What Happened:",
    "Image via Shutterstock",
    "a@b.org",
    "https://a.org/b",
    "-",
    "–",
    "Related:",
    "* ",
];

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.join(""));
    let spaced = prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.join(" "));
    prop_oneof![any::<String>(), pieces, spaced]
}

fn options() -> Options {
    Options::new().tokens(true)
}

fn read(text: &str) -> Report {
    analyze(text, &options())
}

/// A report by an analyzer that has read nothing before.
fn read_first(text: &str) -> Report {
    Analyzer::with_model(Model::built_in()).analyze(text, &options())
}

/// The same texts in every run; fuzzing looks for new ones.
fn repeatable() -> ProptestConfig {
    ProptestConfig { cases: 400, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(repeatable())]

    #[test]
    fn any_text_gives_a_sound_report(text in texts()) {
        invariants::check(&text, &read(&text));
    }

    #[test]
    fn the_same_text_gives_the_same_report_whatever_was_read_before(text in texts()) {
        prop_assert_eq!(read(&text), read_first(&text));
    }

    #[test]
    fn javascript_and_python_cut_out_the_same_words(text in texts()) {
        let report = read(&text);
        let (utf16, points): (Vec<u16>, Vec<char>) = (text.encode_utf16().collect(), text.chars().collect());
        let in_utf16 = report.clone().with_offsets(&text, Units::Utf16).tokens.unwrap();
        let in_points = report.clone().with_offsets(&text, Units::CodePoint).tokens.unwrap();
        for (i, &(start, end)) in report.tokens.unwrap().iter().enumerate() {
            let word = &text[start as usize..end as usize];
            let javascript = &utf16[in_utf16[i].0 as usize..in_utf16[i].1 as usize];
            let python = &points[in_points[i].0 as usize..in_points[i].1 as usize];
            prop_assert_eq!(&String::from_utf16(javascript).unwrap(), word);
            prop_assert_eq!(&python.iter().collect::<String>(), word);
        }
    }

    #[test]
    fn a_limit_reads_the_beginning_only(text in texts(), limit in 0usize..200) {
        let report = analyze(&text, &Options::new().max_chars(limit));
        let end = text.char_indices().nth(limit).map_or(text.len(), |(at, _)| at);
        invariants::check(&text[..end], &report);
    }

    #[test]
    fn bytes_that_are_no_model_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Model::from_bytes(bytes).is_err());
    }
}

#[test]
fn an_article_gives_the_same_report_whatever_was_read_before() {
    let samples = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds")).unwrap();
    let samples = samples.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    let samples: Vec<_> = samples.flat_map(|text| [text.to_uppercase(), text]).collect();
    for text in samples.iter().chain(samples.iter().rev()) {
        assert_eq!(read(text), read_first(text));
    }
}

/// Texts that fuzzing found.
#[test]
fn a_byline_may_be_no_more_than_what_joins_names() {
    for text in ["&", "& &", "and", "with,"] {
        let byline = Hint { kind: BlockKind::Byline, span: Span::new(0, text.len() as u32) };
        invariants::check(text, &analyze(text, &Options::new().hints(vec![byline])));
    }
}

#[test]
fn hostile_families_give_sound_reports() {
    for (name, text) in families::texts(1 << 16) {
        println!("{name}");
        invariants::check(&text, &read(&text));
    }
}

#[test]
fn reports_of_hostile_families_grow_with_the_text_and_no_faster() {
    let sizes =
        |size| families::texts(size).map(|(name, text)| (name, serde_json::to_vec(&read(&text)).unwrap().len()));
    for ((name, once), (_, twice)) in sizes(1 << 14).zip(sizes(1 << 15)) {
        assert!(twice as f64 <= 2.4 * once as f64, "{name}: {once} bytes of report, then {twice}");
    }
}
