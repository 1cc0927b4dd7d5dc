//! Clusters as the report lists them: in order of their first mention.

use super::{
    Entities, Place,
    merge::{Cluster, Member},
    names::{MentionId, NameId, NameTable},
    syntax::Syntax,
};
use crate::{
    mentions::Mention,
    report::{self, Entity, EntityId, Form, Link},
    sort,
    tokens::Reading,
};

/// The entities of a text and their places.
pub(super) fn assemble(
    syntax: &Syntax,
    mentions: &[Mention],
    names: &NameTable,
    mut clusters: Vec<Cluster>,
) -> Entities {
    clusters.retain(|d| !d.mentions.is_empty());
    let place_of = |m: &Member| sort::span(mentions[m.mention.index()].span);
    clusters.iter_mut().for_each(|d| sort::by_key(&mut d.mentions, place_of));
    sort::by_key(&mut clusters, |d| place_of(&d.mentions[0]));
    let (mut list, mut places) = (Vec::with_capacity(clusters.len()), Vec::with_capacity(mentions.len()));
    for (number, cluster) in clusters.iter().enumerate() {
        let id = EntityId(number as u32);
        list.push(entity(syntax, mentions, names, cluster, id));
        places.extend(cluster.mentions.iter().map(|m| place(&mentions[m.mention.index()], m.link, id)));
    }
    sort::by_key(&mut places, |p| sort::span(p.span));
    Entities::new(list, places, syntax.len())
}

fn entity(syntax: &Syntax, mentions: &[Mention], names: &NameTable, cluster: &Cluster, id: EntityId) -> Entity {
    let reading = syntax.reading;
    let first = &mentions[cluster.mentions[0].mention.index()];
    let role_span = cluster.role.as_ref().map(|role| reading.tokens.span(role.tokens.clone()));
    let mut written = written_names(reading, mentions, names, cluster);
    let name = if written.is_empty() { first.span.of(reading.text).to_owned() } else { written.remove(0) };
    Entity {
        id,
        kind: cluster.kind,
        name,
        aliases: written,
        role: role_span.map(|span| one_line(span.of(reading.text))),
        role_span,
        value: first.value.as_deref().cloned(),
        salience: 0.0,
        related: Vec::new(),
        mentions: cluster.mentions.iter().map(|m| mention(syntax, &mentions[m.mention.index()], m)).collect(),
    }
}

/// Each name as it is written first, the fullest name first; in capitals, as in a dateline, only where it is always so.
fn written_names(reading: Reading, mentions: &[Mention], names: &NameTable, cluster: &Cluster) -> Vec<String> {
    let written = |m: &MentionId| mentions[m.index()].span.of(reading.text);
    let of_name = |name: NameId| {
        let mut all = names[name].mentions.iter().map(written);
        let first = all.next()?;
        let in_capitals = !first.contains(char::is_lowercase);
        Some(one_line(all.find(|it| in_capitals && it.contains(char::is_lowercase)).unwrap_or(first)))
    };
    cluster.names.iter().filter_map(|&name| of_name(name)).collect()
}

/// A name that is broken over two lines has a space there.
fn one_line(name: &str) -> String {
    let mut line = String::with_capacity(name.len());
    for part in name.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

fn mention(syntax: &Syntax, found: &Mention, member: &Member) -> report::Mention {
    // Who wrote the story is no name beside it, also where a line of the date tells it.
    let is_writer = || syntax.reading.article.byline.iter().any(|name| name.overlaps(found.span));
    report::Mention {
        beside: Some(syntax.block_kind(found.tokens.start)).filter(|kind| !kind.is_read() && !is_writer()),
        span: found.span,
        form: form(member.link),
        source: found.source,
        link: member.link,
        confidence: found.confidence * member.confidence,
    }
}

fn place(found: &Mention, link: Link, entity: EntityId) -> Place {
    Place { span: found.span, tokens: found.tokens.clone(), entity, form: form(link) }
}

/// The form of a mention that was linked this way.
fn form(link: Link) -> Form {
    match link {
        Link::Own | Link::Same | Link::Variant => Form::Name,
        Link::PartOfName | Link::Acronym | Link::Defined | Link::KnownAlias | Link::ShortForm | Link::Nickname => {
            Form::Short
        }
        Link::Pronoun => Form::Pronoun,
        Link::Description => Form::Description,
    }
}
