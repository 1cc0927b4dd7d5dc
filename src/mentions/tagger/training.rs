//! What the trainer needs to see the text exactly as the tagger does.

use super::{
    Memory, View, Words,
    features::{self, Sink},
    labels, spans,
    spelling_features::{self, HERE},
    viterbi,
};
use crate::{
    Model, Options, Span,
    model::{STATES, Scores, Sums},
    progress::Progress,
    report::{BlockKind, EntityKind},
    structure,
    tokens::{self, Reading},
};
use std::ops::Range;

pub use super::labels::{KINDS, LABELS, OUTSIDE, begin, inside, is_inside, may_follow};
pub use super::viterbi::{EDGE, IMPOSSIBLE};

/// A sentence of a text: its words and what the tagger sees at each.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// The places of the words, in bytes.
    pub words: Vec<Span>,
    /// The features of each word.
    pub features: Vec<Vec<u32>>,
    /// The block in which it stands.
    pub block: BlockKind,
}

/// The sentences of a text; the model gives the word lists and clusters.
pub fn sentences(text: &str, options: &Options, model: &Model) -> Vec<Sentence> {
    let article = structure::read(text, options, model);
    let tokens = tokens::tokenize(text, &article, model);
    let view = View::new(Reading { text, article: &article, tokens: &tokens, model });
    let sentence = |at: usize| Sentence {
        words: tokens.tokens[view.sentence(at)].iter().map(|token| token.span).collect(),
        features: word_features(&view, at),
        block: view.block_kind(at),
    };
    (0..tokens.sentences.len()).map(sentence).collect()
}

fn word_features(view: &View, sentence: usize) -> Vec<Vec<u32>> {
    let mut words = Words::new(view);
    words.turn_to(sentence);
    let features = words.tokens().enumerate().map(|(at, token)| {
        let mut found = Vec::new();
        let mut sink = |feature| found.push(feature);
        for (place, &spelling) in words.numbers_around(at).iter().enumerate() {
            match spelling == view.edge() {
                false => spelling_features(view, spelling, place, &mut sink),
                true => sink(spelling_features::edge_feature(place)),
            }
        }
        features::of_surroundings(&words.surroundings(token), &view.context, &mut sink);
        found
    });
    features.collect()
}

/// The features of a spelling at a place, wherever it occurs.
fn spelling_features(view: &View, spelling: u32, place: usize, sink: &mut impl Sink) {
    spelling_features::at_place(&view.spellings[spelling as usize], place).into_iter().for_each(|f| sink.add(f));
    if place == HERE {
        features::of_occurrences(spelling, &view.context, &view.spellings, sink);
    }
}

/// The names that the best sequence of labels makes: their words, kind and margin.
pub fn decode(emissions: &[Scores], transitions: &[Scores; STATES]) -> Vec<(Range<usize>, EntityKind, f32)> {
    let transitions = viterbi::Transitions::new(&transitions.map(|row| Sums::of(&row)));
    let mut labels = Vec::new();
    let emissions: Vec<Sums> = emissions.iter().map(Sums::of).collect();
    viterbi::best_labels(&emissions, (EDGE, EDGE), &transitions, &mut Vec::new(), &mut labels);
    let names = spans(&labels).filter_map(|(range, margin)| {
        let kind = labels::kind(labels[range.start].0)?;
        Some((range, kind, margin))
    });
    names.collect()
}

/// The names in a text as the tagger finds them, each with its confidence.
pub fn tag(text: &str, options: &Options, model: &Model) -> Vec<(Span, EntityKind, f32)> {
    let article = structure::read(text, options, model);
    let tokens = tokens::tokenize(text, &article, model);
    let reading = Reading { text, article: &article, tokens: &tokens, model };
    let names = super::names(reading, &mut Memory::default(), Progress::SILENT);
    names.into_iter().map(|name| (name.span, name.kind, name.confidence)).collect()
}
