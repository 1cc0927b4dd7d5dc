//! Tables for spreadsheets: `entities.csv`, `quotes.csv` and `dates.csv`.

use nutgraf::{Entity, Quote, Report, Span, TimelineEntry, Units};
use serde::Serialize;
use serde_json::Value;
use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::Path,
};

/// Each table's name and the heads of its columns.
const TABLES: [(&str, &str); 3] = [
    (
        "entities.csv",
        "document,entity,kind,name,aliases,role,salience,mentions,start,end,\
         amount,amount_to,currency,unit,per,approximate,every",
    ),
    ("quotes.csv", "document,quote,kind,speaker,probable,because,speaker_words,verb,words,confidence,start,end"),
    ("dates.csv", "document,words,from,to,precision,basis,start,end,beside_story"),
];

/// The three tables on the disk.
pub(crate) struct Tables([BufWriter<File>; 3]);

impl Tables {
    /// Begins the tables in a folder, which is made if need be.
    pub(crate) fn create(folder: &Path) -> io::Result<Tables> {
        fs::create_dir_all(folder)?;
        let begin = |index: usize| {
            let (name, heads) = TABLES[index];
            let mut file = BufWriter::new(File::create(folder.join(name))?);
            write!(file, "{heads}\r\n").map(|()| file)
        };
        Ok(Tables([begin(0)?, begin(1)?, begin(2)?]))
    }

    /// Adds the rows of one document.
    pub(crate) fn add(&mut self, rows: &Rows) -> io::Result<()> {
        self.0.iter_mut().zip(&rows.0).try_for_each(|(file, rows)| file.write_all(rows.as_bytes()))
    }

    /// Writes out what is still held back.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        self.0.iter_mut().try_for_each(Write::flush)
    }
}

/// The rows of one document for each table, as they are written.
#[derive(Default)]
pub(crate) struct Rows([String; 3]);

impl Rows {
    /// The rows of a report whose offsets are in bytes of `text`; the tables give them in `units`.
    pub(crate) fn of(document: &Value, text: &str, report: &Report, units: Units) -> Rows {
        let shown = report.clone().with_offsets(text, units);
        let document = document.as_str().map_or_else(|| document.to_string(), str::to_owned);
        let mut rows = Rows::default();
        for (entity, shown) in report.entities.iter().zip(&shown.entities) {
            entity_row(&mut rows.0[0], &document, entity, shown.mentions[0].span);
        }
        for (quote, shown) in report.quotes.iter().zip(&shown.quotes) {
            let whole = shown.parts[0].join(shown.parts[shown.parts.len() - 1]);
            quote_row(&mut rows.0[1], &document, text, report, quote, whole);
        }
        for (entry, shown) in report.timeline.iter().zip(&shown.timeline) {
            date_row(&mut rows.0[2], &document, text, entry, shown.span);
        }
        rows
    }
}

fn entity_row(rows: &mut String, document: &str, entity: &Entity, first: Span) {
    let value = entity.value.clone().unwrap_or_default();
    let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
    row(
        rows,
        &[
            document,
            &entity.id.0.to_string(),
            &code(&entity.kind),
            &entity.name,
            &entity.aliases.join("; "),
            entity.role.as_deref().unwrap_or_default(),
            &share(entity.salience),
            &entity.mentions.len().to_string(),
            &first.start.to_string(),
            &first.end.to_string(),
            &number(value.amount),
            &number(value.amount_to),
            value.currency.as_deref().unwrap_or_default(),
            value.unit.as_deref().unwrap_or_default(),
            value.per.as_deref().unwrap_or_default(),
            &value.approximate.map(|approximate| code(&approximate)).unwrap_or_default(),
            value.every.as_deref().unwrap_or_default(),
        ],
    );
}

fn quote_row(rows: &mut String, document: &str, text: &str, report: &Report, quote: &Quote, whole: Span) {
    let words: Vec<_> = quote.parts.iter().map(|part| part.of(text)).collect();
    let speaker = quote.speaker.map(|id| report.entities[id.0 as usize].name.as_str());
    row(
        rows,
        &[
            document,
            &quote.id.0.to_string(),
            &code(&quote.kind),
            speaker.unwrap_or_default(),
            &quote.probable.to_string(),
            &quote.because,
            quote.speaker_span.map(|span| span.of(text)).unwrap_or_default(),
            quote.verb.as_deref().unwrap_or_default(),
            &words.join(" ... "),
            &share(quote.confidence),
            &whole.start.to_string(),
            &whole.end.to_string(),
        ],
    );
}

fn date_row(rows: &mut String, document: &str, text: &str, entry: &TimelineEntry, place: Span) {
    row(
        rows,
        &[
            document,
            entry.span.of(text),
            &entry.from.to_string(),
            &entry.to.to_string(),
            &code(&entry.precision),
            &entry.basis,
            &place.start.to_string(),
            &place.end.to_string(),
            &entry.beside_story.to_string(),
        ],
    );
}

/// A share of one with as many decimals as the JSON form has.
fn share(share: f32) -> String {
    format!("{share:.4}")
}

/// The word that the JSON form has for a kind.
fn code(kind: &impl Serialize) -> String {
    serde_json::to_value(kind).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn row(rows: &mut String, fields: &[&str]) {
    let fields: Vec<String> = fields.iter().map(|text| field(text)).collect();
    *rows += &(fields.join(",") + "\r\n");
}

/// A field as RFC 4180 wants it. What a spreadsheet would take for a formula is led by an apostrophe.
fn field(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if text.contains([',', '"', '\r', '\n']) || !guard.is_empty() {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_and_formulas_are_disarmed() {
        for (text, expected) in [
            ("Ana Lowe", "Ana Lowe"),
            ("Lowe, Ana", "\"Lowe, Ana\""),
            ("the \"Iron\" Lady", "\"the \"\"Iron\"\" Lady\""),
            ("two\nlines", "\"two\nlines\""),
            ("=HYPERLINK(\"http://a.b\")", "\"'=HYPERLINK(\"\"http://a.b\"\")\""),
            ("+1", "\"'+1\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("a=1", "a=1"),
        ] {
            assert_eq!(field(text), expected);
        }
    }
}
