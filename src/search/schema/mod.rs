//! How does an index see documents? Plain data and a trait: sections and columns, the fields in
//! which words occur, and what other rooms found.

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
pub use knowledge::{Annotation, AnnotationKind, Named};
pub use shape::{Column, QueryField, SECTIONS, Schema, Section};
