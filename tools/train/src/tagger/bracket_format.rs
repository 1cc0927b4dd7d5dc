//! Articles with their names marked as they were written: "{Ana Lowe|P} left {Acme|O}."

use super::document::Document;
use crate::kinds;
use nutgraf::Span;

/// The documents of a file: a line is a paragraph, an empty line ends a document, `#` begins a comment.
pub(crate) fn read(file: &str) -> Result<Vec<Document>, String> {
    let paragraphs: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).collect();
    let documents = paragraphs.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    documents.enumerate().map(|(number, lines)| document(number, lines)).collect()
}

fn document(number: usize, paragraphs: &[&str]) -> Result<Document, String> {
    let mut document = Document { id: format!("marked-{number}"), ..Document::default() };
    for paragraph in paragraphs {
        add_paragraph(&mut document, paragraph).ok_or_else(|| format!("unclosed or unknown mark: {paragraph}"))?;
        document.text.push_str("\n\n");
    }
    Ok(document)
}

fn add_paragraph(document: &mut Document, mut rest: &str) -> Option<()> {
    while let Some((before, marked)) = rest.split_once('{') {
        let (name, after) = marked.split_once('}')?;
        let (name, kind) = name.split_once('|')?;
        document.text.push_str(before);
        let start = document.text.len() as u32;
        document.text.push_str(name);
        document.names.push((Span::new(start, document.text.len() as u32), kinds::label(kind)?.to_owned()));
        rest = after;
    }
    document.text.push_str(rest);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_spans() {
        let documents = read("# A comment\n{Ana Lowe|P} left {Acme|O}.\nMore.\n\nNothing.\n").unwrap();
        assert_eq!(documents.len(), 2);
        assert_eq!(documents[0].text, "Ana Lowe left Acme.\n\nMore.\n\n");
        let names: Vec<_> =
            documents[0].names.iter().map(|(s, kind)| (s.of(&documents[0].text), kind.as_str())).collect();
        assert_eq!(names, [("Ana Lowe", "PER"), ("Acme", "ORG")]);
        assert!(read("{Ana Lowe").is_err() && read("{Ana Lowe|X}").is_err());
    }

    #[test]
    fn the_file_is_sound() {
        assert!(read(include_str!("../../data/names.txt")).unwrap().len() > 50);
    }
}
