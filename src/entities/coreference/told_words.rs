//! Who is named in the words that a pronoun is said to speak: in "“I like Kim,” he said" he is not Kim.

use super::{anaphors::Anaphor, story::Story};
use crate::{
    entities::syntax::{GrammaticalRole, Syntax},
    model::Class,
    report::EntityKind,
    tokens::Tag,
};
use std::ops::Range;

/// How many tokens stand at most between a pronoun and words of its own: "he told the paper on Monday. “"
const FARTHEST: usize = 8;

impl Story<'_> {
    /// The people who are named in the words that a pronoun speaks, as far as these stand right beside it.
    pub(super) fn named_in_own_words(&self, anaphor: &Anaphor) -> Vec<usize> {
        let (syntax, at) = (self.syntax, anaphor.tokens.start);
        if anaphor.grammatical_role != GrammaticalRole::Speaker || syntax.quotation(at) != 0 {
            return Vec::new();
        }
        let quotations = &syntax.reading.tokens.quotations;
        let words = [words_before(syntax, at), words_behind(syntax, anaphor.tokens.end)];
        let named = words.into_iter().flatten().flat_map(|index| {
            let inner = &quotations.list[index].inner;
            let first = self.steps.partition_point(|step| step.mention.tokens.start < inner.start);
            let inside = self.steps[first..].iter().take_while(|step| step.mention.tokens.start < inner.end);
            // In "“He told me, ‘Kim, go home,’” she said" somebody else names her.
            inside.filter(move |step| quotations.innermost_at(step.mention.tokens.start) == Some(index))
        });
        let is_somebody_else = |cluster: usize, name: &Range<usize>| {
            self.known[cluster].kind == EntityKind::Person && !names_itself(syntax, name)
        };
        let others = named.filter(|step| is_somebody_else(step.cluster, &step.mention.tokens));
        others.map(|step| step.cluster).collect()
    }
}

/// The quotation before a pronoun, in its sentence: "“…,” he said", "“…”, said he".
fn words_before(syntax: &Syntax, at: usize) -> Option<usize> {
    const MARKS_AND_VERB: usize = 3;
    let quotations = &syntax.reading.tokens.quotations;
    let first = syntax.sentence_tokens(at).start.max(at.saturating_sub(MARKS_AND_VERB));
    (first..at).rev().find_map(|token| quotations.outermost_at(token))
}

/// The next quotation in the paragraph, unless somebody else is said to speak it: "he said. “…”"
fn words_behind(syntax: &Syntax, end: usize) -> Option<usize> {
    let quotations = &syntax.reading.tokens.quotations;
    let mut near = end..syntax.len().min(end + FARTHEST);
    let index = near.find_map(|token| quotations.outermost_at(token))?;
    let after = quotations.list[index].tokens().end;
    let is_said = (after..after + FARTHEST)
        .take_while(|&token| syntax.tag(token, after - 1).is_some())
        .any(|token| syntax.has(token, Class::Saying));
    let is_here = syntax.block(quotations.list[index].open.start) == syntax.block(end - 1);
    Some(index).filter(|_| is_here && !is_said)
}

/// "I am Kim", "my name is Kim", "the Kim family": whoever speaks may have the name.
fn names_itself(syntax: &Syntax, name: &Range<usize>) -> bool {
    const NEAR: usize = 4;
    let first = syntax.sentence_tokens(name.start).start.max(name.start.saturating_sub(NEAR));
    let is_own = |token: usize| matches!(&*syntax.word(token).to_lowercase(), "i" | "me" | "my" | "name" | "myself");
    let is_copula = |token: usize| syntax.has(token, Class::Be) || matches!(syntax.word(token), "," | "is");
    let tells_name = (first..name.start).any(is_own) && name.start.checked_sub(1).is_some_and(is_copula);
    tells_name || syntax.tag(name.end, name.start) == Some(Tag::Noun)
}
