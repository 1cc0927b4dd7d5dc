//! The tools that `wasm-pack.toml` names, installed under `target/tools` at their exact versions.

use crate::{
    build_config::BuildConfig,
    paths,
    process::{self, cargo, command},
};
use anyhow::{Context, Result};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// What the package is compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The WebAssembly target of the compiler, and the tools that build the package.
pub(crate) fn for_build(config: &BuildConfig) -> Result<()> {
    wasm_target()?;
    cargo_tool(config, "wasm-pack")?;
    cargo_tool(config, "wasm-bindgen-cli")
}

/// Adds the WebAssembly target to the compiler, unless it is there.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = process::output(&mut command("rustc", &["--print", "sysroot"]))?;
    if PathBuf::from(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).exists() {
        return Ok(());
    }
    println!("installing the compiler target {WASM_TARGET}");
    process::show(&mut command("rustup", &["target", "add", WASM_TARGET]))
}

/// Installs a Cargo package unless it is there at the version of `wasm-pack.toml`.
pub(crate) fn cargo_tool(config: &BuildConfig, package: &str) -> Result<()> {
    let version = config.tools.get(package).with_context(|| format!("{package} is not in wasm-pack.toml"))?;
    if is_installed(package, version) {
        return Ok(());
    }
    println!("installing {package} {version}");
    let exact = format!("{package}@{version}");
    let folder = paths::tools();
    // Not `--locked`: a registry mirror that lags behind the tool's lock file would stop the build.
    let mut install = cargo(&["install", "--quiet", "--force", "--root", &folder.to_string_lossy(), &exact]);
    // What two tools depend on is compiled once.
    install.arg("--target-dir").arg(folder.join("build")).args(["--profile", profile(package)]);
    process::show(install.env("CARGO_PROFILE_DEV_DEBUG", "false"))
}

/// How a tool is compiled: well where it works through the whole module, else quickly, because it only starts others.
fn profile(package: &str) -> &'static str {
    if package == "wasm-bindgen-cli" { "release" } else { "dev" }
}

/// Whether Cargo has installed this version of a package into the folder of tools.
fn is_installed(package: &str, version: &str) -> bool {
    let list = process::stdout(&mut cargo(&["install", "--list", "--root", &paths::tools().to_string_lossy()]));
    list.is_ok_and(|list| list.lines().any(|line| line == format!("{package} v{version}:")))
}

/// Whether node and npm are here.
pub(crate) fn has_node() -> bool {
    process::find("node").is_some() && process::find("npm").is_some()
}

/// Installs the npm packages that building and testing need.
pub(crate) fn npm(config: &BuildConfig) -> Result<()> {
    npm_packages(&config.npm, &paths::tools())
}

/// Installs npm packages below a folder, unless every one is there at its version.
pub(crate) fn npm_packages(packages: &BTreeMap<String, String>, folder: &Path) -> Result<()> {
    if packages.iter().all(|(name, version)| npm_version(folder, name).as_ref() == Some(version)) {
        return Ok(());
    }
    let exact: Vec<String> = packages.iter().map(|(name, version)| format!("{name}@{version}")).collect();
    println!("installing {}", exact.join(", "));
    fs::create_dir_all(folder)?;
    let prefix = folder.to_string_lossy();
    let mut arguments = vec!["install", "--silent", "--no-audit", "--no-fund", "--no-save", "--prefix", &prefix];
    arguments.extend(exact.iter().map(String::as_str));
    process::show(&mut command("npm", &arguments))
}

/// The version of an npm package that is installed.
fn npm_version(folder: &Path, name: &str) -> Option<String> {
    let text = fs::read_to_string(folder.join("node_modules").join(name).join("package.json")).ok()?;
    let (_, rest) = text.split_once("\"version\":")?;
    rest.split('"').nth(1).map(str::to_owned)
}
