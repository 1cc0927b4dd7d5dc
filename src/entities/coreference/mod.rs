//! Pronouns and descriptions, and what they refer to.
//!
//! The text is read once from left to right. At every pronoun and description the entities mentioned within reach are compared by a
//! small linear model, with one more choice: that the pronoun stands for nothing that is named.

mod anaphora;
mod features;
mod ranker;

use super::{
    merge::{self, Draft, Member},
    names::Name,
    roles,
    scene::{Part, Scene},
};
use crate::{
    mentions::Mention,
    model::{Class, Classes, Gender},
    report::{EntityKind, Form, Link, Source},
    sort,
};
use anaphora::{Anaphor, Sort};
#[cfg(feature = "training")]
pub(super) use features::weights;
use features::{Alone, Pair, Sketch, Spot};
pub(crate) use ranker::Ranker;
#[cfg(feature = "training")]
pub(super) use ranker::STEP;

/// How many sentences back a pronoun may reach.
const REACH: usize = 8;
/// The same for a description.
const FAR_REACH: usize = 30;
/// How many entities are compared at most.
const MAX_RIVALS: usize = 12;

/// What a pronoun may refer to: the first choice is nothing, the others are drafts.
#[derive(Debug)]
pub(crate) struct Choices {
    /// Whether a pronoun or a description is to be resolved.
    pub(crate) form: Form,
    pub(crate) drafts: Vec<usize>,
    /// The weights of each choice, that of nothing first.
    pub(crate) features: Vec<Vec<u16>>,
}

/// Chooses among antecedents: gives the index of a choice and how sure it is.
pub(crate) trait Judge {
    fn choose(&mut self, anaphor: &Mention, choices: &Choices) -> (usize, f32);
}

/// Adds to every draft the pronouns and descriptions that refer to it. They are appended to `mentions`.
pub(super) fn resolve(
    scene: &Scene,
    mentions: &mut Vec<Mention>,
    names: &[Name],
    drafts: &mut [Draft],
    judge: &mut dyn Judge,
) {
    let mut reader = Reader::new(scene, mentions, names, drafts);
    let found = reader.read(judge);
    for (draft, mention, confidence) in found {
        let link = if mention.tokens.len() > 1 { Link::Description } else { Link::Pronoun };
        drafts[draft].mentions.push(Member { mention: mentions.len(), link, confidence });
        mentions.push(mention);
    }
}

/// Whether pronouns are followed up for things of this kind: people and organisations.
pub(super) const fn is_referred_to(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organisation)
}

/// A mention of a draft in the order of the text.
struct Step<'a> {
    mention: &'a Mention,
    draft: usize,
}

/// What is known of a draft before the text is read.
struct Known {
    kind: EntityKind,
    /// How often it is named.
    named: usize,
    gender: Option<Gender>,
    /// The words of its roles and names.
    words: Vec<u32>,
    /// The classes of the words of its names, all together.
    classes: Classes,
}

impl Known {
    fn of(scene: &Scene, mentions: &[Mention], names: &[Name], draft: &Draft) -> Known {
        const MOST: usize = 40;
        let named = draft.mentions.iter().map(|m| &mentions[m.mention]);
        let roles = named.clone().filter_map(|m| roles::beside(scene, m)).flat_map(|role| role.tokens);
        let tokens = roles.chain(named.clone().flat_map(|m| m.tokens.clone())).take(MOST);
        let mut words: Vec<_> = tokens.map(|t| scene.reading.tokens.form(t).lower).collect();
        let of_names = named.flat_map(|m| m.tokens.clone()).take(MOST).map(|t| scene.reading.tokens.classes(t).0);
        let classes = Classes(of_names.fold(0, |all, classes| all | classes));
        words.sort_unstable();
        words.dedup();
        Known { kind: merge::kind(draft, names), named: draft.mentions.len(), gender: draft.gender, words, classes }
    }
}

struct Reader<'a> {
    scene: &'a Scene<'a>,
    steps: Vec<Step<'a>>,
    sketches: Vec<Option<Sketch>>,
    /// What is known of every draft before the text is read.
    known: Vec<Known>,
    /// Drafts in the order of their last mention, the latest last; only those within reach.
    recent: Vec<usize>,
    /// What the last pronoun of each sort referred to.
    last: [Option<usize>; Sort::COUNT],
}

impl<'a> Reader<'a> {
    fn new(scene: &'a Scene<'a>, mentions: &'a [Mention], names: &[Name], drafts: &[Draft]) -> Reader<'a> {
        let mut steps: Vec<_> = drafts
            .iter()
            .enumerate()
            .flat_map(|(draft, d)| d.mentions.iter().map(move |m| Step { mention: &mentions[m.mention], draft }))
            .filter(|step| step.mention.kind.is_named() && !scene.is_lead(step.mention.tokens.start))
            .collect();
        sort::by_key(&mut steps, |step| sort::span(step.mention.span));
        Reader {
            scene,
            steps,
            sketches: vec![None; drafts.len()],
            known: drafts.iter().map(|d| Known::of(scene, mentions, names, d)).collect(),
            recent: Vec::new(),
            last: [None; Sort::COUNT],
        }
    }

    /// The pronouns that refer to drafts.
    fn read(&mut self, judge: &mut dyn Judge) -> Vec<(usize, Mention, f32)> {
        let mut found = Vec::new();
        let mut next = 0;
        let mut token = 0;
        while token < self.scene.len() {
            if let Some(step) = self.steps.get(next).filter(|step| step.mention.tokens.start <= token) {
                token = step.mention.tokens.end.max(token);
                let (draft, tokens) = (step.draft, step.mention.tokens.clone());
                self.note(draft, tokens, Form::Name);
                next += 1;
                continue;
            }
            let limit = self.steps.get(next).map_or(usize::MAX, |step| step.mention.tokens.start);
            let anaphor = anaphora::at(self.scene, token, limit);
            token = anaphor.as_ref().map_or(token + 1, |a| a.tokens.end);
            found.extend(anaphor.and_then(|anaphor| self.refer(anaphor, next, judge)));
        }
        found
    }

    /// Records a mention of a draft.
    fn note(&mut self, draft: usize, tokens: std::ops::Range<usize>, form: Form) {
        let last = Spot { part: self.scene.part(&tokens), tokens, form };
        match &mut self.sketches[draft] {
            Some(sketch) => (sketch.count, sketch.last) = (sketch.count + 1, last),
            none => {
                let &Known { kind, named, gender, ref words, classes } = &self.known[draft];
                let words = words.clone();
                *none = Some(Sketch { kind, gender, called: None, named, words, classes, count: 1, last });
            }
        }
        self.recent.retain(|&d| d != draft);
        self.recent.push(draft);
        if self.recent.len() > 2 * MAX_RIVALS {
            self.recent.remove(0);
        }
    }

    /// What a pronoun refers to, recorded.
    fn refer(&mut self, anaphor: Anaphor, next: usize, judge: &mut dyn Judge) -> Option<(usize, Mention, f32)> {
        let choices = self.choices(&anaphor, next);
        let tokens = anaphor.tokens.clone();
        let mention = Mention {
            span: self.scene.reading.tokens.span(tokens.clone()),
            tokens: tokens.clone(),
            kind: EntityKind::Person,
            source: Source::Coreference,
            confidence: 1.0,
            kind_probabilities: None,
            value: None,
        };
        let (choice, confidence) = judge.choose(&mention, &choices);
        let draft = *choices.drafts.get(choice.checked_sub(1)?)?;
        let kind = self.known[draft].kind;
        self.last[anaphor.sort.index()] = Some(draft);
        if choices.form == Form::Pronoun && !is_referred_to(kind) {
            return None;
        }
        self.note(draft, tokens, choices.form);
        if let (Some(sketch), Sort::Human(gender)) = (&mut self.sketches[draft], anaphor.sort) {
            sketch.called.get_or_insert(gender);
        }
        Some((draft, Mention { kind, ..mention }, confidence))
    }

    /// The drafts within reach that a pronoun may refer to.
    fn choices(&self, anaphor: &Anaphor, next: usize) -> Choices {
        let here = self.scene.sentence(anaphor.tokens.start);
        let form = form(anaphor.sort);
        let reach = if form == Form::Pronoun { REACH } else { FAR_REACH };
        let within = |sketch: &Sketch| here - self.scene.sentence(sketch.last.tokens.start) <= reach;
        let speaker = self.speaker_after(anaphor, next);
        let fitting = self.recent.iter().rev().filter_map(|&d| Some((d, self.sketches[d].as_ref()?)));
        let fitting: Vec<_> = fitting
            .filter(|(_, sketch)| within(sketch) && fits(anaphor.sort, sketch) && self.agrees(anaphor, sketch))
            .take(MAX_RIVALS)
            .collect();
        let fits = |sketch: &Sketch| features::fit(self.scene, anaphor, sketch);
        let fit = fitting.iter().map(|(_, sketch)| fits(sketch)).max().unwrap_or(0);
        let alone = Alone { scene: self.scene, anaphor, rivals: fitting.len(), fit };
        let mut features = vec![features::of_alone(&alone)];
        for (rank, &(draft, sketch)) in fitting.iter().enumerate() {
            features.push(features::of_pair(&Pair {
                scene: self.scene,
                anaphor,
                sketch,
                rank,
                fit: fits(sketch),
                continues: self.last[anaphor.sort.index()] == Some(draft),
                speaks: speaker == Some(draft) || self.speaks_before(anaphor, sketch),
            }));
        }
        Choices { form, drafts: fitting.into_iter().map(|(draft, _)| draft).collect(), features }
    }

    /// Whether a description may be of a body with this name: no company is a ministry, no party a regulator.
    fn agrees(&self, anaphor: &Anaphor, sketch: &Sketch) -> bool {
        if !matches!(anaphor.sort, Sort::Described(EntityKind::Organisation)) {
            return true;
        }
        let head = self.scene.reading.tokens.form(anaphor.tokens.end - 1);
        let is_called_so = sketch.words.contains(&head.lower);
        let is_public = sketch.classes.has(Class::PublicNoun);
        let is_company = sketch.classes.has(Class::CompanySuffix) || sketch.classes.has(Class::CompanyNoun);
        let differs = head.classes.has(Class::PublicNoun) && (is_public || is_company)
            || head.classes.has(Class::CompanyNoun) && is_public;
        is_called_so || !differs
    }

    /// For a pronoun in a quotation: the draft that is named as its speaker right behind it.
    fn speaker_after(&self, anaphor: &Anaphor, next: usize) -> Option<usize> {
        const NEAR: usize = 4;
        let at = anaphor.tokens.start;
        let quotation = self.scene.quotation(at);
        let outside = |step: &&Step| self.scene.quotation(step.mention.tokens.start) != quotation;
        let step = self.steps[next..].iter().take(NEAR).find(outside).filter(|_| quotation > 0)?;
        let same = self.scene.sentence(step.mention.tokens.start) <= self.scene.sentence(at) + 1;
        (same && self.scene.part(&step.mention.tokens) == Part::Speaker).then_some(step.draft)
    }

    /// For a pronoun in a quotation: whether the entity was named as a speaker in the same sentence before it.
    fn speaks_before(&self, anaphor: &Anaphor, sketch: &Sketch) -> bool {
        let at = anaphor.tokens.start;
        self.scene.quotation(at) > 0
            && self.scene.quotation(sketch.last.tokens.start) == 0
            && sketch.last.part == Part::Speaker
            && self.scene.sentence(sketch.last.tokens.start) == self.scene.sentence(at)
    }
}

fn form(sort: Sort) -> Form {
    if matches!(sort, Sort::Described(_)) { Form::Description } else { Form::Pronoun }
}

/// Whether a pronoun of this sort may stand for such a thing at all.
fn fits(sort: Sort, sketch: &Sketch) -> bool {
    match sort {
        Sort::Human(_) => sketch.kind == EntityKind::Person,
        Sort::Thing => !matches!(sketch.kind, EntityKind::Person | EntityKind::Group),
        Sort::Plural => sketch.kind != EntityKind::Person,
        Sort::Described(kind) => sketch.kind == kind,
    }
}
