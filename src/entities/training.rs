//! What the trainer of the coreference model sees: the choices at every pronoun of an annotated text.

use super::{
    abbreviations,
    coreference::{self, AntecedentScorer, Choices},
    merge, names, scene,
};
use crate::{
    Model, Options, Span,
    mentions::Mention,
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

/// The choices at every pronoun of a text, as they are if all pronouns before it were resolved rightly.
///
/// `names` are the names of the text in order, in bytes; `referents` the names of the thing that the
/// pronoun or description stands for that ends at a byte; descriptions are left out unless they are `described`.
pub fn cases(
    text: &str,
    names: &[(Span, EntityKind)],
    referents: &BTreeMap<u32, Vec<Span>>,
    described: bool,
) -> Vec<PronounCase> {
    let model = Model::built_in();
    let article = structure::read(text, &Options::new(), &model);
    let tokens = tokens::tokenize(text, &article, &model);
    let reading = Reading { text, article: &article, tokens: &tokens, model: &model };
    let mut mentions: Vec<_> = names.iter().filter_map(|&(span, kind)| mention(reading, span, kind)).collect();
    let names = names::NameTable::collect(reading, &mentions);
    let defined = abbreviations::pairs(reading, &mentions, &names);
    let mut clusters = merge::merge(reading, &mentions, &names, &defined);
    let all = clusters.iter().enumerate().flat_map(|(cluster, d)| d.mentions.iter().map(move |m| (m.mention, cluster)));
    let owners = all.map(|(mention, cluster)| (mentions[mention.index()].span, cluster)).collect();
    let kinds = clusters.iter().map(|d| merge::kind(d, &names)).collect();
    let mut teacher = Teacher { referents, described, owners, kinds, cases: Vec::new() };
    coreference::resolve(&scene::Scene::new(reading), &mut mentions, &names, &mut clusters, &mut teacher);
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
    referents: &'a BTreeMap<u32, Vec<Span>>,
    described: bool,
    /// The cluster of every name.
    owners: BTreeMap<Span, usize>,
    kinds: Vec<EntityKind>,
    cases: Vec<PronounCase>,
}

impl Teacher<'_> {
    fn right(&self, pronoun: Span, form: Form, cluster: usize) -> bool {
        match self.referents.get(&pronoun.end) {
            Some(names) => names.iter().any(|name| self.owners.get(name) == Some(&cluster)),
            None => form == Form::Pronoun && !coreference::is_referred_to(self.kinds[cluster]),
        }
    }
}

impl AntecedentScorer for Teacher<'_> {
    fn choose(&mut self, anaphor: &Mention, choices: &Choices) -> (usize, f32) {
        if choices.form == Form::Description && !self.described {
            return (0, 1.0);
        }
        let mut right = vec![!self.referents.contains_key(&anaphor.span.end)];
        right.extend(choices.clusters.iter().map(|&cluster| self.right(anaphor.span, choices.form, cluster)));
        let answer = right.iter().position(|&r| r).unwrap_or(0);
        self.cases.push(PronounCase { choices: choices.features.clone(), right });
        (answer, 1.0)
    }
}
