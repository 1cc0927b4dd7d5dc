//! What the tests of any text share, natively and in browsers.

pub(crate) mod families;
pub(crate) mod invariants;
