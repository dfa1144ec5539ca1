//! What does a DOCX contain? A reader of one article: its styled paragraphs and its properties.
//!
//! The document is read as it would be printed with all changes accepted: insertions stay,
//! deletions go. Footnotes are at the end; headers, footers, comments and pictures are left out.
//! The dates when the file was made or saved do not say when the article was published, and are
//! ignored.

mod body;
mod document;
mod style;
mod xml;

pub use document::read;
