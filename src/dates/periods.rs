//! Years and what is counted in them: "2016", "the 1990s", "the 19th century", "Q3 2025", "spring", "fiscal 2026".

use super::{
    cursor::Cursor,
    lexical_class::{LexicalClass, plain_digits},
    value::{Parsed, When, YearOf},
    years::{of_two_digits, year_after, year_number},
};
use crate::model::{ValueKind, hash_lower};

/// "2016" where nothing speaks against a year, "347 AD", "AD 842" and "in 211" where something speaks for it.
pub(super) fn year(cursor: &Cursor, at: usize) -> Parsed {
    let era = cursor.any(at + 1, &["AD", "CE", "A.D.", "C.E."]);
    let cued_era =
        cursor.any_before(at, &["AD", "A.D."]) || cursor.any_before(at, &["year"]) && cursor.before(at, 2) == "the";
    if era || cued_era {
        let year = cursor.digits(at).filter(|&n| (1..2200).contains(&n))?;
        return Some((When::Year(YearOf::Is(year as i32)), at + 1 + usize::from(era)));
    }
    let year = year_number(cursor, at)?;
    if is_copyright(cursor, at) || is_in_code(cursor, at) || is_house_number(cursor, at) {
        return None;
    }
    let known =
        begins_range(cursor, at) || !is_number_of_something(cursor, at) && (recent(year) || is_cued(cursor, at));
    known.then_some((When::Year(YearOf::Is(year)), at + 1))
}

const fn recent(year: i32) -> bool {
    year >= 1800 && year < 2060
}

/// Whether a word before it, or the start of a line, speaks for a year.
fn is_cued(cursor: &Cursor, at: usize) -> bool {
    let begins = matches!(cursor.before(at, 1), "" | "." | ")") && cursor.any(at + 1, &[",", ":", ")"]);
    cursor.is_cued(at, "year") || cursor.is_dash(at.wrapping_sub(1)) || begins || is_second(cursor, at)
}

/// "32-2015", "82-2100", "2015-1-32", "2015 - 32": what digits beside a hyphen make part of a code.
fn is_in_code(cursor: &Cursor, at: usize) -> bool {
    let hyphen = |at: usize| cursor.any(at, &["-"]);
    let digits = |at: usize| cursor.class(at) == LexicalClass::Digits;
    let short = |at: usize| digits(at) && cursor.word(at).len() <= 3;
    let before =
        at >= cursor.start() + 2 && hyphen(at - 1) && short(at - 2) && cursor.spaced(at - 1) == cursor.spaced(at);
    let three = hyphen(at + 1) && !cursor.spaced(at + 1) && digits(at + 2) && hyphen(at + 3) && !cursor.spaced(at + 3);
    let apart = hyphen(at + 1) && cursor.spaced(at + 1) && cursor.spaced(at + 2) && short(at + 2);
    before || three || apart && !cursor.is_cued(at, "year")
}

/// "1909 Juniper Drive".
fn is_house_number(cursor: &Cursor, at: usize) -> bool {
    const LONGEST: usize = 4;
    let name = |at: usize| cursor.word(at).starts_with(char::is_uppercase);
    let street = |at: usize| cursor.value(ValueKind::NumberContext, at) == Some("street");
    let named = (at + 1..at + LONGEST).take_while(|&next| name(next));
    named.skip(1).any(street)
}

/// "© 2026", "© Lantern Newspapers 2026".
fn is_copyright(cursor: &Cursor, at: usize) -> bool {
    const REACH: usize = 6;
    (1..=REACH).any(|back| matches!(cursor.before(at, back), "©" | "Copyright" | "COPYRIGHT"))
}

/// The second year of "1687 and 1689".
fn is_second(cursor: &Cursor, at: usize) -> bool {
    at >= cursor.start() + 2 && cursor.any(at - 1, &["and", "or"]) && year_number(cursor, at - 2).is_some()
}

/// The first year of "1980-2012" and "2000 - 2050".
fn begins_range(cursor: &Cursor, at: usize) -> bool {
    cursor.is_dash(at + 1) && year_number(cursor, at + 2).is_some()
}

/// Whether a number of four digits counts, numbers or prices something.
fn is_number_of_something(cursor: &Cursor, at: usize) -> bool {
    let time = cursor.any_before(at, &["at"]) && cursor.is(at + 1, "on");
    let glued = at > cursor.start() && !cursor.spaced(at) && cursor.any_before(at, &[".", ",", "/", "+"]);
    let context = |at: usize, role: &str| cursor.value(ValueKind::NumberContext, at) == Some(role);
    let numbered = at.checked_sub(1).is_some_and(|before| context(before, "numbers"));
    let unit = || !is_cued(cursor, at) && is_unit(cursor, at + 1);
    context(at + 1, "counted") || unit() || numbered || time || glued || is_phone(cursor, at)
}

/// Whether a noun that is counted stands at a token: "2000 pieces".
fn is_unit(cursor: &Cursor, at: usize) -> bool {
    let word = cursor.word(at);
    let listed = |word: &str| cursor.values().get(ValueKind::Unit, hash_lower(word)).is_some();
    !cursor.is_one(at) && (listed(word) || word.strip_suffix('s').is_some_and(listed))
}

/// "555-2016": digits before a hyphen that are no year.
fn is_phone(cursor: &Cursor, at: usize) -> bool {
    let before = at >= 2 && cursor.is_dash(at - 1) && !cursor.spaced(at) && plain_digits(cursor.word(at - 2)).is_some();
    before && cursor.word(at - 2).len() != 4 && cursor.word(at - 2).len() > 2
}

/// "2026-27", "2025/26", "the summer of 1957-58".
pub(super) fn twin_year(cursor: &Cursor, at: usize) -> Parsed {
    let year = year_number(cursor, at)?;
    let second = cursor.word(at + 2);
    let next = plain_digits(second).filter(|_| second.len() == 2)? as i32;
    let mark = cursor.is_dash(at + 1) || cursor.is(at + 1, "/");
    let tight = !cursor.spaced(at + 1) && !cursor.spaced(at + 2);
    let follows = (year + 1) % 100 == next && !cursor.is_dash(at + 3);
    (mark && tight && follows).then_some((When::TwinYear(year), at + 3))
}

/// The "94" of "1892-94".
pub(super) fn short_year(cursor: &Cursor, first: &When, at: usize) -> Parsed {
    let &When::Year(YearOf::Is(first)) = first else { return None };
    let word = cursor.word(at);
    let short = plain_digits(word).filter(|_| word.len() == 2)? as i32;
    let year = first - first % 100 + short;
    // "2015 - 32" is no range.
    let tight = !cursor.spaced(at) || !cursor.any_before(at, &["-"]);
    (tight && year > first && !cursor.is_dash(at + 1)).then_some((When::Year(YearOf::Is(year)), at + 1))
}

/// "1990s", "1930's", "'90s", "the 20s".
pub(super) fn decade(cursor: &Cursor, at: usize) -> Parsed {
    let word = cursor.word(at);
    let (digits, end) = match word.strip_suffix(['s', 'S']) {
        Some(digits) => (digits, at + 1),
        None if cursor.is(at + 1, "s") && word.len() == 4 && word.ends_with('0') => (word, at + 2),
        None if cursor.any(at + 1, &["'", "’"]) && cursor.is(at + 2, "s") && !cursor.spaced(at + 2) => (word, at + 3),
        None => return None,
    };
    let number = plain_digits(digits)? as i32;
    // "in her late 20s" is an age.
    let owned = cursor.before(at, 1) != "the" && ["his", "her", "their"].contains(&cursor.before(at, 2));
    let short = cursor.is_cued(at, "decade") && number % 10 == 0 && !owned;
    match digits.len() {
        4 if number % 100 == 0 && number < 2000 && !cursor.any_before(at, &["early", "late"]) => {
            Some((When::Century(number / 100 + 1), end))
        }
        4 if number % 10 == 0 && number >= 1000 => Some((When::Decade(number), end)),
        2 if short => Some((decade_of(number as u8), end)),
        _ => None,
    }
}

fn decade_of(tens: u8) -> When {
    When::Decade(if tens < 20 { 2000 } else { 1900 } + tens as i32)
}

/// "19th century", "19th-century", and the "15th" of "15th to the 19th century".
pub(super) fn century(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Ordinal(number) = cursor.class(at) else { return None };
    if let Some(end) = century_end(cursor, at, number) {
        return Some((When::Century(number as i32), end));
    }
    let joined = cursor.any(at + 1, &["to", "and", "or"]) || cursor.is_dash(at + 1);
    let later = (at + 2..at + 4).any(|next| match cursor.class(next) {
        LexicalClass::Ordinal(other) => other > number && century_end(cursor, next, other).is_some(),
        _ => false,
    });
    (joined && later).then_some((When::Century(number as i32), at + 1))
}

/// The token after "century", if that follows an ordinal that can be one's.
fn century_end(cursor: &Cursor, at: usize, number: u32) -> Option<usize> {
    let next = at + 1 + usize::from(cursor.is_dash(at + 1));
    ((1..=22).contains(&number) && cursor.any(next, &["century", "centuries"])).then_some(next + 1)
}

/// "third quarter of 2025", "first half of next year".
pub(super) fn part_of_year(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Ordinal(number) = cursor.class(at) else { return None };
    let next = at + 1 + usize::from(cursor.is_dash(at + 1));
    let quarter = cursor.is(next, "quarter") && number <= 4;
    let half = cursor.is(next, "half") && number <= 2;
    if !quarter && !half {
        return None;
    }
    part(cursor, next + 1, quarter.then_some(number), half.then_some(number))
}

/// A quarter or half with the year after it. A half wants one, since there are halves of everything.
fn part(cursor: &Cursor, after: usize, quarter: Option<u32>, half: Option<u32>) -> Parsed {
    let (mut year, mut end) = year_after(cursor, cursor.skip(after, &["of"]));
    if year == YearOf::Open && cursor.is(after, "of") && cursor.is(after + 1, "the") && cursor.is(after + 2, "year") {
        (year, end) = (YearOf::Shift(0), after + 3);
    }
    match (quarter, half) {
        (Some(_), _) if year == YearOf::Open && cursor.is(after, "of") => None,
        (Some(quarter), _) if year == YearOf::Open => Some((When::Quarter { quarter: quarter as u8, year }, after)),
        (Some(quarter), _) => Some((When::Quarter { quarter: quarter as u8, year }, end)),
        (_, Some(half)) if year != YearOf::Open => Some((When::Half { half: half as u8, year }, end)),
        _ => None,
    }
}

/// "spring 2025", "the summer of 2012", "in the fall".
pub(super) fn season(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Season(season) = cursor.class(at) else { return None };
    let (mut year, mut end) = year_after(cursor, cursor.skip(at + 1, &["of"]));
    if let Some((When::TwinYear(first), after)) = twin_year(cursor, cursor.skip(at + 1, &["of"])) {
        (year, end) = (YearOf::Is(first), after);
    }
    if year != YearOf::Open {
        return Some((When::Season { season, year }, end));
    }
    let article = usize::from(cursor.any_before(at, &["the"]));
    let cued = at >= article && cursor.is_cued(at - article, "season");
    cued.then_some((When::Season { season, year }, at + 1))
}

/// "the fifties".
pub(super) fn spelled_decade(cursor: &Cursor, at: usize) -> Parsed {
    let LexicalClass::Decade(tens) = cursor.class(at) else { return None };
    cursor.any_before(at, &["the"]).then_some((decade_of(tens), at + 1))
}

/// "Q3 2025", "H1 2026", "Q1-2019".
pub(super) fn lettered_part(cursor: &Cursor, at: usize) -> Parsed {
    let (when, end) = lettered(cursor, at)?;
    let tight = cursor.any(end, &["-", "/"]) && !cursor.spaced(end) && !cursor.spaced(end + 1);
    if let Some(year) = year_number(cursor, end + 1).filter(|_| tight) {
        return with_year(when, year).map(|when| (when, end + 2));
    }
    match when {
        When::Quarter { quarter, .. } => part(cursor, end, Some(u32::from(quarter)), None),
        When::Half { half, .. } => part(cursor, end, None, Some(u32::from(half))),
        _ => None,
    }
    .filter(|(when, _)| {
        let written = cursor.word(at).starts_with(char::is_uppercase);
        written || has_year(when) || cursor.any_before(at, &["in", "for", "and"])
    })
}

/// "Q3", "h1".
pub(super) fn lettered(cursor: &Cursor, at: usize) -> Parsed {
    let word = cursor.word(at);
    let (letter, digits) = (word.get(..1)?, word.get(1..)?);
    let number = plain_digits(digits).filter(|_| digits.len() == 1)? as u8;
    let year = YearOf::Open;
    match letter {
        "Q" | "q" if (1..=4).contains(&number) => Some((When::Quarter { quarter: number, year }, at + 1)),
        "H" | "h" if (1..=2).contains(&number) => Some((When::Half { half: number, year }, at + 1)),
        _ => None,
    }
}

/// A quarter or half of a year.
pub(super) fn with_year(when: When, year: i32) -> Option<When> {
    let year = YearOf::Is(year);
    match when {
        When::Quarter { quarter, .. } => Some(When::Quarter { quarter, year }),
        When::Half { half, .. } => Some(When::Half { half, year }),
        _ => None,
    }
}

fn has_year(when: &When) -> bool {
    !matches!(when, When::Quarter { year: YearOf::Open, .. } | When::Half { year: YearOf::Open, .. })
}

/// "'84", "'90s".
pub(super) fn apostrophe_year(cursor: &Cursor, at: usize) -> Parsed {
    let apostrophe = matches!(cursor.word(at), "'" | "’" | "‘");
    // "5'11" is a height.
    let glued = at > cursor.start() && !cursor.spaced(at) && cursor.class(at - 1) == LexicalClass::Digits;
    if !apostrophe || glued || cursor.spaced(at + 1) || cursor.class(at + 1) != LexicalClass::Digits {
        return None;
    }
    if let Some(found) = decade(cursor, at + 1) {
        return Some(found);
    }
    let word = cursor.word(at + 1);
    let year = plain_digits(word).filter(|_| word.len() == 2)?;
    Some((When::Year(YearOf::Is(of_two_digits(year))), at + 2))
}

/// "fiscal 2026", "fiscal year 2026", "FY 2026", "FY26"; and the calendar year "CY26".
pub(super) fn fiscal_year(cursor: &Cursor, at: usize) -> Parsed {
    let year_at = cursor.skip(at + 1, &["year"]);
    if cursor.any(at, &["fiscal", "FY"]) {
        let year = year_number(cursor, year_at)?;
        return Some((When::FiscalYear(year), year_at + 1));
    }
    let (letters, digits) = cursor.word(at).split_at_checked(2)?;
    let number = plain_digits(digits)? as i32;
    let year = match digits.len() {
        2 => 2000 + number,
        4 => number,
        _ => return None,
    };
    let when = if letters.eq_ignore_ascii_case("CY") { When::Year(YearOf::Is(year)) } else { When::FiscalYear(year) };
    Some((when, at + 1))
}
