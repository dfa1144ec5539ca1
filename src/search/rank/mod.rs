//! How do documents score for the words of a query? Formulas, cursors and accumulators of scores.

mod best;
mod bm25;
mod feedback;
mod scored;
mod stream;
mod tally;

pub use best::{Best, Scope, Weighted};
pub use bm25::{CANDIDATES, LOOKED_AT, Sum, inverse_frequency, is_close, lift, nearness, weights};
pub use feedback::{FeedbackTerm, MATCHED, READ, feedback_terms, is_subject};
pub use scored::Scored;
pub use stream::Stream;
