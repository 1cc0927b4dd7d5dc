//! Whose words a quotation holds, as far as that is told beside it: "Lowe said: “…”", "“…,” said Lowe", "“…,” she said".

use super::{
    anaphors::{self, Anaphor, PronounClass},
    story::Story,
};
use crate::{
    entities::syntax::{GrammaticalRole, Syntax},
    model::Class,
    tokens::Quotation,
};

impl Story<'_> {
    /// The speaker of the outermost quotation in which a pronoun stands: named behind it, before it, or who spoke last in its
    /// paragraph.
    pub(super) fn quotation_speaker(&self, anaphor: &Anaphor, next: usize) -> Option<usize> {
        let tokens = &self.syntax.reading.tokens;
        let index = tokens.quotations.holding(anaphor.tokens.start)?;
        if let Some((_, speaker)) = self.spoken_by.filter(|(spoken, _)| *spoken == index) {
            return speaker;
        }
        let quotation = &tokens.quotations.list[index];
        let named = self.named_behind(quotation, next).or_else(|| self.named_before(quotation));
        named.or_else(|| self.spoke_last(quotation))
    }

    /// The outermost quotation that opens at a token.
    pub(super) fn opened_at(&self, token: usize) -> Option<usize> {
        let quotations = &self.syntax.reading.tokens.quotations;
        quotations.outermost_at(token).filter(|&index| quotations.list[index].open.start == token)
    }

    /// The outermost quotation that opens at a token, with "he" or "she" right behind it who speaks: "“…,” she said".
    pub(super) fn speaker_behind(&self, token: usize) -> Option<(usize, Anaphor)> {
        const NEAR: usize = 3;
        let index = self.opened_at(token)?;
        let end = self.syntax.reading.tokens.quotations.list[index].tokens().end;
        let mut behind = (end..end + NEAR).take_while(|&t| self.syntax.tag(t, end - 1).is_some());
        let anaphor = behind.find_map(|t| anaphors::at(self.syntax, t, [None, None]))?;
        let speaks = anaphor.grammatical_role == GrammaticalRole::Speaker;
        (speaks && matches!(anaphor.class, PronounClass::Human(_))).then_some((index, anaphor))
    }

    fn named_behind(&self, quotation: &Quotation, next: usize) -> Option<usize> {
        const NEAR: usize = 12;
        let end = quotation.tokens().end;
        let step = self.steps[next..].iter().take(NEAR).find(|step| step.mention.tokens.start >= end)?;
        let speaks = self.syntax.grammatical_role(&step.mention.tokens) == GrammaticalRole::Speaker;
        let here = self.syntax.sentence(step.mention.tokens.start) == self.syntax.sentence(end - 1);
        (here && speaks).then_some(step.cluster)
    }

    fn named_before(&self, quotation: &Quotation) -> Option<usize> {
        let open = quotation.open.start;
        let speaker = self.discourse.speaker.as_ref().filter(|speaker| speaker.token < open)?;
        let from = self.syntax.sentence_tokens(open).start;
        (speaker.token >= from).then_some(speaker.cluster)
    }

    /// Who spoke last in the paragraph, unless other words behind the quotation say whose it is; or, if "he" or "she" does, in
    /// the paragraph before as well.
    fn spoke_last(&self, quotation: &Quotation) -> Option<usize> {
        let open = quotation.open.start;
        let speaker = self.discourse.speaker.as_ref().filter(|speaker| speaker.token < open)?;
        let back = self.syntax.block(open) - self.syntax.block(speaker.token);
        let goes_on = match reported_behind(self.syntax, quotation) {
            Behind::Nothing => back == 0,
            Behind::Pronoun => back <= 1,
            Behind::Other => false,
        };
        goes_on.then_some(speaker.cluster)
    }
}

/// What speaks right behind a quotation.
enum Behind {
    Nothing,
    /// "“…,” she told him"
    Pronoun,
    /// "“…,” said a neighbour"
    Other,
}

fn reported_behind(syntax: &Syntax, quotation: &Quotation) -> Behind {
    const NEAR: usize = 6;
    let end = quotation.tokens().end;
    let behind = end..end + NEAR;
    let mut behind = behind.take_while(|&t| syntax.tag(t, end - 1).is_some());
    if !behind.any(|t| syntax.has(t, Class::Saying)) {
        return Behind::Nothing;
    }
    if [end, end + 1].iter().any(|&t| syntax.has(t, Class::Pronoun)) { Behind::Pronoun } else { Behind::Other }
}
