//! Entities that are two things but belong together: a country and its people, a company and its ticker.

use super::{Entities, Place, abbreviations::adjoin};
use crate::{
    model::KnownName,
    report::{EntityId, EntityKind},
    sort,
    text::fold,
    tokens::Reading,
};
use std::collections::BTreeMap;

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
    let known = |id: EntityId| -> Option<KnownName> {
        reading.model.known_names().get(&fold(&entities.list[id.0 as usize].name))
    };
    let named: Vec<_> = entities.list.iter().filter_map(|e| Some((e.id, known(e.id)?))).collect();
    let countries: BTreeMap<u16, EntityId> =
        named.iter().filter(|(_, k)| !k.adjective).map(|&(id, k)| (k.number, id)).collect();
    let peoples = named.iter().filter(|(_, k)| k.adjective);
    peoples.filter_map(|(id, k)| Some((*countries.get(&k.number)?, *id))).collect()
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
