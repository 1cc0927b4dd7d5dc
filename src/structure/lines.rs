//! Cuts a text into lines.

use crate::{Span, text::chars::is_invisible};

/// A line that shows something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its place, without white space and invisible characters at the edges.
    pub(super) span: Span,
    /// Characters of white space before it.
    pub(super) indent: u32,
    /// Characters inside.
    pub(super) length: u32,
    /// Whether a line without content stands before it.
    pub(super) after_blank: bool,
}

/// The lines of a text that show something, in order.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let mut after_blank = true;
    let mut start = 0;
    while start < text.len() {
        let line = &text[start..line_end(text, start)];
        let inside = line.trim_matches(shows_nothing);
        let lead = line.len() - line.trim_start_matches(shows_nothing).len();
        if !inside.is_empty() {
            let from = (start + lead) as u32;
            found.push(Line {
                span: Span::new(from, from + inside.len() as u32),
                indent: line[..lead].chars().count() as u32,
                length: inside.chars().count() as u32,
                after_blank,
            });
        }
        if !is_half_of_crlf(text, start, line) {
            after_blank = inside.is_empty();
        }
        start += line.len();
    }
    found
}

/// Where the line that begins at `start` ends, behind the character that ends it.
fn line_end(text: &str, start: usize) -> usize {
    // Nearly all bytes are of those with which no such character begins.
    let begins = |byte: &u8| !matches!(byte, 0x0E..=0xC1);
    let mut at = start;
    while let Some(before) = text.as_bytes()[at..].iter().position(begins) {
        at += before;
        let Some(c) = text[at..].chars().next() else { break };
        at += c.len_utf8();
        if is_line_end(c) {
            return at;
        }
    }
    text.len()
}

/// Line feed, carriage return, vertical tab, form feed, next line, line and paragraph separators.
const fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn shows_nothing(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Whether an empty line is only the line feed after a carriage return.
fn is_half_of_crlf(text: &str, start: usize, line: &str) -> bool {
    line == "\n" && text[..start].ends_with('\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One row each: the text, and its lines, "/" before those after a blank one.
    const CASES: &[(&str, &[&str])] = &[
        ("", &[]),
        (" \t\r\n\u{feff}", &[]),
        ("one\ntwo", &["/one", "two"]),
        ("one\r\ntwo\r\n\r\nthree", &["/one", "two", "/three"]),
        ("one\rtwo\r\rthree", &["/one", "two", "/three"]),
        ("\u{feff}one\u{a0}\n\u{200b}\ntwo \t", &["/one", "/two"]),
        ("one\u{2028}two\u{2029}three\u{c}four", &["/one", "two", "three", "four"]),
    ];

    #[test]
    fn lines_and_blank_lines() {
        for (text, expected) in CASES {
            let found: Vec<String> = lines(text)
                .iter()
                .map(|l| format!("{}{}", if l.after_blank { "/" } else { "" }, l.span.of(text)))
                .collect();
            assert_eq!(found, *expected, "{text:?}");
        }
    }
}
