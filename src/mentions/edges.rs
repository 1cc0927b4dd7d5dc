//! Where names begin and end, put right by rules: the tagger cuts some names in two and takes too much into others.

use super::Mention;
use crate::{model::Class, report::EntityKind, tokens::Reading};
use std::ops::Range;

/// A name among the others of a text.
struct Name<'a> {
    reading: Reading<'a>,
    kind: EntityKind,
    tokens: Range<usize>,
    /// Where the name before it ends.
    free_from: usize,
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
        name: "part_before_and",
        right: with_part_before_and,
    },
    Rule {
        #[cfg(test)]
        name: "body_before_of",
        right: with_body_before,
    },
    Rule {
        #[cfg(test)]
        name: "place_behind",
        right: with_place,
    },
    Rule {
        #[cfg(test)]
        name: "purpose_behind",
        right: with_purpose,
    },
    Rule {
        #[cfg(test)]
        name: "index_number",
        right: with_number,
    },
    Rule {
        #[cfg(test)]
        name: "surname_like_a_verb",
        right: with_surname,
    },
];

/// The names with their edges put right, in text order. One that another name now takes in is left out.
pub(super) fn put_right(reading: Reading, mut names: Vec<Mention>) -> Vec<Mention> {
    let (mut free_from, mut sentence) = (0, 0..0);
    for at in 0..names.len() {
        let right = RULES.iter().fold(names[at].tokens.clone(), |tokens, rule| {
            if tokens.is_empty() {
                return tokens;
            }
            if !sentence.contains(&tokens.start) {
                let found = reading.tokens.sentences.get(reading.tokens.sentence_of(tokens.start));
                sentence = found.map_or_else(|| tokens.clone(), |sentence| sentence.tokens.clone());
            }
            let (kind, next) = (names[at].kind, &names[at + 1..]);
            (rule.right)(&Name { reading, kind, tokens, free_from, next, limit: sentence.end })
        });
        free_from = right.end.max(free_from);
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

    /// Where the capitalised words begin that end before a token and are part of no other name, no title and no date; the
    /// token itself if there are none.
    fn free_words_before(&self, end: usize) -> usize {
        const MOST: usize = 3;
        let tokens = &self.reading.tokens;
        let first = tokens.sentences[tokens.sentence_of(self.tokens.start)].tokens.start.max(self.free_from);
        let is_other = |token: usize| OTHERS.iter().any(|&class| tokens.classes(token).has(class));
        let words = (first.max(end.saturating_sub(MOST))..end).rev();
        words.take_while(|&token| self.is_capitalised(token) && !is_other(token)).last().unwrap_or(end)
    }

    /// Where the free words end that begin at a token, if there are any that no date opens.
    fn purpose_from(&self, start: usize) -> Option<usize> {
        let is_other = OTHERS.iter().any(|&class| self.has(start, class));
        Some(self.free_words(start)).filter(|&end| end > start && !is_other)
    }

    fn has(&self, token: usize, class: Class) -> bool {
        token < self.limit && self.reading.tokens.classes(token).has(class)
    }

    /// Whether the sentence begins with a token.
    fn opens_sentence(&self, token: usize) -> bool {
        let tokens = &self.reading.tokens;
        tokens.sentences[tokens.sentence_of(token)].tokens.start == token
    }

    /// Where the name of an organisation ends that begins at a token and has "and" inside.
    fn part_with_and(&self, start: usize) -> Option<usize> {
        let next = self.next.first().filter(|next| next.tokens.start == start)?;
        let has_and = next.tokens.clone().any(|token| is_and(self.word(token)));
        (has_and && next.kind == EntityKind::Organisation).then_some(next.tokens.end)
    }
}

/// Capitalised words that belong to no name.
const OTHERS: [Class; 4] = [Class::Title, Class::Month, Class::Weekday, Class::Function];

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

/// "Orla Keene" of "Supt Orla Keene" and "Baroness Orla Keene": a title, with its full stop if it is shortened.
fn without_rank(name: &Name) -> Range<usize> {
    /// Those who go by "Lady Gaga", "Prince Harry" or "Pope Francis" keep their titles.
    const RANKS: [&str; 7] = ["Baroness", "Baron", "Sultan", "Comrade", "Commodore", "Dona", "Ayatollah"];
    let Range { mut start, end } = name.tokens;
    let is_shortened = |token: usize| name.has(token, Class::Title) && name.has(token, Class::Abbreviation);
    let is_rank = |token: usize| is_shortened(token) || RANKS.contains(&name.word(token));
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

/// "Life and Liberty Party", of which the tagger sees the "Liberty Party".
fn with_part_before_and(name: &Name) -> Range<usize> {
    let Range { start, end } = name.tokens;
    let and = start.checked_sub(1).filter(|&token| is_and(name.word(token)));
    let is_body = name.kind == EntityKind::Organisation && end > start + 1 && name.has(end - 1, Class::OrgNoun);
    let Some(and) = and.filter(|_| is_body) else { return start..end };
    let first = name.free_words_before(and);
    let is_led = first.checked_sub(1).is_some_and(|token| name.word(token).eq_ignore_ascii_case("the"));
    if first < and && (is_led || !name.opens_sentence(first)) { first..end } else { start..end }
}

/// "Institute for the Study of War", of which the tagger sees the "Study of War".
fn with_body_before(name: &Name) -> Range<usize> {
    let Range { start, end } = name.tokens;
    let article = start.checked_sub(1).filter(|&token| name.word(token) == "the");
    let link = article.unwrap_or(start).checked_sub(1).filter(|&token| matches!(name.word(token), "of" | "for" | "on"));
    let Some(link) = link.filter(|_| name.kind == EntityKind::Organisation) else { return start..end };
    let first = name.free_words_before(link);
    if first < link && name.has(link - 1, Class::OrgNoun) { first..end } else { start..end }
}

/// "Port Authority of Sur", of which the tagger sees the two.
fn with_place(name: &Name) -> Range<usize> {
    let Range { start, end } = name.tokens;
    let place = end + 1 + usize::from(name.word(end + 1) == "the");
    let next = name.next.first().filter(|next| next.tokens.start == place && next.kind == EntityKind::Place);
    let is_body = name.kind == EntityKind::Organisation && end > start + 1 && name.has(end - 1, Class::OrgNoun);
    let is_of_place = is_body && name.is_capitalised(end - 1) && name.word(end) == "of";
    start..next.filter(|_| is_of_place).map_or(end, |next| next.tokens.end)
}

/// "Committee on Foreign Investment" and "Authority for Emergency and Civil Protection", of which the tagger sees the beginning.
fn with_purpose(name: &Name) -> Range<usize> {
    let Range { start, end } = name.tokens;
    let is_body = |token: usize| name.has(token, Class::OrgNoun);
    if name.kind != EntityKind::Organisation {
        return start..end;
    }
    let is_link = |token: usize| matches!(name.word(token), "for" | "on" | "against");
    let mut last = end;
    if is_body(end - 1) && is_link(end) {
        let purpose = end + 1 + usize::from(name.word(end + 1) == "the");
        last = name.purpose_from(purpose).unwrap_or(end);
    }
    let has_purpose = (start + 1..last).any(|token| is_link(token) && is_body(token - 1));
    if has_purpose && is_and(name.word(last)) {
        last = name.purpose_from(last + 1 + usize::from(name.word(last + 1) == "the")).unwrap_or(last);
    }
    start..last
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

/// "Omar Said said": a capitalised verb of saying before another one is the surname.
fn with_surname(name: &Name) -> Range<usize> {
    let Range { start, end } = name.tokens;
    let says = |token: usize| token < name.limit && name.has(token, Class::Saying);
    let is_surname = name.kind == EntityKind::Person && name.is_capitalised(end) && says(end);
    start..end + usize::from(is_surname && says(end + 1) && !name.is_capitalised(end + 1))
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
