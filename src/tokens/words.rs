//! Splits a block into words, numbers, marks and addresses.
//!
//! A run of letters, digits and what may stand between them is taken whole ("U.S.-led", "don't", "3.5", "AT&T") and
//! then cut at hyphens that join names and before clitics. Every step looks at most a few characters ahead.

use super::{Token, forms::Forms};
use crate::{
    Span,
    model::{Class, WordHash, hash_lower},
    text::{
        Sorts, WordShape,
        chars::{is_alphanumeric, is_apostrophe, is_dash, is_invisible},
    },
};

/// Adds the tokens of one block.
pub(super) fn split<'t>(text: &'t str, block: Span, forms: &mut Forms<'t, '_>, tokens: &mut Vec<Token>) {
    let mut splitter = Splitter { text, end: block.end as usize, forms, tokens, spaced: true };
    let mut at = block.start as usize;
    while at < splitter.end {
        at = splitter.step(at);
    }
}

struct Splitter<'t, 'f, 'm> {
    text: &'t str,
    end: usize,
    forms: &'f mut Forms<'t, 'm>,
    tokens: &'f mut Vec<Token>,
    /// Whether white space stands before what comes next.
    spaced: bool,
}

impl Splitter<'_, '_, '_> {
    /// Reads what begins at `at` and gives the place after it.
    fn step(&mut self, at: usize) -> usize {
        let bytes = &self.text.as_bytes()[at..self.end];
        if is_blank(&bytes[0]) {
            self.spaced = true;
            return at + 1;
        }
        // Most words are ASCII letters and nothing else, and a blank ends them.
        let (letters, hash) = ascii_word(bytes);
        let plain = at + letters;
        if letters > 0 && bytes.get(letters).is_none_or(is_blank) {
            return self.push_hashed(at, plain, hash);
        }
        let c = self.char_at(at).unwrap_or(' ');
        let after = at + c.len_utf8();
        if c.is_whitespace() || is_invisible(c) {
            self.spaced |= c.is_whitespace();
            return after;
        }
        if let Some(end) = self.address_end(at, c, plain) {
            return self.push(at, end);
        }
        if !is_alphanumeric(c) {
            return self.push(at, self.mark_end(at, c));
        }
        let end = self.run_end(at, plain);
        if end == plain {
            return self.push_hashed(at, end, hash);
        }
        self.push_run(at, end);
        end
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes()[..self.end].get(at)? {
            byte if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.text[at..self.end].chars().next(),
        }
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    fn push(&mut self, start: usize, end: usize) -> usize {
        self.push_hashed(start, end, hash_lower(&self.text[start..end]))
    }

    /// The same where the hash of the word in small letters is known.
    fn push_hashed(&mut self, start: usize, end: usize, lower: u32) -> usize {
        let form = self.forms.file(&self.text[start..end], lower);
        self.tokens.push(Token { span: Span::new(start as u32, end as u32), form, spaced: self.spaced });
        self.spaced = false;
        end
    }

    /// Web and mail addresses, @handles and #tags.
    fn address_end(&self, at: usize, c: char, plain: usize) -> Option<usize> {
        let rest = &self.text[at..self.end];
        let length = match c {
            // The names of accounts are in every script, which the shapes do not know.
            '@' | '#' => {
                let name = &rest[1..];
                let length = name.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(name.len());
                (length > 0).then_some(1 + length)
            }
            _ if c.is_ascii_alphanumeric() => {
                self.web_address_length(rest).or_else(|| self.mail_address_length(rest, plain - at))
            }
            _ => None,
        };
        length.map(|length| at + length)
    }

    fn web_address_length(&self, rest: &str) -> Option<usize> {
        // Hardly a word of another kind begins so.
        let likely = matches!(rest.as_bytes(), [b'h' | b'H', b't' | b'T', ..] | [b'w' | b'W', b'w' | b'W', ..]);
        if !likely || !WordShape::WebAddress.fits(rest) {
            return None;
        }
        let stop = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '“' | '”' | '’' | '«' | '»');
        let address = &rest[..rest.find(stop).unwrap_or(rest.len())];
        Some(address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']).len())
    }

    fn mail_address_length(&self, rest: &str, plain: usize) -> Option<usize> {
        const LONGEST: usize = 64;
        // What ends the first letters and digits belongs to hardly any address.
        rest.as_bytes().get(plain).filter(|b| b"._%+-@".contains(b))?;
        let belongs = |b: &u8| b.is_ascii_alphanumeric() || b"._%+-@".contains(b);
        let length = rest.bytes().take(LONGEST).take_while(belongs).count();
        let word = rest[..length].trim_end_matches(['.', '-']);
        let found = word.contains('@') && WordShape::MailAddress.fits(word);
        found.then_some(word.len())
    }

    /// A mark: one character, or several that form one sign.
    fn mark_end(&self, at: usize, c: char) -> usize {
        let rest = &self.text.as_bytes()[at..self.end];
        // Only of marks that are taken together: a long row of others would be counted once for each of them.
        let same = |most: usize| rest.iter().take(most).take_while(|&&b| b == rest[0]).count();
        match c {
            '.' | '-' => at + same(rest.len()),
            '\'' | '`' if same(3) == 2 => at + 2,
            _ => at + c.len_utf8(),
        }
    }

    /// The end of the run of word characters that begins at `start`; up to `plain` they are ASCII letters and digits.
    fn run_end(&self, start: usize, plain: usize) -> usize {
        let mut at = plain;
        let mut part = start;
        while let Some(c) = self.char_at(at) {
            let after = at + c.len_utf8();
            let next = if after < self.end { self.char_at(after) } else { None };
            let goes_on = next.is_some_and(is_alphanumeric);
            let joins = match c {
                _ if is_alphanumeric(c) || is_combining(c) => true,
                _ if is_apostrophe(c) && c != '`' => goes_on && self.char_before(at).is_some_and(char::is_alphabetic),
                '.' => self.keeps_stop(start, part, at, next),
                ',' | ':' => goes_on && self.digit_before(at) && next.is_some_and(|n| n.is_ascii_digit()),
                '&' => {
                    goes_on
                        && self.char_before(at).is_some_and(char::is_uppercase)
                        && next.is_some_and(char::is_uppercase)
                }
                '-' | '\u{2010}' | '\u{2011}' | '_' => goes_on,
                _ => false,
            };
            if !joins {
                break;
            }
            if !c.is_alphanumeric() && !is_combining(c) {
                part = after;
            }
            at = after + ascii_word_length(&self.text.as_bytes()[after..self.end]);
        }
        at
    }

    fn digit_before(&self, at: usize) -> bool {
        self.text.as_bytes()[at - 1].is_ascii_digit()
    }

    /// Whether the full stop at `at` belongs to the word: "3.5", "U.S.", "J.", "Gen.", "nutgraf.org".
    fn keeps_stop(&self, start: usize, part: usize, at: usize, next: Option<char>) -> bool {
        let last = &self.text[part..at];
        let single_letter = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
        match next {
            Some(n) if n.is_ascii_digit() => self.digit_before(at),
            Some(n) if n.is_alphabetic() => single_letter || self.looks_like_host(part, at),
            _ if single_letter => {
                part > start && self.text.as_bytes()[part - 1] == b'.'
                    || last.chars().all(char::is_uppercase)
                    || self.is_abbreviation(last, at)
            }
            _ => self.is_abbreviation(last, at),
        }
    }

    /// Whether small letters run on at both sides of a full stop, as in "nutgraf.org".
    fn looks_like_host(&self, part: usize, at: usize) -> bool {
        let before = &self.text[part..at];
        let after = self.text[at + 1..self.end].split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let small = |word: &str| !word.is_empty() && !word.bytes().any(|b| b.is_ascii_uppercase());
        // The last part of a host is short: "shop.example.org".
        let rest = &self.text.as_bytes()[at + 1 + after.len()..self.end];
        let goes_on = || matches!(rest, [b'.', b'a'..=b'z', ..]);
        !before.bytes().all(|b| b.is_ascii_digit())
            && small(after)
            && before.len() > 1
            && (after.len() <= 6 || goes_on())
    }

    /// Whether `word`, whose full stop stands at `stop`, is known to be written with one.
    fn is_abbreviation(&self, word: &str, stop: usize) -> bool {
        let classes = self.forms.classes_of(word);
        let before_number = || self.text[stop + 1..self.end].trim_start().starts_with(|c: char| c.is_ascii_digit());
        classes.has(Class::Abbreviation)
            || classes.has(Class::AbbreviationEnd)
            || classes.has(Class::AbbreviationNumber) && before_number()
    }

    /// Adds a run as one token or several: names joined by hyphens apart, clitics apart.
    fn push_run(&mut self, start: usize, end: usize) {
        let run = &self.text[start..end];
        let joins_names = run.contains(is_dash) && run.chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
        if !joins_names {
            return self.push_word(start, end);
        }
        let mut part = start;
        for (offset, dash) in run.char_indices().filter(|(_, c)| is_dash(*c)) {
            let at = start + offset;
            if part < at {
                self.push_word(part, at);
            }
            part = self.push(at, at + dash.len_utf8());
        }
        if part < end {
            self.push_word(part, end);
        }
    }

    /// Adds a word, with its clitic as a token of its own: "Lowe|'s", "do|n't".
    fn push_word(&mut self, start: usize, end: usize) {
        let at = start + clitic_start(&self.text[start..end]).unwrap_or(end - start);
        self.push(start, at);
        if at < end {
            self.push(at, end);
        }
    }
}

/// How many ASCII letters and digits there are at the beginning, with the hash of them in small letters.
fn ascii_word(bytes: &[u8]) -> (usize, u32) {
    /// What a capital letter lacks of a small one, and no digit does.
    const SMALL: u8 = b'a' - b'A';
    let (mut length, mut hash) = (0, WordHash::START);
    while let Some(&byte) = bytes.get(length).filter(|&&byte| is_ascii_alphanumeric(byte)) {
        hash = hash.and(byte | SMALL);
        length += 1;
    }
    (length, hash.finish())
}

/// How many there are.
fn ascii_word_length(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|&&byte| is_ascii_alphanumeric(byte)).count()
}

fn is_blank(byte: &u8) -> bool {
    Sorts::of(*byte).any(Sorts::BLANK)
}

fn is_ascii_alphanumeric(byte: u8) -> bool {
    Sorts::of(byte).any(Sorts::ALPHANUMERIC)
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' | '\u{AD}' | '\u{FE0F}')
}

/// Where "'s", "'ll", "n't" and the like begin.
fn clitic_start(word: &str) -> Option<usize> {
    let (at, _) = word.char_indices().rev().take(4).find(|(_, c)| is_apostrophe(*c))?;
    let after = word[at..].chars().skip(1).collect::<String>().to_lowercase();
    match after.as_str() {
        "t" if word[..at].ends_with(['n', 'N']) && at > 1 => Some(at - 1),
        "s" | "re" | "ve" | "ll" | "d" | "m" if at > 0 => Some(at),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::Model, tokens::Form};

    /// One row each: the text, and its tokens separated by spaces.
    const CASES: &[(&str, &str)] = &[
        ("Ana Lowe said no.", "Ana Lowe said no ."),
        ("the U.S.-led force in the U.S. today", "the U.S. - led force in the U.S. today"),
        ("J. K. Lowe and J.K. Lowe", "J. K. Lowe and J.K. Lowe"),
        ("Gen. Lowe, of Acme Inc., left", "Gen. Lowe , of Acme Inc. , left"),
        ("at 3:15 p.m. on 12/11/2025", "at 3:15 p.m. on 12 / 11 / 2025"),
        ("$4.5bn, €1,000.50 or 3.5%", "$ 4.5bn , € 1,000.50 or 3.5 %"),
        ("Lowe's team's players' don't can't won’t it's", "Lowe 's team 's players ' do n't ca n't wo n’t it 's"),
        ("O'Neil met D’Angelo", "O'Neil met D’Angelo"),
        ("a long-term Russia-Ukraine F-16 plan", "a long-term Russia - Ukraine F - 16 plan"),
        ("AT&T and R&D", "AT&T and R&D"),
        ("see https://nutgraf.org/a?b=c. Or www.x.org, ok", "see https://nutgraf.org/a?b=c . Or www.x.org , ok"),
        ("mail ana.lowe@news.example.org, @ana_lowe #vote", "mail ana.lowe@news.example.org , @ana_lowe #vote"),
        ("“We won,” he said... twice -- or more", "“ We won , ” he said ... twice -- or more"),
        ("it ended.The next day", "it ended . The next day"),
        ("nutgraf.org is a site", "nutgraf.org is a site"),
        ("see bookshop.example.com. It ended.however", "see bookshop.example.com . It ended . however"),
        ("(NYSE: NBK)", "( NYSE : NBK )"),
        ("the '90s and 1990s", "the ' 90s and 1990s"),
        ("", ""),
    ];

    #[test]
    fn words() {
        let model = Model::built_in();
        for (text, expected) in CASES {
            let mut forms = Forms::new(&model);
            let mut tokens = Vec::new();
            split(text, Span::new(0, text.len() as u32), &mut forms, &mut tokens);
            let found: Vec<_> = tokens.iter().map(|t| t.span.of(text)).collect();
            assert_eq!(found.join(" "), *expected, "{text}");
        }
    }

    #[test]
    fn equal_spellings_have_equal_forms() {
        let model = Model::built_in();
        let (mut forms, mut tokens) = (Forms::new(&model), Vec::new());
        let text = "vote Vote vote";
        split(text, Span::new(0, text.len() as u32), &mut forms, &mut tokens);
        let shapes: Vec<&Form> = tokens.iter().map(|t| &forms.list[t.form as usize]).collect();
        assert_eq!((tokens[0].form, shapes[0].count), (tokens[2].form, 2));
        assert!(shapes[1].shape.is_capitalised() && shapes[0].lower == shapes[1].lower);
    }
}
