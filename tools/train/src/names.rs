//! Packs the lists of names under tools/train/names.

use nutgraf::training::model::{Gender, KeyWidth, KnownName, fold, hash_lower, write_table};
use std::{collections::BTreeMap, error::Error, fs, path::Path};

/// The bytes of the section of known names: a line is `name, name = adjective, people`.
pub(crate) fn pack_known(file: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let mut entries = BTreeMap::new();
    for (number, line) in lines(&text).enumerate() {
        let (names, adjectives) = line.split_once('=').ok_or_else(|| format!("no = in {line:?}"))?;
        for (list, adjective) in [(names, false), (adjectives, true)] {
            for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
                entries.insert(hash_lower(&fold(name)), KnownName { number: number as u16, adjective }.pack());
            }
        }
    }
    table(entries, 2)
}

/// The bytes of the section of first names: `[male]`, `[female]` or `[both]`, then names; `[forms]`, then lines of names
/// that are used for one.
pub(crate) fn pack_first(file: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let mut entries: BTreeMap<u32, u64> = BTreeMap::new();
    let mut value = 0;
    let mut families = 0;
    for line in lines(&text) {
        match line {
            "[male]" => value = Gender::Male as u64,
            "[female]" => value = Gender::Female as u64,
            "[both]" => value = Gender::Male as u64 | Gender::Female as u64,
            "[forms]" => (value, families) = (0, 1),
            _ => {
                let names = line.split_whitespace().map(|name| hash_lower(&fold(name)));
                names.for_each(|name| *entries.entry(name).or_default() |= value | families << 2);
                families += u64::from(families > 0);
            }
        }
    }
    table(entries, 2)
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.split('#').next().unwrap_or("").trim()).filter(|line| !line.is_empty())
}

fn table(entries: BTreeMap<u32, u64>, value_width: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let entries: Vec<_> = entries.into_iter().collect();
    Ok(write_table(&entries, KeyWidth::Four, value_width).map_err(|hash| format!("hash {hash} collides"))?)
}
