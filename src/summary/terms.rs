//! The words of the story as terms and as pairs of neighbours, and which sentences hold them.

use super::rows::{self, Rows};
use crate::{
    model::{Class, hash_lower},
    sort,
    text::{chars::is_apostrophe, stem},
    tokens::{Form, Reading, SentenceTokens},
};
use std::{iter, ops::Range};

/// The words of some sentences. A term is a word without its ending: "resign" and "resigned" are one.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// For every term the hash of its stem, in ascending order.
    #[cfg_attr(not(feature = "training"), allow(dead_code, reason = "the trainer compares terms of two texts"))]
    pub(super) stems: Vec<u32>,
    /// For every form of the text its term, or [`NO_TERM`].
    pub(super) of_form: Vec<u32>,
    /// For every term what sort of word it is.
    pub(super) kinds: Vec<WordKind>,
    pub(super) words: Holdings,
    /// Terms that stand side by side.
    pub(super) pairs: Holdings,
    /// For every pair its two terms.
    pub(super) parts: Vec<[u32; 2]>,
    /// What the headline shares with the sentences; none where there is no headline.
    pub(super) headline: Option<Headline>,
}

/// What sort of word a term is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum WordKind {
    /// It says what the text is about.
    #[default]
    Content,
    /// It holds a digit.
    Number,
    /// It says how the others belong together.
    Function,
    /// It says that somebody speaks.
    Saying,
}

impl WordKind {
    /// How many kinds there are.
    pub(super) const COUNT: usize = 4;

    /// Whether two sentences that share such a word tell of the same.
    pub(super) const fn tells(self) -> bool {
        matches!(self, WordKind::Content | WordKind::Number)
    }
}

/// Which sentences hold which things. A thing counts once a sentence.
#[derive(Debug, Default)]
pub(super) struct Holdings {
    /// For every sentence the things that it holds, in ascending order.
    pub(super) of: Rows,
    /// For every thing the sentences that hold it, in ascending order.
    pub(super) holders: Rows,
}

/// For every term and every pair of the sentences whether the headline holds it, too.
#[derive(Debug, Default)]
pub(super) struct Headline {
    pub(super) words: Vec<bool>,
    pub(super) pairs: Vec<bool>,
}

impl Terms {
    /// Reads the terms of sentences, given in text order, and of the headline.
    pub(super) fn read(reading: Reading, sentences: &[&SentenceTokens]) -> Terms {
        let Vocabulary { stems, of_form, kinds } = Vocabulary::of(reading);
        let terms = |tokens: Range<usize>| {
            let term = |token: usize| of_form[reading.tokens.tokens[token].form as usize];
            tokens.map(term).filter(|&term| term != NO_TERM)
        };
        let mut told = Vec::with_capacity(reading.tokens.tokens.len());
        for (at, sentence) in (0..).zip(sentences) {
            let mut before = NO_TERM;
            for term in terms(sentence.tokens.clone()) {
                told.push(Occurrence { before, term, sentence: at });
                before = term;
            }
        }
        let by_term = rows::ordered(&told, kinds.len(), |occurrence| occurrence.term);
        let (parts, pairs) = pairs_of(&by_term, kinds.len(), sentences.len());
        let headline = headline_tokens(reading).map(|tokens| terms(tokens).collect());
        let headline = headline
            .filter(|terms: &Vec<u32>| !terms.is_empty())
            .map(|terms| Headline::of(&terms, kinds.len(), &parts));
        let words = words_of(&by_term, kinds.len(), sentences.len());
        Terms { words, stems, of_form, kinds, pairs, parts, headline }
    }
}

/// A term where it stands.
#[derive(Clone, Copy, Default)]
struct Occurrence {
    /// The term before it in its sentence, or [`NO_TERM`].
    before: u32,
    term: u32,
    sentence: u32,
}

/// Which of so many sentences hold which terms, by what stands in the order of the terms.
fn words_of(by_term: &[Occurrence], size: usize, sentences: usize) -> Holdings {
    let mut holders = Rows::with_capacity(by_term.len());
    let mut rest = by_term.iter().peekable();
    for term in 0..size as u32 {
        holders.push_distinct(iter::from_fn(|| Some(rest.next_if(|next| next.term == term)?.sentence)));
    }
    Holdings { of: holders.transposed(sentences), holders }
}

/// All pairs in ascending order, and which sentences hold which.
fn pairs_of(by_term: &[Occurrence], size: usize, sentences: usize) -> (Vec<[u32; 2]>, Holdings) {
    let second: Vec<_> = by_term.iter().filter(|second| second.before != NO_TERM).copied().collect();
    // What is equal in the first term stays in the order of the second, and what is equal in both in text order.
    let pairs = rows::ordered(&second, size, |second| second.before);
    let (mut parts, mut holders) = (Vec::with_capacity(pairs.len()), Rows::with_capacity(pairs.len()));
    let pair = |second: &Occurrence| [second.before, second.term];
    for same in pairs.chunk_by(|a, b| pair(a) == pair(b)) {
        parts.push(pair(&same[0]));
        holders.push_distinct(same.iter().map(|second| second.sentence));
    }
    (parts, Holdings { of: holders.transposed(sentences), holders })
}

impl Headline {
    fn of(terms: &[u32], size: usize, parts: &[[u32; 2]]) -> Headline {
        let mut headline = Headline { words: vec![false; size], pairs: vec![false; parts.len()] };
        terms.iter().for_each(|&term| headline.words[term as usize] = true);
        let pairs = terms.windows(2).filter_map(|pair| parts.binary_search(&[pair[0], pair[1]]).ok());
        pairs.for_each(|pair| headline.pairs[pair] = true);
        headline
    }
}

fn headline_tokens(reading: Reading) -> Option<Range<usize>> {
    let headline = reading.article.headline?;
    Some(reading.tokens.token_at(headline.start)..reading.tokens.token_at(headline.end))
}

/// The term of a mark, which is none.
pub(super) const NO_TERM: u32 = u32::MAX;

/// The terms of the text, filed by spelling.
struct Vocabulary {
    stems: Vec<u32>,
    of_form: Vec<u32>,
    kinds: Vec<WordKind>,
}

impl Vocabulary {
    fn of(reading: Reading) -> Vocabulary {
        let forms = &reading.tokens.forms;
        let mut hashed: Vec<(u32, u32)> = Vec::with_capacity(forms.len());
        hashed.extend((0..).zip(forms).filter_map(|(number, form)| Some((stem_hash(form)?, number))));
        // By the upper half of the hash, byte by byte, then the few that share it; equal hashes stay in the order of the forms.
        for shift in [16, 24] {
            hashed = rows::ordered(&hashed, 256, |(hash, _)| hash >> shift & 0xFF);
        }
        for alike in hashed.chunk_by_mut(|a, b| a.0 >> 16 == b.0 >> 16) {
            sort::by_key(alike, |(hash, _)| (*hash).into());
        }
        let mut found = Vocabulary { stems: Vec::new(), of_form: vec![NO_TERM; forms.len()], kinds: Vec::new() };
        for (hash, number) in hashed {
            if found.stems.last() != Some(&hash) {
                found.stems.push(hash);
                // The first form decides.
                found.kinds.push(kind_of(&forms[number as usize]));
            }
            found.of_form[number as usize] = found.stems.len() as u32 - 1;
        }
        found
    }
}

/// The hash of the stem of a word; none for marks and for what is left of a word behind its apostrophe.
fn stem_hash(form: &Form) -> Option<u32> {
    let word = form.word;
    let is_term = !form.shape.is_mark() && !word.starts_with(is_apostrophe);
    is_term.then(|| stem(word)).map(|stem| if stem.len() == word.len() { form.lower } else { hash_lower(stem) })
}

fn kind_of(form: &Form) -> WordKind {
    match form.classes {
        _ if form.shape.has_digit() => WordKind::Number,
        classes if classes.has(Class::Saying) => WordKind::Saying,
        classes if classes.has(Class::Function) => WordKind::Function,
        _ => WordKind::Content,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Analyzer, Model, Options, progress::Progress};

    /// The terms of a text, all of whose sentences are told.
    fn read(text: &str) -> Terms {
        let model = Model::built_in();
        let found = Analyzer::new().find(text, &Options::new(), Progress::SILENT);
        let reading = found.reading(text, &model);
        Terms::read(reading, &reading.tokens.sentences.iter().collect::<Vec<_>>())
    }

    #[test]
    fn sentences_share_terms_and_pairs() {
        let terms = read("The mayor's bridge closed. The mayors close 12 bridges.");
        let shared =
            |holdings: &Holdings| (0..holdings.holders.len()).filter(|&t| holdings.holders.row(t).len() == 2).count();
        // The, mayor, bridge, close; and "the mayor".
        assert_eq!((shared(&terms.words), shared(&terms.pairs)), (4, 1));
        assert_eq!(terms.kinds.iter().filter(|&&kind| kind == WordKind::Number).count(), 1);
        assert!(terms.headline.is_none());
    }

    #[test]
    fn the_headline_counts_by_what_the_sentences_hold() {
        let terms = read(
            "Old bridge over the Tarn closed\n\nThe old bridge was closed on Sunday, the city said in a statement.",
        );
        let headline = terms.headline.expect("a headline");
        // The headline is itself among the sentences here: old, bridge, over, the, Tarn, closed.
        let held = |all: &[bool]| all.iter().filter(|&&held| held).count();
        assert_eq!((held(&headline.words), held(&headline.pairs)), (6, 5));
    }
}
