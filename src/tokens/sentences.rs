//! Groups the tokens of a block into sentences.

use super::{Cursor, Reading, SentenceTokens, Shape};
use crate::{
    Span,
    model::Class,
    text::chars::{is_closing_quote, is_double_quote},
};
use std::ops::Range;

/// How many tokens a sentence has at most. No writer makes one as long, and later stages look from each word of a sentence at
/// all of its others: a text that never comes to a full stop would take them time that grows with its square.
const LONGEST: usize = 600;

/// The sentences of the words of each block, before these have tags. After a run-in head or a dateline a sentence begins.
pub(super) fn split(reading: Reading, blocks: &[Range<usize>]) -> Vec<SentenceTokens> {
    let mut sentences = Vec::new();
    for (index, tokens) in blocks.iter().enumerate() {
        let span = reading.article.blocks[index].span;
        let lead_end = lead_of(reading, span).map(|lead| lead.end);
        let block = Cursor::new(reading).within(tokens.clone());
        let mut start = tokens.start;
        for token in tokens.clone() {
            let lead = lead_end == Some(reading.tokens.tokens[token].span.end);
            let full = token + 1 - start == LONGEST;
            let may_end = || may_end_sentence(reading.tokens.form(token).shape);
            if lead || full || token + 1 == tokens.end || may_end() && ends_sentence(block, start, token) {
                let span = reading.tokens.span(start..token + 1);
                sentences.push(SentenceTokens { tokens: start..token + 1, span, block: index, lead });
                start = token + 1;
            }
        }
    }
    sentences
}

/// What opens a block without being part of its first sentence.
fn lead_of(reading: Reading, block: Span) -> Option<Span> {
    let leads = &reading.article.leads;
    let first = leads.partition_point(|lead| lead.span.start < block.start);
    leads.get(first).map(|lead| lead.span).filter(|lead| block.contains(*lead))
}

/// Whether a spelling of this shape may be the last of a sentence: most are not.
const fn may_end_sentence(shape: Shape) -> bool {
    shape.is_mark() || shape.ends_with_stop()
}

/// Whether a sentence ends after `token`, which may be the last of one and is not the last of its block.
fn ends_sentence(block: Cursor, start: usize, token: usize) -> bool {
    let Some(stop) = stop_before_closers(block, start, token) else { return false };
    let next = token + 1;
    if is_closer(block, next) && block.is_attached(next) || !begins_sentence(block, next) {
        return false;
    }
    let quoted = stop < token;
    match block.word(stop) {
        Some(".") => {
            let parted = !block.is_attached(next) || quoted || lacks_space(block, stop);
            parted && !is_number_of_item(block, start, stop)
        }
        Some("!" | "?" | "…") => !(quoted && is_attribution(block, next)),
        Some(dots) if dots.starts_with("..") => true,
        _ => abbreviation_ends(block, stop, next),
    }
}

/// Whether the next sentence was typed on without a space: "It ended.The next day".
fn lacks_space(block: Cursor, stop: usize) -> bool {
    let small = |at: usize| block.is_lower_case(at) && block.word(at).is_some_and(|word| word.len() > 1);
    stop.checked_sub(1).is_some_and(small) && block.is_capitalised(stop + 1)
}

/// Whether nothing but a number stands before the full stop: "1. Costs will rise".
fn is_number_of_item(block: Cursor, start: usize, stop: usize) -> bool {
    stop == start + 1 && has_digit(block, start) && block.word(start).is_some_and(|word| word.len() <= 2)
}

fn has_digit(block: Cursor, at: usize) -> bool {
    block.form(at).is_some_and(|form| form.shape.has_digit())
}

/// The full stop, question or exclamation mark that `token` is, or that only closing marks part from it.
fn stop_before_closers(block: Cursor, start: usize, token: usize) -> Option<usize> {
    let mut at = token;
    while at > start && is_closer(block, at) && block.is_attached(at) {
        at -= 1;
    }
    (block.is_stop(at) || block.word(at).is_some_and(|word| word.ends_with('.'))).then_some(at)
}

fn is_closer(block: Cursor, at: usize) -> bool {
    let mark = if block.is_mark(at) { block.word(at) } else { None };
    mark.is_some_and(|word| matches!(word, ")" | "]" | "\"" | "'" | "’" | "''") || word.chars().all(is_closing_quote))
}

/// Whether the token may open a sentence: a capital, a digit, an opening mark before one.
fn begins_sentence(block: Cursor, at: usize) -> bool {
    if block.is_word(at) {
        return block.is_capitalised(at) || has_digit(block, at) || !block.is_lower_case(at);
    }
    let opens = block.word(at).is_some_and(|word| {
        word.chars().all(is_double_quote) || matches!(word, "(" | "[" | "'" | "‘" | "``" | "''" | "•" | "$" | "€" | "£")
    });
    opens && block.form(at + 1).is_some_and(|next| !next.shape.is_lower_case())
}

/// Whether a few words with a verb of saying follow: `"Really?" Lowe asked.`
fn is_attribution(block: Cursor, next: usize) -> bool {
    const LONGEST: usize = 10;
    // "DCP (Crime) Lowe", "Mother-of-two Lowe"
    let in_name = |at: usize| block.is(at, &["-", "(", ")"]) || block.is(at, &["."]) && block.has(at - 1, Class::Title);
    for at in block.within(next..next + LONGEST).range() {
        if block.has(at, Class::Saying) && !block.is_capitalised(at) {
            return at > next;
        }
        if block.is_mark(at) && !in_name(at) || at > next && parts_subject_from_verb(block, at) {
            return false;
        }
    }
    false
}

/// Whether a word shows that the verb after it is not the plain verb of a short subject: "had asked", "who asked".
fn parts_subject_from_verb(block: Cursor, at: usize) -> bool {
    let joins_nouns = block.has(at, Class::NounLink) && block.is_lower_case(at);
    // "Ambassador to Israel Ana Lowe"
    let is_of_office = block.is(at, &["to"]) && block.has(at - 1, Class::PersonNoun);
    block.has(at, Class::Function) && !joins_nouns && !is_of_office && !block.is(at - 1, &["-"])
}

/// Whether an abbreviation with its full stop ends the sentence before `next`: "U.S. The" does, "U.S. President",
/// "Gen. Lowe" and "Jan. 6" do not.
fn abbreviation_ends(block: Cursor, stop: usize, next: usize) -> bool {
    if block.has(stop, Class::Abbreviation) || has_digit(block, next) {
        return false;
    }
    if block.is(stop, &["a.m.", "p.m."]) {
        return block.is_mark(next) || !goes_with_time(block, next);
    }
    let initial = block.word(stop).is_some_and(|word| word.chars().count() == 2);
    let opens_quotation = block.word(next).is_some_and(|word| word.chars().all(|c| is_double_quote(c) || c == '‘'));
    if initial && is_letter_of_series(block, stop) {
        return true;
    }
    opens_quotation && !initial || is_starter(block, next, initial) || is_sentence_adverb(block, next)
}

/// "in a post on X. Teams", "to Section D. Nobody": a letter that is a name by itself is no initial of one.
fn is_letter_of_series(block: Cursor, stop: usize) -> bool {
    const SERIES: &[&str] = &["section", "proposition", "group", "hall", "type", "vitamin", "gate", "exhibit"];
    let Some(before) = stop.checked_sub(1) else { return false };
    block.is(before, SERIES) || block.is(before, &["on"]) && block.is(stop, &["x."])
}

/// Whether a word that carries grammar opens a sentence here rather than a name: "Will", "So" and "He" are surnames.
fn is_starter(block: Cursor, at: usize, after_initial: bool) -> bool {
    let is_surname =
        block.has(at, Class::GrammarName) || after_initial && block.has(at, Class::GrammarNameAfterInitial);
    let asks = matches!(block.word(at), Some("How" | "What" | "Why" | "Who" | "Where" | "Is" | "Are"));
    asks || block.has(at, Class::Function) && block.is_capitalised(at) && !is_surname
}

/// "Unfortunately,"
fn is_sentence_adverb(block: Cursor, at: usize) -> bool {
    block.is_comma(at + 1) && block.word(at).is_some_and(|word| word.ends_with("ly"))
}

/// What follows a time of day within its sentence: "3 p.m. Monday", "3 p.m. ET", "3 p.m. Eastern".
fn goes_with_time(block: Cursor, at: usize) -> bool {
    let zone = matches!(
        block.word(at),
        Some("Eastern" | "Central" | "Pacific" | "Mountain" | "Greenwich" | "Moscow" | "Beijing")
    );
    let code = block.form(at).is_some_and(|form| form.shape.is_all_caps());
    zone || code && block.word(at).is_some_and(|word| word.len() > 1)
        || block.has(at, Class::Weekday)
        || block.has(at, Class::Month)
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
        "He moved to Section D.| Nobody knew.| She said so in a post on X.| Teams were sent.",
        "''It is over,'' she said.| ''We left.''",
        "They agreed on A. Lowe and B. Kim.",
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
        "\"Now?\" Villa-Lim asked.| \"Now!\" Gov. Ana Diaz-Roe of the Salt Party said.",
        "\"Now?\"| Villa-Lim left.| He said so.",
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
