//! Interviews and transcripts: turns that begin with the name of who speaks, without quotation marks.

use super::{
    cue::Cue,
    draft::QuoteDraft,
    evidence::Evidence,
    noun_phrases::NounPhrase,
    view::{MatrixSentence, View},
};
use crate::{
    model::Frame,
    report::{BlockKind, EntityId, EntityKind, Form, QuoteKind},
    tokens::Tag,
};
use std::{collections::BTreeMap, ops::Range};

/// How many words a label has at most: "SENATOR HOLLIS T. BECKER JR.:".
const LONGEST_LABEL: usize = 7;

/// A part of a block that begins with a label.
struct Turn {
    label: Range<usize>,
    words: Range<usize>,
    block: usize,
}

/// The turns of a text, if it has a conversation with labels; their groups are numbered from `first_group` on.
pub(super) fn find(view: &View, first_group: u32) -> Vec<QuoteDraft> {
    let turns = labelled(view);
    if !is_conversation(view, &turns) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let answerer = interviewed(view, &turns);
    let labels_initials = turns.iter().any(|turn| initials(view, turn).is_some());
    let people = if labels_initials { by_initials(view) } else { BTreeMap::new() };
    let mut groups = first_group..;
    for (index, turn) in turns.iter().enumerate() {
        let next = turns.get(index + 1).map(|next| next.block);
        let more = continuations(view, turn, next);
        let group = if more.is_empty() { None } else { groups.next() };
        let answers = answerer.clone().filter(|_| view.is(turn.label.start, &["a"]));
        let evidence = if answers.is_some() { Evidence::Answers } else { Evidence::Label };
        let known = || people.get(initials(view, turn)?).cloned().flatten();
        let speaker = answers.or_else(known).unwrap_or_else(|| NounPhrase::plain(turn.label.clone()));
        found.extend([turn.words.clone()].into_iter().chain(more).map(|words| QuoteDraft {
            kind: QuoteKind::Direct,
            parts: vec![words],
            cue: None,
            speaker: Some(speaker.clone()),
            evidence,
            group,
        }));
    }
    found
}

/// Who answers where the turns are labelled "Q" and "A": the person named most before the first of them, nobody if two are.
fn interviewed(view: &View, turns: &[Turn]) -> Option<NounPhrase> {
    let labels = |turn: &Turn| turn.label.len() == 1 && view.is(turn.label.start, &["q", "a"]);
    let first = turns.first().filter(|_| turns.iter().all(labels))?;
    let mut told: Vec<(EntityId, usize, Range<usize>)> = Vec::new();
    for sentence in view.sentences.iter().filter(|it| it.block < first.block && !view.is_heading(it.block)) {
        for place in view.entities.within(sentence.tokens.clone()) {
            let is_person = view.entities.list[place.entity.0 as usize].kind == EntityKind::Person;
            match told.iter_mut().find(|(entity, ..)| *entity == place.entity) {
                Some((_, count, _)) => *count += 1,
                None if is_person => told.push((place.entity, 1, place.tokens.clone())),
                None => {}
            }
        }
    }
    let most = told.iter().map(|(_, count, _)| *count).max()?;
    let mut leading = told.into_iter().filter(|(_, count, _)| *count == most);
    leading.next().filter(|_| leading.next().is_none()).map(|(_, _, name)| NounPhrase::plain(name))
}

/// The people of a text by their initials, nobody for those that two have: "RQM" for Rosa Quispe Mamani.
fn by_initials(view: &View) -> BTreeMap<String, Option<NounPhrase>> {
    let mut found = BTreeMap::new();
    for person in view.entities.list.iter().filter(|entity| entity.kind == EntityKind::Person) {
        let initials = person.name.split([' ', '-']).filter_map(|word| word.chars().next()).collect();
        let named = person.mentions.iter().find(|mention| mention.form == Form::Name).map(|mention| {
            let tokens = &view.reading.tokens;
            NounPhrase::plain(tokens.token_at(mention.span.start)..tokens.token_at(mention.span.end - 1) + 1)
        });
        found.entry(initials).and_modify(|bearer| *bearer = None).or_insert(named);
    }
    found
}

/// The label of a turn if it is two to four letters in capitals: "MF:".
fn initials<'v>(view: &View<'v>, turn: &Turn) -> Option<&'v str> {
    let are_initials = |word: &&str| (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    view.word(turn.label.start).filter(are_initials).filter(|_| turn.label.len() == 1)
}

/// Blocks without marks that are somebody's words: announced by "The statement read:", or signed "— Ana Lowe (@analowe)".
pub(super) fn set_apart(view: &View, cues: &[Cue]) -> Vec<QuoteDraft> {
    let blocks = view.sentences.chunk_by(|a, b| a.block == b.block).collect::<Vec<_>>();
    let mut found = Vec::new();
    for pair in blocks.windows(2) {
        let (first, second) = (range(pair[0]), range(pair[1]));
        if let Some(signature) = signature(view, &second).filter(|_| is_plain(view, pair[0])) {
            found.push(unmarked(first, None, signature));
        } else if let Some((cue, speaker)) = announcement(view, cues, &first).filter(|_| is_plain(view, pair[1])) {
            found.push(unmarked(second, Some(cue), speaker));
        }
    }
    found.dedup_by(|later, earlier| later.parts == earlier.parts);
    found
}

fn range(sentences: &[MatrixSentence]) -> Range<usize> {
    sentences[0].tokens.start..sentences[sentences.len() - 1].tokens.end
}

/// Whether a block of the story holds no marks and no signature.
fn is_plain(view: &View, block: &[MatrixSentence]) -> bool {
    let tokens = range(block);
    let story = view.reading.article.blocks[block[0].block].kind.is_read();
    story && signature(view, &tokens).is_none() && view.quotation_at(tokens.start).is_none()
}

fn unmarked(words: Range<usize>, cue: Option<usize>, speaker: NounPhrase) -> QuoteDraft {
    QuoteDraft {
        kind: QuoteKind::Direct,
        parts: vec![words],
        cue,
        speaker: Some(speaker),
        evidence: Evidence::SetApart,
        group: None,
    }
}

/// The name in a line such as "— Ana Lowe (@analowe) June 3, 2024".
pub(super) fn signature(view: &View, tokens: &Range<usize>) -> Option<NounPhrase> {
    const LONGEST_NAME: usize = 8;
    let start = if view.is_dash(tokens.start) || view.word(tokens.start) == Some("-") {
        tokens.start + 1
    } else {
        tokens.start
    };
    let open = (start + 1..tokens.end.min(start + LONGEST_NAME)).find(|&i| view.word(i) == Some("("))?;
    view.word(open + 1).is_some_and(|word| word.starts_with('@')).then(|| NounPhrase::plain(start..open))
}

/// The cue that ends a block just before its colon.
fn announcement(view: &View, cues: &[Cue], tokens: &Range<usize>) -> Option<(usize, NounPhrase)> {
    let colon = tokens.end.checked_sub(1).filter(|&i| view.word(i) == Some(":"))?;
    let index = cues.partition_point(|cue| cue.tokens.start < colon).checked_sub(1)?;
    let ends = cues[index].tokens.end == colon && cues[index].takes(Frame::Quote);
    cues[index].speaker.clone().filter(|_| ends).map(|speaker| (index, speaker))
}

fn labelled(view: &View) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for sentence in &view.sentences {
        let label = label_at(view, sentence.tokens.start, sentence.tokens.end);
        match (label, turns.last_mut()) {
            (Some((label, colon)), _) => {
                let words = colon + 1..sentence.tokens.end;
                turns.push(Turn { label, words, block: sentence.block });
            }
            (None, Some(turn)) if turn.block == sentence.block => turn.words.end = sentence.tokens.end,
            _ => {}
        }
    }
    turns.retain(|turn| !turn.words.is_empty() && view.quotation_at(turn.words.start).is_none());
    let words: Vec<_> = turns.iter().map(|turn| view.word(turn.label.end - 1)).collect();
    let is_in_story = |turn: &Turn| {
        let kind = view.reading.article.blocks[turn.block].kind;
        kind.is_story() || kind == BlockKind::Heading
    };
    let kept: Vec<bool> = (turns.iter().zip(&words).enumerate())
        .map(|(index, (turn, word))| is_in_story(turn) || opens_conversation(&words[index + 1..], word))
        .collect();
    let mut kept = kept.into_iter();
    turns.retain(|_| kept.next() == Some(true));
    turns
}

/// Whether what looks like a headline is the first turn: its label comes back among the `later` ones.
fn opens_conversation(later: &[Option<&str>], label: &Option<&str>) -> bool {
    const SOON: usize = 8;
    later.iter().take(SOON).any(|word| word == label)
}

/// The label before a colon, and the colon: "Q", "LOWE", "Mr. Okonjo", "TOM [laughs]".
fn label_at(view: &View, start: usize, end: usize) -> Option<(Range<usize>, usize)> {
    if let Some(found) = bracketed_label(view, start, end) {
        return Some(found);
    }
    let colon = (start + 1..end.min(start + LONGEST_LABEL + 1)).find(|&i| view.word(i) == Some(":"))?;
    let named_until = (start + 1..colon).find(|&i| view.is(i, &["[", "("])).unwrap_or(colon);
    let fits =
        |i: usize| view.is_capitalised(i) || matches!(view.word(i), Some("-" | "&" | "de" | "van" | "bin" | "al"));
    ((start..named_until).all(fits)).then_some((start..named_until, colon))
}

/// "((Lowe)) Is it over?": the label between double brackets, and the last of them.
fn bracketed_label(view: &View, start: usize, end: usize) -> Option<(Range<usize>, usize)> {
    let is_double = |i: usize, bracket: &str| view.word(i) == Some(bracket) && view.word(i + 1) == Some(bracket);
    if !is_double(start, "(") {
        return None;
    }
    let inner = start + 2..end.min(start + 2 + LONGEST_LABEL + 1);
    let close = inner.clone().find(|&i| is_double(i, ")"))?;
    (close > inner.start && (inner.start..close).all(|i| view.is_capitalised(i)))
        .then_some((inner.start..close, close + 1))
}

/// Questions and answers, or at least two labels of which one comes back or all are written in capitals.
fn is_conversation(view: &View, turns: &[Turn]) -> bool {
    let last = |turn: &Turn| view.word(turn.label.end - 1).unwrap_or_default();
    let Some(first) = turns.first() else { return false };
    let known = turns.iter().any(|turn| view.entities.at_token(turn.label.end - 1).is_some());
    let initials = turns.iter().all(|turn| last(turn).chars().count() <= 2);
    if !known && !initials && !turns.iter().all(|turn| is_capitals(last(turn))) {
        return false;
    }
    let several = turns.iter().any(|turn| last(turn) != last(first));
    let names = || turns.iter().all(|turn| turn.label.clone().all(|i| is_name(view, i)));
    let capitals = turns.iter().all(|turn| is_capitals(last(turn)));
    let opener = |turn: &Turn| view.word(turn.label.start).unwrap_or_default();
    // Two full names with one surname are two people.
    let same = |turn: &Turn| {
        last(turn) == last(first) && (turn.label.len() != first.label.len() || opener(turn) == opener(first))
    };
    let comes_back = turns.len() > 2 && turns.iter().skip(1).any(same);
    several && (comes_back || capitals && names())
}

fn is_capitals(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}

fn is_name(view: &View, token: usize) -> bool {
    view.is_noun(token)
        || view.word(token).is_some_and(|word| word.chars().count() == 1)
        || view.tag(token) == Some(Tag::Other)
}

/// Unlabelled blocks in the first person between a turn and the next one.
fn continuations(view: &View, turn: &Turn, next: Option<usize>) -> Vec<Range<usize>> {
    const MOST: usize = 4;
    let blocks = (turn.block + 1..next.unwrap_or(view.reading.article.blocks.len())).take(MOST);
    let blocks = blocks.map_while(|block| first_person_block(view, block));
    // Nothing shows where the last turn ends but the person in which it is told.
    blocks.take_while(|block| next.is_some() || block.clone().any(|i| view.is(i, &["i", "my"]))).collect()
}

/// The tokens of a block of the story in which the first person speaks outside quotation marks.
fn first_person_block(view: &View, block: usize) -> Option<Range<usize>> {
    let info = view.reading.article.blocks[block];
    let tokens = &view.reading.tokens;
    let range = tokens.token_at(info.span.start)..tokens.token_at(info.span.end.saturating_sub(1)) + 1;
    let range = range.start..range.end.min(view.end());
    let speaks = range
        .clone()
        .any(|i| view.is(i, &["i", "my", "we", "our", "me", "us", "you"]) && view.quotation_at(i).is_none());
    (info.kind.is_story() && speaks && !view.is(range.start, &["(", "["])).then_some(range)
}
