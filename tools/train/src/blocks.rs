//! Learns what paragraphs are for: a softmax over kinds for every paragraph in turn, each decision seen by the next.

use crate::{
    gold, kinds,
    learn::{AdaGrad, argmax, softmax},
};
use clap::Args;
use nutgraf::{
    BlockKind, Span,
    training::blocks::{self, KINDS},
    training::model::{ModelBuilder, Section},
};
use serde::Deserialize;
use std::{error::Error, path::PathBuf};

/// What to learn from, and how.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Articles with the kinds of their blocks, JSON Lines.
    #[arg(required = true)]
    documents: Vec<PathBuf>,
    /// Measures on articles held out in turn instead of writing the model.
    #[arg(long)]
    folds: Option<usize>,
    /// How many times all articles are gone through.
    #[arg(long, default_value_t = 12)]
    epochs: usize,
    /// The first step of every weight.
    #[arg(long, default_value_t = 0.1)]
    rate: f32,
    /// Pull of every weight towards zero, per update.
    #[arg(long, default_value_t = 3e-4)]
    decay: f32,
}

#[derive(Deserialize)]
struct Document {
    text: String,
    blocks: Vec<Block>,
}

/// An annotated block; places count code points.
#[derive(Deserialize)]
struct Block {
    kind: String,
    start: usize,
    end: usize,
}

/// A text with the kind of every paragraph, as the reader cuts it.
struct Lesson {
    text: String,
    paragraphs: Vec<Span>,
    kinds: Vec<Option<BlockKind>>,
}

/// The same without what stands above and below the story: many paste no more than that.
fn story(whole: &Lesson) -> Lesson {
    let is_body = |kind: &Option<BlockKind>| *kind == Some(BlockKind::Body);
    let first = whole.kinds.iter().position(is_body).unwrap_or(0);
    let last = whole.kinds.iter().rposition(is_body).unwrap_or(0);
    let places = whole.paragraphs.get(first..=last).unwrap_or_default();
    let span = places.first().copied().unwrap_or_default().join(places.last().copied().unwrap_or_default());
    let text = span.of(&whole.text).to_owned();
    let paragraphs = blocks::paragraphs(&text);
    let kind_at = |part: &Span| {
        let place = Span::new(part.start + span.start, part.end + span.start);
        whole.paragraphs.iter().position(|p| *p == place).and_then(|at| whole.kinds[at])
    };
    let kinds = paragraphs.iter().map(kind_at).collect();
    Lesson { text, paragraphs, kinds }
}

/// Learns the section of the structure and puts it into the model.
pub(crate) fn train(model: &mut ModelBuilder, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let mut lessons = Vec::new();
    for file in &arguments.documents {
        for line in gold::lines(file)? {
            let whole = read(serde_json::from_str(&line)?);
            lessons.push((story(&whole), whole));
        }
    }
    let Some(folds) = arguments.folds else {
        let weights = learn(&lessons.iter().flat_map(|(story, whole)| [whole, story]).collect::<Vec<_>>(), arguments);
        model.set(Section::Structure, pack(&weights));
        return Ok(());
    };
    let (mut right, mut all) = (0, 0);
    for fold in 0..folds {
        let part = |held: bool| lessons.iter().enumerate().filter(move |(at, _)| (at % folds == fold) == held);
        let others: Vec<_> = part(false).flat_map(|(_, (story, whole))| [whole, story]).collect();
        let weights = learn(&others, arguments);
        let scores: Vec<_> = part(true).map(|(_, (_, whole))| score(&weights, whole)).collect();
        right += scores.iter().map(|s| s.0).sum::<usize>();
        all += scores.iter().map(|s| s.1).sum::<usize>();
    }
    println!("{:.2} % of {all} paragraphs of held-out articles are right", 100.0 * right as f32 / all as f32);
    Ok(())
}

/// Gives every paragraph of the reader the kind of the annotated block that covers most of it.
fn read(document: Document) -> Lesson {
    let bytes = gold::byte_places(&document.text);
    let gold: Vec<_> = document
        .blocks
        .iter()
        .map(|b| (kinds::of_block(&b.kind).unwrap_or(BlockKind::Boilerplate), Span::new(bytes[b.start], bytes[b.end])))
        .collect();
    let shared = |a: Span, b: Span| a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let kind_at = |span: Span| {
        let most = gold.iter().max_by_key(|(_, block)| shared(*block, span))?;
        (shared(most.1, span) > 0).then_some(most.0)
    };
    let paragraphs = blocks::paragraphs(&document.text);
    let kinds = paragraphs.iter().map(|span| kind_at(*span)).collect();
    Lesson { text: document.text, paragraphs, kinds }
}

/// One score for every kind.
type Row = [f32; KINDS];

struct Learner {
    weights: Vec<Row>,
    /// Sums of squared steps, by which later steps shrink.
    steps: Vec<Row>,
}

fn learn(lessons: &[&Lesson], arguments: &Arguments) -> Vec<Row> {
    let empty = vec![[0.0; KINDS]; blocks::count()];
    let mut learner = Learner { weights: empty.clone(), steps: empty.clone() };
    let mut sum = empty;
    for epoch in 0..arguments.epochs {
        for lesson in lessons {
            learner.go_through(lesson, arguments);
        }
        if epoch * 2 >= arguments.epochs {
            sum.iter_mut().flatten().zip(learner.weights.iter().flatten()).for_each(|(sum, weight)| *sum += weight);
        }
    }
    sum
}

impl Learner {
    /// Walks on with the learner's own decisions, so that it learns to go on after its own errors.
    fn go_through(&mut self, lesson: &Lesson, arguments: &Arguments) {
        blocks::walk(&lesson.text, |at, features| {
            let mut scores = add_up(&self.weights, features);
            let best = best(&scores);
            if let Some(right) = lesson.kinds.get(at).copied().flatten() {
                softmax(&mut scores);
                self.learn(features, &scores, right as usize, arguments);
            }
            blocks::ALL[best]
        });
    }

    fn learn(&mut self, features: &[u16], chances: &Row, right: usize, arguments: &Arguments) {
        let learner = AdaGrad { rate: arguments.rate, least: 1e-4 };
        for &feature in features {
            let (weights, steps) = (&mut self.weights[usize::from(feature)], &mut self.steps[usize::from(feature)]);
            for kind in 0..KINDS {
                let gradient = chances[kind] - f32::from(u8::from(kind == right)) + arguments.decay * weights[kind];
                weights[kind] -= learner.step(&mut steps[kind], gradient);
            }
        }
    }
}

fn score(weights: &[Row], lesson: &Lesson) -> (usize, usize) {
    let (mut right, mut all) = (0, 0);
    blocks::walk(&lesson.text, |at, features| {
        let kind = blocks::ALL[best(&add_up(weights, features))];
        let wanted = lesson.kinds.get(at).copied().flatten();
        (right, all) = (right + usize::from(wanted == Some(kind)), all + usize::from(wanted.is_some()));
        kind
    });
    (right, all)
}

fn add_up(weights: &[Row], features: &[u16]) -> Row {
    let mut scores = [0.0; KINDS];
    for &feature in features {
        scores.iter_mut().zip(weights[usize::from(feature)]).for_each(|(score, weight)| *score += weight);
    }
    scores
}

fn best(scores: &Row) -> usize {
    argmax(scores.iter().copied()).unwrap_or(0)
}

/// Signed bytes in the same proportions.
fn pack(weights: &[Row]) -> Vec<u8> {
    let largest = weights.iter().flatten().fold(0.0_f32, |most, weight| most.max(weight.abs()));
    weights.iter().flatten().map(|weight| (weight / largest * 127.0).round() as i8 as u8).collect()
}
