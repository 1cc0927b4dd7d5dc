//! A report for people.

use nutgraf::{Approximation, Entity, EntityKind, PublishedBasis, Report, Value};
use std::io::{self, Write};

/// How many sentences of the summary are printed.
const SUMMARY: usize = 3;

/// Prints a report; its offsets must be in bytes of `text`.
pub(crate) fn write(out: &mut impl Write, text: &str, report: &Report) -> io::Result<()> {
    if let Some(headline) = report.article.headline {
        writeln!(out, "{}", headline.of(text))?;
    }
    if let Some(date) = report.article.published {
        let assumed = report.article.published_basis == Some(PublishedBasis::Assumed);
        writeln!(out, "Published {date}{}", if assumed { " (the year is assumed)" } else { "" })?;
    }
    summary(out, text, report)?;
    entities(out, report)?;
    quotes(out, text, report)?;
    timeline(out, text, report)?;
    numbers(out, text, report)?;
    notices(out, report)
}

fn summary(out: &mut impl Write, text: &str, report: &Report) -> io::Result<()> {
    let mut chosen: Vec<_> = report.summary.iter().take(SUMMARY).map(|ranked| ranked.sentence).collect();
    chosen.sort_unstable();
    heading(out, "Summary", chosen.len())?;
    chosen.iter().try_for_each(|&s| writeln!(out, "  {}", report.sentences[s as usize].span.of(text)))
}

fn entities(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let mut named: Vec<_> = report.entities.iter().filter(|e| e.kind.is_named()).collect();
    named.sort_by(|a, b| b.salience.total_cmp(&a.salience));
    heading(out, "Names", named.len())?;
    for entity in named {
        let kind = format!("{:?}", entity.kind).to_lowercase();
        write!(out, "  {:3.0} %  {kind:12} {} ({}x)", 100.0 * entity.salience, entity.name, entity.mentions.len())?;
        if let Some(role) = &entity.role {
            write!(out, ", {role}")?;
        }
        if !entity.aliases.is_empty() {
            write!(out, "; also {}", entity.aliases.join(", "))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn quotes(out: &mut impl Write, text: &str, report: &Report) -> io::Result<()> {
    heading(out, "Quotes", report.quotes.len())?;
    for quote in &report.quotes {
        let entity = quote.speaker.map(|id| report.entities[id.0 as usize].name.as_str());
        let speaker = entity.or(quote.speaker_span.map(|span| span.of(text))).unwrap_or("unresolved");
        let words: Vec<_> = quote.parts.iter().map(|part| part.of(text)).collect();
        let kind = format!("{:?}", quote.kind).to_lowercase();
        let probably = if quote.probable { "probably " } else { "" };
        let sure = 100.0 * quote.confidence;
        writeln!(out, "  {probably}{speaker} ({kind}, {sure:.0} %): {}", words.join(" ... "))?;
        if quote.probable {
            writeln!(out, "    because: {}", quote.because)?;
        }
    }
    Ok(())
}

fn timeline(out: &mut impl Write, text: &str, report: &Report) -> io::Result<()> {
    // The two ends of a range are told by the range.
    let told: Vec<_> = report.timeline.iter().filter(|entry| entry.range.is_none() && !entry.beside_story).collect();
    heading(out, "Dates", told.len())?;
    for entry in told {
        let until = if entry.from == entry.to { String::new() } else { format!(" to {}", entry.to) };
        writeln!(out, "  {}{until}  {} ({})", entry.from, entry.span.of(text), entry.basis)?;
    }
    Ok(())
}

/// Amounts, and dates that come round, each with what is to be known beside its words.
fn numbers(out: &mut impl Write, text: &str, report: &Report) -> io::Result<()> {
    let told = |entity: &&Entity| entity.mentions.iter().any(|mention| mention.beside.is_none());
    let valued: Vec<_> = report.entities.iter().filter(told).filter_map(|e| Some((e, e.value.as_ref()?))).collect();
    let valued: Vec<_> = valued.into_iter().filter(|(_, value)| value.symbol.is_none()).collect();
    heading(out, "Numbers", valued.len())?;
    valued.iter().try_for_each(|(entity, value)| {
        // "67" alone does not say what it counts.
        let is_bare = entity.kind == EntityKind::Age && entity.name.bytes().all(|byte| byte.is_ascii_digit());
        let age = is_bare.then(|| "age".to_owned());
        let about = age.into_iter().chain(badges(value)).collect::<Vec<_>>().join(", ");
        let about = if about.is_empty() { about } else { format!(" ({about})") };
        writeln!(out, "  {}{about}", entity.mentions[0].span.of(text))
    })
}

/// "about", "per hour", "every 2 weeks".
fn badges(value: &Value) -> Vec<String> {
    let approximate = value.approximate.and_then(|approximate| match approximate {
        Approximation::About => Some("about"),
        Approximation::Over => Some("or more"),
        Approximation::Under => Some("or less"),
        _ => None,
    });
    let per = value.per.as_ref().map(|unit| format!("per {unit}"));
    let every = value.every.as_ref().map(|unit| match value.amount {
        Some(count) if count > 1.0 => format!("every {count} {unit}s"),
        _ => format!("every {unit}"),
    });
    [approximate.map(str::to_owned), per, every].into_iter().flatten().collect()
}

fn notices(out: &mut impl Write, report: &Report) -> io::Result<()> {
    heading(out, "Notices", report.notices.len())?;
    report.notices.iter().try_for_each(|notice| writeln!(out, "  {}", notice.message))
}

fn heading(out: &mut impl Write, name: &str, count: usize) -> io::Result<()> {
    if count > 0 { writeln!(out, "\n{name} ({count})") } else { Ok(()) }
}
