//! Articles with summaries that people wrote of them.

use super::rouge::Grams;
use crate::gold;
use nutgraf::{
    Options,
    training::summary::{self, Candidates},
};
use serde::Deserialize;
use std::{error::Error, path::Path};

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
    pub(crate) sentences: Vec<String>,
    pub(crate) references: Vec<Grams>,
    /// Which terms and pairs the references hold.
    pub(crate) held: Vec<[Vec<bool>; 2]>,
    /// Whether the headline was left out.
    pub(crate) is_flat: bool,
}

/// Reads the articles of files that have a summary.
pub(crate) fn read(files: &[impl AsRef<Path>]) -> Result<Vec<Document>, Box<dyn Error>> {
    let mut documents = Vec::new();
    for file in files {
        for line in gold::lines(file.as_ref())? {
            let line: Line = serde_json::from_str(&line)?;
            if !line.references.is_empty() {
                documents.extend(both_shapes(&line)?);
            }
        }
    }
    Ok(documents)
}

/// An article as it stands, and again as one paragraph without its headline, as many are pasted.
fn both_shapes(line: &Line) -> Result<[Document; 2], Box<dyn Error>> {
    let options = match &line.date {
        Some(date) if date.len() == 10 => Options::new().date(date.parse()?),
        _ => Options::new(),
    };
    let whole = document(line, &line.text, &options, false);
    let sentences: Vec<&str> = whole.candidates.spans().map(|span| span.of(&line.text)).collect();
    let flat = document(line, &sentences.join(" "), &options, true);
    Ok([whole, flat])
}

fn document(line: &Line, text: &str, options: &Options, is_flat: bool) -> Document {
    let candidates = summary::candidates(text, options);
    let references: Vec<String> = line.references.iter().map(|sentences| sentences.join(" ")).collect();
    Document {
        id: line.id.clone(),
        sentences: candidates.spans().map(|span| span.of(text).to_owned()).collect(),
        references: references.iter().map(|reference| Grams::of(reference)).collect(),
        held: references.iter().map(|reference| candidates.held_by(&summary::words(reference))).collect(),
        candidates,
        is_flat,
    }
}
