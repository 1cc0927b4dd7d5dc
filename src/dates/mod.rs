//! Layer 2: dates and times as they are written: what the words say, before anything is placed on the calendar.
//!
//! [`parse`] reads the expression that begins at a token: a single date ([`single`]), a time of day before or after it
//! ([`clock`]), and a second date that makes it a range.

mod value;
mod lexical_class;
mod cursor;
mod years;
mod numeric;
mod days;
mod clock;
mod holidays;
mod periods;
mod relative;
mod counted;
mod nth;
mod year_words;
mod mixed;
mod weekdays;
mod recurring;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use cursor::{Cursor, Spelling};
pub(crate) use lexical_class::{LONGEST_WORD, LexicalClass, class_of_part, magnitude};
pub(crate) use mixed::in_one_word;
pub(crate) use numeric::in_digits;
pub(crate) use value::{DateMention, End, Every, FIRST_OF_TABLE, NthUnit, Origin, Rule, Season, Unit, When, YearOf};

use crate::{
    model::{ValueKind, phrase_hash},
    tokens::Reading,
};
use LexicalClass::{
    A, Decade, Digits, Holiday, Month, Number, Opener, Ordinal, Season as SeasonWord, Shift, SmallMonth, The,
    Unit as UnitWord, Weekday,
};
use std::{mem, ops::Range};
use value::Parsed;

/// A way to write one date.
#[derive(Clone, Copy)]
struct DateRule {
    #[cfg_attr(not(test), expect(dead_code, reason = "tests name the rule that fails"))]
    name: &'static str,
    /// Whether a word of a class may begin it, whatever number the class holds.
    opens: fn(LexicalClass) -> bool,
    /// The date that begins at a token, and the token after it.
    read: fn(&Cursor, usize) -> Parsed,
}

const fn rule(name: &'static str, opens: fn(LexicalClass) -> bool, read: fn(&Cursor, usize) -> Parsed) -> DateRule {
    DateRule { name, opens, read }
}

/// Every way to write one date; of two that fit, the earlier one is meant.
const RULES: &[DateRule] = &[
    rule("counted within a period", |class| matches!(class, Ordinal(_) | Shift(_) | The), nth::read),
    rule("day of a shifted month", |class| matches!(class, Ordinal(_) | The), nth::day_of_month),
    rule("one before last", |class| matches!(class, The | UnitWord(_) | Weekday(_)), relative::one_over),
    rule("day beside a date", |class| matches!(class, The | UnitWord(_) | Weekday(_)), counted::day_beside_date),
    rule("numbered week", |class| matches!(class, UnitWord(_)), nth::numbered),
    rule("unit around a date", |class| matches!(class, UnitWord(_) | The), nth::holding),
    rule("weekday", |class| matches!(class, Weekday(_)), weekdays::read),
    rule("three parts", |class| matches!(class, Month(_) | Digits), mixed::any_order),
    rule("month name and digits", |class| matches!(class, Month(_)), mixed::month_first),
    rule("digits and month name", |class| matches!(class, Digits), mixed::day_first),
    rule("year and part of it", |class| matches!(class, Digits), mixed::year_first),
    rule("month first", |class| matches!(class, Month(_)), days::month_first),
    rule("month in small letters", |class| matches!(class, SmallMonth(_)), days::small_month),
    rule("month and day in one word", |class| matches!(class, Opener), days::month_and_day),
    rule("month in digits", |class| matches!(class, Digits), numeric::month),
    rule("digits", |class| matches!(class, Digits), numeric::read),
    rule("day first", |class| matches!(class, Digits | Ordinal(_) | Number(_)), days::day_first),
    rule("day in words first", |class| matches!(class, Number(_)), days::day_in_words),
    rule("day in a list", |class| matches!(class, Digits), days::day_in_list),
    rule("the day", |class| matches!(class, The | Ordinal(_)), days::the_day),
    rule("holiday", |class| matches!(class, Holiday | Month(_) | The), holidays::parse),
    rule("pair of years", |class| matches!(class, Digits), periods::twin_year),
    rule("decade", |class| matches!(class, Digits), periods::decade),
    rule("year", |class| matches!(class, Digits), periods::year),
    rule("year in words", |class| matches!(class, Number(_)), year_words::read),
    rule("century", |class| matches!(class, Ordinal(_)), periods::century),
    rule("part of a year", |class| matches!(class, Ordinal(_)), periods::part_of_year),
    rule("season", |class| matches!(class, SeasonWord(_)), periods::season),
    rule("spelled decade", |class| matches!(class, Decade(_)), periods::spelled_decade),
    rule("year after an apostrophe", |class| matches!(class, Opener), periods::apostrophe_year),
    rule("fiscal year", |class| matches!(class, Opener), periods::fiscal_year),
    rule("lettered part of a year", |class| matches!(class, Opener), periods::lettered_part),
    rule("shifted weekday and date", |class| matches!(class, Shift(_)), weekdays::shifted_with_date),
    rule("shifted month and its days", |class| matches!(class, Shift(_)), nth::month_and_days),
    rule("shifted", |class| matches!(class, Shift(_)), relative::shifted),
    rule("counted", |class| matches!(class, Digits | Number(_) | A | Opener), counted::read),
    rule("hours", |class| matches!(class, Digits | Number(_) | A | Opener), counted::hours),
    rule("year to date", |class| matches!(class, UnitWord(_)), relative::to_date),
    rule("two days off", |class| matches!(class, The | UnitWord(_)), relative::two_days_off),
    rule("the shifted", |class| matches!(class, The), relative::with_article),
    rule("day word", |class| matches!(class, Opener), relative::day_word),
    rule("now before another date", |class| matches!(class, Opener), relative::from_now),
    rule("end of a unit", |class| matches!(class, UnitWord(_) | Opener), relative::end_of_unit),
    rule("overnight", |class| matches!(class, Opener), relative::overnight),
];

/// The rules that a word may open, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct RuleSet(u64);

const _: () = assert!(RULES.len() <= u64::BITS as usize);

impl RuleSet {
    /// Those that words of a class open.
    fn of(class: LexicalClass) -> RuleSet {
        let opened = RULES.iter().enumerate().filter(|(_, rule)| (rule.opens)(class));
        RuleSet(opened.fold(0, |bits, (at, _)| bits | 1 << at))
    }

    /// The rules in their order.
    fn rules(self) -> impl Iterator<Item = &'static DateRule> {
        let first = Some(self.0).filter(|&bits| bits != 0);
        let rests = std::iter::successors(first, |&bits| Some(bits & (bits - 1)).filter(|&bits| bits != 0));
        rests.map(|bits| &RULES[bits.trailing_zeros() as usize])
    }
}

/// What the words of a text mean in amounts and dates, by their spellings.
pub(crate) struct Meanings {
    classes: Vec<LexicalClass>,
    rules: Vec<RuleSet>,
}

impl Meanings {
    pub(crate) fn of(reading: Reading) -> Meanings {
        let classes = lexical_class::classes(reading);
        // There are few sorts of classes; that of most words comes first.
        let mut known = vec![(mem::discriminant(&LexicalClass::None), RuleSet::default())];
        let rules = classes.iter().map(|class| {
            let sort = mem::discriminant(class);
            let filed = known.iter().find(|(other, _)| *other == sort).map(|(_, rules)| *rules);
            filed.unwrap_or_else(|| {
                let rules = RuleSet::of(*class);
                known.push((sort, rules));
                rules
            })
        });
        Meanings { rules: rules.collect(), classes }
    }

    /// What a spelling means.
    pub(crate) fn class(&self, form: u32) -> LexicalClass {
        self.classes[form as usize]
    }

    /// Whether a spelling may begin a date or a time of day.
    pub(crate) fn opens_date(&self, form: u32) -> bool {
        let class = self.class(form);
        clock::opens(class) || class == LexicalClass::Weekdays || self.rules[form as usize] != RuleSet::default()
    }
}

/// The date or time expression that begins at a token.
pub(crate) fn parse(cursor: &Cursor, at: usize) -> Option<DateMention> {
    if leads_to_none(cursor, at) {
        return None;
    }
    if let Some((every, end)) = recurring::read(cursor, at) {
        return Some(DateMention { tokens: at..end, when: None, time: None, every: Some(every) });
    }
    if is_recurring(cursor, at) || is_name(cursor, at) {
        return None;
    }
    time_first(cursor, at).or_else(|| date_first(cursor, at))
}

/// Names that hold a word of the calendar: "Sheffield Wednesday", "the Today programme".
fn is_name(cursor: &Cursor, at: usize) -> bool {
    const LONGEST: usize = 2;
    if !cursor.word(at).starts_with(char::is_uppercase) {
        return false;
    }
    let first = at.saturating_sub(LONGEST).max(cursor.start());
    (first..=at).any(|start| cursor.phrase_value(ValueKind::NoDate, start).is_some_and(|(_, end)| end > at))
}

/// "every Monday", "each spring", "on a normal Thursday", "the first Saturday": no date.
fn is_recurring(cursor: &Cursor, at: usize) -> bool {
    let counted = matches!(cursor.before(at, 1), "other" | "single")
        || at > cursor.start() && matches!(cursor.class(at - 1), LexicalClass::Ordinal(_));
    let back = 1 + usize::from(counted);
    let usual = || ["normal", "typical", "usual", "regular", "average"].contains(&cursor.before(at, 1));
    if matches!(cursor.class(at), LexicalClass::Weekday(_)) && (counted || usual()) {
        return true;
    }
    ["every", "each"].iter().any(|word| cursor.before(at, back).eq_ignore_ascii_case(word))
}

/// "3:15 p.m. ET", "at 11:40 p.m. on Monday".
fn time_first(cursor: &Cursor, at: usize) -> Option<DateMention> {
    let time_end = clock::parse(cursor, at)?;
    let next = cursor.skip(cursor.skip(time_end, &[","]), &["on"]);
    let date = single(cursor, next).filter(|(when, _)| !matches!(when, When::Year(_)));
    let bare_clock = cursor.word(at).contains('.') && clock::is_bare(cursor, at, time_end);
    match date {
        Some((when, end)) => {
            Some(DateMention { tokens: at..end, when: Some(when), time: Some(at..time_end), every: None })
        }
        None if bare_clock => None,
        None => Some(DateMention { tokens: at..time_end, when: None, time: Some(at..time_end), every: None }),
    }
}

/// "Sunday", "March 24, 2026 11:52 AM", "November 20 to December 11".
fn date_first(cursor: &Cursor, at: usize) -> Option<DateMention> {
    let (when, end) = range_or_single(cursor, at)?;
    let time_at = cursor.skip(cursor.skip(end, &[",", "-", "–", "·", "|"]), &["at"]);
    let time_end = clock::parse(cursor, time_at).filter(|_| is_day(&when));
    let time = time_end.map(|time_end| time_at..time_end);
    Some(DateMention { tokens: at..time_end.unwrap_or(end), when: Some(when), time, every: None })
}

fn is_day(when: &When) -> bool {
    matches!(
        when,
        When::Day { .. }
            | When::Numeric { .. }
            | When::Weekday(_)
            | When::WeekdayOf { .. }
            | When::WeekdayInWeek { .. }
            | When::WeekdayBeside { .. }
            | When::Offset { unit: Unit::Day, .. }
    )
}

/// One date without a time of day.
fn single(cursor: &Cursor, at: usize) -> Parsed {
    if leads_to_none(cursor, at) {
        return None;
    }
    cursor.rules(at).rules().find_map(|rule| (rule.read)(cursor, at))
}

/// Whether "the" stands before a word that no date holds, as it nearly always does.
fn leads_to_none(cursor: &Cursor, at: usize) -> bool {
    let phrase = || phrase_hash([at, at + 1].into_iter().filter_map(|at| cursor.lower(at)));
    cursor.class(at) == The
        && cursor.class(at + 1) == LexicalClass::None
        && !cursor.values().begins(ValueKind::Holiday, phrase())
}

/// "November 20 to December 11", "2015-2023", "5-6 September 2019", "between May and June", "June 1-3", or one date.
fn range_or_single(cursor: &Cursor, at: usize) -> Parsed {
    let days = days::days_of_one_month(cursor, at).or_else(|| nth::days_of_period(cursor, at));
    days.or_else(|| {
        let first = single(cursor, at)?;
        two_dates(cursor, at, &first).or(Some(first))
    })
}

/// The range that begins with a date that was read at a token.
fn two_dates(cursor: &Cursor, at: usize, (first, first_end): &(When, usize)) -> Parsed {
    let first_end = *first_end;
    let second_at = past_end_of(cursor, joined(cursor, at, first_end)?);
    if let Some((second, end)) = days::same_month(cursor, first, second_at) {
        return range_of((first.clone(), at..first_end, true), (second, second_at..end, false));
    }
    let second = single(cursor, second_at).or_else(|| relative::now(cursor, second_at));
    let (second, end) = second.or_else(|| periods::short_year(cursor, first, second_at))?;
    let first = with_year_of(first.clone(), &second);
    range_of((first, at..first_end, true), (second, second_at..end, true))
}

/// The token after "the end of", with which the upper end of a range may begin.
fn past_end_of(cursor: &Cursor, at: usize) -> usize {
    let end_at = cursor.skip(at, &["the"]);
    if cursor.is(end_at, "end") && cursor.is(end_at + 1, "of") && relative::with_article(cursor, at).is_none() {
        end_at + 2
    } else {
        at
    }
}

/// The token after what joins two dates into a range.
fn joined(cursor: &Cursor, start: usize, at: usize) -> Option<usize> {
    let between = cursor.any_before(start, &["between"]);
    let dash = cursor.is_dash(at) && cursor.spaced(at) == cursor.spaced(at + 1);
    let to = cursor.any(at, &["to", "through", "until", "till", "~"]);
    (dash || to || between && cursor.is(at, "and")).then_some(at + 1)
}

/// "March to August 2011": the first month is of the same year.
fn with_year_of(first: When, second: &When) -> When {
    let year = match second {
        When::Day { year: YearOf::Is(year), .. }
        | When::Month { year: YearOf::Is(year), .. }
        | When::Quarter { year: YearOf::Is(year), .. }
        | When::Half { year: YearOf::Is(year), .. } => YearOf::Is(*year),
        When::Numeric { year: Some(year), .. } => YearOf::Is(*year),
        _ => return first,
    };
    match first {
        When::Day { weekday, month, day, year: YearOf::Open } => When::Day { weekday, month, day, year },
        When::Month { month, year: YearOf::Open } => When::Month { month, year },
        When::Quarter { quarter, year: YearOf::Open } => When::Quarter { quarter, year },
        When::Half { half, year: YearOf::Open } => When::Half { half, year },
        When::Numeric { first, second, year: None } => match year {
            YearOf::Is(year) => When::Numeric { first, second, year: Some(year) },
            _ => When::Numeric { first, second, year: None },
        },
        other => other,
    }
}

fn range_of(first: (When, Range<usize>, bool), second: (When, Range<usize>, bool)) -> Parsed {
    if !can_bound(&first.0, &second.0) {
        return None;
    }
    let after = second.1.end;
    let end = |(when, tokens, complete)| Box::new(End { tokens, when, complete });
    Some((When::Range(end(first), end(second)), after))
}

/// Whether two dates are of sorts that bound a range together.
fn can_bound(first: &When, second: &When) -> bool {
    match (first, second) {
        (When::Year(YearOf::Is(a)), When::Year(YearOf::Is(b))) => a < b,
        (When::Range(..), _) | (_, When::Range(..)) => false,
        _ => true,
    }
}
