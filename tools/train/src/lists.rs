//! Packs the word lists that people edit: classes of words into the lexicon, values of words beside it.
//!
//! A list of classes, `lists/*.txt`, is a text file. `[class class]` on a line by itself sets the classes of the lines
//! after it; every other line is a word or phrase, in lower case, perhaps with further classes after a tab; `#` begins a
//! comment.
//!
//! A list of values, `lists/values/NAME.txt`, gives every word or phrase a value of the kind NAME (`ValueKind` in
//! `src/model/values.rs`): a line is the phrase, a tab and the value; a line that begins with `#` and a blank is a
//! comment. Where a class has the same name, the words belong to it, too.

use nutgraf::training::model::{
    Class, Classes, KeyWidth, PHRASE_START, ValueEntry, ValueKind, hash_lower, phrase_step, write_table, write_values,
};
use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

/// What the lists of a folder say.
pub(crate) struct Lists {
    lexicon: Lexicon,
    values: Vec<ValueEntry>,
}

impl Lists {
    /// Reads the lists of classes in a folder, and the lists of values in its folder `values`.
    pub(crate) fn read(folder: &Path) -> Result<Lists, Box<dyn Error>> {
        let mut lists = Lists { lexicon: Lexicon::default(), values: Vec::new() };
        for path in texts(folder)? {
            let text = fs::read_to_string(&path)?;
            lists.lexicon.read(&text).map_err(|why| format!("{}: {why}", path.display()))?;
        }
        for path in texts(&folder.join("values"))? {
            let text = fs::read_to_string(&path)?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            lists.add_values(&name, &text).map_err(|why| format!("{}: {why}", path.display()))?;
        }
        Ok(lists)
    }

    /// The bytes of the lexicon section.
    pub(crate) fn pack_classes(&self) -> Result<Vec<u8>, String> {
        let entries: Vec<_> = self.lexicon.phrases.iter().map(|(&hash, &(_, classes))| (hash, classes.0)).collect();
        let width = (Class::ALL.len()).div_ceil(8);
        write_table(&entries, KeyWidth::Exact, width)
            .map_err(|hash| format!("{:?} collides", self.lexicon.phrases[&hash].0))
    }

    /// The bytes of the section of values.
    pub(crate) fn pack_values(&self) -> Result<Vec<u8>, String> {
        write_values(&self.values)
    }

    fn add_values(&mut self, name: &str, text: &str) -> Result<(), String> {
        let (kind, _) = *ValueKind::ALL.iter().find(|(_, n)| *n == name).ok_or_else(|| format!("no kind {name:?}"))?;
        for line in text.lines().filter(|line| !(line.is_empty() || *line == "#" || line.starts_with("# "))) {
            let (phrase, value) = line.split_once('\t').ok_or_else(|| format!("no value: {line:?}"))?;
            let words: Vec<_> = phrase.split_whitespace().map(hash_lower).collect();
            if self.values.iter().any(|other| other.kind == kind && other.words == words) {
                return Err(format!("{phrase:?} has a value already"));
            }
            self.values.push(ValueEntry { kind, words, value: value.to_owned() });
            if let Ok(class) = classes(name) {
                self.lexicon.add(phrase, class)?;
            }
        }
        Ok(())
    }
}

/// The text files of a folder, by name.
fn texts(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files: Vec<_> = fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    Ok(files)
}

#[derive(Default)]
struct Lexicon {
    phrases: BTreeMap<u32, (String, Classes)>,
}

impl Lexicon {
    fn read(&mut self, text: &str) -> Result<(), String> {
        for (shared, line) in entries(text) {
            let (phrase, more) = line.split_once('\t').unwrap_or((line, ""));
            self.add(phrase, Classes(classes(shared)?.0 | classes(more)?.0))?;
        }
        Ok(())
    }

    /// Files a phrase under its hash, and what it begins with as prefixes.
    fn add(&mut self, phrase: &str, classes: Classes) -> Result<(), String> {
        let beginnings = beginnings(phrase);
        for (at, (hash, so_far)) in beginnings.iter().enumerate() {
            let entry = self.phrases.entry(*hash).or_insert_with(|| (so_far.clone(), Classes::default()));
            if entry.0 != *so_far {
                return Err(format!("{so_far:?} collides with {:?}", entry.0));
            }
            if at + 1 < beginnings.len() {
                entry.1.add(Class::Prefix);
            } else {
                entry.1.0 |= classes.0;
            }
        }
        Ok(())
    }
}

/// The first word of a phrase, the first two words, and so on to the whole, each with its hash.
pub(crate) fn beginnings(phrase: &str) -> Vec<(u32, String)> {
    let words: Vec<_> = phrase.split_whitespace().collect();
    let mut hash = PHRASE_START;
    let beginning = |(at, word): (usize, &&str)| {
        hash = phrase_step(hash, hash_lower(word));
        (hash, words[..=at].join(" "))
    };
    words.iter().enumerate().map(beginning).collect()
}

/// The lines of a list without comments: the class line that stands before each entry, and the entry.
pub(crate) fn entries(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut header = "";
    text.lines().filter_map(move |line| {
        let line = line.split('#').next().unwrap_or("").trim_end();
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(names) => header = names,
            None => return (!line.is_empty()).then_some((header, line)),
        }
        None
    })
}

fn classes(names: &str) -> Result<Classes, String> {
    let mut all = Classes::default();
    for name in names.split_whitespace() {
        let (class, _) = Class::ALL.iter().find(|(_, n)| *n == name).ok_or_else(|| format!("no class {name:?}"))?;
        all.add(*class);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use nutgraf::training::model::{ModelBuilder, Section};

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR"))
    }

    #[test]
    fn the_model_holds_the_lists_as_they_stand() {
        let model = ModelBuilder::from_bytes(&fs::read(root().join("../../src/model/data/en.bin")).unwrap()).unwrap();
        let lists = Lists::read(&root().join("lists")).unwrap();
        for (section, packed) in
            [(Section::Lexicon, lists.pack_classes().unwrap()), (Section::Values, lists.pack_values().unwrap())]
        {
            assert!(model.get(section) == Some(&packed), "run: cargo run -p train -- lists");
        }
    }

    #[test]
    fn every_kind_of_value_has_a_list() {
        for (_, name) in ValueKind::ALL {
            assert!(root().join(format!("lists/values/{name}.txt")).is_file(), "{name}");
        }
    }

    #[test]
    fn what_is_not_known_is_refused() {
        assert!(Lexicon::default().read("[colour]\nred").unwrap_err().contains("colour"));
        let mut lists = Lists { lexicon: Lexicon::default(), values: Vec::new() };
        for (name, text) in [("colour", "red\t1"), ("month", "may"), ("month", "may\t5\nMay\t6")] {
            assert!(lists.add_values(name, text).is_err(), "{name}: {text}");
        }
    }
}
