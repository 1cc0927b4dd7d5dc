//! Which paragraphs of an article are bylines, by their own words and by what stands around them.

use super::{byline, byline_facts::Byline, paragraph::Paragraph};
use crate::{
    model::{ParagraphClass, ParagraphWords},
    report::BlockKind::{self, *},
    text::chars::is_dash,
};

/// Bylines that were taken for something else: above the story by their own words, right below it after a dash.
pub(super) fn mark(paragraphs: &[Paragraph], kinds: &mut [BlockKind], lists: &ParagraphWords) {
    let Some(first) = kinds.iter().position(|kind| *kind == Body) else { return };
    let last = kinds.iter().rposition(|kind| *kind == Body).unwrap_or(first);
    mark_above(&paragraphs[..first], kinds, lists);
    mark_divided(&paragraphs[..last], kinds, first, lists);
    mark_below(paragraphs, kinds, last, lists);
}

fn mark_above(paragraphs: &[Paragraph], kinds: &mut [BlockKind], lists: &ParagraphWords) {
    for (at, (paragraph, kind)) in paragraphs.iter().zip(kinds).enumerate() {
        if paragraph.hint.is_none()
            && matches!(kind, Boilerplate | BlockKind::Byline | Caption | Credit | Deck | Heading | List)
        {
            *kind = kind_above(paragraph, byline::read(paragraph, lists), *kind, at);
        }
    }
}

/// What a paragraph above the story is, as it reads as a byline.
fn kind_above(paragraph: &Paragraph, byline: &Byline, kind: BlockKind, at: usize) -> BlockKind {
    /// Words in small letters from which on a line without a name tells something.
    const FEWEST: usize = 3;
    let picture = matches!(kind, Caption | Credit);
    let tells = byline.names.is_empty() && paragraph.lowers >= FEWEST && paragraph.lowers * 2 > paragraph.count;
    match kind {
        Credit if byline.placed && !byline.doubtful => BlockKind::Byline,
        _ if byline.labelled || !picture && (byline.signed || byline.placed && at > 0) => BlockKind::Byline,
        BlockKind::Byline if tells => Deck,
        kind => kind,
    }
}

/// Bylines on two lines: a label and the names, or a name and its post. `first` is the first paragraph of the story.
fn mark_divided(paragraphs: &[Paragraph], kinds: &mut [BlockKind], first: usize, lists: &ParagraphWords) {
    /// How many paragraphs after the opening of the story a label may stand: a standfirst may be a sentence.
    const LATEST: usize = 2;
    let top = paragraphs.len().min(first + LATEST + 1);
    for (at, pair) in paragraphs[..top].windows(2).enumerate() {
        if pair.iter().any(|paragraph| paragraph.hint.is_some()) || kinds[at..at + 2].contains(&Headline) {
            continue;
        }
        let [upper, lower] = [&pair[0], &pair[1]].map(|paragraph| byline::read(paragraph, lists));
        let labelled = upper.label_only && lower.alone;
        let posted = at + 1 < first && at > 0 && upper.alone && !upper.doubtful && lower.post_only;
        if labelled || posted {
            kinds[at] = BlockKind::Byline;
        }
        if labelled || posted && !names_outlet(&pair[1]) {
            kinds[at + 1] = BlockKind::Byline;
        }
    }
}

/// "The Courier", "Reuters": where the story comes from, not what its writer is.
fn names_outlet(paragraph: &Paragraph) -> bool {
    paragraph.date.is_some()
        || paragraph.words.iter().any(|word| word.is(ParagraphClass::Outlet) || word.is(ParagraphClass::Agency))
}

/// "— Ana Lowe"; below quoted words it is who said them.
fn mark_below(paragraphs: &[Paragraph], kinds: &mut [BlockKind], last: usize, lists: &ParagraphWords) {
    for at in last..paragraphs.len().min(last + 2) {
        let paragraph = &paragraphs[at];
        let below_quotation = at.checked_sub(1).is_none_or(|before| paragraphs[before].begins_with_quote());
        let signs = paragraph.text.starts_with(is_dash) && paragraph.hint.is_none() && !below_quotation;
        if signs && byline::read(paragraph, lists).placed {
            kinds[at] = BlockKind::Byline;
        }
    }
}
