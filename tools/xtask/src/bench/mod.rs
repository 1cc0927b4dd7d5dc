//! Speed, size and memory, measured as a rival would: `cargo xtask bench --data FILE...`.

mod browser;
pub(crate) mod growth;
pub(crate) mod instructions;
mod native;
mod texts;

use crate::{build, build_config::BuildConfig, record, test::machine};
use anyhow::{Result, ensure};
use std::path::PathBuf;

/// Measures on texts made from the documents in `data` (files of JSON lines with a `text`), and keeps the figures.
pub(crate) fn run(data: &[&str]) -> Result<()> {
    ensure!(!data.is_empty(), "name files of articles, JSON lines with a text: cargo xtask bench --data FILE...");
    let config = BuildConfig::read()?;
    machine::prepare(&config)?;
    build::run()?;
    let texts = texts::make(data)?;
    let mut rows = native::measure(&texts)?;
    rows.extend(browser::measure(&config, &texts)?);
    let programs = ["rustc", "chromium", "node"].map(record::version);
    record::keep("bench", &[&programs[..], &config.rivals.into_iter().collect::<Vec<_>>()].concat(), &rows)
}

/// A text to measure on.
pub(crate) struct Text {
    pub(crate) name: String,
    pub(crate) bytes: usize,
}

impl Text {
    /// Where it lies.
    pub(crate) fn file(&self) -> PathBuf {
        folder().join(format!("texts/{}.txt", self.name))
    }
}

/// Where texts and bundles are made.
pub(crate) fn folder() -> PathBuf {
    crate::paths::root().join("target/bench")
}
