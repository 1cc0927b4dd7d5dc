//! What a description tells people apart by: whether somebody is known to have it, or may be told to have it now.

use super::{
    anaphors::{Anaphor, Mark, PronounClass, is_former},
    evidence::{Candidate, fit},
    nations,
    no_antecedent::is_unnamed,
    story::Story,
};
use crate::{
    entities::syntax::{GrammaticalRole, Syntax},
    model::{Class, Gender},
    report::{EntityKind, Form},
    tokens::Tag,
};
use std::ops::Range;

impl Story<'_> {
    /// "Ana Lowe opened the door. “Come in,” said the 56-year-old": whom the sentence before is about, and after whom nobody is
    /// named, may be described by what the text has not told of her yet.
    pub(super) fn is_told_now(&self, anaphor: &Anaphor, cluster: usize, candidate: &Candidate) -> bool {
        const NEAR: usize = 4;
        let at = anaphor.tokens.start;
        let known = &candidate.known;
        let is_news = match anaphor.mark {
            Some(Mark::Age(_)) => known.age.is_none(),
            Some(Mark::Nation(_)) => known.nations.is_empty(),
            Some(Mark::Parent | Mark::Party(_) | Mark::Seat) => true,
            // "the former Villa boss", of the manager of another club
            Some(Mark::Named) => {
                is_former(self.syntax, anaphor.modifiers.start - 1) && fit(self.syntax, anaphor, candidate) > 1
            }
            Some(Mark::Initials) | None => false,
        };
        let same_kind = self.recent.iter().rev().filter(|&&c| self.known[c].kind == known.kind);
        let last = same_kind.filter_map(|&c| Some((c, self.candidates[c].as_ref()?.last.tokens.start)));
        let mut last = last.map(|(c, token)| (c, self.syntax.sentence(token)));
        let mut is_last_person = || match (last.next(), last.next()) {
            (Some((first, here)), second) => first == cluster && second.is_none_or(|(_, before)| before < here),
            _ => false,
        };
        let is_subject = || {
            let (sentence, subject) = self.discourse.subjects[0].unwrap_or((0, usize::MAX));
            subject == cluster && self.syntax.sentence(at) - sentence <= NEAR
        };
        let acts = matches!(anaphor.grammatical_role, GrammaticalRole::Speaker | GrammaticalRole::Subject);
        // "Police arrested Ana Lowe. The 56-year-old denied it": nobody else is spoken of there.
        let is_only_one = || {
            matches!(anaphor.mark, Some(Mark::Age(_)))
                && candidate.last.form == Form::Name
                && candidate.last.grammatical_role == GrammaticalRole::Other
                && self.syntax.block(at) == candidate.in_block.0
                && self.syntax.sentence(at) - self.syntax.sentence(candidate.last.tokens.start) == 1
        };
        let from = match is_news && acts {
            true if is_subject() => candidate.last.tokens.end,
            true if is_only_one() => self.syntax.sentence_tokens(candidate.last.tokens.start).start,
            _ => return false,
        };
        let is_known = |t: usize| known.words.contains(&self.syntax.reading.tokens.form(t).lower);
        let is_somebody_else = |t: usize| is_unnamed(self.syntax, t, anaphor.class) && !is_known(t);
        is_last_person()
            && !(from..at).any(is_somebody_else)
            && candidate.may_be(described_sex(self.syntax, anaphor))
            && self.syntax.block(at) - candidate.in_block.0 <= 1
    }
}

impl Story<'_> {
    /// "Ana Lowe said it was bad. “It's worse,” the nurse said": whoever spoke last in the paragraph goes on, by a word that was not
    /// said of anybody before, where it is no post that somebody else may hold there.
    pub(super) fn described_now(&self, anaphor: &Anaphor, fitting: &[(usize, &Candidate)]) -> Option<usize> {
        const NEAR: usize = 3;
        /// How far back the word must not stand, in tokens: as far as most stories reach.
        const FARTHEST: usize = 1000;
        let (syntax, at, head) = (self.syntax, anaphor.tokens.start, anaphor.tokens.end - 1);
        let is_plain = anaphor.class == PronounClass::Described(EntityKind::Person)
            && matches!(anaphor.mark, None | Some(Mark::Named))
            && anaphor.grammatical_role == GrammaticalRole::Speaker;
        let speaker = self.discourse.speaker.filter(|_| is_plain && syntax.quotation(at) == 0)?;
        let candidate = self.candidates[speaker.cluster].as_ref()?;
        let is_here = syntax.block(at) == syntax.block(speaker.token)
            && syntax.sentence(at) - syntax.sentence(speaker.token) <= NEAR
            && self.discourse.is_last_subject(speaker.cluster);
        let is_first = || syntax.same_word_in(head.saturating_sub(FARTHEST)..head, head).next().is_none();
        let is_known = |t: usize| candidate.known.words.contains(&syntax.reading.tokens.form(t).lower);
        let is_somebody_else = |t: usize| is_unnamed(syntax, t, anaphor.class) && !is_known(t);
        let is_new = is_here
            && candidate.known.kind == EntityKind::Person
            && anaphor.post.is_none()
            && candidate.may_be(described_sex(syntax, anaphor))
            && !(candidate.last.tokens.end..at).any(is_somebody_else)
            && is_first();
        let is_told_of_another = || fitting.iter().any(|(_, c)| fit(syntax, anaphor, c) > 1);
        (is_new && !is_told_of_another()).then_some(speaker.cluster)
    }
}

/// Whether somebody is known to have what a description tells people apart by, if it does.
pub(super) fn has_mark(syntax: &Syntax, anaphor: &Anaphor, candidate: &Candidate) -> bool {
    let is_known = |t: usize| candidate.known.words.contains(&syntax.reading.tokens.form(t).lower);
    match anaphor.mark {
        None => true,
        Some(Mark::Age(age)) => candidate.known.age == Some(age),
        Some(Mark::Nation(people) | Mark::Party(people)) => {
            candidate.known.nations.iter().any(|&told| told == people || told == nations::ANY)
        }
        Some(Mark::Initials) => {
            let last = anaphor.tokens.end - 1;
            let tells = |role| has_initials(syntax, role, syntax.word(last));
            is_known(last) || candidate.known.roles.iter().any(tells)
        }
        Some(Mark::Seat) => false,
        Some(Mark::Parent) => is_known(anaphor.tokens.start + 1),
        Some(Mark::Named) => anaphor.modifiers.clone().any(is_known),
    }
}

/// Whether words that stand side by side in a role begin with these letters: "DPP" of "Deputy Public Prosecutor", "IGP" of
/// "Inspector-General of Police".
fn has_initials(syntax: &Syntax, role: &Range<usize>, initials: &str) -> bool {
    let counts =
        |t: &usize| !matches!(syntax.reading.tokens.tag(*t), Tag::Preposition | Tag::Determiner | Tag::Conjunction);
    let parts = role.clone().filter(counts).flat_map(|t| syntax.word(t).split('-'));
    let told: Vec<u8> = parts.filter_map(|part| part.bytes().next()).collect();
    told.windows(initials.len()).any(|words| words.eq_ignore_ascii_case(initials.as_bytes()))
}

/// The sex that the noun of a description tells: "the mother of four".
fn described_sex(syntax: &Syntax, anaphor: &Anaphor) -> Option<Gender> {
    let has = |class| anaphor.tokens.clone().any(|t| syntax.has(t, class));
    match (has(Class::Female), has(Class::Male)) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}
