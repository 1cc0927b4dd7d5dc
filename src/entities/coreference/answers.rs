//! Who answers: "Lowe asked the minister why. “We waited,” she replied", "He put it to her that she knew. “No,” she said".

use super::{
    anaphors::{Anaphor, Case, PronounClass},
    narrowing::Fitting,
    questions::{LONGEST_HEARER, Question, asked_by, question_in, replies},
    story::Story,
};
use crate::entities::syntax::GrammaticalRole;

impl Story<'_> {
    /// Whoever was asked in the sentence before, if the pronoun answers; nobody if that is somebody without a name. Whoever asked
    /// does not answer.
    pub(super) fn only_who_was_asked<'c>(&self, anaphor: &Anaphor, mut fitting: Fitting<'c>) -> Fitting<'c> {
        let Some(question) = self.question_before(anaphor) else { return fitting };
        match question.hearer {
            Some(hearer) => {
                let asked =
                    self.discourse.asked.filter(|&(token, _)| (hearer..hearer + LONGEST_HEARER).contains(&token));
                fitting.retain(|&(cluster, _)| asked.is_some_and(|(_, asked)| asked == cluster));
            }
            None => {
                let sentence = self.syntax.sentence(question.verb);
                let asker = self.discourse.subjects[0].filter(|&(subject, _)| subject == sentence);
                fitting.retain(|&(cluster, _)| asker.is_none_or(|(_, asker)| asker != cluster));
            }
        }
        fitting
    }

    /// "Lowe asked why. The lawyer put it to her that she knew": whoever asks is not asked; and nobody who is named before "Lowe's
    /// deputy, Kim Poe, put it to her".
    pub(super) fn without_asker<'c>(&self, anaphor: &Anaphor, mut fitting: Fitting<'c>) -> Fitting<'c> {
        let is_object = anaphor.case == Case::Object;
        let verb = if is_object { asked_by(self.syntax, &anaphor.tokens) } else { None };
        let Some(verb) = verb else { return fitting };
        fitting.retain(|&(cluster, _)| self.discourse.asker != Some(cluster));
        if verb > 0 && self.syntax.word(verb - 1) == "," {
            let subject = self.syntax.sentence_tokens(verb).start..verb;
            fitting.retain(|(_, candidate)| !subject.contains(&candidate.last.tokens.start));
        }
        fitting
    }

    /// The question that "he" or "she" answers: asked in the last words that are no quotation.
    fn question_before(&self, anaphor: &Anaphor) -> Option<Question> {
        const MOST_QUOTED: usize = 4;
        let (syntax, at) = (self.syntax, anaphor.tokens.start);
        let is_human = matches!(anaphor.class, PronounClass::Human(_));
        if !is_human || anaphor.grammatical_role != GrammaticalRole::Speaker || syntax.quotation(at) != 0 {
            return None;
        }
        let replies = replies(syntax, anaphor.tokens.end) || at > 0 && replies(syntax, at - 1);
        let mut start = syntax.sentence_tokens(at).start;
        for _ in 0..MOST_QUOTED {
            let sentence = syntax.sentence_tokens(start.checked_sub(1)?);
            if syntax.block(at) - syntax.block(sentence.start) > 1 {
                return None;
            }
            if let Some(question) = question_in(syntax, sentence.clone(), replies) {
                return Some(question);
            }
            if sentence.clone().any(|t| syntax.quotation(t) == 0 && syntax.reading.tokens.tag(t).is_verb()) {
                return None;
            }
            start = sentence.start;
        }
        None
    }
}
