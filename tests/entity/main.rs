//! Are names found, and is one entity what is one? One module a question.

mod cases;
mod gold;
mod properties;
mod references;
mod resolution;
