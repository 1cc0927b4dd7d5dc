//! What is published: the npm package, the page as one file, the site, the extension; and the pictures of the page. The
//! work is done by `tools/pack`, in the language of what it packs.

use crate::{build, process, process::command, tools};
use anyhow::{Result, ensure};

/// Builds the module and packs everything into `target/pack`.
pub(crate) fn run() -> Result<()> {
    ensure!(tools::has_node(), "packing needs node and npm: install them from nodejs.org or your system");
    build::run()?;
    print!("{}", built()?);
    Ok(())
}

/// Packs the module as it was built last, and gives the list of what was made.
pub(crate) fn built() -> Result<String> {
    process::output(&mut command("node", &["tools/pack/pack.mjs"]))
}

/// Builds the module and takes the pictures that the README shows, and the icons of the extension.
pub(crate) fn pictures() -> Result<()> {
    build::run()?;
    process::show(&mut command("node", &["tools/pack/pictures.mjs"]))
}
