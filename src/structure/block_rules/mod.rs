//! Says what each paragraph is for, by its words and by its place.
//!
//! What decides, from the strongest down:
//!
//! 1. the reader's hint;
//! 2. `ruled_out`, `sports_results`, `bylines` and `neighbours`, each correcting those before: what the words and what stands
//!    beside them say for certain, whatever the weights say;
//! 3. the learned `block_classifier`, in texts of more than four paragraphs; it takes the rules' verdicts for evidence;
//! 4. [`RULES`]: the first rule that holds for a paragraph, in the order of the table.
//!
//! The rules that hold [`Anywhere`](Region::Anywhere) look at a paragraph's own words alone. Their verdict is its sign:
//! where the story begins and ends follows from the signs, and rules of place look at the signs of the neighbours.
//! Every rule has cases in `tests/structure`.

mod context;
mod own_words;
mod place;
mod story;
#[cfg(test)]
mod tests;

pub(super) use own_words::is_shared_credit;

use super::{block_features::Outline, boilerplate_phrases, byline, paragraph::Paragraph};
use crate::{
    model::ParagraphWords,
    report::BlockKind::{self, *},
};
use Region::{AfterStory, Anywhere, BeforeStory, InStory};
use context::{Context, TOP};
use std::ops::Range;

/// A reason to take a paragraph for something.
struct Rule {
    #[cfg_attr(not(test), expect(dead_code, reason = "tests name the rule that fails"))]
    name: &'static str,
    /// Where it applies.
    region: Region,
    /// Whether it holds.
    holds: fn(&Context) -> bool,
    /// What the paragraph is then.
    verdict: Verdict,
}

/// A part of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Region {
    Anywhere,
    BeforeStory,
    InStory,
    AfterStory,
}

/// What follows from a rule that holds.
#[derive(Clone, Copy)]
enum Verdict {
    Is(BlockKind),
    /// It is of the kind under which the list has its phrase.
    Listed,
    /// Its words give no sign, even if a later rule for words would hold.
    NoSign,
}

const fn rule(name: &'static str, region: Region, holds: fn(&Context) -> bool, kind: BlockKind) -> Rule {
    Rule { name, region, holds, verdict: Verdict::Is(kind) }
}

/// Every rule, in order of precedence. Each region ends with a rule that always holds.
const RULES: &[Rule] = &[
    // Where the place overrules the words.
    rule("title like a pointer", BeforeStory, place::is_title_like_a_pointer, Headline),
    rule("date without a year", InStory, place::is_date_without_year, Heading),
    rule("prose like a label", InStory, place::is_prose_like_a_label, Body),
    // What the words say, wherever they stand.
    rule("date alone", Anywhere, |at| at.paragraph.only_date, Date),
    Rule { name: "dateline", region: Anywhere, holds: own_words::is_after_dateline, verdict: Verdict::NoSign },
    rule("copyright sign", Anywhere, own_words::is_copyright, Boilerplate),
    rule("label of a picture", Anywhere, own_words::is_labelled_picture, Credit),
    rule("credit in brackets", Anywhere, own_words::is_bracketed_credit, Credit),
    rule("agency alone", Anywhere, own_words::ends_with_agency, Credit),
    rule("by a name", Anywhere, own_words::is_by_a_name, Byline),
    rule("name with a post", Anywhere, own_words::is_name_with_post, Byline),
    Rule { name: "phrase", region: Anywhere, holds: own_words::has_phrase, verdict: Verdict::Listed },
    rule("no words", Anywhere, own_words::is_wordless, Boilerplate),
    rule("menu", Anywhere, own_words::is_menu, Boilerplate),
    rule("address alone", Anywhere, own_words::is_address_alone, Boilerplate),
    // Above the story: the headline comes first, then what goes with it.
    rule("item above", BeforeStory, place::is_item, List),
    rule("first title", BeforeStory, place::has_no_title_above, Headline),
    rule("name beside a date", BeforeStory, place::is_name_beside_date, Byline),
    rule("beside a credit above", BeforeStory, place::is_beside_credit, Caption),
    rule("long line after the date", BeforeStory, place::is_long_and_dated, Caption),
    rule("line after the date", BeforeStory, place::is_dated, Heading),
    rule("line below the title", BeforeStory, |_| true, Deck),
    // In the story: prose, and what stands between its paragraphs.
    rule("item of the story", InStory, place::is_item, List),
    rule("prose", InStory, place::is_prose, Body),
    rule("beside a credit", InStory, place::is_captioned, Caption),
    rule("announces what follows", InStory, place::announces, Body),
    rule("short sentence", InStory, place::is_statement, Body),
    rule("short line", InStory, place::is_short, Heading),
    rule("line without an end", InStory, place::is_line_of_caption, Caption),
    rule("rest of the story", InStory, |_| true, Body),
    // Below the story.
    rule("below a pointer", AfterStory, place::is_below_pointer, Related),
    rule("item below", AfterStory, place::is_item, List),
    rule("sentence below", AfterStory, |at| at.paragraph.ends_sentence(), Body),
    rule("line below", AfterStory, |_| true, Boilerplate),
];

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
        let mut kinds = Vec::with_capacity(paragraphs.len());
        let (signs, story) = walk(paragraphs, lists, |_, kind| kinds.push(kind));
        keep_one_headline(&mut kinds[..story.start], &paragraphs[..story.start]);
        Rules { signs, story, kinds }
    }

    /// The same as the weights look at it.
    pub(super) fn outline<'a, 't>(
        &'a self,
        paragraphs: &'a [Paragraph<'t>],
        lists: &ParagraphWords,
    ) -> Outline<'a, 't> {
        let bylines =
            paragraphs.iter().zip(&self.kinds).take(self.story.start).filter(|(_, kind)| **kind == Byline).take(TOP);
        let writers = bylines.flat_map(|(paragraph, _)| byline::words(paragraph, lists)).collect();
        Outline { paragraphs, signs: &self.signs, rules: &self.kinds, writers, story: self.story.clone() }
    }
}

/// Tells the rule that decides on each paragraph, and its kind, in order; a hint needs no rule. Gives the signs and the
/// range of the story.
fn walk(
    paragraphs: &[Paragraph],
    lists: &ParagraphWords,
    mut tell: impl FnMut(Option<&'static Rule>, BlockKind),
) -> (Vec<Option<BlockKind>>, Range<usize>) {
    let (by, signs): (Vec<_>, Vec<_>) = paragraphs.iter().map(|paragraph| sign(paragraph, lists)).unzip();
    let story = story::story(paragraphs, &signs);
    let mut before = None;
    for at in 0..paragraphs.len() {
        let context = Context { paragraph: &paragraphs[at], at, paragraphs, signs: &signs, before, lists };
        let rule = decisive_rule(&context, region(at, &story), by[at]);
        let kind = context.paragraph.hint.or_else(|| kind(rule?, &context)).unwrap_or(Body);
        tell(rule, kind);
        before = Some(kind);
    }
    (signs, story)
}

fn region(at: usize, story: &Range<usize>) -> Region {
    match () {
        () if at < story.start => BeforeStory,
        () if at < story.end => InStory,
        () => AfterStory,
    }
}

/// What a paragraph is by its own words, if they say so, and the rule that says it (its place in the table).
fn sign(paragraph: &Paragraph, lists: &ParagraphWords) -> (Option<usize>, Option<BlockKind>) {
    if paragraph.hint.is_some() {
        return (None, paragraph.hint);
    }
    let context = Context::of_words(paragraph, lists);
    let by = RULES.iter().position(|rule| rule.region == Anywhere && (rule.holds)(&context));
    (by, by.and_then(|by| kind(&RULES[by], &context)))
}

/// The first rule that holds where a paragraph stands, with the one that gave its sign among them.
fn decisive_rule(context: &Context, region: Region, by_words: Option<usize>) -> Option<&'static Rule> {
    let by_words = by_words.filter(|_| context.sign().is_some());
    let holds = |(number, rule): &(usize, &Rule)| match rule.region {
        Anywhere => by_words == Some(*number),
        _ => rule.region == region && (rule.holds)(context),
    };
    let unhinted = context.paragraph.hint.is_none();
    RULES.iter().enumerate().find(holds).map(|(_, rule)| rule).filter(|_| unhinted)
}

fn kind(rule: &Rule, context: &Context) -> Option<BlockKind> {
    match rule.verdict {
        Verdict::Is(kind) => Some(kind),
        Verdict::Listed => boilerplate_phrases::kind(context.paragraph, context.lists),
        Verdict::NoSign => None,
    }
}

/// Of several lines that pass for the headline the last one is it: what stands above it in the same guise is navigation.
fn keep_one_headline(above_story: &mut [BlockKind], paragraphs: &[Paragraph]) {
    let hinted = paragraphs.iter().any(|paragraph| paragraph.hint == Some(Headline));
    let titles = above_story.iter_mut().filter(|kind| **kind == Headline);
    if !hinted {
        titles.rev().skip(1).for_each(|kind| *kind = Boilerplate);
    }
}
