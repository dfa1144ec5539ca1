//! How is a segment built? A builder for documents, a merge for segments, and the writers that both
//! share.

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
