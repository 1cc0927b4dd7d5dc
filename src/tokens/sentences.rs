//! Groups the tokens of a block into sentences.

use super::{Form, SentenceTokens, Token};
use crate::{
    Span,
    model::Class,
    text::chars::{is_closing_quote, is_double_quote, is_opening_quote},
};

/// Adds the sentences of the tokens from `first` on, all of block `block`; `lead_ends` are ends of run-in heads and
/// datelines, after which a sentence begins.
pub(super) fn split(
    text: &str,
    tokens: &[Token],
    first: usize,
    forms: &[Form],
    block: usize,
    lead_ends: &[u32],
    sentences: &mut Vec<SentenceTokens>,
) {
    let view = View { text, tokens, forms };
    let mut start = first;
    for token in first..tokens.len() {
        let lead = lead_ends.contains(&tokens[token].span.end);
        if lead || token + 1 == tokens.len() || view.ends_sentence(start, token) {
            let span = Span::new(tokens[start].span.start, tokens[token].span.end);
            sentences.push(SentenceTokens { tokens: start..token + 1, span, block, lead });
            start = token + 1;
        }
    }
}

struct View<'a> {
    text: &'a str,
    tokens: &'a [Token],
    forms: &'a [Form],
}

impl View<'_> {
    fn word(&self, token: usize) -> &str {
        self.tokens[token].span.of(self.text)
    }

    fn form(&self, token: usize) -> &Form {
        &self.forms[self.tokens[token].form as usize]
    }

    fn has(&self, token: usize, class: Class) -> bool {
        self.form(token).classes.has(class)
    }

    /// Whether a sentence ends after `token`, which is not the last one of its block.
    fn ends_sentence(&self, start: usize, token: usize) -> bool {
        let Some(stop) = self.stop_before_closers(start, token) else { return false };
        let next = token + 1;
        if self.is_closer(next) && !self.tokens[next].spaced {
            return false;
        }
        let begins = self.begins_sentence(next);
        let quoted = stop < token;
        match self.word(stop) {
            "." => begins && (self.tokens[next].spaced || quoted),
            "!" | "?" | "…" => begins && !(quoted && self.is_attribution(next)),
            dots if dots.starts_with("..") => begins,
            _ => begins && self.abbreviation_ends(stop, next),
        }
    }

    /// The full stop, question or exclamation mark that `token` is, or that only closing marks part from it.
    fn stop_before_closers(&self, start: usize, token: usize) -> Option<usize> {
        let mut at = token;
        while at > start && self.is_closer(at) && !self.tokens[at].spaced {
            at -= 1;
        }
        self.is_stop(at).then_some(at)
    }

    fn is_stop(&self, token: usize) -> bool {
        let word = self.word(token);
        matches!(word, "." | "!" | "?" | "…") || word.starts_with("..") || word.ends_with('.')
    }

    fn is_closer(&self, token: usize) -> bool {
        let word = self.word(token);
        matches!(word, ")" | "]" | "\"" | "'" | "’" | "''") || word.chars().all(is_closing_quote)
    }

    /// Whether the token may open a sentence: a capital, a digit, an opening mark before one.
    fn begins_sentence(&self, token: usize) -> bool {
        let form = self.form(token);
        if !form.shape.is_mark() {
            return form.shape.is_capitalised() || form.shape.has_digit() || !form.shape.is_lower_case();
        }
        let word = self.word(token);
        let opens = word.chars().all(|c| is_double_quote(c) || is_opening_quote(c))
            || matches!(word, "(" | "[" | "'" | "‘" | "``" | "•" | "—" | "–" | "-" | "--" | "$" | "€" | "£");
        opens && self.tokens.get(token + 1).is_some() && !self.form(token + 1).shape.is_lower_case()
    }

    /// Whether a few words with a verb of saying follow: `"Really?" Lowe asked.`
    fn is_attribution(&self, next: usize) -> bool {
        const LONGEST: usize = 6;
        for token in next..self.tokens.len().min(next + LONGEST) {
            if self.has(token, Class::Saying) && !self.form(token).shape.is_capitalised() {
                return token > next;
            }
            if self.form(token).shape.is_mark() {
                return false;
            }
        }
        false
    }

    /// Whether an abbreviation with its full stop ends the sentence before `next`: "U.S. The" does, "U.S. President" and
    /// "Gen. Lowe" do not.
    fn abbreviation_ends(&self, stop: usize, next: usize) -> bool {
        let is_initial = self.tokens[stop].span.len() <= 2;
        let opens_quotation = self.form(next).shape.is_mark();
        !is_initial && !self.has(stop, Class::Abbreviation) && (opens_quotation || self.has(next, Class::Function))
    }
}
