//! Layer 0: places in a text, kinds of character, and units of offsets.

pub(crate) mod chars;
mod fold;
mod span;
mod units;

pub use fold::fold;
pub use span::Span;
pub(crate) use units::OffsetMap;
pub use units::Units;
