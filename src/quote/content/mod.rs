//! What does a cue report? Scans and predicates for the start, end and kind of its content.

mod complement;
mod fragment;
mod interval;
mod kind;
mod limit;
mod onset;
mod start;

pub use complement::is_infinitive;
pub use fragment::{SHARE, is_embedded, is_speech, owners, share};
pub use interval::past_circumstance;
pub use kind::kind;
pub use limit::{content_end, trimmed_end};
pub use onset::content_start;
pub use start::Start;
