//! What does a DOCX hold? One article: its paragraphs by their styles, and what its properties state.
//!
//! The document is read as it would be printed with all changes accepted: insertions stay, deletions
//! go. Footnotes stand at the end; headers, footers, comments and pictures are left out. When the
//! file was made or saved says nothing of when the article was published, and is not stated.

mod body;
mod document;
mod style;
mod xml;

pub use document::read;
