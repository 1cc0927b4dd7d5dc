//! Where things are.

use std::path::{Path, PathBuf};

/// The top folder of the project; every path in this tool is relative to it.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Where tools are installed; it survives between runs.
pub(crate) fn tools() -> PathBuf {
    root().join("target/tools")
}

/// Where the installed programs are.
pub(crate) fn programs() -> PathBuf {
    tools().join("bin")
}
