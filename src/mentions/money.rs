//! Amounts of money: "$4.5 billion", "Rs 500 crore", "CHF 20m", "10 million euros", "$4-5 billion".

use super::{
    PatternMatch,
    numbers::{self, Interval, Number, Opening},
};
use crate::{
    dates::{Cursor, LexicalClass, Spelling, class_of_part},
    model::{PHRASE_START, ValueKind, Values, hash_lower, phrase_step},
    report::EntityKind,
    tokens::Tag,
    value::Value,
};

/// The amount of money that begins at a token.
pub(super) fn parse(opening: &Opening) -> Option<PatternMatch> {
    let (cursor, at) = (opening.cursor, opening.at);
    let before = with_sign(cursor, at).or_else(|| joined_sign(cursor, at)).or_else(|| compound(cursor, at));
    before.or_else(|| {
        let sum = opening.number()?;
        joined_code(cursor, at, sum).or_else(|| {
            let sum = multiplied(sum, cursor.values())?;
            with_name(cursor, at, sum).or_else(|| sign_after(cursor, at, sum))
        })
    })
}

/// Whether a word may begin an amount of money.
pub(super) fn opens(spelling: &Spelling) -> bool {
    let compound = || spelling.parts.is_some_and(|parts| in_one_word(parts, spelling.values).is_some());
    spelling.opens_number || is_sign(spelling) || compound()
}

/// Whether a word is or begins with a currency's sign.
fn is_sign(spelling: &Spelling) -> bool {
    let Spelling { word, values, .. } = *spelling;
    if is_no_sign(word) {
        return false;
    }
    let is_sign = |hash| values.begins(ValueKind::CurrencySign, hash);
    match spelling.shape.has_digit().then(|| word.find(|c: char| c.is_ascii_digit())).flatten() {
        None => is_sign(spelling.lower) || code(word, values).is_some(),
        Some(digits) => {
            let letters = &word[..digits];
            is_sign(hash_lower(letters)) || is_sign(spelling.lower) || code(letters, values).is_some()
        }
    }
}

/// What no sign, code or letters before a sign begin with: most words, told at a glance.
fn is_no_sign(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase()) && !matches!(word, "usd" | "eur" | "gbp" | "rmb")
}

/// "one-yen", "two-dollar": number and name of a currency as a single token.
fn in_one_word<'c>((number, name): (&str, &str), values: Values<'c>) -> Option<(f64, &'c str)> {
    let LexicalClass::Number(number) = class_of_part(number, values) else { return None };
    let (part, code) = in_parts(values.get(ValueKind::CurrencyName, phrase_step(PHRASE_START, hash_lower(name)))?);
    Some((f64::from(number) * part, code))
}

fn compound(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let (from, code) = in_one_word(cursor.word(at).split_once('-')?, cursor.values())?;
    Some(money(at, Interval { from, to: None, suffix: "", end: at + 1 }, code))
}

/// "$4.5bn", "US$ 5", "Rs 500 crore", "CHF 20m", "$4 billion to $5 billion", "$(14.2) million".
fn with_sign(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    if let Some((start, currency)) = with_small_letters(cursor, at) {
        let sum = multiplied(numbers::interval(cursor, at + 1)?, cursor.values())?;
        return Some(money(start, second_sum(cursor, at, currency, sum), currency));
    }
    let (currency, after) = sign(cursor, at)?;
    if let Some(loss) = in_brackets(cursor, after) {
        return Some(money(at, loss, currency));
    }
    let sum = multiplied(
        numbers::interval(cursor, after).filter(|_| cursor.class(after) == LexicalClass::Digits)?,
        cursor.values(),
    )?;
    let large = listed_code(cursor.word(at), cursor.values()).is_some_and(|(_, large)| large);
    if large && sum.from < 1_000.0 {
        return None;
    }
    Some(money(at, second_sum(cursor, at, currency, sum), currency))
}

/// "c$", "us$": small letters directly before a sign, where they begin, and their currency. Small words are not asked whether
/// they open an amount, so that the sign looks back.
fn with_small_letters<'c>(cursor: &Cursor<'c>, at: usize) -> Option<(usize, &'c str)> {
    let clings = at > cursor.start() && !cursor.spaced(at) && is_no_sign(cursor.word(at - 1));
    let start = clings.then(|| at - 1)?;
    let (currency, end) = cursor.phrase_value(ValueKind::CurrencySign, start)?;
    (end == at + 1).then_some((start, currency))
}

/// "(14.2) million": accounts write a loss in brackets.
fn in_brackets<'a>(cursor: &Cursor<'a>, at: usize) -> Option<Interval<'a>> {
    let number = cursor.is(at, "(").then(|| numbers::parse(cursor, at + 1)).flatten()?;
    if !cursor.is(number.end, ")") || !number.suffix.is_empty() {
        return None;
    }
    let (scale, end) = numbers::magnitudes(cursor, number.end + 1);
    Some(Interval { from: -number.value * scale, to: None, suffix: "", end })
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
    // "Rs. 5": the full stop may stand apart.
    let stop = cursor.is(at + 1, ".") && !cursor.spaced(at + 1);
    single_sign(cursor.word(at), cursor.values()).map(|currency| (currency, at + 1 + usize::from(stop)))
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
    let in_capitals = word.bytes().all(|byte| byte.is_ascii_uppercase());
    let value = in_capitals.then(|| values.get(ValueKind::CurrencyCode, hash_lower(word))).flatten()?;
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
    let sum = multiplied(numbers::extended(cursor, at, numbers::clinging(cursor, rest, at)?), cursor.values())?;
    if sum.from < 1_000.0 && listed_code(letters, cursor.values()).is_some_and(|(_, large)| large) {
        return None;
    }
    Some(money(at, sum, code))
}

/// "$4 billion to $5 billion", "$2.48-$2.52 billion": the upper end with a sign of its own.
fn second_sum<'a>(cursor: &Cursor<'a>, start: usize, currency: &str, sum: Interval<'a>) -> Interval<'a> {
    let joined = sum.to.is_none() && numbers::joins_range(cursor, start, sum.end);
    let upper = joined.then(|| sign(cursor, sum.end + 1)).flatten().filter(|(code, _)| *code == currency);
    let upper = upper.and_then(|(_, after)| numbers::parse(cursor, after));
    let Some(upper) = upper.and_then(|number| with_suffix(number, cursor.values())) else { return sum };
    let lower = Number { value: sum.from, scale: if sum.from < 1_000.0 { 1.0 } else { 0.0 }, ..upper };
    let from = numbers::in_magnitude(lower, upper);
    if from < upper.value { Interval { from, to: Some(upper.value), end: upper.end, ..sum } } else { sum }
}

/// A number whose clinging letters are multiplied in.
fn with_suffix<'a>(number: Number<'a>, values: Values) -> Option<Number<'a>> {
    let alone = Interval { from: number.value, to: None, suffix: number.suffix, end: number.end };
    let sum = multiplied(alone, values)?;
    let scale = number.scale * if number.value == 0.0 { 1.0 } else { sum.from / number.value };
    Some(Number { value: sum.from, scale, suffix: "", ..number })
}

/// Clinging letters after a sum are a magnitude or make it something else.
fn multiplied<'a>(sum: Interval<'a>, values: Values) -> Option<Interval<'a>> {
    if sum.suffix.is_empty() {
        return Some(sum);
    }
    let times: f64 = values.get(ValueKind::MagnitudeSuffix, hash_lower(sum.suffix))?.parse().ok()?;
    Some(Interval { suffix: "", ..sum.times(times) })
}

/// "115USD", "30 MUSD", "80p": the code clings to the number or to its magnitude.
fn joined_code(cursor: &Cursor, at: usize, sum: Interval) -> Option<PatternMatch> {
    if let Some(code) = code(sum.suffix, cursor.values()) {
        return Some(money(at, Interval { suffix: "", ..sum }, code));
    }
    // "80p", but not the lines of a screen.
    if sum.suffix == "p" && sum.from < 1_000.0 && !matches!(sum.from as u32, 480 | 576 | 720) {
        return Some(money(at, Interval { suffix: "", ..sum.times(0.01) }, "GBP"));
    }
    let (letter, rest) = cursor.word(sum.end).split_at_checked(1).filter(|_| sum.suffix.is_empty())?;
    let times = matches!(letter, "M" | "B" | "K").then_some(Interval { suffix: letter, end: sum.end + 1, ..sum })?;
    let code = code(rest, cursor.values())?;
    multiplied(times, cursor.values()).map(|sum| money(at, sum, code))
}

/// "10 €", "30 $".
fn sign_after(cursor: &Cursor, at: usize, sum: Interval) -> Option<PatternMatch> {
    let sign = cursor.word(sum.end);
    let is_sign = sign.chars().count() == 1 && !sign.starts_with(char::is_alphanumeric);
    let code = cursor.value(ValueKind::CurrencySign, sum.end).filter(|_| is_sign)?;
    let next = cursor.class(sum.end + 1) == LexicalClass::Digits;
    // "sold 10 $30 shirts": the sign belongs to what follows.
    let theirs = next && !cursor.spaced(sum.end + 1);
    (!theirs).then(|| money(at, Interval { end: sum.end + 1, ..sum }, code))
}

/// "10 million euros", "two dollars", "a billion U.S. dollars", "50 cents", "15 dollars 50", "75 USD million".
fn with_name(cursor: &Cursor, at: usize, sum: Interval) -> Option<PatternMatch> {
    let name_at = sum.end + usize::from(cursor.is_dash(sum.end));
    let (part, code, end) = currency_name(cursor, name_at).or_else(|| pounds(cursor, name_at, sum))?;
    if let LexicalClass::Magnitude(times @ 1_000..) = cursor.class(end) {
        return Some(money(at, Interval { end: end + 1, ..sum.times(times as f64) }, code));
    }
    let sum = Interval { end, ..sum.times(part) };
    // "RMB 10 USD 20": the code belongs to what follows.
    let theirs = at.checked_sub(1).is_some_and(|before| currency_name(cursor, before).is_some());
    let sum = if part == 1.0 && !theirs { with_hundredths(cursor, sum, code) } else { sum };
    Some(money(at, sum, code))
}

/// "thirteen dollars forty-five cents", "13 dollars and 45 cents", "15 dollars 50".
fn with_hundredths<'a>(cursor: &Cursor<'a>, whole: Interval<'a>, code: &str) -> Interval<'a> {
    let next = cursor.skip(whole.end, &["and"]);
    let cents = numbers::parse(cursor, next).filter(|n| whole.to.is_none() && n.value < 100.0 && n.scale == 1.0);
    let Some(cents) = cents.filter(|n| n.suffix.is_empty() && n.value.fract() == 0.0) else { return whole };
    let from = whole.from + cents.value / 100.0;
    let written = cursor.word(next).len() == 2;
    match currency_name(cursor, cents.end) {
        Some((0.01, part, end)) if part == code => Interval { from, end, ..whole },
        Some(_) => whole,
        None if next == whole.end && closes(cursor, cents.end) && (written || cents.value >= 10.0) => {
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
    let alone = || named(&[word]).or_else(|| Some((code(cursor.word(at), values)?, at + 1)));
    let (value, end) = pair.or_else(alone).or_else(|| foreign_name(cursor, at, named(&[next])?))?;
    let (part, code) = in_parts(value);
    Some((part, code, end))
}

/// The code that the list gives to a name, and what part of the currency it stands for.
fn in_parts(value: &str) -> (f64, &str) {
    value.strip_suffix("/100").map_or((1.0, value), |code| (0.01, code))
}

/// Pounds by the million are money, unless they are pounds "of" something.
fn pounds(cursor: &Cursor, at: usize, sum: Interval) -> Option<(f64, &'static str, usize)> {
    let money = cursor.any(at, &["pound", "pounds"]) && sum.from >= 1e5 && !cursor.is(at + 1, "of");
    money.then_some((1.0, "GBP", at + 1))
}

/// "Finnish markka", "Zimbabwean dollars": a currency after an adjective that the list does not know. Many countries have
/// dollars, so the code of another adjective's is left out.
fn foreign_name<'c>(cursor: &Cursor<'c>, at: usize, (value, end): (&'c str, usize)) -> Option<(&'c str, usize)> {
    let letters = cursor.word(at).bytes().all(|byte| byte.is_ascii_alphabetic());
    let adjective = letters && cursor.tag(at) == Some(Tag::Adjective);
    let foreign = cursor.word(at).starts_with(char::is_uppercase);
    let shared = foreign && value.starts_with("USD");
    (adjective || foreign && letters).then_some((if shared { "?" } else { value }, end + 1))
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
