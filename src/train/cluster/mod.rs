//! How are classes of words made? A clustering of word vectors and of the kinds of names in or
//! beside which words occur in annotated texts.
//!
//! A small network learns from the annotated texts what a word’s vector predicts: whether the word,
//! with a capital, is part of the name of a person, organisation, place or something else, and the
//! same for the words after and before it. Each word is classified by a network that was not
//! trained on it, so that classes mean the same for known and unknown words. Words are then
//! clustered by k-means over these shares (their square roots, which gives the Hellinger distance)
//! and their vectors.

mod classes;
mod filter;
mod kinds;
mod kmeans;
mod network;
mod product;

pub use classes::{WORDS, classes};
pub use kinds::counts;
