//! The five default articles, compiled in (feature `embedded`).

use super::pack::read_lines;
use crate::document::Record;
use crate::error::ReadError;

/// One record a line, sorted by id; made and kept fresh by `tests/corpus.rs`.
const RECORDS: &str = include_str!("../../corpus/corpus.jsonl");

/// The records of the default corpus.
pub(super) fn records() -> Result<Vec<Record>, ReadError> {
    read_lines(RECORDS, "corpus.jsonl")
}
