//! Which of those whom a pronoun or a description may stand for are left once the sentences around it are read.

use super::{
    anaphors::{Anaphor, Case, Mark, PronounClass},
    evidence::{Candidate, fit, is_told},
    marks::has_mark,
    place::{self, Place},
    story::Story,
};
use crate::{
    entities::syntax::{GrammaticalRole, Syntax},
    model::Class,
    report::{EntityKind, Form},
    tokens::Tag,
};
use std::ops::Range;

/// Clusters with what is known of them, the last mentioned first.
pub(super) type Fitting<'c> = Vec<(usize, &'c Candidate)>;

impl Story<'_> {
    /// Those who are left, one rule after the other.
    pub(super) fn narrowed<'c>(&self, anaphor: &Anaphor, fitting: Fitting<'c>) -> Fitting<'c> {
        let fitting = without_other_offices(self.syntax, anaphor, fitting);
        let fitting = without_those_beside_agents(self.syntax, anaphor, fitting);
        let fitting = self.without_guesses(anaphor, fitting);
        let fitting = self.only_who_goes_on(anaphor, fitting);
        let fitting = self.only_who_was_presented(anaphor, fitting);
        let fitting = self.only_who_keeps_speaking(anaphor, fitting);
        let fitting = self.without_those_told_of(anaphor, fitting);
        let fitting = self.only_who_acts(anaphor, fitting);
        let fitting = self.only_who_just_acted(anaphor, fitting);
        let fitting = self.only_who_was_asked(anaphor, fitting);
        let fitting = self.without_asker(anaphor, fitting);
        without_those_acted_on(self.syntax, anaphor, fitting)
    }

    /// "Lowe said Kim had left, but she insisted", "Lowe said Kim had made what she called a mistake": whoever speaks in the
    /// sentence before, if it may be meant.
    fn only_who_goes_on<'c>(&self, anaphor: &Anaphor, fitting: Fitting<'c>) -> Fitting<'c> {
        let (syntax, at) = (self.syntax, anaphor.tokens.start);
        let goes_on = at > 0
            && anaphor.grammatical_role == GrammaticalRole::Speaker
            && matches!(syntax.word(at - 1), "but" | "though" | "although" | "what")
            && syntax.quotation(at) == 0;
        // "Lowe said he", but "Her colleague Lowe said she"
        let is_owned = || syntax.reading.tokens.tag(syntax.sentence_tokens(at).start) == Tag::Possessive;
        let is_told = at > 1 && syntax.has(at - 1 - usize::from(syntax.word(at - 1) == "that"), Class::Saying);
        let is_subject = anaphor.case == Case::Subject && anaphor.sex().is_some() && syntax.quotation(at) == 0;
        let goes_on = goes_on || is_told && is_subject && !is_owned();
        let first = self.discourse.subjects[0].filter(|&(sentence, _)| goes_on && sentence == syntax.sentence(at));
        let Some((sentence, speaker)) = first else { return fitting };
        let spoke = |c: &Candidate| {
            c.last.grammatical_role == GrammaticalRole::Speaker && syntax.sentence(c.last.tokens.start) == sentence
        };
        only(fitting, |cluster, c| cluster == speaker && spoke(c) && c.may_be(anaphor.sex()))
    }

    /// "The strike drew anger from Ana Lowe, who leads the party. She said": whom the sentence before presents at its end, if nobody
    /// else is named in the paragraph.
    fn only_who_was_presented<'c>(&self, anaphor: &Anaphor, fitting: Fitting<'c>) -> Fitting<'c> {
        let (syntax, at) = (self.syntax, anaphor.tokens.start);
        let here = syntax.sentence_tokens(at).start;
        if anaphor.sex().is_none() || here != at || here == 0 || syntax.block(here - 1) != syntax.block(here) {
            return fitting;
        }
        let before = syntax.sentence_tokens(here - 1);
        let block = syntax.block(at);
        let is_presented = |c: &Candidate| {
            before.contains(&c.last.tokens.start)
                && syntax.word(c.last.tokens.end) == ","
                && c.last.form == Form::Name
                && syntax.word_at(c.last.tokens.end + 1) == "who"
        };
        let is_here = |&cluster: &usize| {
            self.candidates[cluster]
                .as_ref()
                .is_some_and(|c| c.in_block.0 == block && c.known.kind == EntityKind::Person)
        };
        if self.recent.iter().filter(|c| is_here(c)).count() != 1 {
            return fitting;
        }
        only(fitting, |_, c| is_presented(c) && c.may_be(anaphor.sex()))
    }

    /// "She said the roof leaked. “Nobody came,” she said.": whoever spoke last as a pronoun of the same sex goes on, while nobody
    /// else acts.
    fn only_who_keeps_speaking<'c>(&self, anaphor: &Anaphor, fitting: Fitting<'c>) -> Fitting<'c> {
        const NEAR: usize = 2;
        let (syntax, at) = (self.syntax, anaphor.tokens.start);
        // Not "when he said", of whom the clause before tells.
        let opens = at.checked_sub(1).and_then(|t| syntax.tag(t, at)).is_none_or(|tag| tag == Tag::Punctuation);
        let speaks = anaphor.grammatical_role == GrammaticalRole::Speaker && opens && syntax.quotation(at) == 0;
        let Some(speaker) = self.discourse.speaker.filter(|_| speaks && anaphor.sex().is_some()) else {
            return fitting;
        };
        let is_pronoun = syntax.word(speaker.token).eq_ignore_ascii_case(syntax.word(at));
        let is_near = syntax.sentence(at) - syntax.sentence(speaker.token) <= NEAR
            && syntax.block(at) - syntax.block(speaker.token) <= 1;
        let goes_on = is_pronoun && is_near && self.discourse.is_last_subject(speaker.cluster);
        only(fitting, |cluster, _| goes_on && cluster == speaker.cluster)
    }

    /// "The charity said its convoy was marked. It said": the body that spoke in the sentence before.
    pub(super) fn body_that_speaks_on(&self, anaphor: &Anaphor) -> Option<usize> {
        let (syntax, at) = (self.syntax, anaphor.tokens.start);
        let speaks = anaphor.class == PronounClass::Thing && anaphor.grammatical_role == GrammaticalRole::Speaker;
        let speaker = self.discourse.speaker.filter(|_| speaks && syntax.quotation(at) == 0)?;
        let opens = syntax.sentence_tokens(at).start == at;
        let follows = opens && syntax.sentence(at) == syntax.sentence(speaker.token) + 1;
        let is_body = self.known[speaker.cluster].kind == EntityKind::Organisation;
        (follows && is_body && self.discourse.is_last_subject(speaker.cluster)).then_some(speaker.cluster)
    }

    /// "Lowe told the jury that he had followed Kim. “He had no reason,” she said": whoever spoke in the last sentence speaks on, not
    /// whom that sentence told of.
    fn without_those_told_of<'c>(&self, anaphor: &Anaphor, mut fitting: Fitting<'c>) -> Fitting<'c> {
        let (syntax, at) = (self.syntax, anaphor.tokens.start);
        let speaks = anaphor.grammatical_role == GrammaticalRole::Speaker
            && matches!(anaphor.class, PronounClass::Human(_))
            && syntax.quotation(at) == 0;
        let Some(spoke) = self.discourse.speaker.filter(|_| speaks) else { return fitting };
        let sentence = syntax.sentence(spoke.token);
        let goes_on = self.discourse.subjects[0] == Some((sentence, spoke.cluster))
            && fitting.iter().any(|&(cluster, c)| cluster == spoke.cluster && c.may_be(anaphor.sex()));
        let is_told_of = |c: &Candidate| {
            c.last.tokens.start > spoke.token
                && syntax.sentence(c.last.tokens.start) == sentence
                && !matches!(c.last.place, Place::Speaker)
        };
        if goes_on && syntax.sentence(at) > sentence {
            fitting.retain(|&(cluster, c)| cluster == spoke.cluster || !is_told_of(c));
        }
        fitting
    }

    /// Whoever is known to be what a description says, if anybody is, and not those of whom it would be news. But with somebody from
    /// the same country only in another paragraph, and a last subject who may be from there, it is neither.
    fn without_guesses<'c>(&self, anaphor: &Anaphor, mut fitting: Fitting<'c>) -> Fitting<'c> {
        let block = self.syntax.block(anaphor.tokens.start);
        let is_here = |c: &Candidate| c.in_block.0 == block;
        let may_be = |c: &Candidate| c.known.kind == EntityKind::Person && c.known.nations.is_empty() && is_here(c);
        let subject = self.discourse.subjects[0].and_then(|(_, cluster)| self.candidates[cluster].as_ref());
        let is_open = matches!(anaphor.mark, Some(Mark::Nation(_))) && subject.is_some_and(may_be);
        // Of a party there are several in most stories.
        let is_told_now = |&(cluster, c): &(usize, &Candidate)| self.is_told_now(anaphor, cluster, c);
        if matches!(anaphor.mark, Some(Mark::Party(_))) && fitting.iter().any(is_told_now) {
            fitting.retain(is_told_now);
        } else if anaphor.mark.is_some() && fitting.iter().any(|(_, c)| has_mark(self.syntax, anaphor, c)) {
            fitting.retain(|(_, c)| has_mark(self.syntax, anaphor, c) && (!is_open || is_here(c)));
        }
        fitting
    }

    /// "Councillor Ana Lowe disagreed. Councillor Kim Poe resigned. “It is late,” the councillor said": of several who are what the
    /// description says, the last subject.
    fn only_who_just_acted<'c>(&self, anaphor: &Anaphor, fitting: Fitting<'c>) -> Fitting<'c> {
        const NEAR: usize = 3;
        let told = fitting.iter().filter(|(_, c)| is_told(self.syntax, anaphor, c)).count();
        let subject = self.discourse.subjects[0].filter(|_| told > 1 && anaphor.mark.is_none());
        let at = anaphor.tokens.start;
        let is_near = |sentence: usize| self.syntax.sentence(at) - sentence <= NEAR;
        let subject = subject.filter(|&(sentence, cluster)| {
            let block = self.candidates[cluster].as_ref().map(|c| c.in_block.0);
            is_near(sentence) && block.is_some_and(|block| self.syntax.block(at) - block <= 1)
        });
        let is_meant = |cluster, c: &Candidate| {
            subject.is_some_and(|(_, subject)| cluster == subject) && is_told(self.syntax, anaphor, c)
        };
        only(fitting, is_meant)
    }

    /// "Nordbank will sell Orbis to Talvik, the company said": the subject of what it says; of several without one, none.
    fn only_who_acts<'c>(&self, anaphor: &Anaphor, fitting: Fitting<'c>) -> Fitting<'c> {
        let (syntax, at) = (self.syntax, anaphor.tokens.start);
        let is_body = anaphor.class == PronounClass::Described(EntityKind::Organisation);
        let speaks = anaphor.grammatical_role == GrammaticalRole::Speaker;
        if !is_body || !speaks {
            return fitting;
        }
        let sentence = syntax.sentence(at);
        let is_here = |c: &Candidate| syntax.sentence(c.last.tokens.start) == sentence;
        let here: Vec<_> = fitting.iter().filter(|(_, c)| is_here(c)).copied().collect();
        if here.len() < 2 {
            return fitting;
        }
        let (_, subject) = self.discourse.subjects[0].filter(|&(s, _)| s == sentence).unwrap_or((0, usize::MAX));
        let first = here.iter().min_by_key(|(_, c)| c.last.tokens.start);
        first.filter(|(cluster, _)| *cluster == subject).copied().into_iter().collect()
    }
}

/// "The Herald reported that Nordbank had bought Orbis. The company": of two in one sentence the subject of the last verb.
fn without_those_acted_on<'c>(syntax: &Syntax, anaphor: &Anaphor, mut fitting: Fitting<'c>) -> Fitting<'c> {
    if !anaphor.is_company(syntax) {
        return fitting;
    }
    let sentence = |c: &Candidate| syntax.sentence(c.last.tokens.start);
    let is_subject = |c: &Candidate| matches!(c.last.place, Place::Subject | Place::Speaker);
    let acting: Vec<_> =
        fitting.iter().filter(|(_, c)| is_subject(c)).map(|(_, c)| (sentence(c), c.last.tokens.start)).collect();
    let is_acted_on = |c: &Candidate| {
        c.last.place == Place::Object
            && acting.iter().any(|&(at, start)| at == sentence(c) && start < c.last.tokens.start)
    };
    fitting.retain(|(_, c)| !is_acted_on(c));
    fitting
}

/// Without those who stand behind a preposition where somebody else acts: "The ruling against Lowe was welcomed by Kim."
fn without_those_beside_agents<'c>(syntax: &Syntax, anaphor: &Anaphor, mut fitting: Fitting<'c>) -> Fitting<'c> {
    if anaphor.grammatical_role != GrammaticalRole::Speaker {
        return fitting;
    }
    let sentence = |candidate: &Candidate| syntax.sentence(candidate.last.tokens.start);
    let acts = |candidate: &Candidate| place::is_agent(syntax, &candidate.last.tokens);
    let acted: Vec<_> = fitting.iter().filter(|(_, c)| acts(c)).map(|(_, c)| sentence(c)).collect();
    let is_beside = |c: &Candidate| matches!(c.last.place, Place::Of | Place::Agent | Place::Oblique) && !acts(c);
    fitting.retain(|(_, candidate)| !is_beside(candidate) || !acted.contains(&sentence(candidate)));
    fitting
}

/// "The health minister" is not Aviation Minister Ana Lowe, and nobody else of whom the text does not say it.
fn without_other_offices<'c>(syntax: &Syntax, anaphor: &Anaphor, mut fitting: Fitting<'c>) -> Fitting<'c> {
    let form = |t: usize| syntax.reading.tokens.form(t).lower;
    let is_field = |t: usize| syntax.reading.tokens.tag(t).is_noun() && !is_rank(syntax.word(t));
    let is_person = anaphor.class == PronounClass::Described(EntityKind::Person) && anaphor.mark.is_none();
    if !is_person || !anaphor.modifiers.clone().any(is_field) {
        return fitting;
    }
    let head = form(anaphor.tokens.end - 1);
    let has_field = |role: &Range<usize>| role.clone().skip(1).any(|t| form(t) == head && is_field(t - 1));
    let is_other = |c: &Candidate| {
        let mut fields = anaphor.modifiers.clone().filter(|&t| is_field(t));
        c.known.roles.iter().any(has_field) && !fields.any(|t| c.known.words.contains(&form(t)))
    };
    let others = fitting.iter().filter(|(_, c)| is_other(c)).count();
    if others > 0 {
        fitting.retain(|(_, c)| !is_other(c) && fit(syntax, anaphor, c) > 1);
    }
    fitting
}

/// Words before an office that name no field.
fn is_rank(word: &str) -> bool {
    matches!(word, "vice" | "deputy" | "assistant" | "chief" | "minority" | "majority")
}

/// The one who is meant, if it is among those; else all of them.
fn only(fitting: Fitting, is_meant: impl Fn(usize, &Candidate) -> bool) -> Fitting {
    let meant: Vec<_> = fitting.iter().copied().filter(|&(cluster, c)| is_meant(cluster, c)).collect();
    if meant.is_empty() { fitting } else { meant }
}
