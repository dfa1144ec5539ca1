//! Which values does an article have? A closed set of fields, each of which rests on evidence.

use serde::{Deserialize, Serialize};

/// A field of an article whose value rests on evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum Field {
    Title,
    Publisher,
    Author,
    Place,
    Published,
    Updated,
    Kind,
    Language,
    Rights,
}

impl Field {
    /// All fields, in the order of their declaration.
    pub const ALL: [Self; 9] = [
        Self::Title,
        Self::Publisher,
        Self::Author,
        Self::Place,
        Self::Published,
        Self::Updated,
        Self::Kind,
        Self::Language,
        Self::Rights,
    ];
}
