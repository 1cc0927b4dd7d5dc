//! What an amount, an age or a symbol of the report is worth.

use serde::Serialize;

/// What an amount, an age, a recurring date or a ticker is worth; fields that do not apply are absent.
///
/// | kind | fields |
/// |---|---|
/// | money | `amount`, `amount_to` in a range, `currency`; `per`, `approximate` |
/// | percent | `amount` (12 for "12 per cent"), `amount_to` in a range; `unit` of points, `per`, `approximate` |
/// | quantity | `amount`, `amount_to` in a range, `unit`; `per`, `approximate` |
/// | age | `amount`, `amount_to` in a range, `unit` |
/// | date | `every`, with `amount`, if it comes round: "every two weeks" |
/// | ticker | `symbol`, `exchange` where it is written |
///
/// Dates that lie on a day have no value here: see [`Report::timeline`](crate::Report::timeline).
///
/// # Examples
///
/// ```
/// use nutgraf::{Options, analyze};
/// let report = analyze("The tunnel cost $4.5 million and is 10 to 12 miles long.", &Options::new());
/// let values: Vec<_> = report.entities.iter().filter_map(|entity| entity.value.as_ref()).collect();
/// assert_eq!((values[0].amount, values[0].currency.as_deref()), (Some(4.5e6), Some("USD")));
/// assert_eq!((values[0].amount_to, values[0].unit.as_deref()), (None, None));
/// assert_eq!((values[1].amount, values[1].amount_to), (Some(10.0), Some(12.0)));
/// assert_eq!(values[1].unit.as_deref(), Some("mile"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Value {
    /// The number, with its magnitude multiplied in: 4.5 billion is 4500000000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    /// The upper end where a range is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_to: Option<f64>,
    /// The ISO 4217 code of the currency; a bare "$" is USD unless the text says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// The unit as written, singular: "mile", "kg", "people".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What it is counted per: the "hour" of "$15 an hour", the "h" of "156 km/h".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
    /// How often a date comes round that lies on no day of its own: the "week" of "every Tuesday". `amount` counts
    /// them where it is more than one: 2 for "every two weeks".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub every: Option<String>,
    /// How exact it is, by the words beside its first mention: "about", "more than", "nearly".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approximate: Option<Approximation>,
    /// The symbol of a security.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The exchange, where it is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchange: Option<String>,
}

/// On which side of a stated amount the true one lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Approximation {
    /// Near it: "about", "roughly".
    About,
    /// The true amount lies above: "more than", "at least".
    Over,
    /// The true amount lies below: "nearly", "up to".
    Under,
}
