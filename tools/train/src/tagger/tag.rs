//! The tagger by itself, in the form of reports.

use nutgraf::{
    Model, Options,
    training::{model::ModelBuilder, names},
};
use serde_json::{Value, json};
use std::{error::Error, io};

/// Reads gold documents from standard input and prints a report for each, offsets in code points.
pub(crate) fn run(model: &ModelBuilder) -> Result<(), Box<dyn Error>> {
    let model = Model::from_bytes(model.build())?;
    for line in io::stdin().lines() {
        let document: Value = serde_json::from_str(&line?)?;
        let text = document["text"].as_str().ok_or("a document without text")?;
        let found = names::tag(text, &Options::new(), &model);
        let mut place = (0, 0);
        let mut code_points = |byte: u32| {
            place = (byte as usize, place.1 + text[place.0..byte as usize].chars().count());
            place.1
        };
        let entities = found.iter().enumerate().map(|(id, (span, kind, confidence))| {
            let mention = json!({"start": code_points(span.start), "end": code_points(span.end), "form": "name"});
            json!({"id": id, "kind": kind, "confidence": confidence, "mentions": [mention]})
        });
        println!("{}", json!({"id": document["id"], "entities": entities.collect::<Vec<_>>()}));
    }
    Ok(())
}
