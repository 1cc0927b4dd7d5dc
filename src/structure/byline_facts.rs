//! What a line says that was read as a byline.

use crate::Span;

/// A line, read as a byline.
#[derive(Debug, Default)]
pub(super) struct Byline {
    /// The writers' names, in order.
    pub(super) names: Vec<Span>,
    /// A label says that writers are named, and nothing but a byline follows: "By Ana Lowe, Oslo".
    pub(super) labelled: bool,
    /// Names stand beside what only goes with the names of writers: "Ana Lowe | Staff Writer | June 30, 2025".
    pub(super) signed: bool,
    /// Names stand beside a place or in a line of their own with a dash, as people in captions and quotations do, too.
    pub(super) placed: bool,
    /// Names stand there and nothing that is part of no byline.
    pub(super) alone: bool,
    /// Nothing but a label of writers, whose names may stand on the next line: "By", "Author:".
    pub(super) label_only: bool,
    /// Nothing but a post or an outlet: "Games Editor".
    pub(super) post_only: bool,
    /// A slash or a dash says that it may be somebody who took a picture or said something.
    pub(super) doubtful: bool,
}

impl Byline {
    /// Whether anything of a byline was read.
    pub(super) const fn is_any(&self) -> bool {
        self.labelled || self.label_only || self.post_only || !self.names.is_empty()
    }
}
