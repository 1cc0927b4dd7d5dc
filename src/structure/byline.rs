//! The writers' names in a byline.

use super::{paragraph::Paragraph, words::Word};
use crate::{Span, model::ParagraphClass};

/// The names in a byline, in order.
pub(super) fn names(paragraph: &Paragraph) -> Vec<Span> {
    let mut found = Vec::new();
    let mut name: Vec<&Word> = Vec::new();
    // "Ana Lowe, Bo Reed and Cy Tan": a comma parts names as long as the last one is still to come.
    let words = paragraph.words.iter().skip(opening(paragraph));
    let mut to_come = words.clone().filter(|w| joins(paragraph, w)).count();
    let dated = paragraph.date.map_or(u32::MAX, |(date, _)| date.start);
    for word in words.take_while(|word| word.span.start < dated && !paragraph.raw(word).starts_with('@')) {
        let stands_alone = paragraph.raw(word).trim_end_matches([',', ';']) == paragraph.raw(word);
        if joins(paragraph, word) {
            found.extend(finish(paragraph, &mut name));
            to_come -= 1;
        } else if stands_alone && ends(paragraph, word) {
            break;
        } else {
            name.push(word);
            if !stands_alone || paragraph.raw(word).contains('@') {
                found.extend(finish(paragraph, &mut name));
                if to_come == 0 {
                    break;
                }
            }
        }
    }
    found.extend(finish(paragraph, &mut name));
    found
}

/// The words of those names, in lower case.
pub(super) fn words(paragraph: &Paragraph) -> Vec<String> {
    let names = names(paragraph);
    let inside = |word: &&Word| names.iter().any(|name| name.overlaps(word.span));
    paragraph.words.iter().filter(inside).map(|word| word.lower.to_string()).collect()
}

fn joins(paragraph: &Paragraph, word: &Word) -> bool {
    matches!(&*word.lower, "and" | "with") || paragraph.raw(word) == "&"
}

/// Whether what follows tells a place, an outlet or a post.
fn ends(paragraph: &Paragraph, word: &Word) -> bool {
    let marks_only = word.lower.is_empty();
    marks_only || matches!(&*word.lower, "in" | "for" | "at" | "of" | "from") || paragraph.raw(word).starts_with('(')
}

/// How many words introduce the first name: "By", "Story:", "Reported by".
fn opening(paragraph: &Paragraph) -> usize {
    let opens = |word: &&Word| word.is(ParagraphClass::BylineLabel) || word.is(ParagraphClass::BylineOpening);
    paragraph.words.iter().take(2).take_while(opens).count()
}

fn is_post_or_outlet(word: &Word) -> bool {
    word.is(ParagraphClass::Newsroom) || word.is(ParagraphClass::Outlet)
}

/// The name that the words form, if they do; the words are used up.
fn finish(paragraph: &Paragraph, words: &mut Vec<&Word>) -> Option<Span> {
    let name = std::mem::take(words);
    let fits = |w: &&Word| w.capital || w.is(ParagraphClass::Particle);
    let is_name = (2..=5).contains(&name.len())
        && name.iter().all(fits)
        && !name.iter().any(|w| is_post_or_outlet(w) || w.lower.chars().any(|c| c.is_ascii_digit()));
    let (first, last) = (name.first()?, name.last()?);
    // "Ana Lowe@analowe": what follows the sign is no name.
    let raw = paragraph.raw(last).split('@').next().unwrap_or_default();
    let end = last.span.start + raw.trim_end_matches([',', ';', ':', '–', '—']).len() as u32;
    is_name.then(|| Span::new(first.span.start, end))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{line_joining::join_lines, lines::lines},
        *,
    };
    use crate::Model;

    #[test]
    fn the_names_in_a_byline() {
        for (text, expected) in [
            ("By Ana Lowe", "Ana Lowe"),
            ("BY ANA LOWE AND BO REED", "ANA LOWE+BO REED"),
            ("By Ana Lowe and T. J. van der Berg", "Ana Lowe+T. J. van der Berg"),
            ("By Ana Lowe, Bo Reed and Cy Tan in Oslo", "Ana Lowe+Bo Reed+Cy Tan"),
            ("By Ana Lowe, Royal Correspondent, in Oslo", "Ana Lowe"),
            ("By Ana Lowe, Oslo Courier", "Ana Lowe"),
            ("Story: Ana Lowe & Bo Reed, Parliament House", "Ana Lowe+Bo Reed"),
            ("Ana Lowe · CBC News", "Ana Lowe"),
            ("Written by Ana Lowe for Pacific Wire", "Ana Lowe"),
            ("By Ana Lowe @analowe June 30, 2025: 12:41 PM ET", "Ana Lowe"),
            ("by Ana Lowe@analowe Jun 30, 2025, 1:55pm EST", "Ana Lowe"),
            ("By ANA LOWE June 30, 2025 3:46 PM Good Morning Oslo", "ANA LOWE"),
            ("Health Correspondent", ""),
            ("Oslo Wire news desk", ""),
            ("AFP", ""),
        ] {
            let paragraph =
                Paragraph::read(text, &join_lines(text, &lines(text), &[])[0], &Model::built_in().paragraph_words());
            let found: Vec<_> = names(&paragraph).iter().map(|span| span.of(text)).collect();
            assert_eq!(found.join("+"), expected, "{text}");
        }
    }
}
