//! What stands between a cue and the words that it reports: the addressee, and where, when and how it was said.

use super::{
    cues::Cue,
    noun_phrases::{self, NounPhrase},
    subject::Side,
    view::View,
};
use crate::{
    model::{Class, Frame},
    tokens::Tag,
};
use std::ops::Range;

/// The place after the cue, its addressee and its adverbs: where what is reported may begin.
pub(super) fn opening(view: &View, cue: &Cue, end: usize) -> usize {
    over_adverbials(view, addressee_end(view, cue, end), end)
}

/// The place after the cue and its addressee.
pub(super) fn addressee_end(view: &View, cue: &Cue, end: usize) -> usize {
    let start = match (&cue.speaker, cue.side) {
        (Some(speaker), Side::After) => speaker.tokens.end,
        _ => cue.tokens.end,
    };
    if cue.takes(Frame::Addressee) { over_addressee(view, cue, start, end) } else { start }
}

/// Steps over the addressee: "told Reuters", "told a news briefing", "warned members".
fn over_addressee(view: &View, cue: &Cue, start: usize, end: usize) -> usize {
    let is_object = |i: usize| view.is(i, &["him", "her", "them", "us", "me", "you", "it"]);
    let after = match noun_phrases::core_starting_at(view, start, end) {
        _ if view.is(start, &["that"]) => return start,
        _ if is_object(start) => start + 1,
        Some(core) => plain_addressee_end(view, core),
        None => return start,
    };
    let always = matches!(cue.base(), "tell" | "assure" | "inform" | "remind" | "notify" | "reassure");
    let leads_on = {
        let next = over_adverbials(view, after, end);
        view.is(next, &["that", "to", "if", "whether", "why", "how", ",", ":"]) || view.quotation_at(next).is_some()
    };
    if always || leads_on { after } else { start }
}

/// Who is told: "Ray asked Kim".
pub(super) fn addressee(view: &View, cue: &Cue) -> Option<NounPhrase> {
    let addressee = cue
        .takes(Frame::Addressee)
        .then(|| noun_phrases::core_starting_at(view, cue.tokens.end, view.end()))
        .flatten()?;
    matches!(view.tag(addressee.end - 1), Some(Tag::ProperNoun)).then(|| NounPhrase::plain(addressee))
}

/// Where a addressee ends whose noun phrase runs into the reported clause: "told reporters inflation would rise".
fn plain_addressee_end(view: &View, core: Range<usize>) -> usize {
    let plural = core.clone().find(|&i| view.has(i, Class::Hearer));
    let name_ends = || {
        (core.start + 1..core.end).find(|&i| {
            view.is_capitalised(core.start) && view.is_lower_case(i) && !view.is_lower_case(i - 1) && view.is_noun(i)
        })
    };
    match plural.or_else(|| name_ends().map(|i| i - 1)) {
        Some(last) if view.is_verb(core.end) || view.tag(core.end) == Some(Tag::Modal) => last + 1,
        _ => core.end,
    }
}

/// Steps over adverbs, days and phrases that tell where, when and how it was said.
fn over_adverbials(view: &View, start: usize, end: usize) -> usize {
    const MOST: usize = 6;
    let mut at = start;
    for _ in 0..MOST {
        match adverbial_end(view, at, end) {
            Some(after) => at = after,
            None => break,
        }
    }
    at
}

fn adverbial_end(view: &View, at: usize, end: usize) -> Option<usize> {
    if at >= end || view.quotation_at(at).is_some() {
        return None;
    }
    if is_measure(view, at) {
        return None;
    }
    if view.is_time(at) || view.tag(at) == Some(Tag::Adverb) || view.tag(at) == Some(Tag::Particle) {
        return Some(at + 1);
    }
    if view.is(at, &["last", "this", "next"])
        && view.is(
            at + 1,
            &[
                "week",
                "month",
                "year",
                "night",
                "weekend",
                "spring",
                "summer",
                "fall",
                "autumn",
                "winter",
                "morning",
                "afternoon",
                "evening",
            ],
        )
    {
        return Some(at + 2);
    }
    if view.is_comma(at) {
        return parenthesis_end(view, at, end).or_else(|| region_end(view, at, end));
    }
    let links = &[
        "in", "on", "at", "to", "through", "by", "via", "during", "after", "before", "from", "with", "under", "late",
        "early", "of",
    ];
    if !view.is(at, links) {
        return None;
    }
    if view.is_time(at + 1) {
        return Some(at + 2);
    }
    if view.tag(at + 1) == Some(Tag::Adjective) && view.is_comma(at + 2) {
        return Some(at + 2);
    }
    noun_phrases::core_starting_at(view, at + 1, end).map(|core| occasion_end(view, core))
}

/// Whether a measure begins at a token that looks like an adverb: "at least 26 people", "most of the victims".
pub(super) fn is_measure(view: &View, at: usize) -> bool {
    let of = view.is(at, &["most", "many", "some", "much", "more"]) && view.is(at + 1, &["of", "than"]);
    let bounded = view.is(at, &["at", "up", "about", "around", "nearly", "almost", "over", "roughly"])
        && (at + 1..at + 3).any(|i| view.tag(i) == Some(Tag::Number));
    of || bounded
}

/// ", however," and ", in English,": the place of the comma that closes it.
fn parenthesis_end(view: &View, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 14;
    let opens = matches!(view.tag(at + 1), Some(Tag::Adverb | Tag::Preposition | Tag::VerbGerund));
    let close = (at + 1..end.min(at + LONGEST)).find(|&i| view.is_comma(i) || view.quotation_at(i).is_some())?;
    (opens && view.is_comma(close)).then_some(close + usize::from(view.quotation_at(close + 1).is_none()))
}

/// ", Kazakhstan" and ", Michigan," before "that".
fn region_end(view: &View, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    let after = (at + 1..end.min(at + 2 + LONGEST)).find(|&i| view.tag(i) != Some(Tag::ProperNoun))?;
    let after = after + usize::from(view.is_comma(after));
    (after > at + 1 && view.tag(at + 1) == Some(Tag::ProperNoun) && view.is(after, &["that"])).then_some(after)
}

/// "in a statement officials were told": the occasion ends before the next noun.
fn occasion_end(view: &View, core: Range<usize>) -> usize {
    let occasion = core.clone().find(|&i| view.has(i, Class::Occasion));
    occasion.map_or(core.end, |i| {
        if view.tag(i + 1) == Some(Tag::Noun) && view.has(i + 1, Class::Occasion) { i + 2 } else { i + 1 }
    })
}
