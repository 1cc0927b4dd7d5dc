//! Which paragraphs of a story open with a dateline or a run-in head.

use super::{
    paragraph::Paragraph,
    run_in::{self, Style},
};
use crate::{
    Span,
    report::{BlockKind, Lead, LeadKind},
};

/// The openings of the paragraphs of the story, in order.
pub(super) fn find(paragraphs: &[Paragraph], kinds: &[BlockKind]) -> Vec<Lead> {
    let story = paragraphs.iter().zip(kinds).filter(|(_, kind)| kind.is_story()).map(|(paragraph, _)| paragraph);
    let story: Vec<&Paragraph> = story.collect();
    let habits = Habits::of(&story, run_in::is_conversation(paragraphs));
    let mut told = false;
    let mut lead = |paragraph: &&Paragraph| {
        let found = habits.lead(paragraph, !told);
        told |= paragraph.is_prose();
        found
    };
    story.iter().filter_map(&mut lead).collect()
}

/// How a story opens its paragraphs. What one alone does may be chance.
struct Habits {
    /// "LEDGER:" names a speaker there, not a place.
    conversation: bool,
    /// One question may be the writer's; where several paragraphs open with one, they are heads.
    questions: bool,
    times: bool,
    heads: Style,
}

impl Habits {
    fn of(story: &[&Paragraph], conversation: bool) -> Habits {
        let several = |opens: fn(&Paragraph) -> Option<usize>| {
            story.iter().filter(|paragraph| opens(paragraph).is_some()).nth(1).is_some()
        };
        let heads = several(|paragraph| run_in::run_in_length(paragraph, Style::Plain));
        Habits {
            conversation,
            questions: several(run_in::question_length),
            times: several(run_in::time_length),
            heads: if heads { Style::Heads } else { Style::Plain },
        }
    }

    /// What a paragraph opens with; `opening` says that no prose stands before it.
    fn lead(&self, paragraph: &Paragraph, opening: bool) -> Option<Lead> {
        let opening = opening && !self.conversation;
        let dateline =
            if opening { run_in::opening_dateline_length(paragraph) } else { run_in::dateline_length(paragraph) };
        let (kind, length) = match dateline {
            Some(length) => (LeadKind::Dateline, length),
            None => (LeadKind::Runin, self.head_length(paragraph)?),
        };
        Some(Lead { kind, span: Span::new(paragraph.span.start, paragraph.span.start + length as u32) })
    }

    fn head_length(&self, paragraph: &Paragraph) -> Option<usize> {
        run_in::run_in_length(paragraph, self.heads)
            .or_else(|| run_in::question_length(paragraph).filter(|_| self.questions))
            .or_else(|| run_in::time_length(paragraph).filter(|_| self.times))
    }
}
