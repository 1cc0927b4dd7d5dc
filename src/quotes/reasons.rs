//! How we know who said something, in plain words, and how sure that is.

use super::cues::{Cue, Side};

/// How a speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// The subject of the verb that reports the clause after it.
    SubjectBefore,
    /// The subject of the verb that stands after the words.
    SubjectAfter,
    /// The verb stands before its subject, after the words.
    Inverted,
    /// The subject of the sentence, whose second verb or participle reports.
    Shared,
    /// "according to"
    Accordance,
    /// Quoted words inside the object of a verb.
    InObject,
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
    /// The hearer of the words before, or the speaker before those.
    Alternates,
    /// The subject of the sentence after.
    SentenceAfter,
    /// Nobody.
    Unknown,
}

impl How {
    /// How the speaker of a clause that begins at `start` is known.
    pub(super) fn of_clause(cue: &Cue, start: usize) -> How {
        match cue.side {
            _ if cue.verb.is_none() => How::Accordance,
            Side::After => How::Inverted,
            Side::Shared => How::Shared,
            Side::Before if cue.tokens.start < start => How::SubjectBefore,
            Side::Before => How::SubjectAfter,
        }
    }

    /// The share of such speakers that proved right on annotated articles, where the words named a person or body.
    pub(super) fn confidence(self) -> f32 {
        match self {
            How::SubjectBefore | How::SubjectAfter | How::Inverted | How::Accordance | How::Label => 0.98,
            How::Continues | How::RunsOn | How::SetApart => 0.97,
            How::InObject | How::Colon => 0.95,
            How::ParagraphBefore | How::Repeats => 0.92,
            How::WordsAfter | How::SentenceBefore | How::SentenceAfter => 0.85,
            How::Shared => 0.82,
            How::Alternates => 0.7,
            How::Unknown => 0.0,
        }
    }

    /// The same in words; `cue` is the cue as written.
    pub(super) fn because(self, cue: Option<&str>) -> String {
        let cue = cue.unwrap_or("said");
        match self {
            How::SubjectBefore => format!("subject of \"{cue}\" before the words"),
            How::SubjectAfter => format!("subject of \"{cue}\" after the words"),
            How::Inverted => format!("\"{cue}\" followed by its subject"),
            How::Accordance => format!("named after \"{cue}\""),
            How::Shared => format!("subject of the sentence that \"{cue}\" belongs to"),
            How::InObject => format!("quoted words in what the subject of \"{cue}\" says"),
            How::Colon => "subject of the clause that ends in a colon before the words".to_owned(),
            How::Continues => "no attribution of its own: goes on from the words before it".to_owned(),
            How::RunsOn => "the quotation runs on from one paragraph to the next".to_owned(),
            How::WordsAfter => "no attribution of its own: goes on into the words after it".to_owned(),
            How::ParagraphBefore => "no attribution: continues the speaker of the paragraph before".to_owned(),
            How::SentenceBefore => "no attribution: subject of the sentence before".to_owned(),
            How::Label => "name before a colon at the beginning of the turn".to_owned(),
            How::SetApart => "a paragraph that is announced or signed as somebody's words".to_owned(),
            How::Repeats => "the same words are quoted again in the text".to_owned(),
            How::Alternates => "no attribution: speaker and hearer take turns".to_owned(),
            How::SentenceAfter => "no attribution: subject of the sentence after".to_owned(),
            How::Unknown => "no attribution found".to_owned(),
        }
    }
}
