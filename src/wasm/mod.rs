//! The edge to JavaScript: the only user of wasm-bindgen and its kin. A text and its options come in as JavaScript
//! values and are checked here, once; what was found leaves with offsets in UTF-16 code units, so that
//! `text.slice(start, end)` is what was found.
//!
//! The big report leaves as JSON text, which the engine's own parser reads faster than an object is built call by call,
//! and no key of which can reach a prototype. The lists of the small functions are built directly.

mod compared;
mod json;
mod options;
mod panic;
mod progress;

use crate::{Analyzer, Report, Span, SummaryLength, Units};
use js_sys::JsString;
use options::{AnalyzeOptions, SummaryOptions};
use progress::Listener;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Everything there is to know about a text.
///
/// # Errors
/// A `TypeError` if the text is no string, or if an option is unknown or of the wrong type; a `RangeError` if its value
/// cannot be; whatever `onProgress` threw, once the text is read.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn analyze(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions | null")] options: JsValue,
) -> Result<JsValue, JsValue> {
    json::parse(&analyze_to_json(text, options)?)
}

/// The report as JSON text: the quickest form to hand from thread to thread.
///
/// # Errors
/// As `analyze`.
#[wasm_bindgen(js_name = analyzeToJson, unchecked_return_type = "string")]
pub fn analyze_to_json(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions | null")] options: JsValue,
) -> Result<JsString, JsValue> {
    json::text_of(&report(&text, &options)?)
}

/// The real-world things that a text mentions, in order of their first mention.
///
/// # Errors
/// As `analyze`.
#[wasm_bindgen(unchecked_return_type = "Entity[]")]
pub fn entities(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions | null")] options: JsValue,
) -> Result<JsValue, JsValue> {
    to_js(&report(&text, &options)?.entities)
}

/// What is reported to have been said, in text order. A speaker is the `id` of an entity of `entities`.
///
/// # Errors
/// As `analyze`.
#[wasm_bindgen(unchecked_return_type = "Quote[]")]
pub fn quotes(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions | null")] options: JsValue,
) -> Result<JsValue, JsValue> {
    to_js(&report(&text, &options)?.quotes)
}

/// The sentences that say best what the text comes down to, in text order: three, unless `sentences`, `words` or
/// `share` says otherwise.
///
/// # Errors
/// As `analyze`.
#[wasm_bindgen(unchecked_return_type = "SummaryPart[]")]
pub fn summary(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "SummaryOptions | null")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let text = checked_text(&text)?;
    let SummaryOptions { analyze, length } = SummaryOptions::read(&options)?;
    to_js(&summary_parts(&read(&text, analyze)?, length.core(), &text))
}

/// What two to five articles have in common, and in what they differ; each with its report, as `analyze` gave it or with
/// what a reader put right in it.
///
/// # Errors
/// A `TypeError` if these are no texts with their reports; a `RangeError` if they are fewer or more, or if a report is not
/// that of its text.
#[wasm_bindgen(js_name = compareReports, unchecked_return_type = "Comparison")]
pub fn compare_reports(
    #[wasm_bindgen(unchecked_param_type = "{ text: string; report: Report }[]")] items: JsValue,
) -> Result<JsValue, JsValue> {
    json::parse(&compare_reports_to_json(items)?)
}

/// The comparison as JSON text: the quickest form to hand from thread to thread.
///
/// # Errors
/// As `compareReports`.
#[wasm_bindgen(js_name = compareReportsToJson, unchecked_return_type = "string")]
pub fn compare_reports_to_json(
    #[wasm_bindgen(unchecked_param_type = "{ text: string; report: Report }[]")] items: JsValue,
) -> Result<JsString, JsValue> {
    json::text_of(&compared::compare(&items)?)
}

/// The version of Nutgraf.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// A sentence of a summary.
#[derive(Serialize)]
pub struct SummaryPart {
    /// Its place.
    #[serde(flatten)]
    span: Span,
    /// The words.
    text: String,
}

/// The report in UTF-16 code units.
fn report(text: &JsValue, options: &JsValue) -> Result<Report, JsValue> {
    let text = checked_text(text)?;
    Ok(read(&text, AnalyzeOptions::read(options)?)?.with_offsets(&text, Units::Utf16))
}

fn checked_text(text: &JsValue) -> Result<String, JsValue> {
    text.as_string().ok_or_else(|| {
        let given = options::name_of(text);
        let message = format!("nutgraf: the text must be a string, not {given}. Pass the article as one string.");
        js_sys::TypeError::new(&message).into()
    })
}

/// The report in bytes.
fn read(text: &str, options: AnalyzeOptions) -> Result<Report, JsValue> {
    panic::on_request(text);
    let core = options.core(text);
    let listener = Listener::new(options.on_progress, options.trace);
    let hear = |stage, share| listener.hear(stage, share);
    let report = if listener.is_deaf() {
        Analyzer::new().analyze(text, &core)
    } else {
        Analyzer::new().analyze_with_progress(text, &core, &hear)
    };
    listener.end().map(|()| report)
}

fn summary_parts(report: &Report, length: SummaryLength, text: &str) -> Vec<SummaryPart> {
    let map = crate::text::OffsetMap::new(text, Units::Utf16);
    let part = |span: Span| {
        let place = Span::new(map.convert(span.start), map.convert(span.end));
        SummaryPart { span: place, text: span.of(text).to_owned() }
    };
    report.select_summary(length, text).into_iter().map(part).collect()
}

/// A value as JavaScript would read it from JSON. All keys are names of fields: none comes from the text.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
