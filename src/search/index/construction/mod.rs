//! How does a segment come to be? A builder for documents, a merge for segments, and what both write by.

mod assembly;
mod builder;
mod chain;
mod laid;
mod list;
mod merge;
mod record;
mod term;

pub use builder::SegmentBuilder;
pub use merge::merge;
