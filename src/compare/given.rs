//! What comparing reads of a report: a small part of it, so that a report can come back from JavaScript with what its
//! reader put right. Whatever does not fit the text is refused here, once.

use crate::{Block, BlockKind, Date, EntityKind, QuoteKind, Report, Sentence, Span, Units, text::OffsetMap};

/// The part of a report that is compared, with spans in bytes of its text once it is [`fitted`](Given::fitted).
#[derive(Debug)]
pub(crate) struct Given {
    pub(crate) offsets: Units,
    pub(crate) blocks: Vec<Block>,
    pub(crate) leads: Vec<Span>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) timeline: Vec<Dated>,
}

/// The same of an entity.
#[derive(Debug)]
pub(crate) struct Entity {
    pub(crate) kind: EntityKind,
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) value: Option<Value>,
    pub(crate) salience: f32,
    pub(crate) mentions: Vec<Mention>,
}

/// The same of the value of an amount.
#[derive(Debug)]
pub(crate) struct Value {
    pub(crate) amount: Option<f64>,
    pub(crate) amount_to: Option<f64>,
    pub(crate) currency: Option<String>,
}

/// The same of a mention.
#[derive(Debug)]
pub(crate) struct Mention {
    pub(crate) span: Span,
    /// Whether it counts for the story.
    pub(crate) is_of_story: bool,
}

/// The same of a quote.
#[derive(Debug)]
pub(crate) struct Quote {
    pub(crate) kind: QuoteKind,
    pub(crate) parts: Vec<Span>,
    pub(crate) group: Option<u32>,
    /// Whether it stands inside another one.
    pub(crate) is_inside: bool,
    pub(crate) speaker: Option<u32>,
    /// The name that a reader typed.
    pub(crate) speaker_name: Option<String>,
    pub(crate) probable: bool,
}

/// The same of an entry of the timeline.
#[derive(Debug)]
pub(crate) struct Dated {
    pub(crate) span: Span,
    pub(crate) from: Date,
    pub(crate) to: Date,
}

impl Given {
    /// The same part of a report in Rust.
    pub(crate) fn of(report: &Report) -> Given {
        let dated = |entry: &crate::TimelineEntry| Dated { span: entry.span, from: entry.from, to: entry.to };
        Given {
            offsets: report.offsets,
            blocks: report.article.blocks.clone(),
            leads: report.article.leads.iter().map(|lead| lead.span).collect(),
            sentences: report.sentences.clone(),
            entities: report.entities.iter().map(Entity::of).collect(),
            quotes: report.quotes.iter().map(Quote::of).collect(),
            timeline: report.timeline.iter().map(dated).collect(),
        }
    }

    /// The same with spans in bytes of `text`; nothing if it is no report of this text.
    pub(crate) fn fitted(mut self, text: &str) -> Option<Given> {
        let map = OffsetMap::new(text, self.offsets);
        let mut fits = true;
        self.each_span(&mut |span| match (map.byte_at(span.start), map.byte_at(span.end)) {
            (Some(start), Some(end)) if start <= end => *span = Span::new(start, end),
            _ => fits = false,
        });
        let is_block = |sentence: &Sentence| (sentence.block as usize) < self.blocks.len();
        let is_entity = |quote: &Quote| quote.speaker.is_none_or(|speaker| (speaker as usize) < self.entities.len());
        let fits = fits && self.sentences.iter().all(is_block) && self.quotes.iter().all(is_entity);
        self.offsets = Units::Utf8;
        fits.then_some(self)
    }

    fn each_span(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        self.blocks.iter_mut().for_each(|block| visit(&mut block.span));
        self.leads.iter_mut().for_each(&mut *visit);
        self.sentences.iter_mut().for_each(|sentence| visit(&mut sentence.span));
        for entity in &mut self.entities {
            entity.mentions.iter_mut().for_each(|mention| visit(&mut mention.span));
        }
        for quote in &mut self.quotes {
            quote.parts.iter_mut().for_each(&mut *visit);
        }
        self.timeline.iter_mut().for_each(|dated| visit(&mut dated.span));
    }

    /// The paragraphs of the story.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = Span> {
        self.blocks.iter().filter(|block| block.kind.is_story()).map(|block| block.span)
    }

    /// Whether a sentence belongs to the story or sums it up under the headline, and is no opening such as a dateline.
    pub(super) fn is_told(&self, sentence: &Sentence) -> bool {
        let lead = self.leads.partition_point(|lead| lead.end <= sentence.span.start);
        let is_lead = || self.leads.get(lead).is_some_and(|lead| lead.contains(sentence.span));
        let kind = self.blocks[sentence.block as usize].kind;
        (kind.is_story() || kind == BlockKind::Deck) && !is_lead()
    }
}

impl Entity {
    fn of(entity: &crate::Entity) -> Entity {
        let value = |value: &crate::Value| Value {
            amount: value.amount,
            amount_to: value.amount_to,
            currency: value.currency.clone(),
        };
        let mention = |mention: &crate::Mention| Mention { span: mention.span, is_of_story: mention.beside.is_none() };
        Entity {
            kind: entity.kind,
            name: entity.name.clone(),
            aliases: entity.aliases.clone(),
            value: entity.value.as_ref().map(value),
            salience: entity.salience,
            mentions: entity.mentions.iter().map(mention).collect(),
        }
    }
}

impl Quote {
    fn of(quote: &crate::Quote) -> Quote {
        Quote {
            kind: quote.kind,
            parts: quote.parts.clone(),
            group: quote.group,
            is_inside: quote.inside.is_some(),
            speaker: quote.speaker.map(|id| id.0),
            speaker_name: None,
            probable: quote.probable,
        }
    }
}
