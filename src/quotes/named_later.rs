//! Speakers who are described before the story names them: "The energy minister said … Energy Minister Ana Lowe told".

use super::{noun_phrases::NounPhrase, view::View};
use crate::{
    model::Class,
    report::{Entity, EntityKind, Form},
    tokens::Tag,
};

/// The one person or body of whom the text says later what the words of a headline or of the first sentence say.
pub(super) fn find<'a>(view: &View<'a>, phrase: &NounPhrase) -> Option<&'a Entity> {
    if phrase.core.clone().any(|i| view.is(i, &["and", "or"])) {
        return None;
    }
    let head = phrase.head();
    let kind = kind_of(view, head)?;
    let word = view.word(head)?.to_lowercase();
    if !opens_story(view, phrase) {
        return speaks_next(view, phrase, kind, &word);
    }
    let end = view.span(&phrase.tokens).end;
    let told = |entity: &&Entity| entity.kind == kind && says(entity, &word);
    let mut fitting = view.entities.list.iter().filter(told);
    let Some(only) = fitting.next() else { return speaks_next(view, phrase, kind, &word) };
    if fitting.next().is_some() {
        return None;
    }
    let is_new = only.mentions.first().is_some_and(|first| first.span.start >= end);
    // "A lawyer said … Kim Poe, a judge … Lawyer Ana Lowe" may be two.
    let is_next = || {
        let is_later = |entity: &&Entity| entity.kind == kind && entity.mentions[0].span.start >= end;
        let next = view.entities.list.iter().filter(is_later).min_by_key(|entity| entity.mentions[0].span.start);
        next.is_some_and(|next| next.id == only.id)
    };
    let is_known = !is_indefinite(view, phrase);
    let mut fields = phrase.core.clone().filter(|&i| i < head && view.is_noun(i) && view.is_lower_case(i));
    let agrees = fields.all(|i| view.word(i).is_some_and(|field| says(only, field)));
    (is_new && agrees && (is_known || is_next())).then_some(only)
}

/// "The U.N. rights chief says … Ana Lowe says he": whoever speaks in the next sentence, named for the first time and without
/// a word of what they are, was described just before. A body is named by the noun that described it.
fn speaks_next<'a>(view: &View<'a>, phrase: &NounPhrase, kind: EntityKind, word: &str) -> Option<&'a Entity> {
    let here = view.sentences.partition_point(|sentence| sentence.tokens.end <= phrase.tokens.start);
    let (sentence, next) = (&view.sentences[here], view.sentences.get(here + 1)?);
    let follows = next.block == sentence.block || here == first_of_story(view)? && !view.is_heading(next.block);
    if view.is_heading(sentence.block) || !follows {
        return None;
    }
    let first = next.tokens.start;
    let place = view.entities.within(first..first + 2).first().filter(|place| place.form == Form::Name)?;
    let entity = &view.entities.list[place.entity.0 as usize];
    let is_new = entity.mentions.first().is_some_and(|mention| mention.span == place.span);
    let is_bare = (first..place.tokens.start).all(|i| view.has(i, Class::Courtesy) || view.is(i, &["the"]));
    let verb = over_relative(view, place.tokens.end, next.tokens.end);
    let speaks = view.is_verb(verb) && view.has(verb, Class::Saying) && !testifies(view, verb);
    let is_called_so = || entity.name.split(' ').any(|name| name.eq_ignore_ascii_case(word));
    let fits = match kind {
        // "A resident said the water came at night. Ana Lowe said": two of many, unless she is told of, too.
        EntityKind::Person => entity.role.is_none() && (verb > place.tokens.end || !is_indefinite(view, phrase)),
        _ => is_called_so(),
    };
    (entity.kind == kind && is_new && is_bare && speaks && fits).then_some(entity)
}

/// "A judge says … Ana Lowe told the court": whoever is heard is one of many, not whoever was described before.
fn testifies(view: &View, verb: usize) -> bool {
    const NEAR: usize = 4;
    const HEARERS: &[&str] = &["court", "jury", "judge", "tribunal", "inquiry", "hearing", "police"];
    view.is(verb, &["told", "tells"]) && (verb + 1..verb + NEAR).any(|hearer| view.is(hearer, HEARERS))
}

/// The place after ", who has worked there for 19 years,"; ", who is the head of it," says what they are.
fn over_relative(view: &View, at: usize, end: usize) -> usize {
    const LONGEST: usize = 25;
    let is_relative = view.is_comma(at) && view.is(at + 1, &["who"]) && !view.is(at + 2, &["is", "was"]);
    let close = (at + 1..end.min(at + LONGEST)).find(|&i| view.is_comma(i)).filter(|_| is_relative);
    close.map_or(at, |close| close + 1)
}

fn is_indefinite(view: &View, phrase: &NounPhrase) -> bool {
    view.is(phrase.tokens.start, &["a", "an", "one", "another"])
}

/// What a noun describes, if it is one of somebody or of a body.
fn kind_of(view: &View, head: usize) -> Option<EntityKind> {
    let is_one = view.tag(head) == Some(Tag::Noun) || view.tag(head) == Some(Tag::ProperNoun);
    match () {
        () if !is_one || view.word(head).is_some_and(|word| word.ends_with('s')) => None,
        // "a group of poets"
        () if view.is(head + 1, &["of"]) && view.has(head, Class::OrgNoun) => None,
        // "his son", but "the mother of the boy"
        () if view.has(head, Class::Male) || view.has(head, Class::Female) => {
            let is_parent = view.is(head + 1, &["of"]) && view.is(head - 1, &["the"]);
            is_parent.then_some(EntityKind::Person)
        }
        () if view.has(head, Class::PersonNoun) => Some(EntityKind::Person),
        () => view.has(head, Class::OrgNoun).then_some(EntityKind::Organisation),
    }
}

/// Whether the text says a word of what somebody is.
fn says(entity: &Entity, word: &str) -> bool {
    let role = entity.role.as_deref().unwrap_or_default();
    // A secretary-general is no secretary, a co-founder is a founder.
    let is_word = |told: &str| told.eq_ignore_ascii_case(word) || told.strip_prefix("co-") == Some(word);
    role.split(|c: char| !c.is_alphanumeric() && c != '-').any(is_word)
}

/// Whether a phrase stands in a headline or in the first sentence of the story.
fn opens_story(view: &View, phrase: &NounPhrase) -> bool {
    const FARTHEST: usize = 12;
    let at = phrase.tokens.start;
    let here = view.sentences.partition_point(|sentence| sentence.tokens.end <= at);
    let is_heading = view.sentences.get(here).is_some_and(|sentence| view.is_heading(sentence.block));
    here < FARTHEST && (is_heading || first_of_story(view) == Some(here))
}

fn first_of_story(view: &View) -> Option<usize> {
    view.sentences.iter().position(|sentence| !view.is_heading(sentence.block))
}
