//! Which parts do documents have, what does a word in each count, and what else can be asked of them? A table of
//! sections and columns.

use super::field::FieldSet;
use super::frequency::Frequency;
use super::knowledge::AnnotationKind;

/// The most sections of a schema; each is a field of the index, by its number.
pub const SECTIONS: usize = 16;

/// How many words of the text a word of the headline counts for.
pub const TITLE: f32 = 2.0;

/// The shape of the documents of an index.
#[derive(Debug, Clone, PartialEq)]
pub struct Schema {
    /// The parts of a document by the number of their field, at most [`SECTIONS`].
    pub sections: Vec<Section>,
    /// What filters and facets ask of a document, by the number of the column.
    pub columns: Vec<Column>,
    /// Whether `speaker:`, `entity:` and `cue:` are fields of a query.
    pub is_annotated: bool,
}

/// A part of documents: their headlines, captions, paragraphs.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// What a query calls it; sections of one name are asked together.
    pub name: String,
    /// How many words of the text one of its words counts for; above 0.
    pub boost: f32,
    /// Whether it says what the document is about.
    pub is_title: bool,
    /// Whether it holds sentences, whose capitals show which words are names.
    pub is_running: bool,
    /// Whether a hit can show it.
    pub is_shown: bool,
}

/// A value of documents, or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What a query and a facet call it.
    pub name: String,
    /// Whether a query means its words in all their forms; if not, each in its own, as of a name.
    pub has_forms: bool,
    /// Whether hits are counted by it.
    pub is_facet: bool,
}

/// What a condition of a query is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueryField {
    /// A value, by the number of its column.
    Value(usize),
    /// The day of the document.
    Date,
    /// The kind of section.
    In,
    /// What stands in a block besides its words.
    Annotated(AnnotationKind),
}

impl Schema {
    /// What a condition of a name is about; `None` where documents have nothing of the kind.
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

    /// The fields of the sections of a name; `None` without any.
    pub fn fields(&self, name: &str) -> Option<FieldSet> {
        let name = name.to_lowercase();
        let named = (0..).zip(&self.sections).filter(|(_, s)| s.name == name);
        named
            .map(|(field, _)| FieldSet::one(field))
            .reduce(FieldSet::or)
    }

    /// The names of the sections, each once, in order.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for section in &self.sections {
            if !names.contains(&section.name.as_str()) {
                names.push(&section.name);
            }
        }
        names
    }

    /// What occurrences in a field count: `weight` of their words times how many.
    pub fn frequency(&self, field: u8, weight: f32) -> Frequency {
        let section = self.sections.get(usize::from(field));
        let is_title = section.is_some_and(|s| s.is_title);
        Frequency {
            all: weight * section.map_or(1.0, |s| s.boost),
            headline: if is_title { weight } else { 0.0 },
        }
    }

    /// Whether a hit can show what stands in a field.
    pub fn is_shown(&self, field: u8) -> bool {
        let section = self.sections.get(usize::from(field));
        section.is_none_or(|s| s.is_shown)
    }

    /// Whether a field holds sentences.
    pub fn is_running(&self, field: u8) -> bool {
        let section = self.sections.get(usize::from(field));
        section.is_some_and(|s| s.is_running)
    }
}

impl Section {
    /// A section of running text of a name.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_lowercase(),
            boost: 1.0,
            is_title: false,
            is_running: true,
            is_shown: true,
        }
    }

    /// The same, of headlines.
    pub fn title(name: &str) -> Self {
        Self {
            boost: TITLE,
            is_title: true,
            is_running: false,
            ..Self::new(name)
        }
    }
}
