//! What can go wrong before a text is read.

use std::fmt;

/// Why a model or an option could not be read.
///
/// Reading a *text* never fails: see [`Analyzer::analyze`](crate::Analyzer::analyze). The error is opaque, so that new
/// reasons break nobody: ask it with [`is_model`](Error::is_model), [`is_date`](Error::is_date) and [`is_comparison`](Error::is_comparison).
///
/// # Examples
///
/// ```
/// use nutgraf::{Date, Model};
/// let error = "30 June".parse::<Date>().unwrap_err();
/// assert!(error.is_date());
/// assert_eq!(error.to_string(), "not a calendar date: \"30 June\"; write it as YYYY-MM-DD, for example 2025-06-30");
/// assert!(Model::from_bytes(vec![1, 2, 3]).err().unwrap().is_model());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Model(String),
    Date(String),
    Comparison(String),
}

impl Error {
    pub(crate) fn model(message: impl Into<String>) -> Error {
        Error(Kind::Model(message.into()))
    }

    pub(crate) fn date(given: &str) -> Error {
        Error(Kind::Date(given.chars().take(40).collect()))
    }

    pub(crate) fn comparison(message: String) -> Error {
        Error(Kind::Comparison(message))
    }

    /// Whether the bytes given were no usable model.
    pub fn is_model(&self) -> bool {
        matches!(self.0, Kind::Model(_))
    }

    /// Whether a date was not of the form `YYYY-MM-DD`.
    pub fn is_date(&self) -> bool {
        matches!(self.0, Kind::Date(_))
    }

    /// Whether texts cannot be compared: too few, too many, or with a report that is not theirs.
    pub fn is_comparison(&self) -> bool {
        matches!(self.0, Kind::Comparison(_))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Model(why) => write!(f, "not a usable Nutgraf model: {why}"),
            Kind::Comparison(why) => f.write_str(why),
            Kind::Date(given) => {
                write!(f, "not a calendar date: {given:?}; write it as YYYY-MM-DD, for example 2025-06-30")
            }
        }
    }
}

impl std::error::Error for Error {}
