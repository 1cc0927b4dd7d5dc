//! The style sheets of the package as a module: no bundler has to be told what to do with CSS.

use crate::build_config::BuildConfig;
use anyhow::{Context, Result};
use std::{fs, path::Path};

/// The name under which the module exports a sheet, and the file it is made of.
const SHEETS: &[(&str, &str)] = &[("VIEWS", "render/style.css"), ("ELEMENT", "element.css")];

/// Writes `styles.js` beside the built module.
pub(crate) fn write(config: &BuildConfig) -> Result<()> {
    let exports = SHEETS.iter().map(|(name, file)| export(name, &crate::paths::root().join("www/nutgraf").join(file)));
    let module = exports.collect::<Result<String>>()?;
    let out = crate::paths::root().join(&config.build.out_dir);
    fs::create_dir_all(&out)?;
    fs::write(out.join("styles.js"), module).context("styles.js")?;
    fs::write(out.join("styles.d.ts"), declarations()).context("styles.d.ts")
}

fn export(name: &str, file: &Path) -> Result<String> {
    let css = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    Ok(format!("export const {name} = {};\n", serde_json::to_string(&squeeze(&css))?))
}

fn declarations() -> String {
    SHEETS.iter().map(|(name, _)| format!("export const {name}: string;\n")).collect()
}

/// The sheet without its comments and line breaks.
fn squeeze(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once("*/").map_or("", |(_, rest)| rest));
    let lines: String = std::iter::once(first).chain(rest).collect();
    lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_loses_its_comments_and_breaks_and_nothing_else() {
        let css =
            "/* one\n two */\n.a {\n  font:\n    1rem \"A B\",\n    serif;\n}\n\n.b { color: red; } /* three */\n";
        assert_eq!(squeeze(css), ".a { font: 1rem \"A B\", serif; } .b { color: red; }");
    }
}
