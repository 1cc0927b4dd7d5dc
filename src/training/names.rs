//! Names: the tagger's sentences, features and labels.

pub use crate::mentions::tagger::training::{
    EDGE, IMPOSSIBLE, KINDS, LABELS, OUTSIDE, Sentence, begin, decode, inside, is_inside, may_follow, sentences, tag,
};
