//! Noun phrases: where they begin and end, seen from either side.

use super::{
    name_bounds,
    titles::{is_title_of, named_person, shares_name},
    view::View,
};
use crate::{
    model::{Class, Frame, hash_lower},
    report::{EntityKind, Form},
    tokens::Tag,
};
use std::ops::Range;

/// A noun phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NounPhrase {
    pub(super) tokens: Range<usize>,
    /// Its core, without phrases that follow the head: "a spokesperson" of "a spokesperson for Nordbank".
    pub(super) core: Range<usize>,
}

impl NounPhrase {
    /// A phrase without anything after its head.
    pub(super) fn plain(tokens: Range<usize>) -> NounPhrase {
        NounPhrase { core: tokens.clone(), tokens }
    }

    /// Its last noun, without phrases that follow.
    pub(super) fn head(&self) -> usize {
        self.core.end - 1
    }
}

/// How many tokens a noun phrase has at most.
const LONGEST: usize = 30;
/// What looks like a participle and opens the name of an office: "managing director".
const OFFICES: &[&str] =
    &["managing", "acting", "sporting", "commanding", "presiding", "founding", "outgoing", "incoming"];
/// How many phrases a noun phrase may trail: "the head of the office of the president of".
const MOST_TRAILING: usize = 4;

/// The noun phrase that ends before `end` and does not begin before `floor`.
pub(super) fn ending_at(view: &View, end: usize, floor: usize) -> Option<NounPhrase> {
    let floor = floor.max(end.saturating_sub(LONGEST));
    let last = core_ending_at(view, end, floor)?;
    let mut core = coordinated(view, last.clone(), floor);
    for _ in 0..MOST_TRAILING {
        let Some(owner) = owner_before(view, core.start, floor) else { break };
        if is_title_of(view, &owner, &core) {
            core = owner.start..core.end;
            break;
        }
        core = coordinated(view, owner, floor);
    }
    Some(NounPhrase { tokens: core.start..end, core })
}

/// The noun phrase that begins at `start` and ends at or before `limit`.
pub(super) fn starting_at(view: &View, start: usize, limit: usize) -> Option<NounPhrase> {
    let limit = limit.min(start + LONGEST).min(view.end());
    let core = core_starting_at(view, start, limit)?;
    if let Some(core) = named_behind_brackets(view, &core, limit) {
        return Some(NounPhrase { tokens: start..core.end, core });
    }
    let mut end = core.end;
    for _ in 0..MOST_TRAILING {
        let links = view.is(end, &["of", "for", "from", "at", "with", "in", "and", "to"]);
        let next = links.then(|| core_starting_at(view, end + 1, limit)).flatten();
        // "said Lowe to Kim", not "said ambassador to Israel Ana Lowe"
        let is_hearer = |next: &Range<usize>| view.is(end, &["to"]) && !is_title_of(view, &core, next);
        let Some(next) = next.filter(|next| !view.is_time(next.start) && !is_hearer(next)) else { break };
        let joins_names = view.is(end, &["and"]);
        if joins_names && shares_name(view, &core, &next) {
            return Some(NounPhrase::plain(start..next.end));
        }
        if joins_names && !(view.is_capitalised(next.start) && view.is_capitalised(core.end - 1)) {
            break;
        }
        // "speaker of the parliament Ana Lowe"
        if !joins_names && is_title_of(view, &core, &next) {
            return Some(NounPhrase::plain(start..next.end));
        }
        end = next.end;
    }
    Some(NounPhrase { tokens: start..end, core })
}

/// "DCP (Crime) Ana Lowe", "Brig. Gen. (retd) Ana Lowe": the name behind a rank and a word in brackets.
fn named_behind_brackets(view: &View, rank: &Range<usize>, limit: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 3;
    let opens = view.is(rank.end, &["("]) && named_person(view, rank).is_none();
    let close = (rank.end..rank.end + LONGEST).find(|&i| view.is(i, &[")"])).filter(|_| opens)?;
    core_starting_at(view, close + 1, limit).filter(|name| named_person(view, name).is_some())
}

/// The noun phrase without trailing phrases that ends before `end`.
pub(super) fn core_ending_at(view: &View, end: usize, floor: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    if view.quotation_at(last).is_some() && !is_nickname(view, last) {
        return None;
    }
    if view.tag(last) == Some(Tag::Pronoun) {
        return Some(last..end);
    }
    if !may_head(view, last) && !is_nominal(view, last, floor) {
        return None;
    }
    let name = view.entities.at_token(last).filter(|place| place.form == Form::Name);
    let mut start = name.map_or(last, |place| place.tokens.start.clamp(floor, last));
    while start > floor && extends_left(view, start, last) {
        start = previous(view, start).max(floor);
    }
    Some(start..end)
}

/// An adjective in the place of a noun: "the accused", "the 19-year-old".
fn is_nominal(view: &View, last: usize, floor: usize) -> bool {
    const LONGEST_ADJECTIVE: usize = 6;
    let from = floor.max(last.saturating_sub(LONGEST_ADJECTIVE));
    let opener = (from..last)
        .rev()
        .find(|&i| !(joins_words(view, i) || joins_words(view, i + 1) || view.tag(i) == Some(Tag::Adjective)));
    view.tag(last) == Some(Tag::Adjective) && opener.is_some_and(|i| view.opens_phrase(i))
}

/// The token before `start`, over a nickname in quotation marks and over a name: "Bank of Norr governor Ana Lowe".
fn previous(view: &View, start: usize) -> usize {
    let name =
        || view.entities.at_token(start - 1).filter(|place| place.form == Form::Name && place.tokens.end == start);
    match view.quotation_at(start - 1) {
        Some(quotation) => view.quotations[quotation].open.start,
        None => name().map_or(start - 1, |place| place.tokens.start),
    }
}

/// Whether the word before `start` belongs to the same noun phrase.
fn extends_left(view: &View, start: usize, last: usize) -> bool {
    let before = start - 1;
    if view.quotation_at(before).is_some() {
        return is_nickname(view, before) && view.is_capitalised(start);
    }
    if view.opens_phrase(start) {
        // "newspaper The Hindu"
        let is_sort = view.is_capitalised(start) && view.has(before, Class::NewsOutlet) && view.is_lower_case(before);
        return is_sort || view.tag(before) == Some(Tag::PossessiveMark) || is_predeterminer(view, before, start);
    }
    let Some(tag) = view.tag(before) else { return false };
    match tag {
        Tag::Noun | Tag::ProperNoun | Tag::Number | Tag::Symbol => !view.tells_time(before) || start != last,
        Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::PossessiveMark => true,
        // "Norr Foods managing director Ana Lowe"
        Tag::VerbGerund if view.is(before, OFFICES) => view.is_noun(start),
        Tag::VerbGerund | Tag::VerbParticiple | Tag::VerbPast => is_attribute(view, before),
        Tag::VerbBase | Tag::VerbPresent => {
            // "former Rovers captain Ana Lowe"
            let is_office =
                view.has(before, Class::PersonNoun) && !view.word(before).is_some_and(|it| it.ends_with('s'));
            is_office && view.is_capitalised(start) || is_mistagged_attribute(view, before)
        }
        Tag::Adverb => start > 0 && matches!(view.tag(start), Some(Tag::Adjective | Tag::VerbParticiple)),
        Tag::Punctuation => joins_words(view, before) || is_possessive(view, before),
        Tag::Conjunction => view.word(before) == Some("&"),
        _ => false,
    }
}

/// "the E3's negotiator", "the senators' leader": an apostrophe that stands apart from its "s" after a number, or without one
/// after a plural.
fn is_possessive(view: &View, apostrophe: usize) -> bool {
    let owner = apostrophe.checked_sub(1).and_then(|i| view.word(i)).unwrap_or_default();
    let owns = owner.ends_with('s') && view.is_word(apostrophe + 1) && !view.is_attached(apostrophe + 1);
    view.is(apostrophe, &["'", "’"])
        && view.is_attached(apostrophe)
        && view.quotation_at(apostrophe).is_none()
        && (owns || view.tag(apostrophe + 1) == Some(Tag::PossessiveMark))
}

fn is_predeterminer(view: &View, before: usize, start: usize) -> bool {
    view.is(before, &["all", "both", "half", "such"]) && view.opens_phrase(start)
}

/// A verb form that stands before its noun: "the ruling party", "an elected official".
fn is_attribute(view: &View, token: usize) -> bool {
    const BEFORE: [Tag; 5] = [Tag::Determiner, Tag::Possessive, Tag::PossessiveMark, Tag::Adjective, Tag::Preposition];
    let before = token.checked_sub(1).and_then(|i| view.tag(i));
    // "a Lintz-based group"
    let is_joined = token > 0 && joins_words(view, token - 1);
    is_joined || before.is_some_and(|tag| BEFORE.contains(&tag)) || is_counted_attribute(view, token)
}

/// "the state's 41 pledged delegates", "a total of 12 confirmed cases": a verb form between a number and its noun.
pub(super) fn is_counted_attribute(view: &View, token: usize) -> bool {
    let number = token.checked_sub(1).filter(|&i| view.tag(i) == Some(Tag::Number));
    let opens = |i: usize| view.opens_phrase(i) || matches!(view.tag(i), Some(Tag::PossessiveMark | Tag::Preposition));
    number.and_then(|i| i.checked_sub(1)).is_some_and(opens) && view.is_noun(token + 1)
}

/// `"We are done," lead diver Ana Lowe said`: a noun that looks like a verb, before what people are called.
fn is_mistagged_attribute(view: &View, token: usize) -> bool {
    let opens = token.checked_sub(1).is_none_or(|before| view.is_mark(before) || view.quotation_at(before).is_some());
    let titles = view.tag(token + 1) == Some(Tag::Noun) && view.tag(token + 2) == Some(Tag::ProperNoun);
    // "Its head, prefect Ana Lowe,"
    let is_title = view.has(token, Class::PersonNoun) && view.tag(token + 1) == Some(Tag::ProperNoun);
    opens && (titles || is_title)
}

/// A hyphen or slash without spaces around it.
fn joins_words(view: &View, token: usize) -> bool {
    matches!(view.word(token), Some("-" | "‑" | "/" | "–")) && view.is_attached(token) && view.is_attached(token + 1)
}

/// Whether the token stands in a short quotation between capitalised words: Eustace "Tank" Bolden.
pub(super) fn is_nickname(view: &View, token: usize) -> bool {
    let Some(quotation) = view.quotation_at(token).map(|m| &view.quotations[m]) else { return false };
    let tokens = quotation.tokens();
    quotation.inner.len() <= 2
        && tokens.start > 0
        && view.is_capitalised(tokens.start - 1)
        && view.is_capitalised(tokens.end)
        && view.is_noun(tokens.end)
}

/// A word of capitals that looks like a pronoun: "WHO".
pub(super) fn is_acronym(view: &View, token: usize) -> bool {
    view.word(token).is_some_and(|word| word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase()))
}

/// A body or office that looks like an adjective: "the U.S. military", "the U.N. secretary-general".
fn is_office(view: &View, token: usize) -> bool {
    view.has(token, Class::Institution) || view.word(token).is_some_and(|word| word.ends_with("-general"))
}

fn begins_with(view: &View, token: usize, signs: &[char]) -> bool {
    view.word(token).is_some_and(|word| word.starts_with(signs))
}

/// "Lowe speaks of a breakthrough", "Lowe claims the road": what looks like a noun after the name of a person governs what follows.
fn is_mistagged_predicate(view: &View, token: usize) -> bool {
    let is_inflected = view.is_lower_case(token) && view.word(token).is_some_and(|word| word.ends_with('s'));
    let governs = view.is(token + 1, &["of", "to", "for"]) || view.opens_phrase(token + 1);
    let after_person =
        token > 0 && name_bounds::ends_name(view, token - 1) && view.named_kind(token - 1) == Some(EntityKind::Person);
    after_person && is_inflected && governs && !is_plural_of(view, token, &[Class::PersonNoun])
}

fn may_head(view: &View, token: usize) -> bool {
    let Some(tag) = view.tag(token) else { return false };
    // "Fallows said": a name that looks like a verb
    if tag.is_verb() && view.is_capitalised(token) && name_bounds::ends_name(view, token) {
        return true;
    }
    match tag {
        Tag::Wh | Tag::Pronoun => is_acronym(view, token),
        Tag::Noun | Tag::ProperNoun => !view.tells_time(token),
        // "her reasoning"
        Tag::VerbGerund => token > 0 && view.opens_phrase(token - 1) && !view.is_noun(token + 1),
        Tag::Number => true,
        Tag::Determiner => !view.is(token, &["the", "a", "an", "every", "no"]),
        Tag::Symbol => view.word(token) == Some("%"),
        // "the Rovers forward"
        Tag::Adverb => view.has(token, Class::PersonNoun) && token > 0 && view.is_noun(token - 1),
        Tag::Adjective => {
            view.is(token, &["many", "several", "few", "other"])
                || view.is_capitalised(token)
                || view.has(token, Class::PersonNoun)
                || is_office(view, token)
        }
        Tag::Other => view.is_capitalised(token) || begins_with(view, token, &['@', '#']),
        _ => false,
    }
}

/// The phrase to which a trailing phrase belongs: "a spokesperson" before "for Nordbank", "Two people" before "familiar
/// with the talks", "Residents" before "reached by phone".
fn owner_before(view: &View, start: usize, floor: usize) -> Option<Range<usize>> {
    let link = start.checked_sub(1).filter(|link| *link > floor)?;
    // "in poor countries as the researchers say"
    let compares = view.is(link, &["as"]) && !view.is(link - 1, &["such"]);
    if !matches!(view.tag(link), Some(Tag::Preposition | Tag::To)) || compares {
        return None;
    }
    // "hours after the minister said"
    let counts_time = view.has(link - 1, Class::Duration) || view.has(link - 1, Class::Period);
    if view.is(link, &["after", "before", "since"]) && counts_time {
        return None;
    }
    // "Shares slid after Lowe said", not "People evacuated after the flood said"
    let is_named = view.named_kind(start).is_some_and(EntityKind::is_named);
    if is_named && view.is(link, &["after", "before", "since", "until"]) {
        return None;
    }
    // "Critics from across the spectrum"
    let doubled = link - 1 > floor && view.tag(link - 1) == Some(Tag::Preposition);
    let link = link - usize::from(doubled && !view.is(link - 1, &["as"]));
    let mut before = before_brackets(view, link, floor);
    if view.is_time(before - 1) && before - 1 > floor {
        before -= 1;
    }
    let reduced =
        matches!(view.tag(before - 1), Some(Tag::VerbParticiple | Tag::VerbPast | Tag::Adjective | Tag::VerbGerund))
            && before - 1 > floor;
    if reduced && !may_head(view, before - 1) {
        before -= 1;
    }
    core_ending_at(view, before, floor)
}

/// The token after what stands before a group in brackets that ends before `end`: "the Institute (AWI) in Germany".
fn before_brackets(view: &View, end: usize, floor: usize) -> usize {
    const LONGEST: usize = 6;
    let from = floor.max(end.saturating_sub(LONGEST));
    let open = (view.word(end - 1) == Some(")"))
        .then(|| (from + 1..end - 1).rev().find(|&i| view.word(i) == Some("(")))
        .flatten();
    open.unwrap_or(end)
}

/// "Lowe and Kim": the phrase before "and" joins in where it begins the clause or follows a comma or a preposition.
fn coordinated(view: &View, last: Range<usize>, floor: usize) -> Range<usize> {
    let Some(link) = last.start.checked_sub(1).filter(|link| *link > floor) else { return last };
    if !view.is(link, &["and", "or", "&"]) {
        return last;
    }
    // "He has a copy of it and I told him": a pronoun joins only what opens the clause
    let pronoun = view.is(last.start, &["i", "he", "she", "we", "they", "you", "it"]);
    match core_ending_at(view, before_brackets(view, link, floor), floor).filter(|it| !pronoun || it.start == floor) {
        Some(first)
            if first.start == floor
                || !view.is_verb(first.start - 1) && !follows_verb(view, first.start, last.start, floor) =>
        {
            listed_before(view, first, floor)..last.end
        }
        _ => last,
    }
}

/// "Lowe called the story a hoax and the council said": what stands after the finite verb of its clause is no subject. A verb
/// of saying may have its clause after it: "Officials said friends of Lowe and Kim said".
fn follows_verb(view: &View, start: usize, second: usize, floor: usize) -> bool {
    // "families of troops killed in Iraq and Afghanistan"
    if !view.opens_phrase(start) && !view.opens_phrase(second) {
        return false;
    }
    let opens = |i: usize| {
        view.is_comma(i)
            || view.quotation_at(i).is_some()
            || matches!(view.tag(i), Some(Tag::Wh | Tag::Subordinator))
            || view.is(i, &["that", "but"])
    };
    // "He laughed as Lowe and Kim said goodbye"
    if view.is(start - 1, &["as", "after", "before"]) {
        return false;
    }
    let verb = (floor + 1..start).rev().take_while(|&i| !opens(i)).find(|&i| view.tag(i).is_some_and(Tag::is_finite));
    verb.is_some_and(|verb| !view.cue_verb(verb).is_some_and(|(cue, _)| cue.takes(Frame::Zero)))
}

/// "Sen. Ana Lowe, Rep. Bo Kim and Ed Poe": where a list of people begins whose last comma stands before `second`.
fn listed_before(view: &View, second: Range<usize>, floor: usize) -> usize {
    const MOST: usize = 6;
    let mut core = second;
    for _ in 0..MOST {
        let comma = core.start.checked_sub(1).filter(|&comma| comma > floor && view.is_comma(comma));
        let first = comma.and_then(|comma| core_ending_at(view, comma, floor));
        let people = |first: &Range<usize>| named_person(view, first).is_some() && named_person(view, &core).is_some();
        match first.filter(people).filter(|first| first.start == floor || view.is_comma(first.start - 1)) {
            Some(first) => core = first,
            None => break,
        }
    }
    core.start
}

/// The noun phrase without trailing phrases that begins at `start`.
pub(super) fn core_starting_at(view: &View, start: usize, limit: usize) -> Option<Range<usize>> {
    if start >= limit || view.quotation_at(start).is_some() {
        return None;
    }
    if view.tag(start) == Some(Tag::Pronoun) && !is_acronym(view, start) {
        return Some(start..start + 1);
    }
    let mut end = start;
    let mut head = None;
    while end < limit && extends_right(view, start, end, head) {
        if may_head(view, end) {
            head = Some(end);
        }
        end = match view.quotation_at(end) {
            Some(quotation) => view.quotations[quotation].tokens().end,
            None => name_bounds::name_end(view, end + 1, limit),
        };
        head = head.map(|_| end - 1).filter(|_| may_head(view, end - 1)).or(head);
    }
    if let Some(seat) = head.filter(|&head| head + 1 == end).and_then(|head| name_bounds::over_seat(view, head, limit))
    {
        return Some(start..seat);
    }
    // "an official with", "the accused"
    let head =
        head.or(
            (end > start + 1 && view.opens_phrase(start) && view.tag(end - 1) == Some(Tag::Adjective)).then(|| end - 1)
        );
    head.map(|head| start..name_bounds::name_end(view, head + 1, limit))
}

/// Whether the token at `end` belongs to the phrase that began at `start`.
fn extends_right(view: &View, start: usize, end: usize, head: Option<usize>) -> bool {
    if view.quotation_at(end).is_some() {
        return end > start && is_nickname(view, end);
    }
    let after_head = head == Some(end.wrapping_sub(1));
    // "Mother-of-two Ana Lowe", "Then-mayor Ana Lowe"
    let is_joined = end > start && joins_words(view, end - 1) || end == start && joins_words(view, end + 1);
    if is_joined && view.is_word(end) {
        return true;
    }
    match view.tag(end) {
        Some(Tag::Noun) if end > start && is_mistagged_predicate(view, end) => false,
        Some(Tag::Noun | Tag::ProperNoun) => !view.tells_time(end) || end == start,
        Some(Tag::Number | Tag::Symbol | Tag::PossessiveMark) => {
            end > start || view.tag(end) != Some(Tag::PossessiveMark)
        }
        Some(Tag::Adjective) => {
            !after_head || view.is_capitalised(end) || view.is_noun(end + 1) || is_office(view, end)
        }
        Some(Tag::Determiner | Tag::Possessive) => end == start || is_predeterminer(view, end - 1, end),
        Some(Tag::VerbGerund | Tag::VerbParticiple) => {
            let office = end == start || view.is(end, OFFICES);
            (is_attribute(view, end) || office) && view.is_noun(end + 1) || may_head(view, end)
        }
        Some(Tag::VerbBase | Tag::VerbPresent) => end == start && is_mistagged_attribute(view, end),
        Some(Tag::Punctuation) => end > start && (joins_words(view, end) || is_possessive(view, end)),
        Some(Tag::Adverb) => matches!(view.tag(end + 1), Some(Tag::Adjective)) && !after_head,
        Some(Tag::Other) => view.is_capitalised(end) || begins_with(view, end, &['@']),
        Some(Tag::Pronoun | Tag::Wh) => is_acronym(view, end),
        _ => view.word(end) == Some("&") && end > start,
    }
}

/// Whether a noun or pronoun means persons or a body.
pub(super) fn is_somebody(view: &View, head: usize) -> bool {
    const SORTS: &[Class] = &[
        Class::PersonNoun,
        Class::OrgNoun,
        Class::PublicNoun,
        Class::CompanyNoun,
        Class::Institution,
        Class::Male,
        Class::Female,
        Class::Hearer,
    ];
    let is_counted = || view.tag(head) == Some(Tag::Number) || view.word(head) == Some("%");
    let is_pronoun = || view.is(head, &["he", "she", "they", "we", "i", "person", "people"]);
    view.entities.at_token(head).is_some()
        || SORTS.iter().any(|&sort| view.has(head, sort))
        || is_counted()
        || is_pronoun()
        || is_plural_of(view, head, &[Class::PersonNoun, Class::OrgNoun])
}

/// The head of a phrase, or of what it counts: "officers" of "most of the officers", "residents" of "95% of residents".
pub(super) fn counted_head(view: &View, phrase: &NounPhrase) -> usize {
    let head = phrase.head();
    let counts = matches!(view.tag(head), Some(Tag::Number | Tag::Symbol | Tag::Adjective | Tag::Determiner))
        || view.word(head) == Some("%")
        || view.is(head, &["percent", "number", "majority", "most", "half", "all"]);
    let of = (head..phrase.tokens.end).find(|&i| view.is(i, &["of"])).filter(|_| counts);
    of.and_then(|of| core_starting_at(view, of + 1, phrase.tokens.end)).map_or(head, |counted| counted.end - 1)
}

/// Whether a word is the plural of one of these classes, whose nouns the lists hold in the singular: "officers", "authorities".
fn is_plural_of(view: &View, token: usize, classes: &[Class]) -> bool {
    let Some(stem) = view.word(token).and_then(|word| word.strip_suffix('s')) else { return false };
    let singular = match stem.strip_suffix("ie") {
        Some(stem) => hash_lower(&[stem, "y"].concat()),
        None => hash_lower(stem),
    };
    let found = view.reading.model.lexicon().classes(singular);
    classes.iter().any(|&class| found.has(class))
}

/// Whether a phrase that ends with a token means several who may speak: "some", "local media", "divers".
pub(super) fn is_many(view: &View, token: usize) -> bool {
    const MANY: &[&str] = &["some", "many", "others", "both", "few", "sources"];
    // "the police report" is a paper
    let is_body = view.is(token, &["media", "police"]) && (token == 0 || !view.opens_phrase(token - 1));
    // "the Sudanese"
    let is_plural = view.word(token).is_some_and(|it| it.ends_with('s'))
        || token > 0 && view.is(token - 1, &["the"]) && view.tag(token) == Some(Tag::Adjective);
    let is_people = view.named_kind(token) == Some(EntityKind::Group) && is_plural;
    is_body || is_people || view.is(token, MANY) || is_plural_of(view, token, &[Class::PersonNoun])
}
