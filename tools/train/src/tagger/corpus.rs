//! Annotated texts: which labels every word may have.

use super::{marked, repair::trimmed, silver};
use crate::gold;
use nutgraf::{
    Model, Options, Span,
    training::names::{self, LABELS, OUTSIDE, begin, inside},
};
use serde::Deserialize;
use std::{error::Error, fs, path::Path};

/// A set of labels, one bit each.
pub(crate) type Labels = u16;

const ANY: Labels = (1 << LABELS) - 1;

/// The number of a kind of name among the tagger's kinds.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
enum Kind {
    Person,
    Organisation,
    Place,
    Group,
    Event,
    Work,
    Product,
}

/// The kinds that corpora with a type "MISC" put there, or leave out.
const MISCELLANEOUS: [Kind; 4] = [Kind::Group, Kind::Event, Kind::Work, Kind::Product];

/// A file of annotated texts and how far it can be trusted.
pub(crate) struct Source {
    pub(crate) file: &'static str,
    pub(crate) weight: f32,
    /// How often its documents are learned from once more with other names.
    pub(crate) copies: usize,
    /// Kinds that it does not label: such names may hide among its unlabelled words.
    unlabelled: &'static [Kind],
}

/// Where the files lie that are kept with the trainer.
const KEPT: &str = "tools/train/data/";
/// The marked sentences that are kept with the trainer.
const INVENTED: &str = "tools/train/data/names.txt";

/// Every source, by its place in the data folder.
pub(crate) const SOURCES: &[Source] = &[
    Source { file: "voa/voa_gold.jsonl", weight: 1.0, copies: 0, unlabelled: &[] },
    Source { file: "articles/written.jsonl", weight: 2.0, copies: 6, unlabelled: &[] },
    Source { file: INVENTED, weight: 2.0, copies: 8, unlabelled: &[] },
    Source { file: "tools/train/data/sentences.jsonl", weight: 2.0, copies: 8, unlabelled: &[] },
    Source { file: "tools/train/data/articles.jsonl", weight: 2.0, copies: 6, unlabelled: &[] },
    Source { file: "news/gum_other.jsonl", weight: 1.0, copies: 2, unlabelled: &[Kind::Group] },
    Source { file: "names/crossner_ai.jsonl", weight: 0.5, copies: 0, unlabelled: &[Kind::Group] },
    Source { file: "names/crossner_literature.jsonl", weight: 0.5, copies: 0, unlabelled: &[Kind::Group] },
    Source { file: "names/crossner_music.jsonl", weight: 0.5, copies: 0, unlabelled: &[Kind::Group] },
    Source { file: "names/crossner_politics.jsonl", weight: 0.5, copies: 0, unlabelled: &[Kind::Group] },
    Source { file: "names/crossner_science.jsonl", weight: 0.5, copies: 0, unlabelled: &[Kind::Group] },
    Source { file: "names/wikigold.jsonl", weight: 1.0, copies: 0, unlabelled: &[] },
    Source { file: "names/uner_ewt.jsonl", weight: 1.0, copies: 0, unlabelled: &MISCELLANEOUS },
    Source { file: silver::NAMES, weight: 0.3, copies: 0, unlabelled: &[] },
    Source { file: "names/wnut17.jsonl", weight: 0.2, copies: 0, unlabelled: &MISCELLANEOUS },
    Source { file: "names/btc.jsonl", weight: 0.2, copies: 0, unlabelled: &MISCELLANEOUS },
];

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

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    #[serde(default)]
    names: Vec<(usize, usize, String)>,
    #[serde(default)]
    blocks: Vec<Stretch>,
    #[serde(default)]
    inner: Vec<Stretch>,
}

#[derive(Deserialize)]
struct Stretch {
    kind: String,
    start: usize,
    end: usize,
}

impl Stretch {
    /// Whether no names are annotated in blocks and leads of this kind.
    fn is_unmarked(&self) -> bool {
        const UNMARKED: [&str; 10] =
            ["credit", "disclaimer", "related", "signup", "social", "nav", "copyright", "contact", "other", "dateline"];
        UNMARKED.contains(&self.kind.as_str())
    }
}

/// The documents of a source, from the data folder or from the file kept with the trainer.
pub(crate) fn read_source(source: &Source, data: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    match source.file {
        silver::NAMES => silver::read(data),
        INVENTED => marked::read(&fs::read_to_string(INVENTED)?).map_err(Into::into),
        file if file.starts_with(KEPT) => read(Path::new(file)),
        file => read(&data.join(file)),
    }
}

/// The documents of a file of gold annotation.
pub(crate) fn read(path: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    gold::lines(path)?.iter().map(|line| Ok(document(serde_json::from_str(line)?))).collect()
}

fn document(line: Line) -> Document {
    let mut at: Vec<u32> = line.text.char_indices().map(|(byte, _)| byte as u32).collect();
    at.push(line.text.len() as u32);
    let span = |start: usize, end: usize| Span::new(at[start], at[end]);
    let skipped = line.blocks.iter().chain(&line.inner).filter(|s| s.is_unmarked());
    Document {
        names: line.names.iter().map(|(start, end, kind)| (span(*start, *end), kind.clone())).collect(),
        skipped: skipped.map(|s| span(s.start, s.end)).collect(),
        open: Vec::new(),
        id: line.id,
        text: line.text,
    }
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
    let (first, others) = match kind {
        _ if !fits => (ANY, ANY),
        "PER" => exactly(Kind::Person),
        "ORG" => exactly(Kind::Organisation),
        "LOC" | "GPE" | "FAC" => exactly(Kind::Place),
        "NORP" => exactly(Kind::Group),
        "EVENT" => exactly(Kind::Event),
        "WORK" => exactly(Kind::Work),
        "PRODUCT" => exactly(Kind::Product),
        _ => {
            let any = MISCELLANEOUS.iter().fold(1 << OUTSIDE, |all, &kind| all | both(kind));
            (any, any)
        }
    };
    labels.fill(others);
    labels[0] = first;
}

const fn exactly(kind: Kind) -> (Labels, Labels) {
    (1 << begin(kind as usize), 1 << inside(kind as usize))
}

const fn both(kind: Kind) -> Labels {
    1 << begin(kind as usize) | 1 << inside(kind as usize)
}

/// How many sentences and words there are, and names of each kind.
pub(crate) fn summary(sentences: &[Sentence]) -> String {
    let words: usize = sentences.iter().map(|s| s.labels.len()).sum();
    let labels = || sentences.iter().flat_map(|s| &s.labels);
    let names: Vec<_> = (0..7).map(|kind| labels().filter(|l| **l == 1 << begin(kind)).count()).collect();
    let open = labels().filter(|l| **l == ANY).count();
    format!("{} sentences, {words} words, names {names:?}, {open} words open", sentences.len())
}
