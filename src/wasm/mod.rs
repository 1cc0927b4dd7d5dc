//! The edge to JavaScript: the only user of wasm-bindgen. Text comes in as a string, a report leaves as JSON text with
//! offsets in UTF-16 code units. `www/nutgraf/core.js` checks arguments and parses.

use crate::{Analyzer, Date, Options, Units};
use wasm_bindgen::prelude::*;

/// A report as JSON. `date` is `YYYY-MM-DD` or empty.
///
/// # Errors
/// A message if the date is not one.
#[wasm_bindgen]
pub fn analyze(text: &str, date: &str, max_chars: usize) -> Result<String, JsError> {
    let mut options = Options::new().max_chars(max_chars);
    if !date.is_empty() {
        options = options.date(date.parse::<Date>()?);
    }
    let report = Analyzer::new().analyze(text, &options).with_offsets(text, Units::Utf16);
    Ok(serde_json::to_string(&report)?)
}
