//! What a paragraph looks like: its words, marks and signs, gathered once.

use super::{
    byline_facts::Byline,
    language::Count,
    line_joining::{ParagraphSpan, begins_item, without_closers},
    publication_date,
    words::{HEAD, Source, Word, WrittenWord},
};
use crate::{
    Date, Span,
    model::{PHRASE_START, ParagraphClass, ParagraphWords, phrase_step},
    report::BlockKind,
    text::{
        Sorts, WordShape,
        chars::{is_apostrophe, is_double_quote},
    },
};
use std::cell::OnceCell;

/// What a paragraph looks like.
#[derive(Debug)]
pub(super) struct Paragraph<'t> {
    pub(super) text: &'t str,
    pub(super) span: Span,
    pub(super) hint: Option<BlockKind>,
    pub(super) after_blank: bool,
    /// The first words.
    pub(super) words: Vec<Word<'t>>,
    /// How many words there are.
    pub(super) count: usize,
    /// How many of them begin with a capital letter, or a small one.
    pub(super) capitals: usize,
    pub(super) lowers: usize,
    /// The last character before closing marks.
    pub(super) last: char,
    /// The mark of a list item stands at the beginning.
    pub(super) item: bool,
    /// All letters are capitals.
    pub(super) all_caps: bool,
    /// Signs between words that part the entries of a menu: | › > ·
    pub(super) separators: usize,
    /// A web or mail address, or an @name.
    pub(super) address: bool,
    /// What tells in which language it is.
    pub(super) language: Count,
    /// A written date with its year.
    pub(super) date: Option<(Span, Date)>,
    /// Nothing stands here but a date, a time and words that go with them.
    pub(super) only_date: bool,
    /// What it says as a byline, once somebody asks.
    pub(super) byline: OnceCell<Byline>,
}

impl<'t> Paragraph<'t> {
    pub(super) fn read(source: Source<'t>, place: &ParagraphSpan, lists: &ParagraphWords) -> Paragraph<'t> {
        let text = place.span.of(source.text);
        // With the blank behind it.
        const SHORT_WORD: usize = 4;
        let mut paragraph = Paragraph {
            text,
            span: place.span,
            hint: place.hint,
            after_blank: place.after_blank,
            count: 0,
            capitals: 0,
            lowers: 0,
            last: without_closers(text).chars().next_back().unwrap_or(' '),
            item: begins_item(text),
            all_caps: !text.contains(char::is_lowercase) && text.contains(char::is_uppercase),
            separators: 0,
            address: false,
            language: Count::default(),
            date: None,
            only_date: false,
            byline: OnceCell::new(),
            words: Vec::with_capacity(HEAD.min(text.len() / SHORT_WORD)),
        };
        for word in source.words(place.span) {
            paragraph.count_word(&word);
            let classes = lists.classes(word.hash);
            paragraph.language.add_word(&word, classes, lists);
            if paragraph.words.len() < HEAD {
                paragraph.words.push(Word::of_classes(word, classes, lists));
            }
        }
        paragraph.count += paragraph.language.add_unspaced();
        paragraph.date = publication_date::find(&paragraph.words);
        paragraph.only_date = publication_date::is_only_date(&paragraph.words, text.ends_with('.'));
        let seen = paragraph.words.get(HEAD - 1).map_or(place.span.end, |last| last.span.end);
        let beyond = source.words(Span::new(seen, place.span.end)).filter(WrittenWord::is_plain).map(|word| word.hash);
        let plain = paragraph.words.iter().filter(|word| word.is_plain).map(|word| word.hash);
        paragraph.language.look_up(plain.chain(beyond), lists);
        paragraph
    }

    fn count_word(&mut self, word: &WrittenWord) {
        self.count += 1;
        self.capitals += usize::from(word.capital);
        self.lowers += usize::from(word.small);
        let separates = || matches!(word.written(), "|" | "›" | ">" | "»" | "·" | "•" | "/");
        self.separators += usize::from(word.is_all_marks() && separates());
        self.address |= word.has.any(OF_ADDRESSES) && is_address(word.written());
    }

    /// Ends with the mark that ends a sentence.
    pub(super) fn ends_sentence(&self) -> bool {
        matches!(self.last, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '۔' | '؟')
    }

    /// Long enough and ended like a paragraph of prose.
    pub(super) fn is_prose(&self) -> bool {
        self.count >= 8 && self.ends_sentence() && self.lowers * 2 > self.count || self.count >= 40 && self.lowers > 20
    }

    pub(super) fn begins_with_quote(&self) -> bool {
        self.text.starts_with(|c| is_double_quote(c) || is_apostrophe(c))
    }

    /// Somebody says something in its first words.
    pub(super) fn says(&self) -> bool {
        self.words.iter().any(|w| matches!(&*w.lower, "said" | "says" | "told" | "added" | "asked" | "wrote"))
    }

    pub(super) fn is_bracketed(&self) -> bool {
        self.text.starts_with(['(', '[', '<']) && self.text.ends_with([')', ']', '>', '.'])
    }

    /// A word of this paragraph as written, with the marks around it.
    pub(super) fn raw(&self, word: &Word) -> &'t str {
        let start = self.span.start;
        &self.text[(word.span.start - start) as usize..(word.span.end - start) as usize]
    }

    /// Whether an ASCII mark ends a word as written.
    pub(super) fn ends_with(&self, word: &Word, mark: u8) -> bool {
        self.text.as_bytes()[(word.span.end - self.span.start) as usize - 1] == mark
    }

    /// The hash of its first words as one phrase, under which the lists have it.
    pub(super) fn phrase(&self) -> u32 {
        let named = self.words.iter().filter(|word| !word.lower.is_empty());
        named.fold(PHRASE_START, |hash, word| phrase_step(hash, word.hash))
    }

    /// The word at this place in lower case, or nothing.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| &*w.lower)
    }

    /// Whether the word at this place is of a class.
    pub(super) fn is(&self, at: usize, class: ParagraphClass) -> bool {
        self.words.get(at).is_some_and(|word| word.is(class))
    }
}

/// What every address has.
const OF_ADDRESSES: Sorts = Sorts::of_all(b"@.:");

fn is_address(word: &str) -> bool {
    const ADDRESSES: &[WordShape] = &[WordShape::WebAddress, WordShape::MailAddress, WordShape::Handle];
    let inner = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
    ADDRESSES.iter().any(|shape| shape.fits(inner))
}
