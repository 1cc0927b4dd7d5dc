//! The settings of `cargo xtask`: `wasm-pack.toml`.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::{collections::BTreeMap, fs};

/// The whole file. A key that is not known is an error, so that a misspelt one is not lost.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BuildConfig {
    /// Cargo programs and their exact versions.
    pub(crate) tools: BTreeMap<String, String>,
    /// npm packages and their exact versions.
    pub(crate) npm: BTreeMap<String, String>,
    pub(crate) build: Build,
    pub(crate) test: Test,
    /// The most that the package may weigh, in bytes.
    pub(crate) budgets: Budgets,
    /// npm packages for the benchmark, and their exact versions.
    pub(crate) rivals: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Build {
    /// The `--target` of wasm-pack.
    pub(crate) target: String,
    /// Where the built package goes.
    pub(crate) out_dir: String,
    /// The arguments of wasm-opt.
    pub(crate) wasm_opt: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Budgets {
    /// The optimised WebAssembly file.
    pub(crate) wasm: u64,
    /// The same as a server sends it with gzip.
    pub(crate) wasm_gzip: u64,
    /// The same as a server sends it with Brotli.
    pub(crate) wasm_brotli: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Test {
    /// The browsers that run the WebAssembly tests.
    pub(crate) browsers: Vec<String>,
}

impl BuildConfig {
    /// Reads the settings of this project.
    pub(crate) fn read() -> Result<BuildConfig> {
        let text = fs::read_to_string(crate::paths::root().join("wasm-pack.toml")).context("wasm-pack.toml")?;
        toml::from_str(&text).context("wasm-pack.toml")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The version that `Cargo.toml` pins for a dependency of the WebAssembly build.
    fn pinned(name: &str) -> String {
        let text = fs::read_to_string(crate::paths::root().join("Cargo.toml")).unwrap();
        let cargo: toml::Table = text.parse().unwrap();
        let pin = cargo["target"]["cfg(target_arch = \"wasm32\")"]["dependencies"][name].as_str().unwrap();
        pin.strip_prefix('=').expect("an exact version").to_owned()
    }

    #[test]
    fn the_tool_and_the_library_of_wasm_bindgen_have_one_version() {
        assert_eq!(BuildConfig::read().unwrap().tools["wasm-bindgen-cli"], pinned("wasm-bindgen"));
    }

    #[test]
    fn every_version_is_exact() {
        let config = BuildConfig::read().unwrap();
        for (name, version) in config.tools.iter().chain(&config.npm).chain(&config.rivals) {
            let numbers = version.split('.').filter(|part| part.parse::<u32>().is_ok()).count();
            assert_eq!(numbers, 3, "{name} {version}");
        }
    }

    #[test]
    fn the_browsers_are_the_three_engines() {
        assert_eq!(BuildConfig::read().unwrap().test.browsers, ["chromium", "firefox", "webkit"]);
    }
}
