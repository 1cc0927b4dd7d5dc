//! The day of publication where the text states it without its year: "WASHINGTON, Nov 26 (Reuters) -".
//!
//! The year follows from what the text tells, else from the day on which it is read, else it stays open. A day of the week that
//! the story opens with, "A court on Friday ruled", must lie right before the day of publication.

use super::tense;
use crate::{
    Date, MonthDay, Span,
    dates::{DateMention, When, YearOf},
    report::{Article, BlockKind, LeadKind, PublishedBasis},
    tokens::{Reading, Tag},
};
use std::ops::Range;

/// The day of publication that a text states without its year, with the year that is most likely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Publication {
    day: MonthDay,
    span: Span,
    year: Option<Year>,
}

/// The day that the text states, if it states one without its year; `today` is the day of reading.
pub(crate) fn find(reading: Reading, dates: &[DateMention], today: Option<Date>) -> Option<Publication> {
    let stated = stated_day(reading, dates)?;
    let year = stated.year(reading, dates, today);
    Some(Publication { day: stated.day, span: reading.tokens.span(stated.tokens), year })
}

impl Publication {
    /// Writes the day into an article that has none.
    pub(crate) fn complete(self, article: &mut Article) {
        article.published_day = Some(self.day);
        article.published_span = Some(self.span);
        article.published = self.year.map(|year| year.date);
        article.published_basis = self.year.map(|year| year.basis);
    }
}

/// News are at most so many days old.
const STALE: u8 = 4;
/// And mostly so many: a year is changed for another one only where the day of the week speaks for that.
const FRESH: u8 = 1;

/// The day of publication without its year, as the text states it.
#[derive(Clone, Debug, PartialEq)]
struct StatedDay {
    tokens: Range<usize>,
    day: MonthDay,
    weekday: Option<u8>,
    /// The day of the week on which the story happened, as its first sentence tells.
    of_story: Option<u8>,
}

fn stated_day(reading: Reading, dates: &[DateMention]) -> Option<StatedDay> {
    let stated = dates.iter().filter_map(|date| Some((date, without_year(date)?)));
    let ranked = stated.filter_map(|(date, stated)| Some((rank(reading, date)?, stated)));
    let stated = ranked.min_by_key(|(rank, _)| *rank).map(|(_, stated)| stated)?;
    Some(StatedDay { of_story: weekday_of_story(reading, dates), ..stated })
}

/// "A court on Friday ruled": the day of the week in the first sentence of the story, unless it lies ahead.
fn weekday_of_story(reading: Reading, dates: &[DateMention]) -> Option<u8> {
    let sentences = &reading.tokens.sentences;
    let is_body = |block: usize| reading.article.blocks[block].kind == BlockKind::Body;
    let first = sentences.iter().find(|it| !it.lead && is_body(it.block))?;
    dates.iter().filter(|date| first.tokens.contains(&date.tokens.start)).find_map(|date| match date.when {
        Some(When::Weekday(weekday)) => {
            let on = date.tokens.start.checked_sub(1).is_some_and(|at| reading.word(at) == "on");
            (on && !tense::around(reading, &date.tokens).is_future()).then_some(weekday)
        }
        _ => None,
    })
}

fn without_year(date: &DateMention) -> Option<StatedDay> {
    match date.when.as_ref()? {
        &When::Day { weekday, month, day, year: YearOf::Open } => {
            Some(StatedDay { tokens: date.tokens.clone(), day: MonthDay { month, day }, weekday, of_story: None })
        }
        _ => None,
    }
}

/// How well a date's place says that it is the day of publication: a date line, beside the byline, in the dateline, on a
/// line of its own above the story. The lowest number is the best.
fn rank(reading: Reading, date: &DateMention) -> Option<u8> {
    let sentence = &reading.tokens.sentences[reading.tokens.sentence_of(date.tokens.start)];
    let opens = above_the_story(reading, sentence.block);
    match reading.article.blocks[sentence.block].kind {
        BlockKind::Date => Some(0),
        BlockKind::Byline => Some(1),
        BlockKind::Dateline => Some(2),
        _ if in_dateline(reading, date) => Some(2),
        // A headline may end with any day, but not with an agency in brackets.
        BlockKind::Headline
            if reading.tokens.tokens.get(date.tokens.end).is_none_or(|next| next.span.of(reading.text) != "(") =>
        {
            None
        }
        BlockKind::Caption => None,
        _ if opens && is_line_of_date(reading, date) => Some(3),
        _ => None,
    }
}

fn in_dateline(reading: Reading, date: &DateMention) -> bool {
    let span = reading.tokens.span(date.tokens.clone());
    let datelines = reading.article.leads.iter().filter(|lead| lead.kind == LeadKind::Dateline);
    datelines.map(|lead| lead.span).any(|lead| lead.start <= span.start && span.end <= lead.end)
}

/// Whether no more than one block of the story stands before a block.
fn above_the_story(reading: Reading, block: usize) -> bool {
    reading.article.blocks[..block].iter().filter(|block| block.kind == BlockKind::Body).nth(1).is_none()
}

/// Whether a block is a short line that ends with the date and what goes with it, after a place or a label: "KYIV —
/// Thursday, Nov. 26", "LONDON, 26 November (PA)".
fn is_line_of_date(reading: Reading, date: &DateMention) -> bool {
    const LONGEST: usize = 16;
    let tokens = reading.tokens;
    let block = tokens.sentences[tokens.sentence_of(date.tokens.start)].block;
    let first = tokens.sentences.partition_point(|sentence| sentence.block < block);
    if date.tokens.start - tokens.sentences[first].tokens.start > LONGEST {
        return false;
    }
    let of_block = tokens.sentences[first..].iter().take_while(|sentence| sentence.block == block);
    let (start, end) = (tokens.sentences[first].tokens.start, of_block.last().map_or(0, |last| last.tokens.end));
    let label = |token: usize| tokens.form(token).shape.is_mark() || tokens.form(token).shape.is_capitalised();
    let before = start..date.tokens.start;
    let verb = before.clone().skip(1).any(|token| tokens.tag(token).is_verb() || tokens.tag(token) == Tag::Modal);
    end - start <= LONGEST && before.clone().all(label) && !verb && is_closed(reading, date.tokens.end..end)
}

/// Whether only marks, or words in brackets, stand behind the date.
fn is_closed(reading: Reading, after: Range<usize>) -> bool {
    let mut inside = false;
    after.into_iter().all(|token| {
        let word = reading.word(token);
        inside = word == "(" || word == "/" || inside && word != ")";
        inside || reading.tokens.form(token).shape.is_mark()
    })
}

/// The year of a stated day, as the day itself, and what it follows from.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Year {
    date: Date,
    basis: PublishedBasis,
}

impl StatedDay {
    /// Which year it is of: that of a copyright line or of the latest date in the text if that lies near; else the last
    /// such day up to `today`; else the first one after the latest day or month in the text.
    fn year(&self, reading: Reading, dates: &[DateMention], today: Option<Date>) -> Option<Year> {
        let told = Told::of(reading, dates, self.day);
        let near = || self.near(told.day?).filter(|date| self.days_since_story(*date) <= STALE);
        let inferred = self.beside_copyright(reading).or_else(near);
        // A day beyond that of reading is no day of publication; the clocks of the world differ by a day.
        let read = today.map(|today| today.plus_days(1));
        let possible = |date: &Date| read.is_none_or(|read| *date <= read);
        let assumed = || match read {
            Some(read) => {
                let years = || self.in_years(read.year() - 40..=read.year()).filter(|date| *date <= read);
                let last = years().last();
                let fresh = || years().filter(|date| self.days_since_story(*date) <= FRESH).last();
                last.filter(|date| self.days_since_story(*date) <= STALE).or_else(fresh).or(last)
            }
            // "since 2021" says only that it was later; with the day of the week the year can be told.
            None => told.any.filter(|_| self.weekday.is_some()).or(told.day).and_then(|told| self.first_from(told)),
        };
        match inferred.filter(possible) {
            Some(date) => Some(Year { date, basis: PublishedBasis::Inferred }),
            None => assumed().map(|date| Year { date, basis: PublishedBasis::Assumed }),
        }
    }

    /// How many days a day lies behind the weekday on which the story happened; 0 where the text does not tell.
    fn days_since_story(&self, date: Date) -> u8 {
        const WEEK: u8 = 7;
        self.of_story.map_or(0, |weekday| (date.weekday() + WEEK - weekday) % WEEK)
    }

    /// The stated day in each of these years that has it, on its weekday.
    fn in_years(&self, years: std::ops::RangeInclusive<i32>) -> impl Iterator<Item = Date> + use<> {
        let (MonthDay { month, day }, weekday) = (self.day, self.weekday);
        let days = years.filter_map(move |year| Date::new(year, month, day));
        days.filter(move |date| weekday.is_none_or(|weekday| date.weekday() == weekday))
    }

    /// The first stated day from another one on.
    fn first_from(&self, other: Date) -> Option<Date> {
        self.in_years(other.year()..=other.year() + 7).find(|date| *date >= other)
    }

    /// The stated day that follows another one, which is over, within a month; the clocks of the world differ by a day.
    fn near(&self, other: Date) -> Option<Date> {
        const NEAR: i64 = 31;
        let distance = |date: &Date| date.days() - other.days();
        self.in_years(other.year()..=other.year() + 1).find(|date| (-1..=NEAR).contains(&distance(date)))
    }

    /// The stated day in the year of a copyright line: "Copyright 2025 The Gazette".
    fn beside_copyright(&self, reading: Reading) -> Option<Date> {
        const REACH: usize = 6;
        let mark = |token: &usize| matches!(reading.word(*token), "©" | "Copyright" | "COPYRIGHT");
        let number = |token: usize| reading.word(token).parse::<i32>().ok().filter(|n| (1990..2100).contains(n));
        let all = 0..reading.tokens.tokens.len();
        let year = all.clone().filter(mark).find_map(|at| (at + 1..all.end.min(at + REACH)).find_map(number))?;
        self.in_years(year..=year).next()
    }
}

/// What the dates of a text with their years say of when it was written.
struct Told {
    /// The latest day or month that does not lie ahead, anniversaries aside.
    day: Option<Date>,
    /// The latest date of any sort that does not lie ahead.
    any: Option<Date>,
}

impl Told {
    fn of(reading: Reading, dates: &[DateMention], stated: MonthDay) -> Told {
        let told = dates.iter().filter_map(|date| Some((date, first_day(date.when.as_ref()?)?)));
        let over: Vec<_> = told.filter(|(date, _)| !tense::around(reading, &date.tokens).is_future()).collect();
        let exact = over.iter().filter(|(date, day)| {
            let anniversary = (day.month(), day.day()) == (stated.month, stated.day);
            !anniversary && matches!(date.when, Some(When::Day { .. } | When::Month { .. }))
        });
        Told { day: exact.map(|(_, day)| *day).max(), any: over.iter().map(|(_, day)| *day).max() }
    }
}

/// The first day of a date whose words give its year.
fn first_day(when: &When) -> Option<Date> {
    match *when {
        When::Day { month, day, year: YearOf::Is(year), .. } => Date::new(year, month, day),
        When::Month { month, year: YearOf::Is(year) } => Date::new(year, month, 1),
        When::Year(YearOf::Is(year)) => Date::new(year, 1, 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, PublishedBasis, analyze};

    const STORY: &str = "The council closed the old bridge on Sunday after engineers found cracks in two of its piers, and \
                         said that it would stay closed until the summer.\n\nAna Lowe, the mayor, said the work would cost \
                         a lot and that the money would come from the state.";

    /// The day of publication and its basis: "2025-11-26 assumed", or the day without its year: "26.11.".
    fn published(text: &str, today: &str) -> String {
        let options = Options { today: today.parse().ok(), ..Options::new() };
        let article = analyze(text, &options).article;
        match (article.published, article.published_basis, article.published_day) {
            (Some(date), Some(basis), _) => format!("{date} {basis:?}").to_lowercase(),
            (_, _, Some(day)) => format!("{}.{}.", day.day, day.month),
            _ => "none".to_owned(),
        }
    }

    #[test]
    fn the_year_is_that_of_the_day_of_reading() {
        for lead in [
            "WASHINGTON, Nov 26 (Reuters) - ",
            "LONDON, 26 November (PA) — ",
            "Nov 26 (Bloomberg) -- ",
            "KYIV — Thursday, Nov. 26\n\n",
            "LONDON, 26 November (PA)\n\n",
            "Bridge closed\n\nPublished Nov 26\n\n",
            "Bridge closed\n\nBy Bo Reed\n26 November\n\n",
        ] {
            let text = format!("{lead}{STORY}");
            let weekday = lead.contains("Thursday");
            assert_eq!(published(&text, "2026-12-02"), "2026-11-26 assumed", "{lead}");
            assert_eq!(
                published(&text, "2026-11-02"),
                if weekday { "2020-11-26 assumed" } else { "2025-11-26 assumed" }
            );
            assert_eq!(published(&text, ""), "26.11.", "{lead}");
        }
    }

    #[test]
    fn the_text_may_tell_the_year() {
        for (more, today, expected) in [
            ("It was built on Nov. 2, 2019.", "2026-12-02", "2019-11-26 inferred"),
            ("It was built in November 2019.", "", "2019-11-26 inferred"),
            ("Copyright 2021 The Gazette.", "2026-12-02", "2021-11-26 inferred"),
            ("© 2021 Reed.", "", "2021-11-26 inferred"),
            ("It was built in 2018.", "2026-12-02", "2026-11-26 assumed"),
            ("It was built in 2018.", "", "26.11."),
            ("Prices have risen since 2021.", "", "26.11."),
            ("The bridge that it replaced opened on Nov. 26, 1950.", "2026-12-02", "2026-11-26 assumed"),
            ("It will open in November 2031.", "2026-12-02", "2026-11-26 assumed"),
        ] {
            let text = format!("OSLO, Nov 26 (Reuters) - {STORY}\n\n{more}");
            assert_eq!(published(&text, today), expected, "{more}");
        }
    }

    #[test]
    fn the_weekday_of_the_story_tells_the_year() {
        for (lead, today, expected) in [
            // 27 November 2026 is a Friday, 2024 was a Wednesday.
            (
                "SEOUL, Nov 27 (Yonhap) -- A court on Friday jailed him for an act of December 2024.",
                "2026-11-30",
                "2026-11-27 assumed",
            ),
            ("SEOUL, Nov 27 (Yonhap) -- A court jailed him on Saturday.", "2026-11-30", "2022-11-27 assumed"),
            ("SEOUL, Nov 27 (Yonhap) -- A court will hear him on Saturday.", "2026-11-30", "2026-11-27 assumed"),
            ("SEOUL, Nov 27 (Yonhap) -- A court jailed him.", "2026-11-30", "2026-11-27 assumed"),
            ("Kathmandu, November 22 (PTI) A court jailed him on Sunday.", "2026-11-30", "2026-11-22 assumed"),
        ] {
            assert_eq!(published(&format!("{lead} {STORY}"), today), expected, "{lead}");
        }
    }

    #[test]
    fn a_day_in_the_story_is_not_that_of_publication() {
        for text in [
            format!("Vote Set for Nov 26\n\n{STORY}"),
            format!("{STORY} It opens on Nov 26."),
            format!("{STORY}\n\nThe vote is on\n\nNov. 3 or later"),
        ] {
            assert_eq!(published(&text, "2026-12-02"), "none", "{text}");
        }
    }

    #[test]
    fn a_day_with_its_year_is_stated_and_a_given_one_given() {
        let text = format!("OSLO, Nov 26, 2019 (Reuters) - {STORY}");
        assert_eq!(published(&text, "2026-12-02"), "2019-11-26 stated");
        let given = Options::new().date("2020-01-01".parse().unwrap());
        assert_eq!(analyze(&text, &given).article.published_basis, Some(PublishedBasis::Given));
    }
}
