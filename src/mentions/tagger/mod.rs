//! Names: a linear-chain model over features of the words, trained by `tools/train`.

mod viterbi;
mod context;
mod features;
mod labels;
mod phrases;
mod capital_runs;
mod pronouns;
mod word_features;
#[cfg(feature = "training")]
pub(crate) mod training;

use super::Mention;
use crate::{
    Stage,
    model::{Scores, Sums, Weights, WordClusters},
    progress::Progress,
    report::{BlockKind, Source},
    tokens::{Form, Reading},
};
use capital_runs::next_referent;
use context::{Context, Style};
use features::{HERE, PLACES, Run, Sink, Surroundings};
pub(crate) use labels::KINDS;
use labels::OUTSIDE;
use phrases::Match;
use pronouns::Pronouns;
use std::ops::Range;
pub(crate) use viterbi::KindProbabilities;
use viterbi::{EDGE, Transitions};
use word_features::Spelling;

/// The names in every block, in text order: also in those beside the story, where results and signatures may hide.
#[inline(never)]
pub(super) fn names(reading: Reading, progress: Progress) -> Vec<Mention> {
    let Some(weights) = reading.model.tagger() else { return Vec::new() };
    let view = View::new(reading);
    let sums = SpellingSums::new(&view, weights);
    let transitions = Transitions::new(&weights.transitions);
    let mut mentions = Vec::new();
    let sentences = reading.tokens.sentences.len();
    let (mut words, mut lattice) = (Words::new(&view), Lattice::default());
    for sentence in 0..sentences {
        progress.within(Stage::Mentions, sentence, sentences);
        words.turn_to(sentence);
        lattice.weigh(&words, &sums, weights);
        lattice.label(&transitions);
        let Lattice { scores, labels, .. } = &lattice;
        mentions.extend(spans(labels).map(|(found, margin)| {
            let tokens = words.start + found.start..words.start + found.end;
            Mention {
                span: reading.tokens.span(tokens.clone()),
                tokens,
                kind: labels::kind(labels[found.start].0).unwrap_or(KINDS[0]),
                source: Source::Tagger,
                confidence: weights.confidence(margin),
                kind_probabilities: Some(viterbi::kind_probabilities(scores, &transitions, labels, &found)),
                value: None,
            }
        }));
    }
    mentions
}

/// The names among the labels of a sentence, each with the smallest margin of its words.
fn spans(labels: &[(usize, f32)]) -> impl Iterator<Item = (Range<usize>, f32)> + '_ {
    let starts =
        (0..labels.len()).filter(|&at| labels::kind(labels[at].0).is_some() && !labels::is_inside(labels[at].0));
    starts.map(|start| {
        let more = labels[start + 1..].iter().take_while(|(label, _)| labels::is_inside(*label)).count();
        let end = start + 1 + more;
        // Whether the name ends here is the decision of the word after it.
        let decided = &labels[start..labels.len().min(end + 1)];
        (start..end, decided.iter().map(|&(_, margin)| margin).fold(f32::MAX, f32::min))
    })
}

/// A text with all that its features are made of.
struct View<'a> {
    reading: Reading<'a>,
    words: WordClusters<'a>,
    spellings: Vec<Spelling>,
    context: Context,
}

impl<'a> View<'a> {
    fn new(reading: Reading<'a>) -> View<'a> {
        let words = reading.model.word_clusters();
        let forms = reading.tokens.forms.iter();
        let pronouns = Pronouns::new();
        let spelling = |form: &Form| Spelling::new(form.spelling(reading.text), form, words, &pronouns);
        let spellings: Vec<_> = forms.map(spelling).collect();
        let context = context::build(reading.tokens, &spellings);
        View { reading, words, spellings, context }
    }

    fn block_kind(&self, sentence: usize) -> BlockKind {
        self.reading.article.blocks[self.reading.tokens.sentences[sentence].block].kind
    }

    fn sentence(&self, sentence: usize) -> Range<usize> {
        self.reading.tokens.sentences[sentence].tokens.clone()
    }

    fn form(&self, token: usize) -> u32 {
        self.reading.tokens.tokens[token].form
    }

    fn spelling(&self, token: usize) -> &Spelling {
        &self.spellings[self.form(token) as usize]
    }

    /// The features of a form at a place, wherever it occurs.
    fn form_features(&self, form: u32, place: usize, sink: &mut impl Sink) {
        features::of_spelling(&self.spellings[form as usize], place, sink);
        if place == HERE {
            features::of_occurrences(form, &self.context, &self.spellings, sink);
        }
    }
}

/// A sentence as the tagger sees it; one after the other, in the same room.
struct Words<'a> {
    view: &'a View<'a>,
    start: usize,
    spellings: Vec<&'a Spelling>,
    matches: Vec<Match>,
    style: Style,
    heading: bool,
}

impl<'a> Words<'a> {
    fn new(view: &'a View<'a>) -> Words<'a> {
        Words { view, start: 0, spellings: Vec::new(), matches: Vec::new(), style: Style::default(), heading: false }
    }

    /// Goes to a sentence.
    fn turn_to(&mut self, sentence: usize) {
        let view = self.view;
        let tokens = view.sentence(sentence);
        self.start = tokens.start;
        self.spellings.clear();
        self.spellings.extend(tokens.map(|token| view.spelling(token)));
        phrases::find(&self.spellings, view.words, &mut self.matches);
        self.style = view.context.styles[sentence];
        self.heading = matches!(view.block_kind(sentence), BlockKind::Headline | BlockKind::Deck | BlockKind::Heading);
    }

    /// The tokens of the sentence.
    fn tokens(&self) -> Range<usize> {
        self.start..self.start + self.spellings.len()
    }

    /// The form at a place around a token; none outside of the sentence.
    fn form_at(&self, token: usize, place: usize) -> Option<u32> {
        let at = (token - self.start + place).checked_sub(HERE)?;
        (at < self.spellings.len()).then(|| self.view.form(self.start + at))
    }

    /// What the spellings around a token say of it, each by itself.
    fn spelling_sums(&self, token: usize, sums: &SpellingSums, weights: &Weights) -> Sums {
        let mut all = Sums::default();
        for place in 0..PLACES {
            match self.form_at(token, place) {
                Some(form) => all.add(sums.of(form, place)),
                None => features::of_edge(place, &mut |feature| weights.add(feature, &mut all)),
            }
        }
        all
    }

    /// What surrounds a token.
    fn surroundings(&self, token: usize) -> Surroundings<'a> {
        let (at, view) = (token - self.start, self.view);
        let spelling = |at: usize| self.spellings.get(at).copied();
        let run = view.context.run_at(token);
        Surroundings {
            around: std::array::from_fn(|place| (at + place).checked_sub(HERE).and_then(spelling)),
            matches: std::array::from_fn(|i| {
                (at + i).checked_sub(1).and_then(|i| self.matches.get(i)).copied().unwrap_or_default()
            }),
            form: view.form(token),
            style: self.style,
            heading: self.heading,
            run: run.map(|run| run_at(&self.spellings, self.start, run, token)),
        }
    }
}

/// The words of a sentence and the labels that they may have; one sentence after the other, in the same room.
#[derive(Default)]
struct Lattice {
    of_spellings: Vec<Sums>,
    /// What speaks for every label of every word.
    scores: Vec<Scores>,
    /// By how much a word is rather outside of names, by the spellings around it.
    against: Vec<f32>,
    /// Whether the word may belong to a name; where it may not, only its spellings were looked at.
    open: Vec<bool>,
    /// For [`viterbi::best_labels`].
    ahead: Vec<Scores>,
    /// The label of every word and its margin; words that cannot belong to a name have none.
    labels: Vec<(usize, f32)>,
}

impl Lattice {
    /// Adds up what speaks for the labels of every word.
    fn weigh(&mut self, words: &Words, sums: &SpellingSums, weights: &Weights) {
        self.of_spellings.clear();
        self.of_spellings.extend(words.tokens().map(|token| words.spelling_sums(token, sums, weights)));
        self.scores.clear();
        self.scores.extend(self.of_spellings.iter().map(Sums::scores));
        self.open_words();
        for (at, token) in words.tokens().enumerate().filter(|&(at, _)| self.open[at]) {
            let sums = &mut self.of_spellings[at];
            let surroundings = words.surroundings(token);
            features::of_surroundings(&surroundings, &words.view.context, &mut |feature| weights.add(feature, sums));
            self.scores[at] = sums.scores();
        }
    }

    /// Says which words may belong to a name, by what the spellings around them say: not those that speak against it,
    /// between words that hardly speak for it. What surrounds a word rarely turns that round: in texts for training 13 of
    /// 18,633 words of names were closed so, of all words 40 %.
    fn open_words(&mut self) {
        const HARDLY: f32 = -1.0;
        self.against.clear();
        self.against.extend(self.scores.iter().map(viterbi::outside_margin));
        let against = &self.against;
        let hardly = |at: Option<usize>| at.and_then(|at| against.get(at)).is_none_or(|&margin| margin > HARDLY);
        let closed = |at: usize| against[at] > 0.0 && hardly(at.checked_sub(1)) && hardly(Some(at + 1));
        self.open.clear();
        self.open.extend((0..against.len()).map(|at| !closed(at)));
    }

    /// Labels every word.
    fn label(&mut self, transitions: &Transitions) {
        self.labels.clear();
        for run in self.open.chunk_by(|a, b| a == b) {
            let words = self.labels.len()..self.labels.len() + run.len();
            let edge = |outside: bool| if outside { OUTSIDE } else { EDGE };
            let edges = (edge(words.start > 0), edge(words.end < self.open.len()));
            match run[0] {
                true => {
                    let emissions = &self.scores[words];
                    viterbi::best_labels(emissions, edges, transitions, &mut self.ahead, &mut self.labels);
                }
                false => self.labels.extend(words.map(|_| (OUTSIDE, f32::MAX))),
            }
        }
    }
}

/// What stands around the run of capitalised words at a place of a sentence that begins at token `start`.
fn run_at<'a>(spellings: &[&'a Spelling], start: usize, run: Range<usize>, token: usize) -> Run<'a> {
    let (first, end) = (run.start - start, run.end - start);
    let behind = &spellings[end..];
    Run {
        before: first.checked_sub(1).and_then(|at| spellings.get(at).copied()),
        first: spellings[first],
        last: spellings[end - 1],
        behind: std::array::from_fn(|at| behind.get(at).copied()),
        length: run.len() as u32,
        at: (token - run.start) as u32,
        pronoun: next_referent(behind.iter().copied()),
    }
}

/// The scores that every form gives to the words around it, added up once.
struct SpellingSums(Vec<[Sums; PLACES]>);

impl SpellingSums {
    fn new(view: &View, weights: &Weights) -> SpellingSums {
        let sums = (0..view.spellings.len() as u32).map(|form| {
            std::array::from_fn(|place| {
                let mut scores = Sums::default();
                view.form_features(form, place, &mut |feature| weights.add(feature, &mut scores));
                scores
            })
        });
        SpellingSums(sums.collect())
    }

    fn of(&self, form: u32, place: usize) -> &Sums {
        &self.0[form as usize][place]
    }
}
