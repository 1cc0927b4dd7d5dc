//! Layer 1: `text -> Article`: blocks and what they are for.

mod byline;
mod classify;
mod cues;
mod features;
mod inline;
mod language;
mod leads;
mod lines;
mod look;
mod notices;
mod paragraphs;
mod published;
mod results;
#[cfg(feature = "training")]
pub(crate) mod training;
mod weigh;

pub(crate) use notices::notices;

use crate::{
    Hint, Model, Options, Span,
    report::{Article, Block, BlockKind, Lead, LeadKind},
};
use leads::Style;
use look::Look;

/// Splits a text into blocks and says what each is for.
pub(crate) fn read(text: &str, options: &Options, model: &Model) -> Article {
    let looks = looks(text, &options.hints);
    let kinds = kinds(&looks, model);
    let blocks: Vec<Block> = looks.iter().zip(&kinds).map(|(look, &kind)| Block { kind, span: look.span }).collect();
    let dated = published(&looks, &kinds);
    Article {
        published: options.date.or(dated.map(|(_, date)| date)),
        published_span: dated.map(|(span, _)| span),
        headline: blocks.iter().find(|b| b.kind == BlockKind::Headline).map(|b| b.span),
        byline: bylines(&looks, &kinds),
        leads: leads_of(&looks, &kinds),
        blocks,
    }
}

/// The paragraphs of a text.
fn looks<'t>(text: &'t str, hints: &[Hint]) -> Vec<Look<'t>> {
    let lines = lines::lines(text);
    inline::set_apart(text, paragraphs::paragraphs(text, &lines, hints))
}

/// What each paragraph is for: by the weights of the model, which were learned on whole articles; by the rules alone if
/// there are few paragraphs or no weights.
fn kinds(looks: &[Look], model: &Model) -> Vec<BlockKind> {
    const FEW: usize = 4;
    let rules = classify::Rules::of(looks);
    let mut kinds = match weigh::Weights::of(model).filter(|_| looks.len() > FEW) {
        Some(weights) => weigh::decide(&rules.outline(looks), &weights),
        None => rules.kinds,
    };
    results::mark(looks, &mut kinds);
    kinds
}

/// Where and when the text says that it was published: on a line of its own, else beside the byline or in the dateline.
fn published(looks: &[Look], kinds: &[BlockKind]) -> Option<(Span, crate::Date)> {
    let of = |wanted: BlockKind| {
        looks.iter().zip(kinds).filter(move |(_, kind)| **kind == wanted).filter_map(|(look, _)| look.date)
    };
    of(BlockKind::Date)
        .next()
        .or_else(|| of(BlockKind::Byline).next())
        .or_else(|| {
            looks.iter().find_map(|look| {
                let end = look.span.start as usize + leads::dateline_length(look)?;
                look.date.filter(|(span, _)| span.end as usize <= end)
            })
        })
        .or_else(|| of(BlockKind::Furniture).next())
}

fn leads_of(looks: &[Look], kinds: &[BlockKind]) -> Vec<Lead> {
    let story = || looks.iter().zip(kinds).filter(|(_, kind)| kind.is_story()).map(|(look, _)| look);
    // "LEDGER:" names a speaker there, not a place.
    let speakers = leads::is_conversation(looks);
    let several = |opens: &dyn Fn(&Look) -> bool| story().filter(|look| opens(look)).count() > 1;
    // One question may be the writer's; where several paragraphs open with one, they are heads.
    let asks = several(&|look| leads::question_length(look).is_some());
    let times = several(&|look| leads::time_length(look).is_some());
    let heads = several(&|look| leads::run_in_length(look, Style::Plain).is_some());
    let style = if heads { Style::Heads } else { Style::Plain };
    let mut opened = false;
    let mut found = Vec::new();
    for look in story() {
        let dateline =
            if opened || speakers { leads::dateline_length(look) } else { leads::opening_dateline_length(look) };
        opened |= look.is_prose();
        let head = || leads::run_in_length(look, style);
        let question = || leads::question_length(look).filter(|_| asks);
        let time = || leads::time_length(look).filter(|_| times);
        let lead = match dateline {
            Some(length) => Some((LeadKind::Dateline, length)),
            None => head().or_else(question).or_else(time).map(|length| (LeadKind::Runin, length)),
        };
        let span = |length: usize| Span::new(look.span.start, look.span.start + length as u32);
        found.extend(lead.map(|(kind, length)| Lead { kind, span: span(length) }));
    }
    found
}

fn bylines(looks: &[Look], kinds: &[BlockKind]) -> Vec<Span> {
    let bylines = looks.iter().zip(kinds).filter(|(_, kind)| **kind == BlockKind::Byline);
    bylines.filter(|(look, _)| !look.lower(0).starts_with("photo")).flat_map(|(look, _)| byline::names(look)).collect()
}
