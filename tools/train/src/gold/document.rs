//! The gold document of a marked article, as JSON.

use super::{
    article::{Article, Report, Stretch, form},
    speakers::speaker_of,
};
use serde::Serialize;

/// A gold document. All places are half open and count code points.
#[derive(Serialize)]
pub(crate) struct Gold<'a> {
    id: &'a str,
    text: String,
    /// The day of publication, where the article shows it.
    date: Option<&'a str>,
    blocks: &'a [Stretch],
    /// Datelines and run-in heads.
    inner: &'a [Stretch],
    dates: Vec<(usize, usize, &'a str)>,
    /// What refers to one person or thing, for each of them.
    clusters: Vec<Vec<(usize, usize, &'static str)>>,
    names: Vec<(usize, usize, &'a str)>,
    quotes: Vec<Quote<'a>>,
    references: Vec<Vec<&'a str>>,
    key: &'a str,
}

#[derive(Serialize)]
struct Quote<'a> {
    start: usize,
    end: usize,
    kind: &'a str,
    group: Option<char>,
    speaker: Option<Said>,
}

#[derive(Serialize)]
struct Said {
    start: usize,
    end: usize,
    text: String,
}

impl Article {
    /// The gold document of an article.
    pub(super) fn gold<'a>(&'a self, id: &'a str) -> Gold<'a> {
        let mut mentions: Vec<_> = self.mentions.iter().collect();
        mentions.sort_by_key(|m| (m.start, m.end));
        let mut entities: Vec<(u32, Vec<_>)> = Vec::new();
        for mention in &mentions {
            let of_entity = (mention.start, mention.end, form(&mention.kind));
            match entities.iter_mut().find(|(number, _)| *number == mention.entity) {
                Some((_, cluster)) => cluster.push(of_entity),
                None => entities.push((mention.entity, vec![of_entity])),
            }
        }
        let names = mentions.iter().filter(|m| form(&m.kind) == "name");
        Gold {
            id,
            text: self.text.iter().collect(),
            date: self.published.as_deref().filter(|date| date.len() == "2026-03-10".len()),
            blocks: &self.blocks,
            inner: &self.leads,
            dates: self.dates.iter().map(|(start, end, value)| (*start, *end, value.as_str())).collect(),
            clusters: entities.into_iter().map(|(_, cluster)| cluster).collect(),
            names: names.map(|m| (m.start, m.end, m.kind.as_str())).collect(),
            quotes: self.quotes(),
            references: vec![sentences(&self.summary)],
            key: &self.key,
        }
    }

    fn quotes(&self) -> Vec<Quote<'_>> {
        let mut quotes: Vec<_> = self.reports.iter().map(|report| self.quote(report)).collect();
        quotes.sort_by_key(|quote| quote.start);
        quotes
    }

    fn quote<'a>(&self, report: &'a Report) -> Quote<'a> {
        let said = |(start, end): (usize, usize)| Said { start, end, text: self.text[start..end].iter().collect() };
        let speaker = speaker_of(self, report).map(said);
        Quote { start: report.start, end: report.end, kind: &report.kind, group: report.group, speaker }
    }
}

/// Cuts a summary before a capital or a quotation mark that follows a full stop and a space.
fn sentences(summary: &str) -> Vec<&str> {
    let begins = |after: &str| after.starts_with(|c: char| c.is_ascii_uppercase() || matches!(c, '“' | '"'));
    let is_end = |at: usize| summary[..at].ends_with(['.', '!', '?']) && begins(&summary[at + 1..]);
    let mut start = 0;
    let mut sentences = Vec::new();
    for (at, _) in summary.match_indices(' ').filter(|(at, _)| is_end(*at)) {
        sentences.push(&summary[start..at]);
        start = at + 1;
    }
    sentences.push(&summary[start..]);
    sentences
}
