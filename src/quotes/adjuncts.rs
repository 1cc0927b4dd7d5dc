//! What stands between a cue and the words that it reports: the addressee, and where, when and how it was said.

use super::{
    cue::Cue,
    noun_phrases::{self, NounPhrase},
    subject::Side,
    times::{adverb, period, preposition_and_time},
    view::View,
};
use crate::{
    model::{Class, Frame},
    report::EntityKind,
    tokens::Tag,
};
use std::ops::Range;

/// The place after the cue, its addressee and its adverbs: where what is reported may begin.
pub(super) fn opening(view: &View, cue: &Cue, end: usize) -> usize {
    over_adjuncts(view, addressee_end(view, cue, end), end)
}

/// The place after the cue and its addressee.
pub(super) fn addressee_end(view: &View, cue: &Cue, end: usize) -> usize {
    let start = match (&cue.speaker, cue.side) {
        (Some(speaker), Side::After) => speaker.tokens.end,
        _ => cue.tokens.end,
    };
    // "The court was told Lowe had left"
    if cue.takes(Frame::Addressee) && cue.hearer.is_none() { over_addressee(view, cue, start, end) } else { start }
}

/// Steps over the addressee: "told Reuters", "told a news briefing", "warned members".
fn over_addressee(view: &View, cue: &Cue, start: usize, end: usize) -> usize {
    let is_object = |i: usize| view.is(i, &["him", "her", "them", "us", "me", "you", "it"]);
    let after = match noun_phrases::core_starting_at(view, start, end) {
        _ if view.is(start, &["that"]) => return start,
        // "told her followers the tour was off"
        _ if is_object(start) && !(view.is(start, &["her"]) && view.has(start + 1, Class::Hearer)) => start + 1,
        Some(core) => programme_end(view, plain_addressee_end(view, core)),
        None => return start,
    };
    let always = matches!(cue.base(), "tell" | "assure" | "inform" | "remind" | "notify" | "reassure");
    let leads_on = {
        let next = over_adjuncts(view, after, end);
        view.is(next, &["that", "to", "if", "whether", "why", "how", ",", ":"]) || view.quotation_at(next).is_some()
    };
    if always || leads_on { after } else { start }
}

/// Who is told: "Ray asked Kim", "Ray said to Kim".
pub(super) fn addressee(view: &View, cue: &Cue) -> Option<NounPhrase> {
    let to = usize::from(view.is(cue.tokens.end, &["to"]));
    let is_told = to > 0 || cue.takes(Frame::Addressee);
    let addressee = is_told.then(|| noun_phrases::core_starting_at(view, cue.tokens.end + to, view.end())).flatten()?;
    let is_described = cue.asks() && view.opens_phrase(addressee.start);
    let is_named = matches!(view.tag(addressee.end - 1), Some(Tag::ProperNoun));
    (is_named || is_described).then(|| NounPhrase::plain(addressee))
}

/// Where a addressee ends whose noun phrase runs into the reported clause: "told reporters inflation would rise".
fn plain_addressee_end(view: &View, core: Range<usize>) -> usize {
    // "told the court Lowe had left"
    let hears = |i: usize| view.has(i, Class::Tribunal) && view.tag(i + 1) == Some(Tag::ProperNoun);
    let plural = core.clone().find(|&i| view.has(i, Class::Hearer) || hears(i));
    let name_ends = || {
        (core.start + 1..core.end).find(|&i| {
            let in_name = view.named_kind(i).is_some_and(EntityKind::is_named);
            let begins = view.is_lower_case(i) && !view.is_lower_case(i - 1) && view.is_noun(i);
            view.is_capitalised(core.start) && begins && !in_name
        })
    };
    // "told NPR Ana Lowe had left"
    let outlet =
        || Some(core.start).filter(|&i| view.has(i, Class::NewsOutlet) && view.tag(i + 1) == Some(Tag::ProperNoun));
    // "told the Lintz Herald four people had"
    let is_named = |i: usize| view.named_kind(i).is_some_and(EntityKind::is_named);
    let counted =
        || (core.start + 1..core.end).find(|&i| view.tag(i) == Some(Tag::Number) && is_named(i - 1)).map(|i| i - 1);
    match plural.max(name_ends().map(|i| i - 1)).or_else(outlet).or_else(counted) {
        Some(last) if view.is_verb(core.end) || view.tag(core.end) == Some(Tag::Modal) => last + 1,
        _ => core.end,
    }
}

/// Steps over adverbs, days and phrases that tell where, when and how it was said.
fn over_adjuncts(view: &View, start: usize, end: usize) -> usize {
    const MOST: usize = 6;
    let mut at = start;
    for _ in 0..MOST {
        match adjunct_end(view, at, end) {
            Some(after) => at = after,
            None => break,
        }
    }
    at
}

/// Where an adjunct of one sort that begins at a token ends; the second place is the end of the sentence.
type Pattern = fn(&View, usize, usize) -> Option<usize>;

/// The sorts of adjunct; the first that fits counts. Each has cases under its name in `tests/quotes/adjuncts.txt`.
const RULES: &[(&str, Pattern)] = &[
    ("a word of time, an adverb or a particle", adverb),
    ("\"last\", \"this\" or \"next\" with a period", period),
    ("a parenthesis between commas", parenthesis),
    ("a region before \"that\"", region),
    ("a preposition and a word of time", preposition_and_time),
    ("a preposition and an adjective", preposition_and_adjective),
    ("a preposition and a noun phrase", preposition_and_noun_phrase),
];

fn adjunct_end(view: &View, at: usize, end: usize) -> Option<usize> {
    if at >= end || view.quotation_at(at).is_some() || is_measure(view, at) {
        return None;
    }
    let after = RULES.iter().find_map(|(_, pattern)| pattern(view, at, end))?;
    // "said yesterday's vote was a farce"
    (view.tag(after) != Some(Tag::PossessiveMark)).then_some(after)
}

/// ", however," and ", in English,": the place of the comma that closes it.
fn parenthesis(view: &View, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 14;
    let begins = || matches!(view.tag(at + 1), Some(Tag::Adverb | Tag::Preposition | Tag::VerbGerund));
    // ", unprompted,"
    let is_participle = |i: usize| view.word(i).is_some_and(|word| word.ends_with("ed"));
    let opens = || begins() || view.is_comma(at + 2) && is_participle(at + 1);
    if !view.is_comma(at) || !opens() {
        return None;
    }
    let close = (at + 1..end.min(at + LONGEST)).find(|&i| view.is_comma(i) || view.quotation_at(i).is_some())?;
    view.is_comma(close).then_some(close + usize::from(view.quotation_at(close + 1).is_none()))
}

/// ", Kazakhstan" and ", Michigan," before "that".
fn region(view: &View, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    if !view.is_comma(at) || view.tag(at + 1) != Some(Tag::ProperNoun) {
        return None;
    }
    let after = (at + 1..end.min(at + 2 + LONGEST)).find(|&i| view.tag(i) != Some(Tag::ProperNoun))?;
    let after = after + usize::from(view.is_comma(after));
    view.is(after, &["that"]).then_some(after)
}

/// "in private,": the place of the comma.
fn preposition_and_adjective(view: &View, at: usize, _: usize) -> Option<usize> {
    let fits = view.has(at, Class::Circumstance) && view.tag(at + 1) == Some(Tag::Adjective) && view.is_comma(at + 2);
    fits.then_some(at + 2)
}

/// "in a statement", "at a rally".
fn preposition_and_noun_phrase(view: &View, at: usize, end: usize) -> Option<usize> {
    // "admitted to taking part"
    let to_act = view.is(at, &["to"]) && view.tag(at + 1) == Some(Tag::VerbGerund);
    let opens = view.has(at, Class::Circumstance) && !to_act;
    let core = opens.then(|| noun_phrases::core_starting_at(view, at + 1, end)).flatten();
    core.map(|core| programme_end(view, occasion_end(view, core)))
}

/// "the BBC's Today programme", `NBC's "Meet the Press"`: where the name of a programme ends that follows its outlet.
fn programme_end(view: &View, outlet: usize) -> usize {
    const KINDS: &[&str] = &["programme", "program", "show", "podcast"];
    let start = outlet + 1;
    if view.tag(outlet) != Some(Tag::PossessiveMark) {
        return outlet;
    }
    match view.quotation_at(start).map(|m| view.quotations[m].tokens()) {
        Some(title) if title.clone().all(|i| view.is_capitalised(i) || !view.is_verb(i)) => title.end,
        Some(_) => outlet,
        None => {
            let name = (start..).take_while(|&i| view.is_capitalised(i)).count();
            start + name + usize::from(view.is(start + name, KINDS))
        }
    }
}

/// Whether a measure begins at a token that looks like an adverb: "at least 26 people", "most of the victims".
pub(super) fn is_measure(view: &View, at: usize) -> bool {
    // "most would", "some of"
    let counts = view.is(at, &["most", "many", "some", "much", "more"]);
    let of = counts && (view.is(at + 1, &["of", "than"]) || view.tag(at + 1).is_some_and(Tag::is_finite));
    let limits = view.is(at, &["at", "up", "about", "around", "nearly", "almost", "over", "roughly"]);
    let bounded =
        (limits || view.is(at, &["only", "just"])) && (at + 1..at + 3).any(|i| view.tag(i) == Some(Tag::Number));
    of || bounded
}

/// "in a statement officials were told": the occasion ends before the next noun, unless nothing can be its verb: "on the
/// parliament floor, ...".
fn occasion_end(view: &View, core: Range<usize>) -> usize {
    if view.is_mark(core.end) || view.is(core.end, &["that"]) {
        return core.end;
    }
    let occasion = core.clone().find(|&i| view.has(i, Class::Occasion));
    occasion.map_or(core.end, |i| {
        if view.tag(i + 1) == Some(Tag::Noun) && view.has(i + 1, Class::Occasion) { i + 2 } else { i + 1 }
    })
}
