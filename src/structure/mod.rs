//! Layer 1: `text -> Article`: blocks and what they are for.

mod block_classifier;
mod block_features;
mod block_rules;
mod boilerplate_phrases;
mod byline;
mod inline_credits;
mod language;
mod line_joining;
mod lines;
mod notices;
mod paragraph;
mod publication_date;
mod run_in;
mod sports_results;
#[cfg(feature = "training")]
pub(crate) mod training;

pub(crate) use notices::notices;

use crate::{
    Hint, Model, Options, Span,
    model::ParagraphWords,
    report::{Article, Block, BlockKind, Lead, LeadKind},
};
use paragraph::Paragraph;
use run_in::Style;

/// Splits a text into blocks and says what each is for.
pub(crate) fn read(text: &str, options: &Options, model: &Model) -> Article {
    let paragraphs = read_paragraphs(text, &options.hints, &model.paragraph_words());
    let kinds = kinds(&paragraphs, model);
    let blocks: Vec<Block> =
        paragraphs.iter().zip(&kinds).map(|(paragraph, &kind)| Block { kind, span: paragraph.span }).collect();
    let dated = published(&paragraphs, &kinds);
    Article {
        published: options.date.or(dated.map(|(_, date)| date)),
        published_span: dated.map(|(span, _)| span),
        headline: blocks.iter().find(|b| b.kind == BlockKind::Headline).map(|b| b.span),
        byline: bylines(&paragraphs, &kinds),
        leads: leads_of(&paragraphs, &kinds),
        blocks,
    }
}

/// The paragraphs of a text.
fn read_paragraphs<'t>(text: &'t str, hints: &[Hint], lists: &ParagraphWords) -> Vec<Paragraph<'t>> {
    let lines = lines::lines(text);
    inline_credits::set_apart(text, line_joining::join_lines(text, &lines, hints), lists)
}

/// What each paragraph is for: by the weights of the model, which were learned on whole articles; by the rules alone if
/// there are few paragraphs or no weights.
fn kinds(paragraphs: &[Paragraph], model: &Model) -> Vec<BlockKind> {
    const FEW: usize = 4;
    let rules = block_rules::Rules::of(paragraphs, &model.paragraph_words());
    let mut kinds = match block_classifier::Weights::of(model).filter(|_| paragraphs.len() > FEW) {
        Some(weights) => block_classifier::classify(&rules.outline(paragraphs), &weights),
        None => rules.kinds,
    };
    sports_results::mark(paragraphs, &mut kinds);
    kinds
}

/// Where and when the text says that it was published: on a line of its own, else beside the byline or in the dateline.
fn published(paragraphs: &[Paragraph], kinds: &[BlockKind]) -> Option<(Span, crate::Date)> {
    let of = |wanted: BlockKind| {
        paragraphs
            .iter()
            .zip(kinds)
            .filter(move |(_, kind)| **kind == wanted)
            .filter_map(|(paragraph, _)| paragraph.date)
    };
    of(BlockKind::Date)
        .next()
        .or_else(|| of(BlockKind::Byline).next())
        .or_else(|| {
            paragraphs.iter().find_map(|paragraph| {
                let end = paragraph.span.start as usize + run_in::dateline_length(paragraph)?;
                paragraph.date.filter(|(span, _)| span.end as usize <= end)
            })
        })
        .or_else(|| of(BlockKind::Furniture).next())
}

fn leads_of(paragraphs: &[Paragraph], kinds: &[BlockKind]) -> Vec<Lead> {
    let story = || paragraphs.iter().zip(kinds).filter(|(_, kind)| kind.is_story()).map(|(paragraph, _)| paragraph);
    // "LEDGER:" names a speaker there, not a place.
    let speakers = run_in::is_conversation(paragraphs);
    let several = |opens: &dyn Fn(&Paragraph) -> bool| story().filter(|paragraph| opens(paragraph)).count() > 1;
    // One question may be the writer's; where several paragraphs open with one, they are heads.
    let asks = several(&|paragraph| run_in::question_length(paragraph).is_some());
    let times = several(&|paragraph| run_in::time_length(paragraph).is_some());
    let heads = several(&|paragraph| run_in::run_in_length(paragraph, Style::Plain).is_some());
    let style = if heads { Style::Heads } else { Style::Plain };
    let mut opened = false;
    let mut found = Vec::new();
    for paragraph in story() {
        let dateline = if opened || speakers {
            run_in::dateline_length(paragraph)
        } else {
            run_in::opening_dateline_length(paragraph)
        };
        opened |= paragraph.is_prose();
        let head = || run_in::run_in_length(paragraph, style);
        let question = || run_in::question_length(paragraph).filter(|_| asks);
        let time = || run_in::time_length(paragraph).filter(|_| times);
        let lead = match dateline {
            Some(length) => Some((LeadKind::Dateline, length)),
            None => head().or_else(question).or_else(time).map(|length| (LeadKind::Runin, length)),
        };
        let span = |length: usize| Span::new(paragraph.span.start, paragraph.span.start + length as u32);
        found.extend(lead.map(|(kind, length)| Lead { kind, span: span(length) }));
    }
    found
}

fn bylines(paragraphs: &[Paragraph], kinds: &[BlockKind]) -> Vec<Span> {
    let bylines = paragraphs.iter().zip(kinds).filter(|(_, kind)| **kind == BlockKind::Byline);
    bylines
        .filter(|(paragraph, _)| !paragraph.lower(0).starts_with("photo"))
        .flat_map(|(paragraph, _)| byline::names(paragraph))
        .collect()
}
