//! Reads articles with everything marked as they were written; `tools/train/data/marked/README.md` describes the marks.

use super::article::{Article, Mention, Report, Stretch, form};
use crate::kinds;

/// A mark that is not closed yet, with what it says.
enum Open {
    Mention,
    Report { kind: String, group: Option<char>, who: String },
    Date { value: String, published: bool },
    Lead { kind: String },
}

/// Reads a marked article, or says in which line it is faulty.
pub(super) fn read(source: &str) -> Result<Article, String> {
    let mut article = Article::default();
    for (number, line) in source.lines().enumerate() {
        article.read_line(line).map_err(|fault| format!("line {}: {fault}", number + 1))?;
    }
    if article.summary.is_empty() { Err("no #summary".to_owned()) } else { Ok(article) }
}

impl Article {
    fn read_line(&mut self, line: &str) -> Result<(), String> {
        if let Some(summary) = line.strip_prefix("#summary") {
            self.summary = summary.trim().to_owned();
        } else if let Some(key) = line.strip_prefix("#key") {
            self.key = key.trim().to_owned();
        } else if !line.trim().is_empty() {
            self.read_block(line)?;
        }
        Ok(())
    }

    fn read_block(&mut self, line: &str) -> Result<(), String> {
        let (joined, line) = line.strip_prefix('+').map_or((false, line), |rest| (true, rest));
        let (kind, markup) = line.split_once(' ').unwrap_or((line, ""));
        let kind = kind.strip_prefix('@').filter(|kind| kinds::of_block(kind).is_some());
        let kind = kind.ok_or_else(|| format!("no kind of block: {line}"))?;
        if !self.text.is_empty() {
            self.text.extend(if joined { "\n" } else { "\n\n" }.chars());
        }
        let start = self.text.len();
        self.read_marks(markup)?;
        self.blocks.push(Stretch { kind: kind.to_owned(), start, end: self.text.len() });
        Ok(())
    }

    fn read_marks(&mut self, mut rest: &str) -> Result<(), String> {
        let mut open: Vec<(usize, Open)> = Vec::new();
        while let Some(next) = rest.chars().next() {
            if let Some(after) = rest.strip_prefix("[[") {
                open.push((self.text.len(), Open::Mention));
                rest = after;
            } else if next == '{' {
                let (mark, after) = opened(rest).ok_or_else(|| format!("unknown mark: {rest}"))?;
                open.push((self.text.len(), mark));
                rest = after;
            } else if let Some(length) = closing(rest, open.last().map(|(_, mark)| mark)) {
                let (start, mark) = open.pop().ok_or("nothing to close")?;
                self.close(start, mark)?;
                rest = &rest[length..];
            } else {
                self.text.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
        if open.is_empty() { Ok(()) } else { Err("a mark is not closed".to_owned()) }
    }

    fn close(&mut self, start: usize, mark: Open) -> Result<(), String> {
        let end = self.text.len();
        match mark {
            Open::Mention => return self.close_mention(start),
            Open::Report { kind, group, who } => self.reports.push(Report { start, end, kind, group, who }),
            Open::Lead { kind } => self.leads.push(Stretch { kind, start, end }),
            Open::Date { value, published } => {
                if published && self.published.replace(value.clone()).is_some() {
                    return Err("a second date of publication".to_owned());
                }
                self.dates.push((start, end, value));
            }
        }
        Ok(())
    }

    /// The mention's words stand in the text with its type and number behind them: "Ana Lowe|PER@3".
    fn close_mention(&mut self, start: usize) -> Result<(), String> {
        let marked: String = self.text[start..].iter().collect();
        let parts = marked.rsplit_once('|').and_then(|(words, after)| Some((words, after.split_once('@')?)));
        let fault = || format!("no mention: {marked}");
        let (words, (kind, number)) = parts.ok_or_else(fault)?;
        let is_known = kinds::of_name(kind).is_some() || form(kind) != "name";
        let entity = number.parse().ok().filter(|_| is_known).ok_or_else(fault)?;
        self.text.truncate(start + words.chars().count());
        self.mentions.push(Mention { start, end: self.text.len(), kind: kind.to_owned(), entity });
        Ok(())
    }
}

/// The mark of braces that opens here, and what follows its head.
fn opened(rest: &str) -> Option<(Open, &str)> {
    if let Some(report) = rest.strip_prefix("{{") {
        let (kind, after) = report.split_once('|')?;
        let (who, after) = after.split_once('|')?;
        let (kind, group) = kind.split_once(' ').map_or((kind, None), |(kind, group)| (kind, group.chars().next()));
        let is_known = matches!(kind, "direct" | "indirect" | "mixed");
        let report = Open::Report { kind: kind.to_owned(), group, who: who.trim().to_owned() };
        return is_known.then_some((report, after));
    }
    let (head, after) = rest.strip_prefix('{')?.split_once('|')?;
    let mark = match head.split_once('=') {
        Some((kind @ ("date" | "published"), value)) => {
            Open::Date { value: value.to_owned(), published: kind == "published" }
        }
        None if matches!(head, "dateline" | "runin") => Open::Lead { kind: head.to_owned() },
        _ => return None,
    };
    Some((mark, after))
}

/// The length of the mark that closes the innermost open one here.
fn closing(rest: &str, innermost: Option<&Open>) -> Option<usize> {
    let mark = match innermost? {
        Open::Mention => "]]",
        Open::Report { .. } => "}}",
        Open::Date { .. } | Open::Lead { .. } => "}",
    };
    rest.starts_with(mark).then_some(mark.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn marks_become_places() {
        let source = "@headline [[Lowe|PER@1]] resigns\n\n@body {dateline|OSLO -} “{{direct a|@1|I am tired}},” [[Ana Lowe|PER@1]] said \
                      {date=2026-03-10|on Tuesday}.\n#summary Lowe resigned. “Tired.”\n#key I am ... tired";
        let article = read(source).unwrap();
        let gold = serde_json::to_value(article.gold("a")).unwrap();
        assert_eq!(gold["text"], "Lowe resigns\n\nOSLO - “I am tired,” Ana Lowe said on Tuesday.");
        assert_eq!(gold["clusters"], json!([[[0, 4, "name"], [35, 43, "name"]]]));
        assert_eq!(gold["dates"], json!([[49, 59, "2026-03-10"]]));
        assert_eq!(gold["quotes"][0]["speaker"]["text"], "Ana Lowe");
        assert_eq!(gold["references"], json!([["Lowe resigned.", "“Tired.”"]]));
        assert_eq!((&gold["inner"][0]["start"], &gold["inner"][0]["end"]), (&json!(14), &json!(20)));
    }

    #[test]
    fn faults_are_named_with_their_line() {
        for faulty in ["@body [[Lowe|PER@1", "@body [[Lowe|X@1]]", "@story Lowe", "@body {when|now}"] {
            let fault = read(&format!("@body Well.\n{faulty}\n#summary Nothing.")).err().unwrap();
            assert!(fault.starts_with("line 2:"), "{fault}");
        }
        assert!(read("@body Well.").is_err());
    }
}
