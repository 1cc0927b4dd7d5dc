//! What a paragraph is for by its form and its place.

use super::{
    super::{line_joining::without_closers, paragraph::Paragraph, words::Word},
    context::Context,
};
use crate::{
    model::ParagraphClass,
    report::BlockKind::{self, *},
};

/// The first line, though it reads like a pointer, a note or a caption: "What to know about the bridge".
pub(super) fn is_title_like_a_pointer(context: &Context) -> bool {
    let like_other = matches!(context.sign(), Some(Related | Note | Caption));
    context.at == 0 && like_other && !context.paragraph.ends_sentence() && is_above_no_title(context)
}

/// Whether what follows is prose or known for something else, or nothing follows.
fn is_above_no_title(context: &Context) -> bool {
    context.next().is_none_or(|next| next.sign.is_some() || next.paragraph.is_prose())
}

/// "Monday", between paragraphs of the story.
pub(super) fn is_date_without_year(context: &Context) -> bool {
    context.sign() == Some(Date) && context.paragraph.date.is_none()
}

/// "By Monday the trams ran again ...", "Follow the money, ...": a paragraph, whatever it opens with.
pub(super) fn is_prose_like_a_label(context: &Context) -> bool {
    let doubtful = matches!(context.sign(), Some(Boilerplate | Related | Byline));
    doubtful && context.paragraph.is_prose() && !context.paragraph.address
}

pub(super) const fn is_item(context: &Context) -> bool {
    context.paragraph.item
}

pub(super) fn has_no_title_above(context: &Context) -> bool {
    !context.top().any(|above| is_title(&above))
}

/// Whether a paragraph may be the headline.
fn is_title(context: &Context) -> bool {
    const CERTAIN: usize = 4;
    let plain = context.sign().is_none() && !context.paragraph.item;
    plain && (context.paragraph.count >= CERTAIN || is_above_no_title(context))
}

/// "Ana Lowe", "Ana Lowe and Bo Reed in Oslo", next to a date or byline.
pub(super) fn is_name_beside_date(context: &Context) -> bool {
    let paragraph = context.paragraph;
    let beside = context.next().is_some_and(|next| matches!(next.sign, Some(Date | Byline)))
        || context.previous().is_some_and(|previous| matches!(previous.sign, Some(Date | Byline | Credit)));
    let is_small = |word: &Word| word.is(ParagraphClass::Particle) || matches!(&*word.lower, "and" | "in" | "for" | "");
    let words = paragraph.words.iter().all(|word| word.capital || is_small(word));
    beside && words && (1..=9).contains(&paragraph.count) && paragraph.last.is_alphabetic()
}

pub(super) fn is_beside_credit(context: &Context) -> bool {
    let is_credit = |sign: Option<BlockKind>| sign == Some(Credit);
    context.next().is_some_and(|next| is_credit(next.sign))
        || context.previous().is_some_and(|previous| is_credit(previous.sign))
}

/// A date or a byline stands above.
pub(super) fn is_dated(context: &Context) -> bool {
    context.top().any(|above| matches!(above.sign(), Some(Date | Byline)))
}

pub(super) fn is_long_and_dated(context: &Context) -> bool {
    const FEWEST: usize = 7;
    is_dated(context) && context.paragraph.count >= FEWEST
}

/// Full sentences, or quoted words with a mark that ends them.
pub(super) fn is_prose(context: &Context) -> bool {
    let paragraph = context.paragraph;
    paragraph.is_prose() || paragraph.ends_sentence() && paragraph.begins_with_quote()
}

pub(super) fn is_captioned(context: &Context) -> bool {
    const FEWEST: usize = 3;
    context.paragraph.count >= FEWEST && is_beside_credit(context)
}

/// "The council named four reasons for closing the bridge:"
pub(super) const fn announces(context: &Context) -> bool {
    const FEWEST: usize = 9;
    context.paragraph.last == ':' && context.paragraph.count >= FEWEST
}

/// "It was closed."; a short question is a heading.
pub(super) fn is_statement(context: &Context) -> bool {
    context.paragraph.ends_sentence() && context.paragraph.last != '?'
}

pub(super) const fn is_short(context: &Context) -> bool {
    const LONGEST: usize = 9;
    context.paragraph.count <= LONGEST
}

/// Too long for a heading and without the mark that ends a sentence.
pub(super) fn is_line_of_caption(context: &Context) -> bool {
    const LONGEST: usize = 32;
    let Paragraph { count, text, .. } = *context.paragraph;
    count <= LONGEST && !without_closers(text).ends_with(',')
}

/// One of several pointers to other articles.
pub(super) fn is_below_pointer(context: &Context) -> bool {
    context.before == Some(Related)
}
