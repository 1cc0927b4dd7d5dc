//! What the rest of the text tells about a word: how it is written elsewhere, and between which words it stands there.

use super::{
    capital_runs::{self, next_referent},
    pronouns::Referent,
    word_features::{Spelling, initials_hash},
};
use crate::{
    model::Class,
    sort,
    tokens::{Form, Tokens},
};
use std::ops::Range;

/// The occurrences of a word whose neighbours are looked at.
const OCCURRENCES: usize = 4;
/// The longest run of capitalised words whose initials may be an acronym.
const LONGEST_RUN: usize = 8;

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Style {
    /// Capitals mark names.
    #[default]
    Prose,
    /// Every word that carries meaning is capitalised.
    Title,
    /// Nothing but capitals.
    Caps,
    /// No capitals.
    Small,
}

impl Style {
    /// Capitals throughout tell no more than none.
    pub(super) fn as_read(self) -> Style {
        if self == Style::Caps { Style::Small } else { self }
    }
}

/// The forms around a word, inside its sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Neighbours {
    pub(super) before: Option<u32>,
    pub(super) after: Option<u32>,
    /// The first and last form of the run of capitalised words around it, if it is not alone, and its place there.
    pub(super) run: Option<(u32, u32, Part)>,
}

/// The place of a word in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Part {
    First,
    Middle,
    Last,
}

/// What was seen of a word in the whole text, all its spellings together.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    pub(super) small: bool,
    /// Capitalised where nothing but being a name can be the reason.
    pub(super) capital_inside: bool,
    /// How often it is capitalised in prose.
    pub(super) capitalised: u32,
    /// The forms before and after its first capitalised occurrences.
    pub(super) neighbours: [Neighbours; OCCURRENCES],
    /// A word for things, or for people, refers back from behind it.
    pub(super) thing: bool,
    pub(super) person: bool,
    /// It is made of the initials of a run of capitalised words; the last of them, a form.
    pub(super) initials_of: Option<u32>,
}

/// What was seen in a text.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// One for every sentence.
    pub(super) styles: Vec<Style>,
    /// The runs of capitalised words, in text order; each lies inside a sentence.
    pub(super) runs: Vec<Range<usize>>,
    words: Vec<Seen>,
    /// The word of every spelling, an index into `words`.
    word_of_spelling: Vec<u32>,
}

impl Context {
    /// The run of capitalised words that a token belongs to.
    pub(super) fn run_at(&self, token: usize) -> Option<Range<usize>> {
        let at = self.runs.partition_point(|run| run.end <= token);
        self.runs.get(at).filter(|run| run.contains(&token)).cloned()
    }

    /// The runs in a range of tokens that are whole sentences.
    pub(super) fn runs_in(&self, tokens: &Range<usize>) -> &[Range<usize>] {
        let first = self.runs.partition_point(|run| run.start < tokens.start);
        let count = self.runs[first..].iter().take_while(|run| run.start < tokens.end).count();
        &self.runs[first..first + count]
    }

    pub(super) fn of_spelling(&self, spelling: u32) -> &Seen {
        &self.words[self.word_of_spelling[spelling as usize] as usize]
    }

    /// Adds one more spelling of the word of a spelling.
    pub(super) fn add_spelling_of(&mut self, spelling: u32) {
        self.word_of_spelling.push(self.word_of_spelling[spelling as usize]);
    }
}

/// Goes through a whole text once.
pub(super) fn build(tokens: &Tokens, spellings: &[Spelling]) -> Context {
    let mut builder = ContextBuilder { tokens, spellings, context: group(&tokens.forms) };
    builder.context.styles = tokens.sentences.iter().map(|s| builder.style(s.tokens.clone())).collect();
    builder.context.runs = capital_runs::find(tokens, spellings);
    for (at, sentence) in tokens.sentences.iter().enumerate() {
        let style = builder.context.styles[at];
        sentence.tokens.clone().for_each(|token| builder.see(token, &sentence.tokens, style));
    }
    let initials = builder.initials();
    builder.mark_acronyms(&initials);
    builder.context
}

/// Puts spellings that differ in nothing but case together.
fn group(forms: &[Form]) -> Context {
    let mut word_of_spelling: Vec<u32> = Vec::with_capacity(forms.len());
    let mut words = 0;
    for (form, number) in forms.iter().zip(0..) {
        let known = (form.like != number).then(|| word_of_spelling[form.like as usize]);
        word_of_spelling.push(known.unwrap_or(words));
        words += u32::from(known.is_none());
    }
    Context { words: vec![Seen::default(); words as usize], word_of_spelling, ..Context::default() }
}

fn part(token: usize, run: &Range<usize>) -> Part {
    match token {
        _ if token == run.start => Part::First,
        _ if token + 1 == run.end => Part::Last,
        _ => Part::Middle,
    }
}

struct ContextBuilder<'a> {
    tokens: &'a Tokens<'a>,
    spellings: &'a [Spelling],
    context: Context,
}

impl ContextBuilder<'_> {
    fn spelling(&self, token: usize) -> &Spelling {
        &self.spellings[self.tokens.tokens[token].form as usize]
    }

    fn form(&self, token: usize) -> u32 {
        self.tokens.tokens[token].form
    }

    fn style(&self, sentence: Range<usize>) -> Style {
        const FEWEST: usize = 4;
        let (mut words, mut capitalised, mut caps, mut content, mut small_content) = (0, 0, 0, 0, 0);
        for token in sentence {
            let spelling = self.spelling(token);
            if !spelling.word {
                continue;
            }
            let carries = !self.tokens.classes(token).has(Class::Function);
            words += 1;
            capitalised += usize::from(spelling.capitalised);
            caps += usize::from(spelling.all_caps);
            content += usize::from(carries);
            small_content += usize::from(carries && !spelling.capitalised);
        }
        match () {
            () if words >= FEWEST && caps * 10 >= words * 9 => Style::Caps,
            () if capitalised == 0 => Style::Small,
            () if content >= FEWEST && small_content * 5 <= content => Style::Title,
            () => Style::Prose,
        }
    }

    fn see(&mut self, token: usize, sentence: &Range<usize>, style: Style) {
        let form = self.form(token);
        let word = self.context.word_of_spelling[form as usize] as usize;
        if !self.spellings[form as usize].capitalised {
            self.context.words[word].small |= style != Style::Small;
        } else if style == Style::Prose {
            self.see_capitalised(token, sentence, word);
        }
    }

    fn see_capitalised(&mut self, token: usize, sentence: &Range<usize>, word: usize) {
        let before = (token > sentence.start).then(|| self.form(token - 1));
        let after = (token + 1 < sentence.end).then(|| self.form(token + 1));
        let opens = before.is_none_or(|form| !self.spellings[form as usize].word);
        let run = self.context.run_at(token).unwrap_or(token..token + 1);
        let behind = (run.end..sentence.end).map(|token| self.spelling(token));
        let pronoun = next_referent(behind);
        let around = (run.len() > 1).then(|| (self.form(run.start), self.form(run.end - 1), part(token, &run)));
        let seen = &mut self.context.words[word];
        seen.capital_inside |= !opens;
        seen.thing |= pronoun == Some(Referent::Thing);
        seen.person |= pronoun == Some(Referent::Person);
        if let Some(neighbours) = seen.neighbours.get_mut(seen.capitalised as usize) {
            *neighbours = Neighbours { before, after, run: around };
        }
        seen.capitalised += 1;
    }

    /// The initials of every run of capitalised words, hashed, with the form of its last word; in order of the hash.
    fn initials(&self) -> Vec<(u32, u32)> {
        let (mut found, mut run) = (Vec::new(), Vec::with_capacity(LONGEST_RUN));
        for (sentence, style) in self.tokens.sentences.iter().zip(&self.context.styles) {
            if matches!(style, Style::Prose | Style::Title) {
                self.initials_in(sentence.tokens.clone(), &mut run, &mut found);
            }
        }
        sort::by_key(&mut found, |&(hash, _)| hash.into());
        found
    }

    /// The same for a sentence; `run` is room for its runs.
    fn initials_in(&self, sentence: Range<usize>, run: &mut Vec<usize>, found: &mut Vec<(u32, u32)>) {
        run.clear();
        for token in sentence {
            if self.spelling(token).capitalised && run.len() < LONGEST_RUN {
                run.push(token);
            } else if !run.is_empty() && !self.joins(token) {
                self.file_initials(run, found);
                run.clear();
            }
        }
        self.file_initials(run, found);
    }

    /// Whether a small word may stand inside a name: "of", "the", "for", "and".
    fn joins(&self, token: usize) -> bool {
        let form = self.tokens.form(token);
        form.classes.has(Class::Function) && !form.shape.is_capitalised()
    }

    /// Files the initials of a run, and those without its first word: "Russia's Foreign Intelligence Service".
    fn file_initials(&self, run: &[usize], found: &mut Vec<(u32, u32)>) {
        for run in [run, run.get(1..).unwrap_or(&[])] {
            if let [_, .., last] = run {
                let letters = run.iter().map(|&token| self.spelling(token).prefixes[0]);
                found.push((initials_hash(letters), self.tokens.tokens[*last].form));
            }
        }
    }

    fn mark_acronyms(&mut self, initials: &[(u32, u32)]) {
        for (form, spelling) in self.spellings.iter().enumerate() {
            let Some(letters) = spelling.letters else { continue };
            let at = initials.partition_point(|&(hash, _)| hash < letters);
            let run = initials.get(at).filter(|(hash, _)| *hash == letters);
            let word = self.context.word_of_spelling[form] as usize;
            self.context.words[word].initials_of = run.map(|&(_, last)| last);
        }
    }
}
