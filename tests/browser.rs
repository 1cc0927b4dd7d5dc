//! The core in a browser engine: `wasm-pack test --headless --chrome` (or `--firefox`). The seeds are read as they are
//! natively, the functions do what they promise, hostile texts do not trap.
#![cfg(target_arch = "wasm32")]

mod support;

use js_sys::{Array, Function, JSON, Object, Reflect};
use nutgraf::{
    Options, Units, analyze,
    wasm::{self, analyze_to_json, entities, quotes, summary},
};
use support::{families, invariants};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The name of a seed, its text, and the report that `tests/seeds.rs` keeps of it.
macro_rules! seed {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("../seeds/", $name, ".txt")),
            include_str!(concat!("snapshots/seeds__", $name, ".json.snap")),
        )
    };
}

const SEEDS: &[(&str, &str, &str)] = &[
    seed!("000_a8c64b679af5019a"),
    seed!("ancient-worship"),
    seed!("clock"),
    seed!("sensitive-document"),
    seed!("world-cup"),
];

const TEXT: &str = "“Café 🎉,” Ana Lowe said. Nobody left on Sunday. Bob Hale stayed.";

#[wasm_bindgen_test]
fn a_seed_gives_the_native_report_byte_for_byte() {
    for (name, text, snapshot) in SEEDS {
        let report = analyze(text, &Options::new()).with_offsets(text, Units::Utf16);
        let (_, native) = snapshot.split_once("\n---\n").expect("a snapshot has a head");
        assert_eq!(serde_json::to_string(&report).unwrap(), native.trim_end(), "{name}");
    }
}

#[wasm_bindgen_test]
fn the_small_functions_give_what_the_report_holds() {
    let report = wasm::analyze(TEXT.into(), JsValue::UNDEFINED).unwrap();
    assert_eq!(json(&report), json(&parsed(&String::from(analyze_to_json(TEXT.into(), JsValue::NULL).unwrap()))));
    for (key, list) in
        [("entities", entities(TEXT.into(), JsValue::NULL)), ("quotes", quotes(TEXT.into(), JsValue::NULL))]
    {
        assert_eq!(json(&list.unwrap()), json(&get(&report, key)), "{key}");
    }
}

#[wasm_bindgen_test]
fn a_summary_is_made_of_the_very_words() {
    for (options, sentences) in [("null", 3), (r#"{"sentences":2}"#, 2), (r#"{"words":4}"#, 1), (r#"{"share":0.5}"#, 2)]
    {
        let parts: Array = summary(TEXT.into(), parsed(options)).unwrap().unchecked_into();
        assert_eq!(parts.length(), sentences, "{options}");
        for part in parts.iter() {
            let offset = |key| get(&part, key).as_f64().unwrap() as u32;
            let words = js_sys::JsString::from(TEXT).slice(offset("start"), offset("end"));
            assert_eq!(JsValue::from(words), get(&part, "text"), "{options}");
        }
    }
}

#[wasm_bindgen_test]
fn a_text_that_is_no_string_is_a_type_error() {
    for text in [JsValue::UNDEFINED, JsValue::NULL, 42.into(), Array::new().into(), Object::new().into()] {
        let told = message(&wasm::analyze(text.clone(), JsValue::UNDEFINED).unwrap_err(), "TypeError");
        assert!(told.contains("must be a string") && told.contains("Pass the article"), "{told}");
    }
}

#[wasm_bindgen_test]
fn options_that_leave_everything_out_are_fine() {
    for options in [
        "null",
        "{}",
        r#"{"date":null,"today":null,"maxChars":null,"tokens":null,"hints":null,"trace":null}"#,
        r#"{"date":"","today":""}"#,
    ] {
        assert!(wasm::analyze(TEXT.into(), parsed(options)).is_ok(), "{options}");
    }
}

#[wasm_bindgen_test]
fn a_wrong_option_is_refused_with_its_key_and_a_remedy() {
    for (options, class, expected) in [
        ("42", "TypeError", "options must be an object"),
        ("[]", "TypeError", "options must be an object"),
        (r#"{"dates":"2025-06-30"}"#, "TypeError", "no option `dates`. Use date, today, undated, maxChars"),
        (r#"{"sentences":3}"#, "TypeError", "no option `sentences`"),
        (
            r#"{"date":20250630}"#,
            "TypeError",
            "`date` must be a day of the calendar such as \"2025-06-30\" (YYYY-MM-DD), not number",
        ),
        (r#"{"date":"2025-02-30"}"#, "RangeError", "`date`"),
        (r#"{"date":"yesterday"}"#, "RangeError", "YYYY-MM-DD"),
        (r#"{"today":"yesterday"}"#, "RangeError", "`today`"),
        (r#"{"maxChars":"ten"}"#, "TypeError", "`maxChars` must be a whole number"),
        (r#"{"maxChars":-1}"#, "RangeError", "`maxChars` must be a whole number from 1"),
        (r#"{"maxChars":1.5}"#, "RangeError", "not 1.5"),
        (r#"{"tokens":1}"#, "TypeError", "`tokens` must be true or false, not number"),
        (r#"{"undated":1}"#, "TypeError", "`undated` must be true or false, not number"),
        (r#"{"hints":{}}"#, "TypeError", "`hints` must be a list"),
        (r#"{"hints":[{"kind":"body","start":-1,"end":2}]}"#, "TypeError", "`hints`"),
        (r#"{"hints":[{"kind":"verse","start":1,"end":2}]}"#, "TypeError", "`hints`"),
        (r#"{"hints":[{"kind":"body","start":3,"end":2}]}"#, "RangeError", "start 3 after end 2"),
        (r#"{"onProgress":1}"#, "TypeError", "`onProgress` must be a function, not number"),
        (r#"{"trace":"yes"}"#, "TypeError", "`trace` must be true or false, not string"),
    ] {
        let told = message(&wasm::analyze(TEXT.into(), parsed(options)).expect_err(options), class);
        assert!(told.contains(expected), "{options}: {told}");
    }
    for (options, class) in
        [(r#"{"share":2}"#, "RangeError"), (r#"{"words":0}"#, "RangeError"), (r#"{"sentences":"1"}"#, "TypeError")]
    {
        message(&summary(TEXT.into(), parsed(options)).expect_err(options), class);
    }
}

#[wasm_bindgen_test]
fn progress_is_told_at_most_every_50_milliseconds_and_rises() {
    let options = Object::new();
    let record =
        Function::new_with_args("stage, share", "(globalThis.told ??= []).push([performance.now(), stage, share])");
    Reflect::set(&options, &"onProgress".into(), &record).unwrap();
    let long = "Mayor Ana Lowe resigned on Sunday, Bob Hale said. ".repeat(8_000);
    wasm::analyze(long.into(), options.into()).unwrap();
    let told: Array = get(&js_sys::global(), "told").unchecked_into();
    let told: Vec<(f64, String, f64)> = serde_wasm_bindgen::from_value(told.into()).unwrap();
    assert!(told.len() >= 3, "{told:?}");
    assert_eq!((told[0].1.as_str(), told[0].2), ("structure", 0.0));
    for pair in told.windows(2) {
        assert!(pair[1].0 - pair[0].0 >= 49.0 && pair[1].2 >= pair[0].2, "{pair:?}");
    }
}

#[wasm_bindgen_test]
fn what_on_progress_throws_is_thrown() {
    let options = Object::new();
    Reflect::set(&options, &"onProgress".into(), &Function::new_no_args("throw new SyntaxError('mine')")).unwrap();
    assert_eq!(message(&wasm::analyze(TEXT.into(), options.into()).unwrap_err(), "SyntaxError"), "mine");
}

#[wasm_bindgen_test]
fn a_trace_leaves_a_measure_for_every_stage() {
    wasm::analyze(TEXT.into(), parsed(r#"{"trace":true}"#)).unwrap();
    let list = "performance.getEntriesByType('measure').map(entry => entry.name).join(' ')";
    let names = js_sys::eval(list).unwrap().as_string().unwrap();
    for stage in nutgraf::Stage::ALL {
        assert!(names.contains(&format!("nutgraf:{}", stage.name())), "{names}");
    }
}

#[wasm_bindgen_test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(wasm::version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn hostile_families_do_not_trap() {
    for (_, text) in families::texts(1 << 14) {
        invariants::check(&text, &analyze(&text, &Options::new().tokens(true)));
    }
}

#[wasm_bindgen_test]
fn memory_does_not_grow_from_run_to_run() {
    let pages = || core::arch::wasm32::memory_size(0);
    (0..10).for_each(|_| drop(analyze(TEXT, &Options::new())));
    let after_ten = pages();
    (0..200).for_each(|_| drop(analyze(TEXT, &Options::new())));
    assert_eq!(pages(), after_ten);
}

fn parsed(options: &str) -> JsValue {
    JSON::parse(options).unwrap()
}

fn json(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

/// The message of an error of that class.
fn message(error: &JsValue, class: &str) -> String {
    assert_eq!(get(error, "name"), class, "{error:?}");
    get(error, "message").as_string().unwrap()
}
