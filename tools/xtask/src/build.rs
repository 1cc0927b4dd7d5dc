//! The package: Rust to WebAssembly with wasm-pack, then optimised with the pinned wasm-opt.

use crate::{
    card::Card,
    process::{self, command},
    styles, tools,
};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The name of the WebAssembly file that wasm-pack writes.
const WASM: &str = "nutgraf_bg.wasm";

/// Builds the package and says what came out.
pub(crate) fn run() -> Result<()> {
    let card = Card::read()?;
    tools::for_build(&card)?;
    wasm_pack(&card)?;
    let (name, wasm) = (format!("{}/{WASM}", card.build.out_dir), wasm(&card));
    let built = size(&wasm)?;
    if tools::has_node() {
        optimise(&card)?;
        println!("{name}: {built} bytes, optimised to {}", size(&wasm)?);
    } else {
        println!("{name}: {built} bytes, NOT optimised, because node is not installed");
    }
    Ok(())
}

/// The WebAssembly file of the built package.
pub(crate) fn wasm(card: &Card) -> PathBuf {
    crate::root().join(&card.build.out_dir).join(WASM)
}

/// The module as wasm-pack leaves it, and the style sheets beside it.
pub(crate) fn wasm_pack(card: &Card) -> Result<()> {
    process::output(pack_command(card).args(["--out-dir", &card.build.out_dir]))?;
    styles::write(card)
}

fn pack_command(card: &Card) -> Command {
    // With no-install, wasm-pack takes wasm-bindgen from the path and downloads nothing.
    let target = &card.build.target;
    let arguments = ["build", ".", "--profile", "published", "--mode", "no-install", "--target", target, "--no-pack"];
    command("wasm-pack", &arguments)
}

/// Builds the optimised module once more, from nothing, in another folder, and gives its place.
pub(crate) fn again(card: &Card, folder: &Path) -> Result<PathBuf> {
    let out = folder.join("pkg");
    process::output(pack_command(card).arg("--out-dir").arg(&out).env("CARGO_TARGET_DIR", folder.join("target")))?;
    let wasm = out.join(WASM);
    shrink(card, &wasm)?;
    Ok(wasm)
}

/// Replaces the module by its optimised form; the raw one is gone only when that has worked.
pub(crate) fn optimise(card: &Card) -> Result<()> {
    tools::npm(card)?;
    shrink(card, &wasm(card))
}

fn shrink(card: &Card, wasm: &Path) -> Result<()> {
    let optimised = wasm.with_extension("optimised");
    let wasm_opt = tools::folder().join("node_modules/.bin/wasm-opt");
    let arguments: Vec<_> = card.build.wasm_opt.iter().map(String::as_str).collect();
    process::output(command(wasm_opt, &arguments).arg(wasm).arg("-o").arg(&optimised))?;
    fs::rename(&optimised, wasm).context("replacing the unoptimised module")
}

fn size(file: &Path) -> Result<u64> {
    Ok(fs::metadata(file).with_context(|| file.display().to_string())?.len())
}
