//! Questions that the story tells of, and whom they are put to: "Lowe asked the minister why", "He put it to her that she knew".

use crate::{entities::syntax::Syntax, tokens::Tag};
use std::ops::Range;

/// A verb of asking, with whom it asks if it has an object.
pub(super) struct Question {
    pub(super) verb: usize,
    pub(super) hearer: Option<usize>,
}

/// Verbs of asking, as a story has them.
pub(crate) const ASKING: &[&str] = &["asked", "asks", "pressed", "questioned"];

/// Words with which a question is put to somebody.
pub(crate) const PUT_TO: [&str; 3] = ["put", "it", "to"];

/// How many tokens a phrase for a hearer has before its name.
pub(super) const LONGEST_HEARER: usize = 6;

pub(super) fn replies(syntax: &Syntax, token: usize) -> bool {
    matches!(syntax.word_at(token), "replied" | "answered" | "responded" | "retorted" | "replies" | "answers")
}

/// The question in a sentence. What was put to somebody they answer in any words; whoever asks may say more.
pub(super) fn question_in(syntax: &Syntax, sentence: Range<usize>, replies: bool) -> Option<Question> {
    let is_put = |t: usize| is_put(syntax, t);
    let asks = |t: usize| replies && asks(syntax, t);
    let verb = sentence.clone().rev().find(|&t| syntax.quotation(t) == 0 && (is_put(t) || asks(t)))?;
    let object = verb + if is_put(verb) { PUT_TO.len() } else { 1 };
    let is_somebody = syntax.tag(object, verb).is_some_and(|tag| {
        tag.is_noun() || matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Adjective)
    });
    Some(Question { verb, hearer: is_somebody.then_some(object) })
}

fn is_put(syntax: &Syntax, token: usize) -> bool {
    PUT_TO.iter().zip(token..).all(|(&word, t)| syntax.word_at(t) == word)
}

/// "Lowe asked", not "Asked by Lowe", "was asked".
pub(super) fn asks(syntax: &Syntax, token: usize) -> bool {
    ASKING.contains(&syntax.word_at(token))
        && matches!(syntax.reading.tokens.tag(token), Tag::VerbPast | Tag::VerbPresent)
        && syntax.word_at(token + 1) != "by"
}

/// The verb of asking whose object a mention is.
pub(super) fn asked_by(syntax: &Syntax, mention: &Range<usize>) -> Option<usize> {
    let is_part = |&t: &usize| {
        let tag = syntax.reading.tokens.tag(t);
        tag.is_noun() || matches!(tag, Tag::Determiner | Tag::Adjective | Tag::Possessive)
    };
    let from = mention.start.saturating_sub(LONGEST_HEARER);
    // "asked the minister, Dr Ana Lowe,", not "When asked, Ana Lowe said"
    let mut others = (from..mention.start).rev().filter(|t| !is_part(t)).peekable();
    let comma = others.next_if(|&t| syntax.word(t) == ",");
    let verb = others.next().filter(|&verb| comma != Some(verb + 1))?;
    let put = (verb + 1).checked_sub(PUT_TO.len()).filter(|&put| is_put(syntax, put));
    put.or_else(|| asks(syntax, verb).then_some(verb))
}
