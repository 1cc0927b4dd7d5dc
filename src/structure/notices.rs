//! What is odd about a text, in plain words.

use super::{language::Count, publication_date, words::Source};
use crate::{
    Model, Notice, NoticeCode, Options, Span,
    model::ParagraphWords,
    report::{Article, Block, BlockKind, PublishedBasis},
    text::chars::is_invisible,
};

/// What is odd about a text.
#[inline(never)]
pub(crate) fn notices(
    text: &str,
    article: &Article,
    counts: &[Count],
    options: &Options,
    model: &Model,
) -> Vec<Notice> {
    if article.blocks.is_empty() {
        return vec![notice(NoticeCode::Empty, "There is no text to read.".to_owned(), None)];
    }
    let lists = model.paragraph_words();
    let checks = [language, form, size, date, software];
    let evidence = Evidence { text, article, options, counts, lists };
    let found = checks.iter().filter_map(|check| check(&evidence));
    found.chain(invisible(text)).collect()
}

/// What the checks look at.
struct Evidence<'a> {
    text: &'a str,
    article: &'a Article,
    options: &'a Options,
    /// What each block counts.
    counts: &'a [Count],
    lists: ParagraphWords<'a>,
}

impl<'a> Evidence<'a> {
    /// Every block with what it counts.
    fn blocks(&self) -> impl Iterator<Item = (&'a Block, Count)> {
        self.article.blocks.iter().zip(self.counts.iter().copied())
    }

    /// The same for the blocks of the story.
    fn story(&self) -> impl Iterator<Item = (&'a Block, Count)> {
        self.blocks().filter(|(block, _)| block.kind.is_story())
    }
}

fn notice(code: NoticeCode, message: String, span: Option<Span>) -> Notice {
    Notice { code, message, span }
}

/// Not English, or not all of it.
fn language(evidence: &Evidence) -> Option<Notice> {
    let (mut all, mut foreign, mut first) = (0, 0, None);
    // What nobody can read may look like no story at all.
    let told = evidence.story().next().is_some();
    for (block, count) in evidence.blocks().filter(|(block, _)| block.kind.is_story() || !told) {
        all += count.words;
        if count.is_foreign() {
            foreign += count.words;
            first = first.or(Some(block.span));
        }
    }
    if foreign * 5 >= all * 3 && foreign > 0 {
        let message = "The text does not look like English; Nutgraf reads English only, so expect little.".to_owned();
        return Some(notice(NoticeCode::NotEnglish, message, first));
    }
    let message =
        || format!("About {} of {all} words of the story do not look like English and are read badly.", foreign);
    (foreign > 0).then(|| notice(NoticeCode::MixedLanguage, message(), first))
}

/// Names, code or short lines instead of sentences.
fn form(evidence: &Evidence) -> Option<Notice> {
    let mut all = Count::default();
    let (mut lines, mut open_lines) = (0, 0);
    for (block, count) in evidence.blocks() {
        all.add(count);
        lines += 1;
        let ends = block.span.of(evidence.text).ends_with(['.', '!', '?', '”', '"', '’', '。']);
        open_lines += usize::from(count.words <= 12 && !ends);
    }
    let what = match () {
        () if all.is_code() && all.words >= 8 => "code or a table",
        () if all.is_names() => "a list of names or numbers",
        () if lines >= 8 && open_lines * 4 >= lines * 3 => "a list or verse",
        () => return None,
    };
    let message = format!("The text looks like {what} rather than an article; there are few sentences to read.");
    Some(notice(NoticeCode::NotProse, message, None))
}

fn size(evidence: &Evidence) -> Option<Notice> {
    const FEWEST_WORDS: usize = 50;
    let words: usize = evidence.story().map(|(_, count)| count.words).sum();
    let message = || format!("The story has {words} words: too few to rank sentences or to be sure who is who.");
    (words < FEWEST_WORDS).then(|| notice(NoticeCode::Short, message(), None))
}

fn date(evidence: &Evidence) -> Option<Notice> {
    let Evidence { text, article, options, .. } = *evidence;
    let Some(published) = article.published else { return Some(no_date(text, article)) };
    if article.published_basis == Some(PublishedBasis::Assumed) {
        let written = article.published_span.map_or("", |span| span.of(text));
        let year = published.year();
        let message = format!(
            "The text is dated {written:?} without a year; {year} was assumed. Give the date if it is another."
        );
        return Some(notice(NoticeCode::YearAssumed, message, article.published_span));
    }
    let (given, span) = (options.date?, article.published_span?);
    let dated = span.of(text);
    let small = dated.to_ascii_lowercase();
    let (_, written) = publication_date::find(&Source::of(dated, &small).head_words(&evidence.lists))?;
    let message = || format!("The text is dated {written}, but {given} was given and is used.");
    (written != given).then(|| notice(NoticeCode::DateConflict, message(), Some(span)))
}

fn no_date(text: &str, article: &Article) -> Notice {
    let without = "so \"Sunday\" or \"last week\" cannot be placed on the calendar.";
    let message = match article.published_span {
        Some(span) => format!("The text is dated {:?} without a year, {without}", span.of(text)),
        None => format!("No date of publication was found or given, {without}"),
    };
    notice(NoticeCode::NoDate, message, article.published_span)
}

fn software(evidence: &Evidence) -> Option<Notice> {
    let block = evidence.article.blocks.iter().find(|b| b.kind == BlockKind::AiNotice)?;
    let message = "The text says that software wrote it or helped with it.".to_owned();
    Some(notice(NoticeCode::AiGenerated, message, Some(block.span)))
}

/// Characters that hide or reorder text; a byte order mark at the beginning and soft hyphens are harmless.
fn invisible(text: &str) -> Option<Notice> {
    let counts = |(at, c): &(usize, char)| {
        !c.is_ascii() && is_invisible(*c) && *c != '\u{AD}' && !(*at == 0 && *c == '\u{FEFF}')
    };
    if !may_hold_invisible(text.as_bytes()) {
        return None;
    }
    let (at, first) = text.char_indices().find(counts)?;
    let number = text.char_indices().filter(counts).count();
    let characters = if number == 1 { "invisible character stands" } else { "invisible characters stand" };
    let message = format!("{number} {characters} in the text; they may hide or reorder words.");
    let span = Span::new(at as u32, (at + first.len_utf8()) as u32);
    Some(notice(NoticeCode::InvisibleCharacters, message, Some(span)))
}

/// Whether three bytes in a row may be one of those characters: many are looked at at once. Of what is frequent in articles,
/// curly marks and bullets, nothing is taken for one.
fn may_hold_invisible(bytes: &[u8]) -> bool {
    let [second, third] = [1, 2].map(|at| bytes.get(at..).unwrap_or_default());
    bytes.iter().zip(second).zip(third).fold(false, |found, ((&first, &second), &third)| {
        let hides = matches!(third, 0x8B..=0x8F | 0xAA..=0xAE);
        let general = (first == 0xE2) & ((second == 0x80) & hides | (second == 0x81));
        found | general | (first == 0xEF) & (second == 0xBB)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Model,
        NoticeCode::{self, *},
        structure,
    };

    const ARTICLE: &str = "Bridge closed\n\nJune 30, 2025\n\nThe council closed the old bridge on Monday after engineers found \
                           cracks in two of its piers, and said that it would stay closed until the summer.\n\n\"We have no \
                           choice,\" said the mayor, Ana Lowe, who had asked for the report. She said the work would cost $4 \
                           million and that the money would come from the state.";

    #[test]
    fn every_invisible_character_may_be_one() {
        let text = |c: char| c.to_string();
        let all = ('\u{AE}'..=char::MAX).filter(|&c| is_invisible(c));
        assert!(all.map(text).all(|text| may_hold_invisible(text.as_bytes())));
        assert!(!['’', '“', '–', '…', '›', 'é'].map(text).iter().any(|text| may_hold_invisible(text.as_bytes())));
    }

    /// One row each: a text, the date given, and what the notices are about.
    #[test]
    fn what_is_odd() {
        let undated = ARTICLE.replace("June 30, 2025\n\n", "");
        let rows: &[(&str, &str, &[NoticeCode])] = &[
            ("", "", &[Empty]),
            (" \n\u{feff}", "", &[Empty]),
            (ARTICLE, "", &[]),
            (ARTICLE, "2025-06-30", &[]),
            (ARTICLE, "2025-07-01", &[DateConflict]),
            (&undated, "", &[NoDate]),
            (&undated, "2025-07-01", &[]),
            ("The bridge closed on Sunday.", "2025-07-01", &[Short]),
            (&format!("{ARTICLE}\n\nThis story was written with the help of AI tools."), "", &[AiGenerated]),
            (&format!("{ARTICLE} It is\u{202e} old."), "", &[InvisibleCharacters]),
            (
                &format!(
                    "{ARTICLE}\n\nDer Rat hat die alte Brücke am Montag geschlossen, weil zwei Pfeiler Risse haben."
                ),
                "",
                &[MixedLanguage],
            ),
            (
                "Der Rat hat die alte Brücke am Montag geschlossen, nachdem Ingenieure in zwei Pfeilern Risse gefunden hatten. \
                 Die Bürgermeisterin sagte, dass die Arbeiten vier Millionen kosten und bis zum Sommer dauern werden, und dass \
                 das Land zahlt, was noch niemand im Rathaus so recht glauben mag, denn es hat noch nie gezahlt.",
                "2025-07-01",
                &[NotEnglish],
            ),
            (
                "fn main() {\n    let x = 5;\n    let y = x + 1;\n    println!(\"{}\", y);\n}",
                "2025-07-01",
                &[NotProse, Short],
            ),
            (
                "Ana Lowe\nBo Reed\nCy Tan\nDee Ross\nEd Marsh\nFay Cole\nGus Hill\nHal Poe",
                "2025-07-01",
                &[NotProse, Short],
            ),
        ];
        for (text, given, expected) in rows {
            let mut options = Options::new();
            options.date = given.parse().ok();
            let model = Model::built_in();
            let (article, counts) = structure::read_counted(text, &options, &model);
            let found: Vec<_> = notices(text, &article, &counts, &options, &model).iter().map(|n| n.code).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }
}
