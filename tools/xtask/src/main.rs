//! The commands of the project: `cargo xtask build | contract | pack | release | pictures | serve | files | test |
//! bench | fuzz`.

mod bench;
mod build;
mod build_config;
mod contract;
mod fuzz;
mod http;
mod pack;
mod paths;
mod process;
mod record;
mod release;
mod serve;
mod styles;
mod test;
mod tools;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask build                the package: Rust to WebAssembly, optimised, into www/nutgraf/pkg
cargo xtask contract             types, JSON schema and documentation of the report, from src/report.rs
cargo xtask pack                 what is published: the npm package, the page as one file, the site, the extension
cargo xtask release              pack, with dependencies checked, the module built twice, bill of materials, checksums
cargo xtask pictures             build, then take the pictures of the README and draw the icons of the extension
cargo xtask serve [--port N]     build, then serve the page on this machine
cargo xtask files [--policy P] [/PREFIX/=FOLDER...]  what tests look at: folders, or the page, until standard input ends
cargo xtask test [STEP...]       everything that must hold, or only the steps named
cargo xtask bench --data FILE... speed, size and memory on texts made of these articles (JSON lines with a text)
cargo xtask bench --record       instructions by stage on the samples, kept for `cargo xtask test counts`
cargo xtask fuzz [SECONDS]       look for texts and model files that break the reader, for so long each";

fn main() -> Result<()> {
    std::env::set_current_dir(paths::root())?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["build"] => build::run(),
        ["contract"] => contract::write(),
        ["pack"] => pack::run(),
        ["release"] => release::run(),
        ["pictures"] => pack::pictures(),
        ["serve"] => serve::run(None),
        ["serve", "--port", port] => serve::run(Some(port.parse()?)),
        ["files", "--policy", policy, ref folders @ ..] => serve::files(Some(policy), folders),
        ["files", ref folders @ ..] => serve::files(None, folders),
        ["test", ref steps @ ..] => test::run(steps),
        ["fuzz"] => fuzz::run(60),
        ["fuzz", seconds] => fuzz::run(seconds.parse()?),
        ["bench", "--record"] => bench::instructions::record(),
        ["bench", "--data", ref files @ ..] => bench::run(files),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("no such command: {}\n\n{USAGE}", arguments.join(" ")),
    }
}
