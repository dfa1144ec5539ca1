//! What are documents to an index? Plain data and a trait: their sections and columns, the fields in which a word
//! counts, and what others know of them.

mod article;
mod date;
mod documents;
mod field;
mod frequency;
mod knowledge;
mod shape;

pub use article::OUTLET;
pub use date::{day, is_date};
pub use documents::Documents;
pub use field::FieldSet;
pub use frequency::{Frequency, Most};
pub use knowledge::{Annotation, AnnotationKind, Knowledge, Named};
pub use shape::{Column, QueryField, SECTIONS, Schema, Section};
