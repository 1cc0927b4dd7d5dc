//! Families of texts that break careless readers: each repeats what sends a scanner far ahead, deep down or back.

/// A family: its name, the text before, the part that is repeated, and the text after. In the part "#" stands for letters that
/// are others each time, "~" for letters that are others every seventh time.
type Family = (&'static str, &'static str, &'static str, &'static str);

/// Families that send a scanner far ahead, deep down or back.
const FAMILIES: &[Family] = &[
    ("opening quotation marks", "", "“", ""),
    ("straight quotation marks", "He said ", "\" ", ""),
    ("nested quotation marks", "", "“‘", "”’"),
    ("opening brackets", "", "([{", ""),
    ("one giant word", "", "a", ""),
    ("one giant capitalised word", "", "A", ""),
    ("no full stop", "", "the red house and ", ""),
    ("only full stops", "", ".", ""),
    ("capitalised words", "", "Ana Lowe Bern ", "."),
    ("different names", "", "A# K~ met ", ""),
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

/// What news is made of, again and again: it need not break a reader to take it time that grows with its square.
const ORDINARY: &[Family] = &[
    ("closing quotation marks", "He said ", "” ", ""),
    ("quoted names", "", "“Ana Lowe” ", ""),
    ("quoted words", "", "\"no\" ", ""),
    ("single quotation marks", "", "‘a’ ", ""),
    ("quotations that run on", "", "“No one left the house.\n\n", ""),
    ("different speakers", "", "“No,” said A# Lowe. ", ""),
    ("dates without a year", "", "Monday, June 3, ", ""),
    ("one surname", "", "A# Lowe met. ", ""),
    ("one first name", "", "Ana L# met. ", ""),
    ("different names and pronouns", "", "A# K~ left. He said no. ", ""),
    ("names explained in brackets", "", "A# K~ Corp (AKC) ", ""),
    ("brackets", "", "(Ana Lowe) ", ""),
    ("descriptions", "Ana Lowe is the minister. ", "The minister left. ", ""),
    ("different words", "", "the a# fell. ", ""),
    ("capitals", "", "THE B# FELL AND ", ""),
    ("one giant sentence", "", "Ana Lowe said that she saw Ben Kern, ", ""),
    ("said after said", "", "said ", ""),
    ("he said after he said", "", "he said ", ""),
    ("somebody said", "", "Ana Lowe said ", ""),
    ("according to", "", "according to Ana Lowe, ", ""),
    ("list lines", "", "- A# K~, mayor\n", ""),
    ("labels", "", "L#: No.\n", ""),
    ("questions and answers", "", "Q: Why?\nA: No.\n", ""),
    ("bylines", "", "By A# K~\n", ""),
];

/// Every hostile family with a text of about `size` bytes.
pub(crate) fn texts(size: usize) -> impl Iterator<Item = (&'static str, String)> {
    FAMILIES.iter().map(move |family| text(family, size))
}

/// Hostile and ordinary ones.
#[allow(dead_code, reason = "only what counts instructions reads them all")]
pub(crate) fn all(size: usize) -> impl Iterator<Item = (&'static str, String)> {
    texts(size).chain(ORDINARY.iter().map(move |family| text(family, size)))
}

fn text(&(name, before, part, after): &Family, size: usize) -> (&'static str, String) {
    let mut text = before.to_owned();
    if part.contains(['#', '~']) {
        let different = |n: usize| part.replace('#', &letters(n)).replace('~', &letters(n / 7));
        for n in 0.. {
            if text.len() >= size {
                break;
            }
            text += &different(n);
        }
    } else {
        text += &part.repeat(size / part.len());
    }
    (name, text + after)
}

/// Letters that spell `n`.
fn letters(n: usize) -> String {
    n.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}
