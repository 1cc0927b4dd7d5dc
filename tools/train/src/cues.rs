//! Packs the list of reporting verbs, `tools/train/cues.txt`, into the model; the file says how it is written.

use nutgraf::training::model::{CueEntry, Frame, VerbForm, write_cues};
use std::{collections::BTreeMap, error::Error, fs, path::Path};

/// The bytes of the section.
pub(crate) fn pack(list: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let verbs = read(&fs::read_to_string(list)?)?;
    let mut taken = BTreeMap::new();
    for (base, verb) in &verbs {
        for (form, words) in verb.forms(base) {
            // A form that two verbs share ("read" and "read") goes to the first verb and form.
            taken.entry(words.clone()).or_insert(CueEntry { words, base: base.clone(), form, frames: verb.frames });
        }
    }
    let mut entries: Vec<_> = taken.into_values().collect();
    entries.sort_by(|a, b| (&a.base, &a.words).cmp(&(&b.base, &b.words)));
    Ok(write_cues(&entries)?)
}

#[derive(Default)]
struct Verb {
    frames: u16,
    /// Past and participle, where they are irregular.
    irregular: Vec<String>,
}

fn read(text: &str) -> Result<BTreeMap<String, Verb>, String> {
    let mut verbs: BTreeMap<String, Verb> = BTreeMap::new();
    let mut shared = 0;
    for line in text.lines().map(|line| line.split('#').next().unwrap_or("").trim_end()) {
        if let Some(names) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            shared = frames(names)?;
        } else if !line.is_empty() {
            let (forms, more) = line.split_once('\t').unwrap_or((line, ""));
            let (base, irregular) = forms.split_once(':').unwrap_or((forms, ""));
            let verb = verbs.entry(base.trim().to_owned()).or_default();
            verb.frames |= shared | frames(more)?;
            verb.irregular.extend(irregular.split_whitespace().map(str::to_owned));
        }
    }
    Ok(verbs)
}

fn frames(names: &str) -> Result<u16, String> {
    let mut all = 0;
    for name in names.split_whitespace() {
        let (frame, _) = Frame::ALL.iter().find(|(_, n)| *n == name).ok_or_else(|| format!("no frame {name:?}"))?;
        all |= 1 << *frame as u8;
    }
    Ok(all)
}

impl Verb {
    /// Every form with its words.
    fn forms(&self, base: &str) -> Vec<(VerbForm, String)> {
        let (verb, particle) = base.split_once(' ').unwrap_or((base, ""));
        let regular = past(verb);
        let past = self.irregular.first().unwrap_or(&regular);
        let participle = self.irregular.get(1).unwrap_or(past);
        let forms = [
            (VerbForm::Base, verb.to_owned()),
            (VerbForm::Present, present(verb)),
            (VerbForm::Past, past.clone()),
            (VerbForm::Participle, participle.clone()),
            (VerbForm::Gerund, gerund(verb)),
        ];
        forms.into_iter().map(|(form, word)| (form, format!("{word} {particle}").trim_end().to_owned())).collect()
    }
}

fn present(verb: &str) -> String {
    match verb {
        _ if ends_in_consonant_and_y(verb) => format!("{}ies", &verb[..verb.len() - 1]),
        _ if verb.ends_with(['s', 'x', 'z', 'o']) || verb.ends_with("sh") || verb.ends_with("ch") => {
            format!("{verb}es")
        }
        _ => format!("{verb}s"),
    }
}

fn past(verb: &str) -> String {
    match verb {
        _ if ends_in_consonant_and_y(verb) => format!("{}ied", &verb[..verb.len() - 1]),
        _ if verb.ends_with('e') => format!("{verb}d"),
        _ => format!("{}ed", doubled(verb)),
    }
}

fn gerund(verb: &str) -> String {
    match verb {
        _ if verb.ends_with("ee") => format!("{verb}ing"),
        _ if verb.ends_with('e') => format!("{}ing", &verb[..verb.len() - 1]),
        _ => format!("{}ing", doubled(verb)),
    }
}

fn ends_in_consonant_and_y(verb: &str) -> bool {
    verb.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| verb.ends_with(end))
}

/// Verbs whose last consonant is written twice before an ending.
fn doubled(verb: &str) -> String {
    const DOUBLED: &[&str] = &[
        "admit", "quip", "refer", "dub", "blog", "grin", "sob", "begin", "nod", "chat", "rap", "slam", "rebut", "put",
        "snap", "sum", "submit",
    ];
    if DOUBLED.contains(&verb) { format!("{verb}{}", &verb[verb.len() - 1..]) } else { verb.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_inflected() {
        for (base, expected) in [
            ("say", "say says sayed saying"),
            ("deny", "deny denies denied denying"),
            ("announce", "announce announces announced announcing"),
            ("admit", "admit admits admitted admitting"),
            ("stress", "stress stresses stressed stressing"),
            ("disagree", "disagree disagrees disagreed disagreeing"),
        ] {
            let forms = [base.to_owned(), present(base), past(base), gerund(base)];
            assert_eq!(forms.join(" "), expected);
        }
    }

    #[test]
    fn unknown_frames_are_refused() {
        assert!(read("[colour]\nsay").is_err());
    }

    #[test]
    fn the_model_holds_the_list_as_it_stands() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let model = nutgraf::training::model::ModelBuilder::from_bytes(
            &fs::read(root.join("../../src/model/data/en.bin")).unwrap(),
        );
        let packed = pack(&root.join("cues.txt")).unwrap();
        let section = nutgraf::training::model::Section::Cues;
        assert!(model.unwrap().get(section) == Some(&packed), "run: cargo run -p train -- lists");
    }
}
