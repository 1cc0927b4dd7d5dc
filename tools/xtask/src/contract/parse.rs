//! Reading struct and enum definitions, as far as the report and the options use the language: named fields, unit
//! variants, newtypes, and types of JavaScript that wasm-bindgen is told of.

use anyhow::{Context, Result, bail};
use syn::{Attribute, Expr, ExprLit, Fields, GenericArgument, Ident, Lit, PathArguments};

/// A struct, enum or newtype that is serialised or that JavaScript hands in.
pub(super) struct Item {
    pub(super) name: String,
    pub(super) docs: Vec<String>,
    pub(super) shape: Shape,
    /// Whether `Serialize` is derived for it.
    pub(super) serialised: bool,
}

pub(super) enum Shape {
    Struct(Vec<Field>),
    /// Variants as they are written in JSON, with their comments.
    Enum(Vec<(String, Vec<String>)>),
    Newtype(Type),
    /// A type of JavaScript, in the words of TypeScript.
    Script(String),
}

pub(super) struct Field {
    pub(super) name: String,
    pub(super) docs: Vec<String>,
    /// What it holds where it is there.
    pub(super) ty: Type,
    /// Its fields stand among those of the struct.
    pub(super) flat: bool,
    /// It may be left out.
    pub(super) absent: bool,
}

#[derive(Clone)]
pub(super) enum Type {
    Integer,
    Number,
    Text,
    Truth,
    Named(String),
    Option(Box<Type>),
    List(Box<Type>),
    Pair(Box<Type>, Box<Type>),
}

/// How the fields of a struct come to JavaScript or from there.
#[derive(Clone, Copy, PartialEq)]
enum Passage {
    /// By serde.
    Serde,
    /// Read key by key: every key may be left out or null, and a struct inside stands for its keys.
    ByKey,
}

/// The items of a source file that can be described, in its order.
pub(super) fn items(source: &str) -> Result<Vec<Item>> {
    let file = syn::parse_file(source)?;
    let items = file.items.iter().map(|item| match item {
        syn::Item::Struct(item) => structure(item).with_context(|| item.ident.to_string()).map(Vec::from_iter),
        syn::Item::Enum(item) => enumeration(item).map(Vec::from_iter),
        syn::Item::ForeignMod(block) => block.items.iter().filter_map(|item| script(item).transpose()).collect(),
        _ => Ok(Vec::new()),
    });
    Ok(items.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// The strings in a constant list of a source file.
#[cfg(test)]
pub(super) fn list(source: &str, name: &str) -> Result<Vec<String>> {
    let file = syn::parse_file(source)?;
    let mut constants = file.items.iter().filter_map(|item| match item {
        syn::Item::Const(item) if item.ident == name => Some(&*item.expr),
        _ => None,
    });
    let expression = constants.next_back().with_context(|| format!("there is no constant {name}"))?;
    let Expr::Reference(reference) = expression else { bail!("{name} is no reference to a list") };
    let Expr::Array(array) = &*reference.expr else { bail!("{name} is no list") };
    Ok(array.elems.iter().filter_map(string).collect())
}

/// Nothing for a struct of a form that only Rust sees.
fn structure(item: &syn::ItemStruct) -> Result<Option<Item>> {
    let traits = arguments(&item.attrs, "derive")?;
    let derives = |name: &str| traits.iter().any(|(derived, _)| derived == name);
    let passage = if derives("Serialize") || derives("Deserialize") { Passage::Serde } else { Passage::ByKey };
    let shape = match &item.fields {
        // The fields of a struct that never leaves Rust may have any type.
        Fields::Named(named) => match named.named.iter().map(|written| field(written, passage)).collect() {
            Err(_) if passage == Passage::ByKey => return Ok(None),
            fields => Shape::Struct(fields?),
        },
        Fields::Unnamed(unnamed) if passage == Passage::Serde && unnamed.unnamed.len() == 1 => {
            Shape::Newtype(ty(&unnamed.unnamed[0].ty)?)
        }
        _ => return Ok(None),
    };
    let name = item.ident.to_string();
    Ok(Some(Item { name, docs: docs(&item.attrs), shape, serialised: derives("Serialize") }))
}

fn field(written: &syn::Field, passage: Passage) -> Result<Field> {
    let own = written.ident.as_ref().map(Ident::to_string).context("a field without a name")?;
    let serde = arguments(&written.attrs, "serde")?;
    let renamed = serde.iter().find(|(argument, _)| argument == "rename").and_then(|(_, name)| name.clone());
    let name = renamed.unwrap_or(own);
    let has = |argument: &str| serde.iter().any(|(name, _)| name == argument);
    let ty = ty(&written.ty).with_context(|| name.clone())?;
    let docs = docs(&written.attrs);
    Ok(match (passage, ty) {
        (Passage::Serde, Type::Option(inner)) if has("skip_serializing_if") => {
            Field { name, docs, ty: *inner, flat: false, absent: true }
        }
        (Passage::Serde, ty) => Field { name, docs, ty, flat: has("flatten"), absent: has("skip_serializing_if") },
        (Passage::ByKey, ty @ Type::Named(_)) => Field { name, docs, ty, flat: true, absent: false },
        (Passage::ByKey, ty) => Field { name: camel_case(&name), docs, ty: nullable(ty), flat: false, absent: true },
    })
}

fn nullable(ty: Type) -> Type {
    match ty {
        Type::Option(_) => ty,
        ty => Type::Option(Box::new(ty)),
    }
}

/// Nothing for an enum whose variants hold something.
fn enumeration(item: &syn::ItemEnum) -> Result<Option<Item>> {
    if item.variants.iter().any(|variant| !matches!(variant.fields, Fields::Unit)) {
        return Ok(None);
    }
    let serialised = arguments(&item.attrs, "derive")?.iter().any(|(derived, _)| derived == "Serialize");
    let serde = arguments(&item.attrs, "serde")?;
    let lowercase = serde.iter().any(|(name, value)| name == "rename_all" && value.as_deref() == Some("lowercase"));
    let named = |name: String| if lowercase { name.to_lowercase() } else { snake_case(&name) };
    let variants = item.variants.iter().map(|variant| {
        let renamed = arguments(&variant.attrs, "serde")?.into_iter().find(|(name, _)| name == "rename");
        let name = renamed.and_then(|(_, value)| value).unwrap_or_else(|| named(variant.ident.to_string()));
        Ok((name, docs(&variant.attrs)))
    });
    let variants = variants.collect::<Result<_>>()?;
    let name = item.ident.to_string();
    Ok(Some(Item { name, docs: docs(&item.attrs), shape: Shape::Enum(variants), serialised }))
}

/// A type that wasm-bindgen imports, if its `typescript_type` is given.
fn script(item: &syn::ForeignItem) -> Result<Option<Item>> {
    let syn::ForeignItem::Type(item) = item else { return Ok(None) };
    let given = arguments(&item.attrs, "wasm_bindgen")?;
    let shape = given.into_iter().find_map(|(name, value)| value.filter(|_| name == "typescript_type"));
    let (name, docs) = (item.ident.to_string(), docs(&item.attrs));
    Ok(shape.map(|shape| Item { name, docs, shape: Shape::Script(shape), serialised: false }))
}

fn ty(written: &syn::Type) -> Result<Type> {
    match written {
        syn::Type::Tuple(tuple) if tuple.elems.len() == 2 => {
            Ok(Type::Pair(Box::new(ty(&tuple.elems[0])?), Box::new(ty(&tuple.elems[1])?)))
        }
        syn::Type::Path(path) => {
            let last = path.path.segments.last().context("a path without a name")?;
            named_type(&last.ident.to_string(), &last.arguments)
        }
        _ => bail!("neither a name nor a pair"),
    }
}

fn named_type(name: &str, arguments: &PathArguments) -> Result<Type> {
    let inner = || match arguments {
        PathArguments::AngleBracketed(given) => match given.args.first() {
            Some(GenericArgument::Type(inner)) => ty(inner).map(Box::new),
            _ => bail!("{name} of nothing"),
        },
        _ => bail!("{name} of nothing"),
    };
    Ok(match name {
        "Option" => Type::Option(inner()?),
        "Vec" => Type::List(inner()?),
        "u8" | "u16" | "u32" | "usize" => Type::Integer,
        "f32" | "f64" => Type::Number,
        "String" | "Date" => Type::Text,
        "bool" => Type::Truth,
        name => Type::Named(name.to_owned()),
    })
}

/// The names between the brackets of an attribute, with the strings they are set to.
fn arguments(attributes: &[Attribute], of: &str) -> Result<Vec<(String, Option<String>)>> {
    let mut found = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(of)) {
        attribute.parse_nested_meta(|argument| {
            let name = argument.path.segments.last().map(|segment| segment.ident.to_string());
            let value = argument.value().and_then(|value| value.parse::<Expr>()).ok();
            found.push((name.unwrap_or_default(), value.as_ref().and_then(string)));
            Ok(())
        })?;
    }
    Ok(found)
}

/// The lines of the comment.
/// The lines of a documentation comment up to its first heading: examples in Rust are for readers of Rust.
fn docs(attributes: &[Attribute]) -> Vec<String> {
    let lines = attributes.iter().filter(|attribute| attribute.path().is_ident("doc"));
    let lines = lines.filter_map(|attribute| string(&attribute.meta.require_name_value().ok()?.value));
    let mut told: Vec<_> =
        lines.map(|line| line.trim().to_owned()).take_while(|line| !line.starts_with("# ")).collect();
    while told.last().is_some_and(String::is_empty) {
        told.pop();
    }
    told
}

fn string(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(ExprLit { lit: Lit::Str(string), .. }) => Some(string.value()),
        _ => None,
    }
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |camel, word| {
        let (initial, rest) = word.split_at(word.len().min(1));
        camel + &initial.to_uppercase() + rest
    })
}
