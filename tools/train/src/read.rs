//! A model file on gold documents: whole reports, or the names of the tagger by itself.

use nutgraf::{
    Analyzer, Date, EntityKind, Model, Options, Span, Units,
    training::{model::ModelBuilder, names},
};
use serde_json::{Value, json};
use std::{error::Error, io};

/// Reads gold documents from standard input and prints a report for each, offsets in code points.
pub(crate) fn run(model: &ModelBuilder, names_alone: bool) -> Result<(), Box<dyn Error>> {
    let model = Model::from_bytes(model.build())?;
    let analyzer = Analyzer::with_model(model.clone());
    for line in io::stdin().lines() {
        let document: Value = serde_json::from_str(&line?)?;
        let text = document["text"].as_str().ok_or("a document without text")?;
        let mut report = match names_alone {
            true => json!({"entities": entities(text, &names::tag(text, &Options::new(), &model))}),
            false => {
                let date: Option<Date> = document["date"].as_str().map(str::parse).transpose()?;
                let options = date.map_or_else(Options::new, |date| Options::new().date(date));
                serde_json::to_value(analyzer.analyze(text, &options).with_offsets(text, Units::CodePoint))?
            }
        };
        report["id"] = document["id"].clone();
        println!("{report}");
    }
    Ok(())
}

/// Every name as an entity of its own.
fn entities(text: &str, found: &[(Span, EntityKind, f32)]) -> Vec<Value> {
    let mut place = (0, 0);
    let mut code_points = |byte: u32| {
        place = (byte as usize, place.1 + text[place.0..byte as usize].chars().count());
        place.1
    };
    let entity = |(id, (span, kind, confidence)): (usize, &(Span, EntityKind, f32))| {
        let mention = json!({"start": code_points(span.start), "end": code_points(span.end), "form": "name"});
        json!({"id": id, "kind": kind, "confidence": confidence, "mentions": [mention]})
    };
    found.iter().enumerate().map(entity).collect()
}
