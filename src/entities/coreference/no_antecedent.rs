//! What is known of a pronoun that may refer to nothing named.

use super::anaphors::{Anaphor, PronounClass};
use crate::{
    entities::{roles::is_role_noun, syntax::Syntax},
    model::Class,
    tokens::Tag,
};

/// A pronoun that may refer to nothing named.
pub(super) struct NoAntecedent<'a> {
    pub(super) syntax: &'a Syntax<'a>,
    pub(super) anaphor: &'a Anaphor,
    /// How many entities fit.
    pub(super) rivals: usize,
    /// How well a description fits the best of them.
    pub(super) fit: usize,
    /// Whether the last pronoun referred to nothing either, and how near it stood.
    pub(super) last: usize,
    /// See [`unnamed`].
    pub(super) unnamed: usize,
}

pub(super) fn quoted(none: &NoAntecedent) -> bool {
    none.syntax.quotation(none.anaphor.tokens.start) > 0
}

pub(super) fn next_tag(none: &NoAntecedent, ahead: usize) -> usize {
    let at = none.anaphor.tokens.end - 1;
    none.syntax.tag(at + ahead, at).map_or(Tag::ALL.len() - 1, |tag| tag as usize)
}

pub(super) fn tag_before(none: &NoAntecedent) -> usize {
    let at = none.anaphor.tokens.start;
    at.checked_sub(1).and_then(|before| none.syntax.tag(before, at)).map_or(Tag::ALL.len() - 1, |tag| tag as usize)
}

pub(super) fn opens(syntax: &Syntax, anaphor: &Anaphor) -> bool {
    syntax.sentence_tokens(anaphor.tokens.start).start == anaphor.tokens.start
}

/// How near the last common noun is that the pronoun may stand for: none, or in the sentence before (as its first
/// noun or not) or in the same one (likewise).
pub(super) fn unnamed(syntax: &Syntax, anaphor: &Anaphor) -> usize {
    /// How much of a sentence is looked at, in tokens: few are longer, and a text may be one single sentence.
    const FARTHEST: usize = 200;
    let at = anaphor.tokens.start;
    let here = syntax.sentence_tokens(at);
    let before = here.start.checked_sub(1).map(|t| syntax.sentence_tokens(t));
    // Asked of every word before a pronoun, most of which are no nouns.
    let fits = |&t: &usize| syntax.reading.tokens.tag(t) == Tag::Noun && is_unnamed(syntax, t, anaphor.class);
    if let Some(found) = (here.start.max(at.saturating_sub(FARTHEST))..at).find(fits) {
        return if found < here.start + 6 { 1 } else { 2 };
    }
    match before.and_then(|sentence| sentence.take(FARTHEST).find(fits)) {
        Some(found) if syntax.sentence_tokens(found).start + 6 > found => 3,
        Some(_) => 4,
        None => 0,
    }
}

/// Whether a token is the head of a noun phrase for something that this class of pronoun may stand for.
pub(super) fn is_unnamed(syntax: &Syntax, token: usize, class: PronounClass) -> bool {
    let noun = syntax.reading.tokens.tag(token) == Tag::Noun
        && syntax.tag(token + 1, token).is_none_or(|tag| !tag.is_noun() && tag != Tag::PossessiveMark);
    noun && match class {
        PronounClass::Human(_) => [Class::PersonNoun, Class::Male, Class::Female].iter().any(|&c| syntax.has(token, c)),
        PronounClass::Thing => syntax.has(token, Class::OrgNoun) || !syntax.word(token).ends_with('s'),
        PronounClass::Plural => syntax.word(token).ends_with('s') || syntax.word(token) == "people",
        PronounClass::Described(kind) => is_role_noun(syntax, token, kind),
    }
}

/// "it" that stands for nothing: "it is clear that", "it was not until", "it took".
pub(super) fn dummy(none: &NoAntecedent) -> usize {
    const LOOK_AHEAD: usize = 8;
    if none.anaphor.class != PronounClass::Thing {
        return 0;
    }
    let at = none.anaphor.tokens.start;
    let ahead = || (at + 1..at + LOOK_AHEAD).map_while(|t| none.syntax.tag(t, at).map(|tag| (t, tag)));
    let be = ahead()
        .next()
        .is_some_and(|(t, _)| matches!(none.syntax.word(t), "is" | "was" | "'s" | "’s" | "will" | "would"));
    let adjective = ahead().any(|(_, tag)| tag == Tag::Adjective);
    let clause = ahead().any(|(_, tag)| matches!(tag, Tag::Subordinator | Tag::To));
    usize::from(be) * 4 + usize::from(adjective) * 2 + usize::from(clause)
}
