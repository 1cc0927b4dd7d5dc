//! What every release must find in the article that the project started from.
#![cfg(not(target_arch = "wasm32"))]

use nutgraf::{BlockKind, Entity, LeadKind, NoticeCode, Options, QuoteKind, Report, analyze};

const TEXT: &str = include_str!("../seeds/000_a8c64b679af5019a.txt");

fn report() -> Report {
    analyze(TEXT, &Options::new())
}

fn entity<'r>(report: &'r Report, name: &str) -> &'r Entity {
    let mut named = report.entities.iter().filter(|e| e.name == name);
    let found = named.next().unwrap_or_else(|| panic!("no entity {name}"));
    assert!(named.next().is_none(), "{name} is two entities");
    found
}

fn wordings(entity: &Entity) -> Vec<&'static str> {
    entity.mentions.iter().map(|mention| mention.span.of(TEXT)).collect()
}

#[test]
fn the_date_is_read_and_set_apart() {
    let report = report();
    assert_eq!(report.article.published.unwrap().to_string(), "2025-06-30");
    assert!(report.sentences.iter().any(|s| s.span.of(TEXT).starts_with("Russian spy chief Sergei Naryshkin")));
}

#[test]
fn run_in_heads_credit_and_disclaimer_are_told_from_the_story() {
    let report = report();
    let heads: Vec<_> =
        report.article.leads.iter().filter(|l| l.kind == LeadKind::Runin).map(|l| l.span.of(TEXT)).collect();
    assert_eq!(heads, ["What Happened:", "Why It Matters:"]);
    let kind =
        |opening: &str| report.article.blocks.iter().find(|b| b.span.of(TEXT).starts_with(opening)).map(|b| b.kind);
    assert_eq!(kind("Image via Shutterstock"), Some(BlockKind::Credit));
    assert!(matches!(kind("Disclaimer:"), Some(BlockKind::Disclaimer | BlockKind::AiNotice)));
    assert!(report.notices.iter().any(|notice| notice.code == NoticeCode::AiGenerated));
}

#[test]
fn the_quotation_is_naryshkins() {
    let report = report();
    let direct: Vec<_> = report.quotes.iter().filter(|q| q.kind == QuoteKind::Direct).collect();
    assert_eq!(direct.len(), 1);
    assert!(direct[0].parts[0].of(TEXT).starts_with("I had a phone call with my American counterpart"));
    assert_eq!(direct[0].speaker, Some(entity(&report, "Sergei Naryshkin").id));
    assert_eq!(direct[0].cue.unwrap().of(TEXT), "said");
}

#[test]
fn people_are_one_entity_each_with_all_their_names() {
    let report = report();
    for (name, surname, times) in
        [("Sergei Naryshkin", "Naryshkin", 4), ("Vladimir Putin", "Putin", 3), ("Donald Trump", "Trump", 2)]
    {
        let found = wordings(entity(&report, name));
        assert_eq!(found.iter().filter(|words| words.contains(surname)).count(), times, "{name}: {found:?}");
        assert_eq!(TEXT.matches(surname).count(), times, "{name}");
    }
}

#[test]
fn acronyms_join_their_long_forms() {
    let report = report();
    for (name, acronym) in [("Central Intelligence Agency", "CIA"), ("Foreign Intelligence Service", "SVR")] {
        let found = wordings(entity(&report, name));
        assert_eq!(found.iter().filter(|words| **words == acronym).count(), TEXT.matches(acronym).count(), "{found:?}");
    }
}

#[test]
fn sunday_is_the_day_before_publication() {
    let report = report();
    let sunday = report.timeline.iter().find(|entry| entry.span.of(TEXT).contains("Sunday")).unwrap();
    assert_eq!((sunday.from.to_string().as_str(), sunday.to), ("2025-06-29", sunday.from));
}

#[test]
fn tickers_belong_to_their_companies() {
    let report = report();
    for (symbol, company) in [("MSFT", "Microsoft"), ("ZM", "Zoom")] {
        let ticker =
            report.entities.iter().find(|e| e.value.as_ref().is_some_and(|v| v.symbol.as_deref() == Some(symbol)));
        let ticker = ticker.unwrap_or_else(|| panic!("no ticker {symbol}"));
        let owner = ticker.related.first().map(|id| report.entities[id.0 as usize].name.as_str());
        assert!(owner.is_some_and(|name| name.starts_with(company)), "{symbol} belongs to {owner:?}");
    }
}

#[test]
fn no_sentence_breaks_inside_an_abbreviation() {
    let report = report();
    assert!(!report.sentences.iter().any(|s| s.span.of(TEXT).ends_with(" U.")));
    assert!(report.sentences.iter().any(|s| s.span.of(TEXT).contains("thousands of U.S. secrets by moles")));
}

#[test]
fn the_summary_holds_nothing_but_story() {
    let report = report();
    assert!(!report.summary.is_empty());
    for ranked in &report.summary {
        let block = report.article.blocks[report.sentences[ranked.sentence as usize].block as usize];
        assert!(block.kind.is_story(), "{:?}", block.kind);
    }
}
