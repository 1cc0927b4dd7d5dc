//! How we know who said something, in plain words, and how sure that is.

use super::{cue::Cue, subject::Side};
use crate::model::table_enum;

table_enum! {
    /// How a speaker was found; with the share of such speakers that proved right on annotated articles where the words
    /// named a person or body, and with the same in words, in which [`CUE`] stands for the cue as written.
    pub(super) enum Evidence: (f32, &str) {
        /// The subject of the verb that reports the clause after it.
        SubjectBefore = (0.98, "subject of * before the words"),
        /// The subject of the verb that stands after the words.
        SubjectAfter = (0.98, "subject of * after the words"),
        /// The verb stands before its subject, after the words.
        Inverted = (0.99, "* followed by its subject"),
        /// The subject of the sentence, whose participle reports.
        Shared = (0.97, "subject of the sentence that * belongs to"),
        /// The subject of the sentence, whose second verb reports.
        Joined = (0.85, "subject of the sentence whose second verb is *"),
        /// The subject of the sentence before a pronoun.
        TakenUp = (0.85, "subject of the sentence before, which the subject of * takes up"),
        /// "according to"
        AccordingTo = (0.97, "named after *"),
        /// Quoted words inside the object of a verb.
        InObject = (0.98, "quoted words in what the subject of * says"),
        /// "in Lowe's words"
        InWords = (0.97, "named as the one whose words they are"),
        /// After a colon.
        Colon = (0.94, "subject of the clause that ends in a colon before the words"),
        /// No attribution of its own: goes on from the words before it in the paragraph.
        Continues = (0.97, "no attribution of its own: goes on from the words before it"),
        /// The paragraph before was not closed, or goes on into this one.
        RunsOn = (0.99, "the quotation runs on from one paragraph to the next"),
        /// No attribution of its own: the speaker of the paragraph before.
        ParagraphBefore = (0.96, "no attribution: continues the speaker of the paragraph before"),
        /// The subject of the sentence before.
        SentenceBefore = (0.9, "no attribution: subject of the sentence before"),
        /// The words after it have a speaker.
        WordsAfter = (0.85, "no attribution of its own: goes on into the words after it"),
        /// A name and a colon before the words.
        Label = (0.99, "name before a colon at the beginning of the turn"),
        /// The person whom the text tells of before the first question.
        Answers = (0.85, "the one to whom the text turns before its questions and answers"),
        /// A block without marks after "The statement read:", or before "— Ana Lowe (@analowe)".
        SetApart = (0.97, "a paragraph that is announced or signed as somebody's words"),
        /// A heading whose words are quoted again in the text.
        Repeats = (0.94, "the same words are quoted again in the text"),
        /// The addressee of the words before, or the speaker before those.
        Alternates = (0.5, "no attribution: speaker and hearer take turns"),
        /// The subject of the sentence after.
        SentenceAfter = (0.85, "no attribution: subject of the sentence after"),
        /// "the court heard", "jurors were told"
        Heard = (0.0, "* does not say who spoke"),
        /// Nobody.
        Unknown = (0.0, "no attribution found"),
    }
}

const CUE: char = '*';

impl Evidence {
    /// How the speaker of a clause that begins at `start` is known.
    pub(super) fn of_clause(cue: &Cue, start: usize) -> Evidence {
        match cue.side {
            _ if cue.verb.is_none() => Evidence::AccordingTo,
            _ if cue.hearer.is_some() && cue.speaker.is_none() => Evidence::Heard,
            Side::After => Evidence::Inverted,
            Side::Shared => Evidence::of_shared(cue),
            Side::Before if cue.tokens.start < start => Evidence::SubjectBefore,
            Side::Before => Evidence::SubjectAfter,
        }
    }

    /// How the speaker of a verb is known that has none of its own: "adding that" or "and said".
    pub(super) fn of_shared(cue: &Cue) -> Evidence {
        if cue.is_gerund() { Evidence::Shared } else { Evidence::Joined }
    }

    /// How often it is right, 0 to 1.
    pub(super) fn confidence(self) -> f32 {
        let (_, (share, _)) = Evidence::ALL[self as usize];
        share
    }

    /// The same in words; `cue` is the cue as written.
    pub(super) fn because(self, cue: Option<&str>) -> String {
        let (_, (_, words)) = Evidence::ALL[self as usize];
        match words.split_once(CUE) {
            Some((before, after)) => [before, "\"", cue.unwrap_or("said"), "\"", after].concat(),
            None => words.to_owned(),
        }
    }
}
