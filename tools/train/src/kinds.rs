//! The kinds of names and of blocks, under the labels that corpora write.

use nutgraf::{BlockKind, EntityKind, training::names::KINDS};

/// The labels of names in corpora and the kind that each means; the first label of a kind is the one written here.
const NAMES: [(&str, EntityKind); 9] = [
    ("PER", EntityKind::Person),
    ("ORG", EntityKind::Organisation),
    ("LOC", EntityKind::Place),
    ("GPE", EntityKind::Place),
    ("FAC", EntityKind::Place),
    ("NORP", EntityKind::Group),
    ("EVENT", EntityKind::Event),
    ("WORK", EntityKind::Work),
    ("PRODUCT", EntityKind::Product),
];

/// The letters that stand for labels in the files kept with the trainer.
const LETTERS: [(&str, &str); 8] = [
    ("P", "PER"),
    ("O", "ORG"),
    ("L", "LOC"),
    ("N", "NORP"),
    ("E", "EVENT"),
    ("W", "WORK"),
    ("D", "PRODUCT"),
    ("T", "PRODUCT"),
];

/// The label of names whose kind a corpus does not say.
pub(crate) const MISCELLANEOUS: &str = "MISC";

/// The kinds of blocks in gold documents and what the reader calls them.
const BLOCKS: [(&str, BlockKind); 22] = [
    ("headline", BlockKind::Headline),
    ("deck", BlockKind::Deck),
    ("byline", BlockKind::Byline),
    ("date", BlockKind::Date),
    ("dateline_only", BlockKind::Dateline),
    ("heading", BlockKind::Heading),
    ("body", BlockKind::Body),
    ("quoteblock", BlockKind::Quote),
    ("listitem", BlockKind::List),
    ("caption", BlockKind::Caption),
    ("credit", BlockKind::Credit),
    ("editors_note", BlockKind::Note),
    ("correction", BlockKind::Note),
    ("disclaimer", BlockKind::Disclaimer),
    ("ai_notice", BlockKind::AiNotice),
    ("related", BlockKind::Related),
    ("signup", BlockKind::Boilerplate),
    ("social", BlockKind::Boilerplate),
    ("nav", BlockKind::Boilerplate),
    ("copyright", BlockKind::Boilerplate),
    ("contact", BlockKind::Boilerplate),
    ("other", BlockKind::Boilerplate),
];

/// The kind of name that a label means.
pub(crate) fn of_name(label: &str) -> Option<EntityKind> {
    value(&NAMES, label)
}

/// The label that a letter stands for.
pub(crate) fn label(letter: &str) -> Option<&'static str> {
    value(&LETTERS, letter)
}

/// The kind of block that gold documents write so.
pub(crate) fn of_block(name: &str) -> Option<BlockKind> {
    value(&BLOCKS, name)
}

/// The number of a kind among those of the tagger; kinds that it does not know have none.
pub(crate) fn number(kind: EntityKind) -> Option<usize> {
    KINDS.iter().position(|&other| other == kind)
}

fn value<V: Copy>(table: &[(&str, V)], key: &str) -> Option<V> {
    table.iter().find(|(other, _)| *other == key).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_the_tagger_has_a_label() {
        for kind in KINDS {
            assert!(NAMES.iter().any(|(_, other)| *other == kind), "{kind:?}");
        }
        assert!(NAMES.iter().all(|(_, kind)| number(*kind).is_some()));
    }

    #[test]
    fn every_letter_stands_for_a_label() {
        assert!(LETTERS.iter().all(|(_, label)| of_name(label).is_some()));
        assert_eq!((label("X"), of_name(MISCELLANEOUS), of_block("story")), (None, None, None));
    }
}
