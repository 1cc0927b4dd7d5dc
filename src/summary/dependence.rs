//! Which sentence another one depends on: what it starts from is said only there.

use crate::{
    Span,
    entities::{Entities, Place},
    model::{Class, Classes, PHRASE_START, phrase_step},
    report::{self, Quote},
    text::chars::is_double_quote,
    tokens::{Reading, SentenceTokens},
};

/// The longest phrase of the lists of openings, in words.
const LONGEST_PHRASE: usize = 5;
/// How far into a sentence a pronoun or description is looked for that has no name before it.
const OPENING: usize = 8;

/// The longest sentence that may speak to the reader about the page, in tokens.
const LONGEST_ASIDE: usize = 16;

/// Whether a sentence speaks to the reader about the page: "Scroll down for video."
pub(super) fn is_aside(reading: Reading, sentence: &SentenceTokens) -> bool {
    let tokens = &sentence.tokens;
    let is_mark = |token: usize| reading.tokens.form(token).shape.is_mark();
    // A single word, as "advertisement", must be all there is.
    let is_enough = |end: usize| end > tokens.start + 1 || (end..tokens.end).all(is_mark);
    let mut openings = opening_classes(reading, tokens.start, tokens.end);
    tokens.len() <= LONGEST_ASIDE && openings.any(|(end, classes)| classes.has(Class::Aside) && is_enough(end))
}

/// Whether a sentence opens with quoted words and nobody is said to speak.
pub(super) fn is_bare_quotation(reading: Reading, sentence: &SentenceTokens) -> bool {
    let says = |token: usize| reading.tokens.classes(token).has(Class::Saying);
    begins_quoted(reading, sentence) && !sentence.tokens.clone().any(says)
}

/// Whether a sentence begins with a quotation mark or inside a quotation.
pub(super) fn begins_quoted(reading: Reading, sentence: &SentenceTokens) -> bool {
    let first = sentence.tokens.start;
    reading.word(first).chars().all(is_double_quote) || reading.tokens.quotations.holding(first).is_some()
}

/// For every sentence, given in text order, the one that it depends on, as its place among the given ones: an earlier one if it
/// opens with "but" or "he", that which names the speaker if it is a quotation without.
pub(super) fn find(
    reading: Reading,
    entities: &Entities,
    quotes: &[Quote],
    sentences: &[&SentenceTokens],
) -> Vec<Option<usize>> {
    let nobody = || vec![None; entities.list.len()];
    let mut finder = Finder { reading, entities, quotes, sentences, named: nobody(), introduced: nobody() };
    let found = sentences.iter().enumerate().map(|(at, sentence)| {
        let depends = finder.dependence(at, sentence).filter(|_| at > 0);
        finder.note_names(at, sentence);
        depends
    });
    let mut found: Vec<_> = found.collect();
    break_circles(&mut found);
    found
}

/// No two sentences wait for each other: one that names the speaker for those before it depends on none of them.
fn break_circles(found: &mut [Option<usize>]) {
    for at in 0..found.len() {
        if let Some(on) = found[at].filter(|&on| on > at) {
            found[on] = found[on].filter(|&next| next < at);
        }
    }
}

struct Finder<'a> {
    reading: Reading<'a>,
    entities: &'a Entities,
    quotes: &'a [Quote],
    sentences: &'a [&'a SentenceTokens],
    /// For every entity the last sentence so far that names it.
    named: Vec<Option<usize>>,
    /// For every entity the first sentence that gives its full name.
    introduced: Vec<Option<usize>>,
}

impl Finder<'_> {
    fn dependence(&self, at: usize, sentence: &SentenceTokens) -> Option<usize> {
        let before = at.checked_sub(1)?;
        if let Some(on) = self.speaker_elsewhere(before, sentence) {
            return Some(on);
        }
        let start = self.first_word(sentence);
        let end = sentence.tokens.end;
        let opening: Vec<_> = opening_classes(self.reading, start, end).collect();
        if opening.iter().any(|(_, classes)| classes.has(Class::Connective)) {
            return Some(before);
        }
        self.named_elsewhere(before, sentence)
            .or_else(|| self.points_back(&opening, start, end).then_some(before))
            .or_else(|| self.introduced_elsewhere(sentence))
    }

    /// The sentence that says who somebody is of whom this one speaks by the surname: "Lowe called for patience."
    fn introduced_elsewhere(&self, sentence: &SentenceTokens) -> Option<usize> {
        let places = self.entities.within(sentence.tokens.clone());
        let is_person = |place: &Place| self.entities.list[place.entity.0 as usize].kind == report::EntityKind::Person;
        let is_introduced =
            |short: &Place| places.iter().any(|place| place.entity == short.entity && place.form == report::Form::Name);
        let short = |place: &&Place| place.form == report::Form::Short && is_person(place) && !is_introduced(place);
        self.introduced[places.iter().find(short)?.entity.0 as usize]
    }

    /// The sentence that names the speaker of the quotation with which this one opens.
    fn speaker_elsewhere(&self, before: usize, sentence: &SentenceTokens) -> Option<usize> {
        let opens = |quote: &&Quote| quote.parts.iter().any(|part| sentence.span.overlaps(*part));
        let after = self.quotes.partition_point(|q| q.parts.last().is_none_or(|p| p.end <= sentence.span.start));
        let Some(quote) = self.quotes[after..].iter().take(2).find(opens) else {
            return is_bare_quotation(self.reading, sentence).then_some(before);
        };
        let is_bare = quote.kind != report::QuoteKind::Indirect && begins_quoted(self.reading, sentence);
        match quote.speaker_span {
            Some(span) if sentence.span.overlaps(span) => None,
            _ if !is_bare || quote.cue.is_some_and(|cue| sentence.span.overlaps(cue)) => None,
            Some(span) if span.start >= sentence.span.end => Some(self.at(span).unwrap_or(before)),
            _ => Some(quote.speaker.and_then(|id| self.named[id.0 as usize]).unwrap_or(before)),
        }
    }

    /// The given sentence that holds a span.
    fn at(&self, span: Span) -> Option<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        self.sentences.get(at).filter(|sentence| sentence.span.overlaps(span)).map(|_| at)
    }

    /// The token of the first word, after quotation marks, dashes and bullets.
    fn first_word(&self, sentence: &SentenceTokens) -> usize {
        let is_mark = |&token: &usize| self.reading.tokens.form(token).shape.is_mark();
        sentence.tokens.clone().find(|token| !is_mark(token)).unwrap_or(sentence.tokens.start)
    }

    /// The sentence that names what this one opens with as "he" or "the minister", if it does not name it first itself.
    fn named_elsewhere(&self, before: usize, sentence: &SentenceTokens) -> Option<usize> {
        let places = self.entities.within(sentence.tokens.clone());
        let first = places.iter().find(|p| self.entities.list[p.entity.0 as usize].kind.is_named())?;
        let is_name = |place: &Place| matches!(place.form, report::Form::Name | report::Form::Short);
        // "I ran," said Reyes.
        let says_i = self.reading.tokens.quotations.holding(first.tokens.start).is_some()
            && places.iter().any(|place| is_name(place) && place.entity == first.entity);
        if is_name(first) || says_i || first.tokens.start >= sentence.tokens.start + OPENING {
            return None;
        }
        Some(self.named[first.entity.0 as usize].unwrap_or(before))
    }

    /// Whether a sentence opens with a word that refers back and is not explained by what follows.
    fn points_back(&self, opening: &[(usize, Classes)], start: usize, end: usize) -> bool {
        match opening.iter().rfind(|(_, classes)| classes.has(Class::Pointing)) {
            Some(&(next, _)) => !self.says_when(start, next, end),
            None => self.retells(start, end),
        }
    }

    /// "This week", "that year" and "this Sunday" tell when; they do not refer back.
    fn says_when(&self, start: usize, next: usize, end: usize) -> bool {
        let is_demonstrative = ["this", "that"].iter().any(|w| self.reading.word(start).eq_ignore_ascii_case(w));
        let is_time = |token: usize| {
            let classes = self.reading.tokens.classes(token);
            [Class::Month, Class::Weekday, Class::TimeSpan].into_iter().any(|class| classes.has(class))
        };
        is_demonstrative && next < end && is_time(next)
    }

    /// "The move", "the attack", unless the sentence says which: "the attack on the embassy".
    fn retells(&self, start: usize, end: usize) -> bool {
        let word = |token: usize| self.reading.word(token);
        let has = |token: usize, class| self.reading.tokens.classes(token).has(class);
        if !word(start).eq_ignore_ascii_case("the") || start + 2 >= end || !has(start + 1, Class::Retelling) {
            return false;
        }
        !has(start + 2, Class::Specifying)
    }

    fn note_names(&mut self, at: usize, sentence: &SentenceTokens) {
        for place in self.entities.within(sentence.tokens.clone()) {
            if matches!(place.form, report::Form::Name | report::Form::Short) {
                self.named[place.entity.0 as usize] = Some(at);
            }
            if place.form == report::Form::Name {
                self.introduced[place.entity.0 as usize].get_or_insert(at);
            }
        }
    }
}

/// The classes of the word at `start` and of the phrases that it begins, each with the token after it.
fn opening_classes(reading: Reading, start: usize, end: usize) -> impl Iterator<Item = (usize, Classes)> {
    // Most words begin no phrase.
    let longest = if reading.tokens.classes(start).has(Class::Prefix) { LONGEST_PHRASE } else { 1 };
    let (lexicon, mut hash) = (reading.model.lexicon(), PHRASE_START);
    (start..end.min(start + longest)).map(move |token| {
        hash = phrase_step(hash, reading.tokens.form(token).lower);
        (token + 1, lexicon.classes(hash))
    })
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    /// The first words of the sentence that the last one of a text depends on.
    fn depends_on(text: &str) -> Option<String> {
        let report = analyze(text, &Options::new());
        let last = report.summary.iter().max_by_key(|ranked| ranked.sentence)?;
        let on = report.sentences[last.needs? as usize].span.of(text);
        Some(on.split(' ').take(2).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn a_sentence_depends_on_the_one_that_says_what_it_starts_from() {
        let story = "Ana Lowe closed the bridge on Sunday. Rain had fallen for a week.";
        for (last, on) in [
            ("But drivers ignored the signs.", Some("Rain had")),
            ("As a result, the fields were under water.", Some("Rain had")),
            ("Those were the worst days in years.", Some("Rain had")),
            ("The move surprised many drivers.", Some("Rain had")),
            ("\"Nobody told us anything about it at all.\"", Some("Rain had")),
            ("The closure of the tunnel comes next.", None),
            ("This week the tunnel will be closed too.", None),
            ("Many drivers ignored the signs.", None),
            ("Few drivers saw what Lowe had done.", Some("Ana Lowe")),
            ("Few drivers saw what Mayor Ana Lowe had done.", None),
            ("\"Nobody told us,\" said Omar Reyes, a driver.", None),
            (
                "Omar Reyes wrote at noon on his page, \"Nobody told us. Nobody ever does in this town.\"",
                Some("Omar Reyes"),
            ),
            ("Omar Reyes, a driver, said: \"Nobody told us. Nobody ever does in this town.\"", Some("Omar Reyes,")),
        ] {
            assert_eq!(depends_on(&format!("{story} {last}")).as_deref(), on, "{last}");
        }
    }

    #[test]
    fn quoted_words_wait_for_the_sentence_that_names_their_speaker() {
        let text = "Ana Lowe closed the bridge on Sunday. Rain had fallen for a week. \"I saw the middle pillar break. \
            Then I ran as fast as I could,\" said Omar Reyes, a driver.";
        let report = analyze(text, &Options::new());
        let needs = report.summary.iter().find(|ranked| ranked.sentence == 2).and_then(|ranked| ranked.needs);
        assert_eq!(needs, Some(3), "{:?}", report.summary);
    }

    #[test]
    fn words_to_the_reader_are_not_ranked() {
        for (sentence, ranked) in [
            ("Scroll down for video.", false),
            ("Click here to see the map.", false),
            ("Advertisement.", false),
            ("Advertisement revenue fell by five percent.", true),
            ("Watch the eclipse from home, the agency said.", true),
            (
                "Read more books, the minister told pupils, teachers and parents in a speech at the opening of the school.",
                true,
            ),
        ] {
            let text = format!("Ana Lowe closed the bridge on Sunday. {sentence} Rain had fallen for a week.");
            let report = analyze(&text, &Options::new());
            assert_eq!(report.summary.iter().any(|found| found.sentence == 1), ranked, "{sentence}");
        }
    }

    #[test]
    fn the_first_sentence_depends_on_nothing() {
        assert_eq!(depends_on("But it rained."), None);
    }
}
