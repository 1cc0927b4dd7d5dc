//! Years and what is counted in them: "2016", "the 1990s", "the 19th century", "Q3 2025", "spring", "fiscal 2026".

use super::{
    super::words::{Meaning, Season, Words, plain_digits},
    Parsed, When, YearOf, full,
};

/// The year, decade, century, part of a year or season that begins at a token.
pub(super) fn parse(words: &Words, at: usize) -> Parsed {
    match words.meaning(at) {
        Meaning::Digits => twin_year(words, at).or_else(|| decade(words, at)).or_else(|| year(words, at)),
        Meaning::Ordinal(number) => century(words, at, number).or_else(|| part_of_year(words, at, number)),
        Meaning::Season(season) => after_season(words, at, season),
        Meaning::Decade(tens) => words.any_before(at, &["the"]).then_some((spelled_decade(tens), at + 1)),
        Meaning::Opener => after_opener(words, at),
        _ => None,
    }
}

/// A number that can be a year wherever it stands: 1000 to 2199.
pub(super) fn year_number(words: &Words, at: usize) -> Option<i32> {
    let word = words.word(at);
    plain_digits(word).filter(|n| word.len() == 4 && (1000..2200).contains(n)).map(|n| n as i32)
}

/// Two digits of a year within a lifetime of today's readers: 30 to 99 are of the 20th century.
pub(super) fn of_two_digits(number: u32) -> i32 {
    number as i32 + if number < 50 { 2000 } else { 1900 }
}

/// "2016" where nothing speaks against a year, "347 AD", "AD 842" and "in 211" where something speaks for it.
fn year(words: &Words, at: usize) -> Parsed {
    let era = words.any(at + 1, &["AD", "CE", "A.D.", "C.E."]);
    let cued_era =
        words.any_before(at, &["AD", "A.D."]) || words.any_before(at, &["year"]) && words.before(at, 2) == "the";
    if era || cued_era {
        let year = words.digits(at).filter(|&n| (1..2200).contains(&n))?;
        return Some((When::Year(YearOf::Is(year as i32)), at + 1 + usize::from(era)));
    }
    let year = year_number(words, at)?;
    if is_copyright(words, at) {
        return None;
    }
    let known = begins_range(words, at) || !is_number_of_something(words, at) && (recent(year) || is_cued(words, at));
    known.then_some((When::Year(YearOf::Is(year)), at + 1))
}

const fn recent(year: i32) -> bool {
    year >= 1800 && year < 2060
}

/// Whether a word before it, or the start of a line, speaks for a year.
fn is_cued(words: &Words, at: usize) -> bool {
    const CUES: &[&str] = &[
        "in", "since", "by", "until", "from", "to", "of", "during", "before", "after", "between", "for", "c.", "circa",
        "around", "(",
    ];
    let begins = matches!(words.before(at, 1), "" | "." | ")") && words.any(at + 1, &[",", ":", ")"]);
    words.any_before(at, CUES) || words.is_dash(at.wrapping_sub(1)) || begins || is_second(words, at)
}

/// "© 2026", "© Lantern Newspapers 2026".
fn is_copyright(words: &Words, at: usize) -> bool {
    const REACH: usize = 6;
    (1..=REACH).any(|back| matches!(words.before(at, back), "©" | "Copyright" | "COPYRIGHT"))
}

/// The second year of "1687 and 1689".
fn is_second(words: &Words, at: usize) -> bool {
    at >= words.start + 2 && words.any(at - 1, &["and", "or"]) && year_number(words, at - 2).is_some()
}

/// The first year of "1980-2012" and "2000 - 2050".
fn begins_range(words: &Words, at: usize) -> bool {
    words.is_dash(at + 1) && year_number(words, at + 2).is_some()
}

/// Whether a number of four digits counts, numbers or prices something.
fn is_number_of_something(words: &Words, at: usize) -> bool {
    const COUNTED: &[&str] = &[
        "people",
        "men",
        "women",
        "children",
        "workers",
        "troops",
        "soldiers",
        "students",
        "residents",
        "jobs",
        "votes",
        "%",
        "percent",
        "million",
        "billion",
        "hours",
        "GMT",
        "UTC",
        "km",
        "miles",
        "metres",
        "meters",
        "feet",
        "kg",
        "tonnes",
        "tons",
        "points",
        "dollars",
        "euros",
        "pounds",
        "yen",
        "homes",
        "members",
        "calories",
        "rpm",
    ];
    const NUMBERED: &[&str] = &[
        "$", "£", "€", "¥", "₹", "#", "no.", "nos.", "number", "flight", "room", "route", "highway", "section",
        "article", "page", "bus", "about", "nearly", "almost", "some", "over", "than", "only", "+", "@",
    ];
    let time = words.any_before(at, &["at"]) && words.is(at + 1, "on");
    let glued = at > words.start && !words.spaced(at) && words.any_before(at, &[".", ",", "/", "+"]);
    words.any(at + 1, COUNTED) || words.any_before(at, NUMBERED) || time || glued || is_phone(words, at)
}

/// "555-2016": digits before a hyphen that are no year.
fn is_phone(words: &Words, at: usize) -> bool {
    let before = at >= 2 && words.is_dash(at - 1) && !words.spaced(at) && plain_digits(words.word(at - 2)).is_some();
    before && words.word(at - 2).len() != 4 && words.word(at - 2).len() > 2
}

/// "2026-27", "2025/26", "the summer of 1957-58".
fn twin_year(words: &Words, at: usize) -> Parsed {
    let year = year_number(words, at)?;
    let second = words.word(at + 2);
    let next = plain_digits(second).filter(|_| second.len() == 2)? as i32;
    let mark = words.is_dash(at + 1) || words.is(at + 1, "/");
    let tight = !words.spaced(at + 1) && !words.spaced(at + 2);
    let follows = (year + 1) % 100 == next && !words.is_dash(at + 3);
    (mark && tight && follows).then_some((When::TwinYear(year), at + 3))
}

/// The "94" of "1892-94".
pub(super) fn short_year(words: &Words, first: &When, at: usize) -> Parsed {
    let &When::Year(YearOf::Is(first)) = first else { return None };
    let word = words.word(at);
    let short = plain_digits(word).filter(|_| word.len() == 2)? as i32;
    let year = first - first % 100 + short;
    (year > first && !words.is_dash(at + 1)).then_some((When::Year(YearOf::Is(year)), at + 1))
}

/// "1990s", "1930's", "'90s", "the 20s".
fn decade(words: &Words, at: usize) -> Parsed {
    let word = words.word(at);
    let (digits, end) = match word.strip_suffix(['s', 'S']) {
        Some(digits) => (digits, at + 1),
        None if words.any(at + 1, &["'", "’"]) && words.is(at + 2, "s") && !words.spaced(at + 2) => (word, at + 3),
        None => return None,
    };
    let number = plain_digits(digits)? as i32;
    let short = words.any_before(at, &["the", "'", "’", "‘", "early", "late", "mid", "and"]) && number % 10 == 0;
    match digits.len() {
        4 if number % 100 == 0 && number < 2000 && !words.any_before(at, &["early", "late"]) => {
            Some((When::Century(number / 100 + 1), end))
        }
        4 if number % 10 == 0 && number >= 1000 => Some((When::Decade(number), end)),
        2 if short => Some((spelled_decade(number as u8), end)),
        _ => None,
    }
}

fn spelled_decade(tens: u8) -> When {
    When::Decade(if tens < 20 { 2000 } else { 1900 } + tens as i32)
}

/// "19th century", "19th-century", and the "15th" of "15th to the 19th century".
fn century(words: &Words, at: usize, number: u32) -> Parsed {
    if let Some(end) = century_end(words, at, number) {
        return Some((When::Century(number as i32), end));
    }
    let joined = words.any(at + 1, &["to", "and", "or"]) || words.is_dash(at + 1);
    let later = (at + 2..at + 4).any(|next| match words.meaning(next) {
        Meaning::Ordinal(other) => other > number && century_end(words, next, other).is_some(),
        _ => false,
    });
    (joined && later).then_some((When::Century(number as i32), at + 1))
}

/// The token after "century", if that follows an ordinal that can be one's.
fn century_end(words: &Words, at: usize, number: u32) -> Option<usize> {
    let next = at + 1 + usize::from(words.is_dash(at + 1));
    ((1..=22).contains(&number) && words.any(next, &["century", "centuries"])).then_some(next + 1)
}

/// "third quarter of 2025", "first half of next year".
fn part_of_year(words: &Words, at: usize, number: u32) -> Parsed {
    let next = at + 1 + usize::from(words.is_dash(at + 1));
    let quarter = words.is(next, "quarter") && number <= 4;
    let half = words.is(next, "half") && number <= 2;
    if !quarter && !half {
        return None;
    }
    part(words, next + 1, quarter.then_some(number), half.then_some(number))
}

/// A quarter or half with the year after it. A half wants one, since there are halves of everything.
fn part(words: &Words, after: usize, quarter: Option<u32>, half: Option<u32>) -> Parsed {
    let (mut year, mut end) = full::year_after(words, words.skip(after, &["of"]));
    if year == YearOf::Open && words.is(after, "of") && words.is(after + 1, "the") && words.is(after + 2, "year") {
        (year, end) = (YearOf::Shift(0), after + 3);
    }
    match (quarter, half) {
        (Some(_), _) if year == YearOf::Open && words.is(after, "of") => None,
        (Some(quarter), _) if year == YearOf::Open => Some((When::Quarter { quarter: quarter as u8, year }, after)),
        (Some(quarter), _) => Some((When::Quarter { quarter: quarter as u8, year }, end)),
        (_, Some(half)) if year != YearOf::Open => Some((When::Half { half: half as u8, year }, end)),
        _ => None,
    }
}

/// "spring 2025", "the summer of 2012", "in the fall".
fn after_season(words: &Words, at: usize, season: Season) -> Parsed {
    let (mut year, mut end) = full::year_after(words, words.skip(at + 1, &["of"]));
    if let Some((When::TwinYear(first), after)) = twin_year(words, words.skip(at + 1, &["of"])) {
        (year, end) = (YearOf::Is(first), after);
    }
    if year != YearOf::Open {
        return Some((When::Season { season, year }, end));
    }
    let article = usize::from(words.any_before(at, &["the"]));
    let cues = ["in", "by", "since", "until", "early", "late", "over", "during", "throughout"];
    let cued = at >= article && words.any_before(at - article, &cues);
    cued.then_some((When::Season { season, year }, at + 1))
}

/// "Q3 2025", "H1", "FY26", "fiscal year 2026", "'84", "final quarter".
fn after_opener(words: &Words, at: usize) -> Parsed {
    let word = words.word(at);
    if matches!(word, "'" | "’" | "‘") {
        return apostrophe_year(words, at);
    }
    if let Some(found) = fiscal(words, at) {
        return Some(found);
    }
    let (letter, digits) = (word.get(..1)?, word.get(1..)?);
    let number = plain_digits(digits).filter(|_| digits.len() == 1)?;
    match letter {
        "Q" if (1..=4).contains(&number) => part(words, at + 1, Some(number), None),
        "H" if (1..=2).contains(&number) => part(words, at + 1, None, Some(number)),
        _ => None,
    }
}

/// "'84", "'90s".
fn apostrophe_year(words: &Words, at: usize) -> Parsed {
    if words.spaced(at + 1) || words.meaning(at + 1) != Meaning::Digits {
        return None;
    }
    if let Some(found) = decade(words, at + 1) {
        return Some(found);
    }
    let word = words.word(at + 1);
    let year = plain_digits(word).filter(|_| word.len() == 2)?;
    Some((When::Year(YearOf::Is(of_two_digits(year))), at + 2))
}

/// "fiscal 2026", "fiscal year 2026", "FY 2026", "FY26".
fn fiscal(words: &Words, at: usize) -> Parsed {
    let year_at = words.skip(at + 1, &["year"]);
    if words.any(at, &["fiscal", "FY"]) {
        let year = year_number(words, year_at)?;
        return Some((When::FiscalYear(year), year_at + 1));
    }
    let digits = words.word(at).strip_prefix("FY")?;
    let number = plain_digits(digits)?;
    match digits.len() {
        2 => Some((When::FiscalYear(2000 + number as i32), at + 1)),
        4 => Some((When::FiscalYear(number as i32), at + 1)),
        _ => None,
    }
}
