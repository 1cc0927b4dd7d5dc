//! `nutgraf`: reads news articles on the command line.

mod jsonl;
mod readable;

use clap::{Parser, ValueEnum};
use nutgraf::{Date, Options, Units, analyze};
use serde_json::json;
use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Reads news articles: who is in them, who said what, when, and what they come down to.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Text files, or `-` for standard input.
    files: Vec<PathBuf>,
    /// Print a report as JSON.
    #[arg(long, conflicts_with = "jsonl")]
    json: bool,
    /// Read {"id", "text", "date"?} lines and write one report a line, in the same order.
    #[arg(long)]
    jsonl: bool,
    /// What offsets count.
    #[arg(long, value_enum, default_value_t = Offsets::Codepoint)]
    offsets: Offsets,
    /// The day of publication, YYYY-MM-DD.
    #[arg(long)]
    date: Option<Date>,
    /// List the tokens too.
    #[arg(long)]
    tokens: bool,
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

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let files = if arguments.files.is_empty() { vec![PathBuf::from("-")] } else { arguments.files.clone() };
    let mut failed = false;
    for file in &files {
        match run(file, &arguments) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("nutgraf: {}: {error}", file.display());
                failed = true;
            }
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn run(file: &Path, arguments: &Arguments) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if arguments.jsonl {
        let base = base_options(arguments);
        let lines: Box<dyn io::BufRead + Send> = if file.as_os_str() == "-" {
            Box::new(io::BufReader::new(io::stdin()))
        } else {
            Box::new(io::BufReader::new(fs::File::open(file)?))
        };
        return jsonl::run(lines, &mut out, &base, arguments.offsets.into());
    }
    let text = read_text(file)?;
    let report = analyze(&text, &base_options(arguments));
    if arguments.json {
        let mut value = serde_json::to_value(report.with_offsets(&text, arguments.offsets.into()))?;
        value["id"] = json!(file.display().to_string());
        writeln!(out, "{value:#}")
    } else {
        readable::write(&mut out, &text, &report)
    }
}

fn base_options(arguments: &Arguments) -> Options {
    let options = Options::new().tokens(arguments.tokens);
    match arguments.date {
        Some(date) => options.date(date),
        None => options,
    }
}

/// The text of a file; bytes that are not UTF-8 become replacement characters.
fn read_text(file: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    if file.as_os_str() == "-" {
        io::stdin().read_to_end(&mut bytes)?;
    } else {
        bytes = fs::read(file)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
