//! Is what articles report alike found, and what they report differently? One module a question.

#[path = "../random/event.rs"]
mod event;
#[path = "../random/mod.rs"]
mod random;

mod cases;
mod gold;
mod growth;
mod properties;
mod related;
