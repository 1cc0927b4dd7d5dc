//! How far an analysis has come: told while it runs, for texts long enough to wait for.

/// A stage of the analysis. Stages run one after the other, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Stage {
    /// Paragraphs, and what each is for.
    Structure,
    /// Words, sentences, parts of speech.
    Tokens,
    /// Names, amounts, dates, addresses.
    Mentions,
    /// Which mentions are one person or thing.
    Entities,
    /// Reported speech and its speakers.
    Quotes,
    /// Dates on the calendar.
    Timeline,
    /// The ranking of the sentences.
    Summary,
}

impl Stage {
    /// Every stage, in the order in which they run.
    pub const ALL: [Stage; 7] = [
        Stage::Structure,
        Stage::Tokens,
        Stage::Mentions,
        Stage::Entities,
        Stage::Quotes,
        Stage::Timeline,
        Stage::Summary,
    ];

    /// The name in lower case, as JavaScript is told: "structure".
    pub const fn name(self) -> &'static str {
        match self {
            Stage::Structure => "structure",
            Stage::Tokens => "tokens",
            Stage::Mentions => "mentions",
            Stage::Entities => "entities",
            Stage::Quotes => "quotes",
            Stage::Timeline => "timeline",
            Stage::Summary => "summary",
        }
    }

    /// The share of the whole work, 0 to 1, that is done when the stage begins: as instructions were counted on 100 kB
    /// of articles.
    const fn begins_at(self) -> f32 {
        match self {
            Stage::Structure => 0.0,
            Stage::Tokens => 0.12,
            Stage::Mentions => 0.30,
            Stage::Entities => 0.68,
            Stage::Quotes => 0.85,
            Stage::Timeline => 0.92,
            Stage::Summary => 0.93,
        }
    }

    const fn ends_at(self) -> f32 {
        match self {
            Stage::Summary => 1.0,
            stage => Stage::ALL[stage as usize + 1].begins_at(),
        }
    }
}

/// Tells a listener, if there is one, which stage runs and which share of the whole analysis is done.
#[derive(Clone, Copy)]
pub(crate) struct Progress<'a> {
    listener: Option<&'a dyn Fn(Stage, f32)>,
}

impl<'a> Progress<'a> {
    /// Nobody listens.
    pub(crate) const SILENT: Progress<'static> = Progress { listener: None };

    pub(crate) fn to(listener: &'a dyn Fn(Stage, f32)) -> Progress<'a> {
        Progress { listener: Some(listener) }
    }

    /// A stage begins.
    pub(crate) fn begin(self, stage: Stage) {
        self.within(stage, 0, 1);
    }

    /// `done` of the `all` parts of a stage are done.
    pub(crate) fn within(self, stage: Stage, done: usize, all: usize) {
        if let Some(listener) = self.listener {
            let (from, to) = (stage.begins_at(), stage.ends_at());
            listener(stage, from + (to - from) * done as f32 / all.max(1) as f32);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn stages_are_numbered_in_their_order_and_their_shares_rise() {
        for (index, stage) in Stage::ALL.into_iter().enumerate() {
            assert_eq!(stage as usize, index);
            assert!(stage.begins_at() < stage.ends_at(), "{stage:?}");
        }
    }

    #[test]
    fn a_part_of_a_stage_lies_between_its_ends() {
        let heard = RefCell::new(Vec::new());
        let listener = |stage, share| heard.borrow_mut().push((stage, share));
        let progress = Progress::to(&listener);
        progress.begin(Stage::Summary);
        progress.within(Stage::Summary, 2, 2);
        progress.within(Stage::Tokens, 0, 0);
        let [summary, tokens] = [Stage::Summary, Stage::Tokens].map(|stage| (stage, stage.begins_at()));
        assert_eq!(heard.into_inner(), [summary, (Stage::Summary, 1.0), tokens]);
    }
}
