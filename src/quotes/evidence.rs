//! How we know who said something, in plain words, and how sure that is.

use super::{cues::Cue, subject::Side};

/// How a speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// The subject of the verb that reports the clause after it.
    SubjectBefore,
    /// The subject of the verb that stands after the words.
    SubjectAfter,
    /// The verb stands before its subject, after the words.
    Inverted,
    /// The subject of the sentence, whose second verb or participle reports.
    Shared,
    /// "according to"
    AccordingTo,
    /// Quoted words inside the object of a verb.
    InObject,
    /// "in Lowe's words"
    InWords,
    /// After a colon.
    Colon,
    /// No attribution of its own: goes on from the words before it in the paragraph.
    Continues,
    /// The paragraph before was not closed, or goes on into this one.
    RunsOn,
    /// No attribution of its own: the speaker of the paragraph before.
    ParagraphBefore,
    /// The subject of the sentence before.
    SentenceBefore,
    /// The words after it have a speaker.
    WordsAfter,
    /// A name and a colon before the words.
    Label,
    /// A block without marks after "The statement read:", or before "— Ana Lowe (@analowe)".
    SetApart,
    /// A heading whose words are quoted again in the text.
    Repeats,
    /// The addressee of the words before, or the speaker before those.
    Alternates,
    /// The subject of the sentence after.
    SentenceAfter,
    /// Nobody.
    Unknown,
}

impl Evidence {
    /// How the speaker of a clause that begins at `start` is known.
    pub(super) fn of_clause(cue: &Cue, start: usize) -> Evidence {
        match cue.side {
            _ if cue.verb.is_none() => Evidence::AccordingTo,
            Side::After => Evidence::Inverted,
            Side::Shared => Evidence::Shared,
            Side::Before if cue.tokens.start < start => Evidence::SubjectBefore,
            Side::Before => Evidence::SubjectAfter,
        }
    }

    /// The share of such speakers that proved right on annotated articles, where the words named a person or body.
    pub(super) fn confidence(self) -> f32 {
        match self {
            Evidence::SubjectBefore
            | Evidence::SubjectAfter
            | Evidence::Inverted
            | Evidence::AccordingTo
            | Evidence::InWords
            | Evidence::Label => 0.98,
            Evidence::Continues | Evidence::RunsOn | Evidence::SetApart => 0.97,
            Evidence::InObject | Evidence::Colon => 0.95,
            Evidence::ParagraphBefore | Evidence::Repeats => 0.92,
            Evidence::WordsAfter | Evidence::SentenceBefore | Evidence::SentenceAfter => 0.85,
            Evidence::Shared => 0.82,
            Evidence::Alternates => 0.7,
            Evidence::Unknown => 0.0,
        }
    }

    /// The same in words; `cue` is the cue as written.
    pub(super) fn because(self, cue: Option<&str>) -> String {
        let cue = cue.unwrap_or("said");
        match self {
            Evidence::SubjectBefore => format!("subject of \"{cue}\" before the words"),
            Evidence::SubjectAfter => format!("subject of \"{cue}\" after the words"),
            Evidence::Inverted => format!("\"{cue}\" followed by its subject"),
            Evidence::AccordingTo => format!("named after \"{cue}\""),
            Evidence::Shared => format!("subject of the sentence that \"{cue}\" belongs to"),
            Evidence::InObject => format!("quoted words in what the subject of \"{cue}\" says"),
            Evidence::InWords => "named as the one whose words they are".to_owned(),
            Evidence::Colon => "subject of the clause that ends in a colon before the words".to_owned(),
            Evidence::Continues => "no attribution of its own: goes on from the words before it".to_owned(),
            Evidence::RunsOn => "the quotation runs on from one paragraph to the next".to_owned(),
            Evidence::WordsAfter => "no attribution of its own: goes on into the words after it".to_owned(),
            Evidence::ParagraphBefore => "no attribution: continues the speaker of the paragraph before".to_owned(),
            Evidence::SentenceBefore => "no attribution: subject of the sentence before".to_owned(),
            Evidence::Label => "name before a colon at the beginning of the turn".to_owned(),
            Evidence::SetApart => "a paragraph that is announced or signed as somebody's words".to_owned(),
            Evidence::Repeats => "the same words are quoted again in the text".to_owned(),
            Evidence::Alternates => "no attribution: speaker and hearer take turns".to_owned(),
            Evidence::SentenceAfter => "no attribution: subject of the sentence after".to_owned(),
            Evidence::Unknown => "no attribution found".to_owned(),
        }
    }
}
