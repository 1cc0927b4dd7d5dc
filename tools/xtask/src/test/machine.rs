//! The browsers, their drivers, node and valgrind: installed on Debian and its kin as root, else asked for.

use super::tally::Tally;
use crate::{build_config::BuildConfig, process, tools};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// Which Debian package brings which program.
const PROGRAMS: &[(&str, &str)] = &[
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("xvfb-run", "xvfb"),
    ("xauth", "xauth"),
    ("node", "nodejs"),
    ("npm", "npm"),
    ("valgrind", "valgrind"),
];

/// Installs what is missing.
pub(crate) fn prepare(config: &BuildConfig) -> Result<Tally> {
    let missing: Vec<&str> = PROGRAMS.iter().filter(|(p, _)| process::find(p).is_none()).map(|(_, p)| *p).collect();
    if !missing.is_empty() {
        apt_install(&missing)?;
    }
    tools::for_build(config)?;
    tools::cargo_tool(config, "geckodriver")?;
    tools::npm(config)?;
    Ok(Tally::success())
}

fn apt_install(packages: &[&str]) -> Result<()> {
    let wanted = format!("apt-get install {}", packages.join(" "));
    if process::find("apt-get").is_none() {
        bail!("these programs must be installed first, under their names in Debian: {}", packages.join(" "));
    }
    if !is_root()? {
        bail!("some programs must be installed first: sudo {wanted}");
    }
    println!("{wanted}");
    process::output(&mut process::command("apt-get", &["update"]))?;
    let mut install = process::command("apt-get", &["install", "-y", "--no-install-recommends"]);
    process::output(install.args(packages).env("DEBIAN_FRONTEND", "noninteractive")).map(drop)
}

fn is_root() -> Result<bool> {
    Ok(process::output(&mut process::command("id", &["-u"]))?.trim() == "0")
}

/// The small browser that WebKitGTK's driver opens; it is not on the path.
pub(super) fn mini_browser() -> Result<PathBuf> {
    let libraries = [Path::new("/usr/lib"), Path::new("/usr/libexec")];
    let found = libraries.iter().find_map(|folder| find_below(folder, "MiniBrowser", 2));
    found.ok_or_else(|| anyhow::anyhow!("WebKitGTK's MiniBrowser is not under /usr/lib: install webkit2gtk-driver"))
}

/// A file of that name in a folder or, `depth` levels down, in one of its folders whose path speaks of WebKit.
fn find_below(folder: &Path, name: &str, depth: usize) -> Option<PathBuf> {
    let file = folder.join(name);
    if file.is_file() {
        return Some(file);
    }
    let below = folder.read_dir().ok().filter(|_| depth > 0)?.flatten().map(|entry| entry.path());
    let likely = below.filter(|path| depth > 1 || path.to_string_lossy().contains("webkit"));
    likely.filter(|path| path.is_dir()).find_map(|path| find_below(&path, name, depth - 1))
}
