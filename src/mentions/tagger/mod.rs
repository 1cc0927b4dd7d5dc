//! Names: a linear-chain model over features of the words, trained by `tools/train`.

mod viterbi;
mod context;
mod features;
mod labels;
mod phrases;
mod capital_runs;
mod word_features;
#[cfg(feature = "training")]
pub(crate) mod training;

use super::Mention;
use crate::{
    Stage,
    model::{Scores, Weights, WordClusters},
    progress::Progress,
    report::{BlockKind, Source},
    tokens::Reading,
};
use capital_runs::Pronouns;
use context::Context;
use features::{HERE, PLACES, Run, Sink, Surroundings};
pub(crate) use labels::KINDS;
use std::ops::Range;
pub(crate) use viterbi::KindProbabilities;
use word_features::Spelling;

/// The names in every block that is read, in text order.
pub(super) fn names(reading: Reading, progress: Progress) -> Vec<Mention> {
    let Some(weights) = reading.model.tagger() else { return Vec::new() };
    let view = View::new(reading);
    let sums = SpellingSums::new(&view, &weights);
    let mut mentions = Vec::new();
    let sentences = reading.tokens.sentences.len();
    for sentence in 0..sentences {
        progress.within(Stage::Mentions, sentence, sentences);
        if view.is_read(sentence) {
            let emissions = view.emissions(sentence, &sums, &weights);
            let labels = viterbi::best_labels(&emissions, &weights.transitions);
            let start = reading.tokens.sentences[sentence].tokens.start;
            mentions.extend(spans(&labels).map(|(words, margin)| {
                let tokens = start + words.start..start + words.end;
                Mention {
                    span: reading.tokens.span(tokens.clone()),
                    tokens,
                    kind: labels::kind(labels[words.start].0).unwrap_or(KINDS[0]),
                    source: Source::Tagger,
                    confidence: weights.confidence(margin),
                    kind_probabilities: Some(viterbi::kind_probabilities(
                        &emissions,
                        &weights.transitions,
                        &labels,
                        &words,
                    )),
                    value: None,
                }
            }));
        }
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
        let spellings: Vec<_> = forms.map(|form| Spelling::new(form.spelling(reading.text), form, words)).collect();
        let context = context::build(reading.tokens, &spellings);
        View { reading, words, spellings, context }
    }

    fn is_read(&self, sentence: usize) -> bool {
        self.block_kind(sentence).is_read()
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

    /// What surrounds every word of a sentence.
    fn surroundings(&self, sentence: usize) -> impl Iterator<Item = Surroundings<'_>> {
        let tokens = self.sentence(sentence);
        let spellings: Vec<&Spelling> = tokens.clone().map(|token| self.spelling(token)).collect();
        let matches = phrases::matches(&spellings, self.words);
        let pronouns = Pronouns::new();
        let style = self.context.styles[sentence];
        let heading = matches!(self.block_kind(sentence), BlockKind::Headline | BlockKind::Deck | BlockKind::Heading);
        tokens.clone().enumerate().map(move |(at, token)| Surroundings {
            around: std::array::from_fn(|place| (at + place).checked_sub(HERE).and_then(|i| spellings.get(i).copied())),
            matches: std::array::from_fn(|i| {
                (at + i).checked_sub(1).and_then(|i| matches.get(i)).copied().unwrap_or_default()
            }),
            form: self.form(token),
            style,
            heading,
            run: self.context.run_at(token).map(|run| run_at(&spellings, token - at, run, token, &pronouns)),
        })
    }

    fn emissions(&self, sentence: usize, sums: &SpellingSums, weights: &Weights) -> Vec<Scores> {
        let start = self.sentence(sentence).start;
        let surroundings = self.surroundings(sentence).enumerate();
        let emissions = surroundings.map(|(at, surroundings)| {
            let mut scores = Scores::default();
            for (place, spelling) in surroundings.around.iter().enumerate() {
                match spelling {
                    Some(_) => add(&mut scores, sums.of(self.form(start + at + place - HERE), place)),
                    None => features::of_edge(place, &mut |feature| weights.add(feature, &mut scores)),
                }
            }
            features::of_surroundings(&surroundings, &self.context, &mut |feature| weights.add(feature, &mut scores));
            scores
        });
        emissions.collect()
    }
}

/// What stands around the run of capitalised words at a place of a sentence that begins at token `start`.
fn run_at<'a>(
    spellings: &[&'a Spelling],
    start: usize,
    run: Range<usize>,
    token: usize,
    pronouns: &Pronouns,
) -> Run<'a> {
    let (first, end) = (run.start - start, run.end - start);
    let behind = &spellings[end..];
    Run {
        before: first.checked_sub(1).and_then(|at| spellings.get(at).copied()),
        first: spellings[first],
        last: spellings[end - 1],
        behind: std::array::from_fn(|at| behind.get(at).copied()),
        length: run.len() as u32,
        at: (token - run.start) as u32,
        pronoun: pronouns.next(behind.iter().copied()),
    }
}

/// The scores that every form gives to the words around it, added up once.
struct SpellingSums(Vec<[Scores; PLACES]>);

impl SpellingSums {
    fn new(view: &View, weights: &Weights) -> SpellingSums {
        let sums = (0..view.spellings.len() as u32).map(|form| {
            std::array::from_fn(|place| {
                let mut scores = Scores::default();
                view.form_features(form, place, &mut |feature| weights.add(feature, &mut scores));
                scores
            })
        });
        SpellingSums(sums.collect())
    }

    fn of(&self, form: u32, place: usize) -> &Scores {
        &self.0[form as usize][place]
    }
}

fn add(scores: &mut Scores, more: &Scores) {
    scores.iter_mut().zip(more).for_each(|(score, more)| *score += more);
}
