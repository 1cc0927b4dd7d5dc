//! Packs the lists of names under tools/train/names.

use nutgraf::training::model::{Gender, KeyWidth, KnownName, fold, hash_lower, write_first_names, write_table};
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

/// The bytes of the section of first names. `[male]` and `[female]` stand before names by the sex of those who bear them,
/// `[both]` before those that tell nothing; `[forms]` before lines of names that are used for one.
pub(crate) fn pack_first(file: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let mut genders: BTreeMap<u32, u8> = BTreeMap::new();
    let mut forms: BTreeMap<u32, u64> = BTreeMap::new();
    let mut families = 0;
    let mut list = "";
    for line in lines(&text) {
        if line.starts_with('[') {
            list = line;
            continue;
        }
        let names = line.split_whitespace().map(|name| hash_lower(&fold(name)));
        if list == "[forms]" {
            families += 1;
            forms.extend(names.map(|name| (name, families)));
        } else {
            let sexes = sexes(list)?;
            names.for_each(|name| *genders.entry(name).or_default() |= sexes);
        }
    }
    let told = genders.into_iter().filter_map(|(name, sexes)| Some((name, gender(sexes)?)));
    let (told, forms): (Vec<_>, Vec<_>) = (told.collect(), forms.into_iter().collect());
    Ok(write_first_names(&told, &forms).map_err(|hash| format!("hash {hash} collides"))?)
}

fn sexes(list: &str) -> Result<u8, String> {
    match list {
        "[male]" => Ok(Gender::Male as u8),
        "[female]" => Ok(Gender::Female as u8),
        "[both]" => Ok(Gender::Male as u8 | Gender::Female as u8),
        _ => Err(format!("no list {list:?}")),
    }
}

/// The sex, if it is one.
fn gender(sexes: u8) -> Option<Gender> {
    [Gender::Male, Gender::Female].into_iter().find(|&gender| gender as u8 == sexes)
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.split('#').next().unwrap_or("").trim()).filter(|line| !line.is_empty())
}

fn table(entries: BTreeMap<u32, u64>, value_width: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let entries: Vec<_> = entries.into_iter().collect();
    Ok(write_table(&entries, KeyWidth::Exact, value_width).map_err(|hash| format!("hash {hash} collides"))?)
}
