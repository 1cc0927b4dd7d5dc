//! What a paragraph's own words say it is for.

use super::{
    super::{boilerplate_phrases, byline, paragraph::Paragraph, run_in},
    context::Context,
};
use crate::model::{ParagraphClass, ParagraphClasses, ParagraphWords, hash_lower};

/// The longest credit of a picture, in words.
const LONGEST_CREDIT: usize = 16;

/// "OSLO (Reuters) - The council ...": the story, whatever phrases follow.
pub(super) fn is_after_dateline(context: &Context) -> bool {
    run_in::dateline_length(context.paragraph).is_some_and(|length| length < context.paragraph.text.len())
}

/// "© 2025 The Oslo Courier", "(c) The Oslo Courier".
pub(super) fn is_copyright(context: &Context) -> bool {
    let text = context.paragraph.text;
    text.starts_with('©') || text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("(c) "))
}

fn is_picture_word(classes: ParagraphClasses) -> bool {
    classes.has(ParagraphClass::PictureNoun) || classes.has(ParagraphClass::PictureLabel)
}

/// "Photo: Ana Lowe", "PHOTO | LOWE".
pub(super) fn is_labelled_picture(context: &Context) -> bool {
    let paragraph = context.paragraph;
    let Some(first) = paragraph.words.first().filter(|word| is_picture_word(word.classes)) else { return false };
    let set_off = paragraph.words.get(1).is_some_and(|next| next.lower.is_empty());
    paragraph.count <= LONGEST_CREDIT && (paragraph.raw(first).ends_with([':', '|', '/']) || set_off)
}

/// "(AP Photo/Ana Lowe)", "[Image by Ana Lowe]", "(Ana Lowe for Reuters)".
pub(super) fn is_bracketed_credit(context: &Context) -> bool {
    const LONGEST: usize = 8;
    let Context { paragraph, lists, .. } = context;
    if !paragraph.is_bracketed() || paragraph.count > LONGEST {
        return false;
    }
    let classes = |word: &str| lists.classes(hash_lower(word));
    let mut words = paragraph.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let opens_with_picture = paragraph.text[1..].starts_with(char::is_alphanumeric)
        && words.clone().next().is_some_and(|word| is_picture_word(classes(word)));
    paragraph.text.contains('/') || opens_with_picture || words.any(|word| classes(word).has(ParagraphClass::Agency))
}

/// "Reuters", "Ana Lowe/AFP", "Via Getty Images".
pub(super) fn ends_with_agency(context: &Context) -> bool {
    const LONGEST: usize = 5;
    let Context { paragraph, lists, .. } = context;
    if paragraph.count > LONGEST || paragraph.ends_sentence() {
        return false;
    }
    let text = paragraph.text;
    let images = text.len().checked_sub(" images".len()).filter(|&at| text.is_char_boundary(at));
    let named = images.and_then(|at| text[at..].eq_ignore_ascii_case(" images").then(|| &text[..at]));
    let last = named.unwrap_or(text);
    let word = last.rsplit(['/', ' ']).next().unwrap_or(last);
    let stands_apart = named.is_some() || word.len() == last.len() || last[..last.len() - word.len()].ends_with('/');
    stands_apart && lists.classes(hash_lower(word)).has(ParagraphClass::Agency)
}

/// "Ana Lowe/AFP", "AP Photo/Ana Lowe": who took a picture, and who sells it.
pub(in super::super) fn is_shared_credit(paragraph: &Paragraph, lists: &ParagraphWords) -> bool {
    const LONGEST: usize = 8;
    let mut parts = paragraph.text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let sells = |part: &str| lists.classes(hash_lower(part)).has(ParagraphClass::Agency);
    let slash = paragraph.text.split_once('/').is_some_and(|(before, after)| {
        before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphabetic)
    });
    slash && paragraph.count <= LONGEST && !paragraph.is(0, ParagraphClass::BylineLabel) && parts.any(sells)
}

/// "By Ana Lowe and Bo Reed", "Words: Ana Lowe".
pub(super) fn is_by_a_name(context: &Context) -> bool {
    byline::read(context.paragraph, context.lists).labelled
}

/// "Ana Lowe, City Reporter", "Ana Lowe · The Courier · June 30, 2025".
pub(super) fn is_name_with_post(context: &Context) -> bool {
    byline::read(context.paragraph, context.lists).signed
}

/// "Read more:", "Our editors wrote this with the help of", "Sign up for".
pub(super) fn has_phrase(context: &Context) -> bool {
    boilerplate_phrases::kind(context.paragraph, context.lists).is_some()
}

/// "* * *".
pub(super) fn is_wordless(context: &Context) -> bool {
    !context.paragraph.text.contains(char::is_alphanumeric)
}

/// "Home | News | Sport".
pub(super) fn is_menu(context: &Context) -> bool {
    const LONGEST: usize = 40;
    let Paragraph { separators, count, .. } = *context.paragraph;
    separators >= 2 && count < LONGEST && !context.paragraph.ends_sentence()
}

/// "newsroom@oslocourier.example".
pub(super) fn is_address_alone(context: &Context) -> bool {
    const LONGEST: usize = 8;
    let paragraph = context.paragraph;
    paragraph.address && paragraph.count <= LONGEST && !paragraph.ends_sentence()
}
