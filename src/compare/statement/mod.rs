//! What does each sentence say, and who says it? Statements: the terms and clauses of sentences,
//! ready to be compared.

mod bag;
mod clause;
mod frame;
mod profile;
mod sentence;
mod term;
mod voice;

pub(super) use bag::{Bag, shared};
pub(super) use clause::{Clause, MOST_CLAUSES};
pub use profile::Profile;
pub(super) use profile::Profiles;
pub(super) use sentence::{Statement, statements};
pub(super) use term::{Lexicon, Term};
pub(super) use voice::Voice;
