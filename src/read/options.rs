//! What does a reader accept? Options: limits, and the names of fields in tables.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::budget::Budget;
use super::given::{field_names, named};
use crate::error::{ReadError, either, quoted};

/// The limits of a reader, and its mapping of columns to fields.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The most bytes to which the entries of one archive may expand.
    pub expanded: u64,
    /// The most entries of an archive.
    pub entries: usize,
    /// The deepest nesting of archives; 1 means no archive inside an archive.
    pub depth: usize,
    /// The most bytes of one file.
    pub size: u64,
    /// For each field of an article that has another name in tables: the name of its column or key.
    pub columns: BTreeMap<String, String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            expanded: 200_000_000,
            entries: 10_000,
            depth: 1,
            size: 200_000_000,
            columns: BTreeMap::new(),
        }
    }
}

impl Options {
    /// The whole budget for the archives of one file.
    pub(super) fn budget(&self) -> Budget {
        Budget {
            expanded: self.expanded,
            entries: self.entries,
            depth: self.depth,
        }
    }

    /// These options, if their limits are positive and all their columns are for known fields.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] for a limit of 0 or an unknown field.
    pub fn checked(self) -> Result<Self, ReadError> {
        let limits = [
            ("expanded", self.expanded),
            ("entries", self.entries as u64),
            ("depth", self.depth as u64),
            ("size", self.size),
        ];
        if let Some((name, _)) = limits.iter().find(|(_, limit)| *limit == 0) {
            return Err(ReadError::argument(*name, "a whole number from 1", 0));
        }
        let mut names = self.columns.keys();
        match names.find(|name| named(name).is_none()) {
            None => Ok(self),
            Some(name) => {
                let expected = format_args!("the fields {}", either(&field_names()));
                Err(ReadError::argument("columns", expected, quoted(name)))
            }
        }
    }
}
