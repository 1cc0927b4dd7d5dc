//! A word without the endings that grammar gives it.

/// What remains of a word has at least so many bytes.
const SHORTEST: usize = 3;

/// A word without the ending that grammar gives it. It need not be a word: "mov" stands for "move" and "moving".
pub fn stem(word: &str) -> &str {
    if !word.is_ascii() {
        return word;
    }
    let endings: &[&str] = match last(word) {
        Some(b's') if !word.ends_with("ss") => &["'s", "ies", "es", "s"],
        Some(b'g') => &["ing"],
        Some(b'd') => &["ed"],
        Some(b'y') => &["edly", "ly"],
        _ => &[],
    };
    let once = endings.iter().find_map(|ending| without(word, ending)).unwrap_or_else(|| without_vowel(word));
    undoubled(without_vowel(once))
}

/// The last letter of an ASCII word in lower case.
fn last(word: &str) -> Option<u8> {
    word.bytes().next_back().map(|last| last.to_ascii_lowercase())
}

fn without<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    let cut = word.len().checked_sub(ending.len()).filter(|&cut| cut >= SHORTEST)?;
    word[cut..].eq_ignore_ascii_case(ending).then_some(&word[..cut])
}

fn without_vowel(word: &str) -> &str {
    match last(word) {
        Some(b'e' | b'y' | b'i') if word.len() > SHORTEST => &word[..word.len() - 1],
        _ => word,
    }
}

/// "stopp" as "stop".
fn undoubled(stem: &str) -> &str {
    match stem.as_bytes() {
        [.., a, b] if a == b && stem.len() > 4 && !matches!(b, b'l' | b's') => &stem[..stem.len() - 1],
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_share_their_stem() {
        for group in [
            "resign resigns resigned resigning",
            "move moves moved moving",
            "city cities",
            "stop stopped stopping stops",
            "class classes",
            "Paris",
            "US",
            "Köln",
        ] {
            let mut stems: Vec<_> = group.split(' ').map(stem).collect();
            stems.dedup();
            assert_eq!(stems.len(), 1, "{group}: {stems:?}");
        }
    }
}
