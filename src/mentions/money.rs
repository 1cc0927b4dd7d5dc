//! Amounts of money: "$4.5 billion", "Rs 500 crore", "CHF 20m", "10 million euros", "$4-5 billion".

use super::{
    PatternMatch,
    cursor::{Cursor, Spelling},
    lexical_class::LexicalClass,
    numbers::{self, Interval},
};
use crate::report::{EntityKind, Value};

/// The amount of money that begins at a token.
pub(super) fn parse(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    with_sign(cursor, at).or_else(|| joined_sign(cursor, at)).or_else(|| with_name(cursor, at))
}

/// Whether a word may begin an amount of money.
pub(super) fn opens(spelling: &Spelling) -> bool {
    numbers::opens(spelling) || is_sign(spelling.word)
}

/// Whether a word is or begins with a currency's sign.
fn is_sign(word: &str) -> bool {
    if is_no_sign(word) {
        return false;
    }
    let letters = word.split(|c: char| c.is_ascii_digit()).next().unwrap_or("");
    SIGNS.iter().any(|(sign, _)| *sign == letters)
        || iso_code(letters).is_some()
        || letters == "GH"
        || dollar_with_letters(word).is_some()
}

/// What no sign, code or letters before a sign begin with: most words, told at a glance.
fn is_no_sign(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
}

/// "$4.5bn", "US$ 5", "Rs 500 crore", "CHF 20m", "$4 billion to $5 billion".
fn with_sign(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let (currency, after) = sign(cursor, at)?;
    let sum = in_millions(numbers::interval(cursor, after).filter(|_| cursor.class(after) == LexicalClass::Digits)?)?;
    Some(money(at, second_sum(cursor, currency, sum), currency))
}

/// The currency before a number: a sign, perhaps with letters before it, or a code.
fn sign<'c>(cursor: &Cursor, at: usize) -> Option<(&'c str, usize)> {
    let (first, second) = (cursor.word(at), cursor.word(at + 1));
    if is_no_sign(first) {
        return None;
    }
    if !cursor.spaced(at + 1) {
        if let Some(currency) = dollar_with_letters(first).filter(|_| second == "$") {
            return Some((currency, at + 2));
        }
        if first == "GH" && matches!(second, "¢" | "₵") {
            return Some(("GHS", at + 2));
        }
    }
    let code = SIGNS.iter().find(|(sign, _)| *sign == first).map(|(_, code)| *code).or_else(|| iso_code(first))?;
    Some((code, at + 1))
}

const SIGNS: &[(&str, &str)] = &[
    ("$", "USD"),
    ("£", "GBP"),
    ("€", "EUR"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₩", "KRW"),
    ("₦", "NGN"),
    ("₺", "TRY"),
    ("₴", "UAH"),
    ("₫", "VND"),
    ("₱", "PHP"),
    ("₪", "ILS"),
    ("฿", "THB"),
    ("₵", "GHS"),
    ("₸", "KZT"),
    ("₾", "GEL"),
    ("Rs", "INR"),
    ("Rs.", "INR"),
    ("RM", "MYR"),
    ("Rp", "IDR"),
    ("KSh", "KES"),
    ("Ksh", "KES"),
    ("Sh", "KES"),
    ("Shs", "UGX"),
    ("USh", "UGX"),
    ("TSh", "TZS"),
    ("Tk", "BDT"),
    ("R", "ZAR"),
    ("Fr.", "CHF"),
];

fn dollar_with_letters<'c>(letters: &str) -> Option<&'c str> {
    Some(match letters {
        "US" | "U.S." => "USD",
        "A" | "AU" => "AUD",
        "C" | "CA" | "Can" => "CAD",
        "HK" => "HKD",
        "NZ" => "NZD",
        "S" => "SGD",
        "NT" => "TWD",
        "R" => "BRL",
        "J" => "JMD",
        "FJ" => "FJD",
        "TT" => "TTD",
        "Z" => "ZWL",
        _ => return None,
    })
}

/// Codes in use, so that a word in capitals is not taken for money.
const CODES: &[&str] = &[
    "AED", "ARS", "AUD", "BDT", "BGN", "BHD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "ETB",
    "EUR", "FJD", "GBP", "GEL", "GHS", "HKD", "HUF", "IDR", "ILS", "INR", "IRR", "ISK", "JMD", "JOD", "JPY", "KES",
    "KRW", "KWD", "KZT", "LKR", "MAD", "MXN", "MYR", "NGN", "NOK", "NPR", "NZD", "OMR", "PEN", "PHP", "PKR", "PLN",
    "QAR", "RON", "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS",
    "VND", "XAF", "XOF", "ZAR", "ZMW",
];

fn iso_code<'c>(word: &str) -> Option<&'c str> {
    CODES.iter().find(|code| **code == word).copied()
}

/// "Rs500", "RM6.2mil", "KSh200": letters and digits in one word.
fn joined_sign(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let word = cursor.word(at);
    let (letters, rest) = word.split_at(word.find(|c: char| c.is_ascii_digit()).filter(|&n| (1..=4).contains(&n))?);
    let letters = letters.trim_end_matches('.');
    let code = SIGNS.iter().find(|(sign, _)| *sign == letters).map(|(_, code)| *code).or_else(|| iso_code(letters))?;
    if letters == "R" && rest.len() < 3 {
        return None;
    }
    let sum = in_millions(numbers::extended(cursor, numbers::clinging(cursor, rest, at)?))?;
    Some(money(at, sum, code))
}

/// "$4 billion to $5 billion": the upper end with a sign of its own.
fn second_sum<'a>(cursor: &Cursor<'a>, currency: &str, sum: Interval<'a>) -> Interval<'a> {
    let joined = sum.to.is_none() && (cursor.is(sum.end, "to") || cursor.is_dash(sum.end));
    let upper = joined.then(|| sign(cursor, sum.end + 1)).flatten().filter(|(code, _)| *code == currency);
    let upper = upper.and_then(|(_, after)| numbers::parse(cursor, after));
    let upper = upper.map(|n| Interval { from: n.value, to: None, suffix: n.suffix, end: n.end }).and_then(in_millions);
    match upper.filter(|upper| upper.from > sum.from) {
        Some(upper) => Interval { to: Some(upper.from), end: upper.end, ..sum },
        None => sum,
    }
}

/// Clinging letters after a sum are a magnitude or make it something else.
fn in_millions(sum: Interval) -> Option<Interval> {
    let times = match sum.suffix {
        "" => return Some(sum),
        "m" | "M" | "mm" | "MM" => 1e6,
        "b" | "B" => 1e9,
        "k" | "K" => 1e3,
        "t" | "T" => 1e12,
        "cr" => 1e7,
        _ => return None,
    };
    Some(Interval { suffix: "", ..sum.times(times) })
}

/// "10 million euros", "two dollars", "a billion U.S. dollars", "50 cents".
fn with_name(cursor: &Cursor, at: usize) -> Option<PatternMatch> {
    let sum = in_millions(numbers::interval(cursor, at)?)?;
    let (code, end) = currency_name(cursor, sum.end + usize::from(cursor.is_dash(sum.end)))?;
    let (part, code) = code.strip_prefix('/').map_or((1.0, code), |code| (0.01, code));
    Some(money(at, Interval { end, ..sum.times(part) }, code))
}

/// The name of a currency and the token after it; "/" marks hundredths.
fn currency_name<'c>(cursor: &Cursor, at: usize) -> Option<(&'c str, usize)> {
    let next = cursor.word(at + 1);
    let pair = PAIRS.iter().find(|(a, b, _)| cursor.is(at, a) && singular(next).eq_ignore_ascii_case(b));
    if let Some((_, _, code)) = pair {
        return Some((code, at + 2));
    }
    let word = cursor.word(at);
    let name = NAMES.iter().find(|(name, _)| singular(word).eq_ignore_ascii_case(name)).map(|(_, code)| *code);
    name.or_else(|| iso_code(word)).map(|code| (code, at + 1))
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|stem| stem.len() > 2).unwrap_or(word)
}

const PAIRS: &[(&str, &str, &str)] = &[
    ("U.S.", "dollar", "USD"),
    ("US", "dollar", "USD"),
    ("Canadian", "dollar", "CAD"),
    ("Australian", "dollar", "AUD"),
    ("Zealand", "dollar", "NZD"),
    ("Singapore", "dollar", "SGD"),
    ("Taiwan", "dollar", "TWD"),
    ("Indian", "rupee", "INR"),
    ("Pakistani", "rupee", "PKR"),
    ("Nepali", "rupee", "NPR"),
    ("Sri", "rupee", "LKR"),
    ("Swiss", "franc", "CHF"),
    ("CFA", "franc", "XOF"),
    ("Kenyan", "shilling", "KES"),
    ("Uganda", "shilling", "UGX"),
    ("Ugandan", "shilling", "UGX"),
    ("Tanzanian", "shilling", "TZS"),
    ("Mexican", "peso", "MXN"),
    ("Chilean", "peso", "CLP"),
    ("Argentine", "peso", "ARS"),
    ("Colombian", "peso", "COP"),
    ("Philippine", "peso", "PHP"),
    ("Egyptian", "pound", "EGP"),
    ("Swedish", "krona", "SEK"),
    ("Swedish", "kronor", "SEK"),
    ("Norwegian", "krone", "NOK"),
    ("Norwegian", "kroner", "NOK"),
    ("Danish", "krone", "DKK"),
    ("Danish", "kroner", "DKK"),
    ("Czech", "koruna", "CZK"),
    ("Czech", "crown", "CZK"),
];

/// Names that mean one currency, or one so much more often that a newsroom would say otherwise.
const NAMES: &[(&str, &str)] = &[
    ("dollar", "USD"),
    ("buck", "USD"),
    ("cent", "/USD"),
    ("euro", "EUR"),
    ("sterling", "GBP"),
    ("pence", "/GBP"),
    ("quid", "GBP"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("rupee", "INR"),
    ("ruble", "RUB"),
    ("rouble", "RUB"),
    ("won", "KRW"),
    ("baht", "THB"),
    ("ringgit", "MYR"),
    ("rupiah", "IDR"),
    ("dong", "VND"),
    ("naira", "NGN"),
    ("cedi", "GHS"),
    ("rand", "ZAR"),
    ("lira", "TRY"),
    ("hryvnia", "UAH"),
    ("zloty", "PLN"),
    ("złoty", "PLN"),
    ("forint", "HUF"),
    ("shekel", "ILS"),
    ("taka", "BDT"),
    ("lari", "GEL"),
    ("tenge", "KZT"),
    ("dirham", "AED"),
    ("riyal", "SAR"),
    ("birr", "ETB"),
    ("kwacha", "ZMW"),
    ("leu", "RON"),
    ("lei", "RON"),
    ("lev", "BGN"),
    ("leva", "BGN"),
];

fn money(start: usize, sum: Interval, currency: &str) -> PatternMatch {
    let currency = Some(currency.to_owned());
    let value = Value { amount: Some(sum.from), amount_to: sum.to, currency, ..Value::default() };
    PatternMatch { tokens: start..sum.end, kind: EntityKind::Money, value: Some(value) }
}
