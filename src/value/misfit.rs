//! What is wrong with a value? An error type that collects the path to the value on its way out.

use std::fmt;

use serde::de::{self, Expected, Unexpected};

use super::Value;
use crate::error::{either, quoted};

/// A value that does not have the expected shape; displayed as `path: expected …, found …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Keys and indexes (from 0), as in `decisions[2].entity`; empty for the whole value.
    pub(super) path: String,
    pub(super) message: String,
}

impl Misfit {
    pub(super) fn new(expected: impl fmt::Display, found: impl fmt::Display) -> Self {
        Self {
            path: String::new(),
            message: format!("expected {expected}, found {found}"),
        }
    }

    /// The same error inside `step`, which is a key or an index in brackets.
    pub(super) fn inside(self, step: &str) -> Self {
        let joint = match self.path.chars().next() {
            None | Some('[') => "",
            Some(_) => ".",
        };
        Self {
            path: format!("{step}{joint}{}", self.path),
            ..self
        }
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => f.write_str(&self.message),
            path => write!(f, "{path}: {}", self.message),
        }
    }
}

impl std::error::Error for Misfit {}

/// serde calls these for shapes that check values themselves: untyped and flattened ones.
impl de::Error for Misfit {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self {
            path: String::new(),
            message: message.to_string(),
        }
    }

    fn invalid_type(found: Unexpected, expected: &dyn Expected) -> Self {
        let expected = expected.to_string().replace("a sequence", "a list");
        let found = match found {
            Unexpected::Bool(truth) => truth.to_string(),
            Unexpected::Unsigned(number) => number.to_string(),
            Unexpected::Signed(number) => number.to_string(),
            Unexpected::Float(number) => Value::Number(number).to_string(),
            Unexpected::Str(text) => quoted(text),
            Unexpected::Unit | Unexpected::Option => "null".to_owned(),
            Unexpected::Seq => "a list".to_owned(),
            Unexpected::Map => "an object".to_owned(),
            _ => "something else".to_owned(),
        };
        Self::new(expected, found)
    }

    fn invalid_value(found: Unexpected, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn unknown_variant(found: &str, known: &'static [&'static str]) -> Self {
        Self::new(either(known), quoted(found))
    }

    fn unknown_field(found: &str, known: &'static [&'static str]) -> Self {
        Self::new(
            format_args!("a known key ({})", either(known)),
            quoted(found),
        )
    }

    fn missing_field(name: &'static str) -> Self {
        Self::new("a value", "nothing").inside(name)
    }

    fn duplicate_field(name: &'static str) -> Self {
        Self::new("the key once", "it twice").inside(name)
    }
}
