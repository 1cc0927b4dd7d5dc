//! The writers' names in a byline, and whether a line is one by its own words.
//!
//! A line is read in parts: labels ("Words:", "Photographs by"), names, posts, outlets, places, dates, handles. The names
//! are those after a label of writers, or the first ones in a line without a label.

use super::{date_word::DateWord, paragraph::Paragraph, publication_date, words::Word};
use crate::{
    Span,
    model::{Gazetteer, PHRASE_START, ParagraphClass, ParagraphWords, phrase_step},
    report::BlockKind,
    text::chars::is_dash,
};

/// A line, read as a byline.
#[derive(Default)]
pub(super) struct Byline {
    /// The writers' names, in order.
    pub(super) names: Vec<Span>,
    /// A label says that writers are named, and nothing but a byline follows: "By Ana Lowe, Oslo".
    pub(super) labelled: bool,
    /// Names stand beside what only goes with the names of writers: "Ana Lowe | Staff Writer | June 30, 2025".
    pub(super) signed: bool,
    /// Names stand beside a place or in a line of their own with a dash, as people in captions and quotations do, too.
    pub(super) placed: bool,
    /// A slash or a dash says that it may be somebody who took a picture or said something.
    doubtful: bool,
}

/// What the names after a label did.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Wrote,
    /// Took pictures, edited.
    Helped,
}

struct Reader<'a, 't> {
    paragraph: &'a Paragraph<'t>,
    words: &'a [Word<'t>],
    lists: &'a ParagraphWords<'a>,
    label: Option<Label>,
    names: Vec<Span>,
    /// How many names stood before the last label.
    before_label: usize,
    /// A label of writers was read.
    wrote: bool,
    /// "and" stands before the part.
    joined: bool,
    /// A post or an outlet was read.
    source: bool,
    /// Something was read that goes with writers' names.
    evidence: bool,
    /// A place was read.
    placed: bool,
    /// Something was read that opens no byline without a label.
    other: bool,
}

/// Reads a paragraph as a byline.
pub(super) fn read(paragraph: &Paragraph, lists: &ParagraphWords) -> Byline {
    const LONGEST: usize = 30;
    let told = paragraph.hint == Some(BlockKind::Byline);
    if !told && (paragraph.count > LONGEST || paragraph.is_prose()) {
        return Byline::default();
    }
    let mut reader = Reader {
        paragraph,
        words: &paragraph.words,
        lists,
        label: None,
        names: Vec::new(),
        before_label: 0,
        wrote: false,
        joined: false,
        source: false,
        evidence: false,
        placed: false,
        other: false,
    };
    let mut at = 0;
    while let Some(length) = reader.part(at) {
        at += length;
    }
    let whole = at == reader.words.len();
    if !whole && reader.runs_on() {
        reader.names.pop();
    }
    let Reader { names, wrote, source, evidence, placed, .. } = reader;
    // "Ana Lowe / Oslo Radio" may have taken a picture.
    let dash = paragraph.text.starts_with(is_dash);
    let doubtful = dash || paragraph.text.contains('/') && paragraph.date.is_none();
    let named = whole && !names.is_empty() && !paragraph.ends_sentence();
    Byline {
        labelled: whole && wrote && (source || !names.is_empty()),
        signed: named && evidence && !doubtful,
        placed: named && (placed || evidence || dash),
        doubtful,
        names,
    }
}

/// The words of those names, in lower case.
pub(super) fn words(paragraph: &Paragraph, lists: &ParagraphWords) -> Vec<String> {
    let names = read(paragraph, lists).names;
    let inside = |word: &&Word| names.iter().any(|name| name.overlaps(word.span));
    paragraph.words.iter().filter(inside).map(|word| word.lower.to_string()).collect()
}

/// Bylines that were taken for something else: above the story by their own words, right below it after a dash.
pub(super) fn mark(paragraphs: &[Paragraph], kinds: &mut [BlockKind], lists: &ParagraphWords) {
    use BlockKind::{Body, Boilerplate, Byline, Caption, Credit, Deck, Heading, List};
    /// Words in small letters from which on a line without a name tells something.
    const FEWEST: usize = 3;
    let Some(first) = kinds.iter().position(|kind| *kind == Body) else { return };
    let last = kinds.iter().rposition(|kind| *kind == Body).unwrap_or(first);
    for at in 0..first {
        let paragraph = &paragraphs[at];
        if paragraph.hint.is_some()
            || !matches!(kinds[at], Boilerplate | Byline | Caption | Credit | Deck | Heading | List)
        {
            continue;
        }
        let byline = read(paragraph, lists);
        let picture = matches!(kinds[at], Caption | Credit);
        kinds[at] = match kinds[at] {
            Credit if byline.placed && !byline.doubtful => Byline,
            _ if byline.labelled || !picture && (byline.signed || byline.placed && at > 0) => Byline,
            Byline
                if byline.names.is_empty() && paragraph.lowers >= FEWEST && paragraph.lowers * 2 > paragraph.count =>
            {
                Deck
            }
            kind => kind,
        };
    }
    // "— Ana Lowe"; below quoted words it is who said them.
    for at in last..paragraphs.len().min(last + 2) {
        let paragraph = &paragraphs[at];
        let below_quotation = at.checked_sub(1).is_none_or(|before| paragraphs[before].begins_with_quote());
        let signs = paragraph.text.starts_with(is_dash) && paragraph.hint.is_none() && !below_quotation;
        if signs && read(paragraph, lists).placed {
            kinds[at] = Byline;
        }
    }
}

impl Reader<'_, '_> {
    /// How many words the part that begins here takes; nothing at the end, and where it is none of a byline.
    fn part(&mut self, at: usize) -> Option<usize> {
        let word = self.words.get(at)?;
        let joined = std::mem::take(&mut self.joined);
        if word.lower.is_empty() || joins(word) {
            self.joined = joined || joins(word) || self.raw(at) == "&";
            return Some(1);
        }
        if let Some((label, length)) = self.label_at(at) {
            (self.label, self.before_label) = (Some(label), self.names.len());
            self.wrote |= label == Label::Wrote;
            return Some(length);
        }
        if let Some(length) = self.beside(at) {
            self.evidence |= self.dates(at);
            return Some(length);
        }
        let dated = || self.beside(at + 1).is_some();
        match () {
            () if at == self.opening() && word.lower == "from" => return Some(1),
            () if dated() && matches!(&*word.lower, "on" | "at") => return Some(1),
            () if leads_to_place(word) => return self.place(at, 1),
            () if word.lower == "the" => {
                self.joined = joined;
                return self.place(at, 0);
            }
            () if word.date.goes_with_date() && (!word.capital || is_zone(self.raw(at))) => return Some(1),
            () if matches!(&*word.lower, "a" | "an") && self.wrote && !self.names.is_empty() => {
                return self.told_post(at);
            }
            () if self.raw(at).starts_with('(') => {
                return Some(1 + self.words[at..].iter().position(|w| self.paragraph.raw(w).ends_with(')'))?);
            }
            () => {}
        }
        self.name(at, joined).or_else(|| self.post(at))
    }

    fn raw(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| self.paragraph.raw(word))
    }

    /// "Ana Lowe told the council": the last name goes on as a sentence.
    fn runs_on(&self) -> bool {
        let after = |name: &Span| self.paragraph.text[(name.end - self.paragraph.span.start) as usize..].trim_start();
        self.names.last().is_some_and(|name| after(name).starts_with(char::is_alphabetic))
    }

    /// Whether a part ends before this word.
    fn is_cut(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.raw(before).ends_with([',', ';', ':', ')', '|', '·', '•', '–', '—']))
    }

    /// "By", "Words:", "Story and photos by", "Pictures:", "edited by".
    fn label_at(&self, at: usize) -> Option<(Label, usize)> {
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

    /// Where the words begin, after the mark of an item.
    fn opening(&self) -> usize {
        self.words.iter().position(|word| !word.lower.is_empty()).unwrap_or(0)
    }

    fn by_follows(&self, at: usize) -> bool {
        self.words[at + 1..].iter().take(3).any(|word| word.lower == "by")
    }

    /// A date, a time, an @name, "5 min read", "Follow": stands beside names and is part of none.
    fn beside(&self, at: usize) -> Option<usize> {
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

    fn is_handle(&self, at: usize) -> bool {
        self.raw(at).trim_start_matches('(').starts_with('@')
    }

    /// Of those, what speaks for a byline: a day, a time ago, an @name.
    fn dates(&self, at: usize) -> bool {
        let ago = |next: &Word| next.date.goes_with_date();
        let counted = self.words[at].lower.starts_with(|c: char| c.is_ascii_digit());
        counted && self.words.get(at + 1).is_some_and(ago)
            || self.is_handle(at)
            || publication_date::date_at(self.words, at).is_some()
    }

    /// "in Oslo", "for The Courier", "The Courier": capitals after so many small words and an article.
    fn place(&mut self, at: usize, small: usize) -> Option<usize> {
        let article = usize::from(self.words.get(at + small).is_some_and(|next| next.lower == "the"));
        let start = at + small + article;
        let length = self.capitals(start);
        let outlet = self.words[start..start + length].iter().any(is_source);
        (self.source, self.evidence) = (self.source || outlet, self.evidence || outlet);
        self.placed |= length > 0 && self.is_listed(start, length);
        (length > 0).then_some(small + article + length)
    }

    /// How many words from here on may be those of one name.
    fn capitals(&self, at: usize) -> usize {
        let mut length = 0;
        while let Some(word) = self.words.get(at + length) {
            let raw = self.raw(at + length);
            let particle = length > 0 && word.is(ParagraphClass::Particle);
            let before = at + length.max(1) - 1;
            let changes = length > 0 && !particle && self.is_shouted(before) && !raw.contains('.') && has_small(raw);
            let opens = length > 0 && (raw.starts_with(['(', '[', '@']) || changes);
            let dated = length > 0 && self.beside(at + length).is_some();
            if opens
                || dated
                || joins(word)
                || !(self.is_capital(at + length) || particle)
                || length > 0 && self.label_at(at + length).is_some()
            {
                break;
            }
            length += 1;
            let owns = raw.ends_with("'s") || raw.ends_with("’s");
            if owns || raw.ends_with([',', ';', ':', ')', '–', '—']) || raw.contains(['@', '/']) {
                break;
            }
        }
        length
    }

    /// "Lowe", "al-Fayed", "d'Arcy".
    fn is_capital(&self, at: usize) -> bool {
        let raw = self.raw(at);
        self.words[at].capital || raw.contains(['-', '\'', '’']) && raw.contains(char::is_uppercase)
    }

    /// Whether the words are a country, a city, an organisation: no person's name.
    fn is_listed(&self, at: usize, length: usize) -> bool {
        use Gazetteer::{City, Country, Group, Organisation, State, Thing};
        let hash = self.words[at..at + length].iter().fold(PHRASE_START, |hash, word| phrase_step(hash, word.hash));
        let facts = self.lists.facts(hash);
        [City, Country, Group, Organisation, State, Thing].iter().any(|&list| facts.is_in(list))
    }

    /// A word that is mostly written small, and no name as "Will" and "Young" are.
    fn is_small(&self, at: usize) -> bool {
        self.is_word(at) && self.lists.facts(self.words[at].hash).is_in(Gazetteer::Small)
    }

    /// A known word that is in no list of persons' names and not written with a capital as a rule.
    fn is_word(&self, at: usize) -> bool {
        use Gazetteer::{Capital, First, Last};
        let facts = self.lists.facts(self.words[at].hash);
        let name = [First, Last, Capital].iter().any(|&list| facts.is_in(list));
        self.lists.is_known(self.words[at].hash) && !name && !self.words[at].is(ParagraphClass::Particle)
    }

    /// "LOWE", "BBC"
    fn is_shouted(&self, at: usize) -> bool {
        let letters = || self.raw(at).chars().filter(|c| c.is_alphabetic());
        letters().count() > 2 && letters().all(char::is_uppercase)
    }

    /// A name, with the post that may stand right after it, or another part in capitals.
    fn name(&mut self, at: usize, joined: bool) -> Option<usize> {
        let run = self.capitals(at);
        let post = self.words[at..at + run].iter().position(is_source);
        let tail = match post {
            None if run > 0 && !self.is_cut(at + run) => self.post_length(at + run),
            _ => 0,
        };
        self.source |= self.is_listed(at, run);
        // "Black Sea Courier": an outlet, whose name may go on.
        let outlet = post.is_some_and(|at_post| {
            let at_post = at + at_post;
            self.words[at_post].is(ParagraphClass::Outlet) && (at_post == at || !self.is_shouted(at_post))
        });
        let mut end = at + post.unwrap_or(run);
        if post.is_some() || tail > 0 {
            (self.source, self.evidence) = (true, true);
            // "Ana Lowe Crime Reporter"
            while end > at && (outlet || end > at + 2 && self.is_word(end - 1)) {
                end -= 1;
            }
        }
        let more = || self.words[at + run..].iter().any(joins);
        let wanted = match self.label {
            Some(Label::Helped) => false,
            Some(Label::Wrote) if self.names.len() == self.before_label => true,
            _ => self.names.is_empty() && !self.other || joined || more() || self.lists_names(),
        };
        if wanted && self.is_name(at, end) {
            let text = self.raw(end - 1).split(['@', '/']).next().unwrap_or_default();
            let text = text.trim_end_matches([',', ';', ':', '–', '—', ')']);
            let last = self.words[end - 1].span.start + text.len() as u32;
            self.names.push(Span::new(self.words[at].span.start, last));
            return Some(run + tail);
        }
        self.other |= run > 0;
        let goes_on = if outlet && !self.is_cut(at + run) { self.capitals(at + run) } else { 0 };
        (run > 0).then_some(run + tail + goes_on)
    }

    /// "Authors:"
    fn lists_names(&self) -> bool {
        self.words[self.opening()].lower == "authors"
    }

    fn is_name(&self, at: usize, end: usize) -> bool {
        let fits = match end - at {
            // "By Suryatapa"
            1 => self.label == Some(Label::Wrote) && end == self.words.len() && !self.is_shouted(at),
            2..=5 => !self.is_shouted(at) || (at + 1..end).any(|at| self.is_shouted(at)),
            _ => false,
        };
        let opens = self.raw(at).starts_with(char::is_alphabetic);
        // "David Fear", where the page says that it is who wrote.
        let told = self.paragraph.hint == Some(BlockKind::Byline)
            && self.lists.facts(self.words[at].hash).is_in(Gazetteer::First);
        let labelled = told || self.label == Some(Label::Wrote);
        // "Public Safety": without a label a word of the language, and nothing but known words, speak against a name.
        let plain = if labelled {
            (at..end).all(|at| self.is_small(at))
        } else {
            (at..end).any(|at| self.is_small(at)) || (at..end).all(|at| self.is_word(at))
        };
        let zones = self.words[at..end].iter().all(|word| word.date.goes_with_date());
        let part = |at: usize| {
            let word = &self.words[at];
            let other =
                is_source(word) || word.date == DateWord::Weekday || word.lower.bytes().any(|b| b.is_ascii_digit());
            !other && (self.is_capital(at) || word.is(ParagraphClass::Particle))
        };
        fits && opens && !plain && !zones && (at..end).all(part) && !self.is_listed(at, end - at)
    }

    /// "a reporter in the town", after the name: all up to the next comma or bar.
    fn told_post(&mut self, at: usize) -> Option<usize> {
        let found = self.post_length(at + 1) > 0;
        (self.source, self.evidence) = (self.source || found, self.evidence || found);
        let end = (at + 1..self.words.len()).find(|&at| self.is_cut(at)).unwrap_or(self.words.len());
        found.then_some(end - at)
    }

    /// "rugby correspondent", "staff"
    fn post(&mut self, at: usize) -> Option<usize> {
        let length = self.post_length(at);
        let found = length > 0;
        self.other |= found && self.names.is_empty();
        (self.source, self.evidence) = (self.source || found, self.evidence || found);
        found.then_some(length)
    }

    /// How many words from here on name a post in a newsroom.
    fn post_length(&self, at: usize) -> usize {
        const LONGEST: usize = 4;
        let ahead = self.words.get(at..).unwrap_or_default().iter().take(LONGEST);
        let within = |(number, _): &(usize, &Word)| *number == 0 || !self.is_cut(at + number);
        ahead.enumerate().take_while(within).position(|(_, word)| is_source(word)).map_or(0, |number| number + 1)
    }
}

fn leads_to_place(word: &Word) -> bool {
    matches!(&*word.lower, "in" | "for" | "at" | "of" | "from" | "on")
}

fn joins(word: &Word) -> bool {
    matches!(&*word.lower, "and" | "with")
}

/// "PM", "EST"
fn is_zone(raw: &str) -> bool {
    raw.len() >= 2 && !has_small(raw)
}

fn has_small(raw: &str) -> bool {
    raw.contains(char::is_lowercase)
}

/// Part of a post's or an outlet's name.
fn is_source(word: &Word) -> bool {
    word.is(ParagraphClass::Newsroom) || word.is(ParagraphClass::Outlet) || word.is(ParagraphClass::Agency)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{line_joining::join_lines, lines::lines},
        *,
    };
    use crate::{Model, options::Hint};

    fn reading(text: &str, check: impl Fn(&Byline)) {
        hinted(text, &[], check);
    }

    fn hinted(text: &str, hints: &[Hint], check: impl Fn(&Byline)) {
        let lists = Model::built_in();
        let lists = lists.paragraph_words();
        check(&read(&Paragraph::read(text, &join_lines(text, &lines(text), hints)[0], &lists), &lists));
    }

    /// Lines that the source calls bylines: what they tell about the writer may be long, the name any word.
    #[test]
    fn bylines_of_the_source() {
        for (text, expected) in [
            ("By Ana Lowe, a deputy editor who has covered trams. She was at The Courier for ten years.", "Ana Lowe"),
            ("David Fear", "David Fear"),
            ("A report on the trams of Oslo and what they cost. It took a year to write, and two more to check.", ""),
            ("Public Safety", ""),
        ] {
            let hint = Hint { kind: BlockKind::Byline, span: Span::new(0, text.len() as u32) };
            hinted(text, &[hint], |byline| assert_eq!(words_of(text, byline), expected, "{text}"));
            reading(text, |byline| assert_eq!(words_of(text, byline), "", "{text}, without the hint"));
        }
    }

    fn words_of(text: &str, byline: &Byline) -> String {
        byline.names.iter().map(|name| name.of(text)).collect::<Vec<_>>().join("+")
    }

    /// Lines that are bylines by their own words, and the names in them.
    #[test]
    fn certain_bylines() {
        for (text, expected) in [
            // After a label.
            ("By Ana Lowe", "Ana Lowe"),
            ("BY ANA LOWE AND BO REED", "ANA LOWE+BO REED"),
            ("By Ana Lowe and T. J. van der Berg", "Ana Lowe+T. J. van der Berg"),
            ("By Ana Lowe, Bo Reed and Cy Tan in Oslo", "Ana Lowe+Bo Reed+Cy Tan"),
            ("By Ana Lowe, Royal Correspondent, in Oslo", "Ana Lowe"),
            ("By Ana Lowe, Political Editor, and Bo Reed, Health Correspondent", "Ana Lowe+Bo Reed"),
            ("By Ana Lowe, Oslo Courier", "Ana Lowe"),
            ("By Ana Lowe, a reporter in the town", "Ana Lowe"),
            ("By Ana Lowe and Bo Reed for The Oslo Courier", "Ana Lowe+Bo Reed"),
            ("By Ana Lowe and the Science Team's Bo Reed", "Ana Lowe+Bo Reed"),
            ("By Ana Lowe Crime Reporter", "Ana Lowe"),
            ("By Suryatapa", "Suryatapa"),
            ("- By Ana Lowe", "Ana Lowe"),
            ("• Author, Ana Lowe", "Ana Lowe"),
            ("- Author: Ana Lowe", "Ana Lowe"),
            ("Authors: Ana Lowe, Bo Reed", "Ana Lowe+Bo Reed"),
            ("Reporter: Ana Lowe", "Ana Lowe"),
            ("Story: Ana Lowe & Bo Reed, Parliament House", "Ana Lowe+Bo Reed"),
            ("Story and photos by Ana Lowe and Bo Reed, for The Oslo Courier", "Ana Lowe+Bo Reed"),
            ("Words: Ana Lowe Pictures: Bo Reed", "Ana Lowe"),
            ("Words by Ana Lowe; photographs by Bo Reed", "Ana Lowe"),
            ("Interview by Ana Lowe", "Ana Lowe"),
            ("Posted by Ana Lowe on June 30, 2025", "Ana Lowe"),
            ("Written by Ana Lowe for Pacific Wire", "Ana Lowe"),
            ("Written by Ana Lowe, Updated June 30, 2025", "Ana Lowe"),
            ("By Ana Lowe @analowe June 30, 2025: 12:41 PM ET", "Ana Lowe"),
            ("by Ana Lowe@analowe Jun 30, 2025, 1:55pm EST", "Ana Lowe"),
            ("By ANA LOWE June 30, 2025 3:46 PM Good Morning Oslo", "ANA LOWE"),
            ("By Staff Reporter", ""),
            ("By Reuters", ""),
            ("By The Associated Press", ""),
            // Beside a post, an outlet, a date.
            ("Ana Lowe · CBC News", "Ana Lowe"),
            ("Ana Lowe · The Courier · June 30, 2025", "Ana Lowe"),
            ("Ana Lowe | Staff Writer | June 30, 2025", "Ana Lowe"),
            ("Ana Lowe, Bo Reed and Cy Tan | June 30, 2025 | 5 min read", "Ana Lowe+Bo Reed+Cy Tan"),
            ("Ana Lowe, Staff reporter", "Ana Lowe"),
            ("Ana Lowe Political editor", "Ana Lowe"),
            ("ANA LOWE, THE COURIER", "ANA LOWE"),
            ("ANA LOWE Associated Press", "ANA LOWE"),
            ("Ana Lowe, BBC News, Oslo", "Ana Lowe"),
            ("Ana Lowe @analowe 3 hours ago", "Ana Lowe"),
            ("Published: June 30, 2025 | Ana Lowe", "Ana Lowe"),
            (
                "Nguyễn Văn Thành and Mohammed bin Rashid al-Fayed, 2 hours ago",
                "Nguyễn Văn Thành+Mohammed bin Rashid al-Fayed",
            ),
        ] {
            reading(text, |byline| {
                assert_eq!(words_of(text, byline), expected, "{text}");
                assert!(byline.labelled || byline.signed, "{text}");
            });
        }
    }

    /// Lines that may be bylines where they stand, and the names in them; lines that are none.
    #[test]
    fn other_lines() {
        for (text, expected) in [
            ("Ana Lowe in Oslo", "Ana Lowe"),
            ("Ana Lowe in Oslo and Bo Reed in Bergen", "Ana Lowe+Bo Reed"),
            ("— Ana Lowe", "Ana Lowe"),
            ("Ana Lowe / Oslo Radio", "Ana Lowe"),
            ("Health Correspondent", ""),
            ("Oslo Wire news desk", ""),
            ("Black Sea Courier", ""),
            ("AFP", ""),
            ("New York", ""),
            ("Public Safety | June 30, 2025", ""),
            ("New York, June 30, 2025", ""),
            ("June 30, 2025 3:15 PM EDT", ""),
            ("Home > News > Public Safety", ""),
            ("By Thursday the bridge will reopen", ""),
            ("By the river", ""),
            ("By Ana Lowe, a friend of the town", "Ana Lowe"),
            ("By Order of the Council", ""),
            ("Interview: Ana Lowe on the bridge", ""),
            ("Ana Lowe tells us of her life by the sea", ""),
            ("Bridge closed by Ana Lowe", ""),
            ("Photo by Ana Lowe", ""),
            ("PHOTO | ANA LOWE | COURIER", ""),
            ("(Reporting by Ana Lowe in London; editing by Bo Reed)", ""),
        ] {
            reading(text, |byline| {
                assert_eq!(words_of(text, byline), expected, "{text}");
                assert!(!byline.labelled && !byline.signed, "{text}");
            });
        }
    }
}
