//! What did a caller pass? A tree of plain values, as in JSON and JavaScript, before its shape is
//! checked.
//!
//! This is the one check of arguments: arguments from JavaScript and the contents of JSON files
//! become a [`Value`]. [`Value::read`] turns it into a shape, or says what is wrong, at which path,
//! in one style.

mod json;
mod misfit;
mod read;

pub use misfit::Misfit;

use std::fmt;

use crate::error::{ReadError, quoted};

/// A plain value; displayed as messages report what was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `undefined`: nothing was passed.
    Absent,
    /// `null`; it counts as nothing, too.
    Null,
    /// True or false.
    Truth(bool),
    /// Any number, including NaN and infinities.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// The keys of an object with their values, in the order given.
    Object(Vec<(String, Value)>),
    /// A value that is not plain, described in words: "a function".
    Other(String),
}

impl Value {
    /// The argument named `name` as a count.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] unless it is a whole number from 0 to 4294967295.
    pub fn count(&self, name: &str) -> Result<u32, ReadError> {
        let most = u32::MAX;
        let number = self.whole(0.0, most.into());
        number.map(|n| n as u32).ok_or_else(|| {
            let expected = format_args!("a whole number from 0 to {most}");
            ReadError::argument(name, expected, self)
        })
    }

    /// The number if it is whole and in the range, both ends included; otherwise `None`.
    fn whole(&self, least: f64, most: f64) -> Option<f64> {
        match self {
            Self::Number(n) if n.fract() == 0.0 && (least..=most).contains(n) => Some(*n),
            _ => None,
        }
    }

    /// Whether nothing was passed: `undefined` or `null`.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Absent | Self::Null)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => f.write_str("nothing"),
            Self::Null => f.write_str("null"),
            Self::Truth(truth) => write!(f, "{truth}"),
            Self::Number(number) if number.is_infinite() => f.write_str(if *number < 0.0 {
                "-Infinity"
            } else {
                "Infinity"
            }),
            Self::Number(number) if number.abs() >= 1e21 => write!(f, "{number:e}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(&quoted(text)),
            Self::List(_) => f.write_str("a list"),
            Self::Object(_) => f.write_str("an object"),
            Self::Other(words) => f.write_str(words),
        }
    }
}
