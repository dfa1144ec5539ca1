//! What does a received text say without its noise? A pipeline of passes over an article.
//!
//! An [`Article`](crate::document::Article) enters, a [`Record`](crate::document::Record) leaves.
//! Every change on the way is recorded in it, and nothing is invented. The steps (`normalize`):
//! wrongly decoded characters are repaired (`mojibake`), the others made canonical (`character`),
//! lines are classified (`layout`), boilerplate is separated from the article (`boilerplate`),
//! lines about the article give evidence (`metadata`), the language is detected (`language`), and
//! blocks are planned and composed (`layout`). All this is repeated until nothing changes (`pass`).
//! Then places where words are missing are marked (`gap`). Meanwhile the text keeps a map to its
//! origin (`source_map`).

mod boilerplate;
mod character;
mod edit;
mod gap;
mod language;
mod layout;
mod metadata;
mod mojibake;
mod normalize;
mod pass;
mod source_map;

pub use normalize::{Repaired, as_is, normalize, repair};
pub use pass::Steps;
