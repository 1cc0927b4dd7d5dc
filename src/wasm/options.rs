//! Options as JavaScript writes them: read key by key, so that a mistake is told with the name of its key and a remedy.

use crate::{BlockKind, Date, Options, Span, Units, text::OffsetMap};
use js_sys::{Array, Function, JsString, Number, Object, RangeError, Reflect, TypeError};
use serde::{Deserialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Told which stage runs, and the share of the whole work that is done, 0 to 1.
    #[wasm_bindgen(extends = Function, is_type_of = JsValue::is_function)]
    #[wasm_bindgen(typescript_type = "(stage: Stage, share: number) => void")]
    pub(super) type ProgressListener;
}

/// What the source says about a stretch of the text, for example the elements of a page.
#[derive(Deserialize)]
pub(super) struct Hint {
    /// The purpose of the block.
    kind: BlockKind,
    /// The first offset inside, in UTF-16 code units.
    start: u32,
    /// The first offset after `start` that is not inside.
    end: u32,
}

/// How to read a text. An unknown key or a wrong type is a `TypeError`, an impossible value a `RangeError`;
/// `null` counts as absent.
pub(super) struct AnalyzeOptions {
    /// The day of publication as YYYY-MM-DD, against which "Sunday" and "last week" are read. It wins over a date in the
    /// text. An empty string is none.
    date: Option<Date>,
    /// The day on which the text is read, as YYYY-MM-DD: a text that is dated without a year ("WASHINGTON, Nov 26 (Reuters)
    /// -") is taken to be of the last such day up to it. An empty string is none.
    today: Option<Date>,
    /// Whether the day of publication is to stay unknown although the text states one. A day that is given counts all the
    /// same.
    undated: bool,
    /// How many characters are read at most; 10,000,000 unless set. The rest is left out, with a notice.
    max_chars: Option<usize>,
    /// Whether the report lists the tokens.
    tokens: bool,
    /// What the source says about its own blocks; followed where they fall on whole lines.
    hints: Vec<Hint>,
    /// Called while a text is read, at once and then at most every 50 milliseconds. What it throws is thrown when the
    /// text is read.
    pub(super) on_progress: Option<ProgressListener>,
    /// Whether each stage leaves a measure "nutgraf:STAGE" in the browser's performance tools.
    pub(super) trace: bool,
}

/// How long a summary is; the first of these that is given counts. Three sentences if none is.
pub(super) struct SummaryLength {
    /// At most this many words, and at least one sentence.
    words: Option<usize>,
    /// This share of the ranked sentences, 0 to 1.
    share: Option<f32>,
    /// This many sentences.
    sentences: Option<usize>,
}

/// How to sum up a text.
pub(super) struct SummaryOptions {
    pub(super) analyze: AnalyzeOptions,
    pub(super) length: SummaryLength,
}

/// The keys of [`AnalyzeOptions`].
const ANALYZE: &[&str] = &["date", "today", "undated", "maxChars", "tokens", "hints", "onProgress", "trace"];
/// The keys of [`SummaryLength`].
const LENGTH: &[&str] = &["words", "share", "sentences"];

impl AnalyzeOptions {
    pub(super) fn read(given: &JsValue) -> Result<AnalyzeOptions, JsValue> {
        AnalyzeOptions::of(&Given::new(given, ANALYZE.to_vec())?)
    }

    fn of(given: &Given) -> Result<AnalyzeOptions, JsValue> {
        Ok(AnalyzeOptions {
            max_chars: given.count("maxChars")?,
            tokens: given.truth("tokens")?,
            date: given.date("date")?,
            today: given.date("today")?,
            undated: given.truth("undated")?,
            hints: given.hints()?,
            on_progress: given.function("onProgress")?,
            trace: given.truth("trace")?,
        })
    }

    /// What the core is told about this text.
    pub(super) fn core(&self, text: &str) -> Options {
        let core = Options::new();
        let max_chars = self.max_chars.unwrap_or(core.max_chars);
        let core =
            core.max_chars(max_chars).tokens(self.tokens).undated(self.undated).hints(in_bytes(text, &self.hints));
        Options { date: self.date, today: self.today, ..core }
    }
}

impl SummaryLength {
    fn of(given: &Given) -> Result<SummaryLength, JsValue> {
        let share = given.share()?;
        let sentences = given.count("sentences")?;
        Ok(SummaryLength { words: given.count("words")?, share, sentences })
    }

    /// The same for the core.
    pub(super) fn core(&self) -> crate::SummaryLength {
        match (self.words, self.share, self.sentences) {
            (Some(words), ..) => crate::SummaryLength::Words(words),
            (None, Some(share), _) => crate::SummaryLength::Share(share),
            (None, None, Some(sentences)) => crate::SummaryLength::Sentences(sentences),
            (None, None, None) => crate::SummaryLength::default(),
        }
    }
}

impl SummaryOptions {
    pub(super) fn read(given: &JsValue) -> Result<SummaryOptions, JsValue> {
        let given = Given::new(given, [LENGTH, ANALYZE].concat())?;
        Ok(SummaryOptions { length: SummaryLength::of(&given)?, analyze: AnalyzeOptions::of(&given)? })
    }
}

/// The same hints in bytes; one that ends inside a character or beyond the text is left out.
fn in_bytes(text: &str, hints: &[Hint]) -> Vec<crate::Hint> {
    let map = OffsetMap::new(text, Units::Utf16);
    let in_bytes = |hint: &Hint| {
        let (start, end) = (map.byte_at(hint.start)?, map.byte_at(hint.end)?);
        Some(crate::Hint { kind: hint.kind, span: Span::new(start, end) })
    };
    hints.iter().filter_map(in_bytes).collect()
}

/// An object of options whose keys are all known.
struct Given(Option<Object>);

impl Given {
    /// `undefined` and `null` are no options.
    fn new(given: &JsValue, known: Vec<&str>) -> Result<Given, JsValue> {
        if given.is_undefined() || given.is_null() {
            return Ok(Given(None));
        }
        let object = given.dyn_ref::<Object>().filter(|_| !Array::is_array(given) && !given.is_function());
        let object = object.ok_or_else(|| {
            let example = "an object such as { date: \"2025-06-30\" }";
            type_error(&format!("the options must be {example}, not {}", name_of(given)), "Leave them out for none.")
        })?;
        let keys = Object::keys(object);
        let key = |key: JsValue| key.as_string().unwrap_or_default();
        match keys.iter().map(key).find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(type_error(&format!("there is no option `{key}`"), &format!("Use {}.", known.join(", ")))),
            None => Ok(Given(Some(object.clone()))),
        }
    }

    /// The value of a key; `undefined` and `null` are none.
    fn value(&self, key: &str) -> Result<Option<JsValue>, JsValue> {
        let Some(object) = &self.0 else { return Ok(None) };
        let value = Reflect::get(object, &JsString::from(key))?;
        Ok(Some(value).filter(|value| !value.is_undefined() && !value.is_null()))
    }

    fn typed<T: DeserializeOwned>(&self, key: &str, must_be: &str) -> Result<Option<T>, JsValue> {
        let read = |value: JsValue| {
            let name = name_of(&value);
            serde_wasm_bindgen::from_value(value).map_err(|_| wrong_type(key, must_be, &name))
        };
        self.value(key)?.map(read).transpose()
    }

    fn truth(&self, key: &str) -> Result<bool, JsValue> {
        Ok(self.typed(key, "true or false")?.unwrap_or(false))
    }

    /// A whole number above zero.
    fn count(&self, key: &str) -> Result<Option<usize>, JsValue> {
        let must_be = "a whole number from 1 to 4294967295";
        let Some(number) = self.typed::<f64>(key, must_be)? else { return Ok(None) };
        let whole = number.fract() == 0.0 && (1.0..=f64::from(u32::MAX)).contains(&number);
        if whole { Ok(Some(number as u32 as usize)) } else { Err(range_error(key, must_be, &written(number))) }
    }

    /// An empty string, as an empty field of a form has it, is no date.
    fn date(&self, key: &str) -> Result<Option<Date>, JsValue> {
        let must_be = "a day of the calendar such as \"2025-06-30\" (YYYY-MM-DD)";
        let text = self.typed::<String>(key, must_be)?.filter(|text| !text.is_empty());
        text.map(|text| text.parse().map_err(|_| range_error(key, must_be, &format!("\"{text}\"")))).transpose()
    }

    fn hints(&self) -> Result<Vec<Hint>, JsValue> {
        let must_be = "a list of { kind, start, end } with a kind of block and 0 <= start <= end in UTF-16 code units";
        let hints: Vec<Hint> = self.typed("hints", must_be)?.unwrap_or_default();
        match hints.iter().find(|hint| hint.start > hint.end) {
            Some(hint) => Err(range_error("hints", must_be, &format!("start {} after end {}", hint.start, hint.end))),
            None => Ok(hints),
        }
    }

    fn function<T: JsCast>(&self, key: &str) -> Result<Option<T>, JsValue> {
        let read = |value: JsValue| value.dyn_into().map_err(|value| wrong_type(key, "a function", &name_of(&value)));
        self.value(key)?.map(read).transpose()
    }

    fn share(&self) -> Result<Option<f32>, JsValue> {
        let must_be = "a number from 0 to 1";
        match self.typed::<f64>("share", must_be)? {
            Some(share) if !(0.0..=1.0).contains(&share) => Err(range_error("share", must_be, &written(share))),
            share => Ok(share.map(|share| share as f32)),
        }
    }
}

/// What a value is, in words for a message.
pub(super) fn name_of(value: &JsValue) -> String {
    match () {
        () if value.is_null() => "null".to_owned(),
        () if Array::is_array(value) => "a list".to_owned(),
        () => value.js_typeof().as_string().unwrap_or_default(),
    }
}

/// A number as JavaScript writes it: formatting one here would bring all code for floating point numbers into the module.
fn written(number: f64) -> String {
    Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

fn wrong_type(key: &str, must_be: &str, given: &str) -> JsValue {
    type_error(&format!("the option `{key}` must be {must_be}, not {given}"), "Correct it or leave it out.")
}

fn type_error(what: &str, remedy: &str) -> JsValue {
    TypeError::new(&format!("nutgraf: {what}. {remedy}")).into()
}

fn range_error(key: &str, must_be: &str, given: &str) -> JsValue {
    let message = format!("nutgraf: the option `{key}` must be {must_be}, not {given}. Correct it or leave it out.");
    RangeError::new(&message).into()
}
