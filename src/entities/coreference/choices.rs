//! Whom a pronoun or a description may refer to.

use super::{
    Choices,
    anaphors::{Anaphor, Mark, PronounClass},
    evidence::{self, Candidate, Pair},
    features::Features,
    marks::has_mark,
    no_antecedent::{NoAntecedent, unnamed},
    ruled_out::{Pairing, is_introduced, is_ruled_out, last_new},
    story::{MAX_RIVALS, Reference, Story},
    unnamed::is_person_near,
};
use crate::{
    entities::syntax::{GrammaticalRole, Syntax},
    model::{Class, Gender},
    report::{EntityKind, Form},
    tokens::Tag,
};
use std::ops::Range;

/// How many sentences back a pronoun may reach.
const REACH: usize = 8;
/// The same for a description.
const FAR_REACH: usize = 30;

impl Story<'_> {
    /// The clusters within reach that a pronoun may refer to.
    pub(super) fn choices(&self, anaphor: &Anaphor, next: usize) -> Choices {
        let here = self.syntax.sentence(anaphor.tokens.start);
        let form = form(anaphor.class);
        let reach = if form == Form::Pronoun { REACH } else { FAR_REACH };
        let within = |candidate: &Candidate| here - self.syntax.sentence(candidate.last.tokens.start) <= reach;
        let speaker = self.quotation_speaker(anaphor, next);
        let told_of = self.named_in_own_words(anaphor);
        let new = last_new(self.syntax, anaphor);
        let is_introduced = is_introduced(self.syntax, anaphor);
        let named_now = if anaphor.mark == Some(Mark::Named) { self.described_now(anaphor, &[]) } else { None };
        let fitting = self.recent.iter().rev().filter_map(|&d| Some((d, self.candidates[d].as_ref()?)));
        let mut answers = false;
        // No plural stands before it in its sentence.
        let is_of_one = anaphor.class == PronounClass::Plural && !matches!(unnamed(self.syntax, anaphor), 1 | 2);
        let fitting: Vec<_> = fitting
            .filter(|(cluster, candidate)| {
                fits(anaphor, candidate)
                    && within(candidate)
                    && self.agrees(anaphor, candidate)
                    && (has_mark(self.syntax, anaphor, candidate)
                        || self.is_told_now(anaphor, *cluster, candidate)
                        || named_now == Some(*cluster))
            })
            .filter(|(cluster, candidate)| {
                let is_heard_from = self.is_heard_from(anaphor, candidate);
                answers |=
                    is_heard_from || is_of_one && candidate.known.is_they && self.discourse.is_last_subject(*cluster);
                let is_speaker = speaker == Some(*cluster);
                let is_named_behind = self.is_named_behind(*cluster, anaphor, next);
                let is_told_of = told_of.contains(cluster);
                let syntax = self.syntax;
                let pairing =
                    Pairing { syntax, anaphor, candidate, is_speaker, is_named_behind, is_told_of, new, is_introduced };
                !is_heard_from && !is_ruled_out(&pairing)
            })
            .take(MAX_RIVALS)
            .collect();
        let speaks = anaphor.grammatical_role == GrammaticalRole::Speaker;
        let fitting = self.narrowed(anaphor, fitting);
        let speaks_on = self.body_that_speaks_on(anaphor).or_else(|| self.described_now(anaphor, &fitting));
        let only = fitting.iter().find(|(cluster, _)| speaks_on == Some(*cluster)).copied();
        answers |= only.is_some();
        let fitting = only.map_or(fitting, |only| vec![only]);
        // What two people have tells neither; and "A deckhand said it leaked. “Nobody listened,” she said" is the deckhand.
        let is_unnamed =
            || speaks && (self.follows_unnamed_speaker(anaphor, next, &fitting) || self.follows_new_subject(anaphor));
        let tells_nobody = anaphor.mark.is_some() && fitting.len() > 1 || is_unnamed();
        let fitting = if tells_nobody { Vec::new() } else { fitting };
        let spoke = |fitting: &[(usize, &Candidate)]| fitting.iter().any(|(c, _)| self.discourse.spoke_last(*c));
        let spoke_before = spoke(&fitting);
        let mut fitting =
            without_other_sex(fitting, anaphor.sex(), |fitting| is_person_near(self.syntax, anaphor, fitting));
        let overruled = spoke_before && !spoke(&fitting) && speaks;
        let fits = |candidate: &Candidate| evidence::fit(self.syntax, anaphor, candidate);
        let fit = fitting.iter().map(|(_, candidate)| fits(candidate)).max().unwrap_or(0);
        let rivals_called =
            fitting.iter().filter(|(_, c)| c.called.mostly().is_some() && c.called.mostly() == anaphor.sex()).count();
        let last = self.last[anaphor.class.of_sex()];
        let none = NoAntecedent {
            syntax: self.syntax,
            anaphor,
            rivals: fitting.len(),
            fit,
            last: last_none(last, here),
            unnamed: unnamed(self.syntax, anaphor),
        };
        let most = fitting.iter().map(|(_, c)| c.count).max().unwrap_or(0);
        let ahead = self.ahead(anaphor, next);
        let known_ahead = ahead.as_ref().map(|(cluster, _)| *cluster);
        let new = ahead.as_ref().filter(|(cluster, c)| self.candidates[*cluster].is_none() && c.may_be(anaphor.sex()));
        fitting.extend(new.map(|(cluster, c)| (*cluster, c)));
        let mut features = Features::of_none(&none, fitting.len());
        for (rank, &(cluster, candidate)) in fitting.iter().enumerate() {
            let (syntax, discourse, speaks) = (self.syntax, &self.discourse, speaker == Some(cluster));
            features.add(&Pair {
                syntax,
                anaphor,
                candidate,
                cluster,
                discourse,
                rivals_called,
                rank,
                fit: fits(candidate),
                continues: last.is_some_and(|last| last.cluster == Some(cluster)),
                last: last_reference(last, cluster, here),
                leads: usize::from(candidate.count == most) + usize::from(candidate.count == most && most > 1),
                ahead: known_ahead == Some(cluster),
                speaks,
                sentences_back: evidence::sentences_back(syntax, anaphor, candidate),
                quotation: evidence::quotation(syntax, anaphor, candidate, speaks),
                opens_sentence: evidence::opens_sentence(syntax, candidate),
                sentence_subject: evidence::sentence_subject(syntax, anaphor, discourse, cluster),
                in_block: evidence::in_block(syntax, anaphor, candidate),
            });
        }
        Choices {
            form,
            clusters: fitting.into_iter().map(|(cluster, _)| cluster).collect(),
            features,
            overruled,
            told: only.is_some(),
            answers,
        }
    }

    /// Whether a description may be of a body with this name: no company is a ministry or an authority, no party a regulator, and a ministry
    /// is called one; a newspaper is an outlet, and an outlet that reports is none of what a story is about.
    fn agrees(&self, anaphor: &Anaphor, candidate: &Candidate) -> bool {
        if !matches!(anaphor.class, PronounClass::Described(EntityKind::Organisation)) {
            return true;
        }
        let tokens = &self.syntax.reading.tokens;
        let head = tokens.form(anaphor.tokens.end - 1);
        let is_called_so = candidate.known.words.contains(&head.lower);
        let is_public = candidate.known.classes.has(Class::PublicNoun);
        let is_company =
            candidate.known.classes.has(Class::CompanySuffix) || candidate.known.classes.has(Class::CompanyNoun);
        let reports = anaphor.tokens.clone().any(|token| tokens.classes(token).has(Class::NewsOutlet));
        let differs = head.classes.has(Class::PublicNoun) && (is_public || is_company)
            || head.classes.has(Class::CompanyNoun) && (is_public || candidate.known.classes.has(Class::Institution))
            || head.classes.has(Class::Institution)
            || candidate.known.classes.has(Class::NewsOutlet) != reports;
        is_called_so || !differs
    }

    /// Whether an entity is named behind a pronoun or description in its sentence.
    fn is_named_behind(&self, cluster: usize, anaphor: &Anaphor, next: usize) -> bool {
        const NEAR: usize = 8;
        let end = self.syntax.sentence_tokens(anaphor.tokens.start).end;
        let behind = self.steps[next..].iter().take(NEAR).take_while(|step| step.mention.tokens.start < end);
        behind.into_iter().any(|step| step.cluster == cluster)
    }

    /// Whether somebody hears or asks in the sentence of a pronoun and so is not its speaker: "In an interview with
    /// Lowe, she said".
    fn is_heard_from(&self, anaphor: &Anaphor, candidate: &Candidate) -> bool {
        let (last, at) = (&candidate.last.tokens, anaphor.tokens.start);
        last.start < at && self.syntax.sentence(last.start) == self.syntax.sentence(at) && is_hearer(self.syntax, last)
    }
}

/// "According to Kapital, a weekly, it failed. The company": no company, as the text says; and who else is meant is not clear.
pub(super) fn is_said_to_be_other(syntax: &Syntax, anaphor: &Anaphor, candidate: &Candidate) -> bool {
    let sorts = candidate.known.sorts;
    anaphor.is_company(syntax) && (sorts.has(Class::NewsOutlet) || sorts.has(Class::PublicNoun))
}

/// Whether a mention follows "interview with", "asked by" or the like, over its titles.
fn is_hearer(syntax: &Syntax, mention: &Range<usize>) -> bool {
    const FARTHEST: usize = 12;
    let near = mention.start.saturating_sub(FARTHEST)..mention.start;
    let links = |token: usize| matches!(syntax.word(token), "with" | "to" | "by");
    // "Asked by the judge why he lied": he does not ask.
    let is_clause = |tag: Tag| tag.is_finite() || matches!(tag, Tag::Wh | Tag::Subordinator);
    let inside = |&t: &usize| syntax.tag(t, mention.start).is_some_and(|tag| !is_clause(tag));
    let link = near.rev().take_while(inside).find(|&t| links(t));
    link.and_then(|link| link.checked_sub(1)).is_some_and(|before| syntax.has(before, Class::Interview))
}

/// Those of whom the text does not tell the other sex; and, if there are any or somebody without a name may be meant, of whom
/// their first names do not either.
fn without_other_sex<'c>(
    mut fitting: Vec<(usize, &'c Candidate)>,
    wanted: Option<Gender>,
    is_unnamed: impl Fn(&[(usize, &'c Candidate)]) -> bool,
) -> Vec<(usize, &'c Candidate)> {
    let Some(wanted) = wanted else { return fitting };
    fitting.retain(|(_, candidate)| !candidate.is_told_other(wanted));
    // "Kim Poe sent messages to his mother, Lale. “I prayed,” she said"
    if fitting.iter().any(|(_, candidate)| candidate.known.gender.told == Some(wanted)) {
        fitting.retain(|(_, candidate)| !candidate.is_called_other(wanted));
    }
    if fitting.iter().any(|(_, candidate)| !candidate.is_listed_other(wanted)) || is_unnamed(&fitting) {
        fitting.retain(|(_, candidate)| !candidate.is_listed_other(wanted));
    }
    fitting
}

/// Whether the last pronoun of its sex referred to nothing named, in this sentence or one before.
fn last_none(last: Option<Reference>, here: usize) -> usize {
    last.filter(|last| last.cluster.is_none()).map_or(0, |last| 3 - (here - last.sentence).min(2))
}

/// What the last pronoun of its sex says of a candidate: there was none; it referred to this one in this sentence, the
/// last one or one before; to another one likewise; to nothing named.
fn last_reference(last: Option<Reference>, cluster: usize, here: usize) -> usize {
    let Some(Reference { cluster: referent, sentence }) = last else { return 0 };
    let back = (here - sentence).min(2);
    match referent {
        Some(referent) => 1 + back + if referent == cluster { 0 } else { 3 },
        None => 7,
    }
}

fn form(class: PronounClass) -> Form {
    if matches!(class, PronounClass::Described(_)) { Form::Description } else { Form::Pronoun }
}

/// Whether a pronoun of this class may stand for such a thing at all.
fn fits(anaphor: &Anaphor, candidate: &Candidate) -> bool {
    match anaphor.class {
        PronounClass::Human(_) => candidate.known.kind == EntityKind::Person,
        PronounClass::Thing => !matches!(candidate.known.kind, EntityKind::Person | EntityKind::Group),
        PronounClass::Plural => candidate.known.kind != EntityKind::Person || candidate.known.is_they,
        PronounClass::Described(kind) => candidate.known.kind == kind,
    }
}
