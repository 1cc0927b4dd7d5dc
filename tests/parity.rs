//! Two hundred articles in a browser engine, against what the native program answers to them, byte for byte.
//! `cargo xtask test chromium firefox webkit` hands over both.
#![cfg(target_arch = "wasm32")]

use nutgraf::{Options, Units, analyze};
use serde_json::Value;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const DOCUMENTS: &str = include_str!(env!("NUTGRAF_DOCUMENTS", "run this with `cargo xtask test`"));
const REPORTS: &str = include_str!(env!("NUTGRAF_REPORTS", "run this with `cargo xtask test`"));

#[wasm_bindgen_test]
fn a_report_in_the_browser_is_the_native_report_byte_for_byte() {
    assert_eq!(DOCUMENTS.lines().count(), REPORTS.lines().count());
    for (document, native) in DOCUMENTS.lines().zip(REPORTS.lines()) {
        assert_eq!(report(&serde_json::from_str(document).unwrap()), native);
    }
}

/// The line that the command line program writes for a document.
fn report(document: &Value) -> String {
    let text = document["text"].as_str().unwrap();
    let options = match document["date"].as_str() {
        Some(date) => Options::new().date(date.parse().unwrap()),
        None => Options::new(),
    };
    let report = analyze(text, &options).with_offsets(text, Units::Utf16);
    let fields = serde_json::to_string(&report).unwrap();
    format!("{{\"id\":{},{}", document["id"], &fields[1..])
}
