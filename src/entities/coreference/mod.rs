//! Pronouns and descriptions, and what they refer to.
//!
//! The text is read once from left to right. At every pronoun and description the entities mentioned within reach are compared by a
//! small linear model, with one more choice: that the pronoun stands for nothing that is named.

mod anaphors;
mod evidence;
mod features;
mod no_antecedent;
mod antecedent_scorer;

use super::{
    merge::{self, Cluster, Genders, Member},
    names::{MentionId, NameTable},
    roles,
    syntax::{GrammaticalRole, Syntax},
};
use crate::{
    mentions::Mention,
    model::{Class, Classes, Gender},
    report::{BlockKind, EntityKind, Form, Link, Source},
    sort,
};
use anaphors::{Anaphor, PronounClass};
pub(crate) use antecedent_scorer::LinearScorer;
#[cfg(feature = "training")]
pub(super) use antecedent_scorer::STEP;
use evidence::{Called, Candidate, Discourse, Occurrence, Pair};
#[cfg(feature = "training")]
pub(super) use features::weights;
use no_antecedent::NoAntecedent;
use std::ops::Range;

/// How many sentences back a pronoun may reach.
const REACH: usize = 8;
/// The same for a description.
const FAR_REACH: usize = 30;
/// How many entities are compared at most.
const MAX_RIVALS: usize = 12;

/// What a pronoun may refer to: the first choice is nothing, the others are clusters.
#[derive(Debug)]
pub(crate) struct Choices {
    /// Whether a pronoun or a description is to be resolved.
    pub(crate) form: Form,
    pub(crate) clusters: Vec<usize>,
    /// The weights of each choice, that of nothing first.
    pub(crate) features: Vec<Vec<u16>>,
}

/// Chooses among antecedents: gives the index of a choice and how sure it is.
pub(crate) trait AntecedentScorer {
    fn choose(&mut self, anaphor: &Mention, choices: &Choices) -> (usize, f32);
}

/// Adds to every cluster the pronouns and descriptions that refer to it. They are appended to `mentions`.
pub(super) fn resolve(
    syntax: &Syntax,
    mentions: &mut Vec<Mention>,
    names: &NameTable,
    clusters: &mut [Cluster],
    scorer: &mut dyn AntecedentScorer,
) {
    let mut reader = Reader::new(syntax, mentions, names, clusters);
    let found = reader.read(scorer);
    for (cluster, mention, confidence) in found {
        let link = if mention.tokens.len() > 1 { Link::Description } else { Link::Pronoun };
        clusters[cluster].mentions.push(Member { mention: MentionId::at(mentions.len()), link, confidence });
        mentions.push(mention);
    }
}

/// Whether a name may be taken up in the story: those of authors, photographers and editors are not, nor those of datelines.
fn is_of_story(syntax: &Syntax, mention: &Mention) -> bool {
    let token = mention.tokens.start;
    let kind = syntax.reading.block_kind(token);
    kind.is_read() && !matches!(kind, BlockKind::Byline | BlockKind::Credit) && !syntax.is_lead(token)
}

/// Whether pronouns are followed up for things of this kind: people and organisations.
pub(super) const fn is_referred_to(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organisation)
}

/// A mention of a cluster in the order of the text.
struct Step<'a> {
    mention: &'a Mention,
    cluster: usize,
}

/// What is known of a cluster before the text is read.
struct Known {
    kind: EntityKind,
    /// How often it is named.
    named: usize,
    gender: Genders,
    /// The words of its roles and names.
    words: Vec<u32>,
    /// How many years old the text says it is.
    age: Option<u8>,
    /// The classes of the words of its names, all together.
    classes: Classes,
}

impl Known {
    fn of(syntax: &Syntax, mentions: &[Mention], names: &NameTable, cluster: &Cluster) -> Known {
        const MOST: usize = 40;
        let named = cluster.mentions.iter().map(|m| &mentions[m.mention.index()]);
        let named = named.filter(|m| syntax.reading.block_kind(m.tokens.start).is_read());
        let roles = named.clone().filter_map(|m| roles::beside(syntax, m)).flat_map(|role| role.tokens);
        let tokens = roles.chain(named.clone().flat_map(|m| m.tokens.clone())).take(MOST);
        let mut words: Vec<_> = tokens.map(|t| syntax.reading.tokens.form(t).lower).collect();
        let of_names =
            named.clone().flat_map(|m| m.tokens.clone()).take(MOST).map(|t| syntax.reading.tokens.classes(t).0);
        let classes = Classes(of_names.fold(0, |all, classes| all | classes));
        let told =
            || named.clone().filter_map(|m| roles::beside(syntax, m)).find_map(|role| roles::gender(syntax, &role));
        let Genders { told: titled, listed } = cluster.gender;
        let age = named.clone().find_map(|m| roles::age(syntax, m));
        words.sort_unstable();
        words.dedup();
        Known {
            kind: merge::kind(cluster, names),
            named: named.clone().count(),
            gender: Genders { told: titled.or_else(told), listed },
            words,
            age,
            classes,
        }
    }
}

struct Reader<'a> {
    syntax: &'a Syntax<'a>,
    steps: Vec<Step<'a>>,
    candidates: Vec<Option<Candidate>>,
    /// What is known of every cluster before the text is read.
    known: Vec<Known>,
    /// Clusters in the order of their last mention, the latest last; only those within reach.
    recent: Vec<usize>,
    /// What the last pronoun of each class referred to.
    last: [Option<usize>; PronounClass::COUNT],
    discourse: Discourse,
    /// How many people were mentioned so far.
    order: usize,
}

impl<'a> Reader<'a> {
    fn new(syntax: &'a Syntax<'a>, mentions: &'a [Mention], names: &NameTable, clusters: &[Cluster]) -> Reader<'a> {
        let mut steps: Vec<_> = clusters
            .iter()
            .enumerate()
            .flat_map(|(cluster, d)| {
                d.mentions.iter().map(move |m| Step { mention: &mentions[m.mention.index()], cluster })
            })
            .filter(|step| step.mention.kind.is_named() && is_of_story(syntax, step.mention))
            .collect();
        sort::by_key(&mut steps, |step| sort::span(step.mention.span));
        let known: Vec<_> = clusters.iter().map(|d| Known::of(syntax, mentions, names, d)).collect();
        let people = known.iter().filter(|k| k.kind == EntityKind::Person);
        let most_named = people.map(|k| k.named).max().unwrap_or(0);
        Reader {
            syntax,
            steps,
            candidates: vec![None; clusters.len()],
            known,
            recent: Vec::new(),
            last: [None; PronounClass::COUNT],
            discourse: Discourse { most_named, ..Discourse::default() },
            order: 0,
        }
    }

    /// The pronouns that refer to clusters.
    fn read(&mut self, scorer: &mut dyn AntecedentScorer) -> Vec<(usize, Mention, f32)> {
        let mut found = Vec::new();
        let mut next = 0;
        let mut token = 0;
        while token < self.syntax.len() {
            if let Some(step) = self.steps.get(next).filter(|step| step.mention.tokens.start <= token) {
                token = step.mention.tokens.end.max(token);
                let (cluster, tokens) = (step.cluster, step.mention.tokens.clone());
                self.note(cluster, tokens, Form::Name);
                next += 1;
                continue;
            }
            let limit = self.steps.get(next).map(|step| step.mention.tokens.start);
            let anaphor = anaphors::at(self.syntax, token, limit);
            token = anaphor.as_ref().map_or(token + 1, |a| a.tokens.end);
            found.extend(anaphor.and_then(|anaphor| self.refer(anaphor, next, scorer)));
        }
        found
    }

    /// Records a mention of a cluster.
    fn note(&mut self, cluster: usize, tokens: Range<usize>, form: Form) {
        let token = tokens.start;
        let (sentence, block) = (self.syntax.sentence(token), self.syntax.block(token));
        let last = Occurrence { grammatical_role: self.syntax.grammatical_role(&tokens), tokens, form };
        if self.syntax.quotation(token) == 0
            && matches!(last.grammatical_role, GrammaticalRole::Subject | GrammaticalRole::Speaker)
        {
            self.discourse.note_subject(cluster, sentence, block);
            if last.grammatical_role == GrammaticalRole::Speaker {
                self.discourse.speaker = Some(cluster);
            }
        }
        match &mut self.candidates[cluster] {
            Some(candidate) => {
                (candidate.count, candidate.last) = (candidate.count + 1, last);
                let (last_block, count) = candidate.in_block;
                candidate.in_block = (block, if last_block == block { count + 1 } else { 1 });
            }
            none => {
                let &Known { kind, named, gender, ref words, age, classes } = &self.known[cluster];
                let words = words.clone();
                let in_block = (block, 1);
                let (called, order, count) = (Called::default(), self.order, 1);
                *none =
                    Some(Candidate { kind, gender, called, named, words, age, classes, count, in_block, order, last });
                self.order += usize::from(kind == EntityKind::Person);
            }
        }
        self.recent.retain(|&d| d != cluster);
        self.recent.push(cluster);
        if self.recent.len() > 2 * MAX_RIVALS {
            self.recent.remove(0);
        }
    }

    /// What a pronoun refers to, recorded.
    fn refer(
        &mut self,
        anaphor: Anaphor,
        next: usize,
        scorer: &mut dyn AntecedentScorer,
    ) -> Option<(usize, Mention, f32)> {
        let choices = self.choices(&anaphor, next);
        let tokens = anaphor.tokens.clone();
        let mention = Mention {
            span: self.syntax.reading.tokens.span(tokens.clone()),
            tokens: tokens.clone(),
            kind: EntityKind::Person,
            source: Source::Coreference,
            confidence: 1.0,
            kind_probabilities: None,
            value: None,
        };
        let (choice, confidence) = scorer.choose(&mention, &choices);
        let cluster = *choices.clusters.get(choice.checked_sub(1)?)?;
        let kind = self.known[cluster].kind;
        self.last[anaphor.class.index()] = Some(cluster);
        if choices.form == Form::Pronoun && !is_referred_to(kind) {
            return None;
        }
        self.note(cluster, tokens, choices.form);
        if let (Some(candidate), PronounClass::Human(gender)) = (&mut self.candidates[cluster], anaphor.class) {
            candidate.called.count(gender);
        }
        Some((cluster, Mention { kind, ..mention }, confidence))
    }

    /// The clusters within reach that a pronoun may refer to.
    fn choices(&self, anaphor: &Anaphor, next: usize) -> Choices {
        let here = self.syntax.sentence(anaphor.tokens.start);
        let form = form(anaphor.class);
        let reach = if form == Form::Pronoun { REACH } else { FAR_REACH };
        let within = |candidate: &Candidate| here - self.syntax.sentence(candidate.last.tokens.start) <= reach;
        let speaker = self.speaker_after(anaphor, next);
        let fitting = self.recent.iter().rev().filter_map(|&d| Some((d, self.candidates[d].as_ref()?)));
        let fitting: Vec<_> = fitting
            .filter(|(_, candidate)| within(candidate) && fits(anaphor, candidate) && self.agrees(anaphor, candidate))
            .filter(|(_, candidate)| !self.is_heard_from(anaphor, candidate))
            .take(MAX_RIVALS)
            .collect();
        let fitting = without_other_sex(fitting, called(anaphor));
        let fits = |candidate: &Candidate| evidence::fit(self.syntax, anaphor, candidate);
        let fit = fitting.iter().map(|(_, candidate)| fits(candidate)).max().unwrap_or(0);
        let rivals_called =
            fitting.iter().filter(|(_, c)| c.called.mostly().is_some() && c.called.mostly() == called(anaphor)).count();
        let none = NoAntecedent { syntax: self.syntax, anaphor, rivals: fitting.len(), fit };
        let mut features = vec![features::of_no_antecedent(&none)];
        for (rank, &(cluster, candidate)) in fitting.iter().enumerate() {
            features.push(features::of_pair(&Pair {
                syntax: self.syntax,
                anaphor,
                candidate,
                cluster,
                discourse: &self.discourse,
                rivals_called,
                rank,
                fit: fits(candidate),
                continues: self.last[anaphor.class.index()] == Some(cluster),
                speaks: speaker == Some(cluster) || self.speaks_before(anaphor, candidate),
            }));
        }
        Choices { form, clusters: fitting.into_iter().map(|(cluster, _)| cluster).collect(), features }
    }

    /// Whether a description may be of a body with this name: no company is a ministry, no party a regulator, and a ministry
    /// is called one; a newspaper is an outlet, and an outlet that reports is none of what a story is about.
    fn agrees(&self, anaphor: &Anaphor, candidate: &Candidate) -> bool {
        if !matches!(anaphor.class, PronounClass::Described(EntityKind::Organisation)) {
            return true;
        }
        let tokens = &self.syntax.reading.tokens;
        let head = tokens.form(anaphor.tokens.end - 1);
        let is_called_so = candidate.words.contains(&head.lower);
        let is_public = candidate.classes.has(Class::PublicNoun);
        let is_company = candidate.classes.has(Class::CompanySuffix) || candidate.classes.has(Class::CompanyNoun);
        let reports = anaphor.tokens.clone().any(|token| tokens.classes(token).has(Class::NewsOutlet));
        let differs = head.classes.has(Class::PublicNoun) && (is_public || is_company)
            || head.classes.has(Class::CompanyNoun) && is_public
            || head.classes.has(Class::Institution)
            || candidate.classes.has(Class::NewsOutlet) != reports;
        is_called_so || !differs
    }

    /// Whether somebody hears or asks in the sentence of a pronoun and so is not its speaker: "In an interview with Lowe, she said".
    fn is_heard_from(&self, anaphor: &Anaphor, candidate: &Candidate) -> bool {
        let (last, at) = (&candidate.last.tokens, anaphor.tokens.start);
        last.start < at && self.syntax.sentence(last.start) == self.syntax.sentence(at) && is_hearer(self.syntax, last)
    }

    /// For a pronoun in a quotation: the cluster that is named as its speaker right behind it.
    fn speaker_after(&self, anaphor: &Anaphor, next: usize) -> Option<usize> {
        const NEAR: usize = 4;
        let at = anaphor.tokens.start;
        let quotation = self.syntax.quotation(at);
        let outside = |step: &&Step| self.syntax.quotation(step.mention.tokens.start) != quotation;
        let step = self.steps[next..].iter().take(NEAR).find(outside).filter(|_| quotation > 0)?;
        let same = self.syntax.sentence(step.mention.tokens.start) <= self.syntax.sentence(at) + 1;
        (same && self.syntax.grammatical_role(&step.mention.tokens) == GrammaticalRole::Speaker).then_some(step.cluster)
    }

    /// For a pronoun in a quotation: whether the entity was named as a speaker in the same sentence before it.
    fn speaks_before(&self, anaphor: &Anaphor, candidate: &Candidate) -> bool {
        let at = anaphor.tokens.start;
        self.syntax.quotation(at) > 0
            && self.syntax.quotation(candidate.last.tokens.start) == 0
            && candidate.last.grammatical_role == GrammaticalRole::Speaker
            && self.syntax.sentence(candidate.last.tokens.start) == self.syntax.sentence(at)
    }
}

/// Whether a mention follows "interview with", "asked by" or the like, over its titles.
fn is_hearer(syntax: &Syntax, mention: &Range<usize>) -> bool {
    const FARTHEST: usize = 8;
    let near = mention.start.saturating_sub(FARTHEST)..mention.start;
    let links = |token: usize| matches!(syntax.word(token), "with" | "to" | "by");
    let link = near.rev().take_while(|&t| syntax.tag(t, mention.start).is_some()).find(|&t| links(t));
    link.and_then(|link| link.checked_sub(1)).is_some_and(|before| syntax.has(before, Class::Interview))
}

/// Those of whom the text does not tell the other sex; and, if there are any, of whom their first names do not either.
fn without_other_sex(mut fitting: Vec<(usize, &Candidate)>, wanted: Option<Gender>) -> Vec<(usize, &Candidate)> {
    let Some(wanted) = wanted else { return fitting };
    fitting.retain(|(_, candidate)| !candidate.is_told_other(wanted));
    if fitting.iter().any(|(_, candidate)| !candidate.is_listed_other(wanted)) {
        fitting.retain(|(_, candidate)| !candidate.is_listed_other(wanted));
    }
    fitting
}

/// The sex that a pronoun tells.
fn called(anaphor: &Anaphor) -> Option<Gender> {
    if let PronounClass::Human(gender) = anaphor.class { Some(gender) } else { None }
}

fn form(class: PronounClass) -> Form {
    if matches!(class, PronounClass::Described(_)) { Form::Description } else { Form::Pronoun }
}

/// Whether a pronoun of this class may stand for such a thing at all.
fn fits(anaphor: &Anaphor, candidate: &Candidate) -> bool {
    match anaphor.class {
        PronounClass::Human(_) => candidate.kind == EntityKind::Person,
        PronounClass::Thing => !matches!(candidate.kind, EntityKind::Person | EntityKind::Group),
        PronounClass::Plural => candidate.kind != EntityKind::Person,
        PronounClass::Described(kind) => {
            candidate.kind == kind && anaphor.age.is_none_or(|age| candidate.age == Some(age))
        }
    }
}
