//! The sentences of the story with all that is known of each before any is chosen.

use super::{
    dependence::{self, Dependence},
    features::{Bins, Feature},
    terms::{Terms, shared},
};
use crate::{
    Span,
    entities::{Entities, Place},
    model::{Class, Classes},
    report::{BlockKind, EntityId, EntityKind, Form, Quote},
    sort,
    tokens::{Reading, SentenceTokens},
};

/// The sentences that may be chosen, in text order.
#[derive(Debug, Default)]
pub struct Candidates {
    pub(super) list: Vec<Candidate>,
    pub(super) terms: Terms,
}

/// A sentence that may be chosen.
#[derive(Debug)]
pub(super) struct Candidate {
    /// Its index among all sentences of the text.
    pub(super) sentence: u32,
    #[cfg_attr(not(feature = "training"), allow(dead_code, reason = "the trainer cuts the text there"))]
    pub(super) span: Span,
    /// Its bins; those that depend on what is chosen are 0.
    pub(super) bins: Bins,
    /// The candidate that must be chosen before it.
    pub(super) needs: Option<usize>,
    /// The people whom it calls by their full name.
    pub(super) introduces: Vec<EntityId>,
    /// The people whom it calls by a short name alone.
    pub(super) presumes: Vec<EntityId>,
}

impl Candidates {
    /// Gathers the sentences of the story: no headings, captions, credits or other matter, no run-in heads, no word
    /// to the reader, no line that is no sentence.
    pub(crate) fn gather(reading: Reading, entities: &Entities, quotes: &[Quote]) -> Candidates {
        let is_told = |s: &SentenceTokens| {
            let in_story = reading.article.blocks[s.block].kind.is_story();
            !s.lead && in_story && is_sentence(reading, s) && !dependence::is_aside(reading, s)
        };
        let all = reading.tokens.sentences.iter().enumerate();
        // Whoever speaks before anything is told is named later, if at all.
        let told = all.filter(|(_, s)| is_told(s)).skip_while(|(_, s)| dependence::is_bare_quotation(reading, s));
        let (indices, sentences): (Vec<_>, Vec<_>) = told.unzip();
        let terms = Terms::read(reading, &sentences);
        let dependences = dependence::find(reading, entities, quotes, &sentences);
        let view = View { reading, entities, quotes, sentences: &sentences, terms: &terms };
        let document = Document::read(&view);
        let describe = |(at, index): (usize, &usize)| Candidate {
            sentence: *index as u32,
            span: sentences[at].span,
            bins: view.bins(at, &document, dependences[at]),
            needs: dependences[at].map(|(_, on)| on),
            introduces: view.people(at, |form| form == Form::Name),
            presumes: view.people(at, |form| form == Form::Short),
        };
        let list = indices.iter().enumerate().map(describe).collect();
        Candidates { list, terms }
    }
}

/// Whether a line is a sentence, by its end and its length: no title, no item of a menu, no "What you need to know:".
fn is_sentence(reading: Reading, sentence: &SentenceTokens) -> bool {
    const FEWEST: usize = 2;
    let is_mark = |&token: &usize| reading.tokens.form(token).shape.is_mark();
    let words = sentence.tokens.clone().filter(|token| !is_mark(token));
    let text = sentence.span.of(reading.text).trim_end_matches(|c: char| !c.is_alphanumeric() && !ends_sentence(c));
    words.take(FEWEST).count() == FEWEST && text.ends_with(ends_sentence)
}

const fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

struct View<'a> {
    reading: Reading<'a>,
    entities: &'a Entities,
    quotes: &'a [Quote],
    sentences: &'a [&'a SentenceTokens],
    terms: &'a Terms,
}

/// What a sentence is measured against.
struct Document {
    /// For every sentence its closeness to the whole, not yet beside the best.
    central: Vec<f32>,
    most_central: f32,
    /// For every sentence how much it names, not yet beside the most.
    salience: Vec<f32>,
    most_salient: f32,
    /// For every sentence how many salient entities are named there first.
    first_names: Vec<u32>,
    /// For every sentence how many stand before it in its block.
    in_paragraph: Vec<usize>,
    has_paragraphs: bool,
}

impl Document {
    fn read(view: &View) -> Document {
        let central: Vec<f32> = view.terms.of.iter().map(|terms| closeness(terms, &view.terms.holders)).collect();
        let salience: Vec<f32> = (0..view.sentences.len()).map(|at| view.salience(at)).collect();
        let in_paragraph = in_paragraph(view.sentences);
        let blocks = in_paragraph.iter().filter(|&&before| before == 0).count();
        Document {
            most_central: greatest(&central),
            most_salient: greatest(&salience),
            first_names: view.first_names(),
            has_paragraphs: blocks * 10 > view.sentences.len(),
            central,
            salience,
            in_paragraph,
        }
    }
}

fn greatest(values: &[f32]) -> f32 {
    values.iter().copied().fold(f32::MIN_POSITIVE, f32::max)
}

/// The cosine between a sentence and the sum of all, up to a factor that all sentences share.
fn closeness(terms: &[u32], holders: &[u32]) -> f32 {
    let sum: u32 = terms.iter().map(|&term| holders[term as usize]).sum();
    sum as f32 / (terms.len().max(1) as f32).sqrt()
}

fn in_paragraph(sentences: &[&SentenceTokens]) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::with_capacity(sentences.len());
    for (at, sentence) in sentences.iter().enumerate() {
        let goes_on = at > 0 && sentences[at - 1].block == sentence.block;
        places.push(if goes_on { places[at - 1] + 1 } else { 0 });
    }
    places
}

fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

impl View<'_> {
    fn bins(&self, at: usize, document: &Document, dependence: Option<(Dependence, usize)>) -> Bins {
        let mut bins = Bins::default();
        let mut set = |feature: Feature, value: f32| bins[feature as usize] = feature.bin(value);
        let flag = |yes: bool| f32::from(u8::from(yes));
        let terms = &self.terms.of[at];
        let words = self.words(at);
        set(Feature::Position, at as f32);
        set(Feature::InParagraph, if document.has_paragraphs { document.in_paragraph[at] as f32 } else { -1.0 });
        set(Feature::Length, words.all as f32);
        set(Feature::Central, document.central[at] / document.most_central);
        set(Feature::Recurring, share(self.recurring(terms), terms.len()));
        set(Feature::Leads, self.leads(at) as f32);
        let headline = &self.terms.headline;
        set(Feature::Headline, if headline.is_empty() { -1.0 } else { share(shared(headline, terms), headline.len()) });
        set(Feature::LikeFirst, if at == 0 { 0.0 } else { share(shared(terms, &self.terms.of[0]), terms.len()) });
        set(Feature::Quoted, share(words.quoted, words.all));
        set(Feature::Reports, flag(words.saying));
        set(Feature::Numbers, words.numbers as f32);
        set(Feature::Dates, words.dates as f32);
        set(Feature::Asks, flag(words.asks));
        set(Feature::Personal, words.personal as f32);
        set(Feature::Dependence, dependence.map_or(0.0, |(kind, _)| kind as u8 as f32 + 1.0));
        set(Feature::SetOff, flag(self.reading.article.blocks[self.sentences[at].block].kind != BlockKind::Body));
        let salient = document.most_salient > f32::MIN_POSITIVE;
        set(Feature::Salience, if salient { document.salience[at] / document.most_salient } else { -1.0 });
        set(Feature::FirstNames, document.first_names[at] as f32);
        bins
    }

    fn recurring(&self, terms: &[u32]) -> usize {
        terms.iter().filter(|&&term| self.terms.holders[term as usize] > 1).count()
    }

    /// How many of its terms a sentence is the first to hold and others take up.
    fn leads(&self, at: usize) -> usize {
        let (first, holders) = (&self.terms.first, &self.terms.holders);
        let leads = |&&term: &&u32| first[term as usize] == at as u32 && holders[term as usize] > 1;
        self.terms.of[at].iter().filter(leads).count()
    }

    fn words(&self, at: usize) -> Words {
        let tokens = self.sentences[at].tokens.clone();
        let mut words = Words::default();
        for token in tokens {
            let form = self.reading.tokens.form(token);
            let word = self.reading.word(token);
            let quoted = self.reading.tokens.quotations.holding(token).is_some();
            if form.shape.is_mark() {
                words.asks |= word.contains(['?', '!']);
                continue;
            }
            words.all += 1;
            words.quoted += usize::from(quoted);
            words.saying |= !quoted && form.classes.has(Class::Saying);
            words.numbers += usize::from(form.shape.has_digit());
            words.dates += usize::from(form.classes.has(Class::Month) || form.classes.has(Class::Weekday));
            words.personal += usize::from(!quoted && is_personal(form.classes, word));
        }
        words.saying |= self.is_reported(at);
        words
    }

    /// Whether a part of a sentence is a quote of the report.
    fn is_reported(&self, at: usize) -> bool {
        let span = self.sentences[at].span;
        let after = self.quotes.partition_point(|q| q.parts.last().is_none_or(|p| p.end <= span.start));
        self.quotes[after..].first().is_some_and(|q| q.parts.iter().any(|p| p.overlaps(span)))
    }

    fn places(&self, at: usize) -> &[Place] {
        self.entities.within(self.sentences[at].tokens.clone())
    }

    /// The salience of the different entities that a sentence names, added up.
    fn salience(&self, at: usize) -> f32 {
        let mut named: Vec<EntityId> = self.places(at).iter().map(|p| p.entity).collect();
        sort::by_key(&mut named, |id| id.0.into());
        named.dedup();
        let entities = named.iter().map(|id| &self.entities.list[id.0 as usize]);
        entities.filter(|e| e.kind.is_named()).map(|e| e.salience).sum()
    }

    /// For every sentence how many of the salient entities it is the first to name.
    fn first_names(&self) -> Vec<u32> {
        const SALIENT: f32 = 0.3;
        let mut seen = vec![false; self.entities.list.len()];
        let mut is_new = |place: &&Place| {
            let entity = &self.entities.list[place.entity.0 as usize];
            let salient = entity.kind.is_named() && entity.salience >= SALIENT;
            salient && place.form == Form::Name && !std::mem::replace(&mut seen[place.entity.0 as usize], true)
        };
        (0..self.sentences.len()).map(|at| self.places(at).iter().filter(&mut is_new).count() as u32).collect()
    }

    /// The people whom a sentence calls by a name of a form.
    fn people(&self, at: usize, is_wanted: impl Fn(Form) -> bool) -> Vec<EntityId> {
        let is_person = |p: &&Place| self.entities.list[p.entity.0 as usize].kind == EntityKind::Person;
        let wanted = self.places(at).iter().filter(is_person).filter(|p| is_wanted(p.form));
        wanted.map(|p| p.entity).collect()
    }
}

/// What is counted in a sentence.
#[derive(Default)]
struct Words {
    all: usize,
    quoted: usize,
    numbers: usize,
    dates: usize,
    personal: usize,
    saying: bool,
    asks: bool,
}

/// Of the first or second person: not "US", nor the number of "World War I.".
fn is_personal(classes: Classes, word: &str) -> bool {
    classes.has(Class::Personal) && word != "US" && !word.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Model, Options, analyze::find, progress::Progress};

    /// The candidates of a text, and the text of each.
    fn gathered(text: &str) -> (Candidates, Vec<String>) {
        let model = Model::built_in();
        let found = find(text, &Options::new(), &model, Progress::SILENT);
        let candidates = Candidates::gather(found.reading(text, &model), &found.entities, &found.quotes);
        let texts = candidates.list.iter().map(|candidate| candidate.span.of(text).to_owned()).collect();
        (candidates, texts)
    }

    #[test]
    fn sentences_of_the_story_may_be_chosen() {
        let story = "The old bridge was closed on Sunday. Rain had fallen on the town for a week.";
        for (text, expected) in [
            (story.to_owned(), 2),
            (format!("Bridge closed\n\nBy Ana Lowe\n\n{story}\n\n© 2025 The Courier"), 2),
            (format!("{story} Scroll down for video."), 2),
            (format!("{story}\n\nWhat happened: The pillars had cracked in the frost of the winter.\n\n{story}"), 5),
        ] {
            assert_eq!(gathered(&text).1.len(), expected, "{text}");
        }
    }

    /// One row each: a sentence, a feature, its value.
    #[test]
    fn what_is_seen_in_a_sentence() {
        use Feature::*;
        let rows: &[(&str, Feature, f32)] = &[
            ("The bridge was closed on Sunday, the 3rd of June, after 94 years.", Numbers, 2.0),
            ("The bridge was closed on Sunday, the 3rd of June, after 94 years.", Dates, 2.0),
            ("The bridge was closed on Sunday.", Length, 6.0),
            ("Who closed the bridge?", Asks, 1.0),
            ("The bridge was closed.", Asks, 0.0),
            ("We know that our bridge is old.", Personal, 2.0),
            ("The US closed the bridge.", Personal, 0.0),
            ("The bridge was built before World War I.", Personal, 0.0),
            ("\"We are sorry,\" the mayor said.", Personal, 0.0),
            ("The mayor said that the bridge was closed.", Reports, 1.0),
            ("The mayor closed the bridge.", Reports, 0.0),
            ("\"The bridge is closed,\" she said.", Quoted, 4.0 / 6.0),
        ];
        for (sentence, feature, value) in rows {
            let (candidates, _) = gathered(&format!("{sentence} Rain had fallen on the town for a week."));
            assert_eq!(candidates.list[0].bins[*feature as usize], feature.bin(*value), "{feature:?}: {sentence}");
        }
    }
}
