//! Names that are found in one sentence and missed in another.

use crate::{
    mentions::Mention,
    model::Class,
    report::{EntityKind, Source},
    sort,
    tokens::{Reading, Tag},
};
use std::{collections::BTreeMap, ops::Range};

/// Belief in a mention that only repeats others, as a part of theirs.
const DISCOUNT: f32 = 0.8;
/// Names in which the tagger trusts less are not looked for elsewhere.
const TRUSTED: f32 = 0.6;
/// At most so many names that begin with one word are compared.
const MAX_NAMES: usize = 8;

/// Adds a mention wherever a name that is found elsewhere stands unmarked.
pub(super) fn add(reading: Reading, mentions: &mut Vec<Mention>) {
    let search = Search::new(reading, mentions);
    let found = search.run();
    if !found.is_empty() {
        mentions.extend(found);
        sort::by_key(mentions, |m| sort::span(m.span));
    }
}

struct Search<'a> {
    reading: Reading<'a>,
    mentions: &'a [Mention],
    /// Names under the hash of their first word: an index into the mentions, and the tokens.
    names: BTreeMap<u32, Vec<(usize, Range<usize>)>>,
    /// For every form whether the text writes the word in small letters too, under the first form that is like it.
    common: Vec<bool>,
}

impl<'a> Search<'a> {
    fn new(reading: Reading<'a>, mentions: &'a [Mention]) -> Search<'a> {
        let mut common = vec![false; reading.tokens.forms.len()];
        let small = reading.tokens.forms.iter().filter(|form| form.shape.is_lower_case());
        small.for_each(|form| common[form.like as usize] = true);
        let mut search = Search { reading, mentions, names: BTreeMap::new(), common };
        for (index, mention) in mentions.iter().enumerate().filter(|(_, m)| is_trusted(reading, m)) {
            search.file(index, mention.tokens.clone());
            if mention.kind == EntityKind::Person && mention.tokens.len() > 1 {
                search.file(index, mention.tokens.end - 1..mention.tokens.end);
            }
        }
        search
    }

    fn file(&mut self, index: usize, tokens: Range<usize>) {
        let key = self.reading.tokens.form(tokens.start).lower;
        let plain = tokens.len() == 1 && self.is_plain(tokens.start);
        let filed = self.names.entry(key).or_default();
        let known = filed.iter().any(|(_, other)| self.reading.same_words(other, &tokens));
        if !known && !plain && filed.len() < MAX_NAMES {
            filed.push((index, tokens));
        }
    }

    /// Whether a word says too little to be a name by itself.
    fn is_plain(&self, token: usize) -> bool {
        const SHORTEST: usize = 3;
        let classes = self.reading.tokens.classes(token);
        let listed =
            [Class::Function, Class::Title, Class::Month, Class::Weekday, Class::NameSuffix, Class::CompanySuffix];
        self.reading.word(token).chars().count() < SHORTEST
            || listed.iter().any(|&class| classes.has(class))
            || self.common[self.reading.tokens.form(token).like as usize]
    }

    fn run(&self) -> Vec<Mention> {
        let mut found = Vec::new();
        let mut next = 0;
        let mut token = 0;
        while token < self.reading.tokens.tokens.len() {
            match self.mentions.get(next) {
                Some(mention) if mention.tokens.start <= token => {
                    token = mention.tokens.end.max(token);
                    next += 1;
                }
                mention => {
                    let limit = mention.map_or(self.reading.tokens.tokens.len(), |m| m.tokens.start);
                    let repeat = self.repeat_at(token, limit);
                    token = repeat.as_ref().map_or(token + 1, |r| r.tokens.end);
                    found.extend(repeat);
                }
            }
        }
        found
    }

    /// The longest known name that stands at a token and ends by `limit`.
    fn repeat_at(&self, token: usize, limit: usize) -> Option<Mention> {
        let form = self.reading.tokens.form(token);
        if !form.shape.is_capitalised() {
            return None;
        }
        let names = self.names.get(&form.lower)?;
        let standing = names.iter().filter(|(_, name)| self.stands_at(token, limit, name));
        let (index, name) = standing.max_by_key(|(_, name)| name.len())?;
        let tokens = token..token + name.len();
        let like = &self.mentions[*index];
        Some(Mention {
            span: self.reading.tokens.span(tokens.clone()),
            tokens,
            kind: like.kind,
            source: Source::Repeat,
            confidence: like.confidence * DISCOUNT,
            kind_probabilities: like.kind_probabilities.map(|shares| shares.map(|share| share * DISCOUNT)),
            value: None,
        })
    }

    fn stands_at(&self, token: usize, limit: usize, name: &Range<usize>) -> bool {
        let here = token..token + name.len();
        here.end <= limit
            && self.reading.same_words(&here, name)
            && here.clone().zip(name.clone()).all(|(a, b)| self.same_case(a, b))
            && !self.is_part_of_more(&here)
    }

    /// "US" is not "us", "Apple" is not "apple".
    fn same_case(&self, a: usize, b: usize) -> bool {
        let shape = |token| self.reading.tokens.form(token).shape;
        !shape(b).is_capitalised() || shape(a).is_capitalised() && (shape(a).is_all_caps() || !shape(b).is_all_caps())
    }

    /// Whether a capitalised word beside it makes it part of a longer name.
    fn is_part_of_more(&self, tokens: &Range<usize>) -> bool {
        let name_like = |token: usize| {
            let form = self.reading.tokens.form(token);
            form.shape.is_capitalised()
                && !form.classes.has(Class::Title)
                && self.reading.tokens.tag(token) == Tag::ProperNoun
        };
        let before = tokens.start.checked_sub(1).is_some_and(name_like);
        before || tokens.end < self.reading.tokens.tokens.len() && name_like(tokens.end)
    }
}

/// What stands beside the story is no evidence for what the story names.
fn is_trusted(reading: Reading, mention: &Mention) -> bool {
    mention.kind.is_named() && mention.confidence >= TRUSTED && reading.block_kind(mention.tokens.start).is_read()
}
