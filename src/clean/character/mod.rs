//! Which characters are not written in their canonical form? A pass that makes them canonical.

mod edits;
mod reference;
mod tab;

pub use edits::edits;
