//! What the words of a byline can be: labels, names, posts, places, dates, handles. Each question is about the words alone,
//! whatever stands before them.

use super::{date_word::DateWord, paragraph::Paragraph, publication_date, words::Word};
use crate::model::{Gazetteer, PHRASE_START, ParagraphClass, ParagraphWords, phrase_step};

/// The words of a paragraph, asked what they can be in a byline.
pub(super) struct Line<'a, 't> {
    pub(super) paragraph: &'a Paragraph<'t>,
    pub(super) words: &'a [Word<'t>],
    pub(super) lists: &'a ParagraphWords<'a>,
}

/// What those did who are named after a label.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Wrote,
    /// Took pictures, edited.
    Helped,
}

/// A run of capitals that may be a name, with what belongs to it.
#[derive(Clone, Copy)]
pub(super) struct Run {
    /// Where the words end that may be a name.
    pub(super) end: usize,
    /// How many words in capitals there are.
    pub(super) capitals: usize,
    /// How many words it takes, with the post behind the name.
    pub(super) length: usize,
    /// A post or an outlet is part of it.
    pub(super) posted: bool,
    /// It is the name of a country, a city, an organisation.
    pub(super) listed: bool,
}

impl<'a, 't> Line<'a, 't> {
    pub(super) fn of(paragraph: &'a Paragraph<'t>, lists: &'a ParagraphWords<'a>) -> Line<'a, 't> {
        Line { paragraph, words: &paragraph.words, lists }
    }

    /// A word as written, with the marks around it.
    pub(super) fn raw(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |word| self.paragraph.raw(word))
    }

    /// Where the words begin, after the mark of an item.
    pub(super) fn opening(&self) -> usize {
        self.words.iter().position(|word| !word.lower.is_empty()).unwrap_or(0)
    }

    /// Whether a part ends before this word.
    pub(super) fn is_cut(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.raw(before).ends_with([',', ';', ':', ')', '|', '·', '•', '–', '—']))
    }

    /// "By", "Words:", "Story and photos by", "Pictures:", "edited by".
    pub(super) fn label_at(&self, at: usize) -> Option<(Label, usize)> {
        const LONGEST: usize = 5;
        let mut label = None;
        for (number, word) in self.words[at..].iter().take(LONGEST).enumerate() {
            let next = self.words.get(at + number + 1);
            let barred = next.is_some_and(|next| matches!(self.paragraph.raw(next), "|" | "/" | ":"));
            let colon = barred || self.raw(at + number).ends_with([':', '|', '/']);
            let writes = word.is(ParagraphClass::BylineLabel) || word.is(ParagraphClass::BylineOpening);
            let helps = word.is(ParagraphClass::PictureNoun) || word.is(ParagraphClass::PictureLabel);
            let edits = word.lower.starts_with("edit");
            match () {
                () if word.lower == "by" => return Some((label.unwrap_or(Label::Wrote), number + 1)),
                () if writes || colon && !edits && word.is(ParagraphClass::Newsroom) => label = Some(Label::Wrote),
                () if helps || edits || next.is_some_and(|next| next.lower == "by") => {
                    label = label.or(Some(Label::Helped));
                }
                () if number > 0 && (joins(word) || word.lower.is_empty()) => {}
                () => return None,
            }
            let alone = match at + number == self.opening() {
                true => word.is(ParagraphClass::BylineLabel),
                false => number == 0 && helps,
            };
            let named = next.is_some_and(|next| next.capital);
            if colon && !word.is(ParagraphClass::BylineOpening) || alone && named && !self.by_follows(at) {
                return Some((label?, number + 1));
            }
        }
        None
    }

    fn by_follows(&self, at: usize) -> bool {
        self.words[at + 1..].iter().take(3).any(|word| word.lower == "by")
    }

    /// How many words are a date, a time, an @name, "5 min read", "Follow" here: they stand beside names and are part of none.
    pub(super) fn beside(&self, at: usize) -> Option<usize> {
        let word = self.words.get(at)?;
        if let Some((_, length)) = publication_date::date_at(self.words, at) {
            return Some(length);
        }
        let next = self.words.get(at + 1);
        let counts =
            |next: &Word| next.date.goes_with_date() || next.is(ParagraphClass::Comments) || next.lower == "read";
        let counted = word.lower.starts_with(|c: char| c.is_ascii_digit()) && next.is_some_and(counts);
        // "Updated", but not "First".
        let label = word.date == DateWord::Label && word.lower.ends_with("ed");
        let month = matches!(word.date, DateWord::Month(_)) && !next.is_some_and(|next| next.capital);
        let time = matches!(word.date, DateWord::Clock | DateWord::Weekday) || month || label;
        let of_page =
            word.is(ParagraphClass::Comments) || word.is(ParagraphClass::FeatureAppeal) || word.lower == "read";
        (time || counted || of_page || self.is_handle(at)).then_some(1)
    }

    /// Whether what stands beside names here speaks for a byline: a day, a time ago, an @name.
    pub(super) fn is_telling(&self, at: usize) -> bool {
        let ago = |next: &Word| next.date.goes_with_date();
        let counted = self.words[at].lower.starts_with(|c: char| c.is_ascii_digit());
        counted && self.words.get(at + 1).is_some_and(ago)
            || self.is_handle(at)
            || publication_date::date_at(self.words, at).is_some()
    }

    fn is_handle(&self, at: usize) -> bool {
        self.raw(at).trim_start_matches('(').starts_with('@')
    }

    /// Whether a word goes with a date, and may not be part of a name.
    pub(super) fn is_of_date(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.date.goes_with_date() && (!word.capital || is_zone(self.raw(at)))
    }

    /// How many words from here on may be those of one name.
    pub(super) fn capitals(&self, at: usize) -> usize {
        let mut length = 0;
        while self.words.get(at + length).is_some() && (length == 0 || self.goes_on(at + length)) {
            let particle = length > 0 && self.words[at + length].is(ParagraphClass::Particle);
            if !(self.is_capital(at + length) || particle) || joins(&self.words[at + length]) {
                break;
            }
            length += 1;
            let raw = self.raw(at + length - 1);
            let owns = raw.ends_with("'s") || raw.ends_with("’s");
            if owns || raw.ends_with([',', ';', ':', ')', '–', '—']) || raw.contains(['@', '/']) {
                break;
            }
        }
        length
    }

    /// Whether what begins at a word may be the rest of the name before it.
    fn goes_on(&self, at: usize) -> bool {
        let raw = self.raw(at);
        let particle = self.words[at].is(ParagraphClass::Particle);
        // "ANA LOWE Associated Press"
        let changes = !particle && self.is_shouted(at - 1) && !raw.contains('.') && has_small(raw);
        let opens = raw.starts_with(['(', '[', '@']) || changes;
        !opens && self.beside(at).is_none() && self.label_at(at).is_none()
    }

    /// The capitals from here on as a name, with the post that may stand right behind it.
    pub(super) fn run(&self, at: usize) -> Run {
        let length = self.capitals(at);
        let post = self.words[at..at + length].iter().position(is_source).map(|number| at + number);
        let tail = match post {
            None if length > 0 && !self.is_cut(at + length) => self.post_length(at + length),
            _ => 0,
        };
        let posted = post.is_some() || tail > 0;
        let outlet = post.is_some_and(|post| self.is_outlet(at, post));
        let end = self.before_post(at, post.unwrap_or(at + length), posted, outlet);
        let rest = if outlet && !self.is_cut(at + length) { self.capitals(at + length) } else { 0 };
        Run { end, capitals: length, length: length + tail + rest, posted, listed: self.is_listed(at, length) }
    }

    /// "Black Sea Courier": an outlet, whose name may go on.
    fn is_outlet(&self, at: usize, post: usize) -> bool {
        self.words[post].is(ParagraphClass::Outlet) && (post == at || !self.is_shouted(post))
    }

    /// Where a name ends before a post: "Ana Lowe Crime Reporter".
    fn before_post(&self, at: usize, end: usize, posted: bool, outlet: bool) -> usize {
        let mut end = end;
        while posted && end > at && (outlet || end > at + 2 && self.is_word(end - 1)) {
            end -= 1;
        }
        end
    }

    /// How many words from here on name a post in a newsroom.
    pub(super) fn post_length(&self, at: usize) -> usize {
        const LONGEST: usize = 4;
        let ahead = self.words.get(at..).unwrap_or_default().iter().take(LONGEST);
        let within = |(number, _): &(usize, &Word)| *number == 0 || !self.is_cut(at + number);
        ahead.enumerate().take_while(within).position(|(_, word)| is_source(word)).map_or(0, |number| number + 1)
    }

    /// "Lowe", "al-Fayed", "d'Arcy".
    pub(super) fn is_capital(&self, at: usize) -> bool {
        let raw = self.raw(at);
        self.words[at].capital || raw.contains(['-', '\'', '’']) && raw.contains(char::is_uppercase)
    }

    /// "LOWE", "BBC"
    pub(super) fn is_shouted(&self, at: usize) -> bool {
        let mut letters = self.raw(at).chars().filter(|c| c.is_alphabetic());
        letters.clone().all(char::is_uppercase) && letters.nth(2).is_some()
    }

    /// Whether the words are a country, a city, an organisation: no person's name.
    pub(super) fn is_listed(&self, at: usize, length: usize) -> bool {
        use Gazetteer::{City, Country, Event, Group, Organisation, Product, State, Work};
        let hash = self.words[at..at + length].iter().fold(PHRASE_START, |hash, word| phrase_step(hash, word.hash));
        let facts = self.lists.facts(hash);
        [City, Country, Event, Group, Organisation, Product, State, Work].iter().any(|&list| facts.is_in(list))
    }

    /// Whether a word is a first name.
    pub(super) fn is_first_name(&self, at: usize) -> bool {
        self.lists.facts(self.words[at].hash).is_in(Gazetteer::First)
    }

    /// A word that is mostly written small, and no name as "Will" and "Young" are.
    pub(super) fn is_small(&self, at: usize) -> bool {
        self.is_word(at) && self.lists.facts(self.words[at].hash).is_in(Gazetteer::Small)
    }

    /// A known word that is in no list of persons' names and not written with a capital as a rule.
    pub(super) fn is_word(&self, at: usize) -> bool {
        use Gazetteer::{Capital, First, Last};
        let facts = self.lists.facts(self.words[at].hash);
        let name = [First, Last, Capital].iter().any(|&list| facts.is_in(list));
        self.lists.is_known(self.words[at].hash) && !name && !self.words[at].is(ParagraphClass::Particle)
    }

    /// Whether a word may be part of a person's name by its form.
    pub(super) fn is_part_of_name(&self, at: usize) -> bool {
        let word = &self.words[at];
        let other = is_source(word) || word.date == DateWord::Weekday || word.lower.bytes().any(|b| b.is_ascii_digit());
        !other && (self.is_capital(at) || word.is(ParagraphClass::Particle))
    }
}

pub(super) fn leads_to_place(word: &Word) -> bool {
    matches!(&*word.lower, "in" | "for" | "at" | "of" | "from" | "on")
}

pub(super) fn joins(word: &Word) -> bool {
    matches!(&*word.lower, "and" | "with")
}

/// Part of a post's or an outlet's name.
pub(super) fn is_source(word: &Word) -> bool {
    word.is(ParagraphClass::Newsroom) || word.is(ParagraphClass::Outlet) || word.is(ParagraphClass::Agency)
}

/// "PM", "EST"
fn is_zone(raw: &str) -> bool {
    raw.len() >= 2 && !has_small(raw)
}

fn has_small(raw: &str) -> bool {
    raw.contains(char::is_lowercase)
}
