//! How many more instructions a text takes that is twice as long: `cargo xtask test counts` counts them for texts of every
//! family, hostile and ordinary.

use super::instructions;
use crate::process::{self, command};
use anyhow::{Result, bail, ensure};
use std::fs;

/// By how much the instructions may grow when a text is doubled.
const MOST: f64 = 2.2;
/// The function of the benchmark that reads one text.
const READING: &str = "native::read";

/// Whether no family takes more than it may.
pub(crate) fn check() -> Result<()> {
    if !instructions::is_counted_here() {
        return Ok(());
    }
    let grown: Vec<_> = ratios()?.into_iter().filter(|(_, ratio)| *ratio > MOST).collect();
    ensure!(grown.is_empty(), "twice the text takes more than {MOST} times the instructions: {grown:?}");
    Ok(())
}

/// Every family with what its double takes, in times what it takes itself.
pub(super) fn ratios() -> Result<Vec<(String, f64)>> {
    fs::create_dir_all(super::folder())?;
    let profile = super::folder().join("growth.out");
    let mut valgrind = command("valgrind", &["--tool=callgrind", "--combine-dumps=yes"]);
    valgrind.arg(format!("--dump-after={READING}")).arg(format!("--callgrind-out-file={}", profile.display()));
    let names = process::stdout(valgrind.arg(instructions::program()?).arg("--doubled"))?;
    let counts = of_readings(&fs::read_to_string(&profile)?);
    // The first reading is that of nothing, in which the model is unpacked; the last count that of the end.
    let [_, readings @ .., _] = counts.as_slice() else { bail!("callgrind counted nothing") };
    let pairs = readings.chunks_exact(2).map(|pair| pair[1] / pair[0]);
    ensure!(pairs.len() == names.lines().count(), "callgrind counted {} families", pairs.len());
    Ok(names.lines().map(str::to_owned).zip(pairs).collect())
}

/// The counts of the parts of a profile, one for each reading.
fn of_readings(profile: &str) -> Vec<f64> {
    let counts = profile.lines().filter_map(|line| line.strip_prefix("summary: "));
    counts.filter_map(|count| count.trim().parse().ok()).collect()
}
