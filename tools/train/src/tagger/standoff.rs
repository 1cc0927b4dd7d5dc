//! Raw articles whose names are kept with the trainer, without the text: `id<TAB>article<TAB>names`.
//!
//! The articles lie in the data folder, as JSON Lines. Offsets count the code points of the title, if there is one, an empty
//! line, and the paragraphs with empty lines between them; names are written as in [`super::silver`]. `tools/eval/split.py`
//! reads both in the same way.

use super::{document::Document, silver};
use crate::gold;
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    error::Error,
    fs::{self, File},
    io::{BufRead, BufReader},
    path::Path,
};

pub(super) const NAMES: &str = "tools/train/data/wikinews.tsv";
/// Further articles, and long interviews that repeat a few names often.
pub(super) const MORE: &str = "tools/train/data/wikinews_more.tsv";
pub(super) const LONG: &str = "tools/train/data/wikinews_long.tsv";
/// Items of a few sentences.
pub(super) const ITEMS: &str = "tools/train/data/current_events.tsv";

/// Every file of names, and where its articles lie in the data folder.
const FILES: [(&str, &str); 4] = [
    (NAMES, "raw/wikinews.jsonl.gz"),
    (MORE, "raw/wikinews.jsonl.gz"),
    (LONG, "raw/wikinews.jsonl.gz"),
    (ITEMS, "raw/current_events.jsonl.gz"),
];

/// Where the articles lie whose names a file keeps; none if it keeps no names alone.
pub(super) fn articles_of(file: &str) -> Option<&'static str> {
    FILES.iter().find(|(names, _)| *names == file).map(|(_, articles)| *articles)
}

#[derive(Deserialize)]
struct Article {
    id: String,
    #[serde(default)]
    title: Option<String>,
    text: String,
}

/// The articles, in a file of the data folder, with the names that a file keeps.
pub(super) fn read(file: &str, articles: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let articles = read_articles(articles)?;
    let names = fs::read_to_string(file)?;
    let lines = names.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| document(line, &articles)).collect()
}

fn read_articles(path: &Path) -> Result<BTreeMap<String, Article>, Box<dyn Error>> {
    let file = File::open(path).map_err(|why| format!("{}: {why}", path.display()))?;
    let mut articles = BTreeMap::new();
    for line in BufReader::new(flate2::read::GzDecoder::new(file)).lines() {
        let article: Article = serde_json::from_str(&line?)?;
        articles.insert(article.id.clone(), article);
    }
    Ok(articles)
}

fn document(line: &str, articles: &BTreeMap<String, Article>) -> Result<Document, Box<dyn Error>> {
    let mut fields = line.splitn(3, '\t');
    let mut field = || fields.next().ok_or_else(|| format!("too few fields: {line:?}"));
    let [id, article, names] = [field()?, field()?, field()?];
    let article = articles.get(article).ok_or_else(|| format!("there is no article {article:?}"))?;
    let paragraphs = article.title.iter().map(String::as_str).chain(article.text.split('\n'));
    let text = paragraphs.collect::<Vec<_>>().join("\n\n");
    let at = gold::byte_places(&text);
    let mut document = Document { id: id.to_owned(), text, ..Document::default() };
    for name in names.split_whitespace() {
        silver::add_name(&mut document, name, 0, &at)?;
    }
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_placed_in_title_and_paragraphs() {
        let article =
            Article { id: "a".into(), title: Some("Café Lowe shut".into()), text: "In Bern.\nAna said so.".into() };
        let articles = BTreeMap::from([("a".to_owned(), article)]);
        let document = document("x1\ta\t0+9O 19+4L 26+3P", &articles).unwrap();
        let names: Vec<_> =
            document.names.iter().map(|(span, kind)| (span.of(&document.text), kind.as_str())).collect();
        assert_eq!(names, [("Café Lowe", "ORG"), ("Bern", "LOC"), ("Ana", "PER")]);
        assert!(super::document("x1\tb\t", &articles).is_err() && super::document("x1\ta\t0+999O", &articles).is_err());
    }
}
