//! What a comparison gives: plain data, every result tied to its places in the texts.

use crate::{EntityKind, Span, Units};
use serde::Serialize;

/// What two to five articles have in common, and in what they differ.
///
/// A text is named by its index in what was given; [`Comparison::offsets`] says what its spans count.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Comparison {
    /// The version of the form of this comparison; it rises when a field changes its meaning or goes.
    pub schema: u32,
    /// What the offsets count.
    pub offsets: Units,
    /// Each text, in the order given.
    pub texts: Vec<ComparedText>,
    /// Every named thing of the stories: those in most texts first, then the more salient.
    pub entities: Vec<SharedEntity>,
    /// Who is quoted where: those in most texts first, then who gets most words; nobody known comes last.
    pub speakers: Vec<SharedSpeaker>,
    /// Words in quotation marks that stand in more than one text, in the order of the first text that has them.
    pub quotations: Vec<SharedQuotation>,
    /// Dates and amounts that two texts tell of the same thing.
    pub statements: Vec<SharedStatement>,
    /// Sentences of two stories that tell the same.
    pub pairs: Vec<Counterpart>,
    /// Sentences of a story that have no counterpart in any other, in text order.
    pub alone: Vec<LoneSentence>,
}

/// How long a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ComparedText {
    /// The words of its story: runs without white space that hold a letter or a digit.
    pub words: u32,
    /// How many of them are somebody's, reported in his own words or in the writer's.
    pub quoted_words: u32,
}

/// A named thing and the texts that have it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SharedEntity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest of its names.
    pub name: String,
    /// Where it is, in the order of the texts; one place if it is in one text alone.
    #[serde(rename = "in")]
    pub places: Vec<EntityPlace>,
}

/// What stands for a thing in one text.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EntityPlace {
    /// The index of the text.
    pub text: u32,
    /// The index in the list of entities of its report.
    pub entity: u32,
    /// How often its story mentions it.
    pub mentions: u32,
    /// How much the text is about it, 0 to 1.
    #[serde(serialize_with = "crate::report::four_decimals")]
    pub salience: f32,
}

/// Somebody whose words are reported.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SharedSpeaker {
    /// The index in [`Comparison::entities`]; none for a name that a reader typed, and where nobody is known.
    pub entity: Option<u32>,
    /// The name; none where nobody is known.
    pub name: Option<String>,
    /// What is reported of him, in the order of the texts.
    #[serde(rename = "in")]
    pub places: Vec<SpeakerPlace>,
}

/// What one text reports of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SpeakerPlace {
    /// The index of the text.
    pub text: u32,
    /// The quotes, by their index in its report.
    pub quotes: Vec<u32>,
    /// How many words these have, but for those that are only probably his.
    pub words: u32,
    /// How many words are only probably his.
    pub probable_words: u32,
}

/// Words in quotation marks that stand in two texts or more.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SharedQuotation {
    /// How they differ.
    pub relation: QuotationRelation,
    /// Where they are, in the order of the texts; a quotation that is interrupted has several places in one text.
    pub places: Vec<QuotationPlace>,
    /// The words that both texts have and those that one has alone, in order; empty where they are the same.
    pub difference: Vec<DifferenceStep>,
}

/// How the words of quotations differ, apart from marks, case and what stands in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuotationRelation {
    /// They are the same words.
    Same,
    /// The one with fewer words is the other with words left out.
    Shorter,
    /// Most words are the same, some are not.
    Different,
}

/// A quotation or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct QuotationPlace {
    /// The index of the text.
    pub text: u32,
    /// The index of the quote in its report; none for words in marks of which the report does not say whose they are.
    pub quote: Option<u32>,
    /// The index of the part of the quote.
    pub part: u32,
    /// The words, without marks.
    #[serde(flatten)]
    pub span: Span,
}

/// A run of words of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DifferenceStep {
    /// Whether the other text has these words, too. Such a run comes twice, first as it stands in the earlier text.
    pub op: DifferenceOp,
    /// The index of the text.
    pub text: u32,
    /// The words.
    #[serde(flatten)]
    pub span: Span,
}

/// Whose words these are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DifferenceOp {
    /// Both texts have them.
    Equal,
    /// This text alone has them.
    Only,
}

/// A date or an amount that two texts tell of the same thing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SharedStatement {
    /// What is told.
    pub kind: StatementKind,
    /// Whether the texts say the same.
    pub relation: StatementRelation,
    /// Words that both use of it, as the first writes them.
    pub about: Vec<String>,
    /// Where each tells it.
    pub places: Vec<StatementPlace>,
}

/// What a statement tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StatementKind {
    /// When something was.
    Date,
    /// How many, how much, how old.
    Amount,
}

/// Whether texts say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StatementRelation {
    /// Both can be true.
    Agree,
    /// Only one can be true.
    Conflict,
}

/// The words of a date or an amount with their sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StatementPlace {
    /// The index of the text.
    pub text: u32,
    /// The words.
    #[serde(flatten)]
    pub span: Span,
    /// The sentence they stand in.
    pub sentence: u32,
}

/// Two sentences that tell the same.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Counterpart {
    /// The indices of the two texts, the smaller first.
    pub texts: (u32, u32),
    /// The sentence of each, by its index in the report.
    pub sentences: (u32, u32),
    /// How much of what they tell is in both, 0 to 1.
    #[serde(serialize_with = "crate::report::four_decimals")]
    pub score: f32,
}

/// A sentence without counterpart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LoneSentence {
    /// The index of the text.
    pub text: u32,
    /// The index of the sentence in its report.
    pub sentence: u32,
    /// The texts that do not tell it.
    pub against: Vec<u32>,
}

impl Comparison {
    /// Calls `visit` with every span and the text that it points into.
    pub(crate) fn each_span(&mut self, visit: &mut dyn FnMut(u32, &mut Span)) {
        for quotation in &mut self.quotations {
            quotation.places.iter_mut().for_each(|place| visit(place.text, &mut place.span));
            quotation.difference.iter_mut().for_each(|step| visit(step.text, &mut step.span));
        }
        for statement in &mut self.statements {
            statement.places.iter_mut().for_each(|place| visit(place.text, &mut place.span));
        }
    }
}
