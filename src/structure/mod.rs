//! Layer 3: `text -> Article`: blocks and what they are for.

mod block_classifier;
mod block_features;
mod block_rules;
mod boilerplate_phrases;
mod byline;
mod byline_facts;
mod byline_line;
mod bylines;
mod date_word;
mod inline_credits;
mod language;
mod leads;
mod line_joining;
mod lines;
mod neighbours;
mod notices;
mod page;
mod paragraph;
mod publication_date;
mod ruled_out;
mod run_in;
mod sports_results;
mod words;
#[cfg(feature = "training")]
pub(crate) mod training;

pub(crate) use language::Count;
pub(crate) use notices::notices;

use crate::{
    Date, Hint, Model, Options, Span,
    model::{ParagraphWords, hash_lower},
    report::{Article, Block, BlockKind, PublishedBasis},
    text::chars::is_dash,
};
use paragraph::Paragraph;
use words::Source;

/// How many lines above an article on a page may tell its date.
const DATE_ABOVE: usize = 8;

/// Splits a text into blocks and says what each is for.
#[cfg(any(test, feature = "training"))]
pub(crate) fn read(text: &str, options: &Options, model: &Model) -> Article {
    read_counted(text, options, model).0
}

/// The same, with what every block counts: see [`notices`].
#[inline(never)]
pub(crate) fn read_counted(text: &str, options: &Options, model: &Model) -> (Article, Vec<Count>) {
    let lists = model.paragraph_words();
    let small = text.to_ascii_lowercase();
    let mut paragraphs = read_paragraphs(Source::of(text, &small), &options.hints, &lists);
    let article = page::find(&mut paragraphs, &lists);
    let kinds = kinds(&paragraphs, &article, model);
    let mut head = Head::default();
    // A page may tell the date right above the headline's line.
    let start = article.range.start;
    let above = paragraphs[start.saturating_sub(DATE_ABOVE)..start].iter().filter(|paragraph| paragraph.only_date);
    above.for_each(|paragraph| head.take(paragraph, BlockKind::Boilerplate, &lists));
    let of_article = paragraphs[article.range.clone()].iter().zip(&kinds[article.range]);
    head.last_told =
        kinds.iter().rposition(|kind| *kind == BlockKind::Body).map_or(0, |last| paragraphs[last].span.start);
    of_article.for_each(|(paragraph, &kind)| head.take(paragraph, kind, &lists));
    let dated = head.published.into_iter().flatten().next().filter(|_| !options.undated);
    let counts = paragraphs.iter().map(|paragraph| paragraph.language).collect();
    let article = Article {
        published: options.date.or(dated.map(|(_, date)| date)),
        published_basis: match (options.date, dated) {
            (Some(_), _) => Some(PublishedBasis::Given),
            (None, stated) => stated.map(|_| PublishedBasis::Stated),
        },
        published_day: None,
        published_span: dated.map(|(span, _)| span),
        headline: head.headline,
        byline: head.writers.names,
        leads: leads::find(&paragraphs, &kinds),
        blocks: paragraphs.iter().zip(&kinds).map(|(p, &kind)| Block { kind, span: p.span }).collect(),
    };
    (article, counts)
}

/// The paragraphs of a text.
fn read_paragraphs<'t>(source: Source<'t>, hints: &[Hint], lists: &ParagraphWords) -> Vec<Paragraph<'t>> {
    let lines = lines::lines(source.text);
    inline_credits::set_apart(source, line_joining::join_lines(source.text, &lines, hints), lists)
}

/// What each paragraph is for; around the article all is boilerplate, unless hinted.
fn kinds(paragraphs: &[Paragraph], article: &page::Article, model: &Model) -> Vec<BlockKind> {
    let mut kinds: Vec<BlockKind> =
        paragraphs.iter().map(|paragraph| paragraph.hint.unwrap_or(BlockKind::Boilerplate)).collect();
    let (inside, found) = (&paragraphs[article.range.clone()], &mut kinds[article.range.clone()]);
    found.copy_from_slice(&kinds_in_article(inside, model));
    if article.on_page {
        page::mark_scraps(inside, found);
    }
    let lists = model.paragraph_words();
    ruled_out::mark(inside, found, &lists);
    ruled_out::keep_opening(inside, found);
    sports_results::mark(inside, found);
    bylines::mark(inside, found, &lists);
    neighbours::mark(inside, found, &lists);
    ruled_out::keep_first_paragraph(inside, found);
    // Where the source says which line is the headline, no other is: "This article is more than 5 years old".
    let is_told = paragraphs.iter().any(|paragraph| paragraph.hint == Some(BlockKind::Headline));
    for (kind, paragraph) in kinds.iter_mut().zip(paragraphs) {
        if is_told && *kind == BlockKind::Headline && paragraph.hint.is_none() {
            *kind = BlockKind::Deck;
        }
    }
    kinds
}

/// By the weights of the model, which were learned on whole articles; by the rules alone if there are few paragraphs or
/// no weights.
fn kinds_in_article(paragraphs: &[Paragraph], model: &Model) -> Vec<BlockKind> {
    const FEW: usize = 4;
    let lists = model.paragraph_words();
    let rules = block_rules::Rules::of(paragraphs, &lists);
    match block_classifier::Weights::of(model).filter(|_| paragraphs.len() > FEW) {
        Some(weights) => block_classifier::classify(&rules.outline(paragraphs, &lists), &weights),
        None => rules.kinds,
    }
}

/// What the paragraphs say of the article as a whole, gathered from the first to the last.
#[derive(Default)]
struct Head {
    headline: Option<Span>,
    writers: Writers,
    /// Whether names from here on are of somebody else: the story has begun and somebody is named above it, or pointers to
    /// other stories have.
    signed: bool,
    /// How many paragraphs of the story were told, and where the last one begins.
    told: usize,
    last_told: u32,
    /// Whether readers or other stories speak from here on.
    closed: bool,
    /// Whether the paragraph before gives an address, as a post of somebody does.
    posted: bool,
    /// The first date of every [`DateSource`].
    published: [Option<(Span, Date)>; DateSource::COUNT],
}

/// Who wrote, by the bylines so far.
#[derive(Default)]
struct Writers {
    names: Vec<Span>,
    /// The hash of each: a page says a name twice.
    spellings: Vec<u32>,
    /// Whether a label or the source says so of them.
    certain: bool,
    /// The last paragraph that named one, or a label whose names are still to come, ends here.
    after: Option<u32>,
}

impl Writers {
    /// Takes the names of a byline. Once a label has told who wrote, names without one count only right below it: others are
    /// those of photographers, or of a column.
    fn take(&mut self, paragraph: &Paragraph, kind: BlockKind, lists: &ParagraphWords) {
        /// Bytes of the blank lines between two paragraphs.
        const BETWEEN: u32 = 8;
        let byline = byline::read(paragraph, lists);
        let follows = self.after.is_some_and(|end| paragraph.span.start - end <= BETWEEN);
        if byline.label_only {
            self.after = Some(paragraph.span.end);
            return;
        }
        // "June 30, 2025 | Ana Lowe"
        let names = kind == BlockKind::Byline || byline.labelled || byline.signed;
        let certain = paragraph.hint.is_some() || byline.labelled || follows;
        if !names || byline.names.is_empty() || self.certain && !certain {
            return;
        }
        if certain && !self.certain {
            self.names.clear();
            self.spellings.clear();
        }
        self.certain |= certain;
        for &name in &byline.names {
            let start = (name.start - paragraph.span.start) as usize;
            let spelling = hash_lower(&paragraph.text[start..start + name.len() as usize]);
            if !self.spellings.contains(&spelling) {
                self.spellings.push(spelling);
                self.names.push(name);
            }
        }
        self.after = Some(paragraph.span.end).filter(|_| certain);
    }
}

/// Where a text says when it was published, the most certain place first.
#[derive(Clone, Copy)]
enum DateSource {
    OwnLine,
    Byline,
    Dateline,
    /// When it was last changed, whichever line says so.
    Update,
    Boilerplate,
}

impl DateSource {
    const COUNT: usize = DateSource::Boilerplate as usize + 1;
}

impl Head {
    fn take(&mut self, paragraph: &Paragraph, kind: BlockKind, lists: &ParagraphWords) {
        match kind {
            BlockKind::Headline => self.headline = self.headline.or(Some(paragraph.span)),
            BlockKind::Byline | BlockKind::Date if !self.signed => self.writers.take(paragraph, kind, lists),
            BlockKind::Body => {
                (self.told, self.signed) = (self.told + 1, self.signed || !self.writers.names.is_empty())
            }
            _ => {}
        }
        if self.told > 0 && (kind == BlockKind::Related || page::heads_comments(paragraph)) {
            (self.closed, self.signed) = (true, true);
        }
        if let Some(date) = paragraph.date {
            self.take_date(paragraph, kind, date);
        }
        self.posted = paragraph.address;
    }

    fn take_date(&mut self, paragraph: &Paragraph, kind: BlockKind, date: (Span, Date)) {
        /// Of a story's paragraphs, what may be a standfirst.
        const STANDFIRST: usize = 1;
        let sentence = paragraph.ends_sentence() && !paragraph.only_date;
        let of_post = self.told > 0 && (self.posted || paragraph.address || paragraph.text.starts_with(is_dash));
        let inside = self.told > STANDFIRST && paragraph.span.start < self.last_told;
        let tells = !(sentence || of_post || inside || self.closed);
        let updated = publication_date::is_of_update(&paragraph.words, date.0);
        let mut take = |source: DateSource| {
            let source = if updated { DateSource::Update } else { source };
            self.published[source as usize].get_or_insert(date);
        };
        match kind {
            _ if !tells => {}
            BlockKind::Date => take(DateSource::OwnLine),
            BlockKind::Byline => take(DateSource::Byline),
            BlockKind::Boilerplate => take(DateSource::Boilerplate),
            _ => {}
        }
        let dateline = run_in::dateline_length(paragraph).map(|length| paragraph.span.start as usize + length);
        if dateline.is_some_and(|end| date.0.end as usize <= end) {
            take(DateSource::Dateline);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = "The council closed the old bridge on Monday after engineers found cracks in two of its piers.\n\nThe \
                         mayor, Ruth Hale, had asked for the report in March, and she said the work would cost $4 million.";

    /// The date of publication and the writers of a headline with these lines above the story and these below.
    fn head(above: &str, below: &str) -> (Option<String>, Vec<String>) {
        let text = format!("Old bridge closed until summer\n\n{above}\n\n{STORY}\n\n{below}");
        let article = read(&text, &Options::new(), &Model::built_in());
        let names = article.byline.iter().map(|name| name.of(&text).to_owned()).collect();
        (article.published.map(|date| date.to_string()), names)
    }

    #[test]
    fn sentences_posts_and_comments_are_not_when_it_was_published() {
        for below in [
            "He died on July 3, 2024.",
            "“The bridge was old.”\n\n— Bo Reed (@boreed) June 29, 2025",
            "Comments\n\nBo Reed\n\nJune 29, 2025\n\nAbout time too.",
            "Related\n\nTrams run again\n\nBy Bo Reed\n\nJune 2, 2024",
        ] {
            assert_eq!(head("", below), (None, vec![]), "{below}");
        }
        assert_eq!(head("", "Published June 29, 2025").0.as_deref(), Some("2025-06-29"));
        let updated = head("Updated / Tuesday, 1 July 2025 18:20\n\nPublished / Sunday, 29 June 2025 07:05", "");
        assert_eq!(updated.0.as_deref(), Some("2025-06-29"));
        assert_eq!(head("Last updated July 1, 2025", "").0.as_deref(), Some("2025-07-01"));
        let glued = head("Published: June 29, 2025Updated: July 1, 2025", "");
        assert_eq!(glued.0.as_deref(), Some("2025-06-29"));
    }

    #[test]
    fn writers_are_named_above_the_story_or_right_below_it() {
        for (above, below, expected) in [
            ("June 30, 2025 | Ana Lowe", "", "Ana Lowe"),
            ("Two piers are cracked, engineers say\n\nAna Lowe in Oslo", "", "Ana Lowe"),
            ("", "— Ana Lowe", "Ana Lowe"),
            ("By Ana Lowe", "By Bo Reed", "Ana Lowe"),
            // The names stand on a line of their own, or above their post.
            ("By\n\nAna Lowe and Bo Reed", "", "Ana Lowe+Bo Reed"),
            ("By Ana Lowe and wires", "", "Ana Lowe"),
            ("Author:\n\nAna Lowe\n\nPublish date:\n\nJune 30, 2025", "", "Ana Lowe"),
            ("Ana Lowe\n\nGames Editor", "", "Ana Lowe"),
            ("Ana Lowe@analowe", "", "Ana Lowe"),
            // Whoever took a picture, or is named in a column beside, is no writer where a label names them.
            ("Bo Reed/AP\n\nBy Ana Lowe", "", "Ana Lowe"),
            ("By Ana Lowe\n\nTrams, explained\n\nCy Tan, News Editor", "", "Ana Lowe"),
            ("By Ana Lowe\n\nAna Lowe\n\nStaff Writer", "", "Ana Lowe"),
            ("By Ana Lowe, Senior Technologist, Speech, Privacy, and Technology Project", "", "Ana Lowe"),
        ] {
            assert_eq!(head(above, below).1.join("+"), expected, "{above:?} {below:?}");
        }
    }
}
