//! The features of a word: what the tagger sees when it decides on a label. Training and use share this code.
//!
//! A feature is a hash of a template and of what the template saw. Most depend on one spelling alone: they stand in
//! `spelling_features`. Those here look at several words, or at the text as a whole.

use super::{
    context::{Context, Part, Style},
    phrases::Match,
    pronouns::Referent,
    spelling_features::{BEHIND_PLACES, HERE, PLACES, alone, and, join},
    word_features::Spelling,
};
use crate::model::feature_hash;

const CONTEXT: u32 = BEHIND_PLACES;
const QUOTED: u32 = CONTEXT + 96;

/// Takes features.
pub(super) trait Sink {
    fn add(&mut self, feature: u32);
}

impl<F: FnMut(u32)> Sink for F {
    fn add(&mut self, feature: u32) {
        self(feature);
    }
}

struct Templates<'s, S> {
    next: u32,
    sink: &'s mut S,
}

impl<S: Sink> Templates<'_, S> {
    /// Adds the next template with what it saw.
    fn add(&mut self, value: u32) {
        self.sink.add(feature_hash(self.next, value));
        self.next += 1;
    }

    /// Adds the next template with everything that it saw.
    fn add_all(&mut self, values: impl Iterator<Item = u32>) {
        values.for_each(|value| self.sink.add(feature_hash(self.next, value)));
        self.next += 1;
    }

    /// Adds the next template, if it saw anything.
    fn add_some(&mut self, value: u32) {
        match value {
            0 => self.next += 1,
            _ => self.add(value),
        }
    }
}

/// The features that a spelling has from its other occurrences in the text.
pub(super) fn of_occurrences(spelling: u32, context: &Context, spellings: &[Spelling], sink: &mut impl Sink) {
    let seen = context.of_spelling(spelling);
    let Spelling { capitalised, without_capitals, .. } = spellings[spelling as usize];
    if !capitalised && !without_capitals {
        return;
    }
    let mut templates = Templates { next: CONTEXT, sink };
    let last = seen.initials_of.map(|form| &spellings[form as usize].known);
    templates.add_some(last.map_or(0, |known| 1 + u32::from(known.clusters[1])));
    if seen.capitalised < 1 + u32::from(capitalised) {
        return;
    }
    templates.next = CONTEXT + 1;
    templates.add(u32::from(seen.thing) | u32::from(seen.person) << 1);
    for neighbours in seen.neighbours.iter().take(seen.capitalised as usize) {
        templates.next = CONTEXT + 2;
        for neighbour in [neighbours.before, neighbours.after] {
            match neighbour.map(|form| &spellings[form as usize]) {
                Some(spelling) => of_neighbour(spelling, &mut templates),
                None => templates.next += 3,
            }
        }
        if let Some((first, last, part)) = neighbours.run {
            of_run_elsewhere(&spellings[first as usize], &spellings[last as usize], part, &mut templates);
        }
    }
}

fn of_neighbour(spelling: &Spelling, templates: &mut Templates<impl Sink>) {
    templates.add(spelling.lower);
    templates.add(join([middle(spelling), spelling.short_shape]));
    templates.add(join([u32::from(spelling.known.lists), spelling.short_shape]));
}

fn of_run_elsewhere(first: &Spelling, last: &Spelling, part: Part, templates: &mut Templates<impl Sink>) {
    let part = part as u32;
    templates.add(join([last.lower, part]));
    templates.add(join([u32::from(first.known.lists), u32::from(last.known.lists), part]));
}

/// What surrounds a word in its sentence.
pub(super) struct Surroundings<'a> {
    /// The spellings at the places around the word, edges outside of the sentence.
    pub(super) around: &'a [&'a Spelling; PLACES],
    /// The list phrases that cover the words before, at and after the word.
    pub(super) matches: [Match; 3],
    /// The number of its spelling.
    pub(super) spelling: u32,
    pub(super) style: Style,
    pub(super) heading: bool,
    /// The run of capitalised words that the word belongs to, if it does.
    pub(super) run: Option<Run<'a>>,
    /// The short stretch in quotation marks that the word stands in.
    pub(super) quoted: Option<Stretch<'a>>,
}

/// A short stretch in quotation marks.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'a> {
    /// Its length and its capitals.
    pub(super) manner: u32,
    /// The word is its first.
    pub(super) opens: bool,
    /// What stands before its first mark.
    pub(super) before: &'a Spelling,
}

/// A run of capitalised words, and what stands on both sides.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    pub(super) before: &'a Spelling,
    pub(super) first: &'a Spelling,
    pub(super) last: &'a Spelling,
    pub(super) after: &'a Spelling,
    /// What refers back to it.
    pub(super) pronoun: Option<Referent>,
    /// Its length and the word's place in it, in words.
    pub(super) length: u32,
    pub(super) at: u32,
}

/// Where the templates of a word's surroundings begin, group after group.
const SHAPES: u32 = CONTEXT + 32;
const CLUSTERS: u32 = SHAPES + 4;
const LISTS: u32 = CLUSTERS + 6;
const RUN: u32 = LISTS + 11;

/// The features of a word that depend on more than one spelling.
#[cfg(feature = "training")]
pub(super) fn of_surroundings(s: &Surroundings, context: &Context, sink: &mut impl Sink) {
    Shapes::of(s).features(sink);
    Listed::of(s).features(sink);
    let manner = Manner::of(s, context);
    manner.features(sink);
    of_clusters(s, manner.facts, sink);
}

/// The shapes of a word and of those from one before it to two after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shapes(pub(super) [u32; 4]);

impl Shapes {
    pub(super) fn of(s: &Surroundings) -> Shapes {
        Shapes(std::array::from_fn(|at| shape(s, HERE - 1 + at)))
    }

    pub(super) fn features(self, sink: &mut impl Sink) {
        let mut templates = Templates { next: SHAPES, sink };
        let [before, here, after, second] = self.0;
        let (with_before, with_after) = (join([before, here]), join([here, after]));
        templates.add(with_before);
        templates.add(with_after);
        templates.add(and(with_before, after));
        templates.add(and(with_after, second));
    }
}

/// The list phrases that cover the words before, at and after a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Listed(pub(super) [Match; 3]);

impl Listed {
    pub(super) fn of(s: &Surroundings) -> Listed {
        Listed(s.matches)
    }

    pub(super) fn features(self, sink: &mut impl Sink) {
        let mut templates = Templates { next: LISTS, sink };
        let [before, here, after] = self.0.map(Match::value);
        templates.add_some(before);
        templates.next += 1;
        templates.add_some(after);
        templates.next += 1;
        templates.add(join([before, here]));
        templates.add(join([here, after]));
    }
}

/// How a word is written, here and elsewhere, and the list phrase that covers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Manner {
    pub(super) list: Match,
    pub(super) shape: u32,
    /// How the word is written elsewhere, whether it opens the sentence, and how that is written.
    pub(super) facts: u32,
    pub(super) heading: bool,
}

impl Manner {
    pub(super) fn of(s: &Surroundings, context: &Context) -> Manner {
        let seen = context.of_spelling(s.spelling);
        let opens = u32::from(!s.around[HERE - 1].word);
        Manner {
            list: s.matches[1],
            shape: shape(s, HERE),
            facts: u32::from(seen.small)
                | u32::from(seen.capital_inside) << 1
                | opens << 2
                | (s.style as u32) << STYLE_IN_FACTS,
            heading: s.heading,
        }
    }

    pub(super) fn features(self, sink: &mut impl Sink) {
        let list = self.list.value();
        let mut templates = Templates { next: LISTS + 1, sink };
        templates.add_some(list);
        templates.next = LISTS + 3;
        templates.add(join([list, self.shape]));
        templates.next = FACTS;
        templates.add(join([self.facts, self.shape]));
        templates.next = AFTER_FACTS;
        let style = alone(self.facts >> STYLE_IN_FACTS);
        templates.add(and(and(style, u32::from(self.heading)), self.shape));
        templates.add(and(style, list));
        templates.add_all(self.list.values());
    }
}

/// The style of the sentence stands above the other facts.
const STYLE_IN_FACTS: u32 = 3;
/// The templates of facts and shape, of facts and cluster, and those behind them.
const FACTS: u32 = LISTS + 6;
const FACTS_AND_CLUSTER: u32 = FACTS + 1;
const AFTER_FACTS: u32 = FACTS_AND_CLUSTER + 1;

/// The features of the clusters around a word, of its run of capitalised words and of its stretch in quotation marks.
pub(super) fn of_clusters(s: &Surroundings, facts: u32, sink: &mut impl Sink) {
    let mut templates = Templates { next: CLUSTERS, sink };
    let middle = s.around.map(self::middle);
    let coarse = s.around.map(|spelling| u32::from(spelling.known.clusters[2]));
    // What begins several templates is joined once.
    let (middles, coarses) = (middle.map(alone), coarse.map(alone));
    let here = HERE;
    templates.add(and(middles[here - 1], middle[here]));
    templates.add(and(middles[here], middle[here + 1]));
    templates.add(and(and(middles[here - 1], middle[here + 1]), shape(s, here)));
    templates.add(and(and(coarses[here - 1], coarse[here]), coarse[here + 1]));
    templates.add(and(and(coarses[here - 2], coarse[here - 1]), coarse[here]));
    templates.add(and(and(coarses[here], coarse[here + 1]), coarse[here + 2]));
    templates.next = FACTS_AND_CLUSTER;
    templates.add(join([facts, middle[here]]));
    templates.next = RUN;
    if let Some(run) = &s.run {
        of_run(run, &mut templates);
    }
    if let Some(stretch) = s.quoted {
        templates.next = QUOTED;
        templates.add(join([stretch.manner, u32::from(stretch.opens)]));
        templates.add(stretch.before.lower);
        templates.add(join([self::middle(stretch.before), stretch.manner]));
    }
}

/// The shape of the word at a place.
const fn shape(s: &Surroundings, place: usize) -> u32 {
    s.around[place].short_shape
}

fn of_run(run: &Run, templates: &mut Templates<impl Sink>) {
    let (length, at) = (run.length.min(5), run.at.min(4));
    templates.add(join([length, at]));
    templates.add_some(run.last.classes);
    templates.add_some(run.before.classes);
    templates.add(run.last.lower);
    templates.add(join([middle(run.last), u32::from(at == 0)]));
    templates.add(join([middle(run.first), length]));
    templates.add(join([u32::from(run.last.known.lists), u32::from(run.first.known.lists), length]));
    templates.add(run.before.lower);
    templates.add(join([middle(run.before), length]));
    templates.add(run.after.lower);
    templates.add(join([middle(run.after), length]));
    templates.add_some(run.pronoun.map_or(0, |pronoun| pronoun as u32));
}

fn middle(spelling: &Spelling) -> u32 {
    u32::from(spelling.known.clusters[1])
}
