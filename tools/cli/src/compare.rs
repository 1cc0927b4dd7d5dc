//! Two to five articles side by side.

use crate::{Offsets, complain, input, machine_date};
use nutgraf::{Comparison, Date, DifferenceOp, Options, QuotationRelation, Report, Span, StatementRelation, analyze};
use serde_json::json;
use std::{
    io::{self, Write},
    path::PathBuf,
};

/// How articles are compared.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Two to five text files; one of them may be `-` for standard input.
    #[arg(num_args = 2..=5, required = true)]
    files: Vec<PathBuf>,
    /// Print the comparison as JSON.
    #[arg(long)]
    json: bool,
    /// What offsets count.
    #[arg(long, value_enum, default_value_t = Offsets::Codepoint)]
    offsets: Offsets,
    /// The day of publication of all, YYYY-MM-DD, where it is not written in them.
    #[arg(long)]
    date: Option<Date>,
    /// The day of reading, YYYY-MM-DD, for texts that are dated without a year; today unless given.
    #[arg(long)]
    today: Option<Date>,
}

/// Prints the comparison and returns how many files could not be read.
pub(crate) fn run(arguments: &Arguments) -> io::Result<usize> {
    let mut texts = Vec::new();
    for file in &arguments.files {
        match input::read_text(file) {
            Ok(text) => texts.push(text),
            Err(error) => complain(file, &error),
        }
    }
    let failures = arguments.files.len() - texts.len();
    if failures > 0 {
        return Ok(failures);
    }
    let mut options = Options::new();
    options.date = arguments.date;
    options.today = arguments.today.or_else(machine_date);
    let reports: Vec<Report> = texts.iter().map(|text| analyze(text, &options)).collect();
    let pairs: Vec<(&str, &Report)> = texts.iter().map(String::as_str).zip(&reports).collect();
    let comparison = nutgraf::compare(&pairs).map_err(io::Error::other)?;
    let out = &mut io::stdout().lock();
    if !arguments.json {
        return write(out, &Texts { arguments, texts: &texts, reports: &reports }, &comparison).map(|()| 0);
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut value = serde_json::to_value(comparison.with_offsets(&texts, arguments.offsets.into()))?;
    for (text, file) in value["texts"].as_array_mut().into_iter().flatten().zip(&arguments.files) {
        text["id"] = json!(file.display().to_string());
    }
    writeln!(out, "{value:#}").map(|()| 0)
}

/// What the places of a comparison point into.
struct Texts<'a> {
    arguments: &'a Arguments,
    texts: &'a [String],
    reports: &'a [Report],
}

impl Texts<'_> {
    /// The words of a place on one line.
    fn words(&self, text: u32, span: Span) -> String {
        span.of(&self.texts[text as usize]).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn sentence(&self, text: u32, sentence: u32) -> String {
        self.words(text, self.reports[text as usize].sentences[sentence as usize].span)
    }
}

/// A letter for each text.
fn letter(text: u32) -> char {
    char::from(b'A' + text as u8)
}

/// A comparison for people.
fn write(out: &mut impl Write, texts: &Texts, comparison: &Comparison) -> io::Result<()> {
    for (text, (file, extent)) in (0..).zip(texts.arguments.files.iter().zip(&comparison.texts)) {
        let (name, text) = (file.display(), letter(text));
        writeln!(out, "{text}  {name}: {} words, {} of them quoted", extent.words, extent.quoted_words)?;
    }
    names(out, comparison)?;
    speakers(out, comparison)?;
    quotations(out, texts, comparison)?;
    statements(out, texts, comparison)?;
    alone(out, texts, comparison)
}

fn names(out: &mut impl Write, comparison: &Comparison) -> io::Result<()> {
    heading(out, "Names", comparison.entities.len())?;
    for entity in &comparison.entities {
        let kind = format!("{:?}", entity.kind).to_lowercase();
        let places = columns(comparison, |text| {
            let place = entity.places.iter().find(|place| place.text == text)?;
            Some(format!("{}x", place.mentions))
        });
        writeln!(out, "  {places}  {kind:12} {}", entity.name)?;
    }
    Ok(())
}

fn speakers(out: &mut impl Write, comparison: &Comparison) -> io::Result<()> {
    heading(out, "Words quoted", comparison.speakers.len())?;
    for speaker in &comparison.speakers {
        let places = columns(comparison, |text| {
            let place = speaker.places.iter().find(|place| place.text == text)?;
            let probable = if place.probable_words > 0 { format!("+{}?", place.probable_words) } else { String::new() };
            Some(format!("{}{probable}", place.words))
        });
        writeln!(out, "  {places}  {}", speaker.name.as_deref().unwrap_or("somebody unnamed"))?;
    }
    Ok(())
}

/// A cell for each text.
fn columns(comparison: &Comparison, cell: impl Fn(u32) -> Option<String>) -> String {
    let cells = (0..comparison.texts.len() as u32).map(|text| format!("{:>6}", cell(text).unwrap_or("-".to_owned())));
    cells.collect::<Vec<_>>().join(" ")
}

fn quotations(out: &mut impl Write, texts: &Texts, comparison: &Comparison) -> io::Result<()> {
    heading(out, "Quotations in more than one", comparison.quotations.len())?;
    for quotation in &comparison.quotations {
        let mut letters: Vec<char> = quotation.places.iter().map(|place| letter(place.text)).collect();
        letters.dedup();
        let letters: String = letters.into_iter().collect();
        let first = quotation.places[0];
        match quotation.relation {
            QuotationRelation::Same => {
                let of_first = quotation.places.iter().filter(|place| place.text == first.text);
                let words: Vec<_> = of_first.map(|place| texts.words(place.text, place.span)).collect();
                writeln!(out, "  {letters} the same: {}", words.join(" ... "))?;
            }
            relation => {
                let name = if relation == QuotationRelation::Shorter { "cut" } else { "changed" };
                writeln!(out, "  {letters} {name}: {}", difference(texts, quotation))?;
            }
        }
    }
    Ok(())
}

/// The words of both, with those that one has alone in brackets behind its letter.
fn difference(texts: &Texts, quotation: &nutgraf::SharedQuotation) -> String {
    let first = quotation.places[0].text;
    let told = quotation.difference.iter().filter_map(|step| match step.op {
        DifferenceOp::Only => Some(format!("[{}: {}]", letter(step.text), texts.words(step.text, step.span))),
        _ => (step.text == first).then(|| texts.words(step.text, step.span)),
    });
    told.collect::<Vec<_>>().join(" ")
}

fn statements(out: &mut impl Write, texts: &Texts, comparison: &Comparison) -> io::Result<()> {
    for (relation, name) in [(StatementRelation::Conflict, "At odds"), (StatementRelation::Agree, "Told alike")] {
        let told: Vec<_> = comparison.statements.iter().filter(|told| told.relation == relation).collect();
        heading(out, name, told.len())?;
        for statement in told {
            let places = statement.places.iter();
            let places = places.map(|place| format!("{}: {}", letter(place.text), texts.words(place.text, place.span)));
            let about = statement.about.join(", ");
            writeln!(out, "  {}  ({about})", places.collect::<Vec<_>>().join("  |  "))?;
        }
    }
    Ok(())
}

fn alone(out: &mut impl Write, texts: &Texts, comparison: &Comparison) -> io::Result<()> {
    for text in 0..comparison.texts.len() as u32 {
        let lone: Vec<_> = comparison.alone.iter().filter(|lone| lone.text == text).collect();
        heading(out, &format!("Sentences in {} alone", letter(text)), lone.len())?;
        lone.iter().try_for_each(|lone| writeln!(out, "  {}", texts.sentence(text, lone.sentence)))?;
    }
    Ok(())
}

fn heading(out: &mut impl Write, name: &str, count: usize) -> io::Result<()> {
    if count > 0 { writeln!(out, "\n{name} ({count})") } else { Ok(()) }
}
