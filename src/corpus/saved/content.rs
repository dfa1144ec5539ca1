//! What does a saved corpus contain? The plain value that every format is read into.

use crate::decision::Decision;
use crate::document::Record;

/// The ground state of a corpus.
#[derive(Debug)]
pub struct Saved {
    /// The records, in corpus order.
    pub records: Vec<Record>,
    /// Whether the corpus was analysed.
    pub analyzed: bool,
    /// The decisions, in their order.
    pub decisions: Vec<Decision>,
}
