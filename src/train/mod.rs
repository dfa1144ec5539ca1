//! How do the models come about? The trainers of what `language` and `entity` ship as packed weights.
//!
//! Never part of the product's build: feature `train`, started by `src/train/main.rs`. `MODELS.md`
//! in `src/language/models` says on which data, under which licences and with which figures.

pub mod cluster;
mod crf;
pub mod data;
pub mod lemma;
mod random;
pub mod recogniser;
pub mod tagger;

pub use crf::Options;
