//! Articles with summaries that people wrote of them.

use super::rouge::Grams;
use crate::{gold, learn::bucket};
use nutgraf::{
    Options,
    training::summary::{self, Candidates},
};
use serde::Deserialize;
use std::{collections::BTreeMap, error::Error, path::Path};

/// The corpora under the data folder, each with the weight of its documents. The news of the GUM corpus is left for
/// measuring.
const CORPORA: [(&str, f32); 3] =
    [("articles/written.jsonl", NEWS), ("voa/voa_gold.jsonl", NEWS), ("news/gum_other.jsonl", OTHER)];

/// The weight of a news article.
pub(crate) const NEWS: f32 = 1.0;
/// The weight of an essay, a biography, a speech.
pub(crate) const OTHER: f32 = 0.3;

/// The summaries written for this project, by the id of the article.
const OWN: &str = "tools/train/data/summaries.jsonl";

#[derive(Deserialize)]
struct Line {
    id: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    references: Vec<Vec<String>>,
}

/// An article, its sentences and what people made of them.
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) candidates: Candidates,
    /// The grams of every candidate.
    pub(crate) grams: Vec<Grams>,
    pub(crate) references: Vec<Grams>,
    pub(crate) weight: f32,
    /// What it is, for the tables of results.
    pub(crate) kind: &'static str,
}

/// Reads all corpora; the articles that measurements use are left out.
pub(crate) fn read(data: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let own = own_summaries()?;
    let mut documents = Vec::new();
    for (file, weight) in CORPORA {
        for line in lines(&data.join(file))? {
            let has_summary = !line.references.is_empty() || own.contains_key(&line.id);
            if has_summary && !is_measured(file, &line.id) {
                documents.extend(both_shapes(&line, own.get(&line.id), weight)?);
            }
        }
    }
    Ok(documents)
}

fn lines(path: &Path) -> Result<Vec<Line>, Box<dyn Error>> {
    gold::lines(path)?.iter().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// For each document the sentences of each of its summaries.
type Summaries = BTreeMap<String, Vec<Vec<String>>>;

fn own_summaries() -> Result<Summaries, Box<dyn Error>> {
    Ok(lines(Path::new(OWN))?.into_iter().map(|line| (line.id, line.references)).collect())
}

/// Whether an article belongs to the fifth that tools/eval/split.py sets aside.
fn is_measured(file: &str, id: &str) -> bool {
    file.starts_with("articles") && bucket(id, 5) == 0
}

/// An article as it stands, and again as one paragraph without its headline, as many are pasted.
fn both_shapes(line: &Line, own: Option<&Vec<Vec<String>>>, weight: f32) -> Result<Vec<Document>, Box<dyn Error>> {
    let options = match &line.date {
        Some(date) if date.len() == 10 => Options::new().date(date.parse()?),
        _ => Options::new(),
    };
    let references: Vec<Grams> = match own {
        Some(own) => own.iter().chain(own).chain(&line.references).map(|r| Grams::of(&r.join(" "))).collect(),
        None => line.references.iter().map(|r| Grams::of(&r.join(" "))).collect(),
    };
    let kinds = if weight == NEWS { ["written", "written, flat"] } else { ["other", "other, flat"] };
    let whole = document(line, &line.text, &options, &references, weight, kinds[0]);
    let sentences: Vec<&str> = spans(&whole.candidates).map(|span| span.of(&line.text)).collect();
    let flat = document(line, &sentences.join(" "), &options, &references, weight, kinds[1]);
    Ok(vec![whole, flat])
}

fn document(
    line: &Line,
    text: &str,
    options: &Options,
    references: &[Grams],
    weight: f32,
    kind: &'static str,
) -> Document {
    let candidates = summary::candidates(text, options);
    let grams = spans(&candidates).map(|span| Grams::of(span.of(text))).collect();
    Document { id: line.id.clone(), candidates, grams, references: references.to_vec(), weight, kind }
}

fn spans(candidates: &Candidates) -> impl Iterator<Item = nutgraf::Span> {
    let study = summary::Study::new(candidates);
    (0..study.count()).map(move |candidate| study.span(candidate))
}
