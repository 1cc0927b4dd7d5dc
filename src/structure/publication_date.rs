//! Written dates with their year, as articles state when they were published: a line may hold nothing else.

use super::{date_word::DateWord, words::Word};
use crate::{Date, Span};

/// The first date with a day, month and year among the words, one behind "updated" only if there is no other.
pub(super) fn find(words: &[Word]) -> Option<(Span, Date)> {
    let mut updated = None;
    for at in (0..words.len()).filter(|&at| words[at].date != DateWord::None) {
        let Some((date, length)) = date_at(words, at) else { continue };
        let span = words[at].span.join(words[at + length - 1].span);
        if !is_of_update(words, span) {
            return Some((span, date));
        }
        updated = updated.or(Some((span, date)));
    }
    updated
}

/// Whether the label before a date says that something changed then: "Last updated June 30, 2025".
pub(super) fn is_of_update(words: &[Word], date: Span) -> bool {
    let before = &words[..words.partition_point(|word| word.span.start < date.start)];
    let label = before.iter().rfind(|word| word.date == DateWord::Label);
    label.is_some_and(|label| matches!(&*label.lower, "updated" | "update" | "modified"))
}

/// The date that begins with word `at`, and how many words it takes.
pub(super) fn date_at(words: &[Word], at: usize) -> Option<(Date, usize)> {
    use DateWord::{Day, Month, Year};
    let word = |i: usize| words.get(at + i).map_or(DateWord::None, |word| word.date);
    match (word(0), word(1), word(2)) {
        (DateWord::Date(date), ..) => Some((date, 1)),
        (Month(month), Day(day), Year(year))
        | (Day(day), Month(month), Year(year))
        | (Year(year), Month(month), Day(day)) => Date::new(year, month, day).map(|date| (date, 3)),
        _ => None,
    }
}

/// Whether a word belongs to a date or time.
pub(super) fn has_any(words: &[Word]) -> bool {
    words.iter().any(|word| word.lower == "ago" || !(word.date == DateWord::None || word.date.goes_with_date()))
}

/// Whether the words are a date or time and what goes with it ("Updated 3:15 p.m. ET"), and nothing else; with a full
/// stop other words make a sentence.
pub(super) fn is_only_date(words: &[Word], full_stop: bool) -> bool {
    const LONGEST: usize = 22;
    /// How many other words there may be.
    const OTHERS: usize = 2;
    let (mut at, mut other, mut dates, mut times) = (0, 0, 0, 0);
    if words.len() > LONGEST {
        return false;
    }
    let abbreviated = words.last().is_some_and(|word| word.lower.contains('.') || word.date.goes_with_date());
    while let Some(word) = words.get(at) {
        if let Some((_, length)) = date_at(words, at) {
            (dates, at) = (dates + 1, at + length);
            continue;
        }
        let is_time =
            matches!(word.date, DateWord::Clock | DateWord::Month(_) | DateWord::Weekday) || word.lower == "ago";
        let is_number = || word.lower.parse::<u32>().is_ok();
        times += usize::from(is_time);
        other += usize::from(!(is_time || word.lower.is_empty() || word.date.goes_with_date() || is_number()));
        at += 1;
        if other > OTHERS {
            return false;
        }
    }
    dates > 0 && (!full_stop || abbreviated) && other * 2 <= words.len() || dates + times > 0 && other == 0
}

#[cfg(test)]
mod tests {
    use super::super::{line_joining::join_lines, lines::lines, paragraph::Paragraph, words::Source};
    use crate::Model;

    fn check(text: &str, expected: Option<&str>, only_date: bool) {
        let place = join_lines(text, &lines(text), &[])[0];
        let paragraph = Paragraph::read(Source::leaked(text), &place, &Model::built_in().paragraph_words());
        assert_eq!(paragraph.date.map(|(_, date)| date.to_string()).as_deref(), expected, "{text}");
        assert_eq!(paragraph.only_date, only_date, "{text}");
    }

    #[test]
    fn dates_of_publication() {
        for (text, expected) in [
            ("2025-06-30", "2025-06-30"),
            ("2025-06-30T10:15:00Z", "2025-06-30"),
            ("June 30, 2025", "2025-06-30"),
            ("30 June 2025", "2025-06-30"),
            ("30th September 2026", "2026-09-30"),
            ("Mon 30 Jun 2025 15:15 BST", "2025-06-30"),
            ("Updated 3:15 p.m. ET, November 18, 2025", "2025-11-18"),
            ("Updated Nov. 19, 2025 | Published Nov. 18, 2025", "2025-11-18"),
            ("Posted: Feb 10, 2026 / 09:58 PM CST Updated: Feb 11, 2026 / 06:15 AM CST", "2026-02-10"),
            ("Sept. 3, 2026", "2026-09-03"),
            ("16.12.2025 14:20", "2025-12-16"),
            ("06.30.2025", "2025-06-30"),
            ("30/06/2025", "2025-06-30"),
            ("06/30/2025", "2025-06-30"),
            ("3-Nov-2025", "2025-11-03"),
            ("2025 June 30", "2025-06-30"),
            ("Last updated 8:05 p.m. PT Tuesday, Aug. 18, 2026", "2026-08-18"),
            ("Winter issue, Jan. 20, 2026", "2026-01-20"),
            ("July 9, 202611:42 AM GMT+8 Updated 14 mins ago", "2026-07-09"),
        ] {
            check(text, Some(expected), true);
        }
        for (sentence, date) in [
            ("He died on July 3, 2024.", "2024-07-03"),
            ("The trial began on March 3, 2019.", "2019-03-03"),
            ("Voting ends on 4 July 2031.", "2031-07-04"),
        ] {
            check(sentence, Some(date), false);
        }
    }

    #[test]
    fn times_without_a_date_and_sentences_with_one() {
        check("Updated 3:15 p.m. ET", None, true);
        check("2 hours ago", None, true);
        check("On June 30, 2025, the council closed the bridge.", Some("2025-06-30"), false);
        check("31 June 2025", None, true);
        check("The council closed the bridge in 2025", None, false);
        check("May I help?", None, false);
    }
}
