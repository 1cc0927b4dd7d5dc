//! Families of texts that break careless readers: each repeats what sends a scanner far ahead, deep down or back.

/// A family: its name, the text before, the part that is repeated, and the text after.
const FAMILIES: &[(&str, &str, &str, &str)] = &[
    ("opening quotation marks", "", "“", ""),
    ("straight quotation marks", "He said ", "\" ", ""),
    ("nested quotation marks", "", "“‘", "”’"),
    ("opening brackets", "", "([{", ""),
    ("one giant word", "", "a", ""),
    ("one giant capitalised word", "", "A", ""),
    ("no full stop", "", "the red house and ", ""),
    ("only full stops", "", ".", ""),
    ("capitalised words", "", "Ana Lowe Bern ", "."),
    ("different names", "", "", ""),
    ("initials and abbreviations", "", "U.S. Gen. J. ", ""),
    ("dates", "", "Monday, June 3, 2024 ", ""),
    ("numbers", "", "$4.5 billion 12,345.67 ", ""),
    ("pronouns", "Ana Lowe. ", "He said she told him. ", ""),
    ("pronouns in one sentence", "", "He came three days after ", "."),
    ("attributions", "", "\"No,\" Ana Lowe said. ", ""),
    ("empty lines", "", "\n\n", ""),
    ("one-letter lines", "", "a\n", ""),
    ("hyphens and slashes", "", "a-b/c_", ""),
    ("addresses", "", "http://a.b/c?d=e@f.g ", ""),
    ("combining marks", "e", "\u{301}", ""),
    ("zero-width and direction marks", "", "\u{200b}\u{202e}\u{feff}", ""),
    ("emoji joined by joiners", "", "👩\u{200d}", ""),
    ("control characters", "", "\0\u{1}\r", ""),
];

/// Every family with a text of about `size` bytes.
pub(crate) fn texts(size: usize) -> impl Iterator<Item = (&'static str, String)> {
    FAMILIES.iter().map(move |&(name, before, part, after)| {
        let middle = if part.is_empty() { different_names(size) } else { part.repeat(size / part.len()) };
        (name, format!("{before}{middle}{after}"))
    })
}

/// Names of two words that never come twice, so that nothing merges.
fn different_names(size: usize) -> String {
    let name = |n: usize| format!("{}{} met ", letters(n, 'A'), letters(n / 7, 'K'));
    (0..size / 14).map(name).collect()
}

/// A word that spells `n`, with a capital first.
fn letters(n: usize, first: char) -> String {
    let tail: String = n.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
    format!("{first}{tail} ")
}
