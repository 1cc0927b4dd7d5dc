//! Whom a pronoun or a description cannot stand for, whatever else speaks for it.

use super::{
    anaphors::{Anaphor, Case, PronounClass},
    evidence::{Candidate, fit},
    posts::Post,
};
use crate::{
    entities::syntax::{GrammaticalRole, Syntax},
    model::Class,
    report::{EntityKind, Form},
    tokens::Tag,
};

/// A pronoun or description and an entity for which it may stand.
pub(super) struct Pairing<'a> {
    pub(super) syntax: &'a Syntax<'a>,
    pub(super) anaphor: &'a Anaphor,
    pub(super) candidate: &'a Candidate,
    /// Whether the pronoun stands in words of the entity's own.
    pub(super) is_speaker: bool,
    /// Whether the entity is named further on in the sentence.
    pub(super) is_named_behind: bool,
    /// Whether the words that the pronoun speaks name the entity.
    pub(super) is_told_of: bool,
    /// Where what a description describes was last brought up as something new.
    pub(super) new: Option<usize>,
    /// Whether the story told of somebody of whom it says that before.
    pub(super) is_introduced: bool,
}

/// Each says of a pair that it cannot be.
const RULES: &[fn(&Pairing) -> bool] = &[
    is_owned,
    is_told_by_itself,
    acts_on_it,
    speaks_of_itself,
    is_of_somebody_unnamed,
    is_beside_somebody_unnamed,
    speaks_of_the_name,
    holds_another_post,
    follows_a_new_one,
    is_of_somebody_introduced,
    is_of_the_court,
    speaks_of_itself_by_name,
    describes_another,
    stands_in_opener,
];

pub(super) fn is_ruled_out(pair: &Pairing) -> bool {
    RULES.iter().any(|rules_out| rules_out(pair))
}

/// "Kim Poe, her brother,", "Kim Poe (her brother)": somebody else's.
fn is_owned(pair: &Pairing) -> bool {
    let end = pair.candidate.last.tokens.end;
    pair.anaphor.case == Case::Possessive
        && end + 1 == pair.anaphor.tokens.start
        && matches!(pair.syntax.word(end), "," | "(" | "-" | "--" | "–" | "—")
}

/// "Kim Poe is her brother", "Kim Poe, who is also her brother,": somebody else's.
fn is_told_by_itself(pair: &Pairing) -> bool {
    let mut between = pair.candidate.last.tokens.end..pair.anaphor.tokens.start;
    if pair.anaphor.case != Case::Possessive || between.is_empty() {
        return false;
    }
    if pair.syntax.word(between.start) == "," {
        between.start += 1 + usize::from(pair.syntax.word_at(between.start + 1) == "who");
    }
    let is_copula = |t: usize| pair.syntax.has(t, Class::Be) || matches!(pair.syntax.word(t), "became" | "becomes");
    let mut words = between.filter(|&t| pair.syntax.reading.tokens.tag(t) != Tag::Adverb);
    words.next().is_some_and(is_copula) && words.next().is_none()
}

/// "Lowe defended him", "Lowe is not related to him": somebody else, or it would be "himself".
fn acts_on_it(pair: &Pairing) -> bool {
    const LONGEST: usize = 8;
    let (from, to) = (pair.candidate.last.tokens.end, pair.anaphor.tokens.start);
    if pair.anaphor.case != Case::Object || from >= to || to - from > LONGEST {
        return false;
    }
    let tag = |t: usize| pair.syntax.tag(t, to);
    let part = |t: usize| {
        tag(t).is_some_and(|tag| tag.is_verb() || matches!(tag, Tag::Modal | Tag::Adverb | Tag::To | Tag::Adjective))
            || matches!(pair.syntax.word(t), "to" | "against" | "by" | "at" | "it")
    };
    let acts = |t: usize| tag(t).is_some_and(Tag::is_verb);
    // "Lowe KC put it to her"
    let letters = usize::from(tag(from) == Some(Tag::ProperNoun));
    (from + letters..to).all(part) && (from..to).any(acts)
}

/// "“He asked me twice,” Lowe said": he is not Lowe, who says "I".
fn speaks_of_itself(pair: &Pairing) -> bool {
    let tokens = &pair.syntax.reading.tokens;
    let at = pair.anaphor.tokens.start;
    let is_whole = |index: usize| {
        let quotation = &tokens.quotations.list[index];
        quotation.parent.is_none() && tokens.form(quotation.inner.start).shape.is_capitalised()
    };
    pair.is_speaker
        && matches!(pair.anaphor.class, PronounClass::Human(_))
        && tokens.quotations.innermost_at(at).is_some_and(is_whole)
}

/// "“I like Kim,” he said": he is not Kim, who says "I".
fn speaks_of_itself_by_name(pair: &Pairing) -> bool {
    pair.is_told_of
}

/// "Lowe met a driver who had lost his bus": the driver's; "a man in his forties".
fn is_of_somebody_unnamed(pair: &Pairing) -> bool {
    const LONGEST: usize = 10;
    let (syntax, at) = (pair.syntax, pair.anaphor.tokens.start);
    if !matches!(pair.anaphor.class, PronounClass::Human(_)) || pair.anaphor.case == Case::Object {
        return false;
    }
    let floor = syntax.sentence_tokens(at).start.max(at.saturating_sub(LONGEST));
    let is_noun = |t: usize| {
        matches!(syntax.reading.tokens.tag(t), Tag::Noun | Tag::ProperNoun | Tag::Pronoun | Tag::Punctuation)
    };
    let nearest = (floor..at).rev().find(|&t| syntax.word(t) == "who" || is_noun(t));
    let Some(who) = nearest.filter(|&t| syntax.word(t) == "who") else { return false };
    let Some(head) = who.checked_sub(1).map(|t| if syntax.word(t) == "," { t.saturating_sub(1) } else { t }) else {
        return false;
    };
    let is_person = [Class::PersonNoun, Class::Male, Class::Female].iter().any(|&class| syntax.has(head, class));
    let is_unnamed = is_person && syntax.reading.tokens.tag(head) == Tag::Noun;
    let last = &pair.candidate.last.tokens;
    // "Lowe, a driver who had lost his bus"
    let is_role = last.end <= head && (last.end..head).all(|t| syntax.tag(t, head).is_some_and(|tag| !tag.is_verb()));
    is_unnamed && !last.contains(&head) && !is_role
}

/// "The top aide to Lowe left when he said", "One of the pupils of Lowe came. She said": not Lowe, but whose phrase the name closes.
fn is_beside_somebody_unnamed(pair: &Pairing) -> bool {
    let (syntax, name, at) = (pair.syntax, pair.candidate.last.tokens.start, pair.anaphor.tokens.start);
    let Some(other_sex) = pair.anaphor.class.other_sex() else { return false };
    let acts = matches!(pair.anaphor.grammatical_role, GrammaticalRole::Speaker | GrammaticalRole::Subject);
    let is_near = name < at && syntax.sentence(at) - syntax.sentence(name) <= 1;
    let link =
        syntax.before_phrase(name).filter(|&t| acts && is_near && syntax.reading.tokens.tag(t) == Tag::Preposition);
    let Some(head) = link.and_then(|link| link.checked_sub(1)) else { return false };
    let first = syntax.sentence_tokens(name).start;
    // The lists hold nouns for a person in the singular: "One of the pupils".
    let is_one_of = syntax.word(first).eq_ignore_ascii_case("one") && syntax.word(head).ends_with('s');
    let is_person = [Class::PersonNoun, Class::Male, Class::Female].iter().any(|&class| syntax.has(head, class));
    let is_unnamed = !syntax.has(head, other_sex) && syntax.reading.tokens.tag(head) == Tag::Noun;
    let is_part = |t: usize| {
        let tag = syntax.reading.tokens.tag(t);
        matches!(tag, Tag::Determiner | Tag::Adjective | Tag::Noun | Tag::Number | Tag::Possessive)
            || syntax.word(t) == "of"
    };
    is_unnamed && (is_one_of || is_person) && head > first && (first..head).all(is_part)
}

/// "The company said Orbis had copied it": not Orbis. But "When she said no, Lowe left" may be Lowe.
fn speaks_of_the_name(pair: &Pairing) -> bool {
    let at = pair.anaphor.tokens.start;
    let before = at.checked_sub(1).and_then(|before| pair.syntax.tag(before, at));
    let is_subordinate = matches!(before, Some(Tag::Subordinator | Tag::Preposition | Tag::Wh));
    pair.is_named_behind && pair.anaphor.grammatical_role == GrammaticalRole::Speaker && !is_subordinate
}

/// "the manager" is not the striker, "the judge" not the lawyer.
fn holds_another_post(pair: &Pairing) -> bool {
    let posts = &pair.candidate.known.posts;
    if posts.is_empty() || !matches!(pair.anaphor.class, PronounClass::Described(_)) {
        return false;
    }
    let Some(post) = pair.anaphor.post else { return false };
    posts.iter().any(|&other| post.excludes(other)) && !posts.iter().any(|&other| post.may_be(other))
}

/// "Orbis rival Nordvolt lost money. The company": not Orbis, which only tells what Nordvolt is.
fn describes_another(pair: &Pairing) -> bool {
    const TELLING: [&str; 6] = ["rival", "competitor", "supplier", "owner", "parent", "partner"];
    let end = pair.candidate.last.tokens.end;
    matches!(pair.anaphor.class, PronounClass::Described(_))
        && pair.syntax.tag(end + 1, end - 1) == Some(Tag::ProperNoun)
        && TELLING.contains(&pair.syntax.word(end))
}

/// "according to a senior officer. The officer": not an officer who was named before.
fn follows_a_new_one(pair: &Pairing) -> bool {
    let after = pair.candidate.last.tokens.end;
    // "Lowe, a senior officer, said it was over. The officer"
    let is_apposed =
        |t: usize| !(after.max(farthest(pair.anaphor))..t).any(|t| pair.syntax.reading.tokens.tag(t).is_verb());
    pair.new.is_some_and(|new| new >= after && !is_apposed(new))
}

/// The last "a senior officer" before "the officer".
pub(super) fn last_new(syntax: &Syntax, anaphor: &Anaphor) -> Option<usize> {
    const LONGEST: usize = 3;
    let PronounClass::Described(_) = anaphor.class else { return None };
    let is_new = |t: usize| {
        let mut before = (t.saturating_sub(LONGEST)..t).rev().take_while(|&t| !syntax.reading.tokens.tag(t).is_verb());
        before.any(|t| matches!(syntax.word(t), "a" | "an" | "another" | "A" | "An" | "Another"))
    };
    let same = syntax.same_word_in(farthest(anaphor)..anaphor.tokens.start, anaphor.tokens.end - 1);
    same.rev().find(|&t| is_new(t))
}

/// How far before a description it is looked for what brought it up.
fn farthest(anaphor: &Anaphor) -> usize {
    const FARTHEST: usize = 60;
    anaphor.tokens.start.saturating_sub(FARTHEST)
}

/// "the nurse", where the story told of a nurse before who is nobody of whom it says that.
fn is_of_somebody_introduced(pair: &Pairing) -> bool {
    pair.is_introduced && is_untold(pair)
}

/// Whether the story told of "a nurse" before "the nurse"; the first sentences may tell of anybody.
pub(super) fn is_introduced(syntax: &Syntax, anaphor: &Anaphor) -> bool {
    const FARTHEST: usize = 600;
    const FIRST_SENTENCES: usize = 3;
    let at = anaphor.tokens.start;
    if !is_plain(anaphor) {
        return false;
    }
    let is_new = |t: usize| t > 0 && matches!(syntax.word(t - 1), "a" | "an" | "another" | "A" | "An" | "Another");
    let is_adjective = |t: usize| t > 0 && syntax.reading.tokens.tag(t - 1) == Tag::Adjective;
    let mut same = syntax.same_word_in(at.saturating_sub(FARTHEST)..at, anaphor.tokens.end - 1);
    same.any(|t| syntax.sentence(t) >= FIRST_SENTENCES && (is_new(t) || is_adjective(t) && is_new(t - 1)))
}

/// "the judge", "the officer": not somebody of whom the text does not say it.
fn is_of_the_court(pair: &Pairing) -> bool {
    pair.anaphor.post.is_some_and(Post::is_of_law) && is_untold(pair)
}

/// Whether a description without more says of a person what the text does not say.
fn is_untold(pair: &Pairing) -> bool {
    is_plain(pair.anaphor) && fit(pair.syntax, pair.anaphor, pair.candidate) == 0
}

/// Whether a description is of a person and tells people apart by nothing but its noun and what stands before that.
fn is_plain(anaphor: &Anaphor) -> bool {
    anaphor.class == PronounClass::Described(EntityKind::Person) && anaphor.mark.is_none()
}

/// "Addressing the press alongside Lowe, he said", "Leaving Lowe's house, she": not Lowe, since the opening clause has the pronoun
/// for its subject.
fn stands_in_opener(pair: &Pairing) -> bool {
    let (syntax, at, last) = (pair.syntax, pair.anaphor.tokens.start, &pair.candidate.last);
    let sentence = syntax.sentence_tokens(at);
    let acts = matches!(pair.anaphor.grammatical_role, GrammaticalRole::Speaker | GrammaticalRole::Subject);
    let opens = matches!(syntax.reading.tokens.tag(sentence.start), Tag::VerbGerund | Tag::VerbParticiple);
    matches!(pair.anaphor.class, PronounClass::Human(_))
        && acts
        && opens
        && last.form == Form::Name
        && (sentence.start..at).contains(&last.tokens.start)
        && syntax.word(at - 1) == ","
}
