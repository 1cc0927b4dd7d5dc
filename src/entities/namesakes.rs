//! Which of those who share a surname a bare one means: several people, or one and the firm that is named after them.

use super::{
    names::{MentionId, NameTable},
    roles::{self, Role, Roles},
    syntax::{GrammaticalRole, Syntax},
};
use crate::{mentions::Mention, model::Class, tokens::Tag};

/// Of two who share a surname.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Generation {
    Elder,
    Younger,
}

fn is_child(word: &str) -> bool {
    matches!(word, "daughter" | "son" | "grandson" | "granddaughter" | "nephew" | "niece")
}

/// A text in which surnames are shared.
pub(super) struct Namesakes<'a> {
    pub(super) syntax: &'a Syntax<'a>,
    pub(super) mentions: &'a [Mention],
    pub(super) names: &'a NameTable,
}

impl Namesakes<'_> {
    /// The full name by which the story introduces somebody shortly before a bare surname, if it is that one who is meant then:
    /// "Councillor Ana Lowe spoke next. Lowe said", "comprising Justices Kim Poe and Ana Lowe. Justice Lowe said".
    pub(super) fn introduced(&self, mention: MentionId, before: impl Iterator<Item = MentionId>) -> Option<MentionId> {
        let start = self.start(mention);
        let title = start.checked_sub(1).filter(|&t| self.is_title(t)).map(|t| self.syntax.word(t));
        let is_newer = self.generation(mention) == Some(Generation::Younger);
        let full = |&id: &MentionId| self.names.of(id).is_some_and(|name| !self.names[name].is_single());
        let last = before.filter(full).last()?;
        // In a later paragraph they go on as the one who speaks; in the same sentence a pronoun would do.
        let blocks = self.syntax.block(start) - self.syntax.block(self.start(last));
        let is_near = blocks == 0 && self.syntax.sentence(start) > self.syntax.sentence(self.start(last))
            || blocks == 1 && self.role(mention) == GrammaticalRole::Speaker;
        let is_meant = match title {
            Some(title) => self.is_titled(last, title),
            None => is_newer || self.acts(last),
        };
        (is_near && is_meant).then_some(last)
    }

    /// Whether a bare surname is that of the elder or of the younger one: "the elder Ms Lowe".
    pub(super) fn generation(&self, mention: MentionId) -> Option<Generation> {
        let start = self.start(mention);
        let title = usize::from(start > 0 && self.syntax.has(start - 1, Class::Courtesy));
        match self.syntax.word(start.checked_sub(1 + title)?) {
            "elder" | "older" | "senior" => Some(Generation::Elder),
            "younger" | "junior" => Some(Generation::Younger),
            _ => None,
        }
    }

    /// Which of two people with these mentions is the elder: by their ages, or because the text calls one a child.
    pub(super) fn elder(&self, roles: &Roles, people: [&[MentionId]; 2]) -> Option<usize> {
        let age = |of: &[MentionId]| of.iter().find_map(|m| roles::age(self.syntax, &self.mentions[m.index()]));
        if let (Some(first), Some(second)) = (age(people[0]), age(people[1])) {
            return (first != second).then_some(usize::from(second > first));
        }
        let is_child_role = |role: &Role| role.tokens.clone().any(|t| is_child(self.syntax.word(t)));
        let is_child = |of: &[MentionId]| of.iter().any(|&m| roles.beside(m).is_some_and(is_child_role));
        let children = people.map(is_child);
        (children[0] != children[1]).then_some(usize::from(children[0]))
    }

    fn start(&self, mention: MentionId) -> usize {
        self.mentions[mention.index()].tokens.start
    }

    pub(super) fn role(&self, mention: MentionId) -> GrammaticalRole {
        self.syntax.grammatical_role(&self.mentions[mention.index()].tokens)
    }

    /// "Justice", "Dr.", but not "Mr."
    fn is_title(&self, token: usize) -> bool {
        let has = |class| self.syntax.has(token, class);
        has(Class::Title) && !has(Class::Male) && !has(Class::Female)
    }

    /// Whether a title stands before a full name, or before one that it shares it with: "Justices Kim Poe and Ana Lowe".
    fn is_titled(&self, full: MentionId, title: &str) -> bool {
        const FARTHEST: usize = 8;
        let start = self.start(full);
        let is_same = |t: usize| {
            let word = self.syntax.word(t);
            word == title || word.strip_suffix('s') == Some(title)
        };
        (start.saturating_sub(FARTHEST)..start).any(is_same)
    }

    /// Whether somebody acts in a sentence, and is not only told of as a relative: "His mother, Ana Lowe, left", "Ana Lowe, his
    /// mother, left".
    fn acts(&self, full: MentionId) -> bool {
        const ASIDE: usize = 2;
        let tokens = &self.mentions[full.index()].tokens;
        let is_subject = matches!(self.role(full), GrammaticalRole::Subject | GrammaticalRole::Speaker);
        let around = self.syntax.sentence_tokens(tokens.start).start..tokens.end + ASIDE;
        let is_shared = |t: usize| {
            let tag = self.syntax.tag(t, tokens.start);
            matches!(tag, Some(Tag::Possessive | Tag::PossessiveMark | Tag::Conjunction))
        };
        is_subject && self.syntax.quotation(tokens.start) == 0 && !around.into_iter().any(is_shared)
    }
}
