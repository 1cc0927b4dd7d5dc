//! Dates as news writes them, against the day of publication: text, date of publication, and what is expected of each
//! entry as "words = from to", a single day once.

use crate::{Date, Options, TimelineEntry, analyze};

fn timeline(text: &str, published: &str) -> Vec<TimelineEntry> {
    let options = Options { date: published.parse::<Date>().ok(), ..Options::new() };
    analyze(text, &options).timeline
}

fn shown(text: &str, entry: &TimelineEntry) -> String {
    let days = if entry.from == entry.to { entry.from.to_string() } else { format!("{} {}", entry.from, entry.to) };
    format!("{} = {days}{}", entry.span.of(text), if entry.ambiguous { " ?" } else { "" })
}

/// Checks every row: a text, its date of publication, and its entries joined by "; ".
fn check(rows: &[(&str, &str, &str)]) {
    for (text, published, expected) in rows {
        let found: Vec<_> = timeline(text, published).iter().map(|entry| shown(text, entry)).collect();
        assert_eq!(found.join("; "), *expected, "{text}");
    }
}

/// A Monday.
const MONDAY: &str = "2025-06-30";

#[test]
fn weekdays_follow_the_tense() {
    check(&[
        ("The bridge closed on Sunday.", MONDAY, "Sunday = 2025-06-29"),
        ("The council said on Monday it was safe.", MONDAY, "Monday = 2025-06-30"),
        ("The bridge will close on Sunday.", MONDAY, "Sunday = 2025-07-06"),
        ("Schools will remain closed through Friday.", MONDAY, "Friday = 2025-07-04"),
        ("The court is to rule on Friday.", MONDAY, "Friday = 2025-07-04"),
        ("She agreed to meet them on Friday.", MONDAY, "Friday = 2025-07-04"),
        ("Talks were due to begin Thursday.", MONDAY, "Thursday = 2025-07-03"),
        ("On Friday, fishermen rescued the crew.", MONDAY, "Friday = 2025-06-27"),
        ("A court on Friday refused what it will grant.", MONDAY, "Friday = 2025-06-27"),
        ("The tour continues on Wednesday in Halifax.", MONDAY, "Wednesday = 2025-07-02"),
        ("Police arrested him late on Sunday night.", MONDAY, "Sunday night = 2025-06-29"),
        ("The strike began last Tuesday.", MONDAY, "last Tuesday = 2025-06-24"),
        ("He will return next Sunday.", MONDAY, "next Sunday = 2025-07-13 ?"),
        ("The show ends on Saturday next week.", MONDAY, "Saturday next week = 2025-07-12"),
        ("Counting resumes on Saturday.", MONDAY, "Saturday = 2025-07-05"),
        ("Trains were suspended until Thursday.", MONDAY, "Thursday = 2025-07-03"),
        ("The deadline was extended to Friday.", MONDAY, "Friday = 2025-07-04"),
        ("The match was postponed until Wednesday.", MONDAY, "Wednesday = 2025-07-02"),
        ("Glitches do not last nine days, and the repair may last two weeks.", MONDAY, ""),
        ("She called a snap election for 14 February.", MONDAY, "14 February = 2026-02-14"),
        ("The judge set a hearing for Wednesday.", MONDAY, "Wednesday = 2025-07-02"),
        ("Unions announced a strike for Friday.", MONDAY, "Friday = 2025-07-04"),
        ("He blamed them for Friday's delay.", MONDAY, "Friday = 2025-06-27"),
        ("He was held in custody till Saturday.", MONDAY, "Saturday = 2025-07-05"),
        ("He stayed until Friday, when he left.", MONDAY, "Friday = 2025-06-27"),
        ("He had not trained until Thursday.", MONDAY, "Thursday = 2025-06-26"),
        ("They met at the end on Saturday.", MONDAY, "Saturday = 2025-06-28"),
        ("They met the Thursday before last.", MONDAY, "the Thursday before last = 2025-06-19"),
        ("It was issued on Friday last.", MONDAY, "Friday last = 2025-06-27"),
    ]);
}

#[test]
fn full_dates_need_no_publication() {
    check(&[
        ("It opened on Monday, May 18, 2015.", "", "Monday, May 18, 2015 = 2015-05-18"),
        ("It opened on 30 June 1999.", "", "30 June 1999 = 1999-06-30"),
        ("Dated 2025-06-30 and 2026/02/27.", "", "2025-06-30 = 2025-06-30; 2026/02/27 = 2026-02-27"),
        ("Published 16.12.2025 here.", "", "16.12.2025 = 2025-12-16"),
        ("She left in March 2025.", "", "March 2025 = 2025-03-01 2025-03-31"),
        ("It began in 1998.", "", "1998 = 1998-01-01 1998-12-31"),
        ("The bands of the 1960s and the '90s.", "", "1960s = 1960-01-01 1969-12-31; '90s = 1990-01-01 1999-12-31"),
        ("A church of the 19th century.", "", "19th century = 1800-01-01 1899-12-31"),
        ("Sales in the third quarter of 2025 fell.", "", "third quarter of 2025 = 2025-07-01 2025-09-30"),
        ("Sales in the first half of 2024 fell.", "", "first half of 2024 = 2024-01-01 2024-06-30"),
        ("Profit for fiscal 2026 rose.", "", "fiscal 2026 = 2026-01-01 2026-12-31 ?"),
        ("They met in the summer of 2012.", "", "summer of 2012 = 2012-06-01 2012-08-31"),
        ("They met on Sunday, last week and two years ago.", "", ""),
    ]);
}

#[test]
fn months_and_days_without_a_year() {
    check(&[
        ("The firm was sold in May.", MONDAY, "May = 2025-05-01 2025-05-31"),
        ("The firm was sold in August.", MONDAY, "August = 2024-08-01 2024-08-31"),
        ("The final is in May.", MONDAY, "May = 2026-05-01 2026-05-31"),
        ("The road opens in January.", MONDAY, "January = 2026-01-01 2026-01-31"),
        ("The firm will be sold in May.", MONDAY, "May = 2026-05-01 2026-05-31"),
        ("Prices have risen since July.", MONDAY, "July = 2024-07-01 2024-07-31"),
        ("He was arrested on September 14.", MONDAY, "September 14 = 2024-09-14"),
        ("The vote is planned for 16 July.", MONDAY, "16 July = 2025-07-16"),
        ("He was hurt in October last year.", MONDAY, "October last year = 2024-10-01 2024-10-31"),
        ("She plans to retire next June.", MONDAY, "next June = 2026-06-01 2026-06-30"),
        ("They met on Friday, March 14.", MONDAY, "Friday, March 14 = 2025-03-14"),
        ("She spoke on the 19th.", MONDAY, "the 19th = 2025-06-19"),
        ("Judge Theresa May spoke. April Lowe may march.", MONDAY, ""),
    ]);
}

#[test]
fn relative_dates() {
    check(&[
        ("It rained yesterday and today.", MONDAY, "yesterday = 2025-06-29; today = 2025-06-30"),
        ("It will rain tomorrow evening.", MONDAY, "tomorrow evening = 2025-07-01"),
        ("The fire broke out last night.", MONDAY, "last night = 2025-06-29"),
        ("Two men were shot overnight.", MONDAY, "overnight = 2025-06-29 2025-06-30"),
        ("It was published last week.", MONDAY, "last week = 2025-06-23 2025-06-29"),
        ("Prices rose earlier this year.", MONDAY, "this year = 2025-01-01 2025-06-30"),
        ("Prices will rise later this week.", "2025-07-02", "this week = 2025-07-02 2025-07-06"),
        ("The shop will open in two weeks.", MONDAY, "two weeks = 2025-07-14"),
        ("The race was won in two weeks.", MONDAY, ""),
        ("It must be done within nine months, he will say.", MONDAY, "nine months = 2025-06-30 2026-03-30"),
        ("He will leave three days after Friday.", MONDAY, "three days after Friday = 2025-07-07; Friday = 2025-07-04"),
        ("They will meet on the first Monday of September.", MONDAY, "the first Monday of September = 2025-09-01"),
        ("It rained in the last week of 2021.", MONDAY, "the last week of 2021 = 2021-12-27 2022-01-02"),
        ("It rained in the week of March 14.", MONDAY, "the week of March 14 = 2025-03-10 2025-03-16"),
        ("He will leave this coming Monday.", MONDAY, "this coming Monday = 2025-07-07"),
        (
            "The fair runs from May to September.",
            MONDAY,
            "May to September = 2025-05-01 2025-09-30; May = 2025-05-01 2025-05-31; September = 2025-09-01 2025-09-30",
        ),
        ("Sales fell in the last two quarters.", MONDAY, "the last two quarters = 2024-10-01 2025-03-31"),
        ("It rained on Labor Day weekend 2024.", MONDAY, "Labor Day weekend 2024 = 2024-08-31 2024-09-02"),
        (
            "“It is over today,” Lowe said on Friday. “Today we rest,” she said.",
            MONDAY,
            "today = 2025-06-30; Friday = 2025-06-27; Today = 2025-06-27 ?",
        ),
        ("They meet the day after tomorrow.", MONDAY, "the day after tomorrow = 2025-07-02"),
        ("It rained the week before last.", MONDAY, "the week before last = 2025-06-16 2025-06-22"),
        ("It is due on the 15th of next month.", MONDAY, "the 15th of next month = 2025-07-15"),
        ("Sales fell in the past 24 hours.", MONDAY, "the past 24 hours = 2025-06-29 2025-06-30"),
        (
            "The ship left on Sunday. Two hours later it sank.",
            MONDAY,
            "Sunday = 2025-06-29; Two hours later = 2025-06-29 ?",
        ),
        (
            "It must pay within the next four business days.",
            MONDAY,
            "the next four business days = 2025-07-01 2025-07-04",
        ),
        (
            "It runs for two weeks starting July 7.",
            MONDAY,
            "two weeks starting July 7 = 2025-07-07 2025-07-20; July 7 = 2025-07-07",
        ),
        ("It ends in week 3 of 2027.", MONDAY, "week 3 of 2027 = 2027-01-18 2027-01-24"),
        (
            "He was fired on 3 May. The law will change on 1 August. That same day he left.",
            MONDAY,
            "3 May = 2025-05-03; 1 August = 2025-08-01; That same day = 2025-05-03",
        ),
        ("He left this past Monday.", MONDAY, "this past Monday = 2025-06-23"),
        ("They married two years ago.", MONDAY, "two years ago = 2023-01-01 2023-12-31"),
        ("It was full this weekend.", "2025-07-01", "this weekend = 2025-06-28 2025-06-29"),
        ("Work must be done by the end of the year.", MONDAY, "the end of the year = 2025-12-31"),
        ("Sales fell over the past three years.", MONDAY, "the past three years = 2022-06-30 2025-06-29"),
        ("He was fired on 3 May. The next day he left.", MONDAY, "3 May = 2025-05-03; The next day = 2025-05-04"),
        (
            "She came in 1999 and left two years later.",
            MONDAY,
            "1999 = 1999-01-01 1999-12-31; two years later = 2001-01-01 2001-12-31",
        ),
        (
            "He was born in 1920. That year they moved.",
            MONDAY,
            "1920 = 1920-01-01 1920-12-31; That year = 1920-01-01 1920-12-31",
        ),
        ("The same day it rained.", MONDAY, ""),
        ("This winter was mild.", MONDAY, "This winter = 2024-12-01 2025-02-28"),
        ("A mild spell is due this winter.", MONDAY, "this winter = 2025-12-01 2026-02-28"),
    ]);
}

#[test]
fn ranges_come_before_their_ends() {
    check(&[
        (
            "It will be held from November 20 to December 11.",
            MONDAY,
            "November 20 to December 11 = 2025-11-20 2025-12-11; November 20 = 2025-11-20; December 11 = 2025-12-11",
        ),
        ("They met on 26-28 May 2024.", MONDAY, "26-28 May 2024 = 2024-05-26 2024-05-28; 28 May 2024 = 2024-05-28"),
        (
            "He ran it from 1969 to 1997.",
            MONDAY,
            "1969 to 1997 = 1969-01-01 1997-12-31; 1969 = 1969-01-01 1969-12-31; 1997 = 1997-01-01 1997-12-31",
        ),
    ]);
    let entries = timeline("He ran it from 1969 to 1997.", MONDAY);
    assert_eq!(entries.iter().map(|entry| entry.range).collect::<Vec<_>>(), [None, Some(0), Some(0)]);
}

#[test]
fn the_order_of_day_and_month_is_decided_by_the_article() {
    check(&[
        ("Dated 8/14/23 and 1/5/24.", MONDAY, "8/14/23 = 2023-08-14; 1/5/24 = 2024-01-05"),
        ("Dated 14/8/2023 and 1/5/2024.", MONDAY, "14/8/2023 = 2023-08-14; 1/5/2024 = 2024-05-01"),
        ("Dated 6/7/2025.", MONDAY, "6/7/2025 = 2025-07-06 ?"),
        ("It began at 10:30 BST. It is dated 8/6/2025.", MONDAY, "8/6/2025 = 2025-06-08"),
        ("It began at 10:30 a.m. Eastern time. It is dated 8/6/2025.", MONDAY, "8/6/2025 = 2025-08-06"),
        ("It began at 10:30 GMT. It is dated 8/6/2025.", MONDAY, "8/6/2025 = 2025-06-08 ?"),
        (
            "Dated 5/1-5/7/2024.",
            MONDAY,
            "5/1-5/7/2024 = 2024-05-01 2024-05-07; 5/1 = 2024-05-01; 5/7/2024 = 2024-05-07",
        ),
    ]);
}

#[test]
fn holidays() {
    check(&[
        ("The shop closed on Christmas Day.", MONDAY, "Christmas Day = 2024-12-25"),
        ("Snow is forecast for Thanksgiving.", MONDAY, "Thanksgiving = 2025-11-27"),
        ("The feast was held on Diwali.", MONDAY, "Diwali = 2024-10-31"),
        ("It rained on Good Friday.", MONDAY, "Good Friday = 2025-04-18"),
        ("They met on Presidents' Day, 2024.", MONDAY, "Presidents' Day, 2024 = 2024-02-19"),
    ]);
}

#[test]
fn times_stand_with_their_dates() {
    for (text, expected) in [
        ("He died at 11:40 p.m. Sunday.", "11:40 p.m."),
        ("Updated March 24, 2026 11:52 AM ET", "11:52 AM ET"),
        ("It starts on Friday at 10 a.m. local time.", "10 a.m. local time"),
        ("Published Sunday 21 January 2024 16.20 GMT", "16.20 GMT"),
    ] {
        let time = timeline(text, MONDAY).first().and_then(|entry| entry.time);
        assert_eq!(time.map(|time| time.of(text)), Some(expected), "{text}");
    }
}

#[test]
fn what_is_no_date() {
    let texts = [
        "They waited for three weeks.",
        "Lowe, aged 25, won.",
        "Every Monday and every other Friday they swim daily.",
        "They live at 1909 Juniper Drive and support Sheffield Wednesday.",
        "It cost $2016 and took 2000 people.",
        "Call 555-2016 about flight 1999.",
        "Copyright 2026 Lantern Newspapers.",
        "On a normal Thursday they won the day before the vote.",
        "The second man was the last to go.",
    ];
    for text in texts {
        assert_eq!(timeline(text, MONDAY), [], "{text}");
    }
}

#[test]
fn dates_beside_the_story_are_marked() {
    let text = "The bridge closed on Sunday after engineers found cracks in two of its piers, the mayor said.\n\n\
                Sign up for our newsletter by 7 July 2025\n\nCopyright 2024 Gazette. All rights reserved. Updated 2 May 2025.";
    let beside: Vec<_> = timeline(text, MONDAY).iter().map(|entry| (entry.span.of(text), entry.beside_story)).collect();
    assert_eq!(beside, [("Sunday", false), ("7 July 2025", true), ("2 May 2025", true)]);
}

#[test]
fn the_basis_says_how() {
    for (text, basis) in [
        ("It closed on Sunday.", "the Sunday before publication on 2025-06-30"),
        ("It closed last week.", "the week before publication on 2025-06-30"),
        ("It closed in May.", "the last such month before publication on 2025-06-30"),
        ("It closed in 1998.", "written out"),
    ] {
        assert_eq!(timeline(text, MONDAY)[0].basis, basis, "{text}");
    }
}
