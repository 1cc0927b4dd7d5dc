//! What needs nothing but Rust: formatting, lints, native tests and doc tests.

use super::tally::{Tally, rust_tests};
use crate::{build_config::BuildConfig, process::cargo, tools};
use anyhow::Result;

/// The crate of the fuzzers, which is no member of the workspace.
const FUZZ: &str = "fuzz/Cargo.toml";

pub(super) fn format(_: &BuildConfig) -> Result<Tally> {
    let fuzz = ["fmt", "--manifest-path", FUZZ, "--check"];
    Ok(Tally::of_command(&mut cargo(&["fmt", "--all", "--check"])) + Tally::of_command(&mut cargo(&fuzz)))
}

/// No warning in any target, natively or for WebAssembly.
pub(super) fn lint(_: &BuildConfig) -> Result<Tally> {
    tools::wasm_target()?;
    let native = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    let wasm = ["clippy", "--quiet", "--lib", "--tests", "--target", tools::WASM_TARGET, "--", "-D", "warnings"];
    let fuzz = ["clippy", "--quiet", "--manifest-path", FUZZ, "--target-dir", "target/fuzz", "--", "-D", "warnings"];
    Ok([&native[..], &wasm, &fuzz]
        .map(|lint| Tally::of_command(&mut cargo(lint)))
        .into_iter()
        .fold(Tally::default(), |a, b| a + b))
}

pub(super) fn native(_: &BuildConfig) -> Result<Tally> {
    Tally::of_tests(&mut cargo(&["test", "--quiet", "--workspace", "--no-fail-fast"]), rust_tests)
}
