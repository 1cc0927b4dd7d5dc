//! Which paragraphs of an article are bylines, by their own words and by what stands around them.

use super::{byline::read, paragraph::Paragraph};
use crate::{model::ParagraphWords, report::BlockKind, text::chars::is_dash};

/// Bylines that were taken for something else: above the story by their own words, right below it after a dash.
pub(super) fn mark(paragraphs: &[Paragraph], kinds: &mut [BlockKind], lists: &ParagraphWords) {
    use BlockKind::{Body, Boilerplate, Byline, Caption, Credit, Deck, Heading, List};
    /// Words in small letters from which on a line without a name tells something.
    const FEWEST: usize = 3;
    let Some(first) = kinds.iter().position(|kind| *kind == Body) else { return };
    let last = kinds.iter().rposition(|kind| *kind == Body).unwrap_or(first);
    for at in 0..first {
        let paragraph = &paragraphs[at];
        if paragraph.hint.is_some()
            || !matches!(kinds[at], Boilerplate | Byline | Caption | Credit | Deck | Heading | List)
        {
            continue;
        }
        let byline = read(paragraph, lists);
        let picture = matches!(kinds[at], Caption | Credit);
        kinds[at] = match kinds[at] {
            Credit if byline.placed && !byline.doubtful => Byline,
            _ if byline.labelled || !picture && (byline.signed || byline.placed && at > 0) => Byline,
            Byline
                if byline.names.is_empty() && paragraph.lowers >= FEWEST && paragraph.lowers * 2 > paragraph.count =>
            {
                Deck
            }
            kind => kind,
        };
    }
    // "— Ana Lowe"; below quoted words it is who said them.
    for at in last..paragraphs.len().min(last + 2) {
        let paragraph = &paragraphs[at];
        let below_quotation = at.checked_sub(1).is_none_or(|before| paragraphs[before].begins_with_quote());
        let signs = paragraph.text.starts_with(is_dash) && paragraph.hint.is_none() && !below_quotation;
        if signs && read(paragraph, lists).placed {
            kinds[at] = Byline;
        }
    }
}
