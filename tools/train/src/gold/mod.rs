//! Gold documents: annotated texts to learn from, a JSON object a line; or written with marks, a file an article.

mod article;
mod document;
mod markup;
mod speakers;

use std::{error::Error, fs, path::Path};

/// The gold documents at a path: the lines of a file, or the marked articles of a folder in the order of their names.
pub(crate) fn lines(path: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let said = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
    if !path.is_dir() {
        let text = fs::read_to_string(path).map_err(|why| said(&why))?;
        return Ok(text.lines().map(str::to_owned).collect());
    }
    let entries = fs::read_dir(path)?.collect::<Result<Vec<_>, _>>()?;
    let mut articles: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    articles.retain(|article| article.extension().is_some_and(|ending| ending == "txt"));
    articles.sort();
    articles
        .iter()
        .map(|article| marked(article).map_err(|why| format!("{}: {why}", article.display()).into()))
        .collect()
}

/// The gold document of a marked article; its id is the name of the file.
fn marked(path: &Path) -> Result<String, Box<dyn Error>> {
    let id = path.file_stem().unwrap_or_default().to_string_lossy();
    let article = markup::read(&fs::read_to_string(path)?)?;
    Ok(serde_json::to_string(&article.gold(&id))?)
}

/// Where every code point of a text begins, in bytes, and where the last one ends.
pub(crate) fn byte_places(text: &str) -> Vec<u32> {
    text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect()
}
