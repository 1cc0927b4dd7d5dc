//! Builds the model of Nutgraf: `cargo run -p train -- --help`.

mod blocks;
mod cues;
mod gold;
mod kinds;
mod learn;
mod lists;
mod names;
mod paragraph_lists;
mod summary;
mod tagger;
mod tags;
mod pronouns;
mod read;

use clap::{Parser, Subcommand};
use nutgraf::training::model::{ModelBuilder, Section};
use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

/// Builds src/model/data/en.bin, one section at a time.
#[derive(Parser)]
struct Arguments {
    /// The model file to change.
    #[arg(long, default_value = "src/model/data/en.bin")]
    model: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Packs the word lists under tools/train/lists into the lexicon, and the reporting verbs of tools/train/cues.txt.
    Lists,
    /// Trains the part-of-speech tagger.
    Tags {
        /// Tagged sentences, as silver_tags.py writes them.
        sentences: PathBuf,
    },
    /// Packs the names under tools/train/names: those that belong together, and first names.
    Names,
    /// Trains the model that resolves pronouns.
    Pronouns {
        /// Documents with names and clusters, JSON Lines; pairs of names at a pronoun, as GAP has them, TSV.
        #[arg(required = true)]
        documents: Vec<PathBuf>,
        /// Documents to measure on.
        #[arg(long)]
        held: Vec<PathBuf>,
    },
    /// Learns what the paragraphs of an article are for.
    Blocks(blocks::Arguments),
    /// Takes one section over from another model file.
    Adopt {
        /// The section's tag, for example LEXI.
        section: String,
        /// The file to take it from.
        from: PathBuf,
    },
    /// Learns which sentences carry a story.
    Summary(summary::Arguments),
    /// Trains the tagger of names, and packs the words that it knows.
    Tagger(tagger::Arguments),
    /// Leaves the tagger of names so many of its features, those with the greatest weights: less room, a little less right.
    Prune {
        /// How many features stay.
        features: usize,
    },
    /// Prints the sentences that the tagger learns from, for the teacher of silver_names.py.
    Sentences(tagger::Arguments),
    /// Reads gold documents and prints reports: to score a model file without building the program with it.
    Read {
        /// Nothing but names, each an entity of its own: the tagger alone.
        #[arg(long)]
        names: bool,
    },
    /// Prints gold documents as JSON Lines: those of a file, or the marked articles of a folder.
    Gold {
        /// The file or the folder.
        documents: PathBuf,
    },
    /// Says which sections the model has and how long they are.
    Show,
}

/// Model names are dated by hand, when a model is released, so that building twice gives the same bytes.
const NAME: &str = "en-2026.11";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let mut model = match fs::read(&arguments.model) {
        Ok(bytes) if !bytes.is_empty() => ModelBuilder::from_bytes(&bytes)?,
        _ => ModelBuilder::new(),
    };
    model.set(Section::Name, NAME.as_bytes().to_vec());
    match arguments.command {
        Command::Tags { sentences } => model.set(Section::Tags, tags::train(&fs::read_to_string(sentences)?)?),
        Command::Lists => {
            let lists = lists::Lists::read("tools/train/lists".as_ref())?;
            model.set(Section::Lexicon, lists.pack_classes()?);
            model.set(Section::Values, lists.pack_values()?);
            model.set(Section::ParagraphWords, paragraph_lists::pack("tools/train/lists".as_ref())?);
            model.set(Section::Cues, cues::pack("tools/train/cues.txt".as_ref())?);
        }
        Command::Names => {
            model.set(Section::KnownNames, names::pack_known("tools/train/names/known.txt".as_ref())?);
            model.set(Section::FirstNames, names::pack_first("tools/train/names/first_names.txt".as_ref())?);
        }
        Command::Blocks(arguments) => blocks::train(&mut model, &arguments)?,
        Command::Pronouns { documents, held } => {
            model.set(Section::Coreference, pronouns::train(&documents, &held)?);
        }
        Command::Adopt { section, from } => adopt(&mut model, &section, &from)?,
        Command::Summary(arguments) => summary::train(&mut model, &arguments)?,
        Command::Tagger(arguments) => tagger::build(&mut model, &arguments)?,
        Command::Prune { features } => {
            let section = model.get(Section::Tagger).and_then(|section| tagger::prune(section, features));
            model.set(Section::Tagger, section.ok_or("no tagger of names in the model")?);
        }
        Command::Sentences(arguments) => return tagger::print_lessons(&model, &arguments),
        Command::Read { names } => return read::run(&model, names),
        Command::Gold { documents } => return show_gold(&documents),
        Command::Show => return show(&model),
    }
    fs::write(&arguments.model, model.build())?;
    show(&model)
}

fn adopt(model: &mut ModelBuilder, tag: &str, from: &PathBuf) -> Result<(), Box<dyn Error>> {
    let section = *Section::ALL.iter().find(|s| s.tag() == tag.as_bytes()).ok_or("no such section")?;
    let other = ModelBuilder::from_bytes(&fs::read(from)?)?;
    model.set(section, other.get(section).ok_or("that file lacks the section")?.to_vec());
    Ok(())
}

fn show_gold(documents: &Path) -> Result<(), Box<dyn Error>> {
    for line in gold::lines(documents)? {
        println!("{line}");
    }
    Ok(())
}

fn show(model: &ModelBuilder) -> Result<(), Box<dyn Error>> {
    for section in Section::ALL {
        let size = model.get(*section).map_or(0, <[u8]>::len);
        println!("{} {size:>9} bytes", String::from_utf8_lossy(section.tag()));
    }
    Ok(())
}
