//! Which articles does a file contain? One reader for each format, behind one front.
//!
//! A [`Reader`] takes files one after the other, each as a name and bytes, detects their format
//! from both (`sniff`), and returns [`Article`](crate::document::Article)s. What cannot be read is
//! refused with a reason; the rest is still read. One lexicon (`given`) assigns the values that
//! files give (front matter, table columns, JSON keys, a `corpus.csv` beside the files) to the
//! fields of an article.
//!
//! Text, Markdown, JSON and tables are always read; HTML, DOCX, PDF and ZIP with feature `readers`.

mod budget;
mod given;
mod input;
mod json;
mod markdown;
mod options;
mod plain;
mod reader;
mod refusal;
mod sniff;
mod table;

#[cfg(not(feature = "readers"))]
mod absent;
#[cfg(feature = "readers")]
mod archive;
#[cfg(feature = "readers")]
mod docx;
#[cfg(feature = "readers")]
mod html;
#[cfg(feature = "readers")]
mod package;
#[cfg(feature = "readers")]
mod pdf;
#[cfg(feature = "readers")]
mod present;

pub use input::encoding::{Decoded, decode, decode_as};
pub use options::Options;
pub use reader::{Reader, Reading};
pub use refusal::Refusal;
pub use sniff::is_readable;
