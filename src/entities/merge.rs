//! Which names are one thing.
//!
//! Names are taken from the longest to the shortest; each looks up, by its words, the names that it may be short for.
//! One fitting thing takes all mentions of the name; among several each mention goes to the one named last before it.

use super::{
    name_index::NameIndex,
    names::{MentionId, Name, NameId, NameTable, Word, gender_before, strongest},
    namesakes::{Generation, Namesakes},
    organisation_names, person_names,
    roles::{self, Role, Roles},
    spelling,
    syntax::{GrammaticalRole, Syntax},
};
use crate::{
    mentions::{KindProbabilities, Mention},
    model::{Gender, hash_lower},
    report::{EntityKind, Link},
    sort,
    tokens::Reading,
};
use std::collections::{BTreeMap, BTreeSet};

/// An entity in the making.
#[derive(Clone, Debug)]
pub(super) struct Cluster {
    /// Its names, the fullest first.
    pub(super) names: Vec<NameId>,
    pub(super) mentions: Vec<Member>,
    pub(super) gender: Genders,
    /// What the text says that it is.
    pub(super) role: Option<Role>,
    /// Its kind: at first by the votes of all its names.
    pub(super) kind: EntityKind,
    /// Whether its kind does not depend on its names.
    pub(super) is_told: bool,
}

impl Cluster {
    /// One without names or mentions.
    pub(super) fn of(kind: EntityKind) -> Cluster {
        let (names, mentions, gender) = (Vec::new(), Vec::new(), Genders::default());
        Cluster { names, mentions, gender, role: None, kind, is_told: false }
    }

    /// Gives it a kind that does not depend on its names.
    pub(super) fn tell(&mut self, kind: EntityKind) {
        (self.kind, self.is_told) = (kind, true);
    }
}

/// The sex of a person by where it is known from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Genders {
    /// As titles and roles in the text tell: "Mr", "spokeswoman".
    pub(super) told: Option<Gender>,
    /// As most people of that first name: a guess that whatever the text tells overrules.
    pub(super) listed: Option<Gender>,
}

impl Genders {
    pub(super) fn likeliest(self) -> Option<Gender> {
        self.told.or(self.listed)
    }
}

/// A mention of a cluster.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub(super) mention: MentionId,
    pub(super) link: Link,
    /// How sure the link is, 0 to 1.
    pub(super) confidence: f32,
}

/// Below this confidence in its kind, a surname by itself is believed to be a person's rather than what the tagger says.
const DOUBTFUL: f32 = 0.8;

/// Groups all names into clusters. `defined` are pairs of names of which one explains the other in brackets.
pub(super) fn merge(
    syntax: &Syntax,
    mentions: &[Mention],
    names: &NameTable,
    roles: &Roles,
    defined: &[(NameId, NameId)],
) -> Vec<Cluster> {
    let mut merger = Merger {
        syntax,
        reading: syntax.reading,
        mentions,
        names,
        roles,
        clusters: Vec::new(),
        index: NameIndex::of(names.ids().count()),
        sounds: names.ids().map(|name| person_surname(&names[name]).map(sound)).collect(),
    };
    let partners = partners(defined);
    for name in longest_first(names) {
        let explained = partners.get(&name).into_iter().flatten().copied();
        let matches = merger.matches(name, explained);
        merger.place(name, &matches);
    }
    for cluster in &mut merger.clusters {
        cluster.kind = kind_of_names(cluster, names);
        let [fullest, others @ ..] = &cluster.names[..] else { continue };
        // Not "National Hurricane Center", which nobody calls "Center".
        if others.iter().any(|&other| is_name_of_storm(&names[other], &names[*fullest])) {
            cluster.tell(EntityKind::Event);
        }
    }
    merger.clusters
}

/// The names that each name is explained by or explains.
fn partners(defined: &[(NameId, NameId)]) -> BTreeMap<NameId, BTreeSet<NameId>> {
    let mut partners: BTreeMap<NameId, BTreeSet<NameId>> = BTreeMap::new();
    for &(a, b) in defined {
        partners.entry(a).or_default().insert(b);
        partners.entry(b).or_default().insert(a);
    }
    partners
}

/// By words, then by letters, then by appearance.
fn longest_first(names: &NameTable) -> Vec<NameId> {
    let mut order: Vec<_> = names.ids().collect();
    sort::by_key(&mut order, |&n| !sort::pair(names[n].words.len() as u32, names[n].key.len() as u32));
    order
}

struct Merger<'a> {
    syntax: &'a Syntax<'a>,
    reading: Reading<'a>,
    mentions: &'a [Mention],
    names: &'a NameTable,
    roles: &'a Roles,
    clusters: Vec<Cluster>,
    index: NameIndex,
    /// For every name of a person how its surname sounds.
    sounds: Vec<Option<u32>>,
}

/// A cluster that a name may belong to.
#[derive(Clone, Copy)]
struct Match {
    cluster: usize,
    link: Link,
    rank: u8,
}

impl Merger<'_> {
    /// The clusters that a name may belong to, those that fit best.
    fn matches(&self, name: NameId, partner: impl Iterator<Item = NameId>) -> Vec<Match> {
        let mut found: Vec<Match> = Vec::new();
        let defined = partner.filter_map(|p| self.index.owner[p.index()]);
        found.extend(defined.map(|cluster| Match { cluster, link: Link::Defined, rank: 9 }));
        found.extend(self.known(name));
        found.extend(self.similar(name));
        let best = found.iter().map(|c| c.rank).max().unwrap_or(0);
        found.retain(|c| c.rank == best);
        sort::by_key(&mut found, |c| c.cluster as u64);
        found.dedup_by_key(|c| c.cluster);
        if best == organisation_names::LAST_WORD && found.len() > 1 {
            found.clear();
        }
        found
    }

    fn known(&self, name: NameId) -> Option<Match> {
        let known = self.names[name].known?;
        let &cluster = self.index.by_known.get(&(known.number, known.adjective))?;
        Some(Match { cluster, link: Link::KnownAlias, rank: 8 })
    }

    /// The clusters of names that share a word with this one.
    fn similar(&self, name: NameId) -> Vec<Match> {
        let short = &self.names[name];
        let joined = (short.acronym || !short.is_single()).then_some(short.hash);
        let words = short.words.iter().map(|word| word.hash).chain(joined);
        let filed = words.filter_map(|word| self.index.of_word(word)).min_by_key(|filed| filed.count);
        let spelled = person_names::bare(&short.words).first().filter(|_| !short.is_single());
        let by_first = spelled.and_then(|word| self.index.of_word(word.hash));
        let by_sound = self.sounds[name.index()].and_then(|sound| self.index.of_word(sound));
        let near = filed.into_iter().chain(by_first).chain(by_sound).flat_map(|filed| self.index.names(filed));
        near.filter_map(|(other, cluster)| self.link(name, other, cluster)).collect()
    }

    fn link(&self, name: NameId, other: NameId, cluster: usize) -> Option<Match> {
        let (short, long) = (&self.names[name], &self.names[other]);
        let model = self.reading.model;
        let (link, rank) = match (short.kind(), long.kind()) {
            (_, EntityKind::Person) if person_names::is_label(short, long) => (Link::Acronym, 3),
            (_, EntityKind::Person) if person_names::is_nickname(short, long) => (Link::Nickname, 3),
            (EntityKind::Person, EntityKind::Person) => person_names::link(short, long, model.first_names())?,
            (_, EntityKind::Person) if is_misread_part(short, long) => (Link::PartOfName, 1),
            (EntityKind::Place, EntityKind::Person) if self.is_surname(short, long) => (Link::PartOfName, 1),
            (_, EntityKind::Event) if is_name_of_storm(short, long) => (Link::PartOfName, 2),
            (_, EntityKind::Organisation) if is_misread_company(short, long) => (Link::PartOfName, 1),
            (a, b) if may_be_one(a, b) => organisation_names::link(short, long, model.known_names())?,
            _ => return None,
        };
        Some(Match { cluster, link, rank })
    }

    /// Whether the name of a place is that of somebody named before, "Ana Israel", since nothing happens there: "Israel's lawyer".
    fn is_surname(&self, place: &Name, person: &Name) -> bool {
        let is_last = person_names::bare(&person.words).last().is_some_and(|word| word.text == place.key);
        let first = person.mentions.first();
        let is_person_here = |mention: &MentionId| {
            let tokens = &self.mentions[mention.index()].tokens;
            first.is_some_and(|first| first < mention) && !self.syntax.is_where(tokens)
        };
        is_last && !person.is_single() && person.certainty() >= DOUBTFUL && place.mentions.iter().all(is_person_here)
    }

    /// Gives the mentions of a name to the matches, or to a new cluster.
    fn place(&mut self, name: NameId, matches: &[Match]) {
        let mut own = OwnClusters::default();
        let mut touched = Vec::new();
        // A name in the story is not that of who wrote it where somebody in the story has it, too.
        let bearers = self.bearers(name);
        let of_story: Vec<Match> = matches.iter().filter(|c| self.is_in_story(c.cluster)).copied().collect();
        for &mention in &self.names[name].mentions {
            let gender = gender_before(self.reading, &self.mentions[mention.index()]);
            let fits = |c: &&Match| !differ(gender, self.clusters[c.cluster].gender.likeliest());
            let is_of_story = self.is_told(mention) && of_story.iter().any(|c| fits(&c));
            let open = if is_of_story { &of_story } else { matches };
            let mut fitting: Vec<_> = open.iter().filter(fits).copied().collect();
            // "Mr Kim" is Kim Poe-rin: what is listed for Kim is not about a surname.
            if fitting.is_empty() {
                let is_open =
                    |c: &&Match| !differ(gender, self.clusters[c.cluster].gender.told) && self.opens(name, c.cluster);
                fitting.extend(open.iter().filter(is_open));
            }
            // "Mrs Lowe" is rather the one of two people whom the text calls a woman than the one of whom it tells nothing.
            let is_told = |c: &Match| gender.is_some() && self.clusters[c.cluster].gender.told == gender;
            if fitting.iter().any(is_told) {
                fitting.retain(is_told);
            }
            // Initials that two people have tell neither.
            if fitting.len() > 1 && self.names[name].is_label() && fitting.iter().all(|c| c.link == Link::Acronym) {
                fitting.clear();
            }
            let fitting = self.of_generation(mention, fitting);
            let to = self.introduced(mention, &bearers, gender, &fitting).or_else(|| self.likeliest(mention, &fitting));
            let to = to.unwrap_or_else(|| {
                let cluster = own.of(gender, self.clusters.len());
                Match { cluster, link: Link::Own, rank: 0 }
            });
            if to.cluster == self.clusters.len() {
                self.clusters.push(Cluster::of(self.names[name].kind()));
            }
            self.note_gender(name, to.cluster, gender.or_else(|| self.gender_of_role(name, mention)));
            let confidence = 1.0 / fitting.len().max(1) as f32;
            touched.push((to.cluster, Member { mention, link: to.link, confidence }));
        }
        self.add(name, touched);
    }

    /// Whether the fullest name of a cluster begins with another one.
    fn opens(&self, name: NameId, cluster: usize) -> bool {
        let first = self.clusters[cluster].names.first().and_then(|&fullest| self.names[fullest].words.first());
        first.is_some_and(|first| first.text == self.names[name].key)
    }

    /// Adds the mentions of a name to their clusters and files the name.
    fn add(&mut self, name: NameId, mut members: Vec<(usize, Member)>) {
        sort::by_key(&mut members, |(cluster, member)| sort::pair(*cluster as u32, member.mention.0));
        for group in members.chunk_by(|a, b| a.0 == b.0) {
            let cluster = &mut self.clusters[group[0].0];
            cluster.names.push(name);
            cluster.mentions.extend(group.iter().map(|(_, member)| *member));
            sort::by_key(&mut cluster.mentions, |m| u64::from(m.mention.0));
            self.file(name, group[0].0);
        }
    }

    /// The sex that the role beside a full name tells: "his former wife, Ana Lowe".
    fn gender_of_role(&self, name: NameId, mention: MentionId) -> Option<Gender> {
        let is_full = self.names[name].kind() == EntityKind::Person && !self.names[name].is_single();
        let role = self.roles.beside(mention).filter(|_| is_full)?;
        roles::gender(self.syntax, role)
    }

    fn note_gender(&mut self, name: NameId, cluster: usize, told: Option<Gender>) {
        let listed = self.gender_of(name);
        let gender = &mut self.clusters[cluster].gender;
        gender.told = gender.told.or(told);
        gender.listed = gender.listed.or(listed);
    }

    /// Of people with one surname the one whom the story named first, since the others are told apart by first names; of other
    /// things that which was named last before a mention; else the first one named after it.
    fn likeliest(&self, mention: MentionId, matches: &[Match]) -> Option<Match> {
        let members = |c: &Match| &self.clusters[c.cluster].mentions;
        let told_first =
            |c: &&Match| members(c).iter().map(|m| m.mention).take_while(|&m| m < mention).find(|&m| self.is_told(m));
        let last = |c: &&Match| {
            let before = members(c).partition_point(|m| m.mention < mention);
            before.checked_sub(1).map(|i| members(c)[i].mention)
        };
        let known = match (matches, self.mentions[mention.index()].kind) {
            ([] | [_], _) => matches.first(),
            (_, EntityKind::Person) => matches.iter().filter(|c| told_first(c).is_some()).min_by_key(told_first),
            _ => matches.iter().filter(|c| last(c).is_some()).max_by_key(last),
        };
        let first = |c: &&Match| members(c).first().map(|m| m.mention);
        known.or_else(|| matches.iter().min_by_key(first)).copied()
    }

    /// The people who have a surname.
    fn bearers(&self, name: NameId) -> Vec<Match> {
        let surname = &self.names[name];
        let only = surname.words.first().filter(|_| surname.is_single());
        let filed = only.and_then(|word| self.index.of_word(word.hash));
        let is_bearer = |&(other, _): &(NameId, usize)| {
            let other = &self.names[other];
            !other.is_single() && person_surname(other) == Some(&surname.key)
        };
        let bearers = filed.into_iter().flat_map(|filed| self.index.names(filed)).filter(is_bearer);
        bearers.map(|(_, cluster)| Match { cluster, link: Link::PartOfName, rank: 1 }).collect()
    }

    /// "The elder Ms Lowe": of two who share the surname whoever is known to be; nobody if that is open.
    fn of_generation(&self, mention: MentionId, fitting: Vec<Match>) -> Vec<Match> {
        let namesakes = Namesakes { syntax: self.syntax, mentions: self.mentions, names: self.names };
        let [first, second] = fitting[..] else { return fitting };
        let Some(generation) = namesakes.generation(mention) else { return fitting };
        let people = [first, second]
            .map(|c| self.clusters[c.cluster].mentions.iter().map(|member| member.mention).collect::<Vec<_>>());
        let elder = namesakes.elder(self.roles, [&people[0], &people[1]]);
        let meant = elder.map(|elder| [first, second][elder ^ usize::from(generation == Generation::Younger)]);
        meant.into_iter().collect()
    }

    /// Whom the story introduced just before a bare surname. Where that may be a firm's name, too, only whoever speaks is meant.
    fn introduced(
        &self,
        mention: MentionId,
        bearers: &[Match],
        told: Option<Gender>,
        fitting: &[Match],
    ) -> Option<Match> {
        let fits = |c: &&Match| !differ(told, self.clusters[c.cluster].gender.likeliest());
        let is_person = |c: &Match| bearers.iter().any(|bearer| bearer.cluster == c.cluster);
        let namesakes = Namesakes { syntax: self.syntax, mentions: self.mentions, names: self.names };
        let speaks = || namesakes.role(mention) == GrammaticalRole::Speaker;
        let is_open = fitting.len() > 1 || !fitting.iter().all(is_person) && speaks();
        let before = |c: &Match| {
            let members = self.clusters[c.cluster].mentions.iter().map(|member| member.mention);
            members.take_while(|&earlier| earlier < mention)
        };
        let introduced = |c: &&Match| namesakes.introduced(mention, before(c));
        bearers.iter().filter(|c| is_open && fits(c) && introduced(c).is_some()).max_by_key(introduced).copied()
    }

    /// Whether the story mentions what a cluster stands for.
    fn is_in_story(&self, cluster: usize) -> bool {
        self.clusters[cluster].mentions.iter().any(|member| self.is_told(member.mention))
    }

    /// Whether a mention is part of the story, not of what is said about its author.
    fn is_told(&self, mention: MentionId) -> bool {
        super::is_of_story(self.syntax, self.mentions[mention.index()].tokens.start)
    }

    /// The sex that a full name's first name tells.
    fn gender_of(&self, name: NameId) -> Option<Gender> {
        let name = &self.names[name];
        let first = name.words.first().filter(|_| name.kind() == EntityKind::Person && name.words.len() > 1)?;
        self.reading.model.first_names().gender(&first.text)
    }

    fn file(&mut self, id: NameId, cluster: usize) {
        let name = &self.names[id];
        let known = self.reading.model.known_names();
        let acronyms = if name.kind() == EntityKind::Person {
            vec![person_names::initials(name)]
        } else {
            organisation_names::acronyms(&name.words, known)
        };
        let others = name.nickname.iter().chain(&acronyms).map(|word| hash_lower(word));
        for word in name.words.iter().map(|word| word.hash).chain(others).chain(self.sounds[id.index()]) {
            self.index.file(word, id, cluster);
        }
        if let Some(known) = name.known {
            self.index.by_known.entry((known.number, known.adjective)).or_insert(cluster);
        }
        self.index.owner[id.index()].get_or_insert(cluster);
    }
}

/// The hash under which a surname is filed for its other spellings.
fn sound(surname: &str) -> u32 {
    hash_lower(&spelling::key(surname))
}

fn person_surname(name: &Name) -> Option<&str> {
    let word = person_names::bare(&name.words).last();
    word.filter(|_| name.kind() == EntityKind::Person).map(|word| word.text.as_str())
}

fn differ(a: Option<Gender>, b: Option<Gender>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// The clusters that one name opens: "Mr Lowe" and "Mrs Lowe" are two people, "Sheikh Omar" and "Omar" one.
#[derive(Debug, Default)]
struct OwnClusters {
    opened: Vec<(Option<Gender>, usize)>,
}

impl OwnClusters {
    /// The one of this sex, or the only one that may be; else `new`.
    fn of(&mut self, gender: Option<Gender>, new: usize) -> usize {
        let of_gender = self.opened.iter().position(|(told, _)| *told == gender);
        let mut fitting = (0..self.opened.len()).filter(|&at| !differ(gender, self.opened[at].0));
        let only = fitting.next().filter(|_| fitting.next().is_none());
        if let Some(at) = of_gender.or(only) {
            let (told, cluster) = &mut self.opened[at];
            *told = told.or(gender);
            return *cluster;
        }
        self.opened.push((gender, new));
        new
    }
}

/// Whether a word that was not tagged as a person is the surname of one, or the first name of one who is clearly a person, and
/// nothing that is known otherwise.
fn is_misread_part(short: &Name, person: &Name) -> bool {
    let words = person_names::bare(&person.words);
    let is = |word: Option<&Word>| word.is_some_and(|word| word.text == short.key);
    short.is_single()
        && person.words.len() > 1
        && short.known.is_none()
        && short.certainty() < DOUBTFUL
        && (is(words.last()) || is(words.first()) && person.certainty() >= DOUBTFUL)
}

/// Whether a word that was not tagged as a body is the name of a company but for its form: "Nordvolt" of "Nordvolt AB".
fn is_misread_company(short: &Name, company: &Name) -> bool {
    let core = organisation_names::without_form(&company.words);
    short.is_single()
        && core.len() < company.words.len()
        && short.known.is_none()
        && short.certainty() < DOUBTFUL
        && matches!(core, [word] if word.text == short.key)
}

/// Whether a name, whatever it was taken for, is that of a storm: "Otto" of "Hurricane Otto".
fn is_name_of_storm(short: &Name, storm: &Name) -> bool {
    short.is_single() && is_storm(storm) && storm.words.last().is_some_and(|word| word.text == short.key)
}

/// "Hurricane Otto", "Severe Cyclonic Storm Pia".
fn is_storm(name: &Name) -> bool {
    const STORMS: [&str; 5] = ["hurricane", "typhoon", "cyclone", "storm", "depression"];
    name.words.len() > 1 && name.words[..name.words.len() - 1].iter().any(|word| STORMS.contains(&word.text.as_str()))
}

/// Organisations, works, products and events are easily taken for each other; places and groups are not.
pub(super) fn may_be_one(a: EntityKind, b: EntityKind) -> bool {
    let loose =
        |kind| matches!(kind, EntityKind::Organisation | EntityKind::Work | EntityKind::Product | EntityKind::Event);
    a == b || (loose(a) && loose(b))
}

/// The fullest name says as much as all shorter ones together: "Bloomberg" is mostly a company, "Michael Bloomberg" none.
fn kind_of_names(cluster: &Cluster, names: &NameTable) -> EntityKind {
    let (fullest, shorter) = cluster.names.split_at(cluster.names.len().min(1));
    let mut shares = shares(fullest, names);
    shares.iter_mut().zip(self::shares(shorter, names)).for_each(|(share, more)| *share += more);
    strongest(&shares)
}

/// How often mentions with these names were taken for each kind, in shares of one.
fn shares(ids: &[NameId], names: &NameTable) -> KindProbabilities {
    let mut votes = KindProbabilities::default();
    for &name in ids {
        names[name].votes().iter().zip(&mut votes).for_each(|(vote, sum)| *sum += vote);
    }
    let total: f32 = votes.iter().sum();
    votes.map(|sum| if total > 0.0 { sum / total } else { 0.0 })
}
