//! Packs the word lists that people edit into the lexicon.
//!
//! A list is a text file. `[class class]` on a line by itself sets the classes of the lines after it; every other line
//! is a word or phrase, in lower case, perhaps with further classes after a tab; `#` begins a comment.

use nutgraf::model::build::{Class, Classes, KeyWidth, PHRASE_START, hash_lower, phrase_step, write_table};
use std::{collections::BTreeMap, error::Error, fs, path::Path};

/// The bytes of the lexicon section.
pub(crate) fn pack(folder: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut files: Vec<_> = fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let mut lexicon = Lexicon::default();
    for path in &files {
        let text = fs::read_to_string(path)?;
        lexicon.read(&text).map_err(|why| format!("{}: {why}", path.display()))?;
    }
    let entries: Vec<_> = lexicon.phrases.iter().map(|(&hash, &(_, classes))| (hash, classes.0)).collect();
    let width = (Class::ALL.len()).div_ceil(8);
    Ok(write_table(&entries, KeyWidth::Four, width)
        .map_err(|hash| format!("{:?} collides", lexicon.phrases[&hash].0))?)
}

#[derive(Default)]
struct Lexicon {
    phrases: BTreeMap<u32, (String, Classes)>,
}

impl Lexicon {
    fn read(&mut self, text: &str) -> Result<(), String> {
        let mut shared = Classes::default();
        for line in text.lines().map(|line| line.split('#').next().unwrap_or("").trim_end()) {
            if let Some(names) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                shared = classes(names)?;
            } else if !line.is_empty() {
                let (phrase, more) = line.split_once('\t').unwrap_or((line, ""));
                self.add(phrase, Classes(shared.0 | classes(more)?.0))?;
            }
        }
        Ok(())
    }

    /// Files a phrase under its hash, and what it begins with as prefixes.
    fn add(&mut self, phrase: &str, classes: Classes) -> Result<(), String> {
        let words: Vec<_> = phrase.split_whitespace().collect();
        let mut hash = PHRASE_START;
        for (at, word) in words.iter().enumerate() {
            hash = phrase_step(hash, hash_lower(word));
            let so_far = words[..=at].join(" ");
            let entry = self.phrases.entry(hash).or_insert_with(|| (so_far.clone(), Classes::default()));
            if entry.0 != so_far {
                return Err(format!("{so_far:?} collides with {:?}", entry.0));
            }
            if at + 1 < words.len() {
                entry.1.add(Class::Prefix);
            } else {
                entry.1.0 |= classes.0;
            }
        }
        Ok(())
    }
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
    use nutgraf::model::build::{Builder, Section};

    #[test]
    fn the_model_holds_the_lists_as_they_stand() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let model = Builder::from_bytes(&fs::read(root.join("../../src/model/data/en.bin")).unwrap()).unwrap();
        let packed = pack(&root.join("lists")).unwrap();
        assert!(model.get(Section::Lexicon) == Some(&packed), "run: cargo run -p train -- lists");
    }

    #[test]
    fn unknown_classes_are_refused() {
        assert!(Lexicon::default().read("[colour]\nred").unwrap_err().contains("colour"));
    }
}
