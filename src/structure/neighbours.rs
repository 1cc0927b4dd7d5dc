//! What a paragraph is by what stands beside it, whatever the weights made of it: prose between no other items is no item,
//! a line that names nobody is no byline, a sentence above a credit is a caption.

use super::{byline, paragraph::Paragraph, ruled_out};
use crate::{
    model::{Gazetteer, ParagraphWords},
    report::BlockKind::{self, *},
};

/// Corrects the kinds of paragraphs that do not fit what stands beside them.
pub(super) fn mark(paragraphs: &[Paragraph], kinds: &mut [BlockKind], lists: &ParagraphWords) {
    mark_prose_among_items(paragraphs, kinds);
    mark_place_above(paragraphs, kinds, lists);
    mark_announcing_deck(paragraphs, kinds);
    mark_title_among_bylines(paragraphs, kinds, lists);
    mark_credits(paragraphs, kinds, lists);
}

/// Prose without the mark of an item is one only among others or behind a colon; in a live blog it never is, and the line
/// below a time is the heading of its entry.
fn mark_prose_among_items(paragraphs: &[Paragraph], kinds: &mut [BlockKind]) {
    let live = ruled_out::live_times(paragraphs);
    let mut told = false;
    for at in 0..paragraphs.len() {
        let paragraph = &paragraphs[at];
        told |= kinds[at] == Body;
        if kinds[at] != List || paragraph.item || paragraph.hint.is_some() {
            continue;
        }
        let before = at.checked_sub(1);
        let is_told = |at: usize| kinds.get(at).is_some_and(|kind| kind.is_story());
        let is_list = |at: usize| kinds.get(at) == Some(&List);
        let among = is_list(at + 1) || before.is_some_and(|before| is_list(before) || paragraphs[before].last == ':');
        let prose = paragraph.is_prose() && paragraph.last == '.';
        let timed = || before.is_some_and(|before| ruled_out::is_time(&paragraphs[before]));
        kinds[at] = match () {
            () if prose && (live || !among) && (told || is_told(at + 1)) => Body,
            () if prose && (live || !among) => Deck,
            () if live && !prose && timed() => Heading,
            () => List,
        };
    }
}

/// "Rockhampton", above the first sentence: where it was written.
fn mark_place_above(paragraphs: &[Paragraph], kinds: &mut [BlockKind], lists: &ParagraphWords) {
    let [first, second, ..] = paragraphs else { return };
    let is_title = first.hint.is_none() && matches!(kinds[0], Headline | Boilerplate | Heading);
    let is_place = || {
        [Gazetteer::City, Gazetteer::State, Gazetteer::Country]
            .iter()
            .any(|&list| lists.facts(first.phrase()).is_in(list))
    };
    if is_title && second.is_prose() && is_place() {
        kinds[0] = Dateline;
    }
}

/// "The paper names three aims:", above a list: a paragraph of the story.
fn mark_announcing_deck(paragraphs: &[Paragraph], kinds: &mut [BlockKind]) {
    const FEWEST: usize = 8;
    for at in 0..paragraphs.len().saturating_sub(1) {
        let announces = paragraphs[at].last == ':' && paragraphs[at].count >= FEWEST && paragraphs[at + 1].item;
        if kinds[at] == Deck && paragraphs[at].hint.is_none() && announces {
            kinds[at] = Body;
        }
    }
}

/// Without a headline, the first longer line that was taken for a byline but reads as none is the headline; other such lines
/// above lists and below times are headings.
fn mark_title_among_bylines(paragraphs: &[Paragraph], kinds: &mut [BlockKind], lists: &ParagraphWords) {
    const SHORTEST_TITLE: usize = 4;
    let Some(first) = kinds.iter().position(|kind| kind.is_story()) else { return };
    let mut titled = kinds.contains(&Headline);
    for at in 0..first {
        let paragraph = &paragraphs[at];
        let wrong = kinds[at] == Byline && paragraph.hint.is_none() && !byline::read(paragraph, lists).is_any();
        if wrong && !titled && paragraph.count >= SHORTEST_TITLE {
            kinds[at] = Headline;
            titled = true;
        } else if wrong && (kinds[at + 1] == List || at > 0 && ruled_out::is_time(&paragraphs[at - 1])) {
            kinds[at] = Heading;
        }
    }
}

/// "Bo Reed for The Courier", "Cy Tan / Harlow Council" inside a story whose writers are named above, or between its
/// paragraphs: a credit, and what stands above it is the caption.
fn mark_credits(paragraphs: &[Paragraph], kinds: &mut [BlockKind], lists: &ParagraphWords) {
    let last = kinds.iter().rposition(|kind| *kind == Body).unwrap_or(0);
    let (mut signed, mut labelled) = (false, false);
    let mut told = false;
    for at in 0..last {
        let reading =
            (paragraphs[at].hint.is_none() && !kinds[at].is_story()).then(|| byline::read(&paragraphs[at], lists));
        let credits = reading.as_ref().is_some_and(|byline| byline.is_credit(&paragraphs[at]));
        let above = at.checked_sub(1).filter(|&above| is_caption(&paragraphs[above], kinds[above]));
        if let Some(above) = above.filter(|_| credits && (labelled || told)) {
            (kinds[above], kinds[at]) = (Caption, Credit);
        }
        // "The tower had stood since 1911", between a credit and the story.
        let below_credit = at > 0 && kinds[at - 1] == Credit && paragraphs[at].hint.is_none();
        if signed && below_credit && kinds[at] == Headline {
            kinds[at] = Caption;
        }
        signed |= kinds[at] == Byline;
        labelled |= reading.is_some_and(|byline| byline.labelled);
        told |= kinds[at] == Body;
    }
}

/// Whether a paragraph above a credit is what stands below the picture.
fn is_caption(paragraph: &Paragraph, kind: BlockKind) -> bool {
    const LONGEST: usize = 45;
    let told = || paragraph.says() || paragraph.begins_with_quote();
    let open = paragraph.hint.is_none() && matches!(kind, Body | Heading | Deck | Caption | List);
    open && paragraph.count <= LONGEST && !told() && !paragraph.item
}
