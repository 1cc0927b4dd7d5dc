//! Trains the tagger of names: reads the corpora, brings them to one convention, learns, quantises, calibrates.

mod bracket_format;
mod calibrate;
mod case_augmentation;
mod corpus;
mod crf;
mod document;
mod name_augmentation;
mod normalise_spans;
mod prune;
mod quantise;
mod random;
mod score;
mod silver;
mod split;
mod standoff;
mod words;

pub(crate) use prune::prune;

use corpus::SOURCES;
use document::{Document, Sentence, Source};
use nutgraf::{
    Model, Span,
    training::model::{ModelBuilder, Section},
};
use random::Random;
use std::{error::Error, path::PathBuf};
use words::Listed;

/// How to train the tagger.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder of corpora.
    #[arg(long)]
    data: PathBuf,
    /// Decides every byte, together with the data.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[arg(long, default_value_t = 10)]
    epochs: usize,
    /// The first step of learning.
    #[arg(long, default_value_t = 0.1)]
    rate: f32,
    /// What a unit of weight costs.
    #[arg(long, default_value_t = 0.1)]
    l1: f32,
    /// What half of the square of a weight costs.
    #[arg(long, default_value_t = 0.5)]
    l2: f32,
    /// The share of features that a sentence does not see.
    #[arg(long, default_value_t = 0.4)]
    dropout: f32,
    /// Features that occur less often are not learned.
    #[arg(long, default_value_t = 2)]
    least: u32,
    /// How many features are learned for most of the time.
    #[arg(long, default_value_t = 70_000)]
    features: usize,
    /// How many features are kept in the end.
    #[arg(long, default_value_t = 43_500)]
    kept: usize,
    /// Rows in a bucket of the index.
    #[arg(long, default_value_t = 0.6)]
    load: f32,
    /// What documents count that are learned from once more with other names.
    #[arg(long, default_value_t = 0.25)]
    swap_weight: f32,
    /// Holds out this fifth of the Wikinews articles, to measure settings on.
    #[arg(long)]
    fold: Option<u32>,
}

/// The share of documents that are learned from as if no list held their organisations, groups and things, so that the
/// lists are not leant upon.
const UNLISTED: f32 = 0.3;

/// Sets the sections of words and of the tagger.
pub(crate) fn build(model: &mut ModelBuilder, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let corpora = read(arguments, |_| true)?;
    let texts = texts(&corpora);
    model.set(Section::Words, words::pack(&arguments.data, &texts, Listed::PeopleAndPlaces)?);
    let unlisted = Model::from_bytes(model.build())?;
    model.set(Section::Words, words::pack(&arguments.data, &texts, Listed::All)?);
    let reader = Model::from_bytes(model.build())?;
    let mut random = Random::new(arguments.seed);
    let vocabulary = name_augmentation::Vocabulary::gather(&texts);
    let (mut train, mut held_out) = (Vec::new(), Vec::new());
    for (source, parts) in &corpora {
        let from = train.len();
        for document in &parts.train {
            let reader = if random.unit() < UNLISTED { &unlisted } else { &reader };
            train.extend(document.sentences(source, reader));
            train.extend(case_augmentation::sentences(document, source, reader, &mut random));
            for _ in 0..source.copies {
                if let Some(other) = name_augmentation::swapped(document, &vocabulary, &mut random) {
                    let whole = [Span::new(0, other.text.len() as u32)];
                    train.extend(other.sentences_within(source, reader, &whole, arguments.swap_weight));
                }
            }
        }
        eprintln!("{} {} documents: {}", source.file, parts.train.len(), corpus::summary(&train[from..]));
        parts.held_out.iter().for_each(|document| held_out.extend(document.sentences(source, &reader)));
    }
    eprintln!("{} sentences, {} words", train.len(), train.iter().map(|s| s.labels.len()).sum::<usize>());
    let measured = measured(arguments, &corpora, &reader)?;
    let learned = crf::train(&train, &settings(arguments));
    show_scores("learned", &learned, &measured);
    let quantised = quantise::quantise(learned);
    show_scores("quantised", &quantised.learned, &measured);
    let confidences = calibrate::confidences(&quantised.learned, &held_out);
    model.set(Section::Tagger, quantised.bytes(&confidences));
    Ok(())
}

/// Prints what a teacher learns from, document by document: for every sentence its words, the labels that each may have
/// (a bit each), and what the sentence counts.
pub(crate) fn print_lessons(model: &ModelBuilder, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let corpora = read(arguments, |source| source.file != silver::NAMES)?;
    let vocabulary = name_augmentation::Vocabulary::gather(&texts(&corpora));
    let reader = Model::from_bytes(model.build())?;
    let mut random = Random::new(arguments.seed);
    for (source, parts) in &corpora {
        for document in &parts.train {
            print_lesson(document, source, &reader, 1.0);
            // One more version with other names; the teacher knows more names by itself than the tagger can.
            if let Some(other) =
                name_augmentation::swapped(document, &vocabulary, &mut random).filter(|_| source.copies > 0)
            {
                print_lesson(&other, source, &reader, 0.5);
            }
        }
    }
    Ok(())
}

fn print_lesson(document: &Document, source: &Source, reader: &Model, factor: f32) {
    let sentences: Vec<_> = document
        .labelled(source, reader)
        .into_iter()
        .map(|(sentence, labels)| {
            let words: Vec<&str> = sentence.words.iter().map(|word| word.of(&document.text)).collect();
            serde_json::json!([words, labels, source.weight * factor])
        })
        .collect();
    println!("{}", serde_json::Value::from(sentences));
}

/// Files that are never learned from.
const MEASURED: [(&str, &str); 2] = [("gum_news", "news/gum_news.jsonl"), ("pud_wiki", "names/uner_pud_wiki.jsonl")];

type Measured = Vec<(String, Vec<Sentence>)>;

/// The sentences that are scored: those held out, and the files that are never learned from.
fn measured(arguments: &Arguments, corpora: &Corpora, reader: &Model) -> Result<Measured, Box<dyn Error>> {
    let of = |documents: &[Document], source| documents.iter().flat_map(|d| d.sentences(source, reader)).collect();
    let held_out = corpora.iter().filter(|(_, parts)| !parts.held_out.is_empty());
    let mut all: Measured =
        held_out.map(|(source, parts)| (source.file.to_owned(), of(&parts.held_out, source))).collect();
    for (name, file) in MEASURED {
        all.push((name.to_owned(), of(&corpus::read(&arguments.data.join(file))?, &SOURCES[0])));
    }
    Ok(all)
}

fn show_scores(stage: &str, learned: &crf::Learned, measured: &Measured) {
    for (name, sentences) in measured {
        let scores = score::f1(learned, sentences).into_iter();
        let labels = ["PER", "ORG", "LOC", "NORP", "EVENT", "WORK", "PRODUCT", "PER+ORG+LOC"];
        let shown: Vec<_> =
            labels.into_iter().zip(scores).map(|(label, score)| format!("{label} {score:.1}")).collect();
        eprintln!("{stage:10} {name:24} {}", shown.join(" "));
    }
}

fn settings(arguments: &Arguments) -> crf::Settings {
    crf::Settings {
        seed: arguments.seed,
        epochs: arguments.epochs,
        rate: arguments.rate,
        l1: arguments.l1,
        l2: arguments.l2,
        dropout: arguments.dropout,
        least: arguments.least,
        features: arguments.features,
        kept: arguments.kept,
        load: arguments.load,
    }
}

/// The documents of one source that are learned from, and those held out.
struct Parts {
    train: Vec<Document>,
    held_out: Vec<Document>,
}

type Corpora = Vec<(&'static Source, Parts)>;

/// The documents that are learned from.
fn texts(corpora: &Corpora) -> Vec<Document> {
    corpora.iter().flat_map(|(_, parts)| parts.train.iter().cloned()).collect()
}

fn read(arguments: &Arguments, is_wanted: impl Fn(&Source) -> bool) -> Result<Corpora, Box<dyn Error>> {
    let part = |source: &'static Source| {
        let mut parts = Parts { train: Vec::new(), held_out: Vec::new() };
        for document in corpus::read_source(source, &arguments.data)? {
            match split::part(source.file, &document.id, arguments.fold) {
                split::Part::Train => parts.train.push(document),
                split::Part::HeldOut => parts.held_out.push(document),
                split::Part::Test => (),
            }
        }
        Ok((source, parts))
    };
    SOURCES.iter().filter(|source| is_wanted(source)).map(part).collect()
}
