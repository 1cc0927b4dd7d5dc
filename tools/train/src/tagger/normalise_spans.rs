//! Brings the corpora to one convention: names without article, title, possessive and edge punctuation.

use nutgraf::Span;

const ARTICLES: &[&str] = &["the", "a", "an"];
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "dame",
    "lord",
    "lady",
    "president",
    "vice president",
    "senator",
    "sen",
    "prime minister",
    "minister",
    "king",
    "queen",
    "pope",
    "professor",
    "prof",
    "rep",
    "gov",
    "governor",
    "gen",
    "general",
    "col",
    "colonel",
    "capt",
    "captain",
    "lt",
    "sgt",
    "judge",
    "justice",
    "prince",
    "princess",
    "chairman",
    "rev",
    "secretary",
    "foreign minister",
    "chancellor",
];

/// The name inside a span: see the module.
pub(crate) fn trimmed(text: &str, span: Span, person: bool) -> Span {
    let mut name = span.of(text).trim_start_matches(|c: char| !(c.is_alphanumeric() || "@#$".contains(c)));
    name = without_any(name, ARTICLES).unwrap_or(name);
    while let Some(rest) = without_any(name, TITLES).filter(|_| person) {
        name = rest;
    }
    let start = name.as_ptr() as usize - text.as_ptr() as usize;
    let name = without_possessive(name);
    let name = name.trim_end_matches(|c: char| !(c.is_alphanumeric() || c == ')' || c == '.'));
    Span::new(start as u32, (start + name.len()) as u32)
}

fn without_any<'t>(name: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| {
        let rest = name.get(word.len()..).filter(|_| name[..word.len()].eq_ignore_ascii_case(word))?;
        let rest = rest.strip_prefix('.').unwrap_or(rest);
        let bare = rest.trim_start();
        (bare.len() < rest.len() && !bare.is_empty()).then_some(bare)
    })
}

fn without_possessive(name: &str) -> &str {
    ["'s", "’s", "'", "’"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_what_is_not_theirs() {
        for (name, person, expected) in [
            ("the United Nations", false, "United Nations"),
            ("Gen. Ana Lowe's", true, "Ana Lowe"),
            ("President Lowe", false, "President Lowe"),
            ("Vice President Lowe", true, "Lowe"),
            ("\"Lowe,\"", true, "Lowe"),
            ("U.S.", false, "U.S."),
            ("Theresa", true, "Theresa"),
            ("The", false, "The"),
        ] {
            assert_eq!(trimmed(name, Span::new(0, name.len() as u32), person).of(name), expected);
        }
    }
}
