//! Which entities of several texts are one thing, by their names and kinds.
//!
//! Full names join at once. What has only a short name joins what it may be short for, if that is one thing in all the
//! texts together: a surname that two people share joins neither.

use super::{
    merge::may_be_one,
    names::{Name, Word},
    organisation_names, person_names, spelling,
};
use crate::{
    filed::{Filed, Groups},
    model::{Class, Model, hash_lower},
    report::EntityKind,
    sort,
};

/// An entity of one of the texts.
#[derive(Clone, Debug)]
pub(crate) struct NamedThing {
    /// The index of its text; at most 31.
    pub(crate) text: u32,
    kind: EntityKind,
    /// Its names, the fullest first.
    names: Vec<Name>,
}

/// How two entities fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// By full names.
    Full,
    /// By a short name that others may have, too.
    Short,
}

/// How well a surname fits at least, as told by [`person_names::link`].
const SURNAME: u8 = 3;
/// The same of a body under another spelling, as told by [`organisation_names::link`].
const RESPELLED: u8 = 5;
/// At most so many things are considered for one word of a name.
const MOST_ALIKE: usize = 32;

impl NamedThing {
    /// An entity by its names as they are written, the fullest first; `kind` must be that of a named thing.
    pub(crate) fn new<'n>(
        model: &Model,
        text: u32,
        kind: EntityKind,
        written: impl Iterator<Item = &'n str>,
    ) -> NamedThing {
        let names = written.map(|name| Name::written(model, name, kind)).filter(|name| !name.key.is_empty());
        NamedThing { text, kind, names: names.collect() }
    }

    /// Whether it is a person of whom only one word of the name is known.
    fn is_bare(&self) -> bool {
        self.names.iter().all(|name| person_names::bare(&name.words).len() < 2)
    }

    /// Under what others look it up.
    fn keys(&self, model: &Model) -> Vec<u32> {
        let mut keys = Vec::new();
        let mut add = |key: &str| keys.push(hash_lower(key));
        for name in &self.names {
            name.words.iter().for_each(|word| add(&word.text));
            add(&name.key);
            if let Some(known) = name.known {
                add(&format!("#{}", known.number));
            }
            match name.words.last() {
                Some(surname) if self.kind == EntityKind::Person => add(&spelling::key(&surname.text)),
                _ => organisation_names::acronyms(&name.words, model.known_names()).iter().for_each(|key| add(key)),
            }
        }
        keys
    }

    fn fit(&self, other: &NamedThing, model: &Model) -> Option<Fit> {
        match (self.kind, other.kind) {
            (EntityKind::Person, EntityKind::Person) => self.fit_person(other, model),
            (EntityKind::Person, _) | (_, EntityKind::Person) => None,
            _ => self.fit_body(other, model),
        }
    }

    fn fit_person(&self, other: &NamedThing, model: &Model) -> Option<Fit> {
        let is_full = !self.is_bare() && !other.is_bare();
        let considered = |name: &&Name| !is_full || name.words.len() > 1;
        let fits = |a: &Name, b: &Name| {
            let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
            let linked = || person_names::link(short, long, model.first_names());
            short.key == long.key || linked().is_some_and(|(_, rank)| rank >= SURNAME)
        };
        let any = |fits: &dyn Fn(&Name, &Name) -> bool| {
            let of_other = |a: &Name| other.names.iter().filter(considered).any(|b| fits(a, b));
            self.names.iter().filter(considered).any(of_other)
        };
        match () {
            () if any(&fits) => Some(if is_full { Fit::Full } else { Fit::Short }),
            () if is_full && any(&|a, b| is_first_name_varied(a, b, model)) => Some(Fit::Short),
            () => None,
        }
    }

    fn fit_body(&self, other: &NamedThing, model: &Model) -> Option<Fit> {
        let pairs = || self.names.iter().flat_map(|a| other.names.iter().map(move |b| (a, b)));
        let is_own = |name: &Name| [self, other].iter().any(|thing| thing.names[0].key == name.key);
        let alike = may_be_one(self.kind, other.kind);
        let is_same = |(a, b): (&Name, &Name)| {
            let tells = !a.is_single() || alike && (a.acronym || is_own(a)) && !is_generic(a);
            let known = alike && a.known.is_some() && a.known == b.known;
            a.key == b.key && tells || known
        };
        if pairs().any(is_same) {
            return Some(Fit::Full);
        }
        let (a, b) = (self.names.first()?, other.names.first()?);
        let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
        let (_, rank) = organisation_names::link(short, long, model.known_names()).filter(|_| alike)?;
        let fit = if rank >= RESPELLED { Fit::Full } else { Fit::Short };
        (rank > organisation_names::LAST_WORD).then_some(fit)
    }
}

/// Whether two people of one surname have first names that may be one: "Manu" and "Emmanuel", "Yusuf" and "Yousef".
fn is_first_name_varied(a: &Name, b: &Name, model: &Model) -> bool {
    const SHORTEST: usize = 3;
    let ([first_a, .., last_a], [first_b, .., last_b]) = (person_names::bare(&a.words), person_names::bare(&b.words))
    else {
        return false;
    };
    let (short, long) = if first_a.text.len() <= first_b.text.len() { (first_a, first_b) } else { (first_b, first_a) };
    let gender = |word: &Word| model.first_names().gender(&word.text);
    let is_other_sex = gender(first_a).zip(gender(first_b)).is_some_and(|(a, b)| a != b);
    let key = spelling::key(&short.text);
    let alike = long.text.contains(&short.text) || key.len() > SHORTEST - 1 && key == spelling::key(&long.text);
    last_a.text == last_b.text && short.text.len() >= SHORTEST && alike && !is_other_sex
}

/// Whether a name says only what sort of body or place it is.
fn is_generic(name: &Name) -> bool {
    let is_sort = |class| name.words.iter().all(|word| word.classes.has(class));
    is_sort(Class::OrgNoun) || is_sort(Class::PlaceNoun)
}

/// Which things are one; no two of a text are.
pub(crate) fn groups(model: &Model, things: &[NamedThing]) -> Groups {
    let mut groups = Groups::alone(things.iter().map(|thing| 1 << thing.text).collect());
    let fits = fits(model, things);
    for (fits, at) in fits.iter().zip(0..) {
        fits.iter().filter(|(_, fit)| *fit == Fit::Full).for_each(|&(other, _)| groups.join(at, other));
    }
    for at in 0..things.len() as u32 {
        let only = only_other(&groups, &fits, at);
        // A surname may be that of one person, and others may bear it besides.
        let is_mutual = |&&(other, _): &&(u32, Fit)| {
            Some(groups.of(other)) == only && only_other(&groups, &fits, other) == Some(groups.of(at))
        };
        if let Some(&(other, _)) = fits[at as usize].iter().find(is_mutual) {
            groups.join(at, other);
        }
    }
    groups
}

/// The one other group that fits a thing, if it is one.
fn only_other(groups: &Groups, fits: &[Vec<(u32, Fit)>], at: u32) -> Option<u32> {
    let others = fits[at as usize].iter().map(|&(other, _)| groups.of(other)).filter(|&other| other != groups.of(at));
    match sort::distinct(others.collect())[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// For every thing the others that fit it.
fn fits(model: &Model, things: &[NamedThing]) -> Vec<Vec<(u32, Fit)>> {
    let keys: Vec<Vec<u32>> = things.iter().map(|thing| thing.keys(model)).collect();
    let pairs = keys.iter().zip(0..).flat_map(|(keys, at)| keys.iter().map(move |&key| (key, at)));
    let filed = Filed::new(pairs.collect());
    let fits = |(thing, keys): (&NamedThing, &Vec<u32>)| {
        let near = keys.iter().flat_map(|&key| filed.get(key).iter().take(MOST_ALIKE)).map(|&(_, other)| other);
        let fit = |other: u32| {
            let other_thing = &things[other as usize];
            let is_other = !std::ptr::eq(thing, other_thing);
            Some((other, thing.fit(other_thing, model).filter(|_| is_other)?))
        };
        sort::distinct(near.collect()).into_iter().filter_map(fit).collect()
    };
    things.iter().zip(&keys).map(fits).collect()
}
