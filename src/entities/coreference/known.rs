//! What is known of a cluster before the text is read.

use super::{
    nations,
    posts::{self, Post},
};
use crate::{
    entities::{
        merge::{Cluster, Genders},
        names::{MentionId, NameTable},
        roles::{self, Role, Roles},
        syntax::Syntax,
    },
    mentions::Mention,
    model::Classes,
    report::EntityKind,
    tokens::Tag,
};
use std::ops::Range;

/// How far behind a name its sentence may tell how to speak of whoever has it.
const LONGEST_ASIDE: usize = 12;
/// How far "pronouns" may stand behind "they": "they/them pronouns".
const NEAR_PRONOUN: usize = 5;

/// What is known of a cluster before the text is read.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) kind: EntityKind,
    /// How often it is named.
    pub(super) named: usize,
    pub(super) gender: Genders,
    /// The words of its roles and names.
    pub(super) words: Vec<u32>,
    /// What the text says that it is.
    pub(super) roles: Vec<Range<usize>>,
    /// How many years old the text says it is.
    pub(super) age: Option<u8>,
    /// The classes of the words of its names, all together.
    pub(super) classes: Classes,
    /// The classes of the nouns that its roles come down to.
    pub(super) sorts: Classes,
    /// The posts that its roles tell.
    pub(super) posts: Vec<Post>,
    /// The countries that it is said to be from, by their numbers among the known names.
    pub(super) nations: Vec<u16>,
    /// Whether "they" is said of this one person.
    pub(super) is_they: bool,
}

impl Known {
    pub(super) fn of(
        syntax: &Syntax,
        mentions: &[Mention],
        names: &NameTable,
        roles: &Roles,
        cluster: &Cluster,
    ) -> Known {
        const MOST: usize = 40;
        let is_read = |m: &MentionId| syntax.block_kind(mentions[m.index()].tokens.start).is_read();
        let read: Vec<MentionId> = cluster.mentions.iter().map(|m| m.mention).filter(is_read).collect();
        let ids = read.iter().copied();
        let named = ids.clone().map(|m| &mentions[m.index()]);
        let told_roles: Vec<&Role> = ids.clone().flat_map(|m| roles.all_beside(m)).collect();
        let of_heads =
            told_roles.iter().filter_map(|role| head(syntax, role)).map(|t| syntax.reading.tokens.classes(t).0);
        let sorts = Classes(of_heads.fold(0, |all, classes| all | classes));
        let of_roles: Vec<usize> = told_roles.iter().flat_map(|role| role.tokens.clone()).collect();
        let roles_told = told_roles.iter().map(|role| role.tokens.clone()).collect();
        let posts = of_roles.iter().filter_map(|&t| posts::of(syntax, t)).collect();
        let tokens = of_roles.into_iter().chain(named.clone().flat_map(|m| m.tokens.clone())).take(MOST);
        let mut words: Vec<_> = tokens.map(|t| syntax.reading.tokens.form(t).lower).collect();
        let of_names =
            named.clone().flat_map(|m| m.tokens.clone()).take(MOST).map(|t| syntax.reading.tokens.classes(t).0);
        let classes = Classes(of_names.fold(0, |all, classes| all | classes));
        let told = || ids.clone().filter_map(|m| roles.beside(m)).find_map(|role| roles::gender(syntax, role));
        let named_so = || named.clone().find_map(|m| roles::gender_of_naming(syntax, m));
        let Genders { told: titled, listed } = cluster.gender;
        let age = named.clone().find_map(|m| roles::age(syntax, m));
        let kind = cluster.kind;
        let is_person = kind == EntityKind::Person;
        let people = || cluster.mentions.iter().filter(|_| is_person).map(|m| m.mention);
        let nations = people().flat_map(|mention| nations::of(syntax, mentions, names, roles, mention)).collect();
        let is_they = named.clone().filter(|_| is_person).any(|m| tells_they(syntax, m));
        words.sort_unstable();
        words.dedup();
        Known {
            kind,
            named: read.len(),
            gender: Genders { told: titled.or_else(told).or_else(named_so), listed },
            words,
            roles: roles_told,
            age,
            classes,
            sorts,
            posts,
            nations,
            is_they,
        }
    }
}

/// The noun of "a Burgas trader under sanctions".
fn head(syntax: &Syntax, role: &Role) -> Option<usize> {
    let is_part =
        |&t: &usize| !matches!(syntax.reading.tokens.tag(t), Tag::Preposition | Tag::Wh) && syntax.word(t) != ",";
    role.tokens.clone().take_while(is_part).last()
}

/// "Lowe, who uses they/them pronouns,", "Lowe, a non-binary writer,": whether the sentence of a name tells that "they" is said
/// of whoever has it.
fn tells_they(syntax: &Syntax, mention: &Mention) -> bool {
    let sentence = syntax.sentence_tokens(mention.tokens.start);
    let mut behind = (mention.tokens.end..sentence.end).take(LONGEST_ASIDE);
    let is_told = |t: usize| {
        let word = syntax.word(t);
        matches!(word, "they" | "them" | "they/them")
            && (t..t + NEAR_PRONOUN).any(|t| syntax.word_at(t).starts_with("pronoun"))
            || matches!(word, "nonbinary" | "non-binary")
            || word == "non" && syntax.word_at(t + 2) == "binary"
    };
    behind.any(is_told)
}
