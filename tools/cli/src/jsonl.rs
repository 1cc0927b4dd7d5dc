//! An archive, one document a line: all cores, input order, constant memory.

use nutgraf::{Analyzer, Date, Options, Report, Units};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{
    io::{self, BufRead, Write},
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    thread,
};

/// How many lines may wait for a core, or for their turn to be written.
const WAITING: usize = 64;

#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    id: Value,
    text: String,
    #[serde(default)]
    date: Option<String>,
}

#[derive(Serialize)]
struct Line {
    id: Value,
    #[serde(flatten)]
    result: Result,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Result {
    Report(Box<Report>),
    Error { error: String },
}

/// Reads documents from `lines` and writes their reports to `out`. Lines go to the cores in turn, so taking one answer
/// from each core in turn gives the order of the input.
pub(crate) fn run(lines: impl BufRead + Send, out: &mut impl Write, base: &Options, units: Units) -> io::Result<()> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let (mut inputs, mut outputs): (Vec<SyncSender<io::Result<Vec<u8>>>>, Vec<Receiver<io::Result<String>>>) =
            Default::default();
        for _ in 0..cores {
            let (line_in, lines_out) = sync_channel(WAITING);
            let (answer_in, answers_out) = sync_channel(WAITING);
            scope.spawn(move || work(lines_out, answer_in, base, units));
            inputs.push(line_in);
            outputs.push(answers_out);
        }
        scope.spawn(move || deal(lines, inputs));
        write_in_turn(outputs, out)
    })
}

/// Gives each core one line in turn.
fn deal(mut lines: impl BufRead, inputs: Vec<SyncSender<io::Result<Vec<u8>>>>) {
    for core in inputs.iter().cycle() {
        let mut line = Vec::new();
        let read = lines.read_until(b'\n', &mut line);
        let last = !matches!(read, Ok(1..));
        if matches!(read, Ok(0)) || core.send(read.map(|_| line)).is_err() || last {
            return;
        }
    }
}

fn work(lines: Receiver<io::Result<Vec<u8>>>, answers: SyncSender<io::Result<String>>, base: &Options, units: Units) {
    let analyzer = Analyzer::new();
    for line in lines {
        let answer = line.map(|line| answer(&analyzer, &line, base, units));
        if answers.send(answer).is_err() {
            return;
        }
    }
}

fn write_in_turn(outputs: Vec<Receiver<io::Result<String>>>, out: &mut impl Write) -> io::Result<()> {
    for core in outputs.iter().cycle() {
        let Ok(answer) = core.recv() else { break };
        out.write_all(answer?.as_bytes())?;
    }
    out.flush()
}

/// The line to write for a line that was read; nothing for an empty one.
fn answer(analyzer: &Analyzer, line: &[u8], base: &Options, units: Units) -> String {
    if line.trim_ascii().is_empty() {
        return String::new();
    }
    let line = match read(line) {
        Ok((document, date)) => {
            let options = date.map_or_else(|| base.clone(), |date| base.clone().date(date));
            let report = analyzer.analyze(&document.text, &options).with_offsets(&document.text, units);
            Line { id: document.id, result: Result::Report(Box::new(report)) }
        }
        Err((id, error)) => Line { id, result: Result::Error { error } },
    };
    serde_json::to_string(&line).expect("a report is plain data") + "\n"
}

/// The document of a line and its date, or its id (null where it cannot be told) and what is wrong.
fn read(line: &[u8]) -> std::result::Result<(Document, Option<Date>), (Value, String)> {
    let value: Value = serde_json::from_slice(line).map_err(|e| (Value::Null, format!("not JSON: {e}")))?;
    let id = value.get("id").cloned().unwrap_or_default();
    let document: Document = serde_json::from_value(value)
        .map_err(|e| (id.clone(), format!("not a document {{\"id\", \"text\", \"date\"?}}: {e}")))?;
    let date = document.date.as_deref().map(str::parse).transpose().map_err(|e: nutgraf::Error| (id, e.to_string()))?;
    Ok((document, date))
}
