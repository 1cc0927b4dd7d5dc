//! Which names may be one organisation's, place's, work's or event's.

use super::names::{Name, Word};
use crate::{
    model::{Class, KnownNames},
    report::{EntityKind, Link},
};

/// Why `short` may be another name of the thing called `long`, and how well it fits (higher is better).
pub(super) fn link(short: &Name, long: &Name, known: KnownNames) -> Option<(Link, u8)> {
    if short.acronym && acronyms(&long.words, known).contains(&short.key) {
        return Some((Link::Acronym, 4));
    }
    let (part, whole) = (without_form(&short.words), without_form(&long.words));
    if texts(part).eq(texts(whole)) {
        return Some((Link::Variant, 5));
    }
    if ends_in_acronym(part, whole, known) {
        return Some((Link::Acronym, 4));
    }
    if long.kind() == EntityKind::Organisation && is_clipped(part, whole) {
        return Some((Link::ShortForm, 4));
    }
    // What is known by its short name is a thing of its own: "U.N." is not the "U.N. Security Council".
    let is_body = !matches!(long.kind(), EntityKind::Place | EntityKind::Group) && short.known.is_none();
    let is_short = match long.kind() {
        EntityKind::Place => is_short_place(part, whole),
        EntityKind::Group => is_plural(&short.key, &long.key),
        _ => is_body && is_short_body(part, whole),
    };
    let by_last_word = || is_body && short.mentions > long.mentions && is_last_word(part, whole);
    is_short.then_some(3).or_else(|| by_last_word().then_some(LAST_WORD)).map(|rank| (Link::ShortForm, rank))
}

/// How well a word that only says what sort of body it is fits the one body of the text that it ends, or opens before "of".
pub(super) const LAST_WORD: u8 = 0;

/// "the Foundation" after "Hope Foundation", "the Ministry" after "Ministry of Works".
fn is_last_word(part: &[Word], whole: &[Word]) -> bool {
    let [word] = part else { return false };
    let opens = whole.len() > 2 && whole[0].text == word.text && whole[1].text == "of";
    whole.len() > 1 && word.classes.has(Class::OrgNoun) && (opens || ends_with(whole, part))
}

/// "Ohio EPA" for "Ohio Environmental Protection Agency".
fn ends_in_acronym(part: &[Word], whole: &[Word], known: KnownNames) -> bool {
    let same = texts(part).zip(texts(whole)).take_while(|(a, b)| a == b).count();
    let (acronym, rest) = (&part[same..], &whole[same..]);
    same > 0 && acronym.len() == 1 && acronyms(rest, known).contains(&acronym[0].text)
}

fn texts(words: &[Word]) -> impl Iterator<Item = &str> {
    words.iter().map(|w| w.text.as_str())
}

/// A name without "Inc", "AG", "Group" at its end.
pub(super) fn without_form(words: &[Word]) -> &[Word] {
    match words {
        [rest @ .., last] if last.classes.has(Class::CompanySuffix) && !rest.is_empty() => without_form(rest),
        _ => words,
    }
}

/// "Nordbank" for "Nordbank Capital Markets", "Foreign Ministry" for "Israeli Foreign Ministry", but not "Bank" for
/// "Bank of Ruritania".
fn is_short_body(part: &[Word], whole: &[Word]) -> bool {
    let shorter = !part.is_empty() && part.len() < whole.len();
    let tells = part.iter().any(|w| !is_generic(w)) || part.len() > 1;
    let opens = texts(whole).take(part.len()).eq(texts(part)) && !is_contest(whole);
    shorter && tells && (opens || ends_with(whole, part))
}

/// "ATP Finals": what opens the name of a contest is who holds it, or where.
fn is_contest(whole: &[Word]) -> bool {
    const CONTESTS: [&str; 8] = ["finals", "cup", "championship", "championships", "open", "games", "tour", "awards"];
    whole.last().is_some_and(|word| CONTESTS.contains(&word.text.as_str()))
}

/// "Orbis Infra" for "Orbis Infrastructure": headlines cut the last word short.
fn is_clipped(part: &[Word], whole: &[Word]) -> bool {
    const SHORTEST: usize = 4;
    let ([.., clipped], [.., last]) = (part, whole) else { return false };
    let same_before = part.len() > 1 && texts(&part[..part.len() - 1]).eq(texts(&whole[..whole.len() - 1]));
    same_before && clipped.text.len() >= SHORTEST && last.text.starts_with(clipped.text.as_str())
}

fn ends_with(whole: &[Word], part: &[Word]) -> bool {
    texts(&whole[whole.len() - part.len()..]).eq(texts(part))
}

/// "Gaza" for "Gaza Strip", "Ireland" for "Republic of Ireland", "Bradley Airport" for "Bradley International Airport"; but a
/// river is not the town on it.
fn is_short_place(part: &[Word], whole: &[Word]) -> bool {
    if part.is_empty() || part.len() >= whole.len() || part.iter().all(is_generic) {
        return false;
    }
    if texts(part).eq(texts(whole).filter(|&word| word != "international")) {
        return true;
    }
    let last = whole[whole.len() - 1].text.as_str();
    if matches!(last, "airport" | "city" | "county" | "harbour" | "island" | "lake" | "river" | "state") {
        return false;
    }
    let more = whole.len() - part.len();
    let opens = texts(whole).take(part.len()).eq(texts(part));
    (opens && whole[part.len()..].iter().all(is_generic))
        || (ends_with(whole, part) && whole[..more].iter().all(is_generic) && whole[more - 1].text == "of")
}

/// Whether a word says what sort of thing it is rather than which.
fn is_generic(word: &Word) -> bool {
    [Class::OrgNoun, Class::PlaceNoun, Class::Function, Class::CompanySuffix].iter().any(|&c| word.classes.has(c))
}

/// "Kurd" and "Kurds".
fn is_plural(a: &str, b: &str) -> bool {
    let plural = |a: &str, b: &str| b.strip_suffix('s') == Some(a);
    plural(a, b) || plural(b, a)
}

/// The acronyms that a name of several words may have: of all words, of those that carry meaning, and of those
/// without the country before or the form of company behind.
pub(super) fn acronyms(words: &[Word], known: KnownNames) -> Vec<String> {
    const LONGEST: usize = 10;
    if !(2..=LONGEST).contains(&words.len()) {
        return Vec::new();
    }
    let core = without_form(words);
    let national = known.get(&words[0].text).is_some();
    let without_country = national.then(|| initials(&words[1..], false));
    let all = [initials(words, true), initials(words, false), initials(core, false)].into_iter().chain(without_country);
    let mut found: Vec<String> = Vec::new();
    for acronym in all.filter(|acronym| acronym.chars().nth(1).is_some()) {
        if !found.contains(&acronym) {
            found.push(acronym);
        }
    }
    found
}

fn initials(words: &[Word], all: bool) -> String {
    words.iter().filter(|w| all || !w.classes.has(Class::Function)).filter_map(|w| w.text.chars().next()).collect()
}
