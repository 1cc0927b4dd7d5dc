//! Phrases that say what a paragraph is for; the list is `tools/train/lists/paragraphs/boilerplate.txt`.

use super::{paragraph::Paragraph, words::Word};
use crate::{
    model::{PHRASE_START, ParagraphClass, ParagraphWords, phrase_step},
    report::BlockKind,
};

/// The kind of block that the phrases of a paragraph make it: that of the first group in the list that applies.
pub(super) fn kind(paragraph: &Paragraph, words: &ParagraphWords) -> Option<BlockKind> {
    let first = paragraph.words.iter().position(|word| !word.lower.is_empty()).unwrap_or(0);
    let opening = groups_at(paragraph, first, words);
    let may_open = |word: &Word| word.is(ParagraphClass::Prefix) || word.classes.groups() != 0;
    let starts = paragraph.words.iter().enumerate().filter(|(_, word)| may_open(word));
    let inside = starts.fold(0, |groups, (at, _)| groups | groups_at(paragraph, at, words));
    if opening | inside == 0 {
        return None;
    }
    let told = is_told(paragraph);
    let applies = words.groups().find(|(bit, group)| {
        let found = if group.inside { inside } else { opening };
        let weak =
            !group.inside && matches!(group.kind, BlockKind::Boilerplate | BlockKind::Credit | BlockKind::Related);
        found & bit != 0 && !(weak && told) && paragraph.count <= usize::from(group.most_words)
    });
    applies.map(|(_, group)| group.kind)
}

/// Whether a paragraph is one phrase of the list and nothing else.
pub(super) fn is_all(paragraph: &Paragraph, words: &ParagraphWords) -> bool {
    words.classes(paragraph.phrase()).groups() != 0
}

/// "Share prices of its rivals fell, too.": a sentence that tells something, whatever it opens with, and does not turn to
/// the reader.
fn is_told(paragraph: &Paragraph) -> bool {
    const FEWEST: usize = 6;
    let reader =
        |word: &Word| matches!(&*word.lower, "you" | "your" | "us" | "our" | "me" | "here" | "please" | "newsletter");
    let labelled = paragraph.words.iter().take(4).any(|word| paragraph.raw(word).ends_with([':', '|']));
    let plain = paragraph.ends_sentence() && paragraph.count >= FEWEST && !paragraph.address && !labelled;
    plain && (paragraph.says() || !paragraph.words.iter().any(reader))
}

/// The groups of all phrases that begin with word `at`, a bit for each.
fn groups_at(paragraph: &Paragraph, at: usize, words: &ParagraphWords) -> u32 {
    let (mut hash, mut groups) = (PHRASE_START, 0);
    for (number, word) in paragraph.words.get(at..).unwrap_or_default().iter().enumerate() {
        hash = phrase_step(hash, word.hash);
        let classes = if number == 0 { word.classes } else { words.classes(hash) };
        groups |= classes.groups();
        if !classes.has(ParagraphClass::Prefix) {
            break;
        }
    }
    groups
}
