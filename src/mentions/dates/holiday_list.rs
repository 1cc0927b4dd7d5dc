//! The holidays whose day follows a rule.

use super::value::{Holiday, Rule};

const fn holiday(name: &'static [&'static str], rule: Rule) -> Holiday {
    Holiday { name, rule }
}

/// Longer names come before those they begin with.
pub(super) static HOLIDAYS: &[Holiday] = &[
    holiday(&["christmas", "day"], Rule::Fixed(12, 25)),
    holiday(&["christmas", "eve"], Rule::Fixed(12, 24)),
    holiday(&["christmas"], Rule::Fixed(12, 25)),
    holiday(&["boxing", "day"], Rule::Fixed(12, 26)),
    holiday(&["new", "years", "day"], Rule::Fixed(1, 1)),
    holiday(&["new", "years", "eve"], Rule::Fixed(12, 31)),
    holiday(&["valentines", "day"], Rule::Fixed(2, 14)),
    holiday(&["st.", "patricks", "day"], Rule::Fixed(3, 17)),
    holiday(&["st", "patricks", "day"], Rule::Fixed(3, 17)),
    holiday(&["international", "womens", "day"], Rule::Fixed(3, 8)),
    holiday(&["earth", "day"], Rule::Fixed(4, 22)),
    holiday(&["anzac", "day"], Rule::Fixed(4, 25)),
    holiday(&["may", "day"], Rule::Fixed(5, 1)),
    holiday(&["victory", "day"], Rule::Fixed(5, 9)),
    holiday(&["juneteenth"], Rule::Fixed(6, 19)),
    holiday(&["canada", "day"], Rule::Fixed(7, 1)),
    holiday(&["the", "fourth", "of", "july"], Rule::Fixed(7, 4)),
    holiday(&["bastille", "day"], Rule::Fixed(7, 14)),
    holiday(&["halloween"], Rule::Fixed(10, 31)),
    holiday(&["all", "saints", "day"], Rule::Fixed(11, 1)),
    holiday(&["armistice", "day"], Rule::Fixed(11, 11)),
    holiday(&["remembrance", "day"], Rule::Fixed(11, 11)),
    holiday(&["veterans", "day"], Rule::Fixed(11, 11)),
    holiday(&["australia", "day"], Rule::Fixed(1, 26)),
    holiday(&["waitangi", "day"], Rule::Fixed(2, 6)),
    holiday(&["groundhog", "day"], Rule::Fixed(2, 2)),
    holiday(&["martin", "luther", "king", "jr.", "day"], Rule::Nth(1, 0, 3)),
    holiday(&["martin", "luther", "king", "day"], Rule::Nth(1, 0, 3)),
    holiday(&["mlk", "day"], Rule::Nth(1, 0, 3)),
    holiday(&["presidents", "day"], Rule::Nth(2, 0, 3)),
    holiday(&["memorial", "day"], Rule::Last(5, 0)),
    holiday(&["labor", "day"], Rule::Nth(9, 0, 1)),
    holiday(&["columbus", "day"], Rule::Nth(10, 0, 2)),
    holiday(&["thanksgiving", "day"], Rule::AfterThanksgiving(0)),
    holiday(&["thanksgiving"], Rule::AfterThanksgiving(0)),
    holiday(&["black", "friday"], Rule::AfterThanksgiving(1)),
    holiday(&["cyber", "monday"], Rule::AfterThanksgiving(4)),
    holiday(&["election", "day"], Rule::Election),
    holiday(&["ash", "wednesday"], Rule::Easter(-46)),
    holiday(&["palm", "sunday"], Rule::Easter(-7)),
    holiday(&["maundy", "thursday"], Rule::Easter(-3)),
    holiday(&["good", "friday"], Rule::Easter(-2)),
    holiday(&["easter", "sunday"], Rule::Easter(0)),
    holiday(&["easter", "monday"], Rule::Easter(1)),
    holiday(&["easter"], Rule::Easter(0)),
    holiday(&["pentecost"], Rule::Easter(49)),
    holiday(&["ascension", "day"], Rule::Easter(39)),
];

/// Whether a word, in lower case, begins the name of a holiday.
pub(in super::super) fn begins(lower: &str) -> bool {
    HOLIDAYS.iter().any(|holiday| matches(lower, holiday.name[0]))
}

/// "new years" is written "New Year's", "presidents" "Presidents'" or "Presidents".
pub(super) fn matches(word: &str, part: &str) -> bool {
    let same = |part: &str| word.eq_ignore_ascii_case(part);
    same(part) || part.strip_suffix('s').is_some_and(same)
}
