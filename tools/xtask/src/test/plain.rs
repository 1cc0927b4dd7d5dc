//! What somebody does who knows wasm-pack and nothing of this project: its plain commands, with their own defaults. The
//! tools alone are ours, so that nothing is downloaded.

use super::{
    package::node,
    tally::{Tally, rust_tests},
};
use crate::{
    build_config::BuildConfig,
    process::{self, command},
};
use anyhow::Result;
use std::process::Command;

/// Builds the module, uses it as in `tests/plain`, and tests it in two browsers.
pub(super) fn plain(_: &BuildConfig) -> Result<Tally> {
    process::output(&mut wasm_pack(&["build", "--target", "web", "--out-dir", "target/plain/pkg"]))?;
    let browser = |browser: &str| Tally::of_tests(&mut wasm_pack(&["test", "--headless", browser]), rust_tests);
    Ok(node("tests/plain")? + browser("--chrome")? + browser("--firefox")?)
}

fn wasm_pack(arguments: &[&str]) -> Command {
    let mut command = command("wasm-pack", arguments);
    command.args(["--mode", "no-install"]);
    command
}
