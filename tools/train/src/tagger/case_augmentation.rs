//! Sentences and texts once more in other case: in title case, in capitals, without capitals.

use super::{
    document::{Document, Sentence, Source},
    random::Random,
};
use nutgraf::{Model, Options, Span, training::names};

/// The share of sentences that are written in another case.
const RECASED: f32 = 0.15;
/// The share of texts that are written without capitals, and of those that are in title case throughout.
const SMALL: f32 = 0.07;
const TITLE: f32 = 0.05;
/// What such sentences count.
const WEIGHT: f32 = 0.7;
/// Corpora that count less are left as they are.
const LEAST_WEIGHT: f32 = 0.5;

/// Some of the sentences of a document, in other case.
pub(crate) fn sentences(document: &Document, source: &Source, model: &Model, random: &mut Random) -> Vec<Sentence> {
    if source.weight < LEAST_WEIGHT {
        return Vec::new();
    }
    let mut text = document.text.clone();
    let whole = Span::new(0, text.len() as u32);
    let share = random.unit();
    let changed = if share < SMALL {
        recase(&mut text, whole, |_, c| c.to_ascii_lowercase());
        vec![whole]
    } else if share < SMALL + TITLE {
        recase(&mut text, whole, title_case);
        vec![whole]
    } else {
        some_sentences(&mut text, model, random)
    };
    if changed.is_empty() {
        return Vec::new();
    }
    document.with_text(text).sentences_within(source, model, &changed, WEIGHT)
}

fn some_sentences(text: &mut String, model: &Model, random: &mut Random) -> Vec<Span> {
    let mut changed = Vec::new();
    for sentence in names::sentences(text, &Options::new(), model) {
        let Some((first, last)) = sentence.words.first().zip(sentence.words.last()) else { continue };
        if random.unit() < RECASED {
            let span = first.join(*last);
            match random.below(2) {
                0 => recase(text, span, |_, c| c.to_ascii_uppercase()),
                _ => recase(text, span, title_case),
            }
            changed.push(span);
        }
    }
    changed
}

/// Capitals at the beginning of words but short ones.
fn title_case(word: Option<&str>, c: char) -> char {
    const SMALL: [&str; 16] =
        ["a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];
    if word.is_none_or(|word| SMALL.contains(&word)) { c } else { c.to_ascii_uppercase() }
}

/// Replaces ASCII letters, so that no offset changes. `letter` gets the letter and, where it begins a word, the word.
fn recase(text: &mut String, span: Span, letter: impl Fn(Option<&str>, char) -> char) {
    let old = text[span.range()].to_owned();
    let mut before = ' ';
    let new = old.char_indices().map(|(at, c)| {
        let starts = !before.is_alphanumeric() && !matches!(before, '\'' | '’');
        before = c;
        let word = old[at..].split(|c: char| !c.is_alphanumeric()).next();
        letter(word.filter(|_| starts), c)
    });
    text.replace_range(span.range(), &new.collect::<String>());
}
