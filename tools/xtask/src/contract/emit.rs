//! Writing the items in the languages of others.

use super::{
    Contract,
    parse::{Field, Item, Shape, Type},
};
use serde_json::{Map, Value, json};
use std::fmt::Write;

const WRITTEN: &str = "Written by `cargo xtask contract` from src/report.rs.";

/// TypeScript declarations of the report, then of what the functions of the module take and give beside it.
pub(super) fn typescript(contract: &Contract) -> String {
    let mut out = String::from(
        "/**\n * What a report holds, and the options it is made with. Written by `cargo xtask contract` from src/report.rs and\n \
         * src/wasm/options.rs.\n */\n",
    );
    for item in contract.report.iter().chain(&contract.edge) {
        let _ = write!(out, "\n{}", ts_docs(&item.docs, ""));
        let name = &item.name;
        let _ = match &item.shape {
            Shape::Struct(fields) => {
                writeln!(out, "export interface {name}{} {{{}}}", ts_bases(fields), ts_fields(fields))
            }
            Shape::Enum(variants) => {
                let names: Vec<_> = variants.iter().map(|(name, _)| format!("'{name}'")).collect();
                writeln!(out, "export type {name} = {};", names.join(" | "))
            }
            Shape::Newtype(inner) => writeln!(out, "export type {name} = {};", ts_type(inner)),
            Shape::Script(words) => writeln!(out, "export type {name} = {words};"),
        };
    }
    out
}

fn ts_docs(docs: &[String], indent: &str) -> String {
    match &prose(docs)[..] {
        [] => String::new(),
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let lines: String =
                lines.iter().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n").collect();
            format!("{indent}/**\n{lines}{indent} */\n")
        }
    }
}

fn ts_bases(fields: &[Field]) -> String {
    let bases: Vec<_> = fields.iter().filter(|field| field.flat).map(|field| ts_type(&field.ty)).collect();
    if bases.is_empty() { String::new() } else { format!(" extends {}", bases.join(", ")) }
}

fn ts_fields(fields: &[Field]) -> String {
    let own: Vec<_> = fields.iter().filter(|field| !field.flat).map(ts_field).collect();
    if own.is_empty() { String::new() } else { format!("\n{}", own.concat()) }
}

fn ts_field(field: &Field) -> String {
    format!("{}  {}{}: {};\n", ts_docs(&field.docs, "  "), field.name, mark(field), ts_type(&field.ty))
}

/// What stands after the name of a field that may be left out.
fn mark(field: &Field) -> &'static str {
    if field.absent { "?" } else { "" }
}

fn ts_type(ty: &Type) -> String {
    match ty {
        Type::Integer | Type::Number => "number".to_owned(),
        Type::Text => "string".to_owned(),
        Type::Truth => "boolean".to_owned(),
        Type::Named(name) => name.clone(),
        Type::Option(inner) => format!("{} | null", ts_type(inner)),
        Type::List(inner) => format!("{}[]", ts_type(inner)),
        Type::Pair(a, b) => format!("[{}, {}]", ts_type(a), ts_type(b)),
    }
}

/// A JSON schema, draft 2020-12.
pub(super) fn schema(contract: &Contract) -> String {
    let items = &contract.report;
    let definitions: Map<_, _> = items.iter().map(|item| (item.name.clone(), schema_item(item, items))).collect();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": WRITTEN,
        "title": "Nutgraf report",
        "$ref": format!("#/$defs/{}", items[0].name),
        "$defs": definitions,
    });
    format!("{}\n", serde_json::to_string_pretty(&schema).expect("a schema is plain data"))
}

fn schema_item(item: &Item, items: &[Item]) -> Value {
    let mut schema = match &item.shape {
        Shape::Struct(fields) => {
            let fields = flat_fields(fields, items);
            let required: Vec<_> = fields.iter().filter(|field| !field.absent).map(|field| &field.name).collect();
            let properties: Map<_, _> = fields.iter().map(|field| (field.name.clone(), schema_field(field))).collect();
            json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
        }
        Shape::Enum(variants) => json!({ "enum": variants.iter().map(|(name, _)| name).collect::<Vec<_>>() }),
        Shape::Newtype(inner) => schema_type(inner),
        Shape::Script(_) => json!({}),
    };
    schema["description"] = prose(&item.docs).join(" ").into();
    schema
}

/// The fields as they stand in JSON: those of flat fields among the others.
fn flat_fields<'a>(fields: &'a [Field], items: &'a [Item]) -> Vec<&'a Field> {
    let inner = |field: &'a Field| match &field.ty {
        Type::Named(name) if field.flat => items.iter().find_map(|item| match &item.shape {
            Shape::Struct(fields) if item.name == *name => Some(fields.iter().collect()),
            _ => None,
        }),
        _ => None,
    };
    fields.iter().flat_map(|field| inner(field).unwrap_or_else(|| vec![field])).collect()
}

fn schema_field(field: &Field) -> Value {
    let mut schema = schema_type(&field.ty);
    schema["description"] = prose(&field.docs).join(" ").into();
    schema
}

fn schema_type(ty: &Type) -> Value {
    match ty {
        Type::Integer => json!({ "type": "integer", "minimum": 0 }),
        Type::Number => json!({ "type": "number" }),
        Type::Text => json!({ "type": "string" }),
        Type::Truth => json!({ "type": "boolean" }),
        Type::Named(name) => json!({ "$ref": format!("#/$defs/{name}") }),
        Type::Option(inner) => json!({ "anyOf": [schema_type(inner), { "type": "null" }] }),
        Type::List(inner) => json!({ "type": "array", "items": schema_type(inner) }),
        Type::Pair(a, b) => {
            json!({ "type": "array", "prefixItems": [schema_type(a), schema_type(b)], "minItems": 2, "maxItems": 2 })
        }
    }
}

/// A page of documentation.
pub(super) fn markdown(contract: &Contract) -> String {
    let mut out = format!(
        "# The report, field by field\n\n{WRITTEN}\n\nIn JavaScript, offsets count UTF-16 code units: \
         `text.slice(start, end)` is what was found. `x?` may be absent; `x | null` is always there.\n"
    );
    for item in &contract.report {
        let _ = write!(out, "\n## {}\n\n{}\n\n", item.name, prose(&item.docs).join("\n"));
        let rows: Vec<_> = match &item.shape {
            Shape::Struct(fields) => fields.iter().map(md_field).collect(),
            Shape::Enum(variants) => {
                variants.iter().map(|(name, docs)| format!("| `\"{name}\"` | | {} |", md_cell(docs))).collect()
            }
            Shape::Newtype(inner) => vec![format!("| | `{}` | |", ts_type(inner))],
            Shape::Script(words) => vec![format!("| | `{words}` | |")],
        };
        let _ = writeln!(out, "| field or value | type | meaning |\n| --- | --- | --- |\n{}", rows.join("\n"));
    }
    out
}

fn md_field(field: &Field) -> String {
    let name = if field.flat { "start`, `end" } else { &field.name };
    let ty = ts_type(&field.ty).replace('|', "\\|");
    format!("| `{name}{}` | `{ty}` | {} |", mark(field), md_cell(&field.docs))
}

fn md_cell(docs: &[String]) -> String {
    prose(docs).join(" ").replace('|', "\\|")
}

/// The comment without its examples, and without the links that only rustdoc can follow.
fn prose(docs: &[String]) -> Vec<String> {
    let before_example = docs.iter().take_while(|line| !line.starts_with("```"));
    let mut lines: Vec<String> = before_example.map(|line| unlinked(line)).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// "[`Report::quotes`](crate::Report)" becomes "`Report.quotes`".
fn unlinked(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("[`") {
        let Some((name, after)) = after.split_once("`]") else { break };
        let _ = write!(out, "{before}`{}`", name.replace("::", "."));
        rest = after.strip_prefix('(').and_then(|target| target.split_once(')')).map_or(after, |(_, after)| after);
    }
    out + rest
}
