//! What one source hands on of another: "Lowe was quoted by TASS as saying", "The Herald quotes a diver saying".

use super::{
    apposition,
    cue::Cue,
    noun_phrases::{self, NounPhrase},
    subject::{self, Side},
    view::{MatrixSentence, View},
};
use crate::{
    model::CueVerb,
    report::QuoteStatus,
    tokens::{Tag, VerbGroup, Voice},
};
use std::ops::Range;

/// Says what somebody is quoted as saying.
pub(super) const SAYING: &[&str] = &["saying", "telling", "stating", "claiming", "warning", "adding"];

/// The cue of a verb of quoting at `at`, if "saying" follows: whoever is quoted speaks.
pub(super) fn cue<'a>(
    view: &View<'a>,
    at: usize,
    verb: CueVerb<'a>,
    index: usize,
    sentence: &MatrixSentence,
) -> Option<Cue<'a>> {
    const FARTHEST: usize = 24;
    let limit = sentence.tokens.end.min(at + FARTHEST);
    let saying = (at + 1..limit).find(|&i| view.is(i, SAYING))?;
    let is_linked = view.is(saying - 1, &["as"]);
    let quoted = at + 1..saying - usize::from(is_linked);
    let group = VerbGroup::of(view.cursor, at..at + 1, sentence.tokens.start)?;
    let (subject, _) = subject::before(view, group.start, sentence, true);
    let (speaker, via) = if group.voice == Voice::Passive {
        let by = quoted.clone().find(|&i| view.is(i, &["by", "in"]));
        (subject, by.and_then(|by| noun_phrases::starting_at(view, by + 1, quoted.end)))
    } else {
        let speaker = object(view, &quoted).filter(|speaker| is_linked || speaker.tokens.end == saying);
        (Some(apposition::renamed_after(view, speaker?)), subject)
    };
    let (tokens, status) = (group.start..saying + 1, QuoteStatus::Asserted);
    Some(Cue { tokens, verb: Some(verb), speaker, side: Side::Before, hearer: None, via, status, sentence: index })
}

/// "her" in "quotes her as saying" looks like the owner of what follows.
fn object(view: &View, tokens: &Range<usize>) -> Option<NounPhrase> {
    let is_pronoun = tokens.len() == 1 && matches!(view.tag(tokens.start), Some(Tag::Possessive | Tag::Pronoun));
    if is_pronoun {
        return Some(NounPhrase::plain(tokens.clone()));
    }
    noun_phrases::starting_at(view, tokens.start, tokens.end)
}
