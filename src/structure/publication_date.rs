//! Written dates with their year, as articles state when they were published.

use super::paragraph::Word;
use crate::{Date, Span};

/// The first date with a day, month and year among the words.
pub(super) fn find(words: &[Word]) -> Option<(Span, Date)> {
    (0..words.len()).find_map(|at| {
        let (date, length) = date_at(words, at)?;
        Some((words[at].span.join(words[at + length - 1].span), date))
    })
}

/// Whether the words are a date or time and what goes with it ("Updated 3:15 p.m. ET"), and nothing else.
pub(super) fn is_only_date(words: &[Word]) -> bool {
    const LONGEST: usize = 22;
    let (mut at, mut other, mut dates, mut times) = (0, 0, 0, 0);
    if words.len() > LONGEST {
        return false;
    }
    while let Some(word) = words.get(at) {
        if let Some((_, length)) = date_at(words, at) {
            (dates, at) = (dates + 1, at + length);
            continue;
        }
        let lower = &*word.lower;
        let is_time = is_clock(lower) || month(lower).is_some() || is_weekday(lower) || lower == "ago";
        times += usize::from(is_time);
        other += usize::from(!(is_time || lower.is_empty() || goes_with_date(lower) || lower.parse::<u32>().is_ok()));
        at += 1;
    }
    dates > 0 && other <= 2 && other * 2 <= words.len() || dates + times > 0 && other == 0
}

/// The date that begins with word `at`, and how many words it takes.
pub(super) fn date_at(words: &[Word], at: usize) -> Option<(Date, usize)> {
    let word = |i: usize| words.get(at + i).map_or("", |w| &*w.lower);
    if let Some(date) = numeric(word(0)) {
        return Some((date, 1));
    }
    let parsed = |y: &str, m: &str, d: &str| Date::new(year(y)?, month(m)?, day(d)?);
    if let Some(date) = parsed(word(2), word(0), word(1)) {
        return Some((date, 3));
    }
    if let Some(date) = parsed(word(2), word(1), word(0)) {
        return Some((date, 3));
    }
    parsed(word(0), word(1), word(2)).map(|date| (date, 3))
}

/// 2025-06-30, 2025/06/30, 2025-06-30T10:00Z, 30.6.2025, 30-Jun-2025, 6/30/2025.
fn numeric(word: &str) -> Option<Date> {
    if !word.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let day_part = word.split_once('t').filter(|(day, _)| day.len() >= 8).map_or(word, |(day, _)| day);
    let mut parts = day_part.split(['-', '/', '.']);
    let (Some(a), Some(b), Some(c), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return None;
    };
    if let Some(year) = year(a) {
        return Date::new(year, b.parse().ok()?, day(c)?);
    }
    let year = year(c)?;
    if let Some(month) = month(b) {
        return Date::new(year, month, day(a)?);
    }
    let (first, second): (u8, u8) = (a.parse().ok()?, b.parse().ok()?);
    let day_first = Date::new(year, second, first);
    let month_first = Date::new(year, first, second);
    if day_part.contains('/') { month_first.or(day_first) } else { day_first.or(month_first) }
}

/// "2025", also with a time of day glued to it: "202511:42".
fn year(word: &str) -> Option<i32> {
    let (digits, rest) = word.split_at_checked(4)?;
    let number = (rest.is_empty() || rest.contains(':') && is_clock(rest)).then(|| digits.parse::<i32>().ok())??;
    (1700..=2200).contains(&number).then_some(number)
}

/// "3", "03", "3rd".
fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = &word[digits.len()..];
    let is_day = digits.len() <= 2 && matches!(ending, "" | "st" | "nd" | "rd" | "th");
    is_day.then(|| digits.parse().ok())?
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month by its name or a usual short form.
pub(super) fn month(word: &str) -> Option<u8> {
    let matches =
        |name: &&str| *name == word || word == "sept" && name.starts_with(word) || name.get(..3) == Some(word);
    MONTHS.iter().position(matches).map(|at| at as u8 + 1)
}

pub(super) fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let is_short = matches!(word.len(), 3..=5);
    DAYS.iter().any(|day| *day == word || is_short && day.starts_with(word))
}

/// "3:15", "04.11", "7pm", "5.00am", "9:05am".
pub(super) fn is_clock(word: &str) -> bool {
    let digits = word.trim_end_matches(['a', 'p', 'm', 'h', 'z', '.']);
    let mut parts = digits.split([':', '.']);
    let is_number = |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
    let hour = parts.next().is_some_and(is_number);
    let minutes = parts.clone().count();
    hour && minutes <= 2 && parts.all(is_number) && (minutes > 0 || digits.len() < word.len())
}

/// A label before a date of publication: "date", "Last updated".
pub(super) fn is_label(word: &str) -> bool {
    const LABELS: [&str; 14] = [
        "date",
        "dated",
        "published",
        "publish",
        "posted",
        "updated",
        "update",
        "last",
        "first",
        "modified",
        "created",
        "issued",
        "filed",
        "released",
    ];
    LABELS.contains(&word)
}

/// Words that stand beside a date of publication.
pub(super) fn goes_with_date(word: &str) -> bool {
    const BESIDE: &[&str] = &[
        "edited",
        "uploaded",
        "pub",
        "on",
        "at",
        "time",
        "am",
        "pm",
        "a.m",
        "p.m",
        "hours",
        "hour",
        "hrs",
        "hr",
        "minutes",
        "minute",
        "mins",
        "min",
        "days",
        "day",
        "ago",
        "noon",
        "midnight",
        "local",
        "and",
        "et",
        "est",
        "edt",
        "ct",
        "cst",
        "cdt",
        "mt",
        "mst",
        "mdt",
        "pt",
        "pst",
        "pdt",
        "gmt",
        "utc",
        "bst",
        "cet",
        "cest",
        "eet",
        "eest",
        "ist",
        "jst",
        "kst",
        "sgt",
        "hkt",
        "aest",
        "aedt",
        "awst",
        "acst",
        "nzst",
        "nzdt",
        "sast",
        "eat",
        "wat",
        "wib",
        "pkt",
        "msk",
        "ast",
        "adt",
        "akst",
        "hst",
        "the",
        "of",
        "yesterday",
        "today",
    ];
    is_label(word) || BESIDE.contains(&word) || word.starts_with("gmt") || word.starts_with("utc")
}

#[cfg(test)]
mod tests {
    use super::super::{line_joining::join_lines, lines::lines, paragraph::Paragraph};
    use crate::Model;

    fn check(text: &str, expected: Option<&str>, only_date: bool) {
        let place = join_lines(text, &lines(text), &[])[0];
        let paragraph = Paragraph::read(text, &place, &Model::built_in().paragraph_words());
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
            ("Posted: Feb 10, 2026 / 09:58 PM CST Updated: Feb 11, 2026 / 06:15 AM CST", "2026-02-10"),
            ("Sept. 3, 2026", "2026-09-03"),
            ("16.12.2025 14:20", "2025-12-16"),
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
