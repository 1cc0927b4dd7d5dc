//! The different names of a text, each with the mentions that have it.

use crate::{
    hash_numbers::HashNumbers,
    mentions::{KindProbabilities, Mention, NAMED_KINDS},
    model::{Class, Classes, Gender, KnownName, KnownNames, Lexicon, Model, hash_lower},
    report::EntityKind,
    text::{chars::is_dash, fold},
    tokens::Reading,
};
use std::ops::{Index, Range};

/// A mention of a text, by its place among the mentions in text order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MentionId(pub(super) u32);

impl MentionId {
    pub(super) const fn at(index: usize) -> MentionId {
        MentionId(index as u32)
    }

    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A name of a text, by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NameId(u32);

impl NameId {
    const fn at(index: usize) -> NameId {
        NameId(index as u32)
    }

    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Every different name of a text, in order of appearance, and which mention has which.
#[derive(Debug, Default)]
pub(super) struct NameTable {
    names: Vec<Name>,
    of_mention: Vec<Option<NameId>>,
}

impl Index<NameId> for NameTable {
    type Output = Name;

    fn index(&self, id: NameId) -> &Name {
        &self.names[id.0 as usize]
    }
}

impl NameTable {
    /// The names of the mentions. Amounts and names without a letter have none.
    pub(super) fn collect(reading: Reading, mentions: &[Mention]) -> NameTable {
        let mut table = NameTable { names: Vec::new(), of_mention: Vec::with_capacity(mentions.len()) };
        let mut filed = HashNumbers::new();
        let lists = Lists::of(reading.model);
        // For every spelling the last mention that begins with it.
        let mut last: Vec<Option<MentionId>> = vec![None; reading.tokens.forms.len()];
        for (index, mention) in mentions.iter().enumerate() {
            let id = if mention.kind.is_named() {
                let last = &mut last[reading.tokens.tokens[mention.tokens.start].form as usize];
                match last.replace(MentionId::at(index)) {
                    Some(before) if are_written_alike(reading, &mentions[before.index()], mention) => table.of(before),
                    _ => table.file(&mut filed, read(reading, &lists, mention)),
                }
            } else {
                None
            };
            if let Some(id) = id {
                table.count(id, MentionId::at(index), mention);
                table.names[id.0 as usize].labels += usize::from(is_label(reading, mention));
            }
            table.of_mention.push(id);
        }
        table
    }

    /// The number of a name that has letters, as `filed` numbers the hash of its key. Where two keys share a hash, each comes
    /// back as a new name after the other: that is rare, and names made to do so must not make this slow.
    fn file(&mut self, filed: &mut HashNumbers, name: Name) -> Option<NameId> {
        if name.key.is_empty() {
            return None;
        }
        let same = filed.get(name.hash).map(NameId).filter(|&id| self[id].key == name.key);
        Some(same.unwrap_or_else(|| {
            let id = NameId(filed.number_anew(name.hash));
            self.names.push(name);
            id
        }))
    }

    fn count(&mut self, id: NameId, place: MentionId, mention: &Mention) {
        let name = &mut self.names[id.0 as usize];
        name.mentions.push(place);
        name.vote(mention);
    }

    pub(super) fn of(&self, mention: MentionId) -> Option<NameId> {
        self.of_mention[mention.index()]
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = NameId> {
        (0..self.names.len()).map(NameId::at)
    }
}

/// One word of a name, [folded](fold).
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) text: String,
    /// The hash of its text.
    pub(super) hash: u32,
    pub(super) classes: Classes,
    /// Whether a hyphen joins it to the word before.
    pub(super) joined: bool,
}

impl Word {
    /// A word with the hash and the classes of what is written.
    fn of(lists: &Lists, text: String, written: &str, lower: u32, classes: Classes) -> Word {
        let mut word = Word { text, hash: lower, classes, joined: false };
        if !word.text.eq_ignore_ascii_case(written) {
            word.hash = hash_lower(&word.text);
            word.classes.0 |= lists.lexicon.classes(word.hash).0;
        }
        word
    }

    pub(super) fn is_initial(&self) -> bool {
        self.text.chars().nth(1).is_none()
    }
}

/// One name, however it is spelled and wherever it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Name {
    /// Without articles, titles, nicknames and marks.
    pub(super) words: Vec<Word>,
    /// The words of a nickname written inside: Eustace "Tank" Bolden.
    pub(super) nickname: Vec<String>,
    /// Its words joined.
    pub(super) key: String,
    /// The hash of its key.
    pub(super) hash: u32,
    /// The mentions that have this name, in text order.
    pub(super) mentions: Vec<MentionId>,
    /// Whether it is written like an acronym: one word, mostly capitals.
    pub(super) acronym: bool,
    /// How often it labels what somebody says: "TOM: We are old friends."
    labels: usize,
    pub(super) known: Option<KnownName>,
    /// Belief in each named kind, summed over the mentions.
    votes: KindProbabilities,
    /// The confidence of the mentions in the kind of each, summed.
    confidences: KindProbabilities,
}

impl Name {
    /// A name as a report writes it.
    pub(super) fn written(model: &Model, written: &str, kind: EntityKind) -> Name {
        let lists = Lists::of(model);
        let mut name = Name::default();
        for part in written.split_whitespace() {
            for (at, piece) in part.split(is_dash).enumerate() {
                let folded = fold(piece);
                if !folded.is_empty() {
                    let lower = hash_lower(piece);
                    let classes = lists.lexicon.classes(lower);
                    name.words.push(Word { joined: at > 0, ..Word::of(&lists, folded, piece, lower, classes) });
                }
            }
        }
        drop_front(&mut name.words, kind);
        name.acronym = name.is_single() && is_acronym(std::iter::once(written));
        name.join();
        name.known = lists.known_names.by_hash(name.hash);
        name.votes[kind as usize] = 1.0;
        name
    }

    /// Sets the key and its hash.
    fn join(&mut self) {
        self.key = String::with_capacity(self.words.iter().map(|word| word.text.len()).sum());
        self.words.iter().for_each(|word| self.key.push_str(&word.text));
        self.hash = if let [word] = &self.words[..] { word.hash } else { hash_lower(&self.key) };
    }

    /// The kind that its mentions make likeliest.
    pub(super) fn kind(&self) -> EntityKind {
        strongest(&self.votes)
    }

    /// How sure its mentions are of its kind on average; those that were taken for another kind count nothing.
    pub(super) fn certainty(&self) -> f32 {
        self.confidences[self.kind() as usize] / self.mentions.len().max(1) as f32
    }

    /// Counts a mention: with all that the tagger holds possible, or with its kind alone.
    fn vote(&mut self, mention: &Mention) {
        let kind = mention.kind as usize;
        self.confidences[kind] += mention.confidence;
        match mention.kind_probabilities {
            Some(kind_probabilities) => {
                self.votes.iter_mut().zip(kind_probabilities).for_each(|(vote, share)| *vote += share)
            }
            None => self.votes[kind] += mention.confidence,
        }
    }

    /// Whether it mostly labels what somebody says.
    pub(super) fn is_label(&self) -> bool {
        2 * self.labels > self.mentions.len()
    }

    pub(super) fn votes(&self) -> &KindProbabilities {
        &self.votes
    }

    pub(super) fn is_single(&self) -> bool {
        self.words.len() == 1
    }
}

/// The kind with the most votes; the first of equals.
pub(super) fn strongest(votes: &KindProbabilities) -> EntityKind {
    let best = (1..votes.len()).fold(0, |best, kind| if votes[kind] > votes[best] { kind } else { best });
    NAMED_KINDS[best]
}

/// What is asked of the model for every word and name.
struct Lists<'m> {
    lexicon: Lexicon<'m>,
    known_names: KnownNames<'m>,
}

impl<'m> Lists<'m> {
    fn of(model: &'m Model) -> Lists<'m> {
        Lists { lexicon: model.lexicon(), known_names: model.known_names() }
    }
}

/// The name that a mention writes.
fn read(reading: Reading, lists: &Lists, mention: &Mention) -> Name {
    let tokens = mention.tokens.clone();
    let mut name = Name::default();
    for token in tokens.clone() {
        let written = reading.word(token);
        let folded = if matches!(written, "'s" | "’s") { String::new() } else { fold(written) };
        if folded.is_empty() {
            continue;
        }
        if reading.tokens.quotations.opens_within(&tokens, token) {
            name.nickname.push(folded);
        } else {
            let joined = token > tokens.start && reading.word(token - 1) == "-";
            let form = reading.tokens.form(token);
            name.words.push(Word { joined, ..Word::of(lists, folded, written, form.lower, form.classes) });
        }
    }
    drop_front(&mut name.words, mention.kind);
    name.acronym = name.is_single() && is_acronym(tokens.clone().map(|t| reading.word(t)));
    name.join();
    // "the Emirates" is a country, "Emirates" an airline.
    let with_article = || lists.known_names.get(&["the", &name.key].concat());
    name.known =
        lists.known_names.by_hash(name.hash).or_else(|| has_article(reading, &tokens).then(with_article).flatten());
    name
}

/// Whether two mentions of one kind have the same spellings, and no nickname in marks.
fn are_written_alike(reading: Reading, a: &Mention, b: &Mention) -> bool {
    let forms = |mention: &Mention| reading.tokens.tokens[mention.tokens.clone()].iter().map(|token| token.form);
    let opens_within = |tokens: &Range<usize>, token| reading.tokens.quotations.opens_within(tokens, token);
    let has_nickname = |mention: &Mention| mention.tokens.clone().any(|token| opens_within(&mention.tokens, token));
    a.kind == b.kind && forms(a).eq(forms(b)) && !has_nickname(a) && !has_nickname(b)
}

/// Drops the article and, before a person's name, titles.
fn drop_front(words: &mut Vec<Word>, kind: EntityKind) {
    while words.len() > 1 {
        let first = &words[0];
        let title = kind == EntityKind::Person && first.classes.has(Class::Title);
        if !(title || first.text == "the") {
            break;
        }
        words.remove(0);
    }
}

/// "the Emirates", whether the article is part of the mention or stands before it.
fn has_article(reading: Reading, tokens: &Range<usize>) -> bool {
    let is_article = |token: usize| matches!(reading.word(token), "the" | "The");
    is_article(tokens.start) || tokens.start.checked_sub(1).is_some_and(is_article)
}

/// Whether a mention opens a paragraph and a colon follows.
fn is_label(reading: Reading, mention: &Mention) -> bool {
    let Range { start, end } = mention.tokens;
    let block = |token: usize| reading.tokens.sentences[reading.tokens.sentence_of(token)].block;
    let opens = || start.checked_sub(1).is_none_or(|before| block(before) != block(start));
    end < reading.tokens.tokens.len() && reading.word(end) == ":" && opens()
}

/// Whether the letters of the words are at least two and mostly capitals.
fn is_acronym<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let (mut upper, mut lower) = (0, 0);
    for c in words.flat_map(str::chars) {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    upper >= 2 && lower < upper
}

/// The sex that the word right before a person's name tells: "Mr.", "wife", "Mr Justice".
pub(super) fn gender_before(reading: Reading, mention: &Mention) -> Option<Gender> {
    let before = mention.tokens.start.checked_sub(1).filter(|_| mention.kind == EntityKind::Person)?;
    let classes = reading.tokens.classes(before);
    let courtesy = before.checked_sub(1).map(|t| reading.tokens.classes(t));
    let courtesy = courtesy.filter(|it| classes.has(Class::Title) && it.has(Class::Courtesy));
    let classes = courtesy.unwrap_or(classes);
    match (classes.has(Class::Male), classes.has(Class::Female)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}
