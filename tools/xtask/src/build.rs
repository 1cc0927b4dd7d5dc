//! The package: Rust to WebAssembly with wasm-pack, then optimised with the pinned wasm-opt.

use crate::{
    card::Card,
    process::{self, command},
    tools,
};
use anyhow::{Context, Result};
use std::{fs, path::PathBuf};

/// The name of the WebAssembly file that wasm-pack writes.
const WASM: &str = "nutgraf_bg.wasm";

/// Builds the package and returns the place of its WebAssembly file.
pub(crate) fn run() -> Result<PathBuf> {
    let card = Card::read()?;
    tools::for_build(&card)?;
    wasm_pack(&card)?;
    let wasm = crate::root().join(&card.build.out_dir).join(WASM);
    let built = size(&wasm)?;
    if tools::has_node() {
        tools::npm(&card)?;
        optimise(&card, &wasm)?;
        println!("{}: {built} bytes, optimised to {}", wasm_name(&card), size(&wasm)?);
    } else {
        println!("{}: {built} bytes, NOT optimised, because node is not installed", wasm_name(&card));
    }
    Ok(wasm)
}

fn wasm_pack(card: &Card) -> Result<()> {
    let Card { build, .. } = card;
    // With no-install, wasm-pack takes wasm-bindgen from the path and downloads nothing.
    let arguments = ["build", ".", "--release", "--mode", "no-install", "--target", &build.target, "--no-pack"];
    process::output(command("wasm-pack", &arguments).args(["--out-dir", &build.out_dir])).map(drop)
}

/// Replaces the file by its optimised form; the raw one is gone only when that has worked.
fn optimise(card: &Card, wasm: &PathBuf) -> Result<()> {
    let optimised = wasm.with_extension("optimised");
    let wasm_opt = tools::folder().join("node_modules/.bin/wasm-opt");
    let arguments: Vec<_> = card.build.wasm_opt.iter().map(String::as_str).collect();
    process::output(command(wasm_opt, &arguments).arg(wasm).arg("-o").arg(&optimised))?;
    fs::rename(&optimised, wasm).context("replacing the unoptimised module")
}

fn size(file: &PathBuf) -> Result<u64> {
    Ok(fs::metadata(file).with_context(|| file.display().to_string())?.len())
}

fn wasm_name(card: &Card) -> String {
    format!("{}/{WASM}", card.build.out_dir)
}
