//! Layer 3: `text -> Article`: blocks and what they are for.

mod block_classifier;
mod block_features;
mod block_rules;
mod boilerplate_phrases;
mod byline;
mod date_word;
mod inline_credits;
mod language;
mod leads;
mod line_joining;
mod lines;
mod notices;
mod page;
mod paragraph;
mod publication_date;
mod run_in;
mod sports_results;
mod words;
#[cfg(feature = "training")]
pub(crate) mod training;

pub(crate) use language::Count;
pub(crate) use notices::notices;

use crate::{
    Date, Hint, Model, Options, Span,
    model::ParagraphWords,
    report::{Article, Block, BlockKind, PublishedBasis},
};
use paragraph::Paragraph;

/// How many lines above an article on a page may tell its date.
const DATE_ABOVE: usize = 8;

/// Splits a text into blocks and says what each is for.
#[cfg(any(test, feature = "training"))]
pub(crate) fn read(text: &str, options: &Options, model: &Model) -> Article {
    read_counted(text, options, model).0
}

/// The same, with what every block counts: see [`notices`].
#[inline(never)]
pub(crate) fn read_counted(text: &str, options: &Options, model: &Model) -> (Article, Vec<Count>) {
    let mut paragraphs = read_paragraphs(text, &options.hints, &model.paragraph_words());
    let article = page::find(&mut paragraphs);
    let kinds = kinds(&paragraphs, &article, model);
    let mut head = Head::default();
    // A page may tell the date right above the headline's line.
    let start = article.range.start;
    let above = paragraphs[start.saturating_sub(DATE_ABOVE)..start].iter().filter(|paragraph| paragraph.only_date);
    above.for_each(|paragraph| head.take(paragraph, BlockKind::Boilerplate));
    let of_article = paragraphs[article.range.clone()].iter().zip(&kinds[article.range]);
    of_article.for_each(|(paragraph, &kind)| head.take(paragraph, kind));
    let dated = head.published.into_iter().flatten().next().filter(|_| !options.undated);
    let counts = paragraphs.iter().map(|paragraph| paragraph.language).collect();
    let article = Article {
        published: options.date.or(dated.map(|(_, date)| date)),
        published_basis: match (options.date, dated) {
            (Some(_), _) => Some(PublishedBasis::Given),
            (None, stated) => stated.map(|_| PublishedBasis::Stated),
        },
        published_day: None,
        published_span: dated.map(|(span, _)| span),
        headline: head.headline,
        byline: head.byline,
        leads: leads::find(&paragraphs, &kinds),
        blocks: paragraphs.iter().zip(&kinds).map(|(p, &kind)| Block { kind, span: p.span }).collect(),
    };
    (article, counts)
}

/// The paragraphs of a text.
fn read_paragraphs<'t>(text: &'t str, hints: &[Hint], lists: &ParagraphWords) -> Vec<Paragraph<'t>> {
    let lines = lines::lines(text);
    inline_credits::set_apart(text, line_joining::join_lines(text, &lines, hints), lists)
}

/// What each paragraph is for; around the article all is boilerplate, unless hinted.
fn kinds(paragraphs: &[Paragraph], article: &page::Article, model: &Model) -> Vec<BlockKind> {
    let mut kinds: Vec<BlockKind> =
        paragraphs.iter().map(|paragraph| paragraph.hint.unwrap_or(BlockKind::Boilerplate)).collect();
    let (inside, found) = (&paragraphs[article.range.clone()], &mut kinds[article.range.clone()]);
    found.copy_from_slice(&kinds_in_article(inside, model));
    if article.on_page {
        page::mark_scraps(inside, found);
    }
    sports_results::mark(inside, found);
    // Where the source says which line is the headline, no other is: "This article is more than 5 years old".
    let is_told = paragraphs.iter().any(|paragraph| paragraph.hint == Some(BlockKind::Headline));
    for (kind, paragraph) in kinds.iter_mut().zip(paragraphs) {
        if is_told && *kind == BlockKind::Headline && paragraph.hint.is_none() {
            *kind = BlockKind::Deck;
        }
    }
    kinds
}

/// By the weights of the model, which were learned on whole articles; by the rules alone if there are few paragraphs or
/// no weights.
fn kinds_in_article(paragraphs: &[Paragraph], model: &Model) -> Vec<BlockKind> {
    const FEW: usize = 4;
    let rules = block_rules::Rules::of(paragraphs, &model.paragraph_words());
    match block_classifier::Weights::of(model).filter(|_| paragraphs.len() > FEW) {
        Some(weights) => block_classifier::classify(&rules.outline(paragraphs), &weights),
        None => rules.kinds,
    }
}

/// What the paragraphs say of the article as a whole, gathered from the first to the last.
#[derive(Default)]
struct Head {
    headline: Option<Span>,
    byline: Vec<Span>,
    /// Whether the story has begun and somebody is named above it: names below it are of somebody else.
    signed: bool,
    /// The first date of every [`DateSource`].
    published: [Option<(Span, Date)>; DateSource::COUNT],
}

/// Where a text says when it was published, the most certain place first.
#[derive(Clone, Copy)]
enum DateSource {
    OwnLine,
    Byline,
    Dateline,
    Boilerplate,
}

impl DateSource {
    const COUNT: usize = DateSource::Boilerplate as usize + 1;
}

impl Head {
    fn take(&mut self, paragraph: &Paragraph, kind: BlockKind) {
        match kind {
            BlockKind::Headline => self.headline = self.headline.or(Some(paragraph.span)),
            BlockKind::Byline if !self.signed && !paragraph.lower(0).starts_with("photo") => {
                self.byline.extend(byline::names(paragraph));
            }
            BlockKind::Body => self.signed = !self.byline.is_empty(),
            _ => {}
        }
        if let Some(date) = paragraph.date {
            self.take_date(paragraph, kind, date);
        }
    }

    fn take_date(&mut self, paragraph: &Paragraph, kind: BlockKind, date: (Span, Date)) {
        let mut take = |source: DateSource| _ = self.published[source as usize].get_or_insert(date);
        match kind {
            BlockKind::Date => take(DateSource::OwnLine),
            BlockKind::Byline => take(DateSource::Byline),
            BlockKind::Boilerplate => take(DateSource::Boilerplate),
            _ => {}
        }
        let dateline = run_in::dateline_length(paragraph).map(|length| paragraph.span.start as usize + length);
        if dateline.is_some_and(|end| date.0.end as usize <= end) {
            take(DateSource::Dateline);
        }
    }
}
