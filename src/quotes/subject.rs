//! The subject of a verb: the noun phrase before it, over appositions, relative clauses and adverbs.

use super::{
    noun_phrases::{self, NounPhrase},
    view::{MatrixSentence, View},
};
use crate::{
    model::{Class, Frame},
    report::{EntityId, EntityKind, Form},
    tokens::Tag,
};
use std::ops::Range;

/// Where the speaker stands, seen from the verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// "Lowe said"
    Before,
    /// "said Lowe"
    After,
    /// "Lowe smiled and said", "rejected the offer, saying"
    Shared,
}

/// How far before its verb a subject is looked for, in tokens.
const FARTHEST: usize = 60;
/// How many tokens a relative clause has at most.
const LONGEST_RELATIVE: usize = 12;
/// How many commas may stand between a subject and its verb.
const MOST_COMMAS: usize = 6;

/// A verb whose subject is looked for before it.
struct Place<'v, 'a> {
    view: &'v View<'a>,
    verb: usize,
    sentence: &'v MatrixSentence,
    /// Whether it has a subject of its own.
    finite: bool,
    /// Where its clause begins at the earliest.
    floor: usize,
    /// The place after the last token before its adverbs.
    end: usize,
}

impl Place<'_, '_> {
    /// The last token before the verb and its adverbs.
    fn last(&self) -> Option<usize> {
        self.end.checked_sub(1).filter(|last| *last >= self.floor)
    }
}

/// The subject, if a rule decides; none inside if it has no subject.
type Rule = fn(&Place) -> Option<(Option<NounPhrase>, Side)>;

/// In order of precedence: the first rule that decides. Each has cases under its name in `tests/quotes/subject.txt`.
const RULES: &[(&str, Rule)] = &[
    ("a relative clause with quoted words", |place| before_relative(place.view, place.verb, place.sentence).map(own)),
    ("nothing before the verb", |place| place.last().is_none().then_some((None, Side::Before))),
    ("brackets after the subject", |place| before_brackets(place.view, place.last()?, place.floor).map(own)),
    ("an insertion between dashes", |place| {
        let close = place.last().filter(|&last| place.view.is_dash(last))?;
        Some((before_dashes(place.view, close, place.sentence.tokens.start), Side::Before))
    }),
    ("an insertion between commas", |place| {
        let close = place.last().filter(|&last| place.finite && place.view.is_comma(last))?;
        before_insertion(place.view, close, place.floor).map(own)
    }),
    ("a subject shared with the verb before", |place| {
        let last = place.last().filter(|&last| joins_predicates(place.view, last))?;
        Some((named_subject(place.view, place.floor, last), Side::Shared))
    }),
    ("the owner of a relative clause", |place| {
        let last = place.last().filter(|&last| is_relative_link(place.view, last))?;
        Some((antecedent(place.view, last, place.floor), Side::Before))
    }),
    ("the noun phrase before the verb", |place| Some((ending_at(place.view, place.end, place.floor), Side::Before))),
];

fn own(phrase: NounPhrase) -> (Option<NounPhrase>, Side) {
    (Some(phrase), Side::Before)
}

/// The subject of the verb group that begins at `verb`; a verb that is not `finite` may borrow that of its clause.
pub(super) fn before(view: &View, verb: usize, sentence: &MatrixSentence, finite: bool) -> (Option<NounPhrase>, Side) {
    let floor = clause_start(view, verb, sentence);
    let place = Place { view, verb, sentence, finite, floor, end: over_adverbs(view, verb, floor) };
    RULES.iter().find_map(|(_, rule)| rule(&place)).unwrap_or((None, Side::Before))
}

/// A comma, conjunction or preposition between two verbs of one subject.
fn joins_predicates(view: &View, token: usize) -> bool {
    let joins = matches!(view.tag(token), Some(Tag::Conjunction | Tag::Preposition)) && !view.is(token, &["that"]);
    view.is_comma(token) || joins
}

/// A word that opens a relative clause.
fn is_relative_link(view: &View, token: usize) -> bool {
    let by_tag = matches!(view.tag(token), Some(Tag::Wh | Tag::Subordinator));
    by_tag && !noun_phrases::is_acronym(view, token) || is_relative(view, token)
}

/// Where the clause of a verb begins at the earliest: after a semicolon, colon or dash, or after a closing mark.
fn clause_start(view: &View, verb: usize, sentence: &MatrixSentence) -> usize {
    let floor = sentence.tokens.start.max(verb.saturating_sub(FARTHEST));
    let closes = |dash: usize| over_adverbs(view, verb, dash + 1) == dash + 1 && has_pair_before(view, dash, floor);
    let ends = |i: usize| {
        matches!(view.word(i), Some(";" | ":"))
            && !in_brackets(view, i, floor..verb)
            // "Ana Lowe, author of Grace: A History, said"
            && view.entities.at_token(i).is_none()
            || view.is_dash(i) && !has_pair(view, i, verb) && !closes(i)
    };
    let cut = (floor..verb)
        .rev()
        .find(|&i| ends(i) || view.quotation_at(i).is_some_and(|m| view.quotations[m].inner.len() > 3));
    cut.map_or(floor, |cut| cut + 1)
}

/// "The Football Association (AFA) confirmed"
fn before_brackets(view: &View, close: usize, floor: usize) -> Option<NounPhrase> {
    const LONGEST: usize = 20;
    if view.word(close) != Some(")") {
        return None;
    }
    let open = (floor.max(close.saturating_sub(LONGEST))..close).rev().find(|&i| view.word(i) == Some("("))?;
    let phrase = noun_phrases::ending_at(view, open, floor)?;
    Some(NounPhrase { tokens: phrase.tokens.start..close + 1, core: phrase.core })
}

/// The subject of a clause, by its name if one stands in apposition.
fn named_subject(view: &View, start: usize, end: usize) -> Option<NounPhrase> {
    of_clause(view, start, end).map(|phrase| renamed_after(view, phrase))
}

/// A relative pronoun, and not the health organisation.
fn is_relative(view: &View, token: usize) -> bool {
    view.is(token, &["who", "which", "that"]) && !noun_phrases::is_acronym(view, token)
}

/// "a Muslim group — the French Council of the Muslim Faith — said"
fn before_dashes(view: &View, close: usize, floor: usize) -> Option<NounPhrase> {
    let floor = floor.max(close.saturating_sub(FARTHEST));
    let open = (floor..close).rev().find(|&i| view.is_dash(i))?;
    let phrase = noun_phrases::ending_at(view, open, floor)?;
    // "Several clubs - including Ajax - said"
    let name = noun_phrases::core_starting_at(view, open + 1, close)
        .filter(|name| is_capitalised_name(view, name) && view.tag(name.start) != Some(Tag::VerbGerund));
    match name.filter(|_| is_description(view, &phrase)) {
        Some(core) => Some(NounPhrase { tokens: phrase.tokens.start..close, core }),
        None => Some(phrase),
    }
}

/// Whether another dash stands between a dash and the verb, so that both set off an insertion.
fn has_pair(view: &View, dash: usize, verb: usize) -> bool {
    (dash + 1..verb).any(|i| view.is_dash(i))
}

/// Whether a dash stands before another one in the same clause, so that both set off an insertion.
fn has_pair_before(view: &View, dash: usize, floor: usize) -> bool {
    (floor + 1..dash).rev().take_while(|&i| view.word(i) != Some(";")).any(|i| view.is_dash(i))
}

/// Whether brackets around a token open and close within a range: the colon of "(NYSE: NWR)".
fn in_brackets(view: &View, token: usize, range: Range<usize>) -> bool {
    const BRACKETS: &[&str] = &["(", ")"];
    let before = (range.start..token).rev().find(|&i| view.is(i, BRACKETS));
    let after = (token..range.end).find(|&i| view.is(i, BRACKETS));
    before.is_some_and(|i| view.word(i) == Some("(")) && after.is_some_and(|i| view.word(i) == Some(")"))
}

/// `Lowe, who called it "a farce in one act," promised`: the relative clause before the verb ends in words of its subject.
fn before_relative(view: &View, verb: usize, sentence: &MatrixSentence) -> Option<NounPhrase> {
    let floor = sentence.tokens.start.max(verb.saturating_sub(FARTHEST));
    let close = verb.checked_sub(1).filter(|&close| close > floor)?;
    let marked = if view.is_comma(close) { close - 1 } else { close };
    let quotation = &view.quotations[view.quotation_at(marked)?];
    let paused = view.is_comma(close) || quotation.inner.end.checked_sub(1).is_some_and(|i| view.is_comma(i));
    let from = floor.max(quotation.open.start.saturating_sub(LONGEST_RELATIVE));
    let commas = || (from + 1..quotation.open.start).rev().filter(|&i| view.is_comma(i));
    let comma = commas().next().filter(|&comma| paused && view.is(comma + 1, &["who", "which"]))?;
    antecedent(view, comma + 1, floor)
}

/// Steps left over adverbs and days: "Lowe on Sunday said", "Lowe later added".
fn over_adverbs(view: &View, verb: usize, floor: usize) -> usize {
    let mut at = verb;
    while at > floor {
        let before = at - 1;
        if view.is_time(before) {
            at = before;
            if at > floor && view.is(at - 1, &["on", "late", "early", "last"]) {
                at -= 1;
            }
        } else if view.is(before, &["first", "turn"]) && at > floor + 1 && view.is(before - 1, &["at", "in"]) {
            at -= 2;
        } else if view.tag(before) == Some(Tag::Adverb) || view.is(before, &["there", "here"]) && at - floor > 1 {
            at = before;
        } else {
            break;
        }
    }
    at
}

/// The noun phrase that ends before `at`, or whose relative clause does.
fn ending_at(view: &View, at: usize, floor: usize) -> Option<NounPhrase> {
    let after_participle =
        matches!(view.tag(at - 1), Some(Tag::VerbParticiple | Tag::VerbPast)) || is_postposed(view, at - 1);
    if let Some(owner) = before_place(view, at, floor).or_else(|| before_affiliation(view, at, floor)) {
        return Some(owner);
    }
    let phrase = match noun_phrases::ending_at(view, at, floor) {
        None if after_participle && at > floor + 1 => noun_phrases::ending_at(view, at - 1, floor),
        found => found,
    }?;
    match owner_of_relative(view, &phrase, floor) {
        Some(owner) => Some(NounPhrase { tokens: owner.tokens.start..at, core: owner.core }),
        None => Some(described_before(view, phrase, floor)),
    }
}

/// Whether a phrase is the name of a person.
fn is_named_person(view: &View, phrase: &NounPhrase) -> bool {
    let place = view.entities.at_token(phrase.head()).filter(|place| place.form != Form::Pronoun);
    place.is_some_and(|place| view.entities.list[place.entity.0 as usize].kind == EntityKind::Person)
}

/// "Ana Lowe, of the Commission on Missing Persons said": the name before where somebody works.
fn before_affiliation(view: &View, at: usize, floor: usize) -> Option<NounPhrase> {
    const LONGEST: usize = 12;
    let comma = (at.saturating_sub(LONGEST).max(floor)..at).rev().find(|&i| view.is_comma(i))?;
    let of = view.is(comma + 1, &["of", "from"]) && !(comma + 1..at).any(|i| view.is_verb(i));
    let person = noun_phrases::ending_at(view, comma, floor).filter(|phrase| of && is_named_person(view, phrase))?;
    Some(NounPhrase { tokens: person.tokens.start..at, core: person.core })
}

/// "Police in Clearwater, Florida said", "Senator Ana Lowe, of New York said": the phrase before where somebody is.
fn before_place(view: &View, at: usize, floor: usize) -> Option<NounPhrase> {
    const LONGEST_PLACE: usize = 4;
    let comma = (at.saturating_sub(LONGEST_PLACE + 1).max(floor)..at).rev().find(|&i| view.is_comma(i))?;
    let of = usize::from(view.is(comma + 1, &["of", "from"]));
    let named = comma + 1 + of < at && (comma + 1 + of..at).all(|i| view.is_capitalised(i));
    let place = view.entities.at_token(at - 1).filter(|_| named)?;
    if view.entities.list[place.entity.0 as usize].kind != EntityKind::Place {
        return None;
    }
    let phrase = noun_phrases::ending_at(view, comma, floor)?;
    let located = (phrase.core.end..comma).any(|i| view.is(i, &["in", "of", "from", "at", "near"]));
    (of == 1 || located).then_some(NounPhrase { tokens: phrase.tokens.start..at, core: phrase.core })
}

/// "Malaysia's Prime Minister, Najib Razak said": a description that opens the clause belongs to the name after it.
fn described_before(view: &View, name: NounPhrase, floor: usize) -> NounPhrase {
    let comma =
        name.tokens.start.checked_sub(1).filter(|&i| i > floor && view.is_comma(i) && view.is_capitalised(i + 1));
    let description = comma.and_then(|comma| noun_phrases::ending_at(view, comma, floor));
    let describes = |phrase: &NounPhrase| {
        let opens = phrase.tokens.start == floor || view.is_comma(phrase.tokens.start - 1);
        opens && view.has(phrase.head(), Class::PersonNoun)
    };
    match description.filter(describes) {
        Some(description) => NounPhrase {
            tokens: description.tokens.start..name.tokens.end,
            core: description.tokens.start..name.core.end,
        },
        None => name,
    }
}

/// An adjective after its noun: "a person familiar with the matter".
fn is_postposed(view: &View, token: usize) -> bool {
    let office = view.word(token).is_some_and(|word| word.ends_with("-general"));
    view.tag(token) == Some(Tag::Adjective) && token > 0 && view.is_noun(token - 1) && !office
}

/// The owner of the relative clause whose object `phrase` is: "a group that monitors elections".
fn owner_of_relative(view: &View, phrase: &NounPhrase, floor: usize) -> Option<NounPhrase> {
    let verb = phrase.tokens.start.checked_sub(1).filter(|verb| *verb > floor)?;
    if !view.is_verb(verb) && !matches!(view.tag(verb), Some(Tag::Preposition | Tag::Adverb | Tag::Particle | Tag::To))
    {
        return None;
    }
    let from = floor.max(verb.saturating_sub(LONGEST_RELATIVE));
    let link = (from + 1..verb).rev().find(|&i| view.is(i, &["who", "which", "that", "whose"]));
    match link {
        Some(link) if !view.is_comma(link - 1) => noun_phrases::ending_at(view, link, floor),
        // "Ana Lowe, who owns the Weekly Times said"
        Some(link) => antecedent(view, link, floor).filter(|_| view.is_verb(link + 1)),
        None if matches!(view.tag(verb), Some(Tag::VerbGerund | Tag::VerbParticiple)) => {
            noun_phrases::ending_at(view, verb, floor)
        }
        None => None,
    }
}

/// The noun phrase before "who", "which" or "that".
fn antecedent(view: &View, link: usize, floor: usize) -> Option<NounPhrase> {
    let end = if link > floor && view.is_comma(link - 1) { link - 1 } else { link };
    let end = if end > floor && view.tag(end - 1) == Some(Tag::Preposition) { end - 1 } else { end };
    let core = (end > floor).then(|| noun_phrases::core_ending_at(view, end, floor)).flatten()?;
    let who = view.is(link, &["who"]) && is_place_or_body(view, core.end - 1);
    Some(NounPhrase::plain(if who { person_before(view, core.start, floor).unwrap_or(core) } else { core }))
}

/// Whether a name stands for what is no person.
fn is_place_or_body(view: &View, token: usize) -> bool {
    let place = view.entities.at_token(token).filter(|place| place.form != Form::Pronoun);
    place.is_some_and(|place| view.entities.list[place.entity.0 as usize].kind != EntityKind::Person)
}

/// "Maureen Docherty, the MP for Paisley West, who said": the person to whom "who" points.
fn person_before(view: &View, end: usize, floor: usize) -> Option<Range<usize>> {
    const FARTHEST: usize = 12;
    let places = view.entities.within(end.saturating_sub(FARTHEST).max(floor)..end);
    let is_person = |entity: EntityId| view.entities.list[entity.0 as usize].kind == EntityKind::Person;
    let person = places.iter().rev().find(|place| place.form != Form::Pronoun && is_person(place.entity))?;
    view.is_comma(person.tokens.end).then(|| person.tokens.clone())
}

/// The subject before an insertion that ends with the comma at `close`: "Ana Lowe, who has led the union since 2011, said".
fn before_insertion(view: &View, close: usize, floor: usize) -> Option<NounPhrase> {
    let opener = end_of_opener(view, floor, close);
    let is_pause = |i: usize| view.is_comma(i) && view.quotation_at(i).is_none() && opener != Some(i);
    let commas = (floor..close).rev().filter(|&i| is_pause(i));
    let mut found = None;
    for comma in commas.take(MOST_COMMAS) {
        let phrase = before_brackets(view, comma - 1, floor).or_else(|| noun_phrases::ending_at(view, comma, floor));
        // "Harriers president Ana Lowe, who sat in the front row, said"
        let is_told_of = |phrase: &NounPhrase| view.is(comma + 1, &["who"]) && is_named_person(view, phrase);
        if let Some(phrase) = phrase.filter(|phrase| may_be_subject(view, phrase, floor) || is_told_of(phrase)) {
            found = Some(renamed_after(view, phrase));
        }
        if found.is_some() && ends_insertion(view, comma, floor) {
            break;
        }
    }
    found
}

/// The comma after a phrase that opens the clause and holds no subject: "Speaking on the Today programme,".
fn end_of_opener(view: &View, floor: usize, end: usize) -> Option<usize> {
    let opens = view.tag(floor) == Some(Tag::VerbGerund) && view.entities.at_token(floor).is_none();
    (floor..end).find(|&i| view.is_comma(i)).filter(|_| opens)
}

/// "its manager, Birthe Kalvø, said": the name in apposition to a description speaks for it.
pub(super) fn renamed_after(view: &View, phrase: NounPhrase) -> NounPhrase {
    const LONGEST_NAME: usize = 12;
    let comma = over_brackets(view, phrase.tokens.end);
    // "Three groups, Hamas, Fatah and the PFLP,"
    let counted = view.tag(phrase.tokens.start) == Some(Tag::Number) && !view.is(phrase.tokens.start, &["one"]);
    if counted || !is_description(view, &phrase) {
        return phrase;
    }
    if let Some(core) = named_within(view, phrase.core.end) {
        return NounPhrase { tokens: phrase.tokens.start..core.end.max(phrase.tokens.end), core };
    }
    if !view.is_comma(comma) {
        return phrase;
    }
    let name = noun_phrases::core_starting_at(view, comma + 1, view.end().min(comma + LONGEST_NAME))
        .filter(|name| is_capitalised_name(view, name) && !view.is_noun(name.end));
    // "a clerk at the trademark office, Indecopi,": the nearest noun bears the name of a body.
    let owns_name = view.has(phrase.head(), Class::PersonNoun) && phrase.tokens.end > phrase.core.end;
    let named = name.filter(|name| {
        let of_trailing = owns_name && is_place_or_body(view, name.end - 1);
        let known = name.clone().any(|i| view.entities.at_token(i).is_some_and(|place| place.form != Form::Pronoun));
        let closed = !view.is_word(name.end) || view.is(name.end, &["of", "who", "for"]);
        closed && !of_trailing && (known || view.tag(name.end - 1) == Some(Tag::ProperNoun))
    });
    match named {
        Some(name) => NounPhrase { tokens: phrase.tokens.start..name.end, core: name },
        None => phrase,
    }
}

/// "one marcher, who gave her name only as Manana", "a group called Keep Our Doors Open": the name that a description is
/// given in the words after it.
fn named_within(view: &View, start: usize) -> Option<Range<usize>> {
    const FARTHEST: usize = 10;
    const NAMING: &[&str] = &["name", "surname", "called", "named", "known"];
    const LINKS: &[&str] = &["only", "as", "is", "was", ","];
    let opens = view.is_comma(start) || view.is(start, &["who", "which", "called", "named", "known"]);
    let until = view.end().min(start + FARTHEST);
    let word = (start..until).find(|&i| view.is(i, NAMING)).filter(|_| opens)?;
    let name = (word + 1..until).find(|&i| !view.is(i, LINKS))?;
    let stops =
        (start + 1..word).any(|i| view.is_comma(i) && !view.is(word, &["surname"]) || view.quotation_at(i).is_some());
    noun_phrases::core_starting_at(view, name, view.end())
        .filter(|core| !stops && core.clone().all(|i| view.is_capitalised(i)))
}

/// The token after a group in brackets that opens at `at`: "the CEI (Italian Episcopal Conference), Nunzio Galantino".
fn over_brackets(view: &View, at: usize) -> usize {
    const LONGEST: usize = 10;
    let close =
        (view.word(at) == Some("(")).then(|| (at + 1..at + LONGEST).find(|&i| view.word(i) == Some(")"))).flatten();
    close.map_or(at, |close| close + 1)
}

/// Whether the last word of a phrase is capitalised or hangs on a capitalised one: "Gil Dong-wook".
fn is_capitalised_name(view: &View, name: &Range<usize>) -> bool {
    view.is_capitalised(name.end - 1)
        || name.len() > 2 && view.word(name.end - 2) == Some("-") && view.is_capitalised(name.end - 3)
}

/// A phrase that describes somebody without naming them: "its manager", "The Minister of State".
fn is_description(view: &View, phrase: &NounPhrase) -> bool {
    let named = view.entities.at_token(phrase.head()).is_some_and(|place| {
        matches!(place.form, Form::Name | Form::Short)
            && view.entities.list[place.entity.0 as usize].kind == EntityKind::Person
    });
    let opens = matches!(view.tag(phrase.tokens.start), Some(Tag::Determiner | Tag::Possessive));
    let office = || phrase.core.clone().any(|i| view.has(i, Class::PersonNoun)) || view.is_code(phrase.head());
    !named && (opens || view.is_lower_case(phrase.head()) || view.is(phrase.tokens.start, &["one"]) || office())
}

/// Whether what stands before the comma cannot be an apposition to something further left.
fn ends_insertion(view: &View, comma: usize, floor: usize) -> bool {
    noun_phrases::ending_at(view, comma, floor)
        .is_some_and(|phrase| phrase.tokens.start == floor || !view.is_comma(phrase.tokens.start - 1))
}

/// Whether a phrase stands where a subject may: at the beginning of a clause.
fn may_be_subject(view: &View, phrase: &NounPhrase, floor: usize) -> bool {
    let Some(before) = phrase.tokens.start.checked_sub(1).filter(|before| *before >= floor) else { return true };
    let head_is_number = view.tag(phrase.head()) == Some(Tag::Number);
    // "NDTV reported officials, after a search, said"
    let is_reported = || view.is_verb(before) && view.cue_verb(before).is_some_and(|(verb, _)| verb.takes(Frame::Zero));
    let introduced = || introduces(view, over_openers(view, floor, before));
    !head_is_number
        && (view.quotation_at(before).is_some()
            || view.is_comma(before) && introduced()
            || matches!(view.tag(before), Some(Tag::Conjunction | Tag::Subordinator | Tag::Adverb | Tag::Wh))
            || view.is_time(before)
            || is_reported())
}

/// The subject of the clause that begins at `start`: the first noun phrase after what introduces it.
pub(super) fn of_clause(view: &View, start: usize, end: usize) -> Option<NounPhrase> {
    const MOST_INTRODUCTIONS: usize = 3;
    let mut at = start;
    for _ in 0..MOST_INTRODUCTIONS {
        at = over_openers(view, at, end);
        if !introduces(view, at) {
            break;
        }
        at = (at..end).find(|&i| view.is_comma(i))? + 1;
    }
    let phrase = noun_phrases::starting_at(view, over_openers(view, at, end), end)?;
    if !is_when(view, &phrase) {
        return Some(phrase);
    }
    noun_phrases::starting_at(view, over_openers(view, phrase.tokens.end, end), end)
}

/// Tells when, and is no subject: "Forty minutes later,", "That same day".
fn is_when(view: &View, phrase: &NounPhrase) -> bool {
    let next = phrase.tokens.end;
    view.has(phrase.head(), Class::Duration) && (view.is_comma(next) || view.is_time(next) || opens_subject(view, next))
}

fn opens_subject(view: &View, token: usize) -> bool {
    matches!(view.tag(token), Some(Tag::Determiner | Tag::Pronoun | Tag::ProperNoun | Tag::Possessive))
}

fn over_openers(view: &View, start: usize, end: usize) -> usize {
    let skips = |i: usize| {
        view.tag(i) == Some(Tag::Conjunction) || view.tag(i) == Some(Tag::Adverb) || view.is_mark(i) || view.is_time(i)
    };
    (start..end).find(|&i| !skips(i)).unwrap_or(end)
}

/// Whether a phrase begins at `token` that comes before the subject: "In Oslo,", "Speaking to reporters,".
fn introduces(view: &View, token: usize) -> bool {
    matches!(
        view.tag(token),
        Some(
            Tag::Preposition
                | Tag::Subordinator
                | Tag::To
                | Tag::Wh
                | Tag::VerbGerund
                | Tag::VerbParticiple
                | Tag::VerbPast
        )
    )
}
