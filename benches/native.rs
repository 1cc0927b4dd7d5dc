//! The whole analysis on one core, natively: `cargo xtask bench` runs this and keeps the figures.
//!
//! `native FILE...` prints a line `name,bytes,tokens,microseconds` for each text, the fastest of some runs;
//! `native --once FILE` reads the text once, for a tool that counts instructions.

use nutgraf::{Analyzer, Options, Report};
use std::{
    env, fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

/// How long one text is read again and again.
const PATIENCE: Duration = Duration::from_secs(2);

fn main() {
    // Cargo adds `--bench`.
    let arguments: Vec<_> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.split_first() {
        Some((first, files)) if first == "--once" => files.iter().for_each(|file| once(file)),
        _ => arguments.iter().for_each(|file| measure(Path::new(file))),
    }
}

fn once(file: &str) {
    black_box(read(&fs::read_to_string(file).expect("a text")));
}

fn measure(file: &Path) {
    let text = fs::read_to_string(file).expect("a text");
    let tokens = Analyzer::new().analyze(&text, &Options::new().tokens(true)).tokens.map_or(0, |tokens| tokens.len());
    let (begin, mut fastest, mut runs) = (Instant::now(), Duration::MAX, 0);
    while runs < 3 || begin.elapsed() < PATIENCE {
        let start = busy(begin);
        black_box(read(black_box(&text)));
        fastest = fastest.min(busy(begin) - start);
        runs += 1;
    }
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    println!("{name},{},{tokens},{}", text.len(), fastest.as_micros());
}

/// The time that this thread has had a processor; where the system does not tell, the time since the beginning.
fn busy(begin: Instant) -> Duration {
    let schedule = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = schedule.split(' ').next().and_then(|first| first.parse().ok());
    nanoseconds.map_or_else(|| begin.elapsed(), Duration::from_nanos)
}

fn read(text: &str) -> Report {
    Analyzer::new().analyze(text, &Options::new())
}
