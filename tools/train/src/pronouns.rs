//! Trains the model that resolves pronouns: multinomial logistic regression over the choices at each pronoun.

use crate::{
    gold, kinds,
    learn::{Adam, Moments, argmax, softmax},
};
use nutgraf::{Span, training::coreference};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    error::Error,
    path::{Path, PathBuf},
};

const ROUNDS: usize = 100;
const LEARNER: Adam = Adam { rate: 0.1, last: 0.1, rounds: ROUNDS };
/// Pull of every weight towards zero, against the slopes of all cases together.
const DECAY: f32 = 8.0;

/// An annotated text; places count code points.
#[derive(Deserialize)]
struct Document {
    text: String,
    names: Vec<(usize, usize, String)>,
    #[serde(default)]
    clusters: Vec<Vec<(usize, usize, String)>>,
}

/// Every text is learned from as it is and as if nobody's first name were listed: the weights must not lean on the list.
const LISTED: [bool; 2] = [true, false];

/// The bytes of the coreference section. Articles come first: with what they teach, pronouns that the pairs do not annotate are
/// resolved.
pub(crate) fn train(files: &[PathBuf], held: &[PathBuf]) -> Result<Vec<u8>, Box<dyn Error>> {
    let (pairs, articles): (Vec<_>, Vec<_>) = files.iter().partition(|file| is_pairs(file));
    let mut cases = Vec::new();
    for file in articles {
        cases.extend(of_file(file, &[])?);
    }
    let mut weights = coreference::write(&fit(&cases));
    for file in pairs {
        cases.extend(of_file(file, &weights)?);
    }
    let fitted = fit(&cases);
    weights = coreference::write(&fitted);
    report("in training", &cases, &fitted);
    for file in held {
        report(&file.display().to_string(), &of_file(file, &weights)?, &fitted);
    }
    Ok(weights)
}

fn report(name: &str, cases: &[coreference::PronounCase], weights: &[f32]) {
    let right = cases.iter().filter(|case| case.right[best(case, weights)]).count();
    println!("{right} of {} pronouns and descriptions are resolved rightly {name}", cases.len());
}

fn is_pairs(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "tsv")
}

/// The cases of a file that can be learned from.
fn of_file(file: &Path, weights: &[u8]) -> Result<Vec<coreference::PronounCase>, Box<dyn Error>> {
    let mut cases = Vec::new();
    if is_pairs(file) {
        let text = std::fs::read_to_string(file)?;
        for row in text.lines().skip(1) {
            let lesson = of_pair(row).ok_or_else(|| format!("{}: {row}", file.display()))?;
            cases.extend(of_lesson(lesson, weights));
        }
    } else {
        for line in gold::lines(file)? {
            cases.extend(read(&serde_json::from_str(&line)?, weights));
        }
    }
    cases.retain(|case: &coreference::PronounCase| case.right.contains(&true) && case.right.contains(&false));
    Ok(cases)
}

/// The cases of a lesson, and of the same with less known about first names.
fn of_lesson(lesson: coreference::Lesson, weights: &[u8]) -> Vec<coreference::PronounCase> {
    LISTED
        .iter()
        .flat_map(|&listed| coreference::cases(&coreference::Lesson { listed, ..lesson.clone() }, weights))
        .collect()
}

/// A row of GAP: id, text, pronoun, offset, A, offset, whether A is meant, the same of B, address.
fn of_pair(row: &str) -> Option<coreference::Lesson<'_>> {
    let fields: Vec<&str> = row.split('\t').collect();
    let text = *fields.get(1)?;
    let bytes = gold::byte_places(text);
    let span = |word: usize| {
        let start: usize = fields.get(word + 1)?.parse().ok()?;
        Some(Span::new(*bytes.get(start)?, *bytes.get(start + fields[word].chars().count())?))
    };
    let pronoun = span(2)?;
    let (mut right, mut wrong) = (Vec::new(), Vec::new());
    for name in [4, 7] {
        let list = if fields.get(name + 2)?.eq_ignore_ascii_case("true") { &mut right } else { &mut wrong };
        list.push(span(name)?);
    }
    let mut lesson = coreference::Lesson { text, ..coreference::Lesson::default() };
    if right.is_empty() {
        lesson.others.insert(pronoun.end, wrong);
    } else {
        lesson.referents.insert(pronoun.end, right);
    }
    Some(lesson)
}

/// The choices at every pronoun of a document.
fn read(document: &Document, weights: &[u8]) -> Vec<coreference::PronounCase> {
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
    let lesson = coreference::Lesson {
        text: &document.text,
        names: Some(&names),
        referents,
        described: document.clusters.iter().flatten().any(|mention| mention.2 == "description"),
        complete: true,
        ..coreference::Lesson::default()
    };
    of_lesson(lesson, weights)
}

/// The weights that make the right choices of all cases together likeliest, found by Adam over all cases at once.
fn fit(cases: &[coreference::PronounCase]) -> Vec<f32> {
    let mut weights = vec![0.0; coreference::weights()];
    let mut moments = vec![Moments::default(); weights.len()];
    for round in 0..ROUNDS {
        let mut slopes: Vec<f32> = weights.iter().map(|weight| -DECAY * weight).collect();
        for case in cases {
            let all = probabilities(case, &weights);
            let right: f32 = all.iter().zip(&case.right).filter(|(_, right)| **right).map(|(p, _)| p).sum();
            for (index, features) in case.choices.iter().enumerate() {
                let wanted = if case.right[index] { all[index] / right.max(1e-6) } else { 0.0 };
                features.iter().for_each(|&feature| slopes[usize::from(feature)] += wanted - all[index]);
            }
        }
        for ((weight, moments), slope) in weights.iter_mut().zip(&mut moments).zip(slopes) {
            *weight += LEARNER.step(moments, slope, round);
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
