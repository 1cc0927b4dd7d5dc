//! Amounts of money: "$4.5 billion", "Rs 500 crore", "CHF 20m", "10 million euros", "$4-5 billion".

use super::{
    PatternMatch,
    numbers::{self, Interval},
};
use crate::{
    dates::{Cursor, LexicalClass, Spelling},
    model::{PHRASE_START, ValueKind, Values, hash_lower, phrase_step},
    report::{EntityKind, Value},
};

/// The amount of money that begins at a token.
pub(super) fn parse(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let before = with_sign(cursor, at).or_else(|| joined_sign(cursor, at));
    before.or_else(|| joined_code(cursor, at)).or_else(|| with_name(cursor, at)).or_else(|| sign_after(cursor, at))
}

/// Whether a word may begin an amount of money.
pub(super) fn opens(spelling: &Spelling) -> bool {
    numbers::opens(spelling) || is_sign(spelling.word, spelling.values)
}

/// Whether a word is or begins with a currency's sign.
fn is_sign(word: &str, values: Values) -> bool {
    if is_no_sign(word) {
        return false;
    }
    let letters = word.split(|c: char| c.is_ascii_digit()).next().unwrap_or("");
    let is_sign = |word: &str| values.begins(ValueKind::CurrencySign, hash_lower(word));
    is_sign(letters) || is_sign(word) || code(letters, values).is_some()
}

/// What no sign, code or letters before a sign begin with: most words, told at a glance.
fn is_no_sign(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
}

/// "$4.5bn", "US$ 5", "Rs 500 crore", "CHF 20m", "$4 billion to $5 billion".
fn with_sign(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let (currency, after) = sign(cursor, at)?;
    let sum = multiplied(
        numbers::interval(cursor, after).filter(|_| cursor.class(after) == LexicalClass::Digits)?,
        cursor.values(),
    )?;
    let large = listed_code(cursor.word(at), cursor.values()).is_some_and(|(_, large)| large);
    if large && sum.from < 1_000.0 {
        return None;
    }
    Some(money(at, second_sum(cursor, currency, sum), currency))
}

/// The currency before a number: a sign, perhaps with letters before it, or a code.
fn sign<'c>(cursor: &Cursor<'c>, at: usize) -> Option<(&'c str, usize)> {
    if is_no_sign(cursor.word(at)) {
        return None;
    }
    let lettered = cursor.phrase_value(ValueKind::CurrencySign, at);
    if let Some((currency, end)) = lettered.filter(|(_, end)| *end == at + 2 && !cursor.spaced(at + 1)) {
        return Some((currency, end));
    }
    single_sign(cursor.word(at), cursor.values()).map(|currency| (currency, at + 1))
}

/// The currency that a word by itself stands for before a number.
fn single_sign<'c>(word: &str, values: Values<'c>) -> Option<&'c str> {
    values.get(ValueKind::CurrencySign, hash_lower(word)).or_else(|| code(word, values))
}

/// The currency whose code a word is; in small letters it is another word.
fn code<'c>(word: &str, values: Values<'c>) -> Option<&'c str> {
    listed_code(word, values).map(|(code, _)| code)
}

/// The same, and whether it wants a large sum, since it names other things too: "COP 29", "PEN 20".
fn listed_code<'c>(word: &str, values: Values<'c>) -> Option<(&'c str, bool)> {
    let value = values.get(ValueKind::CurrencyCode, hash_lower(word))?;
    let (code, large) = value.strip_suffix(" large").map_or((value, false), |code| (code, true));
    (code == word).then_some((code, large))
}

/// "Rs500", "RM6.2mil", "KSh200": letters and digits in one word.
fn joined_sign(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let word = cursor.word(at);
    let (letters, rest) = word.split_at(word.find(|c: char| c.is_ascii_digit()).filter(|&n| (1..=4).contains(&n))?);
    let letters = letters.trim_end_matches('.');
    let code = single_sign(letters, cursor.values()).filter(|_| !is_no_sign(letters))?;
    if letters == "R" && rest.len() < 3 {
        return None;
    }
    let sum = multiplied(numbers::extended(cursor, numbers::clinging(cursor, rest, at)?), cursor.values())?;
    Some(money(at, sum, code))
}

/// "$4 billion to $5 billion": the upper end with a sign of its own.
fn second_sum<'a>(cursor: &Cursor<'a>, currency: &str, sum: Interval<'a>) -> Interval<'a> {
    let joined = sum.to.is_none() && (cursor.is(sum.end, "to") || cursor.is_dash(sum.end));
    let upper = joined.then(|| sign(cursor, sum.end + 1)).flatten().filter(|(code, _)| *code == currency);
    let upper = upper.and_then(|(_, after)| numbers::parse(cursor, after));
    let upper = upper
        .map(|n| Interval { from: n.value, to: None, suffix: n.suffix, end: n.end })
        .and_then(|upper| multiplied(upper, cursor.values()));
    match upper.filter(|upper| upper.from > sum.from) {
        Some(upper) => Interval { to: Some(upper.from), end: upper.end, ..sum },
        None => sum,
    }
}

/// Clinging letters after a sum are a magnitude or make it something else.
fn multiplied<'a>(sum: Interval<'a>, values: Values) -> Option<Interval<'a>> {
    if sum.suffix.is_empty() {
        return Some(sum);
    }
    let times: f64 = values.get(ValueKind::MagnitudeSuffix, hash_lower(sum.suffix))?.parse().ok()?;
    Some(Interval { suffix: "", ..sum.times(times) })
}

/// "115USD", "30 MUSD": the code clings to the number or to its magnitude.
fn joined_code(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let sum = numbers::interval(cursor, at).filter(|_| cursor.class(at) == LexicalClass::Digits)?;
    if let Some(code) = code(sum.suffix, cursor.values()) {
        return Some(money(at, Interval { suffix: "", ..sum }, code));
    }
    let (letter, rest) = cursor.word(sum.end).split_at_checked(1).filter(|_| sum.suffix.is_empty())?;
    let times = matches!(letter, "M" | "B" | "K").then_some(Interval { suffix: letter, end: sum.end + 1, ..sum })?;
    let code = code(rest, cursor.values())?;
    multiplied(times, cursor.values()).map(|sum| money(at, sum, code))
}

/// "10 €", "30 $".
fn sign_after(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let sum = multiplied(numbers::interval(cursor, at)?, cursor.values())?;
    let sign = cursor.word(sum.end);
    let is_sign = sign.chars().count() == 1 && !sign.starts_with(char::is_alphanumeric);
    let code = cursor.value(ValueKind::CurrencySign, sum.end).filter(|_| is_sign)?;
    let next = cursor.class(sum.end + 1) == LexicalClass::Digits;
    // "sold 10 $30 shirts": the sign belongs to what follows.
    let theirs = next && !cursor.spaced(sum.end + 1);
    (!theirs).then(|| money(at, Interval { end: sum.end + 1, ..sum }, code))
}

/// "10 million euros", "two dollars", "a billion U.S. dollars", "50 cents", "15 dollars 50", "75 USD million".
fn with_name(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let sum = multiplied(numbers::interval(cursor, at)?, cursor.values())?;
    let (part, code, end) = currency_name(cursor, sum.end + usize::from(cursor.is_dash(sum.end)))?;
    if let LexicalClass::Magnitude(times @ 1_000..) = cursor.class(end) {
        return Some(money(at, Interval { end: end + 1, ..sum.times(times as f64) }, code));
    }
    let sum = Interval { end, ..sum.times(part) };
    let sum = if part == 1.0 { with_hundredths(cursor, sum, code) } else { sum };
    Some(money(at, sum, code))
}

/// "thirteen dollars forty-five cents", "13 dollars and 45 cents", "15 dollars 50".
fn with_hundredths<'a>(cursor: &Cursor<'a>, whole: Interval<'a>, code: &str) -> Interval<'a> {
    let next = cursor.skip(whole.end, &["and"]);
    let cents = numbers::parse(cursor, next).filter(|n| whole.to.is_none() && n.value < 100.0 && n.scale == 1.0);
    let Some(cents) = cents.filter(|n| n.suffix.is_empty() && n.value.fract() == 0.0) else { return whole };
    let from = whole.from + cents.value / 100.0;
    match currency_name(cursor, cents.end) {
        Some((0.01, part, end)) if part == code => Interval { from, end, ..whole },
        Some(_) => whole,
        None if next == whole.end && closes(cursor, cents.end) && cursor.word(next).len() == 2 => {
            Interval { from, end: cents.end, ..whole }
        }
        None => whole,
    }
}

/// Whether a sentence or clause ends before a token, or "more" compares what stands before it.
fn closes(cursor: &Cursor, at: usize) -> bool {
    !cursor.word(at).starts_with(char::is_alphanumeric) && cursor.word(at) != "%" || cursor.is(at, "more")
}

/// What part of a currency a name stands for, its code, and the token after the name; of two names the longer one.
fn currency_name<'c>(cursor: &Cursor<'c>, at: usize) -> Option<(f64, &'c str, usize)> {
    let (word, next, values) = (singular(cursor.word(at)), singular(cursor.word(at + 1)), cursor.values());
    let named = |phrase: &[&str]| {
        let hash = phrase.iter().fold(PHRASE_START, |hash, word| phrase_step(hash, hash_lower(word)));
        values.get(ValueKind::CurrencyName, hash).map(|value| (value, at + phrase.len()))
    };
    // "U.S." and "Sri" are no plurals.
    let pair = named(&[cursor.word(at), next]);
    let (value, end) = pair.or_else(|| named(&[word])).or_else(|| Some((code(cursor.word(at), values)?, at + 1)))?;
    Some(match value.strip_suffix("/100") {
        Some(code) => (0.01, code, end),
        None => (1.0, value, end),
    })
}

fn singular(word: &str) -> &str {
    word.strip_suffix(['s', 'S']).filter(|stem| stem.len() > 2).unwrap_or(word)
}

fn money(start: usize, sum: Interval, currency: &str) -> PatternMatch {
    // Several currencies have the name.
    let currency = (currency != "?").then(|| currency.to_owned());
    let value = Value { amount: Some(sum.from), amount_to: sum.to, currency, ..Value::default() };
    PatternMatch { tokens: start..sum.end, kind: EntityKind::Money, value: Some(value) }
}
