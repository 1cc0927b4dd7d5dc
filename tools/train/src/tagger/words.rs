//! Packs word clusters and lists of names into the section of words.

use super::document::Document;
use nutgraf::training::model::{
    FINE, Gazetteer, MIDDLE, PHRASE_START, WordRow, hash_lower, phrase_step, write_index, write_words,
};
use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    io::{BufRead, BufReader},
    path::Path,
};

/// The most frequent words that keep their clusters.
const CLUSTERED: usize = 45_000;
/// Longer names are left out, in words: one tells by its words what it is.
const LONGEST: usize = 3;
/// Regions with longer names are left out.
const LONGEST_OF_REGION: usize = 2;
/// The lists of what is neither a person nor a place.
const KINDS_OF_THINGS: [Gazetteer; 5] =
    [Gazetteer::Organisation, Gazetteer::Group, Gazetteer::Event, Gazetteer::Work, Gazetteer::Product];
/// Rows in a bucket of the index.
const LOAD: f32 = 0.75;

#[derive(Default)]
struct Packer {
    /// In order of importance: found again by hash.
    entries: Vec<(u32, WordRow)>,
    place: BTreeMap<u32, usize>,
}

impl Packer {
    fn entry(&mut self, hash: u32) -> &mut WordRow {
        let place = *self.place.entry(hash).or_insert_with(|| {
            self.entries.push((hash, WordRow::default()));
            self.entries.len() - 1
        });
        &mut self.entries[place].1
    }

    /// Files a phrase as far as its lists are wanted.
    fn add_listed(&mut self, phrase: &str, lists: u16, listed: Listed) {
        let left_out = match listed {
            Listed::All => 0,
            Listed::PeopleAndPlaces => KINDS_OF_THINGS.iter().fold(0, |all, &list| all | bit(list)),
        };
        self.add(phrase, lists & !left_out);
    }

    /// Files a phrase under its hash, and what it begins with as prefixes.
    fn add(&mut self, phrase: &str, lists: u16) {
        if lists == 0 {
            return;
        }
        let words: Vec<_> = phrase.split_whitespace().collect();
        let mut hash = PHRASE_START;
        for (at, word) in words.iter().enumerate() {
            hash = phrase_step(hash, hash_lower(word));
            self.entry(hash).lists |= if at + 1 < words.len() { bit(Gazetteer::Prefix) } else { lists };
        }
    }
}

const fn bit(list: Gazetteer) -> u16 {
    1 << list as u16
}

/// Which names the section holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listed {
    All,
    /// None of organisations, groups, events, works and products: how a text reads whose names stand in no list.
    PeopleAndPlaces,
}

/// The bytes of the section, from the data folder and texts in which words are counted.
pub(crate) fn pack(data: &Path, texts: &[Document], listed: Listed) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut packer = Packer::default();
    let (middle, coarse) = read_clusters(&data.join("lexicon/clusters.tsv.gz"), &mut packer)?;
    let gazetteer = fs::read_to_string(data.join("lexicon/gazetteer.tsv"))?;
    for line in gazetteer.lines() {
        let (phrase, names) = line.split_once('\t').ok_or("a phrase without lists")?;
        packer.add(phrase, lists(names)?);
    }
    for (phrase, names) in world_names() {
        packer.add_listed(phrase, lists(names)?, listed);
    }
    let known = fs::read_to_string(data.join("lexicon/known_names.tsv"))?;
    for (name, kind) in known.lines().filter_map(known_name) {
        packer.add_listed(name, lists(kind)?, listed);
    }
    mark_case(texts, &mut packer);
    let hashes: Vec<u32> = packer.entries.iter().map(|(hash, _)| *hash).collect();
    let (index, rows) = write_index(&hashes, LOAD);
    let rows: Vec<WordRow> = rows.iter().map(|&place| packer.entries[place].1).collect();
    Ok(write_words(&middle, &coarse, &index, &rows))
}

/// A name that was listed for this project, or of a region, and its list; regions stand with the states.
fn known_name(line: &str) -> Option<(&str, &str)> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [name, kind, _, _, _, source, _] = fields[..] else { return None };
    let longest = match source {
        "written for this project" => LONGEST,
        _ if kind == "place" && source.contains("GeoNames") => LONGEST_OF_REGION,
        _ => return None,
    };
    let kept = name.split(' ').count() <= longest;
    kept.then_some((name, if kind == "place" { "state" } else { kind }))
}

/// Names from around the world, with their classes.
pub(crate) fn world_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("../../data/world_names.tsv").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

fn lists(names: &str) -> Result<u16, String> {
    names.split([',', ' ']).try_fold(0, |all, name| {
        let name = match name {
            "armed" | "body" | "club" | "company" | "media" | "party" => "organisation",
            // Other names of cities are mostly other words elsewhere; months and days are classes of the lexicon.
            "cityalt" | "date" => return Ok(all),
            other => other,
        };
        let list = Gazetteer::ALL.iter().find(|(_, n)| *n == name).ok_or_else(|| format!("no list {name:?}"))?;
        Ok(all | bit(list.0))
    })
}

/// Files the clusters of the most frequent words; gives the middle level by the fine one and the coarse by the middle.
fn read_clusters(path: &Path, packer: &mut Packer) -> Result<(Vec<u8>, Vec<u8>), Box<dyn Error>> {
    let (mut middle, mut coarse) = (vec![0; FINE], vec![0; MIDDLE]);
    let lines = BufReader::new(flate2::read::GzDecoder::new(fs::File::open(path)?)).lines();
    for line in lines.take(CLUSTERED) {
        let line = line?;
        let mut fields = line.rsplitn(4, '\t');
        let mut number = || -> Result<usize, Box<dyn Error>> { Ok(fields.next().ok_or("too few fields")?.parse()?) };
        let [in_coarse, in_middle, in_fine] = [number()?, number()?, number()?];
        middle[in_fine] = in_middle as u8;
        coarse[in_middle] = in_coarse as u8;
        packer.entry(hash_lower(fields.next().ok_or("no word")?)).cluster = in_fine as u16 + 1;
    }
    Ok((middle, coarse))
}

/// Marks words that are nearly always written small, or nearly always with a capital, inside sentences.
fn mark_case(texts: &[Document], packer: &mut Packer) {
    let mut counts: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for text in texts {
        let mut inside = false;
        for word in text.text.split_whitespace() {
            let core = word.trim_matches(|c: char| !c.is_alphanumeric());
            if let Some(first) = core.chars().next().filter(|c| c.is_alphabetic()).filter(|_| inside) {
                let count = counts.entry(hash_lower(core)).or_default();
                *(if first.is_uppercase() { &mut count.1 } else { &mut count.0 }) += 1;
            }
            inside = word.ends_with(|c: char| c.is_alphanumeric() || c == ',');
        }
    }
    for (hash, (small, capital)) in counts.into_iter().filter(|(_, (small, capital))| small + capital >= 4) {
        if small >= 19 * capital {
            packer.entry(hash).lists |= bit(Gazetteer::Small);
        } else if capital >= 19 * small {
            packer.entry(hash).lists |= bit(Gazetteer::Capital);
        }
    }
}
