//! Annotated texts: which labels every word may have.

use super::normalise_spans::trimmed;
use crate::kinds;
use nutgraf::{
    EntityKind, Model, Options, Span,
    training::names::{self, LABELS, OUTSIDE, begin, inside},
};

/// A set of labels, one bit each.
pub(crate) type Labels = u16;

/// Every label.
pub(crate) const ANY: Labels = (1 << LABELS) - 1;

/// The kinds that corpora with a type "MISC" put there, or leave out.
pub(crate) const MISCELLANEOUS: [EntityKind; 4] =
    [EntityKind::Group, EntityKind::Event, EntityKind::Work, EntityKind::Product];

/// A file of annotated texts and how far it can be trusted.
pub(crate) struct Source {
    pub(crate) file: &'static str,
    pub(crate) weight: f32,
    /// How often its documents are learned from once more with other names.
    pub(crate) copies: usize,
    /// Kinds that it does not label: such names may hide among its unlabelled words.
    pub(crate) unlabelled: &'static [EntityKind],
}

/// A sentence to learn from.
pub(crate) struct Sentence {
    /// For every word, the hashes of its features.
    pub(crate) features: Vec<Vec<u32>>,
    /// For every word, the labels that it may have.
    pub(crate) labels: Vec<Labels>,
    pub(crate) weight: f32,
}

/// An annotated text. Offsets count bytes.
#[derive(Clone, Default)]
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) names: Vec<(Span, String)>,
    /// Where it is not sure what is a name and of what kind.
    pub(crate) open: Vec<Span>,
    /// Where nothing is annotated.
    pub(crate) skipped: Vec<Span>,
}

impl Document {
    /// The document with another text of the same length in bytes.
    pub(crate) fn with_text(&self, text: String) -> Document {
        debug_assert_eq!(text.len(), self.text.len());
        Document { text, ..self.clone() }
    }

    /// Its sentences, as the tagger sees them.
    pub(crate) fn sentences(&self, source: &Source, model: &Model) -> Vec<Sentence> {
        self.sentences_within(source, model, &[Span::new(0, self.text.len() as u32)], 1.0)
    }

    /// Its sentences inside these stretches, counted by a factor.
    pub(crate) fn sentences_within(
        &self,
        source: &Source,
        model: &Model,
        stretches: &[Span],
        factor: f32,
    ) -> Vec<Sentence> {
        let weight = source.weight * factor;
        let is_within = |word: &Span| stretches.iter().any(|stretch| stretch.contains(*word));
        let kept = self.labelled(source, model).into_iter().filter(|(s, _)| s.words.iter().all(is_within));
        kept.map(|(s, labels)| Sentence { features: s.features, labels, weight }).collect()
    }

    /// Its annotated sentences, as the tagger reads them, with the labels that every word may have.
    pub(crate) fn labelled(&self, source: &Source, model: &Model) -> Vec<(names::Sentence, Vec<Labels>)> {
        let is_skipped = |word: &Span| self.skipped.iter().any(|skipped| skipped.contains(*word));
        let read = names::sentences(&self.text, &Options::new(), model).into_iter();
        let kept = read.filter(|s| s.block.is_read() && !s.words.iter().any(is_skipped));
        kept.map(|s| {
            let labels = self.labels(&s.words, source);
            (s, labels)
        })
        .collect()
    }

    fn labels(&self, words: &[Span], source: &Source) -> Vec<Labels> {
        let hidden = source.unlabelled.iter().fold(0, |all, &kind| all | both(kind));
        let mut labels = vec![1 << OUTSIDE | hidden; words.len()];
        for (span, kind) in &self.names {
            let span = trimmed(&self.text, *span, kind == "PER");
            let first = words.partition_point(|word| word.end <= span.start);
            let after = words.partition_point(|word| word.start < span.end);
            if first < after {
                let fits = words[first].start == span.start && words[after - 1].end == span.end;
                mark(&mut labels[first..after], kind, fits);
            }
        }
        for (word, labels) in words.iter().zip(&mut labels) {
            // Handles are people in some corpora and nothing in others.
            if word.of(&self.text).starts_with('@') || self.open.iter().any(|open| open.contains(*word)) {
                *labels = ANY;
            }
        }
        labels
    }
}

/// Says what the words of one name may be; anything if its edges are not edges of words.
fn mark(labels: &mut [Labels], kind: &str, fits: bool) {
    let (first, others) = match kinds::of_name(kind) {
        _ if !fits => (ANY, ANY),
        Some(kind) => exactly(kind),
        None => {
            let any = MISCELLANEOUS.iter().fold(1 << OUTSIDE, |all, &kind| all | both(kind));
            (any, any)
        }
    };
    labels.fill(others);
    labels[0] = first;
}

/// The label of the first word of a name, and that of the words after it.
fn exactly(kind: EntityKind) -> (Labels, Labels) {
    kinds::number(kind).map_or((ANY, ANY), |number| (1 << begin(number), 1 << inside(number)))
}

fn both(kind: EntityKind) -> Labels {
    let (first, others) = exactly(kind);
    first | others
}
