//! What does this foreign text say once its dirt is off? A pipeline of passes over an article as received.
//!
//! An [`Article`](crate::document::Article) enters, a [`Record`](crate::document::Record) leaves; every change made
//! on the way is recorded in it, and nothing is invented. The way of a text (`normalize`): wrongly
//! decoded characters are repaired (`mojibake`), the rest made canonical (`character`), lines read and laid out
//! (`layout`), boilerplate told from the article (`boilerplate`), lines about the article asked what they prove
//! (`metadata`), its language told (`language`), blocks planned and put together (`layout`), all of it until
//! nothing changes (`pass`), and places marked where words are missing (`gap`). A text under way remembers where
//! it came from (`source_map`).

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
