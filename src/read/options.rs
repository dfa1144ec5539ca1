//! What does a reader accept? Limits, and the names that tables have for the fields of an article.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::given::{field_names, named};
use crate::error::{ReadError, either, quoted};

/// What a reader accepts, and how it maps the fields of tables.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The most bytes that the entries of one archive may expand to.
    pub expanded: u64,
    /// The most entries of an archive.
    pub entries: usize,
    /// How deep archives may stand inside each other; 1: no archive inside an archive.
    pub depth: usize,
    /// The most bytes of one file.
    pub size: u64,
    /// The name of a column or key for each field of an article that goes by another name there.
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
    /// These options, if their limits are above 0 and all their columns are for fields that an article has.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] for a limit of 0 or a field of no known name.
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
