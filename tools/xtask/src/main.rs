//! The doors of the project: `cargo xtask build | serve | test`.

mod build;
mod card;
mod http;
mod process;
mod serve;
mod tools;

use anyhow::{Result, bail};
use std::path::Path;

const USAGE: &str = "\
cargo xtask build                the package: Rust to WebAssembly, optimised, into www/nutgraf/pkg
cargo xtask serve [--port N]     build, then serve the page on this machine";

fn main() -> Result<()> {
    std::env::set_current_dir(root())?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["build"] => build::run().map(drop),
        ["serve"] => serve::run(None),
        ["serve", "--port", port] => serve::run(Some(port.parse()?)),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("no such door: {}\n\n{USAGE}", arguments.join(" ")),
    }
}

/// The top folder of the project; every path in this tool is relative to it.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
