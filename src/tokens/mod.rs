//! Layer 1: `Article -> Tokens`: words, sentences, part-of-speech tags.

mod cursor;
mod forms;
mod quotation_marks;
mod sentences;
pub(crate) mod tags;
mod verb_group;
mod words;

pub(crate) use cursor::Cursor;
pub(crate) use forms::{AFFIX, Form, Shape};
pub(crate) use quotation_marks::{Quotation, Quotations};
pub(crate) use tags::Tag;
pub(crate) use verb_group::{Modality, Polarity, VerbGroup, Voice, is_auxiliary};

use crate::{
    Span,
    model::{Classes, Model},
    report::{Article, BlockKind, Sentence},
    text::ShapeSet,
};
use forms::Forms;
use std::ops::Range;

/// The words of a text and its sentences.
#[derive(Debug, Default)]
pub(crate) struct Tokens<'t> {
    /// In text order, not overlapping.
    pub(crate) tokens: Vec<Token>,
    /// Every different spelling once.
    pub(crate) forms: Vec<Form<'t>>,
    /// In text order; every token belongs to exactly one.
    pub(crate) sentences: Vec<SentenceTokens>,
    /// The part of speech of every token.
    pub(crate) tags: Vec<Tag>,
    /// What stands between quotation marks.
    pub(crate) quotations: Quotations,
}

/// A word, number, mark or address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) span: Span,
    /// Its spelling, an index into [`Tokens::forms`].
    pub(crate) form: u32,
    /// Whether white space stands before it.
    pub(crate) spaced: bool,
}

/// A sentence as a range of tokens.
#[derive(Clone, Debug)]
pub(crate) struct SentenceTokens {
    pub(crate) tokens: Range<usize>,
    pub(crate) span: Span,
    /// The index of its block in the article.
    pub(crate) block: usize,
    /// Whether it is a run-in head or a dateline rather than a sentence of prose.
    pub(crate) lead: bool,
}

/// A text as far as it has been read: what every later stage looks at.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a str,
    pub(crate) article: &'a Article,
    pub(crate) tokens: &'a Tokens<'a>,
    pub(crate) model: &'a Model,
}

/// Splits every block into words and the words into sentences, tags them and pairs their quotation marks.
#[inline(never)]
pub(crate) fn tokenize<'t>(text: &'t str, article: &Article, model: &Model) -> Tokens<'t> {
    let mut forms = Forms::new(model);
    // With the blank behind it, a word has so many bytes.
    const LENGTH: usize = 5;
    let mut tokens = Tokens { tokens: Vec::with_capacity(text.len() / LENGTH), ..Tokens::default() };
    let mut blocks = Vec::with_capacity(article.blocks.len());
    for block in &article.blocks {
        let first = tokens.tokens.len();
        words::split(text, block.span, &mut forms, &mut tokens.tokens);
        blocks.push(first..tokens.tokens.len());
    }
    tokens.forms = forms.list;
    tokens.sentences = sentences::split(Reading { text, article, tokens: &tokens, model }, &blocks);
    tokens.tags = tags::tag(&tokens, model);
    tokens.quotations = quotation_marks::pair(Reading { text, article, tokens: &tokens, model });
    tokens
}

impl<'t> Tokens<'t> {
    pub(crate) fn form(&self, token: usize) -> &Form<'t> {
        &self.forms[self.tokens[token].form as usize]
    }

    /// Whether the word of a token may stand before it, too: not where its spelling stands only once in the text and is the
    /// first of the word.
    pub(crate) fn may_stand_before(&self, token: usize) -> bool {
        let form = self.form(token);
        form.count > 1 || form.like != self.tokens[token].form
    }

    pub(crate) fn tag(&self, token: usize) -> Tag {
        self.tags[token]
    }

    /// Corrects what was tagged before the names were known: "Orsted" and "Ahmed" end like verbs and are none.
    pub(crate) fn tag_names(&mut self, names: impl Iterator<Item = Range<usize>>) {
        for token in names.flatten() {
            if self.tag(token).is_verb() && self.form(token).shape.is_capitalised() {
                self.tags[token] = Tag::ProperNoun;
            }
        }
    }

    pub(crate) fn classes(&self, token: usize) -> Classes {
        self.form(token).classes
    }

    pub(crate) fn shapes(&self, token: usize) -> ShapeSet {
        self.form(token).shapes
    }

    /// The index of the sentence that holds a token.
    pub(crate) fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= token)
    }

    /// The index of the first token that ends after byte `at`.
    pub(crate) fn token_at(&self, at: u32) -> usize {
        self.tokens.partition_point(|t| t.span.end <= at)
    }

    /// The span of a range of tokens that is not empty.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.tokens[range.start].span.start, self.tokens[range.end - 1].span.end)
    }

    /// The sentences as the report lists them.
    pub(crate) fn to_report(&self) -> Vec<Sentence> {
        self.sentences.iter().map(|s| Sentence { span: s.span, block: s.block as u32 }).collect()
    }
}

impl<'a> Reading<'a> {
    /// The words of a token.
    pub(crate) fn word(&self, token: usize) -> &'a str {
        self.tokens.form(token).word
    }

    /// Whether two ranges of tokens hold the same words, case aside.
    pub(crate) fn same_words(&self, a: &Range<usize>, b: &Range<usize>) -> bool {
        let lower = |token: usize| self.tokens.form(token).lower;
        a.len() == b.len() && a.clone().map(lower).eq(b.clone().map(lower))
    }

    /// The kind of the block in which a token stands.
    pub(crate) fn block_kind(&self, token: usize) -> BlockKind {
        self.article.blocks[self.tokens.sentences[self.tokens.sentence_of(token)].block].kind
    }
}
