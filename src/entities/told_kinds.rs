//! What the text says that a name is, against what it was taken for: "Veltrix, a chip maker from Haifa," is no person,
//! and "Lorn, 43, a baker" no company.

use super::{
    merge::{self, Cluster},
    names::NameTable,
    syntax::Syntax,
};
use crate::{mentions::Mention, model::Class, report::EntityKind, tokens::Tag};
use std::ops::Range;

/// Gives names the kind that an apposition or a predicate of one of their mentions tells.
pub(super) fn mark(syntax: &Syntax, mentions: &[Mention], names: &NameTable, clusters: &mut [Cluster]) {
    for cluster in clusters.iter_mut().filter(|cluster| cluster.kind.is_none()) {
        let kind = merge::kind(cluster, names);
        let other = match kind {
            EntityKind::Person | EntityKind::Work | EntityKind::Product => EntityKind::Organisation,
            EntityKind::Organisation => EntityKind::Person,
            _ => continue,
        };
        let told = cluster.mentions.iter().filter_map(|member| {
            let mention = &mentions[member.mention.index()];
            told(syntax, &mention.tokens, kind)
        });
        let (mut mine, mut others) = (0, 0);
        told.for_each(|kind| if kind == other { others += 1 } else { mine += 1 });
        if others > mine {
            cluster.kind = Some(other);
        }
    }
}

/// The kind of the noun that says what a name stands for.
fn told(syntax: &Syntax, name: &Range<usize>, kind: EntityKind) -> Option<EntityKind> {
    let word = |at: usize| if syntax.tag(at, name.start).is_some() { syntax.word(at) } else { "" };
    let start = match word(name.end) {
        "," if is_age(word(name.end + 1)) && matches!(word(name.end + 2), "," | ".") => {
            return (kind == EntityKind::Organisation && name.len() <= 3).then_some(EntityKind::Person);
        }
        "," | "is" | "was" => name.end + 1,
        _ => return None,
    };
    // With "the" it may be the next item of a list.
    if !matches!(word(start), "a" | "an") {
        return None;
    }
    let head = head(syntax, start, name.start)?;
    match (syntax.has(head, Class::OrgNoun), syntax.has(head, Class::PersonNoun)) {
        (true, false) => Some(EntityKind::Organisation),
        (false, true) => Some(EntityKind::Person),
        _ => None,
    }
}

fn is_age(word: &str) -> bool {
    word.len() == 2 && word.parse::<u8>().is_ok()
}

/// The last noun of the phrase that an article opens: of "a chip maker from Haifa" the "maker".
fn head(syntax: &Syntax, article: usize, near: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let part = |t: &usize| match syntax.tag(*t, near) {
        Some(tag) if tag.is_noun() => true,
        Some(Tag::Adjective | Tag::Number | Tag::PossessiveMark | Tag::Adverb) => true,
        Some(_) => matches!(syntax.word(*t), "-" | "$" | "%" | "."),
        None => false,
    };
    let last = (article + 1..article + LONGEST).take_while(part).last()?;
    syntax.reading.tokens.tag(last).is_noun().then_some(last)
}
