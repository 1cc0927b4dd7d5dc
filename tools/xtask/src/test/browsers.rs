//! The WebAssembly tests in the three browser engines, through wasm-pack.

use super::{
    Step, machine,
    tally::{Tally, node_tests, rust_tests},
};
use crate::{
    build_config::BuildConfig,
    paths,
    process::{self, cargo, command},
};
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::{fs, path::PathBuf, process::Command};

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

fn chromium(_: &BuildConfig) -> Result<Tally> {
    let driver = process::find("chromedriver").context("chromedriver is not installed")?;
    run(command("wasm-pack", &["test"]).args(["--chrome", "--chromedriver"]).arg(driver))
}

fn firefox(_: &BuildConfig) -> Result<Tally> {
    let driver = paths::programs().join("geckodriver");
    run(command("wasm-pack", &["test"]).args(["--firefox", "--geckodriver"]).arg(driver))
}

/// WebKitGTK's driver speaks the protocol that wasm-pack knows as Safari's. It needs a screen, so it gets a virtual one.
fn webkit(_: &BuildConfig) -> Result<Tally> {
    let driver = process::find("WebKitWebDriver").context("webkit2gtk-driver is not installed")?;
    let mut test = command("xvfb-run", &["--auto-servernum", "wasm-pack", "test", "--safari", "--safaridriver"]);
    test.arg(driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webkit_capabilities()?);
    // Its sandbox cannot start as root, which is who runs tests in a container; the only page is our own.
    run(test.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"))
}

/// The tests in `tests/engines`: a visit to the page and the element in Firefox and WebKitGTK, each through its own driver.
pub(super) fn visits(_: &BuildConfig) -> Result<Tally> {
    let mut visits = command("xvfb-run", &["--auto-servernum", "node"]);
    visits.args(["--test", "--test-reporter=tap", "tests/engines/visit.test.mjs"]);
    visits.env("MINI_BROWSER", machine::mini_browser()?).env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    Tally::of_tests(&mut visits, node_tests)
}

fn webkit_capabilities() -> Result<PathBuf> {
    let browser = machine::mini_browser()?;
    let file = paths::tools().join("webkit.json");
    let options = json!({ "binary": browser.to_string_lossy(), "args": ["--automation"] });
    fs::write(&file, json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": options }).to_string())?;
    Ok(file)
}

fn run(test: &mut Command) -> Result<Tally> {
    let (documents, reports) = native_reports()?;
    test.args(["--headless", "--mode", "no-install", "--release", ".", "--features", "parity"]);
    // Optimised as a whole, each of the two tests would be linked for minutes; what ships is tested in the page.
    test.env("CARGO_PROFILE_RELEASE_LTO", "false").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    test.args(["--test", "browser", "--test", "parity"]);
    test.env("NUTGRAF_DOCUMENTS", documents).env("NUTGRAF_REPORTS", reports);
    Tally::of_tests(test.env("WASM_BINDGEN_TEST_TIMEOUT", PATIENCE), rust_tests)
}

/// Documents, and what the native program answers to them: the browsers must answer the same, byte for byte.
fn native_reports() -> Result<(PathBuf, PathBuf)> {
    let folder = paths::root().canonicalize()?.join("target");
    let (documents, reports) = (folder.join("documents.jsonl"), folder.join("native-reports.jsonl"));
    fs::write(&documents, documents_to_compare()?)?;
    let arguments = ["run", "--quiet", "--package", "nutgraf-cli", "--", "--jsonl", "--offsets", "utf16"];
    process::output(cargo(&arguments).arg(&documents).stdout(fs::File::create(&reports)?))?;
    Ok((documents, reports))
}

/// The seeds, and the articles that are kept with the trainer in three forms each: some two hundred JSON lines.
fn documents_to_compare() -> Result<String> {
    let mut documents = seeds()?;
    for (id, text) in kept_articles()? {
        let forms = [("", text.clone()), ("/one-line", text.replace('\n', " ")), ("/capitals", text.to_uppercase())];
        documents.extend(forms.map(|(form, text)| (format!("{id}{form}"), text)));
    }
    ensure!(documents.len() >= 200, "only {} articles to compare", documents.len());
    Ok(documents.into_iter().map(|(id, text)| format!("{}\n", json!({ "id": id, "text": text }))).collect())
}

fn seeds() -> Result<Vec<(String, String)>> {
    let mut files: Vec<_> = paths::root().join("seeds").read_dir()?.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let seed = |file: PathBuf| {
        let id = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok((id, fs::read_to_string(file)?))
    };
    files.into_iter().map(seed).collect()
}

/// The annotated articles, without their markup.
fn kept_articles() -> Result<Vec<(String, String)>> {
    let arguments = ["run", "--quiet", "--package", "train", "--", "gold", "tools/train/data/marked"];
    let printed = process::stdout(&mut cargo(&arguments))?;
    let article = |line: &str| {
        let article: Value = serde_json::from_str(line)?;
        let field = |name: &str| article[name].as_str().unwrap_or_default().to_owned();
        Ok((field("id"), field("text")))
    };
    printed.lines().map(article).collect()
}
