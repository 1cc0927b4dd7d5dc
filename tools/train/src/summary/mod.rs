//! Learns how many points every bin of every feature is worth.
//!
//! Sentences are chosen one after the other, as in use. At every step each open sentence has a gain: how much ROUGE it
//! adds against a summary that a person wrote. The points are moved until the chance that they give each sentence
//! follows the gains (a softmax on both sides), with penalties that keep points small and neighbouring bins alike.

mod documents;
mod prior;
mod rouge;

use crate::learn::{AdaGrad, argmax, softmax};
use clap::Args;
use documents::Document;
use nutgraf::{
    training::model::{ModelBuilder, Section},
    training::summary::{Bins, Feature, Study, pack},
};
use rouge::Grams;
use std::{error::Error, path::PathBuf};

/// What to learn from, and how.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder of the corpora.
    #[arg(long)]
    data: PathBuf,
    /// Measures on articles held out in turn instead of writing the model.
    #[arg(long)]
    folds: Option<usize>,
    /// How many times all articles are gone through.
    #[arg(long, default_value_t = 60)]
    epochs: usize,
    /// The gain of ROUGE by which one sentence becomes e times as good as another.
    #[arg(long, default_value_t = 0.06)]
    temperature: f32,
    /// How strongly points are kept near 0.
    #[arg(long, default_value_t = 40.0)]
    small: f32,
    /// How strongly the points of neighbouring bins are kept alike.
    #[arg(long, default_value_t = 100.0)]
    smooth: f32,
}

/// The points of every bin, feature after feature.
type Points = Vec<Vec<f32>>;

/// Learns the section of the summary and puts it into the model.
pub(crate) fn train(model: &mut ModelBuilder, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let documents = documents::read(&arguments.data)?;
    let articles: Vec<Steps> = documents.iter().map(steps).collect();
    if let Some(folds) = arguments.folds {
        cross_validate(&articles, folds, arguments);
        return Ok(());
    }
    let points = learn(&articles.iter().collect::<Vec<_>>(), arguments);
    for (feature, (name, edges)) in Feature::ALL {
        println!("{name}: {:.2?} at {edges:?}", points[*feature as usize]);
    }
    model.set(Section::Summary, pack(&points));
    Ok(())
}

/// One sentence that could have been chosen at a step.
struct Offer {
    candidate: usize,
    bins: Bins,
    gain: f32,
}

/// The offers of every step of one article, with the article's weight.
struct Steps<'a> {
    document: &'a Document,
    steps: Vec<Vec<Offer>>,
}

/// Walks through an article twice for each of its summaries: once along the greatest gains, once as what is known
/// beforehand would choose, so that the steps show both what is right and what goes wrong.
fn steps(document: &Document) -> Steps<'_> {
    let prior = prior::points();
    let mut steps = Vec::new();
    for reference in &document.references {
        walk(document, reference, |offer| offer.gain, &mut steps);
        walk(document, reference, |offer| total(&prior, &offer.bins), &mut steps);
    }
    Steps { document, steps }
}

/// Chooses as many sentences as the reference is long, and keeps what was on offer.
fn walk(document: &Document, reference: &Grams, worth: impl Fn(&Offer) -> f32, steps: &mut Vec<Vec<Offer>>) {
    let mut study = Study::new(&document.candidates);
    let mut text = Grams::default();
    for _ in 0..wanted(reference) {
        let offers = offers(&study, document, &text, reference);
        let Some(best) = argmax(offers.iter().map(&worth)).map(|at| offers[at].candidate) else { break };
        text.add(&document.grams[best]);
        study.take(best);
        steps.push(offers);
    }
}

/// How many sentences make a summary of about the length of a reference.
fn wanted(reference: &Grams) -> usize {
    match reference.words {
        0..=25 => 1,
        26..40 => 2,
        _ => 3,
    }
}

fn learn(articles: &[&Steps], arguments: &Arguments) -> Points {
    let mut points = prior::points();
    let mut squares: Points = points.iter().map(|bins| vec![0.0; bins.len()]).collect();
    for _ in 0..arguments.epochs {
        let mut slope = penalties(&points, arguments);
        for article in articles {
            let weight = article.document.weight;
            article.steps.iter().for_each(|o| add_slope(&mut slope, o, &points, arguments.temperature, weight));
        }
        descend(&mut points, &mut squares, &slope);
        prior::shape(&mut points);
    }
    points
}

fn offers(study: &Study, document: &Document, text: &Grams, reference: &Grams) -> Vec<Offer> {
    let none = Grams::default();
    let now: f32 = text.with(&none, reference).iter().sum();
    let open = (0..study.count()).filter(|&c| study.is_open(c));
    open.map(|candidate| Offer {
        candidate,
        bins: study.bins(candidate),
        gain: text.with(&document.grams[candidate], reference).iter().sum::<f32>() - now,
    })
    .collect()
}

fn total(points: &Points, bins: &Bins) -> f32 {
    bins.iter().enumerate().map(|(feature, &bin)| points[feature][usize::from(bin)]).sum()
}

/// Adds how the distance between both softmaxes changes with every point.
fn add_slope(slope: &mut Points, offers: &[Offer], points: &Points, temperature: f32, weight: f32) {
    let mut wanted: Vec<f32> = offers.iter().map(|o| o.gain / temperature).collect();
    let mut given: Vec<f32> = offers.iter().map(|o| total(points, &o.bins)).collect();
    softmax(&mut wanted);
    softmax(&mut given);
    for ((option, wanted), given) in offers.iter().zip(wanted).zip(given) {
        for (feature, &bin) in option.bins.iter().enumerate() {
            slope[feature][usize::from(bin)] += weight * (given - wanted);
        }
    }
}

/// Draws the points towards what is known beforehand, and the way in which they differ from it towards smoothness.
fn penalties(points: &Points, arguments: &Arguments) -> Points {
    let pull = |off: &[f32], at: usize| {
        let towards = |other: Option<usize>| other.and_then(|o| off.get(o)).map_or(0.0, |other| off[at] - other);
        arguments.small * off[at] + arguments.smooth * (towards(at.checked_sub(1)) + towards(Some(at + 1)))
    };
    let off =
        points.iter().zip(prior::points()).map(|(now, known)| now.iter().zip(known).map(|(a, b)| a - b).collect());
    off.map(|off: Vec<f32>| (0..off.len()).map(|at| pull(&off, at)).collect()).collect()
}

/// One step of AdaGrad.
fn descend(points: &mut Points, squares: &mut Points, slope: &Points) {
    const LEARNER: AdaGrad = AdaGrad { rate: 0.15, least: 1e-6 };
    for (feature, ((points, squares), slope)) in points.iter_mut().zip(squares).zip(slope).enumerate() {
        if prior::is_settled(Feature::ALL[feature].0) {
            continue;
        }
        for ((point, square), slope) in points.iter_mut().zip(squares).zip(slope) {
            *point -= LEARNER.step(square, *slope);
        }
    }
}

/// Trains without each fold in turn and prints how the choice of three sentences does there beside the first three.
fn cross_validate(articles: &[Steps], folds: usize, arguments: &Arguments) {
    let fold_of = |article: &Steps| article.document.id.bytes().map(usize::from).sum::<usize>() % folds;
    let mut rows = Vec::new();
    for fold in 0..folds {
        let (held_out, rest): (Vec<_>, Vec<_>) = articles.iter().partition(|article| fold_of(article) == fold);
        let points = learn(&rest, arguments);
        rows.extend(held_out.iter().map(|article| (article.document.kind, measure(article.document, &points))));
    }
    for name in ["written", "written, flat", "other", "other, flat"] {
        let rows: Vec<_> = rows.iter().filter(|(kind, _)| *kind == name).map(|(_, row)| row).collect();
        let mean = |at: usize| 100.0 * rows.iter().map(|row| row[at]).sum::<f32>() / rows.len().max(1) as f32;
        println!("{name:14} R1 {:.2} R2 {:.2}   lead R1 {:.2} R2 {:.2}", mean(0), mean(1), mean(2), mean(3));
    }
}

/// ROUGE-1 and ROUGE-2 of the chosen sentences and of as many first ones.
fn measure(document: &Document, points: &Points) -> [f32; 4] {
    const SENTENCES: usize = 3;
    let (mut ours, mut lead) = (Grams::default(), Grams::default());
    let mut study = Study::new(&document.candidates);
    for at in 0..SENTENCES.min(study.count()) {
        let open: Vec<usize> = (0..study.count()).filter(|&c| study.is_open(c)).collect();
        let Some(best) = argmax(open.iter().map(|&c| total(points, &study.bins(c)))).map(|at| open[at]) else { break };
        study.take(best);
        ours.add(&document.grams[best]);
        lead.add(&document.grams[at]);
    }
    let none = Grams::default();
    let best = |grams: &Grams| {
        let all = document.references.iter().map(|r| grams.with(&none, r));
        all.reduce(|a, b| if b[0] + b[1] > a[0] + a[1] { b } else { a }).unwrap_or_default()
    };
    let (ours, lead) = (best(&ours), best(&lead));
    [ours[0], ours[1], lead[0], lead[1]]
}
