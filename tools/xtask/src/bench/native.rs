//! One core, natively: time by the clock, and instructions where valgrind is installed.

use super::{Text, folder, instructions};
use crate::{
    process::{self, cargo},
    record::Row,
};
use anyhow::Result;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Counting instructions is some fifty times slower than running them.
const LARGEST_COUNTED: usize = 200_000;

/// Time and speed for every text; instructions for the small ones.
pub(super) fn measure(texts: &[Text]) -> Result<Vec<Row>> {
    let mut bench = cargo(&["bench", "--quiet", "--bench", "native", "--"]);
    let printed = process::output(bench.args(texts.iter().map(Text::file)))?;
    let mut rows = Vec::new();
    for line in printed.lines().filter(|line| line.split(',').count() == 4) {
        let fields: Vec<&str> = line.split(',').collect();
        let (tokens, microseconds): (f64, f64) = (fields[2].parse()?, fields[3].parse()?);
        rows.push(row("analysis", fields[0], microseconds / 1000.0, "ms"));
        rows.push(row("speed", fields[0], tokens / microseconds * 1e6, "tokens/s"));
    }
    rows.extend(growth()?);
    rows.extend(counted(texts)?);
    Ok(rows)
}

/// How much longer a hostile text takes when it is doubled, at worst.
fn growth() -> Result<Vec<Row>> {
    let printed = process::output(&mut cargo(&["bench", "--quiet", "--bench", "native", "--", "--families"]))?;
    let ratios = printed.lines().filter_map(|line| line.rsplit_once(','));
    ratios.map(|(name, ratio)| Ok(row("growth per doubling", name, ratio.parse()?, "times"))).collect()
}

/// What one reading costs over the reading of nothing.
fn counted(texts: &[Text]) -> Result<Vec<Row>> {
    let program = instructions::program()?;
    let empty = folder().join("texts/empty.txt");
    fs::write(&empty, "")?;
    let idle = total(&program, empty)?;
    let counted = texts.iter().filter(|text| text.bytes <= LARGEST_COUNTED);
    counted
        .map(|text| Ok(row("instructions", &text.name, total(&program, text.file())? - idle, "instructions")))
        .collect()
}

fn total(program: &Path, text: PathBuf) -> Result<f64> {
    Ok(instructions::count(program, &[text])?[instructions::TOTAL] as f64)
}

fn row(measure: &str, text: &str, value: f64, unit: &str) -> Row {
    Row { measure: measure.into(), text: text.into(), program: "native".into(), value, unit: unit.into() }
}
