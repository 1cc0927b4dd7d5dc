//! What the tagger takes for names and is none: an abbreviation of common words, "net written premium (NWP)", a bill that is
//! taken for a man.

use super::Mention;
use crate::{model::Class, report::EntityKind, sort, tokens::Reading};

/// The names without the abbreviations of common words, and with bills as the works they are.
pub(super) fn put_right(reading: Reading, mut names: Vec<Mention>) -> Vec<Mention> {
    let common = names.iter().filter(|name| abbreviates(reading, name)).map(|name| lower(reading, name));
    let common = sort::distinct(common.collect());
    if !common.is_empty() {
        names.retain(|name| name.tokens.len() > 1 || common.binary_search(&lower(reading, name)).is_err());
    }
    let mut taken = 0;
    for name in &mut names {
        if let Some(start) = bill(reading, name).filter(|&start| start >= taken) {
            name.kind = EntityKind::Work;
            name.kind_probabilities = None;
            name.tokens.start = start;
            name.span = reading.tokens.span(name.tokens.clone());
        }
        taken = name.tokens.end;
    }
    names
}

fn lower(reading: Reading, name: &Mention) -> u32 {
    reading.tokens.form(name.tokens.start).lower
}

/// Whether a name in brackets is made of the first letters of the words before it, all written small. What ends in a word for a
/// body is one: "the electoral commission (EC)".
fn abbreviates(reading: Reading, name: &Mention) -> bool {
    const LETTERS: std::ops::RangeInclusive<usize> = 3..=6;
    let at = name.tokens.start;
    let word = |token: usize| if token < reading.tokens.tokens.len() { reading.word(token) } else { "" };
    let in_brackets = at > 1 && word(at - 1) == "(" && word(at + 1) == ")";
    let letters = word(at);
    let is_short = name.tokens.len() == 1 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    if !in_brackets || !is_short || !LETTERS.contains(&letters.len()) {
        return false;
    }
    let last = at - 2;
    let Some(first) = (last + 1).checked_sub(letters.len()) else { return false };
    let is_body = [Class::OrgNoun, Class::PublicNoun, Class::CompanyNoun, Class::Institution];
    let classes = reading.tokens.classes(last);
    let spelled = (first..=last).zip(letters.bytes());
    !is_body.iter().any(|&class| classes.has(class))
        && spelled.into_iter().all(|(token, letter)| {
            reading.tokens.form(token).shape.is_lower_case()
                && word(token).bytes().next() == Some(letter.to_ascii_lowercase())
        })
}

/// Where "the Finance Bill" begins, of which the tagger sees somebody called Bill.
fn bill(reading: Reading, name: &Mention) -> Option<usize> {
    const LONGEST: usize = 4;
    let last = name.tokens.end - 1;
    if name.kind != EntityKind::Person || name.tokens.len() > LONGEST || reading.word(last) != "Bill" {
        return None;
    }
    let first = reading.tokens.sentences[reading.tokens.sentence_of(last)].tokens.start;
    let mut before = (first.max(last.saturating_sub(LONGEST))..last).rev();
    let article =
        before.find(|&token| !reading.tokens.form(token).shape.is_capitalised() || is_article(reading, token))?;
    let is_whole = article < name.tokens.start && is_article(reading, article);
    is_whole.then_some(article + 1)
}

fn is_article(reading: Reading, token: usize) -> bool {
    ["the", "this", "a"].iter().any(|article| reading.word(token).eq_ignore_ascii_case(article))
}
