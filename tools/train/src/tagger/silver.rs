//! Raw sentences with the names that a teacher found in them: see `tools/train/silver_names.py`.
//!
//! The sentences lie in the data folder, `number<TAB>sentence`; the names are kept with the trainer, `number<TAB>spans`. A
//! span is `start+length` in code points and a letter for its kind, or `?` where the teacher was not sure. Sentences
//! without a line are left out.

use super::document::Document;
use crate::{gold, kinds};
use nutgraf::Span;
use std::{
    error::Error,
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

const SENTENCES: &str = "voa/voa_sentences.txt.gz";
pub(super) const NAMES: &str = "tools/train/data/silver.tsv.gz";
/// So many sentences in a row make a document.
const IN_DOCUMENT: usize = 8;

/// The sentences, some in a row together, with their names.
pub(super) fn read(data: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let mut documents: Vec<Document> = Vec::new();
    let mut names = lines(Path::new(NAMES))?.peekable();
    let mut in_last = IN_DOCUMENT;
    for line in lines(&data.join(SENTENCES))? {
        let (number, sentence) = line?;
        let is_next = names.peek().is_some_and(|next| next.as_ref().is_ok_and(|(other, _)| *other == number));
        let Some(named) = names.next_if(|_| is_next) else { continue };
        if in_last == IN_DOCUMENT {
            documents.push(Document { id: format!("silver-{number}"), ..Document::default() });
            in_last = 0;
        }
        in_last += 1;
        let document = documents.last_mut().ok_or("a document was begun")?;
        append(document, &sentence, &named?.1)?;
    }
    if let Some(line) = names.next() {
        return Err(format!("there is no sentence {}", line?.0).into());
    }
    Ok(documents)
}

/// The lines of a packed file, split at their first tab.
fn lines(path: &Path) -> Result<impl Iterator<Item = std::io::Result<(String, String)>>, Box<dyn Error>> {
    let file = File::open(path).map_err(|why| format!("{}: {why}", path.display()))?;
    let lines = BufReader::new(flate2::read::GzDecoder::new(file)).lines();
    Ok(lines.map(|line| {
        let line = line?;
        let (number, rest) = line.split_once('\t').unwrap_or((&line, ""));
        Ok((number.to_owned(), rest.to_owned()))
    }))
}

/// Adds a sentence to a document.
fn append(document: &mut Document, sentence: &str, names: &str) -> Result<(), Box<dyn Error>> {
    if !document.text.is_empty() {
        document.text.push(' ');
    }
    let start = document.text.len() as u32;
    document.text.push_str(sentence);
    let at = gold::byte_places(sentence);
    for name in names.split_whitespace() {
        add_name(document, name, start, &at)?;
    }
    Ok(())
}

/// Adds a name, written as in the module, of a stretch of the document that begins at byte `start`; `at` says where its
/// code points begin.
pub(super) fn add_name(document: &mut Document, name: &str, start: u32, at: &[u32]) -> Result<(), Box<dyn Error>> {
    let (from, length, kind) = parse(name).ok_or_else(|| format!("{name:?} is no name"))?;
    let end = at.get(from + length).ok_or_else(|| format!("{name:?} ends beyond {:?}", document.id))?;
    let span = Span::new(start + at[from], start + *end);
    match kind {
        Some(kind) => document.names.push((span, kind.to_owned())),
        None => document.open.push(span),
    }
    Ok(())
}

/// The start, length and kind of "12+7P"; no kind for "12+7?".
fn parse(name: &str) -> Option<(usize, usize, Option<&'static str>)> {
    let (place, letter) = name.split_at_checked(name.len().checked_sub(1)?)?;
    let (from, length) = place.split_once('+')?;
    let kind = match letter {
        "?" => None,
        letter => Some(kinds::label(letter)?),
    };
    Some((from.parse().ok()?, length.parse().ok()?, kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_placed_in_the_text_of_the_document() {
        let mut document = Document::default();
        append(&mut document, "Café Lowe.", "0+9O").unwrap();
        append(&mut document, "Ana of Bern", "0+3P 7+4L 7+4?").unwrap();
        let names: Vec<_> =
            document.names.iter().map(|(span, kind)| (span.of(&document.text), kind.as_str())).collect();
        assert_eq!(names, [("Café Lowe", "ORG"), ("Ana", "PER"), ("Bern", "LOC")]);
        assert_eq!(document.open[0].of(&document.text), "Bern");
        assert!(append(&mut document, "Ana", "0+9P").is_err() && append(&mut document, "Ana", "0+3X").is_err());
    }
}
