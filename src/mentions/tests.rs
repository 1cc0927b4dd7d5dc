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
        ("Shares of Orbis Foods Inc TLPF.N fell.", "Orbis Foods Inc", Some("TLPF.N")),
        ("NATO said so.", "NATO", None),
    ] {
        let list = with_reading(text, |reading| find(reading, &mut Memory::default(), Progress::SILENT)).list;
        let of = |kind| list.iter().find(|m| m.kind == kind).map(|m| m.span.of(text));
        assert_eq!((of(EntityKind::Organisation), of(EntityKind::Ticker)), (Some(company), symbol), "{text}");
    }
}

#[test]
fn sentences_in_capitals_are_read_like_those_in_small_letters() {
    let text = "The president of ghana met angela merkel and the head of the world bank on monday, and they agreed in berlin \
        that trade between the two countries should grow. He said that the talks in accra had gone well.";
    let names = |text: &str| -> Vec<_> {
        let names = with_reading(text, |reading| tagger::names(reading, &mut Memory::default(), Progress::SILENT));
        names.into_iter().map(|name| (name.span.range(), name.kind)).collect()
    };
    let small = names(&text.to_lowercase());
    assert!(small.len() > 3, "{small:?}");
    assert_eq!(names(&text.to_uppercase()), small);
}

/// A text without the braces that mark its names, and where each is: "{p:Ana Lowe}" is a person, "{o:Acme}" a body,
/// "{l:Oslo}" a place, "{g:Danes}" a group.
fn marked(case: &str) -> (String, Vec<(Range<usize>, EntityKind)>) {
    let (mut text, mut names) = (String::new(), Vec::new());
    for (at, part) in case.split(['{', '}']).enumerate() {
        let named = part.split_once(':').filter(|_| at % 2 == 1);
        let kind = named.map(|(kind, _)| match kind {
            "p" => EntityKind::Person,
            "l" => EntityKind::Place,
            "g" => EntityKind::Group,
            _ => EntityKind::Organisation,
        });
        let start = text.len();
        text.push_str(named.map_or(part, |(_, words)| words));
        names.extend(kind.map(|kind| (start..text.len(), kind)));
    }
    (text, names)
}

/// What is made of the names that a case marks, each as it is shown.
pub(super) fn put_right_in(
    case: &str,
    put_right: fn(Reading, Vec<Mention>) -> Vec<Mention>,
    shown: fn(&Mention, &str) -> String,
) -> Vec<String> {
    let (text, names) = marked(case);
    with_reading(&text, |reading| {
        let mention = |(place, kind): &(Range<usize>, EntityKind)| {
            let tokens = reading.tokens.token_at(place.start as u32)..reading.tokens.token_at(place.end as u32 - 1) + 1;
            Mention {
                span: reading.tokens.span(tokens.clone()),
                tokens,
                kind: *kind,
                source: Source::Tagger,
                confidence: 1.0,
                kind_probabilities: None,
                value: None,
            }
        };
        let names = put_right(reading, names.iter().map(mention).collect());
        names.iter().map(|name| shown(name, &text)).collect()
    })
}

fn names_with_kinds(case: &str, put_right: fn(Reading, Vec<Mention>) -> Vec<Mention>) -> String {
    let shown = put_right_in(case, put_right, |name, text| {
        format!("{:?} {}", name.kind, name.span.of(text)).replacen("Organisation", "Body", 1)
    });
    shown.join(", ")
}

#[test]
fn pairs_are_two_names_and_joined_peoples_one() {
    for (case, expected) in [
        ("The {p:Lund-Okoro} summit ended.", "Person Lund, Person Okoro"),
        ("{p:Ana Lund-Okoro} spoke. The {p:Lund-Okoro} plan failed.", "Person Ana Lund-Okoro, Person Lund-Okoro"),
        ("The {p:Lund-Okoro} family left.", "Person Lund-Okoro"),
        (
            "{p:Lund} left. {p:Ada Okoro} spoke of {p:Lund-Okoro} rows.",
            "Person Lund, Person Ada Okoro, Person Lund, Person Okoro",
        ),
        ("The {l:Laos-Vietnam} border is shut.", "Place Laos, Place Vietnam"),
        ("The {l:Guinea-Bissau} border is shut.", "Place Guinea-Bissau"),
        ("The {l:Vaud-Lorn} border is shut.", "Place Vaud-Lorn"),
        ("The {o:Rolls-Royce} engine failed.", "Body Rolls-Royce"),
        ("{o:Real Oviedo v Cadiz} is off.", "Body Real Oviedo, Body Cadiz"),
        ("{p:Roe v Wade} was overturned.", "Person Roe v Wade"),
        ("A {l:Franco}-{g:German} plan met {o:Sino-Russian} doubts.", "Group Franco-German, Group Sino-Russian"),
        ("An Anglo-{g:Dutch} firm hired {p:Franco}.", "Group Anglo-Dutch, Person Franco"),
        ("The {p:Lowe/De La Fuente} ticket won.", "Person Lowe, Person De La Fuente"),
        ("The {o:BBC/Ipsos} poll is out.", "Body BBC/Ipsos"),
        ("The {g:Matis and Korubo} met {o:Marks and Spencer}.", "Group Matis, Group Korubo, Body Marks and Spencer"),
        (
            "{p:Birgitta Lund of Chalmers} met {p:Tom Ost of Oslo}.",
            "Person Birgitta Lund, Body Chalmers, Person Tom Ost, Place Oslo",
        ),
        ("{p:Lady Keene of Lorn} spoke to {p:Joan of Arc}.", "Person Lady Keene of Lorn, Person Joan of Arc"),
    ] {
        assert_eq!(names_with_kinds(case, pairs::put_right), expected, "{case}");
    }
}

#[test]
fn lines_of_results_tell_who_played() {
    for (case, expected) in [
        (
            "Saturday in the cup.\n\n{o:Ashby v Lorne Town}\n\nOff: Pell v {l:Dunmere}",
            "Body Ashby, Body Lorne Town, Body Pell, Body Dunmere",
        ),
        (
            "The matches of Sunday:\n\n{l:Linz 2 Graz} 1\n\nSalzburg 0 {l:Villach} 3",
            "Body Linz, Body Graz, Body Salzburg, Body Villach",
        ),
        (
            "Cases on Sunday:\n\n{l:Linz} 2 {l:Graz} 1\n\n{l:Salzburg} 0 {l:Villach} 3",
            "Place Linz, Place Graz, Place Salzburg, Place Villach",
        ),
        ("The standings:\n\n{l:Rize} 14 8 4 2 25\n\nSivas 14 7 3 4 20", "Body Rize, Body Sivas"),
        ("The standings:\n\n{l:Rize} 14 8 4 2 25", "Place Rize"),
        (
            "They won.\n\nR. Vinter lbw b {o:Quane 4}\n\nM. Ost c {l:Pell b Drayton} 88\n\nS. Tarrant not out 12",
            "Person R. Vinter, Person Quane, Person M. Ost, Person Pell, Person Drayton, Person S. Tarrant",
        ),
        ("{p:Ana Lowe} v the state was heard.", "Person Ana Lowe"),
    ] {
        assert_eq!(names_with_kinds(case, sheets::read), expected, "{case}");
    }
}

#[test]
fn abbreviations_of_common_words_and_bills_are_no_names() {
    for (case, expected) in [
        ("The net written premium ({o:NWP}) fell. {o:NWP} was low.", ""),
        ("The electoral commission ({o:EC}) met {o:EC} staff.", "Body EC, Body EC"),
        ("The national disaster agency ({o:NDA}) met.", "Body NDA"),
        ("{o:National Water Plan} ({o:NWP}) fell.", "Body National Water Plan, Body NWP"),
        ("The Finance {p:Bill} passed. The {p:Bill} is long.", "Work Finance Bill, Work Bill"),
        (
            "{p:Bill} left. A friend of {p:Bill Lowe} and the {p:Bill Lowe} award.",
            "Person Bill, Person Bill Lowe, Person Bill Lowe",
        ),
    ] {
        assert_eq!(names_with_kinds(case, unnamed::put_right), expected, "{case}");
    }
}

#[test]
fn languages_are_no_groups_and_parties_that_share_a_noun_are_bodies() {
    for (case, expected) in [
        ("She spoke in {g:French} and {g:English}.", ""),
        ("The letter is in {g:Korean}.", ""),
        ("It was translated from {g:Russian} with care, in a {g:Fijian} language school.", ""),
        (
            "A rise in {g:French} sales and in {g:Kurdish} and {g:Arab} towns.",
            "Group French, Group Kurdish, Group Arab",
        ),
        ("The {g:Green} and {o:Liberal Parties} met.", "Body Green, Body Liberal Parties"),
        ("The {o:Salt} and {g:Liberal} parties met {g:Green} voters.", "Body Salt, Body Liberal, Group Green"),
        ("The {g:Green} and {g:Liberal} voters met.", "Group Green, Group Liberal"),
        ("Three {g:American} Samoans met {g:Sunni} {g:Arabs}.", "Group American Samoans, Group Sunni, Group Arabs"),
        ("The {g:Swedish} Games began.", "Group Swedish"),
        (
            "The {o:South Carolina Republican} met one {o:Ohio Democrat}.",
            "Place South Carolina, Group Republican, Place Ohio, Group Democrat",
        ),
        ("The {o:Ohio Republicans} met the {o:Norr Guardian}.", "Body Ohio Republicans, Body Norr Guardian"),
    ] {
        assert_eq!(names_with_kinds(case, groups::put_right), expected, "{case}");
    }
}

#[test]
fn a_member_of_parliament_has_a_party_or_a_constituency() {
    for (case, expected) in [
        ("MP {p:Jonas Berg} ({l:Ny Samling}) spoke.", "Person Jonas Berg, Body Ny Samling"),
        ("MK {p:Dalia Roth} (Derekh Hadasha) spoke.", "Person Dalia Roth, Body Derekh Hadasha"),
        ("Sen. {p:Tom Ost} ({p:Labour}) spoke.", "Person Tom Ost, Body Labour"),
        ("MP {p:Jonas Berg} ({l:Oslo}) spoke.", "Person Jonas Berg, Place Oslo"),
        ("MP {p:Jonas Berg} (who is 61) spoke.", "Person Jonas Berg"),
        ("{p:Jonas Berg} ({l:Lorn}) won.", "Person Jonas Berg, Place Lorn"),
        ("Sen. {p:Ana Lowe}, {g:D}-{l:Calif.}, spoke.", "Person Ana Lowe, Place Calif."),
        (
            "Rep. {p:Ana Lowe} ({p:R-N.Y.}) and {p:Kim Poe}, R-Austin, met.",
            "Person Ana Lowe, Place N.Y., Person Kim Poe, Place Austin",
        ),
        ("{p:Ana Lowe}, {o:D-Wave} chief, left.", "Person Ana Lowe, Body D-Wave"),
    ] {
        assert_eq!(names_with_kinds(case, affiliations::put_right), expected, "{case}");
    }
}
