//! The sentences of the story with all that is known of each before any is chosen.

use super::{dependence, odds::Chances, reasons::Grounds, terms::Terms};
use crate::{
    Span,
    entities::Entities,
    model::Class,
    report::{Block, BlockKind, Quote},
    tokens::{Reading, SentenceTokens},
};

/// The sentences that may be chosen, in text order.
#[derive(Debug, Default)]
pub struct Candidates {
    pub(super) list: Vec<Candidate>,
    pub(super) terms: Terms,
}

/// A sentence that may be chosen.
#[derive(Debug)]
pub(super) struct Candidate {
    /// Its index among all sentences of the text.
    pub(super) sentence: u32,
    #[cfg_attr(not(feature = "training"), allow(dead_code, reason = "the trainer cuts the text there"))]
    pub(super) span: Span,
    /// How many words it has, numbers included.
    pub(super) words: u32,
    /// What is left of its worth for the way in which it is put, above 0 and at most 1.
    pub(super) discount: f32,
    /// The candidate that must be chosen before it.
    pub(super) needs: Option<usize>,
    /// What speaks for it, for the reasons.
    pub(super) grounds: Grounds,
}

impl Candidates {
    /// Gathers the sentences of the paragraphs of the story: no headings, items of lists, quoted matter, captions or
    /// credits, no run-in heads, no word to the reader, no line that is no sentence. With them come the chances of their
    /// words.
    pub(crate) fn gather(reading: Reading, entities: &Entities, quotes: &[Quote]) -> (Candidates, Chances) {
        let (indices, sentences) = told(reading);
        let terms = Terms::read(reading, &sentences);
        let chances = Chances::of(&terms, reading.model);
        let dependences = dependence::find(reading, entities, quotes, &sentences);
        let grounds = Grounds::of_all(reading, entities, quotes, &sentences, &terms, &chances);
        let question = first_question(reading);
        let describe = |((at, sentence), grounds): ((usize, &&SentenceTokens), Grounds)| {
            let answers = question.is_some_and(|question| sentence.block > question);
            let manner = Manner { answers, ..Manner::of(reading, entities, sentence) };
            Candidate {
                sentence: indices[at],
                span: sentence.span,
                words: manner.words,
                discount: manner.discount(),
                needs: dependences[at],
                grounds,
            }
        };
        let list = sentences.iter().enumerate().zip(grounds).map(describe).collect();
        (Candidates { list, terms }, chances)
    }
}

/// The sentences that tell the story, with their indices among all.
fn told(reading: Reading<'_>) -> (Vec<u32>, Vec<&SentenceTokens>) {
    let is_told = |s: &SentenceTokens| {
        let is_paragraph = reading.article.blocks[s.block].kind == BlockKind::Body;
        !s.lead && is_paragraph && is_sentence(reading, s) && !is_turn(reading, s) && !dependence::is_aside(reading, s)
    };
    let all = (0..).zip(&reading.tokens.sentences);
    // Whoever speaks before anything is told is named later, if at all.
    let told = all.filter(|(_, s)| is_told(s)).skip_while(|(_, s)| dependence::is_bare_quotation(reading, s));
    told.unzip()
}

/// Whether a line is a sentence, by its end and its length: no title, no item of a menu, no "What you need to know:".
fn is_sentence(reading: Reading, sentence: &SentenceTokens) -> bool {
    const FEWEST: usize = 2;
    let is_mark = |&token: &usize| reading.tokens.form(token).shape.is_mark();
    let words = sentence.tokens.clone().filter(|token| !is_mark(token));
    let text = sentence.span.of(reading.text).trim_end_matches(|c: char| !c.is_alphanumeric() && !ends_sentence(c));
    words.take(FEWEST).count() == FEWEST && text.ends_with(ends_sentence)
}

/// "Q: How is the knee?", "A: It is good.": nobody says who asks and who answers.
fn is_turn(reading: Reading, sentence: &SentenceTokens) -> bool {
    let block = reading.article.blocks[sentence.block].span.of(reading.text);
    ["Q:", "A:", "Q.", "A."].iter().any(|side| block.strip_prefix(side).is_some_and(|rest| rest.starts_with(' ')))
}

/// The block of the first of several headings that ask: what stands below them is said by whoever answers.
fn first_question(reading: Reading) -> Option<usize> {
    let blocks = || reading.article.blocks.iter();
    let asks =
        |block: &Block| block.kind == BlockKind::Heading && block.span.of(reading.text).trim_end().ends_with('?');
    let several = blocks().filter(|block| asks(block)).nth(1).is_some();
    several.then(|| blocks().position(asks))?
}

const fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

/// How a sentence is put: what makes it read badly in a summary, whatever it tells.
#[derive(Debug, Default, PartialEq, Eq)]
struct Manner {
    /// Its words, numbers included.
    words: u32,
    /// Its words of the first and second person.
    personal: u32,
    /// Whether it asks or exclaims.
    asks: bool,
    /// Whether it begins with a few words and a colon.
    headed: bool,
    /// Whether it begins with a quotation mark or inside a quotation.
    quotes: bool,
    /// Whether it begins inside a quotation, whose beginning is left out with the sentence before.
    breaks_in: bool,
    /// Whether it stands below questions: in an interview "I" is whoever answers.
    answers: bool,
    /// Whether it names nobody and nothing and holds no number.
    names_nothing: bool,
    /// Whether it ends inside a quotation that it opens, whose rest is left out with the next sentence.
    breaks_off: bool,
}

/// The longest head before a colon, in tokens.
const LONGEST_HEAD: usize = 5;

impl Manner {
    fn of(reading: Reading, entities: &Entities, sentence: &SentenceTokens) -> Manner {
        let mut manner = Manner { quotes: dependence::begins_quoted(reading, sentence), ..Manner::default() };
        manner.names_nothing = entities.within(sentence.tokens.clone()).is_empty();
        let (first, last) = (sentence.tokens.start, sentence.tokens.end - 1);
        let holding = |token: usize| reading.tokens.quotations.holding(token).is_some();
        manner.breaks_in = manner.quotes && first > 0 && holding(first) && holding(first - 1);
        manner.breaks_off = holding(last) && (!manner.quotes || manner.breaks_in);
        let mut marks = 0;
        for (at, token) in sentence.tokens.clone().enumerate() {
            let (form, word) = (reading.tokens.form(token), || reading.word(token));
            if form.shape.is_mark() {
                manner.asks |= word().contains(['?', '!']);
                manner.headed |= marks == 0 && at <= LONGEST_HEAD && word() == ":";
                marks += 1;
            } else {
                manner.words += 1;
                manner.personal += u32::from(form.classes.has(Class::Personal) && !is_homograph(word()));
            }
        }
        manner
    }

    /// What is left of the worth of a sentence that is put so. The shares are set by hand.
    fn discount(&self) -> f32 {
        let is_long = self.words > 45;
        let is_short = self.words < 8;
        let shares = [
            (self.personal > 0, 0.85),
            (self.personal > 1, 0.85),
            (self.answers && self.personal > 0, 0.4),
            (is_long, 0.85),
            (is_short, 0.5),
            // "Pupils had mixed feelings." only leads to what comes next.
            (is_short && self.names_nothing, 0.25),
            (self.asks, 0.8),
            (self.headed, 0.9),
            (self.quotes, 0.9),
            (self.breaks_in, 0.6),
            (self.breaks_off, 0.8),
        ];
        shares.iter().filter(|(applies, _)| *applies).map(|(_, share)| share).product()
    }
}

/// "US", and the number of "World War I.": of no person.
fn is_homograph(word: &str) -> bool {
    word == "US" || word.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Analyzer, Model, Options, progress::Progress};

    /// The candidates of a text.
    fn gathered(text: &str) -> Candidates {
        let model = Model::built_in();
        let found = Analyzer::new().find(text, &Options::new(), Progress::SILENT);
        Candidates::gather(found.reading(text, &model), &found.entities, &found.quotes).0
    }

    #[test]
    fn answers_of_an_interview_are_worth_little() {
        let story = "Lena Okafor won the race on Sunday in the best time of the year.";
        let answer = "My father made porridge for me when I was a child of six.";
        let discount = |text: String| gathered(&text).list.last().unwrap().discount;
        let asked = format!("{story}\n\n1. What did you eat?\n\n{story}\n\n2. And who made it?\n\n{answer}");
        assert!(discount(asked) < discount(format!("{story} {answer}")) / 2.0);
        let turns = format!("{story}\n\nQ: How is the knee today?\n\nA: It is good for the time of the year.");
        assert_eq!(gathered(&turns).list.len(), 1, "nobody says who asks and who answers");
    }

    #[test]
    fn sentences_of_the_story_may_be_chosen() {
        let story = "The old bridge was closed on Sunday. Rain had fallen on the town for a week.";
        for (text, expected) in [
            (story.to_owned(), 2),
            (format!("Bridge closed\n\nBy Ana Lowe\n\n{story}\n\n© 2025 The Courier"), 2),
            (format!("{story}\n\n- The ferry runs every hour on weekdays.\n- It carries cars, too.\n\n{story}"), 4),
            (format!("{story} Scroll down for video."), 2),
            (format!("{story}\n\nWhat happened: The pillars had cracked in the frost of the winter.\n\n{story}"), 5),
        ] {
            assert_eq!(gathered(&text).list.len(), expected, "{text}");
        }
    }

    #[test]
    fn what_reads_badly_is_worth_less() {
        let plain = "The old bridge over the river was closed on Sunday.";
        let long = format!("{} and so on.", "The old bridge over the river was closed on Sunday ".repeat(5));
        for (sentence, discount) in [
            (plain, 1.0),
            ("The bridge was closed.", 0.125),
            ("The bridge was closed on Sunday.", 0.5),
            ("Who closed the old bridge over the river on Sunday?", 0.8),
            ("We know that the old bridge over the river is closed.", 0.85),
            ("We know that our old bridge over the river is closed, and you know.", 0.85 * 0.85),
            ("The US closed the old bridge over the river on Sunday.", 1.0),
            ("The old bridge over the river was built before World War I.", 1.0),
            ("\"The old bridge over the river is closed,\" the mayor said.", 0.9),
            ("The mayor of the town said: \"The old bridge is closed. It is not safe.\"", 0.8),
            ("The mayor of the town said: \"The old bridge is closed for now.\"", 1.0),
            ("The bridge: What is known of the work on the pillars so far.", 0.9),
            (&long, 0.85),
        ] {
            let candidates = gathered(&format!("{plain} {sentence} Rain had fallen on the town for a week."));
            assert!((candidates.list[1].discount - discount).abs() < 1e-6, "{sentence}");
        }
    }
}
