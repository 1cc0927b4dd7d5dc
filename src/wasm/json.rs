//! JSON text for JavaScript, handed over piece by piece: whole, it would be the largest thing in the memory of the module,
//! which never shrinks.

use js_sys::{Array, JsString};
use serde::Serialize;
use std::io;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What JSON text says.
    #[wasm_bindgen(js_namespace = JSON, catch)]
    pub(super) fn parse(text: &JsString) -> Result<JsValue, JsValue>;
}

/// The JSON text of plain data.
///
/// # Errors
/// If it is no plain data.
pub(super) fn text_of(data: &impl Serialize) -> Result<JsString, JsValue> {
    let mut pieces = Pieces { handed_over: Array::new(), piece: Vec::with_capacity(PIECE) };
    serde_json::to_writer(&mut pieces, data).map_err(|error| JsError::new(&error.to_string()))?;
    pieces.hand_over();
    Ok(pieces.handed_over.join(""))
}

/// How long a piece is, about, in bytes.
const PIECE: usize = 1 << 16;

struct Pieces {
    handed_over: Array,
    /// The next piece; whole characters are written at a time.
    piece: Vec<u8>,
}

impl Pieces {
    fn hand_over(&mut self) {
        let piece = str::from_utf8(&self.piece).expect("JSON text is written in whole characters");
        self.handed_over.push(&JsString::from(piece));
        self.piece.clear();
    }
}

impl io::Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.piece.len() + bytes.len() > PIECE {
            self.hand_over();
        }
        match bytes {
            // Most writes are of one mark, for which engines are slow to copy memory.
            [mark] => self.piece.push(*mark),
            _ => self.piece.extend_from_slice(bytes),
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
