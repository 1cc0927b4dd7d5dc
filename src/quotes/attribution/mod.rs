//! Words in quotation marks: which of them are speech, and whose.

mod by_context;
mod by_cue;

use super::{
    cue::Cue, draft::QuoteDraft, evidence::Evidence, indirect::Content, noun_phrases::NounPhrase, subject::Side,
    view::View,
};
use crate::report::QuoteKind;
use std::ops::Range;

/// The quoted words that are speech, with their speakers.
pub(super) fn attribute(view: &View, cues: &[Cue], contents: &[Option<Content>]) -> Vec<QuoteDraft> {
    let mut attributor = Attributor::new(view, cues, contents);
    attributor.attribute_by_cues();
    attributor.attribute_by_context();
    attributor.found()
}

/// Who said a quotation, and how that is known.
#[derive(Clone, Debug)]
struct Attribution {
    cue: Option<usize>,
    speaker: Option<NounPhrase>,
    evidence: Evidence,
    /// The quotation whose utterance it continues.
    follows: Option<usize>,
}

struct Attributor<'v, 'a> {
    view: &'v View<'a>,
    cues: &'v [Cue<'a>],
    contents: &'v [Option<Content>],
    /// By the index of the quotation; none for those inside clauses, or without speaker, or no speech.
    attributions: Vec<Option<Attribution>>,
    /// Whether the quotation stands inside a reported clause.
    covered: Vec<bool>,
}

impl<'v, 'a> Attributor<'v, 'a> {
    fn new(view: &'v View<'a>, cues: &'v [Cue<'a>], contents: &'v [Option<Content>]) -> Attributor<'v, 'a> {
        let mut covered = vec![false; view.quotations.len()];
        for part in contents.iter().flatten().flat_map(parts) {
            view.quotations_in(part).for_each(|m| covered[m] = true);
        }
        Attributor { view, cues, contents, attributions: vec![None; view.quotations.len()], covered }
    }

    /// The cues of an matrix sentence, with the index of the first.
    fn cues_of(&self, sentence: usize) -> Range<usize> {
        let first = self.cues.partition_point(|cue| cue.sentence < sentence);
        first..self.cues.partition_point(|cue| cue.sentence <= sentence)
    }

    fn by_cue(&self, cue: usize, evidence: Evidence) -> Attribution {
        let evidence = match self.cues[cue].side {
            _ if self.cues[cue].verb.is_none() => Evidence::AccordingTo,
            _ if self.cues[cue].hearer.is_some() && self.cues[cue].speaker.is_none() => Evidence::Heard,
            Side::After => Evidence::Inverted,
            Side::Shared => Evidence::of_shared(&self.cues[cue]),
            Side::Before => evidence,
        };
        Attribution { cue: Some(cue), speaker: self.cues[cue].speaker.clone(), evidence, follows: None }
    }

    /// How many words stand between the marks.
    fn words(&self, quotation: usize) -> usize {
        self.view.quotations[quotation].inner.clone().filter(|&i| !self.view.is_mark(i)).count()
    }

    fn top_level_before(&self, quotation: usize) -> Option<usize> {
        (0..quotation).rev().take(8).find(|&m| self.view.is_top(m))
    }

    /// The quotes: quotations under one cue are parts of one quote, quotations that go on from others share a group.
    fn found(&self) -> Vec<QuoteDraft> {
        let mut found: Vec<QuoteDraft> = Vec::new();
        let mut utterances = Utterances::new(self.view.quotations.len());
        let mut last = None;
        for (quotation, attribution) in self.attributions.iter().enumerate() {
            let Some((attribution, inner)) = attribution.as_ref().zip(self.inner(quotation)) else { continue };
            match last.filter(|before| self.share_cue(*before, attribution)).zip(found.last_mut()) {
                Some((before, quote)) => {
                    quote.parts.push(inner);
                    utterances.quote_of[quotation] = utterances.quote_of[before];
                }
                None => {
                    utterances.add(quotation, found.len(), attribution.follows);
                    found.push(QuoteDraft {
                        kind: QuoteKind::Direct,
                        parts: vec![inner],
                        cue: attribution.cue,
                        speaker: attribution.speaker.clone(),
                        evidence: attribution.evidence,
                        group: None,
                    });
                }
            }
            last = Some(quotation);
        }
        for (quote, group) in found.iter_mut().zip(utterances.groups) {
            quote.group = group;
        }
        found
    }

    /// Whether a quotation stands under the same cue as the one before it.
    fn share_cue(&self, before: usize, attribution: &Attribution) -> bool {
        let cue = self.attributions[before].as_ref().and_then(|before| before.cue);
        attribution.cue.is_some() && cue == attribution.cue && attribution.follows.is_none()
    }

    /// The words of a quotation without the comma that belongs to the attribution.
    fn inner(&self, quotation: usize) -> Option<Range<usize>> {
        let inner = self.view.quotations[quotation].inner.clone();
        let last = inner.end.checked_sub(1).filter(|last| inner.contains(last))?;
        let inner = inner.start..inner.end - usize::from(self.view.is_comma(last));
        (!inner.is_empty()).then_some(inner)
    }
}

/// Which quotes belong to one utterance.
struct Utterances {
    /// The quote to which a quotation belongs, by the index of the quotation.
    quote_of: Vec<Option<usize>>,
    /// By the index of the quote.
    groups: Vec<Option<u32>>,
    count: u32,
}

impl Utterances {
    fn new(quotations: usize) -> Utterances {
        Utterances { quote_of: vec![None; quotations], groups: Vec::new(), count: 0 }
    }

    /// Adds a quote that begins with a quotation; the quote that it `follows` shares its group.
    fn add(&mut self, quotation: usize, quote: usize, follows: Option<usize>) {
        self.quote_of[quotation] = Some(quote);
        self.groups.push(None);
        if let Some(before) = follows.and_then(|before| self.quote_of[before]) {
            let group = self.groups[before].unwrap_or(self.count);
            self.count = self.count.max(group + 1);
            (self.groups[before], self.groups[quote]) = (Some(group), Some(group));
        }
    }
}

const UNKNOWN: Attribution = Attribution { cue: None, speaker: None, evidence: Evidence::Unknown, follows: None };

fn parts(content: &Content) -> &[Range<usize>] {
    match content {
        Content::Clause(parts) => parts,
        Content::Quotation(_) => &[],
    }
}
