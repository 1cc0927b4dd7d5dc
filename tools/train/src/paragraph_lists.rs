//! Packs the words and phrases that say what a paragraph is for: `tools/train/lists/paragraphs`.

use crate::lists::{beginnings, entries};
use nutgraf::{
    BlockKind,
    training::model::{ParagraphClass, ParagraphClasses, PhraseGroup, write_paragraph_words},
};
use std::{collections::BTreeMap, error::Error, fs, path::Path};

/// The bytes of the section, from the folder of all word lists.
pub(crate) fn pack(folder: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let read = |name: &str| fs::read_to_string(folder.join(name)).map_err(|why| format!("{name}: {why}"));
    let mut filed = Filed::default();
    filed.add_words(&read("paragraphs/words.txt")?)?;
    filed.add_particles(&read("names.txt")?)?;
    for name in ["month", "weekday", "zone"] {
        filed.add_calendar(&read(&format!("values/{name}.txt"))?)?;
    }
    filed.add_phrases(&read("paragraphs/boilerplate.txt")?)?;
    let entries: Vec<_> = filed.phrases.iter().map(|(&hash, &(_, classes))| (hash, classes)).collect();
    Ok(write_paragraph_words(&filed.groups, &entries)
        .map_err(|hash| format!("{:?} collides", filed.phrases[&hash].0))?)
}

/// Words and phrases by their hash, and the groups of the phrases in order of precedence.
#[derive(Default)]
struct Filed {
    phrases: BTreeMap<u32, (String, ParagraphClasses)>,
    groups: Vec<PhraseGroup>,
}

impl Filed {
    fn add_words(&mut self, list: &str) -> Result<(), String> {
        for (names, word) in entries(list) {
            for name in names.split_whitespace() {
                let known = ParagraphClass::ALL.iter().find(|(_, known)| *known == name);
                let (class, _) = *known.ok_or_else(|| format!("no class {name:?}"))?;
                self.add(word, |classes| classes.add(class))?;
            }
        }
        Ok(())
    }

    /// The particles are listed once, for names.
    fn add_particles(&mut self, names: &str) -> Result<(), String> {
        let particles = entries(names).filter(|(header, _)| header.split_whitespace().any(|name| name == "particle"));
        for (_, line) in particles {
            let word = line.split('\t').next().unwrap_or(line);
            self.add(word, |classes| classes.add(ParagraphClass::Particle))?;
        }
        Ok(())
    }

    /// Months, weekdays and zones are listed once, with their values. A zone of several words is told by its letters.
    fn add_calendar(&mut self, list: &str) -> Result<(), String> {
        let lines = list.lines().filter(|line| !line.starts_with("# "));
        let words =
            lines.filter_map(|line| line.split('\t').next().filter(|word| !word.is_empty() && !word.contains(' ')));
        words.into_iter().try_for_each(|word| self.add(word, |classes| classes.add(ParagraphClass::Calendar)))
    }

    fn add_phrases(&mut self, list: &str) -> Result<(), String> {
        let mut last = "";
        for (header, phrase) in entries(list) {
            if header != last {
                self.groups.push(group(header).ok_or_else(|| format!("no group {header:?}"))?);
                last = header;
            }
            let number = self.groups.len() - 1;
            self.add(phrase, |classes| classes.add_group(number))?;
        }
        Ok(())
    }

    /// Files a phrase under its hash, and what it begins with as prefixes.
    fn add(&mut self, phrase: &str, file: impl Fn(&mut ParagraphClasses)) -> Result<(), String> {
        let beginnings = beginnings(phrase);
        for (at, (hash, so_far)) in beginnings.iter().enumerate() {
            let entry = self.phrases.entry(*hash).or_insert_with(|| (so_far.clone(), ParagraphClasses::default()));
            if entry.0 != *so_far {
                return Err(format!("{so_far:?} collides with {:?}", entry.0));
            }
            if at + 1 < beginnings.len() { entry.1.add(ParagraphClass::Prefix) } else { file(&mut entry.1) }
        }
        Ok(())
    }
}

/// "boilerplate opening 34".
fn group(header: &str) -> Option<PhraseGroup> {
    let mut fields = header.split_whitespace();
    let kind = fields.next().and_then(kind)?;
    let inside = match fields.next()? {
        "inside" => true,
        "opening" => false,
        _ => return None,
    };
    Some(PhraseGroup { kind, inside, most_words: fields.next()?.parse().ok()? })
}

/// A kind of block by its name in the report.
fn kind(name: &str) -> Option<BlockKind> {
    serde_json::from_value(name.into()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use nutgraf::training::model::{ModelBuilder, Section};

    #[test]
    fn the_model_holds_the_lists_as_they_stand() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let model = ModelBuilder::from_bytes(&fs::read(root.join("../../src/model/data/en.bin")).unwrap()).unwrap();
        let packed = pack(&root.join("lists")).unwrap();
        assert!(model.get(Section::ParagraphWords) == Some(&packed), "run: cargo run -p train -- lists");
    }

    #[test]
    fn a_group_says_kind_place_and_length() {
        let expected = PhraseGroup { kind: BlockKind::AiNotice, inside: true, most_words: 60 };
        assert_eq!(group("ai_notice inside 60"), Some(expected));
        for wrong in ["colour inside 60", "note beside 60", "note opening many", "note opening", "note opening 300"] {
            assert_eq!(group(wrong), None, "{wrong}");
        }
    }
}
