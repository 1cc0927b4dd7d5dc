//! Results: lines such as "Freiburg 2 Augsburg 0", "Ireland 31-17 Australia" or "1. Elias Sandgren (Sweden), +3.1".
//! They look like what surrounds a story, and belong to it.

use super::{paragraph::Paragraph, words::Word};
use crate::report::BlockKind;

/// One such line may be a headline of another story.
const FEWEST: usize = 2;
/// The longest line that is a result, in words.
const LONGEST: usize = 14;
/// The longest title above results, in words.
const LONGEST_TITLE: usize = 4;

/// Makes lists of runs of results, and a heading of a short title above them.
pub(super) fn mark(paragraphs: &[Paragraph], kinds: &mut [BlockKind]) {
    let may_be = |at: usize, kinds: &[BlockKind]| is_taken_for_surroundings(kinds[at]) && is_result(&paragraphs[at]);
    let mut at = 0;
    while at < paragraphs.len() {
        let end = (at..paragraphs.len()).find(|&line| !may_be(line, kinds)).unwrap_or(paragraphs.len());
        if end - at >= FEWEST {
            kinds[at..end].fill(BlockKind::List);
            if let Some(title) = at.checked_sub(1).filter(|&title| is_title(&paragraphs[title], kinds[title])) {
                kinds[title] = BlockKind::Heading;
            }
        }
        at = end + 1;
    }
}

fn is_taken_for_surroundings(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Boilerplate | BlockKind::Related | BlockKind::Heading | BlockKind::List)
}

/// A short line without a full stop, with a score, two numbers, or a rank and a time.
fn is_result(paragraph: &Paragraph) -> bool {
    let Some(first) = paragraph.words.first() else { return false };
    let ranked = is_rank(paragraph.raw(first));
    let counts = paragraph.words.iter().filter(|word| is_count(word)).count();
    let score = paragraph.words.iter().skip(1).any(|word| word.is_score);
    let plain = paragraph.hint.is_none() && !paragraph.ends_sentence() && !paragraph.only_date && !paragraph.address;
    plain
        && (first.capital || ranked)
        && (2..=LONGEST).contains(&paragraph.count)
        && (score || counts >= 2 || ranked && has_time(paragraph))
}

/// "1." to "99."
fn is_rank(word: &str) -> bool {
    word.strip_suffix(['.', ')']).is_some_and(|number| number.len() <= 2 && is_number(number))
}

/// "2", "118": no year.
fn is_count(word: &Word) -> bool {
    word.lower.len() <= 3 && is_number(&word.lower)
}

/// "1hr 24min", "+3.1": how long somebody took, or how much longer.
fn has_time(paragraph: &Paragraph) -> bool {
    paragraph.words.iter().skip(1).any(|word| word.lower.starts_with(|c: char| c.is_ascii_digit()))
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// "Weekend results", "Scores": words alone, not yet known for something else.
fn is_title(paragraph: &Paragraph, kind: BlockKind) -> bool {
    let kind_fits = matches!(kind, BlockKind::Boilerplate | BlockKind::Related | BlockKind::Body);
    let wordy = paragraph.words.iter().all(|word| !word.lower.contains(|c: char| c.is_ascii_digit()));
    paragraph.hint.is_none() && kind_fits && wordy && paragraph.count <= LONGEST_TITLE && !paragraph.ends_sentence()
}
