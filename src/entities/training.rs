//! What the trainer of the coreference model sees: the choices at every pronoun of an annotated text.

use super::{
    coreference::{self, AntecedentScorer, Choices},
    merge, names, roles, syntax,
};
use crate::{
    Model, Options, Span,
    mentions::{self, Memory, Mention},
    progress::Progress,
    report::{EntityKind, Form, Source},
    structure,
    tokens::{self, Reading},
};
use std::collections::BTreeMap;

/// The choices at one pronoun.
#[derive(Clone, Debug)]
pub struct PronounCase {
    /// The weights of each choice; the first choice is that the pronoun stands for nothing named.
    pub choices: Vec<Vec<u16>>,
    /// Which choices are right; none if what the pronoun stands for is not among them.
    pub right: Vec<bool>,
}

/// How many weights the coreference model has.
pub fn weights() -> usize {
    coreference::weights()
}

/// The bytes of the coreference section. A weight of one is a factor of e in the odds.
pub fn write(weights: &[f32]) -> Vec<u8> {
    let byte = |weight: &f32| (weight / coreference::STEP).round().clamp(-128.0, 127.0) as i8 as u8;
    weights.iter().map(byte).collect()
}

/// An annotated text, in bytes.
#[derive(Clone, Debug, Default)]
pub struct Lesson<'a> {
    /// The whole of it.
    pub text: &'a str,
    /// The names of the text in order; none if they are to be found as a reader finds them.
    pub names: Option<&'a [(Span, EntityKind)]>,
    /// Names of the thing that the pronoun or description stands for that ends at a byte.
    pub referents: BTreeMap<u32, Vec<Span>>,
    /// Names of things for which it does not stand.
    pub others: BTreeMap<u32, Vec<Span>>,
    /// Whether descriptions are annotated.
    pub described: bool,
    /// Whether all pronouns are annotated: one that is not listed stands for nothing named.
    pub complete: bool,
    /// Whether the list of first names is asked for the sex of people.
    pub listed: bool,
}

/// The choices at every annotated pronoun of a text, as they are if all pronouns before it were resolved rightly, or as weights
/// resolve them where they are not annotated.
pub fn cases(lesson: &Lesson, weights: &[u8]) -> Vec<PronounCase> {
    let model = Model::built_in();
    let article = structure::read(lesson.text, &Options::new(), &model);
    let tokens = tokens::tokenize(lesson.text, &article, &model);
    let reading = Reading { text: lesson.text, article: &article, tokens: &tokens, model: &model };
    let mut mentions: Vec<_> = match lesson.names {
        Some(names) => names.iter().filter_map(|&(span, kind)| mention(reading, span, kind)).collect(),
        None => mentions::find(reading, &mut Memory::default(), Progress::SILENT).list,
    };
    let names = names::NameTable::collect(reading, &mentions);
    let defined = super::defined(reading, &mentions, &names);
    let syntax = syntax::Syntax::new(reading);
    let roles = roles::Roles::of(&syntax, &mentions);
    let mut clusters = merge::merge(&syntax, &mentions, &names, &roles, &defined);
    for cluster in &mut clusters {
        cluster.gender.listed = cluster.gender.listed.filter(|_| lesson.listed);
    }
    let all = clusters.iter().enumerate().flat_map(|(cluster, d)| d.mentions.iter().map(move |m| (m.mention, cluster)));
    let owners = all.map(|(mention, cluster)| (mentions[mention.index()].span, cluster)).collect();
    let kinds = clusters.iter().map(|d| d.kind).collect();
    let scorer = coreference::LinearScorer::with_weights(weights);
    let mut teacher = Teacher { lesson, owners, kinds, scorer, cases: Vec::new() };
    coreference::resolve(&syntax, &mut mentions, &names, &roles, &mut clusters, &mut teacher);
    teacher.cases
}

fn mention(reading: Reading, span: Span, kind: EntityKind) -> Option<Mention> {
    let first = reading.tokens.token_at(span.start);
    let after = reading.tokens.tokens.partition_point(|t| t.span.start < span.end);
    let tokens = first..after;
    (!tokens.is_empty()).then_some(Mention {
        span,
        tokens,
        kind,
        source: Source::Tagger,
        confidence: 1.0,
        kind_probabilities: None,
        value: None,
    })
}

/// Answers as the annotation says and writes down what there was to choose from.
struct Teacher<'a> {
    lesson: &'a Lesson<'a>,
    /// The cluster of every name.
    owners: BTreeMap<Span, usize>,
    kinds: Vec<EntityKind>,
    /// Answers where nothing is annotated.
    scorer: coreference::LinearScorer<'a>,
    cases: Vec<PronounCase>,
}

impl Teacher<'_> {
    /// Whether one of the names overlaps a name of the cluster.
    fn holds(&self, cluster: usize, names: &[Span]) -> bool {
        self.owners.iter().any(|(span, &owner)| {
            owner == cluster && names.iter().any(|name| name.start < span.end && span.start < name.end)
        })
    }

    fn right(&self, pronoun: Span, form: Form, cluster: usize) -> bool {
        match (self.lesson.referents.get(&pronoun.end), self.lesson.others.get(&pronoun.end)) {
            (Some(names), _) => self.holds(cluster, names),
            (None, Some(others)) => !self.holds(cluster, others),
            (None, None) => form == Form::Pronoun && !coreference::is_referred_to(self.kinds[cluster]),
        }
    }
}

impl AntecedentScorer for Teacher<'_> {
    fn choose(&mut self, anaphor: &Mention, choices: &Choices) -> (usize, f32) {
        let at = anaphor.span.end;
        let is_annotated = self.lesson.referents.contains_key(&at) || self.lesson.others.contains_key(&at);
        if choices.form == Form::Description && !self.lesson.described && !is_annotated {
            return (0, 1.0);
        }
        if !self.lesson.complete && !is_annotated {
            return self.scorer.choose(anaphor, choices);
        }
        let mut right = vec![!self.lesson.referents.contains_key(&at)];
        right.extend(choices.clusters.iter().map(|&cluster| self.right(anaphor.span, choices.form, cluster)));
        let answer = right.iter().position(|&r| r).unwrap_or(0);
        self.cases.push(PronounCase { choices: choices.features.of_choices().map(<[u16]>::to_vec).collect(), right });
        if self.lesson.referents.contains_key(&at) || self.lesson.complete {
            return (answer, 1.0);
        }
        self.scorer.choose(anaphor, choices)
    }
}
