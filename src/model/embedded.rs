//! The model that this version was released with.
//!
//! In the WebAssembly module its bytes are masked: xor with a constant makes most of them look like text. Brotli chooses
//! between two ways of modelling bytes by the share that looks like text, for code and model together, and the other way
//! costs the code a fifth of its size. They are unmasked once, when the first text is read.

const LENGTH: usize = include_bytes!("data/en.bin").len();

/// The bytes of the model.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn bytes() -> &'static [u8] {
    static BYTES: &[u8; LENGTH] = include_bytes!("data/en.bin");
    BYTES
}

/// The bytes of the model.
#[cfg(target_arch = "wasm32")]
pub(super) fn bytes() -> &'static [u8] {
    use std::sync::OnceLock;
    static MASKED: [u8; LENGTH] = masked(include_bytes!("data/en.bin"));
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| MASKED.iter().map(|byte| byte ^ MASK).collect())
}

#[cfg(target_arch = "wasm32")]
const MASK: u8 = 0x55;

/// Masks while the crate is compiled.
#[cfg(target_arch = "wasm32")]
#[allow(long_running_const_eval, reason = "more than a megabyte")]
const fn masked(plain: &[u8; LENGTH]) -> [u8; LENGTH] {
    let mut bytes = *plain;
    let mut at = 0;
    while at < LENGTH {
        bytes[at] ^= MASK;
        at += 1;
    }
    bytes
}
