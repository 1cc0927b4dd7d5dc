//! Every sample article with all that is found in it, as a person would read it, and as JavaScript is handed it: the
//! latter is what `tests/browser.rs` compares with.
//!
//! After a change that is meant: `INSTA_UPDATE=always cargo test --test seeds`, then read the difference.
#![cfg(not(target_arch = "wasm32"))]

use nutgraf::{Entity, Options, Quote, Report, Units, analyze};
use std::{fmt::Write, fs, path::Path};

#[test]
fn samples() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    assert!(files.len() >= 5, "the samples are missing");
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let report = analyze(&text, &Options::new());
        let name = file.file_stem().unwrap().to_str().unwrap();
        insta::assert_snapshot!(name, readable(&text, &report));
        let json = serde_json::to_string(&report.with_offsets(&text, Units::Utf16)).unwrap();
        insta::assert_snapshot!(format!("{name}.json"), json);
        assert!(include_str!("browser.rs").contains(&format!("seed!(\"{name}\")")), "browsers do not read {name}");
    }
}

fn readable(text: &str, report: &Report) -> String {
    let mut out = String::new();
    blocks(&mut out, text, report).unwrap();
    entities(&mut out, text, report).unwrap();
    quotes(&mut out, text, report).unwrap();
    timeline(&mut out, text, report).unwrap();
    summary(&mut out, text, report).unwrap();
    for notice in &report.notices {
        writeln!(out, "NOTICE {:?}: {}", notice.code, notice.message).unwrap();
    }
    out
}

type Written = Result<(), std::fmt::Error>;

/// Every block with its kind, one line a sentence.
fn blocks(out: &mut String, text: &str, report: &Report) -> Written {
    writeln!(out, "PUBLISHED {:?}", report.article.published.map(|date| date.to_string()))?;
    for (index, block) in report.article.blocks.iter().enumerate() {
        writeln!(out, "{:?}", block.kind)?;
        for sentence in report.sentences.iter().filter(|s| s.block == index as u32) {
            let lead = report.article.leads.iter().any(|lead| lead.span == sentence.span);
            writeln!(out, "  {} {}", if lead { "»" } else { "|" }, sentence.span.of(text))?;
        }
    }
    Ok(())
}

/// Every entity with its mentions, those of one wording together.
fn entities(out: &mut String, text: &str, report: &Report) -> Written {
    writeln!(out, "\nENTITIES")?;
    let mut ranked: Vec<&Entity> = report.entities.iter().collect();
    ranked.sort_by(|a, b| b.salience.total_cmp(&a.salience).then(a.id.cmp(&b.id)));
    for entity in ranked {
        let mut wordings: Vec<(&str, usize)> = Vec::new();
        for words in entity.mentions.iter().map(|mention| mention.span.of(text)) {
            match wordings.iter_mut().find(|(known, _)| *known == words) {
                Some((_, count)) => *count += 1,
                None => wordings.push((words, 1)),
            }
        }
        let wordings: Vec<_> = wordings.iter().map(|(words, count)| format!("{words} x{count}")).collect();
        write!(out, "  {:?} {}: {}", entity.kind, entity.name, wordings.join(", "))?;
        writeln!(out, "{}", entity.role.as_ref().map_or(String::new(), |role| format!(" [{role}]")))?;
    }
    Ok(())
}

fn quotes(out: &mut String, text: &str, report: &Report) -> Written {
    writeln!(out, "\nQUOTES")?;
    report.quotes.iter().try_for_each(|quote| {
        let words: Vec<_> = quote.parts.iter().map(|part| part.of(text)).collect();
        writeln!(out, "  {:?} {}: {}", quote.kind, speaker(quote, text, report), words.join(" ... "))?;
        writeln!(out, "      {:?}, {}", quote.status, quote.because)
    })
}

fn speaker<'t>(quote: &Quote, text: &'t str, report: &'t Report) -> &'t str {
    let named = quote.speaker.map(|id| report.entities[id.0 as usize].name.as_str());
    named.or(quote.speaker_span.map(|span| span.of(text))).unwrap_or("?")
}

fn timeline(out: &mut String, text: &str, report: &Report) -> Written {
    writeln!(out, "\nTIMELINE")?;
    report.timeline.iter().filter(|entry| !entry.beside_story).try_for_each(|entry| {
        writeln!(out, "  {} to {}  {} ({})", entry.from, entry.to, entry.span.of(text), entry.basis)
    })
}

fn summary(out: &mut String, text: &str, report: &Report) -> Written {
    writeln!(out, "\nSUMMARY, best first")?;
    report.summary.iter().take(5).try_for_each(|ranked| {
        let sentence = report.sentences[ranked.sentence as usize].span.of(text);
        writeln!(out, "  {sentence} {:?}", ranked.reasons)
    })
}
