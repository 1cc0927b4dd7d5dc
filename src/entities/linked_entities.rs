//! Entities that are two things but belong together: a country and its people, a company and its ticker.

use super::{Entities, Place, abbreviations::adjoin};
use crate::{
    filed::Filed,
    report::{Entity, EntityId, EntityKind},
    sort,
    text::fold,
    tokens::Reading,
};

/// Fills in what every entity is related to.
pub(super) fn find(reading: Reading, entities: &mut Entities) {
    let mut pairs = nationalities(reading, entities);
    pairs.extend(tickers(reading, entities));
    sort::by_key(&mut pairs, |(a, b)| sort::pair(a.0, b.0));
    pairs.dedup();
    for (a, b) in pairs {
        entities.list[a.0 as usize].related.push(b);
        entities.list[b.0 as usize].related.push(a);
    }
}

/// Countries with their adjectives and peoples.
fn nationalities(reading: Reading, entities: &Entities) -> Vec<(EntityId, EntityId)> {
    let known_names = reading.model.known_names();
    let known = |entity: &Entity| known_names.get(&fold(&entity.name));
    let named = entities.list.iter().filter(|entity| entity.kind.is_named());
    let named: Vec<_> = named.filter_map(|entity| Some((entity.id, known(entity)?))).collect();
    let countries = named.iter().filter(|(_, k)| !k.adjective).map(|&(id, k)| (u32::from(k.number), id.0));
    let countries = Filed::new(countries.collect());
    let peoples = named.iter().filter(|(_, k)| k.adjective);
    peoples.filter_map(|(id, k)| Some((EntityId(countries.get(k.number.into()).last()?.1), *id))).collect()
}

/// Companies with the tickers that stand right behind their names.
fn tickers(reading: Reading, entities: &Entities) -> Vec<(EntityId, EntityId)> {
    let kind = |place: &Place| entities.list[place.entity.0 as usize].kind;
    let pairs = entities.places.windows(2).filter(|pair| {
        kind(&pair[0]) == EntityKind::Organisation
            && kind(&pair[1]) == EntityKind::Ticker
            && adjoin(reading, &pair[0].tokens, &pair[1].tokens)
    });
    pairs.map(|pair| (pair[0].entity, pair[1].entity)).collect()
}
