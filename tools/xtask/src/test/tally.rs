//! Counting single tests in what test programs print.

use crate::process;
use anyhow::{Context, Result};
use std::{ops::Add, process::Command};

/// How many tests passed and failed, and what was printed meanwhile.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) printed: String,
}

impl Tally {
    /// One check that passed.
    pub(crate) fn success() -> Tally {
        Tally { passed: 1, ..Tally::default() }
    }

    /// One check that failed, and why.
    pub(crate) fn failure(why: String) -> Tally {
        Tally { failed: 1, printed: why, ..Tally::default() }
    }

    /// Runs a program that is itself the check: it passes when the program succeeds.
    pub(crate) fn of_command(command: &mut Command) -> Tally {
        match process::output(command) {
            Ok(_) => Tally::success(),
            Err(error) => Tally::failure(format!("{error:#}")),
        }
    }

    /// Runs a program that prints its tests in a form that `count` reads. A program that fails without a failed test,
    /// or that ran no test, counts as a failure.
    pub(crate) fn of_tests(command: &mut Command, count: fn(&str) -> (usize, usize)) -> Result<Tally> {
        let output = command.output().with_context(|| format!("{command:?}"))?;
        let printed = process::printed(&output);
        let (passed, failed) = count(&printed);
        let silent_failure = failed == 0 && (passed == 0 || !output.status.success());
        Ok(Tally { passed, failed: failed + usize::from(silent_failure), printed })
    }
}

impl Add for Tally {
    type Output = Tally;

    fn add(self, other: Tally) -> Tally {
        let printed = self.printed + &other.printed;
        Tally { passed: self.passed + other.passed, failed: self.failed + other.failed, printed }
    }
}

/// Counts `test result: ok. 6 passed; 0 failed; ...`, which Rust's tests print natively and in browsers.
pub(crate) fn rust_tests(printed: &str) -> (usize, usize) {
    sum(printed.lines().filter(|line| line.starts_with("test result: ")), "passed;", "failed;")
}

/// Counts `# pass 12` and `# fail 0` of node's test runner.
pub(crate) fn node_tests(printed: &str) -> (usize, usize) {
    let after = |start: &str| {
        let counts = printed.lines().filter_map(|line| line.strip_prefix(start)?.trim().parse::<usize>().ok());
        counts.sum()
    };
    (after("# pass "), after("# fail "))
}

/// Adds up the numbers before the two words, over all lines.
fn sum<'a>(lines: impl Iterator<Item = &'a str>, passed: &str, failed: &str) -> (usize, usize) {
    lines.fold((0, 0), |(p, f), line| (p + number_before(line, passed), f + number_before(line, failed)))
}

fn number_before(line: &str, word: &str) -> usize {
    let words: Vec<_> = line.split_whitespace().collect();
    let found = words.windows(2).find(|pair| pair[1] == word);
    found.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_counted_in_what_is_printed() {
        let rust =
            "test result: ok. 6 passed; 0 failed; 0 ignored\nx\ntest result: FAILED. 3 passed; 2 failed; 1 ignored";
        assert_eq!(rust_tests(rust), (9, 2));
        assert_eq!(node_tests("# tests 4\n# pass 3\n# fail 1\n"), (3, 1));
        assert_eq!(rust_tests("error: could not compile"), (0, 0));
    }

    #[test]
    fn a_program_that_ran_no_test_has_failed() {
        let tally = Tally::of_tests(&mut process::command("true", &[]), rust_tests).unwrap();
        assert_eq!((tally.passed, tally.failed), (0, 1));
    }
}
