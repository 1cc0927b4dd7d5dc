//! What patterns find, each as "kind: words = value": the cases are in `tests/amounts/*.txt`.

use super::*;
use crate::dates::tests::{Case, cases, with_reading};

fn found(text: &str) -> Vec<String> {
    let (mentions, _) = with_reading(text, patterns::find);
    mentions.iter().map(|mention| shown(text, mention)).collect()
}

fn shown(text: &str, mention: &Mention) -> String {
    let kind = format!("{:?}", mention.kind).to_lowercase();
    let value = mention.value.as_ref().map_or(String::new(), |value| format!(" = {}", worth(value)));
    format!("{kind}: {}{value}", mention.span.of(text))
}

fn worth(value: &Value) -> String {
    let number = |amount: f64| format!("{amount}");
    let to = value.amount_to.map(|to| format!("-{to}")).unwrap_or_default();
    let amount = value.amount.map(number).map(|amount| amount + &to);
    let per = value.per.as_ref().map(|per| format!("per {per}"));
    let every = value.every.as_ref().map(|every| format!("every {every}"));
    let approximate = value.approximate.map(|side| format!("({side:?})").to_lowercase());
    let names = [value.currency.clone(), value.unit.clone(), value.symbol.clone(), value.exchange.clone()];
    let parts = [amount].into_iter().chain(names).chain([every, per, approximate]);
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[test]
fn patterns_find_amounts_and_addresses() {
    let wrong = |case: &Case| {
        let found = found(&case.text);
        (found != case.expected).then(|| format!("{}: {}\n{}", case.place, case.text, found.join("\n")))
    };
    let failed: Vec<_> = cases("amounts").iter().filter_map(wrong).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

#[test]
fn names_and_patterns_do_not_overlap() {
    let mention = |tokens: Range<usize>, kind| Mention {
        span: Span::default(),
        tokens,
        kind,
        source: Source::Pattern,
        confidence: 1.0,
        kind_probabilities: None,
        value: None,
    };
    let names = vec![mention(0..3, EntityKind::Event), mention(5..6, EntityKind::Organisation)];
    let patterns =
        vec![mention(2..3, EntityKind::Date), mention(5..8, EntityKind::Ticker), mention(9..10, EntityKind::Url)];
    let kept: Vec<_> = merged(names, patterns).into_iter().map(|mention| (mention.tokens, mention.kind)).collect();
    assert_eq!(kept, [(0..3, EntityKind::Event), (5..8, EntityKind::Ticker), (9..10, EntityKind::Url)]);
}

#[test]
fn bare_tickers() {
    for (text, company, symbol) in [
        ("Services such as Microsoft Corporation MSFT were named.", "Microsoft Corporation", Some("MSFT")),
        ("He left Zoom Communications Inc. ZM, and others.", "Zoom Communications Inc.", Some("ZM")),
        ("He joined Microsoft Corporation in May.", "Microsoft Corporation", None),
        ("Shares of Tulip Foods Inc TLPF.N fell.", "Tulip Foods Inc", Some("TLPF.N")),
        ("NATO said so.", "NATO", None),
    ] {
        let list = with_reading(text, |reading| find(reading, Progress::SILENT)).list;
        let of = |kind| list.iter().find(|m| m.kind == kind).map(|m| m.span.of(text));
        assert_eq!((of(EntityKind::Organisation), of(EntityKind::Ticker)), (Some(company), symbol), "{text}");
    }
}
