//! Words that point back: pronouns and descriptions.

use super::posts::{self, Post};
use crate::{
    entities::syntax::{GrammaticalRole, Syntax},
    model::{Class, Gender, ValueKind},
    report::EntityKind,
    tokens::Tag,
};
use std::ops::Range;

/// A word that may refer to something named.
#[derive(Clone, Debug)]
pub(super) struct Anaphor {
    pub(super) tokens: Range<usize>,
    pub(super) class: PronounClass,
    pub(super) case: Case,
    /// The part that it plays in its sentence.
    pub(super) grammatical_role: GrammaticalRole,
    /// The words between the article and the noun of a description.
    pub(super) modifiers: Range<usize>,
    pub(super) mark: Option<Mark>,
    /// The post that the noun of a description tells.
    pub(super) post: Option<Post>,
}

/// What a description says that only one person in a story may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// "the 56-year-old", "the 56-year-old teacher"
    Age(u8),
    /// "the Spaniard": the number of the country among the known names.
    Nation(u16),
    /// "the Virginia Democrat": the number of the word for members of the party among the known names.
    Party(u16),
    /// "the DPP", for the Deputy Public Prosecutor
    Initials,
    /// "the Geneva-based charity"
    Seat,
    /// "the mother of four"
    Parent,
    /// "the Villa boss": its modifiers name something.
    Named,
}

impl Anaphor {
    pub(super) const GROUPS: usize = PronounClass::COUNT + 1;

    /// The sex that a pronoun tells.
    pub(super) fn sex(&self) -> Option<Gender> {
        if let PronounClass::Human(gender) = self.class { Some(gender) } else { None }
    }

    /// "the company", "the firm"
    pub(super) fn is_company(&self, syntax: &Syntax) -> bool {
        self.class == PronounClass::Described(EntityKind::Organisation)
            && syntax.has(self.tokens.end - 1, Class::CompanyNoun)
    }

    /// The number under which weights are filed; "he said" has its own, since speakers go on speaking.
    pub(super) fn group(&self) -> usize {
        let speaks = self.grammatical_role == GrammaticalRole::Speaker && matches!(self.class, PronounClass::Human(_));
        if speaks { PronounClass::COUNT } else { self.class.index() }
    }
}

/// What a pronoun may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PronounClass {
    /// he, she
    Human(Gender),
    /// it
    Thing,
    /// they
    Plural,
    /// "the minister", "the company", "the town"
    Described(EntityKind),
}

impl PronounClass {
    pub(super) const COUNT: usize = 6;

    /// The class of words that are said only of the other sex than "he" or "she".
    pub(super) const fn other_sex(self) -> Option<Class> {
        match self {
            PronounClass::Human(Gender::Male) => Some(Class::Female),
            PronounClass::Human(Gender::Female) => Some(Class::Male),
            _ => None,
        }
    }

    /// The number under which weights are filed; both sexes share them.
    pub(super) const fn index(self) -> usize {
        match self {
            PronounClass::Human(_) => 0,
            PronounClass::Thing => 1,
            PronounClass::Plural => 2,
            PronounClass::Described(EntityKind::Person) => 3,
            PronounClass::Described(EntityKind::Organisation) => 4,
            PronounClass::Described(_) => 5,
        }
    }

    /// The same, with a number of its own for each sex.
    pub(super) const fn of_sex(self) -> usize {
        if let PronounClass::Human(Gender::Female) = self { PronounClass::COUNT } else { self.index() }
    }
}

/// The form of a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Subject,
    Object,
    Possessive,
    Reflexive,
}

impl Anaphor {
    fn description(syntax: &Syntax, tokens: Range<usize>, kind: EntityKind) -> Anaphor {
        Anaphor {
            grammatical_role: syntax.grammatical_role(&tokens),
            modifiers: tokens.start + 1..(tokens.end - 1).max(tokens.start + 1),
            post: posts::of(syntax, tokens.end - 1),
            tokens,
            class: PronounClass::Described(kind),
            case: Case::Subject,
            mark: None,
        }
    }
}

/// Whether a pronoun or description may begin at a token, which most words tell at a glance.
pub(super) fn may_begin(syntax: &Syntax, token: usize) -> bool {
    // The same as `is_the`, with one look at the spelling for both: this is asked of every token.
    let form = syntax.reading.tokens.form(token);
    form.classes.has(Class::Pronoun) || matches!(form.word, "the" | "The")
}

/// The pronoun or description that begins at a token, if there is one, before the names that come next.
pub(super) fn at(syntax: &Syntax, token: usize, names: [Option<&Range<usize>>; 2]) -> Option<Anaphor> {
    let limit = names.map(|name| name.map(|name| name.start));
    if syntax.is_the(token) {
        return aged(syntax, token, limit[0])
            .or_else(|| parent(syntax, token, limit[0]))
            .or_else(|| description(syntax, token, limit[0]))
            .or_else(|| office(syntax, token, limit[0]))
            .or_else(|| description_with_name(syntax, token, names[0]?, limit[1]))
            .or_else(|| seated(syntax, token, names[0]?, limit[1]));
    }
    let (class, case) = pronoun(syntax, token)?;
    let tokens = token..token + 1;
    let case = settle(syntax, token, case);
    let grammatical_role = syntax.grammatical_role(&tokens);
    Some(Anaphor { grammatical_role, modifiers: token..token, tokens, class, case, mark: None, post: None })
}

/// "The Spaniard", "the Virginia Democrat": a word for the people of a country or a party that stands for one of them.
pub(super) fn one_of_a_people(syntax: &Syntax, name: &Range<usize>, mark: Mark) -> Option<Anaphor> {
    const LONGEST_PLACE: usize = 2;
    let is_of_place = |&t: &usize| matches!(mark, Mark::Party(_)) && syntax.tag(t, name.start) == Some(Tag::ProperNoun);
    let before = (name.start.saturating_sub(LONGEST_PLACE)..name.start).rev().take_while(is_of_place).count();
    let article = (name.start - before).checked_sub(1).filter(|&t| syntax.is_the(t))?;
    let ends = syntax.tag(name.end, article).is_none_or(|tag| !tag.is_noun() && tag != Tag::Adjective)
        && !matches!(syntax.word_at(name.end), "-" | "and" | "or");
    let is_one = name.len() == 1 && !syntax.word(name.start).ends_with('s');
    // A place before it is a mention of its own.
    let tokens = if before == 0 { article..name.end } else { name.clone() };
    let mark = Some(mark);
    (ends && is_one).then(|| Anaphor { mark, ..Anaphor::description(syntax, tokens, EntityKind::Person) })
}

/// "the" with at most a few modifiers and a noun that says which sort of thing is meant, and no name behind it.
fn description(syntax: &Syntax, token: usize, limit: Option<usize>) -> Option<Anaphor> {
    const LONGEST: usize = 4;
    let inside = |t: &usize| {
        is_before(*t, limit)
            && matches!(syntax.tag(*t, token), Some(Tag::Noun | Tag::Adjective | Tag::Number | Tag::ProperNoun))
    };
    let last = (token + 1..token + 1 + LONGEST).take_while(inside).last()?;
    let kind = sort_of(syntax, last).filter(|_| !goes_on(syntax, last, limit))?;
    Some(Anaphor::description(syntax, token..last + 1, kind))
}

/// "the Geneva-based charity", whose noun alone is the mention.
fn seated(syntax: &Syntax, token: usize, place: &Range<usize>, limit: Option<usize>) -> Option<Anaphor> {
    const LONGEST: usize = 4;
    let based = place.end + 1;
    if place.start != token + 1 || syntax.word_at(place.end) != "-" || syntax.word_at(based) != "based" {
        return None;
    }
    let inside = |t: &usize| is_before(*t, limit) && matches!(syntax.tag(*t, token), Some(Tag::Noun | Tag::Adjective));
    let last = (based + 1..based + LONGEST).take_while(inside).last()?;
    let kind = sort_of(syntax, last).filter(|_| !goes_on(syntax, last, limit))?;
    let mark = Some(Mark::Seat);
    (kind == EntityKind::Organisation).then(|| Anaphor { mark, ..Anaphor::description(syntax, last..last + 1, kind) })
}

/// Whether a word says that somebody does no longer hold a post.
pub(super) fn is_former(syntax: &Syntax, token: usize) -> bool {
    syntax.word_at(token) == "former"
}

/// "the PM", where the capitals were taken for no name.
fn office(syntax: &Syntax, token: usize, limit: Option<usize>) -> Option<Anaphor> {
    const LONGEST: usize = 5;
    let letters = token + 1;
    let is_noun = syntax.tag(letters, token).is_some_and(Tag::is_noun) && is_before(letters, limit);
    let is_office = is_noun
        && (2..=LONGEST).contains(&syntax.word(letters).len())
        && syntax.reading.tokens.form(letters).shape.is_all_caps()
        && !goes_on(syntax, letters, limit);
    let mark = Some(Mark::Initials);
    is_office.then(|| Anaphor { mark, ..Anaphor::description(syntax, token..letters + 1, EntityKind::Person) })
}

/// "the Villa boss", "the former Villa boss": a name between the article and the noun, which alone is the mention.
fn description_with_name(syntax: &Syntax, token: usize, name: &Range<usize>, limit: Option<usize>) -> Option<Anaphor> {
    const LONGEST: usize = 2;
    if name.start != token + 1 + usize::from(is_former(syntax, token + 1)) {
        return None;
    }
    let inside = |t: &usize| is_before(*t, limit) && matches!(syntax.tag(*t, token), Some(Tag::Noun | Tag::Adjective));
    let last = (name.end..name.end + LONGEST).take_while(inside).last()?;
    let kind = sort_of(syntax, last).filter(|_| !goes_on(syntax, last, limit))?;
    let modifiers = name.start..last;
    let mark = Some(Mark::Named);
    (kind == EntityKind::Person).then(|| Anaphor {
        modifiers,
        mark,
        ..Anaphor::description(syntax, last..last + 1, kind)
    })
}

/// "the 56-year-old", "the 56-year-old retired teacher"
fn aged(syntax: &Syntax, token: usize, limit: Option<usize>) -> Option<Anaphor> {
    const LONGEST: usize = 4;
    let age = syntax.word_at(token + 1).parse().ok()?;
    if [2, 3, 4, 5].map(|ahead| syntax.word_at(token + ahead)) != ["-", "year", "-", "old"] {
        return None;
    }
    let bare = token + 6;
    let is_part = |&t: &usize| {
        let tag = syntax.tag(t, token);
        matches!(tag, Some(Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::VerbParticiple | Tag::VerbPast))
    };
    let is_noun = |&t: &usize| syntax.reading.tokens.tag(t).is_noun();
    let noun = (bare..bare + LONGEST).take_while(is_part).filter(is_noun).last();
    let is_person = noun.is_none_or(|noun| sort_of(syntax, noun) == Some(EntityKind::Person));
    let end = noun.map_or(bare, |noun| noun + 1);
    let mark = Some(Mark::Age(age));
    (is_person && is_before(end, limit))
        .then(|| Anaphor { mark, ..Anaphor::description(syntax, token..end, EntityKind::Person) })
}

/// "the mother of four", but not "the mother of four boys"
fn parent(syntax: &Syntax, token: usize, limit: Option<usize>) -> Option<Anaphor> {
    let (head, count) = (token + 1, token + 3);
    let is_parent = (syntax.has(head, Class::Female) || syntax.has(head, Class::Male))
        && syntax.word_at(head + 1) == "of"
        && syntax.tag(count, token) == Some(Tag::Number)
        && syntax.tag(count + 1, token).is_none_or(|tag| !tag.is_noun() && tag != Tag::Adjective)
        && syntax.word_at(count + 1) != "of";
    let description = || Anaphor::description(syntax, token..count + 1, EntityKind::Person);
    let mark = Some(Mark::Parent);
    (is_parent && is_before(count + 1, limit)).then(|| Anaphor { mark, modifiers: head..head, ..description() })
}

fn is_before(token: usize, limit: Option<usize>) -> bool {
    limit.is_none_or(|limit| token < limit)
}

/// Whether the phrase does not end with the noun at `last`: "the minister Ana Lowe", "the minister, Ana Lowe", "the
/// minister, the former judge Ana Lowe", "the minister of trade".
fn goes_on(syntax: &Syntax, last: usize, limit: Option<usize>) -> bool {
    let next = syntax.word_at(last + 1);
    const LONGEST_TITLE: usize = 6;
    let titles = |t: usize| {
        matches!(
            syntax.tag(t, last),
            Some(Tag::Determiner | Tag::Adjective | Tag::VerbParticiple | Tag::Noun | Tag::ProperNoun)
        )
    };
    let is_apposed = |&name: &usize| name <= last + 2 + LONGEST_TITLE && (last + 2..name).all(titles);
    let names = limit == Some(last + 1) || next == "," && limit.as_ref().is_some_and(is_apposed);
    names || matches!(next, "-" | "of") || syntax.tag(last + 1, last).is_some_and(Tag::is_noun)
}

/// The kind of thing that a noun describes.
fn sort_of(syntax: &Syntax, head: usize) -> Option<EntityKind> {
    let has = |class| syntax.has(head, class);
    // "the chief justice"
    let is_office = has(Class::Title) && !has(Class::Courtesy) && head > 0 && syntax.has(head - 1, Class::PersonNoun);
    if has(Class::PersonNoun) || has(Class::Male) || has(Class::Female) || is_office {
        Some(EntityKind::Person)
    } else if has(Class::OrgNoun) {
        Some(EntityKind::Organisation)
    } else {
        has(Class::PlaceNoun).then_some(EntityKind::Place)
    }
}

/// What a pronoun stands for and its case, as the list of pronouns tells.
fn pronoun(syntax: &Syntax, token: usize) -> Option<(PronounClass, Case)> {
    if !syntax.has(token, Class::Pronoun) {
        return None;
    }
    let value = syntax.values.get(ValueKind::Pronoun, syntax.reading.tokens.form(token).lower)?;
    let (class, case) = value.split_once(' ')?;
    let class = match class {
        "male" => PronounClass::Human(Gender::Male),
        "female" => PronounClass::Human(Gender::Female),
        "thing" => PronounClass::Thing,
        _ => PronounClass::Plural,
    };
    let case = match case {
        "subject" => Case::Subject,
        "object" => Case::Object,
        "possessive" => Case::Possessive,
        _ => Case::Reflexive,
    };
    Some((class, case))
}

/// "her" and "it" do not show their case: the words around them do.
fn settle(syntax: &Syntax, token: usize, case: Case) -> Case {
    let word = syntax.word(token);
    let next = syntax.tag(token + 1, token);
    if word.eq_ignore_ascii_case("her") {
        let before_noun = matches!(next, Some(Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::Number));
        return if before_noun { Case::Possessive } else { Case::Object };
    }
    let verb_follows = next.is_some_and(|tag| tag == Tag::Modal || tag == Tag::Adverb || tag.is_verb());
    if word.eq_ignore_ascii_case("it") && !verb_follows { Case::Object } else { case }
}
