//! Speakers whose words point back: "he" and "the source" for somebody whom the text describes but does not name.

use super::{
    adjuncts, apposition, clause_opening,
    cue::Cue,
    draft::QuoteDraft,
    evidence::Evidence,
    noun_phrases::NounPhrase,
    speakers,
    view::{MatrixSentence, View},
};
use crate::{
    entities::{ASKING, PUT_TO, Place},
    model::{Class, Gender},
    report::{EntityId, EntityKind, Form, QuoteKind},
    tokens::Tag,
};
use std::ops::Range;

/// How many sentences back a speaker is looked for.
const MOST_SENTENCES: usize = 4;
/// How sure the antecedent of a pronoun must be for the subject of the paragraph before not to be preferred.
const UNSURE: f32 = 0.85;
/// How many cues back.
const MOST_CUES: usize = 6;

/// Gives each quote whose speaker is a pronoun or a short description without an entity the words that introduce them, and a
/// pronoun right after somebody who spoke to them. The quotes stand in text order.
pub(super) fn settle(view: &View, cues: &[Cue], found: &mut [QuoteDraft]) {
    let continued = continued(view, cues);
    // Quotes that share the words of their speaker follow each other.
    let mut last: Option<(NounPhrase, NounPhrase)> = None;
    for quote in found {
        let Some(speaker) = &quote.speaker else { continue };
        let known = last.as_ref().filter(|(words, _)| words == speaker).map(|(_, introduced)| introduced.clone());
        let is_direct = quote.kind == QuoteKind::Direct;
        let goes_on = || quote.cue.and_then(|cue| continued[cue].clone());
        // Whoever answers is whom a question before was put to, if anybody named.
        let asked = || quote.cue.filter(|_| is_direct).and_then(|cue| who_was_asked(view, cues, cue));
        let is_answer = is_direct && quote.cue.is_some_and(|cue| answers(view, &cues[cue]));
        let earlier = || (is_direct && !is_answer).then(|| introduced(view, cues, speaker)).flatten();
        let same = || last.as_ref().filter(|(words, _)| means_the_same(view, words, speaker)).map(|it| it.1.clone());
        let introduced = known.or_else(goes_on).or_else(asked).or_else(earlier).or_else(same);
        let introduced = introduced.or_else(|| {
            let is_other = !is_direct && speakers::is_told_of(view, speaker, &quote.parts[0]);
            let taken = subject_before(view, cues, speaker, is_other).filter(|_| is_direct || quote.cue.is_some())?;
            (!is_answer).then(|| quote.evidence = Evidence::TakenUp)?;
            Some(taken)
        });
        if let Some(introduced) = introduced {
            last = quote.speaker.replace(introduced.clone()).map(|words| (words, introduced));
        }
    }
}

/// "“It was a loss,” he added. He also said": whether a pronoun means whom the one before it in the paragraph means, since
/// nobody was named between them and both were taken for the same person.
fn means_the_same(view: &View, earlier: &NounPhrase, later: &NounPhrase) -> bool {
    let tokens = view.reading.tokens;
    let block = |phrase: &NounPhrase| tokens.sentences[tokens.sentence_of(phrase.head())].block;
    let taken_for = |phrase: &NounPhrase| view.entities.at_token(phrase.head()).map(|place| place.entity);
    let gender = kind_of_pronoun(view, later);
    gender.is_some()
        && gender == kind_of_pronoun(view, earlier)
        && taken_for(earlier) == taken_for(later)
        && block(earlier) == block(later)
        && !names_person(view, earlier.tokens.end..later.tokens.start)
}

/// The person who was the subject of the sentence before a pronoun that was taken for somebody else: "Lowe, who had sued Kim,
/// said it was over. She called it a start", "Kim did not look up. Asked by Lowe whether she would go, she said". Whom the
/// words name is somebody else (`is_other`).
fn subject_before(view: &View, cues: &[Cue], pronoun: &NounPhrase, is_other: bool) -> Option<NounPhrase> {
    let gender = kind_of_pronoun(view, pronoun).filter(|_| pronoun.tokens.len() == 1)?;
    let taken = view.entities.at_token(pronoun.head())?;
    let here = view.sentences.partition_point(|sentence| sentence.tokens.end <= pronoun.tokens.start);
    let (before, sentence) = (view.sentences.get(here.checked_sub(1)?)?, view.sentences.get(here)?);
    let opener = sentence.tokens.start..pronoun.tokens.start;
    let asker = view.entities.within(asker(view, &opener));
    let is_asker = asker.iter().any(|place| place.entity == taken.entity);
    // Across paragraphs only what is far from sure gives way.
    let gives_way = before.block == sentence.block || is_asker || is_other || speakers::certainty(view, taken) < UNSURE;
    let after_asker = opener.end.min(end_of_asker(asker, opener.start))..opener.end;
    // "Lowe put it to her that she knew. “I did not,” she replied"
    let is_called_so = |place: &Place| place.entity == taken.entity && view.is(place.tokens.start, &["him", "her"]);
    let is_other_there = !is_asker && !is_other && view.entities.within(before.tokens.clone()).iter().any(is_called_so);
    if !gives_way || is_other_there || view.is_heading(before.block) || names_person(view, after_asker) {
        return None;
    }
    let spoke = speakers_since(cues, here, if is_asker { 0 } else { here - 1 });
    let entity = |phrase: &NounPhrase| speakers::place(view, phrase).map(|place| place.entity);
    // "The minister had promised it, Lowe told the paper": it is she who speaks.
    let is_last = |speaker: &&NounPhrase| speaker.tokens.start.checked_sub(1).is_some_and(|comma| view.is_comma(comma));
    let tail = spoke.clone().take(1).filter(is_last).count();
    let spoke = spoke.take(if tail > 0 { 1 } else { MOST_CUES });
    if !is_asker && !is_other && spoke.clone().any(|speaker| entity(speaker) == Some(taken.entity)) {
        return None;
    }
    let fits = |phrase: &NounPhrase| {
        let place = speakers::place(view, phrase).filter(|place| place.form != Form::Pronoun);
        place.is_some_and(|place| place.entity != taken.entity) && may_be(view, phrase, gender)
    };
    opening_subject(view, before).filter(fits).or_else(|| spoke.clone().find(|speaker| fits(speaker)).cloned())
}

/// "“What did you mean?” Lowe said to Kim. “It was a joke,” he replied", "Lowe asked the witness why. “I forgot,” she replied":
/// the hearer answers.
fn who_was_asked(view: &View, cues: &[Cue], cue: usize) -> Option<NounPhrase> {
    const NEAR: usize = 3;
    let pronoun = cues[cue].speaker.as_ref().filter(|_| cues[cue].replies())?;
    let gender = kind_of_pronoun(view, pronoun)?;
    let last = cues[..cue].iter().rev().find(|before| before.speaker.is_some())?;
    if cues[cue].sentence - last.sentence > NEAR {
        return None;
    }
    // "asked her why he had gone": the verb of the question may be one of saying, too.
    let same_sentence = cues[..cue].iter().rev().take_while(|before| before.sentence == last.sentence);
    let (before, hearer) = same_sentence
        .filter(|before| before.speaker.is_some())
        .find_map(|before| Some((before, adjuncts::addressee(view, before)?)))?;
    let is_named = speakers::place(view, &hearer).is_some_and(|place| place.form != Form::Pronoun);
    let is_described = before.asks() && is_person(view, &hearer);
    ((is_named || is_described) && may_be(view, &hearer, gender)).then_some(hearer)
}

/// "Lowe put it to her that she knew. “I did not,” she said", "Lowe pressed him. “No,” he replied": whether a pronoun answers
/// what the sentence before asked, so that neither whoever asks speaks nor anybody further up.
fn answers(view: &View, cue: &Cue) -> bool {
    let Some(before) = cue.sentence.checked_sub(1).and_then(|before| view.sentences.get(before)) else { return false };
    let asks = |i: usize| view.is(i, ASKING) && !view.is(i + 1, &["by"]);
    let is_put = |i: usize| PUT_TO.iter().zip(i..).all(|(&word, i)| view.is(i, &[word]));
    let is_question = |i: usize| view.quotation_at(i).is_none() && (is_put(i) || cue.replies() && asks(i));
    let is_pronoun = cue.speaker.as_ref().is_some_and(|speaker| kind_of_pronoun(view, speaker).is_some());
    is_pronoun && before.tokens.clone().any(is_question)
}

/// The speakers of the last cues before a sentence, as far back as the sentence `from`, the last one first.
fn speakers_since<'c>(
    cues: &'c [Cue],
    sentence: usize,
    from: usize,
) -> impl Iterator<Item = &'c NounPhrase> + Clone + use<'c> {
    let earlier = cues[..cues.partition_point(|cue| cue.sentence < sentence)].iter().rev().take(MOST_CUES);
    earlier.take_while(move |cue| cue.sentence >= from).filter_map(|cue| cue.speaker.as_ref())
}

/// The subject with which a sentence opens.
fn opening_subject(view: &View, sentence: &MatrixSentence) -> Option<NounPhrase> {
    const LONGEST_OPENER: usize = 2;
    let start = sentence.tokens.start;
    clause_opening::of_clause(view, start, sentence.tokens.end)
        .filter(|subject| subject.tokens.start <= start + LONGEST_OPENER)
        .map(|subject| apposition::renamed_after(view, subject))
}

/// "Asked by the chair, Ana Lowe, why": the tokens of who asks in what opens a sentence.
fn asker(view: &View, opener: &Range<usize>) -> Range<usize> {
    let by = opener.start + 1;
    let asks = view.has(opener.start, Class::Interview) || view.is(opener.start, &["told"]);
    let ends = |&i: &usize| {
        view.has(i, Class::ReportedQuestion)
            || view.is(i, &["about", "to", "that"])
            || view.tag(i) == Some(Tag::Pronoun)
    };
    let end = (by..opener.end).find(ends).unwrap_or(opener.end);
    if asks && view.is(by, &["by"]) { by..end } else { opener.start..opener.start }
}

fn end_of_asker(asker: &[Place], start: usize) -> usize {
    asker.last().map_or(start, |place| place.tokens.end)
}

/// Whether a range names a person whom a pronoun after it may mean.
fn names_person(view: &View, tokens: Range<usize>) -> bool {
    view.entities.within(tokens).iter().any(|place| {
        place.form != Form::Pronoun && view.entities.list[place.entity.0 as usize].kind == EntityKind::Person
    })
}

fn kind_of_pronoun(view: &View, speaker: &NounPhrase) -> Option<Class> {
    match () {
        () if view.is(speaker.head(), &["he"]) => Some(Class::Male),
        () if view.is(speaker.head(), &["she"]) => Some(Class::Female),
        () => None,
    }
}

/// For each cue with a pronoun that was taken for somebody named: the speaker of the cue before, if that one is somebody
/// else who is only described: "The spokesman said it was over. He said". In "Lowe said his client would plead. He said"
/// whoever is named spoke in that sentence, too.
fn continued(view: &View, cues: &[Cue]) -> Vec<Option<NounPhrase>> {
    let mut found: Vec<Option<NounPhrase>> = Vec::with_capacity(cues.len());
    for (index, cue) in cues.iter().enumerate() {
        let before = index.checked_sub(1).filter(|&before| goes_on(view, &cues[before], cue));
        let before = before.filter(|_| !spoke_just_before(view, &cues[..index], cue));
        let speaker = before.and_then(|before| found[before].clone().or_else(|| cues[before].speaker.clone()));
        let speaker = speaker.filter(|speaker| cue.speaker.as_ref().is_some_and(|it| takes_up(view, it, speaker)));
        found.push(speaker);
    }
    found
}

/// Whether whom the pronoun of a cue was taken for is the speaker of a cue in the sentence before.
fn spoke_just_before(view: &View, earlier: &[Cue], cue: &Cue) -> bool {
    let entity = |speaker: &NounPhrase| speakers::place(view, speaker).map(|place| place.entity);
    let of_pronoun = cue.speaker.as_ref().and_then(entity);
    let just_before = earlier.iter().rev().take_while(|before| before.sentence + 1 == cue.sentence);
    of_pronoun.is_some() && just_before.filter_map(|before| before.speaker.as_ref()).any(|it| entity(it) == of_pronoun)
}

/// Whether a cue stands in the sentence after another one, in its paragraph.
fn goes_on(view: &View, before: &Cue, cue: &Cue) -> bool {
    let same_block = view.sentences[before.sentence].block == view.sentences[cue.sentence].block;
    before.sentence + 1 == cue.sentence && same_block
}

/// Whether a pronoun may stand for somebody or something described that has no entity.
fn takes_up(view: &View, pronoun: &NounPhrase, phrase: &NounPhrase) -> bool {
    let head = phrase.head();
    let (it, plural) = (pronoun.head(), view.word(head).is_some_and(|word| word.ends_with('s')));
    let introduced = !view.is(phrase.tokens.start, &["the"]) || view.is(it, &["it"]);
    // "An army spokesman (Major Waheed Arshad)"
    let is_name = |place: &Place| matches!(place.form, Form::Name | Form::Short);
    let named = view
        .entities
        .within(phrase.tokens.clone())
        .iter()
        .any(|place| is_name(place) && view.entities.list[place.entity.0 as usize].kind == EntityKind::Person);
    let described = introduced && !named && !plural && view.is_lower_case(head);
    let described = described && speakers::place(view, phrase).is_none();
    pronoun.tokens.len() == 1 && described && agrees(view, it, head)
}

/// Whether a noun may be meant by a pronoun.
fn agrees(view: &View, pronoun: usize, noun: usize) -> bool {
    let has = |class| view.has(noun, class);
    let person = has(Class::PersonNoun) || has(Class::Male) || has(Class::Female);
    match () {
        () if view.is(pronoun, &["he"]) => !is_thing(view, noun) && !has(Class::Female),
        () if view.is(pronoun, &["she"]) => !is_thing(view, noun) && !has(Class::Male),
        () if view.is(pronoun, &["it"]) => has(Class::OrgNoun) && !person || has(Class::Document),
        () => false,
    }
}

/// Whether a noun that speaks is none for a person: a body, a place or a document.
fn is_thing(view: &View, noun: usize) -> bool {
    const PEOPLE: &[Class] = &[Class::PersonNoun, Class::Male, Class::Female];
    const THINGS: &[Class] = &[Class::OrgNoun, Class::PlaceNoun, Class::Document, Class::Occasion];
    let is_one_of = |classes: &[Class]| classes.iter().any(|&class| view.has(noun, class));
    is_one_of(THINGS) && !is_one_of(PEOPLE)
}

/// The words that introduce the speaker whose own words point back.
fn introduced(view: &View, cues: &[Cue], speaker: &NounPhrase) -> Option<NounPhrase> {
    let at = cues.partition_point(|cue| cue.tokens.start < speaker.tokens.start);
    let earlier = &cues[at.saturating_sub(MOST_CUES)..at];
    match kind(view, speaker) {
        Kind::Pronoun(gender) => of_pronoun(view, speaker, gender, earlier),
        Kind::Definite => of_description(view, speaker, earlier),
        Kind::Introduces => None,
    }
}

/// What the words of a speaker do.
enum Kind {
    /// "he", "she", unresolved; with the class of nouns that they may stand for.
    Pronoun(Class),
    /// "the source"
    Definite,
    /// Anything else.
    Introduces,
}

fn kind(view: &View, speaker: &NounPhrase) -> Kind {
    let head = speaker.head();
    match () {
        () if speakers::place(view, speaker).is_some() => Kind::Introduces,
        () if view.is(head, &["he"]) => Kind::Pronoun(Class::Male),
        () if view.is(head, &["she"]) => Kind::Pronoun(Class::Female),
        () if view.has(head, Class::Document) => Kind::Introduces,
        () if speaker.tokens.len() <= 3 && view.is(speaker.tokens.start, &["the", "that"]) => Kind::Definite,
        () => Kind::Introduces,
    }
}

/// The last person before a pronoun: the subject of a cue before it or the subject of a sentence before it.
fn of_pronoun(view: &View, pronoun: &NounPhrase, gender: Class, earlier: &[Cue]) -> Option<NounPhrase> {
    let at = pronoun.tokens.start;
    let here = view.sentences.partition_point(|sentence| sentence.tokens.end <= at);
    let fits = |phrase: &NounPhrase| phrase.tokens.end <= at && may_be(view, phrase, gender);
    for sentence in view.sentences[..=here.min(view.sentences.len() - 1)].iter().rev().take(MOST_SENTENCES) {
        if view.is_heading(sentence.block) && sentence.tokens.start > 0 {
            continue;
        }
        let speakers = earlier.iter().rev().filter_map(|cue| cue.speaker.as_ref());
        let mut speakers = speakers.filter(|phrase| sentence.tokens.contains(&phrase.tokens.start));
        let speaks = |phrase: &&NounPhrase| fits(phrase) || phrase.tokens.end <= at && is_new(view, phrase, gender);
        let subject = || clause_opening::of_clause(view, sentence.tokens.start, sentence.tokens.end);
        let subject = || subject().map(|phrase| apposition::renamed_after(view, phrase));
        if let Some(phrase) = speakers.find(speaks).cloned().or_else(|| subject().filter(fits)) {
            return Some(phrase);
        }
        if opens_with_somebody(view, sentence) && sentence.tokens.end <= at {
            return None;
        }
    }
    None
}

/// "A jeweller, who sells rings, was not surprised": whether a sentence is about somebody new.
fn opens_with_somebody(view: &View, sentence: &MatrixSentence) -> bool {
    view.is(sentence.tokens.start, &["a", "an", "another", "one"])
        && sentence.tokens.clone().any(|i| view.is(i, &["who"]))
}

/// Whether a phrase that speaks describes somebody new, whatever the noun: "a deckhand".
fn is_new(view: &View, phrase: &NounPhrase, gender: Class) -> bool {
    let other = if gender == Class::Male { Class::Female } else { Class::Male };
    let (head, is_one) = (phrase.head(), view.is(phrase.tokens.start, &["a", "an", "another", "one"]));
    is_one && view.is_lower_case(head) && !view.has(head, other) && !is_thing(view, head)
}

/// Whether a phrase names or describes one person of whom "he" or "she" may be said.
fn may_be(view: &View, phrase: &NounPhrase, gender: Class) -> bool {
    let other = if gender == Class::Male { Class::Female } else { Class::Male };
    let contrary = if gender == Class::Male { "she" } else { "he" };
    if phrase.core.clone().any(|i| view.has(i, other)) {
        return false;
    }
    match view.entities.at_token(phrase.head()) {
        Some(place) if place.form != Form::Pronoun => {
            let entity = &view.entities.list[place.entity.0 as usize];
            let first = &view.reading.model.first_names();
            let known = view.word(place.tokens.start).and_then(|word| first.gender(word));
            let differs = known.is_some_and(|known| (known == Gender::Male) != (gender == Class::Male));
            entity.kind == EntityKind::Person && !differs && !called(view, place.entity, contrary)
        }
        Some(_) => false,
        None => is_person(view, phrase) || is_unlisted_name(view, phrase, other),
    }
}

/// "Lowe's mother, Dawn, said": what was not taken for a name, after words for somebody who is not of the `other` sex.
fn is_unlisted_name(view: &View, phrase: &NounPhrase, other: Class) -> bool {
    let (head, first) = (phrase.head(), phrase.tokens.start);
    let described = (first..phrase.core.start).find(|&i| view.is_comma(i)).map(|comma| NounPhrase::plain(first..comma));
    view.is_capitalised(head)
        && described.is_some_and(|described| is_person(view, &described) && !view.has(described.head(), other))
}

/// Whether a pronoun stands for an entity among its first mentions.
fn called(view: &View, entity: EntityId, pronoun: &str) -> bool {
    const MOST: usize = 40;
    let mentions = view.entities.list[entity.0 as usize].mentions.iter().take(MOST);
    let mut pronouns = mentions.filter(|mention| mention.form == Form::Pronoun);
    pronouns.any(|mention| mention.span.of(view.reading.text).eq_ignore_ascii_case(pronoun))
}

/// Whether a phrase describes one person: "A former contractor", "My late father", "Lowe's lawyer".
fn is_person(view: &View, phrase: &NounPhrase) -> bool {
    const SORTS: &[Class] = &[Class::PersonNoun, Class::Male, Class::Female];
    let head = phrase.head();
    let is_owned = (phrase.tokens.start..head).any(|i| view.tag(i) == Some(Tag::PossessiveMark));
    let opens = is_owned || view.opens_phrase(phrase.tokens.start);
    opens
        && SORTS.iter().any(|&sort| view.has(head, sort))
        && !view.word(head).is_some_and(|word| word.ends_with("men"))
}

/// The description that "the source" or "the investor" takes up: "An investor familiar with the talks".
fn of_description(view: &View, definite: &NounPhrase, earlier: &[Cue]) -> Option<NounPhrase> {
    const ANYBODY: &[&str] = &["person", "source", "man", "woman", "official"];
    let head = view.word(definite.head())?;
    let general = view.is(definite.head(), ANYBODY);
    let introduces = |phrase: &&NounPhrase| {
        let indefinite = view.is(phrase.tokens.start, &["a", "an", "one", "another"]);
        let begins = |i: usize| view.word(i).is_some_and(|word| begins_with(word, head));
        let same = general && is_person(view, phrase) || phrase.core.clone().any(begins);
        phrase.tokens.end <= definite.tokens.start && indefinite && same
    };
    earlier.iter().rev().filter_map(|cue| cue.speaker.as_ref()).find(introduces).cloned()
}

/// Whether a word is another or its short form: "veterinarian" and "vet".
fn begins_with(word: &str, short: &str) -> bool {
    short.len() > 2 && word.get(..short.len()).is_some_and(|start| start.eq_ignore_ascii_case(short))
}
