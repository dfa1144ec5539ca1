//! Which parts do documents have, how much does a word in each count, and which values can be
//! queried? A table of sections and columns.

use super::field::FieldSet;
use super::frequency::Frequency;
use super::knowledge::AnnotationKind;

/// The maximum number of sections in a schema. Each is a field of the index, by number.
pub const SECTIONS: usize = 16;

/// How many words of the text one word of the headline counts for.
pub const TITLE: f32 = 2.0;

/// The shape of the documents of an index.
#[derive(Debug, Clone, PartialEq)]
pub struct Schema {
    /// The parts of a document by field number, at most [`SECTIONS`].
    pub sections: Vec<Section>,
    /// The values of a document for filters and facets, by column number.
    pub columns: Vec<Column>,
    /// Whether queries may use the fields `speaker:`, `entity:` and `cue:`.
    pub is_annotated: bool,
}

/// A part of documents, such as headlines, captions or paragraphs.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its name in queries. Sections of the same name are searched together.
    pub name: String,
    /// How many words of the text one of its words counts for; above 0.
    pub boost: f32,
    /// Whether it states the topic of the document.
    pub is_title: bool,
    /// Whether it contains sentences, whose capitals show which words are names.
    pub is_running: bool,
    /// Whether hits can show it.
    pub is_shown: bool,
}

/// A field of documents with one or several values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name in queries and facets.
    pub name: String,
    /// Whether a query matches its words in all their forms; otherwise exactly, as for names.
    pub has_forms: bool,
    /// Whether it is a facet.
    pub is_facet: bool,
}

/// The subject of a condition in a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueryField {
    /// A value, by column number.
    Value(usize),
    /// The day of the document.
    Date,
    /// The section.
    In,
    /// Something found in a block besides its words.
    Annotated(AnnotationKind),
}

impl Schema {
    /// The subject of a condition by its name, in any case; `None` if the schema has no such field.
    pub fn field(&self, name: &str) -> Option<QueryField> {
        let name = name.to_lowercase();
        if let Some(column) = self.columns.iter().position(|c| c.name == name) {
            return Some(QueryField::Value(column));
        }
        let annotated = |kind| self.is_annotated.then_some(QueryField::Annotated(kind));
        match &*name {
            "date" => Some(QueryField::Date),
            "in" => Some(QueryField::In),
            "speaker" => annotated(AnnotationKind::Speaker),
            "entity" => annotated(AnnotationKind::Entity),
            "cue" => annotated(AnnotationKind::Cue),
            _ => None,
        }
    }

    /// The fields of all sections with a name, in any case; `None` without any.
    pub fn fields(&self, name: &str) -> Option<FieldSet> {
        let name = name.to_lowercase();
        let named = (0..).zip(&self.sections).filter(|(_, s)| s.name == name);
        named
            .map(|(field, _)| FieldSet::one(field))
            .reduce(FieldSet::or)
    }

    /// The names of the sections in order, without duplicates.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for section in &self.sections {
            if !names.contains(&section.name.as_str()) {
                names.push(&section.name);
            }
        }
        names
    }

    /// The frequency of one occurrence in a field whose words weigh `weight`.
    pub fn frequency(&self, field: u8, weight: f32) -> Frequency {
        let section = self.sections.get(usize::from(field));
        let is_title = section.is_some_and(|s| s.is_title);
        Frequency {
            all: weight * section.map_or(1.0, |s| s.boost),
            headline: if is_title { weight } else { 0.0 },
        }
    }

    /// Whether a hit can show a field; yes for unknown fields.
    pub fn is_shown(&self, field: u8) -> bool {
        let section = self.sections.get(usize::from(field));
        section.is_none_or(|s| s.is_shown)
    }

    /// Whether a field contains sentences.
    pub fn is_running(&self, field: u8) -> bool {
        let section = self.sections.get(usize::from(field));
        section.is_some_and(|s| s.is_running)
    }
}

impl Section {
    /// A section of running text.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_lowercase(),
            boost: 1.0,
            is_title: false,
            is_running: true,
            is_shown: true,
        }
    }

    /// A section of headlines.
    pub fn title(name: &str) -> Self {
        Self {
            boost: TITLE,
            is_title: true,
            is_running: false,
            ..Self::new(name)
        }
    }
}
