//! Pairs quotation marks, block by block: straight, curly, single, angled, low and high, nested, and reopened without
//! having been closed.

use super::{Cursor, Reading, Tag};
use crate::{model::Class, sort};
use std::{num::NonZeroU32, ops::Range};

/// What stands between a pair of quotation marks.
#[derive(Clone, Debug)]
pub(crate) struct Quotation {
    /// The tokens of the mark that opens it.
    pub(crate) open: Range<usize>,
    /// The tokens between the marks.
    pub(crate) inner: Range<usize>,
    /// The tokens of the mark that closes it, if one does.
    pub(crate) close: Option<Range<usize>>,
    /// The quotation inside which it stands.
    pub(crate) parent: Option<usize>,
    /// Whether it is not closed because the next block goes on with it.
    pub(crate) runs_on: bool,
}

impl Quotation {
    /// All its tokens, the marks among them.
    pub(crate) fn tokens(&self) -> Range<usize> {
        self.open.start..self.close.as_ref().map_or(self.inner.end, |close| close.end)
    }
}

/// The quotations of a text, and where they lie.
#[derive(Debug, Default)]
pub(crate) struct Quotations {
    /// In the order in which they open.
    pub(crate) list: Vec<Quotation>,
    /// For every token the innermost quotation that holds it or has it as a mark, counted from one on.
    innermost: Vec<Option<NonZeroU32>>,
}

impl Quotations {
    /// The innermost quotation that holds a token or has it as a mark; none outside of the text.
    pub(crate) fn innermost_at(&self, token: usize) -> Option<usize> {
        self.innermost.get(token)?.map(|number| number.get() as usize - 1)
    }

    /// The outermost quotation that holds a token or has it as a mark.
    pub(crate) fn outermost_at(&self, token: usize) -> Option<usize> {
        self.child_of(None, token)
    }

    /// The quotation directly inside `parent`, or inside none, that holds a token or has it as a mark.
    pub(crate) fn child_of(&self, parent: Option<usize>, token: usize) -> Option<usize> {
        let mut index = self.innermost_at(token)?;
        while Some(index) != parent {
            let holder = self.list[index].parent;
            if holder == parent {
                return Some(index);
            }
            index = holder?;
        }
        None
    }

    /// The outermost quotation between whose marks a token stands.
    pub(crate) fn holding(&self, token: usize) -> Option<usize> {
        self.outermost_at(token).filter(|&index| self.list[index].inner.contains(&token))
    }

    /// Whether a token stands in a quotation that opens in a range of tokens: "Tank" in Eustace "Tank" Bolden.
    pub(crate) fn opens_within(&self, range: &Range<usize>, token: usize) -> bool {
        self.innermost_at(token)
            .map(|index| &self.list[index])
            .is_some_and(|quotation| quotation.open.start >= range.start && quotation.inner.contains(&token))
    }

    /// The quotations that hold others, in the order in which they open.
    pub(crate) fn parents(&self) -> Vec<u32> {
        sort::distinct(self.list.iter().filter_map(|quotation| Some(quotation.parent? as u32)).collect())
    }
}

/// How deep quotations stand inside each other at most; further marks count as words.
const DEEPEST: usize = 4;
/// How far the mark that closes a single quotation is looked for, in tokens.
const FARTHEST_SINGLE: usize = 400;

/// Pairs the quotation marks of a text whose tokens have their tags.
pub(super) fn pair(reading: Reading) -> Quotations {
    let cursor = Cursor::new(reading);
    let mut list = Vec::new();
    let mut start = 0;
    for (index, block) in reading.article.blocks.iter().enumerate() {
        let end = reading.tokens.token_at(block.span.end.saturating_sub(1)) + 1;
        let end = end.min(cursor.end()).max(start);
        if block.kind.is_read() {
            let next = reading.article.blocks[index + 1..].iter().find(|b| b.kind.is_read());
            let reopened = next.is_some_and(|b| opens(cursor, reading.tokens.token_at(b.span.start)));
            let block = cursor.within(start..end);
            Pairing { block, reopened, open: Vec::new(), list: &mut list }.run();
        }
        start = end;
    }
    let mut innermost = vec![None; cursor.end()];
    for (quotation, number) in list.iter().zip(1..) {
        innermost[quotation.tokens()].fill(NonZeroU32::new(number));
    }
    Quotations { list, innermost }
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
fn sign(cursor: Cursor, at: usize) -> Option<(Sign, usize)> {
    if !cursor.is_mark(at) {
        return None;
    }
    let is_doubled = cursor.is_attached(at + 1) && cursor.word(at) == cursor.word(at + 1);
    let sign = match cursor.word(at)? {
        "‘" if is_doubled => return Some((Sign::Opening, 2)),
        "’" if is_doubled => return Some((Sign::Closing, 2)),
        "“" | "„" | "«" | "‟" | "``" => Sign::Opening,
        "”" | "»" => Sign::Closing,
        "\"" | "''" => Sign::Straight,
        "'" | "’" | "‘" | "`" => Sign::Single,
        "&" if cursor.word(at + 1) == Some("quot") && cursor.word(at + 2) == Some(";") => {
            return Some((Sign::Straight, 3));
        }
        _ => return None,
    };
    Some((sign, 1))
}

/// Whether a block that begins at `token` begins with a mark that opens a quotation.
fn opens(cursor: Cursor, at: usize) -> bool {
    match sign(cursor, at) {
        Some((Sign::Opening | Sign::Straight, _)) => true,
        Some((Sign::Single, _)) => may_open_single(cursor, at),
        _ => false,
    }
}

struct Pairing<'a, 'l> {
    /// The block.
    block: Cursor<'a>,
    /// Whether the next block begins with an opening mark.
    reopened: bool,
    /// Those that are not closed yet, the innermost last.
    open: Vec<Open>,
    list: &'l mut Vec<Quotation>,
}

/// A quotation that is not closed yet.
struct Open {
    /// Its place in the list.
    index: usize,
    mark: Mark,
}

/// The sort of mark that opened a quotation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Closed by the next double mark that may close.
    Double,
    /// Closed by the mark found when it was opened; none if it runs on into the next block.
    Single { close: Option<usize> },
}

impl Pairing<'_, '_> {
    fn run(mut self) {
        let tokens = self.block.reading.tokens;
        let mut at = self.block.range().start;
        while at < self.block.end() {
            let sign = if tokens.form(at).shape.is_mark() { sign(self.block, at) } else { None };
            at += sign.map_or(1, |(sign, width)| self.read(at, sign, width));
        }
        while let Some(open) = self.open.pop() {
            self.leave_open(open.index, self.block.end());
        }
    }

    /// Reads one mark and gives its width.
    fn read(&mut self, at: usize, sign: Sign, width: usize) -> usize {
        // "‘He said ‘no’’": each of the two closes a quotation of its own.
        if width == 2 && sign == Sign::Closing && self.closes_single(at) {
            self.read_single(at);
            return 1;
        }
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
        let opened_low = |open: &Open| self.block.word(self.list[open.index].open.start) == Some("„");
        self.block.word(at) == Some("“") && self.open.last().is_some_and(opened_low)
    }

    fn double_is_open(&self) -> bool {
        self.open.iter().any(|open| open.mark == Mark::Double)
    }

    /// Whether the innermost quotation is a single one that ends at a mark.
    fn closes_single(&self, at: usize) -> bool {
        self.open.last().is_some_and(|open| matches!(open.mark, Mark::Single { close: Some(close) } if close == at))
    }

    /// Attached to what follows and not to what stands before.
    fn has_opening_shape(&self, at: usize, width: usize) -> bool {
        let free_before = !self.block.is_attached(at)
            || matches!(self.block.word(at - 1), Some("(" | "[" | "—" | "–" | "--" | "‘" | "'"));
        // "'suicide by cop'", she said
        free_before && self.block.is_attached(at + width) && !self.block.is(at + width, &[",", ".", ";"])
    }

    /// Attached to what stands before and not to what follows.
    fn closes_nothing(&self, at: usize, width: usize) -> bool {
        let attached = self.block.is_attached(at) && !self.block.is_attached(at + width);
        attached && !matches!(self.block.word(at - 1), Some(":" | ","))
    }

    /// The second mark of `5'10"`, or `12"` outside a quotation.
    fn is_inches(&self, at: usize) -> bool {
        let block = self.block;
        if !block.is_attached(at) || !(block.tag(at - 1) == Some(Tag::Number) || is_digits(block, at - 1)) {
            return false;
        }
        let back = |count: usize| at.checked_sub(count);
        let feet = back(2).is_some_and(|i| block.is(i, &["'", "’"])) && back(3).is_some_and(|i| is_digits(block, i));
        !self.double_is_open() || feet && self.closes_later(at)
    }

    /// Whether another mark may close the quotation that is open before `at`.
    fn closes_later(&self, at: usize) -> bool {
        let end = self.block.end().min(at + FARTHEST_SINGLE);
        self.next_double_close(at + 1..end).is_some_and(|i| !self.has_opening_shape(i, 1))
    }

    /// `"We won, "said Lowe`: the space stands on the wrong side.
    fn is_misplaced_close(&self, at: usize, width: usize) -> bool {
        let after_pause = at.checked_sub(1).is_some_and(|i| self.block.is(i, &[",", ".", "?", "!"]));
        after_pause && self.block.is_lower_case(at + width)
    }

    fn open_double(&mut self, at: usize, width: usize) {
        if self.double_is_open() && self.block.word(at) != Some("«") {
            self.leave_double_open(at);
        }
        self.push(at, width, Mark::Double);
    }

    /// The double quotation that is open was never closed, since another one begins at `at`.
    fn leave_double_open(&mut self, at: usize) {
        while let Some(open) = self.open.pop() {
            self.leave_open(open.index, at);
            if open.mark == Mark::Double {
                break;
            }
        }
    }

    fn push(&mut self, at: usize, width: usize, mark: Mark) {
        if self.open.len() < DEEPEST {
            let parent = self.open.last().map(|open| open.index);
            let inner = at + width..at + width;
            self.open.push(Open { index: self.list.len(), mark });
            self.list.push(Quotation { open: at..at + width, inner, close: None, parent, runs_on: false });
        }
    }

    /// Closes the innermost double quotation and what is still open inside it.
    fn close_double(&mut self, at: usize, width: usize) {
        while let Some(open) = self.open.pop() {
            self.list[open.index].inner.end = at;
            if open.mark == Mark::Double {
                self.list[open.index].close = Some(at..at + width);
                break;
            }
        }
    }

    /// Ends a stretch that nothing closes: at the end of the block if the next one goes on with it, else before its
    /// attribution or at the end of its sentence.
    fn leave_open(&mut self, index: usize, end: usize) {
        let start = self.list[index].inner.start;
        let whole = end == self.block.end() && self.list[index].parent.is_none();
        self.list[index].runs_on = whole && self.reopened;
        self.list[index].inner.end =
            if self.list[index].runs_on { end } else { self.attribution_in(start..end).unwrap_or(end) };
    }

    /// The comma before "Holt said" in words whose quotation mark was forgotten.
    fn attribution_in(&self, tokens: Range<usize>) -> Option<usize> {
        const LONGEST_SPEAKER: usize = 6;
        let block = self.block;
        tokens.clone().filter(|&i| block.is_comma(i)).find(|&comma| {
            let until = tokens.end.min(comma + 2 + LONGEST_SPEAKER);
            let verb = (comma + 1..until).find(|&i| block.is_mark(i) || is_reporting_verb(block, i));
            verb.is_some_and(|i| block.is_word(i) && block.is_mark(i + 1))
        })
    }

    /// The next straight or closing double mark among these tokens.
    fn next_double_close(&self, mut tokens: Range<usize>) -> Option<usize> {
        tokens.find(|&i| matches!(sign(self.block, i), Some((Sign::Straight | Sign::Closing, _))))
    }

    fn read_single(&mut self, at: usize) {
        if let Some(&Open { index, mark: Mark::Single { close } }) = self.open.last()
            && close == Some(at)
        {
            self.list[index].inner.end = at;
            self.list[index].close = Some(at..at + 1);
            self.open.pop();
        } else if may_open_single(self.block, at) {
            let close = self.single_close(at);
            if close.is_some() || self.reopened && self.open.is_empty() && self.begins_sentence(at) {
                self.push(at, 1, Mark::Single { close });
            }
        }
    }

    fn begins_sentence(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|before| !self.block.is_word(before))
    }

    /// Where the single quotation that opens at `at` closes. An apostrophe after a plural ("the workers' union") counts
    /// only if nothing better follows.
    fn single_close(&self, at: usize) -> Option<usize> {
        let end = self.block.end().min(at + FARTHEST_SINGLE);
        let bound = self.double_is_open().then(|| self.next_double_close(at + 1..end));
        let end = bound.flatten().unwrap_or(end);
        let mut weak = None;
        for i in at + 2..end {
            match self.block.word(i) {
                Some("'" | "’") if self.may_close_single(i) => {
                    if !self.looks_possessive(i) {
                        return Some(i);
                    }
                    weak = weak.or(Some(i));
                }
                Some("'" | "‘") if weak.is_some() && may_open_single(self.block, i) => break,
                _ => {}
            }
        }
        weak
    }

    fn may_close_single(&self, at: usize) -> bool {
        let after = at + 1;
        self.block.is_attached(at) && !(self.block.is_attached(after) && self.block.is_word(after))
    }

    fn looks_possessive(&self, at: usize) -> bool {
        let plural = at.checked_sub(1).and_then(|i| self.block.word(i)).is_some_and(|word| word.ends_with(['s', 'S']));
        plural && self.block.is_word(at + 1)
    }
}

fn is_digits(cursor: Cursor, at: usize) -> bool {
    cursor.word(at).is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()))
}

fn is_reporting_verb(cursor: Cursor, at: usize) -> bool {
    cursor.is_verb(at) && cursor.form(at).is_some_and(|form| cursor.reading.model.cues().get(form.lower).is_some())
}

/// Whether a single mark may open a quotation: attached to what follows only, and neither a decade nor an elision.
fn may_open_single(cursor: Cursor, at: usize) -> bool {
    let free_before = !cursor.is_attached(at)
        || at.checked_sub(1).is_some_and(|i| cursor.is(i, &["(", "[", "—", "–", "--", "\"", "“", "„", "«"]));
    let Some(next) = cursor.word(at + 1).filter(|_| cursor.is_attached(at + 1)) else { return false };
    let digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let decade = next.len() == 3 && next.ends_with('s') && digits(&next[..2]) || next.len() == 2 && digits(next);
    let elision = cursor.has(at + 1, Class::Elision);
    free_before && !decade && !cursor.is(at, &["’"]) && (cursor.is(at, &["‘"]) || !elision)
}
