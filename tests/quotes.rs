//! Hard cases of news quotation: what is reported in each text, and who said it.
//!
//! A case is a text and the quotes that are found in it: kind, speaker, words. `D`, `I` and `M` stand for
//! direct, indirect and mixed; parts of one quote are joined by ` / `; `?` is a speaker who could not be made out. A
//! status other than asserted follows in brackets. `¶` ends a paragraph of the text, or a
//! quote of the list; `~` marks a speaker who is not sure (confidence below 0.8).

use nutgraf::{Options, Quote, QuoteKind, QuoteStatus, Report, analyze};

#[path = "cases/quotes.rs"]
mod cases;

/// One text with what should be found in it.
struct Case {
    /// What it shows.
    name: &'static str,
    text: &'static str,
    /// The quotes, `¶` after each but the last.
    expected: &'static str,
}

const fn case(name: &'static str, text: &'static str, expected: &'static str) -> Case {
    Case { name, text, expected }
}

#[test]
fn hard_cases() {
    let failures: Vec<_> = cases::CASES.iter().filter_map(failure).collect();
    assert!(failures.is_empty(), "{} of {} fail\n\n{}", failures.len(), cases::CASES.len(), failures.join("\n\n"));
}

/// Each must go on failing; one that passes belongs among the cases above.
#[test]
fn known_failures() {
    let fixed: Vec<_> =
        cases::KNOWN_FAILURES.iter().filter(|case| failure(case).is_none()).map(|case| case.name).collect();
    assert!(fixed.is_empty(), "now found, move them to CASES: {fixed:?}");
}

/// What differs, if anything does.
fn failure(case: &Case) -> Option<String> {
    let text = case.text.replace('¶', "\n\n");
    let report = analyze(&text, &Options::new());
    let found: Vec<_> = report.quotes.iter().map(|quote| line(&text, &report, quote)).collect();
    let expected: Vec<_> = case.expected.split('¶').filter(|line| !line.is_empty()).collect();
    (found != expected).then(|| {
        format!(
            "{}\n  {}\n  expected: {}\n  found:    {}",
            case.name,
            case.text,
            expected.join(" | "),
            found.join(" | ")
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
