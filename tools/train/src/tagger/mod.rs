//! Trains the tagger of names: reads the corpora, brings them to one convention, learns, quantises, calibrates.

mod augment;
mod calibrate;
mod corpus;
mod crf;
mod quantise;
mod random;
mod repair;
mod split;
pub(crate) mod tag;
mod words;

use corpus::{Document, SOURCES};
use nutgraf::{
    Model,
    model::build::{Builder, Section},
};
use random::Random;
use std::{error::Error, path::PathBuf};

/// How to train the tagger.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder of corpora.
    #[arg(long)]
    data: PathBuf,
    /// Decides every byte, together with the data.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[arg(long, default_value_t = 8)]
    epochs: usize,
    /// The first step of learning.
    #[arg(long, default_value_t = 0.1)]
    rate: f32,
    #[arg(long, default_value_t = 1e-4)]
    l2: f32,
    /// The share of features that a sentence does not see.
    #[arg(long, default_value_t = 0.3)]
    dropout: f32,
    /// Features that occur less often are not learned.
    #[arg(long, default_value_t = 2)]
    least: u32,
    /// How many features are kept.
    #[arg(long, default_value_t = 80_000)]
    features: usize,
    /// Rows in a bucket of the index.
    #[arg(long, default_value_t = 0.6)]
    load: f32,
    /// Prints scores on the held-out part after training.
    #[arg(long)]
    words_only: bool,
}

/// Sets the sections of words and of the tagger.
pub(crate) fn build(model: &mut Builder, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let corpora = read(arguments)?;
    let texts: Vec<Document> = corpora.iter().flat_map(|(_, parts)| parts.train.iter().cloned()).collect();
    model.set(Section::Words, words::pack(&arguments.data, &texts)?);
    if arguments.words_only {
        return Ok(());
    }
    let reader = Model::from_bytes(model.build())?;
    let mut random = Random::new(arguments.seed);
    let (mut train, mut held_out) = (Vec::new(), Vec::new());
    for (source, parts) in &corpora {
        for document in &parts.train {
            train.extend(document.sentences(source, &reader));
            train.extend(augment::sentences(document, source, &reader, &mut random));
        }
        parts.held_out.iter().for_each(|document| held_out.extend(document.sentences(source, &reader)));
    }
    eprintln!("{} sentences, {} words", train.len(), train.iter().map(|s| s.labels.len()).sum::<usize>());
    let quantised = quantise::quantise(crf::train(&train, &settings(arguments)));
    let confidences = calibrate::confidences(&quantised.learned, &held_out);
    model.set(Section::Tagger, quantised.bytes(&confidences));
    Ok(())
}

fn settings(arguments: &Arguments) -> crf::Settings {
    crf::Settings {
        seed: arguments.seed,
        epochs: arguments.epochs,
        rate: arguments.rate,
        l2: arguments.l2,
        dropout: arguments.dropout,
        least: arguments.least,
        features: arguments.features,
        load: arguments.load,
    }
}

/// The documents of one source that are learned from, and those held out.
struct Parts {
    train: Vec<Document>,
    held_out: Vec<Document>,
}

fn read(arguments: &Arguments) -> Result<Vec<(&'static corpus::Source, Parts)>, Box<dyn Error>> {
    let part = |source: &'static corpus::Source| {
        let mut parts = Parts { train: Vec::new(), held_out: Vec::new() };
        for document in corpus::read(&arguments.data.join(source.file))? {
            match split::part(source.file, &document.id) {
                split::Part::Train => parts.train.push(document),
                split::Part::HeldOut => parts.held_out.push(document),
                split::Part::Test => (),
            }
        }
        Ok((source, parts))
    };
    SOURCES.iter().map(part).collect()
}
