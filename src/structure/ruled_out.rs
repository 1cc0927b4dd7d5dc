//! What the weights may make of a paragraph though its own words rule it out: share bars as headings, a line without a
//! date as a date. The weights know how paragraphs follow each other; here the words have the last say.

use super::{block_rules, boilerplate_phrases, paragraph::Paragraph, publication_date, run_in};
use crate::{
    model::ParagraphWords,
    report::BlockKind::{self, Body, Boilerplate, Caption, Credit, Date, Deck, Heading, Headline, Related},
};

/// How many words a long sentence has at least.
const LONG: usize = 12;

/// Corrects the kinds of paragraphs whose words rule them out.
pub(super) fn mark(paragraphs: &[Paragraph], kinds: &mut [BlockKind], lists: &ParagraphWords) {
    let times = live_times(paragraphs);
    let (mut titled, mut opened) = (false, false);
    for (paragraph, kind) in paragraphs.iter().zip(kinds).filter(|(paragraph, _)| paragraph.hint.is_none()) {
        let by_words = || boilerplate_phrases::kind(paragraph, lists).filter(|kind| is_of_page(*kind));
        *kind = match *kind {
            Date if times && is_time(paragraph) => Heading,
            Date if !paragraph.only_date && !publication_date::has_any(&paragraph.words) => Deck,
            Heading if boilerplate_phrases::is_all(paragraph, lists) => by_words().unwrap_or(Heading),
            BlockKind::Byline if block_rules::is_shared_credit(paragraph, lists) => Credit,
            Body if paragraph.address && !paragraph.is_prose() => by_words().unwrap_or(Body),
            Deck | Headline if is_opening(paragraph) => Body,
            Caption if !opened && tells_news(paragraph) => Body,
            Headline if titled => by_words().unwrap_or(Headline),
            other => other,
        };
        titled |= *kind == Headline;
        opened |= *kind == Body;
    }
}

/// A text that begins with its story has no headline: a long sentence on top, with the story right below it, is
/// the opening of the story.
pub(super) fn keep_opening(paragraphs: &[Paragraph], kinds: &mut [BlockKind]) {
    let [first, second, ..] = paragraphs else { return };
    let opens = first.hint.is_none() && first.last == '.' && first.count >= LONG;
    let goes_on = kinds[1] == Body && second.is_prose() || second.last == ':' && second.count >= LONG;
    if opens && kinds[0] == Headline && goes_on {
        kinds[0] = Body;
    }
}

/// A long sentence right above the story is its first paragraph: between a deck and the story stands who wrote it.
pub(super) fn keep_first_paragraph(paragraphs: &[Paragraph], kinds: &mut [BlockKind]) {
    for at in 1..kinds.len() {
        let above = &paragraphs[at - 1];
        let is_sentence = above.hint.is_none() && above.last == '.' && above.count >= LONG;
        if kinds[at - 1] == Deck && kinds[at] == Body && is_sentence {
            kinds[at - 1] = Body;
        }
    }
}

/// A sentence behind a dateline opens a story, also where the byline stands below it: "OSLO, June 30 (Reuters) - The ...".
fn is_opening(paragraph: &Paragraph) -> bool {
    paragraph.last == '.' && run_in::dateline_length(paragraph).is_some_and(|length| length < paragraph.text.len())
}

/// "The court has struck down the levy, dealing a blow to the minister.": a caption above the story tells what is seen.
fn tells_news(paragraph: &Paragraph) -> bool {
    const NEAR: usize = 10;
    let is_perfect = |at: usize| matches!(paragraph.lower(at), "has" | "have");
    paragraph.last == '.' && paragraph.count >= LONG && (0..NEAR).any(is_perfect)
}

const fn is_of_page(kind: BlockKind) -> bool {
    matches!(kind, Boilerplate | Caption | Credit | Related)
}

/// Whether times stand above several paragraphs, as in a live blog.
pub(super) fn live_times(paragraphs: &[Paragraph]) -> bool {
    const FEWEST: usize = 3;
    paragraphs.iter().filter(|paragraph| is_time(paragraph)).count() >= FEWEST
}

/// "20:14 BST", "1 hour ago": no date, and no label as in "Updated 3:15 p.m."
pub(super) fn is_time(paragraph: &Paragraph) -> bool {
    paragraph.only_date && paragraph.date.is_none() && paragraph.lower(0).starts_with(|c: char| c.is_ascii_digit())
}
