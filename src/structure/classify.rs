//! Says what each paragraph is for, by its form and by its place.

use super::{byline, cues, features::Outline, leads, look::Look, paragraphs::without_closers};
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
    pub(super) fn of(looks: &[Look]) -> Rules {
        let signs: Vec<Option<BlockKind>> = looks.iter().map(sign).collect();
        let story = story(looks, &signs);
        let kinds = classify(looks, &signs, &story);
        Rules { signs, story, kinds }
    }

    /// The same as the weights look at it.
    pub(super) fn outline<'a, 't>(&'a self, looks: &'a [Look<'t>]) -> Outline<'a, 't> {
        let bylines =
            looks.iter().zip(&self.kinds).take(self.story.start).filter(|(_, kind)| **kind == Byline).take(TOP);
        let writers = bylines.flat_map(|(look, _)| byline::words(look)).collect();
        Outline { looks, signs: &self.signs, rules: &self.kinds, writers, story: self.story.clone() }
    }
}

/// The kind of every paragraph, in order.
fn classify(looks: &[Look], signs: &[Option<BlockKind>], story: &Range<usize>) -> Vec<BlockKind> {
    let mut kinds: Vec<BlockKind> = looks.iter().map(|look| look.hint.unwrap_or(Body)).collect();
    let parts = Parts { looks, signs };
    for at in 0..looks.len() {
        if looks[at].hint.is_none() {
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
fn sign(look: &Look) -> Option<BlockKind> {
    if look.hint.is_some() {
        return look.hint;
    }
    if look.only_date {
        return Some(Date);
    }
    if leads::dateline_length(look).is_some_and(|length| length < look.text.len()) {
        return None;
    }
    if look.text.chars().next().is_some_and(|c| c == '©')
        || look.text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("(c) "))
    {
        return Some(Furniture);
    }
    if is_picture_credit(look) {
        return Some(Credit);
    }
    if is_byline(look) {
        return Some(Byline);
    }
    let kind = cues::kind(look);
    if kind.is_none() && is_debris(look) { Some(Furniture) } else { kind }
}

/// Marks without words, addresses alone, menus.
fn is_debris(look: &Look) -> bool {
    let wordless = !look.text.contains(char::is_alphanumeric);
    let menu = look.separators >= 2 && !look.ends_sentence() && look.count < 40;
    wordless || menu || look.address && look.count <= 8 && !look.ends_sentence()
}

/// "(AP Photo/Ana Lowe)", "Photo: Ana Lowe/EPA", "PHOTO | LOWE".
fn is_picture_credit(look: &Look) -> bool {
    const WORDS: [&str; 12] = [
        "photo",
        "photos",
        "image",
        "images",
        "picture",
        "pictures",
        "photograph",
        "photographs",
        "credit",
        "graphic",
        "illustration",
        "pic",
    ];
    if look.count > 16 {
        return false;
    }
    let labelled = WORDS.contains(&look.lower(0)) && {
        let first = look.raw(&look.words[0]);
        first.ends_with([':', '|', '/']) || look.words.get(1).is_some_and(|w| w.lower.is_empty())
    };
    let agency = ["getty", "shutterstock", "alamy", "afp", "reuters", "epa", "ap photo", "istock", "unsplash"];
    let lower = look.text.to_lowercase();
    let bracketed = look.is_bracketed()
        && look.count <= 8
        && (lower.contains('/')
            || agency.iter().any(|a| lower.contains(a))
            || WORDS.iter().any(|w| lower[1..].starts_with(w)));
    let short = look.count <= 5 && !look.ends_sentence();
    let names_agency = short
        && agency
            .iter()
            .any(|a| lower == *a || lower.ends_with(&format!("/{a}")) || lower.ends_with(&format!("{a} images")));
    labelled || bracketed || names_agency
}

/// "By Ana Lowe and Bo Reed", "Ana Lowe, City Reporter".
fn is_byline(look: &Look) -> bool {
    let short = look.count <= 22;
    let opens = matches!(look.lower(0), "by" | "words" | "author" | "authors" | "story" | "text")
        && !look.ends_sentence()
        || look.says(0, "written by")
        || look.says(0, "reported by");
    let names = look.words.iter().skip(1).take(2).any(|w| w.capital);
    let role = look.count <= 7 && {
        let last = look.words.last().map_or("", |w| &*w.lower);
        matches!(last, "correspondent" | "reporter" | "editor" | "columnist" | "writer" | "bureau" | "desk" | "staff")
    };
    short && (opens && names || role && look.capitals * 2 >= look.count && !look.ends_sentence())
}

/// The range of paragraphs in which the story is told.
fn story(looks: &[Look], signs: &[Option<BlockKind>]) -> Range<usize> {
    let tells =
        |at: &usize| signs[*at].is_none() && (looks[*at].is_prose() || leads::dateline_length(&looks[*at]).is_some());
    let Some(first) = (0..looks.len()).find(tells) else { return fallback(looks, signs) };
    let last = (first..looks.len()).rev().find(tells).unwrap_or(first);
    let deck_above =
        |at: &usize| *at > first && matches!(signs[*at], Some(Byline | Date)) && (first + 1..*at).all(|i| !tells(&i));
    let after_top = (first + 1..looks.len().min(TOP)).rev().find(deck_above).filter(|_| first > 0);
    after_top.map_or(first, |at| at + 1)..last + 1
}

/// Without prose: everything that shows no other purpose, after one line for a headline.
fn fallback(looks: &[Look], signs: &[Option<BlockKind>]) -> Range<usize> {
    let plain = || (0..looks.len()).filter(|&at| signs[at].is_none());
    let (first, second, last) = (plain().next(), plain().nth(1), plain().next_back());
    let start = match (first, second) {
        (Some(_), Some(second)) => second,
        (Some(first), None) => first,
        _ => looks.len(),
    };
    start..last.map_or(looks.len(), |at| at + 1)
}

struct Parts<'a, 't> {
    looks: &'a [Look<'t>],
    signs: &'a [Option<BlockKind>],
}

impl Parts<'_, '_> {
    fn sign(&self, at: usize) -> Option<BlockKind> {
        self.signs.get(at).copied().flatten()
    }

    fn above(&self, at: usize) -> BlockKind {
        let look = &self.looks[at];
        if let Some(kind) = self.sign(at) {
            let titles_story = matches!(kind, Related | Note | Caption) && at == 0 && !look.ends_sentence();
            return if titles_story && self.next_is_no_title(at) { Headline } else { kind };
        }
        if look.item {
            return List;
        }
        let before = || at.saturating_sub(2 * TOP)..at;
        let named = before().any(|i| self.is_title(i));
        let dated = before().any(|i| matches!(self.sign(i), Some(Date | Byline)));
        match () {
            () if !named => Headline,
            () if self.is_name(at) => Byline,
            () if self.sign(at + 1) == Some(Credit) || self.sign(at.wrapping_sub(1)) == Some(Credit) => Caption,
            () if dated && look.count >= 7 => Caption,
            () if dated => Heading,
            () => Deck,
        }
    }

    /// Whether the paragraph may be the headline.
    fn is_title(&self, at: usize) -> bool {
        let look = &self.looks[at];
        self.signs[at].is_none() && !look.item && (look.count >= 4 || self.next_is_no_title(at))
    }

    fn next_is_no_title(&self, at: usize) -> bool {
        self.sign(at + 1).is_some() || self.looks.get(at + 1).is_none_or(|next| next.is_prose())
    }

    /// Two to four capitalised words near a date or byline.
    fn is_name(&self, at: usize) -> bool {
        let look = &self.looks[at];
        let beside = matches!(self.sign(at + 1), Some(Date | Byline))
            || matches!(self.sign(at.wrapping_sub(1)), Some(Date | Byline | Credit));
        let words = look.words.iter().all(|w| {
            w.capital
                || matches!(
                    &*w.lower,
                    "and" | "de" | "van" | "von" | "in" | "da" | "al" | "for" | "bin" | "" | "del" | "la"
                )
        });
        beside && words && (1..=9).contains(&look.count) && look.last.is_alphabetic()
    }

    fn within(&self, at: usize) -> BlockKind {
        let look = &self.looks[at];
        if let Some(kind) = self.sign(at) {
            let doubtful = matches!(kind, Furniture | Related | Byline) && look.is_prose() && !look.address;
            return if kind == Date && look.date.is_none() {
                Heading
            } else if doubtful {
                Body
            } else {
                kind
            };
        }
        if look.item {
            return List;
        }
        if look.is_prose() || look.ends_sentence() && look.begins_with_quote() {
            return Body;
        }
        let pictured = [at.wrapping_sub(1), at + 1].iter().any(|&i| self.sign(i) == Some(Credit));
        match () {
            () if pictured && look.count >= 3 => Caption,
            () if look.last == ':' && look.count > 8 => Body,
            () if look.ends_sentence() && look.last != '?' => Body,
            () if look.count <= 9 => Heading,
            () if look.count <= 32 && !without_closers(look.text).ends_with(',') => Caption,
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
            _ if self.looks[at].item => List,
            _ if self.looks[at].ends_sentence() => Body,
            _ => Furniture,
        }
    }

    /// Keeps one headline: what stands above it in the same guise is navigation.
    fn name_headline(&self, top: usize, kinds: &mut [BlockKind]) {
        let titles: Vec<usize> = (0..top.min(kinds.len())).filter(|&at| kinds[at] == Headline).collect();
        let hinted = titles.iter().any(|&at| self.looks[at].hint.is_some());
        if let (Some((_, above)), false) = (titles.split_last(), hinted) {
            above.iter().for_each(|&at| kinds[at] = Furniture);
        }
    }
}
