//! The WebAssembly tests in the three browser engines, through wasm-pack.

use super::{
    Step, machine,
    tally::{Tally, rust_tests},
};
use crate::{
    card::Card,
    process::{self, cargo, command},
    tools,
};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::{env, fs, path::PathBuf, process::Command};

/// How long one browser may take, in seconds.
const PATIENCE: &str = "300";

/// The step that tests in this browser.
pub(super) fn step(browser: &str) -> Result<Step> {
    match browser {
        "chromium" => Ok(chromium),
        "firefox" => Ok(firefox),
        "webkit" => Ok(webkit),
        _ => bail!("wasm-pack.toml names a browser that is not known here: {browser}"),
    }
}

fn chromium(_: &Card) -> Result<Tally> {
    let driver = process::find("chromedriver").context("chromedriver is not installed")?;
    run(command("wasm-pack", &["test"]).args(["--chrome", "--chromedriver"]).arg(driver))
}

fn firefox(_: &Card) -> Result<Tally> {
    let driver = tools::bin().join("geckodriver");
    run(command("wasm-pack", &["test"]).args(["--firefox", "--geckodriver"]).arg(driver))
}

/// WebKitGTK's driver speaks the protocol that wasm-pack knows as Safari's. It needs a screen, so it gets a virtual one.
fn webkit(_: &Card) -> Result<Tally> {
    let driver = process::find("WebKitWebDriver").context("webkit2gtk-driver is not installed")?;
    let mut test = command("xvfb-run", &["--auto-servernum", "wasm-pack", "test", "--safari", "--safaridriver"]);
    test.arg(driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webkit_capabilities()?);
    // Its sandbox cannot start as root, which is who runs tests in a container; the only page is our own.
    run(test.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"))
}

fn webkit_capabilities() -> Result<PathBuf> {
    let browser = machine::mini_browser()?;
    let file = tools::folder().join("webkit.json");
    let options = json!({ "binary": browser.to_string_lossy(), "args": ["--automation"] });
    fs::write(&file, json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": options }).to_string())?;
    Ok(file)
}

fn run(test: &mut Command) -> Result<Tally> {
    let (documents, reports) = native_reports()?;
    test.args(["--headless", "--mode", "no-install", "--release", ".", "--test", "browser"]);
    test.env("NUTGRAF_DOCUMENTS", documents).env("NUTGRAF_REPORTS", reports);
    Tally::of_tests(test.env("WASM_BINDGEN_TEST_TIMEOUT", PATIENCE), rust_tests)
}

/// Documents, and what the native program answers to them: the browsers must answer the same, byte for byte.
fn native_reports() -> Result<(PathBuf, PathBuf)> {
    let folder = crate::root().canonicalize()?.join("target");
    let (documents, reports) = (folder.join("documents.jsonl"), folder.join("native-reports.jsonl"));
    fs::write(&documents, documents_to_compare()?)?;
    let arguments = ["run", "--quiet", "--package", "nutgraf-cli", "--", "--jsonl", "--offsets", "utf16"];
    process::output(cargo(&arguments).arg(&documents).stdout(fs::File::create(&reports)?))?;
    Ok((documents, reports))
}

/// Every seed as a JSON line, and the lines of the file that `NUTGRAF_ARTICLES` names, for a wider comparison.
fn documents_to_compare() -> Result<String> {
    let mut files: Vec<_> = crate::root().join("seeds").read_dir()?.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let mut lines = String::new();
    for file in files {
        let id = file.file_stem().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(&file)?;
        lines += &format!("{}\n", json!({ "id": id, "text": text }));
    }
    if let Some(more) = env::var_os("NUTGRAF_ARTICLES") {
        lines += &fs::read_to_string(&more).with_context(|| format!("{more:?}"))?;
    }
    Ok(lines)
}
