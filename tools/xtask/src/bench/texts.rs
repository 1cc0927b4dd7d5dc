//! Texts of several sizes, made of different articles one after the other: none comes twice.

use super::{Text, folder};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::fs;

/// Names and sizes, in bytes.
const SIZES: &[(&str, usize)] =
    &[("100kB", 100_000), ("1MB", 1_000_000), ("2MB", 2_000_000), ("4MB", 4_000_000), ("8MB", 8_000_000)];

#[derive(Deserialize)]
struct Document {
    text: String,
}

/// Writes the first seed, a text of 1,000 words, and every size that the documents fill.
pub(super) fn make(data: &[&str]) -> Result<Vec<Text>> {
    fs::create_dir_all(folder().join("texts"))?;
    let articles = articles(data)?;
    let mut texts = vec![write("seed", &seed()?)?, write("1000 words", &words(&articles, 1000))?];
    for (name, size) in SIZES.iter().filter(|(_, size)| *size <= articles.len()) {
        texts.push(write(name, &articles[..articles.floor_char_boundary(*size)])?);
    }
    Ok(texts)
}

fn articles(data: &[&str]) -> Result<String> {
    let mut articles = String::new();
    for file in data {
        let lines = fs::read_to_string(file).with_context(|| file.to_string())?;
        for line in lines.lines() {
            let document: Document = serde_json::from_str(line).with_context(|| file.to_string())?;
            articles += &document.text;
            articles += "\n\n";
        }
    }
    Ok(articles)
}

fn seed() -> Result<String> {
    let mut seeds: Vec<_> =
        crate::paths::root().join("seeds").read_dir()?.flatten().map(|entry| entry.path()).collect();
    seeds.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    seeds.sort();
    Ok(fs::read_to_string(seeds.first().context("there is no seed")?)?)
}

/// The beginning of a text up to a number of words.
fn words(text: &str, count: usize) -> String {
    let end =
        text.split_whitespace().nth(count).map_or(text.len(), |word| word.as_ptr() as usize - text.as_ptr() as usize);
    text[..end].to_owned()
}

fn write(name: &str, text: &str) -> Result<Text> {
    let text_file = Text { name: name.replace(' ', "_"), bytes: text.len() };
    fs::write(text_file.file(), text)?;
    Ok(text_file)
}
