//! Trains the model that resolves pronouns: multinomial logistic regression over the choices at each pronoun.

use crate::{
    gold, kinds,
    learn::{AdaGrad, argmax, softmax},
};
use nutgraf::{Span, training::coreference};
use serde::Deserialize;
use std::{collections::BTreeMap, error::Error, path::PathBuf};

const EPOCHS: usize = 30;
const LEARNER: AdaGrad = AdaGrad { rate: 0.2, least: 0.0 };
/// Pull of every weight towards zero, per update.
const DECAY: f32 = 2e-5;

/// An annotated text; places count code points.
#[derive(Deserialize)]
struct Document {
    text: String,
    names: Vec<(usize, usize, String)>,
    #[serde(default)]
    clusters: Vec<Vec<(usize, usize, String)>>,
}

/// The bytes of the coreference section.
pub(crate) fn train(files: &[PathBuf]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut cases = Vec::new();
    for file in files {
        for line in gold::lines(file)? {
            cases.extend(read(&serde_json::from_str(&line)?));
        }
    }
    cases.retain(|case: &coreference::PronounCase| case.right.contains(&true));
    let weights = fit(&cases);
    let right = cases.iter().filter(|case| case.right[best(case, &weights)]).count();
    println!("{right} of {} pronouns are resolved rightly in training", cases.len());
    Ok(coreference::write(&weights))
}

/// The choices at every pronoun of a document.
fn read(document: &Document) -> Vec<coreference::PronounCase> {
    let bytes = gold::byte_places(&document.text);
    let span = |start: usize, end: usize| Span::new(bytes[start], bytes[end]);
    let mut names: Vec<_> = document
        .names
        .iter()
        .filter_map(|(start, end, kind)| Some((span(*start, *end), kinds::of_name(kind)?)))
        .collect();
    names.sort_by_key(|(span, _)| *span);
    let mut referents = BTreeMap::new();
    for cluster in &document.clusters {
        let of_form = |wanted: &str| -> Vec<_> {
            cluster.iter().filter(|m| m.2 == wanted).map(|(start, end, _)| span(*start, *end)).collect()
        };
        let names = of_form("name");
        let pointing = of_form("pronoun").into_iter().chain(of_form("description"));
        referents.extend(pointing.map(|span| (span.end, names.clone())));
    }
    let described = document.clusters.iter().flatten().any(|mention| mention.2 == "description");
    coreference::cases(&document.text, &names, &referents, described)
}

/// Weights by AdaGrad on the log-likelihood of the right choices together.
fn fit(cases: &[coreference::PronounCase]) -> Vec<f32> {
    let mut weights = vec![0.0; coreference::weights()];
    let mut squares = vec![1e-4_f32; weights.len()];
    for _ in 0..EPOCHS {
        for case in cases {
            let all = probabilities(case, &weights);
            let right: f32 = all.iter().zip(&case.right).filter(|(_, right)| **right).map(|(p, _)| p).sum();
            for (index, features) in case.choices.iter().enumerate() {
                let wanted = if case.right[index] { all[index] / right.max(1e-6) } else { 0.0 };
                let slope = wanted - all[index];
                for &feature in features {
                    let at = usize::from(feature);
                    weights[at] += LEARNER.step(&mut squares[at], slope) - DECAY * weights[at];
                }
            }
        }
    }
    weights
}

fn score(features: &[u16], weights: &[f32]) -> f32 {
    features.iter().map(|&f| weights[usize::from(f)]).sum()
}

fn probabilities(case: &coreference::PronounCase, weights: &[f32]) -> Vec<f32> {
    let mut scores: Vec<f32> = case.choices.iter().map(|c| score(c, weights)).collect();
    softmax(&mut scores);
    scores
}

fn best(case: &coreference::PronounCase, weights: &[f32]) -> usize {
    argmax(case.choices.iter().map(|c| score(c, weights))).unwrap_or(0)
}
