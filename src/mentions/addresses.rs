//! Addresses of pages and mailboxes, each a single token.

use super::{Amount, words::Words};
use crate::report::EntityKind;

/// The address at a token.
pub(super) fn parse(words: &Words, at: usize) -> Option<Amount> {
    let word = words.word(at);
    let kind = if is_mail(word) {
        EntityKind::Email
    } else if is_page(word) {
        EntityKind::Url
    } else {
        return None;
    };
    Some(Amount { tokens: at..at + 1, kind, value: None })
}

fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

fn is_page(word: &str) -> bool {
    let starts = |prefix: &str| word.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    starts("http://") || starts("https://") || starts("www.") || is_host(word)
}

/// "nutgraf.org": a host by itself, known by the ending of its name.
fn is_host(word: &str) -> bool {
    const ENDINGS: &[&str] = &["com", "org", "net", "gov", "edu", "io", "co", "uk", "info", "news", "tv", "eu", "int"];
    let Some((name, ending)) = word.rsplit_once('.') else { return false };
    let host = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    ENDINGS.contains(&ending)
        && name.len() > 1
        && name.chars().all(host)
        && name.contains(|c: char| c.is_ascii_lowercase())
}
