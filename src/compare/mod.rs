//! Layer 9: several texts side by side: what they share, and in what they differ.
//!
//! ```text
//! texts and reports -> given -> stories -> names, quotations, terms -> counterparts, statements -> Comparison
//! ```
//!
//! Nothing is read anew: who is who and who said what is as the reports have it, which a reader may have corrected.

mod comparison;
mod alignment;
pub(crate) mod given;
mod story;
mod names;
mod speakers;
mod quoted;
mod quotations;
mod terms;
mod counterparts;
mod claims;
mod amounts;
mod dates;
mod statements;

use crate::{Error, Model, Report, Units, text::OffsetMap};
pub use comparison::*;
use given::Given;
use names::Names;
use story::Story;
use terms::Terms;

/// The version of the form of a [`Comparison`].
const SCHEMA: u32 = 1;
/// How many texts are compared at least and at most.
const FEWEST: usize = 2;
const MOST: usize = 5;

/// Compares two to five texts by their reports, whose offsets may be in any unit. Those of the comparison are in bytes.
///
/// ```
/// use nutgraf::{Options, QuotationRelation, analyze, compare};
/// let texts = ["“We will not close the bridge,” Ana Lowe said.", "Lowe said they would “not close the bridge”."];
/// let reports = texts.map(|text| analyze(text, &Options::new()));
/// let comparison = compare(&[(texts[0], &reports[0]), (texts[1], &reports[1])])?;
/// assert_eq!(comparison.entities[0].name, "Ana Lowe");
/// assert_eq!(comparison.quotations[0].relation, QuotationRelation::Shorter);
/// # Ok::<(), nutgraf::Error>(())
/// ```
///
/// # Errors
/// An [`Error`] with [`is_comparison`](Error::is_comparison) for fewer or more texts, or where a report is not that of its
/// text.
pub fn compare(texts: &[(&str, &Report)]) -> Result<Comparison, Error> {
    compare_given(texts.iter().map(|(text, report)| (*text, Given::of(report))).collect())
}

/// The same for what is left of reports.
pub(crate) fn compare_given(texts: Vec<(&str, Given)>) -> Result<Comparison, Error> {
    if !(FEWEST..=MOST).contains(&texts.len()) {
        let count = texts.len();
        return Err(Error::comparison(format!(
            "{count} texts cannot be compared; give two to five with their reports"
        )));
    }
    let model = Model::built_in();
    let mut stories = Vec::new();
    for (at, (text, given)) in texts.into_iter().enumerate() {
        let wrong = || {
            let what = format!("the report of text {at} does not fit the text");
            Error::comparison(format!("{what}; give the report that analyze gave for this very text"))
        };
        stories.push(Story::read(text, given.fitted(text).ok_or_else(wrong)?, &model));
    }
    let names = Names::find(&stories, &model);
    let terms = Terms::read(&stories, &names);
    let counterparts = counterparts::find(&terms, stories.len());
    Ok(Comparison {
        schema: SCHEMA,
        offsets: Units::Utf8,
        texts: stories.iter().map(speakers::extent).collect(),
        speakers: speakers::find(&stories, &names),
        quotations: quotations::find(&stories, &names),
        statements: statements::find(&stories, &terms, &counterparts.pairs, &model),
        pairs: counterparts.pairs,
        alone: counterparts.alone,
        entities: names.list,
    })
}

impl Comparison {
    /// The same with every offset in `units`. It must still be in bytes of `texts`.
    pub fn with_offsets(mut self, texts: &[&str], units: Units) -> Comparison {
        debug_assert_eq!(self.offsets, Units::Utf8, "offsets are converted once");
        let maps: Vec<OffsetMap> = texts.iter().map(|text| OffsetMap::new(text, units)).collect();
        self.each_span(&mut |text, span| {
            let map = &maps[text as usize];
            (span.start, span.end) = (map.convert(span.start), map.convert(span.end));
        });
        self.offsets = units;
        self
    }
}
