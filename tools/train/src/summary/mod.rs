//! Learns how likely a summary by an editor holds a word of the article, or two words side by side.
//!
//! A logistic regression over the properties of terms and of pairs; the weights are drawn towards what was known before:
//! a term counts for the number of sentences that hold it and for how early the first of them stands.

mod documents;
mod prior;
mod rouge;

use crate::learn::AdaGrad;
use clap::Args;
use documents::Document;
use nutgraf::training::{
    model::{ModelBuilder, Section},
    summary::{Evidence, FACTORS, early, pack},
};
use rouge::Grams;
use std::{error::Error, path::PathBuf};

/// What to learn from, and how.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Gold files whose documents have references; none of the articles that measurements set aside.
    #[arg(required = true)]
    gold: Vec<PathBuf>,
    /// Measures on articles held out in turn instead of writing the model.
    #[arg(long)]
    folds: Option<usize>,
    /// How many times all terms are gone through.
    #[arg(long, default_value_t = 300)]
    epochs: usize,
    /// How strongly the weights are drawn towards what was known before.
    #[arg(long, default_value_t = 10.0)]
    pull: f32,
}

/// The natural logarithm of every factor.
type Weights = [f32; FACTORS];

/// Learns the section of the summary and puts it into the model.
pub(crate) fn train(model: &mut ModelBuilder, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let documents = documents::read(&arguments.gold)?;
    if let Some(folds) = arguments.folds {
        cross_validate(&documents, folds, arguments);
        return Ok(());
    }
    let weights = learn(documents.iter(), arguments);
    prior::print(&weights);
    model.set(Section::Summary, pack(&weights.map(f32::exp)));
    Ok(())
}

/// A term or pair of an article, and whether a summary holds it.
struct Case {
    evidence: Evidence,
    held: bool,
    /// The less, the more summaries the article has.
    weight: f32,
}

fn cases(document: &Document) -> impl Iterator<Item = Case> + '_ {
    let weight = 1.0 / document.held.len() as f32;
    let things = document.candidates.evidence().into_iter().enumerate();
    things.flat_map(move |(sort, evidence)| {
        document.held.iter().flat_map(move |held| {
            let pairs = evidence.clone().into_iter().zip(held[sort].clone());
            pairs.map(move |(evidence, held)| Case { evidence, held, weight })
        })
    })
}

fn learn<'a>(documents: impl Iterator<Item = &'a Document>, arguments: &Arguments) -> Weights {
    const LEARNER: AdaGrad = AdaGrad { rate: 0.3, least: 1e-6 };
    let cases: Vec<Case> = documents.flat_map(cases).collect();
    let known = prior::weights();
    let (mut weights, mut squares) = (known, [0.0; FACTORS]);
    for _ in 0..arguments.epochs {
        let mut slope: Weights = std::array::from_fn(|at| prior::pull(at, arguments.pull) * (weights[at] - known[at]));
        cases.iter().for_each(|case| add_slope(&mut slope, case, &weights));
        for ((weight, square), slope) in weights.iter_mut().zip(&mut squares).zip(slope) {
            *weight -= LEARNER.step(square, slope);
        }
    }
    weights
}

fn add_slope(slope: &mut Weights, case: &Case, weights: &Weights) {
    let sum: f32 = case.evidence.factors().map(|at| weights[at]).sum();
    let odds = sum.exp() * early(case.evidence.before);
    let off = case.weight * (odds / (1.0 + odds) - f32::from(u8::from(case.held)));
    case.evidence.factors().for_each(|at| slope[at] += off);
}

/// Trains without each fold in turn and prints what its summaries of one, two and three sentences gain in ROUGE-1 and
/// ROUGE-2 over as many first sentences.
fn cross_validate(documents: &[Document], folds: usize, arguments: &Arguments) {
    let fold_of = |document: &Document| document.id.bytes().map(usize::from).sum::<usize>() % folds;
    let mut rows = Vec::new();
    for fold in 0..folds {
        let weights = learn(documents.iter().filter(|d| fold_of(d) != fold), arguments);
        let factors = weights.map(f32::exp);
        let held_out = documents.iter().filter(|d| fold_of(d) == fold);
        rows.extend(held_out.map(|d| (d.is_flat, [1, 2, 3].map(|most| gain(d, &d.candidates.order(&factors), most)))));
    }
    for (name, is_flat) in [("as it stands", false), ("one paragraph, no headline", true)] {
        let rows: Vec<_> = rows.iter().filter(|(flat, _)| *flat == is_flat).map(|(_, gains)| gains).collect();
        let mean =
            |most: usize, at: usize| 100.0 * rows.iter().map(|r| r[most][at]).sum::<f32>() / rows.len().max(1) as f32;
        let columns = (0..3).map(|most| format!("{}: R1 {:+.2} R2 {:+.2}", most + 1, mean(most, 0), mean(most, 1)));
        println!("{name:26} {}", columns.collect::<Vec<_>>().join("   "));
    }
}

/// What the first `most` sentences of an order gain over the first ones of the text.
fn gain(document: &Document, order: &[usize], most: usize) -> [f32; 2] {
    let best = |chosen: &[usize]| {
        let told = (0..order.len()).filter(|at| chosen.contains(at)).map(|at| document.sentences[at].as_str());
        let grams = Grams::of(&told.collect::<Vec<_>>().join(" "));
        let all = document.references.iter().map(|reference| grams.against(reference));
        all.reduce(|a, b| if b[0] + b[1] > a[0] + a[1] { b } else { a }).unwrap_or_default()
    };
    let most = most.min(order.len());
    let first: Vec<usize> = (0..most).collect();
    let (ours, lead) = (best(&order[..most]), best(&first));
    [ours[0] - lead[0], ours[1] - lead[1]]
}
