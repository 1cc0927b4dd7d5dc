//! What is published: the npm package, the page as one file, the site. The work is done by `tools/pack`, in the language
//! of what it packs.

use crate::{build, process, process::command, tools};
use anyhow::{Result, ensure};

/// Builds the module and packs everything into `target/pack`.
pub(crate) fn run() -> Result<()> {
    ensure!(tools::has_node(), "packing needs node and npm: install them from nodejs.org or your system");
    build::run()?;
    process::show(&mut command("node", &["tools/pack/pack.mjs"]))
}
