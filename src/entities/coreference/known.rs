//! What is known of a cluster before the text is read.

use crate::{
    entities::{
        merge::{self, Cluster, Genders},
        names::NameTable,
        roles,
        syntax::Syntax,
    },
    mentions::Mention,
    model::Classes,
    report::EntityKind,
};

/// What is known of a cluster before the text is read.
pub(super) struct Known {
    pub(super) kind: EntityKind,
    /// How often it is named.
    pub(super) named: usize,
    pub(super) gender: Genders,
    /// The words of its roles and names.
    pub(super) words: Vec<u32>,
    /// Whether the text says what it is.
    pub(super) has_role: bool,
    /// How many years old the text says it is.
    pub(super) age: Option<u8>,
    /// The classes of the words of its names, all together.
    pub(super) classes: Classes,
}

impl Known {
    pub(super) fn of(syntax: &Syntax, mentions: &[Mention], names: &NameTable, cluster: &Cluster) -> Known {
        const MOST: usize = 40;
        let named = cluster.mentions.iter().map(|m| &mentions[m.mention.index()]);
        let named = named.filter(|m| syntax.reading.block_kind(m.tokens.start).is_read());
        let roles = named.clone().filter_map(|m| roles::beside(syntax, m)).flat_map(|role| role.tokens);
        let has_role = roles.clone().next().is_some();
        let tokens = roles.chain(named.clone().flat_map(|m| m.tokens.clone())).take(MOST);
        let mut words: Vec<_> = tokens.map(|t| syntax.reading.tokens.form(t).lower).collect();
        let of_names =
            named.clone().flat_map(|m| m.tokens.clone()).take(MOST).map(|t| syntax.reading.tokens.classes(t).0);
        let classes = Classes(of_names.fold(0, |all, classes| all | classes));
        let told =
            || named.clone().filter_map(|m| roles::beside(syntax, m)).find_map(|role| roles::gender(syntax, &role));
        let Genders { told: titled, listed } = cluster.gender;
        let age = named.clone().find_map(|m| roles::age(syntax, m));
        words.sort_unstable();
        words.dedup();
        Known {
            kind: merge::kind(cluster, names),
            named: named.clone().count(),
            gender: Genders { told: titled.or_else(told), listed },
            words,
            has_role,
            age,
            classes,
        }
    }
}
