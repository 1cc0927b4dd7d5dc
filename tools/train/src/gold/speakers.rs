//! Where the speaker of a marked report stands.

use super::article::{Article, Report};

type Place = (usize, usize);

/// The mention of the report's speaker that a reader would point at: outside reported words if possible, then in the
/// same block, then no possessive, then the nearest.
pub(super) fn speaker_of(article: &Article, report: &Report) -> Option<Place> {
    let outside =
        places(article, &report.who).into_iter().filter(|place| !(report.start..report.end).contains(&place.0));
    outside.min_by_key(|place| rank(article, report, *place))
}

fn places(article: &Article, who: &str) -> Vec<Place> {
    if let Some(number) = who.strip_prefix('@') {
        let of_speaker = article.mentions.iter().filter(|m| number == m.entity.to_string());
        return of_speaker.map(|m| (m.start, m.end)).collect();
    }
    if who == "?" { Vec::new() } else { whole_words(&article.text, &who.chars().collect::<Vec<_>>()) }
}

fn whole_words(text: &[char], words: &[char]) -> Vec<Place> {
    let in_word = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|c| c.is_alphanumeric());
    let starts = text.windows(words.len()).enumerate().filter(|(_, window)| *window == words).map(|(start, _)| start);
    let places = starts.map(|start| (start, start + words.len()));
    places.filter(|place| !in_word(place.0.checked_sub(1)) && !in_word(Some(place.1))).collect()
}

fn rank(article: &Article, report: &Report, place: Place) -> (bool, bool, bool, usize) {
    let is_reported = article.reports.iter().any(|other| (other.start..other.end).contains(&place.0));
    let mut blocks = article.blocks.iter().map(|block| block.start..block.end);
    let in_same_block = blocks.any(|block| block.contains(&report.start) && block.contains(&place.0));
    let words: String = article.text[place.0..place.1].iter().flat_map(|c| c.to_lowercase()).collect();
    let is_possessive = ["my", "our", "his", "her", "its", "their"].contains(&words.as_str());
    let distance = place.0.abs_diff(report.end).min(report.start.abs_diff(place.1));
    (is_reported, !in_same_block, is_possessive, distance)
}
