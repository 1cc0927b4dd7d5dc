//! Drafts as the report lists them: in order of their first mention.

use super::{
    Entities, Place,
    merge::{self, Draft, Member},
    names::Name,
    scene::Scene,
};
use crate::{
    mentions::Mention,
    report::{self, Entity, EntityId, Form, Link},
    sort,
    tokens::Reading,
};

/// The entities of a text and their places.
pub(super) fn assemble(scene: &Scene, mentions: &[Mention], names: &[Name], mut drafts: Vec<Draft>) -> Entities {
    drafts.retain(|d| !d.mentions.is_empty());
    let place_of = |m: &Member| sort::span(mentions[m.mention].span);
    drafts.iter_mut().for_each(|d| sort::by_key(&mut d.mentions, place_of));
    sort::by_key(&mut drafts, |d| place_of(&d.mentions[0]));
    let mut entities = Entities::default();
    for (number, draft) in drafts.iter().enumerate() {
        let id = EntityId(number as u32);
        entities.list.push(entity(scene, mentions, names, draft, id));
        entities.places.extend(draft.mentions.iter().map(|m| place(&mentions[m.mention], m.link, id)));
    }
    sort::by_key(&mut entities.places, |p| sort::span(p.span));
    entities
}

fn entity(scene: &Scene, mentions: &[Mention], names: &[Name], draft: &Draft, id: EntityId) -> Entity {
    let reading = scene.reading;
    let first = &mentions[draft.mentions[0].mention];
    let role_span = draft.role.as_ref().map(|role| reading.tokens.span(role.tokens.clone()));
    let mut written = written_names(reading, mentions, names, draft);
    if written.is_empty() {
        written.push(first.span.of(reading.text).to_owned());
    }
    Entity {
        id,
        kind: merge::kind(draft, names),
        name: written.first().cloned().unwrap_or_default(),
        aliases: written.into_iter().skip(1).collect(),
        role: role_span.map(|span| span.of(reading.text).to_owned()),
        role_span,
        value: first.value.clone(),
        salience: 0.0,
        related: Vec::new(),
        mentions: draft.mentions.iter().map(|m| mention(&mentions[m.mention], m)).collect(),
    }
}

/// Each name as it is written first, the fullest name first.
fn written_names(reading: Reading, mentions: &[Mention], names: &[Name], draft: &Draft) -> Vec<String> {
    let first = |&name: &usize| names[name].mentions.first().map(|&m| mentions[m].span.of(reading.text).to_owned());
    draft.names.iter().filter_map(first).collect()
}

fn mention(found: &Mention, member: &Member) -> report::Mention {
    report::Mention {
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
