//! What the text says that a name is, against what it was taken for: "Veltrix, a chip maker from Haifa," is no person,
//! "Lorn, 43, a baker" no company, and "his mother, Lali," no place.

use super::{merge::Cluster, names::NameTable, syntax::Syntax};
use crate::{mentions::Mention, model::Class, report::EntityKind, tokens::Tag};
use std::ops::Range;

/// Gives names the kind that an apposition or a predicate of one of their mentions tells.
pub(super) fn mark(syntax: &Syntax, mentions: &[Mention], names: &NameTable, clusters: &mut [Cluster]) {
    for cluster in clusters.iter_mut().filter(|cluster| !cluster.is_told) {
        let kind = cluster.kind;
        let others: &[EntityKind] = match kind {
            EntityKind::Person | EntityKind::Work | EntityKind::Product => &[EntityKind::Organisation],
            EntityKind::Organisation => &[EntityKind::Person],
            EntityKind::Place if cluster.names.iter().all(|&name| names[name].known.is_none()) => {
                &[EntityKind::Person, EntityKind::Organisation]
            }
            _ => continue,
        };
        let told = cluster.mentions.iter().filter_map(|member| {
            let mention = &mentions[member.mention.index()];
            told(syntax, &mention.tokens, kind)
        });
        let (other, mine): (Vec<_>, Vec<_>) = told.partition(|kind| others.contains(kind));
        if let Some(&first) = other.first().filter(|_| other.len() > mine.len()) {
            cluster.tell(first);
        }
    }
}

/// The kind that the words around a mention tell.
fn told(syntax: &Syntax, name: &Range<usize>, kind: EntityKind) -> Option<EntityKind> {
    let is_told_of = |tells: &[Telling]| name.len() <= 3 && tells.iter().any(|tells| tells(syntax, name));
    let told = match kind {
        EntityKind::Place if syntax.is_where(name) => Some(EntityKind::Place),
        EntityKind::Place if is_told_of(&NO_PLACE) => Some(EntityKind::Person),
        EntityKind::Organisation if is_told_of(&NO_FIRM) => Some(EntityKind::Person),
        _ => None,
    };
    // "Nairobi is a leader" says of no place that it is somebody.
    let is_predicate = word(syntax, name, name.end) != ",";
    told.or_else(|| of_noun(syntax, name).filter(|_| kind != EntityKind::Place || !is_predicate))
}

/// Whether what stands around a name tells that it is a person's.
type Telling = fn(&Syntax, &Range<usize>) -> bool;
/// What is told of people and firms ("its owner, Orbis,") but of no place.
const NO_PLACE: [Telling; 3] = [is_of_an_age, is_of_a_noun_for_people, is_called];
/// What is told of people but of no firm.
const NO_FIRM: [Telling; 3] = [is_of_an_age, is_called, is_of_a_relative];

/// "Lorn, 43, ", "Sakai, who is 61,"
fn is_of_an_age(syntax: &Syntax, name: &Range<usize>) -> bool {
    let word = |at: usize| word(syntax, name, at);
    let number = match (word(name.end + 1), word(name.end + 2)) {
        ("who", "is" | "was") => name.end + 3,
        _ => name.end + 1,
    };
    word(name.end) == "," && is_age(word(number)) && matches!(word(number + 1), "," | ".")
}

/// "his mother, Lali.", "Its only physician, Dzifa, wears"
fn is_of_a_noun_for_people(syntax: &Syntax, name: &Range<usize>) -> bool {
    is_of_a_noun(syntax, name, &[Class::PersonNoun])
}

/// "his mother, Lali.", "Sakura, his partner,", "her friend, Sakura,"
fn is_of_a_relative(syntax: &Syntax, name: &Range<usize>) -> bool {
    let is_of_person = |owner: usize| matches!(word(syntax, name, owner), "his" | "her");
    let is_relation = |noun: usize| {
        [Class::Male, Class::Female].iter().any(|&class| syntax.has(noun, class))
            || is_companion(word(syntax, name, noun))
    };
    let follows = word(syntax, name, name.end) == ","
        && is_of_person(name.end + 1)
        && is_relation(name.end + 2)
        && matches!(word(syntax, name, name.end + 3), "," | "." | "");
    let leads = name.start > 2
        && word(syntax, name, name.start - 1) == ","
        && is_companion(word(syntax, name, name.start - 2))
        && is_of_person(name.start - 3);
    follows || leads || is_of_a_noun(syntax, name, &[Class::Male, Class::Female])
}

/// Said of people beside relatives; of firms there are other words than "his" for whose they are.
fn is_companion(word: &str) -> bool {
    matches!(word, "partner" | "friend" | "neighbour" | "neighbor" | "colleague" | "companion" | "roommate" | "cousin")
}

/// Whether a noun of one of these classes stands right before, and no list goes on.
fn is_of_a_noun(syntax: &Syntax, name: &Range<usize>, classes: &[Class]) -> bool {
    let Some(noun) = name.start.checked_sub(2).filter(|_| word(syntax, name, name.start - 1) == ",") else {
        return false;
    };
    let ends = matches!(word(syntax, name, name.end), "," | "." | "") && !is_proper(syntax, name.end + 1, name);
    let owner = syntax.before_phrase(noun).map_or(syntax.sentence_tokens(name.start).start, |before| before + 1);
    let is_one = matches!(syntax.tag(owner, name.start), Some(Tag::Possessive | Tag::Determiner))
        || (owner..noun).any(|t| syntax.tag(t, name.start) == Some(Tag::PossessiveMark));
    ends && is_one && classes.iter().any(|&class| syntax.has(noun, class)) && !is_proper(syntax, noun, name)
}

/// "a trader named Kusum", "a woman who gave her name as Kusum"
fn is_called(syntax: &Syntax, name: &Range<usize>) -> bool {
    let Some(noun) = name.start.checked_sub(2) else { return false };
    match word(syntax, name, name.start - 1) {
        "named" | "called" => syntax.has(noun, Class::PersonNoun),
        "as" => word(syntax, name, noun) == "name",
        _ => false,
    }
}

/// The kind of the noun that an apposition or a predicate begins: ", a chip maker from Haifa", ", Haifa's third chip maker, said".
fn of_noun(syntax: &Syntax, name: &Range<usize>) -> Option<EntityKind> {
    let start = name.end + 1;
    let comma = word(syntax, name, name.end);
    let is_indefinite = matches!(word(syntax, name, start), "a" | "an");
    if !(is_indefinite && matches!(comma, "is" | "was") || comma == ",") {
        return None;
    }
    /// Words for people that are said of firms, too.
    const OF_BOTH: [&str; 6] = ["rival", "competitor", "partner", "leader", "member", "sponsor"];
    let head = head(syntax, start, name.start).filter(|&head| !OF_BOTH.contains(&syntax.word(head)))?;
    // With "the" or an owner it may be the next item of a list, unless a verb follows: "Veltrix, the chip maker, said".
    let is_definite = word(syntax, name, start) == "the"
        || (start..head).any(|t| syntax.reading.tokens.tag(t) == Tag::PossessiveMark);
    let is_closed =
        || word(syntax, name, head + 1) == "," && syntax.tag(head + 2, head).is_some_and(|tag| tag.is_finite());
    if !(is_indefinite || is_definite && is_closed()) {
        return None;
    }
    match (syntax.has(head, Class::OrgNoun), syntax.has(head, Class::PersonNoun)) {
        (true, false) => Some(EntityKind::Organisation),
        (false, true) => Some(EntityKind::Person),
        _ => None,
    }
}

/// The word at a token of the sentence of a name; nothing beyond it.
fn word<'a>(syntax: &Syntax<'a>, name: &Range<usize>, token: usize) -> &'a str {
    if syntax.tag(token, name.start).is_some() { syntax.word(token) } else { "" }
}

fn is_proper(syntax: &Syntax, token: usize, name: &Range<usize>) -> bool {
    syntax.tag(token, name.start) == Some(Tag::ProperNoun)
}

fn is_age(word: &str) -> bool {
    word.len() == 2 && word.parse::<u8>().is_ok()
}

/// The last noun of the phrase that an article opens: of "a chip maker from Haifa" the "maker".
fn head(syntax: &Syntax, article: usize, near: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let part = |t: &usize| match syntax.tag(*t, near) {
        Some(tag) if tag.is_noun() => true,
        Some(Tag::Adjective | Tag::Number | Tag::PossessiveMark | Tag::Adverb) => true,
        Some(_) => matches!(syntax.word(*t), "-" | "$" | "%" | "."),
        None => false,
    };
    let last = (article + 1..article + LONGEST).take_while(part).last()?;
    syntax.reading.tokens.tag(last).is_noun().then_some(last)
}
