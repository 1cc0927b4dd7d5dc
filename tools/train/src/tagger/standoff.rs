//! Raw articles whose names are kept with the trainer, without the text: `id<TAB>article<TAB>names`.
//!
//! The articles lie in the data folder, as JSON Lines. Offsets count the code points of the title, an empty line, and the
//! paragraphs with empty lines between them; names are written as in [`super::silver`]. `tools/eval/split.py` reads both
//! in the same way.

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
const ARTICLES: &str = "raw/wikinews.jsonl.gz";

#[derive(Deserialize)]
struct Article {
    id: String,
    title: String,
    text: String,
}

/// The articles with the names that a file keeps.
pub(super) fn read(file: &str, data: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let articles = articles(&data.join(ARTICLES))?;
    let names = fs::read_to_string(file)?;
    let lines = names.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| document(line, &articles)).collect()
}

fn articles(path: &Path) -> Result<BTreeMap<String, Article>, Box<dyn Error>> {
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
    let text = [article.title.as_str(), &article.text.replace('\n', "\n\n")].join("\n\n");
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
            Article { id: "a".into(), title: "Café Lowe shut".into(), text: "In Bern.\nAna said so.".into() };
        let articles = BTreeMap::from([("a".to_owned(), article)]);
        let document = document("x1\ta\t0+9O 19+4L 26+3P", &articles).unwrap();
        let names: Vec<_> =
            document.names.iter().map(|(span, kind)| (span.of(&document.text), kind.as_str())).collect();
        assert_eq!(names, [("Café Lowe", "ORG"), ("Bern", "LOC"), ("Ana", "PER")]);
        assert!(super::document("x1\tb\t", &articles).is_err() && super::document("x1\ta\t0+999O", &articles).is_err());
    }
}
