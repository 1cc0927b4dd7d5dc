//! Reading struct and enum definitions, as far as the report uses the language: named fields, unit variants, newtypes.

/// A struct, enum or newtype that is serialised.
pub(super) struct Item {
    pub(super) name: String,
    pub(super) docs: Vec<String>,
    pub(super) shape: Shape,
}

pub(super) enum Shape {
    Struct(Vec<Field>),
    /// Variants as they are written in JSON, with their comments.
    Enum(Vec<(String, Vec<String>)>),
    Newtype(Type),
}

pub(super) struct Field {
    pub(super) name: String,
    pub(super) docs: Vec<String>,
    pub(super) ty: Type,
    /// Its fields stand among those of the struct.
    pub(super) flat: bool,
    /// It is left out, rather than null or empty, where there is nothing.
    pub(super) skipped: bool,
}

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

/// The public serialised items of a source file, in its order.
pub(super) fn items(source: &str) -> Vec<Item> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut lines = source.lines();
    let (mut docs, mut attributes) = (Vec::new(), String::new());
    let mut items = Vec::new();
    while let Some(line) = lines.next() {
        let words: Vec<_> = line.split([' ', '(', ')', ';']).filter(|word| !word.is_empty()).collect();
        match words[..] {
            ["///", ..] => docs.push(line[3..].trim().to_owned()),
            [first, ..] if first.starts_with("#[") => attributes.push_str(line),
            ["pub", kind @ ("struct" | "enum"), name, ..] if attributes.contains("Serialize") => {
                let shape = match (kind, &words[3..]) {
                    ("enum", _) => Shape::Enum(variants(&mut lines, attributes.contains("lowercase"))),
                    (_, ["{"]) => Shape::Struct(fields(&mut lines)),
                    (_, rest) => Shape::Newtype(ty(rest.last().unwrap_or(&"u32"))),
                };
                items.push(Item { name: name.to_owned(), docs: std::mem::take(&mut docs), shape });
                attributes.clear();
            }
            _ => {
                docs.clear();
                attributes.clear();
            }
        }
    }
    items
}

fn fields<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Vec<Field> {
    let (mut docs, mut attributes) = (Vec::new(), String::new());
    let mut fields = Vec::new();
    for line in lines.map(str::trim).take_while(|line| *line != "}") {
        if let Some(doc) = line.strip_prefix("///") {
            docs.push(doc.trim().to_owned());
        } else if line.starts_with("#[") {
            attributes.push_str(line);
        } else if let Some((name, written)) = line.strip_prefix("pub ").and_then(|field| field.split_once(": ")) {
            fields.push(Field {
                name: name.to_owned(),
                docs: std::mem::take(&mut docs),
                ty: ty(written.trim_end_matches(',')),
                flat: attributes.contains("flatten"),
                skipped: attributes.contains("skip_serializing_if"),
            });
            attributes.clear();
        }
    }
    fields
}

fn variants<'a>(lines: &mut impl Iterator<Item = &'a str>, lowercase: bool) -> Vec<(String, Vec<String>)> {
    let mut docs = Vec::new();
    let mut variants = Vec::new();
    for line in lines.map(str::trim).take_while(|line| *line != "}") {
        if let Some(doc) = line.strip_prefix("///") {
            docs.push(doc.trim().to_owned());
        } else if let Some(name) = line.strip_suffix(',').filter(|name| !name.starts_with('#')) {
            let name = if lowercase { name.to_lowercase() } else { snake_case(name) };
            variants.push((name, std::mem::take(&mut docs)));
        }
    }
    variants
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

fn ty(written: &str) -> Type {
    let inside = |outer: &str| written.strip_prefix(outer).and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inside("Option<") {
        return Type::Option(Box::new(ty(inner)));
    }
    if let Some(inner) = inside("Vec<") {
        return Type::List(Box::new(ty(inner)));
    }
    if let Some((a, b)) = written.strip_prefix('(').and_then(|w| w.strip_suffix(')')).and_then(|w| w.split_once(", ")) {
        return Type::Pair(Box::new(ty(a)), Box::new(ty(b)));
    }
    match written {
        "u8" | "u16" | "u32" | "usize" => Type::Integer,
        "f32" | "f64" => Type::Number,
        "String" | "Date" => Type::Text,
        "bool" => Type::Truth,
        name => Type::Named(name.to_owned()),
    }
}
