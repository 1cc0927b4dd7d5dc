//! An archive, one document a line: many at once, input order, constant memory.

use crate::answer::{Answer, Settings, answer};
use nutgraf::Analyzer;
use std::{
    io::{self, BufRead},
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    thread,
};

/// How many lines may wait for each reader, or for their turn to be written.
const WAITING: usize = 64;

/// A line as it was read; a line that could not be read ends the run.
type Read = io::Result<Vec<u8>>;

/// Reads documents from `lines` and hands their answers to `take`. Lines go to the readers in turn, so taking one
/// answer from each in turn gives the order of the input.
pub(crate) fn run(
    lines: impl BufRead + Send,
    settings: &Settings,
    take: impl FnMut(Answer) -> io::Result<()>,
) -> io::Result<()> {
    thread::scope(|scope| {
        let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
        for _ in 0..settings.jobs {
            let (line_in, lines_out) = sync_channel(WAITING);
            let (answer_in, answers_out) = sync_channel(WAITING);
            scope.spawn(move || work(&lines_out, &answer_in, settings));
            inputs.push(line_in);
            outputs.push(answers_out);
        }
        scope.spawn(move || deal(lines, &inputs));
        take_in_turn(outputs, take)
    })
}

/// Gives each reader one line in turn.
fn deal(mut lines: impl BufRead, inputs: &[SyncSender<Read>]) {
    for reader in inputs.iter().cycle() {
        let mut line = Vec::new();
        let read = lines.read_until(b'\n', &mut line);
        let last = !matches!(read, Ok(1..));
        if matches!(read, Ok(0)) || reader.send(read.map(|_| line)).is_err() || last {
            return;
        }
    }
}

fn work(lines: &Receiver<Read>, answers: &SyncSender<io::Result<Answer>>, settings: &Settings) {
    let analyzer = Analyzer::new();
    for line in lines {
        let answer = line.map(|line| answer(&analyzer, &line, settings));
        if answers.send(answer).is_err() {
            return;
        }
    }
}

fn take_in_turn(
    outputs: Vec<Receiver<io::Result<Answer>>>,
    mut take: impl FnMut(Answer) -> io::Result<()>,
) -> io::Result<()> {
    for reader in outputs.iter().cycle() {
        let Ok(answer) = reader.recv() else { break };
        take(answer?)?;
    }
    Ok(())
}
