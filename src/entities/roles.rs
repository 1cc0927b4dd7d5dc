//! What the text says that somebody or something is.

use super::{names::MentionId, syntax::Syntax};
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
fn beside(syntax: &Syntax, mention: &Mention) -> Option<Role> {
    let tokens = &mention.tokens;
    if !matches!(mention.kind, EntityKind::Person | EntityKind::Organisation) {
        return None;
    }
    let found = apposition_after(syntax, tokens, mention.kind)
        .map(|tokens| (tokens, Pattern::Apposition))
        .or_else(|| apposition_before(syntax, tokens, mention.kind).map(|tokens| (tokens, Pattern::Apposition)))
        .or_else(|| relative_clause(syntax, tokens).map(|tokens| (tokens, Pattern::Clause)))
        .or_else(|| copula(syntax, tokens, mention.kind).map(|tokens| (tokens, Pattern::Copula)))
        .or_else(|| title(syntax, tokens, mention.kind).map(|tokens| (tokens, Pattern::Title)));
    found.map(|(tokens, pattern)| Role { tokens, pattern })
}

/// The roles beside the mentions of a text.
pub(super) struct Roles(Vec<[Option<Role>; 2]>);

impl Roles {
    pub(super) fn of(syntax: &Syntax, mentions: &[Mention]) -> Roles {
        Roles(mentions.iter().map(|mention| all_beside(syntax, mention)).collect())
    }

    /// The role that stands beside a mention.
    pub(super) fn beside(&self, mention: MentionId) -> Option<&Role> {
        self.0[mention.index()][0].as_ref()
    }

    /// Every role beside it.
    pub(super) fn all_beside(&self, mention: MentionId) -> impl Iterator<Item = &Role> {
        self.0[mention.index()].iter().flatten()
    }

    /// The fullest role that stands beside any of the mentions, the earliest of equals.
    pub(super) fn best(&self, mentions: impl Iterator<Item = MentionId>) -> Option<&Role> {
        mentions.filter_map(|mention| self.beside(mention)).min_by_key(|role| role.pattern)
    }
}

/// Every role beside a mention, where a title stands before a name that an apposition follows: "striker Tom Hay, the captain,".
fn all_beside(syntax: &Syntax, mention: &Mention) -> [Option<Role>; 2] {
    let role = beside(syntax, mention);
    let is_told = role.as_ref().is_some_and(|role| role.pattern != Pattern::Title);
    let title = is_told.then(|| title(syntax, &mention.tokens, mention.kind)).flatten();
    [role, title.map(|tokens| Role { tokens, pattern: Pattern::Title })]
}

/// The sex that the head of a person's role tells: "a mother of two", "union spokeswoman".
pub(super) fn gender(syntax: &Syntax, role: &Role) -> Option<Gender> {
    let told = |t: usize| match (syntax.has(t, Class::Male), syntax.has(t, Class::Female)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    };
    let says = |t: usize| told(t).is_some() || is_role_noun(syntax, t, EntityKind::Person);
    let ends = |t: usize| syntax.tag(t + 1, t).is_none_or(|tag| !tag.is_noun() && tag != Tag::PossessiveMark);
    let head = role.tokens.clone().find(|&t| says(t) && (t + 1 == role.tokens.end || ends(t)));
    head.filter(|_| !matches!(role.pattern, Pattern::Clause)).and_then(told)
}

/// "have named him Shalimar"
pub(super) fn gender_of_naming(syntax: &Syntax, mention: &Mention) -> Option<Gender> {
    let whom = mention.tokens.start.checked_sub(1)?;
    let verb = whom.checked_sub(1).filter(|&t| matches!(syntax.word(t), "named" | "called"));
    verb.and(match syntax.word(whom) {
        "him" => Some(Gender::Male),
        "her" => Some(Gender::Female),
        _ => None,
    })
}

/// How old the text says that somebody is: "Ana Lowe, 56,".
pub(super) fn age(syntax: &Syntax, mention: &Mention) -> Option<u8> {
    let (comma, number) = (mention.tokens.end, mention.tokens.end + 1);
    let opens = matches!(syntax.word_at(comma), "," | "(") && syntax.tag(comma, mention.tokens.start).is_some();
    let stands = opens && matches!(syntax.word_at(number + 1), "," | "." | ")");
    let behind = syntax.word_at(number).parse().ok().filter(|_| stands);
    behind.or_else(|| age_before(syntax, &mention.tokens)).filter(|_| mention.kind == EntityKind::Person)
}

/// "56-year-old Ana Lowe", "the 56-year-old baker Ana Lowe"
fn age_before(syntax: &Syntax, name: &Range<usize>) -> Option<u8> {
    const LONGEST: usize = 3;
    let is_old = |&t: &usize| syntax.word(t) == "old" && t >= 4;
    let old = (name.start.saturating_sub(LONGEST)..name.start).rev().find(is_old)?;
    let is_title = |t: usize| syntax.tag(t, name.start).is_some_and(|tag| tag.is_noun() || tag == Tag::Adjective);
    let is_year = [1, 2, 3].map(|back| syntax.word(old - back)) == ["-", "year", "-"];
    syntax.word(old - 4).parse().ok().filter(|_| is_year && (old + 1..name.start).all(is_title))
}

/// "Ana Lowe, the head of the union,"
fn apposition_after(syntax: &Syntax, name: &Range<usize>, kind: EntityKind) -> Option<Range<usize>> {
    let mut start = name.end + 1;
    if !is_word(syntax, name.end, name, ",") {
        return None;
    }
    // An age may stand between: "Ana Lowe, 61, a tailor".
    if syntax.tag(start, name.start) == Some(Tag::Number) && is_word(syntax, start + 1, name, ",") {
        start += 2;
    }
    let end = end_of_aside(syntax, start, name.start);
    let opens = matches!(
        syntax.tag(start, name.start)?,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Noun | Tag::ProperNoun | Tag::Adverb
    ) && !is_relative(syntax, start);
    let head = head(syntax, start..end, kind)?;
    // Nothing but modifiers may stand before the head: otherwise it is the next item of a list.
    let plain = (start..head).all(|t| !is_verb_like(syntax, t) && syntax.word(t) != "and");
    let closed = end > start && (syntax.tag(end, name.start).is_none() || !is_word(syntax, end, name, "and"));
    let tells = !is_report(syntax, head..end) && !is_list(syntax, head..end);
    (opens && plain && closed && tells).then(|| without_article(syntax, start..end))
}

/// Whether what follows a name is the rest of a list: ", the World Bank and the IMF agreed."
fn is_list(syntax: &Syntax, from_head: Range<usize>) -> bool {
    let Some(and) = from_head.clone().find(|&t| syntax.word(t) == "and") else { return false };
    let is_named = syntax.reading.tokens.tag(from_head.start) == Tag::ProperNoun;
    let mut rest = (and..from_head.end).take_while(|&t| !is_relative(syntax, t) && syntax.word(t) != "that");
    and == from_head.start + 1 && is_named || rest.any(|t| is_verb_like(syntax, t))
}

/// Whether what follows a name tells who reports it rather than what it is: ", state media reported on Monday."
fn is_report(syntax: &Syntax, from_head: Range<usize>) -> bool {
    let verb = from_head.start + 1;
    from_head.contains(&verb) && syntax.has(verb, Class::Saying) && is_verb_like(syntax, verb)
}

/// "the head of the union, Ana Lowe,"
fn apposition_before(syntax: &Syntax, name: &Range<usize>, kind: EntityKind) -> Option<Range<usize>> {
    const MOST_TITLES: usize = 2;
    // "her daughter, Ms Ana Lowe,", "the commissioner for roads, Barrister Ana Lowe,"
    let is_title = |&t: &usize| {
        syntax.has(t, Class::Title)
            || syntax.has(t, Class::PersonNoun) && syntax.reading.tokens.tag(t) == Tag::ProperNoun
    };
    let titled =
        (name.start.saturating_sub(MOST_TITLES)..name.start).rev().take_while(is_title).last().unwrap_or(name.start);
    let comma = titled.checked_sub(1).filter(|&t| is_word(syntax, t, name, ","))?;
    let floor = syntax.sentence_tokens(name.start).start.max(comma.saturating_sub(LONGEST));
    let mut within = (floor..comma).rev().take_while(|&t| !is_verb_like(syntax, t) && !is_stop(syntax, t));
    let opens = |t: usize| {
        matches!(syntax.tag(t, name.start), Some(Tag::Determiner | Tag::Possessive | Tag::PossessiveMark))
            && !is_relative(syntax, t)
    };
    let opens_role = |&t: &usize| opens(t) && head(syntax, t..comma, kind).is_some();
    let start = within.find(opens_role).or_else(|| bare_role(syntax, comma, kind))?;
    // "A spokesman for the governor, Ana Lowe,": whose role the nearer noun would be, the outer phrase says.
    let is_inner = start > floor && matches!(syntax.word(start - 1), "for" | "of" | "to");
    let start = within.find(opens_role).filter(|_| is_inner).unwrap_or(start);
    let start =
        if syntax.tag(start, name.start) == Some(Tag::PossessiveMark) { owner(syntax, start, floor) } else { start };
    let closed =
        syntax.tag(name.end, name.start).is_none_or(|_| is_stop(syntax, name.end) || is_verb_like(syntax, name.end));
    closed.then(|| without_article(syntax, start..comma))
}

/// "Prosecuting counsel, Ana Lowe, said": where a role without an article begins that opens its sentence.
fn bare_role(syntax: &Syntax, comma: usize, kind: EntityKind) -> Option<usize> {
    const LONGEST: usize = 6;
    let first = syntax.sentence_tokens(comma).start;
    let is_part = |t: usize| {
        let tag = syntax.reading.tokens.tag(t);
        tag.is_noun() || matches!(tag, Tag::Adjective | Tag::VerbGerund | Tag::PossessiveMark)
    };
    let is_role = comma > first && comma - first <= LONGEST && is_role_noun(syntax, comma - 1, kind);
    (is_role && (first..comma).all(is_part)).then_some(first)
}

/// Where the owner before a possessive mark begins: "The Gozo Channel" of "The Gozo Channel's chief executive".
fn owner(syntax: &Syntax, mark: usize, floor: usize) -> usize {
    let part = |t: &usize| {
        matches!(syntax.reading.tokens.tag(*t), Tag::ProperNoun | Tag::Noun | Tag::Adjective | Tag::Determiner)
    };
    (floor..mark).rev().take_while(part).last().unwrap_or(mark)
}

/// "Ana Lowe, who leads the union,"
fn relative_clause(syntax: &Syntax, name: &Range<usize>) -> Option<Range<usize>> {
    let (who, verb) = (name.end + 1, name.end + 2);
    let told = is_word(syntax, name.end, name, ",")
        && is_word(syntax, who, name, "who")
        && syntax.tag(verb, name.start).is_some();
    // "who served for the match" tells no post.
    let is_post = !matches!(syntax.word_at(verb), "serves" | "served") || syntax.word_at(verb + 1) == "as";
    if !told || !syntax.has(verb, Class::Leading) || !is_post {
        return None;
    }
    let end = end_of_aside(syntax, verb, name.start);
    (end > verb + 1).then_some(verb..end)
}

/// "Ana Lowe is the head of the union."
fn copula(syntax: &Syntax, name: &Range<usize>, kind: EntityKind) -> Option<Range<usize>> {
    if !matches!(syntax.word(name.end.min(syntax.len() - 1)), "is" | "was") {
        return None;
    }
    let start = name.end + 1;
    let end = end_of_aside(syntax, start, name.start);
    let opens = matches!(syntax.tag(start, name.start)?, Tag::Determiner);
    let head = head(syntax, start..end, kind)?;
    (opens && (start..head).all(|t| !is_verb_like(syntax, t))).then(|| without_article(syntax, start..end))
}

/// "union leader Ana Lowe"
fn title(syntax: &Syntax, name: &Range<usize>, kind: EntityKind) -> Option<Range<usize>> {
    const LONGEST_TITLE: usize = 8;
    let floor = syntax.sentence_tokens(name.start).start.max(name.start.saturating_sub(LONGEST_TITLE));
    // "forecaster Dr Hugh Tan"
    let last = (floor..name.start).rev().find(|&t| !syntax.has(t, Class::Courtesy))?;
    let is_head = |t: usize| is_role_noun(syntax, t, kind) || kind == EntityKind::Person && syntax.has(t, Class::Title);
    let head = if is_head(last) { last } else { head_of_office(syntax, floor..last + 1, kind)? };
    if syntax.quotation(last) != syntax.quotation(name.start) {
        return None;
    }
    let part = |t: &usize| {
        matches!(
            syntax.reading.tokens.tag(*t),
            Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::PossessiveMark | Tag::Number
        ) || syntax.word(*t) == "-" && *t > floor
    };
    let start = (floor..head + 1).rev().take_while(part).last()?;
    // "Then-mayor Ana Lowe"
    let start = start + usize::from(syntax.word(start) == "-");
    // "company CEO and co-founder Ayesha Rahm": after an article they might be two people.
    let and = start.checked_sub(1).filter(|&t| t > floor && syntax.word(t) == "and" && is_head(t - 1));
    let both = and.and_then(|and| (floor..and).rev().take_while(part).last());
    let is_one = |&first: &usize| first == floor || syntax.reading.tokens.tag(first - 1) != Tag::Determiner;
    Some(both.filter(is_one).unwrap_or(start)..last + 1)
}

/// The "Secretary" of "Secretary of State Nora Blyth".
fn head_of_office(syntax: &Syntax, words: Range<usize>, kind: EntityKind) -> Option<usize> {
    const LONGEST: usize = 3;
    let is_noun = |t: usize| syntax.reading.tokens.tag(t).is_noun();
    let field = (words.start + 1..words.end).rev().take(LONGEST).take_while(|&t| is_noun(t)).last()?;
    let of = field.checked_sub(1).filter(|&of| of > words.start && syntax.word(of) == "of")?;
    (kind == EntityKind::Person && syntax.has(of - 1, Class::Title)).then_some(of - 1)
}

/// The end of a phrase that begins at `start`: before a comma, a dash, another stop, or "and who".
fn end_of_aside(syntax: &Syntax, start: usize, near: usize) -> usize {
    let goes_on = |t: usize| syntax.word(t) == "and" && syntax.tag(t + 1, t).is_some() && is_relative(syntax, t + 1);
    let inside = |t: &usize| syntax.tag(*t, near).is_some() && !is_stop(syntax, *t) && !goes_on(*t);
    let end = (start..start + LONGEST).take_while(inside).last().map_or(start, |last| last + 1);
    // "the singer whose album “Blues” carried": a clause that is cut short tells nothing.
    let is_whole = end < start + LONGEST && !(syntax.tag(end, near).is_some() && is_quotation_mark(syntax, end));
    let clause = (start..end).find(|&t| !is_whole && t > start && is_relative(syntax, t));
    clause.unwrap_or(end)
}

fn is_relative(syntax: &Syntax, token: usize) -> bool {
    matches!(syntax.word(token), "who" | "whose" | "whom" | "which")
}

fn is_stop(syntax: &Syntax, token: usize) -> bool {
    matches!(syntax.word(token), "," | "." | ";" | ":" | "—" | "–" | "--" | "?" | "!")
        || is_quotation_mark(syntax, token)
}

fn is_quotation_mark(syntax: &Syntax, token: usize) -> bool {
    matches!(syntax.word(token), "\"" | "“" | "”")
}

/// The head of a phrase: its first noun for a person (or an organisation) that no other noun follows.
fn head(syntax: &Syntax, mut tokens: Range<usize>, kind: EntityKind) -> Option<usize> {
    tokens.find(|&t| {
        is_role_noun(syntax, t, kind)
            && syntax.tag(t + 1, t).is_none_or(|tag| !tag.is_noun() && tag != Tag::PossessiveMark)
    })
}

/// Whether a word says what somebody (or, of an organisation, something) is.
pub(super) fn is_role_noun(syntax: &Syntax, token: usize, kind: EntityKind) -> bool {
    match kind {
        EntityKind::Person => {
            syntax.has(token, Class::PersonNoun)
                || syntax.has(token, Class::Title) && !syntax.has(token, Class::Courtesy)
        }
        _ => syntax.has(token, Class::OrgNoun),
    }
}

fn is_verb_like(syntax: &Syntax, token: usize) -> bool {
    let tag = syntax.reading.tokens.tag(token);
    tag == Tag::Modal || matches!(tag, Tag::VerbPast | Tag::VerbPresent | Tag::VerbBase)
}

fn is_word(syntax: &Syntax, token: usize, near: &Range<usize>, word: &str) -> bool {
    syntax.tag(token, near.start).is_some() && syntax.word(token) == word
}

/// Without the article, or the pronoun that says whose: it stands for what the role by itself does not name.
fn without_article(syntax: &Syntax, tokens: Range<usize>) -> Range<usize> {
    let article = matches!(syntax.word(tokens.start), "the" | "The" | "a" | "A" | "an" | "An")
        || syntax.reading.tokens.tag(tokens.start) == Tag::Possessive;
    if article && tokens.len() > 1 { tokens.start + 1..tokens.end } else { tokens }
}
