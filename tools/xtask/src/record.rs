//! Figures are printed, and kept by day under `benches/record` with the machine and the versions.

use crate::process::{self, command};
use anyhow::Result;
use std::{fmt::Write, fs};

/// One figure.
pub(crate) struct Row {
    pub(crate) measure: String,
    pub(crate) text: String,
    pub(crate) program: String,
    pub(crate) value: f64,
    pub(crate) unit: String,
}

/// Prints the rows and writes them to today's file of this name, with the versions of what took part.
pub(crate) fn keep(name: &str, versions: &[(String, String)], rows: &[Row]) -> Result<()> {
    let mut table = String::from("measure,text,program,value,unit\n");
    for Row { measure, text, program, value, unit } in rows {
        writeln!(table, "{measure},{text},{program},{},{unit}", rounded(*value))?;
    }
    print!("{table}");
    let folder = crate::paths::root().join("benches/record");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{}-{name}.csv", print(&["date", "-u", "+%F"])));
    fs::write(&file, circumstances(versions) + &table)?;
    println!("kept in benches/record/{}", file.file_name().unwrap_or_default().to_string_lossy());
    Ok(())
}

/// Four significant digits, so that a difference shows and noise does not.
fn rounded(value: f64) -> f64 {
    let digits = (3 - value.abs().max(1e-9).log10().floor() as i32).max(0) as usize;
    format!("{value:.digits$}").parse().unwrap_or(value)
}

/// A program and the version that it says it has.
pub(crate) fn version(program: &str) -> (String, String) {
    (program.to_owned(), print(&[program, "--version"]))
}

/// Comment lines: the processor, the load, the commit, and the versions.
fn circumstances(versions: &[(String, String)]) -> String {
    let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let processor = processor.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(": unknown");
    let (load, commit) = (print(&["cat", "/proc/loadavg"]), print(&["git", "describe", "--always", "--dirty"]));
    let versions: String = versions.iter().map(|(name, version)| format!("# {name}: {version}\n")).collect();
    format!("# processor{processor}\n# load: {load}\n# commit: {commit}\n{versions}")
}

/// The last line that a program prints; empty if it cannot be run.
fn print(words: &[&str]) -> String {
    let printed = process::output(&mut command(words[0], &words[1..])).unwrap_or_default();
    printed.lines().find(|line| !line.contains("unexpected operator")).unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn four_digits_are_kept() {
        for (value, expected) in [(0.123456, 0.1235), (12.3456, 12.35), (1234567.0, 1234567.0), (0.0, 0.0)] {
            assert_eq!(rounded(value), expected);
        }
    }
}
