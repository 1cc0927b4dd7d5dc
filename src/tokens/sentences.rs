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
        if self.is_closer(next) && !self.tokens[next].spaced || !self.begins_sentence(next) {
            return false;
        }
        let quoted = stop < token;
        match self.word(stop) {
            "." => {
                (self.tokens[next].spaced || quoted || self.lacks_space(stop)) && !self.is_number_of_item(start, stop)
            }
            "!" | "?" | "…" => !(quoted && self.is_attribution(next)),
            dots if dots.starts_with("..") => true,
            _ => self.abbreviation_ends(stop, next),
        }
    }

    /// Whether the next sentence was typed on without a space: "It ended.The next day".
    fn lacks_space(&self, stop: usize) -> bool {
        let small = |token: usize| self.form(token).shape.is_lower_case() && self.tokens[token].span.len() > 1;
        stop > 0 && small(stop - 1) && self.form(stop + 1).shape.is_capitalised()
    }

    /// Whether nothing but a number stands before the full stop: "1. Costs will rise".
    fn is_number_of_item(&self, start: usize, stop: usize) -> bool {
        stop == start + 1 && self.form(start).shape.has_digit() && self.tokens[start].span.len() <= 2
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
            || matches!(word, "(" | "[" | "'" | "‘" | "``" | "•" | "$" | "€" | "£");
        opens && self.tokens.get(token + 1).is_some() && !self.form(token + 1).shape.is_lower_case()
    }

    /// Whether a few words with a verb of saying follow: `"Really?" Lowe asked.`
    fn is_attribution(&self, next: usize) -> bool {
        const LONGEST: usize = 6;
        for token in next..self.tokens.len().min(next + LONGEST) {
            let form = self.form(token);
            if form.classes.has(Class::Saying) && !form.shape.is_capitalised() {
                return token > next;
            }
            if form.shape.is_mark() || token > next && self.parts_subject_from_verb(token) {
                return false;
            }
        }
        false
    }

    /// Whether a word shows that the verb after it is not the plain verb of a short subject: "had asked", "who asked".
    fn parts_subject_from_verb(&self, token: usize) -> bool {
        let joins_nouns =
            matches!(self.word(token), "of" | "the" | "for" | "and" | "in" | "from" | "at" | "his" | "her");
        self.has(token, Class::Function) && !joins_nouns
    }

    /// Whether an abbreviation with its full stop ends the sentence before `next`: "U.S. The" does, "U.S. President",
    /// "Gen. Lowe" and "Jan. 6" do not.
    fn abbreviation_ends(&self, stop: usize, next: usize) -> bool {
        if self.has(stop, Class::Abbreviation) || self.form(next).shape.has_digit() {
            return false;
        }
        let word = self.word(stop);
        if is_time_of_day(word) {
            return self.form(next).shape.is_mark() || !self.goes_with_time(next);
        }
        let initial = word.chars().count() == 2;
        let opens_quotation = self.word(next).chars().all(|c| is_double_quote(c) || c == '‘');
        opens_quotation && !initial || self.is_starter(next, initial) || self.is_sentence_adverb(next)
    }

    /// Whether a word that carries grammar opens a sentence here rather than a name: "Will", "So" and "He" are surnames.
    fn is_starter(&self, token: usize, after_initial: bool) -> bool {
        let is_surname =
            matches!(self.word(token), "Will" | "May" | "So" | "Do" | "An" | "Can" | "No" | "My" | "Under")
                || after_initial && matches!(self.word(token), "He" | "You" | "I" | "Her" | "Over");
        let asks = matches!(self.word(token), "How" | "What" | "Why" | "Who" | "Where" | "Is" | "Are");
        asks || self.has(token, Class::Function) && self.form(token).shape.is_capitalised() && !is_surname
    }

    /// "Unfortunately,"
    fn is_sentence_adverb(&self, token: usize) -> bool {
        let before_comma = self.tokens.get(token + 1).is_some_and(|t| t.span.of(self.text) == ",");
        before_comma && self.word(token).ends_with("ly")
    }

    /// What follows a time of day within its sentence: "3 p.m. Monday", "3 p.m. ET", "3 p.m. Eastern".
    fn goes_with_time(&self, token: usize) -> bool {
        let form = self.form(token);
        let zone = matches!(
            self.word(token),
            "Eastern" | "Central" | "Pacific" | "Mountain" | "Greenwich" | "Moscow" | "Beijing"
        );
        zone || form.shape.is_all_caps() && self.word(token).len() > 1
            || form.classes.has(Class::Weekday)
            || form.classes.has(Class::Month)
    }
}

fn is_time_of_day(word: &str) -> bool {
    ["a.m.", "p.m."].iter().any(|time| word.eq_ignore_ascii_case(time))
}

#[cfg(test)]
mod tests {
    use crate::{Model, Options, structure, tokens::tokenize};

    /// One row each: a text with "|" at every place where a sentence ends inside it.
    const CASES: &[&str] = &[
        // Full stops that end nothing.
        "Mr. Lowe met Gen. A. B. Reed and Sen. Will Cole in St. Louis on Jan. 6.",
        "The U.S. President and U.N. Secretary-General met in the U.S.-Mexico border town.",
        "Shares of Acme Inc. rose 3.5 percent to $4.25, and Bolt Corp. Chairman Ana Lowe left.",
        "It costs approx. 5 dollars, i.e. too much, in Smith v. Jones and at No. 10 and Fig. 3.",
        "At 5 a.m. Monday and at 3:15 p.m. ET and at 6 p.m. Eastern it rained.",
        "See nutgraf.org or www.nutgraf.org.| It is open.",
        "J. K. Lowe, Ph.D., of Washington, D.C., spoke.",
        "The 1.5 million people of the 3.2-mile zone left.",
        "1. Costs will rise.",
        "She said . . . that it was over.",
        "Reed Jr. said no, and et al. is Latin.",
        // Full stops that end a sentence too.
        "He lives in the U.S.| The house is red.",
        "He lives in the E.U.| How about you?",
        "It happened in World War I.| The country fell.",
        "It is over 300 °C.| The pencil melts.",
        "He left at 6 p.m.| Mr. Smith then went to the store.",
        "She works for Acme Inc.| She lives on Wall St.| In May she leaves.",
        "The snow began in Feb.| The thaw came in March.",
        "She dives in the U.S.| Unfortunately, it is cold.",
        "It ended.|The next day began.",
        "Did he?| He did!| Good.",
        "Well... he paused.",
        "It was over…| Nobody spoke.",
        "It was over...| Nobody spoke.",
        // Quotation marks.
        "\"I won.\"| She left.",
        "“I won.”| “We know,” she said.| “I won.”",
        "\"Really?\" Lowe asked.| \"Yes!\" the old man in the hat shouted.",
        "‘Really?’ Lowe asked.| ‘Yes.’| He left.",
        "\"Really?\"| The minister had not asked.",
        "\"Why now?\" she asked.| \"Because it rains.\"",
        "“We left.| (It rained.)”| She nodded.",
        "\"It is a long game.\" - Ana Lowe",
        "(He won.)| She lost.",
        "\"No,\" he said.| \"Not now.\"",
    ];

    #[test]
    fn where_sentences_end() {
        let model = Model::built_in();
        for case in CASES {
            let expected: Vec<_> = case.split('|').map(str::trim).filter(|s| !s.is_empty()).collect();
            let text = case.replace('|', "");
            let article = structure::read(&text, &Options::new(), &model);
            let tokens = tokenize(&text, &article, &model);
            let found: Vec<_> = tokens.sentences.iter().map(|s| s.span.of(&text)).collect();
            assert_eq!(found, expected);
        }
    }
}
