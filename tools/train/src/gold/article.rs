//! What a marked article holds. All places are half open and count code points.

use serde::Serialize;

/// A marked article, read.
#[derive(Default)]
pub(super) struct Article {
    pub(super) text: Vec<char>,
    pub(super) blocks: Vec<Stretch>,
    pub(super) leads: Vec<Stretch>,
    pub(super) mentions: Vec<Mention>,
    pub(super) reports: Vec<Report>,
    pub(super) dates: Vec<(usize, usize, String)>,
    pub(super) published: Option<String>,
    pub(super) summary: String,
    pub(super) key: String,
}

pub(super) struct Mention {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: String,
    /// Numbers what the article speaks of.
    pub(super) entity: u32,
}

pub(super) struct Report {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: String,
    pub(super) group: Option<char>,
    /// `@` and the number of an entity, the words of an unnamed speaker, or `?`.
    pub(super) who: String,
}

#[derive(Serialize)]
pub(super) struct Stretch {
    pub(super) kind: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The form of a mention, by its kind in the marks.
pub(super) fn form(kind: &str) -> &'static str {
    match kind {
        "PRO" => "pronoun",
        "DESC" => "description",
        _ => "name",
    }
}
