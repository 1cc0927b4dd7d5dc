//! What is written for one line that was read.

use crate::tables::Rows;
use nutgraf::{Analyzer, Date, Options, Report, Units};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How documents are read and reports are written.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) options: Options,
    pub(crate) units: Units,
    /// Whether rows for the tables are wanted.
    pub(crate) tables: bool,
    /// How many documents are read at once.
    pub(crate) jobs: usize,
}

/// What is written for one line.
#[derive(Default)]
pub(crate) struct Answer {
    /// A line of JSON with its end; empty for an empty line.
    pub(crate) line: Vec<u8>,
    pub(crate) rows: Rows,
}

#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    id: Value,
    text: String,
    #[serde(default)]
    date: Option<String>,
}

/// The identifier stands first, so that a reader of a long line sees it at once.
#[derive(Serialize)]
struct Line {
    id: Value,
    #[serde(flatten)]
    outcome: Outcome,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Outcome {
    Report(Box<Report>),
    Error { error: String },
}

/// Answers a line: with a report, with an error, or for an empty line with nothing.
pub(crate) fn answer(analyzer: &Analyzer, line: &[u8], settings: &Settings) -> Answer {
    if line.trim_ascii().is_empty() {
        return Answer::default();
    }
    /// How many bytes a byte of text becomes, about.
    const GROWTH: usize = 7;
    let mut rows = Rows::default();
    let answer = match read(line) {
        Ok((document, date)) => {
            let options = date.map_or_else(|| settings.options.clone(), |date| settings.options.clone().date(date));
            let text = &document.text;
            let report = analyzer.analyze(text, &options);
            if settings.tables {
                rows = Rows::of(&document.id, text, &report, settings.units);
            }
            Line { id: document.id, outcome: Outcome::Report(Box::new(report.with_offsets(text, settings.units))) }
        }
        Err((id, error)) => Line { id, outcome: Outcome::Error { error } },
    };
    let mut json = Vec::with_capacity(GROWTH * line.len());
    serde_json::to_writer(&mut json, &answer).expect("a report is plain data");
    json.push(b'\n');
    Answer { line: json, rows }
}

/// The document of a line and its date, or its identifier (null where it cannot be told) and what is wrong.
fn read(line: &[u8]) -> Result<(Document, Option<Date>), (Value, String)> {
    let document = match std::str::from_utf8(line).ok().and_then(|line| serde_json::from_str(line).ok()) {
        Some(document) => document,
        None => read_odd(line)?,
    };
    let date = document.date.as_deref().map(str::parse).transpose();
    match date {
        Ok(date) => Ok((document, date)),
        Err(error) => Err((document.id, nutgraf::Error::to_string(&error))),
    }
}

/// The same for a line that is not just a document: what else it says decides what is wrong.
fn read_odd(line: &[u8]) -> Result<Document, (Value, String)> {
    let value: Value = serde_json::from_slice(line).map_err(|e| (Value::Null, format!("not JSON: {e}")))?;
    let id = value.get("id").cloned().unwrap_or_default();
    serde_json::from_value(value).map_err(|e| (id, format!("not a document {{\"id\", \"text\", \"date\"?}}: {e}")))
}

/// The identifier of a line that was read or written; null where it cannot be told.
pub(crate) fn id_of(line: &[u8]) -> Value {
    #[derive(Deserialize)]
    struct Identified {
        #[serde(default)]
        id: Value,
    }
    serde_json::from_slice(line).map_or(Value::Null, |identified: Identified| identified.id)
}
