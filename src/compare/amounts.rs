//! The amounts of a story: money, percentages and ages as its report has them, and every other number with what follows
//! it, since "the toll rose to 14" counts as well as "14 people".

use super::{
    claims::{Claim, Leeway, Measure},
    given::{Entity, Value},
    story::{Story, Word},
};
use crate::{
    EntityKind, Model, Span,
    model::{ValueKind, Values, hash_lower},
    sort,
    text::chars::is_dash,
};
use std::ops::Range;

/// At most so many words after a number say what it counts.
const LONGEST_UNIT: usize = 3;

/// The amounts of a story in text order, each with the words around it that say what it counts.
pub(super) fn of(story: &Story, model: &Model) -> Vec<Claim> {
    let reader = Reader { story, values: model.values(), taken: taken(story) };
    let valued = story.given.entities.iter().filter_map(|entity| Some((measure(entity)?, entity)));
    let mut claims: Vec<Claim> = valued.flat_map(|(measure, entity)| reader.stated(measure, entity)).collect();
    for sentence in 0..story.sentences.len() {
        reader.counted(sentence, &mut claims);
    }
    sort::by_key(&mut claims, |claim| sort::span(claim.span));
    claims
}

/// What an entity measures that needs no unit.
fn measure(entity: &Entity) -> Option<Measure> {
    let currency = |value: &Value| value.currency.as_deref().map(hash_lower);
    match entity.kind {
        EntityKind::Money => entity.value.as_ref().map(|value| Measure::Money(currency(value))),
        EntityKind::Percent => Some(Measure::Percent),
        EntityKind::Age => Some(Measure::Age),
        _ => None,
    }
}

/// Where numbers are no amounts of their own, or are told as such already, in text order.
fn taken(story: &Story) -> Vec<Span> {
    let is_plain = |kind| matches!(kind, EntityKind::Quantity);
    let entities = story.given.entities.iter().filter(|entity| !is_plain(entity.kind));
    let mut taken: Vec<Span> = entities.flat_map(|entity| &entity.mentions).map(|mention| mention.span).collect();
    sort::by_key(&mut taken, |span| sort::span(*span));
    taken
}

struct Reader<'a, 't> {
    story: &'a Story<'t>,
    values: Values<'a>,
    taken: Vec<Span>,
}

impl Reader<'_, '_> {
    /// The amounts of an entity of the report.
    fn stated(&self, measure: Measure, entity: &Entity) -> Vec<Claim> {
        let Some(Value { amount: Some(from), amount_to, .. }) = entity.value else { return Vec::new() };
        let mentions = entity.mentions.iter().filter(|mention| mention.is_of_story);
        let claim = |span: Span| {
            let words = self.story.word_at(span.start)..self.story.word_at(span.end);
            let leeway = Leeway::before(self.story, words.start, self.values);
            let sentence = self.story.sentence_at(span)?;
            let to = amount_to.unwrap_or(from);
            Some(Claim { span, words, sentence, measure, from, to, unit: Vec::new(), leeway })
        };
        mentions.filter_map(|mention| claim(mention.span)).collect()
    }

    /// Every other number of a sentence.
    fn counted(&self, sentence: usize, claims: &mut Vec<Claim>) {
        let Range { start, end } = self.story.sentences[sentence].words;
        let mut at = start;
        while at < end {
            let Some((number, after)) = self.number(at, end) else {
                at += 1;
                continue;
            };
            claims.extend(self.claim(sentence, number, at..after, end));
            at = after;
        }
    }

    fn claim(&self, sentence: usize, number: f64, words: Range<usize>, end: usize) -> Option<Claim> {
        let story = self.story;
        let time = story.words[..end].get(words.end).and_then(|word| self.days(word));
        let span = story.words[words.start].span;
        if number == 1.0 || self.is_taken(span) && time.is_none() {
            return None;
        }
        let mut unit = words.end..words.end;
        while unit.len() < LONGEST_UNIT && unit.end < end && self.may_be_counted(unit.end) {
            unit.end += 1;
        }
        // "two of everything", "one in three"
        if unit.is_empty() && time.is_none() && number < 10.0 {
            return None;
        }
        let last = story.words[unit.end.max(words.end) - 1].span;
        let (measure, factor) = time.map_or((Measure::Count, 1.0), |days| (Measure::Time, days));
        Some(Claim {
            span: span.join(last),
            leeway: Leeway::before(story, words.start, self.values),
            sentence,
            measure,
            from: number * factor,
            to: number * factor,
            unit: if time.is_some() { Vec::new() } else { story.words[unit.clone()].iter().map(|w| w.stem).collect() },
            words: words.start..unit.end,
        })
    }

    /// Whether a word goes on with what a number counts: no mark stands before it, and it carries no grammar.
    fn may_be_counted(&self, at: usize) -> bool {
        let word = &self.story.words[at];
        word.tells() && !word.has_digit && !self.is_after_mark(at) && !self.is_taken(word.span)
    }

    fn is_after_mark(&self, at: usize) -> bool {
        let words = &self.story.words;
        let between = at.checked_sub(1).map_or("", |before| {
            &self.story.text[words[before].span.end as usize..words[at].span.start.max(words[before].span.end) as usize]
        });
        between.contains(|c: char| !c.is_whitespace() && !is_dash(c))
    }

    /// The number that begins with a word, and the first word after it.
    fn number(&self, at: usize, end: usize) -> Option<(f64, usize)> {
        let words = &self.story.words[..end];
        let (mut number, mut after) = match self.simple(&words[at]) {
            Some(number) => (number, at + 1),
            // "a dozen", "a hundred"
            None if words[at].span.of(self.story.text) == "a" => (1.0, at + 1),
            None => return None,
        };
        let is_article = !words[at].has_digit && number == 1.0;
        if self.is_joined(at) || self.is_joined(after) && words[at].has_digit {
            return None;
        }
        // "forty-three"
        if (20.0..100.0).contains(&number)
            && !words[at].has_digit
            && let Some(units) = words.get(after).and_then(|word| self.simple(word)).filter(|units| *units < 10.0)
        {
            (number, after) = (number + units, after + 1);
        }
        let first = after;
        while let Some(factor) = words.get(after).and_then(|word| self.factor(word)) {
            (number, after) = (number * factor, after + 1);
        }
        (!is_article || after > first).then_some((number, after))
    }

    /// Whether a dash or another mark joins a word to a number before it, as in a score.
    fn is_joined(&self, at: usize) -> bool {
        let words = &self.story.words;
        let (Some(before), Some(word)) = (at.checked_sub(1).map(|before| &words[before]), words.get(at)) else {
            return false;
        };
        before.has_digit && word.has_digit && before.span.end + 4 > word.span.start && {
            let between = &self.story.text[before.span.end as usize..word.span.start as usize];
            !between.contains(char::is_whitespace)
        }
    }

    fn simple(&self, word: &Word) -> Option<f64> {
        if word.has_digit {
            return word.span.of(self.story.text).replace(',', "").parse().ok();
        }
        self.value(word)?.strip_prefix("number ")?.parse().ok()
    }

    fn factor(&self, word: &Word) -> Option<f64> {
        self.value(word)?.strip_prefix("magnitude ")?.parse().ok()
    }

    /// How many days a stretch of time has.
    fn days(&self, word: &Word) -> Option<f64> {
        Some(match self.value(word)?.strip_prefix("unit ")? {
            "day" => 1.0,
            "week" => 7.0,
            "fortnight" => 14.0,
            "month" => 30.0,
            "year" => 365.0,
            "decade" => 3650.0,
            _ => return None,
        })
    }

    fn value(&self, word: &Word) -> Option<&str> {
        self.values.get(ValueKind::AmountWord, hash_lower(word.span.of(self.story.text)))
    }

    fn is_taken(&self, span: Span) -> bool {
        let after = self.taken.partition_point(|taken| taken.end <= span.start);
        self.taken.get(after).is_some_and(|taken| taken.overlaps(span))
    }
}
