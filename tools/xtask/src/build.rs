//! The package: Rust to WebAssembly with wasm-pack, then optimised with the pinned wasm-opt.

use crate::{
    build_config::BuildConfig,
    paths,
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
    let config = BuildConfig::read()?;
    tools::for_build(&config)?;
    wasm_pack(&config)?;
    let (name, wasm) = (format!("{}/{WASM}", config.build.out_dir), wasm(&config));
    let built = size(&wasm)?;
    if tools::has_node() {
        optimise(&config)?;
        println!("{name}: {built} bytes, optimised to {}", size(&wasm)?);
    } else {
        println!("{name}: {built} bytes, NOT optimised, because node is not installed");
    }
    Ok(())
}

/// The WebAssembly file of the built package.
pub(crate) fn wasm(config: &BuildConfig) -> PathBuf {
    paths::root().join(&config.build.out_dir).join(WASM)
}

/// The module as wasm-pack leaves it, and the style sheets beside it.
pub(crate) fn wasm_pack(config: &BuildConfig) -> Result<()> {
    process::output(pack_command(config).args(["--out-dir", &config.build.out_dir]))?;
    styles::write(config)
}

fn pack_command(config: &BuildConfig) -> Command {
    // With no-install, wasm-pack takes wasm-bindgen from the path and downloads nothing.
    let target = &config.build.target;
    let arguments = ["build", ".", "--profile", "published", "--mode", "no-install", "--target", target, "--no-pack"];
    command("wasm-pack", &arguments)
}

/// Builds the optimised module once more, from nothing, in another folder, and gives its place.
pub(crate) fn again(config: &BuildConfig, folder: &Path) -> Result<PathBuf> {
    let out = folder.join("pkg");
    process::output(pack_command(config).arg("--out-dir").arg(&out).env("CARGO_TARGET_DIR", folder.join("target")))?;
    let wasm = out.join(WASM);
    shrink(config, &wasm)?;
    Ok(wasm)
}

/// Replaces the module by its optimised form; the raw one is gone only when that has worked.
pub(crate) fn optimise(config: &BuildConfig) -> Result<()> {
    tools::npm(config)?;
    shrink(config, &wasm(config))
}

fn shrink(config: &BuildConfig, wasm: &Path) -> Result<()> {
    let optimised = wasm.with_extension("optimised");
    let wasm_opt = paths::tools().join("node_modules/.bin/wasm-opt");
    let arguments: Vec<_> = config.build.wasm_opt.iter().map(String::as_str).collect();
    process::output(command(wasm_opt, &arguments).arg(wasm).arg("-o").arg(&optimised))?;
    fs::rename(&optimised, wasm).context("replacing the unoptimised module")
}

fn size(file: &Path) -> Result<u64> {
    Ok(fs::metadata(file).with_context(|| file.display().to_string())?.len())
}
