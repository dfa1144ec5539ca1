//! How does a segment come to be? A builder for documents, a merge for segments, and what both write by.

mod assembly;
mod builder;
mod chain;
mod draft;
mod laid;
mod merge;
mod record;
mod term;

pub use builder::Builder;
pub use merge::merge;
