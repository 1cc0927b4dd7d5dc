//! Where names begin and end, put right by rules: the tagger cuts some names in two and takes too much into others.

use super::Mention;
use crate::{model::Class, report::EntityKind, tokens::Reading};
use std::ops::Range;

/// A name among the others of a text.
struct Name<'a> {
    reading: Reading<'a>,
    kind: EntityKind,
    tokens: Range<usize>,
    /// The names after it.
    next: &'a [Mention],
    /// Where its sentence ends.
    limit: usize,
}

/// One way in which the edges of a name may be wrong.
struct Rule {
    /// Its cases stand under this name in `tests/names/edges.txt`.
    #[cfg(test)]
    name: &'static str,
    /// The words that are the name.
    right: fn(&Name) -> Range<usize>,
}

/// Every rule, in the order in which they are tried.
const RULES: &[Rule] = &[
    Rule {
        #[cfg(test)]
        name: "half_bracket",
        right: without_half_bracket,
    },
    Rule {
        #[cfg(test)]
        name: "letters_behind",
        right: without_letters,
    },
    Rule {
        #[cfg(test)]
        name: "rank_before",
        right: without_rank,
    },
    Rule {
        #[cfg(test)]
        name: "office_of",
        right: with_owner,
    },
    Rule {
        #[cfg(test)]
        name: "whole_office",
        right: whole_office,
    },
    Rule {
        #[cfg(test)]
        name: "index_number",
        right: with_number,
    },
];

/// The names with their edges put right, in text order. One that another name now takes in is left out.
pub(super) fn put_right(reading: Reading, mut names: Vec<Mention>) -> Vec<Mention> {
    for at in 0..names.len() {
        let right = RULES.iter().fold(names[at].tokens.clone(), |tokens, rule| {
            if tokens.is_empty() {
                return tokens;
            }
            let sentence = reading.tokens.sentence_of(tokens.start);
            let limit = reading.tokens.sentences.get(sentence).map_or(tokens.end, |sentence| sentence.tokens.end);
            (rule.right)(&Name { reading, kind: names[at].kind, tokens, next: &names[at + 1..], limit })
        });
        if right != names[at].tokens && !right.is_empty() {
            names[at].span = reading.tokens.span(right.clone());
        }
        names[at].tokens = right;
    }
    let mut end = 0;
    names.retain(|name| {
        let is_free = name.tokens.start >= end && !name.tokens.is_empty();
        end = if is_free { name.tokens.end } else { end };
        is_free
    });
    names
}

impl Name<'_> {
    fn word(&self, token: usize) -> &str {
        if token < self.limit { self.reading.word(token) } else { "" }
    }

    fn is_capitalised(&self, token: usize) -> bool {
        token < self.limit && self.reading.tokens.form(token).shape.is_capitalised()
    }

    /// The capitalised words from a token on that are part of no other name and no title.
    fn free_words(&self, start: usize) -> usize {
        let limit = self.next.first().map_or(self.limit, |next| next.tokens.start);
        let is_title = |token: usize| self.reading.tokens.classes(token).has(Class::Title);
        (start..limit).find(|&token| !self.is_capitalised(token) || is_title(token)).unwrap_or(limit.max(start))
    }

    /// Where the name of an organisation ends that begins at a token and has "and" inside.
    fn part_with_and(&self, start: usize) -> Option<usize> {
        let next = self.next.first().filter(|next| next.tokens.start == start)?;
        let has_and = next.tokens.clone().any(|token| is_and(self.word(token)));
        (has_and && next.kind == EntityKind::Organisation).then_some(next.tokens.end)
    }
}

fn is_and(word: &str) -> bool {
    matches!(word, "and" | "&")
}

/// "Lorenz) Brandt" is the part that no bracket cuts in two: "Brandt".
fn without_half_bracket(name: &Name) -> Range<usize> {
    let Range { mut start, mut end } = name.tokens;
    let mut open = Vec::new();
    for token in name.tokens.clone() {
        match name.word(token) {
            "(" | "[" => open.push(token),
            ")" | "]" if open.pop().is_none() => start = token + 1,
            _ => {}
        }
    }
    if let Some(&first) = open.first() {
        end = first.max(start);
    }
    let is_cut = start > name.tokens.start;
    let is_mark = |token: &usize| name.reading.tokens.form(*token).shape.is_mark();
    start = (start..end).find(|token| !is_cut || !is_mark(token)).unwrap_or(end);
    start..end
}

/// "Orla Keene" of "Orla Keene MBE FRS".
fn without_letters(name: &Name) -> Range<usize> {
    const LONGEST: usize = 4;
    let Range { start, mut end } = name.tokens;
    let shape = |token: usize| name.reading.tokens.form(token).shape;
    let are_letters = |token: usize| {
        let word = name.word(token);
        (2..=LONGEST).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_uppercase())
            && !name.reading.tokens.classes(token).has(Class::NameSuffix)
            && !word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
    };
    if name.kind == EntityKind::Person && !shape(start).is_all_caps() {
        while end > start + 1 && are_letters(end - 1) {
            end -= 1;
        }
    }
    start..end
}

/// "Orla Keene" of "Supt Orla Keene": a shortened title with or without its full stop.
fn without_rank(name: &Name) -> Range<usize> {
    let Range { mut start, end } = name.tokens;
    let is_rank = |token: usize| {
        let classes = name.reading.tokens.classes(token);
        classes.has(Class::Title) && classes.has(Class::Abbreviation)
    };
    while name.kind == EntityKind::Person && start + 1 < end && is_rank(start) {
        start += 1 + usize::from(name.word(start + 1) == "." && start + 2 < end);
    }
    start..end
}

/// "Surveyor General's Office", of which the tagger sees the "Office".
fn with_owner(name: &Name) -> Range<usize> {
    const LONGEST: usize = 4;
    let Range { start, end } = name.tokens;
    let mark = start.checked_sub(1).filter(|&token| matches!(name.word(token), "'s" | "’s"));
    let Some(mark) = mark.filter(|_| name.kind == EntityKind::Organisation && name.word(start) == "Office") else {
        return start..end;
    };
    let first = name.reading.tokens.sentences[name.reading.tokens.sentence_of(start)].tokens.start;
    let owner = (first.max(mark.saturating_sub(LONGEST))..mark).rev();
    let is_part =
        |token: &usize| name.is_capitalised(*token) && !name.reading.tokens.classes(*token).has(Class::Function);
    let owner = owner.take_while(is_part).last();
    owner.filter(|&owner| owner + 2 <= mark).unwrap_or(start)..end
}

/// "Department of Sport, Youth and Crafts", of which the tagger sees the beginning.
fn whole_office(name: &Name) -> Range<usize> {
    const OFFICES: [&str; 6] = ["Ministry", "Department", "Bureau", "Directorate", "Committee", "Office"];
    /// So many parts are joined at most.
    const MOST: usize = 5;
    let Range { start, end } = name.tokens;
    let is_office = OFFICES.contains(&name.word(start)) && matches!(name.word(start + 1), "of" | "for" | "on");
    if name.kind != EntityKind::Organisation || !is_office {
        return start..end;
    }
    let mut last = end;
    for _ in 0..MOST {
        let comma = name.word(last) == ",";
        let joint = last + usize::from(comma);
        let ends = is_and(name.word(joint));
        if !comma && !ends {
            break;
        }
        let part = joint + usize::from(ends);
        if let Some(whole) = name.part_with_and(part).filter(|_| !ends) {
            return start..whole;
        }
        last = name.free_words(part);
        if last == part {
            break;
        }
        if ends {
            return start..last;
        }
    }
    start..end
}

/// "S&P 500": the number of shares belongs to the name of an index.
fn with_number(name: &Name) -> Range<usize> {
    const INDICES: [&str; 7] = ["S&P", "Nasdaq", "FTSE", "Russell", "Stoxx", "CSI", "Nikkei"];
    let Range { start, end } = name.tokens;
    let written = name.reading.tokens.span(start..end).of(name.reading.text);
    let number = name.word(end);
    let counts = (2..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    start..end + usize::from(counts && INDICES.iter().any(|index| written.ends_with(index)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dates::tests::{Case, cases},
        mentions::tests::put_right_in,
    };

    #[test]
    fn names_end_where_their_rules_say() {
        let cases = cases("names");
        let wrong = |case: &Case| {
            let found = put_right_in(&case.text, put_right, |name, text| name.span.of(text).to_owned());
            (found != case.expected).then(|| format!("{}: {}\n{}", case.place, case.text, found.join("\n")))
        };
        let failed: Vec<_> = cases.iter().filter_map(wrong).collect();
        assert!(failed.is_empty(), "{}", failed.join("\n\n"));
        assert!(RULES.iter().all(|rule| cases.iter().any(|case| case.section == rule.name)));
    }
}
