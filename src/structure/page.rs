//! Finds the article on a page that was pasted whole, by the words alone.
//!
//! A story is the run of lines with the most prose in it; menus, teasers and links are short lines without an end. The
//! headline is a line above the run whose words come back in the story. What lies outside is boilerplate, and neither
//! rules nor weights need to look at it: they know articles, not pages.

use super::{byline, paragraph::Paragraph};
use crate::{
    hash_numbers::HashNumbers,
    model::{ParagraphClass, ParagraphWords, hash_exact},
    report::BlockKind,
    sort,
};
use std::{cell::LazyCell, ops::Range};

/// From so many words of prose on a run is certainly a story.
const STORY: i32 = 100;
/// A text with fewer lines around the story is an article, with what belongs to it.
const FEWEST_AROUND: usize = 12;
/// How many lines below the story may belong to it: credits, notes, pointers.
const BELOW: usize = 10;
/// A top of so few lines is that of an article: headline, byline, date and the like.
const TOP: usize = 6;
/// How far above the story the headline may stand.
const ABOVE: usize = 80;

/// An article on a page.
pub(super) struct Article {
    /// Its paragraphs: all, unless there is much around a story.
    pub(super) range: Range<usize>,
    /// Whether there is, so that scraps of it may stand in the article, too.
    pub(super) on_page: bool,
}

/// Finds the article. On a page its headline is marked as if hinted.
pub(super) fn find(paragraphs: &mut [Paragraph], lists: &ParagraphWords) -> Article {
    let whole = Article { range: 0..paragraphs.len(), on_page: false };
    let by_writers = before_comments(paragraphs);
    let told = &paragraphs[..by_writers];
    let Some((_, core)) = story_in(told) else { return whole };
    if paragraphs.len() - core.len() < FEWEST_AROUND {
        return whole;
    }
    let story = with_separated_parts(told, core);
    let headline = headline(told, &story, lists).filter(|_| story.start > TOP);
    let start = match headline {
        Some(at) => with_names_above(told, at).min(story.start),
        None if story.start <= TOP => 0,
        None => story.start,
    };
    let end = by_writers.min(story.end + BELOW);
    if let Some(at) = headline {
        paragraphs[at].hint = Some(BlockKind::Headline);
    }
    Article { range: start..end, on_page: true }
}

/// How many paragraphs stand before what readers say: before the first heading of comments below a story. A link to the
/// comments above the story has less prose before it than after it.
fn before_comments(paragraphs: &[Paragraph]) -> usize {
    const MOST_HEADINGS: usize = 4;
    let worth_of = |part: &[Paragraph]| story_in(part).map_or(0, |(worth, _)| worth);
    let headings = (0..paragraphs.len()).filter(|&at| heads_comments(&paragraphs[at])).take(MOST_HEADINGS);
    let mut below_story = headings.filter(|&at| {
        let (before, after) = paragraphs.split_at(at);
        worth_of(before) >= STORY.max(worth_of(after) / 2)
    });
    below_story.next().unwrap_or(paragraphs.len())
}

/// Looks again at what stands between the paragraphs of a story on a page without being a sentence or an item: a line
/// between two of them is a heading, one that has the words of the story belongs to a list of it, others are scraps of
/// the page. So are paragraphs that the page repeats.
pub(super) fn mark_scraps(paragraphs: &[Paragraph], kinds: &mut [BlockKind]) {
    /// Words that a line shares with the prose, at least, to belong to the story, and how many words it has at least.
    const LEAST_SHARED: f32 = 0.4;
    const FEWEST: usize = 4;
    const SHORTEST_HEADING: usize = 3;
    let words = LazyCell::new(|| Stems::of_prose(paragraphs));
    let texts = Texts::of(paragraphs);
    for at in 0..paragraphs.len() {
        let paragraph = &paragraphs[at];
        if paragraph.hint.is_some() || !kinds[at].is_story() {
            continue;
        }
        let is_prose = |at: usize| paragraphs.get(at).is_some_and(Paragraph::is_prose);
        let between_prose = at.checked_sub(1).is_some_and(is_prose) && is_prose(at + 1);
        kinds[at] = match () {
            () if texts.repeat(paragraph) => BlockKind::Boilerplate,
            () if !is_open_line(paragraph) => kinds[at],
            () if paragraph.count >= SHORTEST_HEADING && between_prose => BlockKind::Heading,
            () if words.share(paragraph) >= LEAST_SHARED && paragraph.count >= FEWEST => kinds[at],
            () => BlockKind::Boilerplate,
        };
    }
}

fn is_open_line(paragraph: &Paragraph) -> bool {
    const LONGEST: usize = 25;
    let open = !paragraph.ends_sentence() && paragraph.last != ':';
    open && !paragraph.item && paragraph.count <= LONGEST
}

/// The fingerprints of the texts of some paragraphs, in order.
struct Texts(Vec<u32>);

impl Texts {
    fn of(paragraphs: &[Paragraph]) -> Texts {
        let mut all: Vec<u32> = paragraphs.iter().map(|paragraph| fingerprint(paragraph.text)).collect();
        all.sort_unstable();
        Texts(all)
    }

    /// Whether a paragraph stands there more than once.
    fn repeat(&self, paragraph: &Paragraph) -> bool {
        let text = fingerprint(paragraph.text);
        let first = self.0.partition_point(|&other| other < text);
        self.0.get(first + 1) == Some(&text)
    }
}

/// A number that is the same for equal texts and hardly ever for others. Eight bytes are taken at a time: this reads every
/// paragraph of a page.
fn fingerprint(text: &str) -> u32 {
    let (eights, rest) = text.as_bytes().as_chunks::<8>();
    // The length tells a text from one that goes on with zeros.
    let last = rest.iter().fold(text.len() as u64, |last, &byte| last << 8 | u64::from(byte));
    let mixed = |all: u64, next: u64| (all ^ next).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    let all = eights.iter().fold(0, |all, &eight| mixed(all, u64::from_le_bytes(eight)));
    (mixed(mixed(all, last), 0) >> 32) as u32
}

/// How much a paragraph adds to a run of prose: its words, half of them where it stands alone among lines, as teasers and
/// comments do.
fn worth(paragraphs: &[Paragraph], at: usize, line_cost: i32) -> i32 {
    const MOST: usize = 60;
    let paragraph = &paragraphs[at];
    let is_prose = |at: usize| paragraphs.get(at).is_some_and(Paragraph::is_prose);
    let alone = !is_prose(at + 1) && !at.checked_sub(1).is_some_and(is_prose);
    let told = paragraph.hint.is_some_and(BlockKind::is_story) && paragraph.ends_sentence();
    match paragraph.hint {
        None | Some(BlockKind::Body | BlockKind::Quote | BlockKind::List) if paragraph.is_prose() || told => {
            paragraph.count.min(MOST) as i32 / if alone { 2 } else { 1 }
        }
        None if is_short_sentence(paragraph) => 0,
        Some(BlockKind::Heading | BlockKind::Caption | BlockKind::Credit) => 0,
        _ => -line_cost,
    }
}

fn is_short_sentence(paragraph: &Paragraph) -> bool {
    const FEWEST: usize = 3;
    paragraph.ends_sentence() && paragraph.count >= FEWEST
}

/// "Comments", "View 36 comments": from here on readers speak.
pub(super) fn heads_comments(paragraph: &Paragraph) -> bool {
    const LONGEST: usize = 5;
    let fits = |class: ParagraphClass| paragraph.words.iter().any(|word| word.is(class));
    let others = paragraph.words.iter().all(|word| {
        word.is(ParagraphClass::Comments)
            || word.is(ParagraphClass::CommentsOpening)
            || word.lower.bytes().all(|byte| byte.is_ascii_digit())
    });
    paragraph.count <= LONGEST && !paragraph.ends_sentence() && others && fits(ParagraphClass::Comments)
}

/// The run of paragraphs with the most prose, with its worth, if it makes a story.
fn story_in(paragraphs: &[Paragraph]) -> Option<(i32, Range<usize>)> {
    /// What a line without an end takes from the run that it stands in, in words.
    const LINE_COST: i32 = 6;
    densest((0..paragraphs.len()).map(|at| worth(paragraphs, at, LINE_COST)))
}

/// The run whose worth adds up to the most, with that, if it makes a story.
fn densest(worths: impl Iterator<Item = i32>) -> Option<(i32, Range<usize>)> {
    let (mut best, mut run) = ((0, 0..0), (0, 0));
    for (at, worth) in worths.enumerate() {
        if run.0 <= 0 {
            run = (0, at);
        }
        run.0 += worth;
        if run.0 > best.0 {
            best = (run.0, run.1..at + 1);
        }
    }
    (best.0 >= STORY).then_some(best)
}

/// The run with parts that graphics and lists cut off from it: their prose uses the words of the run.
fn with_separated_parts(paragraphs: &[Paragraph], core: Range<usize>) -> Range<usize> {
    const LINE_COST: i32 = 2;
    let words = LazyCell::new(|| Stems::of_prose(&paragraphs[core.clone()]));
    let worth = |at: usize| match worth(paragraphs, at, LINE_COST) {
        // A third of the words in common is as good as being in the run.
        prose if prose > 0 && !core.contains(&at) => {
            (prose as f32 * (words.share(&paragraphs[at]) * 4.0 - 0.4).min(1.0)) as i32
        }
        other => other,
    };
    match densest((0..paragraphs.len()).map(worth)) {
        Some((_, other)) if other.start < core.end && core.start < other.end => {
            other.start.min(core.start)..other.end.max(core.end)
        }
        _ => core,
    }
}

/// The dates and names right above a headline belong to it.
fn with_names_above(paragraphs: &[Paragraph], headline: usize) -> usize {
    let belongs = |&at: &usize| paragraphs[at].only_date || opens_byline(&paragraphs[at]);
    headline - (0..headline).rev().take(3).take_while(belongs).count()
}

/// The headline: as hinted, else the line above a story whose words come back in it most, else one of its first lines.
fn headline(paragraphs: &[Paragraph], story: &Range<usize>, lists: &ParagraphWords) -> Option<usize> {
    if let Some(at) = (0..story.end).rev().find(|&at| paragraphs[at].hint == Some(BlockKind::Headline)) {
        return Some(at);
    }
    let words = Stems::of_prose(&paragraphs[story.clone()]);
    let titles = Titles { paragraphs, story: story.start, words, texts: Texts::of(paragraphs), lists };
    let inside = story.start..(story.start + 4).min(story.end);
    let best = titles.best(story.start.saturating_sub(ABOVE)..story.start).or_else(|| titles.best(inside))?;
    Some(titles.above(best, story.start.saturating_sub(ABOVE)).unwrap_or(best))
}

/// Lines that may be the headline of a story.
struct Titles<'p, 't> {
    paragraphs: &'p [Paragraph<'t>],
    /// Where the story begins.
    story: usize,
    /// The words of its prose.
    words: Stems,
    texts: Texts,
    lists: &'p ParagraphWords<'p>,
}

impl Titles<'_, '_> {
    /// The line of a range that is the headline most likely.
    fn best(&self, range: Range<usize>) -> Option<usize> {
        let scored = range.filter_map(|at| Some((at, self.score(at)?)));
        scored.reduce(|a, b| if b.1 > a.1 { b } else { a }).map(|(at, _)| at)
    }

    /// How well a line fits: by the words that come back in the story, better near it, above a date or a byline, and if the
    /// page says it again.
    fn score(&self, at: usize) -> Option<f32> {
        /// More words of the story are no better: a caption has many.
        const MOST_COMMON: usize = 8;
        let (common, all) = self.fit(at).filter(|(common, _)| *common > 1)?;
        let near = 1.0 + 0.05 * self.story.abs_diff(at) as f32;
        let dated = if self.is_dated(at) { 2.5 } else { 1.0 };
        let repeated = if self.texts.repeat(&self.paragraphs[at]) { 1.25 } else { 1.0 };
        let common = common.min(MOST_COMMON);
        Some(dated * repeated * (common * common) as f32 / all as f32 / near)
    }

    /// How many words of a line come back in the story, and how many it has, where that is a third or nearly so.
    fn fit(&self, at: usize) -> Option<(usize, usize)> {
        let (common, all) =
            may_be_headline(&self.paragraphs[at], self.lists).then(|| self.words.in_common(&self.paragraphs[at]))?;
        (common > 0 && common * 10 >= all * 3).then_some((common, all))
    }

    fn is_dated(&self, at: usize) -> bool {
        let mut next = self.paragraphs[at + 1..].iter().take(4);
        // "3:49" is how long a film takes.
        next.any(|next| next.only_date && (next.date.is_some() || next.count > 1) || opens_byline(next))
    }

    /// A line right above the best one that fits well enough: what stands below the headline may have more words of the
    /// story than the headline itself.
    fn above(&self, best: usize, first: usize) -> Option<usize> {
        let fits = |&at: &usize| {
            let repeated = || self.texts.repeat(&self.paragraphs[at]);
            let fit = || self.fit(at).is_some_and(|(common, all)| common > 1 && common * 5 >= all * 2 || repeated());
            self.paragraphs[at].count > 3 && fit()
        };
        (first..best).rev().take(2).rfind(fits)
    }
}

fn may_be_headline(paragraph: &Paragraph, lists: &ParagraphWords) -> bool {
    let words = (3..=25).contains(&paragraph.count);
    // A headline may ask.
    let open = (paragraph.last == '?' || !paragraph.is_prose()) && !matches!(paragraph.last, '.' | '…' | ':');
    let signed = || {
        let byline = byline::read(paragraph, lists);
        byline.labelled || byline.signed
    };
    words
        && open
        && paragraph.hint.is_none()
        && paragraph.separators < 2
        && !paragraph.only_date
        && !opens_byline(paragraph)
        && !signed()
}

fn opens_byline(paragraph: &Paragraph) -> bool {
    paragraph.is(0, ParagraphClass::BylineLabel) && paragraph.words.get(1).is_some_and(|word| word.capital)
}

/// The words of some paragraphs, without their endings.
struct Stems(HashNumbers);

impl Stems {
    fn of_prose(paragraphs: &[Paragraph]) -> Stems {
        let mut all = HashNumbers::new();
        for stem in paragraphs.iter().filter(|paragraph| paragraph.is_prose()).flat_map(stems) {
            all.number(stem);
        }
        Stems(all)
    }

    /// How many words of a paragraph are among these, and how many it has.
    fn in_common(&self, paragraph: &Paragraph) -> (usize, usize) {
        let own = sort::distinct(stems(paragraph).collect());
        (own.iter().filter(|&&stem| self.0.get(stem).is_some()).count(), own.len())
    }

    fn share(&self, paragraph: &Paragraph) -> f32 {
        let (common, all) = self.in_common(paragraph);
        common as f32 / all.max(1) as f32
    }
}

/// The beginnings of a paragraph's first longer words.
fn stems<'a>(paragraph: &'a Paragraph) -> impl Iterator<Item = u32> + 'a {
    let content = paragraph.words.iter().filter(|word| !word.is(ParagraphClass::English));
    content.filter_map(|word| {
        let beginning = beginning(&word.lower)?;
        // What is in lower case has one hash, as it is written.
        Some(if beginning.len() == word.lower.len() { word.hash } else { hash_exact(beginning) })
    })
}

/// The beginning of a longer word.
fn beginning(word: &str) -> Option<&str> {
    const SHORTEST: usize = 4;
    const LONGEST: usize = 6;
    // An ASCII word has as many characters as bytes.
    if word.is_ascii() {
        return (word.len() >= SHORTEST).then(|| &word[..word.len().min(LONGEST)]);
    }
    let end = word.char_indices().nth(LONGEST).map_or(word.len(), |(at, _)| at);
    word.char_indices().nth(SHORTEST - 1).map(|_| &word[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Model,
        structure::{read_paragraphs, words::Source},
    };

    const STORY: [&str; 5] = [
        "The council closed the old bridge on Monday after engineers found cracks in two of its piers and asked for a report.",
        "\"We have no choice,\" said the mayor, Ana Lowe, who had asked the engineers for the report in March of this year.",
        "She said that the work on the piers would cost $4 million and that the money would have to come from the state.",
        "Nobody was hurt, and the last tram crossed the bridge at 6 a.m. on Sunday, an hour before the cracks were seen.",
        "The bridge was built in 1931 and has carried trams since 1948; a new one was promised twice and never begun by the city.",
    ];
    const MENU: [&str; 8] = ["Home", "News", "Sport", "Weather", "Opinion", "Arts and books", "Jobs", "Log in"];

    /// The paragraphs of the article in these lines.
    fn found(lines: &[&str]) -> Vec<String> {
        let text = lines.join("\n");
        let model = Model::built_in();
        let lists = model.paragraph_words();
        let mut paragraphs = read_paragraphs(Source::leaked(&text), &[], &lists);
        let article = find(&mut paragraphs, &lists);
        paragraphs[article.range].iter().map(|paragraph| paragraph.text.to_owned()).collect()
    }

    #[test]
    fn texts_are_told_apart_by_every_byte() {
        let lengths = (0..40).map(|length| "a".repeat(length));
        let others =
            ["b", "aaaaaaab", "aaaaaaaab", "baaaaaaaa", "a\0", "\0", "\0\0", "Ümit", "Ümir"].map(str::to_owned);
        let texts: Vec<String> = lengths.chain(others).chain([STORY[0].to_owned(), STORY[1].to_owned()]).collect();
        let prints = sort::distinct(texts.iter().map(|text| fingerprint(text)).collect());
        assert_eq!(prints.len(), texts.len());
    }

    #[test]
    fn an_article_is_found_between_menus() {
        let headline = ["Cracks close old bridge, mayor wants money for piers", "By Bo Reed"];
        let page = [&MENU[..], &headline, &STORY, &MENU, &MENU].concat();
        let article = found(&page);
        assert_eq!(article[..2], headline, "{article:#?}");
        assert_eq!(article[2..7], STORY);
        assert!(article.len() < page.len() - MENU.len());
    }

    #[test]
    fn the_headline_is_the_title_that_is_dated_or_said_again() {
        let title = "Old bridge closed, mayor wants money for piers";
        let film = ["Mayor, engineers, trams and cracks in bridge", "3:49"];
        for (above, first) in [
            ([&[title, "June 30, 2025 4:23 pm"][..], &film].concat(), title),
            ([&[title, title, "Bo Reed Senior Politics Editor, The Courier"][..], &MENU[..2]].concat(), title),
            (vec!["What will it cost to close the old bridge and repair its piers?"], "What will it cost"),
        ] {
            let article = found(&[&MENU[..], &above, &STORY, &MENU, &MENU].concat());
            assert!(article[0].starts_with(first), "{article:#?}");
        }
    }

    #[test]
    fn an_article_alone_is_left_whole() {
        let lines = [&["Old bridge closed", "By Bo Reed", "June 30, 2025"][..], &STORY, &["Photo: Ana Lowe"]].concat();
        assert_eq!(found(&lines), lines);
        // Without prose nothing is known of a story.
        let lines = [&MENU[..], &MENU].concat();
        assert_eq!(found(&lines), lines);
    }

    #[test]
    fn readers_speak_below_the_heading_of_comments() {
        for (heading, ends) in [("Comments", true), ("View 36 comments", true), ("Comments by the mayor", false)] {
            let page = [&MENU[..], &STORY, &[heading], &STORY[3..], &MENU].concat();
            let article = found(&page);
            assert_eq!(article.iter().filter(|text| **text == STORY[3]).count() == 1, ends, "{heading}: {article:#?}");
        }
    }
}
