//! Instructions by stage, counted by callgrind: they are the same at every run, while seconds are not.

use crate::{
    paths,
    process::{self, cargo, command},
};
use anyhow::{Context, Result, ensure};
use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// The functions of the stages, none of which calls another one. They are never inlined.
const STAGES: [(&str, &str); 9] = [
    ("structure", "structure::read_counted"),
    ("words and tags", "tokens::tokenize"),
    ("patterns", "mentions::patterns::find"),
    ("names", "mentions::tagger::names"),
    ("entities", "entities::resolve"),
    ("quotes", "quotes::extract"),
    ("timeline", "timeline::resolve"),
    ("summary", "summary::rank"),
    ("notices", "structure::notices::notices"),
];
/// The name of the sum.
pub(super) const TOTAL: &str = "total";
/// What the last record says, in the project's folder.
const RECORD: &str = "benches/record/instructions.csv";
const RECORDED_ON: &str = "x86_64";
/// By what share the total may grow before the record must be made anew.
const GROWTH: f64 = 0.03;

/// Instructions by stage, and their total.
type Counts = BTreeMap<String, u64>;

/// Counts on the samples, prints the counts and keeps them.
pub(crate) fn record() -> Result<()> {
    let counts = of_samples()?;
    let mut table = String::from("stage,instructions\n");
    for stage in STAGES.iter().map(|(name, _)| *name).chain([TOTAL]) {
        writeln!(table, "{stage},{}", counts.get(stage).unwrap_or(&0))?;
    }
    print!("{table}");
    fs::write(paths::root().join(RECORD), table)?;
    println!("kept in {RECORD}");
    Ok(())
}

/// Whether this processor is of the sort on which instructions were counted.
pub(super) fn is_counted_here() -> bool {
    std::env::consts::ARCH == RECORDED_ON
}

/// Whether reading the samples takes hardly more instructions than recorded. Other processors count otherwise.
pub(crate) fn check() -> Result<()> {
    if !is_counted_here() {
        return Ok(());
    }
    let recorded = fs::read_to_string(paths::root().join(RECORD)).context(RECORD)?;
    let recorded: Counts = recorded.lines().filter_map(|line| line.split_once(',')).filter_map(row).collect();
    let counts = of_samples()?;
    let (now, before) = (counts[TOTAL], *recorded.get(TOTAL).context("the record has no total")?);
    ensure!(
        now as f64 <= before as f64 * (1.0 + GROWTH),
        "reading the samples takes {now} instructions, {before} are recorded. If that is meant: cargo xtask bench --record\n\
         now:    {counts:?}\nbefore: {recorded:?}"
    );
    Ok(())
}

fn row((stage, count): (&str, &str)) -> Option<(String, u64)> {
    Some((stage.to_owned(), count.parse().ok()?))
}

/// What reading the samples under `seeds` costs.
fn of_samples() -> Result<Counts> {
    let mut samples: Vec<PathBuf> =
        fs::read_dir(paths::root().join("seeds"))?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    samples.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    samples.sort();
    count(&program()?, &samples)
}

/// What reading some texts costs, by stage; the total holds what lies between the stages, too.
pub(super) fn count(program: &Path, texts: &[PathBuf]) -> Result<Counts> {
    let profile = super::folder().join("callgrind.out");
    fs::create_dir_all(super::folder())?;
    let mut valgrind = command("valgrind", &["--tool=callgrind"]);
    valgrind.arg(format!("--callgrind-out-file={}", profile.display())).arg(program).arg("--once").args(texts);
    let printed = process::output(&mut valgrind)?;
    let (_, collected) = printed.split_once("Collected : ").context("callgrind counted nothing")?;
    let mut counts = by_stage(&fs::read_to_string(&profile)?);
    counts.insert(TOTAL.to_owned(), collected.split_whitespace().next().unwrap_or_default().parse()?);
    Ok(counts)
}

/// The inclusive counts of the stages in a profile. A call takes three lines there: the name of what is called, how often,
/// and where from with the count; a name stands only where its number comes first.
fn by_stage(profile: &str) -> Counts {
    let mut stage_of_number: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    let (mut counts, mut called, mut is_call) = (Counts::new(), None, false);
    for line in profile.lines() {
        if let Some((kind @ ("fn" | "cfn"), function)) = line.split_once('=') {
            let (number, name) = function.split_once(' ').unwrap_or((function, ""));
            let stage = *stage_of_number.entry(number).or_insert_with(|| stage(name));
            called = stage.filter(|_| kind == "cfn");
        } else if line.starts_with("calls=") {
            is_call = true;
        } else if std::mem::take(&mut is_call)
            && let Some(stage) = called.take()
        {
            let count = line.split_whitespace().nth(1).and_then(|count| count.parse().ok()).unwrap_or(0);
            *counts.entry(stage.to_owned()).or_default() += count;
        }
    }
    counts
}

/// The stage that a function is.
fn stage(function: &str) -> Option<&'static str> {
    let path = function.strip_prefix("nutgraf::")?;
    STAGES.iter().find(|(_, function)| *function == path).map(|(name, _)| *name)
}

/// The compiled benchmark.
pub(super) fn program() -> Result<PathBuf> {
    let printed = process::output(&mut cargo(&["bench", "--bench", "native", "--no-run"]))?;
    let (_, path) = printed.rsplit_once("(target/").context("where is the benchmark?")?;
    let path = path.split(')').next().unwrap_or_default();
    Ok(paths::root().join("target").join(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_are_told_by_what_is_called() {
        let profile = "fn=(1) nutgraf::analyze::find\n1 50\ncfn=(2) nutgraf::structure::read_counted\ncalls=1 5\n2 700\n\
                       cfn=(3) other\ncalls=1 5\n2 30\nfn=(2)\n5 700\nfn=(4) x\ncfn=(2)\ncalls=1 9\n+1 11\n";
        assert_eq!(by_stage(profile), Counts::from([("structure".to_owned(), 711)]));
    }
}
