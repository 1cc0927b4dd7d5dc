//! Whom a pronoun or a description may refer to.

use super::{
    Choices,
    anaphors::{Anaphor, Case, Mark, PronounClass},
    evidence::{self, Candidate, Pair},
    features, nations,
    no_antecedent::{NoAntecedent, is_unnamed, unnamed},
    place::{self, Place},
    ruled_out::{Pairing, is_ruled_out},
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
        let fitting = self.recent.iter().rev().filter_map(|&d| Some((d, self.candidates[d].as_ref()?)));
        let mut answers = false;
        // No plural stands before it in its sentence.
        let is_of_one = anaphor.class == PronounClass::Plural && !matches!(unnamed(self.syntax, anaphor), 1 | 2);
        let fitting: Vec<_> = fitting
            .filter(|(cluster, candidate)| {
                within(candidate)
                    && fits(anaphor, candidate)
                    && self.agrees(anaphor, candidate)
                    && (has_mark(self.syntax, anaphor, candidate) || self.is_told_now(anaphor, *cluster, candidate))
            })
            .filter(|(cluster, candidate)| {
                let is_heard_from = self.is_heard_from(anaphor, candidate);
                answers |=
                    is_heard_from || is_of_one && candidate.known.is_they && self.discourse.is_last_subject(*cluster);
                let is_speaker = speaker == Some(*cluster);
                let is_named_behind = self.is_named_behind(*cluster, anaphor, next);
                let is_told_of = told_of.contains(cluster);
                let pairing =
                    Pairing { syntax: self.syntax, anaphor, candidate, is_speaker, is_named_behind, is_told_of };
                !is_heard_from && !is_ruled_out(&pairing)
            })
            .take(MAX_RIVALS)
            .collect();
        let speaks = anaphor.grammatical_role == GrammaticalRole::Speaker;
        let fitting = if speaks { without_those_beside_agents(self.syntax, fitting) } else { fitting };
        let fitting = self.only_who_goes_on(anaphor, self.without_guesses(anaphor, fitting));
        let fitting = self.only_who_keeps_speaking(anaphor, fitting);
        let fitting = self.only_who_acts(anaphor, self.without_those_told_of(anaphor, fitting));
        let fitting =
            if is_company(self.syntax, anaphor) { without_those_acted_on(self.syntax, fitting) } else { fitting };
        // What two people have tells neither; and "A deckhand said it leaked. “Nobody listened,” she said" is the deckhand.
        let is_unnamed =
            || speaks && (self.follows_unnamed_speaker(anaphor, next, &fitting) || self.follows_new_subject(anaphor));
        let tells_nobody = anaphor.mark.is_some() && fitting.len() > 1 || is_unnamed();
        let fitting = if tells_nobody { Vec::new() } else { fitting };
        let spoke = |fitting: &[(usize, &Candidate)]| fitting.iter().any(|(c, _)| self.discourse.spoke_last(*c));
        let spoke_before = spoke(&fitting);
        let fitting =
            without_other_sex(fitting, called(anaphor), |fitting| is_person_near(self.syntax, anaphor, fitting));
        let overruled = spoke_before && !spoke(&fitting) && speaks;
        let fits = |candidate: &Candidate| evidence::fit(self.syntax, anaphor, candidate);
        let fit = fitting.iter().map(|(_, candidate)| fits(candidate)).max().unwrap_or(0);
        let rivals_called =
            fitting.iter().filter(|(_, c)| c.called.mostly().is_some() && c.called.mostly() == called(anaphor)).count();
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
        let new = ahead.as_ref().filter(|(cluster, c)| {
            self.candidates[*cluster].is_none()
                && called(anaphor).is_none_or(|sex| !c.is_told_other(sex) && !c.is_listed_other(sex))
        });
        let fitting: Vec<_> = fitting.into_iter().chain(new.map(|(cluster, c)| (*cluster, c))).collect();
        let mut features = Vec::with_capacity(1 + fitting.len());
        features.push(features::of_no_antecedent(&none));
        for (rank, &(cluster, candidate)) in fitting.iter().enumerate() {
            features.push(features::of_pair(&Pair {
                syntax: self.syntax,
                anaphor,
                candidate,
                cluster,
                discourse: &self.discourse,
                rivals_called,
                rank,
                fit: fits(candidate),
                continues: last.is_some_and(|last| last.cluster == Some(cluster)),
                last: last_reference(last, cluster, here),
                leads: usize::from(candidate.count == most) + usize::from(candidate.count == most && most > 1),
                ahead: known_ahead == Some(cluster),
                speaks: speaker == Some(cluster),
            }));
        }
        Choices {
            form,
            clusters: fitting.into_iter().map(|(cluster, _)| cluster).collect(),
            features,
            overruled,
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

    /// "Lowe said Kim had left, but she insisted", "Lowe said Kim had made what she called a mistake": whoever speaks in the
    /// sentence before, if it may be meant.
    fn only_who_goes_on<'c>(
        &self,
        anaphor: &Anaphor,
        fitting: Vec<(usize, &'c Candidate)>,
    ) -> Vec<(usize, &'c Candidate)> {
        let (syntax, at) = (self.syntax, anaphor.tokens.start);
        let goes_on = at > 0
            && anaphor.grammatical_role == GrammaticalRole::Speaker
            && matches!(syntax.word(at - 1), "but" | "though" | "although" | "what")
            && syntax.quotation(at) == 0;
        // "Lowe said he", but "Her colleague Lowe said she"
        let is_owned = || syntax.reading.tokens.tag(syntax.sentence_tokens(at).start) == Tag::Possessive;
        let is_told = at > 1 && syntax.has(at - 1 - usize::from(syntax.word(at - 1) == "that"), Class::Saying);
        let is_subject = anaphor.case == Case::Subject && called(anaphor).is_some() && syntax.quotation(at) == 0;
        let goes_on = goes_on || is_told && is_subject && !is_owned();
        let first = self.discourse.subjects[0].filter(|&(sentence, _)| goes_on && sentence == syntax.sentence(at));
        let Some((sentence, speaker)) = first else { return fitting };
        let spoke = |c: &Candidate| {
            c.last.grammatical_role == GrammaticalRole::Speaker && syntax.sentence(c.last.tokens.start) == sentence
        };
        let agrees = |c: &Candidate| called(anaphor).is_none_or(|sex| !c.is_told_other(sex) && !c.is_listed_other(sex));
        let is_meant = |&(cluster, c): &(usize, &Candidate)| cluster == speaker && spoke(c) && agrees(c);
        if fitting.iter().any(is_meant) { fitting.into_iter().filter(is_meant).collect() } else { fitting }
    }

    /// "Ana Lowe opened the door. “Come in,” said the 56-year-old": whom the sentence before is about, and after whom nobody is
    /// named, may be described by what the text has not told of her yet.
    fn is_told_now(&self, anaphor: &Anaphor, cluster: usize, candidate: &Candidate) -> bool {
        const NEAR: usize = 4;
        let at = anaphor.tokens.start;
        let known = &candidate.known;
        let is_news = match anaphor.mark {
            Some(Mark::Age(_)) => known.age.is_none(),
            Some(Mark::Nation(_)) => known.nations.is_empty(),
            Some(Mark::Parent | Mark::Party(_)) => true,
            Some(Mark::Named) | None => false,
        };
        let people = self.recent.iter().rev().filter(|&&c| self.known[c].kind == EntityKind::Person);
        let last = people.filter_map(|&c| Some((c, self.candidates[c].as_ref()?.last.tokens.start)));
        let mut last = last.map(|(c, token)| (c, self.syntax.sentence(token)));
        let mut is_last_person = || match (last.next(), last.next()) {
            (Some((first, here)), second) => first == cluster && second.is_none_or(|(_, before)| before < here),
            _ => false,
        };
        let is_subject = || {
            let (sentence, subject) = self.discourse.subjects[0].unwrap_or((0, usize::MAX));
            subject == cluster && self.syntax.sentence(at) - sentence <= NEAR
        };
        let is_of_other_sex = |sex| candidate.is_told_other(sex) || candidate.is_listed_other(sex);
        let acts = matches!(anaphor.grammatical_role, GrammaticalRole::Speaker | GrammaticalRole::Subject);
        let mut between = candidate.last.tokens.end..at;
        is_news
            && acts
            && is_subject()
            && is_last_person()
            && !between.any(|t| is_unnamed(self.syntax, t, anaphor.class))
            && !described_sex(self.syntax, anaphor).is_some_and(is_of_other_sex)
            && self.syntax.block(at) - candidate.in_block.0 <= 1
    }

    /// "Lowe told the jury that he had followed Kim. “He had no reason,” she said": whoever spoke in the last sentence speaks on, not
    /// whom that sentence told of.
    fn without_those_told_of<'c>(
        &self,
        anaphor: &Anaphor,
        mut fitting: Vec<(usize, &'c Candidate)>,
    ) -> Vec<(usize, &'c Candidate)> {
        let (syntax, at) = (self.syntax, anaphor.tokens.start);
        let speaks = anaphor.grammatical_role == GrammaticalRole::Speaker
            && matches!(anaphor.class, PronounClass::Human(_))
            && syntax.quotation(at) == 0;
        let Some(spoke) = self.discourse.speaker.filter(|_| speaks) else { return fitting };
        let sentence = syntax.sentence(spoke.token);
        let agrees = |c: &Candidate| called(anaphor).is_none_or(|sex| !c.is_told_other(sex) && !c.is_listed_other(sex));
        let goes_on = self.discourse.subjects[0] == Some((sentence, spoke.cluster))
            && fitting.iter().any(|&(cluster, c)| cluster == spoke.cluster && agrees(c));
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
    fn without_guesses<'c>(
        &self,
        anaphor: &Anaphor,
        mut fitting: Vec<(usize, &'c Candidate)>,
    ) -> Vec<(usize, &'c Candidate)> {
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

    /// "Nordbank will sell Orbis to Talvik, the company said": the subject of what it says; of several without one, none.
    fn only_who_acts<'c>(
        &self,
        anaphor: &Anaphor,
        fitting: Vec<(usize, &'c Candidate)>,
    ) -> Vec<(usize, &'c Candidate)> {
        let (syntax, at) = (self.syntax, anaphor.tokens.start);
        let is_body = anaphor.class == PronounClass::Described(EntityKind::Organisation);
        let speaks = anaphor.grammatical_role == GrammaticalRole::Speaker;
        let sentence = syntax.sentence(at);
        let is_here = |c: &Candidate| syntax.sentence(c.last.tokens.start) == sentence;
        let here: Vec<_> = fitting.iter().filter(|(_, c)| is_here(c)).copied().collect();
        if !is_body || !speaks || here.len() < 2 {
            return fitting;
        }
        let (_, subject) = self.discourse.subjects[0].filter(|&(s, _)| s == sentence).unwrap_or((0, usize::MAX));
        let first = here.iter().min_by_key(|(_, c)| c.last.tokens.start);
        first.filter(|(cluster, _)| *cluster == subject).copied().into_iter().collect()
    }

    /// "She said the roof leaked. “Nobody came,” she said.": whoever spoke last as a pronoun of the same sex goes on, while nobody
    /// else acts.
    fn only_who_keeps_speaking<'c>(
        &self,
        anaphor: &Anaphor,
        fitting: Vec<(usize, &'c Candidate)>,
    ) -> Vec<(usize, &'c Candidate)> {
        const NEAR: usize = 2;
        let (syntax, at) = (self.syntax, anaphor.tokens.start);
        // Not "when he said", of whom the clause before tells.
        let opens = at.checked_sub(1).and_then(|t| syntax.tag(t, at)).is_none_or(|tag| tag == Tag::Punctuation);
        let speaks = anaphor.grammatical_role == GrammaticalRole::Speaker && opens && syntax.quotation(at) == 0;
        let Some(speaker) = self.discourse.speaker.filter(|_| speaks && called(anaphor).is_some()) else {
            return fitting;
        };
        let is_pronoun = syntax.word(speaker.token).eq_ignore_ascii_case(syntax.word(at));
        let is_near = syntax.sentence(at) - syntax.sentence(speaker.token) <= NEAR
            && syntax.block(at) - syntax.block(speaker.token) <= 1;
        let goes_on = is_pronoun && is_near && self.discourse.is_last_subject(speaker.cluster);
        let is_meant = |&(cluster, _): &(usize, &Candidate)| cluster == speaker.cluster;
        if goes_on && fitting.iter().any(is_meant) { fitting.into_iter().filter(is_meant).collect() } else { fitting }
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
    is_company(syntax, anaphor) && (sorts.has(Class::NewsOutlet) || sorts.has(Class::PublicNoun))
}

/// "the company", "the firm"
fn is_company(syntax: &Syntax, anaphor: &Anaphor) -> bool {
    anaphor.class == PronounClass::Described(EntityKind::Organisation)
        && syntax.has(anaphor.tokens.end - 1, Class::CompanyNoun)
}

/// "The Herald reported that Nordbank had bought Orbis. The company": of two in one sentence the subject of the last verb.
fn without_those_acted_on<'c>(
    syntax: &Syntax,
    mut fitting: Vec<(usize, &'c Candidate)>,
) -> Vec<(usize, &'c Candidate)> {
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

/// Without those who stand behind a preposition where somebody else acts: "The ruling against Lowe was welcomed by Kim."
fn without_those_beside_agents<'c>(
    syntax: &Syntax,
    mut fitting: Vec<(usize, &'c Candidate)>,
) -> Vec<(usize, &'c Candidate)> {
    let sentence = |candidate: &Candidate| syntax.sentence(candidate.last.tokens.start);
    let acts = |candidate: &Candidate| place::is_agent(syntax, &candidate.last.tokens);
    let acted: Vec<_> = fitting.iter().filter(|(_, c)| acts(c)).map(|(_, c)| sentence(c)).collect();
    let is_beside = |c: &Candidate| matches!(c.last.place, Place::Of | Place::Agent | Place::Oblique) && !acts(c);
    fitting.retain(|(_, candidate)| !is_beside(candidate) || !acted.contains(&sentence(candidate)));
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

/// The sex that a pronoun tells.
fn called(anaphor: &Anaphor) -> Option<Gender> {
    if let PronounClass::Human(gender) = anaphor.class { Some(gender) } else { None }
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

/// Whether somebody is known to have what a description tells people apart by, if it does.
fn has_mark(syntax: &Syntax, anaphor: &Anaphor, candidate: &Candidate) -> bool {
    let is_known = |t: usize| candidate.known.words.contains(&syntax.reading.tokens.form(t).lower);
    match anaphor.mark {
        None => true,
        Some(Mark::Age(age)) => candidate.known.age == Some(age),
        Some(Mark::Nation(people) | Mark::Party(people)) => {
            candidate.known.nations.iter().any(|&told| told == people || told == nations::ANY)
        }
        Some(Mark::Parent) => is_known(anaphor.tokens.start + 1),
        Some(Mark::Named) => anaphor.modifiers.clone().any(is_known),
    }
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
