//! JavaScript and CSS: formatted, linted, and of sound types.

use super::tally::Tally;
use crate::{build_config::BuildConfig, paths, process::command};
use anyhow::Result;
use std::process::Command;

/// Formatting, lints and the order of imports, as biome.json has them.
pub(super) fn biome(_: &BuildConfig) -> Result<Tally> {
    Ok(Tally::of_command(&mut npm_tool("biome", &["ci", "--error-on-warnings"])))
}

/// The types that the comments of the sources give. The built module must be there, for its types are used.
pub(super) fn types(_: &BuildConfig) -> Result<Tally> {
    Ok(Tally::of_command(&mut npm_tool("tsc", &["--project", "www"])))
}

fn npm_tool(name: &str, arguments: &[&str]) -> Command {
    command(paths::tools().join("node_modules/.bin").join(name), arguments)
}
