//! What speaks for one purpose of a paragraph or another: its form, its neighbours, its place.

use super::{date_word::DateWord, paragraph::Paragraph, words::Word};
use crate::{
    model::ParagraphClass,
    report::BlockKind,
    text::chars::{is_apostrophe, is_dash, is_double_quote},
};
use std::ops::Range;

/// How many kinds of block there are.
pub const KINDS: usize = BlockKind::Boilerplate as usize + 1;

/// The paragraphs of a text with what the rules make of them.
pub(super) struct Outline<'a, 't> {
    pub(super) paragraphs: &'a [Paragraph<'t>],
    /// What their own words say.
    pub(super) signs: &'a [Option<BlockKind>],
    /// What the rules say.
    pub(super) rules: &'a [BlockKind],
    /// The names in the bylines above the story, in lower case.
    pub(super) writers: Vec<String>,
    /// Where the rules see the story.
    pub(super) story: Range<usize>,
}

/// What was decided on the paragraphs before.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct History {
    last: Option<BlockKind>,
    before_last: Option<BlockKind>,
    headline: bool,
    related: bool,
    /// Paragraphs of the story so far.
    told: usize,
}

impl History {
    pub(super) fn add(&mut self, kind: BlockKind) {
        (self.before_last, self.last) = (self.last, Some(kind));
        self.headline |= kind == BlockKind::Headline;
        self.related = kind == BlockKind::Related || self.related && kind != BlockKind::Body;
        self.told += usize::from(kind == BlockKind::Body);
    }
}

/// A paragraph in its place, with what several templates ask for.
struct Position<'a, 't> {
    outline: &'a Outline<'a, 't>,
    at: usize,
    paragraph: &'a Paragraph<'t>,
    history: History,
    /// The number of the kind that the rules make of it.
    rule: usize,
    /// The number of the kind that was decided for the one before.
    last: usize,
    /// See [`length`].
    length: usize,
    /// See [`last_mark`].
    mark: usize,
    /// See [`distance`].
    distance: usize,
    /// See [`opening`].
    opening: usize,
    /// The class of its first word.
    first_word: usize,
}

/// How many values a template has, and which one a paragraph takes.
type Template = (usize, fn(&Position) -> usize);

const TEMPLATES: &[Template] = &[
    (KINDS, |p| p.rule),
    (KINDS + 1, |p| p.sign()),
    (KINDS + 1, |p| p.last),
    ((KINDS + 1) * (KINDS + 1), |p| p.last * (KINDS + 1) + p.rule),
    ((KINDS + 1) * (KINDS + 1), |p| p.last * (KINDS + 1) + kind_number(p.history.before_last)),
    (KINDS + 1, |p| p.rule_ahead(1)),
    (KINDS + 1, |p| p.rule_ahead(2)),
    ((KINDS + 1) * (KINDS + 1), |p| p.rule * (KINDS + 1) + p.rule_ahead(1)),
    ((KINDS + 1) * LENGTHS, |p| p.last * LENGTHS + p.length),
    ((KINDS + 1) * LENGTHS, |p| p.rule * LENGTHS + p.length),
    (LENGTHS * MARKS, |p| p.length * MARKS + p.mark),
    (KINDS * MARKS, |p| p.rule * MARKS + p.mark),
    (OPENINGS, |p| p.opening),
    (OPENINGS * KINDS, |p| p.opening * KINDS + p.rule),
    (SHARES * LENGTHS, |p| capital_share(p.paragraph) * LENGTHS + p.length),
    (2 * KINDS, |p| usize::from(p.paragraph.all_caps) * KINDS + p.rule),
    (2 * KINDS, |p| usize::from(p.paragraph.address) * KINDS + p.rule),
    (4, |p| p.paragraph.separators.min(3)),
    (4, |p| usize::from(p.paragraph.item) * 2 + usize::from(p.paragraph.after_blank)),
    (8, |p| p.run()),
    (8 * KINDS, |p| p.run() * KINDS + p.rule),
    (4, |p| usize::from(p.paragraph.date.is_some()) * 2 + usize::from(p.paragraph.only_date)),
    (2 * KINDS, |p| usize::from(p.history.headline) * KINDS + p.rule),
    (4 * KINDS, |p| p.history.told.min(3) * KINDS + p.rule),
    (2 * KINDS, |p| usize::from(p.history.related) * KINDS + p.rule),
    (DISTANCES * KINDS, |p| p.distance * KINDS + p.rule),
    (DISTANCES * LENGTHS, |p| p.distance * LENGTHS + p.length),
    (8, |p| p.at.min(7)),
    (3 * KINDS, |p| p.at.min(2) * KINDS + p.rule),
    (3 * MARKS, |p| p.at.min(2) * MARKS + p.mark),
    (8, |p| (p.outline.paragraphs.len() - 1 - p.at).min(7)),
    (WORDS, |p| p.first_word),
    (WORDS * LENGTHS, |p| p.first_word * LENGTHS + p.length),
    (WORDS, |p| last_word(p.paragraph)),
    (4, |p| usize::from(is_quotation(p.paragraph)) * 2 + usize::from(p.paragraph.says())),
    (4, |p| usize::from(has_label(p.paragraph)) * 2 + usize::from(p.neighbour(-1).is_some_and(|l| l.last == ':'))),
    (LENGTHS + 1, |p| p.neighbour(-1).map_or(LENGTHS, length)),
    (LENGTHS + 1, |p| p.neighbour(1).map_or(LENGTHS, length)),
    ((LENGTHS + 1) * LENGTHS, |p| p.neighbour(1).map_or(LENGTHS, length) * LENGTHS + p.length),
    (2 * KINDS, |p| usize::from(p.begins_with_writer()) * KINDS + p.rule),
    (2 * LENGTHS, |p| usize::from(p.begins_with_writer()) * LENGTHS + p.length),
    (4, |p| usize::from(p.outline.story.start == 0) * 2 + usize::from(p.history.told == 0)),
    (MARKS + 1, |p| p.neighbour(1).map_or(MARKS, last_mark)),
    (MARKS + 1, |p| p.neighbour(-1).map_or(MARKS, last_mark)),
];

/// How many weights there are for every kind.
pub fn count() -> usize {
    TEMPLATES.iter().map(|(size, _)| size).sum()
}

/// The numbers of the weights that speak on a paragraph.
pub(super) fn of(outline: &Outline, at: usize, history: History) -> Vec<u16> {
    let paragraph = &outline.paragraphs[at];
    let position = Position {
        outline,
        at,
        paragraph,
        history,
        rule: kind_number(outline.rules.get(at).copied()),
        last: kind_number(history.last),
        length: length(paragraph),
        mark: last_mark(paragraph),
        distance: distance(at, &outline.story),
        opening: opening(paragraph),
        first_word: word_class(paragraph.words.first()),
    };
    let mut start = 0;
    let number = |(size, value): &Template| {
        start += size;
        (start - size + value(&position).min(size - 1)) as u16
    };
    TEMPLATES.iter().map(number).collect()
}

impl Position<'_, '_> {
    fn neighbour(&self, by: isize) -> Option<&Paragraph<'_>> {
        self.at.checked_add_signed(by).and_then(|at| self.outline.paragraphs.get(at))
    }

    /// The number of the kind that the rules make of a paragraph further on.
    fn rule_ahead(&self, ahead: usize) -> usize {
        kind_number(self.outline.rules.get(self.at + ahead).copied())
    }

    fn sign(&self) -> usize {
        kind_number(self.outline.signs[self.at])
    }

    /// Whether the first word is one of a writer's names: what follows tells about the writer.
    fn begins_with_writer(&self) -> bool {
        let first = self.paragraph.words.first().filter(|w| w.capital).map_or("", |w| &*w.lower);
        self.at >= self.outline.story.end.saturating_sub(2) && self.outline.writers.iter().any(|word| word == first)
    }

    /// Of paragraphs that follow each other without a blank line: how many there are and whether this is the first.
    fn run(&self) -> usize {
        const LONGEST: usize = 3;
        let paragraphs = self.outline.paragraphs;
        let before =
            (0..LONGEST).take_while(|i| self.at >= *i && self.at > *i && !paragraphs[self.at - i].after_blank).count();
        let after = paragraphs[self.at + 1..].iter().take(LONGEST).take_while(|l| !l.after_blank).count();
        (before + after).min(3) * 2 + usize::from(before > 0)
    }
}

/// How far before, inside or after the story.
fn distance(at: usize, story: &Range<usize>) -> usize {
    match at {
        at if at < story.start => (story.start - at).min(4) - 1,
        at if at < story.end => 4 + usize::from(at > story.start) + usize::from(at + 1 == story.end),
        at => 7 + (at - story.end).min(3),
    }
}

const DISTANCES: usize = 11;

fn kind_number(kind: Option<BlockKind>) -> usize {
    kind.map_or(KINDS, |kind| kind as usize)
}

const LENGTHS: usize = 10;

fn length(paragraph: &Paragraph) -> usize {
    match paragraph.count {
        0..=1 => 0,
        2 => 1,
        3 => 2,
        4 => 3,
        5..=6 => 4,
        7..=9 => 5,
        10..=14 => 6,
        15..=24 => 7,
        25..=39 => 8,
        _ => 9,
    }
}

const MARKS: usize = 7;

fn last_mark(paragraph: &Paragraph) -> usize {
    match paragraph.last {
        '.' | '…' => 0,
        '?' => 1,
        '!' => 2,
        ':' => 3,
        c if c.is_ascii_digit() => 4,
        c if c.is_alphabetic() => 5,
        _ => 6,
    }
}

const OPENINGS: usize = 8;

fn opening(paragraph: &Paragraph) -> usize {
    match paragraph.text.chars().next().unwrap_or(' ') {
        c if is_double_quote(c) => 0,
        c if is_apostrophe(c) => 1,
        c if is_dash(c) => 2,
        '(' | '[' | '<' => 3,
        c if c.is_ascii_digit() => 4,
        c if c.is_uppercase() => 5,
        c if c.is_alphabetic() => 6,
        _ => 7,
    }
}

const SHARES: usize = 4;

fn capital_share(paragraph: &Paragraph) -> usize {
    match paragraph.capitals * 4 {
        n if n >= paragraph.count * 4 => 3,
        n if n >= paragraph.count * 3 => 2,
        n if n >= paragraph.count * 2 => 1,
        _ => 0,
    }
}

const WORDS: usize = 14;

/// Sorts of word that open or close paragraphs of one purpose.
fn word_class(word: Option<&Word>) -> usize {
    const SORTS: [ParagraphClass; 10] = [
        ParagraphClass::FeatureWriter,
        ParagraphClass::FeatureQuestion,
        ParagraphClass::FeatureDeterminer,
        ParagraphClass::FeaturePronoun,
        ParagraphClass::FeaturePicture,
        ParagraphClass::FeaturePointer,
        ParagraphClass::FeatureSummary,
        ParagraphClass::FeatureNewsroom,
        ParagraphClass::FeatureAppeal,
        ParagraphClass::FeatureJoining,
    ];
    let Some(word) = word.filter(|word| !word.lower.is_empty()) else { return 0 };
    match SORTS.iter().position(|&sort| word.is(sort)) {
        Some(at) => at + 1,
        None if matches!(word.date, DateWord::Month(_) | DateWord::Weekday) => 11,
        None if word.lower.starts_with(|c: char| c.is_ascii_digit()) => 12,
        None => 13,
    }
}

fn last_word(paragraph: &Paragraph) -> usize {
    word_class(paragraph.words.last().filter(|_| paragraph.words.len() == paragraph.count))
}

/// All of it stands in one pair of quotation marks.
fn is_quotation(paragraph: &Paragraph) -> bool {
    let inner = paragraph.text.trim_start_matches(['"', '“', '‘', '\'']);
    let marks = |c: char| is_double_quote(c) || c == '‘';
    inner.len() < paragraph.text.len()
        && paragraph.text.ends_with(['"', '”', '’', '\''])
        && inner.matches(marks).count() <= 1
}

/// A colon stands after one of the first words.
fn has_label(paragraph: &Paragraph) -> bool {
    paragraph.words.iter().take(5).any(|w| paragraph.ends_with(w, b':'))
}
