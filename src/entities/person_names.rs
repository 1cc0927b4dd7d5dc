//! Which names may be one person's.

use super::{
    names::{Name, Word},
    spelling,
};
use crate::{
    model::{Class, FirstNames},
    report::{EntityKind, Link},
};

/// Why `short` may be the name of the person called `long`, and how well it fits (higher is better).
pub(super) fn link(short: &Name, long: &Name, first_names: FirstNames) -> Option<(Link, u8)> {
    if suffixes_differ(&short.words, &long.words) {
        return None;
    }
    let (part, whole) = (bare(&short.words), bare(&long.words));
    match part {
        [] => None,
        [word] if whole.len() > 1 => single(word, whole),
        _ if align(part, whole, first_names) => Some((Link::PartOfName, 4)),
        _ if same_but_for_spelling(part, whole) || is_respelled(part, whole) => Some((Link::Variant, 3)),
        _ => None,
    }
}

/// "Jr" and "Sr" after one name are two people; "Jr" after one and nothing after the other is one, unless it has another surname:
/// "Évert Arboleda Jr" is not his father, Évert Arboleda Gil.
fn suffixes_differ(a: &[Word], b: &[Word]) -> bool {
    let (Some(last), Some(other)) = (a.last(), b.last()) else { return false };
    match (last.classes.has(Class::NameSuffix), other.classes.has(Class::NameSuffix)) {
        (true, true) => last.text != other.text,
        (false, false) => false,
        _ => {
            [a, b].iter().all(|name| bare(name).len() > 1)
                && bare(a).last().map(|w| &w.text) != bare(b).last().map(|w| &w.text)
        }
    }
}

/// A name without "Jr" and the like.
pub(super) fn bare(words: &[Word]) -> &[Word] {
    match words {
        [rest @ .., last] if last.classes.has(Class::NameSuffix) && !rest.is_empty() => rest,
        _ => words,
    }
}

/// A surname, a first name, or what stands between them.
fn single(word: &Word, whole: &[Word]) -> Option<(Link, u8)> {
    if word.is_initial() || word.classes.has(Class::Particle) {
        return None;
    }
    let Some(at) = whole.iter().rposition(|w| w.text == word.text) else {
        let surname = whole.last()?;
        return spelling::is_same_surname(&word.text, &surname.text).then_some((Link::Variant, 1));
    };
    let rank = match at {
        // "Roussel" is rather Claude Roussel than Mame Diagne-Roussel.
        _ if at + 1 == whole.len() && !whole[at].joined => 4,
        0 => 2,
        _ => 3,
    };
    Some((Link::PartOfName, rank))
}

/// "La Tortuga" and "La Tortuga Escandón" for "Ramón “La Tortuga” Escandón", "Jack" for "Jerrick “Kuya Jack” Ong", whatever
/// the nickname alone was taken for.
pub(super) fn is_nickname(short: &Name, long: &Name) -> bool {
    let Some(surname) = bare(&long.words).last().filter(|_| !long.nickname.is_empty()) else { return false };
    let nickname = long.nickname.concat();
    let whole = short.key.strip_prefix(nickname.as_str());
    whole.is_some_and(|rest| rest.is_empty() || rest == surname.text)
        || short.known.is_none() && short.kind() != EntityKind::Place && long.nickname.last() == Some(&short.key)
}

/// "TOM" for "Tendai Okello-Marsh", where it labels what she says.
pub(super) fn is_label(short: &Name, long: &Name) -> bool {
    short.is_label() && short.acronym && !long.is_single() && initials(long) == short.key
}

/// The first letters of all words.
pub(super) fn initials(name: &Name) -> String {
    name.words.iter().filter_map(|word| word.text.chars().next()).collect()
}

/// Whether every word of `part` is found in `whole`, in order, in full, as an initial or as the short form of a first
/// name, and at least one word that tells people apart in full.
fn align(part: &[Word], whole: &[Word], first_names: FirstNames) -> bool {
    let mut rest = whole.iter();
    let mut told = false;
    for word in part {
        let Some(found) = rest.find(|other| same_word(word, other, first_names)) else { return false };
        told |= found.text == word.text && !word.is_initial() && !word.classes.has(Class::Particle);
    }
    told
}

fn same_word(a: &Word, b: &Word, first_names: FirstNames) -> bool {
    let initial = |a: &Word, b: &Word| a.is_initial() && b.text.starts_with(&a.text);
    a.text == b.text || initial(a, b) || initial(b, a) || first_names.are_forms_of_one(&a.text, &b.text)
}

/// Whether two full names differ in the spelling of one word only: "Mohamed" and "Mohammed".
fn same_but_for_spelling(a: &[Word], b: &[Word]) -> bool {
    if a.len() != b.len() || a.len() < 2 {
        return false;
    }
    let mut different = a.iter().zip(b).filter(|(a, b)| a.text != b.text);
    match (different.next(), different.next()) {
        (Some((a, b)), None) => nearly_equal(&a.text, &b.text),
        _ => false,
    }
}

/// Whether two full names are written in other letters of one alphabet: "Usama bin Ladin" and "Osama bin Laden".
fn is_respelled(a: &[Word], b: &[Word]) -> bool {
    a.len() == b.len() && a.len() > 1 && a.iter().zip(b).all(|(a, b)| spelling::may_be_one(&a.text, &b.text))
}

/// Whether two long words differ in one letter, but not in the last, which may tell a man's name from a woman's.
pub(super) fn nearly_equal(a: &str, b: &str) -> bool {
    const SHORTEST: usize = 5;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < SHORTEST || long.len() > short.len() + 1 || short[0] != long[0] {
        return false;
    }
    let front = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let back = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    back > 0 && front + back + 1 >= long.len()
}
