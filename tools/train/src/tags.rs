//! Trains the part-of-speech tagger: multinomial logistic regression over the rows that `tokens::tags` adds up, with
//! AdaGrad and an L1 penalty that leaves few rows, then rounded to 8 bits.

use crate::learn::{AdaGrad, argmax, softmax};
use nutgraf::training::tags::{HISTORY_ROWS, PLACES, Position, TAGS, Tag, features, history_index, place_index, write};
use std::{
    collections::{HashMap, HashSet},
    error::Error,
};

const EPOCHS: usize = 6;
const LEARNER: AdaGrad = AdaGrad { rate: 0.12, least: 1e-3 };
/// Soft threshold per update, in units of the weights.
const L1: f32 = 2e-3;
/// A feature of the token itself that is seen more seldom is left out.
const MIN_COUNT_HERE: u32 = 25;
/// The same for features of its neighbours.
const MIN_COUNT_BESIDE: u32 = 300;
/// Rows whose largest weight is smaller are left out.
const MIN_WEIGHT: f32 = 0.3;
/// Weights are multiplied by this and rounded to an i8.
const SCALE: f32 = 6.0;
/// Every n-th sentence measures instead of training.
const HELD_OUT: usize = 20;

struct Example {
    /// Features of the token, by number; places and histories first.
    words: Vec<u32>,
    place: u32,
    tag: usize,
}

/// The bytes of the section.
pub(crate) fn train(silver: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let sentences: Vec<Vec<(&str, Tag)>> = silver.lines().map(read_sentence).collect::<Result<_, _>>()?;
    let numbers = number_features(&sentences);
    let examples: Vec<Vec<Example>> = sentences.iter().map(|s| examples(s, &numbers)).collect();
    let mut model = Model::new(numbers.len());
    for epoch in 0..EPOCHS {
        for (_, sentence) in examples.iter().enumerate().filter(|(i, _)| i % HELD_OUT != 0) {
            model.learn(sentence);
        }
        println!("epoch {epoch}: {:.2} % of held-out tokens right", 100.0 * model.accuracy(&examples));
    }
    model.round();
    println!("rounded: {:.2} % of held-out tokens right", 100.0 * model.accuracy(&examples));
    model.write(&numbers)
}

fn read_sentence(line: &str) -> Result<Vec<(&str, Tag)>, String> {
    let fields: Vec<_> = line.split('\t').collect();
    let pairs = fields.chunks_exact(2).map(|pair| {
        let tag = Tag::ALL.iter().find(|(_, name)| *name == pair[1]).ok_or_else(|| format!("no tag {:?}", pair[1]))?;
        Ok((pair[0], tag.0))
    });
    pairs.collect()
}

/// Numbers every feature that is frequent enough, in order of its hash.
fn number_features(sentences: &[Vec<(&str, Tag)>]) -> HashMap<u32, u32> {
    let (mut counts, mut here) = (HashMap::<u32, u32>::new(), HashSet::new());
    for (word, _) in sentences.iter().flatten() {
        features(word, Position::Here, |hash| {
            here.insert(hash);
        });
        for position in [Position::Here, Position::Before, Position::After] {
            features(word, position, |hash| *counts.entry(hash).or_default() += 1);
        }
    }
    let enough = |hash: &u32| if here.contains(hash) { MIN_COUNT_HERE } else { MIN_COUNT_BESIDE };
    let mut kept: Vec<u32> =
        counts.iter().filter(|(hash, count)| **count >= enough(hash)).map(|(hash, _)| *hash).collect();
    kept.sort_unstable();
    kept.into_iter().zip(0..).collect()
}

fn examples(sentence: &[(&str, Tag)], numbers: &HashMap<u32, u32>) -> Vec<Example> {
    let at = |index: usize, position, words: &mut Vec<u32>| {
        if let Some((word, _)) = sentence.get(index) {
            features(word, position, |hash| words.extend(numbers.get(&hash)));
        }
    };
    let example = |index: usize| {
        let mut words = Vec::new();
        at(index, Position::Here, &mut words);
        at(index.wrapping_sub(1), Position::Before, &mut words);
        at(index + 1, Position::After, &mut words);
        let (word, tag) = sentence[index];
        Example { words, place: place_index(word, index == 0) as u32, tag: tag as usize }
    };
    (0..sentence.len()).map(example).collect()
}

/// Rows in one list: places, histories, features.
struct Model {
    weights: Vec<[f32; TAGS]>,
    squares: Vec<[f32; TAGS]>,
}

impl Model {
    fn new(features: usize) -> Model {
        let rows = PLACES + HISTORY_ROWS + features;
        Model { weights: vec![[0.0; TAGS]; rows], squares: vec![[0.0; TAGS]; rows] }
    }

    fn rows(example: &Example, history: usize) -> impl Iterator<Item = usize> + '_ {
        let words = example.words.iter().map(|&word| PLACES + HISTORY_ROWS + word as usize);
        [example.place as usize, PLACES + history].into_iter().chain(words)
    }

    fn scores(&self, example: &Example, history: usize) -> [f32; TAGS] {
        let mut sum = [0.0; TAGS];
        for row in Model::rows(example, history) {
            sum.iter_mut().zip(&self.weights[row]).for_each(|(sum, weight)| *sum += weight);
        }
        sum
    }

    /// One step for every token of a sentence, with the true tags as history.
    fn learn(&mut self, sentence: &[Example]) {
        let (mut last, mut last_but_one) = (None, None);
        for example in sentence {
            let history = history_index(last, last_but_one);
            let mut gradient = self.scores(example, history);
            softmax(&mut gradient);
            gradient[example.tag] -= 1.0;
            for row in Model::rows(example, history) {
                self.step(row, &gradient);
            }
            (last_but_one, last) = (last, Some(Tag::ALL[example.tag].0));
        }
    }

    fn step(&mut self, row: usize, gradient: &[f32; TAGS]) {
        for (tag, &slope) in gradient.iter().enumerate().filter(|(_, slope)| slope.abs() > 1e-4) {
            let rate = LEARNER.rate(&mut self.squares[row][tag], slope);
            let weight = self.weights[row][tag] - rate * slope;
            self.weights[row][tag] = weight.signum() * (weight.abs() - rate * L1).max(0.0);
        }
    }

    /// The share of held-out tokens that greedy reading tags right.
    fn accuracy(&self, examples: &[Vec<Example>]) -> f32 {
        let (mut right, mut all) = (0, 0);
        for sentence in examples.iter().step_by(HELD_OUT) {
            let (mut last, mut last_but_one) = (None, None);
            for example in sentence {
                let scores = self.scores(example, history_index(last, last_but_one));
                let best = argmax(scores).unwrap_or(0);
                right += usize::from(best == example.tag);
                all += 1;
                (last_but_one, last) = (last, Some(Tag::ALL[best].0));
            }
        }
        right as f32 / all as f32
    }

    /// Drops weak rows and rounds the others.
    fn round(&mut self) {
        for (row, weights) in self.weights.iter_mut().enumerate() {
            let strongest = weights.iter().fold(0.0f32, |max, weight| max.max(weight.abs()));
            let weak = row >= PLACES + HISTORY_ROWS && strongest < MIN_WEIGHT;
            weights
                .iter_mut()
                .for_each(|weight| *weight = if weak { 0.0 } else { (*weight * SCALE).round().clamp(-127.0, 127.0) });
        }
    }

    fn write(&self, numbers: &HashMap<u32, u32>) -> Result<Vec<u8>, Box<dyn Error>> {
        let bytes = |row: usize| self.weights[row].map(|weight| weight as i8);
        let flat = |rows: std::ops::Range<usize>| rows.flat_map(bytes).collect::<Vec<i8>>();
        let mut features: Vec<(u32, u32)> = numbers.iter().map(|(&hash, &number)| (number, hash)).collect();
        features.sort_unstable();
        let rows = features.into_iter().map(|(number, hash)| (hash, bytes(PLACES + HISTORY_ROWS + number as usize)));
        let mut kept: Vec<_> = rows.filter(|(_, row)| row.iter().any(|&weight| weight != 0)).collect();
        println!("{} rows", kept.len());
        let (places, histories) = (flat(0..PLACES), flat(PLACES..PLACES + HISTORY_ROWS));
        loop {
            match write(&places, &histories, &kept) {
                Ok(section) => return Ok(section),
                Err(collided) => kept.retain(|(hash, _)| *hash != collided),
            }
        }
    }
}
