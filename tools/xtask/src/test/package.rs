//! The optimised package: loaded in node, and behind the page in Chromium. All of it runs under node's test runner.

use super::tally::{Tally, node_tests};
use crate::{
    build_config::BuildConfig,
    pack,
    process::{self, command},
};
use anyhow::{Context, Result};
use std::path::PathBuf;

pub(super) fn build(config: &BuildConfig) -> Result<Tally> {
    crate::build::wasm_pack(config)?;
    crate::build::optimise(config).map(|()| Tally::success())
}

/// The tests in `tests/node`: an optimiser can break a module without a word, so the optimised one must answer.
pub(super) fn in_node(_: &BuildConfig) -> Result<Tally> {
    node("tests/node")
}

/// The tests in `tests/page`: the page as a reader meets it.
pub(super) fn page(_: &BuildConfig) -> Result<Tally> {
    node("tests/page")
}

/// The tests in `tests/package`: what is published, used as others use it. It packs the module that is tested already.
pub(super) fn published(_: &BuildConfig) -> Result<Tally> {
    pack::built()?;
    node("tests/package")
}

/// The tests in `tests/extension`: the packed extension in Chromium and Firefox.
pub(super) fn extension(_: &BuildConfig) -> Result<Tally> {
    pack::built()?;
    node("tests/extension")
}

/// The tests in `tests/panic`: what follows a fault of the module.
pub(super) fn panic(_: &BuildConfig) -> Result<Tally> {
    let build = ["build", "--dev", "--target", "web", "--mode", "no-install", "--out-dir", "target/panic/pkg"];
    process::output(command("wasm-pack", &build).args(["--features", "panic-on-request"]))?;
    node("tests/panic")
}

/// Runs every `*.test.mjs` of a folder, one file after the other: some of them measure times. The files are named one by
/// one, because node took folders until version 20 and takes patterns since version 21.
pub(super) fn node(folder: &str) -> Result<Tally> {
    let arguments = ["--test", "--test-reporter=tap", "--test-concurrency=1"];
    Tally::of_tests(command("node", &arguments).args(test_files(folder)?), node_tests)
}

fn test_files(folder: &str) -> Result<Vec<PathBuf>> {
    let entries = crate::paths::root().join(folder).read_dir().with_context(|| folder.to_owned())?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}
