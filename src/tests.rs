//! Every stage's result under the words it came from: drop a text into `tests/texts`, run
//! `INSTA_UPDATE=always cargo test --lib texts`, and read the file beside it.
//!
//! A block begins with its kind, a sentence with its number; `(1)` is the first sentence of the summary. Under a line of
//! text stand, where there is something to say:
//!
//! ```text
//! tag    n noun, N proper noun, d past, z present, v base, g gerund, p participle, m modal, a adjective, r adverb, h pronoun,
//!        s possessive, t determiner, i preposition, b subordinator, o to, c conjunction, w wh-word, # number, ' possessive
//!        mark, x particle, . punctuation, $ symbol, ? other
//! name   a mention, from its first to its last letter, with the number and the kind of its entity
//! quote  q3 the words of quote 3, c3 its cue, s3 who speaks
//! date   the day or days meant
//! ```

use crate::{
    Analyzer, Date, Entity, EntityKind, Model, Options, Quote, Span, TimelineEntry, analyze,
    progress::Progress,
    report::{Report, Sentence},
    tokens::{Tag, Tokens},
};
use std::{fs, path::Path};

/// How many letters of a text stand on one line.
const WIDTH: usize = 110;
/// How wide the names of the rows are.
const GUTTER: usize = 7;

#[test]
fn texts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/texts");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(files.len() >= 12, "texts are missing");
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let name = file.file_stem().unwrap().to_str().unwrap();
        let settings = settings(&folder);
        settings.bind(|| insta::assert_snapshot!(name, aligned(&text)));
    }
}

/// Snapshots lie beside their texts and hold nothing but the lines.
fn settings(folder: &Path) -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// The text with what was found written under its words.
fn aligned(text: &str) -> String {
    let report = analyze(text, &Options::new());
    let model = Model::built_in();
    let findings = Analyzer::new().find(text, &Options::new(), Progress::SILENT);
    let page = Page { text, report: &report, tokens: findings.reading(text, &model).tokens };
    let mut lines = Vec::new();
    for (index, block) in report.article.blocks.iter().enumerate() {
        lines.push(format!("\n{:?}", block.kind));
        let sentences = report.sentences.iter().enumerate().filter(|(_, sentence)| sentence.block as usize == index);
        sentences.for_each(|(number, sentence)| page.sentence(number, sentence, &mut lines));
    }
    lines.push(String::new());
    lines.extend(report.notices.iter().map(|notice| format!("NOTICE {:?}: {}", notice.code, notice.message)));
    lines.join("\n")
}

/// One article with all that was found in it.
struct Page<'a> {
    text: &'a str,
    report: &'a Report,
    tokens: &'a Tokens<'a>,
}

/// Something to write under the words of a span.
struct Label {
    span: Span,
    /// Written from the first letter on.
    words: String,
    /// Drawn under the rest of the span.
    line: char,
}

impl Page<'_> {
    fn sentence(&self, number: usize, sentence: &Sentence, lines: &mut Vec<String>) {
        let rank = self.report.summary.iter().position(|ranked| ranked.sentence as usize == number);
        let rank = rank.filter(|&rank| rank < 3).map_or(String::new(), |rank| format!("({})", rank + 1));
        let rows = [("tag", self.tags()), ("name", self.names()), ("quote", self.quotes()), ("date", self.dates())];
        for (part, line) in self.wrapped(sentence.span).into_iter().enumerate() {
            let gutter = if part == 0 { format!("{number}{rank}") } else { String::new() };
            let words = line.of(self.text).replace(['\n', '\t'], " ");
            lines.push(format!("{gutter:GUTTER$}{}", words.trim_end()));
            for (name, labels) in &rows {
                lines
                    .extend(self.drawn(line, labels).iter().map(|drawn| format!("{name:GUTTER$}{}", drawn.trim_end())));
            }
        }
    }

    /// The lines on which a sentence is written.
    fn wrapped(&self, sentence: Span) -> Vec<Span> {
        let starts = self.tokens.tokens.iter().map(|token| token.span).filter(|span| sentence.contains(*span));
        let mut lines = vec![sentence];
        for token in starts {
            let last = lines.last_mut().unwrap();
            if Span::new(last.start, token.end).of(self.text).chars().count() > WIDTH && token.start > last.start {
                *last = Span::new(last.start, token.start);
                lines.push(Span::new(token.start, sentence.end));
            }
        }
        lines
    }

    /// The labels of one kind under one line, on as many rows as they need.
    fn drawn(&self, line: Span, labels: &[Label]) -> Vec<String> {
        let mut rows: Vec<String> = Vec::new();
        let width = |row: &String| row.chars().count();
        for label in labels.iter().filter(|label| label.span.start < line.end && line.start < label.span.end) {
            let (start, end) = (label.span.start.max(line.start), label.span.end.min(line.end));
            let column = Span::new(line.start, start).of(self.text).chars().count();
            let length = Span::new(start, end).of(self.text).chars().count();
            let at = rows.iter().position(|row| width(row) <= column);
            let at = at.unwrap_or_else(|| {
                rows.push(String::new());
                rows.len() - 1
            });
            let row = &mut rows[at];
            row.extend(std::iter::repeat_n(' ', column - width(row)));
            row.push_str(&label.words);
            row.extend(std::iter::repeat_n(label.line, length.saturating_sub(label.words.chars().count())));
        }
        rows
    }

    fn tags(&self) -> Vec<Label> {
        let tokens = self.tokens.tokens.iter().zip(&self.tokens.tags);
        tokens.map(|(token, tag)| Label { span: token.span, words: letter(*tag).to_string(), line: ' ' }).collect()
    }

    fn names(&self) -> Vec<Label> {
        let labels = |entity: &Entity| {
            let words = format!("{}{}", entity.id.0, kind(entity.kind));
            entity.mentions.iter().map(|mention| label(mention.span, words.clone())).collect::<Vec<_>>()
        };
        in_order(self.report.entities.iter().flat_map(labels).collect())
    }

    fn quotes(&self) -> Vec<Label> {
        let labels = |quote: &Quote| {
            let mark = |sign: char| move |span: &Span| label(*span, format!("{sign}{}", quote.id.0));
            let parts = quote.parts.iter().map(mark('q'));
            parts
                .chain(quote.cue.iter().map(mark('c')))
                .chain(quote.speaker_span.iter().map(mark('s')))
                .collect::<Vec<_>>()
        };
        in_order(self.report.quotes.iter().flat_map(labels).collect())
    }

    fn dates(&self) -> Vec<Label> {
        self.report.timeline.iter().map(|entry| label(entry.span, days(entry))).collect()
    }
}

fn label(span: Span, words: String) -> Label {
    Label { span, words, line: '~' }
}

/// Labels from left to right, the longer first where two begin together.
fn in_order(mut labels: Vec<Label>) -> Vec<Label> {
    labels.sort_by_key(|label| (label.span.start, std::cmp::Reverse(label.span.end)));
    labels
}

fn days(entry: &TimelineEntry) -> String {
    let to = |to: Date| if to == entry.from { String::new() } else { format!("/{to}") };
    format!("{}{}", entry.from, to(entry.to))
}

/// The letter of a part of speech in the row of tags.
const fn letter(tag: Tag) -> char {
    match tag {
        Tag::Noun => 'n',
        Tag::ProperNoun => 'N',
        Tag::VerbPast => 'd',
        Tag::VerbPresent => 'z',
        Tag::VerbBase => 'v',
        Tag::VerbGerund => 'g',
        Tag::VerbParticiple => 'p',
        Tag::Modal => 'm',
        Tag::Adjective => 'a',
        Tag::Adverb => 'r',
        Tag::Pronoun => 'h',
        Tag::Possessive => 's',
        Tag::Determiner => 't',
        Tag::Preposition => 'i',
        Tag::Subordinator => 'b',
        Tag::To => 'o',
        Tag::Conjunction => 'c',
        Tag::Wh => 'w',
        Tag::Number => '#',
        Tag::PossessiveMark => '\'',
        Tag::Particle => 'x',
        Tag::Punctuation => '.',
        Tag::Symbol => '$',
        Tag::Other => '?',
    }
}

/// The short name of a kind in the row of names.
const fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PER",
        EntityKind::Organisation => "ORG",
        EntityKind::Place => "LOC",
        EntityKind::Group => "GRP",
        EntityKind::Event => "EVT",
        EntityKind::Work => "WRK",
        EntityKind::Product => "PRD",
        EntityKind::Date => "DAT",
        EntityKind::Time => "TIM",
        EntityKind::Money => "MNY",
        EntityKind::Percent => "PCT",
        EntityKind::Quantity => "QTY",
        EntityKind::Age => "AGE",
        EntityKind::Ticker => "TIC",
        EntityKind::Email => "EML",
        EntityKind::Url => "URL",
    }
}
