//! A fault in Nutgraf: said on the console with its place, before the module stops.

use std::panic::{PanicHookInfo, set_hook};
use wasm_bindgen::prelude::*;

/// Runs when the module is loaded.
#[wasm_bindgen(start, skip_typescript)]
pub(crate) fn start() {
    set_hook(Box::new(say));
}

fn say(fault: &PanicHookInfo) {
    web_sys::console::error_1(&format!("nutgraf: {fault}. Please report the text that caused it.").into());
}

/// With the feature `panic-on-request`, reading "panic!" is a fault.
pub(super) fn on_request(text: &str) {
    assert!(!cfg!(feature = "panic-on-request") || text != "panic!", "the text asked for a panic");
}
