//! Puts the sentences into order: each time the one after which the summary covers most for its length.
//!
//! What a summary covers is the chance of every term and pair that it holds, each counted once (after "maximum
//! coverage", Filatova and Hatzivassiloglou 2004); its length counts with a constant, without which the shortest
//! sentence would always win.

use super::{
    candidates::Candidates,
    odds::Chances,
    terms::{Holdings, Terms},
};
use crate::sort;

/// How many sentences are chosen one at a time, each against all before; the rest follow by what they would add after
/// these, which keeps long texts linear.
const ROUNDS: usize = 64;
/// How many words are added to the length of every summary, and how many more for each sentence already chosen: the
/// longer the summary, the less its length matters.
const SPARE_WORDS: [f32; 2] = [40.0, 10.0];
/// What a pair is worth, a term being worth 1.
const PAIR: f32 = 2.0;
/// From this share of common terms on, the later of two sentences only repeats the other.
const DUPLICATE: f32 = 0.75;
/// Sentences with fewer terms may look alike by chance.
const COMPARABLE: u32 = 4;

/// A candidate in the order of choice.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) candidate: usize,
    /// What it added to those before it.
    pub(super) gain: f32,
    /// The share of its own worth that was new.
    pub(super) fresh: f32,
}

/// Every candidate once, best first. A candidate that depends on another one stands after it.
pub(super) fn order(candidates: &Candidates, chances: &Chances) -> Vec<Choice> {
    let mut progress = Progress::new(candidates, chances);
    let all = 0..candidates.list.len();
    let mut chosen: Vec<Choice> = Vec::with_capacity(candidates.list.len());
    while chosen.len() < ROUNDS {
        let open = all.clone().filter(|&c| progress.is_open(c));
        let Some(best) = open.map(|c| (c, progress.covered_with(c))).reduce(better) else { break };
        chosen.push(progress.choice(best.0));
        progress.take(best.0);
    }
    let rest = all.filter(|&c| !progress.chosen[c]);
    let mut rest: Vec<Choice> = rest.map(|c| progress.choice(c)).collect();
    sort::by_key(&mut rest, |choice| {
        let covered = progress.covered_with(choice.candidate);
        sort::pair(progress.is_repetition(choice.candidate).into(), sort::greatest_first(covered))
    });
    append_after_needs(candidates, &mut chosen, rest);
    chosen
}

/// The better of two candidates; the earlier one if they are equal.
fn better(a: (usize, f32), b: (usize, f32)) -> (usize, f32) {
    if b.1 > a.1 { b } else { a }
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
struct Progress<'a> {
    candidates: &'a Candidates,
    chances: &'a Chances,
    chosen: Vec<bool>,
    steps: usize,
    /// What the chosen sentences cover, each at its discount, and how many words they have.
    covered: f32,
    words: f32,
    /// For every candidate what it holds, and what of it the chosen ones do not hold.
    worth: Vec<f32>,
    left: Vec<f32>,
    /// For every term and pair whether a chosen sentence holds it.
    told: [Vec<bool>; 2],
    /// For every candidate how many terms of it tell something, and its greatest likeness to a chosen one.
    telling: Vec<u32>,
    likeness: Vec<f32>,
}

impl<'a> Progress<'a> {
    fn new(candidates: &'a Candidates, chances: &'a Chances) -> Progress<'a> {
        let Candidates { list, terms } = candidates;
        let worth: Vec<f32> = (0..list.len()).map(|at| chances.sum(terms, at)).collect();
        Progress {
            candidates,
            chances,
            chosen: vec![false; list.len()],
            steps: 0,
            covered: 0.0,
            words: 0.0,
            left: worth.clone(),
            worth,
            told: [vec![false; chances.words.len()], vec![false; chances.pairs.len()]],
            telling: (0..list.len()).map(|at| telling(terms, at).count() as u32).collect(),
            likeness: vec![0.0; list.len()],
        }
    }

    /// Whether a candidate may be chosen now: not yet chosen, no repetition, and what it depends on is in.
    fn is_open(&self, candidate: usize) -> bool {
        let depends_on_chosen = self.candidates.list[candidate].needs.is_none_or(|on| self.chosen[on]);
        !self.chosen[candidate] && depends_on_chosen && !self.is_repetition(candidate)
    }

    fn is_repetition(&self, candidate: usize) -> bool {
        self.likeness[candidate] >= DUPLICATE
    }

    /// What a summary would cover a word if the candidate were in it, too.
    fn covered_with(&self, candidate: usize) -> f32 {
        let [first, later] = SPARE_WORDS;
        let words = self.words + self.candidates.list[candidate].words as f32;
        (self.covered + self.gain(candidate)) / (words + first + later * self.steps as f32)
    }

    fn gain(&self, candidate: usize) -> f32 {
        // Subtraction may leave a trifle below 0.
        self.candidates.list[candidate].discount * self.left[candidate].max(0.0)
    }

    fn choice(&self, candidate: usize) -> Choice {
        let fresh = self.left[candidate].max(0.0) / self.worth[candidate].max(f32::MIN_POSITIVE);
        Choice { candidate, gain: self.gain(candidate), fresh }
    }

    /// Chooses a candidate.
    fn take(&mut self, candidate: usize) {
        self.covered += self.gain(candidate);
        self.words += self.candidates.list[candidate].words as f32;
        self.chosen[candidate] = true;
        self.steps += 1;
        let (terms, chances) = (&self.candidates.terms, self.chances);
        let things = [(&terms.words, &chances.words, 1.0), (&terms.pairs, &chances.pairs, PAIR)];
        for ((holdings, chances, weight), told) in things.into_iter().zip(&mut self.told) {
            tell(candidate, holdings, told, |thing, holder| self.left[holder] -= weight * chances[thing]);
        }
        self.compare(candidate);
    }

    /// Notes for every candidate how like it is to one just chosen.
    fn compare(&mut self, chosen: usize) {
        let terms = &self.candidates.terms;
        let mut shared = vec![0; self.likeness.len()];
        for term in telling(terms, chosen) {
            terms.words.holders.row(term).iter().for_each(|&holder| shared[holder as usize] += 1);
        }
        for (other, shared) in shared.into_iter().enumerate().filter(|(_, shared)| *shared > 0) {
            let likeness = alike(shared, self.telling[chosen], self.telling[other]);
            self.likeness[other] = self.likeness[other].max(likeness);
        }
    }
}

/// The terms of a sentence that tell what it is about.
fn telling(terms: &Terms, sentence: usize) -> impl Iterator<Item = usize> {
    let all = terms.words.of.row(sentence).iter().map(|&term| term as usize);
    all.filter(|&term| terms.kinds[term].tells())
}

/// Marks everything that a sentence holds as told; calls `lose` with each thing that was not told before and each
/// sentence that holds it.
fn tell(sentence: usize, holdings: &Holdings, told: &mut [bool], mut lose: impl FnMut(usize, usize)) {
    for &thing in holdings.of.row(sentence) {
        let thing = thing as usize;
        if !std::mem::replace(&mut told[thing], true) {
            holdings.holders.row(thing).iter().for_each(|&holder| lose(thing, holder as usize));
        }
    }
}

/// The terms that two sentences share as a share of the shorter one's; `size` and `other` are the numbers of their terms.
fn alike(shared: u32, size: u32, other: u32) -> f32 {
    let shorter = size.min(other);
    if shorter >= COMPARABLE {
        shared as f32 / shorter as f32
    } else {
        f32::from(u8::from(shorter > 0 && shared == size && shared == other))
    }
}

impl Chances {
    /// What a sentence covers by itself.
    fn sum(&self, terms: &Terms, sentence: usize) -> f32 {
        let sum = |holdings: &Holdings, chances: &[f32]| -> f32 {
            holdings.of.row(sentence).iter().map(|&thing| chances[thing as usize]).sum()
        };
        sum(&terms.words, &self.words) + PAIR * sum(&terms.pairs, &self.pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{candidates::Candidate, reasons::Grounds, rows::Rows, terms::WordKind},
        *,
    };
    use crate::Span;

    /// Candidates of ten words with these terms and needs.
    fn candidates(rows: &[(&[u32], Option<usize>)]) -> Candidates {
        let size = rows.iter().flat_map(|(terms, _)| *terms).max().map_or(0, |&term| term as usize + 1);
        let candidate = |(at, (_, needs)): (usize, &(&[u32], Option<usize>))| Candidate {
            sentence: at as u32,
            span: Span::default(),
            words: 10,
            discount: 1.0,
            needs: *needs,
            grounds: Grounds::default(),
        };
        let mut of = Rows::default();
        rows.iter().for_each(|(terms, _)| of.push_distinct(terms.iter().copied()));
        let words = Holdings { holders: of.transposed(size), of };
        Candidates {
            list: rows.iter().enumerate().map(candidate).collect(),
            terms: Terms { kinds: vec![WordKind::Content; size], words, ..Terms::default() },
        }
    }

    fn ordered(rows: &[(&[u32], Option<usize>)]) -> Vec<usize> {
        let candidates = candidates(rows);
        let chances = Chances { words: vec![0.5; candidates.terms.kinds.len()], pairs: Vec::new() };
        order(&candidates, &chances).iter().map(|choice| choice.candidate).collect()
    }

    /// One row each: what it is about, every candidate's terms and what it needs, and the order.
    type Row<'a> = (&'a str, &'a [(&'a [u32], Option<usize>)], &'a [usize]);

    #[test]
    fn candidates_follow_by_what_they_add() {
        let rows: &[Row] = &[
            ("nothing to choose from", &[], &[]),
            ("equal ones in text order", &[(&[0], None), (&[1], None), (&[2], None)], &[0, 1, 2]),
            ("more terms first", &[(&[0], None), (&[1, 2, 3], None), (&[4, 5], None)], &[1, 2, 0]),
            ("told terms count no more", &[(&[0, 1, 2], None), (&[0, 1, 3], None), (&[4, 5], None)], &[0, 2, 1]),
            ("repetitions last", &[(&[0, 1, 2, 3], None), (&[0, 1, 2, 3], None), (&[9], None)], &[0, 2, 1]),
            ("after what it needs", &[(&[0], None), (&[1, 2, 3], Some(0))], &[0, 1]),
            (
                "a repetition keeps waiting those that need it",
                &[(&[0, 1, 2, 3], None), (&[0, 1, 2, 3], None), (&[5, 6], Some(1)), (&[7], None)],
                &[0, 3, 1, 2],
            ),
        ];
        for (what, given, expected) in rows {
            assert_eq!(ordered(given), *expected, "{what}");
        }
    }

    #[test]
    fn beyond_the_rounds_every_candidate_follows_once() {
        let terms: Vec<[u32; 1]> = (0..200).map(|at| [at]).collect();
        let rows: Vec<(&[u32], Option<usize>)> = terms
            .iter()
            .enumerate()
            .map(|(at, terms)| (&terms[..], (at % 3 == 1).then(|| at + 1).filter(|&on| on < 200)))
            .collect();
        let order = ordered(&rows);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert!(sorted.into_iter().eq(0..200));
        let place = |of: usize| order.iter().position(|&candidate| candidate == of);
        assert!(rows.iter().enumerate().all(|(at, (_, needs))| needs.is_none_or(|on| place(on) < place(at))));
    }

    #[test]
    fn likeness_is_the_share_of_the_shorter_sentence() {
        for (shared, size, other, expected) in
            [(2, 4, 8, 0.5), (4, 4, 4, 1.0), (2, 2, 4, 0.0), (2, 2, 2, 1.0), (0, 0, 0, 0.0), (0, 4, 4, 0.0)]
        {
            assert_eq!(alike(shared, size, other), expected, "{shared} of {size} and {other}");
        }
    }
}
