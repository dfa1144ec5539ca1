//! Which characters are written otherwise than they should be? A pass over characters that makes them canonical.

mod edits;
mod reference;
mod tab;

pub use edits::edits;
