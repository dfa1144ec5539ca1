//! Which articles does this file hold? One reader a format, behind one front.
//!
//! A [`Reader`] takes files one after the other, each a name and bytes, tells their format by both
//! (`sniff`), and hands on [`Article`](crate::document::Article)s. What cannot be read is refused with its reason;
//! the rest goes on. Values that files give (front matter, the columns of tables, the keys of JSON, a `corpus.csv`
//! beside the files) all find their place in an article by one list of names (`given`).
//!
//! Text, Markdown, JSON and tables are always read; HTML, DOCX, PDF and ZIP with the feature
//! `readers`.

mod budget;
mod encoding;
mod given;
mod json;
mod layout;
mod markdown;
mod name;
mod options;
mod plain;
mod reader;
mod refusal;
mod rows;
mod sniff;
mod source;
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
mod pdf;
#[cfg(feature = "readers")]
mod present;

pub use encoding::{Decoded, decode, decode_as};
pub use options::Options;
pub use reader::{Reader, Reading};
pub use refusal::Refusal;
pub use sniff::is_readable;
