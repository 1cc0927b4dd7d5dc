//! Texts with their reports as JavaScript writes them. Of a report only what comparing needs is read, field by field.

use super::options::name_of;
use crate::{
    Block, Comparison, Date, EntityKind, QuoteKind, Sentence, Span, Units,
    compare::{
        compare_given,
        given::{Dated, Entity, Given, Mention, Quote, Value},
    },
};
use js_sys::{Array, JsString, Object, RangeError, Reflect, TypeError};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// Compares texts; the offsets of the comparison are in UTF-16 code units.
pub(super) fn compare(items: &JsValue) -> Result<Comparison, JsValue> {
    let items = items.dyn_ref::<Array>().ok_or_else(|| wrong("the texts", "a list of { text, report }", items))?;
    let mut texts = Vec::new();
    let mut reports = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if !item.is_object() {
            return Err(wrong(&format!("item {at}"), "{ text, report }", &item));
        }
        let text = Reflect::get(&item, &JsString::from("text"))?;
        texts.push(text.as_string().ok_or_else(|| wrong(&format!("the text of item {at}"), "a string", &text))?);
        let report = Reflect::get(&item, &JsString::from("report"))?;
        reports.push(given(&report).map_err(|missing| {
            let what = format!("the report of item {at} has no {missing} that can be read");
            type_error(&format!("{what}. Give the report that analyze gave for the text"))
        })?);
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let compared = compare_given(texts.iter().copied().zip(reports).collect());
    let compared = compared.map_err(|error| JsValue::from(RangeError::new(&format!("nutgraf: {error}."))))?;
    Ok(compared.with_offsets(&texts, Units::Utf16))
}

fn wrong(what: &str, must_be: &str, given: &JsValue) -> JsValue {
    let remedy = "Give two to five articles as [{ text, report }, ...]";
    type_error(&format!("{what} must be {must_be}, not {}. {remedy}", name_of(given)))
}

fn type_error(what: &str) -> JsValue {
    TypeError::new(&format!("nutgraf: {what}.")).into()
}

/// What was read, or the name of the field that could not be.
type Read<T> = Result<T, &'static str>;

fn given(report: &JsValue) -> Read<Given> {
    let article = field(report, "article")?;
    if field(report, "offsets")?.as_string().as_deref() != Some("utf16") {
        return Err("offsets \"utf16\"");
    }
    Ok(Given {
        offsets: Units::Utf16,
        blocks: list(&article, "blocks", |block| Ok(Block { kind: kind(block)?, span: span(block)? }))?,
        leads: list(&article, "leads", span)?,
        sentences: list(report, "sentences", |one| Ok(Sentence { span: span(one)?, block: number(one, "block")? }))?,
        entities: list(report, "entities", entity)?,
        quotes: list(report, "quotes", quote)?,
        timeline: list(report, "timeline", |one| {
            Ok(Dated { span: span(one)?, from: date(one, "from")?, to: date(one, "to")? })
        })?,
    })
}

fn entity(entity: &JsValue) -> Read<Entity> {
    let value = optional(entity, "value").map(|value| Value {
        amount: optional(&value, "amount").and_then(|amount| amount.as_f64()),
        amount_to: optional(&value, "amount_to").and_then(|amount| amount.as_f64()),
        currency: optional(&value, "currency").and_then(|currency| currency.as_string()),
    });
    Ok(Entity {
        kind: kind::<EntityKind>(entity)?,
        name: text(entity, "name")?,
        aliases: list(entity, "aliases", |alias| alias.as_string().ok_or("aliases"))?,
        value,
        salience: field(entity, "salience")?.as_f64().ok_or("salience")? as f32,
        mentions: list(entity, "mentions", |mention| {
            Ok(Mention { span: span(mention)?, is_of_story: optional(mention, "beside").is_none() })
        })?,
    })
}

fn quote(quote: &JsValue) -> Read<Quote> {
    Ok(Quote {
        kind: kind::<QuoteKind>(quote)?,
        parts: list(quote, "parts", span)?,
        group: optional(quote, "group").and_then(|group| whole(&group)),
        is_inside: optional(quote, "inside").is_some(),
        speaker: optional(quote, "speaker").map(|speaker| whole(&speaker).ok_or("speaker")).transpose()?,
        speaker_name: optional(quote, "speaker_name").and_then(|name| name.as_string()),
        probable: optional(quote, "probable").is_some_and(|probable| probable.is_truthy()),
    })
}

/// A field of an object; none where there is no object, no such field, or null.
fn optional(of: &JsValue, key: &str) -> Option<JsValue> {
    let object = of.dyn_ref::<Object>()?;
    let value = Reflect::get(object, &JsString::from(key)).ok()?;
    Some(value).filter(|value| !value.is_undefined() && !value.is_null())
}

fn field(of: &JsValue, key: &'static str) -> Read<JsValue> {
    optional(of, key).ok_or(key)
}

fn list<T>(of: &JsValue, key: &'static str, read: impl Fn(&JsValue) -> Read<T>) -> Read<Vec<T>> {
    let list = field(of, key)?.dyn_into::<Array>().map_err(|_| key)?;
    list.iter().map(|item| read(&item)).collect()
}

fn kind<T: DeserializeOwned>(of: &JsValue) -> Read<T> {
    serde_wasm_bindgen::from_value(field(of, "kind")?).map_err(|_| "kind")
}

fn text(of: &JsValue, key: &'static str) -> Read<String> {
    field(of, key)?.as_string().ok_or(key)
}

fn date(of: &JsValue, key: &'static str) -> Read<Date> {
    text(of, key)?.parse().map_err(|_| key)
}

fn number(of: &JsValue, key: &'static str) -> Read<u32> {
    whole(&field(of, key)?).ok_or(key)
}

fn whole(value: &JsValue) -> Option<u32> {
    let number = value.as_f64()?;
    let whole = number as u32;
    (f64::from(whole) == number).then_some(whole)
}

fn span(of: &JsValue) -> Read<Span> {
    Ok(Span::new(number(of, "start")?, number(of, "end")?))
}
