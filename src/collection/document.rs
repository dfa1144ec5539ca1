//! What is one document of a collection? A plain value with the texts and values of its fields.

/// A document as it is given to a collection and returned by it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredDocument {
    /// Unique in the collection.
    pub id: String,
    /// The day in ISO 8601; a time after it is kept.
    pub day: Option<String>,
    /// The values of each filter, in the order of the mapping; missing ones are empty.
    pub values: Vec<Vec<String>>,
    /// The text of each field, in the order of the mapping; missing ones are empty. Blank lines
    /// separate paragraphs.
    pub fields: Vec<String>,
}
