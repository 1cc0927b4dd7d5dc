//! What patterns find: text, and each find as "kind: words = value".

use super::*;
use crate::{Options, model::Model, structure, tokens};

fn found(text: &str) -> String {
    let model = Model::built_in();
    let article = structure::read(text, &Options::new(), &model);
    let tokens = tokens::tokenize(text, &article, &model);
    let reading = Reading { text, article: &article, tokens: &tokens, model: &model };
    let (mentions, _) = patterns::find(reading);
    mentions.iter().map(|mention| shown(text, mention)).collect::<Vec<_>>().join("; ")
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
    let parts = [amount, value.currency.clone(), value.unit.clone(), value.symbol.clone(), value.exchange.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn check(rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        assert_eq!(found(text), *expected, "{text}");
    }
}

#[test]
fn money() {
    check(&[
        ("It cost $4.5 billion.", "money: $4.5 billion = 4500000000 USD"),
        ("It cost €4.5bn and £700,000.", "money: €4.5bn = 4500000000 EUR; money: £700,000 = 700000 GBP"),
        ("It cost US$1,000.50 or HK$ 8m.", "money: US$1,000.50 = 1000.5 USD; money: HK$ 8m = 8000000 HKD"),
        ("A fund of Rs 500 crore.", "money: Rs 500 crore = 5000000000 INR"),
        ("A fund of CHF 20m or 20m CHF.", "money: CHF 20m = 20000000 CHF; money: 20m CHF = 20000000 CHF"),
        ("It paid RM6.2mil and KSh200.", "money: RM6.2mil = 6200000 MYR; money: KSh200 = 200 KES"),
        ("Worth $4-5 billion today", "money: $4-5 billion = 4000000000-5000000000 USD; date: today"),
        ("Between $4 million and more", "money: $4 million = 4000000 USD"),
        ("From $4 billion to $5 billion.", "money: $4 billion to $5 billion = 4000000000-5000000000 USD"),
        ("Ten million euros, two dollars", "money: Ten million euros = 10000000 EUR; money: two dollars = 2 USD"),
        ("Half a billion U.S. dollars went", "money: Half a billion U.S. dollars = 500000000 USD"),
        ("A 5-million-dollar house, 50 cents", "money: 5-million-dollar = 5000000 USD; money: 50 cents = 0.5 USD"),
        (
            "64 bln yen and 151 billion yen",
            "money: 64 bln yen = 64000000000 JPY; money: 151 billion yen = 151000000000 JPY",
        ),
        ("A 10 million Swiss francs bill", "money: 10 million Swiss francs = 10000000 CHF"),
        ("He won, and they won.", ""),
    ]);
}

#[test]
fn shares() {
    check(&[
        ("It rose 4.75% there", "percent: 4.75% = 4.75"),
        ("It rose 12 percent, or 12 per cent", "percent: 12 percent = 12; percent: 12 per cent = 12"),
        ("It rose 3% to 5%, then 2-3 pct", "percent: 3% to 5% = 3-5; percent: 2-3 pct = 2-3"),
        ("It fell two percentage points", "percent: two percentage points = 2 percentage point"),
        ("Twenty-five percent left", "percent: Twenty-five percent = 25"),
    ]);
}

#[test]
fn quantities() {
    check(&[
        ("It grew to 1.2m people", "quantity: 1.2m people = 1200000 people"),
        ("It crept 200m inland", "quantity: 200m = 200 m"),
        ("A 12-mile road of 5 km", "quantity: 12-mile = 12 mile; quantity: 5 km = 5 km"),
        ("Some 3.5 million barrels", "quantity: 3.5 million barrels = 3500000 barrel"),
        ("About two dozen workers", "quantity: two dozen workers = 24 worker"),
        ("Two hundred and fifty homes", "quantity: Two hundred and fifty homes = 250 home"),
        ("Two and a half million people", "quantity: Two and a half million people = 2500000 people"),
        (
            "About 45,000 hectares, 30 square miles",
            "quantity: 45,000 hectares = 45000 hectare; quantity: 30 square miles = 30 square mile",
        ),
        ("They waited for three weeks", "quantity: three weeks = 3 week"),
        ("Between 10 to 15 people", "quantity: 10 to 15 people = 10-15 people"),
        ("One of the people", ""),
    ]);
}

#[test]
fn tickers_and_addresses() {
    check(&[
        ("Halden (NASDAQ:HLDN) fell", "ticker: NASDAQ:HLDN = HLDN NASDAQ"),
        ("Nordbank (NYSE: NBK) fell", "ticker: NYSE: NBK = NBK NYSE"),
        ("Kisaragi 7299.T and NBK.N fell", "ticker: 7299.T = 7299 Tokyo; ticker: NBK.N = NBK NYSE"),
        ("I bought $NBK again", "ticker: $NBK = NBK"),
        (
            "The mayor had asked her to write to ana@news.example.org on Sunday or to look at www.x.org, she said.",
            "email: ana@news.example.org; date: Sunday; url: www.x.org",
        ),
        ("Call 020 7946 0958 or 555-0123", ""),
    ]);
}

#[test]
fn names_and_patterns_do_not_overlap() {
    let mention = |tokens: Range<usize>, kind| Mention {
        span: Span::default(),
        tokens,
        kind,
        source: Source::Pattern,
        confidence: 1.0,
        beliefs: None,
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
        ("NATO said so.", "NATO", None),
    ] {
        let model = Model::built_in();
        let article = structure::read(text, &Options::new(), &model);
        let tokens = tokens::tokenize(text, &article, &model);
        let list = find(Reading { text, article: &article, tokens: &tokens, model: &model }, Progress::SILENT).list;
        let of = |kind| list.iter().find(|m| m.kind == kind).map(|m| m.span.of(text));
        assert_eq!((of(EntityKind::Organisation), of(EntityKind::Ticker)), (Some(company), symbol), "{text}");
    }
}
