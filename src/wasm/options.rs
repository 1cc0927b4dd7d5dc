//! Options as JavaScript writes them: read key by key, so that a mistake is told with the name of its key and a remedy.

use crate::{BlockKind, Date, Hint, Options, Span, SummaryLength, Units, text::OffsetMap};
use js_sys::{Array, Function, JsString, Object, RangeError, Reflect, TypeError};
use serde::{Deserialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;

/// The options of `analyze`.
pub(super) struct AnalyzeOptions {
    /// What the core knows, hints aside.
    pub(super) core: Options,
    /// Offsets of hints count UTF-16 code units until the text is known.
    pub(super) hints: Vec<EdgeHint>,
    pub(super) on_progress: Option<Function>,
    pub(super) trace: bool,
}

/// The options of `summary`.
pub(super) struct SummaryOptions {
    pub(super) length: SummaryLength,
    pub(super) analyze: AnalyzeOptions,
}

/// [`Hint`] in UTF-16 code units.
#[derive(Deserialize)]
pub(super) struct EdgeHint {
    kind: BlockKind,
    start: u32,
    end: u32,
}

/// The keys of [`AnalyzeOptions`].
const ANALYZE: &[&str] = &["date", "maxChars", "tokens", "hints", "onProgress", "trace"];
/// The keys that [`SummaryOptions`] adds.
const LENGTH: &[&str] = &["sentences", "words", "share"];

impl AnalyzeOptions {
    pub(super) fn read(given: &JsValue) -> Result<AnalyzeOptions, JsValue> {
        AnalyzeOptions::of(&Given::new(given, ANALYZE.to_vec())?)
    }

    fn of(given: &Given) -> Result<AnalyzeOptions, JsValue> {
        let core = Options::new();
        let max_chars = given.count("maxChars")?.unwrap_or(core.max_chars);
        let tokens = given.truth("tokens")?;
        let core = core.max_chars(max_chars).tokens(tokens);
        Ok(AnalyzeOptions {
            core: match given.date()? {
                Some(date) => core.date(date),
                None => core,
            },
            hints: given.hints()?,
            on_progress: given.function("onProgress")?,
            trace: given.truth("trace")?,
        })
    }
}

impl SummaryOptions {
    pub(super) fn read(given: &JsValue) -> Result<SummaryOptions, JsValue> {
        let given = Given::new(given, [LENGTH, ANALYZE].concat())?;
        Ok(SummaryOptions { length: given.length()?, analyze: AnalyzeOptions::of(&given)? })
    }
}

/// The same hints in bytes; one that ends inside a character or beyond the text is left out.
pub(super) fn in_bytes(text: &str, hints: &[EdgeHint]) -> Vec<Hint> {
    let map = OffsetMap::new(text, Units::Utf16);
    let in_bytes = |hint: &EdgeHint| {
        let (start, end) = (map.byte_at(hint.start)?, map.byte_at(hint.end)?);
        Some(Hint { kind: hint.kind, span: Span::new(start, end) })
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
        if whole { Ok(Some(number as u32 as usize)) } else { Err(range_error(key, must_be, &number.to_string())) }
    }

    /// An empty string, as an empty field of a form has it, is no date.
    fn date(&self) -> Result<Option<Date>, JsValue> {
        let must_be = "a day of the calendar such as \"2025-06-30\" (YYYY-MM-DD)";
        let text = self.typed::<String>("date", must_be)?.filter(|text| !text.is_empty());
        text.map(|text| text.parse().map_err(|_| range_error("date", must_be, &format!("\"{text}\"")))).transpose()
    }

    fn hints(&self) -> Result<Vec<EdgeHint>, JsValue> {
        let must_be = "a list of { kind, start, end } with a kind of block and 0 <= start <= end in UTF-16 code units";
        let hints: Vec<EdgeHint> = self.typed("hints", must_be)?.unwrap_or_default();
        match hints.iter().find(|hint| hint.start > hint.end) {
            Some(hint) => Err(range_error("hints", must_be, &format!("start {} after end {}", hint.start, hint.end))),
            None => Ok(hints),
        }
    }

    fn function(&self, key: &str) -> Result<Option<Function>, JsValue> {
        let read = |value: JsValue| value.dyn_into().map_err(|value| wrong_type(key, "a function", &name_of(&value)));
        self.value(key)?.map(read).transpose()
    }

    /// The first of `words`, `share` and `sentences` that is given counts.
    fn length(&self) -> Result<SummaryLength, JsValue> {
        let share = self.share()?;
        let sentences = self.count("sentences")?;
        Ok(match (self.count("words")?, share, sentences) {
            (Some(words), ..) => SummaryLength::Words(words),
            (None, Some(share), _) => SummaryLength::Share(share),
            (None, None, Some(sentences)) => SummaryLength::Sentences(sentences),
            (None, None, None) => SummaryLength::default(),
        })
    }

    fn share(&self) -> Result<Option<f32>, JsValue> {
        let must_be = "a number from 0 to 1";
        match self.typed::<f64>("share", must_be)? {
            Some(share) if !(0.0..=1.0).contains(&share) => Err(range_error("share", must_be, &share.to_string())),
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
