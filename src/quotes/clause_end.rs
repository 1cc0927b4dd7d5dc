//! Where a reported clause stops: at a later cue, a contrast, or the clause around it.

use super::{
    adjuncts::opening,
    cue::Cue,
    indirect::ClauseReader,
    noun_phrases::{self, NounPhrase},
    subject::{self, Side},
};
use crate::{
    model::{Class, Frame, VerbForm},
    report::EntityKind,
    tokens::{self, Tag},
};

impl ClauseReader<'_, '_> {
    /// Where the clause stops that cue `c` reports and that begins at `start`.
    pub(super) fn clause_end(&self, c: usize, start: usize) -> usize {
        let view = self.view;
        let sentence = self.end();
        let parts = |&i: &usize| match view.word(i) {
            Some(";") => view.quotation_at(i).is_none() && !subject::in_brackets(view, i, start..sentence),
            Some(":") => view.quotation_at(i).is_none() && view.quotation_at(i + 1).is_some(),
            _ => false,
        };
        let end = (start..sentence).find(parts).unwrap_or(sentence);
        let cut = self.cues[c + 1..]
            .iter()
            .filter(|next| next.tokens.start > start && self.goes_on_to_report(next))
            .find_map(|next| self.cut_before(&self.cues[c], next, start));
        let end = cut.map_or(end, |cut| cut.min(end));
        let end = self.contrast(start, end).unwrap_or(end);
        let end = self.end_of_relative(&self.cues[c], start, end).unwrap_or(end);
        let end = self.end_of_opening_clause(&self.cues[c], start, end).unwrap_or(end);
        let end = self.verdict(start, end).unwrap_or(end);
        let end = self.verb_of_subject(&self.cues[c], start).map_or(end, |verb| verb.min(end));
        self.without_stop(start, end)
    }

    /// `..., something she "absolutely denies"`, "..., a charge that Lowe rejects": what others make of the report. A dash after
    /// the sentence leads to a credit: "... was over. — Bernama".
    fn verdict(&self, start: usize, end: usize) -> Option<usize> {
        const NAMES: &[&str] =
            &["claim", "charge", "allegation", "accusation", "suggestion", "figure", "remark", "assertion"];
        let view = self.view;
        let names = |i: usize| view.is(i, &["something"]) || view.is(i, &["a", "an"]) && view.is(i + 1, NAMES);
        let comments = |i: usize| (view.is_pause(i) || view.is_dash(i)) && names(i + 1);
        let credits = |i: usize| view.is_stop(i) && view.is_dash(i + 1);
        let is_outside = |i: usize| view.quotation_at(i).is_none_or(|m| view.quotations[m].tokens().end == i + 1);
        let at = (start + 1..end).find(|&i| (comments(i) || credits(i)) && is_outside(i))?;
        Some(at + usize::from(view.quotation_at(at).is_some()))
    }

    /// "..., but gave no details": whoever reports goes on, where the verb after "but" is one of saying or withholding; in
    /// "..., but will not sell" the clause goes on.
    fn contrast(&self, start: usize, end: usize) -> Option<usize> {
        let view = self.view;
        let link = (start..end.saturating_sub(1)).find(|&i| {
            let ends = || self.is_withheld(i + 1) || self.is_unclear(i + 1);
            // "..., and declined to comment"
            let declines = || view.has(i + 1, Class::Withholding) && self.is_finite(i + 1);
            view.quotation_at(i).is_none() && (view.is(i, &["but"]) && ends() || view.is(i, &["and"]) && declines())
        })?;
        Some(if link > start && view.is_comma(link - 1) { link - 1 } else { link })
    }

    /// "gave no details", "would not say", "they have yet to release any findings"
    fn is_withheld(&self, start: usize) -> bool {
        const LONGEST_GROUP: usize = 6;
        let view = self.view;
        let own = usize::from(view.is(start, &["he", "she", "they", "it"]));
        let helps = |i: usize| {
            let links = matches!(view.tag(i), Some(Tag::Adverb | Tag::To)) || view.is(i, &["not", "never", "n't"]);
            links || tokens::is_auxiliary(view.cursor, i) || view.is(i, &["would", "will", "did", "do", "yet"])
        };
        let verb = (start + own..start + own + LONGEST_GROUP).find(|&i| !helps(i)).filter(|&i| view.is_verb(i));
        let says = |verb: usize| own == 0 && view.cue_verb(verb).is_some_and(|(verb, _)| verb.takes(Frame::That));
        verb.is_some_and(|verb| view.has(verb, Class::Withholding) || says(verb))
    }

    /// "it was not immediately clear whether"
    fn is_unclear(&self, start: usize) -> bool {
        const FARTHEST: usize = 5;
        let view = self.view;
        view.is(start, &["it"]) && (start + 2..start + FARTHEST).any(|i| view.is(i, &["clear", "unclear"]))
    }

    /// "When Lowe warned that it leaked, Kim laughed", "Saying that it leaked, Lowe left": the clause of a cue that
    /// opens the sentence ends before its main one.
    fn end_of_opening_clause(&self, cue: &Cue, start: usize, end: usize) -> Option<usize> {
        let (view, first) = (self.view, self.sentence.tokens.start);
        // "Even though"
        let link = first + usize::from(view.is(first, &["even"]));
        let opens = view.is(link, &["when", "after", "while", "although", "though", "as", "since", "because"])
            && cue.clause().start == link + 1
            || cue.is_gerund() && (cue.tokens.start == first || has_later_subject(cue));
        let is_end = |&i: &usize| view.is_comma(i) && view.quotation_at(i).is_none() && self.has_clause(i + 1);
        if opens { (start..end).find(is_end) } else { None }
    }

    /// "Lowe, who said he saw nothing, left", "The vote, which they say was rigged, stands": the comma that closes a relative
    /// clause is followed by the verb of its owner.
    pub(super) fn end_of_relative(&self, cue: &Cue, start: usize, end: usize) -> Option<usize> {
        let view = self.view;
        let opens = |token: usize| {
            let link = (self.sentence.tokens.start + 1..token).rev().find(|&i| view.tag(i) != Some(Tag::Adverb));
            let is_relative = |link: usize| view.is(link, &["who", "which"]) && !noun_phrases::is_acronym(view, link);
            link.is_some_and(|link| is_relative(link) && self.is_set_off(link))
        };
        let is_verb = |i: usize| {
            let negates = view.is(i, &["not", "never"]);
            self.is_finite(i) || tokens::is_auxiliary(view.cursor, i) && !negates
        };
        let verb_follows = |i: usize| is_verb(i + 1) || view.tag(i + 1) == Some(Tag::Adverb) && is_verb(i + 2);
        let closes = |&i: &usize| view.is_comma(i) && view.quotation_at(i).is_none() && verb_follows(i);
        let is_relative = opens(cue.tokens.start) || opens(cue.clause().start);
        if is_relative { (start..end).find(closes) } else { None }
    }

    /// Whether a comma stands before a relative clause, or before the apposition that it belongs to: "Lowe, a Democrat who".
    fn is_set_off(&self, link: usize) -> bool {
        let view = self.view;
        let comma = (self.sentence.tokens.start..link).rev().find(|&i| view.is_comma(i));
        comma.is_some_and(|comma| {
            let noun = noun_phrases::starting_at(view, comma + 1, link).filter(|noun| noun.tokens.end == link);
            let describes = noun.is_some_and(|noun| view.tag(noun.tokens.start) == Some(Tag::Determiner));
            comma + 1 == link || describes
        })
    }

    /// Whether a later verb may report anything where it stands: not in "left and continued to run", "posts which state the same".
    fn goes_on_to_report(&self, next: &Cue) -> bool {
        let view = self.view;
        const CLAUSES: &[Frame] = &[Frame::That, Frame::Zero, Frame::Wh, Frame::To, Frame::Predicate, Frame::Object];
        let quotes = || {
            let after = opening(view, next, self.end());
            (after..after + 2).any(|i| view.quotation_at(i).is_some())
        };
        let is_relative = view.is(next.tokens.start - 1, &["which", "that"]);
        !is_relative && (next.verb.is_none() || CLAUSES.iter().any(|&frame| next.takes(frame)) || quotes())
    }

    /// Where a clause that began at `start` stops because of a later cue that does not belong to it.
    fn cut_before(&self, cue: &Cue, next: &Cue, start: usize) -> Option<usize> {
        let view = self.view;
        let clause = next.clause();
        let before = clause.start.checked_sub(1).filter(|before| *before > start)?;
        let comma = view.is_comma(before);
        if next.verb.is_none() {
            return Some(before + usize::from(!comma));
        }
        if next.is_gerund() {
            // `said it was "sealed," before conceding that it leaked`
            let paused = view.is_comma(before - 1) || view.quotation_at(before - 1).is_some();
            let linked = view.is(before, &["before", "after"]) && paused && next.takes(Frame::That);
            // "reported it was over citing the police"
            let cites = next.base() == "cite";
            return if comma || linked { Some(before) } else { (cites || view.is_pause(before)).then_some(before + 1) };
        }
        if next.side == Side::After {
            return None;
        }
        // "..., and on Sunday told"
        let link = subject::over_adverbs(view, before + 1, start) - 1;
        if view.is(link, &["but", "and", "while", "although", "though", "yet"]) || view.word(link) == Some(";") {
            // "Officials say relatives saw the bodies and claimed to know nothing"
            if next.side == Side::Shared && (cue.changes_tense(next) || self.goes_on(start, link, next)) {
                return None;
            }
            let cut = if link > start && view.is_comma(link - 1) { link - 1 } else { link };
            return self.has_finite_verb(&(start..cut)).then_some(cut);
        }
        // "Bank says no, blames the weather"
        if comma && next.side == Side::Shared && view.is_heading(self.sentence.block) {
            return Some(before);
        }
        let is_last = || {
            let ends = opening(view, next, self.end());
            ends >= self.end() || view.is_stop(ends)
        };
        (comma && next.side == Side::Before && is_last()).then_some(before)
    }

    /// Whether a verb of saying without a subject of its own goes on with the reported clause: one with an auxiliary ("said it
    /// had paid and would defend the deal"), one that shares the passive of the clause ("said she had been stopped
    /// and told to wait"), and one after what another person did ("said her uncle hugged him and whispered").
    fn goes_on(&self, start: usize, link: usize, next: &Cue) -> bool {
        let view = self.view;
        if !view.is(link, &["and"]) || view.is_comma(link - 1) {
            return false;
        }
        let is_past = matches!(next.verb.map(|verb| verb.form), Some(VerbForm::Past | VerbForm::Participle));
        // "said the firm was close to him and demanded a refund"
        let is_participle = is_past && !matches!(next.base(), "say" | "add") && !next.takes(Frame::Object);
        // "says it leaks and has warned the mayor"
        let helps = next.tokens.len() > next.base().split(' ').count();
        let is_helped = helps && !view.is(next.tokens.start, &["has", "have"]);
        let Some(finite) = (start..link).find(|&i| self.is_finite(i) || tokens::is_auxiliary(view.cursor, i)) else {
            return false;
        };
        let is_passive = (finite..link).take(4).any(|i| view.is(i, &["been"]));
        let subject = || noun_phrases::starting_at(view, start, finite).filter(|subject| subject.tokens.end == finite);
        let is_person = |subject: NounPhrase| {
            let head = subject.head();
            view.named_kind(head) == Some(EntityKind::Person) || view.has(head, Class::PersonNoun)
        };
        is_helped || is_participle && (is_passive || subject().is_some_and(is_person))
    }

    fn without_stop(&self, start: usize, mut end: usize) -> usize {
        while end > start
            && (self.view.is_stop(end - 1) || self.view.is_comma(end - 1))
            && self.view.quotation_at(end - 1).is_none()
        {
            end -= 1;
        }
        end
    }
}

/// "In a message announcing that it was over, Lowe thanked them": the speaker stands in the main clause after the report.
fn has_later_subject(cue: &Cue) -> bool {
    cue.side == Side::Shared && cue.speaker.as_ref().is_some_and(|speaker| speaker.tokens.start > cue.tokens.end)
}
