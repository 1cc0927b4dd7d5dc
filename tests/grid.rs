//! Words are found and given to whoever speaks them, whatever the name looks like, whatever title stands before it and
//! however the report is phrased. What is known to fail stays silent: nobody else is given the words.
#![cfg(not(target_arch = "wasm32"))]

use nutgraf::{Options, analyze};
use std::fmt::Write;

/// What follows every sentence, so that it opens a story.
const REST: &str = "\n\nThe council will meet again on Thursday.";

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The names of those to whom the words of a text are given; none for words without a named speaker.
fn speakers(text: &str) -> Vec<Option<String>> {
    let report = analyze(&format!("{text}{REST}"), &Options::new());
    let name = |quote: &nutgraf::Quote| Some(report.entities[quote.speaker?.0 as usize].name.clone());
    report.quotes.iter().map(name).collect()
}

/// Whether a speaker is the one of a name: "Amina Yusuf" is "Dr. Amina Yusuf", and "Oba Kwame Lindqvist" "Kwame Lindqvist".
fn is_called(speaker: &str, name: &str) -> bool {
    name.contains(speaker) || speaker.ends_with(name)
}

/// The sentences whose words are not all given to somebody, a line each. None may be given to anybody else.
fn failures<'a>(cases: impl Iterator<Item = (String, &'a str)>) -> String {
    cases.fold(String::new(), |mut failed, (text, name)| {
        let found = speakers(&text);
        assert!(found.iter().flatten().all(|it| is_called(it, name)), "words of somebody else: {text} {found:?}");
        if found.is_empty() || found.contains(&None) {
            writeln!(failed, "{text}").expect("a string takes it");
        }
        failed
    })
}

#[test]
fn names_of_every_shape() {
    let names = || lines(include_str!("grid/names.txt"));
    let cases = lines(include_str!("grid/sentences.txt"))
        .flat_map(|sentence| names().map(move |name| (sentence.replace("{N}", name), name)));
    insta::assert_snapshot!(failures(cases));
}

#[test]
fn titles_of_every_sort() {
    const NAME: &str = "Kwame Lindqvist";
    const SENTENCES: [&str; 3] = [
        "{T} {N} said the road was closed.",
        "\"The road is closed,\" said {T} {N}.",
        "“Who did this?” {T} {N} asked.",
    ];
    let titles = || lines(include_str!("grid/titles.txt"));
    let fill = |sentence: &str, title| (sentence.replace("{T}", title).replace("{N}", NAME), NAME);
    insta::assert_snapshot!(failures(SENTENCES.iter().flat_map(|s| titles().map(move |title| fill(s, title)))));
}

#[test]
fn phrasings_of_every_sort() {
    let cases = lines(include_str!("grid/phrasings.txt")).map(|text| (text.to_owned(), "Ana Lowe"));
    insta::assert_snapshot!(failures(cases));
}
