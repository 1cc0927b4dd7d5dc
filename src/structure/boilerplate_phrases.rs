//! Phrases that say what a paragraph is for; the list is `tools/train/lists/paragraphs/boilerplate.txt`.

use super::paragraph::Paragraph;
use crate::{
    model::{PHRASE_START, ParagraphClass, ParagraphWords, phrase_step},
    report::BlockKind,
};

/// The kind of block that the phrases of a paragraph make it: that of the first group in the list that applies.
pub(super) fn kind(paragraph: &Paragraph, words: &ParagraphWords) -> Option<BlockKind> {
    let first = paragraph.words.iter().position(|word| !word.lower.is_empty()).unwrap_or(0);
    let opening = groups_at(paragraph, first, words);
    let inside = (0..paragraph.words.len()).fold(0, |groups, at| groups | groups_at(paragraph, at, words));
    let applies = words.groups().find(|(bit, group)| {
        let found = if group.inside { inside } else { opening };
        found & bit != 0 && paragraph.count <= usize::from(group.most_words)
    });
    applies.map(|(_, group)| group.kind)
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
