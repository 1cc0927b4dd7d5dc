//! Pairs quotation marks, block by block: straight, curly, single, angled, low and high, nested, and reopened without
//! having been closed.

use crate::tokens::{Reading, Tag};
use std::ops::Range;

/// What stands between a pair of quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Marked {
    /// The tokens of the mark that opens it.
    pub(super) open: Range<usize>,
    /// The tokens between the marks.
    pub(super) inner: Range<usize>,
    /// The tokens of the mark that closes it, if one does.
    pub(super) close: Option<Range<usize>>,
    /// The stretch inside which it stands.
    pub(super) parent: Option<usize>,
    /// Whether it is not closed because the next block goes on with it.
    pub(super) runs_on: bool,
}

impl Marked {
    /// All its tokens, the marks among them.
    pub(super) fn tokens(&self) -> Range<usize> {
        self.open.start..self.close.as_ref().map_or(self.inner.end, |close| close.end)
    }
}

/// How deep quotations stand inside each other at most; further marks count as words.
const DEEPEST: usize = 4;
/// How far the mark that closes a single quotation is looked for, in tokens.
const FARTHEST_SINGLE: usize = 400;

/// Every pair of quotation marks, in the order in which they open.
pub(super) fn pair(reading: Reading) -> Vec<Marked> {
    let view = Words(reading);
    let mut marked = Vec::new();
    let mut start = 0;
    for (index, block) in reading.article.blocks.iter().enumerate() {
        let end = reading.tokens.token_at(block.span.end.saturating_sub(1)) + 1;
        let end = end.min(view.len()).max(start);
        if block.kind.is_read() {
            let next = reading.article.blocks[index + 1..].iter().find(|b| b.kind.is_read());
            let reopened = next.is_some_and(|b| opens(&view, reading.tokens.token_at(b.span.start)));
            Pairing { view: &view, block: start..end, reopened, open: Vec::new(), marked: &mut marked }.run();
        }
        start = end;
    }
    marked
}

/// The words of a text, before its marks are paired.
struct Words<'a>(Reading<'a>);

impl<'a> Words<'a> {
    fn len(&self) -> usize {
        self.0.tokens.tokens.len()
    }

    fn word(&self, token: usize) -> &'a str {
        if token < self.len() { self.0.word(token) } else { "" }
    }

    fn spaced(&self, token: usize) -> bool {
        self.0.tokens.tokens.get(token).is_none_or(|t| t.spaced)
    }

    fn is_mark(&self, token: usize) -> bool {
        token >= self.len() || self.0.tokens.form(token).shape.is_mark()
    }

    fn is_lower_case(&self, token: usize) -> bool {
        token < self.len() && self.0.tokens.form(token).shape.is_lower_case()
    }

    fn is_number(&self, token: usize) -> bool {
        self.0.tokens.tag(token) == Tag::Number || is_digits(self.word(token))
    }

    fn is_reporting_verb(&self, token: usize) -> bool {
        let tokens = self.0.tokens;
        tokens.tag(token).is_verb() && self.0.model.cues().get(tokens.form(token).lower).is_some()
    }
}

/// What a token is, seen as a quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Opening,
    Closing,
    Straight,
    Single,
}

/// The mark that begins at a token, and how many tokens it takes.
fn sign(view: &Words, token: usize) -> Option<(Sign, usize)> {
    let sign = match view.word(token) {
        "“" | "„" | "«" | "‟" | "``" => Sign::Opening,
        "”" | "»" => Sign::Closing,
        "\"" | "''" => Sign::Straight,
        "'" | "’" | "‘" | "`" => Sign::Single,
        "&" if view.word(token + 1) == "quot" && view.word(token + 2) == ";" => return Some((Sign::Straight, 3)),
        _ => return None,
    };
    Some((sign, 1))
}

/// Whether a block that begins at `token` begins with a mark that opens a quotation.
fn opens(view: &Words, token: usize) -> bool {
    match sign(view, token) {
        Some((Sign::Opening | Sign::Straight, _)) => true,
        Some((Sign::Single, _)) => may_open_single(view, token),
        _ => false,
    }
}

struct Pairing<'v, 'a> {
    view: &'v Words<'a>,
    block: Range<usize>,
    /// Whether the next block begins with an opening mark.
    reopened: bool,
    /// Stretches that are not closed yet: their index, and where a single one will close.
    open: Vec<(usize, Option<usize>)>,
    marked: &'v mut Vec<Marked>,
}

impl Pairing<'_, '_> {
    fn run(mut self) {
        let mut at = self.block.start;
        while at < self.block.end {
            let width = match sign(self.view, at) {
                Some((sign, width)) => self.read(at, sign, width),
                None => 1,
            };
            at += width;
        }
        while let Some((index, _)) = self.open.pop() {
            self.leave_open(index, self.block.end);
        }
    }

    /// Reads one mark and gives its width.
    fn read(&mut self, at: usize, sign: Sign, width: usize) -> usize {
        match sign {
            Sign::Single => self.read_single(at),
            Sign::Opening if self.closes_low(at) => self.close_double(at, width),
            Sign::Opening => self.open_double(at, width),
            Sign::Closing if self.double_is_open() => self.close_double(at, width),
            Sign::Closing if self.has_opening_shape(at, width) => self.open_double(at, width),
            Sign::Closing => {}
            Sign::Straight if self.is_inches(at) => {}
            Sign::Straight if !self.double_is_open() => {
                if !self.closes_nothing(at, width) {
                    self.open_double(at, width);
                }
            }
            Sign::Straight if self.has_opening_shape(at, width) && !self.is_misplaced_close(at, width) => {
                self.open_double(at, width);
            }
            Sign::Straight => self.close_double(at, width),
        }
        width
    }

    /// „Low“ quotations close with the mark that opens the high ones.
    fn closes_low(&self, at: usize) -> bool {
        let opened_low = |&(index, _): &(usize, _)| self.view.word(self.marked[index].open.start) == "„";
        self.view.word(at) == "“" && self.open.last().is_some_and(opened_low)
    }

    fn double_is_open(&self) -> bool {
        self.open.iter().any(|(_, single)| single.is_none())
    }

    /// Attached to what follows and not to what stands before.
    fn has_opening_shape(&self, at: usize, width: usize) -> bool {
        let view = self.view;
        let free_before = at == self.block.start
            || view.spaced(at)
            || matches!(view.word(at - 1), "(" | "[" | "—" | "–" | "--" | "‘" | "'");
        free_before && at + width < self.block.end && !view.spaced(at + width)
    }

    /// Attached to what stands before and not to what follows.
    fn closes_nothing(&self, at: usize, width: usize) -> bool {
        let attached = at > self.block.start && !self.view.spaced(at);
        let free_after = at + width >= self.block.end || self.view.spaced(at + width);
        attached && free_after && !matches!(self.view.word(at - 1), ":" | ",")
    }

    /// The second mark of `5'10"`, or `12"` outside a quotation.
    fn is_inches(&self, at: usize) -> bool {
        let view = self.view;
        if at == self.block.start || view.spaced(at) || !view.is_number(at - 1) {
            return false;
        }
        let feet = at >= self.block.start + 3 && matches!(view.word(at - 2), "'" | "’") && is_digits(view.word(at - 3));
        !self.double_is_open() || feet && self.closes_later(at)
    }

    /// Whether another mark may close the quotation that is open before `at`.
    fn closes_later(&self, at: usize) -> bool {
        let end = self.block.end.min(at + FARTHEST_SINGLE);
        let next = (at + 1..end).find(|&i| matches!(sign(self.view, i), Some((Sign::Straight | Sign::Closing, _))));
        next.is_some_and(|i| !self.has_opening_shape(i, 1))
    }

    /// `"We won, "said Lowe`: the space stands on the wrong side.
    fn is_misplaced_close(&self, at: usize, width: usize) -> bool {
        let after_pause = matches!(self.view.word(at - 1), "," | "." | "?" | "!");
        after_pause && self.view.is_lower_case(at + width)
    }

    fn open_double(&mut self, at: usize, width: usize) {
        if self.double_is_open() && self.view.word(at) != "«" {
            self.leave_double_open(at);
        }
        self.push(at, width, None);
    }

    /// The double quotation that is open was never closed, since another one begins at `at`.
    fn leave_double_open(&mut self, at: usize) {
        while let Some((index, single)) = self.open.pop() {
            self.leave_open(index, at);
            if single.is_none() {
                break;
            }
        }
    }

    fn push(&mut self, at: usize, width: usize, closes: Option<usize>) {
        if self.open.len() < DEEPEST {
            let parent = self.open.last().map(|(index, _)| *index);
            let inner = at + width..at + width;
            self.open.push((self.marked.len(), closes));
            self.marked.push(Marked { open: at..at + width, inner, close: None, parent, runs_on: false });
        }
    }

    /// Closes the innermost double quotation and what is still open inside it.
    fn close_double(&mut self, at: usize, width: usize) {
        while let Some((index, single)) = self.open.pop() {
            self.marked[index].inner.end = at;
            if single.is_none() {
                self.marked[index].close = Some(at..at + width);
                break;
            }
        }
    }

    /// Ends a stretch that nothing closes: at the end of the block if the next one goes on with it, else before its
    /// attribution or at the end of its sentence.
    fn leave_open(&mut self, index: usize, end: usize) {
        let start = self.marked[index].inner.start;
        let whole = end == self.block.end && self.marked[index].parent.is_none();
        self.marked[index].runs_on = whole && self.reopened;
        self.marked[index].inner.end =
            if self.marked[index].runs_on { end } else { self.attribution_in(start..end).unwrap_or(end) };
    }

    /// The comma before "Holt said" in words whose quotation mark was forgotten.
    fn attribution_in(&self, tokens: Range<usize>) -> Option<usize> {
        const LONGEST_SPEAKER: usize = 6;
        let view = self.view;
        tokens.clone().filter(|&i| view.word(i) == ",").find(|&comma| {
            let until = tokens.end.min(comma + 2 + LONGEST_SPEAKER);
            let verb = (comma + 1..until).find(|&i| view.is_mark(i) || view.is_reporting_verb(i));
            verb.is_some_and(|i| !view.is_mark(i) && view.is_mark(i + 1))
        })
    }

    fn read_single(&mut self, at: usize) {
        if let Some(&(index, Some(close))) = self.open.last()
            && at == close
        {
            self.marked[index].inner.end = at;
            self.marked[index].close = Some(at..at + 1);
            self.open.pop();
        } else if may_open_single(self.view, at)
            && let Some(close) = self.single_close(at)
        {
            self.push(at, 1, Some(close));
        } else if self.reopened && self.open.is_empty() && self.begins_sentence(at) && may_open_single(self.view, at) {
            self.push(at, 1, Some(usize::MAX));
        }
    }

    fn begins_sentence(&self, at: usize) -> bool {
        at == self.block.start || self.view.is_mark(at - 1)
    }

    /// Where the single quotation that opens at `at` closes. An apostrophe after a plural ("the workers' union") counts
    /// only if nothing better follows.
    fn single_close(&self, at: usize) -> Option<usize> {
        let view = self.view;
        let end = self.block.end.min(at + FARTHEST_SINGLE);
        let bound = self
            .double_is_open()
            .then(|| (at + 1..end).find(|&i| matches!(sign(view, i), Some((Sign::Straight | Sign::Closing, _)))));
        let end = bound.flatten().unwrap_or(end);
        let mut weak = None;
        for i in at + 2..end {
            match view.word(i) {
                "'" | "’" if self.may_close_single(i) => {
                    if !self.looks_possessive(i) {
                        return Some(i);
                    }
                    weak = weak.or(Some(i));
                }
                "'" | "‘" if weak.is_some() && may_open_single(view, i) => break,
                _ => {}
            }
        }
        weak
    }

    fn may_close_single(&self, at: usize) -> bool {
        let after = at + 1;
        !self.view.spaced(at) && (after >= self.block.end || self.view.spaced(after) || self.view.is_mark(after))
    }

    fn looks_possessive(&self, at: usize) -> bool {
        self.view.word(at - 1).ends_with(['s', 'S']) && at + 1 < self.block.end && !self.view.is_mark(at + 1)
    }
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a single mark may open a quotation: attached to what follows only, and neither a decade nor an elision.
fn may_open_single(view: &Words, at: usize) -> bool {
    const ELISIONS: &[&str] = &["em", "til", "tis", "twas", "cause", "bout", "n", "round", "cos"];
    let free_before = at == 0
        || view.spaced(at)
        || matches!(view.word(at - 1), "(" | "[" | "—" | "–" | "--" | "\"" | "“" | "„" | "«");
    let next = view.word(at + 1);
    let decade = next.len() == 3 && next.ends_with('s') && is_digits(&next[..2]) || next.len() == 2 && is_digits(next);
    free_before
        && view.word(at) != "’"
        && at + 1 < view.len()
        && !view.spaced(at + 1)
        && !decade
        && (view.word(at) == "‘" || !ELISIONS.iter().any(|word| word.eq_ignore_ascii_case(next)))
}
