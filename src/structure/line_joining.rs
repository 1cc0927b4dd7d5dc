//! Joins lines that belong to one paragraph.
//!
//! Pasted text comes in two sorts: a line for each paragraph, or lines broken at a fixed width (mail, PDF), where only
//! the last line of a paragraph is short. Which sort it is shows in lines that break off in the middle of a sentence.

use super::lines::Line;
use crate::{
    Span,
    options::Hint,
    report::BlockKind,
    text::chars::{is_apostrophe, is_closing_quote, is_dash},
};

/// One or several lines that belong together.
#[derive(Clone, Copy, Debug)]
pub(super) struct ParagraphSpan {
    pub(super) span: Span,
    /// What the source says it is.
    pub(super) hint: Option<BlockKind>,
    /// Whether a blank line stands before it.
    pub(super) after_blank: bool,
}

/// The paragraphs of a text whose lines are given.
pub(super) fn join_lines(text: &str, lines: &[Line], hints: &[Hint]) -> Vec<ParagraphSpan> {
    let hints = hints_of_lines(text, lines, hints);
    let wrapping = Wrapping::of(text, lines);
    let mut found: Vec<ParagraphSpan> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).map(|b| (&lines[b], hints[b]));
        let goes_on = before.is_some_and(|(before, hint)| {
            hint == hints[at] && if hint.is_some() { !line.after_blank } else { wrapping.joins(text, before, line) }
        });
        match found.last_mut() {
            Some(last) if goes_on => last.span = last.span.join(line.span),
            _ => found.push(ParagraphSpan {
                span: line.span,
                hint: hints[at].map(|(_, kind)| kind),
                after_blank: line.after_blank,
            }),
        }
    }
    found
}

/// For every line the hint that covers it whole, with the hint's number: hints that cut a line are left out.
fn hints_of_lines(text: &str, lines: &[Line], hints: &[Hint]) -> Vec<Option<(usize, BlockKind)>> {
    let mut found = vec![None; lines.len()];
    for (number, hint) in hints.iter().enumerate() {
        let fits = text.get(hint.span.range()).is_some() && !hint.span.is_empty();
        let Some(span) = fits.then(|| hint.span.trimmed(text)) else { continue };
        let first = lines.partition_point(|l| l.span.end <= span.start);
        let after = lines.partition_point(|l| l.span.start < span.end);
        let covered = first < after && span.start <= lines[first].span.start && lines[after - 1].span.end <= span.end;
        if covered {
            found[first..after].fill(Some((number, hint.kind)));
        }
    }
    found
}

/// How the lines of a text are broken.
#[derive(Clone, Copy, Debug, Default)]
struct Wrapping {
    /// The width at which lines that follow each other directly are broken; 0 if every line is a paragraph.
    tight: u32,
    /// The same for lines with a blank line between them: double-spaced text.
    spaced: u32,
}

/// Longer lines are paragraphs, not broken ones.
const WIDEST: u32 = 132;

impl Wrapping {
    fn of(text: &str, lines: &[Line]) -> Wrapping {
        let tight = width(text, lines, false);
        let spaced = if tight == 0 { width(text, lines, true) } else { 0 };
        Wrapping { tight, spaced }
    }

    /// Whether `next` goes on with the paragraph of `line`.
    fn joins(self, text: &str, line: &Line, next: &Line) -> bool {
        let width = if next.after_blank { self.spaced } else { self.tight };
        let page_break = next.after_blank && self.tight > 0;
        if page_break {
            return runs_on(text, line, next) && line.length * 5 >= self.tight * 4;
        }
        if width == 0 || begins_item(next.span.of(text)) || next.indent > line.indent + 1 && !runs_on(text, line, next)
        {
            return false;
        }
        let is_full = (line.length + 1 + first_word_length(next.span.of(text))) * 12 > width * 11;
        is_full || runs_on(text, line, next) && line.length * 2 >= width
    }
}

/// The width at which lines are broken, or 0 if there is no sign of that.
fn width(text: &str, lines: &[Line], blank: bool) -> u32 {
    let pairs = || lines.windows(2).filter(|pair| pair[1].after_blank == blank);
    let running = || pairs().filter(|pair| pair[0].length <= WIDEST && runs_on(text, &pair[0], &pair[1]));
    let width = running().map(|pair| pair[0].length).max().unwrap_or(0);
    let next_word_fits =
        |pair: &&[Line]| (pair[0].length + 1 + first_word_length(pair[1].span.of(text))) * 20 < width * 17;
    let (all, cut, early) = (pairs().count(), running().count(), running().filter(next_word_fits).count());
    let enough = cut * 4 >= all && early * 3 <= cut && cut >= if blank { 3 } else { 1 };
    if enough && width >= 25 { width } else { 0 }
}

/// Whether a line breaks off in the middle of a sentence that the next one goes on with.
fn runs_on(text: &str, line: &Line, next: &Line) -> bool {
    let ends_open = line.span.of(text).ends_with(|c: char| c.is_alphanumeric() || c == ',' || is_dash(c));
    ends_open && next.span.of(text).starts_with(char::is_lowercase)
}

fn first_word_length(line: &str) -> u32 {
    line.split_whitespace().next().map_or(0, |word| word.chars().count() as u32)
}

/// Whether a line begins with the mark of a list item.
pub(super) fn begins_item(line: &str) -> bool {
    let mut chars = line.chars();
    let mark = chars.next().is_some_and(|c| matches!(c, '•' | '‣' | '▪' | '●' | '■' | '◦' | '·' | '*' | '-' | '–'));
    mark && chars.next().is_some_and(char::is_whitespace)
}

/// The text without quotation marks and brackets that close it.
pub(super) fn without_closers(text: &str) -> &str {
    text.trim_end_matches(|c| {
        is_closing_quote(c) || is_apostrophe(c) || matches!(c, '"' | ')' | ']') || c.is_whitespace()
    })
}

#[cfg(test)]
mod tests {
    use super::{super::lines::lines, *};

    /// One row each: the text, and its paragraphs, line breaks shown as "/".
    const CASES: &[(&str, &[&str])] = &[
        ("One.\nTwo.\n\nThree.", &["One.", "Two.", "Three."]),
        (
            "The council voted on Monday to close the bridge after\nengineers found cracks in two of its piers.\n\nNo date was set.",
            &[
                "The council voted on Monday to close the bridge after/engineers found cracks in two of its piers.",
                "No date was set.",
            ],
        ),
        (
            "The council voted on Monday to close the bridge after engi-\nneers found cracks in two of its piers. The mayor was away\nand sent no word.\nThe vote was close, and several members of the council left\nearly.",
            &[
                "The council voted on Monday to close the bridge after engi-/neers found cracks in two of its piers. The mayor was away/and sent no word.",
                "The vote was close, and several members of the council left/early.",
            ],
        ),
        (
            "The council voted on Monday to close the bridge after\n\nengineers found cracks in two of its piers, which were\n\nbuilt in 1931 and were last painted in the spring of\n\nthe year before.",
            &[
                "The council voted on Monday to close the bridge after//engineers found cracks in two of its piers, which were//built in 1931 and were last painted in the spring of//the year before.",
            ],
        ),
        ("flour\nsalt\nbutter and a little milk", &["flour", "salt", "butter and a little milk"]),
        ("• first\n• second", &["• first", "• second"]),
    ];

    #[test]
    fn broken_lines_are_joined_and_paragraphs_are_not() {
        for (text, expected) in CASES {
            let found = join_lines(text, &lines(text), &[]);
            let found: Vec<_> = found.iter().map(|p| p.span.of(text).replace('\n', "/")).collect();
            assert_eq!(found, *expected, "{text:?}");
        }
    }

    #[test]
    fn a_hint_counts_where_it_covers_whole_lines() {
        let text = "The bridge\nis closed.\nNobody knows why.";
        let hint = |start, end| Hint { kind: BlockKind::Caption, span: Span::new(start, end) };
        for (hint, expected) in [
            (hint(0, 10), Some(BlockKind::Caption)),
            (hint(0, 21), Some(BlockKind::Caption)),
            (hint(0, 7), None),
            (hint(4, 21), None),
            (hint(10, 11), None),
            (hint(0, 900), None),
        ] {
            let found = join_lines(text, &lines(text), &[hint]);
            assert_eq!(found[0].hint, expected, "{hint:?}");
        }
    }
}
