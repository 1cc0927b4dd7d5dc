//! Names: a linear-chain model over features of the words, trained by `tools/train`.

mod viterbi;
mod context;
mod features;
mod labels;
mod memory;
mod phrases;
mod capital_runs;
mod pronouns;
mod quoted;
mod spelling_features;
mod word_features;
#[cfg(feature = "training")]
pub(crate) mod training;

use super::Mention;
use crate::{
    Stage,
    model::{STEPS, Sums, Weights, WordClusters},
    progress::Progress,
    report::{BlockKind, Source},
    sort,
    tokens::{Form, Reading},
};
use capital_runs::next_referent;
use context::{Context, Style};
use features::{Run, Stretch, Surroundings};
pub(crate) use labels::KINDS;
use labels::{LABELS, OUTSIDE};
pub(crate) use memory::Memory;
use memory::PlaceSums;
use phrases::Match;
use pronouns::Pronouns;
use quoted::Quoted;
use spelling_features::{HERE, PLACES};
use std::ops::Range;
pub(crate) use viterbi::KindProbabilities;
use viterbi::{EDGE, Transitions};
use word_features::Spelling;

/// The names in every block, in text order: also in those beside the story, where results and signatures may hide.
#[inline(never)]
pub(super) fn names(reading: Reading, memory: &mut Memory, progress: Progress) -> Vec<Mention> {
    let Some(weights) = reading.model.tagger() else { return Vec::new() };
    let view = View::new(reading);
    let sums = SpellingSums::new(&view, weights, memory);
    let transitions = Transitions::new(&weights.transitions);
    let mut mentions = Vec::new();
    let sentences = reading.tokens.sentences.len();
    let (mut words, mut lattice) = (Words::new(&view), Lattice::default());
    for sentence in 0..sentences {
        progress.within(Stage::Mentions, sentence, sentences);
        words.turn_to(sentence);
        lattice.weigh(&words, &sums, weights, memory);
        lattice.label(&transitions);
        let Lattice { sums: emissions, labels, .. } = &lattice;
        mentions.extend(spans(labels).map(|(found, margin)| {
            let tokens = words.start + found.start..words.start + found.end;
            Mention {
                span: reading.tokens.span(tokens.clone()),
                tokens,
                kind: labels::kind(labels[found.start].0).unwrap_or(KINDS[0]),
                source: Source::Tagger,
                confidence: weights.confidence(margin),
                kind_probabilities: Some(viterbi::kind_probabilities(emissions, &transitions, labels, &found)),
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
    /// That of every form, then those of forms in small letters, and last an edge of a sentence.
    spellings: Vec<Spelling>,
    /// The spelling that stands for every form where a sentence is in capitals.
    small: Vec<u32>,
    context: Context,
}

impl<'a> View<'a> {
    fn new(reading: Reading<'a>) -> View<'a> {
        let words = reading.model.word_clusters();
        let forms = reading.tokens.forms.iter();
        let pronouns = Pronouns::new();
        let spelling = |form: &Form| Spelling::new(form.word, form, words, &pronouns);
        let mut spellings: Vec<_> = forms.map(spelling).collect();
        let mut context = context::build(reading.tokens, &spellings);
        let small = small_letters(reading, &mut spellings, &mut context);
        spellings.push(Spelling::edge());
        View { reading, words, spellings, small, context }
    }

    /// The number of an edge of a sentence.
    fn edge(&self) -> u32 {
        self.spellings.len() as u32 - 1
    }

    fn block_kind(&self, sentence: usize) -> BlockKind {
        self.reading.article.blocks[self.reading.tokens.sentences[sentence].block].kind
    }

    fn sentence(&self, sentence: usize) -> Range<usize> {
        self.reading.tokens.sentences[sentence].tokens.clone()
    }

    /// The number of the spelling of a token, in a sentence of this style.
    fn spelling(&self, token: usize, style: Style) -> u32 {
        let form = self.reading.tokens.tokens[token].form;
        if style == Style::Caps { self.small[form as usize] } else { form }
    }
}

/// Adds spellings in small letters for the words of sentences in capitals, where a capital tells nothing: such sentences
/// are read like those without capitals. Gives the spelling that stands for every form there.
fn small_letters(reading: Reading, spellings: &mut Vec<Spelling>, context: &mut Context) -> Vec<u32> {
    let mut small: Vec<u32> = (0..spellings.len() as u32).collect();
    let styles = context.styles.iter();
    let in_capitals = reading.tokens.sentences.iter().zip(styles).filter(|(_, style)| **style == Style::Caps);
    let forms = in_capitals.flat_map(|(sentence, _)| &reading.tokens.tokens[sentence.tokens.clone()]);
    let forms = forms.map(|token| token.form).filter(|&form| spellings[form as usize].capitalised);
    let forms = sort::distinct(forms.collect());
    spellings.reserve_exact(forms.len() + 1);
    for form in forms {
        small[form as usize] = spellings.len() as u32;
        let word = reading.tokens.forms[form as usize].word;
        spellings.push(spellings[form as usize].in_small_letters(word));
        context.add_spelling_of(form);
    }
    small
}

/// A sentence as the tagger sees it; one after the other, in the same room.
struct Words<'a> {
    view: &'a View<'a>,
    start: usize,
    /// The numbers of its spellings, between as many edges as places are looked at before and behind a word.
    numbers: Vec<u32>,
    /// What these are the numbers of.
    spellings: Vec<&'a Spelling>,
    /// The runs of capitalised words in it.
    runs: &'a [Range<usize>],
    matches: Vec<Match>,
    marks: quoted::Marks,
    quoted: Vec<Option<Quoted>>,
    /// How the sentence is written, and how it is read.
    written: Style,
    style: Style,
    heading: bool,
}

impl<'a> Words<'a> {
    fn new(view: &'a View<'a>) -> Words<'a> {
        let (written, style) = (Style::default(), Style::default());
        Words {
            view,
            start: 0,
            numbers: Vec::new(),
            spellings: Vec::new(),
            runs: &[],
            matches: Vec::new(),
            marks: quoted::Marks::new(),
            quoted: Vec::new(),
            written,
            style,
            heading: false,
        }
    }

    /// Goes to a sentence.
    fn turn_to(&mut self, sentence: usize) {
        let view = self.view;
        let tokens = view.sentence(sentence);
        self.start = tokens.start;
        self.written = view.context.styles[sentence];
        self.style = self.written.as_read();
        self.numbers.clear();
        self.numbers.extend([view.edge(); HERE]);
        self.numbers.extend(tokens.clone().map(|token| view.spelling(token, self.written)));
        self.numbers.extend([view.edge(); PLACES - 1 - HERE]);
        self.spellings.clear();
        self.spellings.extend(self.numbers.iter().map(|&number| &view.spellings[number as usize]));
        self.runs = if self.written == Style::Caps { &[] } else { view.context.runs_in(&tokens) };
        let words = &self.spellings[HERE..][..tokens.len()];
        phrases::find(words, view.words, &mut self.matches);
        quoted::find(words, self.marks, &mut self.quoted);
        self.heading = matches!(view.block_kind(sentence), BlockKind::Headline | BlockKind::Deck | BlockKind::Heading);
    }

    /// How many words it has.
    fn count(&self) -> usize {
        self.numbers.len() - (PLACES - 1)
    }

    /// The tokens of the sentence.
    fn tokens(&self) -> Range<usize> {
        self.start..self.start + self.count()
    }

    /// The numbers of the spellings around a word.
    fn numbers_around(&self, at: usize) -> &[u32; PLACES] {
        around(&self.numbers, at)
    }

    /// Whether neither a word nor those beside it are capitalised; marks may join names: "Pul-i-Charki".
    fn is_among_small(&self, at: usize) -> bool {
        let &[second_before, before, here, after, second_after] = around(&self.spellings, at);
        let is_small = |next: &Spelling, second: &Spelling| !(next.capitalised || !next.word && second.capitalised);
        !here.capitalised && is_small(before, second_before) && is_small(after, second_after)
    }

    /// What surrounds a token.
    fn surroundings(&self, token: usize) -> Surroundings<'_> {
        let at = token - self.start;
        // A sentence may be a whole text.
        let run = self.runs.get(self.runs.partition_point(|run| run.end <= token)).filter(|run| run.contains(&token));
        Surroundings {
            around: around(&self.spellings, at),
            matches: std::array::from_fn(|i| {
                (at + i).checked_sub(1).and_then(|i| self.matches.get(i)).copied().unwrap_or_default()
            }),
            spelling: self.numbers_around(at)[HERE],
            style: self.style,
            heading: self.heading,
            run: run.map(|run| self.run_at(run, token)),
            quoted: self.quoted[at].map(|Quoted { start, manner }| Stretch {
                manner,
                opens: at == start,
                before: around(&self.spellings, start)[HERE - 2],
            }),
        }
    }

    /// What stands around the run of capitalised words at a token.
    fn run_at(&self, run: &Range<usize>, token: usize) -> Run<'a> {
        let (first, last) = (run.start - self.start, run.end - 1 - self.start);
        let behind = self.spellings[HERE + last + 1..].iter().copied();
        Run {
            before: self.spellings[HERE + first - 1],
            first: self.spellings[HERE + first],
            last: self.spellings[HERE + last],
            after: self.spellings[HERE + last + 1],
            length: run.len() as u32,
            at: (token - run.start) as u32,
            pronoun: next_referent(behind),
        }
    }
}

/// What stands at the places around a word of a sentence that has edges on both sides.
fn around<T>(with_edges: &[T], at: usize) -> &[T; PLACES] {
    with_edges[at..].first_chunk().expect("there are edges behind the last word")
}

/// The words of a sentence and the labels that they may have; one sentence after the other, in the same room.
#[derive(Default)]
struct Lattice {
    /// What speaks for every label of every word: all of it for a word that may belong to a name, else what the spellings say.
    sums: Vec<Sums>,
    /// By how many steps being outside of names leads at every word, by the spellings around it.
    leads: Vec<i32>,
    /// Whether the word may belong to a name.
    open: Vec<bool>,
    /// For [`viterbi::best_labels`].
    ahead: Vec<Sums>,
    /// The label of every word and its margin; words that cannot belong to a name have none.
    labels: Vec<(usize, f32)>,
}

impl Lattice {
    /// Adds up what speaks for the labels of every word.
    fn weigh(&mut self, words: &Words, sums: &SpellingSums, weights: &Weights, memory: &mut Memory) {
        self.sums.clear();
        self.sums.extend((0..words.count()).map(|at| sums.around(words.numbers_around(at))));
        self.open_words(words);
        for (at, token) in words.tokens().enumerate().filter(|&(at, _)| self.open[at]) {
            memory.add(&words.surroundings(token), &words.view.context, weights, &mut self.sums[at]);
        }
    }

    /// Says which words may belong to a name, by how much the spellings around them speak for it. Closed are those that speak
    /// against it, between words that speak little for it; and in prose, among small words, also those that speak little for
    /// it, between words that speak twice as much. What surrounds a word rarely turns that round: in texts for training 57 % of
    /// all words were closed so, and 26 of 19,037 words of names.
    fn open_words(&mut self, words: &Words) {
        const LITTLE: i32 = STEPS as i32;
        self.leads.clear();
        self.leads.extend(self.sums.iter().map(|sums| sums.lead(OUTSIDE, LABELS)));
        let leads = &self.leads;
        let speaks = |at: Option<usize>| at.and_then(|at| leads.get(at)).map_or(0, |lead| -lead);
        let between = |at: usize, most: i32| speaks(at.checked_sub(1)) < most && speaks(Some(at + 1)) < most;
        let little_in_prose =
            |at: usize| speaks(Some(at)) < LITTLE && between(at, 2 * LITTLE) && words.is_among_small(at);
        let closed =
            |at: usize| leads[at] > 0 && between(at, LITTLE) || words.style == Style::Prose && little_in_prose(at);
        self.open.clear();
        self.open.extend((0..leads.len()).map(|at| !closed(at)));
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
                    let emissions = &self.sums[words];
                    viterbi::best_labels(emissions, edges, transitions, &mut self.ahead, &mut self.labels);
                }
                false => self.labels.extend(words.map(|_| (OUTSIDE, f32::MAX))),
            }
        }
    }
}

/// The scores that every spelling gives to the words around it, added up once; last those of an edge of a sentence.
struct SpellingSums(Vec<PlaceSums>);

impl SpellingSums {
    fn new(view: &View, weights: &Weights, memory: &mut Memory) -> SpellingSums {
        let spellings = view.spellings.iter().zip(0..view.edge()).map(|(spelling, number)| {
            let mut sums = memory.of_spelling(spelling, weights);
            let sink = &mut |feature| weights.add(feature, &mut sums[HERE]);
            features::of_occurrences(number, &view.context, &view.spellings, sink);
            sums
        });
        let edge = std::array::from_fn(|place| {
            let mut sums = Sums::default();
            weights.add(spelling_features::edge_feature(place), &mut sums);
            sums
        });
        SpellingSums(spellings.chain([edge]).collect())
    }

    /// What the spellings around a word say of it, each by itself.
    fn around(&self, numbers: &[u32; PLACES]) -> Sums {
        let mut all = Sums::default();
        numbers.iter().enumerate().for_each(|(place, &number)| all.add(&self.0[number as usize][place]));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::tests::with_reading;

    /// For every sentence of a text, for every word of it, which of the places around it are edges.
    fn edges_around(text: &str) -> Vec<Vec<[bool; PLACES]>> {
        with_reading(text, |reading| {
            let view = View::new(reading);
            let mut words = Words::new(&view);
            let sentences = 0..reading.tokens.sentences.len();
            let of_sentence = |sentence| {
                words.turn_to(sentence);
                let is_edge = |at: usize| words.numbers_around(at).map(|number| number == view.edge());
                (0..words.count()).map(is_edge).collect()
            };
            sentences.map(of_sentence).collect()
        })
    }

    #[test]
    fn edges_stand_on_both_sides_of_a_sentence() {
        let alone = [true, true, false, true, true];
        assert_eq!(edges_around("Lowe"), [[alone]]);
        assert_eq!(edges_around("!"), [[alone]], "one mark");
        let two = [[true, true, false, false, true], [true, false, false, true, true]];
        assert_eq!(edges_around("Lowe.\n\nLowe"), [two.to_vec(), vec![alone]]);
        assert!(edges_around("").is_empty());
    }

    #[test]
    fn texts_of_next_to_nothing_are_read() {
        for text in ["", "!", "\u{201C}", "Lowe", "LOWE", "Lowe."] {
            let found = with_reading(text, |reading| names(reading, &mut Memory::default(), Progress::SILENT));
            assert!(found.len() <= 1, "{text}");
        }
    }

    #[test]
    fn a_word_among_edges_is_among_small_words() {
        with_reading("lowe Lowe", |reading| {
            let view = View::new(reading);
            let mut words = Words::new(&view);
            words.turn_to(0);
            assert!(!words.is_among_small(0) && !words.is_among_small(1));
        });
        with_reading("lowe", |reading| {
            let view = View::new(reading);
            let mut words = Words::new(&view);
            words.turn_to(0);
            assert!(words.is_among_small(0));
        });
    }
}
