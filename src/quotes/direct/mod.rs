//! Words in quotation marks: which of them are speech, and whose.

mod by_context;
mod by_cue;

use super::{
    Found,
    clauses::Content,
    cues::{Cue, Side},
    nouns::NounPhrase,
    reasons::How,
    view::View,
};
use crate::report::QuoteKind;
use std::ops::Range;

/// The marked words that are speech, with their speakers.
pub(super) fn attribute(view: &View, cues: &[Cue], contents: &[Option<Content>]) -> Vec<Found> {
    let mut scene = Scene::new(view, cues, contents);
    scene.attribute_by_cues();
    scene.attribute_by_context();
    scene.found()
}

/// Who said a marked stretch, and how that is known.
#[derive(Clone, Debug)]
struct Attribution {
    cue: Option<usize>,
    speaker: Option<NounPhrase>,
    how: How,
    /// The stretch whose utterance it continues.
    follows: Option<usize>,
}

struct Scene<'v, 'a> {
    view: &'v View<'a>,
    cues: &'v [Cue<'a>],
    contents: &'v [Option<Content>],
    /// By the index of the stretch; none for those inside clauses, or without speaker, or no speech.
    attributions: Vec<Option<Attribution>>,
    /// Whether the stretch stands inside a reported clause.
    covered: Vec<bool>,
}

impl<'v, 'a> Scene<'v, 'a> {
    fn new(view: &'v View<'a>, cues: &'v [Cue<'a>], contents: &'v [Option<Content>]) -> Scene<'v, 'a> {
        let mut covered = vec![false; view.marked.len()];
        for part in contents.iter().flatten().flat_map(parts) {
            view.marked_in(part).for_each(|m| covered[m] = true);
        }
        Scene { view, cues, contents, attributions: vec![None; view.marked.len()], covered }
    }

    /// The cues of an outer sentence, with the index of the first.
    fn cues_of(&self, sentence: usize) -> Range<usize> {
        let first = self.cues.partition_point(|cue| cue.sentence < sentence);
        first..self.cues.partition_point(|cue| cue.sentence <= sentence)
    }

    fn by_cue(&self, cue: usize, how: How) -> Attribution {
        let how = match self.cues[cue].side {
            _ if self.cues[cue].verb.is_none() => How::Accordance,
            Side::After => How::Inverted,
            Side::Shared => How::Shared,
            Side::Before => how,
        };
        Attribution { cue: Some(cue), speaker: self.cues[cue].speaker.clone(), how, follows: None }
    }

    /// How many words stand between the marks.
    fn words(&self, marked: usize) -> usize {
        self.view.marked[marked].inner.clone().filter(|&i| !self.view.is_mark(i)).count()
    }

    fn top_level_before(&self, marked: usize) -> Option<usize> {
        (0..marked).rev().take(8).find(|&m| self.view.is_top(m))
    }

    /// The quotes: stretches under one cue are parts of one quote, stretches that go on from others share a group.
    fn found(&self) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut groups = Groups { of: vec![None; self.view.marked.len()], count: 0 };
        let mut last = None;
        for (marked, attribution) in self.attributions.iter().enumerate() {
            let Some((attribution, inner)) = attribution.as_ref().zip(self.inner(marked)) else { continue };
            match last.filter(|before| self.share_cue(*before, attribution)).zip(found.last_mut()) {
                Some((before, quote)) => {
                    quote.parts.push(inner);
                    groups.of[marked] = groups.of[before];
                }
                None => found.push(Found {
                    kind: QuoteKind::Direct,
                    parts: vec![inner],
                    cue: attribution.cue,
                    speaker: attribution.speaker.clone(),
                    how: attribution.how,
                    group: attribution.follows.map(|before| groups.join(marked, before)),
                }),
            }
            last = Some(marked);
        }
        found
    }

    /// Whether a stretch stands under the same cue as the one before it.
    fn share_cue(&self, before: usize, attribution: &Attribution) -> bool {
        let cue = self.attributions[before].as_ref().and_then(|before| before.cue);
        attribution.cue.is_some() && cue == attribution.cue && attribution.follows.is_none()
    }

    /// The words of a stretch without the comma that belongs to the attribution.
    fn inner(&self, marked: usize) -> Option<Range<usize>> {
        let inner = self.view.marked[marked].inner.clone();
        let last = inner.end.checked_sub(1).filter(|last| inner.contains(last))?;
        let inner = inner.start..inner.end - usize::from(self.view.is_comma(last));
        (!inner.is_empty()).then_some(inner)
    }
}

/// Numbers for utterances that run over several quotes.
struct Groups {
    /// By the index of the stretch.
    of: Vec<Option<u32>>,
    count: u32,
}

impl Groups {
    /// The group of a stretch that goes on from `before`, which joins it if it was alone.
    fn join(&mut self, marked: usize, before: usize) -> u32 {
        let group = self.of[before].unwrap_or_else(|| {
            self.count += 1;
            self.count - 1
        });
        (self.of[before], self.of[marked]) = (Some(group), Some(group));
        group
    }
}

const UNKNOWN: Attribution = Attribution { cue: None, speaker: None, how: How::Unknown, follows: None };

fn parts(content: &Content) -> &[Range<usize>] {
    match content {
        Content::Clause(parts) => parts,
        Content::Marked(_) => &[],
    }
}
