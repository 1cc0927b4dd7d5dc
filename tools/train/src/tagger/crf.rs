//! Learning the weights: conditional log-likelihood of a linear chain, where a word may have one of several labels.

use super::{document::Sentence, random::Random};
use nutgraf::{
    training::model::{Index, STATES, Scores, write_index},
    training::names::{EDGE, IMPOSSIBLE, LABELS, may_follow},
};
use std::collections::HashMap;

/// How to train.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) seed: u64,
    pub(crate) epochs: usize,
    /// AdaGrad's step.
    pub(crate) rate: f32,
    /// What a unit of weight costs, and half of its square, against the log-likelihood of all sentences.
    pub(crate) l1: f32,
    pub(crate) l2: f32,
    /// The share of features that a sentence does not see.
    pub(crate) dropout: f32,
    /// Features that occur less often are not learned.
    pub(crate) least: u32,
    /// How many features are learned for most of the time, and how many are kept in the end.
    pub(crate) features: usize,
    pub(crate) kept: usize,
    /// Rows in a bucket of the index.
    pub(crate) load: f32,
}

/// The weights of so many last epochs are averaged.
const AVERAGED: usize = 3;

/// Added to sums of squares, so that the first steps are not boundless.
const LEAST_SQUARE: f32 = 1e-2;

/// What was learned.
pub(crate) struct Learned {
    pub(crate) index: Vec<u8>,
    pub(crate) rows: Vec<Scores>,
    pub(crate) transitions: [Scores; STATES],
}

impl Learned {
    /// The scores of every word of a sentence.
    pub(crate) fn emissions(&self, features: &[Vec<u32>]) -> Vec<Scores> {
        let (index, _) = Index::split(&self.index).expect("the trainer wrote it");
        let ranks = index.ranks().expect("the trainer counted them");
        let word = |features: &Vec<u32>| {
            let mut scores = Scores::default();
            features
                .iter()
                .filter_map(|&f| index.get(f, &ranks))
                .for_each(|row| add(&mut scores, &self.rows[row], 1.0));
            scores
        };
        features.iter().map(word).collect()
    }
}

/// Trains on the sentences.
pub(crate) fn train(sentences: &[Sentence], settings: &Settings) -> Learned {
    let mut trainer = Trainer::new(sentences, settings);
    for epoch in 0..settings.epochs {
        if epoch == 2 {
            trainer.prune(settings.features * 3);
        } else if epoch == 3 {
            trainer.prune(settings.features);
        } else if epoch + AVERAGED == settings.epochs {
            trainer.prune(settings.kept);
        }
        let share = epoch as f32 / settings.epochs as f32;
        trainer.rate = settings.rate * (1.0 - 0.8 * share);
        trainer.epoch(epoch);
    }
    trainer.finish()
}

struct Trainer<'a> {
    sentences: &'a [Sentence],
    settings: &'a Settings,
    random: Random,
    rate: f32,
    /// The row of every feature of every word of every sentence, `NONE` where it has none.
    rows_of: Vec<Vec<Vec<u32>>>,
    hashes: Vec<u32>,
    index: Vec<u8>,
    weights: Vec<Scores>,
    squares: Vec<Scores>,
    /// How many sentences had been learned when the row was last made to pay for its weights.
    settled: Vec<u64>,
    learned: u64,
    transitions: [Scores; STATES],
    transition_squares: [Scores; STATES],
    average: Option<(f32, Vec<Scores>, [Scores; STATES])>,
}

impl<'a> Trainer<'a> {
    fn new(sentences: &'a [Sentence], settings: &'a Settings) -> Trainer<'a> {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for feature in sentences.iter().flat_map(|s| s.features.iter().flatten()) {
            *counts.entry(*feature).or_default() += 1;
        }
        let mut hashes: Vec<u32> = counts.into_iter().filter(|(_, n)| *n >= settings.least).map(|(f, _)| f).collect();
        hashes.sort_unstable();
        eprintln!("{} features", hashes.len());
        let mut trainer = Trainer {
            sentences,
            settings,
            random: Random::new(settings.seed),
            rate: settings.rate,
            rows_of: Vec::new(),
            weights: vec![Scores::default(); hashes.len()],
            squares: vec![Scores::default(); hashes.len()],
            settled: vec![0; hashes.len()],
            learned: 0,
            transitions: constraints(),
            transition_squares: [Scores::default(); STATES],
            hashes,
            index: Vec::new(),
            average: None,
        };
        let by_hash: HashMap<u32, u32> =
            trainer.hashes.iter().enumerate().map(|(row, &hash)| (hash, row as u32)).collect();
        trainer.assign(|hash| by_hash.get(&hash).copied());
        trainer
    }

    fn assign(&mut self, row: impl Fn(u32) -> Option<u32>) {
        let word = |features: &Vec<u32>| features.iter().filter_map(|&f| row(f)).collect();
        self.rows_of = self.sentences.iter().map(|s| s.features.iter().map(word).collect()).collect();
    }

    /// Keeps the features that the likelihood would miss most, in the index in which they will be shipped, with its few
    /// mistakes. Without a weight the loss rises by about half its square times what the squares of its slopes add up to.
    fn prune(&mut self, keep: usize) {
        if !self.index.is_empty() && keep >= self.weights.len() {
            return;
        }
        (0..self.weights.len()).for_each(|row| self.settle(row));
        let missed = |row: usize| self.weights[row].iter().zip(&self.squares[row]).map(|(w, s)| w * w * s).sum::<f32>();
        let missed: Vec<f32> = (0..self.hashes.len()).map(missed).collect();
        let mut order: Vec<usize> = (0..self.hashes.len()).collect();
        order.sort_by(|&a, &b| missed[b].total_cmp(&missed[a]).then(a.cmp(&b)));
        order.truncate(keep);
        let hashes: Vec<u32> = order.iter().map(|&row| self.hashes[row]).collect();
        let (index, places) = write_index(&hashes, self.settings.load);
        let kept: Vec<usize> = places.iter().map(|&place| order[place]).collect();
        self.hashes = kept.iter().map(|&row| self.hashes[row]).collect();
        self.weights = kept.iter().map(|&row| self.weights[row]).collect();
        self.squares = kept.iter().map(|&row| self.squares[row]).collect();
        self.settled = vec![self.learned; kept.len()];
        let (reader, _) = Index::split(&index).expect("it was just written");
        let ranks = reader.ranks().expect("they were just counted");
        self.assign(|hash| reader.get(hash, &ranks).map(|row| row as u32));
        self.index = index;
    }

    fn epoch(&mut self, epoch: usize) {
        let mut order: Vec<usize> = (0..self.sentences.len()).collect();
        self.random.shuffle(&mut order);
        let started = std::time::Instant::now();
        let averaged = epoch + AVERAGED >= self.settings.epochs;
        let mut loss = 0.0;
        for part in order.chunks(order.len().div_ceil(4).max(1)) {
            loss += part.iter().map(|&at| f64::from(self.learn(at))).sum::<f64>();
            if averaged {
                self.add_to_average();
            }
        }
        eprintln!("epoch {epoch}: loss {loss:.0}, {} features, {:.0?}", self.weights.len(), started.elapsed());
    }

    fn add_to_average(&mut self) {
        (0..self.weights.len()).for_each(|row| self.settle(row));
        let empty = || (0.0, vec![Scores::default(); self.weights.len()], [Scores::default(); STATES]);
        let (count, rows, transitions) = self.average.get_or_insert_with(empty);
        *count += 1.0;
        rows.iter_mut().zip(&self.weights).for_each(|(sum, row)| add(sum, row, 1.0));
        transitions.iter_mut().zip(&self.transitions).for_each(|(sum, row)| add(sum, row, 1.0));
    }

    fn finish(self) -> Learned {
        let (count, mut rows, mut transitions) = self.average.expect("the last epochs are averaged");
        rows.iter_mut().chain(&mut transitions).flatten().for_each(|weight| *weight /= count);
        Learned { index: self.index, rows, transitions }
    }

    /// One step for one sentence; gives its loss.
    fn learn(&mut self, at: usize) -> f32 {
        let sentence = &self.sentences[at];
        let keep = 1.0 - self.settings.dropout;
        let mut seen: Vec<Vec<u32>> = Vec::with_capacity(sentence.labels.len());
        for rows in &self.rows_of[at] {
            let random = &mut self.random;
            seen.push(rows.iter().copied().filter(|_| random.unit() < keep).collect());
        }
        self.learned += 1;
        seen.iter().flatten().for_each(|&row| self.settle(row as usize));
        let emissions: Vec<Scores> = seen.iter().map(|rows| self.score(rows, 1.0 / keep)).collect();
        let chain = Chain::new(&emissions, &self.transitions);
        let free = chain.expect(|_| u16::MAX);
        let held = chain.expect(|at| sentence.labels[at]);
        for (at, rows) in seen.iter().enumerate() {
            let gradient: Scores = std::array::from_fn(|l| (held.labels[at][l] - free.labels[at][l]) * sentence.weight);
            if gradient.iter().any(|g| g.abs() > 1e-3) {
                rows.iter().for_each(|&row| self.update(row as usize, &gradient));
            }
        }
        self.update_transitions(&held.pairs, &free.pairs, sentence.weight);
        (free.log_sum - held.log_sum) * sentence.weight
    }

    fn score(&self, rows: &[u32], scale: f32) -> Scores {
        let mut scores = Scores::default();
        rows.iter().for_each(|&row| add(&mut scores, &self.weights[row as usize], 1.0));
        scores.map(|score| score * scale)
    }

    fn update(&mut self, row: usize, gradient: &Scores) {
        let rate = self.rate;
        let (weights, squares) = (&mut self.weights[row], &mut self.squares[row]);
        for label in 0..STATES {
            squares[label] += gradient[label] * gradient[label];
            weights[label] += rate * gradient[label] / (squares[label] + LEAST_SQUARE).sqrt();
        }
    }

    /// Makes a row pay for its weights, for all sentences since it last paid.
    fn settle(&mut self, row: usize) {
        let since = (self.learned - self.settled[row]) as f32 / self.sentences.len() as f32;
        if since == 0.0 {
            return;
        }
        self.settled[row] = self.learned;
        let (l1, l2) = (self.rate * self.settings.l1 * since, self.rate * self.settings.l2 * since);
        let (weights, squares) = (&mut self.weights[row], &self.squares[row]);
        for label in 0..STATES {
            let step = 1.0 / (squares[label] + LEAST_SQUARE).sqrt();
            let weight = weights[label];
            weights[label] = weight.signum() * (weight.abs() - l1 * step).max(0.0) / (1.0 + l2 * step);
        }
    }

    fn update_transitions(&mut self, held: &[Scores; STATES], free: &[Scores; STATES], weight: f32) {
        for from in 0..STATES {
            for to in (0..STATES).filter(|&to| is_possible(from, to)) {
                let g = (held[from][to] - free[from][to]) * weight;
                let square = &mut self.transition_squares[from][to];
                *square += g * g;
                self.transitions[from][to] += self.rate * g / (*square + LEAST_SQUARE).sqrt();
            }
        }
    }
}

fn constraints() -> [Scores; STATES] {
    std::array::from_fn(|from| std::array::from_fn(|to| if is_possible(from, to) { 0.0 } else { IMPOSSIBLE }))
}

/// Whether a label may follow another one; the edge comes before the first word and after the last.
fn is_possible(from: usize, to: usize) -> bool {
    match (from, to) {
        (EDGE, EDGE) => false,
        (EDGE, to) => to < LABELS && may_follow(0, to),
        (from, EDGE) => from < LABELS,
        (from, to) => from < LABELS && to < LABELS && may_follow(from, to),
    }
}

/// The factors of a sentence, exponentiated.
struct Chain {
    emissions: Vec<Scores>,
    transitions: [Scores; STATES],
    /// What was taken out of the emissions.
    log_scale: f32,
}

/// What is expected of labels and pairs of labels.
struct Expected {
    labels: Vec<Scores>,
    pairs: [Scores; STATES],
    log_sum: f32,
}

impl Chain {
    fn new(emissions: &[Scores], transitions: &[Scores; STATES]) -> Chain {
        let mut log_scale = 0.0;
        let scaled = emissions.iter().map(|scores| {
            let most = scores[..LABELS].iter().copied().fold(f32::MIN, f32::max);
            log_scale += most;
            std::array::from_fn(|l| if l < LABELS { (scores[l] - most).exp() } else { 0.0 })
        });
        Chain { emissions: scaled.collect(), transitions: transitions.map(|row| row.map(f32::exp)), log_scale }
    }

    /// The expectations over sequences whose labels are allowed.
    fn expect(&self, allowed: impl Fn(usize) -> u16) -> Expected {
        let masked = |at: usize| -> Scores {
            let mask = allowed(at);
            std::array::from_fn(|l| if mask >> l & 1 == 1 { self.emissions[at][l] + 1e-30 } else { 0.0 })
        };
        let emissions: Vec<Scores> = (0..self.emissions.len()).map(masked).collect();
        let n = emissions.len();
        let (mut ahead, mut log_sum) = (Vec::with_capacity(n), self.log_scale);
        let mut last = self.transitions[EDGE];
        for (at, emission) in emissions.iter().enumerate() {
            if at > 0 {
                last = self.step(&last);
            }
            last = product(&last, emission);
            log_sum += normalise(&mut last);
            ahead.push(last);
        }
        let end: Scores = std::array::from_fn(|l| if l < LABELS { self.transitions[l][EDGE] } else { 0.0 });
        log_sum += dot(&last, &end).max(1e-30).ln();
        let mut pairs = [Scores::default(); STATES];
        let mut labels = vec![Scores::default(); n];
        let mut back = end;
        for at in (0..n).rev() {
            labels[at] = product(&ahead[at], &back);
            normalise(&mut labels[at]);
            if at > 0 {
                let after = product(&back, &emissions[at]);
                self.add_pairs(&ahead[at - 1], &after, &mut pairs);
                back = std::array::from_fn(|l| dot(&self.transitions[l], &after));
                normalise(&mut back);
            }
        }
        for label in 0..LABELS {
            pairs[EDGE][label] += labels[0][label];
            pairs[label][EDGE] += labels[n - 1][label];
        }
        Expected { labels, pairs, log_sum }
    }

    fn step(&self, scores: &Scores) -> Scores {
        let mut next = Scores::default();
        for (score, row) in scores.iter().zip(&self.transitions).take(LABELS) {
            add(&mut next, row, *score);
        }
        next
    }

    fn add_pairs(&self, before: &Scores, after: &Scores, pairs: &mut [Scores; STATES]) {
        let joint: [Scores; STATES] =
            std::array::from_fn(|from| product(&self.transitions[from], after).map(|x| x * before[from]));
        let total: f32 = joint[..LABELS].iter().flat_map(|row| &row[..LABELS]).sum();
        for (pair, row) in pairs.iter_mut().zip(&joint).take(LABELS) {
            add(pair, row, 1.0 / total.max(1e-30));
        }
    }
}

fn add(sum: &mut Scores, row: &Scores, factor: f32) {
    sum.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight * factor);
}

fn product(a: &Scores, b: &Scores) -> Scores {
    std::array::from_fn(|l| a[l] * b[l])
}

fn dot(a: &Scores, b: &Scores) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Makes the sum one; gives the logarithm of what it was.
fn normalise(scores: &mut Scores) -> f32 {
    let total = scores.iter().sum::<f32>().max(1e-30);
    scores.iter_mut().for_each(|score| *score /= total);
    total.ln()
}
