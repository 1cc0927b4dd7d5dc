//! What somebody does where several people do different things: on the pitch, in court. Words for one post may stand for each
//! other ("the manager", "the boss"); nobody holds two posts of one field.

use crate::{
    entities::syntax::Syntax,
    model::{ValueKind, hash_lower},
};

/// A post, and the field in which it is one of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Post {
    field: u32,
    post: u32,
}

impl Post {
    /// Whether whoever holds this post does not hold the other one.
    pub(super) fn excludes(self, other: Post) -> bool {
        self.field == other.field && self.post != other.post
    }
}

/// The post that a word tells.
pub(super) fn of(syntax: &Syntax, token: usize) -> Option<Post> {
    let reading = syntax.reading;
    let value = reading.model.values().get(ValueKind::Post, reading.tokens.form(token).lower)?;
    let (field, post) = value.split_once(' ')?;
    Some(Post { field: hash_lower(field), post: hash_lower(post) })
}
