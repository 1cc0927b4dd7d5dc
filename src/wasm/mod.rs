//! The edge to JavaScript: the only user of wasm-bindgen. Text comes in as a string, a report leaves as JSON text with
//! offsets in UTF-16 code units: JSON is read faster than an object is built call by call, and no key of it can reach
//! a prototype. `www/nutgraf/engine.js` checks arguments and parses.

use crate::{Analyzer, BlockKind, Date, Hint, Options, Span, Units, text::OffsetMap};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

/// A report as JSON. `options` is JSON as well: `{ date, max_chars, tokens, hints: [{ kind, start, end }] }`.
///
/// # Errors
/// A message if the options are not such.
#[wasm_bindgen]
#[expect(unreachable_pub, reason = "exported to JavaScript")]
pub fn analyze(text: &str, options: &str) -> Result<String, JsError> {
    let options = serde_json::from_str::<EdgeOptions>(options)?.for_text(text)?;
    let report = Analyzer::new().analyze(text, &options).with_offsets(text, Units::Utf16);
    Ok(serde_json::to_string(&report)?)
}

/// [`Options`] as JavaScript writes them.
#[derive(Deserialize)]
struct EdgeOptions {
    date: Option<String>,
    max_chars: usize,
    tokens: bool,
    hints: Vec<EdgeHint>,
}

/// [`Hint`] in UTF-16 code units.
#[derive(Deserialize)]
struct EdgeHint {
    kind: BlockKind,
    start: u32,
    end: u32,
}

impl EdgeOptions {
    fn for_text(self, text: &str) -> Result<Options, JsError> {
        let options = Options::new().max_chars(self.max_chars).tokens(self.tokens).hints(in_bytes(text, &self.hints));
        match self.date {
            None => Ok(options),
            Some(date) => Ok(options.date(date.parse::<Date>()?)),
        }
    }
}

/// The same hints in bytes; one that ends inside a character or beyond the text is left out.
fn in_bytes(text: &str, hints: &[EdgeHint]) -> Vec<Hint> {
    let map = OffsetMap::new(text, Units::Utf16);
    let in_bytes = |hint: &EdgeHint| {
        let (start, end) = (map.byte_at(hint.start)?, map.byte_at(hint.end)?);
        (start <= end).then_some(Hint { kind: hint.kind, span: Span::new(start, end) })
    };
    hints.iter().filter_map(in_bytes).collect()
}
