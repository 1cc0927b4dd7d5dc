//! The report and the options as others see them: TypeScript types, a JSON schema and a page of documentation, all
//! written from the Rust types and their comments, so that the four cannot differ.

mod emit;
mod parse;

use anyhow::{Context, Result, ensure};
use parse::Item;
use std::fs;

/// Where the types of the report are: all that are serialised there.
const REPORT: [&str; 7] = [
    "src/report.rs",
    "src/value.rs",
    "src/notice.rs",
    "src/date.rs",
    "src/text/span.rs",
    "src/text/units.rs",
    "src/compare/comparison.rs",
];

/// What the functions of the module take and give beside the report, by name, and where it is.
const EDGE: [(&str, &[&str]); 3] = [
    ("src/progress.rs", &["Stage"]),
    ("src/wasm/options.rs", &["ProgressListener", "Hint", "AnalyzeOptions", "SummaryLength", "SummaryOptions"]),
    ("src/wasm/mod.rs", &["SummaryPart"]),
];

/// What is known of the types, the report first.
struct Contract {
    report: Vec<Item>,
    edge: Vec<Item>,
}

/// Writes the types in another language.
type Emit = fn(&Contract) -> String;

/// What is written, and by what.
const FILES: [(&str, Emit); 3] = [
    ("src/wasm/types.d.ts", emit::typescript),
    ("www/nutgraf/schema.json", emit::schema),
    ("www/nutgraf/REPORT.md", emit::markdown),
];

/// Writes the files anew.
pub(crate) fn write() -> Result<()> {
    let contract = Contract::read()?;
    for (path, emit) in FILES {
        fs::write(crate::paths::root().join(path), emit(&contract)).with_context(|| path.to_owned())?;
        println!("{path}");
    }
    Ok(())
}

impl Contract {
    fn read() -> Result<Contract> {
        let mut report = Vec::new();
        for path in REPORT {
            report.extend(items(path)?.into_iter().filter(|item| item.serialised));
        }
        ensure!(report.first().is_some_and(|item| item.name == "Report"), "report.rs no longer starts with Report");
        let mut edge = Vec::new();
        for (path, names) in EDGE {
            edge.extend(named(items(path)?, names).with_context(|| path.to_owned())?);
        }
        Ok(Contract { report, edge })
    }
}

fn items(path: &str) -> Result<Vec<Item>> {
    parse::items(&source(path)?).with_context(|| path.to_owned())
}

fn source(path: &str) -> Result<String> {
    fs::read_to_string(crate::paths::root().join(path)).with_context(|| path.to_owned())
}

/// The items of these names, in the order of the names.
fn named(mut items: Vec<Item>, names: &[&str]) -> Result<Vec<Item>> {
    let mut take = |name: &&str| {
        let place = items.iter().position(|item| item.name == *name);
        place.map(|place| items.remove(place)).with_context(|| format!("there is no {name} that can be described"))
    };
    names.iter().map(&mut take).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use parse::Shape;

    #[test]
    fn the_written_files_are_those_of_the_types() {
        let contract = Contract::read().unwrap();
        for (path, emit) in FILES {
            let written = fs::read_to_string(crate::paths::root().join(path)).unwrap_or_default();
            assert!(written == emit(&contract), "{path} is behind the Rust types: run `cargo xtask contract`");
        }
    }

    #[test]
    fn the_keys_that_are_known_are_those_of_the_options() {
        let path = "src/wasm/options.rs";
        for (list, options) in [("ANALYZE", "AnalyzeOptions"), ("LENGTH", "SummaryLength")] {
            let item = named(items(path).unwrap(), &[options]).unwrap().remove(0);
            let Shape::Struct(fields) = item.shape else { panic!("{options} is no struct") };
            let keys: Vec<_> = fields.into_iter().map(|field| field.name).collect();
            assert_eq!(parse::list(&source(path).unwrap(), list).unwrap(), keys, "{list}");
        }
    }

    fn types(source: &str) -> String {
        emit::typescript(&Contract { report: parse::items(source).unwrap(), edge: Vec::new() })
    }

    fn assert_holds(types: &str, expected: &[&str]) {
        for expected in expected {
            assert!(types.contains(expected), "{expected} is not in\n{types}");
        }
    }

    #[test]
    fn a_field_can_be_flat_absent_or_null() {
        let types = types(
            "/// One.\n#[derive(Serialize)]\npub struct One {\n    /// Where.\n    #[serde(flatten)]\n    pub span: Span,\n    \
             /// Perhaps.\n    pub a: Option<f32>,\n    /// Left out.\n    #[serde(skip_serializing_if = \"Option::is_none\")]\n    \
             pub b: Option<Vec<(u32, u32)>>,\n}\n/// Of two.\n#[derive(Serialize)]\npub enum Two {\n    /// First.\n    BigOne,\n}\n",
        );
        let expected = ["interface One extends Span {", "  a: number | null;", "  b?: [number, number][];"];
        assert_holds(&types, &expected);
        assert_holds(&types, &["type Two = 'big_one';"]);
    }

    #[test]
    fn options_may_be_left_out_or_null() {
        let types = types(
            "#[wasm_bindgen]\nextern \"C\" {\n    /// Hears.\n    #[wasm_bindgen(extends = Function, typescript_type = \"() => void\")]\n    \
             type Heard;\n}\n/// Options.\nstruct Small {\n    /// How many.\n    max_chars: Option<usize>,\n    \
             /// Whether.\n    all: bool,\n    on_end: Option<Heard>,\n}\n/// More.\nstruct Large {\n    small: Small,\n}\n\
             /// Given.\n#[derive(Deserialize)]\nstruct Place {\n    /// First.\n    start: u32,\n}\n",
        );
        let expected = ["type Heard = () => void;", "  maxChars?: number | null;", "  all?: boolean | null;"];
        assert_holds(&types, &expected);
        let expected = ["  onEnd?: Heard | null;", "interface Large extends Small {}", "interface Place {"];
        assert_holds(&types, &expected);
    }
}
