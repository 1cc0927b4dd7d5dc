//! The labels of the tagger: outside of names, or at the beginning or inside of a name of some kind.

use crate::{model::STATES, report::EntityKind};

/// The kinds of names, in the order of their labels.
pub const KINDS: [EntityKind; 7] = [
    EntityKind::Person,
    EntityKind::Organisation,
    EntityKind::Place,
    EntityKind::Group,
    EntityKind::Event,
    EntityKind::Work,
    EntityKind::Product,
];

/// How many labels there are.
pub const LABELS: usize = 1 + 2 * KINDS.len();
const _: () = assert!(LABELS <= STATES);

/// The label of words outside of names.
pub const OUTSIDE: usize = 0;

/// The label of the first word of a name of the `kind`-th kind.
pub const fn begin(kind: usize) -> usize {
    1 + 2 * kind
}

/// The label of the other words of such a name.
pub const fn inside(kind: usize) -> usize {
    2 + 2 * kind
}

/// Whether a label continues a name.
pub const fn is_inside(label: usize) -> bool {
    label != OUTSIDE && label.is_multiple_of(2)
}

/// The kind of name that a label is part of.
pub(super) fn kind(label: usize) -> Option<EntityKind> {
    KINDS.get(label.checked_sub(1)? / 2).copied()
}

/// Whether `next` may follow `label`: a name goes on only where one of its kind has begun.
#[cfg(any(test, feature = "training"))]
pub const fn may_follow(label: usize, next: usize) -> bool {
    !is_inside(next) || label == next || label + 1 == next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_go_by_pairs() {
        for (at, expected) in KINDS.into_iter().enumerate() {
            assert_eq!((kind(begin(at)), kind(inside(at))), (Some(expected), Some(expected)));
            assert!(is_inside(inside(at)) && !is_inside(begin(at)));
            assert!(may_follow(begin(at), inside(at)) && may_follow(inside(at), inside(at)));
            assert!(!may_follow(OUTSIDE, inside(at)));
        }
        assert_eq!((kind(OUTSIDE), LABELS), (None, 15));
        assert!(!may_follow(begin(0), inside(1)) && !may_follow(inside(0), inside(1)));
    }
}
