//! Places in a text.

use serde::Serialize;

/// A half-open range `start..end` of a text.
///
/// In Rust the unit is the UTF-8 byte and both ends lie on character boundaries, so `&text[span.range()]` is what was
/// found, until [`Report::with_offsets`](crate::Report::with_offsets) turns a whole report into other
/// [`Units`](crate::Units) at once. In JavaScript it is the UTF-16 code unit: `text.slice(start, end)` is what was found.
///
/// ```
/// use nutgraf::Span;
/// let text = "Ana Lowe said no.";
/// assert_eq!(Span::new(4, 8).of(text), "Lowe");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// The first offset inside.
    pub start: u32,
    /// The first offset after `start` that is not inside.
    pub end: u32,
}

impl Span {
    /// A span from `start` up to, not including, `end`.
    pub const fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// The span as a range for slicing.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of `text` at this span.
    ///
    /// # Panics
    /// If the span was not made for this text, or is no longer in bytes.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// How many units long it is.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether there is nothing inside.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether all of `other` lies inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one unit.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The span without white space at its edges.
    pub(crate) fn trimmed(self, text: &str) -> Span {
        let inside = self.of(text);
        let start = self.start + (inside.len() - inside.trim_start().len()) as u32;
        Span::new(start, start + inside.trim().len() as u32)
    }
}
