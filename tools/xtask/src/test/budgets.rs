//! What the package may weigh.

use super::tally::Tally;
use crate::{
    build_config::BuildConfig,
    process::{self, command},
};
use anyhow::{Context, Result};

/// Node brings both of the compressors that servers use, at their best levels.
const MEASURE: &str = "
    const bytes = require('fs').readFileSync(process.argv[1]), zlib = require('zlib');
    console.log(bytes.length, zlib.gzipSync(bytes, { level: 9 }).length, zlib.brotliCompressSync(bytes).length);
";

/// The bytes of the WebAssembly file, plain and compressed, against the budgets.
pub(super) fn sizes(config: &BuildConfig) -> Result<Tally> {
    let wasm = crate::build::wasm(config);
    let measured = process::output(command("node", &["-e", MEASURE]).arg(wasm))?;
    let sizes = measured.split_whitespace().map(str::parse).collect::<Result<Vec<u64>, _>>().context("sizes")?;
    let budgets = [config.budgets.wasm, config.budgets.wasm_gzip, config.budgets.wasm_brotli];
    let checks = ["plain", "gzip", "Brotli"].into_iter().zip(sizes.into_iter().zip(budgets));
    Ok(checks.map(|(form, (size, budget))| check(form, size, budget)).fold(Tally::default(), |a, b| a + b))
}

fn check(form: &str, size: u64, budget: u64) -> Tally {
    if size <= budget {
        Tally::success()
    } else {
        Tally::failure(format!("the WebAssembly file weighs {size} bytes ({form}), the budget is {budget}\n"))
    }
}
