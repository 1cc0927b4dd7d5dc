//! `--jsonl`: whole archives, from files to a stream of reports.

use crate::{
    Arguments,
    answer::{Answer, Settings},
    complain,
    input::{self, Counter},
    jsonl,
    progress::Progress,
    resume::{self, Done},
    tables::Tables,
};
use std::{
    fs::File,
    io::{self, BufWriter, ErrorKind, Write},
    path::Path,
    thread,
};

/// Answers every document of every file and returns how many files could not be read to their end.
pub(crate) fn run(arguments: &Arguments) -> io::Result<usize> {
    let settings = Settings {
        options: arguments.options(),
        units: arguments.offsets.into(),
        tables: arguments.tables.is_some(),
        jobs: arguments.jobs.map_or_else(cores, usize::from),
    };
    let read = Counter::default();
    let (mut out, mut done) = Output::open(arguments, &read)?;
    let mut failures = 0;
    for file in &arguments.files {
        match answer_file(file, &settings, &read, &mut done, &mut out) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Err(error),
            Err(error) => {
                complain(file, &error);
                failures += 1;
            }
            Ok(()) => {}
        }
    }
    out.finish().map(|()| failures)
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

fn answer_file(file: &Path, settings: &Settings, read: &Counter, done: &mut Done, out: &mut Output) -> io::Result<()> {
    let mut lines = input::open(file, read)?;
    done.skip(&mut lines)?;
    jsonl::run(lines, settings, |answer| out.take(&answer))
}

/// Where answers go.
struct Output {
    lines: Box<dyn Write>,
    tables: Option<Tables>,
    progress: Option<Progress>,
}

impl Output {
    /// Opens what the arguments ask for, and says how much of it a broken run has written already.
    fn open(arguments: &Arguments, read: &Counter) -> io::Result<(Output, Done)> {
        let mut done = Done::default();
        let lines: Box<dyn Write> = match &arguments.output {
            None => Box::new(io::stdout().lock()),
            Some(file) if arguments.resume => {
                let (file, before) = resume::reopen(file)?;
                done = before;
                Box::new(BufWriter::new(file))
            }
            Some(file) => Box::new(BufWriter::new(File::create(file)?)),
        };
        let tables = arguments.tables.as_deref().map(Tables::create).transpose()?;
        let progress = Progress::begin(read.clone(), input::total_size(&arguments.files));
        Ok((Output { lines, tables, progress }, done))
    }

    fn take(&mut self, answer: &Answer) -> io::Result<()> {
        self.lines.write_all(&answer.line)?;
        if let Some(tables) = &mut self.tables {
            tables.add(&answer.rows)?;
        }
        if let Some(progress) = &mut self.progress {
            progress.step();
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        self.lines.flush()?;
        self.tables.as_mut().map_or(Ok(()), Tables::finish)
    }
}
