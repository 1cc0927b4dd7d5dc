//! Lines that list who played: fixtures, results, tables and scorecards. Their form tells where each name stands and that
//! it is a team or a player; the tagger, which reads prose, takes them for places or for one long name.

use super::Mention;
use crate::{
    model::Class,
    report::{EntityKind, Source},
    sort,
    tokens::Reading,
};
use std::ops::Range;

/// Longer lines are prose.
const LONGEST: usize = 16;
/// So many lines of results, tables or scorecards stand together at least.
const FEWEST: usize = 2;
/// So many sentences before them may say that they are about a match.
const REACH: usize = 8;
/// How sure a name is that the form of its line tells.
const TOLD: f32 = 0.8;

/// What a line lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    /// "Dunmere v Castleforth"
    Fixture,
    /// "Linz 2 Graz 1", "Linz 2-1 Graz"
    Result,
    /// "Kayseri 14 9 3 2 28 11 30"
    Table,
    /// "M. Ashdown c Pell b Drayton 88"
    Scorecard,
}

/// A line with the names that stand in it.
struct Line {
    sheet: Sheet,
    sentence: usize,
    names: Vec<Range<usize>>,
}

/// The names with those that the form of a line tells instead of the tagger's.
pub(super) fn read(reading: Reading, names: Vec<Mention>) -> Vec<Mention> {
    let lines: Vec<Line> = (0..reading.tokens.sentences.len()).filter_map(|at| Line::read(reading, at)).collect();
    let told = lines.chunk_by(|a, b| a.sheet == b.sheet && a.sentence + 1 == b.sentence);
    let told: Vec<&Line> = told.filter(|lines| is_believed(reading, lines)).flatten().collect();
    if told.is_empty() {
        return names;
    }
    let mut right = names;
    for line in told {
        let sentence = &reading.tokens.sentences[line.sentence].tokens;
        let people = line.sheet == Sheet::Scorecard;
        let is_player = |name: &Mention| name.kind == EntityKind::Person && line.names.contains(&name.tokens);
        let players: Vec<_> = right.iter().filter(|name| !people && is_player(name)).cloned().collect();
        right.retain(|name| !sentence.contains(&name.tokens.start));
        let kind = if people { EntityKind::Person } else { EntityKind::Organisation };
        let free = line.names.iter().filter(|tokens| players.iter().all(|player| player.tokens != **tokens));
        right.extend(free.map(|tokens| mention(reading, tokens.clone(), kind)));
        right.extend(players);
    }
    sort::by_key(&mut right, |name| sort::span(name.span));
    right
}

fn mention(reading: Reading, tokens: Range<usize>, kind: EntityKind) -> Mention {
    let span = reading.tokens.span(tokens.clone());
    Mention { span, tokens, kind, source: Source::Pattern, confidence: TOLD, kind_probabilities: None, value: None }
}

/// Whether lines are what their form says: a fixture by itself; others if there are several, in a text about a match.
fn is_believed(reading: Reading, lines: &[Line]) -> bool {
    match lines[0].sheet {
        Sheet::Fixture => true,
        _ if lines.len() < FEWEST => false,
        Sheet::Scorecard => true,
        Sheet::Result | Sheet::Table => {
            let first = lines[0].sentence;
            let before = &reading.tokens.sentences[first.saturating_sub(REACH)..first];
            before.iter().flat_map(|sentence| sentence.tokens.clone()).any(|token| {
                let classes = reading.tokens.classes(token);
                classes.has(Class::Team) || classes.has(Class::Contest)
            })
        }
    }
}

impl Line {
    fn read(reading: Reading, sentence: usize) -> Option<Line> {
        let tokens = reading.tokens.sentences[sentence].tokens.clone();
        let first = reading.tokens.form(tokens.start).shape;
        if tokens.len() > LONGEST || !first.is_capitalised() {
            return None;
        }
        let line = Words { reading, tokens };
        let found = line.fixture().or_else(|| {
            let first = line.name(line.tokens.start)?;
            line.result(first).or_else(|| line.table(first)).or_else(|| line.scorecard(first))
        });
        found.map(|(sheet, names)| Line { sheet, sentence, names })
    }
}

/// The words of a line.
struct Words<'a> {
    reading: Reading<'a>,
    tokens: Range<usize>,
}

type Found = Option<(Sheet, Vec<Range<usize>>)>;

impl Words<'_> {
    fn word(&self, token: usize) -> &str {
        if token < self.tokens.end { self.reading.word(token) } else { "" }
    }

    fn is_number(&self, token: usize) -> bool {
        let word = self.word(token);
        !word.is_empty() && word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// The end of the name that begins at a token: capitalised words, with initials, "of" and "&" between them.
    fn name(&self, start: usize) -> Option<usize> {
        const MOST: usize = 5;
        let capitalised =
            |token: usize| token < self.tokens.end && self.reading.tokens.form(token).shape.is_capitalised();
        let mut end = start;
        while capitalised(end) && end < start + MOST {
            end += 1;
            let joint = matches!(self.word(end), "." | "&" | "-" | "of" | "de" | "al" | "'" | "’");
            end += usize::from(joint && capitalised(end + 1));
        }
        (end > start).then_some(end)
    }

    fn is_end(&self, token: usize) -> bool {
        token == self.tokens.end || token + 1 == self.tokens.end && matches!(self.word(token), "." | ";" | ",")
    }

    /// "Postponed: Ashwick v Lorne Town"
    fn fixture(&self) -> Found {
        let colon = self.tokens.clone().find(|&token| self.word(token) == ":").map_or(self.tokens.start, |at| at + 1);
        let home = self.name(colon).filter(|&end| matches!(self.word(end), "v" | "vs"))?;
        let away = self.name(home + 1)?;
        let ends = self.is_end(away) || matches!(self.word(away), "," | "(" | "-" | "–");
        ends.then(|| (Sheet::Fixture, vec![colon..home, home + 1..away]))
    }

    /// "Linz 2 Graz 1", "Linz 2-1 Graz"; the first name ends before `home`.
    fn result(&self, home: usize) -> Found {
        if !self.is_number(home) {
            return None;
        }
        let dash = matches!(self.word(home + 1), "-" | "–") && self.is_number(home + 2);
        let second = if dash { home + 3 } else { home + 1 };
        let away = self.name(second)?;
        let ends = if dash { self.is_end(away) } else { self.is_number(away) && self.is_end(away + 1) };
        ends.then(|| (Sheet::Result, vec![self.tokens.start..home, second..away]))
    }

    /// "Kayseri 14 9 3 2 28 11 30"; the name ends before `end`.
    fn table(&self, end: usize) -> Found {
        const FEWEST_COLUMNS: usize = 4;
        let columns =
            (end..self.tokens.end).all(|token| self.is_number(token) || matches!(self.word(token), "-" | "+"));
        let team = self.tokens.start..end;
        (columns && self.tokens.end >= end + FEWEST_COLUMNS).then(|| (Sheet::Table, Vec::from([team])))
    }

    /// "M. Ashdown c Pell b Drayton 88", "S. Tarrant not out 12"; the first name ends before `first`.
    fn scorecard(&self, first: usize) -> Found {
        let tells_out = |at: usize| matches!(self.word(at), "c" | "b" | "lbw" | "not" | "out" | "run" | "st" | "&");
        let batter = self.tokens.start..first;
        let (mut names, mut out, mut at) = (Vec::from([batter]), false, first);
        loop {
            while tells_out(at) {
                out = true;
                at += 1;
            }
            let Some(end) = self.name(at) else { break };
            names.push(at..end);
            at = end;
        }
        (out && self.is_number(at) && self.is_end(at + 1)).then_some((Sheet::Scorecard, names))
    }
}
