//! What is known of a pronoun and an entity that it may refer to.

use super::{
    anaphors::{Anaphor, Mark, PronounClass},
    known::Known,
    no_antecedent::opens,
    place::Place,
};
use crate::{
    entities::{
        merge::Genders,
        syntax::{GrammaticalRole, Syntax},
    },
    model::{Class, Gender},
    report::{EntityKind, Form},
    tokens::Tag,
};
use std::{cmp::Ordering, ops::Range, rc::Rc};

/// What is known of an entity when a pronoun is read.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// What the whole text tells of it.
    pub(super) known: Rc<Known>,
    /// As the pronouns that refer to it tell.
    pub(super) called: Called,
    /// Its mentions so far.
    pub(super) count: usize,
    /// The paragraph of its last mention, and its mentions there.
    pub(super) in_block: (usize, usize),
    /// How many entities were mentioned before it.
    pub(super) order: usize,
    /// Whether it was only named in what somebody else is reported to have said.
    pub(super) only_reported: bool,
    /// Its last mention.
    pub(super) last: Occurrence,
}

/// How often "he" and "she" referred to somebody.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Called {
    he: usize,
    she: usize,
}

impl Called {
    pub(super) fn count(&mut self, gender: Gender) {
        match gender {
            Gender::Male => self.he += 1,
            Gender::Female => self.she += 1,
        }
    }

    /// The sex of most of the pronouns.
    pub(super) fn mostly(self) -> Option<Gender> {
        match self.he.cmp(&self.she) {
            Ordering::Greater => Some(Gender::Male),
            Ordering::Less => Some(Gender::Female),
            Ordering::Equal => None,
        }
    }

    /// Whether several pronouns tell one sex and none the other.
    fn surely(self) -> Option<Gender> {
        const ENOUGH: usize = 2;
        self.mostly().filter(|_| self.he.min(self.she) == 0 && self.he.max(self.she) >= ENOUGH)
    }
}

impl Candidate {
    /// Whether the text tells that it is of the other sex.
    pub(super) fn is_told_other(&self, wanted: Gender) -> bool {
        self.known.gender.told.or(self.called.surely()).is_some_and(|told| told != wanted)
    }

    /// Whether neither the text nor the first name speaks against a sex.
    pub(super) fn may_be(&self, sex: Option<Gender>) -> bool {
        sex.is_none_or(|sex| !self.is_told_other(sex) && !self.is_listed_other(sex))
    }

    /// Whether most pronouns so far tell that it is of the other sex.
    pub(super) fn is_called_other(&self, wanted: Gender) -> bool {
        self.called.mostly().is_some_and(|sex| sex != wanted)
    }

    /// Whether most people of the first name are of the other sex, and nothing in the text overrules that.
    pub(super) fn is_listed_other(&self, wanted: Gender) -> bool {
        let Genders { told, listed } = self.known.gender;
        let by_text = told.or(self.called.mostly());
        by_text.is_none_or(|gender| gender != wanted) && listed.is_some_and(|listed| listed != wanted)
    }
}

/// A mention as coreference sees it.
#[derive(Clone, Debug)]
pub(super) struct Occurrence {
    pub(super) tokens: Range<usize>,
    pub(super) form: Form,
    pub(super) grammatical_role: GrammaticalRole,
    pub(super) place: Place,
}

/// What the text was about just before a pronoun; numbers are of clusters.
#[derive(Clone, Debug, Default)]
pub(super) struct Discourse {
    /// The last speaker outside quotations.
    pub(super) speaker: Option<Spoke>,
    /// The first subjects of the last two sentences that have one, the later first, with their sentences.
    pub(super) subjects: [Option<(usize, usize)>; 2],
    /// The first subject of a paragraph, with the paragraph.
    pub(super) block_subject: Option<(usize, usize)>,
    /// The last subject, in quotations or not, with its sentence.
    pub(super) local_subject: Option<(usize, usize)>,
    /// Whom somebody was said to ask last, with the first token of the mention.
    pub(super) asked: Option<(usize, usize)>,
    /// Who was said to ask last.
    pub(super) asker: Option<usize>,
    /// How often the most named person is named.
    pub(super) most_named: usize,
}

/// A mention that speaks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spoke {
    pub(super) cluster: usize,
    pub(super) token: usize,
}

impl Discourse {
    /// Whether an entity spoke last.
    pub(super) fn spoke_last(&self, cluster: usize) -> bool {
        self.speaker.is_some_and(|speaker| speaker.cluster == cluster)
    }

    /// Whether an entity is the last subject outside quotations.
    pub(super) fn is_last_subject(&self, cluster: usize) -> bool {
        self.subjects[0].is_some_and(|(_, subject)| subject == cluster)
    }

    /// Records a subject outside quotations.
    pub(super) fn note_subject(&mut self, cluster: usize, sentence: usize, block: usize) {
        if self.subjects[0].is_none_or(|(last, _)| last != sentence) {
            self.subjects = [Some((sentence, cluster)), self.subjects[0]];
        }
        if self.block_subject.is_none_or(|(last, _)| last != block) {
            self.block_subject = Some((block, cluster));
        }
    }
}

/// A pronoun and an entity that it may refer to.
pub(super) struct Pair<'a> {
    pub(super) syntax: &'a Syntax<'a>,
    pub(super) anaphor: &'a Anaphor,
    pub(super) candidate: &'a Candidate,
    /// The number of the candidate.
    pub(super) cluster: usize,
    pub(super) discourse: &'a Discourse,
    /// How many fitting entities were mentioned after it.
    pub(super) rank: usize,
    /// Whether the last pronoun of this class referred to it.
    pub(super) continues: bool,
    /// What the last pronoun referred to, and how far back.
    pub(super) last: usize,
    /// Whether no candidate was mentioned more often so far.
    pub(super) leads: usize,
    /// Whether it is the subject of the sentence and named behind the pronoun.
    pub(super) ahead: bool,
    /// How well a description fits its roles and names.
    pub(super) fit: usize,
    /// Whether it is the speaker of the quotation in which the pronoun stands.
    pub(super) speaks: bool,
    /// How many candidates were called so before.
    pub(super) rivals_called: usize,
    /// See [`sentences_back`], [`quotation`], [`opens_sentence`], [`sentence_subject`] and [`in_block`].
    pub(super) sentences_back: usize,
    pub(super) quotation: usize,
    pub(super) opens_sentence: bool,
    pub(super) sentence_subject: usize,
    pub(super) in_block: usize,
}

/// 0 to 5 or more; 6 for a name that follows the pronoun.
pub(super) fn sentences_back(syntax: &Syntax, anaphor: &Anaphor, candidate: &Candidate) -> usize {
    let (last, here) = (candidate.last.tokens.start, anaphor.tokens.start);
    if last > here { 6 } else { (syntax.sentence(here) - syntax.sentence(last)).min(5) }
}

pub(super) fn blocks_back(pair: &Pair) -> usize {
    let block = |tokens: &Range<usize>| pair.syntax.block(tokens.start);
    block(&pair.anaphor.tokens).saturating_sub(block(&pair.candidate.last.tokens))
}

/// In steps of about 4, 8, 16, 32 words.
pub(super) fn tokens_back(pair: &Pair) -> usize {
    let distance = pair.anaphor.tokens.start.saturating_sub(pair.candidate.last.tokens.end);
    [3, 7, 15, 31, 63].iter().filter(|&&step| distance > step).count()
}

pub(super) fn form(form: Form) -> usize {
    match form {
        Form::Name | Form::Short => 0,
        Form::Pronoun => 1,
        Form::Description => 2,
    }
}

/// Nothing against it, told by the text, called so before, the other sex. A first name that is listed for the sex counts as
/// little as one that is not listed: it must not matter of which names the list knows most.
pub(super) fn gender(pair: &Pair) -> usize {
    let PronounClass::Human(wanted) = pair.anaphor.class else { return 0 };
    let known = |gender: Option<Gender>, same: usize| gender.map(|gender| if gender == wanted { same } else { 3 });
    let Genders { told, listed } = pair.candidate.known.gender;
    known(told, 1).or_else(|| known(pair.candidate.called.mostly(), 2)).or_else(|| known(listed, 0)).unwrap_or(0)
}

/// How well the words of a description fit what is known of an entity: not, a modifier only, its head, both.
pub(super) fn fit(syntax: &Syntax, anaphor: &Anaphor, candidate: &Candidate) -> usize {
    if !matches!(anaphor.class, PronounClass::Described(_)) {
        return 0;
    }
    if matches!(
        anaphor.mark,
        Some(Mark::Age(_) | Mark::Nation(_) | Mark::Party(_) | Mark::Initials | Mark::Seat | Mark::Parent)
    ) {
        return 3;
    }
    let last = anaphor.tokens.end - 1;
    let known = |token: usize| candidate.known.words.contains(&syntax.reading.tokens.form(token).lower);
    let is_post = || anaphor.post.is_some_and(|post| candidate.known.posts.iter().any(|&told| told.may_be(post)));
    match (known(last) || is_post(), anaphor.modifiers.clone().any(known)) {
        (true, true) => 3,
        (true, false) => 2,
        (false, true) => 1,
        (false, false) => 0,
    }
}

/// Whether the text says of a person that they are what a description says, and not only in part: "the chief minister" is no
/// other minister.
pub(super) fn is_told(syntax: &Syntax, anaphor: &Anaphor, candidate: &Candidate) -> bool {
    let known = |t: usize| candidate.known.words.contains(&syntax.reading.tokens.form(t).lower);
    let is_noun = |t: &usize| syntax.reading.tokens.tag(*t).is_noun();
    anaphor.class == PronounClass::Described(EntityKind::Person)
        && fit(syntax, anaphor, candidate) > 1
        && anaphor.modifiers.clone().filter(is_noun).all(known)
}

/// For "the company", "the bank", "the airline": whether the name says that it is a company, or something else, or neither.
pub(super) fn company(pair: &Pair) -> usize {
    let is_company = pair.syntax.has(pair.anaphor.tokens.end - 1, Class::CompanyNoun);
    let says = |class: Class| usize::from(pair.candidate.known.classes.has(class));
    match says(Class::CompanySuffix) + says(Class::CompanyNoun) {
        _ if !is_company => 0,
        0 => 1 + says(Class::OrgNoun),
        _ => 3,
    }
}

/// Whether a description that is said of one sex only fits a person.
pub(super) fn described_gender(pair: &Pair) -> usize {
    let head = pair.anaphor.tokens.end - 1;
    let wanted = match (pair.syntax.has(head, Class::Male), pair.syntax.has(head, Class::Female)) {
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        _ => return 0,
    };
    match pair.candidate.called.mostly().or(pair.candidate.known.gender.likeliest()) {
        Some(gender) => {
            if gender == wanted {
                1
            } else {
                2
            }
        }
        None => 3,
    }
}

/// Which of the two stand in a quotation, and whether in the same one.
pub(super) fn quotation(syntax: &Syntax, anaphor: &Anaphor, candidate: &Candidate, speaks: bool) -> usize {
    let of = |tokens: &Range<usize>| syntax.quotation(tokens.start);
    match (of(&candidate.last.tokens), of(&anaphor.tokens)) {
        (0, 0) => 0,
        (0, _) => 1 + usize::from(speaks),
        (_, 0) => 3,
        (a, b) if a == b => 4,
        _ => 5 + usize::from(speaks),
    }
}

/// Whether the last mention is the first of its sentence.
pub(super) fn opens_sentence(syntax: &Syntax, candidate: &Candidate) -> bool {
    const LEADING: usize = 6;
    let start = candidate.last.tokens.start;
    start - syntax.sentence_tokens(start).start < LEADING
}

/// "X and Y"
pub(super) fn is_coordinated(pair: &Pair) -> bool {
    let tokens = &pair.candidate.last.tokens;
    let tag = |at: usize| pair.syntax.tag(at, tokens.start);
    tag(tokens.end) == Some(Tag::Conjunction) || tokens.start > 0 && tag(tokens.start - 1) == Some(Tag::Conjunction)
}

/// For a mention in the same sentence: its part, and whether a verb of saying or a new clause lies between.
pub(super) fn same_clause(pair: &Pair) -> usize {
    let (from, to) = (pair.candidate.last.tokens.end, pair.anaphor.tokens.start);
    if from > to || pair.syntax.sentence(from.saturating_sub(1)) != pair.syntax.sentence(to) {
        return 0;
    }
    let subject = matches!(pair.candidate.last.grammatical_role, GrammaticalRole::Subject | GrammaticalRole::Speaker);
    let saying = (from..to).any(|t| pair.syntax.has(t, Class::Saying));
    let clause = (from..to).any(|t| is_clause_start(pair.syntax, t));
    match (subject, saying, clause) {
        (true, true, _) => 1,
        (true, false, true) => 2,
        (true, false, false) => 3,
        (false, _, true) => 4,
        (false, _, false) => 5,
    }
}

/// Whether the candidate is the last speaker, in the same paragraph or not; and whether the pronoun is to speak, and whether it
/// opens its sentence.
pub(super) fn speaks_on(pair: &Pair) -> usize {
    let is_speaker = pair.discourse.spoke_last(pair.cluster);
    let speaker = usize::from(is_speaker) + usize::from(is_speaker && pair.in_block > 0);
    let speaks = usize::from(pair.anaphor.grammatical_role == GrammaticalRole::Speaker);
    (speaker * 2 + speaks) * 2 + usize::from(opens(pair.syntax, pair.anaphor))
}

/// Whether the candidate is the first subject of the sentence, of the one before, or of both.
pub(super) fn sentence_subject(syntax: &Syntax, anaphor: &Anaphor, discourse: &Discourse, cluster: usize) -> usize {
    let here = syntax.sentence(anaphor.tokens.start);
    let is_of = |sentence: usize| discourse.subjects.iter().flatten().any(|&s| s == (sentence, cluster));
    usize::from(is_of(here)) * 2 + usize::from(here > 0 && is_of(here - 1))
}

/// Whether the last subject before the pronoun in its sentence is the candidate, or another is.
pub(super) fn local_subject(pair: &Pair) -> usize {
    let here = pair.syntax.sentence(pair.anaphor.tokens.start);
    let subject = pair.discourse.local_subject.filter(|&(sentence, _)| sentence == here);
    subject.map_or(0, |(_, cluster)| if cluster == pair.cluster { 1 } else { 2 })
}

/// How many sentences back the candidate was the first subject of the last sentence that has one; 5 if another was.
pub(super) fn last_subject(pair: &Pair) -> usize {
    match pair.discourse.subjects[0] {
        Some((sentence, cluster)) if cluster == pair.cluster => {
            1 + (pair.syntax.sentence(pair.anaphor.tokens.start) - sentence).min(3)
        }
        Some(_) => 5,
        None => 0,
    }
}

/// Whether a verb follows the pronoun.
pub(super) fn precedes_verb(pair: &Pair) -> bool {
    let at = pair.anaphor.tokens.start;
    pair.syntax.tag(at + 1, at).is_some_and(Tag::is_verb)
}

/// How many words that open a clause and how many verbs stand between the candidate and the pronoun, as far as is counted.
pub(super) fn between(pair: &Pair) -> (usize, usize) {
    const FARTHEST: usize = 60;
    const MOST: usize = 4;
    let (mut clauses, mut verbs) = (0, 0);
    for token in (pair.candidate.last.tokens.end..pair.anaphor.tokens.start).take(FARTHEST) {
        clauses += usize::from(clauses < MOST && is_clause_start(pair.syntax, token));
        verbs += usize::from(pair.syntax.reading.tokens.tag(token).is_verb());
        if clauses == MOST && verbs >= MOST {
            break;
        }
    }
    (clauses, verbs.min(MOST))
}

/// Whether the candidate is the first subject of the paragraph, or another is.
pub(super) fn block_subject(pair: &Pair) -> usize {
    let here = pair.syntax.block(pair.anaphor.tokens.start);
    let subject = match pair.discourse.block_subject {
        Some((block, cluster)) if block == here => 1 + usize::from(cluster == pair.cluster),
        Some((_, cluster)) if cluster == pair.cluster => 3,
        _ => 0,
    };
    subject * 2 + usize::from(opens(pair.syntax, pair.anaphor))
}

/// Whether the candidate stands in the paragraph of the pronoun, and if not, whether that paragraph names anybody; whether
/// the candidate was named, not only referred to, last.
pub(super) fn last_named(pair: &Pair) -> usize {
    let here = pair.in_block > 0;
    usize::from(here) * 2 + usize::from(pair.candidate.last.form == Form::Name)
}

/// How often the candidate is mentioned in the paragraph of the pronoun.
pub(super) fn in_block(syntax: &Syntax, anaphor: &Anaphor, candidate: &Candidate) -> usize {
    let (block, count) = candidate.in_block;
    if block == syntax.block(anaphor.tokens.start) { count } else { 0 }
}

/// Whether the candidate is named as often as anybody, or at least half as often.
pub(super) fn prominence(pair: &Pair) -> usize {
    let (named, most) = (pair.candidate.known.named, pair.discourse.most_named);
    usize::from(named * 2 >= most) + usize::from(named >= most)
}

/// Whether the last mention stands in a relative or subordinate clause, as far as the words before it tell.
pub(super) fn is_embedded(pair: &Pair) -> bool {
    const NEAR: usize = 8;
    let start = pair.candidate.last.tokens.start;
    let floor = pair.syntax.sentence_tokens(start).start.max(start.saturating_sub(NEAR));
    let before = (floor..start).rev().find(|&t| is_clause_start(pair.syntax, t));
    before.is_some_and(|t| matches!(pair.syntax.reading.tokens.tag(t), Tag::Subordinator | Tag::Wh))
}

/// How many of the rivals the text or a list holds to be of the sex, as far as this candidate is not.
pub(super) fn gender_rivals(pair: &Pair) -> usize {
    if gender(pair) == 0 { pair.rivals_called.min(3) } else { 0 }
}

pub(super) fn is_clause_start(syntax: &Syntax, token: usize) -> bool {
    matches!(syntax.reading.tokens.tag(token), Tag::Subordinator | Tag::Conjunction | Tag::Wh)
        || syntax.word(token) == ","
}
