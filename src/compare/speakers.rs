//! Who is quoted where, and with how many words.

use super::{
    comparison::{ComparedText, SharedSpeaker, SpeakerPlace},
    given::Quote,
    names::Names,
    story::Story,
};
use crate::{filed::Filed, model::hash_lower, sort, text::fold};

/// A quote with its words.
struct Said {
    text: u32,
    quote: u32,
    words: u32,
    is_probable: bool,
}

/// Who speaks in a quote of which nobody is known to be the speaker.
const NOBODY: u32 = u32::MAX;
/// What tells the keys of typed names from those of named things.
const TYPED: u32 = 1 << 31;

pub(super) fn find(stories: &[Story], names: &Names) -> Vec<SharedSpeaker> {
    let (mut said, mut keys) = (Vec::new(), Vec::new());
    for (story, text) in stories.iter().zip(0..) {
        for (quote, at) in story.given.quotes.iter().zip(0..).filter(|(quote, _)| !quote.is_inside) {
            let words = quote.parts.iter().map(|part| count_words(part.of(story.text))).sum();
            keys.push((key(names, text, quote), said.len() as u32));
            said.push(Said { text, quote: at, words, is_probable: quote.probable });
        }
    }
    let speaker = |of_one: &[(u32, u32)]| {
        let said: Vec<&Said> = of_one.iter().map(|&(_, at)| &said[at as usize]).collect();
        let typed = || stories[said[0].text as usize].given.quotes[said[0].quote as usize].speaker_name.clone();
        let entity = Some(of_one[0].0).filter(|key| key & TYPED == 0);
        let name = entity.map(|entity| names.list[entity as usize].name.clone());
        let name = name.or_else(|| if of_one[0].0 == NOBODY { None } else { typed() });
        SharedSpeaker { entity, name, places: said.chunk_by(|a, b| a.text == b.text).map(place).collect() }
    };
    let mut speakers: Vec<SharedSpeaker> = Filed::new(keys).groups().map(speaker).collect();
    sort::by_key(&mut speakers, |speaker| {
        let words: u32 = speaker.places.iter().map(|place| place.words + place.probable_words).sum();
        let texts = if speaker.name.is_some() { speaker.places.len() as u32 } else { 0 };
        sort::pair(!texts, !words)
    });
    speakers
}

/// What one text has somebody say.
fn place(said: &[&Said]) -> SpeakerPlace {
    let words = |is_probable: bool| said.iter().filter(|one| one.is_probable == is_probable).map(|one| one.words).sum();
    SpeakerPlace {
        text: said[0].text,
        quotes: said.iter().map(|one| one.quote).collect(),
        words: words(false),
        probable_words: words(true),
    }
}

/// A number for who speaks: the place of a named thing, or one of its own for a name that a reader typed.
fn key(names: &Names, text: u32, quote: &Quote) -> u32 {
    let entity = quote.speaker.and_then(|entity| names.of(text as usize, entity));
    let typed = quote.speaker_name.as_ref().map(|name| fold(name)).filter(|name| !name.is_empty());
    let known = |typed: &String| names.list.iter().position(|shared| fold(&shared.name) == *typed);
    match (entity, typed) {
        (Some(entity), _) => entity,
        (None, Some(typed)) => known(&typed).map_or_else(|| hash_lower(&typed) | TYPED, |at| at as u32),
        (None, None) => NOBODY,
    }
}

/// How long a story is, and how much of it is somebody's words.
pub(super) fn extent(story: &Story) -> ComparedText {
    let quotes = story.given.quotes.iter().filter(|quote| !quote.is_inside);
    ComparedText {
        words: story.sentences.iter().map(|sentence| count_words(sentence.span.of(story.text))).sum(),
        quoted_words: quotes.flat_map(|quote| &quote.parts).map(|part| count_words(part.of(story.text))).sum(),
    }
}

/// Runs without white space that hold a letter or a digit.
pub(super) fn count_words(text: &str) -> u32 {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() as u32
}
