//! What was pasted in one line with other text: the date before the first sentence ("date 2025-06-30 Russian spy chief
//! ..."), the credit after a caption ("Ana Lowe in Oslo. Photo: Bo Reed").

use super::{
    date_word::DateWord,
    line_joining::ParagraphSpan,
    paragraph::Paragraph,
    publication_date,
    words::{Source, Word},
};
use crate::{
    Span,
    model::{ParagraphClass, ParagraphWords},
    report::BlockKind,
};

/// Among how many paragraphs a date may open one.
const TOP: usize = 8;

/// Reads every paragraph; dates before the first sentence and credits after captions become paragraphs of their own.
pub(super) fn set_apart<'t>(
    source: Source<'t>,
    spans: Vec<ParagraphSpan>,
    lists: &ParagraphWords,
) -> Vec<Paragraph<'t>> {
    let mut found = Vec::with_capacity(spans.len() + 2);
    let (spans, top) = date_apart(source, spans, lists);
    let mut top = top.into_iter();
    for whole in spans {
        let paragraph = top.next().unwrap_or_else(|| Paragraph::read(source, &whole, lists));
        match credit_start(&paragraph) {
            Some(at) => {
                let caption = Span::new(whole.span.start, at).trimmed(source.text);
                let hint = Some(BlockKind::Caption);
                found.push(Paragraph::read(source, &ParagraphSpan { span: caption, hint, ..whole }, lists));
                let credit = Span::new(at, whole.span.end);
                let (hint, after_blank) = (Some(BlockKind::Credit), false);
                found.push(Paragraph::read(source, &ParagraphSpan { span: credit, hint, after_blank }, lists));
            }
            None => found.push(paragraph),
        }
    }
    found
}

/// Where the credit at the end of a caption begins.
fn credit_start(paragraph: &Paragraph) -> Option<u32> {
    const LONGEST_CAPTION: u32 = 400;
    const LONGEST_CREDIT: usize = 8;
    if paragraph.span.len() > LONGEST_CAPTION || paragraph.hint.is_some() {
        return None;
    }
    let first = paragraph.words.len().saturating_sub(LONGEST_CREDIT).max(1);
    let mut last_words = first..paragraph.words.len().saturating_sub(1);
    let apart = last_words.clone().find(|&at| opens_credit(paragraph, at)).map(|at| paragraph.words[at].span.start);
    let glued = || if paragraph.ends_sentence() { None } else { last_words.find_map(|at| glued_credit(paragraph, at)) };
    apart.or_else(glued)
}

/// "the city.Credit...Ana Lowe/Reuters": where the label begins.
fn glued_credit(paragraph: &Paragraph, at: usize) -> Option<u32> {
    const LABEL: &str = "Credit";
    let raw = paragraph.raw(&paragraph.words[at]);
    if raw.len() <= LABEL.len() {
        return None;
    }
    let start = raw.find(LABEL).filter(|&start| raw[..start].ends_with(['.', '!', '?', ')', '”']))?;
    Some(paragraph.words[at].span.start + start as u32)
}

/// "Photo:", "Image /", "Picture |", "(AP Photo/", "(Photo by".
fn opens_credit(paragraph: &Paragraph, at: usize) -> bool {
    let raw = || paragraph.raw(&paragraph.words[at]);
    let next = || paragraph.words.get(at + 1).map(|next| paragraph.raw(next));
    let marked = || raw().ends_with(':') || matches!(next(), Some("/" | "|"));
    let bracketed = || raw().starts_with('(') && paragraph.text.ends_with([')', '.']);
    // "... on Monday. Credit Ana Lowe/Reuters", but not "Credit Suisse said so."
    let after_sentence = || {
        let before = at.checked_sub(1).map_or("", |before| paragraph.raw(&paragraph.words[before]));
        before.ends_with(['.', '!', '?', ')', '”']) && !paragraph.ends_sentence()
    };
    let in_brackets = || matches!(paragraph.lower(at), "ap" | "photo" | "image" | "picture" | "file" | "afp");
    paragraph.is(at, ParagraphClass::PictureNoun) && raw().starts_with(char::is_uppercase) && marked()
        || in_brackets() && bracketed()
        || paragraph.lower(at) == "credit" && raw().starts_with('C') && (raw().ends_with(':') || after_sentence())
}

/// Gives the date before the first sentence a paragraph of its own, where one stands there. With the paragraphs at the top that
/// were read for that.
fn date_apart<'t>(
    source: Source<'t>,
    mut spans: Vec<ParagraphSpan>,
    lists: &ParagraphWords,
) -> (Vec<ParagraphSpan>, Vec<Paragraph<'t>>) {
    let mut top = Vec::new();
    for at in 0..spans.len().min(TOP) {
        let paragraph = Paragraph::read(source, &spans[at], lists);
        if let Some(length) = length(&paragraph) {
            let whole = spans[at];
            let cut = whole.span.start + length as u32;
            spans[at].span.end = cut;
            let rest = Span::new(cut, whole.span.end).trimmed(source.text);
            spans.insert(at + 1, ParagraphSpan { span: rest, after_blank: false, ..whole });
            break;
        }
        let is_prose = paragraph.is_prose();
        top.push(paragraph);
        if is_prose {
            break;
        }
    }
    (spans, top)
}

/// How many bytes of a paragraph are a date before its first sentence.
fn length(paragraph: &Paragraph) -> Option<usize> {
    const FEWEST_WORDS_AFTER: usize = 4;
    if paragraph.only_date {
        return None;
    }
    let words = &paragraph.words;
    let labels = words.iter().take_while(|w| w.lower.is_empty() || w.date == DateWord::Label).count();
    let weekday = usize::from(words.get(labels).is_some_and(|w| w.date == DateWord::Weekday));
    let start = labels + weekday;
    let (_, date) = publication_date::date_at(words, start)?;
    let goes_on = |w: &&Word| is_time(paragraph, w);
    let end = start + date + words[start + date..].iter().take_while(goes_on).count();
    let next = words.get(end)?;
    let breaks = labels > 0 || !paragraph.raw(&words[start + date - 1]).ends_with(',');
    let opens = next.capital || paragraph.raw(next).starts_with(['"', '“', '‘', '\'']);
    let fits = breaks && opens && paragraph.count >= end + FEWEST_WORDS_AFTER;
    fits.then(|| (words[end - 1].span.end - paragraph.span.start) as usize)
}

/// A time of day, its zone, or a mark between the date and the text.
fn is_time(paragraph: &Paragraph, word: &Word) -> bool {
    let raw = paragraph.raw(word);
    let is_zone = raw.len() >= 2 && word.date.goes_with_date() && !raw.contains(char::is_lowercase);
    word.lower.is_empty() && !raw.contains(['"', '“', '‘', '\''])
        || word.date == DateWord::Clock
        || is_zone
        || matches!(&*word.lower, "am" | "pm" | "a.m" | "p.m" | "at")
}

#[cfg(test)]
mod tests {
    use super::{
        super::{line_joining::join_lines, lines::lines},
        *,
    };
    use crate::Model;

    fn parts(text: &str) -> Vec<&str> {
        set_apart(Source::leaked(text), join_lines(text, &lines(text), &[]), &Model::built_in().paragraph_words())
            .iter()
            .map(|p| p.span.of(text))
            .collect()
    }

    #[test]
    fn a_credit_pasted_after_a_caption() {
        for (text, expected) in [
            ("Ana Lowe on the bridge in Oslo. Photo: Bo Reed", "Photo: Bo Reed"),
            ("Ana Lowe on the old bridge Image: Bo Reed.", "Image: Bo Reed."),
            ("Lowe Image: Bo Reed.", "Image: Bo Reed."),
            ("Ana Lowe on the bridge. Picture / Supplied", "Picture / Supplied"),
            ("Ana Lowe on the bridge. (AP Photo/Bo Reed)", "(AP Photo/Bo Reed)"),
            ("Ana Lowe on the bridge. Credit Bo Reed/Oslo Pictures", "Credit Bo Reed/Oslo Pictures"),
            ("Ana Lowe, right, on the bridge Credit: BO REED/ AFP", "Credit: BO REED/ AFP"),
            ("Ana Lowe on the bridge.Credit...Bo Reed for The Courier", "Credit...Bo Reed for The Courier"),
        ] {
            assert_eq!(parts(text)[1..], [expected], "{text}");
        }
        for whole in [
            "Photo: Bo Reed",
            "She took a photo: Bo Reed was there.",
            "He sold the picture (the last one).",
            "It fell. Credit Nord went up.",
        ] {
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
