//! The file format of a model: named sections behind a checksum, read in place.

use super::{embedded, index::Index, names::GENDERS_IN_BYTE, packing, table::UNREAD};
use crate::Error;
use std::{borrow::Cow, sync::Arc};

const MAGIC: &[u8; 4] = b"NGRF";
/// Rises when the meaning of any section changes; a model of another version is refused.
const VERSION: u32 = 5;
const HEADER: usize = 16;
const ENTRY: usize = 12;

/// The parts of a model file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Section {
    /// The name and date of the model, UTF-8.
    Name,
    /// Words and phrases with their [`Class`](super::Class)es.
    Lexicon,
    /// Rows of the part-of-speech tagger.
    Tags,
    /// The verbs that report speech, with their frames.
    Cues,
    /// Names that are known to belong together: see [`KnownNames`](super::KnownNames).
    KnownNames,
    /// First names and the sex of those who bear them: see [`FirstNames`](super::FirstNames).
    FirstNames,
    /// The points that speak for and against a sentence of a summary.
    Summary,
    /// Clusters of words and lists of names.
    Words,
    /// The weights of the names tagger.
    Tagger,
    /// Weights of the model that resolves pronouns.
    Coreference,
    /// Weights that decide what a paragraph is for.
    Structure,
    /// The values of words and phrases.
    Values,
    /// Words and phrases that say what a paragraph is for.
    ParagraphWords,
}

impl Section {
    /// Every section, in the order in which they stand in a file.
    pub const ALL: &[Section] = &[
        Section::Name,
        Section::Lexicon,
        Section::Tags,
        Section::Cues,
        Section::KnownNames,
        Section::FirstNames,
        Section::Summary,
        Section::Words,
        Section::Tagger,
        Section::Coreference,
        Section::Structure,
        Section::Values,
        Section::ParagraphWords,
    ];

    /// The four letters that mark the section in the file.
    pub const fn tag(self) -> &'static [u8; 4] {
        match self {
            Section::Name => b"NAME",
            Section::Lexicon => b"LEXI",
            Section::Tags => b"TAGS",
            Section::Cues => b"CUES",
            Section::KnownNames => b"KNWN",
            Section::FirstNames => b"FRST",
            Section::Summary => b"SUMM",
            Section::Words => b"WORD",
            Section::Tagger => b"TAGR",
            Section::Coreference => b"CORF",
            Section::Structure => b"STRC",
            Section::Values => b"VALS",
            Section::ParagraphWords => b"PARA",
        }
    }
}

/// Where the table of a section begins, if it has one.
fn table_at(section: Section, bytes: &[u8]) -> Option<usize> {
    match section {
        Section::Lexicon | Section::KnownNames => Some(0),
        Section::Cues | Section::Values | Section::Tags => Some(UNREAD),
        Section::ParagraphWords => Some(1 + 4 * usize::from(*bytes.first()?)),
        Section::FirstNames => {
            let (index, rest) = Index::split(bytes)?;
            Some(bytes.len() - rest.len() + index.rows().div_ceil(GENDERS_IN_BYTE))
        }
        _ => None,
    }
}

/// A model file: a magic word, a version, a checksum, a table of sections, and the sections.
#[derive(Clone, Debug)]
pub(super) struct ModelFile {
    bytes: Cow<'static, [u8]>,
    /// Where every section begins and ends; nowhere if it is absent.
    places: [(u32, u32); Section::ALL.len()],
    /// The sections that have a table, unpacked; the others are empty here.
    unpacked: Arc<[Vec<u8>]>,
}

impl ModelFile {
    /// The file that this version was released with.
    pub(super) fn embedded() -> ModelFile {
        ModelFile::of(Cow::Borrowed(embedded::bytes()))
    }

    /// The file in these bytes, its header, checksum and table checked.
    pub(super) fn from_bytes(bytes: Cow<'static, [u8]>) -> Result<ModelFile, Error> {
        check(&bytes)?;
        Ok(ModelFile::of(bytes))
    }

    /// The file in bytes whose table is known to be sound.
    fn of(bytes: Cow<'static, [u8]>) -> ModelFile {
        let mut places = [(0, 0); Section::ALL.len()];
        for entry in entries(&bytes) {
            if let Some(place) = Section::ALL.iter().position(|section| *section.tag() == entry.tag) {
                places[place] = (entry.start as u32, entry.end as u32);
            }
        }
        let unpacked = Section::ALL.iter().zip(places).map(|(&section, (start, end))| {
            let bytes = &bytes[start as usize..end as usize];
            table_at(section, bytes).and_then(|table| packing::unpacked(bytes, table)).unwrap_or_default()
        });
        ModelFile { unpacked: unpacked.collect(), bytes, places }
    }

    /// The bytes of a section; none if it is absent.
    pub(super) fn section(&self, section: Section) -> &[u8] {
        let (start, end) = self.places[section as usize];
        let unpacked = &self.unpacked[section as usize];
        if unpacked.is_empty() { &self.bytes[start as usize..end as usize] } else { unpacked }
    }
}

struct Entry {
    tag: [u8; 4],
    start: usize,
    end: usize,
}

fn entries(bytes: &[u8]) -> impl Iterator<Item = Entry> + '_ {
    let count = word(bytes, 12) as usize;
    (0..count).map(move |i| {
        let at = HEADER + i * ENTRY;
        let start = word(bytes, at + 4) as usize;
        Entry {
            tag: bytes[at..at + 4].try_into().unwrap_or_default(),
            start,
            end: start + word(bytes, at + 8) as usize,
        }
    })
}

fn check(bytes: &[u8]) -> Result<(), Error> {
    if bytes.len() < HEADER || &bytes[..4] != MAGIC {
        return Err(Error::model("it does not begin with NGRF"));
    }
    let version = word(bytes, 4);
    if version != VERSION {
        return Err(Error::model(format!("it has version {version}, this release reads version {VERSION}")));
    }
    if word(bytes, 8) != checksum(&bytes[12..]) {
        return Err(Error::model("its checksum does not match: it was cut off or altered"));
    }
    let count = word(bytes, 12) as usize;
    let table_fits = count <= 64 && bytes.len() >= HEADER + count * ENTRY;
    if !table_fits || !entries(bytes).all(|e| e.start <= e.end && e.end <= bytes.len()) {
        return Err(Error::model("its table of sections is out of bounds"));
    }
    Ok(())
}

/// FNV-1a over all bytes: finds truncation, swaps and flips; not meant against forgery.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

/// Puts a model file together, or takes one apart.
#[cfg(feature = "training")]
#[derive(Debug, Default)]
pub struct ModelBuilder {
    sections: Vec<(Section, Vec<u8>)>,
}

#[cfg(feature = "training")]
impl ModelBuilder {
    /// A file without sections.
    pub fn new() -> ModelBuilder {
        ModelBuilder::default()
    }

    /// The sections of a file.
    ///
    /// # Errors
    /// As [`Model::from_bytes`](super::Model::from_bytes).
    pub fn from_bytes(bytes: &[u8]) -> Result<ModelBuilder, Error> {
        let file = ModelFile::from_bytes(Cow::Owned(bytes.to_vec()))?;
        let present = Section::ALL.iter().filter(|s| !file.section(**s).is_empty());
        Ok(ModelBuilder { sections: present.map(|s| (*s, file.section(*s).to_vec())).collect() })
    }

    /// The bytes of a section, if the file has it.
    pub fn get(&self, section: Section) -> Option<&[u8]> {
        self.sections.iter().find(|(s, _)| *s == section).map(|(_, bytes)| bytes.as_slice())
    }

    /// Adds a section or replaces it.
    pub fn set(&mut self, section: Section, bytes: Vec<u8>) {
        self.sections.retain(|(s, _)| *s != section);
        self.sections.push((section, bytes));
        self.sections.sort_by_key(|(s, _)| *s);
    }

    /// The file.
    pub fn build(&self) -> Vec<u8> {
        let mut table = (self.sections.len() as u32).to_le_bytes().to_vec();
        let mut body = Vec::new();
        let body_start = HEADER + self.sections.len() * ENTRY;
        for (section, bytes) in &self.sections {
            let packed = table_at(*section, bytes).and_then(|table| packing::packed(bytes, table));
            let bytes = packed.as_ref().unwrap_or(bytes);
            table.extend(section.tag());
            table.extend(((body_start + body.len()) as u32).to_le_bytes());
            table.extend((bytes.len() as u32).to_le_bytes());
            body.extend(bytes);
        }
        let rest = [table, body].concat();
        [MAGIC.as_slice(), &VERSION.to_le_bytes(), &checksum(&rest).to_le_bytes(), &rest].concat()
    }
}

#[cfg(test)]
mod tests {
    #[cfg(feature = "training")]
    use super::ModelBuilder;
    use crate::Model;

    fn file() -> Vec<u8> {
        include_bytes!("data/en.bin").to_vec()
    }

    #[test]
    fn the_built_in_model_is_sound() {
        let model = Model::from_bytes(file()).unwrap();
        assert_eq!(model.name(), Model::built_in().name());
        assert!(model.name().starts_with("en-"));
    }

    #[cfg(feature = "training")]
    #[test]
    fn taking_apart_and_putting_together_changes_nothing() {
        assert_eq!(ModelBuilder::from_bytes(&file()).unwrap().build(), file());
    }

    #[test]
    fn what_is_no_model_says_why() {
        let mut other_version = file();
        other_version[4] = 99;
        let mut altered = file();
        *altered.last_mut().unwrap() ^= 1;
        let cut = file()[..file().len() / 2].to_vec();
        for (bytes, why) in [
            (Vec::new(), "begin with NGRF"),
            (b"hello, world, hello".to_vec(), "begin with NGRF"),
            (other_version, "version 99"),
            (altered, "checksum"),
            (cut, "checksum"),
        ] {
            let error = Model::from_bytes(bytes).unwrap_err();
            assert!(error.is_model() && error.to_string().contains(why), "{error}");
        }
    }
}
