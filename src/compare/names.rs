//! Which named things the texts share.

use super::{
    comparison::{EntityPlace, SharedEntity},
    given::Entity,
    story::Story,
};
use crate::{
    Model,
    entities::{NamedThing, groups},
    filed::Filed,
    sort,
};

/// The named things of all texts.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) list: Vec<SharedEntity>,
    /// For every entity of every text its place in the list; none for amounts and for what stands beside the story.
    of: Vec<Vec<Option<u32>>>,
}

impl Names {
    pub(super) fn find(stories: &[Story], model: &Model) -> Names {
        let named = |(text, story): (u32, &Story)| {
            let told = story.given.entities.iter().zip(0..).filter(|(entity, _)| mentions(entity) > 0);
            let told = told.filter(|(entity, _)| entity.kind.is_named());
            told.map(|(_, at)| (text, at)).collect::<Vec<_>>()
        };
        let places: Vec<(u32, u32)> = (0..).zip(stories).flat_map(named).collect();
        let entity = |(text, at): (u32, u32)| &stories[text as usize].given.entities[at as usize];
        let things: Vec<NamedThing> = places
            .iter()
            .map(|&place| {
                let Entity { kind, name, aliases, .. } = entity(place);
                NamedThing::new(model, place.0, *kind, std::iter::once(name).chain(aliases).map(String::as_str))
            })
            .collect();
        let groups = groups(model, &things);
        let members = Filed::new((0..places.len() as u32).map(|at| (groups.of(at), at)).collect());
        let place = |&(_, at): &(u32, u32)| places[at as usize];
        let shared = |members: &[(u32, u32)]| shared(&members.iter().map(place).collect::<Vec<_>>(), entity);
        let mut list: Vec<SharedEntity> = members.groups().map(shared).collect();
        sort::by_key(&mut list, |shared| {
            let salience: f32 = shared.places.iter().map(|place| place.salience).sum();
            sort::pair(!(shared.places.len() as u32), sort::greatest_first(salience / shared.places.len() as f32))
        });
        let mut of: Vec<Vec<Option<u32>>> =
            stories.iter().map(|story| vec![None; story.given.entities.len()]).collect();
        for (shared, at) in list.iter().zip(0..) {
            shared.places.iter().for_each(|place| of[place.text as usize][place.entity as usize] = Some(at));
        }
        Names { list, of }
    }

    /// The place in the list of what an entity of a text is.
    pub(super) fn of(&self, text: usize, entity: u32) -> Option<u32> {
        self.of[text][entity as usize]
    }
}

/// How often the story mentions an entity.
fn mentions(entity: &Entity) -> u32 {
    entity.mentions.iter().filter(|mention| mention.is_of_story).count() as u32
}

fn shared<'g>(places: &[(u32, u32)], entity: impl Fn((u32, u32)) -> &'g Entity) -> SharedEntity {
    let place = |&(text, at): &(u32, u32)| {
        let entity = entity((text, at));
        EntityPlace { text, entity: at, mentions: mentions(entity), salience: entity.salience }
    };
    let entities = || places.iter().rev().map(|&place| entity(place));
    // Of kinds that are told equally often the same one wins, whichever text comes first.
    let kind = entities().map(|entity| (mentions(entity), entity.kind)).max();
    let name = entities().map(|entity| &entity.name).max_by_key(|name| name.len());
    SharedEntity {
        kind: kind.map_or(crate::EntityKind::Organisation, |(_, kind)| kind),
        name: name.cloned().unwrap_or_default(),
        places: places.iter().map(place).collect(),
    }
}
