//! Pronouns and descriptions, and what they refer to.
//!
//! The text is read once from left to right. At every pronoun and description the entities mentioned within reach are
//! compared by a small linear model, with one more choice: that the pronoun stands for nothing that is named. Only who
//! speaks a quotation is settled before its words are read, although it stands behind them: in "“He is ill,” she said" the
//! words tell nothing of who she is, while she is not he.

mod anaphors;
mod answers;
mod choices;
mod evidence;
mod features;
mod known;
mod marks;
mod narrowing;
mod nations;
mod no_antecedent;
mod place;
mod posts;
mod questions;
mod quotation_speaker;
mod ruled_out;
mod antecedent_scorer;
mod story;
mod told_words;
mod unnamed;

use super::{
    merge::{Cluster, Member},
    names::{MentionId, NameTable},
    roles::Roles,
    syntax::{GrammaticalRole, Syntax},
};
use crate::{
    mentions::Mention,
    report::{EntityKind, Form, Link, Source},
};
use anaphors::{Anaphor, PronounClass};
pub(crate) use antecedent_scorer::LinearScorer;
#[cfg(feature = "training")]
pub(super) use antecedent_scorer::STEP;
use evidence::Candidate;
use features::Features;
#[cfg(feature = "training")]
pub(super) use features::weights;
pub(crate) use questions::{ASKING, PUT_TO};
use story::{Step, Story};

/// What a pronoun may refer to: the first choice is nothing, the others are clusters.
#[derive(Debug)]
pub(crate) struct Choices {
    /// Whether a pronoun or a description is to be resolved.
    pub(crate) form: Form,
    pub(crate) clusters: Vec<usize>,
    /// The weights of each choice, that of nothing first.
    pub(crate) features: Features,
    /// Whether the last speaker is left out for the other sex.
    overruled: bool,
    /// Whether the sentences around settle who is meant.
    told: bool,
    /// Whether somebody in the sentence asks or hears, so that whoever answers was named before; or "they" is said of one person.
    pub(crate) answers: bool,
}

/// Chooses among antecedents: gives the index of a choice and how sure it is.
pub(crate) trait AntecedentScorer {
    fn choose(&mut self, anaphor: &Mention, choices: &Choices) -> (usize, f32);
}

/// How sure it is at most that somebody speaks of whom the last speaker said something, though the first name of the
/// last speaker is usual for the other sex: "Ana Lowe said Kim Poe was ill. He will be back, he said".
const DOUBTED: f32 = 0.6;

/// How sure it is at most that "she" is somebody whom the text called "he".
const CALLED_OTHER: f32 = 0.5;

/// How sure it is at least that "the goalkeeper" is the one of whom the text says it.
const TOLD: f32 = 0.75;

/// Adds to every cluster the pronouns and descriptions that refer to it. They are appended to `mentions`.
pub(super) fn resolve(
    syntax: &Syntax,
    mentions: &mut Vec<Mention>,
    names: &NameTable,
    roles: &Roles,
    clusters: &mut [Cluster],
    scorer: &mut dyn AntecedentScorer,
) {
    let found = Story::new(syntax, mentions, names, roles, clusters).read(scorer);
    mentions.reserve_exact(found.len());
    for Found { cluster, mention, link, confidence, instead_of } in found {
        if let Some(step) = instead_of {
            clusters[step.0].mentions.retain(|member| member.mention != step.1);
        }
        clusters[cluster].mentions.push(Member { mention: MentionId::at(mentions.len()), link, confidence });
        mentions.push(mention);
    }
}

/// A pronoun or description with the cluster to which it refers.
struct Found {
    cluster: usize,
    mention: Mention,
    link: Link,
    confidence: f32,
    /// The mention that it replaces, with its cluster: that of the people to whom "the Spaniard" belongs.
    instead_of: Option<(usize, MentionId)>,
}

/// A pronoun or description of which is known what it refers to, if to anything named.
struct Settled {
    anaphor: Anaphor,
    mention: Mention,
    cluster: Option<usize>,
    confidence: f32,
    form: Form,
}

/// Whether pronouns are followed up for things of this kind: people and organisations.
pub(super) const fn is_referred_to(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organisation)
}

impl Story<'_> {
    /// The pronouns that refer to clusters.
    fn read(&mut self, scorer: &mut dyn AntecedentScorer) -> Vec<Found> {
        let mut found = Vec::new();
        let mut next = 0;
        let mut token = 0;
        // The pronoun behind the quotation that is being read.
        let mut speaker: Option<Settled> = None;
        loop {
            let settled = speaker.as_ref().map(|settled| settled.anaphor.tokens.start);
            token = self.next_place(token, next, settled);
            if token >= self.syntax.len() {
                return found;
            }
            if let Some((quotation, anaphor)) = self.speaker_behind(token) {
                let behind = self.steps.partition_point(|step| step.mention.tokens.start < anaphor.tokens.start);
                let settled = self.settle(anaphor, behind, scorer);
                self.spoken_by = Some((quotation, settled.cluster));
                speaker = Some(settled);
            }
            if let Some(step) = self.steps.get(next).filter(|step| step.mention.tokens.start <= token) {
                token = step.mention.tokens.end.max(token);
                let (cluster, id, tokens) = (step.cluster, step.id, step.mention.tokens.clone());
                let one = step.people.and_then(|mark| anaphors::one_of_a_people(self.syntax, &tokens, mark));
                next += 1;
                let one = one.filter(|anaphor| !self.is_role(anaphor, next));
                match one.and_then(|anaphor| self.refer(anaphor, next, scorer)) {
                    Some(one) => found.push(Found { instead_of: Some((cluster, id)), ..one }),
                    None => self.note(cluster, tokens, Form::Name),
                }
                continue;
            }
            if let Some(settled) = speaker.take_if(|settled| settled.anaphor.tokens.start <= token) {
                token = settled.anaphor.tokens.end.max(token);
                found.extend(self.record(settled));
                continue;
            }
            if !anaphors::may_begin(self.syntax, token) {
                token += 1;
                continue;
            }
            let names = [next, next + 1].map(|step| self.steps.get(step).map(|step| &step.mention.tokens));
            let anaphor = anaphors::at(self.syntax, token, names);
            token = anaphor.as_ref().map_or(token + 1, |a| a.tokens.end);
            let anaphor = anaphor.filter(|anaphor| !self.is_apposed(anaphor, next) && !self.is_role(anaphor, next));
            found.extend(anaphor.and_then(|anaphor| self.refer(anaphor, next, scorer)));
        }
    }

    /// The first token from one on where something is to be done: there the next name begins, or the pronoun that is settled,
    /// or a quotation opens, or a pronoun or description may begin; the end of the text if there is none.
    fn next_place(&self, from: usize, next: usize, settled: Option<usize>) -> usize {
        let name = self.steps.get(next).map_or(self.syntax.len(), |step| step.mention.tokens.start);
        let until = settled.map_or(name, |settled| settled.min(name));
        let begins = |&token: &usize| self.opened_at(token).is_some() || anaphors::may_begin(self.syntax, token);
        (from..until).find(begins).unwrap_or(until.max(from))
    }

    /// Whether a description says who somebody is: "Ana Lowe, the former minister,".
    fn is_apposed(&self, anaphor: &Anaphor, next: usize) -> bool {
        let PronounClass::Described(kind) = anaphor.class else { return false };
        let name = next.checked_sub(1).map(|last| &self.steps[last]);
        let is_closed = matches!(self.syntax.word_at(anaphor.tokens.end), "," | "." | ";" | ")" | "-" | "–" | "—");
        name.is_some_and(|name| {
            let end = name.mention.tokens.end;
            self.known[name.cluster].kind == kind
                && end + 1 == anaphor.tokens.start
                && matches!(self.syntax.word(end), "," | "(" | "-" | "–" | "—")
                && is_closed
        })
    }

    /// Whether a description belongs to what is said of whom or what is named behind it: "The press secretary to the mayor, Ana Lowe,".
    fn is_role(&self, anaphor: &Anaphor, next: usize) -> bool {
        const NEAR: usize = 2;
        let last = anaphor.tokens.end - 1;
        let is_inside = |step: &Step| self.known[step.cluster].roles.iter().any(|role| role.contains(&last));
        // In "the mayor's former husband, Kim Poe," the mayor is somebody else.
        let is_owner = anaphor.grammatical_role == GrammaticalRole::Possessor;
        matches!(anaphor.class, PronounClass::Described(_))
            && !is_owner
            && self.steps[next..].iter().take(NEAR).any(is_inside)
    }

    /// What a pronoun refers to, recorded.
    fn refer(&mut self, anaphor: Anaphor, next: usize, scorer: &mut dyn AntecedentScorer) -> Option<Found> {
        let settled = self.settle(anaphor, next, scorer);
        self.record(settled)
    }

    /// What a pronoun refers to.
    fn settle(&self, anaphor: Anaphor, next: usize, scorer: &mut dyn AntecedentScorer) -> Settled {
        let choices = self.choices(&anaphor, next);
        let tokens = anaphor.tokens.clone();
        let mention = Mention {
            span: self.syntax.reading.tokens.span(tokens.clone()),
            tokens,
            kind: EntityKind::Person,
            source: Source::Coreference,
            confidence: 1.0,
            kind_probabilities: None,
            value: None,
        };
        let (choice, confidence) = scorer.choose(&mention, &choices);
        let cluster = choice.checked_sub(1).and_then(|choice| choices.clusters.get(choice).copied());
        let is_other = |c: &Candidate| choices::is_said_to_be_other(self.syntax, &anaphor, c);
        let cluster = cluster.filter(|&cluster| !self.candidates[cluster].as_ref().is_some_and(is_other));
        let candidate = cluster.and_then(|cluster| self.candidates[cluster].as_ref());
        let is_called_other = |candidate: &Candidate| match anaphor.class {
            PronounClass::Human(sex) => candidate.is_called_other(sex),
            _ => false,
        };
        let is_doubted = candidate.is_some_and(|candidate| choices.overruled && candidate.only_reported);
        let is_told = |c: &Candidate| evidence::is_told(self.syntax, &anaphor, c);
        let rivals = choices.clusters.iter().filter_map(|&cluster| self.candidates[cluster].as_ref());
        let is_told = choices.told && candidate.is_some()
            || candidate.is_some_and(is_told) && rivals.filter(|c| is_told(c)).count() == 1;
        let confidence = if is_doubted { confidence.min(DOUBTED) } else { confidence };
        let is_other = candidate.is_some_and(is_called_other);
        let confidence = if is_other { confidence.min(CALLED_OTHER) } else { confidence };
        let confidence = if is_told { confidence.max(TOLD) } else { confidence };
        Settled { anaphor, mention, cluster, confidence, form: choices.form }
    }

    /// Records what a pronoun refers to, where it stands.
    fn record(&mut self, settled: Settled) -> Option<Found> {
        let Settled { anaphor, mention, cluster, confidence, form } = settled;
        self.note_reference(&anaphor, cluster);
        let cluster = cluster?;
        let kind = self.known[cluster].kind;
        if form == Form::Pronoun && !is_referred_to(kind) {
            return None;
        }
        self.note(cluster, anaphor.tokens, form);
        if let (Some(candidate), PronounClass::Human(gender)) = (&mut self.candidates[cluster], anaphor.class) {
            candidate.called.count(gender);
        }
        let link = if form == Form::Pronoun { Link::Pronoun } else { Link::Description };
        Some(Found { cluster, mention: Mention { kind, ..mention }, link, confidence, instead_of: None })
    }
}
