//! What needs nothing but Rust: formatting, lints, native tests and doc tests.

use super::tally::{Tally, rust_tests};
use crate::{card::Card, process::cargo, tools};
use anyhow::Result;

pub(super) fn format(_: &Card) -> Result<Tally> {
    Ok(Tally::of_command(&mut cargo(&["fmt", "--all", "--check"])))
}

/// No warning in any target, natively or for WebAssembly.
pub(super) fn lint(_: &Card) -> Result<Tally> {
    tools::wasm_target()?;
    let native = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    let wasm = ["clippy", "--quiet", "--lib", "--target", tools::WASM_TARGET, "--", "-D", "warnings"];
    Ok(Tally::of_command(&mut cargo(&native)) + Tally::of_command(&mut cargo(&wasm)))
}

pub(super) fn native(_: &Card) -> Result<Tally> {
    Tally::of_tests(&mut cargo(&["test", "--quiet", "--workspace", "--no-fail-fast"]), rust_tests)
}
