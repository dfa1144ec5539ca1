//! How are classes of words made? From word vectors, and from what kinds of names words are part of
//! or stand beside in marked texts.
//!
//! A small network learns from the marked texts what a word's vector says of it: whether, written
//! with a capital, it is part of the name of a person, organisation, place or other thing, and the
//! same of the words after and before it. Each word is judged by a network that has not seen it, so
//! that the classes mean the same for known and unknown words. Words are then gathered by k-kmeans
//! over these shares (their square roots, so that distances are Hellinger's) and their vectors.

mod classes;
mod filter;
mod kinds;
mod kmeans;
mod network;
mod product;

pub use classes::{WORDS, classes};
pub use kinds::counts;
