//! Which names are one thing.
//!
//! Names are taken from the longest to the shortest; each looks up, by its words, the names that it may be short for.
//! One fitting thing takes all mentions of the name; among several each mention goes to the one named last before it.

use super::{
    bodies,
    names::{Name, gender_before, strongest},
    people,
    roles::Role,
};
use crate::{
    mentions::{KindProbabilities, Mention},
    model::Gender,
    report::{EntityKind, Link},
    sort,
    tokens::Reading,
};
use std::collections::BTreeMap;

/// An entity in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// Its names, the fullest first.
    pub(super) names: Vec<usize>,
    pub(super) mentions: Vec<Member>,
    pub(super) gender: Option<Gender>,
    /// What the text says that it is.
    pub(super) role: Option<Role>,
    /// Its kind, if that does not depend on its names.
    pub(super) kind: Option<EntityKind>,
}

/// A mention of a draft.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    /// Index of the mention.
    pub(super) mention: usize,
    pub(super) link: Link,
    /// How sure the link is, 0 to 1.
    pub(super) confidence: f32,
}

/// At most so many things are considered for one name.
const MAX_CANDIDATES: usize = 16;

/// Below this confidence in its kind, a surname by itself is believed to be a person's rather than what the tagger says.
const DOUBTFUL: f32 = 0.8;

/// Groups all names into drafts. `defined` are pairs of names of which one explains the other in brackets.
pub(super) fn merge(reading: Reading, mentions: &[Mention], names: &[Name], defined: &[(usize, usize)]) -> Vec<Draft> {
    let mut merger = Merger { reading, mentions, names, drafts: Vec::new(), index: Index::default() };
    let partners = partners(defined);
    for name in longest_first(names) {
        let partner = partners.range((name, 0)..(name + 1, 0)).map(|(pair, _)| pair.1);
        let candidates = merger.candidates(name, partner);
        merger.place(name, &candidates);
    }
    merger.drafts
}

/// Both directions of every pair.
fn partners(defined: &[(usize, usize)]) -> BTreeMap<(usize, usize), ()> {
    defined.iter().flat_map(|&(a, b)| [((a, b), ()), ((b, a), ())]).collect()
}

/// By words, then by letters, then by appearance.
fn longest_first(names: &[Name]) -> Vec<usize> {
    let mut order: Vec<_> = (0..names.len()).collect();
    sort::by_key(&mut order, |&n| !sort::pair(names[n].words.len() as u32, names[n].key.len() as u32));
    order
}

struct Merger<'a> {
    reading: Reading<'a>,
    mentions: &'a [Mention],
    names: &'a [Name],
    drafts: Vec<Draft>,
    index: Index,
}

/// Where to look a name up: names by their words, acronyms and known numbers, with the draft they belong to.
#[derive(Default)]
struct Index {
    by_word: BTreeMap<String, Vec<(usize, usize)>>,
    by_known: BTreeMap<(u16, bool), usize>,
    owner: BTreeMap<usize, usize>,
}

/// A draft that a name may belong to.
#[derive(Clone, Copy)]
struct Candidate {
    draft: usize,
    link: Link,
    rank: u8,
}

impl Merger<'_> {
    /// The drafts that a name may belong to, those that fit best.
    fn candidates(&self, name: usize, partner: impl Iterator<Item = usize>) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        let defined = partner.filter_map(|p| self.index.owner.get(&p));
        found.extend(defined.map(|&draft| Candidate { draft, link: Link::Defined, rank: 9 }));
        found.extend(self.known(name));
        found.extend(self.similar(name));
        let best = found.iter().map(|c| c.rank).max().unwrap_or(0);
        found.retain(|c| c.rank == best);
        sort::by_key(&mut found, |c| c.draft as u64);
        found.dedup_by_key(|c| c.draft);
        found
    }

    fn known(&self, name: usize) -> Option<Candidate> {
        let known = self.names[name].known?;
        let &draft = self.index.by_known.get(&(known.number, known.adjective))?;
        Some(Candidate { draft, link: Link::KnownAlias, rank: 8 })
    }

    /// The drafts of names that share a word with this one.
    fn similar(&self, name: usize) -> Vec<Candidate> {
        let short = &self.names[name];
        let words = short.words.iter().map(|w| w.text.as_str()).chain(short.acronym.then_some(short.key.as_str()));
        let filed = words.filter_map(|word| self.index.by_word.get(word)).min_by_key(|filed| filed.len());
        let spelled = people::bare(&short.words).first().filter(|_| !short.is_single());
        let by_first = spelled.and_then(|w| self.index.by_word.get(&w.text));
        let near = filed.into_iter().chain(by_first).flat_map(|f| f.iter().rev().take(MAX_CANDIDATES));
        near.filter_map(|&(other, draft)| self.link(name, other, draft)).collect()
    }

    fn link(&self, name: usize, other: usize, draft: usize) -> Option<Candidate> {
        let (short, long) = (&self.names[name], &self.names[other]);
        let model = self.reading.model;
        let (link, rank) = match (short.kind(), long.kind()) {
            (EntityKind::Person, EntityKind::Person) => people::link(short, long, model.first_names())?,
            (_, EntityKind::Person) if is_misread_surname(short, long) => (Link::PartOfName, 1),
            (_, EntityKind::Organisation) if is_misread_company(short, long) => (Link::PartOfName, 1),
            (a, b) if may_be_one(a, b) => bodies::link(short, long, model.known_names())?,
            _ => return None,
        };
        Some(Candidate { draft, link, rank })
    }

    /// Gives the mentions of a name to the candidates, or to a new draft.
    fn place(&mut self, name: usize, candidates: &[Candidate]) {
        let mut own: BTreeMap<Option<u8>, usize> = BTreeMap::new();
        let mut touched = Vec::new();
        for &mention in &self.names[name].mentions {
            let gender = gender_before(self.reading, &self.mentions[mention]);
            let fits = |c: &&Candidate| !differ(gender, self.drafts[c.draft].gender);
            let fitting: Vec<_> = candidates.iter().filter(fits).copied().collect();
            let to = self.nearest(mention, &fitting).unwrap_or_else(|| {
                let draft = *own.entry(gender.map(|g| g as u8)).or_insert(self.drafts.len());
                Candidate { draft, link: Link::Own, rank: 0 }
            });
            if to.draft == self.drafts.len() {
                self.drafts.push(Draft::default());
            }
            self.note_gender(name, to.draft, gender);
            let confidence = 1.0 / fitting.len().max(1) as f32;
            touched.push((to.draft, Member { mention, link: to.link, confidence }));
        }
        self.add(name, touched);
    }

    /// Adds the mentions of a name to their drafts and files the name.
    fn add(&mut self, name: usize, mut members: Vec<(usize, Member)>) {
        sort::by_key(&mut members, |(draft, member)| sort::pair(*draft as u32, member.mention as u32));
        for group in members.chunk_by(|a, b| a.0 == b.0) {
            let draft = &mut self.drafts[group[0].0];
            draft.names.push(name);
            draft.mentions.extend(group.iter().map(|(_, member)| *member));
            sort::by_key(&mut draft.mentions, |m| m.mention as u64);
            self.file(name, group[0].0);
        }
    }

    fn note_gender(&mut self, name: usize, draft: usize, told: Option<Gender>) {
        let gender = told.or_else(|| self.gender_of(name));
        self.drafts[draft].gender = self.drafts[draft].gender.or(gender);
    }

    /// The candidate that was named last before a mention, else first after it.
    fn nearest(&self, mention: usize, candidates: &[Candidate]) -> Option<Candidate> {
        let last_before = |c: &Candidate| {
            let members = &self.drafts[c.draft].mentions;
            let before = members.partition_point(|m| m.mention < mention);
            before.checked_sub(1).map(|i| members[i].mention)
        };
        match candidates {
            [] | [_] => candidates.first().copied(),
            _ => {
                let before = candidates.iter().max_by_key(|c| last_before(c)).filter(|c| last_before(c).is_some());
                let first = |c: &&Candidate| self.drafts[c.draft].mentions.first().map(|m| m.mention);
                before.or_else(|| candidates.iter().min_by_key(first)).copied()
            }
        }
    }

    /// The sex that a full name's first name tells.
    fn gender_of(&self, name: usize) -> Option<Gender> {
        let name = &self.names[name];
        let first = name.words.first().filter(|_| name.kind() == EntityKind::Person && name.words.len() > 1)?;
        self.reading.model.first_names().gender(&first.text)
    }

    fn file(&mut self, number: usize, draft: usize) {
        let name = &self.names[number];
        let known = self.reading.model.known_names();
        let acronyms =
            if name.kind() == EntityKind::Person { Vec::new() } else { bodies::acronyms(&name.words, known) };
        let words = name.words.iter().map(|w| w.text.clone()).chain(name.nickname.clone()).chain(acronyms);
        for word in words {
            self.index.by_word.entry(word).or_default().push((number, draft));
        }
        if let Some(known) = name.known {
            self.index.by_known.entry((known.number, known.adjective)).or_insert(draft);
        }
        self.index.owner.entry(number).or_insert(draft);
    }
}

fn differ(a: Option<Gender>, b: Option<Gender>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// Whether a word that was not tagged as a person is the surname of one and nothing that is known otherwise.
fn is_misread_surname(short: &Name, person: &Name) -> bool {
    let surname = people::bare(&person.words).last();
    short.is_single()
        && person.words.len() > 1
        && short.known.is_none()
        && short.certainty() < DOUBTFUL
        && surname.is_some_and(|w| w.text == short.key)
}

/// Whether a word that was not tagged as a body is the name of a company but for its form: "Nordvolt" of "Nordvolt AB".
fn is_misread_company(short: &Name, company: &Name) -> bool {
    let core = bodies::without_form(&company.words);
    short.is_single()
        && core.len() < company.words.len()
        && short.known.is_none()
        && short.certainty() < DOUBTFUL
        && matches!(core, [word] if word.text == short.key)
}

/// Organisations, works, products and events are easily taken for each other; places and groups are not.
fn may_be_one(a: EntityKind, b: EntityKind) -> bool {
    let loose =
        |kind| matches!(kind, EntityKind::Organisation | EntityKind::Work | EntityKind::Product | EntityKind::Event);
    a == b || (loose(a) && loose(b))
}

/// The kind of a draft: its own, or by the votes of all its names.
pub(super) fn kind(draft: &Draft, names: &[Name]) -> EntityKind {
    draft.kind.unwrap_or_else(|| kind_of_names(draft, names))
}

fn kind_of_names(draft: &Draft, names: &[Name]) -> EntityKind {
    let mut votes = KindProbabilities::default();
    for &name in &draft.names {
        names[name].votes().iter().zip(&mut votes).for_each(|(vote, sum)| *sum += vote);
    }
    strongest(&votes)
}
