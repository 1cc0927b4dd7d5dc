//! What stands where: sentences, quotations and the part that a mention plays in its sentence.

use crate::{
    model::{Class, Values},
    report::BlockKind,
    text::ShapeSet,
    tokens::{Cursor, Reading, Tag},
};
use std::ops::Range;

/// How many tokens a description at the beginning of a sentence has at most.
const LONGEST_OPENER: usize = 12;

/// A text with what coreference asks of every token.
pub(super) struct Syntax<'a> {
    pub(super) reading: Reading<'a>,
    pub(super) values: Values<'a>,
    tokens: Cursor<'a>,
    /// The sentence of every token.
    sentences: Vec<u32>,
}

/// The part that a mention plays in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GrammaticalRole {
    /// The subject of a verb of saying.
    Speaker,
    /// The subject of another verb.
    Subject,
    /// "Lowe's"
    Possessor,
    /// After a preposition.
    Oblique,
    /// Anything else: an object, an apposition, a label.
    Other,
}

impl<'a> Syntax<'a> {
    pub(super) fn new(reading: Reading<'a>) -> Syntax<'a> {
        let mut sentences = Vec::with_capacity(reading.tokens.tokens.len());
        for (number, sentence) in reading.tokens.sentences.iter().enumerate() {
            sentences.extend(sentence.tokens.clone().map(|_| number as u32));
        }
        Syntax { reading, values: reading.model.values(), tokens: Cursor::new(reading), sentences }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.sentences.len()
    }

    pub(super) fn sentence(&self, token: usize) -> usize {
        self.sentences[token] as usize
    }

    pub(super) fn sentence_tokens(&self, token: usize) -> Range<usize> {
        self.reading.tokens.sentences[self.sentence(token)].tokens.clone()
    }

    /// Whether a token stands in a dateline or a run-in head: nothing refers back to what they name.
    pub(super) fn is_lead(&self, token: usize) -> bool {
        self.reading.tokens.sentences[self.sentence(token)].lead
    }

    pub(super) fn block(&self, token: usize) -> usize {
        self.reading.tokens.sentences[self.sentence(token)].block
    }

    /// The kind of the block in which a token stands.
    pub(super) fn block_kind(&self, token: usize) -> BlockKind {
        self.reading.article.blocks[self.block(token)].kind
    }

    /// The number of the outermost quotation between whose marks a token stands, from 1 on; 0 outside of all.
    pub(super) fn quotation(&self, token: usize) -> u32 {
        self.reading.tokens.quotations.holding(token).map_or(0, |index| index as u32 + 1)
    }

    pub(super) fn word(&self, token: usize) -> &'a str {
        self.reading.word(token)
    }

    /// The article; nearly all other words are told by their length.
    pub(super) fn is_the(&self, token: usize) -> bool {
        self.reading.tokens.tokens[token].span.len() == 3 && matches!(self.word(token), "the" | "The")
    }

    /// The word at a token; nothing behind the last.
    pub(super) fn word_at(&self, token: usize) -> &'a str {
        self.tokens.word(token).unwrap_or_default()
    }

    /// The shapes of the word at a token; none behind the last.
    pub(super) fn shapes_at(&self, token: usize) -> ShapeSet {
        if token < self.len() { self.reading.tokens.shapes(token) } else { ShapeSet::default() }
    }

    /// The tag of a token of the same sentence as `near`; none beyond it.
    pub(super) fn tag(&self, token: usize, near: usize) -> Option<Tag> {
        let is_near = self.sentences.get(token) == Some(&self.sentences[near]);
        is_near.then(|| self.reading.tokens.tag(token))
    }

    pub(super) fn has(&self, token: usize, class: Class) -> bool {
        self.tokens.has(token, class)
    }

    /// "in Lali": whether a name tells where something happens, or where somebody is from; "as Lali" does not.
    pub(super) fn is_where(&self, name: &Range<usize>) -> bool {
        let Some(before) = name.start.checked_sub(1) else { return false };
        let leads_on = matches!(self.tag(before, name.start), Some(Tag::Preposition | Tag::To));
        leads_on && self.word(before) != "as"
    }

    /// The tokens of a stretch before a word that are the same word, case aside.
    pub(super) fn same_word_in(&self, before: Range<usize>, word: usize) -> impl DoubleEndedIterator<Item = usize> {
        let tokens = self.reading.tokens;
        let lower = tokens.form(word).lower;
        // Most words that are asked for stand nowhere before.
        let near = if tokens.may_stand_before(word) { before } else { word..word };
        let first = near.start;
        let numbered = tokens.tokens[near].iter().enumerate();
        let same = numbered.filter(move |(_, token)| tokens.forms[token.form as usize].lower == lower);
        same.map(move |(at, _)| first + at)
    }

    /// The part that the mention at these tokens plays.
    pub(super) fn grammatical_role(&self, tokens: &Range<usize>) -> GrammaticalRole {
        let before = self.before_phrase(tokens.start);
        if before.is_some_and(|t| self.gives_name(t)) {
            let comma = usize::from(self.word_at(tokens.end) == ",");
            return self.subject_of(tokens.end + comma, tokens.start);
        }
        // "told Lowe" has Lowe for its hearer.
        let speaks = |t: usize| {
            self.has(t, Class::Saying)
                && self.reading.tokens.tag(t).is_verb()
                && !matches!(self.word(t), "told" | "tell" | "tells" | "telling")
        };
        let inverted = before.is_some_and(speaks)
            && self.tag(tokens.end, tokens.start).is_none_or(|tag| tag == Tag::Punctuation || tag == Tag::Preposition);
        let oblique = before.is_some_and(|t| self.reading.tokens.tag(t) == Tag::Preposition);
        match self.tag(tokens.end, tokens.start) {
            Some(Tag::PossessiveMark) => GrammaticalRole::Possessor,
            _ if inverted => GrammaticalRole::Speaker,
            _ if oblique => GrammaticalRole::Oblique,
            _ if before.is_some_and(|t| self.is_fronted(t)) => GrammaticalRole::Subject,
            _ => {
                let next = self.skip_aside(self.skip_letters(tokens.end, tokens.start), tokens.start);
                self.subject_of(next, tokens.start)
            }
        }
    }

    /// "A driver called Ucok", "A driver, who gave his name only as Ucok,": whether the name behind a token is that of the noun
    /// before, and plays its part.
    fn gives_name(&self, token: usize) -> bool {
        const NEAR: usize = 3;
        let is_name = |t: usize| self.word(t) == "name";
        match self.word(token) {
            "called" | "named" => token > 0 && self.tag(token - 1, token).is_some_and(Tag::is_noun),
            "as" => (token.saturating_sub(NEAR)..token).any(is_name),
            _ => false,
        }
    }

    /// "On the twelfth floor lives Ana Lowe": whether a verb stands behind a place and before its subject.
    fn is_fronted(&self, verb: usize) -> bool {
        let first = self.sentence_tokens(verb).start;
        let tag = |t: usize| self.reading.tokens.tag(t);
        let is_place = |t: usize| !tag(t).is_verb() && !matches!(tag(t), Tag::Punctuation | Tag::Pronoun | Tag::Modal);
        verb - first <= LONGEST_OPENER
            && tag(first) == Tag::Preposition
            && matches!(tag(verb), Tag::VerbPast | Tag::VerbPresent)
            && (first..verb).all(is_place)
    }

    /// The part of a mention whose verb, if any, is looked for at `at`.
    fn subject_of(&self, at: usize, near: usize) -> GrammaticalRole {
        const ADVERBS: usize = 3;
        for token in at..at + ADVERBS {
            match self.tag(token, near) {
                Some(Tag::Adverb) => {}
                Some(Tag::Modal) => return GrammaticalRole::Subject,
                Some(tag) if tag.is_verb() && tag != Tag::VerbGerund => {
                    return if self.has(token, Class::Saying) {
                        GrammaticalRole::Speaker
                    } else {
                        GrammaticalRole::Subject
                    };
                }
                _ => break,
            }
        }
        GrammaticalRole::Other
    }

    /// The token after the letters behind a name: "Ana Lowe KC told".
    fn skip_letters(&self, at: usize, near: usize) -> usize {
        const LONGEST: usize = 4;
        let is_letters = self.tag(at, near) == Some(Tag::ProperNoun)
            && self.reading.tokens.form(at).shape.is_all_caps()
            && self.word(at).len() <= LONGEST;
        at + usize::from(is_letters)
    }

    /// The token after an apposition or relative clause between commas, or `at`; the token after the comma that closes
    /// an apposition which the name ends: "her mother, Kim Poe, said on TV".
    fn skip_aside(&self, at: usize, near: usize) -> usize {
        const LONGEST: usize = 25;
        if self.tag(at, near).is_none() || self.word(at) != "," {
            return at;
        }
        if self.before_phrase(near).is_some_and(|t| self.word(t) == ",") && self.is_predicate(at + 1, near) {
            return at + 1;
        }
        let end = (at + 1..at + LONGEST).take_while(|&t| self.tag(t, near).is_some()).find(|&t| self.word(t) == ",");
        end.map_or(at, |comma| comma + 1)
    }

    /// Whether a verb stands here whose subject is before it, for sure: after one of saying no noun phrase that could be the
    /// subject ("they hired a new head, Kim Poe, said the mayor"), and no comma ("Kim Poe, left, and").
    fn is_predicate(&self, at: usize, near: usize) -> bool {
        let finite = matches!(self.tag(at, near), Some(Tag::VerbPast | Tag::VerbPresent));
        let governs = self.tag(at + 1, near).is_some_and(|tag| tag != Tag::Punctuation && tag != Tag::Conjunction);
        if self.tag(at, near) == Some(Tag::Modal) || finite && governs && !self.has(at, Class::Saying) {
            return true;
        }
        // "The minister for health, Ana Lowe, thanked the nurses": the sentence has no verb before it.
        let first = self.sentence_tokens(near).start;
        if finite && near - first <= LONGEST_OPENER && !(first..near).any(|t| self.reading.tokens.tag(t).is_finite()) {
            return true;
        }
        let open =
            |tag| matches!(tag, Tag::Preposition | Tag::Subordinator | Tag::To | Tag::Pronoun | Tag::Adverb | Tag::Wh);
        let said_when = self.has(at + 1, Class::Weekday) && self.has(at, Class::Saying);
        finite && (said_when || self.tag(at + 1, near).is_some_and(open))
    }

    /// The token before the noun phrase that ends in a name: before its titles, adjectives and articles.
    pub(super) fn before_phrase(&self, start: usize) -> Option<usize> {
        const LONGEST: usize = 6;
        let part_of_phrase = |tag: Tag| {
            matches!(
                tag,
                Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::PossessiveMark
            )
        };
        let mut before = (start.saturating_sub(LONGEST)..start).rev();
        before
            .find(|&t| self.tag(t, start).is_none_or(|tag| !part_of_phrase(tag)))
            .filter(|&t| self.tag(t, start).is_some())
    }
}
