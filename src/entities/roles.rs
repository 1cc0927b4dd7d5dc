//! What the text says that somebody or something is.

use super::scene::Scene;
use crate::{
    mentions::Mention,
    model::{Class, Gender},
    report::EntityKind,
    tokens::Tag,
};
use std::ops::Range;

/// A description that stands beside a name.
#[derive(Clone, Debug)]
pub(super) struct Role {
    pub(super) tokens: Range<usize>,
    pub(super) pattern: Pattern,
}

/// How a role is told, the fullest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pattern {
    /// "Ana Lowe, the head of the union," or "the head of the union, Ana Lowe,"
    Apposition,
    /// "Ana Lowe, who leads the union,"
    Clause,
    /// "Ana Lowe is the head of the union"
    Copula,
    /// "union leader Ana Lowe"
    Title,
}

/// Roles are at most so many words long.
const LONGEST: usize = 20;

/// The role that stands beside a mention.
pub(super) fn beside(scene: &Scene, mention: &Mention) -> Option<Role> {
    let tokens = &mention.tokens;
    if !matches!(mention.kind, EntityKind::Person | EntityKind::Organisation) {
        return None;
    }
    let found = apposition_after(scene, tokens, mention.kind)
        .map(|tokens| (tokens, Pattern::Apposition))
        .or_else(|| apposition_before(scene, tokens, mention.kind).map(|tokens| (tokens, Pattern::Apposition)))
        .or_else(|| relative_clause(scene, tokens).map(|tokens| (tokens, Pattern::Clause)))
        .or_else(|| copula(scene, tokens, mention.kind).map(|tokens| (tokens, Pattern::Copula)))
        .or_else(|| title(scene, tokens, mention.kind).map(|tokens| (tokens, Pattern::Title)));
    found.map(|(tokens, pattern)| Role { tokens, pattern })
}

/// The sex that the head of a person's role tells: "a mother of two", "union spokeswoman".
pub(super) fn gender(scene: &Scene, role: &Role) -> Option<Gender> {
    let told = |t: usize| match (scene.has(t, Class::Male), scene.has(t, Class::Female)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    };
    let says = |t: usize| told(t).is_some() || is_role_noun(scene, t, EntityKind::Person);
    let ends = |t: usize| scene.tag(t + 1, t).is_none_or(|tag| !tag.is_noun() && tag != Tag::PossessiveMark);
    let head = role.tokens.clone().find(|&t| says(t) && (t + 1 == role.tokens.end || ends(t)));
    head.filter(|_| !matches!(role.pattern, Pattern::Clause)).and_then(told)
}

/// How old the text says that somebody is: "Ana Lowe, 56,".
pub(super) fn age(scene: &Scene, mention: &Mention) -> Option<u8> {
    let (comma, number) = (mention.tokens.end, mention.tokens.end + 1);
    let stands = is_word(scene, comma, &mention.tokens, ",") && matches!(scene.word_at(number + 1), "," | "." | ")");
    scene.word_at(number).parse().ok().filter(|_| stands && mention.kind == EntityKind::Person)
}

/// The fullest role that stands beside any of the mentions, the earliest of equals.
pub(super) fn best<'m>(scene: &Scene, mentions: impl Iterator<Item = &'m Mention>) -> Option<Role> {
    mentions.filter_map(|mention| beside(scene, mention)).min_by_key(|role| role.pattern)
}

/// "Ana Lowe, the head of the union,"
fn apposition_after(scene: &Scene, name: &Range<usize>, kind: EntityKind) -> Option<Range<usize>> {
    let mut start = name.end + 1;
    if !is_word(scene, name.end, name, ",") {
        return None;
    }
    // An age may stand between: "Ana Lowe, 61, a tailor".
    if scene.tag(start, name.start) == Some(Tag::Number) && is_word(scene, start + 1, name, ",") {
        start += 2;
    }
    let end = end_of_aside(scene, start, name.start);
    let opens = matches!(
        scene.tag(start, name.start)?,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Noun | Tag::ProperNoun | Tag::Adverb
    ) && !is_relative(scene, start);
    let head = head(scene, start..end, kind)?;
    // Nothing but modifiers may stand before the head: otherwise it is the next item of a list.
    let plain = (start..head).all(|t| !is_verb_like(scene, t) && scene.word(t) != "and");
    let closed = end > start && (scene.tag(end, name.start).is_none() || !is_word(scene, end, name, "and"));
    (opens && plain && closed).then(|| without_article(scene, start..end))
}

/// "the head of the union, Ana Lowe,"
fn apposition_before(scene: &Scene, name: &Range<usize>, kind: EntityKind) -> Option<Range<usize>> {
    let comma = name.start.checked_sub(1).filter(|&t| is_word(scene, t, name, ","))?;
    let floor = scene.sentence_tokens(name.start).start.max(comma.saturating_sub(LONGEST));
    let mut within = (floor..comma).rev().take_while(|&t| !is_verb_like(scene, t) && !is_stop(scene, t));
    let opens = |t: usize| {
        matches!(scene.tag(t, name.start), Some(Tag::Determiner | Tag::Possessive | Tag::PossessiveMark))
            && !is_relative(scene, t)
    };
    let start = within.find(|&t| opens(t) && head(scene, t..comma, kind).is_some())?;
    let start =
        if scene.tag(start, name.start) == Some(Tag::PossessiveMark) { owner(scene, start, floor) } else { start };
    let closed =
        scene.tag(name.end, name.start).is_none_or(|_| is_stop(scene, name.end) || is_verb_like(scene, name.end));
    closed.then(|| without_article(scene, start..comma))
}

/// Where the owner before a possessive mark begins: "The Gozo Channel" of "The Gozo Channel's chief executive".
fn owner(scene: &Scene, mark: usize, floor: usize) -> usize {
    let part = |t: &usize| {
        matches!(scene.reading.tokens.tag(*t), Tag::ProperNoun | Tag::Noun | Tag::Adjective | Tag::Determiner)
    };
    (floor..mark).rev().take_while(part).last().unwrap_or(mark)
}

/// "Ana Lowe, who leads the union,"
fn relative_clause(scene: &Scene, name: &Range<usize>) -> Option<Range<usize>> {
    let (who, verb) = (name.end + 1, name.end + 2);
    let told = is_word(scene, name.end, name, ",")
        && is_word(scene, who, name, "who")
        && scene.tag(verb, name.start).is_some();
    if !told || !is_leading(scene.word(verb)) {
        return None;
    }
    let end = end_of_aside(scene, verb, name.start);
    (end > verb + 1).then_some(verb..end)
}

/// Verbs that say what somebody is.
fn is_leading(word: &str) -> bool {
    const VERBS: &[&str] = &[
        "leads",
        "led",
        "heads",
        "headed",
        "runs",
        "ran",
        "chairs",
        "chaired",
        "owns",
        "owned",
        "founded",
        "directs",
        "directed",
        "commands",
        "commanded",
        "represents",
        "represented",
        "teaches",
        "manages",
        "managed",
        "oversees",
        "serves",
        "served",
        "co-founded",
        "edits",
        "coaches",
        "presides",
    ];
    VERBS.contains(&word)
}

/// "Ana Lowe is the head of the union."
fn copula(scene: &Scene, name: &Range<usize>, kind: EntityKind) -> Option<Range<usize>> {
    if !matches!(scene.word(name.end.min(scene.len() - 1)), "is" | "was") {
        return None;
    }
    let start = name.end + 1;
    let end = end_of_aside(scene, start, name.start);
    let opens = matches!(scene.tag(start, name.start)?, Tag::Determiner);
    let head = head(scene, start..end, kind)?;
    (opens && (start..head).all(|t| !is_verb_like(scene, t))).then(|| without_article(scene, start..end))
}

/// "union leader Ana Lowe"
fn title(scene: &Scene, name: &Range<usize>, kind: EntityKind) -> Option<Range<usize>> {
    const LONGEST_TITLE: usize = 8;
    let floor = scene.sentence_tokens(name.start).start.max(name.start.saturating_sub(LONGEST_TITLE));
    // "forecaster Dr Hugh Tan"
    let last = (floor..name.start).rev().find(|&t| !is_courtesy(scene.word(t)))?;
    let is_head = |t: usize| is_role_noun(scene, t, kind) || kind == EntityKind::Person && scene.has(t, Class::Title);
    if !is_head(last) || scene.quotation(last) != scene.quotation(name.start) {
        return None;
    }
    let part = |t: &usize| {
        matches!(
            scene.reading.tokens.tag(*t),
            Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::PossessiveMark | Tag::Number
        ) || scene.word(*t) == "-" && *t > floor
    };
    let start = (floor..last + 1).rev().take_while(part).last()?;
    Some(start..last + 1)
}

/// Courtesies are no roles.
fn is_courtesy(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    ["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "madam", "lord", "lady"]
        .iter()
        .any(|c| word.eq_ignore_ascii_case(c))
}

/// The end of a phrase that begins at `start`: before a comma, a dash, another stop, or "and who".
fn end_of_aside(scene: &Scene, start: usize, near: usize) -> usize {
    let goes_on = |t: usize| scene.word(t) == "and" && scene.tag(t + 1, t).is_some() && is_relative(scene, t + 1);
    let inside = |t: &usize| scene.tag(*t, near).is_some() && !is_stop(scene, *t) && !goes_on(*t);
    (start..start + LONGEST).take_while(inside).last().map_or(start, |last| last + 1)
}

fn is_relative(scene: &Scene, token: usize) -> bool {
    matches!(scene.word(token), "who" | "whose" | "whom" | "which")
}

fn is_stop(scene: &Scene, token: usize) -> bool {
    matches!(scene.word(token), "," | "." | ";" | ":" | "—" | "–" | "--" | "?" | "!" | "\"" | "“" | "”")
}

/// The head of a phrase: its first noun for a person (or an organisation) that no other noun follows.
fn head(scene: &Scene, mut tokens: Range<usize>, kind: EntityKind) -> Option<usize> {
    tokens.find(|&t| {
        is_role_noun(scene, t, kind)
            && scene.tag(t + 1, t).is_none_or(|tag| !tag.is_noun() && tag != Tag::PossessiveMark)
    })
}

/// Whether a word says what somebody (or, of an organisation, something) is.
pub(super) fn is_role_noun(scene: &Scene, token: usize, kind: EntityKind) -> bool {
    match kind {
        EntityKind::Person => {
            scene.has(token, Class::PersonNoun) || scene.has(token, Class::Title) && !is_courtesy(scene.word(token))
        }
        _ => scene.has(token, Class::OrgNoun),
    }
}

fn is_verb_like(scene: &Scene, token: usize) -> bool {
    let tag = scene.reading.tokens.tag(token);
    tag == Tag::Modal || matches!(tag, Tag::VerbPast | Tag::VerbPresent | Tag::VerbBase)
}

fn is_word(scene: &Scene, token: usize, near: &Range<usize>, word: &str) -> bool {
    scene.tag(token, near.start).is_some() && scene.word(token) == word
}

fn without_article(scene: &Scene, tokens: Range<usize>) -> Range<usize> {
    let article = matches!(scene.word(tokens.start), "the" | "The" | "a" | "A" | "an" | "An");
    if article && tokens.len() > 1 { tokens.start + 1..tokens.end } else { tokens }
}
