//! Everything that must hold, one step after the other: `cargo xtask test`.

mod browsers;
mod budgets;
pub(crate) mod machine;
mod package;
mod plain;
mod rust;
mod scripts;
mod tally;

use crate::{bench, build_config::BuildConfig};
use anyhow::{Result, bail};
use std::{
    io::{self, Write},
    time::Instant,
};
use tally::Tally;

/// What one step does; an error counts as one failure.
type Step = fn(&BuildConfig) -> Result<Tally>;

/// Runs the steps that are named, or all; fails when anything failed.
pub(crate) fn run(names: &[&str]) -> Result<()> {
    let config = BuildConfig::read()?;
    let steps = steps(&config)?;
    if let Some(unknown) = names.iter().find(|name| !steps.iter().any(|(step, _)| step == *name)) {
        let all: Vec<_> = steps.iter().map(|(name, _)| *name).collect();
        bail!("no such step: {unknown}; there are {}", all.join(", "));
    }
    let chosen = steps.iter().filter(|(name, _)| names.is_empty() || names.contains(name));
    let total = chosen.fold(Tally::default(), |total, (name, step)| total + timed(name, *step, &config));
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 { std::process::exit(1) } else { Ok(()) }
}

/// All steps, cheap ones first, so that a slip shows early.
fn steps(config: &BuildConfig) -> Result<Vec<(&str, Step)>> {
    let mut steps: Vec<(&str, Step)> = vec![
        ("format", rust::format),
        ("lint", rust::lint),
        ("native", rust::native),
        ("machine", machine::prepare),
        ("counts", counts),
        ("package", package::build),
        ("biome", scripts::biome),
        ("types", scripts::types),
        ("node", package::in_node),
        ("budgets", budgets::sizes),
    ];
    for browser in &config.test.browsers {
        steps.push((browser, browsers::step(browser)?));
    }
    steps.push(("plain", plain::plain));
    steps.push(("panic", package::panic));
    steps.push(("page", package::page));
    steps.push(("engines", browsers::visits));
    steps.push(("published", package::published));
    steps.push(("extension", package::extension));
    Ok(steps)
}

/// Whether reading takes hardly more instructions than recorded, and hardly more than twice as many for twice the text.
fn counts(_: &BuildConfig) -> Result<Tally> {
    let tally =
        |checked: Result<()>| checked.map_or_else(|error| Tally::failure(format!("{error:#}")), |()| Tally::success());
    Ok(tally(bench::instructions::check()) + tally(bench::growth::check()))
}

/// Runs one step and prints its line; what it printed itself is shown only if something failed.
fn timed(name: &str, step: Step, config: &BuildConfig) -> Tally {
    print!("{name:10} ");
    io::stdout().flush().ok();
    let start = Instant::now();
    let tally = step(config).unwrap_or_else(|error| Tally::failure(format!("{error:#}")));
    let seconds = start.elapsed().as_secs_f32();
    println!("{:5} passed {:3} failed {seconds:7.1} s", tally.passed, tally.failed);
    if tally.failed > 0 {
        println!("{}\n", tally.printed.trim_end());
    }
    tally
}
