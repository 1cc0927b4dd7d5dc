//! The corpora that the tagger learns from: where they lie, and how each is read.

use super::{
    bracket_format,
    document::{ANY, Document, MISCELLANEOUS, Sentence, Source},
    silver, standoff,
};
use crate::gold;
use nutgraf::{EntityKind, Span, training::names::begin};
use serde::Deserialize;
use std::{error::Error, fs, path::Path};

/// Where the files lie that are kept with the trainer.
const KEPT: &str = "tools/train/data/";
/// The marked sentences that are kept with the trainer.
const INVENTED: &str = "tools/train/data/names.txt";

pub(super) const WIKINEWS: &str = "news/wikinews_gold.jsonl";

/// Every source, by its place in the data folder.
pub(crate) const SOURCES: &[Source] = &[
    Source { file: "voa/voa_gold.jsonl", weight: 1.5, copies: 0, unlabelled: &[] },
    Source { file: "articles/written.jsonl", weight: 2.0, copies: 6, unlabelled: &[] },
    Source { file: INVENTED, weight: 2.0, copies: 8, unlabelled: &[] },
    Source { file: "tools/train/data/sentences.jsonl", weight: 2.0, copies: 8, unlabelled: &[] },
    Source { file: "tools/train/data/articles.jsonl", weight: 2.0, copies: 6, unlabelled: &[] },
    Source { file: WIKINEWS, weight: 1.0, copies: 1, unlabelled: &[] },
    Source { file: standoff::NAMES, weight: 1.0, copies: 1, unlabelled: &[] },
    Source { file: standoff::MORE, weight: 1.0, copies: 1, unlabelled: &[] },
    Source { file: standoff::LONG, weight: 0.5, copies: 0, unlabelled: &[] },
    Source { file: standoff::ITEMS, weight: 1.0, copies: 1, unlabelled: &[] },
    Source { file: "news/gum_other.jsonl", weight: 1.0, copies: 2, unlabelled: &[EntityKind::Group] },
    Source { file: "names/crossner_ai.jsonl", weight: 0.5, copies: 0, unlabelled: &[EntityKind::Group] },
    Source { file: "names/crossner_literature.jsonl", weight: 0.5, copies: 0, unlabelled: &[EntityKind::Group] },
    Source { file: "names/crossner_music.jsonl", weight: 0.5, copies: 0, unlabelled: &[EntityKind::Group] },
    Source { file: "names/crossner_politics.jsonl", weight: 0.5, copies: 0, unlabelled: &[EntityKind::Group] },
    Source { file: "names/crossner_science.jsonl", weight: 0.5, copies: 0, unlabelled: &[EntityKind::Group] },
    Source { file: "names/wikigold.jsonl", weight: 1.0, copies: 0, unlabelled: &[] },
    Source { file: "names/uner_ewt.jsonl", weight: 1.0, copies: 0, unlabelled: &MISCELLANEOUS },
    Source { file: silver::NAMES, weight: 0.3, copies: 0, unlabelled: &[] },
    Source { file: "names/wnut17.jsonl", weight: 0.2, copies: 0, unlabelled: &MISCELLANEOUS },
    Source { file: "names/btc.jsonl", weight: 0.2, copies: 0, unlabelled: &MISCELLANEOUS },
];

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
    if let Some(articles) = standoff::articles_of(source.file) {
        return standoff::read(source.file, &data.join(articles));
    }
    match source.file {
        silver::NAMES => silver::read(data),
        INVENTED => bracket_format::read(&fs::read_to_string(INVENTED)?).map_err(Into::into),
        file if file.starts_with(KEPT) => read(Path::new(file)),
        file => read(&data.join(file)),
    }
}

/// The documents of a file of gold annotation.
pub(crate) fn read(path: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    gold::lines(path)?.iter().map(|line| Ok(document(serde_json::from_str(line)?))).collect()
}

fn document(line: Line) -> Document {
    let at = gold::byte_places(&line.text);
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

/// How many sentences and words there are, and names of each kind.
pub(crate) fn summary(sentences: &[Sentence]) -> String {
    let words: usize = sentences.iter().map(|s| s.labels.len()).sum();
    let labels = || sentences.iter().flat_map(|s| &s.labels);
    let names: Vec<_> = (0..7).map(|kind| labels().filter(|l| **l == 1 << begin(kind)).count()).collect();
    let open = labels().filter(|l| **l == ANY).count();
    format!("{} sentences, {words} words, names {names:?}, {open} words open", sentences.len())
}
