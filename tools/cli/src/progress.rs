//! How far a long run or a long text is, on standard error, if somebody is looking.

use crate::input::Counter;
use nutgraf::Stage;
use std::{
    cell::Cell,
    io::{self, IsTerminal, Write},
    sync::atomic::Ordering,
    time::{Duration, Instant},
};

/// How often the line is written anew.
const PACE: Duration = Duration::from_millis(250);

/// The line of a running job.
pub(crate) struct Progress {
    start: Instant,
    shown: Instant,
    documents: u64,
    read: Counter,
    /// How many bytes there are to read, if that is known.
    total: Option<u64>,
}

impl Progress {
    /// A line for a job that begins now; none if standard error is no terminal.
    pub(crate) fn begin(read: Counter, total: Option<u64>) -> Option<Progress> {
        let now = Instant::now();
        io::stderr().is_terminal().then(|| Progress { start: now, shown: now, documents: 0, read, total })
    }

    /// One more document is done.
    pub(crate) fn step(&mut self) {
        self.documents += 1;
        if self.shown.elapsed() >= PACE {
            self.shown = Instant::now();
            let read = self.read.load(Ordering::Relaxed);
            let line = describe(self.documents, self.start.elapsed(), read, self.total);
            eprint!("\r{line:60}");
            io::stderr().flush().ok();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        eprintln!("\r{:60}", describe(self.documents, self.start.elapsed(), 0, None));
    }
}

/// The line of one long text: it appears when reading takes longer than [`PACE`], and goes when the text is read.
pub(crate) struct Line {
    shown: Cell<Instant>,
    is_drawn: Cell<bool>,
}

impl Line {
    /// A line for a text whose reading begins now; none if standard error is no terminal.
    pub(crate) fn begin() -> Option<Line> {
        let line = Line { shown: Cell::new(Instant::now()), is_drawn: Cell::new(false) };
        io::stderr().is_terminal().then_some(line)
    }

    /// Says where the reading stands, if that was said long enough ago.
    pub(crate) fn show(&self, stage: Stage, share: f32) {
        if self.shown.get().elapsed() >= PACE {
            self.shown.set(Instant::now());
            self.is_drawn.set(true);
            eprint!("\r{:3.0} % {:20}", 100.0 * share, stage.name());
            io::stderr().flush().ok();
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.is_drawn.get() {
            eprint!("\r{:30}\r", "");
        }
    }
}

/// "1200 documents, 400/s, 25 %, 0:09 left"
fn describe(documents: u64, elapsed: Duration, read: u64, total: Option<u64>) -> String {
    let seconds = elapsed.as_secs_f64().max(1e-9);
    let done = format!("{documents} documents, {:.0}/s", documents as f64 / seconds);
    match total {
        Some(total) if read > 0 => {
            let share = (read as f64 / total.max(1) as f64).min(1.0);
            let left = (seconds * (1.0 - share) / share) as u64;
            format!("{done}, {:.0} %, {}:{:02} left", 100.0 * share, left / 60, left % 60)
        }
        _ => done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_and_the_time_left_follow_from_what_was_read() {
        for (read, total, expected) in [
            (250, Some(1000), "1200 documents, 400/s, 25 %, 0:09 left"),
            (1000, Some(1000), "1200 documents, 400/s, 100 %, 0:00 left"),
            (250, None, "1200 documents, 400/s"),
            (0, Some(1000), "1200 documents, 400/s"),
        ] {
            assert_eq!(describe(1200, Duration::from_secs(3), read, total), expected);
        }
    }
}
