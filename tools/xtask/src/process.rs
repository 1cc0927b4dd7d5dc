//! Running other programs.

use crate::paths;
use anyhow::{Context, Result, bail, ensure};
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// A program with its arguments, in the project's folder, with the tools of this project first on the path. `XTASK` tells
/// it where this program is: tests have their folders served by it.
pub(crate) fn command(program: impl AsRef<Path>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program.as_ref());
    command.args(arguments).current_dir(paths::root()).env("PATH", path());
    command.envs(env::current_exe().map(|own| ("XTASK", own)));
    command
}

/// `cargo`, the one that runs this tool.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// Runs it with its output shown.
pub(crate) fn show(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| name(command))?;
    if status.success() { Ok(()) } else { bail!("{} failed: {status}", name(command)) }
}

/// Runs it and keeps what it prints; the output is shown only in the error if it fails.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| name(command))?;
    let printed = printed(&output);
    if output.status.success() { Ok(printed) } else { bail!("{} failed:\n{printed}", name(command)) }
}

/// Runs it and keeps what it writes to standard output alone, for other programs to read.
pub(crate) fn stdout(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| name(command))?;
    ensure!(output.status.success(), "{} failed:\n{}", name(command), printed(&output));
    Ok(String::from_utf8(output.stdout)?)
}

/// What a program printed, standard output first.
pub(crate) fn printed(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Where a program is, if it is installed.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&path()).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn path() -> OsString {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(paths::programs()).chain(env::split_paths(&inherited));
    env::join_paths(folders).expect("a folder without a colon in its name")
}

fn name(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
