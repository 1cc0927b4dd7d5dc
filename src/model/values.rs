//! The values that words and phrases have: "march" is month 3, "kph" a unit of speed.
//!
//! Every [`ValueKind`] has a list of its own, `tools/train/lists/values/NAME.txt`, where NAME is its name in the table
//! below. A line is a word or phrase, a tab and its value; a line that begins with `#` and a blank is a comment. A phrase is
//! written as the tokens of a text, with blanks between, and found in any case. A value is any text without a tab;
//! what it means is up to those who ask. One phrase has one value of a kind, but may have values of several kinds:
//! "second" is an ordinal and a unit.
//!
//! Words of a kind that is a [`Class`](super::Class), too, by the same name, belong to the class.
//!
//! Layout: [`UNREAD`] bytes, a [`Table`] from the hash of kind and phrase to the place of the value, then the
//! values: UTF-8, a value a line, the first one empty. That one belongs to what begins a phrase and is none itself.

use super::{
    hash::feature_hash,
    table::{Table, UNREAD},
    table_enum::table_enum,
};
#[cfg(any(test, feature = "training"))]
use super::{
    hash::{PHRASE_START, phrase_step},
    table::{KeyWidth, write},
};
#[cfg(any(test, feature = "training"))]
use std::collections::BTreeMap;

table_enum! {
    /// What sort of value a list gives to its words.
    pub enum ValueKind: &str {
        /// A month's number, 1 to 12.
        Month = "month",
        /// A day of the week: Monday is 0, Sunday 6.
        Weekday = "weekday",
        /// What else a word means in an amount or a date: "unit day", "number 7", "shift last".
        AmountWord = "amount_word",
        /// What letters that cling to a number multiply it by: 1000 for "k".
        MagnitudeSuffix = "magnitude_suffix",
        /// What a word before a date lets the words after it be: a list of roles, "month year".
        DateContext = "date_context",
        /// What a word beside a number of four digits makes of it: "counted" after it, "numbers" before it.
        NumberContext = "number_context",
        /// Which year a phrase after a day or month names, seen from that of publication: "-1", or "same".
        YearPhrase = "year_phrase",
        /// The rule that the day of a holiday follows: "fixed 12 25".
        Holiday = "holiday",
        /// In which order day and month are written where a zone of the clock is kept: "day first".
        Zone = "zone",
        /// The ISO code of a currency as it is written: "USD".
        CurrencyCode = "currency_code",
        /// The code of the currency that a sign stands for: "$".
        CurrencySign = "currency_sign",
        /// The code of the currency that a name stands for; "USD/100" is a hundredth of one.
        CurrencyName = "currency_name",
        /// The singular of what is counted or measured in.
        Unit = "unit",
        /// A unit's symbol as it is written.
        UnitSymbol = "unit_symbol",
        /// An exchange by the name before a symbol: "NASDAQ".
        Exchange = "exchange",
        /// An exchange by the letters behind a symbol: the "T" of "7299.T".
        ExchangeCode = "exchange_code",
        /// What a pronoun stands for and its case: "male subject".
        Pronoun = "pronoun",
        /// On which side of the true amount one lies that words beside it call inexact: "about", "over", "under".
        Approximation = "approximation",
        /// Names that hold a word of the calendar and mean no day: "Sheffield Wednesday".
        NoDate = "no_date",
        /// Whether a word before an amount says by how much something changed.
        Change = "change",
        /// What somebody does where several people do different things: "sport coach".
        Post = "post",
        /// What was done to people, "death" or "injury", of the many words for it.
        Harm = "harm",
        /// What a name is by its last word: "treaty" ends that of a work.
        NamedThing = "named_thing",
    }
}

/// The values of a model, read in place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Values<'m> {
    table: Table<'m>,
    texts: &'m [u8],
}

impl<'m> Values<'m> {
    /// The values in these bytes; none if there are none or they do not fit together.
    pub(super) fn read(bytes: &'m [u8]) -> Values<'m> {
        let (table, texts) = Table::split(bytes.get(UNREAD..).unwrap_or_default());
        Values { table, texts }
    }

    /// The value of a word or phrase, by its hash.
    pub(crate) fn get(&self, kind: ValueKind, hash: u32) -> Option<&'m str> {
        let place = self.table.get(key(kind, hash))?;
        let text = self.texts.get(place as usize..)?.split(|&byte| byte == b'\n').next()?;
        std::str::from_utf8(text).ok().filter(|text| !text.is_empty())
    }

    /// Whether a word or phrase is one of the list, or begins one.
    pub(crate) fn begins(&self, kind: ValueKind, hash: u32) -> bool {
        self.table.has(key(kind, hash))
    }

    /// The value of a word or phrase where the list holds numbers.
    pub(crate) fn number(&self, kind: ValueKind, hash: u32) -> Option<u32> {
        self.get(kind, hash)?.parse().ok()
    }
}

const fn key(kind: ValueKind, hash: u32) -> u32 {
    feature_hash(kind as u32, hash)
}

/// The place of the empty value.
#[cfg(any(test, feature = "training"))]
const BEGINNING: u64 = 0;

/// A word or phrase of a list on its way into a model.
#[cfg(any(test, feature = "training"))]
#[derive(Clone, Debug)]
pub struct ValueEntry {
    /// The list that it stands in.
    pub kind: ValueKind,
    /// The hashes of its words.
    pub words: Vec<u32>,
    /// Its value.
    pub value: String,
}

/// Writes the values.
///
/// # Errors
/// Says which value is not allowed, stands there twice, or could not be told from another.
#[cfg(any(test, feature = "training"))]
pub fn write_values(entries: &[ValueEntry]) -> Result<Vec<u8>, String> {
    let mut texts = String::from("\n");
    let mut places = BTreeMap::new();
    let mut rows: BTreeMap<u32, (&[u32], u64)> = BTreeMap::new();
    for entry in entries {
        if entry.words.is_empty() || entry.value.is_empty() || entry.value.contains(['\n', '\t']) {
            return Err(format!("{:?} is no value", entry.value));
        }
        let place = *places.entry(entry.value.as_str()).or_insert_with(|| {
            let place = texts.len();
            texts.push_str(&entry.value);
            texts.push('\n');
            place as u64
        });
        let mut phrase = PHRASE_START;
        for (at, &word) in entry.words.iter().enumerate() {
            phrase = phrase_step(phrase, word);
            let words = &entry.words[..=at];
            let place = if at + 1 == entry.words.len() { place } else { BEGINNING };
            let row = rows.entry(key(entry.kind, phrase)).or_insert((words, BEGINNING));
            if row.0 != words || row.1 != BEGINNING && place != BEGINNING {
                return Err(format!("a phrase with the value {:?} stands there twice, or collides", entry.value));
            }
            row.1 = row.1.max(place);
        }
    }
    let rows: Vec<_> = rows.into_iter().map(|(key, (_, place))| (key, place)).collect();
    let table = write(&rows, KeyWidth::Exact, 3).map_err(|hash| format!("two phrases with the hash {hash:x}"))?;
    Ok([&[0; UNREAD], table.as_slice(), texts.as_bytes()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Model, hash_lower};

    fn entry(kind: ValueKind, phrase: &str, value: &str) -> ValueEntry {
        ValueEntry { kind, words: hashes(phrase), value: value.to_owned() }
    }

    fn hashes(phrase: &str) -> Vec<u32> {
        phrase.split(' ').map(hash_lower).collect()
    }

    #[test]
    fn a_value_belongs_to_a_phrase_and_a_kind() {
        let lists = [entry(ValueKind::Month, "sun", "13"), entry(ValueKind::Weekday, "sun", "6")];
        let bytes = write_values(&lists).unwrap();
        let values = Values::read(&bytes);
        assert_eq!(values.number(ValueKind::Month, hash_lower("Sun")), Some(13));
        assert_eq!(values.get(ValueKind::Weekday, hash_lower("sun")), Some("6"));
        assert_eq!(values.get(ValueKind::Weekday, hash_lower("moon")), None);
    }

    #[test]
    fn a_phrase_is_found_by_the_hash_of_its_words() {
        let bytes = write_values(&[entry(ValueKind::Month, "new york", "city")]).unwrap();
        let hash = hashes("New York").into_iter().fold(PHRASE_START, phrase_step);
        assert_eq!(Values::read(&bytes).get(ValueKind::Month, hash), Some("city"));
        assert_eq!(Values::read(&bytes).get(ValueKind::Month, hash_lower("new")), None);
        assert!(Values::read(&bytes).begins(ValueKind::Month, hash_lower("new")));
        assert!(!Values::read(&bytes).begins(ValueKind::Month, hash_lower("york")));
    }

    #[test]
    fn what_cannot_be_filed_is_refused() {
        for lists in [
            vec![entry(ValueKind::Month, "may", "5"), entry(ValueKind::Month, "May", "6")],
            vec![entry(ValueKind::Month, "may", "")],
            vec![entry(ValueKind::Month, "may", "5\n6")],
        ] {
            assert!(write_values(&lists).is_err(), "{lists:?}");
        }
    }

    #[test]
    fn broken_bytes_hold_no_values() {
        for bytes in [&[][..], &[9, 0, 0, 0, 1], &[0, 0, 0, 0, 1]] {
            assert_eq!(Values::read(bytes).get(ValueKind::Month, hash_lower("may")), None);
        }
    }

    #[test]
    fn the_built_in_model_knows_the_calendar() {
        let model = Model::built_in();
        assert_eq!(model.values().number(ValueKind::Month, hash_lower("Sept")), Some(9));
        assert_eq!(model.values().number(ValueKind::Weekday, hash_lower("monday")), Some(0));
    }
}
