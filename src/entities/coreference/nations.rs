//! Where the text says that somebody is from: "Kenya's Joseph Kiprop", "Luis Ortega of Spain", "the Ghanaian striker Rafael Osei".

use crate::{
    entities::{
        names::{MentionId, NameTable},
        roles::Roles,
        syntax::Syntax,
    },
    mentions::Mention,
    tokens::Tag,
};
use std::ops::Range;

/// The countries, by their numbers among the known names, that are named where a mention of a person says from where.
pub(super) fn of(
    syntax: &Syntax,
    mentions: &[Mention],
    names: &NameTable,
    roles: &Roles,
    person: MentionId,
) -> Vec<u16> {
    const NEAR: usize = 3;
    let name = &mentions[person.index()];
    let roles = || roles.all_beside(person).map(|role| &role.tokens);
    let near = person.index().saturating_sub(NEAR)..(person.index() + NEAR + 1).min(mentions.len());
    let told = near.filter_map(|other| {
        let known = names[names.of(MentionId::at(other))?].known?;
        let place = &mentions[other].tokens;
        let is_told = roles().any(|role| role.contains(&place.start))
            || leads(syntax, place, &name.tokens)
            || follows(syntax, &name.tokens, place);
        (is_told && (known.adjective || !leads_team(syntax, place.end))).then_some(known.number)
    });
    let shared = roles().cloned().flatten().any(|t| is_shared(syntax.word(t))).then_some(ANY);
    told.chain(shared).collect()
}

/// "Kenya coach Ana Lowe", "the Kenya head coach": whoever trains a team may be from anywhere.
fn leads_team(syntax: &Syntax, behind: usize) -> bool {
    const LONGEST: usize = 3;
    let part = |&t: &usize| {
        syntax
            .tag(t, behind - 1)
            .is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::Adjective | Tag::PossessiveMark))
    };
    let is_trainer = |t: usize| matches!(syntax.word(t), "coach" | "manager" | "boss" | "trainer");
    (behind..behind + LONGEST).take_while(part).any(is_trainer)
}

/// Stands for the country of somebody else in the story.
pub(super) const ANY: u16 = u16::MAX;

/// "her compatriot Ana Lowe" is from where somebody else is from.
fn is_shared(word: &str) -> bool {
    matches!(word, "compatriot" | "countryman" | "countrywoman" | "fellow")
}

/// "Kenya's Joseph Kiprop", "Kenya's world champion Joseph Kiprop", "Kenyan Joseph Kiprop".
fn leads(syntax: &Syntax, place: &Range<usize>, name: &Range<usize>) -> bool {
    const LONGEST: usize = 4;
    let between = place.end..name.start;
    let is_part = |t: usize| {
        let tag = syntax.tag(t, name.start);
        t == place.end && tag == Some(Tag::PossessiveMark) || tag.is_some_and(|t| t.is_noun() || t == Tag::Adjective)
    };
    place.end <= name.start && between.len() <= LONGEST && between.clone().all(is_part)
}

/// "Luis Ortega of Spain", "Luis Ortega, also from Spain", "Luis Ortega (Spain)".
fn follows(syntax: &Syntax, name: &Range<usize>, place: &Range<usize>) -> bool {
    const LONGEST: usize = 3;
    let between = name.end..place.start;
    let is_aside = |t: usize| t == name.end && syntax.word(t) == "," || syntax.reading.tokens.tag(t) == Tag::Adverb;
    let from = between.end.checked_sub(1).filter(|from| between.contains(from) && between.len() <= LONGEST);
    from.is_some_and(|from| matches!(syntax.word(from), "of" | "from" | "(") && (between.start..from).all(is_aside))
}
