//! The optimised package: loaded in node, and behind the page in Chromium.

use super::tally::{Tally, node_tests, page_tests};
use crate::{card::Card, pack, process::command, serve};
use anyhow::Result;

pub(super) fn build(card: &Card) -> Result<Tally> {
    crate::build::wasm_pack(card)?;
    crate::build::optimise(card).map(|()| Tally::success())
}

/// The tests in `tests/node`: an optimiser can break a module without a word, so the optimised one must answer.
pub(super) fn in_node(_: &Card) -> Result<Tally> {
    Tally::of_tests(&mut command("node", &["--test", "--test-reporter=tap", "tests/node/"]), node_tests)
}

/// The tests in `tests/page`: the page as a reader meets it. They are told its address.
pub(super) fn page(_: &Card) -> Result<Tally> {
    let address = format!("http://localhost:{}/", serve::in_background()?.port());
    Tally::of_tests(&mut command("node", &["tests/page/run.mjs", &address]), page_tests)
}

/// The tests in `tests/package`: what is published, used as others use it. It packs the module that is tested already.
pub(super) fn published(_: &Card) -> Result<Tally> {
    pack::built()?;
    Tally::of_tests(&mut command("node", &["tests/package/run.mjs"]), page_tests)
}
