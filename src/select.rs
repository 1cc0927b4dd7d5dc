//! A summary of the length asked for, chosen from a report.

use crate::{Report, Span};

/// How long a summary is to be.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum SummaryLength {
    /// This many sentences.
    Sentences(usize),
    /// As many sentences as fit into this many words, and at least one. A word is a run without white space that holds
    /// a letter or a digit.
    Words(usize),
    /// This share of the ranked sentences, 0 to 1, and at least one sentence.
    Share(f32),
}

impl Default for SummaryLength {
    /// Three sentences.
    fn default() -> SummaryLength {
        SummaryLength::Sentences(3)
    }
}

impl Report {
    /// The places of the sentences that say best what the text comes down to, in text order and in the report's units.
    /// `text` is the text of the report; the report must still be in bytes of it.
    ///
    /// The ranking is nested: a longer summary holds every shorter one.
    ///
    /// ```
    /// use nutgraf::{Options, SummaryLength, analyze};
    /// let text = "The bridge closed on Sunday. Nobody was hurt.";
    /// let report = analyze(text, &Options::new());
    /// let chosen = report.select_summary(SummaryLength::Words(5), text);
    /// assert_eq!(chosen[0].of(text), "The bridge closed on Sunday.");
    /// ```
    pub fn select_summary(&self, length: SummaryLength, text: &str) -> Vec<Span> {
        let ranked = || self.summary.iter().map(|ranked| self.sentences[ranked.sentence as usize].span);
        let count = match length {
            SummaryLength::Sentences(count) => count,
            SummaryLength::Words(words) => how_many_fit(ranked().map(|span| span.of(text)), words),
            SummaryLength::Share(share) => {
                ((self.summary.len() as f32 * share.clamp(0.0, 1.0)).round() as usize).max(1)
            }
        };
        let mut chosen: Vec<Span> = ranked().take(count).collect();
        chosen.sort_unstable_by_key(|span| span.start);
        chosen
    }
}

/// How many of the sentences fit into a number of words; the first always does.
fn how_many_fit<'t>(sentences: impl Iterator<Item = &'t str>, words: usize) -> usize {
    let mut total = 0;
    let fits = |sentence: &&str| {
        total += count_words(sentence);
        total <= words
    };
    sentences.take_while(fits).count().max(1)
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};

    #[test]
    fn a_summary_has_the_length_asked_for() {
        let text = "The bridge closed on Sunday. Nobody was hurt. Mayor Ana Lowe resigned. It rained.";
        let report = analyze(text, &Options::new());
        for (length, sentences) in [
            (SummaryLength::Sentences(0), 0),
            (SummaryLength::Sentences(2), 2),
            (SummaryLength::default(), 3),
            (SummaryLength::Sentences(9), 4),
            (SummaryLength::Words(0), 1),
            (SummaryLength::Words(100), 4),
            (SummaryLength::Share(0.5), 2),
            (SummaryLength::Share(f32::NAN), 1),
            (SummaryLength::Share(7.0), 4),
        ] {
            let chosen = report.select_summary(length, text);
            assert_eq!(chosen.len(), sentences, "{length:?}");
            assert!(chosen.is_sorted_by_key(|span| span.start), "{length:?}");
        }
    }

    #[test]
    fn words_hold_a_letter_or_a_digit() {
        for (text, words) in [("", 0), ("— “No,” 42 …", 2), ("the\tU.S.\u{a0}Navy", 3), ("東京", 1)] {
            assert_eq!(count_words(text), words, "{text}");
        }
    }
}
