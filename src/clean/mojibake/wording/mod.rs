//! How odd is a text as someone's own wording? Classes of characters, and the fit of neighbours.

pub mod class;
pub mod neighbor;
