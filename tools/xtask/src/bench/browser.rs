//! Headless Chromium, beside two other libraries on the same texts in the same run.

use super::{Text, folder};
use crate::{
    build_config::BuildConfig,
    http::Site,
    process::{self, command},
    record::Row,
    serve, tools,
};
use anyhow::Result;
use std::{fs, thread};

/// Bytes of what a site would have to send, ready and first call, analysis by CPU time, memory.
pub(super) fn measure(config: &BuildConfig, texts: &[Text]) -> Result<Vec<Row>> {
    tools::npm(config)?;
    let wasm = fs::metadata(crate::build::wasm(config))?.len();
    let rivals = bundle(config)?;
    let mut script = command("node", &["benches/browser/run.mjs", &serve_all()?]);
    let printed = process::output(script.args(texts.iter().map(|text| &text.name)))?;
    let mut rows: Vec<Row> = printed.lines().filter_map(parse).collect();
    rows.push(row("bytes of WebAssembly", "", "nutgraf", wasm as f64, "bytes"));
    rows.push(row("bytes of both rivals", "", "wink and compromise", rivals as f64, "bytes"));
    rows.extend(ratios(&rows));
    Ok(rows)
}

/// Bundles the rivals into one module for the browser and returns its size in bytes.
fn bundle(config: &BuildConfig) -> Result<u64> {
    let folder = folder().join("rivals");
    tools::npm_packages(&config.rivals, &folder)?;
    fs::copy(crate::paths::root().join("benches/browser/rivals.mjs"), folder.join("entry.mjs"))?;
    let esbuild = folder.join("node_modules/.bin/esbuild");
    let arguments = ["entry.mjs", "--bundle", "--minify", "--format=esm", "--outfile=rivals.js", "--log-level=error"];
    process::output(command(esbuild.canonicalize()?, &arguments).current_dir(&folder))?;
    Ok(fs::metadata(folder.join("rivals.js"))?.len())
}

/// The page, the texts and the rivals on a free port.
fn serve_all() -> Result<String> {
    let listener = serve::free_port()?;
    let port = listener.local_addr()?.port();
    let mut folders = vec![("/texts/".into(), folder().join("texts")), ("/rivals/".into(), folder().join("rivals"))];
    folders.extend(serve::folders());
    thread::spawn(move || Site::new(folders).serve(&listener));
    Ok(format!("http://localhost:{port}/"))
}

/// A line `measure,text,program,value,unit`.
fn parse(line: &str) -> Option<Row> {
    let [measure, text, program, value, unit] = line.split(',').collect::<Vec<_>>()[..] else { return None };
    Some(row(measure, text, program, value.parse().ok()?, unit))
}

/// Every figure of Nutgraf that a rival has too, divided by the rival's.
fn ratios(rows: &[Row]) -> Vec<Row> {
    let same = |a: &Row, b: &Row| a.measure == b.measure && a.text == b.text && a.program != b.program;
    let own = rows.iter().filter(|row| row.program == "nutgraf");
    own.flat_map(|own| rows.iter().filter(move |rival| same(own, rival)).map(move |rival| ratio(own, rival))).collect()
}

fn ratio(own: &Row, rival: &Row) -> Row {
    let program = format!("nutgraf / {}", rival.program);
    row(&own.measure, &own.text, &program, own.value / rival.value, "times")
}

fn row(measure: &str, text: &str, program: &str, value: f64, unit: &str) -> Row {
    Row { measure: measure.into(), text: text.into(), program: program.into(), value, unit: unit.into() }
}
