//! Does a corpus give the same answers, however it came to be? One module a question.

#[path = "../random/mod.rs"]
mod random;

mod answers;
mod arguments;
mod carried;
mod decisions;
mod golden;
mod laws;
mod packs;
