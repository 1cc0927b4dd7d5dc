//! What a name of several words says itself that it is: the Sahel Grazing Compact is a treaty, whatever it was taken for.

use super::{
    merge::Cluster,
    names::{Name, NameTable, Word},
};
use crate::{
    model::{Model, ValueKind, hash_lower},
    report::EntityKind,
    tokens::Reading,
};

/// Where the tagger is surer than this of the kind of a name, it knows it.
const SURE: f32 = 0.9;

/// Gives the clusters whose fullest name is doubtful the kind that one of its words tells.
pub(super) fn mark(reading: Reading, names: &NameTable, clusters: &mut [Cluster]) {
    // "Ana Court" is somebody; "Easton Herald" and "Eunice Pratt Elementary" are not.
    let is_no_person = |name: &Name| {
        let first_names = reading.model.first_names();
        name.words.len() > 2 || first_names.gender(&name.words[0].text).is_none()
    };
    for cluster in clusters.iter_mut().filter(|cluster| !cluster.is_told) {
        let Some(fullest) = cluster.names.first().map(|&name| &names[name]) else { continue };
        let kind = cluster.kind;
        let may_be =
            |&told: &EntityKind| kind != EntityKind::Person || told != EntityKind::Place && is_no_person(fullest);
        if fullest.certainty() < SURE
            && fullest.known.is_none()
            && let Some(told) = told(reading.model, fullest).filter(may_be)
        {
            cluster.tell(told);
        }
    }
}

/// The kind that the head of a name tells: "Treaty" of "Treaty of Lorn", else its last word.
fn told(model: &Model, name: &Name) -> Option<EntityKind> {
    let of_word = |word: &Word| match model.values().get(ValueKind::NamedThing, hash_lower(&word.text))? {
        "work" => Some(EntityKind::Work),
        "event" => Some(EntityKind::Event),
        "place" => Some(EntityKind::Place),
        "organisation" => Some(EntityKind::Organisation),
        _ => None,
    };
    let link = name.words.iter().position(|word| matches!(word.text.as_str(), "of" | "on" | "for" | "against"));
    let head = link.and_then(|link| name.words.get(link.checked_sub(1)?));
    let last = name.words.last().filter(|_| !name.is_single());
    head.and_then(of_word).or_else(|| last.and_then(of_word))
}
