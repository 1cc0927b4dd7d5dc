//! Whether a date lies behind or ahead, by the verb it goes with.

use crate::{
    model::Class,
    report::BlockKind,
    tokens::{Cursor, Reading, Tag},
};
use std::ops::Range;

/// What the words around a date say about its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// It cannot lie ahead: "since January".
    Over,
    Past,
    Open,
    /// A present or an infinitive, which may be general.
    Future,
    /// It cannot lie behind: "will be sold in May".
    Ahead,
}

impl Tense {
    /// What has been.
    pub(super) const fn is_past(self) -> bool {
        matches!(self, Tense::Over | Tense::Past)
    }

    /// What is to come.
    pub(super) const fn is_future(self) -> bool {
        matches!(self, Tense::Future | Tense::Ahead)
    }
}

/// No verb is looked for farther away than this many tokens.
const REACH: usize = 30;

/// The tense of what happens at the date at these tokens.
pub(super) fn around(reading: Reading, date: &Range<usize>) -> Tense {
    let sentence = reading.tokens.sentences[reading.tokens.sentence_of(date.start)].tokens.clone();
    let clause = Clause { sentence: Cursor::new(reading).within(sentence), date };
    clause
        .by_preposition()
        .or_else(|| clause.next_to())
        .or_else(|| clause.before())
        .or_else(|| clause.after())
        .or_else(|| clause.by_limit())
        .unwrap_or(Tense::Open)
}

/// The words around a date.
struct Clause<'a> {
    sentence: Cursor<'a>,
    date: &'a Range<usize>,
}

impl Clause<'_> {
    /// Whether a word written small is of the class: "may", not "May".
    fn has(&self, token: usize, class: Class) -> bool {
        self.sentence.has(token, class) && !self.sentence.is_capitalised(token)
    }

    fn is_before(&self, words: &[&str]) -> bool {
        self.date.start.checked_sub(1).is_some_and(|before| self.sentence.is(before, words))
    }

    fn by_preposition(&self) -> Option<Tense> {
        let ahead = ["starting", "beginning", "effective", "come"];
        // "Wednesday's close" is what shares are compared with.
        let closed = self.sentence.is(self.date.end, &["'s", "’s"])
            && self.sentence.is(self.date.end + 1, &["close", "closing", "settlement"]);
        let past = self.is_before(&["since"]) || closed;
        let future = self.is_before(&ahead) || self.sentence.is(self.date.end, &["onward", "onwards"]);
        let ahead = future || self.is_limit() || self.is_put_off() || self.is_appointed() || self.is_timetable();
        if past { Some(Tense::Over) } else { ahead.then_some(Tense::Ahead) }
    }

    /// "closed until Friday"; of a day that is over, news says "on Friday". In "stayed until Friday, when she left" the verb
    /// after it tells.
    fn is_limit(&self) -> bool {
        const REACH: usize = 8;
        let told = self.sentence.is(self.date.end, &[","]) && self.sentence.is(self.date.end + 1, &["when"]);
        // "had not trained until Friday"
        let mut words = self.date.start.saturating_sub(REACH)..self.date.start;
        let perfect = words.any(|at| self.sentence.is(at, &["had", "not", "n't"]));
        let limit = self.is_before(&["until", "till", "through"]) && self.sentence.has(self.date.start, Class::Weekday);
        limit && !told && !perfect
    }

    /// "extended to Friday", "postponed until May".
    fn is_put_off(&self) -> bool {
        const REACH: usize = 5;
        let first = self.date.start.saturating_sub(REACH);
        let put_off = || (first..self.date.start).any(|at| self.has(at, Class::Postpones));
        self.is_before(&["to", "until", "till"]) && put_off()
    }

    /// "an election for 14 February", "a hearing for Monday": a day for which a thing is meant, but not "for Monday's attack".
    fn is_appointed(&self) -> bool {
        let noun = self.date.start.checked_sub(2).and_then(|noun| self.sentence.tag(noun));
        let is_day = self.date.clone().any(|at| {
            self.sentence.has(at, Class::Weekday) || self.sentence.tag(at) == Some(Tag::Number) && self.date.len() == 2
        });
        let is_whole = !self.sentence.is(self.date.end, &["'s", "’s"]);
        self.is_before(&["for"]) && noun == Some(Tag::Noun) && is_day && is_whole
    }

    /// "opens in January", "resumes on Saturday": a present, whatever its tag, but not "the end on Saturday".
    fn is_timetable(&self) -> bool {
        let back = 1 + usize::from(self.is_before(&["in", "on"]));
        let Some(verb) = self.date.start.checked_sub(back).filter(|&verb| self.has(verb, Class::Timetable)) else {
            return false;
        };
        let before = verb.checked_sub(1).and_then(|before| self.sentence.tag(before));
        let named = matches!(before, Some(Tag::Determiner | Tag::Preposition | Tag::Adjective | Tag::Possessive));
        let tag = self.sentence.tag(verb);
        tag != Some(Tag::VerbPast) && (tag == Some(Tag::VerbPresent) || !named && back == 2)
    }

    /// "the court on Friday refused": a date between the subject and its verb; "in January, when a storm hit".
    fn next_to(&self) -> Option<Tense> {
        let next = self.date.end + usize::from(self.sentence.is(self.date.end, &[","]));
        if self.sentence.is(next, &["when"]) {
            return self.after().map(|tense| if tense == Tense::Past { Tense::Over } else { tense });
        }
        let verb = matches!(self.sentence.tag(self.date.end), Some(Tag::VerbPast | Tag::Modal));
        verb.then(|| self.finite(self.date.end)).flatten()
    }

    /// The nearest verb before the date decides.
    fn before(&self) -> Option<Tense> {
        let start = self.sentence.range().start.max(self.date.start.saturating_sub(REACH));
        let mut infinitive = false;
        for token in (start..self.date.start).rev() {
            if self.sentence.is(token, &[";"]) {
                break;
            }
            if infinitive && self.has(token, Class::Intends) {
                return Some(Tense::Future);
            }
            infinitive |=
                self.sentence.tag(token) == Some(Tag::To) && self.sentence.tag(token + 1) == Some(Tag::VerbBase);
            if let Some(tense) = self.finite(token).or_else(|| self.infinite(token)) {
                let direct = tense == Tense::Past && self.goes_with_date(token);
                return Some(if direct { Tense::Over } else { tense });
            }
        }
        infinitive.then_some(Tense::Future)
    }

    /// "sold in August", "paid in full in August": little more than a preposition stands between the verb and the date.
    fn goes_with_date(&self, verb: usize) -> bool {
        const REACH: usize = 4;
        verb + REACH >= self.date.start && self.is_before(&["in", "on"])
    }

    /// The first finite verb after a date decides; the present only where there is no other, for it may be general: "who
    /// uses one name".
    fn after(&self) -> Option<Tense> {
        let tokens = self.date.end..self.sentence.end().min(self.date.end + REACH);
        let other = tokens
            .clone()
            .filter(|&token| self.sentence.tag(token) != Some(Tag::VerbPresent))
            .find_map(|token| self.finite(token));
        other.or_else(|| tokens.clone().find_map(|token| self.finite(token)))
    }

    fn finite(&self, token: usize) -> Option<Tense> {
        if self.has(token, Class::Future)
            || self.sentence.is(token, &["set"]) && self.sentence.is(token + 1, &["for", "to"])
        {
            return Some(Tense::Ahead);
        }
        match self.sentence.tag(token)? {
            // "remain closed": a participle that the tags take for a past.
            Tag::VerbPast if self.sentence.has(token.saturating_sub(1), Class::Lasting) => None,
            Tag::VerbPast => Some(Tense::Past),
            Tag::VerbPresent if self.sentence.is(token, &["has", "have", "'ve", "’ve"]) => {
                Some(if self.sentence.tag(token + 1) == Some(Tag::To) { Tense::Future } else { Tense::Past })
            }
            Tag::VerbPresent if self.has(token, Class::Saying) => None,
            Tag::VerbPresent => Some(self.present()),
            _ => None,
        }
    }

    /// The present with a day tells what is to come, but under a picture what the picture shows.
    fn present(&self) -> Tense {
        let shown = self.sentence.reading.block_kind(self.date.start) == BlockKind::Caption;
        if shown { Tense::Past } else { Tense::Future }
    }

    /// Participles, gerunds and commands.
    fn infinite(&self, token: usize) -> Option<Tense> {
        let before = token.saturating_sub(1);
        match self.sentence.tag(token)? {
            Tag::VerbParticiple => self.participle(token),
            Tag::VerbGerund if self.sentence.is(before, &["of", "for", "after", "since", "from"]) => Some(Tense::Past),
            Tag::VerbBase if self.sentence.tag(before) != Some(Tag::To) => self.base(token),
            _ => None,
        }
    }

    /// After "did" or "would" the helping verb decides; else it is a command or a present: "ask me", "they fly".
    fn base(&self, token: usize) -> Option<Tense> {
        self.helper(token).is_none().then(|| self.present())
    }

    /// The verb that a participle or base form leans on.
    fn helper(&self, token: usize) -> Option<usize> {
        (token.saturating_sub(3)..token)
            .rev()
            .find(|&at| self.sentence.is_verb(at) || self.sentence.tag(at) == Some(Tag::Modal))
    }

    /// "held" alone or after "has" and "was" is past; after "be", "is" and "stay" the verb before it decides.
    fn participle(&self, token: usize) -> Option<Tense> {
        let open = self.helper(token).is_some_and(|at| self.sentence.has(at, Class::Lasting));
        (!open).then_some(Tense::Past)
    }

    /// "by Saturday", "until March": with no verb to tell, a limit lies ahead.
    fn by_limit(&self) -> Option<Tense> {
        self.is_before(&["by", "until", "till", "before", "through"]).then_some(Tense::Future)
    }
}
