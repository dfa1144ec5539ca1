//! What is in the default corpus? Five articles, compiled in (feature `embedded`).

use super::saved::read_lines;
use crate::document::Record;
use crate::error::ReadError;

/// One record per line, sorted by id; `tests/clean/records.rs` writes and checks them.
const RECORDS: &str = include_str!("../../corpus/corpus.jsonl");

/// The records of the default corpus.
pub(super) fn records() -> Result<Vec<Record>, ReadError> {
    read_lines(RECORDS, "corpus.jsonl")
}
