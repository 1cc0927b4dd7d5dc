//! `nutgraf`: reads news articles on the command line.

mod answer;
mod archive;
mod compare;
mod input;
mod jsonl;
mod progress;
mod readable;
mod resume;
mod tables;

use clap::{Parser, Subcommand, ValueEnum};
use nutgraf::{Analyzer, Date, Options, Units};
use serde_json::json;
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::SystemTime,
};

/// Reads news articles: who is in them, who said what, when, and what they come down to.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Text files, or `-` for standard input; with --jsonl, files of documents. They may be compressed with gzip.
    files: Vec<PathBuf>,
    /// Print each report as JSON.
    #[arg(long, conflicts_with = "jsonl")]
    json: bool,
    /// Read {"id", "text", "date"?} lines and write one report a line, in the same order.
    #[arg(long)]
    jsonl: bool,
    /// With --jsonl, write the lines to this file instead of standard output.
    #[arg(long, short, value_name = "FILE", requires = "jsonl")]
    output: Option<PathBuf>,
    /// Go on where the run that wrote the file of --output was broken off.
    #[arg(long, requires = "output")]
    resume: bool,
    /// With --jsonl, also write entities.csv, quotes.csv and dates.csv to this folder.
    #[arg(long, value_name = "FOLDER", requires = "jsonl", conflicts_with = "resume")]
    tables: Option<PathBuf>,
    /// With --jsonl, read so many documents at once; unless given as many as there are cores.
    #[arg(long, short, value_name = "N", requires = "jsonl", value_parser = clap::value_parser!(u16).range(1..=512))]
    jobs: Option<u16>,
    /// What offsets count.
    #[arg(long, value_enum, default_value_t = Offsets::Codepoint)]
    offsets: Offsets,
    /// The day of publication, YYYY-MM-DD, from which "Sunday" is counted; with --jsonl, for documents without their own.
    #[arg(long)]
    date: Option<Date>,
    /// The day of reading, YYYY-MM-DD, for texts that are dated without a year. Unless given it is today by the machine's
    /// clock; with --jsonl there is none, so that an archive gives the same reports on every day.
    #[arg(long)]
    today: Option<Date>,
    /// List the tokens too.
    #[arg(long)]
    tokens: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Compares two to five articles: who is in which, who is quoted where, which words, dates and amounts agree.
    Compare(compare::Arguments),
}

#[derive(Clone, Copy, ValueEnum)]
enum Offsets {
    Utf8,
    Utf16,
    Codepoint,
}

impl From<Offsets> for Units {
    fn from(offsets: Offsets) -> Units {
        match offsets {
            Offsets::Utf8 => Units::Utf8,
            Offsets::Utf16 => Units::Utf16,
            Offsets::Codepoint => Units::CodePoint,
        }
    }
}

impl Arguments {
    fn options(&self) -> Options {
        let mut options = Options::new().tokens(self.tokens);
        options.date = self.date;
        options.today = self.today.or_else(|| if self.jsonl { None } else { machine_date() });
        options
    }
}

/// The date in Greenwich by the machine's clock.
fn machine_date() -> Option<Date> {
    let days = SystemTime::UNIX_EPOCH.elapsed().ok()?.as_secs() / (24 * 60 * 60);
    Some(Date::new(1970, 1, 1)?.plus_days(i64::try_from(days).ok()?))
}

fn main() -> ExitCode {
    let mut arguments = Arguments::parse();
    if arguments.files.is_empty() {
        arguments.files.push(PathBuf::from("-"));
    }
    let failures = match &arguments.command {
        Some(Command::Compare(texts)) => compare::run(texts),
        None if arguments.jsonl => archive::run(&arguments),
        None => each_file(&arguments),
    };
    match failures {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        // Whoever read the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("nutgraf: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints a report for each file and returns how many could not be read.
fn each_file(arguments: &Arguments) -> io::Result<usize> {
    let mut out = io::stdout().lock();
    let mut failures = 0;
    for file in &arguments.files {
        match input::read_text(file) {
            Ok(text) => print(&mut out, file, &text, arguments)?,
            Err(error) => {
                complain(file, &error);
                failures += 1;
            }
        }
    }
    Ok(failures)
}

fn print(out: &mut impl Write, file: &Path, text: &str, arguments: &Arguments) -> io::Result<()> {
    let report = match progress::Line::begin() {
        Some(line) => {
            Analyzer::new().analyze_with_progress(text, &arguments.options(), &|stage, share| line.show(stage, share))
        }
        None => Analyzer::new().analyze(text, &arguments.options()),
    };
    if !arguments.json {
        return readable::write(out, text, &report);
    }
    let mut value = serde_json::to_value(report.with_offsets(text, arguments.offsets.into()))?;
    value["id"] = json!(file.display().to_string());
    writeln!(out, "{value:#}")
}

fn complain(file: &Path, error: &io::Error) {
    eprintln!("nutgraf: {}: {error}", file.display());
}
