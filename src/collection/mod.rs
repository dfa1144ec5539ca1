//! How are documents of other shapes searched? A search index over documents with custom fields,
//! weights and filters. Documents can be added and removed, and everything can be saved.
//!
//! [`Mapping`] describes the documents, [`StoredDocument`] is one of them as it is given and
//! returned, and [`Collection`] owns their texts and the index over them.

mod batch;
mod document;
mod earlier;
mod mapping;
mod pack;
mod state;
mod stored_fields;

pub use batch::Batch;
pub use document::StoredDocument;
pub use mapping::{Field, Mapping};
pub use state::Collection;
