//! What does a PDF contain? A reader of one article: the text of its pages in reading order.
//!
//! The steps for a page: operators show runs of glyphs (`run`, `state`). Runs on one baseline form
//! lines (`line`). Gutters between columns determine the order (`order`). What repeats at the edges
//! of pages is outside the text (`margin`). Gaps, indents and sizes divide the rest into blocks
//! (`block`). The lines of a paragraph are joined by spaces; a hyphen at the end of a line stays,
//! with a space after.

mod block;
mod document;
mod guard;
mod line;
mod margin;
mod order;
mod run;
mod state;

pub use document::read;
