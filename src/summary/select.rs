//! Puts the sentences into order: each time the one that adds most to those before it.

use super::{
    candidates::Candidates,
    features::{Bins, Feature},
    scorecard::Scorecard,
    terms::shared,
};
use crate::sort;

/// How many sentences are chosen one at a time, each against all before; the rest follow by their points alone, which
/// keeps long texts linear.
const ROUNDS: usize = 64;
/// From this share of common terms on, the later of two sentences only repeats the other.
const DUPLICATE: f32 = 0.75;
/// Sentences with fewer terms may look alike by chance.
const COMPARABLE: usize = 4;

/// A candidate in the order of choice.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) candidate: usize,
    /// What spoke for it when it was chosen.
    pub(super) bins: Bins,
    pub(super) points: f32,
}

/// Every candidate once, best first. A candidate that depends on another one stands after it.
pub(super) fn order(candidates: &Candidates, card: Scorecard) -> Vec<Choice> {
    let mut progress = Progress::new(candidates);
    let fixed: Vec<f32> = candidates.list.iter().map(|c| card.total(&c.bins, 0..Feature::FIXED)).collect();
    let judge = |progress: &Progress, candidate: usize| {
        let bins = progress.bins(candidate);
        Choice { candidate, bins, points: fixed[candidate] + card.total(&bins, Feature::FIXED..Feature::COUNT) }
    };
    let mut chosen: Vec<Choice> = Vec::with_capacity(candidates.list.len());
    while chosen.len() < ROUNDS {
        let open = (0..candidates.list.len()).filter(|&c| progress.is_open(c));
        let Some(best) = open.map(|c| judge(&progress, c)).reduce(better) else { break };
        progress.take(best.candidate);
        chosen.push(best);
    }
    let mut rest: Vec<Choice> =
        (0..candidates.list.len()).filter(|&c| !progress.chosen[c]).map(|c| judge(&progress, c)).collect();
    sort::by_key(&mut rest, |choice| {
        sort::pair(progress.is_repetition(choice.candidate).into(), sort::greatest_first(choice.points))
    });
    append_after_needs(candidates, &mut chosen, rest);
    chosen
}

/// The choice with more points; the earlier one if they are equal.
fn better(a: Choice, b: Choice) -> Choice {
    if b.points > a.points { b } else { a }
}

/// Appends choices in their order, except that each waits for the one it depends on.
fn append_after_needs(candidates: &Candidates, chosen: &mut Vec<Choice>, rest: Vec<Choice>) {
    let mut is_in = vec![false; candidates.list.len()];
    chosen.iter().for_each(|choice| is_in[choice.candidate] = true);
    let mut waiting: Vec<Vec<Choice>> = vec![Vec::new(); candidates.list.len()];
    for choice in rest {
        match candidates.list[choice.candidate].needs.filter(|&on| !is_in[on]) {
            Some(on) => waiting[on].push(choice),
            None => release(choice, &mut waiting, &mut is_in, chosen),
        }
    }
}

/// Appends a choice and all that have waited for it, and for those, and so on.
fn release(first: Choice, waiting: &mut [Vec<Choice>], is_in: &mut [bool], chosen: &mut Vec<Choice>) {
    let mut next = chosen.len();
    chosen.push(first);
    while next < chosen.len() {
        let candidate = chosen[next].candidate;
        is_in[candidate] = true;
        chosen.append(&mut waiting[candidate]);
        next += 1;
    }
}

/// What has been chosen so far and what that means for the others.
#[derive(Debug)]
pub(super) struct Progress<'a> {
    candidates: &'a Candidates,
    chosen: Vec<bool>,
    /// For every term whether a chosen sentence holds it.
    covered: Vec<bool>,
    /// For every candidate its greatest likeness to a chosen one.
    likeness: Vec<f32>,
    /// For every entity whether a chosen sentence gives its full name.
    introduced: Vec<bool>,
}

impl<'a> Progress<'a> {
    pub(super) fn new(candidates: &'a Candidates) -> Progress<'a> {
        let people = candidates.list.iter().flat_map(|c| c.introduces.iter().chain(&c.presumes));
        Progress {
            candidates,
            chosen: vec![false; candidates.list.len()],
            covered: vec![false; candidates.terms.holders.len()],
            likeness: vec![0.0; candidates.list.len()],
            introduced: vec![false; people.map(|id| id.0 as usize + 1).max().unwrap_or(0)],
        }
    }

    /// Whether a candidate may be chosen now: not yet chosen, no repetition, and what it depends on is in.
    pub(super) fn is_open(&self, candidate: usize) -> bool {
        let depends_on_chosen = self.candidates.list[candidate].needs.is_none_or(|on| self.chosen[on]);
        !self.chosen[candidate] && depends_on_chosen && !self.is_repetition(candidate)
    }

    fn is_repetition(&self, candidate: usize) -> bool {
        self.likeness[candidate] >= DUPLICATE
    }

    /// Chooses a candidate.
    pub(super) fn take(&mut self, candidate: usize) {
        self.chosen[candidate] = true;
        let terms = &self.candidates.terms.of;
        terms[candidate].iter().for_each(|&term| self.covered[term as usize] = true);
        self.candidates.list[candidate].introduces.iter().for_each(|id| self.introduced[id.0 as usize] = true);
        for (other, likeness) in self.likeness.iter_mut().enumerate() {
            *likeness = likeness.max(alike(&terms[candidate], &terms[other]));
        }
    }

    /// The bins of a candidate as things stand.
    pub(super) fn bins(&self, candidate: usize) -> Bins {
        let this = &self.candidates.list[candidate];
        let terms = &self.candidates.terms.of[candidate];
        let new = terms.iter().filter(|&&term| !self.covered[term as usize]).count();
        let is_known = |id| this.introduces.contains(id) || self.introduced[id.0 as usize];
        let mut bins = this.bins;
        let mut set = |feature: Feature, value: f32| bins[feature as usize] = feature.bin(value);
        set(Feature::New, new as f32 / terms.len().max(1) as f32);
        set(Feature::Repeats, self.likeness[candidate]);
        set(Feature::Unknown, this.presumes.iter().filter(|id| !is_known(id)).count() as f32);
        bins
    }
}

/// The common terms of two sentences as a share of the shorter one's.
fn alike(a: &[u32], b: &[u32]) -> f32 {
    let shorter = a.len().min(b.len());
    if shorter < COMPARABLE { f32::from(u8::from(shorter > 0 && a == b)) } else { shared(a, b) as f32 / shorter as f32 }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{candidates::Candidate, terms::Terms},
        *,
    };
    use crate::{Span, report::EntityId};

    /// Candidates with these terms and needs, of which nothing else is known.
    fn candidates(rows: &[(&[u32], Option<usize>)]) -> Candidates {
        let of: Vec<Vec<u32>> = rows.iter().map(|(terms, _)| terms.to_vec()).collect();
        let size = of.iter().flatten().max().map_or(0, |&term| term as usize + 1);
        let candidate = |(at, (_, needs)): (usize, &(&[u32], Option<usize>))| Candidate {
            sentence: at as u32,
            span: Span::default(),
            bins: Bins::default(),
            needs: *needs,
            introduces: Vec::new(),
            presumes: Vec::new(),
        };
        let list = rows.iter().enumerate().map(candidate).collect();
        Candidates { list, terms: Terms { of, holders: vec![1; size], ..Terms::default() } }
    }

    /// One row each: what it is about, every candidate's terms and what it needs, and the order. No candidate has points.
    type Row<'a> = (&'a str, &'a [(&'a [u32], Option<usize>)], &'a [usize]);

    const ORDERS: &[Row] = &[
        ("nothing", &[], &[]),
        ("equal points: text order", &[(&[0], None), (&[1], None), (&[2], None)], &[0, 1, 2]),
        ("the one it depends on first", &[(&[0], Some(2)), (&[1], None), (&[2], None)], &[1, 2, 0]),
        ("a chain", &[(&[0], Some(1)), (&[1], Some(2)), (&[2], None)], &[2, 1, 0]),
        ("a repetition last", &[(&[0, 1, 2, 3], None), (&[0, 1, 2, 3], None), (&[4], None)], &[0, 2, 1]),
        (
            "what depends on a repetition after it",
            &[(&[0, 1, 2, 3], None), (&[0, 1, 2, 3], None), (&[4], Some(1)), (&[5], None)],
            &[0, 3, 1, 2],
        ),
    ];

    #[test]
    fn every_candidate_stands_once_after_what_it_needs() {
        for (about, rows, expected) in ORDERS {
            let order = order(&candidates(rows), Scorecard::NONE);
            assert_eq!(order.iter().map(|choice| choice.candidate).collect::<Vec<_>>(), *expected, "{about}");
        }
    }

    #[test]
    fn likeness_is_the_share_of_the_shorter_one() {
        for (a, b, expected) in [
            (&[0, 1, 2, 3][..], &[0, 1, 2, 3, 4, 5][..], 1.0),
            (&[0, 1, 2, 3], &[2, 3, 4, 5], 0.5),
            (&[0, 1, 2, 3], &[4, 5, 6, 7], 0.0),
            // Too few to tell, unless they are the same.
            (&[0, 1], &[0, 1, 2, 3], 0.0),
            (&[0, 1], &[0, 1], 1.0),
            (&[], &[], 0.0),
        ] {
            assert_eq!(alike(a, b), expected, "{a:?} {b:?}");
        }
    }

    #[test]
    fn a_name_is_known_once_a_chosen_sentence_has_given_it_in_full() {
        let mut candidates = candidates(&[(&[0], None), (&[1], None)]);
        (candidates.list[0].introduces, candidates.list[1].presumes) = (vec![EntityId(0)], vec![EntityId(0)]);
        let mut progress = Progress::new(&candidates);
        let unknown = |progress: &Progress| progress.bins(1)[Feature::Unknown as usize];
        assert_eq!(unknown(&progress), Feature::Unknown.bin(1.0));
        progress.take(0);
        assert_eq!(unknown(&progress), Feature::Unknown.bin(0.0));
    }
}
