//! Matches short words against patterns, written as regular expressions of the plainest sort.
//!
//! A pattern stands at the beginning of the word and has alternatives in its groups only. It may hold characters, `.`, `\w`
//! (ASCII) and `\` before a mark, classes as `[a-z.]`, groups as `(?:one|two)`, or `(?i:...)` in which the case of ASCII
//! letters does not matter, each with `?`, `*`, `+`, `{n}` or `{n,m}` behind it, and `$` at the end. It is read while it is
//! matched: nothing is compiled or kept, which is why no crate does this. The ways through are tried in turn, so it is meant
//! for words of bounded length. A test holds it to what `regex-lite` finds.

/// Whether a word begins with the pattern.
pub(super) fn is_match(pattern: &str, word: &str) -> bool {
    let whole = Part { pattern: pattern.strip_prefix('^').unwrap_or(pattern), any_case: false };
    whole.sequence(word, &mut |_| true)
}

/// What is to be done with the rest of the word; says whether it fits.
type Then<'a> = &'a mut dyn FnMut(&str) -> bool;

/// A part of a pattern.
#[derive(Clone, Copy)]
struct Part<'p> {
    pattern: &'p str,
    /// Whether the case of letters does not matter.
    any_case: bool,
}

impl<'p> Part<'p> {
    /// One of the alternatives, and then the rest.
    fn alternatives(self, word: &str, then: Then) -> bool {
        let Some(bar) = at_top(self.pattern, b'|') else { return self.sequence(word, then) };
        self.with(&self.pattern[..bar]).sequence(word, then)
            || self.with(&self.pattern[bar + 1..]).alternatives(word, then)
    }

    /// One item after the other, and then the rest.
    fn sequence(mut self, mut word: &str, then: Then) -> bool {
        loop {
            let (item, rest) = self.pattern.split_at(item_length(self.pattern));
            let (fewest, most, length) = times(rest);
            let (item, rest) = (self.with(item), self.with(&rest[length..]));
            match item.pattern {
                "" => return then(word),
                "$" => return word.is_empty() && then(word),
                single if (fewest, most) == (1, 1) && !single.starts_with('(') => match item.character(word) {
                    Some(after) => (self, word) = (rest, after),
                    None => return false,
                },
                // Behind the last item nothing may be left: only the most of them can fit.
                single if rest.pattern == "$" && !single.starts_with('(') => {
                    let fitting = item.fitting(most, word);
                    return fitting >= fewest && word.chars().nth(fitting).is_none() && then("");
                }
                _ => return item.repeated(fewest, most, word, &mut |word| rest.sequence(word, then)),
            }
        }
    }

    /// The item so many times, rather more than fewer, and then the rest.
    fn repeated(self, fewest: usize, most: usize, word: &str, then: Then) -> bool {
        if !self.pattern.starts_with('(') {
            return self.repeated_character(fewest, most, word, then);
        }
        most > 0 && self.once(word, &mut |rest| self.repeated(fewest.saturating_sub(1), most - 1, rest, then))
            || fewest == 0 && then(word)
    }

    /// The same for an item that is one character.
    fn repeated_character(self, fewest: usize, most: usize, word: &str, then: Then) -> bool {
        let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
        let after = |times: usize| ends.clone().nth(times).map_or("", |end| &word[end..]);
        (fewest..=self.fitting(most, word)).rev().any(|times| then(after(times)))
    }

    /// How many characters fit one after the other.
    fn fitting(self, most: usize, word: &str) -> usize {
        word.chars().take(most).take_while(|&c| self.fits(c)).count()
    }

    fn once(self, word: &str, then: Then) -> bool {
        if let Some(group) = self.pattern.strip_prefix("(?:") {
            return self.with(&group[..group.len() - 1]).alternatives(word, then);
        }
        if let Some(group) = self.pattern.strip_prefix("(?i:") {
            return Part { pattern: &group[..group.len() - 1], any_case: true }.alternatives(word, then);
        }
        self.character(word).is_some_and(then)
    }

    /// What is left of the word behind its first character, if that fits.
    fn character(self, word: &str) -> Option<&str> {
        let mut chars = word.chars();
        chars.next().filter(|&c| self.fits(c)).map(|_| chars.as_str())
    }

    fn fits(self, c: char) -> bool {
        let is = |c: char| match self.pattern.as_bytes() {
            b"." => true,
            b"\\w" => c.is_ascii_alphanumeric() || c == '_',
            [b'\\', mark] => c == char::from(*mark),
            [b'[', .., b']'] => in_class(&self.pattern[1..self.pattern.len() - 1], c),
            _ => self.pattern.starts_with(c),
        };
        is(c) || self.any_case && (is(c.to_ascii_lowercase()) || is(c.to_ascii_uppercase()))
    }

    const fn with(self, pattern: &'p str) -> Part<'p> {
        Part { pattern, ..self }
    }
}

/// Where a sign stands in a pattern outside of its groups.
fn at_top(pattern: &str, sign: u8) -> Option<usize> {
    let mut depth = 0;
    pattern.bytes().position(|byte| {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        depth == 0 && byte == sign
    })
}

/// The length of the first item of a pattern.
fn item_length(pattern: &str) -> usize {
    let last = |at: Option<usize>| at.map_or(pattern.len(), |at| at + 1);
    match pattern.chars().next() {
        None => 0,
        Some('\\') => 2,
        Some('[') => last(pattern.find(']')),
        Some('(') => last(at_top(pattern, b')')),
        Some(c) => c.len_utf8(),
    }
}

/// How often an item comes, by what stands behind it, and the length of that.
fn times(rest: &str) -> (usize, usize, usize) {
    match rest.as_bytes() {
        [b'?', ..] => (0, 1, 1),
        [b'*', ..] => (0, usize::MAX, 1),
        [b'+', ..] => (1, usize::MAX, 1),
        [b'{', ..] => {
            let end = rest.find('}').unwrap_or(rest.len() - 1);
            let (fewest, most) = rest[1..end].split_once(',').unwrap_or((&rest[1..end], &rest[1..end]));
            (fewest.parse().unwrap_or(0), most.parse().unwrap_or(usize::MAX), end + 1)
        }
        _ => (1, 1, 0),
    }
}

/// Whether a class, written without its brackets, holds a character.
fn in_class(class: &str, c: char) -> bool {
    if !c.is_ascii() {
        return class.contains(c);
    }
    let (mut members, byte) = (class.as_bytes(), c as u8);
    while let [first, rest @ ..] = members {
        let (last, after) = match rest {
            [b'-', last, after @ ..] => (last, after),
            _ => (first, rest),
        };
        if (first..=last).contains(&&byte) {
            return true;
        }
        members = after;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_of_a_pattern() {
        for (pattern, yes, no) in [
            ("^ab", &["ab", "abc"][..], &["a", "Ab", "cab"][..]),
            ("^ab$", &["ab"], &["abc", "a"]),
            (r"^a.\.\w$", &["ax.y", "aé._"], &["a.x", "ax.é", "ax.y."]),
            ("^[a-c-]x[-–]$", &["ax-", "-x–"], &["dx-", "ax", "ax—"]),
            ("^a?b*c+$", &["c", "abbcc", "bc"], &["ab", "aac", ""]),
            ("^a{2}b{1,2}c{3,}$", &["aabccc", "aabbcccc"], &["abccc", "aabbbccc", "aabcc"]),
            ("^(?:ab|c)+d$", &["abd", "cabd"], &["d", "acd"]),
            ("^(?:a(?:b|c)?)?d$", &["d", "ad", "acd"], &["bd", "abcd"]),
            ("^(?i:k[a-c])x$", &["kax", "KBx"], &["kaX", "kdx"]),
            ("^[a-z.]*[a-z]$", &["a.b", "abc"], &["a.", ""]),
        ] {
            yes.iter().for_each(|word| assert!(is_match(pattern, word), "{pattern} {word}"));
            no.iter().for_each(|word| assert!(!is_match(pattern, word), "{pattern} {word}"));
        }
    }
}
