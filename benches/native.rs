//! The whole analysis on one core, natively: `cargo xtask bench` runs this and keeps the figures.
//!
//! `native FILE...` prints a line `name,bytes,tokens,microseconds` for each text, the fastest of some runs;
//! `native --once FILE` reads the text once, for a tool that counts instructions; `native --families` prints for every
//! hostile family a line `name,ratio`: the most by which the time grew when the text was doubled; `native --doubled` reads an
//! empty text, then every family and its double, whose name it prints, for a tool that counts the instructions of each reading.

#[path = "../tests/support/families.rs"]
mod families;

use nutgraf::{Analyzer, Options, Report};
use std::{
    env, fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

/// How long one text is read again and again.
const PATIENCE: Duration = Duration::from_secs(2);

/// The shortest round of readings.
const ROUND: Duration = Duration::from_millis(100);

fn main() {
    // Cargo adds `--bench`.
    let arguments: Vec<_> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.split_first() {
        Some((first, files)) if first == "--once" => files.iter().for_each(|file| once(file)),
        Some((first, [])) if first == "--families" => grow(),
        Some((first, [])) if first == "--doubled" => double(),
        _ => arguments.iter().for_each(|file| measure(Path::new(file))),
    }
}

fn once(file: &str) {
    black_box(read(&fs::read_to_string(file).expect("a text")));
}

fn double() {
    const SIZE: usize = 1 << 13;
    black_box(read(""));
    for ((name, once), (_, twice)) in families::all(SIZE).zip(families::all(2 * SIZE)) {
        println!("{name}");
        [once, twice].iter().for_each(|text| drop(black_box(read(text))));
    }
}

/// From 16 kB to 1 MB.
fn grow() {
    let times =
        (14..=20).map(|power| families::texts(1 << power).map(|(_, text)| fastest(&text, Duration::ZERO)).collect());
    let times: Vec<Vec<Duration>> = times.collect();
    for (family, (name, _)) in families::texts(1).enumerate() {
        let ratio = |pair: &[Vec<Duration>]| pair[1][family].as_secs_f64() / pair[0][family].as_secs_f64();
        println!("{name},{:.2}", times.windows(2).map(ratio).fold(0.0, f64::max));
    }
}

/// The time of one reading: the fastest of some rounds, three at least. The system tells the time that a thread has had a
/// processor only a few hundred times in a second, so a round reads the text again and again.
fn fastest(text: &str, patience: Duration) -> Duration {
    let (begin, mut fastest, mut rounds) = (Instant::now(), Duration::MAX, 0);
    while rounds < 3 || begin.elapsed() < patience {
        let (start, clock, mut readings) = (busy(begin), Instant::now(), 0);
        while clock.elapsed() < ROUND {
            black_box(read(black_box(text)));
            readings += 1;
        }
        fastest = fastest.min((busy(begin) - start) / readings);
        rounds += 1;
    }
    fastest
}

fn measure(file: &Path) {
    let text = fs::read_to_string(file).expect("a text");
    let tokens = Analyzer::new().analyze(&text, &Options::new().tokens(true)).tokens.map_or(0, |tokens| tokens.len());
    let fastest = fastest(&text, PATIENCE);
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    println!("{name},{},{tokens},{}", text.len(), fastest.as_nanos() as f64 / 1000.0);
}

/// The time that this thread has had a processor; where the system does not tell, the time since the beginning.
fn busy(begin: Instant) -> Duration {
    let schedule = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = schedule.split(' ').next().and_then(|first| first.parse().ok());
    nanoseconds.map_or_else(|| begin.elapsed(), Duration::from_nanos)
}

/// Its name is what a tool waits for.
#[inline(never)]
fn read(text: &str) -> Report {
    Analyzer::new().analyze(text, &Options::new())
}
