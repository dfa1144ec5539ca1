//! Where do the weights come from? The trainers of the models that `language` and `entity` ship.
//!
//! They are not part of the product’s build: feature `train`, run by `src/train/main.rs`.
//! `MODELS.md` in `src/language/models` lists the data, licences and figures.

pub mod cluster;
mod crf;
pub mod data;
pub mod lemma;
mod random;
pub mod recogniser;
pub mod tagger;

pub use crf::Options;
