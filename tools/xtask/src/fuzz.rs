//! Looks for texts and model files that break the reader: `cargo xtask fuzz [SECONDS]`. What was run is kept by day under
//! `benches/record`; a text that breaks something is left under `fuzz/artifacts`.

use crate::{
    build_config::BuildConfig,
    process::{self, cargo},
    record::{self, Row},
    tools,
};
use anyhow::{Context, Result};

/// The programs in `fuzz/fuzz_targets`, with the longest input of each, in bytes.
const TARGETS: &[(&str, usize)] = &[("analyze", 512), ("model", 256)];

/// Runs every program for so long.
pub(crate) fn run(seconds: u32) -> Result<()> {
    tools::cargo_tool(&BuildConfig::read()?, "cargo-fuzz")?;
    let rows = TARGETS.iter().map(|(target, longest)| fuzz(target, *longest, seconds));
    let rows: Vec<Row> = rows.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
    record::keep("fuzz", &[record::version("rustc")], &rows)
}

/// Runs one program; its inputs go on growing from one call to the next.
fn fuzz(target: &str, longest: usize, seconds: u32) -> Result<Vec<Row>> {
    // There is no unsafe code for a sanitizer to watch; without one, ten times as many texts are tried.
    let mut command = cargo(&["fuzz", "run", "--sanitizer", "none", "--target-dir", "target/fuzz", target, "--"]);
    command.args([format!("-max_total_time={seconds}"), format!("-max_len={longest}"), "-print_final_stats=1".into()]);
    // The instruments need options of the compiler that are not stable.
    let printed = process::output(command.env("RUSTC_BOOTSTRAP", "1").env_remove("CARGO"))?;
    let runs = printed.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    let runs: f64 = runs.context("the fuzzer did not say how often it ran")?.trim().parse()?;
    println!("{target}: {runs} runs without a failure");
    let row = |measure: &str, value: f64, unit: &str| Row {
        measure: measure.into(),
        text: String::new(),
        program: target.into(),
        value,
        unit: unit.into(),
    };
    Ok(vec![row("runs without a failure", runs, "runs"), row("time", seconds.into(), "seconds")])
}
