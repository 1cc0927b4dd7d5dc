//! Which words in quotation marks two texts share, and how they differ.
//!
//! Sentences of quotations that share words are linked. What the links join, one or more pieces of each text, is compared
//! as a whole, since one text may interrupt what the other gives in one piece; where the whole is neither the same nor cut,
//! the links themselves are told.

use super::{
    alignment::align,
    comparison::{DifferenceOp, DifferenceStep, QuotationPlace, QuotationRelation, SharedQuotation},
    names::Names,
    quoted::{Piece, QuotedWord, pieces},
    story::Story,
};
use crate::{
    Span,
    filed::{Filed, Groups},
    model::phrase_step,
    sort,
};
use std::ops::Range;

/// Two words side by side that more sentences of a text than these have are too common to tell.
const MOST_ALIKE: usize = 12;
/// With so many sentences each is compared, those first with which it shares most pairs of words.
const MOST_CANDIDATES: usize = 4;
/// The same words of fewer than these are no coincidence only if one person says them.
const COINCIDENCE: usize = 4;

pub(super) fn find(stories: &[Story], names: &Names) -> Vec<SharedQuotation> {
    let texts: Vec<Vec<Piece>> = stories.iter().map(pieces).collect();
    let mut found = Vec::new();
    for second in 1..texts.len() {
        for first in 0..second {
            found.extend(Pair { texts: [first, second], pieces: [&texts[first], &texts[second]], names }.quotations());
        }
    }
    let mut found = over_texts(found);
    sort::by_key(&mut found, |quotation| {
        quotation.places.first().map_or(0, |place| sort::pair(place.text, place.span.start))
    });
    found
}

/// Two texts whose quotations are compared.
struct Pair<'a> {
    texts: [usize; 2],
    pieces: [&'a [Piece]; 2],
    names: &'a Names,
}

/// A sentence of a piece.
#[derive(Clone, Debug)]
struct Unit {
    piece: usize,
    words: Range<usize>,
}

/// A sentence of each text, by their places among all, that have words in common.
#[derive(Clone, Copy, Debug)]
struct Link {
    units: [usize; 2],
    relation: QuotationRelation,
    shared: usize,
}

/// What two quotations have in common.
struct Match {
    relation: QuotationRelation,
    /// The places of the shared words.
    shared: Vec<(usize, usize)>,
}

impl Pair<'_> {
    fn quotations(&self) -> Vec<SharedQuotation> {
        let units = self.pieces.map(units);
        let links = self.best(&units, self.links(&units));
        let mut found = Vec::new();
        for group in self.groups(&units, &links) {
            let pieces = [0, 1].map(|side| {
                let of_side = group.iter().map(|link| units[side][link.units[side]].piece as u32);
                self.outermost(side, sort::distinct(of_side.collect()))
            });
            let words = [0, 1].map(|side| self.words_of(side, &pieces[side]));
            let is_single = pieces
                .iter()
                .enumerate()
                .all(|(side, pieces)| matches!(pieces[..], [piece] if self.pieces[side][piece].sentences.len() == 1));
            let whole = self.compare(&words, self.is_one_speaker([pieces[0][0], pieces[1][0]]));
            match whole.filter(|whole| is_single || whole.relation != QuotationRelation::Different) {
                Some(whole) => found.push(self.quotation(&words, &whole, &pieces)),
                None => found.extend(self.sentence_by_sentence(&units, &group)),
            }
        }
        found
    }

    /// The pieces without those that another one holds as a whole, as a headline repeats some words of a quotation.
    fn outermost(&self, side: usize, pieces: Vec<u32>) -> Vec<usize> {
        let spellings = |piece: usize| -> Vec<u32> {
            self.pieces[side][piece].words.iter().map(|quoted| quoted.word.spelling).collect()
        };
        let all: Vec<(usize, Vec<u32>)> =
            pieces.into_iter().map(|piece| piece as usize).map(|piece| (piece, spellings(piece))).collect();
        let is_inside = |(piece, words): &&(usize, Vec<u32>)| {
            let holds = |(other, longer): &(usize, Vec<u32>)| {
                other != piece
                    && longer.len() > words.len()
                    && longer.windows(words.len()).any(|window| window == words)
            };
            all.len() <= MOST_ALIKE && all.iter().any(holds)
        };
        all.iter().filter(|piece| !is_inside(piece)).map(|(piece, _)| *piece).collect()
    }

    /// What the links of a group tell each by itself; neighbours that are the same words are told as one.
    fn sentence_by_sentence(&self, units: &[Vec<Unit>; 2], group: &[Link]) -> Vec<SharedQuotation> {
        let goes_on = |a: &Link, b: &Link| {
            let next = |side: usize| a.units[side] + 1 == b.units[side];
            a.relation == QuotationRelation::Same && b.relation == a.relation && next(0) && next(1)
        };
        let told = group.chunk_by(goes_on).filter_map(|run| {
            let words = [0, 1].map(|side| {
                let words = |link: &Link| {
                    let Unit { piece, words } = &units[side][link.units[side]];
                    self.pieces[side][*piece].words[words.clone()].iter().copied()
                };
                run.iter().flat_map(words).collect::<Vec<_>>()
            });
            let first = [0, 1].map(|side| units[side][run[0].units[side]].piece);
            let found = self.compare(&words, self.is_one_speaker(first))?;
            Some(self.quotation(&words, &found, &[Vec::new(), Vec::new()]))
        });
        told.collect()
    }

    fn words_of(&self, side: usize, pieces: &[usize]) -> Vec<QuotedWord> {
        pieces.iter().flat_map(|&piece| self.pieces[side][piece].words.iter().copied()).collect()
    }

    /// Every two sentences that have words in common.
    fn links(&self, units: &[Vec<Unit>; 2]) -> Vec<Link> {
        let words = |side: usize, unit: &Unit| &self.pieces[side][unit.piece].words[unit.words.clone()];
        let filed = units[1].iter().zip(0..).flat_map(|(unit, at)| pairs(words(1, unit)).map(move |pair| (pair, at)));
        let filed = Filed::new(filed.collect());
        let mut links = Vec::new();
        for (at, unit) in units[0].iter().enumerate() {
            let near = pairs(words(0, unit)).map(|pair| filed.get(pair)).filter(|near| near.len() <= MOST_ALIKE);
            let near = Filed::new(near.flatten().zip(0..).map(|(&(_, other), number)| (other, number)).collect());
            let mut counted: Vec<(u32, u32)> = near.groups().map(|of_one| (of_one.len() as u32, of_one[0].0)).collect();
            sort::by_key(&mut counted, |&(count, other)| sort::pair(!count, other));
            for &(_, other) in counted.iter().take(MOST_CANDIDATES) {
                let other = other as usize;
                let both = [words(0, unit).to_vec(), words(1, &units[1][other]).to_vec()];
                let speaker = self.is_one_speaker([unit.piece, units[1][other].piece]);
                if let Some(Match { relation, shared }) = self.compare(&both, speaker) {
                    links.push(Link { units: [at, other], relation, shared: shared.len() });
                }
            }
        }
        links
    }

    /// The links that are the best for the sentence with fewer words, in text order.
    fn best(&self, units: &[Vec<Unit>; 2], links: Vec<Link>) -> Vec<Link> {
        let mut best = [0, 1].map(|side| vec![(0, usize::MAX); units[side].len()]);
        // The same words count more than as many that are only among others.
        let length = |side: usize, link: &Link| units[side][link.units[side]].words.len();
        let worth = |link: &Link| (2 * link.shared * 1000) / (length(0, link) + length(1, link)).max(1) + 1;
        for (at, link) in links.iter().enumerate() {
            for side in [0, 1] {
                let best = &mut best[side][link.units[side]];
                if worth(link) > best.0 {
                    *best = (worth(link), at);
                }
            }
        }
        let is_best = |side: usize, at: usize| best[side][links[at].units[side]].1 == at;
        let kept = |at: usize| {
            let (first, second) = (length(0, &links[at]), length(1, &links[at]));
            (first > second || is_best(0, at)) && (second > first || is_best(1, at))
        };
        (0..links.len()).filter(|&at| kept(at)).map(|at| links[at]).collect()
    }

    /// The links by the pieces that they join, directly or by way of others.
    fn groups(&self, units: &[Vec<Unit>; 2], links: &[Link]) -> Vec<Vec<Link>> {
        let count = self.pieces[0].len();
        let mut joined = Groups::alone(vec![0; count + self.pieces[1].len()]);
        let piece = |link: &Link| units[0][link.units[0]].piece as u32;
        for link in links {
            joined.join(piece(link), (count + units[1][link.units[1]].piece) as u32);
        }
        let of_group = links.iter().zip(0..).map(|(link, at)| (joined.of(piece(link)), at));
        let of_group = Filed::new(of_group.collect());
        of_group.groups().map(|group| group.iter().map(|&(_, at)| links[at as usize]).collect()).collect()
    }

    /// Whether one person says both pieces; nothing where that is not known of both.
    fn is_one_speaker(&self, pieces: [usize; 2]) -> Option<bool> {
        let speaker = |side: usize| self.names.of(self.texts[side], self.pieces[side][pieces[side]].speaker?);
        Some(speaker(0)? == speaker(1)?)
    }

    /// What two quotations have in common, if that is no coincidence.
    fn compare(&self, words: &[Vec<QuotedWord>; 2], one_speaker: Option<bool>) -> Option<Match> {
        let [a, b] = words.each_ref().map(|words| words.iter().map(|quoted| quoted.word.spelling).collect::<Vec<_>>());
        let shared = align(&a, &b);
        let telling = shared.iter().filter(|(at, _)| words[0][*at].word.tells()).count();
        let goes_on = |a: &(usize, usize), b: &(usize, usize)| a.0 + 1 == b.0 && a.1 + 1 == b.1;
        let runs = shared.chunk_by(goes_on).count();
        let (count, shorter, longer) = (shared.len(), a.len().min(b.len()), a.len().max(b.len()));
        let is_chance = telling == 0 || count < 2 || count < COINCIDENCE && one_speaker != Some(true) && longer > count;
        let relation = match () {
            () if is_chance || runs > 1 + count / 3 => return None,
            () if count == longer => QuotationRelation::Same,
            () if count == shorter => QuotationRelation::Shorter,
            () if count >= COINCIDENCE && 10 * count >= 6 * shorter && (3 * count >= longer || runs < 3) => {
                QuotationRelation::Different
            }
            () => return None,
        };
        Some(Match { relation, shared })
    }

    fn quotation(&self, words: &[Vec<QuotedWord>; 2], found: &Match, pieces: &[Vec<usize>; 2]) -> SharedQuotation {
        let mut places = Vec::new();
        for side in [0, 1] {
            let repeats = pieces[side].iter().flat_map(|&piece| self.pieces[side][piece].repeats.iter());
            let all: Vec<QuotedWord> = words[side].iter().chain(repeats).copied().collect();
            places.extend(all.chunk_by(stands_together).map(|run| self.place(side, run)));
        }
        let difference = match found.relation {
            QuotationRelation::Same => Vec::new(),
            _ => self.difference(words, &found.shared),
        };
        SharedQuotation { relation: found.relation, places, difference }
    }

    fn place(&self, side: usize, run: &[QuotedWord]) -> QuotationPlace {
        QuotationPlace { text: self.texts[side] as u32, quote: run[0].quote, part: run[0].part, span: span_of(run) }
    }

    /// The shared words and those between them, in order.
    fn difference(&self, words: &[Vec<QuotedWord>; 2], shared: &[(usize, usize)]) -> Vec<DifferenceStep> {
        let mut steps = Vec::new();
        let mut add = |op: DifferenceOp, side: usize, range: Range<usize>| {
            let runs = words[side][range].chunk_by(stands_together);
            steps.extend(runs.map(|run| DifferenceStep { op, text: self.texts[side] as u32, span: span_of(run) }));
        };
        let mut done = (0, 0);
        for run in shared.chunk_by(|a, b| a.0 + 1 == b.0 && a.1 + 1 == b.1) {
            let (first, end) = (run[0], (run[0].0 + run.len(), run[0].1 + run.len()));
            add(DifferenceOp::Only, 0, done.0..first.0);
            add(DifferenceOp::Only, 1, done.1..first.1);
            add(DifferenceOp::Equal, 0, first.0..end.0);
            add(DifferenceOp::Equal, 1, first.1..end.1);
            done = end;
        }
        add(DifferenceOp::Only, 0, done.0..words[0].len());
        add(DifferenceOp::Only, 1, done.1..words[1].len());
        steps
    }
}

fn units(pieces: &[Piece]) -> Vec<Unit> {
    let of = |(piece, found): (usize, &Piece)| {
        found.sentences.iter().map(|words| Unit { piece, words: words.clone() }).collect::<Vec<_>>()
    };
    pieces.iter().enumerate().flat_map(of).collect()
}

/// Two words side by side as one number.
fn pairs(words: &[QuotedWord]) -> impl Iterator<Item = u32> {
    words.windows(2).map(|pair| phrase_step(pair[0].word.spelling, pair[1].word.spelling))
}

/// Whether no attribution stands between two words.
fn stands_together(a: &QuotedWord, b: &QuotedWord) -> bool {
    a.quote == b.quote && a.part == b.part && a.word.span.end <= b.word.span.start
}

fn span_of(run: &[QuotedWord]) -> Span {
    run[0].word.span.join(run[run.len() - 1].word.span)
}

/// Quotations that are the same in more than two texts become one.
fn over_texts(mut found: Vec<SharedQuotation>) -> Vec<SharedQuotation> {
    let is_same = |quotation: &SharedQuotation| quotation.relation == QuotationRelation::Same;
    let mut places = Vec::new();
    for (quotation, at) in found.iter().zip(0..).filter(|(quotation, _)| is_same(quotation)) {
        let key = |place: &QuotationPlace| place.span.start << 3 | place.text;
        places.extend(quotation.places.iter().map(|place| (key(place), at)));
    }
    let mut joined = Groups::alone(vec![0; found.len()]);
    Filed::new(places)
        .groups()
        .for_each(|of_place| of_place.iter().for_each(|&(_, at)| joined.join(of_place[0].1, at)));
    for at in 0..found.len() {
        let first = joined.of(at as u32) as usize;
        if first < at {
            let places = std::mem::take(&mut found[at].places);
            let new: Vec<_> = places.into_iter().filter(|place| !found[first].places.contains(place)).collect();
            found[first].places.extend(new);
            sort::by_key(&mut found[first].places, |place| sort::pair(place.text, place.span.start));
        }
    }
    found.retain(|quotation| !quotation.places.is_empty());
    found
}
