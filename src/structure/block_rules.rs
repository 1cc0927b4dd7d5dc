//! Says what each paragraph is for, by its form and by its place.

use super::{
    block_features::Outline,
    boilerplate_phrases, byline,
    line_joining::without_closers,
    paragraph::{Paragraph, Word},
    run_in,
};
use crate::model::{ParagraphClass, ParagraphClasses, ParagraphWords, hash_lower};
use crate::report::BlockKind::{self, *};
use std::ops::Range;

/// How many paragraphs may stand above the story.
const TOP: usize = 16;

/// What the rules make of the paragraphs of a text.
pub(super) struct Rules {
    /// What each paragraph's own words say.
    signs: Vec<Option<BlockKind>>,
    /// The range in which the story is told.
    story: Range<usize>,
    /// The kind of each paragraph.
    pub(super) kinds: Vec<BlockKind>,
}

impl Rules {
    pub(super) fn of(paragraphs: &[Paragraph], lists: &ParagraphWords) -> Rules {
        let signs: Vec<Option<BlockKind>> = paragraphs.iter().map(|paragraph| sign(paragraph, lists)).collect();
        let story = story(paragraphs, &signs);
        let kinds = classify(paragraphs, &signs, &story);
        Rules { signs, story, kinds }
    }

    /// The same as the weights look at it.
    pub(super) fn outline<'a, 't>(&'a self, paragraphs: &'a [Paragraph<'t>]) -> Outline<'a, 't> {
        let bylines =
            paragraphs.iter().zip(&self.kinds).take(self.story.start).filter(|(_, kind)| **kind == Byline).take(TOP);
        let writers = bylines.flat_map(|(paragraph, _)| byline::words(paragraph)).collect();
        Outline { paragraphs, signs: &self.signs, rules: &self.kinds, writers, story: self.story.clone() }
    }
}

/// The kind of every paragraph, in order.
fn classify(paragraphs: &[Paragraph], signs: &[Option<BlockKind>], story: &Range<usize>) -> Vec<BlockKind> {
    let mut kinds: Vec<BlockKind> = paragraphs.iter().map(|paragraph| paragraph.hint.unwrap_or(Body)).collect();
    let parts = Parts { paragraphs, signs };
    for at in 0..paragraphs.len() {
        if paragraphs[at].hint.is_none() {
            kinds[at] = match () {
                () if at < story.start => parts.above(at),
                () if at < story.end => parts.within(at),
                () => parts.below(at, &kinds),
            };
        }
    }
    parts.name_headline(story.start, &mut kinds);
    kinds
}

/// What a paragraph is by its own words, if they say so; doubtful in the middle of a story.
fn sign(paragraph: &Paragraph, lists: &ParagraphWords) -> Option<BlockKind> {
    if paragraph.hint.is_some() {
        return paragraph.hint;
    }
    if paragraph.only_date {
        return Some(Date);
    }
    if run_in::dateline_length(paragraph).is_some_and(|length| length < paragraph.text.len()) {
        return None;
    }
    if paragraph.text.chars().next().is_some_and(|c| c == '©')
        || paragraph.text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("(c) "))
    {
        return Some(Furniture);
    }
    if is_picture_credit(paragraph, lists) {
        return Some(Credit);
    }
    if is_byline(paragraph) {
        return Some(Byline);
    }
    let kind = boilerplate_phrases::kind(paragraph, lists);
    if kind.is_none() && is_debris(paragraph) { Some(Furniture) } else { kind }
}

/// Marks without words, addresses alone, menus.
fn is_debris(paragraph: &Paragraph) -> bool {
    let wordless = !paragraph.text.contains(char::is_alphanumeric);
    let menu = paragraph.separators >= 2 && !paragraph.ends_sentence() && paragraph.count < 40;
    wordless || menu || paragraph.address && paragraph.count <= 8 && !paragraph.ends_sentence()
}

/// "(AP Photo/Ana Lowe)", "Photo: Ana Lowe/EPA", "PHOTO | LOWE".
fn is_picture_credit(paragraph: &Paragraph, lists: &ParagraphWords) -> bool {
    const LONGEST: usize = 16;
    paragraph.count <= LONGEST
        && (is_labelled_picture(paragraph)
            || is_bracketed_credit(paragraph, lists)
            || ends_with_agency(paragraph, lists))
}

fn is_picture_word(classes: ParagraphClasses) -> bool {
    classes.has(ParagraphClass::PictureNoun) || classes.has(ParagraphClass::PictureLabel)
}

/// "Photo: Ana Lowe", "PHOTO | LOWE".
fn is_labelled_picture(paragraph: &Paragraph) -> bool {
    let Some(first) = paragraph.words.first().filter(|word| is_picture_word(word.classes)) else { return false };
    let set_off = paragraph.words.get(1).is_some_and(|next| next.lower.is_empty());
    paragraph.raw(first).ends_with([':', '|', '/']) || set_off
}

/// "(AP Photo/Ana Lowe)", "[Image by Ana Lowe]", "(Ana Lowe for Reuters)".
fn is_bracketed_credit(paragraph: &Paragraph, lists: &ParagraphWords) -> bool {
    const LONGEST: usize = 8;
    if !paragraph.is_bracketed() || paragraph.count > LONGEST {
        return false;
    }
    let classes = |word: &str| lists.classes(hash_lower(word));
    let mut words = paragraph.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let opens_with_picture = paragraph.text[1..].starts_with(char::is_alphanumeric)
        && words.clone().next().is_some_and(|word| is_picture_word(classes(word)));
    paragraph.text.contains('/') || opens_with_picture || words.any(|word| classes(word).has(ParagraphClass::Agency))
}

/// "Reuters", "Ana Lowe/AFP", "Via Getty Images".
fn ends_with_agency(paragraph: &Paragraph, lists: &ParagraphWords) -> bool {
    const LONGEST: usize = 5;
    if paragraph.count > LONGEST || paragraph.ends_sentence() {
        return false;
    }
    let text = paragraph.text;
    let images = text.len().checked_sub(" images".len()).filter(|&at| text.is_char_boundary(at));
    let named = images.and_then(|at| text[at..].eq_ignore_ascii_case(" images").then(|| &text[..at]));
    let last = named.unwrap_or(text);
    let word = last.rsplit(['/', ' ']).next().unwrap_or(last);
    let stands_apart = named.is_some() || word.len() == last.len() || last[..last.len() - word.len()].ends_with('/');
    stands_apart && lists.classes(hash_lower(word)).has(ParagraphClass::Agency)
}

/// "By Ana Lowe and Bo Reed", "Ana Lowe, City Reporter".
fn is_byline(paragraph: &Paragraph) -> bool {
    let short = paragraph.count <= 22;
    let opens = paragraph.is(0, ParagraphClass::BylineLabel) && !paragraph.ends_sentence()
        || matches!(paragraph.lower(0), "written" | "reported") && paragraph.lower(1) == "by";
    let names = paragraph.words.iter().skip(1).take(2).any(|w| w.capital);
    let role = paragraph.count <= 7 && { paragraph.words.last().is_some_and(|word| word.is(ParagraphClass::Newsroom)) };
    short && (opens && names || role && paragraph.capitals * 2 >= paragraph.count && !paragraph.ends_sentence())
}

/// The range of paragraphs in which the story is told.
fn story(paragraphs: &[Paragraph], signs: &[Option<BlockKind>]) -> Range<usize> {
    let tells = |at: &usize| {
        signs[*at].is_none() && (paragraphs[*at].is_prose() || run_in::dateline_length(&paragraphs[*at]).is_some())
    };
    let Some(first) = (0..paragraphs.len()).find(tells) else { return fallback(paragraphs, signs) };
    let last = (first..paragraphs.len()).rev().find(tells).unwrap_or(first);
    let deck_above =
        |at: &usize| *at > first && matches!(signs[*at], Some(Byline | Date)) && (first + 1..*at).all(|i| !tells(&i));
    let after_top = (first + 1..paragraphs.len().min(TOP)).rev().find(deck_above).filter(|_| first > 0);
    after_top.map_or(first, |at| at + 1)..last + 1
}

/// Without prose: everything that shows no other purpose, after one line for a headline.
fn fallback(paragraphs: &[Paragraph], signs: &[Option<BlockKind>]) -> Range<usize> {
    let plain = || (0..paragraphs.len()).filter(|&at| signs[at].is_none());
    let (first, second, last) = (plain().next(), plain().nth(1), plain().next_back());
    let start = match (first, second) {
        (Some(_), Some(second)) => second,
        (Some(first), None) => first,
        _ => paragraphs.len(),
    };
    start..last.map_or(paragraphs.len(), |at| at + 1)
}

struct Parts<'a, 't> {
    paragraphs: &'a [Paragraph<'t>],
    signs: &'a [Option<BlockKind>],
}

impl Parts<'_, '_> {
    fn sign(&self, at: usize) -> Option<BlockKind> {
        self.signs.get(at).copied().flatten()
    }

    fn above(&self, at: usize) -> BlockKind {
        let paragraph = &self.paragraphs[at];
        if let Some(kind) = self.sign(at) {
            let titles_story = matches!(kind, Related | Note | Caption) && at == 0 && !paragraph.ends_sentence();
            return if titles_story && self.next_is_no_title(at) { Headline } else { kind };
        }
        if paragraph.item {
            return List;
        }
        let before = || at.saturating_sub(2 * TOP)..at;
        let named = before().any(|i| self.is_title(i));
        let dated = before().any(|i| matches!(self.sign(i), Some(Date | Byline)));
        match () {
            () if !named => Headline,
            () if self.is_name(at) => Byline,
            () if self.sign(at + 1) == Some(Credit) || self.sign(at.wrapping_sub(1)) == Some(Credit) => Caption,
            () if dated && paragraph.count >= 7 => Caption,
            () if dated => Heading,
            () => Deck,
        }
    }

    /// Whether the paragraph may be the headline.
    fn is_title(&self, at: usize) -> bool {
        let paragraph = &self.paragraphs[at];
        self.signs[at].is_none() && !paragraph.item && (paragraph.count >= 4 || self.next_is_no_title(at))
    }

    fn next_is_no_title(&self, at: usize) -> bool {
        self.sign(at + 1).is_some() || self.paragraphs.get(at + 1).is_none_or(|next| next.is_prose())
    }

    /// Two to four capitalised words near a date or byline.
    fn is_name(&self, at: usize) -> bool {
        let paragraph = &self.paragraphs[at];
        let beside = matches!(self.sign(at + 1), Some(Date | Byline))
            || matches!(self.sign(at.wrapping_sub(1)), Some(Date | Byline | Credit));
        let is_small =
            |word: &Word| word.is(ParagraphClass::Particle) || matches!(&*word.lower, "and" | "in" | "for" | "");
        let words = paragraph.words.iter().all(|word| word.capital || is_small(word));
        beside && words && (1..=9).contains(&paragraph.count) && paragraph.last.is_alphabetic()
    }

    fn within(&self, at: usize) -> BlockKind {
        let paragraph = &self.paragraphs[at];
        if let Some(kind) = self.sign(at) {
            let doubtful = matches!(kind, Furniture | Related | Byline) && paragraph.is_prose() && !paragraph.address;
            return if kind == Date && paragraph.date.is_none() {
                Heading
            } else if doubtful {
                Body
            } else {
                kind
            };
        }
        if paragraph.item {
            return List;
        }
        if paragraph.is_prose() || paragraph.ends_sentence() && paragraph.begins_with_quote() {
            return Body;
        }
        let pictured = [at.wrapping_sub(1), at + 1].iter().any(|&i| self.sign(i) == Some(Credit));
        match () {
            () if pictured && paragraph.count >= 3 => Caption,
            () if paragraph.last == ':' && paragraph.count > 8 => Body,
            () if paragraph.ends_sentence() && paragraph.last != '?' => Body,
            () if paragraph.count <= 9 => Heading,
            () if paragraph.count <= 32 && !without_closers(paragraph.text).ends_with(',') => Caption,
            () => Body,
        }
    }

    fn below(&self, at: usize, kinds: &[BlockKind]) -> BlockKind {
        if let Some(kind) = self.sign(at) {
            return kind;
        }
        let before = at.checked_sub(1).map(|b| kinds[b]);
        match before {
            Some(Related) => Related,
            _ if self.paragraphs[at].item => List,
            _ if self.paragraphs[at].ends_sentence() => Body,
            _ => Furniture,
        }
    }

    /// Keeps one headline: what stands above it in the same guise is navigation.
    fn name_headline(&self, top: usize, kinds: &mut [BlockKind]) {
        let titles: Vec<usize> = (0..top.min(kinds.len())).filter(|&at| kinds[at] == Headline).collect();
        let hinted = titles.iter().any(|&at| self.paragraphs[at].hint.is_some());
        if let (Some((_, above)), false) = (titles.split_last(), hinted) {
            above.iter().for_each(|&at| kinds[at] = Furniture);
        }
    }
}
