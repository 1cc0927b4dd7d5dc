//! The ways to write a date, each with its own cases in `tests/dates/*.txt`.
//!
//! `[rule]` on a line by itself names the rule of the texts after it. In a text, brackets stand around what the rule
//! reads, and the indented line below says what it means; in a text without brackets the rule reads nothing.

use super::*;
use crate::{Options, model::Model, structure, tokens, tokens::Reading};
use std::{fs, path::Path};

/// A rule of a single date, or what makes a range of two.
fn rule_named(name: &str) -> DateRule {
    let range = DateRule {
        name: "range",
        opens: |_| true,
        read: |cursor, at| range_or_single(cursor, at).filter(|(when, _)| matches!(when, When::Range(..))),
    };
    let mut rules = RULES.iter().copied().chain([range]);
    rules.find(|rule| rule.name == name).unwrap_or_else(|| panic!("there is no rule {name:?}"))
}

/// What a rule reads in a text: the words in brackets, and what they mean.
fn read(rule: &DateRule, reading: Reading) -> Option<(String, String)> {
    let (text, tokens) = (reading.text, reading.tokens);
    let meanings = Meanings::of(reading);
    let cursor = Cursor::new(reading, &meanings, 0..tokens.tokens.len());
    let opened = (0..cursor.end()).filter(|&at| (rule.opens)(cursor.class(at)));
    let (at, (when, end)) = opened.filter_map(|at| Some((at, (rule.read)(&cursor, at)?))).next()?;
    let span = tokens.span(at..end);
    let (start, end) = (span.start as usize, span.end as usize);
    Some((format!("{}[{}]{}", &text[..start], &text[start..end], &text[end..]), shown(&when)))
}

#[test]
fn every_rule_reads_its_cases() {
    let mut failed = Vec::new();
    for Case { section, text, expected, place } in cases("dates") {
        let plain = text.replace(['[', ']'], "");
        let found = with_reading(&plain, |reading| read(&rule_named(&section), reading));
        let found = found.map_or((plain.clone(), vec![]), |(words, value)| (words, vec![value]));
        if (&found.0, &found.1) != (&text, &expected) {
            failed.push(format!("{place}: {section}: {text} {expected:?}, but it reads {} {:?}", found.0, found.1));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn every_rule_has_cases_for_and_against_it() {
    let cases = cases("dates");
    for rule in RULES {
        let mut own = cases.iter().filter(|case| case.section == rule.name).map(|case| case.expected.is_empty());
        let (reads, leaves) = (own.clone().any(|empty| !empty), own.any(|empty| empty));
        assert!(reads && leaves, "{} wants texts that it reads and texts in which it reads nothing", rule.name);
    }
}

fn shown(when: &When) -> String {
    match when {
        When::Day { weekday, month, day, year } => {
            let weekday = weekday.map_or(String::new(), |weekday| format!(", weekday {weekday}"));
            format!("day {}-{month:02}-{day:02}{weekday}", shown_year(*year))
        }
        When::Numeric { first, second, year } => {
            let year = year.map_or("no year".to_owned(), |year| year.to_string());
            format!("numbers {first} {second} of {year}")
        }
        When::DayOfMonth { day, weekday } => {
            format!("day of the month {day}{}", weekday.map_or(String::new(), |weekday| format!(", weekday {weekday}")))
        }
        When::WeekdayBeside { weekday, ahead } => {
            format!("first weekday {weekday} {} publication", if *ahead { "after" } else { "before" })
        }
        When::BusinessDays(count) => format!("{count:+} business days"),
        When::Hours { count, from } => format!("{count:+} hours from {}", shown_origin(*from)),
        When::Starting { count, unit, date } => format!("{count} {unit:?} from {}", shown(&date.when)),
        When::WeekNumber { week, year } => format!("week {week} of {}", shown_year(*year)),
        When::Within { count, unit } => format!("within {count} {unit:?}"),
        When::Ahead { count, unit } => format!("in {count} {unit:?}"),
        When::Away { count, unit } => format!("{count:+} {unit:?} to the day"),
        When::WeekdayFrom { weekday, count, from } => format!("{count:+} weekday {weekday} from {}", shown(&from.when)),
        When::AwayFrom { count, unit, from } => format!("{count:+} {unit:?} from {}", shown(&from.when)),
        When::PartOf { later, unit } => format!("the {} of this {unit:?}", if *later { "rest" } else { "beginning" }),
        When::Holding { unit, date } => format!("the {unit:?} of {}", shown(&date.when)),
        When::Nth { nth, count, of, period } => {
            let count = if *count == 1 { String::new() } else { format!("{count} ") };
            let of = match of {
                NthUnit::Weekday(weekday) => format!("weekday {weekday}"),
                NthUnit::Unit(unit) => format!("{unit:?}"),
            };
            format!("{nth} {count}{of} within {}", shown(&period.when))
        }
        When::Month { month, year } => format!("month {}-{month:02}", shown_year(*year)),
        When::Quarter { quarter, year } => format!("quarter {quarter} of {}", shown_year(*year)),
        When::Half { half, year } => format!("half {half} of {}", shown_year(*year)),
        When::Season { season, year } => format!("season {season:?} of {}", shown_year(*year)),
        When::Year(year) => format!("year {}", shown_year(*year)),
        When::TwinYear(year) => format!("years {year} and {}", year + 1),
        When::FiscalYear(year) => format!("fiscal year {year}"),
        When::Decade(year) => format!("decade {year}"),
        When::Century(century) => format!("century {century}"),
        When::Weekday(weekday) => format!("weekday {weekday}"),
        When::WeekdayOf { weekday, weeks, from } => {
            format!("weekday {weekday}, {weeks:+} weeks from {}", shown_origin(*from))
        }
        When::WeekdayInWeek { weekday, weeks } => format!("weekday {weekday} of week {weeks:+}"),
        When::Offset { count, unit, from } => format!("{count:+} {unit:?} from {}", shown_origin(*from)),
        When::Window { count, unit } => format!("{count:+} {unit:?}"),
        When::EndOf(unit) => format!("end of {unit:?}"),
        When::Overnight => "overnight".to_owned(),
        When::Holiday { rule: Rule::Table(_), year } => format!("holiday table of {}", shown_year(*year)),
        When::Holiday { rule, year } => format!("holiday {rule:?} of {}", shown_year(*year)),
        When::Range(first, last) => format!("{} to {}", shown(&first.when), shown(&last.when)),
    }
}

fn shown_year(year: YearOf) -> String {
    match year {
        YearOf::Open => "any".to_owned(),
        YearOf::Is(year) => year.to_string(),
        YearOf::Shift(years) => format!("year{years:+}"),
        YearOf::Same => "same".to_owned(),
        YearOf::Next => "next".to_owned(),
        YearOf::Last => "last".to_owned(),
    }
}

fn shown_origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Publication => "publication",
        Origin::Previous => "the date before",
    }
}

/// Reads a text up to its tokens.
pub(crate) fn with_reading<T>(text: &str, read: impl FnOnce(Reading) -> T) -> T {
    let model = Model::built_in();
    let article = structure::read(text, &Options::new(), &model);
    let tokens = tokens::tokenize(text, &article, &model);
    read(Reading { text, article: &article, tokens: &tokens, model: &model })
}

/// A text of a file of cases, with what is expected of it.
pub(crate) struct Case {
    /// What stands in brackets on a line before it.
    pub(crate) section: String,
    pub(crate) text: String,
    /// The indented lines under it.
    pub(crate) expected: Vec<String>,
    /// Its file and line.
    pub(crate) place: String,
}

/// The cases of every file in a folder of `tests`.
pub(crate) fn cases(folder: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let cases: Vec<_> = files.iter().flat_map(|file| cases_of(file)).collect();
    assert!(!cases.is_empty(), "no cases in {}", folder.display());
    cases
}

fn cases_of(file: &Path) -> Vec<Case> {
    let (content, name) = (fs::read_to_string(file).unwrap(), file.file_name().unwrap().to_string_lossy());
    let (mut section, mut cases) = (String::new(), Vec::<Case>::new());
    for (number, line) in content.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let rule = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        if let Some(expected) = line.strip_prefix("    ") {
            cases.last_mut().expect("a text before what is expected of it").expected.push(expected.to_owned());
        } else if let Some(rule) = rule {
            section = rule.to_owned();
        } else {
            let (section, text, place) = (section.clone(), line.to_owned(), format!("{name}:{}", number + 1));
            cases.push(Case { section, text, expected: Vec::new(), place });
        }
    }
    cases
}
