//! What a release is held to, and what goes with it: `cargo xtask release`. Dependencies are checked against `deny.toml`,
//! the module is built a second time elsewhere and must come out the same, and `target/pack` gets a bill of materials
//! and the checksums of its files.

use crate::{
    build,
    build_config::BuildConfig,
    pack,
    process::{self, cargo, command},
    tools,
};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Checks, builds, packs, and writes what goes with the files.
pub(crate) fn run() -> Result<()> {
    let config = BuildConfig::read()?;
    tools::cargo_tool(&config, "cargo-deny")?;
    tools::cargo_tool(&config, "cargo-cyclonedx")?;
    dependencies()?;
    pack::run()?;
    reproduce(&config)?;
    bill_of_materials()?;
    checksums()
}

fn folder() -> PathBuf {
    crate::paths::root().join("target/pack")
}

/// Licences and sources always; advisories where their list can be fetched.
fn dependencies() -> Result<()> {
    let deny = |arguments: &[&str]| cargo(&[&["deny", "--log-level", "error"], arguments].concat());
    process::show(&mut deny(&["check", "licenses", "bans", "sources"]))?;
    let fuzz = ["--config", "deny.toml", "--manifest-path", "fuzz/Cargo.toml"];
    process::show(&mut deny(&[&fuzz[..], &["check", "licenses", "sources"]].concat()))?;
    if process::stdout(&mut deny(&["fetch", "db"])).is_err() {
        println!("advisories NOT checked: their list could not be fetched");
        return Ok(());
    }
    process::show(&mut deny(&["check", "--disable-fetch", "advisories"]))
}

/// Builds the module again, from nothing, in another folder, and compares.
fn reproduce(config: &BuildConfig) -> Result<()> {
    let elsewhere = crate::paths::root().join("target/again");
    fs::remove_dir_all(&elsewhere).or_else(|error| if elsewhere.exists() { Err(error) } else { Ok(()) })?;
    let again = build::again(config, &elsewhere)?;
    let (first, second) = (fs::read(build::wasm(config))?, fs::read(again)?);
    ensure!(first == second, "two builds gave different modules: {} and {} bytes", first.len(), second.len());
    println!("the module was built twice: {} bytes, the same", first.len());
    Ok(())
}

/// Everything that is compiled into the module, in the form of CycloneDX.
fn bill_of_materials() -> Result<()> {
    let arguments = ["cyclonedx", "--quiet", "--format", "json", "--target", tools::WASM_TARGET, "--override-filename"];
    process::output(cargo(&arguments).arg("nutgraf.cdx"))?;
    let made = "nutgraf.cdx.json";
    for member in ["tools/cli", "tools/train", "tools/xtask"] {
        fs::remove_file(crate::paths::root().join(member).join(made)).ok();
    }
    let (from, to) = (crate::paths::root().join(made), folder().join(made));
    fs::copy(&from, &to).and_then(|_| fs::remove_file(&from)).context("the bill of materials")?;
    println!("{made}: the bill of materials");
    Ok(())
}

/// `SHA256SUMS`, over every file that is published.
fn checksums() -> Result<()> {
    let mut files = Vec::new();
    collect(&folder(), &mut files)?;
    files.sort();
    let names = files.iter().map(|file| file.strip_prefix(folder()).unwrap_or(file));
    let mut sums = command("sha256sum", &["--"]);
    let sums = process::stdout(sums.args(names).current_dir(folder()))?;
    fs::write(folder().join("SHA256SUMS"), &sums)?;
    println!("SHA256SUMS: {} files", sums.lines().count());
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in folder.read_dir()?.flatten().map(|entry| entry.path()) {
        match entry.is_dir() {
            true => collect(&entry, files)?,
            false if entry.ends_with("SHA256SUMS") => (),
            false => files.push(entry),
        }
    }
    Ok(())
}
