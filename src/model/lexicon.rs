//! The word lists of a model: which classes a word or phrase belongs to.

use super::{table::Table, table_enum::table_enum};
use crate::Error;

table_enum! {
    /// A class of words or phrases, with its name in the lists under `tools/train/lists`.
    pub enum Class: &str {
        /// The word begins a longer phrase of the lexicon.
        Prefix = "prefix",
        /// A full stop after it does not end a sentence.
        Abbreviation = "abbreviation",
        /// A full stop after it may end a sentence too: "Inc.", "a.m.".
        AbbreviationEnd = "abbreviation_end",
        /// Abbreviates only before a number: "No. 5".
        AbbreviationNumber = "abbreviation_number",
        /// Stands before a person's name: "Mr", "President", "Gen".
        Title = "title",
        /// A verb of saying, in any of its forms.
        Saying = "saying",
        /// A month's name or its abbreviation.
        Month = "month",
        /// A day of the week or its abbreviation.
        Weekday = "weekday",
        /// Carries grammar rather than content.
        Function = "function",
        /// Part of a surname, written small as a rule: "van", "al", "bin".
        Particle = "particle",
        /// Follows a person's name: "Jr", "III".
        NameSuffix = "name_suffix",
        /// Says which form a company has: "Inc", "AG".
        CompanySuffix = "company_suffix",
        /// Names a sort of organisation: "bank", "ministry".
        OrgNoun = "org_noun",
        /// Names a sort of place: "city", "river".
        PlaceNoun = "place_noun",
        /// Names a sort of person: "minister", "coach".
        PersonNoun = "person_noun",
        /// Said of men only: "Mr", "husband".
        Male = "male",
        /// Said of women only: "Mrs", "actress".
        Female = "female",
        /// Joins a sentence to the one before: "but", "as a result".
        Connective = "connective",
        /// Opens a sentence and refers back: "he", "the latter", "those".
        Pointing = "pointing",
        /// Sums up after "the" or "this" what was told before: "move", "attack".
        Retelling = "retelling",
        /// Opens a sentence to the reader about the page: "scroll down", "read more".
        Aside = "aside",
        /// A document, survey or body of data that speaks.
        Document = "document",
        /// Where or in what something is said: "statement".
        Occasion = "occasion",
        /// Those whom one tells: "reporters".
        Hearer = "hearer",
        /// Says that something is still to come: "will", "due".
        Future = "future",
        /// With an infinitive, says that something is still to come: "agreed".
        Intends = "intends",
        /// Names a sort of body that is no company: "ministry".
        PublicNoun = "public_noun",
        /// Names a sort of company: "airline".
        CompanyNoun = "company_noun",
        /// After a place's name, says that its team is meant: "goalkeeper".
        Team = "team",
        /// Beside a place's name, may say that its team is meant: "beat", "side".
        Contest = "contest",
        /// Part of the name of a news outlet, or a word for one: "BBC", "newspaper".
        NewsOutlet = "news_outlet",
        /// After "the move", says which one: "of".
        Specifying = "specifying",
        /// After "this", says when: "week".
        TimeSpan = "time_span",
        /// A word of the first or second person: "we", "your".
        Personal = "personal",
        /// A verb before a participle that is a state and does not say when: "remains closed".
        Lasting = "lasting",
        /// A present that tells what is to come where a date stands beside it: "opens in May".
        Timetable = "timetable",
        /// A verb whose "to" or "until" leads to a later date: "postponed to Friday".
        Postpones = "postpones",
        /// A form of "to be".
        Be = "be",
        /// Helps another verb or negates it: "has", "not".
        Auxiliary = "auxiliary",
        /// Says that something may be: "could".
        Possible = "possible",
        /// In a verb group, says that it is still to come: "will", "expected".
        Foreseen = "foreseen",
        /// May stand before an infinitive that reports: "used".
        ReportGovernor = "report_governor",
        /// An adverb of time: "yesterday", "later".
        TimeAdverb = "time_adverb",
        /// A stretch of time after "last": "week".
        Period = "period",
        /// After a number, tells when: "minutes".
        Duration = "duration",
        /// Opens where, when or how something was said: "during".
        Circumstance = "circumstance",
        /// Opens a question that is reported: "whether".
        ReportedQuestion = "reported_question",
        /// Joins nouns inside a short subject: "of".
        NounLink = "noun_link",
        /// A word of grammar that is a name, too: "Will".
        GrammarName = "grammar_name",
        /// The same after an initial: "He".
        GrammarNameAfterInitial = "grammar_name_after_initial",
        /// Opens with an apostrophe that is no quotation mark: "til".
        Elision = "elision",
        /// What carries words: "phone".
        Medium = "medium",
        /// "the court heard", "jurors were told"
        Tribunal = "tribunal",
        /// What those do who do not say all: "gave"
        Withholding = "withholding",
        /// Before words in marks, says that they name something: "titled".
        Naming = "naming",
        /// What is done with a statement: "released".
        Issuing = "issuing",
        /// A title that is no role: "Mr".
        Courtesy = "courtesy",
        /// After "who", says what somebody is: "heads".
        Leading = "leading",
        /// A pronoun of the third person: "she", "theirs".
        Pronoun = "pronoun",
        /// Names an institution whose name says what it is: "ministry".
        Institution = "institution",
        /// Before "with", "to" or "by", says that the person after it asks or hears: "interview".
        Interview = "interview",
        /// Before a noun, says that only some of those are meant: "many".
        Quantifier = "quantifier",
        /// Happens by itself: "died".
        Happening = "happening",
    }
}

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u64);

impl Classes {
    /// Whether the class is in the set.
    pub const fn has(self, class: Class) -> bool {
        self.0 >> class as u8 & 1 == 1
    }

    /// Puts a class into the set.
    #[cfg(feature = "training")]
    pub const fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u8;
    }
}

/// The words and phrases that people list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lexicon<'m>(pub(super) Table<'m>);

impl Lexicon<'_> {
    /// The classes of a word or phrase, by its hash.
    pub(crate) fn classes(&self, hash: u32) -> Classes {
        Classes(self.0.get(hash).unwrap_or(0))
    }

    pub(super) fn check(bytes: &[u8]) -> Result<(), Error> {
        Table::try_read(bytes).map(|_| ()).ok_or_else(|| Error::model("its lexicon does not fit together"))
    }
}
