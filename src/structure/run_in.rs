//! Openings inside paragraphs: datelines and run-in heads.

use super::{date_word::DateWord, paragraph::Paragraph, publication_date, words::Word};
use crate::model::{ParagraphClass, hash_exact};

/// How many words a place may have: "SAN PEDRO DE ATACAMA".
const PLACE: usize = 6;

/// The length in bytes of the dateline that opens a paragraph: "LONDON, June 30 (Reuters) -".
pub(super) fn dateline_length(paragraph: &Paragraph) -> Option<usize> {
    dateline(paragraph, false)
}

/// The same at the opening of the story, where a colon or full stop may close it too: "LAHORE:", "KAMPALA."
pub(super) fn opening_dateline_length(paragraph: &Paragraph) -> Option<usize> {
    dateline(paragraph, true)
}

fn dateline(paragraph: &Paragraph, opening: bool) -> Option<usize> {
    let place = place_words(paragraph, 0);
    let mut at = region_end(paragraph, place);
    let mut region = at - place;
    if place > 0 && joins_place(paragraph, at) {
        let second = place_words(paragraph, at + 1);
        at = region_end(paragraph, second);
        region += at - second;
    }
    let dated = date_words(paragraph, at);
    at += dated;
    let agency = agency_words(paragraph, at);
    at += agency;
    // "Evansville, Indiana - " opens a story; later the same words may be anything.
    let placed = opening && region > 0 && matches!(word(paragraph, at), "—" | "–" | "-" | "--");
    let certain = agency > 0
        || dated > 0
        || placed
        || place > 0 && paragraph.words[..place].iter().all(|w| w.lower.is_empty() || is_shouted(paragraph, w));
    if at == 0 || !certain {
        return None;
    }
    // "Kathmandu, November 22 (PTI) The council": a date and an agency need no mark behind them.
    let follows = || paragraph.words.get(at).is_some_and(|next| next.capital);
    let bare = (opening && region + place > 0 && dated > 0 && agency > 0 && follows())
        .then(|| paragraph.words[at - 1].span.end as usize - paragraph.span.start as usize);
    separator_end(paragraph, at, opening).or(bare)
}

/// "ROTTERDAM, Netherlands, and LIMA, Peru": "and", before a second place in capitals.
fn joins_place(paragraph: &Paragraph, at: usize) -> bool {
    word(paragraph, at) == "and" && paragraph.words.get(at + 1).is_some_and(|next| is_shouted(paragraph, next))
}

/// Where the region ends that stands behind a place and a comma: "Peru", "Democratic Republic of the Congo".
fn region_end(paragraph: &Paragraph, place: usize) -> usize {
    /// How many words the parts of a region have at most.
    const LONGEST: usize = 7;
    let mut at = place;
    while at > 0
        && at < place + LONGEST
        && before(paragraph, at).ends_with(',')
        && is_capital(paragraph, at)
        && !is_month(paragraph, at)
    {
        at += 1;
        while at < place + LONGEST
            && !ends_open(before(paragraph, at))
            && !before(paragraph, at).ends_with('.')
            && in_region(paragraph, at)
            && !joins_place(paragraph, at)
        {
            at += 1;
        }
    }
    at
}

fn word<'t>(paragraph: &Paragraph<'t>, at: usize) -> &'t str {
    paragraph.words.get(at).map_or("", |w| paragraph.raw(w))
}

fn before<'t>(paragraph: &Paragraph<'t>, at: usize) -> &'t str {
    at.checked_sub(1).map_or("", |b| word(paragraph, b))
}

fn ends_open(word: &str) -> bool {
    word.ends_with([',', ':', '-', ')']) || word.contains(['—', '–'])
}

fn is_capital(paragraph: &Paragraph, at: usize) -> bool {
    paragraph.words.get(at).is_some_and(|w| w.capital)
        && !word(paragraph, at).starts_with(['(', '"', '“', '‘', '\'', '/', '['])
}

fn is_shouted(paragraph: &Paragraph, word: &Word) -> bool {
    let text = paragraph.raw(word);
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    !text.contains(char::is_lowercase) && letters().nth(1).is_some() || matches!(&*word.lower, "st" | "mc")
}

/// Goes on with the name of a region: "Democratic Republic of the Congo".
fn in_region(paragraph: &Paragraph, at: usize) -> bool {
    is_capital(paragraph, at) || matches!(word(paragraph, at), "of" | "the" | "and" | "de")
}

fn is_month_name(paragraph: &Paragraph, at: usize) -> bool {
    paragraph.words.get(at).is_some_and(|word| matches!(word.date, DateWord::Month(_)))
}

fn is_month(paragraph: &Paragraph, at: usize) -> bool {
    is_month_name(paragraph, at) && paragraph.lower(at + 1).starts_with(|c: char| c.is_ascii_digit())
}

/// Where the name of the place ends that begins at a word.
fn place_words(paragraph: &Paragraph, start: usize) -> usize {
    let mut at = start;
    let shouted = paragraph.words.get(start).is_some_and(|w| is_shouted(paragraph, w));
    while at < start + PLACE && is_capital(paragraph, at) && !is_month(paragraph, at) {
        if word(paragraph, at + 1) == "/" && shouted {
            at += 2;
            continue;
        }
        if at > start && shouted != is_shouted(paragraph, &paragraph.words[at]) {
            break;
        }
        at += 1;
        if ends_open(before(paragraph, at))
            || before(paragraph, at).ends_with('.') && !matches!(paragraph.lower(at - 1), "st" | "mt" | "ft")
        {
            break;
        }
    }
    at
}

/// "June 30", "June 30, 2025", "30 June 2025".
fn date_words(paragraph: &Paragraph, at: usize) -> usize {
    if let Some((_, length)) = publication_date::date_at(&paragraph.words, at) {
        return length;
    }
    let number = |i: usize| paragraph.lower(i).parse::<u8>().is_ok_and(|n| (1..=31).contains(&n));
    let month = |i: usize| is_month_name(paragraph, i) && is_capital(paragraph, i);
    if month(at) && number(at + 1) || number(at) && month(at + 1) { 2 } else { 0 }
}

/// "(Reuters)", "(Gray News)", "/PRNewswire/".
fn agency_words(paragraph: &Paragraph, at: usize) -> usize {
    let opener = word(paragraph, at).chars().next();
    let closer = match opener {
        Some('(') => ')',
        Some('/') => '/',
        _ => return 0,
    };
    let ends = |i: &usize| word(paragraph, *i).trim_end_matches([',', ':', '-', '—', '–']).ends_with(closer);
    (at..at + 5).find(ends).map_or(0, |end| end + 1 - at)
}

/// Where the mark that closes the dateline ends; it is the last mark of word `at - 1` or the word `at` itself.
fn separator_end(paragraph: &Paragraph, at: usize, opening: bool) -> Option<usize> {
    let start = paragraph.span.start as usize;
    let end = |i: usize| paragraph.words[i].span.end as usize - start;
    let is_dash = |word: &str| matches!(word, "—" | "–" | "-" | "--" | "―");
    if is_dash(word(paragraph, at)) && paragraph.words.len() > at + 1 {
        return Some(end(at));
    }
    let last = before(paragraph, at);
    let dash = last.rfind(['—', '–']).or_else(|| last.strip_suffix("--").map(str::len));
    let closed = opening && last.len() > 3 && last.find([':', '.']) == Some(last.len() - 1);
    let inside = dash.map(|dash| last.len() - dash - last[dash..].chars().next().map_or(0, char::len_utf8));
    if last.ends_with("--") || closed {
        return Some(end(at - 1));
    }
    inside.map(|after| end(at - 1) - after)
}

/// Whether several paragraphs open with the same label, as the turns of a conversation do.
pub(super) fn is_conversation(paragraphs: &[Paragraph]) -> bool {
    let label = |paragraph: &Paragraph| {
        run_in_length(paragraph, Style::Plain).map(|length| hash_exact(&paragraph.text[..length]))
    };
    let mut labels: Vec<u32> = paragraphs.iter().filter_map(label).collect();
    labels.sort_unstable();
    labels.windows(3).any(|turn| turn[0] == turn[2])
}

/// Whether an article is known to open its paragraphs with heads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    /// There are others, so that a short label in small letters is one too: "Between the lines:".
    Heads,
}

/// The length in bytes of the time that opens an entry of a live blog: "21:58".
pub(super) fn time_length(paragraph: &Paragraph) -> Option<usize> {
    let first = paragraph.words.first().filter(|w| w.date == DateWord::Clock)?;
    let goes_on = paragraph.words.get(1)?.capital && paragraph.is_prose();
    goes_on.then(|| first.span.end as usize - paragraph.span.start as usize)
}

/// The length in bytes of the run-in head that opens a paragraph: "What Happened:".
pub(super) fn run_in_length(paragraph: &Paragraph, style: Style) -> Option<usize> {
    const LONGEST: usize = 7;
    let at = paragraph.words.iter().take(LONGEST).position(|w| paragraph.ends_with(w, b':'))?;
    let head = &paragraph.words[..=at];
    let open = |w: &Word| paragraph.raw(w).contains(['"', '“', '”', '(', '«', '.', ';', '!']);
    let follows = paragraph.words.get(at + 1)?;
    let fits = head[0].capital
        && !head.iter().any(open)
        && (follows.capital || !paragraph.raw(follows).starts_with(char::is_alphabetic));
    (fits && is_head(head, style)).then(|| head[at].span.end as usize - paragraph.span.start as usize)
}

/// A question word, "The" and a word or two, or all words of weight with capitals; where there are other heads, any few
/// words.
fn is_head(words: &[Word], style: Style) -> bool {
    const ASKING: [&str; 8] = ["what", "why", "how", "who", "when", "where", "which", "by"];
    const FEW: usize = 4;
    let first = words[0].lower.split('\'').next().unwrap_or("");
    let small = |w: &Word| !w.capital && w.lower.len() > 3 && w.lower.chars().all(char::is_alphabetic);
    let titled = !words.iter().any(small) && words.iter().any(|w| w.capital);
    let topic = first == "the" && matches!(words.len(), 2..=3);
    let like_others = style == Style::Heads && words.len() <= FEW;
    (ASKING.contains(&first) || titled || topic || like_others) && !words[0].is(ParagraphClass::NoHead)
}

/// The length in bytes of the question that opens a paragraph and is answered by the rest: "Who is at risk?"
pub(super) fn question_length(paragraph: &Paragraph) -> Option<usize> {
    const LONGEST: usize = 9;
    if !paragraph.is(0, ParagraphClass::Asking) || !paragraph.words[0].capital {
        return None;
    }
    let at = paragraph.words.iter().take(LONGEST).position(|w| paragraph.ends_with(w, b'?'))?;
    let answered = paragraph.words.get(at + 1).is_some_and(|next| next.capital);
    (answered && !paragraph.begins_with_quote())
        .then(|| paragraph.words[at].span.end as usize - paragraph.span.start as usize)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{line_joining::join_lines, lines::lines, words::Source},
        *,
    };
    use crate::Model;

    fn paragraph(text: &str) -> Paragraph<'_> {
        Paragraph::read(
            Source::leaked(text),
            &join_lines(text, &lines(text), &[])[0],
            &Model::built_in().paragraph_words(),
        )
    }

    #[test]
    fn datelines() {
        for (lead, rest) in [
            ("LONDON (Reuters) -", "The council closed the bridge."),
            ("LONDON, June 30 (Reuters) -", "The council closed the bridge."),
            ("MANILA, Philippines—", "The council closed the bridge."),
            ("KANSAS CITY, Mo. (AP) —", "The council closed the bridge."),
            ("ACCRA, Ghana /PressWorld/ --", "The council closed the bridge."),
            ("Warsaw (AFP) –", "The council closed the bridge."),
            ("May 20 (Reuters) -", "The council closed the bridge."),
            ("HALIFAX, Nova Scotia, April 15, 2026 --", "The council closed the bridge."),
            ("ABU DHABI / ENTEBBE –", "The council closed the bridge."),
            ("KOCHI:", "The council closed the bridge."),
            ("KAMPALA.", "The council closed the bridge."),
            ("MADISON PARK, Fla.", "The council closed the bridge."),
            ("Evansville, Indiana -", "The council closed the bridge."),
            ("ROTTERDAM, Netherlands, and LIMA, Peru, March 18, 2025 /NewsLine/ --", "Two ports joined."),
            ("LONDON and PARIS, Nov 3 (Reuters) -", "Two ports joined."),
            ("LILONGWE and BLANTYRE, Malawi —", "Two ports joined."),
            ("GOMA, Democratic Republic of the Congo —", "The council closed the bridge."),
            ("Kathmandu, November 22 (PTI)", "The council closed the bridge."),
            ("New Delhi, Nov 22 (ANI):", "The council closed the bridge."),
        ] {
            let text = format!("{lead} {rest}");
            assert_eq!(opening_dateline_length(&paragraph(&text)), Some(lead.len()), "{text}");
        }
    }

    #[test]
    fn what_is_no_dateline() {
        for text in [
            "U.S. Army officials closed the bridge.",
            "The council closed the bridge - again.",
            "Ana Lowe, mayor of Oslo, closed the bridge.",
            "NATO and the EU said they would close the bridge.",
            "NATO said it would close the bridge.",
            "June 30, 2025, was the day on which it closed.",
            "LONDON",
        ] {
            assert_eq!(opening_dateline_length(&paragraph(text)), None, "{text}");
        }
    }

    #[test]
    fn run_in_heads() {
        for (text, expected) in [
            ("What Happened: The bridge closed.", "What Happened:"),
            ("Why it matters: The bridge carried the trams.", "Why it matters:"),
            ("What's next: A vote on Monday.", "What's next:"),
            ("ZLTN Price Action: Shares fell.", "ZLTN Price Action:"),
            ("The caveat: Nobody asked the trams.", "The caveat:"),
            ("By the numbers: 40 trams a day.", "By the numbers:"),
            ("One thing is certain: The bridge is closed.", ""),
            ("His advice: Stay at home.", ""),
            ("The result: chaos.", ""),
            ("Lowe said: \"It is closed.\"", ""),
            ("It closed at 3:15 on Monday.", ""),
        ] {
            let found = run_in_length(&paragraph(text), Style::Plain).map_or("", |length| &text[..length]);
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_short_label_is_a_head_where_there_are_others() {
        let label = paragraph("Between the lines: The bridge carried the trams.");
        assert_eq!(run_in_length(&label, Style::Plain), None);
        assert_eq!(run_in_length(&label, Style::Heads), Some("Between the lines:".len()));
        assert_eq!(run_in_length(&paragraph("Her advice: Stay at home."), Style::Heads), None);
    }

    #[test]
    fn times_open_the_entries_of_a_live_blog() {
        for (text, expected) in [
            ("21:58 The council has closed the bridge to all traffic tonight.", Some(5)),
            ("8.05pm The council has closed the bridge to all traffic tonight.", Some(6)),
            ("21:58", None),
            ("40 trams cross the bridge every day, the council says today.", None),
        ] {
            assert_eq!(time_length(&paragraph(text)), expected, "{text}");
        }
    }
}
