//! The story as far as it is read: who was mentioned, where and as what.

use super::{
    anaphors::{Anaphor, Case, Mark, PronounClass},
    evidence::{Called, Candidate, Discourse, Occurrence, Spoke},
    known::Known,
    place, questions,
};
use crate::{
    entities::{
        is_of_story,
        merge::Cluster,
        names::{MentionId, NameTable},
        roles::Roles,
        syntax::{GrammaticalRole, Syntax},
    },
    mentions::Mention,
    model::Class,
    report::{EntityKind, Form},
    sort,
};
use std::{ops::Range, rc::Rc};

/// How many entities are compared at most.
pub(super) const MAX_RIVALS: usize = 12;

/// A mention of a cluster in the order of the text.
pub(super) struct Step<'a> {
    pub(super) mention: &'a Mention,
    pub(super) id: MentionId,
    pub(super) cluster: usize,
    /// The people or party whose members the name is a word for; or initials that may be those of an office.
    pub(super) people: Option<Mark>,
}

/// What is known when a pronoun is read.
pub(super) struct Story<'a> {
    pub(super) syntax: &'a Syntax<'a>,
    pub(super) steps: Vec<Step<'a>>,
    pub(super) candidates: Vec<Option<Candidate>>,
    /// What is known of every cluster before the text is read.
    pub(super) known: Vec<Rc<Known>>,
    /// Clusters in the order of their last mention, the latest last; only those within reach.
    pub(super) recent: Vec<usize>,
    /// What the last pronoun of each class, and of each sex, referred to, and its sentence.
    pub(super) last: [Option<Reference>; PronounClass::COUNT + 1],
    pub(super) discourse: Discourse,
    /// The last quotation behind which a pronoun speaks, and for whom that stands.
    pub(super) spoken_by: Option<(usize, Option<usize>)>,
    /// How many people were mentioned so far.
    order: usize,
}

/// What a pronoun referred to, if anything, and in which sentence it stood.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference {
    pub(super) cluster: Option<usize>,
    pub(super) sentence: usize,
}

impl<'a> Story<'a> {
    pub(super) fn new(
        syntax: &'a Syntax<'a>,
        mentions: &'a [Mention],
        names: &NameTable,
        roles: &Roles,
        clusters: &[Cluster],
    ) -> Story<'a> {
        let mut steps: Vec<_> = clusters
            .iter()
            .enumerate()
            .flat_map(|(cluster, d)| {
                d.mentions.iter().map(move |m| {
                    let known = names.of(m.mention).and_then(|name| names[name].known);
                    let is_member = || syntax.has(mentions[m.mention.index()].tokens.start, Class::PersonNoun);
                    let people = match known {
                        Some(known) if known.adjective => Some(Mark::Nation(known.number)),
                        Some(known) => is_member().then_some(Mark::Party(known.number)),
                        None => may_be_office(syntax, &mentions[m.mention.index()], d).then_some(Mark::Initials),
                    };
                    Step { mention: &mentions[m.mention.index()], id: m.mention, cluster, people }
                })
            })
            .filter(|step| step.mention.kind.is_named() && is_taken_up(syntax, step.mention))
            .collect();
        sort::by_key(&mut steps, |step| sort::span(step.mention.span));
        let known: Vec<_> = clusters.iter().map(|d| Rc::new(Known::of(syntax, mentions, names, roles, d))).collect();
        let people = known.iter().filter(|k| k.kind == EntityKind::Person);
        let most_named = people.map(|k| k.named).max().unwrap_or(0);
        Story {
            syntax,
            steps,
            candidates: vec![None; clusters.len()],
            known,
            recent: Vec::new(),
            last: [None; PronounClass::COUNT + 1],
            discourse: Discourse { most_named, ..Discourse::default() },
            spoken_by: None,
            order: 0,
        }
    }

    /// Records a mention of a cluster.
    pub(super) fn note(&mut self, cluster: usize, tokens: Range<usize>, form: Form) {
        let token = tokens.start;
        let (sentence, block) = (self.syntax.sentence(token), self.syntax.block(token));
        let last = self.occurrence(tokens, form);
        let speaks =
            |spoke: Spoke| spoke.cluster != cluster && self.discourse.subjects[0] == Some((sentence, spoke.cluster));
        let is_reported = self.discourse.speaker.is_some_and(speaks);
        let is_subject = matches!(last.grammatical_role, GrammaticalRole::Subject | GrammaticalRole::Speaker);
        if is_subject {
            self.discourse.local_subject = Some((sentence, cluster));
        }
        if is_subject && questions::asks(self.syntax, last.tokens.end) {
            self.discourse.asker = Some(cluster);
        } else if questions::asked_by(self.syntax, &last.tokens).is_some() {
            self.discourse.asked = Some((token, cluster));
        }
        if is_subject && self.syntax.quotation(token) == 0 {
            self.discourse.note_subject(cluster, sentence, block);
            if last.grammatical_role == GrammaticalRole::Speaker {
                self.discourse.speaker = Some(Spoke { cluster, token });
            }
        }
        match &mut self.candidates[cluster] {
            Some(candidate) => {
                (candidate.count, candidate.last) = (candidate.count + 1, last);
                let (last_block, count) = candidate.in_block;
                candidate.in_block = (block, if last_block == block { count + 1 } else { 1 });
                candidate.only_reported &= is_reported || form != Form::Name;
            }
            none => {
                let known = &self.known[cluster];
                *none = Some(Candidate { only_reported: is_reported, ..candidate(known, last, block, self.order) });
                self.order += usize::from(known.kind == EntityKind::Person);
            }
        }
        self.recent.retain(|&d| d != cluster);
        self.recent.push(cluster);
        if self.recent.len() > 2 * MAX_RIVALS {
            self.recent.remove(0);
        }
    }

    fn occurrence(&self, tokens: Range<usize>, form: Form) -> Occurrence {
        let grammatical_role = self.syntax.grammatical_role(&tokens);
        Occurrence { grammatical_role, place: place::of(self.syntax, &tokens, grammatical_role), tokens, form }
    }

    /// Records what a pronoun or description refers to.
    pub(super) fn note_reference(&mut self, anaphor: &Anaphor, cluster: Option<usize>) {
        let sentence = self.syntax.sentence(anaphor.tokens.start);
        self.last[anaphor.class.of_sex()] = Some(Reference { cluster, sentence });
    }

    /// For a pronoun that stands before its name: "In her speech, Lowe said". The next person who is the subject of the
    /// sentence behind a comma.
    pub(super) fn ahead(&self, anaphor: &Anaphor, next: usize) -> Option<(usize, Candidate)> {
        const NEAR: usize = 3;
        let at = anaphor.tokens.start;
        let is_human = matches!(anaphor.class, PronounClass::Human(_)) && self.syntax.quotation(at) == 0;
        let near = self.steps[next..].iter().take(if is_human { NEAR } else { 0 });
        let here = self.syntax.sentence_tokens(at);
        let step = near
            .take_while(|step| here.contains(&step.mention.tokens.start))
            .find(|step| self.known[step.cluster].kind == EntityKind::Person)?;
        let tokens = step.mention.tokens.clone();
        // "Her co-author, Kim Poe," says who Kim is: another one than she.
        let is_owner = anaphor.case == Case::Possessive && here.start == at;
        // "She said her mother, Kim Poe, had left": somebody else. "She had left, Lowe said" is Lowe.
        let is_apposed = anaphor.case == Case::Subject && here.start == at && self.syntax.word_at(tokens.end) == ",";
        let comma = self.syntax.before_phrase(tokens.start).is_some_and(|t| t > at && self.syntax.word(t) == ",");
        let last = self.occurrence(tokens, Form::Name);
        let is_subject = matches!(last.grammatical_role, GrammaticalRole::Subject | GrammaticalRole::Speaker);
        let block = self.syntax.block(at);
        (comma && !is_owner && !is_apposed && is_subject && self.syntax.quotation(last.tokens.start) == 0)
            .then(|| (step.cluster, candidate(&self.known[step.cluster], last, block, self.order)))
    }
}

/// A cluster when it is mentioned first.
fn candidate(known: &Rc<Known>, last: Occurrence, block: usize, order: usize) -> Candidate {
    Candidate {
        known: known.clone(),
        called: Called::default(),
        count: 1,
        in_block: (block, 1),
        order,
        only_reported: false,
        last,
    }
}

/// "the DPP said": whether capitals that the text explains nowhere may stand for an office.
fn may_be_office(syntax: &Syntax, mention: &Mention, cluster: &Cluster) -> bool {
    const LONGEST: usize = 5;
    let first = mention.tokens.start;
    mention.kind == EntityKind::Organisation
        && mention.tokens.len() == 1
        && cluster.names.len() == 1
        && syntax.word(first).len() <= LONGEST
        && syntax.reading.tokens.form(first).shape.is_all_caps()
        && first > 0
        && syntax.is_the(first - 1)
}

/// Whether a name may be taken up in the story: those of authors, photographers and editors are not, nor those of datelines.
fn is_taken_up(syntax: &Syntax, mention: &Mention) -> bool {
    let token = mention.tokens.start;
    is_of_story(syntax, token) && !syntax.is_lead(token)
}
