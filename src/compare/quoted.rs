//! What stands in quotation marks in the quotes of a text: pieces from mark to mark, each a run of sentences.

use super::{
    given::Quote,
    story::{Story, Word},
};
use crate::{
    QuoteKind, Span,
    filed::Filed,
    model::phrase_hash,
    sort,
    text::chars::{is_apostrophe, is_closing_quote, is_double_quote, is_opening_quote},
};
use std::ops::Range;

/// What stands between two marks; what an attribution interrupts in the middle of a sentence is one piece.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    pub(super) words: Vec<QuotedWord>,
    /// The words of each of its sentences.
    pub(super) sentences: Vec<Range<usize>>,
    /// The entity that says it, if that is sure.
    pub(super) speaker: Option<u32>,
    /// The same words once more elsewhere, as in a headline.
    pub(super) repeats: Vec<QuotedWord>,
}

/// A word in marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct QuotedWord {
    pub(super) word: Word,
    /// The quote and the part of it that the word stands in; no quote where the report has none.
    pub(super) quote: Option<u32>,
    pub(super) part: u32,
}

/// A stretch of a part of a quote that stands in marks.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    quote: Option<u32>,
    part: u32,
    span: Span,
}

/// The pieces of a text in its order. They do not overlap: of a quotation in a quotation the outer one counts.
pub(super) fn pieces(story: &Story) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut last: Option<Stretch> = None;
    for stretch in marked(story) {
        if last.is_some_and(|last| stretch.span.start < last.span.end) {
            continue;
        }
        let before = last.filter(|&before| goes_on(story, before, stretch));
        if before.is_none() || pieces.is_empty() {
            let quote = stretch.quote.map(|quote| &story.given.quotes[quote as usize]);
            let speaker = quote.filter(|quote| !quote.probable).and_then(|quote| quote.speaker);
            pieces.push(Piece { speaker, ..Piece::default() });
        }
        if let Some(piece) = pieces.last_mut() {
            add(story, piece, stretch);
        }
        last = Some(stretch);
    }
    pieces.retain(|piece| !piece.words.is_empty());
    without_repeats(pieces)
}

/// All stretches, in text order: those of quotes, and what else stands in double marks in a paragraph of the story.
fn marked(story: &Story) -> Vec<Stretch> {
    let mut marked = Vec::new();
    for (quote, at) in story.given.quotes.iter().zip(0..) {
        for (&part, number) in quote.parts.iter().zip(0..) {
            let stretch = |span| Stretch { quote: Some(at), part: number, span };
            marked.extend(in_marks(story.text, quote, part).into_iter().map(stretch));
        }
    }
    let mut known: Vec<Span> = story.given.quotes.iter().flat_map(|quote| quote.parts.iter().copied()).collect();
    sort::by_key(&mut known, |part| sort::span(*part));
    let is_known = |span: &Span| {
        let after = known.partition_point(|part| part.end <= span.start);
        known.get(after).is_some_and(|part| part.overlaps(*span))
    };
    let others = story.given.paragraphs().filter(|part| part.of(story.text).contains(is_double_quote));
    let others = others.flat_map(|part| stretches(story.text, part)).filter(|span| !is_known(span));
    marked.extend(others.map(|span| Stretch { quote: None, part: 0, span }));
    sort::by_key(&mut marked, |stretch| sort::pair(stretch.span.start, !stretch.span.end));
    marked
}

/// Pieces of the same words become one, at the place of the first.
fn without_repeats(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let hash = |piece: &Piece| phrase_hash(piece.words.iter().map(|quoted| quoted.word.spelling));
    let filed = Filed::new(pieces.iter().zip(0..).map(|(piece, at)| (hash(piece), at)).collect());
    for same in filed.groups() {
        for &(_, at) in &same[1..] {
            let Piece { words, speaker, .. } = std::mem::take(&mut pieces[at as usize]);
            let first = &mut pieces[same[0].1 as usize];
            first.speaker = first.speaker.or(speaker);
            first.repeats.extend(words);
        }
    }
    pieces.retain(|piece| !piece.words.is_empty());
    pieces
}

/// The stretches of a part of a quote that stand in marks.
fn in_marks(text: &str, quote: &Quote, part: Span) -> Vec<Span> {
    match quote.kind {
        QuoteKind::Direct => vec![part],
        QuoteKind::Indirect => Vec::new(),
        QuoteKind::Mixed => stretches(text, part),
    }
}

/// From each opening mark to the next closing one: the double marks of the text if there are any, else single ones.
fn stretches(text: &str, part: Span) -> Vec<Span> {
    let words = part.of(text);
    let double = words.contains(is_double_quote);
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut before = ' ';
    let mut characters = words.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map_or(' ', |(_, c)| *c);
        let is_mark = if double { is_double_quote(c) } else { is_apostrophe(c) };
        let closes = is_closing_quote(c) || !next.is_alphanumeric() && !before.is_whitespace();
        let opens = is_opening_quote(c) || !before.is_alphanumeric() && !next.is_whitespace();
        match open.filter(|_| is_mark) {
            Some(start) if closes => {
                found.push((start, at));
                open = None;
            }
            None if is_mark && opens => open = Some(at + c.len_utf8()),
            _ => {}
        }
        before = c;
    }
    // The mark that closes the last one may stand behind the part.
    found.extend(open.filter(|_| double).map(|start| (start, words.len())));
    found.into_iter().map(|(start, end)| Span::new(part.start + start as u32, part.start + end as u32)).collect()
}

/// Whether a stretch goes on with the sentence that the one before breaks off.
fn goes_on(story: &Story, before: Stretch, stretch: Stretch) -> bool {
    let quote = |stretch: Stretch| stretch.quote.map(|quote| &story.given.quotes[quote as usize]);
    let (Some(a), Some(b)) = (quote(before), quote(stretch)) else { return false };
    let is_one = before.quote == stretch.quote || a.group.is_some() && a.group == b.group;
    let is_direct = a.kind == QuoteKind::Direct && b.kind == QuoteKind::Direct;
    let first = stretch.span.of(story.text).chars().find(|c| c.is_alphanumeric());
    let ends = before.span.of(story.text).trim_end().ends_with(['.', '!', '?']);
    is_one && is_direct && !ends && first.is_some_and(char::is_lowercase)
}

/// Adds the words of a stretch to a piece. Those in square brackets are the writer's and left out.
fn add(story: &Story, piece: &mut Piece, Stretch { quote, part, span }: Stretch) {
    let mut in_brackets = false;
    let mut at = span.start;
    for word in story.words_of(span) {
        let between = &story.text[at as usize..word.span.start.max(at) as usize];
        in_brackets = between.rfind(['[', ']']).map_or(in_brackets, |mark| between[mark..].starts_with('['));
        let opens = story.opens_sentence(at, word.span.start) && at > span.start;
        at = word.span.end;
        if in_brackets {
            continue;
        }
        let here = piece.words.len();
        match piece.sentences.last_mut().filter(|_| !opens) {
            Some(sentence) => sentence.end = here + 1,
            None => piece.sentences.push(here..here + 1),
        }
        piece.words.push(QuotedWord { word: *word, quote, part });
    }
}
