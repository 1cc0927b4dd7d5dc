//! Names that are found in one sentence and missed in another.

use crate::{
    mentions::Mention,
    model::Class,
    report::{EntityKind, Source},
    sort,
    tokens::{Reading, Tag},
};
use std::{iter, ops::Range};

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
    names: Vec<Sought>,
    /// For every form the place of the last name that begins with the word, under the first form that is like it.
    last: Vec<Option<u32>>,
    /// For every form whether the text writes the word in small letters too, under the first form that is like it.
    common: Vec<bool>,
}

/// A name that is looked for, or a part of one.
struct Sought {
    /// The mention that has it.
    index: usize,
    tokens: Range<usize>,
    /// The place of the name before that begins with the same word.
    before: Option<u32>,
}

impl<'a> Search<'a> {
    fn new(reading: Reading<'a>, mentions: &'a [Mention]) -> Search<'a> {
        let mut common = vec![false; reading.tokens.forms.len()];
        let small = reading.tokens.forms.iter().filter(|form| form.shape.is_lower_case());
        small.for_each(|form| common[form.like as usize] = true);
        let last = vec![None; common.len()];
        let mut search = Search { reading, mentions, names: Vec::new(), last, common };
        for (index, mention) in mentions.iter().enumerate().filter(|(_, m)| is_trusted(reading, m)) {
            search.file(index, mention.tokens.clone());
            if mention.kind == EntityKind::Person && mention.tokens.len() > 1 {
                search.file(index, mention.tokens.end - 1..mention.tokens.end);
            }
        }
        search
    }

    fn file(&mut self, index: usize, tokens: Range<usize>) {
        let first = self.reading.tokens.form(tokens.start).like;
        let plain = tokens.len() == 1 && self.is_plain(tokens.start);
        let known = self.beginning_with(first).any(|name| self.reading.same_words(&name.tokens, &tokens));
        if !known && !plain && self.beginning_with(first).count() < MAX_NAMES {
            let before = self.last[first as usize].replace(self.names.len() as u32);
            self.names.push(Sought { index, tokens, before });
        }
    }

    /// The names that begin with a word, the last one first, by the first form that is like it.
    fn beginning_with(&self, like: u32) -> impl Iterator<Item = &Sought> {
        let name = |place: Option<u32>| place.map(|place| &self.names[place as usize]);
        iter::successors(name(self.last[like as usize]), move |sought| name(sought.before))
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
        let mut token = 0;
        let end = self.reading.tokens.tokens.len();
        for next in self.mentions.iter().map(|mention| &mention.tokens).chain([&(end..end)]) {
            while token < next.start {
                let form = self.reading.tokens.form(token);
                let is_sought = form.shape.is_capitalised() && self.last[form.like as usize].is_some();
                let Some(repeat) = is_sought.then(|| self.repeat_at(token, next.start)).flatten() else {
                    token += 1;
                    continue;
                };
                token = repeat.tokens.end;
                found.push(repeat);
            }
            token = next.end.max(token);
        }
        found
    }

    /// The longest known name that stands at a token and ends by `limit`.
    fn repeat_at(&self, token: usize, limit: usize) -> Option<Mention> {
        let names = self.beginning_with(self.reading.tokens.form(token).like);
        let name =
            names.filter(|name| self.stands_at(token, limit, &name.tokens)).max_by_key(|name| name.tokens.len())?;
        let tokens = token..token + name.tokens.len();
        let like = &self.mentions[name.index];
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
