//! Layer 7: which sentences carry the story, and the few facts to know.
//!
//! Every word, and every two that stand side by side, has a chance to stand in a summary by an editor (`odds`); the
//! sentences are chosen one after the other, each for the chances that it adds to those before it (`select`), so that
//! the best n + 1 always contain the best n.

mod candidates;
mod dependence;
mod facts;
mod odds;
mod reasons;
mod rows;
mod select;
mod terms;

#[cfg(feature = "training")]
pub(crate) mod training;

use crate::{
    entities::Entities,
    report::{KeyFact, Quote, Ranked, TimelineEntry},
    tokens::Reading,
};
pub(crate) use candidates::Candidates;
use reasons::{Chosen, Grounds};
use select::Choice;

/// The ranking of the body sentences and what is drawn from it.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    /// Every sentence of the story's paragraphs but words to the reader once, best first.
    pub(crate) ranking: Vec<Ranked>,
    /// The index of the sentence that carries the story.
    pub(crate) nut_graf: Option<u32>,
    pub(crate) key_facts: Vec<KeyFact>,
}

/// Ranks the sentences of the story and draws the facts from the best of them.
#[inline(never)]
pub(crate) fn rank(reading: Reading, entities: &Entities, quotes: &[Quote], timeline: &[TimelineEntry]) -> Summary {
    let (candidates, chances) = Candidates::gather(reading, entities, quotes);
    let ranking = ranked(&candidates, &select::order(&candidates, &chances));
    let key_facts = facts::draw(reading, entities, quotes, timeline, &ranking);
    Summary { nut_graf: ranking.first().map(|r| r.sentence), key_facts, ranking }
}

fn ranked(candidates: &Candidates, order: &[Choice]) -> Vec<Ranked> {
    let average = Grounds::average(candidates.list.iter().map(|candidate| &candidate.grounds));
    let mut least = 1.0;
    let rank = |(rank, choice): (usize, &Choice)| {
        let candidate = &candidates.list[choice.candidate];
        let chosen = Chosen { before: choice.candidate, rank, fresh: choice.fresh, grounds: &candidate.grounds };
        least = score(choice.gain).min(least);
        Ranked {
            sentence: candidate.sentence,
            score: least,
            reasons: reasons::of(chosen, &average),
            needs: candidate.needs.map(|on| candidates.list[on].sentence),
        }
    };
    order.iter().enumerate().map(rank).collect()
}

/// What a sentence adds as a number between 0 and 1.
fn score(gain: f32) -> f32 {
    /// What an opening sentence of middling length adds.
    const HALF: f32 = 10.0;
    gain / (gain + HALF)
}

#[cfg(test)]
mod tests {
    use crate::{BlockKind, FactKind, NoticeCode, Options, Reason, Report, analyze};

    const STORY: &str = "The bridge over the Tarn was closed on Sunday after engineers found cracks in two of its pillars, the city said.\n\n\
        Mayor Ana Lowe said the repair of the pillars would take until March and cost $4 million.\n\n\
        But she promised a ferry. It will carry cars too.\n\n\
        The bridge over the Tarn was closed on Sunday after engineers found cracks in two of its pillars.\n\n\
        \"We saw the cracks grow for years,\" said Omar Reyes, who lives beside the bridge.";

    fn read(text: &str) -> Report {
        analyze(text, &Options::new())
    }

    /// What every ranking keeps to, of whatever text.
    fn check(text: &str) {
        let report = read(text);
        let order: Vec<u32> = report.summary.iter().map(|ranked| ranked.sentence).collect();
        let mut told: Vec<u32> = (0..report.sentences.len() as u32)
            .filter(|&s| report.article.blocks[report.sentences[s as usize].block as usize].kind == BlockKind::Body)
            .collect();
        let mut ranked = order.clone();
        ranked.sort_unstable();
        told.retain(|s| ranked.binary_search(s).is_ok() || !is_lead(&report, *s) && is_sentence(text, &report, *s));
        assert_eq!(ranked, told, "every sentence of the paragraphs once: {text:.60}");
        for (at, ranked) in report.summary.iter().enumerate() {
            assert!((0.0..=1.0).contains(&ranked.score), "{}", ranked.score);
            assert!(at == 0 || ranked.score <= report.summary[at - 1].score, "scores fall: {text:.60}");
            assert!(ranked.needs.is_none_or(|on| order[..at].contains(&on)), "depends on a later one: {text:.60}");
        }
        assert_eq!(report.nut_graf, order.first().copied());
    }

    fn is_sentence(text: &str, report: &Report, sentence: u32) -> bool {
        let text = report.sentences[sentence as usize].span.of(text);
        text.contains(' ') && text.ends_with(['.', '"'])
    }

    fn is_lead(report: &Report, sentence: u32) -> bool {
        let span = report.sentences[sentence as usize].span;
        report.article.leads.iter().any(|lead| lead.span.overlaps(span))
    }

    #[test]
    fn any_text_is_ranked_whole() {
        for text in [
            "",
            "One sentence.",
            "\"\"",
            "But he did.",
            "- milk\n- bread\n- eggs",
            "He said no. She said no. They said no.",
            STORY,
            &STORY.repeat(40),
        ] {
            check(text);
        }
    }

    #[test]
    fn what_is_no_sentence_is_never_the_nut_graf() {
        let told = "The city closed the old bridge on Sunday. Nobody knows for how long it will stay closed.";
        for before in
            ["", "What you need to know:\n\n", "\"We have no choice.\"\n\n", "- Facebook\n- Twitter\n- Flipboard\n\n"]
        {
            let text = format!("{before}{told}");
            let report = read(&text);
            let found = report.nut_graf.map_or("", |nut| report.sentences[nut as usize].span.of(&text));
            assert!(!found.is_empty() && told.contains(found), "{text}: {found}");
        }
        for text in ["- Facebook\n- Twitter\n- Flipboard", "Home\nNews\nSport", "What you need to know:"] {
            let report = read(text);
            assert_eq!(report.nut_graf, None, "{text}");
            assert!(report.notices.iter().any(|notice| notice.code == NoticeCode::NoSummary), "{text}");
        }
    }

    #[test]
    fn the_opening_carries_the_story_and_its_repetition_comes_last() {
        let report = read(STORY);
        let opening = report.summary[0].sentence as usize;
        assert!(report.sentences[opening].span.of(STORY).starts_with("The bridge over the Tarn was closed"));
        assert_eq!(report.summary[0].reasons.first(), Some(&Reason::Opens));
        let last = report.summary.last().unwrap().sentence as usize;
        assert!(report.sentences[last].span.of(STORY).ends_with("two of its pillars."));
    }

    #[test]
    fn who_only_reported_the_story_and_sorts_of_things_are_no_key_facts() {
        let text = "LISBON, June 3 (Reuters) - The 14-year project to repair the old bridge will cost 4.5 million euros, \
            Mayor Ana Lowe said on Tuesday.\n\nLowe said that twenty-five people live 30-40 miles from it.";
        let facts = read(text).key_facts;
        let of_kind = |kind| facts.iter().filter(move |fact| fact.kind == kind).map(|fact| fact.span.of(text));
        assert!(of_kind(FactKind::Who).eq(["Ana Lowe"]));
        assert!(of_kind(FactKind::HowMuch).eq(["4.5 million euros", "twenty-five people", "30-40 miles"]));
    }

    #[test]
    fn the_headline_is_not_part_of_the_summary() {
        let text = "Bridge over the Tarn closed\n\n\
            The bridge over the Tarn was closed on Sunday after engineers found cracks, the city said.\n\n\
            Mayor Ana Lowe said the repair of the pillars would take until March and cost $4 million.\n\n\
            But she promised a ferry. It will carry cars too.\n";
        let report = read(text);
        assert!(report.article.headline.is_some());
        assert!(report.summary.iter().all(|ranked| ranked.sentence > 0));
    }
}
