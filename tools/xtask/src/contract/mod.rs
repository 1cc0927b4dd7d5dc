//! The report as others see it: TypeScript types, a JSON schema and a page of documentation, all written from the Rust
//! structs and their comments, so that the four cannot differ.

mod emit;
mod parse;

use anyhow::{Context, Result, ensure};
use std::fs;

/// Where the structs are.
const SOURCES: [&str; 3] = ["src/report.rs", "src/text/span.rs", "src/text/units.rs"];

/// Writes the items in another language.
type Emit = fn(&[parse::Item]) -> String;

/// What is written, and by what.
const FILES: [(&str, Emit); 3] = [
    ("src/wasm/types.d.ts", emit::typescript),
    ("www/nutgraf/schema.json", emit::schema),
    ("www/nutgraf/REPORT.md", emit::markdown),
];

/// Writes the files anew.
pub(crate) fn write() -> Result<()> {
    let items = items()?;
    for (path, emit) in FILES {
        fs::write(crate::root().join(path), emit(&items)).with_context(|| path.to_owned())?;
        println!("{path}");
    }
    Ok(())
}

/// The structs and enums that a report is made of, the report first.
fn items() -> Result<Vec<parse::Item>> {
    let mut items = Vec::new();
    for path in SOURCES {
        let source = fs::read_to_string(crate::root().join(path)).with_context(|| path.to_owned())?;
        items.extend(parse::items(&source));
    }
    items.retain(|item| item.name != "OffsetMap");
    ensure!(items.first().is_some_and(|item| item.name == "Report"), "report.rs no longer starts with Report");
    Ok(items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_written_files_are_those_of_the_structs() {
        let items = items().unwrap();
        for (path, emit) in FILES {
            let written = fs::read_to_string(crate::root().join(path)).unwrap_or_default();
            assert!(written == emit(&items), "{path} is behind src/report.rs: run `cargo xtask contract`");
        }
    }

    #[test]
    fn a_field_can_be_flat_absent_or_null() {
        let items = parse::items(
            "/// One.\n#[derive(Serialize)]\npub struct One {\n    /// Where.\n    #[serde(flatten)]\n    pub span: Span,\n    \
             /// Perhaps.\n    pub a: Option<f32>,\n    /// Left out.\n    #[serde(skip_serializing_if = \"Option::is_none\")]\n    \
             pub b: Option<Vec<(u32, u32)>>,\n}\n/// Of two.\n#[derive(Serialize)]\npub enum Two {\n    /// First.\n    BigOne,\n}\n",
        );
        let types = emit::typescript(&items);
        for expected in [
            "interface One extends Span {",
            "  a: number | null;",
            "  b?: [number, number][];",
            "type Two = 'big_one';",
        ] {
            assert!(types.contains(expected), "{expected} is not in\n{types}");
        }
    }
}
