//! What was pasted in one line with other text: the date before the first sentence ("date 2025-06-30 Russian spy chief
//! ..."), the credit after a caption ("Ana Lowe in Oslo. Photo: Bo Reed").

use super::{
    look::{Look, Word},
    paragraphs::Paragraph,
    published,
};
use crate::Span;

/// Among how many paragraphs a date may open one.
const TOP: usize = 8;

/// Looks at every paragraph; dates before the first sentence and credits after captions have paragraphs of their own.
pub(super) fn set_apart(text: &str, paragraphs: Vec<Paragraph>) -> Vec<Look<'_>> {
    let mut found = Vec::with_capacity(paragraphs.len() + 2);
    for paragraph in date_apart(text, paragraphs) {
        let look = Look::at(text, &paragraph);
        match credit_start(&look) {
            Some(at) => {
                let caption = Span::new(paragraph.span.start, at).trimmed(text);
                found.push(Look::at(text, &Paragraph { span: caption, ..paragraph }));
                let credit = Span::new(at, paragraph.span.end);
                found.push(Look::at(text, &Paragraph { span: credit, after_blank: false, ..paragraph }));
            }
            None => found.push(look),
        }
    }
    found
}

/// Where the credit at the end of a caption begins.
fn credit_start(look: &Look) -> Option<u32> {
    const LONGEST_CAPTION: u32 = 400;
    const LONGEST_CREDIT: usize = 8;
    if look.span.len() > LONGEST_CAPTION || look.hint.is_some() {
        return None;
    }
    let first = look.words.len().saturating_sub(LONGEST_CREDIT).max(1);
    let at = (first..look.words.len().saturating_sub(1)).find(|&at| opens_credit(look, at))?;
    Some(look.words[at].span.start)
}

/// "Photo:", "Image /", "Picture |", "(AP Photo/", "(Photo by".
fn opens_credit(look: &Look, at: usize) -> bool {
    let raw = look.raw(&look.words[at]);
    let is_picture = |word: &str| {
        matches!(word, "photo" | "photos" | "image" | "images" | "picture" | "pictures" | "photograph" | "photographs")
    };
    let marked = raw.ends_with(':') || matches!(look.words.get(at + 1).map(|next| look.raw(next)), Some("/" | "|"));
    let bracketed = raw.starts_with('(') && look.text.ends_with([')', '.']);
    let in_brackets = matches!(look.lower(at), "ap" | "photo" | "image" | "picture" | "file" | "afp");
    raw.starts_with(char::is_uppercase) && marked && is_picture(look.lower(at)) || bracketed && in_brackets
}

/// Gives the date before the first sentence a paragraph of its own, where one stands there.
fn date_apart(text: &str, mut paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    for at in 0..paragraphs.len().min(TOP) {
        let look = Look::at(text, &paragraphs[at]);
        if let Some(length) = length(&look) {
            let whole = paragraphs[at];
            let cut = whole.span.start + length as u32;
            paragraphs[at].span.end = cut;
            let rest = Span::new(cut, whole.span.end).trimmed(text);
            paragraphs.insert(at + 1, Paragraph { span: rest, after_blank: false, ..whole });
            break;
        }
        if look.is_prose() {
            break;
        }
    }
    paragraphs
}

/// How many bytes of a paragraph are a date before its first sentence.
fn length(look: &Look) -> Option<usize> {
    const FEWEST_WORDS_AFTER: usize = 4;
    if look.only_date {
        return None;
    }
    let words = &look.words;
    let labels = words.iter().take_while(|w| w.lower.is_empty() || published::is_label(&w.lower)).count();
    let weekday = usize::from(words.get(labels).is_some_and(|w| published::is_weekday(&w.lower)));
    let start = labels + weekday;
    let (_, date) = published::date_at(words, start)?;
    let goes_on = |w: &&Word| is_time(look, w);
    let end = start + date + words[start + date..].iter().take_while(goes_on).count();
    let next = words.get(end)?;
    let breaks = labels > 0 || !look.raw(&words[start + date - 1]).ends_with(',');
    let opens = next.capital || look.raw(next).starts_with(['"', '“', '‘', '\'']);
    let fits = breaks && opens && look.count >= end + FEWEST_WORDS_AFTER;
    fits.then(|| (words[end - 1].span.end - look.span.start) as usize)
}

/// A time of day, its zone, or a mark between the date and the text.
fn is_time(look: &Look, word: &Word) -> bool {
    let raw = look.raw(word);
    let is_zone = raw.len() >= 2 && published::goes_with_date(&word.lower) && !raw.contains(char::is_lowercase);
    word.lower.is_empty() && !raw.contains(['"', '“', '‘', '\''])
        || published::is_clock(&word.lower)
        || is_zone
        || matches!(&*word.lower, "am" | "pm" | "a.m" | "p.m" | "at")
}

#[cfg(test)]
mod tests {
    use super::{
        super::{lines::lines, paragraphs::paragraphs},
        *,
    };

    fn parts(text: &str) -> Vec<&str> {
        set_apart(text, paragraphs(text, &lines(text), &[])).iter().map(|p| p.span.of(text)).collect()
    }

    #[test]
    fn a_credit_pasted_after_a_caption() {
        for (text, expected) in [
            ("Ana Lowe on the bridge in Oslo. Photo: Bo Reed", "Photo: Bo Reed"),
            ("Ana Lowe on the old bridge Image: Bo Reed.", "Image: Bo Reed."),
            ("Lowe Image: Bo Reed.", "Image: Bo Reed."),
            ("Ana Lowe on the bridge. Picture / Supplied", "Picture / Supplied"),
            ("Ana Lowe on the bridge. (AP Photo/Bo Reed)", "(AP Photo/Bo Reed)"),
        ] {
            assert_eq!(parts(text)[1..], [expected], "{text}");
        }
        for whole in ["Photo: Bo Reed", "She took a photo: Bo Reed was there.", "He sold the picture (the last one)."] {
            assert_eq!(parts(whole), [whole]);
        }
    }

    #[test]
    fn a_date_pasted_before_the_text() {
        for (text, expected) in [
            ("date 2025-06-30 Russian spy chief Ana Lowe has agreed to talk.", "date 2025-06-30"),
            (
                "Published: June 30, 2025, 3:15 p.m. ET Russian spies agreed to talk.",
                "Published: June 30, 2025, 3:15 p.m. ET",
            ),
            ("30 June 2025 — \"No deal,\" Lowe told reporters in Oslo.", "30 June 2025 —"),
            ("Monday, 30 June 2025 The council closed the bridge on Monday.", "Monday, 30 June 2025"),
            ("2025-06-30 was the day on which the bridge closed.", ""),
            ("On June 30, 2025 Oslo closed the bridge to all traffic.", ""),
            ("June 30, 2025, Oslo: the bridge is closed to all traffic.", ""),
            ("June 30, 2025", ""),
            ("June 30, 2025 Tuesday Edition", ""),
        ] {
            let found = parts(text);
            let apart = if found.len() > 1 { found[0] } else { "" };
            assert_eq!(apart, expected, "{text}");
        }
    }
}
