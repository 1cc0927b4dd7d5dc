//! The verbs that report what somebody says, and the frames in which they do; the list is `tools/train/cues.txt`.

use super::{
    table::{Table, UNREAD},
    table_enum::table_enum,
};

table_enum! {
    /// A way in which a verb takes what is reported, with its name in the list of verbs.
    pub enum Frame: &str {
        /// A clause after "that".
        That = "that",
        /// A clause without "that".
        Zero = "zero",
        /// A clause after "why", "whether", "how".
        Wh = "wh",
        /// "promised to come"
        To = "to",
        /// "denied coming"
        Ing = "ing",
        /// "called it a farce"
        Predicate = "predicate",
        /// Words in quotation marks.
        Quote = "quote",
        /// Quoted words inside its object.
        Object = "object",
        /// The verb may follow the reported clause.
        After = "after",
        /// The object of the verb is a hearer.
        Addressee = "addressee",
        /// The subject is somebody, no thing: "Officers indicated that"
        Animate = "animate",
        /// The subject is a document, a survey or data.
        Document = "document",
        /// Its subject is told, and does not speak: "The court heard that"
        Hears = "hears",
        /// The speaker says that it is not so.
        Denies = "denies",
        /// "TASS quoted her as saying"
        Quotes = "quotes",
        /// No form of the verb is a noun.
        Verbal = "verbal",
    }
}

/// Which form of its verb a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum VerbForm {
    /// "say"
    Base,
    /// "says"
    Present,
    /// "said"; also "had said", "was said" where the forms are the same.
    Past,
    /// "written"
    Participle,
    /// "saying"
    Gerund,
}

impl VerbForm {
    const ALL: [VerbForm; 5] =
        [VerbForm::Base, VerbForm::Present, VerbForm::Past, VerbForm::Participle, VerbForm::Gerund];
}

/// A word of the list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CueVerb<'m> {
    frames: u32,
    pub(crate) form: VerbForm,
    /// The base form: "say", "point out".
    pub(crate) base: &'m str,
}

impl CueVerb<'_> {
    pub(crate) const fn takes(&self, frame: Frame) -> bool {
        self.frames >> frame as u8 & 1 == 1
    }

    /// Whether it is the gerund of one verb: "ruling".
    pub(crate) fn is_gerund_of(&self, base: &str) -> bool {
        self.form == VerbForm::Gerund && self.base == base
    }
}

/// The list of verbs, read in place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CueList<'m> {
    table: Table<'m>,
    /// UTF-8, a base form a line.
    bases: &'m [u8],
}

impl<'m> CueList<'m> {
    pub(super) fn read(bytes: &'m [u8]) -> CueList<'m> {
        let (table, bases) = Table::split(bytes.get(UNREAD..).unwrap_or_default());
        CueList { table, bases }
    }

    /// The verb of which a word, or a word with its particle, is a form; by its hash.
    pub(crate) fn get(&self, hash: u32) -> Option<CueVerb<'m>> {
        let entry = self.table.get(hash)?;
        let base = self.bases.get((entry >> 24 & 0xFFFF) as usize..)?.split(|&byte| byte == b'\n').next()?;
        let form = *VerbForm::ALL.get((entry >> 16 & 0xFF) as usize)?;
        Some(CueVerb { frames: entry as u32 & 0xFFFF, form, base: std::str::from_utf8(base).ok()? })
    }
}

/// One form of a verb on its way into a model.
#[cfg(feature = "training")]
#[derive(Clone, Debug)]
pub struct CueEntry {
    /// The form, with its particle: "pointed out".
    pub words: String,
    /// The base form.
    pub base: String,
    /// Which form it is.
    pub form: VerbForm,
    /// A bit for each [`Frame`].
    pub frames: u16,
}

/// Writes the list of verbs.
///
/// # Errors
/// Says which words could not be told apart.
#[cfg(feature = "training")]
pub fn write_cues(entries: &[CueEntry]) -> Result<Vec<u8>, String> {
    use super::hash::{hash_lower, phrase_hash};
    let mut bases = String::new();
    let mut rows = Vec::new();
    let mut before = "";
    let mut start = 0;
    for entry in entries {
        if entry.base != before {
            start = bases.len() as u64;
            bases.push_str(&entry.base);
            bases.push('\n');
            before = &entry.base;
        }
        let hash = phrase_hash(entry.words.split(' ').map(hash_lower));
        rows.push((hash, start << 24 | (entry.form as u64) << 16 | u64::from(entry.frames)));
    }
    let table = super::table::write(&rows, super::table::KeyWidth::Exact, 5)
        .map_err(|hash| format!("two words with the hash {hash:x}"))?;
    Ok([&[0; UNREAD], table.as_slice(), bases.as_bytes()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Model, hash_lower, phrase_hash};

    #[test]
    fn forms_lead_to_their_verbs() {
        let model = Model::built_in();
        for (words, base, form) in [
            ("said", "say", VerbForm::Past),
            ("says", "say", VerbForm::Present),
            ("denying", "deny", VerbForm::Gerund),
            ("written", "write", VerbForm::Participle),
            ("pointed out", "point out", VerbForm::Past),
            ("read", "read", VerbForm::Base),
        ] {
            let verb = model.cues().get(phrase_hash(words.split(' ').map(hash_lower))).unwrap();
            assert_eq!((verb.base, verb.form), (base, form), "{words}");
        }
        assert!(model.cues().get(hash_lower("bridge")).is_none());
    }

    #[test]
    fn broken_bytes_hold_no_verbs() {
        assert!(CueList::read(&[9, 0, 0, 0, 1]).get(hash_lower("said")).is_none());
    }
}
