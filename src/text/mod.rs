//! Layer 0: places in a text, kinds of character and byte, shapes of words, and units of offsets.

pub(crate) mod chars;
mod fold;
mod pattern;
mod sorts;
mod span;
mod stem;
mod units;
mod word_shapes;

pub use fold::fold;
pub(crate) use sorts::Sorts;
pub use span::Span;
pub use stem::stem;
pub(crate) use units::OffsetMap;
pub use units::Units;
pub(crate) use word_shapes::{ShapeSet, WordShape};
