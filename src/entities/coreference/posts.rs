//! What somebody does where several people do different things: on the pitch, in court. Words for one post may stand for each
//! other ("the manager", "the boss"; "the player", "the striker"); nobody holds two posts of one field.

use crate::{
    entities::syntax::Syntax,
    model::{ValueKind, hash_lower},
};

/// A post, and the field in which it is one of several.
#[derive(Clone, Copy, Debug)]
pub(super) struct Post {
    field: u32,
    post: u32,
    /// What only some of those do who hold the post: players keep the goal or attack.
    variety: Option<u32>,
}

impl Post {
    /// Whether whoever holds this post does not hold the other one.
    pub(super) fn excludes(self, other: Post) -> bool {
        self.field == other.field && !self.may_be(other)
    }

    /// Whether it is one of a court or of the police, to which the others of a story hardly belong but as those accused.
    pub(super) fn is_of_law(self) -> bool {
        let is = |hash, words: [&str; 2]| words.iter().any(|word| hash == hash_lower(word));
        is(self.field, ["court", "police"]) && !is(self.post, ["accused", "suspect"])
    }

    /// Whether the words for this post and for the other one may stand for each other.
    pub(super) fn may_be(self, other: Post) -> bool {
        let differs = self.variety.zip(other.variety).is_some_and(|(one, other)| one != other);
        self.field == other.field && self.post == other.post && !differs
    }
}

/// The post that a word tells.
pub(super) fn of(syntax: &Syntax, token: usize) -> Option<Post> {
    let value = syntax.values.get(ValueKind::Post, syntax.reading.tokens.form(token).lower)?;
    let mut parts = value.split(' ').map(hash_lower);
    Some(Post { field: parts.next()?, post: parts.next()?, variety: parts.next() })
}
