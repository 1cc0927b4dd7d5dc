//! The writers' names in a byline, and whether a line is one by its own words.
//!
//! A line is read in parts: labels ("Words:", "Photographs by"), names, posts, outlets, places, dates, handles. The names
//! are those after a label of writers, or the first ones in a line without a label.

use super::{
    byline_facts::Byline,
    byline_line::{Label, Line, Run, is_source, joins, leads_to_place},
    paragraph::Paragraph,
    words::Word,
};
use crate::{Span, model::ParagraphWords, report::BlockKind, text::chars::is_dash};

impl Byline {
    /// Whether the line may say whose picture it is: "Bo Reed for The Courier", "Cy Tan / Harlow Council".
    pub(super) fn is_credit(&self, paragraph: &Paragraph) -> bool {
        let shared = paragraph.text.contains('/') || paragraph.words.iter().any(|word| word.lower == "for");
        self.alone && !self.labelled && shared && paragraph.date.is_none()
    }
}

/// A paragraph, read as a byline; the reading is kept.
pub(super) fn read<'p>(paragraph: &'p Paragraph, lists: &ParagraphWords) -> &'p Byline {
    paragraph.byline.get_or_init(|| reading(paragraph, lists))
}

fn reading(paragraph: &Paragraph, lists: &ParagraphWords) -> Byline {
    const LONGEST: usize = 30;
    let told = paragraph.hint == Some(BlockKind::Byline);
    if !told && (paragraph.count > LONGEST || paragraph.is_prose()) {
        return Byline::default();
    }
    let mut reader = Reader::of(Line::of(paragraph, lists));
    let whole = reader.read();
    let Reader { names, seen, label, .. } = reader;
    // "Ana Lowe / Oslo Radio" may have taken a picture.
    let dash = paragraph.text.starts_with(is_dash);
    let doubtful = dash || paragraph.text.contains('/') && paragraph.date.is_none();
    let source = seen.any(&[Part::Post, Part::Known]);
    let evidence = seen.any(&[Part::Post, Part::Day]);
    let labels = seen.any(&[Part::Label]);
    let nobody = whole && names.is_empty();
    let named = whole && !names.is_empty() && !paragraph.ends_sentence();
    Byline {
        labelled: whole && labels && (source || !names.is_empty()),
        alone: named,
        label_only: nobody && labels && !source && !seen.any(&[Part::Other]),
        post_only: nobody
            && label.is_none()
            && seen.any(&[Part::Post])
            && !seen.any(&[Part::Stray])
            && !paragraph.ends_sentence(),
        signed: named && evidence && !doubtful,
        placed: named && (evidence || dash || seen.any(&[Part::Place])),
        doubtful,
        names,
    }
}

/// The words of those names, in lower case.
pub(super) fn words(paragraph: &Paragraph, lists: &ParagraphWords) -> Vec<String> {
    let names = &read(paragraph, lists).names;
    let inside = |word: &&Word| names.iter().any(|name| name.overlaps(word.span));
    paragraph.words.iter().filter(inside).map(|word| word.lower.to_string()).collect()
}

/// What a part of a line is, beside the names of the writers.
#[derive(Clone, Copy)]
enum Part {
    /// A label of writers.
    Label,
    /// A post in a newsroom, an outlet: it goes with writers' names.
    Post,
    /// A day or an @name: so does this.
    Day,
    /// A country, a city, an organisation where a name might stand.
    Known,
    /// A place, after a word that leads to it.
    Place,
    /// Something that opens no byline without a label.
    Other,
    /// Capitals that are neither a name nor a post.
    Stray,
}

/// The sorts of part that were read, a bit for each.
#[derive(Clone, Copy, Default)]
struct Seen(u8);

impl Seen {
    fn add_if(&mut self, applies: bool, part: Part) {
        self.0 |= u8::from(applies) << part as u8;
    }

    fn any(self, parts: &[Part]) -> bool {
        parts.iter().any(|&part| self.0 & 1 << part as u8 != 0)
    }
}

/// A line that is being read, from its first word to its last.
struct Reader<'a, 't> {
    line: Line<'a, 't>,
    /// The last label.
    label: Option<Label>,
    names: Vec<Span>,
    /// How many names stood before the last label.
    before_label: usize,
    /// "and" stands before the part.
    joined: bool,
    seen: Seen,
}

impl<'a, 't> Reader<'a, 't> {
    fn of(line: Line<'a, 't>) -> Reader<'a, 't> {
        Reader { line, label: None, names: Vec::new(), before_label: 0, joined: false, seen: Seen::default() }
    }

    /// Reads as far as everything is part of a byline; says whether that is the whole line.
    fn read(&mut self) -> bool {
        let mut at = 0;
        while let Some(length) = self.part(at) {
            at += length;
        }
        let whole = at == self.line.words.len();
        if !whole && self.runs_on() {
            self.names.pop();
        }
        whole
    }

    /// "Ana Lowe told the council": the last name goes on as a sentence.
    fn runs_on(&self) -> bool {
        let Paragraph { text, span, .. } = *self.line.paragraph;
        let after = |name: &Span| text[(name.end - span.start) as usize..].trim_start();
        self.names.last().is_some_and(|name| after(name).starts_with(char::is_alphabetic))
    }

    /// How many words the part that begins here takes; nothing at the end, and where it is none of a byline.
    fn part(&mut self, at: usize) -> Option<usize> {
        let line = &self.line;
        let word = line.words.get(at)?;
        let joined = std::mem::take(&mut self.joined);
        if word.lower.is_empty() || joins(word) {
            self.joined = joined || joins(word) || line.raw(at) == "&";
            return Some(1);
        }
        if let Some((label, length)) = line.label_at(at) {
            (self.label, self.before_label) = (Some(label), self.names.len());
            self.seen.add_if(label == Label::Wrote, Part::Label);
            return Some(length);
        }
        if let Some(length) = line.beside(at) {
            self.seen.add_if(line.is_telling(at), Part::Day);
            return Some(length);
        }
        match &*word.lower {
            "from" if at == line.opening() => Some(1),
            "on" | "at" if line.beside(at + 1).is_some() => Some(1),
            _ if leads_to_place(word) => self.place(at, 1),
            "the" => {
                self.joined = joined;
                self.place(at, 0)
            }
            _ if line.is_of_date(at) => Some(1),
            "a" | "an" if self.seen.any(&[Part::Label]) && !self.names.is_empty() => self.told_post(at),
            _ if line.raw(at).starts_with('(') => {
                Some(1 + line.words[at..].iter().position(|word| line.paragraph.raw(word).ends_with(')'))?)
            }
            _ => self.name(at, joined).or_else(|| self.post(at)),
        }
    }

    /// "in Oslo", "for The Courier", "The Courier": capitals after so many small words and an article.
    fn place(&mut self, at: usize, small: usize) -> Option<usize> {
        let line = &self.line;
        let article = usize::from(line.words.get(at + small).is_some_and(|next| next.lower == "the"));
        let start = at + small + article;
        let length = line.capitals(start);
        self.seen.add_if(line.words[start..start + length].iter().any(is_source), Part::Post);
        self.seen.add_if(length > 0 && line.is_listed(start, length), Part::Place);
        (length > 0).then_some(small + article + length)
    }

    /// A name, with the post that may stand right after it, or another part in capitals.
    fn name(&mut self, at: usize, joined: bool) -> Option<usize> {
        let run = self.line.run(at);
        self.seen.add_if(run.listed, Part::Known);
        self.seen.add_if(run.posted, Part::Post);
        if self.wants_name(at, &run, joined) && self.is_name(at, run.end) {
            self.names.push(self.name_span(at, run.end));
            // "Ana Lowe@analowe"
            self.seen.add_if(self.line.raw(run.end - 1).contains('@'), Part::Day);
        } else {
            self.seen.add_if(run.length > 0, Part::Other);
            self.seen.add_if(run.length > 0 && !run.posted, Part::Stray);
        }
        (run.length > 0).then_some(run.length)
    }

    /// Whether a name that stands here is that of a writer.
    fn wants_name(&self, at: usize, run: &Run, joined: bool) -> bool {
        let line = &self.line;
        match self.label {
            Some(Label::Helped) => false,
            Some(Label::Wrote) if self.names.len() == self.before_label => true,
            _ => {
                self.names.is_empty() && !self.seen.any(&[Part::Other])
                    || joined
                    || line.words[at + run.capitals..].iter().any(joins)
                    || self.lists_names()
            }
        }
    }

    /// "Authors:"
    fn lists_names(&self) -> bool {
        self.line.words[self.line.opening()].lower == "authors"
    }

    fn is_name(&self, at: usize, end: usize) -> bool {
        let line = &self.line;
        let labelled = self.label == Some(Label::Wrote);
        let fits = match end - at {
            // "By Suryatapa"
            1 => labelled && end == line.words.len() && !line.is_shouted(at),
            2..=5 => !line.is_shouted(at) || (at + 1..end).any(|at| line.is_shouted(at)),
            _ => false,
        };
        let zones = line.words[at..end].iter().all(|word| word.date.goes_with_date());
        let opens = line.raw(at).starts_with(char::is_alphabetic);
        let parts = (at..end).all(|at| line.is_part_of_name(at));
        fits && opens && parts && !zones && !self.is_plain(at, end) && !line.is_listed(at, end - at)
    }

    /// "Public Safety": words of the language. Without a label one of them speaks against a name, and nothing but known words.
    fn is_plain(&self, at: usize, end: usize) -> bool {
        let line = &self.line;
        // "David Fear", where the page says that it is who wrote.
        let told = line.paragraph.hint == Some(BlockKind::Byline) && line.is_first_name(at);
        let mut words = at..end;
        // "By Ana Lowe, Speech and Technology Project": behind the first name and its post the label vouches for less.
        let vouched = self.label == Some(Label::Wrote) && (self.names.is_empty() || !self.seen.any(&[Part::Post]));
        if told || vouched {
            words.all(|at| line.is_small(at))
        } else {
            words.clone().any(|at| line.is_small(at)) || words.all(|at| line.is_word(at))
        }
    }

    /// The place of a name in the text, without what clings to it.
    fn name_span(&self, at: usize, end: usize) -> Span {
        let text = self.line.raw(end - 1).split(['@', '/']).next().unwrap_or_default();
        let text = text.trim_end_matches([',', ';', ':', '–', '—', ')']);
        let last = self.line.words[end - 1].span.start + text.len() as u32;
        Span::new(self.line.words[at].span.start, last)
    }

    /// "a reporter in the town", after the name: all up to the next comma or bar.
    fn told_post(&mut self, at: usize) -> Option<usize> {
        let line = &self.line;
        let found = line.post_length(at + 1) > 0;
        self.seen.add_if(found, Part::Post);
        let end = (at + 1..line.words.len()).find(|&at| line.is_cut(at)).unwrap_or(line.words.len());
        found.then_some(end - at)
    }

    /// "rugby correspondent", "staff"
    fn post(&mut self, at: usize) -> Option<usize> {
        let length = self.line.post_length(at);
        self.seen.add_if(length > 0, Part::Post);
        self.seen.add_if(length > 0 && self.names.is_empty(), Part::Other);
        (length > 0).then_some(length)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{line_joining::join_lines, lines::lines, words::Source},
        *,
    };
    use crate::{Model, options::Hint};

    fn reading(text: &str, check: impl Fn(&Byline)) {
        hinted(text, &[], check);
    }

    fn hinted(text: &str, hints: &[Hint], check: impl Fn(&Byline)) {
        let lists = Model::built_in();
        let lists = lists.paragraph_words();
        check(read(&Paragraph::read(Source::leaked(text), &join_lines(text, &lines(text), hints)[0], &lists), &lists));
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
