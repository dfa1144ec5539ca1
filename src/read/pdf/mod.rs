//! What does a PDF hold? One article: the text of its pages, in reading order as far as geometry tells.
//!
//! The way of a page: its operators show runs of glyphs (`run`, `state`), runs on one baseline make lines
//! (`line`), gutters between columns tell their order (`order`), what repeats at the edges of pages
//! stands outside (`margin`), and gaps, indents and sizes part the rest into blocks (`block`). The
//! lines of a paragraph are joined by a blank; a hyphen at the end of a line stays, with the blank
//! behind it.

mod block;
mod document;
mod guard;
mod line;
mod margin;
mod order;
mod run;
mod state;

pub use document::read;
