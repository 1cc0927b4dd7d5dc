//! The subject of a verb: the noun phrase before it, over appositions, relative clauses and adverbs.

use super::{
    apposition::{author, described_before, is_named_person, is_place, is_place_or_body, renamed_after},
    clause_opening::{before_headline_verb, named_subject},
    insertions::{before_brackets, before_dashes, before_insertion},
    noun_phrases::{self, NounPhrase},
    times,
    view::{MatrixSentence, View},
};
use crate::{
    model::Class,
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
        let subject = named_subject(place.view, place.floor, last).or_else(|| before_quotation(place, last));
        let subject = subject.map(|subject| in_dependent_clause(place, &subject).unwrap_or(subject));
        let in_headline = place.view.is_heading(place.sentence.block);
        Some((if in_headline { subject.map(|it| before_headline_verb(place.view, it)) } else { subject }, Side::Shared))
    }),
    ("the owner of a relative clause", |place| {
        let last = place.last().filter(|&last| is_relative_link(place.view, last))?;
        Some((antecedent(place.view, last, place.floor), Side::Before))
    }),
    ("a participle after the object", |place| {
        let object = if place.finite { None } else { noun_phrases::ending_at(place.view, place.end, place.floor) };
        Some((Some(before_object(place, &object?)?), Side::Shared))
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
    let (subject, side) = RULES.iter().find_map(|(_, rule)| rule(&place)).unwrap_or((None, Side::Before));
    // "Two years later", not "minutes seen by the Gazette"
    let subject = subject.filter(|subject| subject.core.len() < 2 || !times::tells_when(view, subject));
    let author = subject.as_ref().and_then(|subject| author(view, subject));
    (author.or(subject), side)
}

/// "The prize went to nobody after Lowe handed it back, saying": the subject of a clause that depends on one of a thing.
fn in_dependent_clause(place: &Place, subject: &NounPhrase) -> Option<NounPhrase> {
    let view = place.view;
    let speaks = |head: usize| {
        noun_phrases::is_somebody(view, head) || view.has(head, Class::Document) || view.is_capitalised(head)
    };
    let links = |&i: &usize| view.is(i, &["after", "when", "as", "because", "before"]);
    let link =
        (subject.tokens.end..place.verb).rev().find(links).filter(|_| !place.finite && !speaks(subject.head()))?;
    let phrase = noun_phrases::starting_at(view, link + 1, place.verb)?;
    let governs = matches!(view.tag(phrase.tokens.end), Some(Tag::VerbPast | Tag::VerbPresent));
    (governs && noun_phrases::is_somebody(view, phrase.head())).then_some(phrase)
}

/// `Lowe praised its "many friends abroad" and claimed`: the subject of the verb whose object the quoted words are.
fn before_quotation(place: &Place, link: usize) -> Option<NounPhrase> {
    let comma = usize::from(place.view.is_comma(link - 1));
    let closes = place.view.quotation_at(link - 1 - comma).is_some();
    closes.then(|| named_subject(place.view, place.sentence.tokens.start, link)).flatten()
}

/// `Lowe explained the ban saying, "Go"`: the subject of the verb in whose object the participle's neighbour stands. Those who
/// are heard, and those of whom nothing is known yet, speak themselves: "a man saying that he was lost".
fn before_object(place: &Place, object: &NounPhrase) -> Option<NounPhrase> {
    const HEARD: &[&str] = &["heard", "hear", "saw", "filmed", "recorded", "quoted"];
    let (view, start) = (place.view, object.tokens.start);
    let (says, governor) = (place.verb + 1, start.checked_sub(1).filter(|&i| i > place.floor && !view.is_comma(i))?);
    let opens = |i: usize| view.quotation_at(i).is_some_and(|m| view.quotations[m].open.start == i);
    let quotes = opens(says) || opens(says + 1);
    let is_known = view.is(start, &["the"]) || view.tag(start) == Some(Tag::Possessive) || view.is_capitalised(start);
    let is_thing = view.has(object.head(), Class::Document) || view.has(object.head(), Class::Occasion);
    let is_object = if quotes {
        !view.is(governor, &["with", "despite", "from", "by", "of"])
    } else {
        is_known && view.is_verb(governor)
    };
    let is_heard = view.is(governor, HEARD) || view.has(governor, Class::Be) || view.is(place.verb, &["reading"]);
    if is_thing || is_heard || !is_object {
        return None;
    }
    let stays = |&i: &usize| !view.is_comma(i) && view.quotation_at(i).is_none() && view.tag(i) != Some(Tag::Wh);
    let is_finite = |&i: &usize| matches!(view.tag(i), Some(Tag::VerbPast | Tag::VerbPresent));
    let verb = (place.floor + 1..start).rev().take_while(stays).find(is_finite)?;
    named_subject(view, place.floor, verb)
        .filter(|subject| subject.tokens.end <= verb && noun_phrases::is_somebody(view, subject.head()))
}

/// "Saying it was over, Lowe left": the subject of the main clause after a participle that opens the sentence.
pub(super) fn of_main_clause(view: &View, start: usize, end: usize) -> Option<NounPhrase> {
    const MOST: usize = 3;
    let pauses = |&i: &usize| match view.quotation_at(i) {
        Some(m) => view.quotations[m].tokens().end == i + 1 && view.is_comma(view.quotations[m].inner.end - 1),
        None => view.is_comma(i),
    };
    (start..end).filter(pauses).take(MOST).find_map(|pause| {
        let phrase = noun_phrases::starting_at(view, pause + 1, end)?;
        let next = phrase.tokens.end + usize::from(view.tag(phrase.tokens.end) == Some(Tag::Adverb));
        let governs = view.tag(next).is_some_and(Tag::is_finite);
        governs.then(|| renamed_after(view, phrase))
    })
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
    let closes = |dash: usize| {
        let open = pair_before(view, dash, floor);
        // "a group - the Front - rejected the report, saying": what names the subject has no verb
        let is_name = |open: usize| !(open + 1..dash).any(|i| view.is_verb(i) || view.quotation_at(i).is_some());
        open.is_some_and(|open| over_adverbs(view, verb, dash + 1) == dash + 1 || is_name(open))
    };
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

/// A relative pronoun, and not the health organisation.
fn is_relative(view: &View, token: usize) -> bool {
    view.is(token, &["who", "which", "that"]) && !noun_phrases::is_acronym(view, token)
}

/// Whether another dash stands between a dash and the verb, so that both set off an insertion.
fn has_pair(view: &View, dash: usize, verb: usize) -> bool {
    (dash + 1..verb).any(|i| view.is_dash(i))
}

/// The dash before another one in the same clause, so that both set off an insertion.
fn pair_before(view: &View, dash: usize, floor: usize) -> Option<usize> {
    (floor + 1..dash).rev().take_while(|&i| view.word(i) != Some(";")).find(|&i| view.is_dash(i))
}

/// Whether brackets around a token open and close within a range: the colon of "(NYSE: NWR)".
pub(super) fn in_brackets(view: &View, token: usize, range: Range<usize>) -> bool {
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
pub(super) fn over_adverbs(view: &View, verb: usize, floor: usize) -> usize {
    let mut at = verb;
    while at > floor {
        let before = at - 1;
        if view.tells_time(before) {
            at = before;
            if at > floor && view.is(at - 1, &["on", "late", "early", "last"]) {
                at -= 1;
            }
        } else if at > floor + 1 && view.has(before, Class::Period) && view.is(before - 1, &["this", "last"]) {
            // "Lowe earlier this month said"
            at -= 2;
        } else if view.is(before, &["first", "turn"]) && at > floor + 1 && view.is(before - 1, &["at", "in"]) {
            at -= 2;
        } else if is_adverb(view, before) || view.is(before, &["there", "here"]) && at - floor > 1 {
            at = before;
        } else {
            break;
        }
    }
    at
}

/// An adverb, but not the noun of "the Rovers forward said", which looks like one.
fn is_adverb(view: &View, token: usize) -> bool {
    view.tag(token) == Some(Tag::Adverb) && !view.has(token, Class::PersonNoun)
}

/// The noun phrase that ends before `at`, or whose relative clause does.
fn ending_at(view: &View, at: usize, floor: usize) -> Option<NounPhrase> {
    let after_participle =
        matches!(view.tag(at - 1), Some(Tag::VerbParticiple | Tag::VerbPast)) || is_postposed(view, at - 1);
    if let Some(owner) = before_place(view, at, floor).or_else(|| before_affiliation(view, at, floor)) {
        return Some(owner);
    }
    let phrase = match noun_phrases::ending_at(view, at, floor) {
        None if after_participle && at > floor + 1 => {
            noun_phrases::ending_at(view, at - 1, floor).or_else(|| before_restriction(view, at, floor))
        }
        found => found,
    }?;
    match owner_of_relative(view, &phrase, floor) {
        Some(owner) => Some(NounPhrase { tokens: owner.tokens.start..at, core: owner.core }),
        None => Some(described_before(view, after_opener(view, phrase, floor), floor)),
    }
}

/// "With the purchase Salling said": a name right after a phrase that opens the clause, whose noun describes nobody.
fn after_opener(view: &View, phrase: NounPhrase, floor: usize) -> NounPhrase {
    let name = view
        .entities
        .at_token(phrase.head())
        .filter(|place| place.form != Form::Pronoun)
        .map(|place| place.tokens.start);
    let Some(name) = name.filter(|&name| name > phrase.core.start + 1) else { return phrase };
    let before = phrase.core.start.checked_sub(1).filter(|&i| i >= floor && view.tag(i) == Some(Tag::Preposition));
    let opens = before.is_some_and(|i| i == floor || view.is_comma(i - 1) || view.is_verb(i - 1));
    let is_opened = view.opens_phrase(phrase.core.start);
    let noun = name - 1;
    let is_plain =
        view.tag(noun) == Some(Tag::Noun) && view.is_lower_case(noun) && !noun_phrases::is_somebody(view, noun);
    if opens && is_opened && is_plain { NounPhrase::plain(name..phrase.core.end) } else { phrase }
}

/// "Lawyers for the people who died said": the noun phrase whose relative clause ends with its verb.
fn before_restriction(view: &View, at: usize, floor: usize) -> Option<NounPhrase> {
    let from = floor.max(at.saturating_sub(LONGEST_RELATIVE));
    let link = (from + 1..at).rev().find(|&i| view.is(i, &["who", "which", "that"]) || view.is_comma(i))?;
    let owner = (!view.is_comma(link)).then(|| noun_phrases::ending_at(view, link, floor)).flatten()?;
    Some(NounPhrase { tokens: owner.tokens.start..at, core: owner.core })
}

/// "Ana Lowe, of the Commission on Missing Persons said": the name before where somebody works.
fn before_affiliation(view: &View, at: usize, floor: usize) -> Option<NounPhrase> {
    const LONGEST: usize = 20;
    let comma = (at.saturating_sub(LONGEST).max(floor)..at).rev().find(|&i| view.is_comma(i))?;
    // "the Commission on Missing Persons": what looks like a verb may stand in a name
    let governs = |i: usize| view.is_verb(i) && view.entities.at_token(i).is_none();
    let of = view.is(comma + 1, &["of", "from"]) && !(comma + 1..at).any(governs);
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
        // "The nominee to head the World Bank said"
        None if view.tag(verb) == Some(Tag::VerbBase) && view.tag(verb - 1) == Some(Tag::To) => {
            let owner = noun_phrases::ending_at(view, verb - 1, floor);
            owner.filter(|owner| noun_phrases::is_somebody(view, owner.head()))
        }
        None if matches!(view.tag(verb), Some(Tag::VerbGerund | Tag::VerbParticiple)) => {
            // "Ana Lowe in relaying the news said"
            let through = view.tag(verb) == Some(Tag::VerbGerund) && view.is(verb - 1, &["in", "on"]);
            noun_phrases::ending_at(view, verb - usize::from(through), floor)
        }
        None => None,
    }
}

/// The noun phrase before "who", "which" or "that".
fn antecedent(view: &View, link: usize, floor: usize) -> Option<NounPhrase> {
    let end = if link > floor && view.is_comma(link - 1) { link - 1 } else { link };
    let end = if end > floor && view.tag(end - 1) == Some(Tag::Preposition) { end - 1 } else { end };
    // "Ana Lowe, 24, who"
    let is_age = end > floor + 2 && view.tag(end - 1) == Some(Tag::Number) && view.is_comma(end - 2);
    let end = if is_age { end - 2 } else { end };
    let core = (end > floor).then(|| noun_phrases::core_ending_at(view, end, floor)).flatten()?;
    // "a sign on the library in Ballinure, County Cork, that says": whatever is meant, the county is not
    let in_place =
        core.start > floor && (view.is_comma(core.start - 1) || view.is(core.start - 1, &["in", "at", "near"]));
    if in_place && !view.is(link, &["who"]) && is_place(view, core.end - 1) {
        return None;
    }
    // "a niece of Ana Lowe, who said"
    let of = core.start.checked_sub(1).filter(|&of| of > floor && view.is(of, &["of"]) && view.is(link, &["who"]));
    let owner = of.and_then(|of| noun_phrases::core_ending_at(view, of, floor));
    let is_new =
        |owner: &Range<usize>| view.is(owner.start, &["a", "an"]) && noun_phrases::is_somebody(view, owner.end - 1);
    if let Some(owner) = owner.filter(is_new) {
        return Some(NounPhrase { tokens: owner.start..core.end, core: owner });
    }
    let who = view.is(link, &["who"]);
    // "Ana Lowe, a lawyer who said"
    let described = core.start.checked_sub(1).filter(|&comma| comma > floor && view.is_comma(comma));
    let bearer = described.filter(|_| who && view.tag(core.start) == Some(Tag::Determiner));
    let bearer = bearer.and_then(|comma| noun_phrases::core_ending_at(view, comma, floor));
    if let Some(name) = bearer.map(NounPhrase::plain).filter(|name| is_named_person(view, name)) {
        return Some(name);
    }
    let elsewhere = who && is_place_or_body(view, core.end - 1);
    Some(NounPhrase::plain(if elsewhere { person_before(view, core.start, floor).unwrap_or(core) } else { core }))
}

/// "Maureen Docherty, the MP for Paisley West, who said": the person to whom "who" points.
fn person_before(view: &View, end: usize, floor: usize) -> Option<Range<usize>> {
    const FARTHEST: usize = 12;
    let places = view.entities.within(end.saturating_sub(FARTHEST).max(floor)..end);
    let is_person = |entity: EntityId| view.entities.list[entity.0 as usize].kind == EntityKind::Person;
    let person = places.iter().rev().find(|place| place.form != Form::Pronoun && is_person(place.entity))?;
    view.is_comma(person.tokens.end).then(|| person.tokens.clone())
}
