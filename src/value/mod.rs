//! What does somebody hand in? A tree of plain values, as JSON and JavaScript have them, before it is known
//! whether they have the shape that is expected.
//!
//! The one check of arguments: what JavaScript calls a function with and what stands in a file of JSON become a
//! [`Value`], and [`Value::read`] makes a shape of it or says what is wrong, at which path, in one style.

mod json;
mod misfit;
mod read;

pub use misfit::Misfit;

use std::fmt;

use crate::error::{ReadError, quoted};

/// A plain value; displayed as messages tell what was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing was handed in: `undefined`.
    Absent,
    /// `null`, which stands for nothing too.
    Null,
    /// True or false.
    Truth(bool),
    /// Any number, NaN and infinities included.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// The keys of an object with their values, in order.
    Object(Vec<(String, Value)>),
    /// What is not plain, in words: "a function".
    Other(String),
}

impl Value {
    /// A count from the argument called `name`.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when it is no whole number from 0 to 4294967295.
    pub fn count(&self, name: &str) -> Result<u32, ReadError> {
        let most = u32::MAX;
        let number = self.whole(0.0, most.into());
        number.map(|n| n as u32).ok_or_else(|| {
            let expected = format_args!("a whole number from 0 to {most}");
            ReadError::argument(name, expected, self)
        })
    }

    /// A whole number of a range, both ends included; `None` of anything else.
    fn whole(&self, least: f64, most: f64) -> Option<f64> {
        match self {
            Self::Number(n) if n.fract() == 0.0 && (least..=most).contains(n) => Some(*n),
            _ => None,
        }
    }

    /// Whether nothing was handed in.
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
